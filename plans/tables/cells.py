"""The cells of a table's row by what their columns hold, and what each of them says."""

import re
from collections.abc import Iterator

from plans.agencies.heads import begins_agency
from plans.columns import Column
from plans.files.document import Cell, TableRow
from plans.said_elsewhere import join_times
from plans.tables.heads import Heads
from plans.tables.marked_times import marked_time
from plans.tables.times import within_month
from plans.words import DASHES, clean, fold, join_lines

DASH = re.compile(rf"[-{DASHES}+•]\s*(?=\S)")


def cells_by_column(row: TableRow, heads: Heads) -> dict[Column, Cell]:
    """The cell of each column: the one that covers most of its width.

    Two cells under one head of times are the days to begin and to end on, as one.
    """
    found: dict[Column, Cell] = {}
    for column, left, right in heads.columns:
        over = [
            (min(cell.right, right) - max(cell.left, left), cell)
            for cell in row.cells
            if cell.left < right and left < cell.right
        ]
        if column is not None and over:
            found[column] = max(over, key=lambda pair: pair[0])[1]
        slack = (right - left) // 10
        inside = [
            cell
            for _, cell in over
            if left - slack <= cell.left and cell.right <= right + slack and clean(cell.text)
        ]
        if column is Column.DEADLINE and len(inside) > 1:
            times = join_times(*(clean(cell.text) for cell in (inside[0], inside[-1])))
            found[column] = Cell(times or "", left, right)
        elif column is Column.DEADLINE and inside:
            found[column] = inside[0]
    return found


def unnamed_cells(row: TableRow, heads: Heads, cells: dict[Column, Cell]) -> Iterator[str]:
    """What stands in no column that is named for something a task has ("Kinh phí")."""
    until = [(left, right) for column, left, right in heads.columns if column is Column.DEADLINE]
    if marked_time(row, heads.times):
        until += [(left, right) for _, left, right in heads.times]
    for cell in row.cells:
        text = clean(cell.text).strip(f"-{DASHES} ")
        told = cell in cells.values() or any(
            left <= cell.left and cell.right <= right for left, right in until
        )
        if text and not told and not cell.continued:
            yield text


def text_of(cells: dict[Column, Cell], column: Column) -> str:
    return cells[column].text.strip() if column in cells else ""


def time_of(cells: dict[Column, Cell]) -> str | None:
    start, end = (text_of(cells, column).split("\n") for column in (Column.START, Column.DEADLINE))
    time = join_times(join_lines(start), join_lines(end))
    return within_month(clean(text_of(cells, Column.MONTH)), time)


GOES_ON = re.compile(r"\b(?:uy ban|ban thuong truc)$")
"""What ends no agency's name: "Ban Thường trực Ủy ban", and below it "Mặt trận Tổ quốc"."""


def agencies_of(text: str) -> str | None:
    """The agencies of a cell, on a line each where the cell has them so."""
    lines: list[str] = []
    for line in text.split("\n"):
        bare = DASH.sub("", line, count=1)
        if lines and (not begins_agency(bare) or GOES_ON.search(fold(lines[-1]))):
            lines[-1] = join_lines([lines[-1], line])
        else:
            lines.append(join_lines([line]))
    return "\n".join(line for line in lines if line) or None
