from datetime import date

import pytest

from db.enums import Recurs
from plans.deadlines.recurrence import next_due, period_of, write_recurs_due


@pytest.mark.parametrize(
    ("recurs", "recurs_due", "after", "due"),
    [
        pytest.param(
            Recurs.YEARLY, "12-31", date(2025, 12, 30), date(2025, 12, 31), id="this-year"
        ),
        pytest.param(
            Recurs.YEARLY, "12-31", date(2025, 12, 31), date(2026, 12, 31), id="strictly-after"
        ),
        pytest.param(Recurs.YEARLY, None, date(2025, 5, 1), date(2025, 12, 31), id="year-end"),
        pytest.param(Recurs.YEARLY, "09-30", date(2025, 10, 1), date(2026, 9, 30), id="next-year"),
        pytest.param(
            Recurs.YEARLY, "02-28", date(2027, 12, 1), date(2028, 2, 29), id="leap-february"
        ),
        pytest.param(
            Recurs.YEARLY, "02-28", date(2028, 2, 28), date(2028, 2, 29), id="eve-of-leap-day"
        ),
        pytest.param(
            Recurs.MONTHLY, "25", date(2025, 12, 25), date(2026, 1, 25), id="over-new-year"
        ),
        pytest.param(Recurs.MONTHLY, "31", date(2026, 1, 31), date(2026, 2, 28), id="short-month"),
        pytest.param(Recurs.MONTHLY, None, date(2026, 2, 28), date(2026, 3, 31), id="month-end"),
        pytest.param(
            Recurs.QUARTERLY, None, date(2025, 9, 30), date(2025, 12, 31), id="quarter-end"
        ),
        pytest.param(
            Recurs.HALF_YEARLY, None, date(2025, 6, 30), date(2025, 12, 31), id="half-end"
        ),
        pytest.param(Recurs.WEEKLY, "5", date(2026, 1, 1), date(2026, 1, 2), id="tomorrow"),
        pytest.param(Recurs.WEEKLY, "5", date(2026, 1, 2), date(2026, 1, 9), id="a-week-on"),
        pytest.param(Recurs.WEEKLY, None, date(2025, 12, 29), date(2026, 1, 4), id="week-end"),
        pytest.param(
            Recurs.YEARLY, "06-29,12-30", date(2026, 6, 28), date(2026, 6, 29), id="first-of-two"
        ),
        pytest.param(
            Recurs.YEARLY, "06-29,12-30", date(2026, 6, 29), date(2026, 12, 30), id="second-of-two"
        ),
        pytest.param(
            Recurs.YEARLY, "06-29,12-30", date(2026, 12, 31), date(2027, 6, 29), id="next-years"
        ),
    ],
)
def test_the_next_due_day_is_the_first_strictly_after(recurs, recurs_due, after, due):
    assert next_due(recurs, recurs_due, after) == due


@pytest.mark.parametrize(
    ("recurs", "due", "opens", "label"),
    [
        pytest.param(Recurs.YEARLY, date(2026, 12, 31), date(2026, 1, 1), "2026", id="year"),
        pytest.param(Recurs.YEARLY, date(2026, 9, 30), date(2026, 1, 1), "2026", id="mid-year"),
        pytest.param(Recurs.MONTHLY, date(2026, 3, 19), date(2026, 3, 1), "2026-03", id="month"),
        pytest.param(
            Recurs.QUARTERLY, date(2026, 3, 31), date(2026, 1, 1), "2026-Q1", id="quarter"
        ),
        pytest.param(Recurs.QUARTERLY, date(2026, 12, 31), date(2026, 10, 1), "2026-Q4", id="q4"),
        pytest.param(Recurs.HALF_YEARLY, date(2026, 6, 30), date(2026, 1, 1), "2026-H1", id="half"),
        pytest.param(Recurs.HALF_YEARLY, date(2026, 7, 1), date(2026, 7, 1), "2026-H2", id="h2"),
    ],
)
def test_a_due_day_lies_in_its_calendar_period(recurs, due, opens, label):
    assert period_of(recurs, None, due) == (opens, label)


@pytest.mark.parametrize(
    ("recurs", "recurs_due", "due", "opens", "label"),
    [
        pytest.param(
            *(Recurs.WEEKLY, "1", date(2026, 1, 5), date(2025, 12, 30), "2026-W02"), id="mondays"
        ),
        pytest.param(
            *(Recurs.WEEKLY, None, date(2026, 1, 4), date(2025, 12, 29), "2026-W01"), id="week"
        ),
        pytest.param(
            *(Recurs.YEARLY, "06-29,12-30", date(2026, 6, 29), date(2025, 12, 31), "2026-06"),
            id="first-of-two",
        ),
        pytest.param(
            *(Recurs.YEARLY, "06-29,12-30", date(2026, 12, 30), date(2026, 6, 30), "2026-12"),
            id="second-of-two",
        ),
        pytest.param(
            *(Recurs.YEARLY, "06-29,12-30", date(2026, 12, 31), date(2026, 12, 31), "2027-06"),
            id="a-day-that-an-older-rule-gave",
        ),
    ],
)
def test_a_week_and_one_of_several_days_a_year_begin_when_the_one_before_was_due(
    recurs, recurs_due, due, opens, label
):
    assert period_of(recurs, recurs_due, due) == (opens, label)


def test_what_goes_on_all_the_time_has_no_due_day():
    with pytest.raises(ValueError, match="ongoing"):
        next_due(Recurs.ONGOING, None, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("recurs", "month", "day", "kept", "due"),
    [
        pytest.param(Recurs.QUARTERLY, 3, 15, "15", date(2026, 3, 15), id="last-month-of-quarter"),
        pytest.param(Recurs.QUARTERLY, 1, 4, "01-04", date(2026, 4, 4), id="first-month"),
        pytest.param(Recurs.QUARTERLY, 3, 0, "02-31", date(2026, 2, 28), id="end-of-month-before"),
        pytest.param(Recurs.QUARTERLY, 1, 0, None, date(2026, 3, 31), id="end-of-period-before"),
        pytest.param(Recurs.HALF_YEARLY, 6, 14, "14", date(2026, 6, 14), id="half"),
        pytest.param(Recurs.HALF_YEARLY, 3, None, "03-31", date(2026, 3, 31), id="month-of-half"),
        pytest.param(Recurs.MONTHLY, 1, 28, "28", date(2026, 2, 28), id="month"),
    ],
)
def test_a_day_of_a_period_is_kept_so_that_it_comes_round(recurs, month, day, kept, due):
    assert write_recurs_due(recurs, month, day) == kept
    assert next_due(recurs, kept, date(2026, 2, 10)) == due


def test_the_28th_of_every_month_is_no_last_of_february():
    assert next_due(Recurs.MONTHLY, "28", date(2028, 1, 31)) == date(2028, 2, 28)
