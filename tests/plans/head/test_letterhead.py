from datetime import date

import pytest

from plans.head.letterhead import Letterhead, latest_cited, month_begins, read_letterhead
from plans.source import split_lines

PRINTED = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ NGHI DƯƠNG Độc lập - Tự do - Hạnh phúc
Số: 07 /KH-UBND Nghi Dương, ngày 14 tháng 7 năm 2025
KẾ HOẠCH
Thực hiện Nghị quyết 57-NQ/TW ngày 22/12/2024
của Bộ Chính trị

Thực hiện Kế hoạch số 142/KH-UBND ngày 09/6/2025 của thành phố;
Ủy ban nhân dân xã Nghi Dương xây dựng Kế hoạch triển khai như sau:
"""


def test_a_letterhead_gives_number_date_issuer_and_title():
    assert read_letterhead(split_lines(PRINTED)) == Letterhead(
        number="07/KH-UBND",
        issued_on=date(2025, 7, 14),
        issuer="Ủy ban nhân dân xã Nghi Dương",
        title="Kế hoạch thực hiện Nghị quyết 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
    )


@pytest.mark.parametrize(
    ("left", "number", "says", "issuer"),
    [
        (
            "UBND TỈNH HÒA NINH SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
            "318/KH-SVHTTDL",
            "Sở Văn hóa, Thể thao và Du lịch xây dựng Kế hoạch như sau:",
            "Sở Văn hóa, Thể thao và Du lịch",
        ),
        (
            "SỞ Y TẾ TỈNH AN HẢI\nBỆNH VIỆN ĐA KHOA KHU VỰC NAM AN",
            "41/KH-BV",
            "Theo Kế hoạch của Sở Y tế; Bệnh viện Đa khoa khu vực Nam An ban hành Kế hoạch:",
            "Bệnh viện Đa khoa khu vực Nam An",
        ),
        (
            "BỘ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG ĐẠI HỌC AN HẢI",
            "12/KH-ĐHAH-TT&PC",
            "Thực hiện Thông tư của Bộ Giáo dục và Đào tạo, Trường Đại học An Hải lập Kế hoạch:",
            "Trường Đại học An Hải",
        ),
        (
            "TRƯỜNG ĐẠI HỌC AN HẢI\nPHÒNG THANH TRA & PHÁP CHẾ",
            "12/KH-TTPC",
            "Phòng Thanh tra & Pháp chế chủ trì.",
            "Phòng Thanh tra & Pháp chế",
        ),
        (
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG THCS NAM AN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "12/KH-THCS",
            "Nhà trường xây dựng kế hoạch như sau:",
            "Trường THCS Nam An",
        ),
        (
            "UBND XÃ NGHI DƯƠNG\nPHÒNG KINH TẾ",
            "07/KH-UBND",
            "Theo đề nghị của Phòng Kinh tế; UBND xã Nghi Dương ban hành Kế hoạch như sau:",
            "Ủy ban nhân dân xã Nghi Dương",
        ),
    ],
)
def test_an_office_issues_under_its_own_number(left, number, says, issuer):
    printed = f"{left}\nSố: {number}\nKẾ HOẠCH\nCông tác năm 2026\n\nCăn cứ Luật.\n{says}\n"

    assert read_letterhead(split_lines(printed)).issuer == issuer


def test_a_line_drawn_under_the_title_ends_it():
    drawn = PRINTED.replace("trị\n\nThực hiện", "trị\n-----\nBan Thường vụ ban hành")

    assert read_letterhead(split_lines(drawn)).title == (
        "Kế hoạch thực hiện Nghị quyết 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"
    )


@pytest.mark.parametrize(
    "number", ["57a/KH-UBND", "12/KH-ĐHAH-TTPC", "860/KH-CCTT&BVTV", "26-KH/ĐĐQH15"]
)
def test_a_number_is_read_to_its_last_sign(number):
    assert read_letterhead(split_lines(PRINTED.replace("07 /KH-UBND", number))).number == number


def test_a_partys_standing_committee_issues_for_its_committee():
    lines = split_lines("Ban Thường vụ Đảng ủy xã Tân Kỳ ban hành Kế hoạch như sau:\n")

    assert read_letterhead(lines).issuer == "Đảng ủy xã Tân Kỳ"


@pytest.mark.parametrize(
    ("printed", "number", "title"),
    [
        pytest.param(
            "Số: 77/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc ban hành Danh mục nhiệm vụ\n"
            "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU\nCăn cứ Luật ...\n",
            *("77/QĐ-UBND", "Quyết định về việc ban hành Danh mục nhiệm vụ"),
            id="decision",
        ),
        pytest.param(
            "Số: 14/TB-UBND\nTHÔNG BÁO\nKết luận của Chủ tịch UBND xã\n\nNgày 29/01/2026, ...\n",
            *("14/TB-UBND", "Thông báo kết luận của Chủ tịch UBND xã"),
            id="notice",
        ),
        pytest.param(
            "Số 12-CTr/TU\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết 57\n-----\nThực hiện ...\n",
            *("12-CTr/TU", "Chương trình hành động thực hiện Nghị quyết 57"),
            id="programme",
        ),
        pytest.param(
            "Số: 115/CĐ-UBND\nCÔNG ĐIỆN\nVề việc ứng phó bão số 3\n\nĐể chủ động ...\n",
            *("115/CĐ-UBND", "Công điện về việc ứng phó bão số 3"),
            id="telegram",
        ),
        pytest.param(
            "Số: 45/KH-THCS\nKẾ HOẠCH NĂM HỌC 2026-2027\n(Khối chính quy)\nLịch như sau:\n",
            *("45/KH-THCS", "Kế hoạch NĂM HỌC 2026-2027 (Khối chính quy)"),
            id="title-beside-its-kind",
        ),
        pytest.param(
            "Số: 45/NQ-HĐND\nNGHỊ QUYẾT\nVề phát triển chợ\nCHÍNH PHỦ\nCăn cứ Luật ...\n",
            *("45/NQ-HĐND", "Nghị quyết về phát triển chợ"),
            id="who-decides-below-the-title",
        ),
        pytest.param(
            "Số: 45/KH-BCĐ\nKẾ HOẠCH\nPHÒNG, CHỐNG DỊCH\n\nCăn cứ Luật ...\n",
            *("45/KH-BCĐ", "KẾ HOẠCH PHÒNG, CHỐNG DỊCH"),
            id="capitals",
        ),
    ],
)
def test_the_head_of_another_kind_of_document_is_read_as_a_plans(printed, number, title):
    head = read_letterhead(split_lines(printed))

    assert (head.number, head.title) == (number, title)


def test_what_a_head_does_not_print_is_none():
    assert read_letterhead(
        split_lines("KẾ HOẠCH\nchuyển đổi số\nCăn cứ Nghị quyết 57\n")
    ) == Letterhead(number=None, issued_on=None, issuer=None, title="Kế hoạch chuyển đổi số")
    assert read_letterhead(()) == Letterhead(None, None, None, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param(
            "S6 10-KH/PU Tan Ky, ngay 19 thdng 9 niam 2025", date(2025, 9, 19), id="damaged"
        ),
        pytest.param(
            "S627 -KH/PU Binh Tén, ngay 19thdang 11ndam 2025", date(2025, 11, 19), id="joined"
        ),
        pytest.param("Hà Nội, ngày 31 tháng 2 năm 2025", None, id="no-such-day"),
    ],
)
def test_the_date_of_issue_is_read_from_a_damaged_head(line, day):
    assert read_letterhead(split_lines(f"{line}\nKE HOACH\nhanh dong\n")).issued_on == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "Nghị quyết số 57-NQ/TW, ngày 22/12/2024; Kế hoạch số 238/KH-UBND ngày 13/9/2025; "
            "Kế hoạch hành động số 12-KH/TU, ngày\n26/8/2025",
            date(2025, 9, 13),
            id="the-latest-of-three",
        ),
        pytest.param("Nghị quyết số 193/2025/QH15 ngày 19/02/2025", date(2025, 2, 19), id="a-law"),
        pytest.param("hoàn thành trước ngày 20/12/2025", None, id="a-deadline-is-no-document"),
        pytest.param("số 238/KH-UBND ngày 31/9/2025", None, id="no-such-day"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_latest_cited_document_is_the_one_with_the_latest_date(text, day):
    assert latest_cited(text) == day


def test_a_head_without_number_and_day_takes_them_from_under_an_annexs_title():
    head = split_lines("Số:    -KH/ĐU Tân Kỳ, ngày    tháng 9 năm 2025\nKẾ HOẠCH\nchuyển đổi số\n")
    annex = split_lines("(Ban hanh kem theo Ké hoach so 10-KH/PU ngay 19 /9/2025 cua Dang uy)")

    alone, helped = read_letterhead(head), read_letterhead(head, annex)

    assert (alone.number, alone.issued_on) == (None, None)
    assert (helped.number, helped.issued_on) == ("10-KH/ĐU", date(2025, 9, 19))
    assert month_begins(head) == date(2025, 9, 1)


def test_a_scan_s_motto_beside_and_below_is_no_place():
    head = """UY BAN NHAN DAN CONG HOA XA HOI CHU NGHIA
