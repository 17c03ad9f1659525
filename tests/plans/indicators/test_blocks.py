"""Indicator tables printed cell by cell, a blank line between the cells."""

import pytest

from plans.indicators.read import read_indicators
from plans.source import split_lines

HEADER = ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Năm 2027", "Cơ quan theo dõi"]
WHOLE = [
    *("1", "Thu nhập bình quân đầu\nngười khu vực nông thôn", "Triệu đồng", "62", "68"),
    "Thống kê tỉnh",
    *("2", "Tỷ lệ hộ nghèo đa chiều", "%", "≤ 5", "-", "Sở Nông nghiệp và Môi\ntrường"),
]


def read(cells):
    text = "\n\n".join(["PHỤ LỤC I", "CHỈ TIÊU ĐẾN NĂM 2027", *HEADER, *cells])
    return read_indicators(split_lines(text)).rows


def test_figures_without_a_sign_are_targets_where_every_cell_is_there():
    assert [
        (row.no, row.name, row.unit, [(year, goal.value) for year, goal in row.targets], row.lead)
        for row in read(WHOLE)
    ] == [
        (
            *("1", "Thu nhập bình quân đầu người khu vực nông thôn", "Triệu đồng"),
            [("2026", 62.0), ("2027", 68.0)],
            "Thống kê tỉnh",
        ),
        ("2", "Tỷ lệ hộ nghèo đa chiều", "%", [("2026", 5.0)], "Sở Nông nghiệp và Môi trường"),
    ]


def test_a_rank_is_a_target_where_every_cell_is_there():
    ranked = ["3", "Xếp hạng\nchuyển đổi số", "Hạng", "Top 10", "Top 5", "Sở Nội\nvụ"]

    row = read([*WHOLE, *ranked])[-1]

    assert [(year, goal.raw) for year, goal in row.targets] == [
        ("2026", "Top 10"),
        ("2027", "Top 5"),
    ]


@pytest.mark.parametrize("lost", [2, 3])
def test_a_row_that_lost_a_cell_is_not_read_by_counting(lost):
    cells = [cell for at, cell in enumerate(WHOLE) if at != lost]

    assert all(("2026", "Thống kê tỉnh") not in row.targets for row in read(cells))
    assert [row.name for row in read(cells)][-1] == "Tỷ lệ hộ nghèo đa chiều"
