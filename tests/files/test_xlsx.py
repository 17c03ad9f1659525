from datetime import date

import pytest

from plans.files.document import Place
from plans.files.read import read_bytes
from plans.parsed import Leftover
from plans.read import read_document_plan
from tests.files.make_xlsx import table_xlsx, vinh_lai_xlsx
from tests.files.wanted import head, labelled_tasks, printed_head, read_tasks

HEADS: list[object] = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời hạn"]


@pytest.mark.parametrize("sheets", [True, False], ids=["a-sheet-an-annex", "one-sheet"])
def test_every_field_of_every_task_comes_out_of_excel(sheets):
    plan = read_document_plan(read_bytes(vinh_lai_xlsx(sheets=sheets), "plan.xlsx"))

    assert read_tasks(plan) == labelled_tasks()
    assert plan.leftovers == ()
    assert head(plan) == printed_head()


def test_a_month_typed_as_a_date_keeps_no_day_and_numbers_are_plain():
    data = table_xlsx([HEADS, [1.0, "Rà soát", "Công an xã", date(2025, 9, 1)]])

    task = read_document_plan(read_bytes(data, "plan.xlsx")).tasks[0]

    assert (task.no, task.deadline_raw, task.deadline.due) == ("1", "9/2025", date(2025, 9, 30))


def test_a_sheet_under_an_agencys_name_is_led_by_it_where_no_column_says_who_leads():
    without = table_xlsx(
        [["TT", "Nhiệm vụ", "Sản phẩm", "Thời hạn"], [1, "Rà soát", "Báo cáo", "2025"]],
        name="Công an xã",
    )
    named = table_xlsx([HEADS, [1, "Rà soát", "Phòng Kinh tế", "2025"]], name="Công an xã")

    plans = [read_document_plan(read_bytes(data, "plan.xlsx")) for data in (without, named)]

    assert [plan.tasks[0].lead for plan in plans] == [("Công an xã",), ("Phòng Kinh tế",)]


def test_rows_that_the_sheet_hides_are_listed_and_no_tasks():
    rows: list[list[object]] = [
        HEADS,
        [1, "Một", "Công an xã", "2025"],
        [2, "Hai", "Công an xã", "2026"],
    ]

    plan = read_document_plan(read_bytes(table_xlsx(rows, hidden=(2,)), "plan.xlsx"))

    assert [task.content for task in plan.tasks] == ["Hai"]
    assert plan.leftovers == (
        Leftover("hidden", 2, "1 | Một | Công an xã | 2025", Place(2, sheet="Sheet", row=2)),
    )


def test_a_line_tells_its_sheet_and_row():
    rows: list[list[object]] = [
        [],
        ["Tên"],
        [],
        [],
        [],
        [],
        [],
        HEADS,
        [1, "Một", "Công an xã", "2025"],
    ]
    task = read_document_plan(read_bytes(table_xlsx(rows), "plan.xlsx")).tasks[0]

    assert task.place == Place(task.line, sheet="Sheet", row=9)
