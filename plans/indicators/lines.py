"""One line of an indicator table taken apart: its number, the name's words, targets, agencies.

A scanned table is printed row by row, several columns on a line ("4 | dung thuc tien | >40 | >50 |
Phong Kinh te"); a table broken cell by cell has a part of one cell on a line. Both are read here,
word by word, and put together to rows by `rows`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from plans.agencies.heads import begins_agency
from plans.indicators.words import (
    AGENCY_STARTS,
    AGENCY_WORDS,
    CAPTION,
    HEADING,
    RANKED,
    ROMAN_HEADING,
    STARTS,
    UNFINISHED,
)
from plans.source import Line
from plans.words import fold, one_slip

LOST_NUMBER = re.compile(r"[a-zA-Z)]{1,2}\d? ?[|\[] ?|\) (?=[A-Z])")
"""What is left of a number that was misread before the border of its cell: "o | Ty 1é"."""
NUMBER = re.compile(
    r"[|\[ ]{0,2}(?P<number>\d{1,3}(?:\.\d{1,2})?)(?=$|[.)]?[ |\[\":])[.)]? ?[|\":\[]? ?"
)
SIGN = r"(?:≥|≤|>=|<=|=>|=<|[<>=])"
FIGURE = r"\d+(?:[.,]\d+)?"
WORDS_BEFORE = (
    r"(?:(?:ph[ae]n\ d\w{1,2}|dattren|attren|dat|tren|tre|it\ nhat|toi\ thieu|khong\ qua"
    r"|khong\ duoi|duoi|tu)\ ?)"
)
TARGET = re.compile(
    rf"""(?<![a-z0-9.,/])(?:(?P<range>(?!20\d\d){FIGURE}\ ?%?\ ?-\ ?{FIGURE}\ ?%?)(?=$|[ |;)])
    | (?P<sure>{WORDS_BEFORE}*+(?:{SIGN}\ ?(?:[\]il](?![a-z0-9])|{FIGURE}\ ?%?)|{FIGURE}\ ?%)
        (?:\ ?\(?[56]g\)?)?)(?![a-z0-9%])
    | (?P<worded>{WORDS_BEFORE}++{FIGURE})(?=$|[ |;)])
    | (?P<sign>{SIGN})(?=\ *(?:\||$|[<>=]))
    | (?P<bare>(?<![^\s|])(?:g\d{{2,4}}|0?[1-9][\d.,]{{0,5}})/?)(?=$|[ |])
    | (?P<mark>(?<![\w])x)(?=$|[ |])
    | (?P<none>(?<![^\s|])(?:-|\])(?=$|[ |])))""",
    re.VERBOSE,
)
"""What may be a target, in folded words; "]" is a scanned dash, ">]" a scanned "≥1"."""
OFFICE = r"(?= (?:Kh|KA|Gi|Y t|T[aà]i ch))"
"""What follows "Sở", which scans seldom leave as it was."""
BORDERS = frozenset(["1", "]"])
"""What a border between two cells is misread as."""
BETWEEN = re.compile(r"[\s|)\]°.,'‘’~:_]*")
"""What may stand between two targets of one line."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A line's parts; `before` and `after` are the words on both sides of its targets.

    `numbers` are what its number may be, (7, 1) for "7.1" and for a misread "71"; `alone` where
    the line has nothing else. `strong` where a name of an indicator surely begins in it,
    `name_begins` where one may; `words` counts those that may be a name's, before the targets.
    `only_agency`: its words are an agency's or a product's, and no target stands in it.
    `caption`: it begins a row that heads those below; `ranked`: it has the unit of a result that
    is given in words; `unfinished`: its last word wants another.
    """

    line: Line
    numbers: tuple[tuple[int, int], ...]
    alone: bool
    before: str
    targets: tuple[str, ...]
    sure: bool
    after: str
    heading: str | None
    strong: bool
    words: int
    name_begins: bool
    only_agency: bool
    names_agency: bool
    caption: bool
    ranked: bool
    unfinished: bool

    @property
    def worded(self) -> bool:
        return self.words > 0


def read_parts(line: Line, *, wanted: int, follows_unit: bool) -> Parts:
    """The line's parts in a table of `wanted` target columns.

    A figure alone on a line is the row's number, but behind the unit of a table with one result
    it is the result.
    """
    text = re.sub(rf"(?<!\S)(?:[S5][0O6oé]|S){OFFICE}", "Sở", line.text)
    text = re.sub(rf"(?<=\d)[85S][06]{OFFICE}", " Sở", text)  # "nhom 1586 Khoa hoc"
    heading = _read_heading(text)
    numbers: tuple[tuple[int, int], ...] = ()
    rest = text
    found = NUMBER.match(text)
    if found and not (follows_unit and found.end() == len(text)) and not _is_target(text):
        numbers = _numbers(found["number"])
        rest = text[found.end() :]
    elif not heading and (lost := LOST_NUMBER.match(text)):
        rest = text[lost.end() :]
    start, end, targets, sure = find_targets(rest, wanted=wanted, whole=follows_unit)
    before, after = (rest[:start], rest[end:]) if targets else (rest, "")
    before = before.strip(" |[")
    after, folded = after.strip(" |"), fold(before)
    strong = _begins_name(re.sub(r"^[\W_]+", "", before))
    words = len(re.findall(r"[^\W\d_]{2,}", before))
    first = re.match(r"[^\w(]*(\w+)", before)
    capital = first is not None and first[1][0].isupper() and len(first[1]) > 1
    agency = not (targets or strong) and words > 0 and is_agency_text(before)
    named = AGENCY_STARTS.search(folded)
    return Parts(
        line=line,
        numbers=numbers,
        alone=bool(numbers) and not rest.strip(),
        before=before,
        targets=targets,
        sure=sure,
        after=after,
        heading=heading if not targets else None,
        strong=strong,
        words=words,
        name_begins=strong or capital,
        only_agency=agency,
        names_agency=bool(after)
        or agency
        or (named is not None and before[named.start() : named.start() + 1].isupper()),
        caption=bool(CAPTION.match(folded)),
        ranked=bool(RANKED.search(folded)),
        unfinished=bool(UNFINISHED.search(fold(after or before))),
    )


def _begins_name(words: str) -> bool:
    """Whether it begins as names of indicators do; "Tỷ lệ" is known in small letters too."""
    found = STARTS.match(fold(words))
    if found is None:
        return re.match(r"S [a-z]", words) is not None  # what is left of "Số"
    return words[0].isupper() or found.group()[0] in "t¥5"


def find_targets(text: str, *, wanted: int, whole: bool) -> tuple[int, int, tuple[str, ...], bool]:
    """The stretch of targets in a line: where it begins and ends, each target, whether it is sure.

    Figures without any sign are targets only beside others, or where the `whole` line is one.
    """
    folded = fold(text)
    if len(folded) != len(text):
        return 0, 0, (), False
    best: tuple[float, list[re.Match[str]]] = (0.0, [])
    run: list[re.Match[str]] = []
    for found in [*TARGET.finditer(folded), None]:
        if found and run and BETWEEN.fullmatch(folded[run[-1].end() : found.start()]):
            run.append(found)
            continue
        if (weight := _weight(run, text, folded, wanted=wanted, whole=whole)) > best[0]:
            best = weight, run
        run = [found] if found else []
    weight, run = best
    if not run:
        return 0, 0, (), False
    while len(run) > wanted > 1 and any(found.group() in BORDERS for found in run):
        run.remove(next(found for found in run if found.group() in BORDERS))
    if len(run) > wanted > 1 and run[0].lastgroup == "bare" and run[1].lastgroup != "bare":
        run = run[1:]
    targets = tuple(text[found.start() : found.end()] for found in run)
    return run[0].start(), run[-1].end(), targets, weight >= SURE


UNIT_ENDS = r"(?:%|/o|\bg[dr]dp|dan s\w|nsnn|\bo|\bz|tong chi|thu? bac)$"
THREE = 3
"""The figures of a number that has lost its point: "121" is 12.1 or 1.21."""
SURE = 2.0
WEIGHTS = {
    "range": 2.0,
    "sure": 2.0,
    "worded": 2.0,
    "sign": 1.0,
    "bare": 0.6,
    "mark": 1.0,
    "none": 0.5,
}


def _weight(run: list[re.Match[str]], text: str, folded: str, *, wanted: int, whole: bool) -> float:
    """How surely these are targets and no figures of a name."""
    if not run:
        return 0.0
    weight = sum(WEIGHTS[found.lastgroup or "bare"] for found in run)
    fills = run[0].start() == 0 and run[-1].end() == len(folded.rstrip(" .|"))
    kinds = {found.lastgroup for found in run}
    before = folded[: run[0].start()].rstrip(" |")
    if kinds == {"worded"} and before and len(run) < 2:
        return 0.0
    if kinds == {"bare"} and len(run) < 2:
        after = text[run[0].end() :].strip(" |")
        lone = (
            bool(re.search(UNIT_ENDS, before))
            or (bool(before) and after[:1].isupper() and is_agency(after))
            or (not before and whole)
        )
        return 1.5 if lone and wanted == 1 else 0.0
    if kinds <= {"none"} and not fills:
        return 0.0
    if kinds == {"mark"} and len(run) < 2:
        beside = AGENCY_STARTS.match(folded[run[0].end() :].strip(" |"))
        return SURE if beside and len(re.findall(r"[a-z]{3,}", before)) > 1 else 0.0
    return weight


def _is_target(text: str) -> bool:
    """A number that is followed by "%" or "-" and a figure is a target."""
    return bool(re.match(r"\W{0,2}\d+(?:[.,]\d+)? ?(?:%|[-–] ?\d)", text))


def _numbers(printed: str) -> tuple[tuple[int, int], ...]:
    """What a row's number may be: "7.1" is itself, "71" also a 7.1 that has lost its point."""
    major, _, minor = printed.partition(".")
    own = (int(major), int(minor or 0))
    if minor or len(major) == 1:
        return (own,)
    if len(major) == THREE:
        border = ((int(major[:2]), 0),) if major.endswith("1") else ()  # "15|"
        return ((int(major[:2]), int(major[2])), (int(major[0]), int(major[1:])), *border)
    return (own, (int(major[0]), int(major[1:])), (int(major[0]), 0))


