"""Small plans in layouts that offices use and none of the known plans has, read exactly."""

import textwrap
from datetime import date

import pytest

from plans.read import read_plan
from tests.plans.unseen import HEAD, read_rows

LISTED = """PHỤ LỤC 1
DANH MỤC NHIỆM VỤ
A. NHIỆM VỤ CHUNG
1. Tổ chức học tập, quán triệt Nghị quyết đến toàn thể đảng viên
- Chủ trì: Ban Xây dựng Đảng
– Phối hợp: Văn phòng Đảng ủy
Thời gian: Tháng 10/2025
2. Xây dựng quy chế quản lý văn bản điện tử
- Chủ trì: Văn phòng Đảng ủy; Thời gian: Trước 12/2025
B. NHIỆM VỤ CỤ THỂ
3. Về công tác Mặt trận
3.1. Vận động Nhân dân cài đặt, sử dụng VNeID
- Chủ trì: Công an xã
- Thời hạn hoàn thành: 2026
"""
OTHER_LABELS = """III. NHIỆM VỤ, GIẢI PHÁP
1. Nâng cao nhận thức
1.1. Tổ chức hội nghị quán triệt Nghị quyết.
- Đơn vị thực hiện: Ban Xây dựng Đảng.
- Phối hợp: Văn phòng Đảng ủy.
- Kết quả/sản phẩm: Hội nghị.
- Thời hạn hoàn thành: Tháng 10/2025.
1.2. Phát động phong trào học tập kỹ năng số.
- Đơn vị thực hiện: Công an xã.
- Thời hạn hoàn thành: Trước 20/11/2025.
1.3. Bồi dưỡng kỹ năng số cho đảng viên.
- Đơn vị thực hiện: Ban Xây dựng Đảng.
- Thời hạn hoàn thành: Hằng năm.
IV. TỔ CHỨC THỰC HIỆN
"""
WITHIN_BODY = """II. NỘI DUNG CÔNG TÁC
STT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp Thời gian Sản phẩm
1 Triển khai kế hoạch công tác năm 2026 Văn phòng Đảng ủy Công an xã Tháng 01/2026 Hội nghị
2 Tổ chức Ngày hội chuyển đổi số Phòng Kinh tế Trạm Y tế xã Tháng 5/2026 Báo cáo kết quả
III. TỔ CHỨC THỰC HIỆN
1. Các cơ quan, đơn vị báo cáo kết quả về Văn phòng Đảng ủy.
"""
LETTERED_WITH_LABELS = """II. NHIỆM VỤ TRỌNG TÂM
1. Về phát triển nông nghiệp số
a) Xây dựng cơ sở dữ liệu vùng trồng.
Đơn vị chủ trì: Phòng Kinh tế; đơn vị phối hợp: Công an xã, Trạm Y tế xã; thời gian
thực hiện: 2026 - 2027.
b) Đưa sản phẩm OCOP lên các sàn thương mại điện tử.
Đơn vị chủ trì: Hội Nông dân xã; thời gian thực hiện: Quý IV năm 2026.
2. Về y tế số
a) Hoàn thành hồ sơ sức khỏe điện tử.
Đơn vị chủ trì: Trạm Y tế xã; thời gian thực hiện: Tháng 9/2026.
III. TỔ CHỨC THỰC HIỆN
"""
LABELLED_BODY = """II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Truyền thông về chính sách dân số
- Đơn vị chủ trì: Trạm Y tế xã.
- Thời gian: Tháng 7/2026.
2. Cập nhật kho dữ liệu dân số
- Đơn vị chủ trì: Công an xã.
- Đơn vị phối hợp: Trạm Y tế xã.
- Thời gian: Quý II/2026.
3. Bố trí kinh phí
- Đơn vị chủ trì: Phòng Kinh tế.
- Thời gian: Tháng 3/2026.
III. TỔ CHỨC THỰC HIỆN
"""
LETTERED_LABELS = """PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
1. Khảo sát dữ liệu cung - cầu lao động
a) Cơ quan chủ trì: Phòng Văn hóa - Xã hội.
b) Cơ quan phối hợp: Công an xã.
c) Thời gian thực hiện: Trước ngày 20/4/2026.
2. Tổ chức phiên giao dịch việc làm lưu động
a) Cơ quan chủ trì: Phòng Kinh tế.
b) Thời gian thực hiện: Quý III/2026.
"""
BY_AGENCY = """PHỤ LỤC
Phân công nhiệm vụ
I. Văn phòng Đảng ủy
1. Thành lập Ban Chỉ đạo thực hiện Nghị quyết.
Thời gian hoàn thành: Tháng 9/2025.

4
2. Theo dõi, tổng hợp tiến độ thực hiện của các chi bộ.
Thời gian hoàn thành: Quý IV/2025.
II. Ban Xây dựng Đảng
3. Tổ chức hội nghị quán triệt Nghị quyết.
Thời gian hoàn thành: Tháng 10/2025.
"""


