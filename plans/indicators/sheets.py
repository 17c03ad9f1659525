"""Indicator tables that kept their cells: each column known by its header, each row by its cells.

What `indicators` has to find out from broken lines is given here; only headings of groups, rows
that a page cut in two and the year of a table with one result are left to tell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from plans.files.document import Cell, Document, Table, TableRow
from plans.indicators.row import (
    Cells,
    Group,
    IndicatorRow,
    IndicatorRows,
    Place,
    make_row,
    year_in,
)
from plans.said_elsewhere import part_roles
from plans.source import Line
from plans.tables.headers import HEADER_ROWS, TARGETS, read_header
from plans.tables.heads import Subject
from plans.tables.read import AnnexTables
from plans.words import clean, fold, join_lines

NO, NAME, UNIT, RESULT = "no", "name", "unit", "result"
LEAD, COORDINATING, PRODUCT = "lead", "coordinating", "product"
NAMES = (
    (NO, r"s?tt\b|so tt"),
    (NAME, TARGETS),
    (UNIT, r"don vi(?: tinh)?$|dvt"),
    (RESULT, r"ket qua|chi tieu giao|muc can dat|gia tri"),
    (LEAD, r".*chu tri.*phoi hop"),
    (COORDINATING, r".*phoi hop"),
    (LEAD, r".*chu tri|.*theo doi|.*chiu trach nhiem|co quan|don vi|bo phan"),
    (PRODUCT, r"san pham"),
)
"""What a column holds by the words over it; one with a year over it holds that year's targets."""
REACHED = re.compile(
    r"(?:hien trang|thuc trang|thuc hien|thuc te|uoc|ket qua (?:thuc hien|dat)|da dat|nam goc)\b"
)
"""What was reached in a year ("Hiện trạng năm 2025"): no target, beside columns of targets."""
ACROSS = 3
"""Columns that one cell is over which heads a group and names no indicator."""
GROUP_NUMBER = re.compile(r"[IVXL]{1,5}[.)]?|[A-H][.)]?")

Columns = tuple[tuple[str, int, int], ...]


def read_indicator_sheets(document: Document, annexes: Sequence[AnnexTables]) -> IndicatorRows:
    """The rows of every indicator table of a document; never raises."""
    annex_of = {row.place.line: annex for annex in annexes for row in annex.indicators}
    rows: list[IndicatorRow] = []
    unread: list[tuple[str, tuple[Line, ...]]] = []
    columns: Columns = ()
    group, year = Group(""), None
    for row, header in _rows(document):
        if header is not None:
            columns = _name_columns(header)
        annex = annex_of.get(row.place.line)
        if annex is None or not columns:
            continue
        if annex.source != group.source:
            group, year = Group(annex.source), year_in(annex.title)
        heading = _group_heading(row)
        if heading is not None:
            group = group.next(heading[1], heading[0])
            year = year_in(group.title) or year
            continue
        found = _read_row(row, columns, group, year)
        if found is None:
            unread.append((annex.source, (Line(row.place.line, row.text, 0),)))
        elif rows and not found.no and found.name[:1].islower() and not found.targets:
            rows[-1] = replace(rows[-1], name=join_lines([rows[-1].name, found.name]))
        else:
            rows.append(found)
    return IndicatorRows(tuple(_mark_headings(rows)), tuple(unread))


def _rows(document: Document) -> Iterator[tuple[TableRow, Sequence[TableRow] | None]]:
    """Every row of every table; with the first below an indicator header, that header."""
    header: Sequence[TableRow] | None = None
    for table in (block for block in document.blocks if isinstance(block, Table)):
        at = 0
        while at < len(table.rows):
            heads, taken = read_header(table.rows[at : at + HEADER_ROWS])
            if heads is None:
                yield table.rows[at], header
                header = None
            else:
                held = heads.subject is Subject.INDICATORS
                header = table.rows[at : at + taken] if held else ()
            at += max(taken, 1)


def _name_columns(header: Sequence[TableRow]) -> Columns:
    cells = [cell for row in header for cell in row.cells]
    edges = sorted({edge for cell in cells for edge in (cell.left, cell.right)})
    columns: list[tuple[str, int, int]] = []
    for left, right in pairwise(edges):
        said = " ".join(
            fold(clean(cell.text))
            for cell in cells
            if not cell.continued and cell.left < right and left < cell.right
        )
        columns.append((said, left, right))
    aims = [said for said, _, _ in columns if year_in(said) and not REACHED.match(said)]
    return tuple(
        ("" if aims and REACHED.match(said) else year_in(said) or _column_of(said), left, right)
        for said, left, right in columns
    )


def _column_of(said: str) -> str:
    return next((column for column, words in NAMES if re.match(words, said)), "")


def _group_heading(row: TableRow) -> tuple[str, str] | None:
    """The number and title of a group, which stand alone in their row."""
    filled = [clean(cell.text) for cell in row.cells if cell.text and not cell.continued]
    if len(filled) == 2:
        number = fold(re.sub(r"[|l]", "I", filled[0])).upper()  # as a scan reads it
        across = len(row.cells) == 2 and row.cells[1].right - row.cells[1].left >= ACROSS
        if GROUP_NUMBER.fullmatch(number) or across:
            return number.rstrip(".)"), filled[1]
    numbered = (
        re.fullmatch(r"(?P<no>[IVXL]{1,5})[.)]? (?P<title>.+)", filled[0]) if filled else None
    )
    if len(filled) == 1 and numbered:
        return numbered["no"], numbered["title"]
    wide = len(filled) == 1 and not filled[0][0].isdigit() and len(row.cells) <= 2
    return ("", filled[0]) if wide else None


def _read_row(
    row: TableRow, columns: Columns, group: Group, year: str | None
) -> IndicatorRow | None:
    """The row by its cells; None where it names no indicator."""
    text = {column: _text(row.cells, left, right) for column, left, right in columns if column}
    if not text.get(NAME):
        return None
    years = tuple(dict.fromkeys(column for column, _, _ in columns if column.isdigit()))
    result = years or (RESULT,)
    lead, helpers = part_roles(text.get(LEAD))
    cells = Cells(
        name=text[NAME],
        unit=text.get(UNIT) or None,
        targets=tuple(_target(text.get(column, "")) for column in result),
        lead=lead or None,
        coordinating=text.get(COORDINATING) or helpers or None,
        product=text.get(PRODUCT) or None,
    )
    no = text.get(NO, "").rstrip(".)")
    place = Place(group, no, bool(no), row.place.line)
    has_unit = any(column == UNIT for column, _, _ in columns)
    return make_row(
        place, cells, years or (year or "",), has_unit=has_unit, scanned=False, heads=False
    )


def _text(cells: Sequence[Cell], left: int, right: int) -> str:
    """The text of the cell that lies most over the column."""
    over = [(min(cell.right, right) - max(cell.left, left), cell.text) for cell in cells]
    shared, text = max(over, default=(0, ""))
    return join_lines(text.split("\n")) if shared > 0 else ""


def _target(text: str) -> str | None:
    return text if text.strip(" -–—") else None


def _mark_headings(rows: Sequence[IndicatorRow]) -> Iterator[IndicatorRow]:
    """A row without a target or an agency whose next is its first part only heads it."""
    for row, after in pairwise([*rows, None]):
        first = after is not None and after.no == f"{row.no}.1" if row is not None else False
        if row is not None and first and not row.targets and row.lead is None:
            yield replace(row, heading=True, doubts=())
        elif row is not None:
            yield row
