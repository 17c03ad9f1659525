"""Helpers named in the lead's cell, and times that only headings name."""

from datetime import date

import pytest

from plans.annexes import AnnexRows, Row
from plans.said_elsewhere import put_in_place

ISSUED = date(2026, 1, 12)


def make_row(group_title: str = "", lead: str | None = None, deadline: str | None = None) -> Row:
    return Row(1, "I", group_title, "1", "Tổ chức hội nghị", lead=lead, deadline=deadline)


@pytest.mark.parametrize(
    ("cell", "lead", "helpers"),
    [
        ("Chủ trì: Công an xã. Phối hợp: Các thôn.", "Công an xã", "Các thôn"),
        ("- Cơ quan chủ trì: Sở Nội vụ; - Cơ quan phối hợp: Sở Y tế", "Sở Nội vụ", "Sở Y tế"),
        ("Công an xã chủ trì, phối hợp với Trạm Y tế", "Công an xã", "Trạm Y tế"),
        ("Công an xã (chủ trì); Trạm Y tế (phối hợp)", "Công an xã", "Trạm Y tế"),
        ("Chủ trì: Công an xã", "Công an xã", None),
        ("Công an xã", "Công an xã", None),
    ],
)
def test_helpers_are_parted_from_the_lead(cell, lead, helpers):
    (row,) = put_in_place(AnnexRows((make_row(lead=cell),), ()), ISSUED).rows

    assert (row.lead, row.coordinating) == (lead, helpers)


def test_headings_give_the_time_where_no_row_has_any():
    rows = (make_row("QUÝ I/2026"), make_row("Nhiệm vụ hoàn thành trước ngày 30/9/2026"))

    timed = put_in_place(AnnexRows(rows, ()), ISSUED).rows

    assert [row.deadline for row in timed] == ["QUÝ I/2026", "hoàn thành trước ngày 30/9/2026"]


def test_a_heading_gives_no_time_where_rows_have_their_own():
    rows = (make_row("Nhiệm vụ năm 2026"), make_row("Nhiệm vụ năm 2026", deadline="Quý I/2026"))

    timed = put_in_place(AnnexRows(rows, ()), ISSUED).rows

    assert [row.deadline for row in timed] == [None, "Quý I/2026"]


def test_a_cell_that_refers_to_the_row_above_says_what_that_says():
    cells = [
        *[("nt", "30/6/2026"), ("Công an xã", "-nt-"), ("Như trên", "Quý III/2026")],
        *[('"', "-"), ("Phòng Kinh tế", "nt")],
    ]
    rows = tuple(make_row(lead=lead, deadline=until) for lead, until in cells)

    said = put_in_place(AnnexRows(rows, ()), ISSUED).rows

    assert [(row.lead, row.deadline) for row in said] == [
        ("nt", "30/6/2026"),
        ("Công an xã", "30/6/2026"),
        ("Công an xã", "Quý III/2026"),
        ("Công an xã", "-"),
        ("Phòng Kinh tế", "-"),
    ]
