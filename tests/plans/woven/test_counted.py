"""Rows' numbers that a scan ruined, and headers of which it left little."""

import pytest

from plans.columns import Column
from plans.source import split_lines
from plans.woven.counted import count_rows
from plans.woven.page import find_header
from plans.woven.stretches import part_stretches

ROWS = """I Tuyên truyền
Xây dựng chuyên mục trên hệ thống
: truyền thanh của xã Thường xuyên
2 Tổ chức lễ phát động
trong toàn xã 9/2025
II Hạ tầng
9 Lắp đặt điểm truy cập 12/2025
tại 5 thôn
4 Nâng cấp mạng
oe nội bộ 3/2026
6 Mở lớp 5/2026"""


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (ROWS, {2: "1", 3: "2", 6: "3", 8: "4", 9: "5", 10: "6"}),
        ("1 Một\n2 Hai\n3 Ba", {0: "1", 1: "2", 2: "3"}),
        ("I Nhóm\n1 Một\n2 Hai\nII Nhóm\n1 Ba\n2 Bốn", {1: "1", 2: "2", 4: "1", 5: "2"}),
        ("1 Một\n4G phủ sóng\nhết thôn\n2 Hai", {0: "1", 3: "2"}),
    ],
)
def test_rows_are_counted_by_what_is_left_of_their_numbers(text, numbers):
    assert count_rows(split_lines(text), ()) == numbers


def test_counted_rows_stand_under_headings_that_lost_a_stroke():
    text = (
        "TT Nội dung Thời hạn\nI Một\n1 Ra soát 9/2025\nII Hai\n: Lập 9/2025\nII\nBa\n3 Mở 9/2025"
    )
    lines = split_lines(text)
    counted = count_rows(lines, {0})

    found = [
        (one.group, one.title, [no for _, no in one.marks])
        for one in part_stretches(lines, frozenset([0]), counted)
    ]

    assert found == [("I", "Một", ["1"]), ("II", "Hai", ["2"]), ("III", "Ba", ["3"])]


@pytest.mark.parametrize(
    ("text", "columns", "floating", "lost"),
    [
        (
            "a bộ Cơ quan, đơn vị Thời hạn\n7 Fee chi trị hoàn thành\nI Nhóm",
            (Column.CONTENT, Column.DEADLINE, Column.LEAD),
            (Column.CONTENT, Column.LEAD),
            (Column.COORDINATING,),
        ),
        (
            "TT Nội dung Thời gian gun. gì aes\nI Nhóm",
            (Column.CONTENT, Column.DEADLINE),
            (),
            (Column.LEAD, Column.COORDINATING),
        ),
    ],
)
def test_of_a_ruined_header_the_columns_are_known_that_it_may_have_lost(
    text, columns, floating, lost
):
    head = find_header(split_lines(text), damaged=True, ruined=True)

    assert head is not None
    assert (head.columns, head.floating, head.lost) == (columns, floating, lost)
