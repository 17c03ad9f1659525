from datetime import date

import pytest

from plans.make_rows import read_deadline_cell

ISSUED_ON = date(2025, 12, 20)
TITLE = "Chuyển đổi số xã Phú Lâm năm 2026"


@pytest.mark.parametrize(
    ("words", "due", "unsaid"),
    [
        ("Quý I", date(2026, 3, 31), False),
        ("Trước 30/6", date(2026, 6, 29), False),
        ("Quý IV", date(2026, 12, 31), True),
        ("Tháng 12", date(2026, 12, 31), True),
        ("Cả năm", date(2026, 12, 31), True),
        ("Tháng 12/2025", date(2025, 12, 31), False),
        ("Hằng năm", date(2026, 12, 31), False),
        ("Hằng tháng", date(2026, 1, 31), False),
        ("Trong 10 ngày kể từ ngày ban hành", date(2025, 12, 30), False),
        ("Từ 25/12 đến 15/01", date(2026, 1, 15), False),
        ("Thường xuyên", None, False),
    ],
)
def test_times_without_a_year_are_of_the_year_in_the_plans_title(words, due, unsaid):
    deadline = read_deadline_cell(words, ISSUED_ON, TITLE)

    assert (deadline.due, deadline.year_unsaid) == (due, unsaid)


@pytest.mark.parametrize(
    ("title", "issued_on"),
    [
        (None, ISSUED_ON),
        ("Chuyển đổi số năm 2025", ISSUED_ON),
        ("Phát triển du lịch giai đoạn 2026-2030, năm 2026", ISSUED_ON),
        ("Tổ chức Tết Nguyên đán Bính Ngọ năm 2026", ISSUED_ON),
        ("Xây dựng dự toán ngân sách năm 2026", date(2025, 6, 20)),
    ],
    ids=["no-title", "its-own-year", "several-years", "over-new-year", "issued-long-before"],
)
def test_other_plans_count_from_the_year_of_issue(title, issued_on):
    deadline = read_deadline_cell("Quý IV", issued_on, title)

    assert (deadline.due, deadline.year_unsaid) == (date(2025, 12, 31), False)
