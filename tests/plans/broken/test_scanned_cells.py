"""Tables of a scan that was read cell after cell, or page by page in two ways."""

from datetime import date

import pytest

from plans.annexes import TOP, Above, Row, find_annexes
from plans.broken.forms import part_forms
from plans.broken.scanned_cells import read_scanned_cells
from plans.read import read_plan
from plans.source import split_lines

HEADER = """PHU LUC
PHAN CONG NHIEM VU

Nhiém vu [

Co quan chi tri

Phi hgp

Thdi gian

San pham

"""
CELLS = """Cong tac chi dao, diéu hanh

Kién toan T6
cng tac trién
khai Dé an 06
cap xa

Céng an xa

Van phong
HDND va
UBND xa

Truéc
30/8/2026

Quyét dinh

Xay dung quy
ché hoat dong

Cong an xa

Phong Van
héa - Xa hi

Thang 9/2026

Quy ché
"""
BELOW = """
STT Noi dung nhiém vu Co quan chi tri Co quan phéi hop Thoi gian San pham
IV Bao dam an ninh trat tw

Kiém tra viéc chap hanh
3 phap luat vé phong chay Céng an xa Phong Kinh té 12/2026 Bién ban
chita chay

4 Tuyén truyén, ph6 bién phap luat Céng an xa Phong Van hoa - Xa héi 11/2026 Bao cao
cho nguoi dan
"""
ISSUED = date(2026, 7, 14)


def read(text: str, above: Above = TOP) -> tuple[Row, ...]:
    (annex,) = find_annexes(split_lines(text))
    found = read_scanned_cells(annex, ISSUED, above)
    assert found is not None
    return found.rows


def told(row: Row) -> tuple[str, ...]:
    return tuple(str(cell) for cell in (row.no, row.lead, row.coordinating, row.deadline))


def test_cells_stand_in_the_order_of_the_header_and_rows_are_counted():
    rows = read(HEADER + CELLS)

    assert [told(row) for row in rows] == [
        ("1", "Công an xã", "Văn phòng HĐND và UBND xã", "Trước 30/8/2026"),
        ("2", "Công an xã", "Phòng Văn hóa - Xã hội", "Tháng 9/2026"),
    ]
    assert rows[0].content == "Kién toan T6 cng tac trién khai Dé an 06 cap xa"
    assert {row.group_title for row in rows} == {"Công tác chỉ đạo, điều hành"}
    assert all("number_missing" in row.doubts for row in rows)


def test_a_number_below_bears_out_those_that_were_lost():
    rows = read(HEADER + CELLS.replace("Xay dung quy", "2\n\nXay dung quy"))

    assert [(row.no, row.doubts) for row in rows] == [("1", ()), ("2", ())]


def test_numbers_go_on_from_the_page_before():
    rows = read(HEADER + CELLS, Above(no=7, groups=2))

    assert [(row.group, row.no) for row in rows] == [("III", "8"), ("III", "9")]


def test_words_over_a_page_s_first_cells_belong_to_its_last_row():
    over = HEADER.removeprefix("PHU LUC\nPHAN CONG NHIEM VU\n") + "cua T6 céng tac\n\n"
    rows = read(HEADER + CELLS + "\n" + over + CELLS)

    assert rows[1].content == "Xay dung quy ché hoat dong cua T6 céng tac"
    assert "cells_unsure" in rows[1].doubts
    assert len(rows) == 4


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("PHU LUC\nNoi dung nhiém vu\n\nCo quan chi tri\n\nBao cao\n", id="no-header"),
        pytest.param("PHU LUC\nSTT Noi dung Co quan chi tri Thoi gian\n1 Bao cao\n", id="one-line"),
    ],
)
def test_other_annexes_are_none_of_its(text):
    (annex,) = find_annexes(split_lines(text))

    assert read_scanned_cells(annex, ISSUED) is None


def test_pages_come_in_two_forms():
    (annex,) = find_annexes(split_lines(HEADER + CELLS + BELOW))

    assert [(cells, len(part.lines)) for cells, part in part_forms(annex)] == [
        (True, 25),
        (False, 7),
    ]


def test_cells_named_one_by_one_over_lines_are_no_other_form():
    lines = BELOW.split("\n", 2)[2] * 3
    (annex,) = find_annexes(split_lines(HEADER + lines))

    assert [cells for cells, _ in part_forms(annex)] == [False]


def test_a_plan_of_two_forms_counts_on():
    body = (
        "UY BAN NHAN DAN\nXA HOA TIEN\nKE HOACH\nNoi nhan: Nhu trén; va cac thon, va cac xa, cua\n"
    )
    plan = read_plan(body + HEADER + CELLS + BELOW, issued_on=ISSUED)

    assert [(task.no, task.lead) for task in plan.tasks] == [
        ("1", ("Công an xã",)),
        ("2", ("Công an xã",)),
        ("3", ("Công an xã",)),
        ("4", ("Công an xã",)),
    ]
    assert "cells_unsure" in plan.tasks[1].doubts
