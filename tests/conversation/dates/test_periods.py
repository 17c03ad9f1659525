"""The days that a question spans, from several days of asking."""

from datetime import date

import pytest

from bot.conversation.dates.elapsed import Period
from bot.conversation.dates.periods import read_period
from bot.conversation.office.pausing import pause_end
from bot.conversation.people.absence_words import read_days

WEDNESDAY = date(2025, 12, 17)
NEW_YEAR = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("today", "text", "first", "last"),
    [
        (WEDNESDAY, "việc đến hạn từ 1/12 đến 15/12", date(2025, 12, 1), date(2025, 12, 15)),
        (WEDNESDAY, "đến hạn từ 25-27/12", date(2025, 12, 25), date(2025, 12, 27)),
        (WEDNESDAY, "từ 20/12 đến 5/1 có gì", date(2025, 12, 20), date(2026, 1, 5)),
        (WEDNESDAY, "từ tháng 10 đến tháng 12", date(2025, 10, 1), date(2025, 12, 31)),
        (WEDNESDAY, "từ nay đến 15/1", WEDNESDAY, date(2026, 1, 15)),
        (WEDNESDAY, "đến hạn trước 31/12", WEDNESDAY, date(2025, 12, 30)),
        (WEDNESDAY, "sau 20/12", date(2025, 12, 21), date(2025, 12, 31)),
        (WEDNESDAY, "quá hạn từ tháng 9", date(2025, 9, 1), WEDNESDAY),
        (WEDNESDAY, "tháng 10 và tháng 11", date(2025, 10, 1), date(2025, 11, 30)),
        (WEDNESDAY, "tháng 11 có gì quá hạn", date(2025, 11, 1), date(2025, 11, 30)),
        (WEDNESDAY, "việc quý III", date(2025, 7, 1), date(2025, 9, 30)),
        (WEDNESDAY, "việc quý I", date(2026, 1, 1), date(2026, 3, 31)),
        (WEDNESDAY, "quý trước", date(2025, 7, 1), date(2025, 9, 30)),
        (WEDNESDAY, "nửa đầu năm 2026", date(2026, 1, 1), date(2026, 6, 30)),
        (WEDNESDAY, "6 tháng cuối năm", date(2025, 7, 1), date(2025, 12, 31)),
        (WEDNESDAY, "trong 10 ngày tới", WEDNESDAY, date(2025, 12, 27)),
        (WEDNESDAY, "việc đến hạn trong tháng", date(2025, 12, 1), date(2025, 12, 31)),
        (WEDNESDAY, "trong tháng 11", date(2025, 11, 1), date(2025, 11, 30)),
        (WEDNESDAY, "tuần này có gì", date(2025, 12, 15), date(2025, 12, 21)),
        (WEDNESDAY, "hôm qua", date(2025, 12, 16), date(2025, 12, 16)),
        (WEDNESDAY, "hôm kia", date(2025, 12, 15), date(2025, 12, 15)),
        (WEDNESDAY, "quá hạn 2 tháng trước", date(2025, 10, 1), date(2025, 10, 31)),
        (WEDNESDAY, "tháng trước nữa", date(2025, 10, 1), date(2025, 10, 31)),
        (WEDNESDAY, "từ đầu năm đến nay", date(2025, 1, 1), WEDNESDAY),
        (WEDNESDAY, "hoàn thành từ đầu quý", date(2025, 10, 1), WEDNESDAY),
        (WEDNESDAY, "từ đầu tháng đến 15/12", date(2025, 12, 1), date(2025, 12, 15)),
        (WEDNESDAY, "9 tháng đầu năm", date(2025, 1, 1), date(2025, 9, 30)),
        (WEDNESDAY, "tháng 9, 10 và 11", date(2025, 9, 1), date(2025, 11, 30)),
        (WEDNESDAY, "đầu tháng 12", date(2025, 12, 1), date(2025, 12, 10)),
        (WEDNESDAY, "cuối tháng trước", date(2025, 11, 21), date(2025, 11, 30)),
        (WEDNESDAY, "nửa đầu tháng 12", date(2025, 12, 1), date(2025, 12, 15)),
        (WEDNESDAY, "từ thứ 2 đến thứ 6", date(2025, 12, 22), date(2025, 12, 26)),
        (WEDNESDAY, "tháng 12 năm ngoái", date(2024, 12, 1), date(2024, 12, 31)),
        (WEDNESDAY, "6 tháng cuối năm ngoái", date(2024, 7, 1), date(2024, 12, 31)),
        (WEDNESDAY, "từ đầu năm 2024 đến nay", date(2024, 1, 1), WEDNESDAY),
        (WEDNESDAY, "từ thứ hai đến nay", date(2025, 12, 15), WEDNESDAY),
        (WEDNESDAY, "thứ sáu vừa rồi", date(2025, 12, 12), date(2025, 12, 12)),
        (WEDNESDAY, "trong 6 tháng đầu năm", date(2025, 1, 1), date(2025, 6, 30)),
        (WEDNESDAY, "thứ hai đến thứ sáu tuần này", date(2025, 12, 15), date(2025, 12, 19)),
        (WEDNESDAY, "từ hôm qua đến nay", date(2025, 12, 16), WEDNESDAY),
        (WEDNESDAY, "quý II và III", date(2026, 4, 1), date(2026, 9, 30)),
        (WEDNESDAY, "hai tháng trước", date(2025, 10, 1), date(2025, 10, 31)),
        (WEDNESDAY, "thứ hai tuần trước", date(2025, 12, 8), date(2025, 12, 8)),
        (WEDNESDAY, "từ tháng 6 tới nay", date(2025, 6, 1), WEDNESDAY),
        (WEDNESDAY, "20/12 năm nay đến 10/1 năm sau", date(2025, 12, 20), date(2026, 1, 10)),
        (WEDNESDAY, "trong năm 2026 và 2027", date(2026, 1, 1), date(2027, 12, 31)),
        (WEDNESDAY, "giai đoạn 2026-2030", date(2026, 1, 1), date(2030, 12, 31)),
        (NEW_YEAR, "tháng trước", date(2025, 12, 1), date(2025, 12, 31)),
        (NEW_YEAR, "tháng 12 có gì quá hạn", date(2025, 12, 1), date(2025, 12, 31)),
        (NEW_YEAR, "last quarter", date(2025, 10, 1), date(2025, 12, 31)),
        (date(2028, 2, 28), "tháng này", date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_a_period_is_the_nearest_that_its_words_name(today, text, first, last):
    assert read_period(text, today=today) == Period(first, last)


@pytest.mark.parametrize("text", ["từ 31/11 đến 5/12", "đến hạn ngày 30/2", "sau tết có gì"])
def test_a_day_that_there_is_not_names_no_period(text):
    assert read_period(text, today=WEDNESDAY) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("em nghỉ từ 10/12 đến 20/12", (WEDNESDAY, date(2025, 12, 20))),
        ("em nghỉ từ 25 đến 27/12", (date(2025, 12, 25), date(2025, 12, 27))),
        ("em nghỉ tết từ 14/2 đến 22/2", (date(2026, 2, 14), date(2026, 2, 22))),
        ("em nghỉ thai sản 6 tháng từ 1/1", (date(2026, 1, 1), date(2026, 6, 30))),
        ("em nghỉ từ 22/12 đến hết tuần", (date(2025, 12, 22), date(2025, 12, 26))),
        ("em nghỉ hết tuần sau", (WEDNESDAY, date(2025, 12, 26))),
        ("em nghỉ từ 25/12 đến 20/12", None),
        ("mai và ngày kia em nghỉ", (date(2025, 12, 18), date(2025, 12, 19))),
        ("em nghỉ 24 và 25/12", (date(2025, 12, 24), date(2025, 12, 25))),
        ("em nghỉ từ 1/12 đến 10/12", None),
        ("em nghỉ từ 31/11 đến 5/12", None),
        ("em nghi thai san 6 thang tu 1/1", (date(2026, 1, 1), date(2026, 6, 30))),
        ("mai voi mot em nghi", (date(2025, 12, 18), date(2025, 12, 19))),
        ("em nghỉ tết 3 ngày", None),
        ("em nghỉ tết từ 28 đến mùng 5", None),
        ("em nghỉ tết hết mùng 5", None),
        ("em nghỉ tết đến hết 22/2", (WEDNESDAY, date(2026, 2, 22))),
        ("em nghỉ tết dương lịch từ 1 đến 3/1", (date(2026, 1, 1), date(2026, 1, 3))),
        ("em xin nghỉ 2-3 ngày", None),
        ("em nghỉ nửa ngày mai", (date(2025, 12, 18), date(2025, 12, 18))),
    ],
)
def test_days_away_are_never_those_of_another_year(text, days):
    found = read_days(text, WEDNESDAY)

    assert (found and found[:2]) == days


@pytest.mark.parametrize(
    ("text", "until", "clear"),
    [
        ("đến hết quý I do chờ kinh phí", date(2026, 3, 31), True),
        ("từ 5/1 đến 1/3 vì chờ kinh phí", date(2026, 3, 1), True),
        ("vì nghỉ tết", None, True),
        ("đến 31/11 vì chờ kinh phí", None, False),
        ("đến sau tết vì chờ kinh phí", None, False),
        ("ra tết", None, False),
        ("đến trước 25/12 vì chờ kinh phí", date(2025, 12, 24), True),
    ],
)
def test_a_pause_never_loses_a_day_that_it_names(text, until, clear):
    assert pause_end(text, WEDNESDAY) == (until, clear)
