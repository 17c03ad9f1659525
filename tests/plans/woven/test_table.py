"""Tables whose cells stand on the lines with single spaces between them, in a sound text."""

from datetime import date

import pytest

from plans.annexes import find_annexes
from plans.said_elsewhere import put_in_place
from plans.source import split_lines
from plans.woven.table import read_woven_table

ISSUED = date(2026, 1, 8)
TITLE = "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n"
HEADER = "STT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp Thời gian Sản phẩm Ghi chú\n"
SIDE_BY_SIDE = """I Giám sát, ứng cứu sự cố
1 Duy trì Trung tâm giám sát, điều hành Sở Khoa học và Công an tỉnh Thường xuyên Báo cáo giám
an toàn thông tin mạng của tỉnh Công nghệ sát
2 Tổ chức diễn tập thực chiến bảo đảm Sở Khoa học và Công an tỉnh; Bộ Tháng 9/2026 Báo cáo kết quả
an toàn thông tin mạng Công nghệ Chỉ huy Quân sự diễn tập
tỉnh; Các đơn vị
liên quan
II Đào tạo, tuyên truyền
3 Kiểm tra việc tuân thủ quy định về Công an tỉnh Sở Khoa học và Trước 15/11 Kết luận kiểm
an toàn thông tin mạng tại các cơ Công nghệ hằng năm tra
quan, đơn vị
"""
IN_TURN = """I Giám sát, ứng cứu sự cố
1 Duy trì Trung tâm giám
sát, điều hành an toàn
thông tin mạng của tỉnh
Sở Khoa học và
Công nghệ
Công an tỉnh Thường xuyên Báo cáo giám sát
2 Tổ chức diễn tập thực
chiến bảo đảm an toàn
thông tin mạng
Sở Khoa học và
Công nghệ
Công an tỉnh; Bộ
Chỉ huy Quân sự
tỉnh; Các đơn vị
liên quan
Tháng 9/2026 Báo cáo kết quả
diễn tập
II Đào tạo, tuyên truyền
3 Kiểm tra việc tuân thủ
quy định về an toàn
thông tin mạng tại các
cơ quan, đơn vị
Công an tỉnh Sở Khoa học và
Công nghệ
Trước 15/11
hằng năm
Kết luận kiểm tra
"""

ONE_AGENCY_COLUMN = """STT Nhiệm vụ Sản phẩm, kết Cơ quan thực Thời gian hoàn
quả hiện thành
I Công tác chỉ đạo điều hành
1.1 Ban hành Kế Kế hoạch Sở Nội vụ (chủ Tháng 01/2026
hoạch tuyên trì); các cơ quan,
truyền cải cách đơn vị (phối hợp)
hành chính năm
2026
1.2 Tổ chức kiểm tra Báo cáo kết quả Sở Nội vụ (chủ Từ tháng 4 đến
công tác cải cách kiểm tra trì); Văn phòng tháng 10/2026
hành chính UBND tỉnh; Sở
Tư pháp (phối
hợp)
"""
ROLES_AND_DAYS = """Stt Nội dung công việc Phân công thực hiện Thời gian Kết quả/
Bắt đầu Kết thúc sản phẩm
1 Tổ chức trực ban 24/24 - Chủ trì: Văn phòng 3/2026 4/2026 Sổ trực ban
giờ, tiếp nhận thông tin HĐND và UBND xã
2 Thống kê các hộ dân - Chủ trì: Công an xã 3/2026 15/4/2026 Danh sách hộ dân
sinh sống tại khu vực - Phối hợp: Phòng
có nguy cơ sạt lở Kinh tế, Trạm Y tế xã
"""
DITTOS = """TT Tên nhiệm vụ Đơn vị thực hiện Đơn vị phối hợp Thời hạn Sản phẩm
1 Làm sạch dữ liệu Công an phường Các khu phố Năm 2026 Báo cáo
dân cư
2 Cấp thẻ căn cước nt Các trường học nt Báo cáo
cho công dân
"""


def read(table: str, header: str = HEADER):
    (annex,) = find_annexes(split_lines(TITLE + header + table))
    return read_woven_table(annex, ISSUED)


NUMBERED_COLUMNS = "(1) (2) (3) (4) (5) (6) (7)\n"


