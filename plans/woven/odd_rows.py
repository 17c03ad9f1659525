"""Rows of a damaged table doubted because a cell of theirs reads as none would.

What a border left, or the cell beside it, is made into words by restoring: "Hạ tầng a và Đô thị
Hội nghị". Such words tie badly to one another, and what is too much in one cell another may lack.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from db.enums import DeadlineKind
from plans.agencies.keys import is_collective, is_well_known
from plans.agencies.parting import split_agencies
from plans.agencies.usual import KNOWN
from plans.annexes import Row
from plans.deadlines.read import read_deadline
from plans.mixed.usual_products import USUAL
from plans.restore import restore_text
from plans.restore.language import BREAK
from plans.restore.model import tokens
from plans.words import letters
from plans.woven.words import tie

LOOSE = 0.5
"""What the loosest tie of a cell's words may cost: of 116 products that scans left, 61 of the 69
wrong ones and 19 of the 47 right ones had a looser."""
LONGEST = 12
"""In words: a longer product has those of another row as well."""
PRODUCTS = frozenset(map(letters, USUAL))


def doubt_odd_rows(rows: Sequence[Row], counted_from: date) -> tuple[Row, ...]:
    """The rows, those doubted that a cell makes doubtful; all cells of one without a time that
    others have. What the body's prose says again is sure."""
    timed = any(row.deadline for row in rows)
    return tuple(
        replace(
            row,
            doubts=tuple(dict.fromkeys([*row.doubts, *_doubts(row, counted_from, timed=timed)])),
        )
        if row.again is None
        else row
        for row in rows
    )


def _doubts(row: Row, counted_from: date, *, timed: bool) -> Iterator[str]:
    until = restore_text(row.deadline or "", damaged=True).text
    read = read_deadline(until, issued_on=counted_from).kind is not DeadlineKind.UNREADABLE
    if timed and not (until and read):
        yield "cells_unsure"
    product = restore_text(row.product or "", damaged=True).text
    if product and letters(product) not in PRODUCTS and _is_odd_product(product):
        yield from ("product_unsure", "lead_unsure", "helpers_unsure")
    if any(map(_is_odd_name, split_agencies(row.lead or ""))):
        yield "lead_unsure"


def _is_odd_product(said: str) -> bool:
    return said[0].islower() or said.count(" ") >= LONGEST or is_loose(said)


def _is_odd_name(name: str) -> bool:
    return letters(name) not in KNOWN and not (
        is_well_known(name) or is_collective(name) or not is_loose(name)
    )


def is_loose(text: str) -> bool:
    """Whether two words that stand beside one another in the text hardly ever do.

    >>> is_loose("Hội nghị phường lên"), is_loose("Hợp đồng")
    (True, False)
    """
    words = [word for word in tokens(text) if word != BREAK]
    after = [*words[1:], BREAK]
    before = [BREAK, *words[:-1]]
    ways = zip(before, words, after, strict=True)
    return any(tie(one, two, (three,)) > LOOSE for one, two, three in ways)
