"""A deadline's text made ready to be read: folded, its figures and short forms put right."""

import re

from plans.deadlines.filler import WEEKDAY
from plans.words import fold

MONTHS = ("mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
MONTHS_IN_WORDS = {word: number for number, word in enumerate(MONTHS, 1)} | {
    "gieng": 1,
    "bon": 4,
    "muoi mot": 11,
    "muoi hai": 12,
}
IN_WORDS = re.compile(
    rf"\bthang ({'|'.join(sorted(MONTHS_IN_WORDS, key=len, reverse=True))})"
    r"(?= nam \d{4}\b|(?<!thang nam) \d{4}\b)"
)
""" "Tháng mười hai năm 2025"; in "tháng năm 2025" the month's figure may have been lost."""

YEARLESS = r"\bthang \d{1,2}|\b\d{1,2}/\d{1,2}|\bquy (?:[1-4]|iv|i{1,3})"
""" "Quý I, năm 2026", "tháng 6 (năm 2026)": what the year behind it belongs to."""
COUNTED = re.compile(
    r"\b(mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
    r"(?= thang (?:dau|cuoi)\b| (?:thang|tuan|ngay|nam),? (?:ke )?tu\b"
    r"| thang ?(?:/|mot |0?1 )(?:0?1 ?|mot )?lan\b)"
)
""" "Sáu tháng đầu năm", "một tháng kể từ ngày ban hành", "sáu tháng một lần"."""
IN_FIGURES = {"mot": "i", "hai": "ii", "ba": "iii", "bon": "iv", "tu": "iv"}
""" "Quý bốn năm 2025"."""
MIDNIGHT = re.compile(
    r"\b(tu|truoc|den|toi) 0?0 ?(?:gio|h|g|:)(?: ?00)?(?: phut)?,? (?=(?:ngay )?\d)"
)
""" "Trước 0 giờ ngày 01/01/2026" leaves none of that day."""
SHORT = {"ht": "hoan thanh", "bc": "bao cao", "kh": "ke hoach", "tg": "thoi gian"}
""" "HT trong Q4/2025"."""
PAPER_NUMBER = re.compile(
    r"\b(?:so [\w/.-]*\d[\w/.-]*|\d{1,5}(?:/20\d\d)?(?:-[a-z]{2,4}/|/[a-z]{2,5}-)[a-z][\w-]*)"
    r"(?:,? ngay (?:\d{1,2} thang \d{1,2} nam \d{4}|[\d/.-]+))?(?=[ ,;)]|$)"
)
""" "Số 238/KH-UBND ngày 13/9/2025", "45-KH/TU ngày 15/8/2025": a paper's own day."""
UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens and spaces without width, where a word may be parted at a line's end."""
LETTERS_FOR_DIGITS = str.maketrans("oli", "011")


def normalise(text: str) -> str:
    """The words of a deadline as the rules want them; "" where nothing but dashes is printed.

    >>> normalise("Trước ngày 2O/12 /2025.")
    'truoc ngay 20/12/2025'
    """
    words = re.sub(r"(?<=\bquy )\|(?=[iv])", "i", fold(UNSEEN.sub("", text))).replace("|", " ")
    words = re.sub("[→⇒~÷]", "-", words)
    words = re.sub("[⁄∕]", "/", re.sub("≤|<=", "den ", words))
    words = re.sub(r"\b(?:ht|bc|kh|tg)\b(?=[ :])", lambda short: SHORT[short[0]], words)
    words = re.sub(rf"(?<=\d),? \(?(?:ngay )?{WEEKDAY}\)?$", "", words)
    words = PAPER_NUMBER.sub("so", words)
    words = re.sub(r"[\"'“”‘’*`]", "", words)
    words = " ".join(_mend_number(word) for word in re.sub(r"([,;:()])", r" \1 ", words).split())
    words = re.sub(r" ?([/]) ?", r"\1", words)
    words = re.sub(r"(?<!thang )\b(\d\d?)(?: ?-|- )(\d\d?)(?: ?-|- )(?=\d{4}\b)", r"\1-\2-", words)
    words = re.sub(r"(?<=\d) ?([.]) ?(?=\d)", r"\1", words)
    words = re.sub(r" ([,;:)])", r"\1", words).replace("( ", "(")
    words = MIDNIGHT.sub(lambda at: "tu " if at[1] == "tu" else "truoc ", words)
    words = re.sub(r"^t uong\b", "thuong", words)
    words = re.sub(r"\bthuong-?xuyen\b", "thuong xuyen", words)
    words = re.sub(r"\bnhimg\b", "nhung", words)
    words = re.sub(r"\b(thang|nam|ngay)(?=\d)", r"\1 ", words)
    words = re.sub(r"\bt\.?(?=\d{1,2}(?:/| ?- ?t?\.?\d))", "thang ", words)
    words = re.sub(r"\bthang ([oli]{1,2})(?=/)", _mend_figures, words)
    words = re.sub(r"\btheo (?:[1li][0-9o]) (?=trinh\b)", "theo lo ", words)
    words = re.sub(r"\b(?:thuong|hang) nien\b", "hang nam", words)
    words = re.sub(r"^([^%]*\d)[:,]? \(?(?:dat )?100 ?%\)?$", r"\1", words)
    words = re.sub(r" ?\(du kien\)|, du kien$|(?<=\d),? (?:phai )?hoan thanh$", "", words)
    words = re.sub(r"(?<=\bquy i) (?=v\b)", "", words)
    words = re.sub(r"\bq ?([1-4])\b", r"quy \1", words)
    words = re.sub(r"\bquy (?![1l|]{2}(?!\w))([iv1l|]+)(?![a-z0-9])", _mend_roman, words)
    words = re.sub(r"(?<=[iv] - )([iv1l]{2,3})(?=/|$)", _mend_numeral, words)
    words = re.sub(
        r"(?<!moi )\bquy (mot|hai|ba|bon|tu)(?= nam |/|$)",
        lambda q: f"quy {IN_FIGURES[q[1]]}",
        words,
    )
    words = re.sub(r"((?:\bnam |[\div]/)20)(?: (?=\d\d(?!\d))|(\d) (?=\d(?!\d)))", r"\1\2", words)
    words = re.sub(rf"({YEARLESS}),? \(?(nam \d{{4}})\b\)?", r"\1 \2", words)
    words = COUNTED.sub(lambda found: str(MONTHS_IN_WORDS[found[1]]), words)
    words = IN_WORDS.sub(lambda found: f"thang {MONTHS_IN_WORDS[found[1]]}", words)
    words = re.sub(r"^\((.*)\)$|^\(([^()]*)$", r"\1\2", words)
    bare = words.strip(" .,;:-_/")
    lost = bare and re.match(r"[ .,;:_-]*/", words)  # "…/2025": the month is not there
    return f"/{bare}" if lost else bare


def _mend_number(word: str) -> str:
    """A number in which letters stand for figures: "2O25", "l2/2025"."""
    if re.search(r"\d", word) and re.fullmatch(r"[\doliv./-]+", word):
        return re.sub(r"[oli]*\d[\doli]*", lambda n: n[0].translate(LETTERS_FOR_DIGITS), word)
    return word


def _mend_figures(found: re.Match[str]) -> str:
    """ "Tháng ll/2025" is month 11: where only a figure can stand, letters are figures."""
    return "thang " + found[1].translate(LETTERS_FOR_DIGITS)


def _mend_roman(found: re.Match[str]) -> str:
    """ "Quý Ill" is Quý III: l, 1 and | stand for I beside another numeral."""
    return "quy " + _mend_numeral(found)


def _mend_numeral(found: re.Match[str]) -> str:
    """The same of the second of two quarters: "Quý II - II1/2026"."""
    numeral = str(found[1])
    return re.sub(r"[1l|]", "i", numeral) if len(numeral) > 1 else numeral.replace("l", "i")
