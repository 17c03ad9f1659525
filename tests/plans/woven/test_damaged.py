"""Tables of a scan read without Vietnamese, whose rows begin with their numbers."""

from datetime import date

from plans.annexes import find_annexes
from plans.read import read_plan
from plans.source import split_lines
from plans.woven.damaged import restore_annex
from plans.woven.table import read_damaged_table

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

    found = read_damaged_table(annex, ISSUED)

    assert found is not None
    assert found.rows[0].content == (
        "XAy dung nghi quyét chuyén dé vé phat trién kinh té tu nhan trén dia ban phudng"
    )


def test_what_counts_groups_and_rows_is_no_word_to_restore() -> None:
    (annex,) = find_annexes(split_lines(LEAD_FIRST))

    lines = [line.text for line in restore_annex(annex).annex.lines]

    assert lines[3].startswith("V ")
    assert lines[4].startswith("1 Đảng ủy UBND |")