@pytest.mark.parametrize(
    "table",
    [SIDE_BY_SIDE, IN_TURN, NUMBERED_COLUMNS + IN_TURN],
    ids=["side-by-side", "in-turn", "columns-numbered"],
)
def test_cells_are_told_by_which_words_follow_one_another(table):
    found = read(table)

    assert [
        (row.group, row.no, row.content, row.lead, row.coordinating, row.deadline, row.product)
        for row in found.rows
    ] == [
        (
            *("I", "1"),
            "Duy trì Trung tâm giám sát, điều hành an toàn thông tin mạng của tỉnh",
            *("Sở Khoa học và Công nghệ", "Công an tỉnh", "Thường xuyên", "Báo cáo giám sát"),
        ),
        (
            *("I", "2"),
            "Tổ chức diễn tập thực chiến bảo đảm an toàn thông tin mạng",
            "Sở Khoa học và Công nghệ",
            "Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh; Các đơn vị liên quan",
            *("Tháng 9/2026", "Báo cáo kết quả diễn tập"),
        ),
        (
            *("II", "3"),
            "Kiểm tra việc tuân thủ quy định về an toàn thông tin mạng tại các cơ quan, đơn vị",
            *("Công an tỉnh", "Sở Khoa học và Công nghệ"),
            *("Trước 15/11 hằng năm", "Kết luận kiểm tra"),
        ),
    ]
    assert [row.group_title for row in found.rows][::2] == [
        "Giám sát, ứng cứu sự cố",
        "Đào tạo, tuyên truyền",
    ]


def test_a_row_that_lost_its_number_is_a_row():
    found = read(SIDE_BY_SIDE.replace("\n3 Kiểm", "\nKiểm"))

    assert [(row.no, row.lead, row.doubts) for row in found.rows][2:] == [
        ("", "Công an tỉnh", ("number_missing",))
    ]


def test_a_text_without_the_header_of_a_table_is_left_to_others():
    (annex,) = find_annexes(split_lines(TITLE + SIDE_BY_SIDE))

    assert read_woven_table(annex, ISSUED) is None


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        pytest.param(
            ONE_AGENCY_COLUMN,
            [
                ("Sở Nội vụ", "các cơ quan, đơn vị", "Tháng 01/2026"),
                (
                    *("Sở Nội vụ", "Văn phòng UBND tỉnh; Sở Tư pháp"),
                    "Từ tháng 4 đến tháng 10/2026",
                ),
            ],
            id="one-column-of-agencies-whose-name-goes-on-below",
        ),
        pytest.param(
            ROLES_AND_DAYS,
            [
                ("Văn phòng HĐND và UBND xã", None, "3/2026 - 4/2026"),
                ("Công an xã", "Phòng Kinh tế, Trạm Y tế xã", "3/2026 - 15/4/2026"),
            ],
            id="labels-within-a-cell-and-days-to-begin-on",
        ),
        pytest.param(
            DITTOS,
            [
                ("Công an phường", "Các khu phố", "Năm 2026"),
                ("Công an phường", "Các trường học", "Năm 2026"),
            ],
            id="cells-that-mean-the-one-above",
        ),
    ],
)
def test_columns_in_other_forms_are_told_too(table, wanted):
    rows = put_in_place(read(table, header=""), ISSUED).rows

    assert [(row.lead, row.coordinating, row.deadline) for row in rows] == wanted


IN_THE_MIDDLE = """PHỤ LỤC
DANH MỤC NHIỆM VỤ
Thời gian hoàn
STT Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp Kết quả
thành
Thành lập Tổ rà soát hộ nghèo, hộ cận Phòng Văn hóa - Phòng Kinh tế, Trưởng
1 05/9/2025 Quyết định
nghèo cấp xã Xã hội các thôn
Phòng Văn hóa -
2 Lập danh sách hộ gia đình cần rà soát Công an xã 15/9/2025 Danh sách
Xã hội
Niêm yết công khai kết quả tại nhà Văn phòng HĐND Công an xã, Trưởng Thông báo
3 25/10/2025
văn hóa thôn, bản và trụ sở UBND xã và UBND xã các thôn niêm yết
Báo cáo kết quả sơ bộ về Ủy ban nhân Phòng Văn hóa - Ban Chỉ huy Quân sự
4 10/11/2025 Báo cáo
dân tỉnh Xã hội xã
"""


