"""The annexes of a plan, and the rows that readers of annexes give.

A reader is made for one way of printing (cell by cell, a labelled list, ...). It takes an annex
and gives its rows, or None if the annex is not printed its way; `plans.read` asks them in turn.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from plans.head.document_kinds import ISSUED
from plans.source import Line
from plans.words import fold

ROMAN = {"i": 1, "v": 5, "x": 10}
HEADING = re.compile(r"(?:phu|phy) luc(?: so)?(?: (?P<number>[ivx]+|\d+|\||l+))?(?P<rest>.*)")
ISSUED_WITH = re.compile(
    rf"\(?\W{{0,2}}(?:ban hanh )?kem theo (?:\S{{2,3}} hoach|(?:{ISSUED}) so)\b.*"
)
""" "(Ban hành kèm theo Kế hoạch số ...)", which stands under the title of every annex."""
TITLE_LINES = 6
"""So many lines above it at most stands the annex's own heading, unless scanning lost it."""
LARGEST_SKIP = 3
"""Annexes are numbered one after another; a number further off than this is misread."""


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex; `source` is the name that its tasks carry, such as "annex-3"."""

    source: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an annex, each cell as printed with its lines joined; None for no cell.

    `doubts` are those that only its reader could see; `plans.read` adds its own. `left` are runs
    of words on the row's lines that ended in none of its cells; `again` is the task in the words of
    another part of the plan, where `content` was mended with them.
    """

    line: int
    group: str
    group_title: str
    no: str
    content: str
    sub: int | None = None
    parent: str | None = None
    lead: str | None = None
    coordinating: str | None = None
    product: str | None = None
    deadline: str | None = None
    doubts: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    again: str | None = None


@dataclass(frozen=True, slots=True)
class AnnexRows:
    """What a reader made of an annex: its rows, and the lines that ended in none."""

    rows: tuple[Row, ...]
    unread: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Above:
    """What of an annex stands on the pages before: its last row's number, and how many groups."""

    no: int = 0
    groups: int = 0

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Above":
        groups = {(row.group, row.group_title) for row in rows if row.group or row.group_title}
        last = rows[-1].no if rows else ""
        return cls(int(last) if last.isdigit() else 0, len(groups))


TOP = Above()
"""An annex's first page, with nothing above it."""

Reader = Callable[[Annex, date], AnnexRows | None]
"""Takes the day that deadlines count from, to tell a deadline from other words."""


def find_annexes(lines: Sequence[Line]) -> tuple[Annex, ...]:
    """Every annex of the plan in order, whatever it holds."""
    starts = _find_starts(tuple(lines))
    annexes: list[Annex] = []
    last = 1 if starts and _tables_before(lines, starts[0]) else 0
    for start, end in zip(starts, [*starts, len(lines)][1:], strict=True):
        last = _number_of(lines[start].text, last)
        annexes.append(Annex(f"annex-{last}", lines[start].text, tuple(lines[start + 1 : end])))
    return tuple(annexes)


def heading_number(text: str, last: int) -> int | None:
    """The number of the annex that the line heads, `last` being that of the one before it; None
    for a line that heads none."""
    return _number_of(text, last) if _is_heading(text) else None


def body_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines before the first annex."""
    starts = _find_starts(tuple(lines))
    first = starts[0] if starts else len(lines)
    tables = _tables_before(lines, first)
    return tuple(lines[: tables[0] if tables else first])


def read_number(printed: str) -> int | None:
    """The value of an arabic or roman number; None for anything else."""
    if printed.isdigit():
        return int(printed)
    values = [ROMAN.get(letter, 0) for letter in printed.lower().replace("|", "i")]
    if not values or 0 in values:
        return None
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


@lru_cache(maxsize=2)  # a plan's body, its tasks and its indicators are each looked for
def _find_starts(lines: tuple[Line, ...]) -> tuple[int, ...]:
    """Where each annex begins: at its heading, or at the line under it if the heading is lost."""
    starts: list[int] = []
    for at, line in enumerate(lines):
        if _is_heading(line.text):
            starts.append(at)
        elif ISSUED_WITH.fullmatch(fold(line.text)):
            headed = any(at - TITLE_LINES <= start for start in starts)
            if not headed and _signed(lines[:at]):
                starts.append(_title_above(lines, at))
    return tuple(starts)


def _title_above(lines: Sequence[Line], at: int) -> int:
    """Where the title in capitals begins that stands over the line, if one does."""
    top = at
    while top and at - top < TITLE_LINES and lines[top - 1].text.isupper():
        top -= 1
    return top


def _signed(lines: Sequence[Line]) -> bool:
    """Whether the body of the plan has ended: whom it goes to ("Nơi nhận") was named."""
    return any(re.match(r"noi nh\w{1,3}n\b", fold(line.text)) for line in lines)


def _tables_before(lines: Sequence[Line], end: int) -> list[int]:
    """Where tables begin between the body's end and the first annex that is known: an annex lost
    its heading and all that stands under it, so that only the table's header tells of it."""
    return [
        at
        for at in range(end)
        if re.match(r"s?tt \S+ \S+", fold(lines[at].text)) and _signed(lines[:at])
    ]


def _is_heading(text: str) -> bool:
    """ "PHỤ LỤC 3: PHÂN CÔNG ...", "Phụ lục II"; not a sentence that mentions one."""
    found = HEADING.fullmatch(fold(text))
    if found is None:
        return False
    return text[:7].isupper() or not re.search(r"[a-z]{2}", found["rest"])


def _number_of(text: str, last: int) -> int:
    """The annex's number: as printed where that follows the one before, else the next."""
    found = HEADING.fullmatch(fold(text))
    printed = read_number(found["number"] or "") if found else None
    return printed if printed and last < printed <= last + LARGEST_SKIP else last + 1
