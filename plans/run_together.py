"""Tables whose cells ran together, by whichever reader makes most sense of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from plans.annexes import Above, Annex, AnnexRows
from plans.broken.forms import Part, join_parts
from plans.broken.scanned_cells import read_scanned_cells
from plans.mixed.table import read_mixed_table
from plans.source import Line
from plans.sure_rows import count_sure
from plans.woven.odd_rows import doubt_odd_rows
from plans.woven.table import count_numbered, read_woven_table

MOST_SURE = 0.8
"""So many of a table's rows make sense where its numbers and its header need no second look."""


def read_pages(parts: Iterable[Part], counted_from: date, body: Sequence[Line]) -> AnnexRows:
    """The rows of a scan's pages in several forms; those of all but the first go on from the ones
    above."""
    found = AnnexRows((), ())
    for by_cells, part in parts:
        above = Above.of(found.rows)
        read = read_scanned_cells(part, counted_from, above) if by_cells else None
        if read is None and found.rows:
            woven = read_woven_table(part, counted_from, scanned=True, ruined=True, above=above)
            read = _doubt_odd(woven or AnnexRows((), part.lines), counted_from)
        read = read or read_run_together(part, counted_from, body, scanned=True)
        found = join_parts(found, read)
    return found


def read_run_together(
    annex: Annex, counted_from: date, body: Sequence[Line], *, scanned: bool
) -> AnnexRows:
    """The rows of the table, told by its words where these are sound, and mended by what the body
    says of the same tasks where a scan damaged them; all lines are left over where none is read."""
    found = _choose(annex, counted_from, body, scanned=scanned) or AnnexRows((), annex.lines)
    return _doubt_odd(found, counted_from) if scanned else found


def _choose(
    annex: Annex, counted_from: date, body: Sequence[Line], *, scanned: bool
) -> AnnexRows | None:
    woven = read_woven_table(annex, counted_from, scanned=scanned)
    found = woven or read_mixed_table(annex, counted_from, body)
    sure = count_sure(found, counted_from) if found else 0
    whole = woven is None or count_numbered(annex) <= len(woven.rows)
    if found is not None and whole and sure >= MOST_SURE * len(found.rows):
        return found
    ruined = read_woven_table(annex, counted_from, scanned=scanned, ruined=True)
    if found is None or ruined is None:
        return found or ruined
    better = len(ruined.rows) + count_sure(ruined, counted_from) > len(found.rows) + sure
    return ruined if better else found


def _doubt_odd(found: AnnexRows, counted_from: date) -> AnnexRows:
    return replace(found, rows=doubt_odd_rows(found.rows, counted_from))
