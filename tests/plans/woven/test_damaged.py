"""Tables of a scan read without Vietnamese, whose rows begin with their numbers."""

from datetime import date

import pytest

from plans.annexes import find_annexes
from plans.read import read_plan
from plans.source import split_lines
from plans.woven.damaged import bare_annex
from plans.woven.table import read_woven_table

ISSUED = date(2025, 7, 21)
BODY = "Ban Thuong vu Dang uy xay dung va trien khai cac ke hoach cua phuong va cac chi bo.\n" * 4
LEAD_FIRST = """PHU LUC
Phan c6ng nhiém vu thuc hién Chuong trinh hanh dong
STT__| Co quan chi tri Noi dung nhiém vu Co quan phéi hop | Thoi gian
thuc hién
V | Kiém tra, gidm sat
1 Dang ty UBND | XAy dung nghi quyét chuyén dé vé | Van phong Dang Thang
phuong phat trién kinh té tu nhan trén dia | uy 8/2025
ban phudng
2 Uy ban Kiém tra _ | Kiém tra, gidm sat viéc thuc hién Ban Xay dung Quy
Dang uy Chuong trinh hanh dong tai cac chi | Dang IV/2025
bo
3 Trung tam Phuc | Cai cach thu tuc hanh chinh, rat Phong Kinh té, Ha | Thuong
vu hanh chinh ngan thdi gian gidi quyét h6 so cho | tang va Dé thi xuyén
cong doanh nghiép
"""


def test_rows_of_a_scan_are_read_whatever_the_order_of_their_columns() -> None:
    plan = read_plan(BODY + LEAD_FIRST, issued_on=ISSUED)

    assert [
        (task.no, task.lead, task.coordinating, task.deadline.due, task.doubts)
        for task in plan.tasks
    ] == [
        ("1", ("Đảng ủy UBND phường",), ("Văn phòng Đảng ủy",), date(2025, 8, 31), ()),
        ("2", ("Ủy ban Kiểm tra Đảng ủy",), ("Ban Xây dựng Đảng",), date(2025, 12, 31), ()),
        (
            "3",
            ("Trung tâm Phục vụ hành chính công",),
            ("Phòng Kinh tế, Hạ tầng và Đô thị",),
            None,
            (),
        ),
    ]
    assert plan.tasks[1].content == (
        "Kiểm tra, giám sát việc thực hiện Chương trình hành động tại các chi bộ"
    )


def test_the_words_of_a_task_are_kept_as_they_came() -> None:
    (annex,) = find_annexes(split_lines(LEAD_FIRST))

    found = read_woven_table(annex, ISSUED, scanned=True)

    assert found is not None
    assert found.rows[0].content == (
        "XAy dung nghi quyét chuyén dé vé phat trién kinh té tu nhan trén dia ban phudng"
    )


def test_what_counts_groups_and_rows_is_no_word_to_restore() -> None:
    (annex,) = find_annexes(split_lines(LEAD_FIRST))

    lines = [line.text for line in bare_annex(annex, damaged=True).restore().annex.lines]

    assert lines[3].startswith("V ")
    assert lines[4].startswith("1 Đảng ủy UBND |")


WITH_STAINS = """PHỤ LỤC
DANH MỤC NHIỆM VỤ
¬ m Zks › # Thời gian
TT Tên nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Sản phẩm hoàn thành
I | Nâng cao nhận thức
Thành lập Tổ công tác theo dõi, đôn đốc, kiểm tra việc | Văn phòng UBND |_ Sở Khoa học và Công ".
1 thực hiện nhiệm vụ của các cơ quan, đơn vị tỉnh nghệ Quyết định 02/2025
2 Phát động phong trào thi đua toàn dân tham gia chuyển Sở Nội vụ Các sở, ban, ngành, địa ›
đổi số trên địa bàn tỉnh _ phương Phong trào thi đua 4/2025
Rà soát, đề xuất sửa đổi các văn bản pháp luật › „ Các sở, ban, ngành, địa | Báo cáo, văn bản
3 liên quan đến hoạt động khoa học, công nghệ Sở Tư pháp phương đề xuất 6/2025
"""


def test_what_was_read_from_borders_and_stains_is_no_word() -> None:
    (annex,) = find_annexes(split_lines(WITH_STAINS))

    found = read_woven_table(annex, date(2025, 2, 24))

    assert found is not None
    assert [(row.lead, row.coordinating, row.product, row.deadline) for row in found.rows] == [
        ("Văn phòng UBND tỉnh", "Sở Khoa học và Công nghệ", "Quyết định", "02/2025"),
        ("Sở Nội vụ", "Các sở, ban, ngành, địa phương", "Phong trào thi đua", "4/2025"),
        (
            "Sở Tư pháp",
            "Các sở, ban, ngành, địa phương",
            "Báo cáo, văn bản đề xuất",
            "6/2025",
        ),
    ]


SHORT_HEAD = """PHU LUC
Phan c6ng nhiém vu thuc hién Ké hoach
TT Noi dung Co quan chu tri Thoi gian
"""


@pytest.mark.parametrize(
    ("printed", "due", "doubts"),
    [
        ("Quy III/2025", date(2025, 9, 30), ()),
        ("Quy HI/2025", date(2025, 9, 30), ("deadline_guessed",)),
        ("Quy 11/2025", date(2025, 6, 30), ("deadline_guessed",)),
        ("Quy 1V/2025", date(2025, 12, 31), ()),
        ("Trong 8 thang 9/2025", date(2025, 9, 30), ("deadline_guessed",)),
    ],
)
def test_a_time_is_freed_of_stains_and_doubted_where_strokes_may_be_lost(printed, due, doubts):
    rows = f"""1 Xay dung ke hoach chuyén doi so cua xa | Phong Kinh té | {printed}
2 Ra soat thu tuc hanh chinh | Cong an xa | 9/2025
3 To chuc tap huan ky nang so | Phong Kinh té | 12/2025
"""
    plan = read_plan(BODY + SHORT_HEAD + rows, issued_on=date(2025, 3, 1))

    assert (plan.tasks[0].deadline.due, plan.tasks[0].doubts) == (due, doubts)


def test_rows_are_not_lost_behind_a_first_number_that_was_misread() -> None:
    work = "Xay dung ke hoach chuyén doi so cua xa | Phong Kinh té | 9/2025"
    first = [f"{no}. {work}" for no in range(1, 10)]
    second = [f"{no} {work}" for no in ("I", "2.", "3.")]
    rows = "\n".join(["I | Chinh quyén sd", *first, "II | Kinh té sd", *second])

    plan = read_plan(BODY + SHORT_HEAD + rows, issued_on=date(2025, 3, 1))

    assert [(task.group, task.no) for task in plan.tasks] == [
        *(("I", str(no)) for no in range(1, 10)),
        *(("II", str(no)) for no in range(1, 4)),
    ]
