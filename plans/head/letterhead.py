"""What stands at the head of a plan: its number, date, issuer and title."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plans.agencies.keys import open_abbreviations
from plans.head.committee_papers import committee_issuer
from plans.head.document_kinds import ISSUED, SIGNS, kind_of, opening_kind
from plans.head.issuing_office import find_office
from plans.restore import restore_text
from plans.scanned import is_near, skeleton
from plans.source import Line
from plans.words import clean, fold, join_lines

ISSUER_LINES = 4
"""The lines of the letterhead that say whose it is."""
BODIES = (
    ("Ủy ban nhân dân", ("uy", "ban", "nhan", "dan")),
    ("Ủy ban nhân dân", ("ubnd",)),
    ("Đảng ủy", ("dang", "uy")),
    ("Tỉnh ủy", ("tinh", "uy")),
    ("Thành ủy", ("thanh", "uy")),
)
ALONE = ("Tỉnh ủy", "Thành ủy")
"""Whose place follows at once: "TỈNH ỦY HƯNG YÊN"."""
BESIDE = ("ĐẢNG", "CỘNG", "BAN", "HỘI", "TỔ", "SỞ", "TRƯỜNG", "BỆNH")
"""Words that may stand behind the place on its line, and are of no place's name."""
LEVELS = (
    ("xã", ["xa"]),
    ("phường", ["phuong"]),
    ("tỉnh", ["tinh"]),
    ("thành phố", ["thanh", "pho"]),
    ("huyện", ["huyen"]),
)
HEAD_LINES = 40
"""The letterhead stands within the first lines that have text."""
MOTTO = re.compile(
    r"\b(?:C[OỘ]NG H[OÒ]A X[AÃ] H|[DĐ][AẢ]NG C[OỘ]NG S[AẢ]N|CH[UỦ] NGH[IĨ]A|[DĐ]\wc l\wp).*"
    r"|\bVI[EỆ]T NAM$"
)
"""What stands beside the issuer, on one line or on two."""
CITED = re.compile(
    r"(?<!\d)(?:\d+[-/][A-ZĐa-z]++[-/]?[A-ZĐ]*+\d*(?:/[A-ZĐ]+)?|\d+/\d{4}/[A-ZĐ\d-]+),?\s+"
    r"ng[aà]y\s+(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})"
)
"""A document by its number and date: "238/KH-UBND ngày 13/9/2025"."""

