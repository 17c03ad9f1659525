"""A table printed cell by cell, read by whichever of two ways doubts fewer of its rows.

Where each cell's lines stand together, the cheapest way to cut them into columns is surest
(`plans.broken.table`). What a PDF's text leaves has some cells side by side between two gaps; these
are parted by which words follow one another (`plans.woven.table`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plans.agencies.heads import begins_agency
from plans.annexes import Annex, AnnexRows, Row
from plans.broken.table import read_broken_cells
from plans.words import fold
from plans.woven.table import read_pulled_table

WELL_READ, ILL_READ = 0.15, 0.4
"""Where no more of the rows are doubtful, no other way is tried; where more are, all rows are."""


def read_cell_by_cell(annex: Annex, counted_from: date) -> AnnexRows | None:
    """The rows of an annex whose header stands a cell a line; None for any other annex."""
    found = read_broken_cells(annex, counted_from)
    if found is None or _doubtful(found.rows) <= WELL_READ:
        return found and _headings_lead(found)
    pulled = read_pulled_table(annex, counted_from)
    if pulled is not None and _doubtful(pulled.rows) < _doubtful(found.rows):
        found = pulled
    found = _headings_lead(found)
    return found if _doubtful(found.rows) <= ILL_READ else _doubt(found, "cells_unsure")


def _headings_lead(found: AnnexRows) -> AnnexRows:
    """The rows doubted where only headings can say who leads: these are easily out of place."""
    return found if any(row.lead for row in found.rows) else _doubt(found, "lead_unsure")


def _doubt(found: AnnexRows, doubt: str) -> AnnexRows:
    rows = (replace(row, doubts=(*row.doubts, doubt)) for row in found.rows)
    return replace(found, rows=tuple(rows))


def _doubtful(rows: Sequence[Row]) -> float:
    """The share of rows that lack something or say one cell's words in another."""
    led = any(row.lead for row in rows)
    return sum(_is_doubtful(row, led=led) for row in rows) / len(rows) if rows else 1.0


def _is_doubtful(row: Row, *, led: bool) -> bool:
    misplaced = begins_agency(row.content) or re.search(
        r"\b(?:chu tri|phoi hop) ?:", fold(f"{row.content} {row.product}")
    )
    lacks = not (row.deadline and row.content) or (led and not row.lead)
    return bool(row.doubts or lacks or misplaced)
