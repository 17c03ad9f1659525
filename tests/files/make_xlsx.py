"""Workbooks as offices make them, from the plan as printed."""

import io
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.files.plan import WIDTHS, PrintedTable, annexes, body_paragraphs


def vinh_lai_xlsx(*, sheets: bool = True) -> bytes:
    """The labelled plan; `sheets`: an annex a sheet, else all of it on one."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Kế hoạch"
    for text in body_paragraphs():
        sheet.append([text])
    for number, annex in enumerate(annexes(), 1):
        if sheets:
            sheet = book.create_sheet(f"PL{number}")
        else:
            sheet.append([])
        sheet.append([annex.title])
        sheet.merge_cells(
            start_row=sheet.max_row,
            end_row=sheet.max_row,
            start_column=1,
            end_column=len(annex.table.heads),
        )
        add_table(sheet, annex.table)
    return saved(book)


def add_table(sheet: Worksheet, printed: PrintedTable) -> None:
    count = len(printed.heads)
    for column, share in enumerate(WIDTHS.get(count, (100 // count,) * count), 1):
        sheet.column_dimensions[get_column_letter(column)].width = share
    sheet.append(list(printed.heads))
    begins: dict[int, int] = {}
    for row in printed.rows:
        sheet.append(
            ["" if at in row.merged else _value(text) for at, text in enumerate(row.cells)]
        )
        here = sheet.max_row
        if row.wide:
            sheet.merge_cells(start_row=here, end_row=here, start_column=2, end_column=count)
        for column in range(count):
            if column not in row.merged:
                begins[column] = here
            elif row.merged:
                _extend_merge(sheet, column + 1, begins[column], here)
        for cell in sheet[here]:
            cell.alignment = Alignment(wrap_text=True)


def _extend_merge(sheet: Worksheet, column: int, top: int, bottom: int) -> None:
    if bottom - top > 1:
        sheet.unmerge_cells(
            start_row=top, end_row=bottom - 1, start_column=column, end_column=column
        )
    sheet.merge_cells(start_row=top, end_row=bottom, start_column=column, end_column=column)


def _value(text: str) -> str | int:
    """As Excel takes what is typed: a number becomes one."""
    return int(text) if text.isdigit() else text


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def table_xlsx(
    rows: list[list[object]], *, hidden: tuple[int, ...] = (), name: str = "Sheet"
) -> bytes:
    """One sheet of plain rows, dates formatted by month."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, date):
                cell.number_format = "mm/yyyy"
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    return saved(book)
