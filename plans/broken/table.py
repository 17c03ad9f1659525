"""Tables printed cell by cell: the lines of a cell stand together, one column after another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from plans.annexes import Annex, AnnexRows, Row
from plans.broken.layout import Cell, Layout
from plans.broken.pieces import part_lines
from plans.cell_doubts import doubt_cells
from plans.columns import Column, find_header
from plans.said_elsewhere import join_times
from plans.source import Line
from plans.words import DASHES

DASH = "- "


@dataclass(slots=True)
class Place:
    """Where in the annex the rows now being read stand: the group and the number above them."""

    group: str = ""
    group_title: str = ""
    no: str = ""
    parent: str | None = None
    dashes: int = 0


@dataclass(slots=True)
class RowCells:
    """The cells of one row, by column."""

    cells: dict[Column, Cell] = field(default_factory=dict)

    def text(self, column: Column) -> str | None:
        return self.cells[column].text if column in self.cells else None


def read_broken_cells(annex: Annex, counted_from: date) -> AnnexRows | None:
    """The rows of an annex printed cell by cell; None if its header is not printed so."""
    header = find_header(annex.lines)
    if header is None:
        return None
    first = min(header.lines)
    body = [line for at, line in enumerate(annex.lines) if at > first and at not in header.lines]
    layout = Layout(header.columns, counted_from)
    cells = layout.lay_out(part_lines(body))
    rows = [row for row, _ in read_rows(cells, layout.columns)]
    return AnnexRows(doubt_cells(rows, layout.columns), unread_lines(body, cells, layout.columns))


def read_rows(
    cells: Sequence[Cell], columns: Sequence[Column]
) -> Iterator[tuple[Row, Mapping[Column, Cell]]]:
    """The rows that the cells make, each with its cells; one that names no task is none."""
    place = Place()
    for part in _rows_and_headings(cells, columns):
        if isinstance(part, Cell):
            place = _enter_group(part)
        elif Column.CONTENT in part.cells:
            yield _read_row(part, place), part.cells


def unread_lines(
    body: Iterable[Line], cells: Sequence[Cell], columns: Sequence[Column]
) -> tuple[Line, ...]:
    """The lines that are in no row's cells and head no group."""
    used = {number for _, own in read_rows(cells, columns) for number in _lines_of(own.values())}
    used.update(_lines_of(cell for cell in cells if cell.column is None))
    return tuple(line for line in body if line.number not in used)


def _rows_and_headings(
    cells: Sequence[Cell], columns: Sequence[Column]
) -> Iterator[RowCells | Cell]:
    """The cells gathered into rows, the headings of groups between them."""
    row = RowCells()
    last = -1
    for cell in cells:
        at = -1 if cell.column is None else columns.index(cell.column)
        if at <= last and row.cells:
            yield row
            row = RowCells()
        if cell.column is None:
            yield cell
        else:
            row.cells[cell.column] = cell
        last = at
    if row.cells:
        yield row


def _enter_group(heading: Cell) -> Place:
    number, _, title = heading.text.partition(" ")
    return Place(number.rstrip(".)"), title)


def _read_row(row: RowCells, place: Place) -> Row:
    """The row as printed; one without a number of its own stands under the number above it."""
    if Column.NO in row.cells:
        place.no = _plain_number(row.text(Column.NO) or "")
        place.parent = row.text(Column.PARENT)
        place.dashes = 0
    content = row.text(Column.CONTENT) or ""
    sub = None
    if content.startswith(DASH):
        place.dashes += 1
        sub, content = place.dashes, content.removeprefix(DASH)
    return Row(
        line=min(_lines_of(row.cells.values())),
        group=place.group,
        group_title=place.group_title,
        no=place.no,
        content=content,
        sub=sub,
        parent=place.parent,
        lead=row.text(Column.LEAD),
        coordinating=row.text(Column.COORDINATING),
        product=row.text(Column.PRODUCT),
        deadline=join_times(row.text(Column.START) or "", row.text(Column.DEADLINE) or ""),
        left=(row.text(Column.NOTE) or "",) if Column.NOTE in row.cells else (),
    )


def _plain_number(printed: str) -> str:
    """The number without its closing mark: "1-3." is 1-3."""
    for dash in DASHES:
        printed = printed.replace(dash, "-")
    return printed.rstrip(".)").replace(" ", "")


def _lines_of(cells: Iterable[Cell]) -> Iterator[int]:
    return (piece.line.number for cell in cells for piece in cell.pieces)
