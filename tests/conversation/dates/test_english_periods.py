"""The days that questions in English span."""

from datetime import date

import pytest

from bot.conversation.dates.elapsed import Period
from bot.conversation.dates.english_periods import periods_in_vietnamese
from bot.conversation.dates.periods import read_period

TODAY = date(2025, 12, 17)
NEW_YEARS_EVE = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("what is due by the end of the year", TODAY, NEW_YEARS_EVE),
        ("what is due by the end of this month", TODAY, NEW_YEARS_EVE),
        ("due by end of next month", TODAY, date(2026, 1, 31)),
        ("to be done by the year's end", TODAY, NEW_YEARS_EVE),
        ("tasks due in June 2026", date(2026, 6, 1), date(2026, 6, 30)),
        ("what was done in December", date(2025, 12, 1), NEW_YEARS_EVE),
        ("tasks due before 31 December", TODAY, date(2025, 12, 30)),
        ("tasks due by 31 December", TODAY, NEW_YEARS_EVE),
        ("due in the first quarter of 2026", date(2026, 1, 1), date(2026, 3, 31)),
        ("what is due in Q1 2026", date(2026, 1, 1), date(2026, 3, 31)),
        ("due in 2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("due in the next two weeks", TODAY, NEW_YEARS_EVE),
        ("due within 15 days", TODAY, date(2026, 1, 1)),
        ("reported in the last 7 days", date(2025, 12, 10), TODAY),
        ("what happened since yesterday", date(2025, 12, 16), TODAY),
        ("what changed since 1 December", date(2025, 12, 1), TODAY),
        ("from 1 December to 15 December", date(2025, 12, 1), date(2025, 12, 15)),
        ("what was done last week", date(2025, 12, 8), date(2025, 12, 14)),
    ],
)
def test_a_question_in_english_names_its_days(text, first, last):
    assert read_period(periods_in_vietnamese(text), today=TODAY) == Period(first, last)
