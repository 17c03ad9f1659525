"""The times of a scanned table's rows, freed of what borders and stains left beside them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import inf

from db.enums import DeadlineKind
from plans.annexes import Row
from plans.deadlines.read import read_deadline
from plans.mixed.costs import clear_deadline
from plans.words import fold


def mend_times(
    rows: Sequence[Row], guessed: Collection[int], counted_from: date
) -> tuple[Row, ...]:
    """The rows, those doubted whose time was put right, or says a quarter that was guessed;
    `guessed` are the numbers of the lines with such a quarter."""
    return tuple(_mended(rows, guessed, counted_from))


def _mended(rows: Sequence[Row], guessed: Collection[int], counted_from: date) -> Iterator[Row]:
    below = [*(row.line for row in rows[1:]), inf]
    for row, end in zip(rows, below, strict=True):
        time = row.deadline or ""
        if read_deadline(time, issued_on=counted_from).kind is DeadlineKind.UNREADABLE:
            time = clear_deadline(time, counted_from) or ""
        quarter = fold(time).startswith("quy") and any(row.line <= at < end for at in guessed)
        if not time or (time == row.deadline and not quarter):
            yield row
            continue
        doubts = [doubt for doubt in row.doubts if doubt != "deadline_unreadable"]
        yield replace(row, deadline=time, doubts=(*doubts, "deadline_guessed"))
