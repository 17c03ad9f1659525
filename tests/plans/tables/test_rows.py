from datetime import date

from plans.files.document import Cell, Document, Place, Table, TableRow
from plans.read import read_document_plan

HEADS = ("TT", "Nội dung", "Cơ quan thực hiện", "Thời hạn", "Ghi chú")


def row(line: int, *texts: str) -> TableRow:
    return TableRow(tuple(Cell(text, at, at + 1) for at, text in enumerate(texts)), Place(line))


def test_what_stands_in_a_column_of_notes_is_left_over_with_its_line():
    rows = (
        row(1, *HEADS),
        row(2, "1", "Xây dựng kế hoạch", "Công an xã", "10/2025", "Theo Đề án 06"),
    )

    plan = read_document_plan(Document((Table(rows, 0, len(HEADS)),)))

    assert [(task.lead, task.deadline.due) for task in plan.tasks] == [
        (("Công an xã",), date(2025, 10, 31))
    ]
    assert [(left.line, left.text) for left in plan.leftovers] == [(2, "Theo Đề án 06")]


def test_the_numbers_of_columns_are_no_row_where_a_scan_misread_one():
    rows = (
        row(1, *HEADS),
        row(2, "q", "(2)", "", "(4)", "5)"),
        row(3, "1", "Xây dựng kế hoạch", "Công an xã", "10/2025", ""),
    )

    plan = read_document_plan(Document((Table(rows, 0, len(HEADS)),)))

    assert [task.content for task in plan.tasks] == ["Xây dựng kế hoạch"]
