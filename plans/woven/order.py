"""The order of a woven table's columns, where its header does not tell it by itself.

A name that stands above the others ("Thời gian hoàn" over "thành") has lost its place
among them, and a scan may have lost it; of all places it may have, and none, that is taken in
which the first rows' words fit best.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from plans.columns import Column
from plans.woven.page import Header
from plans.woven.row import RowLayout
from plans.woven.spans import begin_with_numbers, lines_said
from plans.woven.stretches import Stretch

TRIED_ROWS, MOST_FLOATING = 8, 3
NOT_THERE = 2.0
"""What it costs a row that no column says who leads, or until when: nearly all tables do."""


def order_columns(
    head: Header, stretches: Sequence[Stretch], counted_from: date
) -> tuple[Column, ...]:
    """The columns from left to right."""
    if not 0 < len(head.floating) + len(head.lost) <= MOST_FLOATING:
        return head.columns
    said = [lines_said(stretch) for stretch in stretches]
    topped = begin_with_numbers(stretches, said)
    rows = [
        row
        for stretch, lines in zip(stretches, said, strict=True)
        for row in _rough_rows(stretch, lines, topped=topped)
    ][:TRIED_ROWS]
    fixed = tuple(column for column in head.columns if column not in head.floating)
    floating = tuple(one for one in head.floating if one is not Column.CONTENT)
    if floating != head.floating:
        fixed = (Column.CONTENT, *fixed)

    def cost(columns: tuple[Column, ...]) -> float:
        layout = RowLayout(columns, counted_from, in_turn=False, topped=topped)
        lacking = {Column.LEAD, Column.DEADLINE} - set(columns)
        return sum(layout.lay(row).cost + NOT_THERE * len(lacking) for row in rows)

    some = [lost for count in range(len(head.lost) + 1) for lost in combinations(head.lost, count)]
    orders = [one for lost in some for one in _orders(fixed, (*floating, *lost))]
    return min(
        [head.columns, *(one for one in orders if not head.lost or _is_usual(one))], key=cost
    )


def _is_usual(columns: tuple[Column, ...]) -> bool:
    """Whether the task stands first, and who leads before who helps."""
    led = [one for one in columns if one in (Column.LEAD, Column.COORDINATING)]
    return columns[0] in (Column.CONTENT, Column.PARENT) and led[:1] != [Column.COORDINATING]


def _rough_rows(stretch: Stretch, said: Sequence[str], *, topped: bool) -> Iterator[Sequence[str]]:
    """The lines of each row as far as its number tells: down to the next, or halfway to it."""
    places = [at for at, _ in stretch.marks]
    for at, place in enumerate(places):
        above = places[at - 1] if at else -1
        below = places[at + 1] if at + 1 < len(places) else len(said)
        start, end = (
            (place, below) if topped else ((above + place) // 2 + 1, (place + below) // 2 + 1)
        )
        yield said[start : min(end, len(said))]


def _orders(
    fixed: tuple[Column, ...], floating: tuple[Column, ...]
) -> Iterator[tuple[Column, ...]]:
    """Every order in which the floating columns, one after another, stand among the fixed ones."""
    if not floating:
        yield fixed
        return
    for order in _orders(fixed, floating[1:]):
        for at in range(len(order) + 1):
            yield (*order[:at], floating[0], *order[at:])
