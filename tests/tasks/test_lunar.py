"""Days named by Tết and the lunar calendar, as solar days."""

from datetime import date

import pytest

from tasks.lunar import lunar_day

TODAY = date(2025, 12, 17)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("xin gia hạn đến trước Tết", date(2026, 2, 16)),
        ("den truoc tet nguyen dan", date(2026, 2, 16)),
        ("sau Tết, chờ kinh phí", date(2026, 2, 23)),
        ("mùng 5 Tết", date(2026, 2, 21)),
        ("30 Tết", date(2026, 2, 16)),
        ("28 Tết", None),
        ("rằm tháng Giêng", date(2026, 3, 3)),
        ("20 tháng Giêng", date(2026, 3, 8)),
        ("mùng 10 tháng 3 âm lịch", date(2026, 4, 26)),
        ("10/3 âm lịch", date(2026, 4, 26)),
        ("trước Tết dương lịch", date(2025, 12, 31)),
        ("hết Tết dương lịch", date(2026, 1, 1)),
    ],
)
def test_a_day_known_to_people_is_worked_out(words, day):
    assert lunar_day(words, today=TODAY) == day


@pytest.mark.parametrize("words", ["rằm", "23 tháng Chạp", "15/7 âm lịch", "thêm 10 ngày"])
def test_what_the_holidays_do_not_give_has_no_candidate(words):
    assert lunar_day(words, today=TODAY) is None


def test_the_next_one_is_meant():
    assert lunar_day("trước Tết", today=date(2026, 3, 1)) == date(2027, 2, 5)