def test_a_table_printed_around_its_numbers_is_read() -> None:
    annex = find_annexes(split_lines(IN_THE_MIDDLE))[0]

    found = read_woven_table(annex, date(2025, 8, 28))

    assert found is not None
    assert [(row.no, row.lead, row.deadline, row.product) for row in found.rows] == [
        ("1", "Phòng Văn hóa - Xã hội", "05/9/2025", "Quyết định"),
        ("2", "Phòng Văn hóa - Xã hội", "15/9/2025", "Danh sách"),
        ("3", "Văn phòng HĐND và UBND xã", "25/10/2025", "Thông báo niêm yết"),
        ("4", "Phòng Văn hóa - Xã hội", "10/11/2025", "Báo cáo"),
    ]
    assert found.rows[1].coordinating == "Công an xã"
    assert [row.doubts for row in found.rows] == [
        (),
        ("lead_unsure", "helpers_unsure"),
        (),
        (),
    ]


UNDER_NUMBERS = """PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
TT Nhóm nhiệm vụ Nhiệm vụ cụ thể Đơn vị chủ trì Đơn vị phối hợp Sản phẩm Thời gian
1 Phát triển du lịch sinh Khảo sát, lập quy hoạch các điểm du Phòng Kinh tế \
Phòng Văn hóa - Xã Quy hoạch Quý II/2026
thái lịch sinh thái ven hồ hội
Tập huấn nghiệp vụ cho các hộ làm Phòng Văn hóa - Xã Hội Liên hiệp Phụ nữ Lớp học Tháng 5/2026
dịch vụ lưu trú hội xã
2 Đầu tư hạ tầng Nâng cấp đường vào khu du lịch Ban Quản lý dự án Phòng Kinh tế Đường 2026 - 2027
Lắp đặt biển báo, bảng chỉ dẫn du lịch Phòng Kinh tế Công an xã Biển báo Tháng 8/2026
"""


def test_rows_under_one_number_are_parted_where_the_next_begins() -> None:
    annex = find_annexes(split_lines(UNDER_NUMBERS))[0]

    found = read_woven_table(annex, date(2026, 2, 5))

    assert found is not None
    assert [(row.no, row.sub, row.parent, row.content, row.deadline) for row in found.rows] == [
        (
            "1",
            1,
            "Phát triển du lịch sinh thái",
            "Khảo sát, lập quy hoạch các điểm du lịch sinh thái ven hồ",
            "Quý II/2026",
        ),
        (
            "1",
            2,
            "Phát triển du lịch sinh thái",
            "Tập huấn nghiệp vụ cho các hộ làm dịch vụ lưu trú",
            "Tháng 5/2026",
        ),
        ("2", 1, "Đầu tư hạ tầng", "Nâng cấp đường vào khu du lịch", "2026 - 2027"),
        ("2", 2, "Đầu tư hạ tầng", "Lắp đặt biển báo, bảng chỉ dẫn du lịch", "Tháng 8/2026"),
    ]


MERGED_LEADS = """STT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp Thời gian
1 Rà soát, hoàn thiện cơ chế, chính sách về khoa học, công
nghệ, đổi mới sáng tạo
1.1 Rà soát chính sách hỗ trợ doanh
nghiệp đổi mới công nghệ
Sở Khoa học và
Công nghệ
Sở Tài chính; Sở Công
Thương
Tháng 7/2026
1.2 Ban hành Quy chế quản lý Quỹ phát
triển khoa học và công nghệ
Sở Tài chính Quý II/2026
1.3 Xây dựng cơ chế thử nghiệm đối với
các mô hình kinh doanh mới
Công an tỉnh; Sở Công
Thương
30/10/2026
2 Xây dựng chính sách thu hút nhân lực
2.1 Xây dựng Đề án thu hút chuyên gia
về làm việc tại tỉnh
Sở Nội vụ Sở Khoa học và Công
nghệ
Quý III/2026
"""


def test_helpers_beside_a_lead_printed_once_are_doubted_and_never_parted_between_both():
    found = read(MERGED_LEADS, header="")

    assert found is not None
    assert [(row.group, row.no, row.lead, row.coordinating) for row in found.rows] == [
        ("1", "1.1", "Sở Khoa học và Công nghệ", "Sở Tài chính; Sở Công Thương"),
        ("1", "1.2", "Sở Tài chính", None),
        ("1", "1.3", "Công an tỉnh; Sở Công Thương", None),
        ("2", "2.1", "Sở Nội vụ", "Sở Khoa học và Công nghệ"),
    ]
    assert [row.no for row in found.rows if "lead_unsure" in row.doubts] == ["1.2", "1.3"]
    assert found.rows[0].group_title.endswith("công nghệ, đổi mới sáng tạo")
