"""Whole Word plans as offices lay them out, made here with their labels and read exactly."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from plans.files.read import read_document
from plans.read import read_document_plan

UP, LEFT = "^", "<"
"""A cell merged with the one above it, or beside it."""
KT, CA, TY = "Phòng Kinh tế", "Công an xã", "Trạm Y tế xã"
QS, TH = "Ban Chỉ huy Quân sự xã", "Các thôn"

PERSON_BESIDE_THE_AGENCY = [
    "PHỤ LỤC\nTIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG",
    [
        (
            "TT",
            "Hạng mục công việc",
            "Thời gian thực hiện",
            LEFT,
            "Cán bộ phụ trách",
            "Đơn vị",
            LEFT,
        ),
        (UP, UP, "Bắt đầu", "Kết thúc", UP, "Chủ trì", "Phối hợp"),
        ("1", "Kiểm đếm đất đai", "05/01/2026", "20/01/2026", "Lò Văn An", KT, TH),
        ("2", "Chi trả tiền bồi thường", "11/3/2026", "10/4/2026", "Lò Văn An", KT, CA),
    ],
]
CRITERIA_WITH_THEIR_WORK = [
    "PHỤ LỤC\nTIÊU CHÍ NÔNG THÔN MỚI",
    [
        ("TT", "Tiêu chí", "Nội dung thực hiện", "Đơn vị phụ trách", "Hoàn thành", "Kinh phí"),
        ("1", "Giao thông", "Bê tông hóa đường trục thôn", KT, "Quý III/2026", ""),
        (UP, UP, "Lắp điện chiếu sáng", CA, "Trước 02/9/2026", ""),
        ("2", "Y tế", "Vận động tham gia bảo hiểm y tế", TY, "30/11/2026", ""),
    ],
]
ANSWERED_FOR_BESIDE_A_GOAL = [
    "BIỂU PHÂN CÔNG NHIỆM VỤ",
    [
        ("TT", "Tiêu chí", "Nội dung", "Đầu mối phụ trách", "Mục tiêu, kết quả", "Hạn"),
        ("1", "Giao thông", "Bê tông hóa đường trục thôn", KT, "3,2 km", "Quý III/2026"),
        ("2", UP, "Lắp gờ giảm tốc", CA, "45 gờ", "30/11/2026"),
    ],
]
NUMBERED_HEADINGS = [
    "II. NHIỆM VỤ",
    [
        ("TT", "Tên văn bản", "Cơ quan tham mưu, trình", "Cơ quan phối hợp", "Thời gian trình"),
        ("1. Trước mùa mưa bão", LEFT, LEFT, LEFT, LEFT),
        ("1.1", "Phương án di dời hộ sạt lở", KT, CA, "30/5/2026"),
        ("2. Trong mùa mưa bão", LEFT, LEFT, LEFT, LEFT),
        ("2.1", "Kịch bản diễn tập lũ quét", QS, TY, "Quý II/2026"),
    ],
]
AGENCIES_OVER_THEIR_WORK = [
    "PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ",
    [
        ("TT", "Nội dung công việc", "Đơn vị phối hợp", "Hoàn thành", "Ghi chú"),
        ("A", "CÔNG AN XÃ", LEFT, LEFT, LEFT),
        ("1", "Cấp căn cước cho công dân", TH, "Trước 30/6/2026", ""),
        ("B", "TRẠM Y TẾ XÃ", LEFT, LEFT, LEFT),
        ("2", "Lập hồ sơ bệnh án điện tử", f"{CA}, Agribank chi nhánh Mỹ An", "15/11/2026", ""),
    ],
]
TIMES_OVER_TABLES_OF_THE_BODY = [
    "II. NHIỆM VỤ CỤ THỂ",
    "1. Giai đoạn chuẩn bị (hoàn thành trước ngày 15/5/2026)",
    [
        ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp"),
        ("1", "Kiểm tra hồ đập, kênh mương", KT, f"{TH}, Xí nghiệp Thủy nông"),
    ],
    "2. Giai đoạn khắc phục (trong tháng 11/2026)",
    [
        ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp"),
        ("1", "Xử lý nguồn nước sau mưa lũ", TY, KT),
    ],
    "III. TỔ CHỨC THỰC HIỆN",
]
FIRST_LEADS = [
    "PHỤ LỤC\nDANH MỤC NHIỆM VỤ",
    [
        ("TT", "Nhiệm vụ", "Cơ quan thực hiện (cơ quan ghi đầu là cơ quan chủ trì)", "Thời gian"),
        ("1", "Quán triệt Nghị quyết", f"{KT}\n- {CA}\n- {TY}", "Quý I/2026"),
        ("2", "Sơ kết Nghị quyết", KT, "31/12/2026"),
    ],
]
CLOSED_WITHIN_THE_TABLE = [
    "II. NỘI DUNG VÀ PHÂN CÔNG",
    [
        ("STT", "NỘI DUNG CÔNG VIỆC", "TRÁCH NHIỆM THỰC HIỆN", "THỜI GIAN"),
        ("1", "Lắp đặt trụ nước chữa cháy", f"Chủ trì: {KT}\nPhối hợp: {CA}", "Quý I/2026"),
        ("III. TỔ CHỨC THỰC HIỆN", "", "", ""),
        ("1. Báo cáo kết quả trước ngày 10 hằng tháng.", LEFT, LEFT, LEFT),
        ("Nơi nhận:", "", "", "TM. ỦY BAN NHÂN DÂN"),
        ("- Lưu: VT.", "", "", "Ngô Văn Tám"),
    ],
]
ONE_HEAD_OVER_ROLES = [
    "II. NHIỆM VỤ",
    [
        ("STT", "Nội dung nhiệm vụ", "Phân công thực hiện", LEFT, "Hoàn thành trước ngày"),
        (UP, UP, "Chủ trì", "Phối hợp", UP),
        ("1", "Làm sạch dữ liệu hội viên", CA, TH, "15/3/2026"),
        ("2", "Lập dự toán kinh phí", KT, "", "Trước 31/01/2026"),
    ],
]
ROLES_UNDER_WHO_DOES_IT = [
    "PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ",
    [
        ("TT", "Nội dung", "Cơ quan, đơn vị thực hiện", LEFT, "Thời gian"),
        (UP, UP, "Chủ trì", "Phối hợp", UP),
        ("1", "Làm sạch dữ liệu", CA, TH, "15/3/2026"),
    ],
    [
        ("TT", "Nhiệm vụ", "Đơn vị đầu mối thực hiện", "Đơn vị cùng thực hiện", "Mốc hoàn thành"),
        ("2", "Lập danh mục dữ liệu", KT, TY, "Quý II/2026"),
    ],
]
TIMES_UNDER_AN_UNUSUAL_HEAD = [
    "II. NHIỆM VỤ",
    [
        ("STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Bao giờ xong"),
        ("1", "Làm sạch dữ liệu hội viên", CA, "15/3/2026"),
        ("2", "Lập dự toán kinh phí", KT, "Quý II/2026"),
    ],
]
NUMBERS_OF_MONTHS = [
    "II. TIẾN ĐỘ",
    [
        ("TT", "Nội dung", "Chủ trì", "Tháng thực hiện trong năm 2026", LEFT, LEFT, LEFT),
        (UP, UP, UP, "1", "2", "3", "4"),
        ("1", "Rà soát hộ kinh doanh", KT, "x", "x", "", ""),
        ("2", "Tập huấn hóa đơn điện tử", CA, "", "", "", "x"),
    ],
]
PROJECTS_BESIDE_TASKS = [
    "PHỤ LỤC I: PHÂN CÔNG NHIỆM VỤ",
    [
        ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"),
        ("1", "Lập danh mục dự án", KT, "Tháng 3/2026"),
    ],
    "PHỤ LỤC II: DANH MỤC DỰ ÁN KÊU GỌI ĐẦU TƯ",
    [
        ("TT", "Tên dự án", "Địa điểm", "Quy mô", "Cơ quan đầu mối"),
        ("1", "Nhà máy sấy nông sản", "Thôn Đông", "2 ha", KT),
        ("2", "Chợ đầu mối", "Thôn Tây", "1 ha", KT),
    ],
]
MONTHS_BESIDE_DAYS = [
    "II. LỊCH CÔNG TÁC",
    [
        ("Tháng", "Ngày", "Nội dung công việc", "Đơn vị thực hiện"),
        ("9/2026", "18/9", "Kiểm kê thiết bị dạy học", KT),
        ("12/2026", "28/12-03/01", "Trực bảo vệ trụ sở", CA),
        ("3/2027", "10", "Ra quân trồng cây", "Toàn xã"),
        ("4/2027", "", "Sơ kết phong trào thi đua", TH),
    ],
]
INSPECTED = [
    "II. NỘI DUNG KIỂM TRA",
    [
        ("STT", "Nội dung kiểm tra", "Đối tượng", "Thời gian"),
        ("1", "Việc thu, chi các khoản đóng góp", "Trường Tiểu học An Phú", "Tháng 4/2026"),
        ("2", "Việc lập sổ bộ thuế", KT, "Quý III/2026"),
    ],
]
HELPERS_IN_BRACKETS = [
    "II. NỘI DUNG HOẠT ĐỘNG",
    [
        ("Thời gian", "Nội dung", "Đơn vị thực hiện/phối hợp", "Dự kiến kết quả"),
        ("31/01/2026", "Kiểm tra an toàn thực phẩm", f"{TY}\n(Phối hợp: {KT}; {CA})", "Biên bản"),
        ("Quý II/2026", "Hậu kiểm cơ sở tự công bố", KT, "Báo cáo"),
        ("30/9/2026", "Kiểm tra dịp Tết Trung thu", f"{TY}; {QS}", "Biên bản"),
    ],
]

GOALS_OVER_WORK = [
    "PHỤ LỤC\nKIỂM SOÁT THỦ TỤC HÀNH CHÍNH",
    [
        ("TT", "Mục tiêu", "Nhiệm vụ cụ thể", "Cơ quan chủ trì", "Thời gian"),
        ("1", "Hài lòng trên 92%", "Khảo sát mức độ hài lòng", KT, "Tháng 11/2026"),
        (UP, UP, "Công khai xin lỗi hồ sơ trễ hạn", CA, "30/4/2026"),
    ],
]
TIMES_MARKED = [
    "PHỤ LỤC\nNHIỆM VỤ ỨNG DỤNG CÔNG NGHỆ THÔNG TIN",
    [
        ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Lộ trình thực hiện", LEFT, LEFT),
        (UP, UP, UP, "2026", "2027", "2028"),
        ("1", "Lắp đặt camera giám sát", CA, "x", "", ""),
        ("2", "Xây dựng bản đồ số", KT, "", "x", "x"),
    ],
]
CHECKS_WITHOUT_NUMBERS = [
    "II. LỊCH KIỂM TRA",
    [
        ("Thời gian", "Nội dung kiểm tra", "Đơn vị được kiểm tra", "Cơ quan chủ trì"),
        ("Tháng 3/2026", "Kiểm tra quản lý đất đai", TH, KT),
        (UP, "Kiểm tra bếp ăn bán trú", "Các trường học", TY),
    ],
]

PERSONS_AND_THEIR_WORK = [
    "Điều 1. Phân công nhiệm vụ các thành viên Ban Chỉ đạo như sau:",
    [
        ("TT", "Họ và tên", "Chức vụ", "Nhiệm vụ được phân công"),
        ("1", "Bà Trần Mai", "Phó Trưởng Ban", "Xây dựng Đề án, hoàn thành trước ngày 31/3/2026"),
        ("2", "Ông Đinh Lâm", "Thành viên", "Bảo đảm an ninh mạng; thực hiện thường xuyên"),
    ],
]
MONTHS_MARKED = [
    "II. PHÂN CÔNG",
    [
        ("Việc cần làm", "Đơn vị đầu mối", "Tiến độ thực hiện", LEFT, LEFT),
        (UP, UP, "T4/2026", "T5/2026", "T6/2026"),
        ("Nạo vét kênh mương", KT, "", "x", "x"),
        ("Diễn tập phòng thủ dân sự", QS, "x", "", ""),
    ],
]


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        pytest.param(
            PERSON_BESIDE_THE_AGENCY,
            [("Kiểm", KT, [TH], date(2026, 1, 20)), ("Chi", KT, [CA], date(2026, 4, 10))],
            id="a-person-beside-the-agency",
        ),
        pytest.param(
            CRITERIA_WITH_THEIR_WORK,
            [
                ("Bê", KT, [], date(2026, 9, 30)),
                ("Lắp", CA, [], date(2026, 9, 1)),
                ("Vận", TY, [], date(2026, 11, 30)),
            ],
            id="criteria-over-several-tasks",
        ),
        pytest.param(
            ANSWERED_FOR_BESIDE_A_GOAL,
            [("Bê", KT, [], date(2026, 9, 30)), ("Lắp", CA, [], date(2026, 11, 30))],
            id="who-answers-for-it-beside-a-goal",
        ),
        pytest.param(
            NUMBERED_HEADINGS,
            [("Phương", KT, [CA], date(2026, 5, 30)), ("Kịch", QS, [TY], date(2026, 6, 30))],
            id="numbered-headings-over-all-columns",
        ),
        pytest.param(
            AGENCIES_OVER_THEIR_WORK,
            [
                ("Cấp", CA, [TH], date(2026, 6, 29)),
                ("Lập", TY, [CA, "Agribank chi nhánh Mỹ An"], date(2026, 11, 15)),
            ],
            id="agencies-over-their-work",
        ),
        pytest.param(
            TIMES_OVER_TABLES_OF_THE_BODY,
            [
                ("Kiểm", KT, [TH, "Xí nghiệp Thủy nông"], date(2026, 5, 14)),
                ("Xử", TY, [KT], date(2026, 11, 30)),
            ],
            id="times-over-tables",
        ),
        pytest.param(
            FIRST_LEADS,
            [("Quán", KT, [CA, TY], date(2026, 3, 31)), ("Sơ", KT, [], date(2026, 12, 31))],
            id="the-first-leads",
        ),
        pytest.param(
            HELPERS_IN_BRACKETS,
            [
                ("Kiểm", TY, [KT, CA], date(2026, 1, 31)),
                ("Hậu", KT, [], date(2026, 6, 30)),
                ("Kiểm", TY, [QS], date(2026, 9, 30)),
            ],
            id="helpers-in-brackets",
        ),
        pytest.param(
            CLOSED_WITHIN_THE_TABLE,
            [("Lắp", KT, [CA], date(2026, 3, 31))],
            id="the-papers-end-in-rows-of-the-table",
        ),
        pytest.param(
            ONE_HEAD_OVER_ROLES,
            [("Làm", CA, [TH], date(2026, 3, 15)), ("Lập", KT, [], date(2026, 1, 30))],
            id="one-head-over-who-leads-and-who-helps",
        ),
        pytest.param(
            ROLES_UNDER_WHO_DOES_IT,
            [("Làm", CA, [TH], date(2026, 3, 15)), ("Lập", KT, [TY], date(2026, 6, 30))],
            id="roles-under-who-does-it",
        ),
        pytest.param(
            TIMES_UNDER_AN_UNUSUAL_HEAD,
            [("Làm", CA, [], date(2026, 3, 15)), ("Lập", KT, [], date(2026, 6, 30))],
            id="times-under-an-unusual-head",
        ),
        pytest.param(
            NUMBERS_OF_MONTHS,
            [("Rà", KT, [], date(2026, 2, 28)), ("Tập", CA, [], date(2026, 4, 30))],
            id="bare-numbers-of-months",
        ),
        pytest.param(
            GOALS_OVER_WORK,
            [("Khảo", KT, [], date(2026, 11, 30)), ("Công", CA, [], date(2026, 4, 30))],
            id="goals-over-the-work-towards-them",
        ),
        pytest.param(
            TIMES_MARKED,
            [("Lắp", CA, [], date(2026, 12, 31)), ("Xây", KT, [], date(2028, 12, 31))],
            id="years-marked-with-a-cross",
        ),
        pytest.param(
            CHECKS_WITHOUT_NUMBERS,
            [("Kiểm", KT, [], date(2026, 3, 31)), ("Kiểm", TY, [], date(2026, 3, 31))],
            id="a-day-merged-over-rows-without-numbers",
        ),
        pytest.param(
            PERSONS_AND_THEIR_WORK,
            [("Xây", "Bà Trần Mai", [], date(2026, 3, 30)), ("Bảo", "Ông Đinh Lâm", [], None)],
            id="persons-and-a-day-within-their-work",
        ),
        pytest.param(
            PROJECTS_BESIDE_TASKS,
            [("Lập", KT, [], date(2026, 3, 31))],
            id="a-list-of-projects-is-none-of-tasks",
        ),
        pytest.param(
            MONTHS_BESIDE_DAYS,
            [
                ("Kiểm", KT, [], date(2026, 9, 18)),
                ("Trực", CA, [], date(2027, 1, 3)),
                ("Ra", "Toàn xã", [], date(2027, 3, 10)),
                ("Sơ", TH, [], date(2027, 4, 30)),
            ],
            id="months-in-a-column-beside-their-days",
        ),
        pytest.param(
            INSPECTED,
            [("Việc", [], date(2026, 4, 30)), ("Việc", [], date(2026, 9, 30))],
            id="who-is-inspected-does-not-lead",
        ),
        pytest.param(
            MONTHS_MARKED,
            [("Nạo", KT, [], date(2026, 6, 30)), ("Diễn", QS, [], date(2026, 4, 30))],
            id="months-marked-with-a-cross",
        ),
    ],
)
def test_an_offices_table_is_read_exactly(tmp_path, blocks, wanted):
    plan = read_document_plan(read_document(_word(tmp_path, blocks)), issued_on=date(2026, 1, 2))

    assert [
        (task.content.split()[0], *task.lead, list(task.coordinating), task.deadline.due)
        for task in plan.tasks
    ] == wanted


def test_who_leads_only_by_standing_first_is_marked_where_the_plan_does_not_say_so(tmp_path):
    document = read_document(_word(tmp_path, HELPERS_IN_BRACKETS))

    plan = read_document_plan(document, issued_on=date(2026, 1, 2))

    assert [task.doubts for task in plan.tasks] == [(), (), ("lead_unsure",)]


def test_a_time_in_a_column_that_no_one_knows_leaves_its_row_in_doubt(tmp_path):
    unknown = [
        ("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Kinh phí", "Dự kiến"),
        ("1", "Làm sạch dữ liệu hội viên", CA, "", "15/3/2026"),
        ("2", "Lập dự toán kinh phí", KT, "5 triệu", "do huyện cấp"),
        ("3", "Niêm yết danh mục thủ tục", TY, "", "không"),
    ]
    document = read_document(_word(tmp_path, ["II. NHIỆM VỤ", unknown]))

    plan = read_document_plan(document, issued_on=date(2026, 1, 2))

    assert [task.doubts for task in plan.tasks] == [("deadline_unreadable",), (), ()]


def test_a_table_framed_by_a_cell_of_another_is_read(tmp_path):
    document = Document()
    document.add_paragraph("PHỤ LỤC")
    inner = document.add_table(rows=1, cols=1).cell(0, 0).add_table(rows=2, cols=4)
    rows = [("TT", "Nội dung", "Chủ trì", "Thời gian"), ("1", "Rà soát hộ nghèo", KT, "9/2026")]
    for cell, text in zip(inner._cells, [text for row in rows for text in row], strict=True):
        cell.text = text
    document.save(str(tmp_path / "plan.docx"))

    plan = read_document_plan(read_document(tmp_path / "plan.docx"))

    assert [(task.content, task.lead, task.deadline.due) for task in plan.tasks] == [
        ("Rà soát hộ nghèo", (KT,), date(2026, 9, 30))
    ]


def test_the_rows_of_a_table_with_unknown_headers_are_left_over(tmp_path):
    unknown = [
        ("Diễn giải", "Ai", "Khi nào"),
        ("Khảo sát, lập danh sách hộ nuôi trồng thủy sản", KT, "Quý II/2026"),
        ("Tuyên truyền phòng bệnh mùa mưa lũ cho nhân dân", TY, "15/9/2026"),
    ]
    document = read_document(_word(tmp_path, [*FIRST_LEADS, "PHỤ LỤC II\nVIỆC KHÁC", unknown]))

    plan = read_document_plan(document, issued_on=date(2026, 1, 2))

    assert len(plan.tasks) == 2
    assert [left.text for left in plan.leftovers] == [" | ".join(row) for row in unknown]


def _word(folder: Path, blocks: Sequence[str | Sequence[Sequence[str]]]) -> Path:
    """A Word file of paragraphs and ruled tables."""
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            for line in block.split("\n"):
                document.add_paragraph(line)
            continue
        table = document.add_table(rows=len(block), cols=len(block[0]))
        for at, row in enumerate(block):
            for column, text in enumerate(row):
                cell = table.cell(at, column)
                if text == UP:
                    table.cell(at - 1, column).merge(cell)
                elif text == LEFT:
                    table.cell(at, column - 1).merge(cell)
                else:
                    cell.text = text
    document.save(str(folder / "plan.docx"))
    return folder / "plan.docx"
