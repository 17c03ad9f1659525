"""The lines of a table whose cells a scan ran together: its columns, its headings, its rows' lines.

Each printed line holds a piece of several cells side by side ("chính | Sở Nội vụ | cơ quan, đơn
vị, địa | thi đua 3/2025"); the columns' order is all that the header still tells.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from plans.agencies.spotting import ROOT, ways_on
from plans.columns import Column
from plans.scanned import is_near, skeleton, unlikeness
from plans.source import Line
from plans.words import fold

HEADER_NAMES = (
    (Column.CONTENT, ("noi dung", "ten nhiem vu", "nhiem vu", "cong viec")),
    (Column.DEADLINE, ("thoi gian", "thoi han", "hoan thanh", "tien do")),
    (Column.LEAD, ("chu tri", "chu")),
    (Column.COORDINATING, ("phoi hop", "phoi", "viphoi")),
    (Column.PRODUCT, ("san pham", "ket qua")),
)
HEADER_WORDS = [
    *("tt", "stt", "ten", "nhiem", "vu", "noi", "dung", "cong", "viec"),
    *("co", "quan", "don", "vi", "chu", "tri", "phoi", "hop", "san"),
    *("pham", "ket", "qua", "thoi", "gian", "han", "hoan", "thanh", "tien"),
    *("do", "dau", "ra", "thuc", "hien", "ghi"),
]
ORDINAL = r"th\w{1,2} \w{2,5}"
"""How a group is numbered in words, "Thứ nhất: ...", its letters damaged or not."""
WIDE = 25
"""A line so many characters wider than the tasks' column, and nothing of the other columns in it,
is the heading of a group, which is printed over the whole table."""
USUAL_WIDTH = 55


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a line; `bar` where a column's border was read before it, `at` its place."""

    text: str
    bar: bool
    at: int


@dataclass(frozen=True, slots=True)
class Page:
    """What a table without borders still shows: its columns, lines and headings.

    `width` is how many characters the tasks' column takes, as far as it can be told; `breaks` are
    the places where the header was printed again, so that a new page begins.
    """

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    headings: dict[int, tuple[str, str]]
    inside: frozenset[int]
    width: int
    breaks: frozenset[int]


def read_page(lines: Sequence[Line]) -> Page | None:
    """The table's lines without its headers; None where no header names tasks in a table."""
    starts = [at for at, line in enumerate(lines) if _begins_header(line.text)]
    spans = [_header_span(lines, at) for at in starts]
    named = [_read_columns(lines[span.start : span.stop]) for span in spans]
    columns = max(named, key=len, default=())
    if Column.CONTENT not in columns or not {Column.LEAD, Column.DEADLINE} & set(columns):
        return None
    header = {at for span in spans for at in span}
    kept = [at for at in range(spans[0].start, len(lines)) if at not in header]
    body = tuple(lines[at] for at in kept)
    breaks = frozenset(place for place, at in enumerate(kept) if at - 1 in header)
    width = _width(body)
    headings, inside = _find_headings(body, width)
    return Page(columns, body, headings, inside, width, breaks)


@lru_cache(maxsize=5_000)  # a line is read for its signs, laid, and looked through for what is left
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a line, the borders between them kept as marks."""
    found: list[Token] = []
    bar = False
    for word in re.finditer(
        r"\S+", re.sub(r"(?<=\S)\|(?=\S)|(?<=\S)\|(?= )|(?<= )\|(?=\S)", " | ", text)
    ):
        if word[0] == "|":
            bar = True
            continue
        found.append(Token(word[0], bar, word.start()))
        bar = False
    return tuple(found)


def _begins_header(text: str) -> bool:
    """ "TT Tên nhiệm vụ ... Cơ quan phối hợp", however the rest is damaged."""
    words = fold(text).split()
    if not words or words[0] not in ("tt", "stt", "t") or len(words) < 3:
        return False
    return len(_read_names(text)) >= 2


def _header_span(lines: Sequence[Line], at: int) -> range:
    """The header's line, with what of it was read as a line above or below."""
    start = at - 1 if at and _is_header_rest(lines[at - 1].text) else at
    end = at + 1
    while end < len(lines) and end < at + 3 and _is_header_rest(lines[end].text):
        end += 1
    return range(start, end)


def _is_header_rest(text: str) -> bool:
    """Whether nothing but words of a header is printed, and two of them at least or scraps."""
    words = [seen for seen in map(skeleton, text.split()) if len(seen) > 1]
    known = [seen for seen in words if any(is_near(seen, name) for name in HEADER_WORDS)]
    return len(known) >= 2 and len(known) >= len(words) - 1


def _read_names(text: str) -> list[tuple[int, Column]]:
    """Where each column is named, by the first and the last part of its name."""
    words = [skeleton(word) for word in text.split()]
    found = []
    for column, names in HEADER_NAMES:
        places = [place for name in names if (place := _find_name(words, name.split())) is not None]
        if places:
            found.append((min(places), column))
    return sorted(found)


