"""When a recurring deadline comes round again, and which period a due day closes."""

from calendar import monthrange
from datetime import date

from db.enums import Recurs

MONTHS = {Recurs.MONTHLY: 1, Recurs.QUARTERLY: 3, Recurs.HALF_YEARLY: 6, Recurs.YEARLY: 12}
"""Length of a period, in months."""


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def next_due(recurs: Recurs, recurs_due: str | None, after: date) -> date:
    """The first due day strictly after `after`.

    `recurs_due` is "MM-DD" for a yearly deadline and "DD" for a monthly one; without it the
    period's last day is meant (labels: "More on recurrence"). A day that a month lacks is its
    last day, and 28 February stands for the last day of February, leap years too: that is what
    "tháng 2 hằng năm" and "trước ngày 01/3 hằng năm" mean. Raises ValueError for `ONGOING`,
    which has no due day.
    """
    opens, _ = period_of(recurs, after)
    for step in range(3):
        months = opens.year * 12 + opens.month - 1 + step * MONTHS[recurs]
        due = _due_in_period(recurs, recurs_due, date(months // 12, months % 12 + 1, 1))
        if due > after:
            return due
    raise AssertionError("a period always has a due day")  # pragma: no cover


def period_of(recurs: Recurs, due: date) -> tuple[date, str]:
    """The first day of the calendar period that holds this due day, and the period's label.

    >>> period_of(Recurs.QUARTERLY, date(2026, 3, 31))
    (datetime.date(2026, 1, 1), '2026-Q1')

    Raises ValueError for `ONGOING`, which has no periods of its own.
    """
    if recurs not in MONTHS:
        raise ValueError(f"{recurs.value} has no due days")
    length = MONTHS[recurs]
    index = (due.month - 1) // length
    label = {
        Recurs.MONTHLY: f"{due.year}-{due.month:02}",
        Recurs.QUARTERLY: f"{due.year}-Q{index + 1}",
        Recurs.HALF_YEARLY: f"{due.year}-H{index + 1}",
        Recurs.YEARLY: f"{due.year}",
    }[recurs]
    return date(due.year, index * length + 1, 1), label


def _due_in_period(recurs: Recurs, recurs_due: str | None, opens: date) -> date:
    end = last_of_month(opens.year, opens.month + MONTHS[recurs] - 1)
    if recurs_due is None:
        return end
    month, day = opens.month, int(recurs_due[-2:])
    if recurs is Recurs.YEARLY:
        month = int(recurs_due[:2])
    last = last_of_month(opens.year, month)
    if (month, day) == (2, 28):
        return last
    return last.replace(day=min(day, last.day))