def _read_heading(text: str) -> str | None:
    """The title of the group that the line heads, None for any other line."""
    folded = fold(text)
    if len(folded) != len(text):
        return None
    found = HEADING.fullmatch(folded)
    if found and not (not found["roman"] and text[found.start("title")].islower()):
        return text[found.start("title") :].strip(" |[.")
    roman = ROMAN_HEADING.fullmatch(text)
    return roman["title"] if roman else None


def is_agency(text: str) -> bool:
    """Whether the text is, or begins as, what the agencies of such tables are named."""
    return bool(AGENCY_STARTS.match(fold(text))) or is_agency_text(text) or begins_agency(text)


FEW_WORDS = 4
"""Of fewer words of an agency all may be misread."""


@lru_cache(maxsize=20_000)
def is_agency_text(text: str) -> bool:
    """Whether all the words are ones that agencies' names are made of, misread or not."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    words = [word for word in words if len(word) > 1]
    exact = sum(word in AGENCY_WORDS for word in words)
    known = exact + sum(word not in AGENCY_WORDS and _is_misread(word) for word in words)
    return bool(words) and known == len(words) and (exact * 2 >= known or known < FEW_WORDS)


@lru_cache(maxsize=20_000)
def _is_misread(word: str) -> bool:
    return len(word) > 2 and any(one_slip(word, known) for known in AGENCY_WORDS)