def _find_name(words: Sequence[str], name: Sequence[str]) -> int | None:
    most = 0.5 if len(name) > 1 else 0.1  # one short word is like too many others
    for at in range(len(words) - len(name) + 1):
        if all(
            unlikeness(seen, known) < most
            for seen, known in zip(words[at : at + len(name)], name, strict=True)
        ):
            return at
    return None


def _read_columns(lines: Sequence[Line]) -> tuple[Column, ...]:
    """The columns in their order; the middle line names most, the rest is put where it must be.

    A lead is always named where somebody helps, and before them; a name that only the lines
    around it hold (a deadline's, mostly) stands last unless the middle line says otherwise.
    """
    middle = max(lines, key=lambda line: len(_read_names(line.text)))
    found = [column for _, column in _read_names(middle.text)]
    around = " ".join(line.text for line in lines if line is not middle)
    for _, column in _read_names(around):
        if column not in found:
            found.append(column)
    if Column.COORDINATING in found:
        if Column.LEAD in found:
            found.remove(Column.LEAD)
        found.insert(found.index(Column.COORDINATING), Column.LEAD)
    if Column.DEADLINE not in found:
        found.append(Column.DEADLINE)
    return tuple(found)


def _width(lines: Sequence[Line]) -> int:
    """How wide the tasks' column is: where the first border stands in the lines that have one."""
    bars = sorted(
        place for line in lines for place in [line.text.find("|", 20)] if 30 <= place <= 90
    )
    return bars[len(bars) * 2 // 3] if len(bars) >= 5 else USUAL_WIDTH


def _find_headings(
    lines: Sequence[Line], width: int
) -> tuple[dict[int, tuple[str, str]], frozenset[int]]:
    """The group that each heading opens, by its line's place; and the lines that headings take."""
    headings: dict[int, tuple[str, str]] = {}
    inside: set[int] = set()
    at = 0
    while at < len(lines):
        opened = _read_heading(lines[at].text, width)
        if opened is None:
            at += 1
            continue
        number, title = opened
        last = at + 1
        while last < len(lines) and last < at + 4 and (more := _continues(lines[last].text)):
            number = number or more[0]
            title = f"{title} {more[1]}".strip()
            last += 1
        headings[at] = (number, title)
        inside.update(range(at, last))
        at = last
    return headings, frozenset(inside)


def _read_heading(text: str, width: int) -> tuple[str, str] | None:
    """The number and title of a group, or None for a line of tasks."""
    ordinal = re.match(rf"({ORDINAL}) ?: ?", fold(text))
    if ordinal is not None:
        number, _, title = text.partition(":")
        return number.strip(), title.strip()
    numbered = re.match(r"(?P<no>[IVXivxlr|p]{1,5})[.)]?(?: \|)? (?P<title>[A-ZĐÀ-Ỹ]\S.*)", text)
    body = numbered["title"] if numbered else text
    wide = len(body) > width + WIDE or (numbered is not None and len(body) > width * 0.6)
    if not wide or not body[:1].isupper() or "|" in body or _other_columns(body[width // 2 :]):
        return None
    return (_roman(numbered["no"]) if numbered else "", body)


def _continues(text: str) -> tuple[str, str] | None:
    """What of a heading stands on its next line, the number beside it: "VII | sáng tạo và ..."."""
    alone = re.fullmatch(r"[IVXl|]{1,4}", text)
    if alone is not None:
        return "", ""
    found = re.fullmatch(r"(?:(?P<no>[IVXivxl|%]{1,4})(?: \|)? )?(?P<title>[^\W\d_A-ZĐ].*)", text)
    if found is None or "|" in found["title"] or _other_columns(found["title"]):
        return None
    first = skeleton(found["title"].split()[0])
    if len(first) < 2 or re.search(r"\d{2}|\d/", found["title"]):
        return None
    return _roman(found["no"] or ""), found["title"]


def _other_columns(text: str) -> bool:
    """Whether the words have a deadline, or name an agency with a capital, as beside a task."""
    if re.search(r"\d/\d{4}|\d{5}|xuy\w{1,2}n$", fold(text)):
        return True
    words = text.split()
    return any(
        last.depth > 1
        for word, after in itertools.pairwise(words)
        if word[:1].isupper() or word[:1].isdigit()
        for _, step in ways_on(ROOT, word)
        for _, last in ways_on(step, after)
    )


def _roman(printed: str) -> str:
    """A roman number as far as it was read: "rx" is IX, "|" is I; "" for what is none."""
    numeral = printed.upper().replace("|", "I").replace("L", "I").replace("R", "I")
    return numeral if re.fullmatch(r"[IVX]+", numeral) else ""