def cell_by_cell(*cells: str) -> str:
    """The cells of a table as a text without its borders has them, each broken at its width."""
    lines = ["PHỤ LỤC", "BẢNG PHÂN CÔNG NHIỆM VỤ"]
    for cell in cells:
        lines += ["", *textwrap.wrap(cell, 28)]
    return "\n".join(lines) + "\n"


SHORT_HEADS = cell_by_cell(
    *("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Ghi chú"),
    *("A", "CÔNG TÁC CHỈ ĐẠO"),
    *("1", "Kiện toàn Ban Chỉ đạo và Tổ giúp việc của xã"),
    *("Văn phòng Đảng ủy", "Ban Xây dựng Đảng", "15/9/2025"),
    *("B", "CÔNG TÁC TUYÊN TRUYỀN"),
    *("2", "Xây dựng chuyên mục trên trang thông tin điện tử"),
    *("Phòng Văn hóa - Xã hội", "Công an xã", "Tháng 11/2025"),
)
ONE_AGENCY = cell_by_cell(
    *("STT", "Nội dung công việc", "Thời gian thực hiện", "Cơ quan thực hiện", "Kết quả/Sản phẩm"),
    *("1.1", "Mở lớp bồi dưỡng kỹ năng số cho cán bộ, công chức xã", "Quý I/2026"),
    *("Phòng Văn hóa - Xã hội", "Lớp bồi dưỡng"),
    *("1.2", "Số hóa hồ sơ hộ tịch còn tồn đọng", "2025 - 2026", "Văn phòng HĐND và UBND"),
    "Cơ sở dữ liệu hộ tịch",
)
OTHER_ORDER = cell_by_cell(
    *("STT", "Tên nhiệm vụ", "Sản phẩm đầu ra", "Thời hạn hoàn thành", "Đơn vị chủ trì"),
    "Đơn vị phối hợp",
    *("1", "Xây dựng cơ sở dữ liệu nông nghiệp của xã", "Cơ sở dữ liệu"),
    *("12/2025 và các năm tiếp theo", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"),
    *("2", "Lắp đặt camera an ninh tại các trục đường chính", "Hệ thống camera", "Năm 2026"),
    *("Công an xã", "Ban Chỉ huy Quân sự xã"),
)


@pytest.mark.parametrize(
    ("layout", "wanted"),
    [
        pytest.param(
            LISTED,
            [
                ("A", "1", "Tổ", ["Ban Xây dựng Đảng"], ["Văn phòng Đảng ủy"], date(2025, 10, 31)),
                ("A", "2", "Xây", ["Văn phòng Đảng ủy"], [], date(2025, 11, 30)),
                ("3", "3.1", "Vận", ["Công an xã"], [], date(2026, 12, 31)),
            ],
            id="a-list-with-letters-and-two-labels-on-a-line",
        ),
        pytest.param(
            OTHER_LABELS,
            [
                (
                    *("1", "1.1", "Tổ", ["Ban Xây dựng Đảng"]),
                    *(["Văn phòng Đảng ủy"], date(2025, 10, 31)),
                ),
                ("1", "1.2", "Phát", ["Công an xã"], [], date(2025, 11, 19)),
                ("1", "1.3", "Bồi", ["Ban Xây dựng Đảng"], [], date(2025, 12, 31)),
            ],
            id="labels-in-other-words",
        ),
        pytest.param(
            WITHIN_BODY,
            [
                ("", "1", "Triển", ["Văn phòng Đảng ủy"], ["Công an xã"], date(2026, 1, 31)),
                ("", "2", "Tổ", ["Phòng Kinh tế"], ["Trạm Y tế xã"], date(2026, 5, 31)),
            ],
            id="a-table-within-the-body",
        ),
        pytest.param(
            LETTERED_WITH_LABELS,
            [
                (
                    *("1", "a", "Xây", ["Phòng Kinh tế"]),
                    *(["Công an xã", "Trạm Y tế xã"], date(2027, 12, 31)),
                ),
                ("1", "b", "Đưa", ["Hội Nông dân xã"], [], date(2026, 12, 31)),
                ("2", "a", "Hoàn", ["Trạm Y tế xã"], [], date(2026, 9, 30)),
            ],
            id="letters-with-labels-that-wrap",
        ),
        pytest.param(
            LABELLED_BODY,
            [
                ("", "1", "Truyền", ["Trạm Y tế xã"], [], date(2026, 7, 31)),
                ("", "2", "Cập", ["Công an xã"], ["Trạm Y tế xã"], date(2026, 6, 30)),
                ("", "3", "Bố", ["Phòng Kinh tế"], [], date(2026, 3, 31)),
            ],
            id="a-list-with-labels-in-the-body",
        ),
        pytest.param(
            LETTERED_LABELS,
            [
                ("", "1", "Khảo", ["Phòng Văn hóa - Xã hội"], ["Công an xã"], date(2026, 4, 19)),
                ("", "2", "Tổ", ["Phòng Kinh tế"], [], date(2026, 9, 30)),
            ],
            id="labels-with-letters",
        ),
        pytest.param(
            BY_AGENCY,
            [
                ("I", "1", "Thành", ["Văn phòng Đảng ủy"], [], date(2025, 9, 30)),
                ("I", "2", "Theo", ["Văn phòng Đảng ủy"], [], date(2025, 12, 31)),
                ("II", "3", "Tổ", ["Ban Xây dựng Đảng"], [], date(2025, 10, 31)),
            ],
            id="groups-that-are-who-leads",
        ),
        pytest.param(
            SHORT_HEADS,
            [
                ("A", "1", "Kiện", ["Văn phòng Đảng ủy"], ["Ban Xây dựng Đảng"], date(2025, 9, 15)),
                ("B", "2", "Xây", ["Phòng Văn hóa - Xã hội"], ["Công an xã"], date(2025, 11, 30)),
            ],
            id="short-heads-and-lettered-groups",
        ),
        pytest.param(
            ONE_AGENCY,
            [
                ("", "1.1", "Mở", ["Phòng Văn hóa - Xã hội"], [], date(2026, 3, 31)),
                ("", "1.2", "Số", ["Văn phòng HĐND và UBND"], [], date(2026, 12, 31)),
            ],
            id="one-column-of-agencies",
        ),
        pytest.param(
            OTHER_ORDER,
            [
                ("", "1", "Xây", ["Phòng Kinh tế"], ["Phòng Văn hóa - Xã hội"], date(2025, 12, 31)),
                ("", "2", "Lắp", ["Công an xã"], ["Ban Chỉ huy Quân sự xã"], date(2026, 12, 31)),
            ],
            id="columns-in-another-order",
        ),
    ],
)
def test_a_layout_that_no_known_plan_has_is_read_exactly(layout, wanted):
    assert read_rows(layout) == wanted


def test_what_speaks_of_work_and_gives_no_task_is_listed():
    plan = read_plan(HEAD + "II. NHIỆM VỤ\nTháng 01 1 Triển khai Văn phòng\nkế hoạch Đảng ủy\n")

    assert plan.tasks == ()
    assert [left.text for left in plan.leftovers] == [
        "II. NHIỆM VỤ",
        "Tháng 01 1 Triển khai Văn phòng",
        "kế hoạch Đảng ủy",
    ]


def test_a_table_that_nobody_read_is_listed_beside_the_measures_that_were():
    ruined = "STT NOI DUNG CONG VIEC TRACH as THUC\n1 Ra sodt co sé thudc dign quan ly"
    measures = "\n".join(
        f"1.{n}. Phòng Kinh tế chủ trì rà soát lần {n}, hoàn thành trước ngày 30/9/2025."
        for n in (1, 2, 3)
    )

    plan = read_plan(f"{HEAD}II. NHIỆM VỤ, GIẢI PHÁP\n1. Rà soát\n{measures}\n{ruined}\n")

    assert len(plan.tasks) == 3
    assert [left.text for left in plan.leftovers] == ruined.split("\n")


def test_a_paragraph_behind_the_last_measure_is_none_of_its_words():
    text = """II. NHIỆM VỤ, GIẢI PHÁP
1. Phòng Kinh tế chủ trì rà soát hộ nghèo; hoàn thành trong tháng 10/2025.
2. Công an xã chủ trì làm sạch dữ liệu dân cư; trước ngày 15/11/2025.
3. Trạm Y tế xã chủ trì lập hồ sơ sức khỏe; trong quý IV/2025
Định kỳ ngày 20 hằng tháng, các cơ quan báo cáo tiến độ về Văn phòng Đảng ủy.
"""

    plan = read_plan(HEAD + text)

    assert [(task.content, task.deadline.due) for task in plan.tasks] == [
        ("Rà soát hộ nghèo", date(2025, 10, 31)),
        ("Làm sạch dữ liệu dân cư", date(2025, 11, 14)),
        ("Lập hồ sơ sức khỏe", date(2025, 12, 31)),
    ]


def test_a_time_that_no_rule_takes_out_of_a_sentence_leaves_its_task_in_doubt():
    text = """II. NHIỆM VỤ, GIẢI PHÁP
1. Phòng Kinh tế chủ trì rà soát hộ nghèo; hoàn thành trong tháng 10/2025.
2. Công an xã chủ trì làm sạch dữ liệu dân cư; trước ngày 15/11/2025.
3. Trạm Y tế xã chủ trì lập hồ sơ sức khỏe; trước ngày 15/12/2025 rồi bàn giao; gửi danh sách.
"""

    plan = read_plan(HEAD + text)

    assert [(task.deadline.due, task.doubts) for task in plan.tasks] == [
        (date(2025, 10, 31), ()),
        (date(2025, 11, 14), ()),
        (None, ("deadline_unreadable",)),
    ]


def test_an_annex_of_targets_whose_rows_cannot_be_told_is_left_over():
    cells = "TT\nChỉ tiêu\nĐơn vị\ntính\n%\n≥ 98\n1\nHồ sơ đúng hạn\nKhu phố\n24\nCông an xã"

    plan = read_plan(f"{HEAD}PHỤ LỤC I\nCHỈ TIÊU NĂM 2026\n\n{cells}\n")

    assert plan.indicators == ()
    assert [left.text for left in plan.leftovers][-3:] == ["Khu phố", "24", "Công an xã"]
