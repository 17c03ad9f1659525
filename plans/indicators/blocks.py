"""Indicator tables printed cell by cell with blank lines between the cells, each row in full.

Where every cell stands apart nothing need be weighed: the cells are counted. A table in which
cells are lost (an empty one leaves no trace) is left to `rows`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plans.columns import Column
from plans.indicators.row import Cells, Group, IndicatorRow, Place, make_row, year_in
from plans.indicators.tables import IndicatorTable
from plans.indicators.tail import share_tail
from plans.indicators.targets import read_target
from plans.source import Line
from plans.words import fold, join_lines

NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?")
GROUP = re.compile(r"(?P<number>[IVX]{1,5}|[A-H])[.)]?(?: (?P<title>\S.*))?")
LONGEST_TARGET = 60

Block = tuple[Line, ...]
"""The lines of one cell."""


def read_blocks(table: IndicatorTable) -> list[IndicatorRow] | None:
    """The table's rows; None where its cells do not stand apart or do not come out."""
    if table.scanned:
        return None
    blocks = list(_blocks(table.lines))
    starts = _row_starts(blocks)
    rows: list[IndicatorRow] = []
    group, year = Group(table.source), year_in(table.title)
    for start, end in pairwise([*starts, len(blocks)]):
        title = _heading(blocks[start:end])
        if title is not None:
            group = group.next(title)
            year = year_in(title) or year
            continue
        years = table.years or (year or "",)
        row = _read_row(blocks[start:end], table, group, years)
        if row is not None:
            rows.append(row)
    numbered = sum(NUMBER.fullmatch(_text(blocks[at])) is not None for at in starts)
    return rows if rows and len(rows) == numbered and starts[0] == 0 else None


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    begun: list[Line] = []
    for line in lines:
        if begun and line.gap > 0:
            yield tuple(begun)
            begun = []
        begun.append(line)
    if begun:
        yield tuple(begun)


def _text(block: Block) -> str:
    return join_lines([line.text for line in block])


def _row_starts(blocks: Sequence[Block]) -> list[int]:
    """Where rows begin: at their numbers, one after another, and at the headings of groups."""
    starts: list[int] = []
    last: tuple[int, ...] = (0,)
    for at, block in enumerate(blocks):
        text = _text(block)
        if GROUP.fullmatch(text):
            starts.append(at)
        elif NUMBER.fullmatch(text):
            number = tuple(int(part) for part in text.rstrip(".)").split("."))
            if number in _next_numbers(last) and _is_name(blocks[at + 1 : at + 2]):
                starts.append(at)
                last = number
    return starts


def _next_numbers(last: tuple[int, ...]) -> set[tuple[int, ...]]:
    after = {(*last[:depth], last[depth] + 1) for depth in range(len(last))}
    return {*after, (*last, 1), (1,)}


def _is_name(block: Sequence[Block]) -> bool:
    return bool(block) and re.search(r"[^\W\d_]{2}", _text(block[0])) is not None


def _heading(blocks: Sequence[Block]) -> str | None:
    """The title of a group, which has no cells beside it; None for a row."""
    found = GROUP.fullmatch(_text(blocks[0]))
    if found is None or len(blocks) > 2 or bool(found["title"]) == (len(blocks) == 2):
        return None
    return found["title"] or _text(blocks[1])


def _read_row(
    blocks: Sequence[Block], table: IndicatorTable, group: Group, years: tuple[str, ...]
) -> IndicatorRow | None:
    """The row whose cells are all there; None where one is lost."""
    texts = [_text(block) for block in blocks]
    first = 3 if table.has_unit else 2
    targets = texts[first : first + len(years)]
    if len(targets) < len(years) or not all(map(_may_be_target, targets)):
        return None
    tail = [(line, line.text) for block in blocks[first + len(years) :] for line in block]
    shared = share_tail(tail, table)
    cells = Cells(
        name=texts[1],
        unit=texts[2] if table.has_unit else None,
        targets=tuple(raw if raw.strip(" -–—") else None for raw in targets),
        lead=shared.get(Column.LEAD),
        coordinating=shared.get(Column.COORDINATING),
        product=shared.get(Column.PRODUCT),
    )
    place = Place(group, texts[0].rstrip(".)"), True, blocks[0][0].number)
    return make_row(place, cells, years, has_unit=table.has_unit, scanned=False, heads=False)


def _may_be_target(text: str) -> bool:
    if len(text) > LONGEST_TARGET:
        return False
    read = read_target(text)
    ranked = re.fullmatch(r"(?:top|nhom|thu|hang) \d{1,3}", fold(text))
    return read is None or read.value is not None or read.low is not None or ranked is not None
