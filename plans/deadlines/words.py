"""A deadline's text made ready to be read: folded, its damage mended, filler left out."""

import re
from functools import lru_cache

from plans.words import fold, mend

VOCABULARY = frozenset(
    [
        *(
            "thang",
            "nam",
            "ngay",
            "quy",
            "truoc",
            "thuong",
            "xuyen",
            "hang",
            "hoan",
            "thanh",
            "thuc",
        ),
        *(
            "hien",
            "trong",
            "cuoi",
            "cham",
            "nhat",
            "tiep",
            "theo",
            "nhung",
            "dinh",
            "lien",
            "trien",
        ),
        *("khai", "giai", "doan"),
    ]
)
"""What deadlines are written with, and what a damaged syllable is mended to."""

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

COUNTED = re.compile(
    r"\b(mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
    r"(?= thang (?:dau|cuoi)\b| (?:thang|ngay|nam),? (?:ke )?tu\b)"
)
""" "Sáu tháng đầu năm", "một tháng kể từ ngày ban hành"."""
LETTERS_FOR_DIGITS = str.maketrans("oli", "011")

TIME_OF_DAYS = r"\d+[ ](?:ngay|thang|tuan)\b(?![ ](?:dau|cuoi))"
"""A length of time ("10 ngày"), which keeps its "trong", unlike "6 tháng đầu năm"."""

ASKED_FOR = r"""
    (?:gui[ ])?(?:bao[ ]cao|trinh)
        (?:[ ](?:ubnd|hdnd|thuong[ ]truc|ban[ ]thuong[ ]vu|dang[ ]uy|tinh[ ]uy))?
        (?:[ ](?:xa|phuong|tinh|thanh[ ]pho|dang[ ]uy|tinh[ ]uy))?
    | (?:xay[ ]dung|ban[ ]hanh|trien[ ]khai)(?:[ ]ke[ ]hoach)?
"""
""" "Báo cáo UBND tỉnh trước ...", "ban hành kế hoạch trong ...": what is to be done by then."""
FILLER = re.compile(
    rf"""^(?:
        (?:{ASKED_FOR})(?=[ ](?:truoc|cham[ ]nhat|trong|vao)[ ])
        | (?:thoi[ ](?:gian|han|diem)|han(?:[ ](?:cuoi|chot))?)
            (?:[ ](?:thuc[ ]hien|hoan[ ]thanh))?[ ]?:?
        | (?:phan[ ]dau[ ]|du[ ]kien[ ])?(?:hoan[ ]thanh|hoan[ ]tat|ket[ ]thuc|xong|thuc[ ]hien
            |trien[ ]khai|to[ ]chuc|ban[ ]hanh|bao[ ]cao|trinh|phe[ ]duyet|tham[ ]muu):?
        | dut[ ]diem(?=[ ](?:truoc|trong)[ ]) | suot(?=[ ])
        | phan[ ]dau | du[ ]kien | tiep[ ]tuc | duy[ ]tri | bat[ ]dau(?=[ ]tu[ ])
        | (?:cham|muon|tre)[ ]nhat(?:[ ]la)? | khong[ ](?:qua|muon[ ]hon|cham[ ]hon|tre[ ]hon)
        | ngay(?=[ ](?:trong|hoan[ ]thanh)[ ]) | trong(?:[ ]vong)?(?=[ ](?!{TIME_OF_DAYS}))
        | \d\d?[ ]?(?:gio|h|g)(?:[ ]?\d\d)?(?:[ ]phut)?,?(?=[ ]ngay[ ]\d)
        | vao(?:[ ](?:thoi[ ]gian|dip))? | xong(?=[ ]) | va(?=[ ])
        | (?:thu[ ](?:hai|ba|tu|nam|sau|bay|[2-7])|chu[ ]nhat),?(?=[ ]\(?(?:ngay[ ])?\d\d?/)
        | (?:it[ ]nhat|toi[ ]thieu)(?=[ ]\d) | dip(?=[ ]\d)
        | dinh[ ]ky(?=[ ](?:truoc|vao|ngay|cham|trong)\b)
        | (?:so[ ]ket|tong[ ]ket|danh[ ]gia)(?:,|[ ]va)?(?=[ ](?:so|tong|danh|hang|dinh)\b)
    )(?![a-z])[ ]?""",
    re.VERBOSE,
)


def normalise(text: str) -> str:
    """The words of a deadline as the rules want them; "" where nothing but dashes is printed.

    >>> normalise("Trước ngày 2O/12 /2025.")
    'truoc ngay 20/12/2025'
    """
    words = re.sub(r"(?<=\bquy )\|(?=[iv])", "i", fold(text)).replace("|", " ")
    words = re.sub("[→⇒~]", "-", words)
    words = re.sub(r"[\"'“”‘’*`]", "", words)
    words = " ".join(_mend_number(word) for word in re.sub(r"([,;:()])", r" \1 ", words).split())
    words = re.sub(r" ?([/]) ?", r"\1", words)
    words = re.sub(r"(?<=\d) ?([.]) ?(?=\d)", r"\1", words)
    words = re.sub(r" ([,;:)])", r"\1", words).replace("( ", "(")
    words = re.sub(r"^t uong\b", "thuong", words)
    words = re.sub(r"\bthuong-?xuyen\b", "thuong xuyen", words)
    words = re.sub(r"\bnhimg\b", "nhung", words)
    words = re.sub(r"\b(thang|nam|ngay)(?=\d)", r"\1 ", words)
    words = re.sub(r"\bthang ([oli]{1,2})(?=/)", _mend_figures, words)
    words = re.sub(r"\btheo (?:[1li][0-9o]) (?=trinh\b)", "theo lo ", words)
    words = re.sub(r"\b(?:thuong|hang) nien\b", "hang nam", words)
    words = re.sub(r" ?\(du kien\)|, du kien$", "", words)
    words = re.sub(r"\bquy ([iv1l|]+)(?![a-z0-9])", _mend_roman, words)
    words = re.sub(r"(\bthang \d{1,2}|\b\d{1,2}/\d{1,2}), (?=nam \d{4}\b)", r"\1 ", words)
    words = COUNTED.sub(lambda found: str(MONTHS_IN_WORDS[found[1]]), words)
    words = IN_WORDS.sub(lambda found: f"thang {MONTHS_IN_WORDS[found[1]]}", words)
    words = re.sub(r"^\((.*)\)$", r"\1", words)
    bare = words.strip(" .,;:-_/")
    lost = bare and re.match(r"[ .,;:_-]*/", words)  # "…/2025": the month is not there
    return f"/{bare}" if lost else bare


@lru_cache(maxsize=20_000)
def strip_filler(words: str) -> str:
    """The words without the verbs and prepositions before a time that say nothing more of it.

    >>> strip_filler("hoan thanh trong thang 7 nam 2025")
    'thang 7 nam 2025'
    """
    while True:
        shorter = FILLER.sub("", words).strip(" .,;:")
        if shorter == words or not shorter:
            return shorter
        words = shorter


def mend_syllables(words: str) -> str:
    """The words with every syllable that one misread letter parts from the vocabulary put right.

    >>> mend_syllables("trudc thdng 10/2026")
    'truoc thang 10/2026'

    Sound syllables lie as near as damaged ones ("hoac", "hoan"), so this is for words that mean
    nothing as they stand.
    """
    return " ".join(
        mend(word, VOCABULARY) if len(word) > 2 and word.isalpha() else word
        for word in words.split()
    )


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
    numeral = found[1]
    return "quy " + (
        re.sub(r"[1l|]", "i", numeral) if len(numeral) > 1 else numeral.replace("l", "i")
    )