os = VIET NAM
XA HOA TIEN :
ie Doc lap - Ty do - Hanh phtic
S6: 88/KH-UBND
KE HOACH
"""
    assert read_letterhead(split_lines(head)).issuer == "Ủy ban nhân dân xã Hoa Tien"


def test_a_scan_s_school_is_known_by_its_letterhead():
    head = """SO GIAO DUC VA DAO TAO CONG HOA XA HOI CHU NGHIA VIET NAM
TRUONG THPT NGUYEN HUE Déc lap - Tw do - Hanh phic
S6: 45/KH-THPT Tay Son, ngay 08 thang 09 nam 2025
KE HOACH
Nam hoc
"""
    read = read_letterhead(split_lines(head), scanned=True)

    assert read.issuer == "Trường THPT Nguyễn Huệ"


def test_the_day_stands_over_an_annex_whose_heading_came_late():
    lines = split_lines(
        "DANG UY XA NAM AN\nS6: 31-KH/DU\nKE HOACH\nve y te\n\nKem theo Ke hoach so 2-KH/TU ngay "
        "1/1/2025\n(Kém theo Ké hogch sé 31-KH/DU ngay 21/11/2025 cua Dang uy)\n"
    )

    assert read_letterhead(lines).issued_on == date(2025, 11, 21)