ISSUED_WITH = re.compile(
    rf"k\w{{1,2}}m th\w{{1,2}}o (?:k\S{{1,3}} ho\w{{1,3}}ch|{ISSUED}) s\S{{1,3}}:? ?"
    r"(?P<number>\d+ ?[-/] ?[a-z]{2,4} ?[-/] ?\w+)?,? "
    r"ng\w{1,3} ?(?P<d>\d{1,2}) ?/ ?(?P<m>\d{1,2}) ?/ ?(?P<y>\d{4})"
)
""" "(Ban hành kèm theo Kế hoạch số 10-KH/ĐU ngày 19/9/2025 ...)", folded: an annex repeats it."""
BODY_BEGINS = re.compile(
    r"(?:Căn cứ|Thực hiện|Thi hành|Triển khai|Nhằm|Để|Ngày) |[IVX]{1,4}(?:\. |- ?)"
)
"""How the first paragraph begins where no blank line parts it from the title."""
AUTHORITY = re.compile(
    r"(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|(?:TỔNG )?GIÁM ĐỐC|CHÍNH PHỦ$"
    r"|THỦ TƯỚNG|BỘ TRƯỞNG|HIỆU TRƯỞNG|(?:TỔNG )?CỤC TRƯỞNG)\b"
)
"""Who decides, in a line of its own between the title of a decision and its first paragraph."""
MONTH_ALONE = re.compile(r"ng\w{1,3} {0,9}(?:[.…]+ ?)?th\w{2,4} ?(\d{1,2}) ?n\w{1,3} ?(\d{4})")
""" "Tân Kỳ, ngày   tháng 9 năm 2025": the day is written in by hand and lost."""
PRINTED_DATE = re.compile(r"ng\w{1,3} ?(\d{1,2}) ?th\w{2,4} ?(\d{1,2}) ?n\w{1,3} ?(\d{4})")
ISSUER = re.compile(
    r"(?:^|[.;,] )(?P<name>(?:Ủy ban nhân dân|UBND|Ban Thường vụ Đảng ủy|Đảng ủy|Tỉnh ủy|Thành ủy)"
    r" [^.;,:]{2,60}?) (?:xây dựng|ban hành) (?:Kế hoạch|kế hoạch)"
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the head of a plan prints; None for what it does not."""

    number: str | None
    issued_on: date | None
    issuer: str | None
    title: str | None


def read_letterhead(
    lines: Sequence[Line], annexes: Sequence[Line] = (), *, scanned: bool = False
) -> Letterhead:
    """The head of a plan, from its lines before the first annex.

    A number or day of issue that the head itself has lost is taken from the annexes, which say
    it under their titles.
    """
    head = lines[:HEAD_LINES]
    start = next((at for at, line in enumerate(head) if kind_of(line.text)), None)
    if start is None:
        start = next((at for at, line in enumerate(head) if opening_kind(line.text)), None)
    above = head[:start] if start is not None else head
    number = _find_number(above)
    again = next(_said_again(lines, annexes, number), None)
    repeated = _make_date(again["y"], again["m"], again["d"]) if again else None
    printed = again["number"] if again else None
    number = number or (_spell_number(_in_capitals(printed)) if printed else None)
    issuer = _find_issuer(lines)
    own = committee_issuer(
        number,
        join_lines([line.text for line in above]),
        join_lines([line.text for line in lines]),
        re.sub(rf"^(?:{'|'.join(name for name, _ in BODIES)}) ", "", issuer or ""),
    )
    below = lines[len(above) :][: HEAD_LINES if scanned else None]
    said = [join_lines([MOTTO.sub("", line.text) for line in part]) for part in (above, below)]
    if scanned:
        said = [restore_text(text, damaged=True).text for text in said]
    office = find_office(number, *said)
    return Letterhead(
        number=number,
        issued_on=_find_date(above) or repeated,
        issuer=own or office or issuer,
        title=None if start is None else _read_title(head[start:]),
    )


def _said_again(
    lines: Sequence[Line], annexes: Sequence[Line], number: str | None
) -> Iterator[re.Match[str]]:
    """Where the annexes say the plan's number and day; the body too, above a heading that a scan
    put after it, if it is the same number."""
    for line in (*annexes, *lines):
        found = ISSUED_WITH.search(fold(line.text))
        own = found and found["number"] and fold(number or "") == found["number"].replace(" ", "")
        if found is not None and (own or line in annexes):
            yield found


def latest_cited(text: str) -> date | None:
    """The day of the latest issued document that the text cites by its number; None if none.

    It is the earliest day on which a plan without a date can have been issued (domain:
    "Occurrences").
    """
    days = (_make_date(found["y"], found["m"], found["d"]) for found in CITED.finditer(clean(text)))
    return max((day for day in days if day is not None), default=None)


def _find_number(head: Sequence[Line]) -> str | None:
    """ "Số: 10-KH/ĐU", "S6: 726/KH-UBND", "57a/KH-UBND": digits, then the signs of the document and
    its issuer."""
    for line in head:
        line = replace(line, text=re.sub("ĐÐ|ÐĐ|Ð+", "Đ", line.text))  # a scan's "QĐÐ"
        text = re.sub(r"^\W*[S$][ố6o0ôốsóò](?=\W|\d)[ :.]*", "", line.text)  # "Số", also as "S6"
        found = re.search(rf"(\d+[a-dđ]?) ?([-/] ?(?:{SIGNS}) ?[-/] ?\w+(?:[-&.]\w+)*)", text)
        if found is not None:
            return _spell_number(found[1] + found[2])
    return None


def _spell_number(printed: str) -> str:
    """ "10 -KH/PU" is 10-KH/ĐU, the letters of a Party committee."""
    return re.sub(r"/[PDB]U$", "/ĐU", printed.replace(" ", ""))


def _in_capitals(folded: str) -> str:
    """A folded number as it is printed: "14/tb-ubnd" is 14/TB-UBND, "12-ctr/tu" 12-CTr/TU."""
    return folded.upper().replace("CTR", "CTr").replace("QD", "QĐ").replace("CTHD", "CTHĐ")


def month_begins(lines: Sequence[Line]) -> date | None:
    """The first day of the month of issue where the head prints the month and no day."""
    found = (MONTH_ALONE.search(fold(line.text)) for line in lines[:HEAD_LINES])
    month = next(filter(None, found), None)
    return _make_date(month[2], month[1], "1") if month else None


def _find_date(head: Sequence[Line]) -> date | None:
    """ "Tân Kỳ, ngày 19 tháng 9 năm 2025", the words damaged or not."""
    for line in head:
        found = PRINTED_DATE.search(fold(line.text))
        if found is not None:
            return _make_date(found[3], found[2], found[1])
    return None


def _make_date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _find_issuer(lines: Sequence[Line]) -> str | None:
    """Who "xây dựng Kế hoạch" or "ban hành Kế hoạch", with the place: "Ủy ban nhân dân xã ..."."""
    found = ISSUER.search(join_lines([line.text for line in lines]))
    printed = _find_printed_issuer(lines[:ISSUER_LINES])
    if found is None:
        return printed
    name = open_abbreviations(found["name"].removeprefix("Ban Thường vụ "))
    bare = name.endswith(tuple(f" {level}" for level, _ in LEVELS))  # "Ủy ban nhân dân tỉnh"
    return printed if bare and printed and printed.startswith(f"{name} ") else name


def _find_printed_issuer(head: Sequence[Line]) -> str | None:
    """Whose letterhead it is, as far as a scan left it: "PANG UY XA TAN KY" is a Đảng ủy xã.

    The place keeps the letters that were read.
    """
    said = [line.text for line in head if re.search(r"[A-ZÀ-Ỹ]{2}", MOTTO.sub("", line.text))]
    for text, below in itertools.pairwise([*said, ""]):
        line, after = MOTTO.sub("", text).split(), MOTTO.sub("", below).split()
        seen = [skeleton(word) for word in line]
        for name, known in BODIES:
            at = _find_words(known, seen)
            if at is None:
                continue
            broken = text.endswith("VIỆT") and after[-1:] == ["NAM"]  # the end of the State's name
            for words in (line[at + len(known) :], after[:-1] if broken else after):
                if place := _read_place(words) or (_name_place(words) if name in ALONE else ""):
                    return f"{name} {place}"
    return None


def _find_words(known: Sequence[str], seen: Sequence[str]) -> int | None:
    """Where the words begin in a line, damaged or not at its beginning, soundly within it: a Word
    file has the whole letterhead in one cell ("ĐẢNG BỘ TỈNH ĐIỆN BIÊN ĐẢNG ỦY XÃ ...")."""
    if len(seen) >= len(known) and all(map(is_near, seen, known)):
        return 0
    places = range(1, len(seen) - len(known) + 1)
    return next((at for at in places if tuple(seen[at : at + len(known)]) == known), None)


def _read_place(words: Sequence[str]) -> str | None:
    """ "XA TAN KY" as xã Tan Ky, what follows of the State's motto left out."""
    seen = [skeleton(word) for word in words]
    for level, known in LEVELS:
        if seen[: len(known)] == known:
            return f"{level} {_name_place(words[len(known) :])}"
    return None


def _name_place(words: Sequence[str]) -> str:
    # "PHƯỜNG HỘI AN": the first word is of the place, whatever it is
    place = " ".join([*words[:1], *itertools.takewhile(_is_place, words[1:])])
    return place.removesuffix(" VIỆT NAM").title()


def _is_place(word: str) -> bool:
    return word.isupper() and word.isalpha() and word not in BESIDE


def _read_title(lines: Sequence[Line]) -> str:
    """The lines from "KẾ HOẠCH" to the first paragraph of the plan, as one sentence."""
    kind = kind_of(lines[0].text) or opening_kind(lines[0].text) or ""
    title = [lines[0].text[len(kind) :].lstrip(" :-")] if kind_of(lines[0].text) is None else []
    for line in lines[1:]:
        begins = BODY_BEGINS.match(line.text) or AUTHORITY.match(line.text)
        cites = line.text.endswith(":") or re.match(r"can cu\b", fold(line.text))
        if title and (line.gap > 0 or begins or cites):
            break
        if re.search(r"\w", line.text):
            title.append(line.text)
        elif title:  # a line drawn under it
            break
    words = re.sub(r"(?<=\W)[S$](?=\d+[-/][A-ZĐ])", "", join_lines(title))  # "số S57-NQ/TW"
    if words.isupper():  # which of its words are names, nobody can tell
        return f"{kind.upper()} {words}"
    first = words[:1] if words[1:2].isupper() else words[:1].lower()
    return f"{kind} {first}{words[1:]}"
