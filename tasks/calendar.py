"""When people are told of a due day: working days and the ladder; pure.

Source: `domain`, Reminders. Days are local days of the committee.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache

from holidays import country_holidays

BEFORE = (30, 14, 7, 3, 1, 0)
"""Days before the due day on which the lead is told."""
AFTER = (1, 3)
"""Days after it; from then on every Monday."""
COORDINATING = (14, 3, 0)
"""Days before the due day on which the helping agencies are told."""
HEAD_AFTER = 1
"""Working days overdue on which the agency's head hears."""
LEADERS_AFTER = 5
"""Working days overdue on which the secretariat and the members hear."""

MORNING = time(8)
"""When the day's messages go out, local time."""
EVENING = time(18)
"""What could not go out before waits for the next working morning."""

WINDOW = timedelta(days=45)
"""How far from today due days are looked at one by one; longest rung, plus the longest rest."""

DAY = timedelta(days=1)


class Audience(StrEnum):
    """Who is told by a rung."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    HEAD = "head"
    LEADERS = "leaders"


@lru_cache
def _vietnam(year: int) -> object:
    return country_holidays("VN", years=year)


@dataclass(frozen=True)
class WorkingDays:
    """Which days are worked in Vietnam: weekends and holidays rest, but for the `moved` days."""

    moved: Mapping[date, bool]

    def is_working(self, day: date) -> bool:
        """Whether State bodies work on this day."""
        if day in self.moved:
            return self.moved[day]
        return bool(_vietnam(day.year).is_working_day(day))  # type: ignore[attr-defined]

    def at_or_before(self, day: date) -> date:
        """The last working day up to and including this one."""
        while not self.is_working(day):
            day -= DAY
        return day

    def at_or_after(self, day: date) -> date:
        """The first working day from this one on."""
        while not self.is_working(day):
            day += DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after this one."""
        for _ in range(count):
            day = self.at_or_after(day + DAY)
        return day


@dataclass(frozen=True, slots=True)
class RungDay:
    """For due days from `due_from` to `due_to`: the rung that now stands, and the day it came."""

    due_from: date
    due_to: date
    name: str
    day: date


def standing_rungs(audience: Audience, today: date, days: WorkingDays) -> tuple[RungDay, ...]:
    """The rung that stands today for each due day: the last whose day has come.

    Earlier ones that were never sent (an outage, a machine asleep) are covered by it, so that a
    person gets one message with the state as it is and not one for each rung missed. Due days for
    which no rung has come yet are left out.
    """
    found = list(_day_by_day(audience, today, days))
    if audience is Audience.LEAD:
        monday = _last_monday(today, days)
        long_ago = today - WINDOW - DAY
        found.append(RungDay(date.min, long_ago, f"monday:{monday.name}", monday.day))
    return tuple(found)


def _day_by_day(audience: Audience, today: date, days: WorkingDays) -> Iterator[RungDay]:
    due = today - WINDOW
    while due <= today + WINDOW:
        come = [(name, day) for name, day in _ladder(audience, due, today, days) if day <= today]
        if come:
            name, day = come[-1]
            yield RungDay(due, due, name, day)
        due += DAY


def _ladder(
    audience: Audience, due: date, today: date, days: WorkingDays
) -> Iterator[tuple[str, date]]:
    """The rungs of one due day in their order, each with the working day it falls on."""
    if audience is Audience.HEAD:
        yield "head", days.after(due, HEAD_AFTER)
    elif audience is Audience.LEADERS:
        yield "leaders", days.after(due, LEADERS_AFTER)
    elif audience is Audience.COORDINATING:
        for count in COORDINATING:
            yield f"with:{count}", days.at_or_before(due - timedelta(days=count))
    else:
        for count in BEFORE:
            yield f"before:{count}", days.at_or_before(due - timedelta(days=count))
        for count in AFTER:
            yield f"after:{count}", days.at_or_after(due + timedelta(days=count))
        monday = _last_monday(today, days)
        if monday.monday > due + timedelta(days=AFTER[-1]):
            yield f"monday:{monday.name}", monday.day


@dataclass(frozen=True, slots=True)
class _Monday:
    monday: date
    day: date

    @property
    def name(self) -> str:
        return self.monday.isoformat()


def _last_monday(today: date, days: WorkingDays) -> _Monday:
    """The newest Monday whose (moved) day has come."""
    monday = today - timedelta(days=today.weekday())
    while (day := days.at_or_after(monday)) > today:
        monday -= timedelta(days=7)
    return _Monday(monday, day)
