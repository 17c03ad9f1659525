"""Which reporting period a day falls in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.enums import Every
from reports.periods import Regime, ReportingPeriod, reporting_period, shortest_regime

MONTHLY, QUARTERLY = Every.MONTHLY, Every.QUARTERLY
HALF_YEARLY, YEARLY = Every.HALF_YEARLY, Every.YEARLY

VINH_LAI = Regime(YEARLY, due_day=30, due_month=11, before=True)

CASES = [
    # The general rule: Nghị định 09/2019/NĐ-CP, điều 12.
    ("month, its last day", [Regime(MONTHLY)], "2025-12-14", "2025-11-15 2025-12-14 2025-12"),
    ("month, its first day", [Regime(MONTHLY)], "2025-12-15", "2025-12-15 2026-01-14 2026-01"),
    ("month of February", [Regime(MONTHLY)], "2024-02-29", "2024-02-15 2024-03-14 2024-03"),
    ("first quarter", [Regime(QUARTERLY)], "2025-12-15", "2025-12-15 2026-03-14 2026-Q1"),
    ("last quarter", [Regime(QUARTERLY)], "2025-12-14", "2025-09-15 2025-12-14 2025-Q4"),
    ("first half", [Regime(HALF_YEARLY)], "2026-06-14", "2025-12-15 2026-06-14 2026-H1"),
    ("second half", [Regime(HALF_YEARLY)], "2026-06-15", "2026-06-15 2026-12-14 2026-H2"),
    ("year, its last day", [Regime(YEARLY)], "2025-12-14", "2024-12-15 2025-12-14 2025"),
    ("year, its first day", [Regime(YEARLY)], "2025-12-15", "2025-12-15 2026-12-14 2026"),
    # A named day is the cut-off.
    ("before a day, that day", [VINH_LAI], "2025-11-30", "2025-11-30 2026-11-29 2026"),
    ("before a day, the day before", [VINH_LAI], "2025-11-29", "2024-11-30 2025-11-29 2025"),
    ("on a day of the month", [Regime(MONTHLY, 18)], "2025-12-18", "2025-11-19 2025-12-18 2025-12"),
    ("after that day", [Regime(MONTHLY, 18)], "2025-12-19", "2025-12-19 2026-01-18 2026-01"),
    (
        "before the 1st",
        [Regime(MONTHLY, 1, before=True)],
        "2025-12-31",
        "2025-12-01 2025-12-31 2025-12",
    ),
    (
        "early in the next month",
        [Regime(MONTHLY, 5)],
        "2025-12-05",
        "2025-11-06 2025-12-05 2025-11",
    ),
    (
        "early in the next year",
        [Regime(YEARLY, 15, 1, before=True)],
        "2026-01-14",
        "2025-01-15 2026-01-14 2025",
    ),
    (
        "a day of the quarter's last month",
        [Regime(QUARTERLY, 20)],
        "2025-09-21",
        "2025-09-21 2025-12-20 2025-Q4",
    ),
    (
        "quarters counted from a named month",
        [Regime(QUARTERLY, 20, 1)],
        "2025-12-17",
        "2025-10-21 2026-01-20 2025-Q4",
    ),
    (
        "a month without a day",
        [Regime(YEARLY, None, 11)],
        "2025-12-01",
        "2025-12-01 2026-11-30 2026",
    ),
    (
        "before a month without a day",
        [Regime(YEARLY, None, 11, before=True)],
        "2025-11-01",
        "2025-11-01 2026-10-31 2026",
    ),
    # Months that lack the day.
    ("31st in a month of 30", [Regime(MONTHLY, 31)], "2025-11-30", "2025-11-01 2025-11-30 2025-11"),
    ("31st in February", [Regime(MONTHLY, 31)], "2025-02-28", "2025-02-01 2025-02-28 2025-02"),
    ("30th in a leap year", [Regime(MONTHLY, 30)], "2024-02-29", "2024-01-31 2024-02-29 2024-02"),
    (
        "before the 31st in a month of 30",
        [Regime(MONTHLY, 31, before=True)],
        "2025-11-30",
        "2025-10-31 2025-11-30 2025-11",
    ),
    ("29 February", [Regime(YEARLY, 29, 2)], "2025-02-28", "2024-03-01 2025-02-28 2024"),
    ("29 February, leap year", [Regime(YEARLY, 29, 2)], "2024-02-29", "2023-03-01 2024-02-29 2023"),
    (
        "before 1 March, leap year",
        [Regime(YEARLY, 1, 3, before=True)],
        "2024-02-29",
        "2023-03-01 2024-02-29 2023",
    ),
    # Several regimes, or none.
    (
        "the shortest of several",
        [VINH_LAI, Regime(QUARTERLY), Regime(HALF_YEARLY)],
        "2025-12-17",
        "2025-12-15 2026-03-14 2026-Q1",
    ),
    (
        "ad-hoc ones do not count",
        [Regime(Every.AD_HOC), VINH_LAI, Regime(Every.AD_HOC, 1)],
        "2025-12-17",
        "2025-11-30 2026-11-29 2026",
    ),
    ("none at all", [], "2025-12-17", "2025-12-15 2026-01-14 2026-01"),
    ("ad-hoc alone", [Regime(Every.AD_HOC)], "2025-12-17", "2025-12-15 2026-01-14 2026-01"),
]


@pytest.mark.parametrize(
    ("regimes", "day", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_day_falls_in_its_period(regimes: list[Regime], day: str, expected: str) -> None:
    first, cut_off, label = expected.split()

    period = reporting_period(date.fromisoformat(day), regimes)

    assert period == ReportingPeriod(date.fromisoformat(first), date.fromisoformat(cut_off), label)


def test_of_two_as_short_the_one_that_names_a_day_is_taken() -> None:
    assert shortest_regime([Regime(MONTHLY), Regime(MONTHLY, 18)]) == Regime(MONTHLY, 18)


@given(
    st.builds(
        Regime,
        st.sampled_from([MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY]),
        st.none() | st.integers(1, 31),
        st.none() | st.integers(1, 12),
        st.booleans(),
    ),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_periods_leave_no_day_out_and_take_none_twice(regime: Regime, day: date) -> None:
    period = reporting_period(day, [regime])
    following = reporting_period(period.cut_off + timedelta(days=1), [regime])

    assert period.first <= day <= period.cut_off
    assert reporting_period(period.first, [regime]) == period
    assert reporting_period(period.cut_off, [regime]) == period
    assert following.first == period.cut_off + timedelta(days=1)
    assert following.label > period.label
