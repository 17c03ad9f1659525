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


ONE_CELL = """PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ
ST
T
Nội dung công việc Đơn vị thực hiện Sản phẩm Thời gian
hoàn thành
(1) (2) (3) (4) (5)
I CÔNG TÁC LÃNH ĐẠO
1 Kiện toàn Ban Chỉ đạo phát triển khoa
học, công nghệ của Đảng ủy xã
Chủ trì: Ban Xây dựng
Đảng.
Phối hợp: Văn phòng
Đảng ủy.
Quyết định của
Ban Thường vụ
Tháng
01/2026
2 Tổ chức hội nghị quán triệt các văn bản
của Trung ương
Chủ trì: Ban Xây dựng
Đảng.
Phối hợp: Trung tâm
Chính trị; Ủy ban
MTTQ Việt Nam xã.
Hội nghị Tháng 3/2026
II CHUYỂN ĐỔI SỐ
3 Trang bị phòng họp trực tuyến kết nối với
Tỉnh ủy
Chủ trì: Văn phòng
Đảng ủy.
Phối hợp: Phòng Kinh
tế; Công an xã.
Phòng họp
trực tuyến
30/4/2026
"""


def test_a_cell_says_who_leads_and_who_helps_where_no_gap_parts_the_cells():
    found = find_annexes(split_lines(ONE_CELL))[0]

    read = read_cell_by_cell(found, date(2026, 1, 8))

    assert read is not None
    assert [(row.no, row.lead, row.product, row.deadline) for row in read.rows] == [
        (
            "1",
            "Chủ trì: Ban Xây dựng Đảng. Phối hợp: Văn phòng Đảng ủy.",
            "Quyết định của Ban Thường vụ",
            "Tháng 01/2026",
        ),
        (
            "2",
            "Chủ trì: Ban Xây dựng Đảng. Phối hợp: Trung tâm Chính trị; Ủy ban MTTQ Việt Nam xã.",
            "Hội nghị",
            "Tháng 3/2026",
        ),
        (
            "3",
            "Chủ trì: Văn phòng Đảng ủy. Phối hợp: Phòng Kinh tế; Công an xã.",
            "Phòng họp trực tuyến",
            "30/4/2026",
        ),
    ]
    assert [(row.group, row.doubts) for row in read.rows] == [("I", ()), ("I", ()), ("II", ())]
