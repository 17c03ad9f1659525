"""Reporting periods: which one a day falls in, and when its figures are cut off. Pure."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db.enums import Every

MONTHS = {Every.MONTHLY: 1, Every.QUARTERLY: 3, Every.HALF_YEARLY: 6, Every.YEARLY: 12}
"""How many months a period of each regime has; a report asked for ad hoc has no period."""

GENERAL_CUT_OFF = 14
"""Day of the period's last month, where a plan names none: Nghị định 09/2019/NĐ-CP, điều 12."""

LATE_DAYS = 10
LATE_MONTHS = {Every.QUARTERLY: 1, Every.HALF_YEARLY: 2, Every.YEARLY: 4}
"""The first third of a month, a quarter ...: a report cut off in it is about the one before."""


@dataclass(frozen=True, slots=True)
class Regime:
    """When a plan wants a report.

    `before` says that the named day itself is too late ("trước ngày"). A named month without a
    day means that whole month.
    """

    every: Every
    due_day: int | None = None
    due_month: int | None = None
    before: bool = False


GENERAL = Regime(Every.MONTHLY)


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """From its first day to its cut-off, both in it.

    `label` is "2025", "2025-H2", "2025-Q4" or "2025-12", as the periods of occurrences are named.
    """

    first: date
    cut_off: date
    label: str


def reporting_period(day: date, regimes: Sequence[Regime]) -> ReportingPeriod:
    """The shortest reporting period that a day falls in, by a plan's regimes.

    A named day, the last that is still in time, is the cut-off; where none is named, the general
    rule for State bodies holds. Reports asked for ad hoc have no period and do not count. A plan
    that asks for no regular report at all is looked at monthly, by the general rule: it is the
    rhythm in which State bodies report.

    >>> reporting_period(date(2025, 12, 17), [Regime(Every.YEARLY, 30, 11, before=True)])
    ReportingPeriod(first=datetime.date(2025, 11, 30), cut_off=datetime.date(2026, 11, 29), \
label='2026')
    """
    regime = shortest_regime(regimes)
    months = MONTHS[regime.every]
    last_month = _last_month(regime)
    ahead = (last_month - day.month) % months
    cut_off = _cut_off(regime, day.year, day.month + ahead)
    while cut_off < day:
        ahead += months
        cut_off = _cut_off(regime, day.year, day.month + ahead)
    first = _cut_off(regime, day.year, day.month + ahead - months) + timedelta(days=1)
    return ReportingPeriod(first, cut_off, _label(regime.every, cut_off))


def cut_off_regime(regime: Regime, cut_off_day: int | None) -> Regime:
    """The regime by which figures are cut off, where a secretary set a day of its own for that.

    A cut-off later in the month than the day the report is due lies in the month before.
    """
    if cut_off_day is None:
        return regime
    month = regime.due_month
    if regime.due_day is not None and cut_off_day > regime.due_day:
        month = (_last_month(regime) - 2) % 12 + 1
    return Regime(regime.every, cut_off_day, month)


def next_review(today: date, regime: Regime, review_day: int) -> date:
    """The next meeting over reports of this regime: the first such day of a month from the day the
    report is due, today's included.

    >>> next_review(date(2025, 12, 20), Regime(Every.MONTHLY, 18), 23)
    datetime.date(2025, 12, 23)
    """
    period = reporting_period(today, [regime])
    last = _day_of_month(review_day, period.first - timedelta(days=1))
    return last if last >= today else _day_of_month(review_day, period.cut_off)


def _day_of_month(number: int, begin: date) -> date:
    """The first day of this number from a day on; the last of a shorter month."""
    for month in (begin.replace(day=1), begin.replace(day=28) + timedelta(days=4)):
        days = calendar.monthrange(month.year, month.month)[1]
        day = date(month.year, month.month, min(number, days))
        if day >= begin:
            return day
    raise AssertionError("a month has that day or a last one")


def shortest_regime(regimes: Sequence[Regime]) -> Regime:
    """The regime with the shortest period; of two as short, one that names its day."""
    regular = [regime for regime in regimes if regime.every in MONTHS]
    return min(regular, key=lambda r: (MONTHS[r.every], not _is_named(r)), default=GENERAL)


def _is_named(regime: Regime) -> bool:
    return regime.due_day is not None or regime.due_month is not None


def _last_month(regime: Regime) -> int:
    """A month in which a period of this regime is cut off: the last of the calendar's own."""
    return regime.due_month if regime.due_month is not None else 12


def _cut_off(regime: Regime, year: int, month: int) -> date:
    """The cut-off in a month, counted on beyond December or back before January.

    The 30th or 31st of a shorter month is its last day, and so is the 29th of February; "before
    the 30th" there takes in the whole month.
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    days = calendar.monthrange(year, month)[1]
    if regime.due_day is not None:
        day = regime.due_day - regime.before
    elif regime.due_month is not None:
        day = 0 if regime.before else days
    else:
        day = GENERAL_CUT_OFF
    return date(year, month, 1) + timedelta(days=min(day, days) - 1)


def _label(every: Every, cut_off: date) -> str:
    """The calendar period that a report cut off on this day is about."""
    if every is Every.MONTHLY:
        about = cut_off - timedelta(days=LATE_DAYS)
        return f"{about.year}-{about.month:02}"
    year, month = divmod(cut_off.year * 12 + cut_off.month - 1 - LATE_MONTHS[every], 12)
    match every:
        case Every.QUARTERLY:
            return f"{year}-Q{month // 3 + 1}"
        case Every.HALF_YEARLY:
            return f"{year}-H{month // 6 + 1}"
        case _:
            return f"{year}"
