"""When a recurring deadline comes round again, and which period a due day closes."""

from calendar import monthrange
from datetime import date, timedelta

from db.enums import Recurs

MONTHS = {Recurs.MONTHLY: 1, Recurs.QUARTERLY: 3, Recurs.HALF_YEARLY: 6, Recurs.YEARLY: 12}
"""Length of a period, in months."""
DAY = timedelta(days=1)
SUNDAY = 7
""" "Hằng tuần" is in time to the end of the week, as "hằng tháng" to the end of the month."""


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month (Bộ luật Dân sự 2015, điều
    148); `OverflowError` beyond what a calendar has."""
    count = day.year * 12 + day.month - 1 + months
    if not 12 <= count < 12 * 9999:
        raise OverflowError(count)
    last = last_of_month(count // 12, count % 12 + 1)
    return last.replace(day=min(day.day, last.day))


def next_due(recurs: Recurs, recurs_due: str | None, after: date) -> date:
    """The first due day strictly after `after`.

    `recurs_due` is written by `write_recurs_due`; of what comes weekly it is the number of the
    weekday (Monday is 1), of several days a year the list of them ("06-29,12-30"). Without it the
    period's last day is meant (labels: "More on recurrence"), of a week Sunday. A day that a month
    lacks is its last day, and 28 February stands for the last day of February, leap years too:
    that is what "tháng 2 hằng năm" and "trước ngày 01/3 hằng năm" mean. Raises ValueError for
    `ONGOING`, which has no due day.
    """
    if recurs is Recurs.WEEKLY:
        return after + timedelta(days=(int(recurs_due or SUNDAY) - after.isoweekday() - 1) % 7 + 1)
    opens = _opening(recurs, after)
    for step in range(3):
        months = opens.year * 12 + opens.month - 1 + step * MONTHS[recurs]
        dues = _dues_in_period(recurs, recurs_due, date(months // 12, months % 12 + 1, 1))
        due = next((due for due in dues if due > after), None)
        if due is not None:
            return due
    raise AssertionError("a period always has a due day")  # pragma: no cover


def period_of(recurs: Recurs, recurs_due: str | None, due: date) -> tuple[date, str]:
    """The first day of the period that holds this due day, and the period's label.

    >>> period_of(Recurs.QUARTERLY, None, date(2026, 3, 31))
    (datetime.date(2026, 1, 1), '2026-Q1')

    Periods are the calendar's; but a week, or the time up to one of several days a year, begins
    when the one before was due (what is due on Mondays would else begin on its due day), and is
    named for the week or the month in which it ends. Raises ValueError for `ONGOING`, which has
    no periods of its own.
    """
    if recurs is Recurs.WEEKLY:
        ends = next_due(recurs, recurs_due, due - DAY)
        year, week, _ = ends.isocalendar()
        return ends - timedelta(days=6), f"{year}-W{week:02}"
    opens = _opening(recurs, due)
    if recurs_due is not None and "," in recurs_due:
        ends = next_due(recurs, recurs_due, due - DAY)
        dues = (
            _dues_in_period(recurs, recurs_due, opens.replace(year=y))
            for y in (ends.year - 1, ends.year)
        )
        before = max(day for days in dues for day in days if day < ends)
        return before + DAY, f"{ends.year}-{ends.month:02}"
    index = (due.month - 1) // MONTHS[recurs]
    label = {
        Recurs.MONTHLY: f"{due.year}-{due.month:02}",
        Recurs.QUARTERLY: f"{due.year}-Q{index + 1}",
        Recurs.HALF_YEARLY: f"{due.year}-H{index + 1}",
        Recurs.YEARLY: f"{due.year}",
    }[recurs]
    return opens, label


def write_recurs_due(recurs: Recurs, month: int, day: int | None) -> str | None:
    """A day of every period in the form that is kept: of which of its months, which day.

    "DD" is a day of the period's last month, "MM-DD" one of another ("01-14": the 14th of each
    quarter's first); None the period's last day. Without `day` the month's last is meant, and
    day 0 is the last of the month before.

    >>> write_recurs_due(Recurs.QUARTERLY, 3, 15)
    '15'
    """
    if day == 0:
        month, day = month - 1 or MONTHS[recurs], None
    if month != MONTHS[recurs]:
        return f"{month:02}-{day or 31:02}"
    return f"{day:02}" if day else None


def _opening(recurs: Recurs, day: date) -> date:
    """The first day of the calendar period that holds this day."""
    if recurs not in MONTHS:
        raise ValueError(f"{recurs.value} has no due days")
    length = MONTHS[recurs]
    return date(day.year, (day.month - 1) // length * length + 1, 1)


def _dues_in_period(recurs: Recurs, recurs_due: str | None, opens: date) -> list[date]:
    """The due days of the calendar period that opens on this day, in their order."""
    days = recurs_due.split(",") if recurs_due else (None,)
    return sorted(_due_in_period(recurs, day, opens) for day in days)


def _due_in_period(recurs: Recurs, recurs_due: str | None, opens: date) -> date:
    month = opens.month + MONTHS[recurs] - 1
    if recurs_due is None:
        return last_of_month(opens.year, month)
    if "-" in recurs_due:
        month = opens.month + int(recurs_due[:2]) - 1
    last = last_of_month(opens.year, month)
    if recurs_due[-5:] == "02-28":
        return last
    return last.replace(day=min(int(recurs_due[-2:]), last.day))
