"""Tables printed cell by cell whose cells stand side by side here and there."""

from datetime import date

from plans.annexes import find_annexes
from plans.broken.pulled import read_cell_by_cell
from plans.source import split_lines

HEADER = """PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ
STT

Tên nhiệm vụ

Cơ quan, đơn vị
chủ trì

Cơ quan, đơn vị
phối hợp

Thời gian hoàn
thành

Sản phẩm

"""
PULLED = """1

Bê tông hóa tuyến
đường liên thôn

Phòng Kinh tế

Công an xã

30/6/2026

Công trình

2

Sửa chữa hội
trường Ủy ban
nhân dân xã

Văn phòng HĐND
và UBND xã

Phòng Kinh tế

15/7/2026

Biên bản nghiệm
thu

3

Lắp đặt camera
Công an xã
giám sát an ninh
trên các tuyến phố

Các thôn

31/8/2026

Hệ thống camera
"""


def test_cells_side_by_side_between_two_gaps_are_parted():
    (annex,) = find_annexes(split_lines(HEADER + PULLED))

    found = read_cell_by_cell(annex, date(2026, 1, 27))

    assert found is not None
    assert [
        (row.no, row.content, row.lead, row.coordinating, row.deadline) for row in found.rows
    ] == [
        ("1", "Bê tông hóa tuyến đường liên thôn", "Phòng Kinh tế", "Công an xã", "30/6/2026"),
        (
            *("2", "Sửa chữa hội trường Ủy ban nhân dân xã", "Văn phòng HĐND và UBND xã"),
            *("Phòng Kinh tế", "15/7/2026"),
        ),
        (
            *("3", "Lắp đặt camera giám sát an ninh trên các tuyến phố", "Công an xã"),
            *("Các thôn", "31/8/2026"),
        ),
    ]
