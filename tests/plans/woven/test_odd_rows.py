"""Rows of a scan doubted for what their cells say."""

from datetime import date

import pytest

from plans.annexes import Row
from plans.woven.odd_rows import doubt_odd_rows


def make_row(**but) -> Row:
    usual = {
        "line": 1,
        "group": "I",
        "group_title": "",
        "no": "1",
        "content": "Xay dung ké hoach",
        "lead": "Phòng Kinh tế",
        "product": "Ké hoach",
        "deadline": "12/2026",
    }
    return Row(**{**usual, **but})


@pytest.mark.parametrize(
    ("but", "doubts"),
    [
        pytest.param({}, (), id="as-it-should-be"),
        pytest.param({"product": "Hop dong"}, (), id="words-that-tie"),
        pytest.param(
            {"product": "H6i nghi phuong 1én"},
            ("product_unsure", "lead_unsure", "helpers_unsure"),
            id="words-of-the-cell-beside",
        ),
        pytest.param(
            {"product": "a Duong day nong"},
            ("product_unsure", "lead_unsure", "helpers_unsure"),
            id="a-stain-first",
        ),
        pytest.param({"deadline": None}, ("cells_unsure",), id="no-time-where-others-have-one"),
        pytest.param({"deadline": "2 5 cư"}, ("cells_unsure",), id="a-time-that-is-none"),
        pytest.param(
            {"lead": "Van phong xa pa viên mong Lao tâm"}, ("lead_unsure",), id="a-name-like-none"
        ),
    ],
)
def test_what_reads_as_no_cell_is_doubted(but, doubts):
    rows = doubt_odd_rows([make_row(), make_row(**but)], date(2026, 7, 14))

    assert [row.doubts for row in rows] == [(), doubts]


def test_a_table_without_times_lacks_none():
    rows = doubt_odd_rows([make_row(deadline=None), make_row(deadline=None)], date(2026, 7, 14))

    assert [row.doubts for row in rows] == [(), ()]
