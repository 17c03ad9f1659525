"""When people are told of a due day: the ladder, and the rung that stands; pure.

Source: `docs/domain.md`, Reminders. Days are local days of the committee.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any

from tasks.working_days import DAY, WorkingDays

LONGEST_BEFORE = 90
"""Days; a ladder that began earlier would speak of what nobody works on yet."""
LONGEST_AFTER = 28
"""Days after the due day, and working days until a step: then the Mondays take over."""

ASK_BEFORE = 7
"""Days before a reporting period's cut-off on which what has no due day is asked about: a working
week to answer in."""
REPORT_BEFORE = 3
"""Days before a report is due, or the review meeting, on which those concerned are told."""

INSTRUCTED_BEFORE = (1, 0)
"""Days before the day that an instruction names on which its lead is reminded of it."""

MORNING = time(8)
"""When the day's messages go out, local time, unless a committee or a person chose another hour."""
EARLIEST, LATEST = 6, 20
"""Full hours between which people may choose to be told."""

REST = timedelta(days=15)
"""Longer than any run of days of rest: Tết with the weekends around it has ten at most."""


class Audience(StrEnum):
    """Who is told by a rung."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    HEAD = "head"
    LEADERS = "leaders"
    INSTRUCTED = "instructed"
    """Who has a member's instruction to answer; its days count from when it was given."""
    UNTIL = "until"
    """The same people, ahead of the day that the instruction names."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """On which days who is told of a due day; days, for `head` and `leaders` working days.

    `before` and `coordinating` count back from the due day, `after` on from it; `mondays` goes on
    every Monday after the last of those. None for a step: nobody higher is told.
    """

    before: tuple[int, ...] = (30, 14, 7, 3, 1, 0)
    after: tuple[int, ...] = (1, 3)
    mondays: bool = True
    coordinating: tuple[int, ...] = (14, 3, 0)
    head: int | None = 1
    leaders: int | None = 5

    def __post_init__(self) -> None:
        before = (*self.before, *self.coordinating)
        after = [*self.after, *(step for step in (self.head, self.leaders) if step is not None)]
        if not all(0 <= day <= LONGEST_BEFORE for day in before):
            raise ValueError(f"days before: 0 to {LONGEST_BEFORE}")
        if not all(1 <= day <= LONGEST_AFTER for day in after):
            raise ValueError(f"days after: 1 to {LONGEST_AFTER}")
        ordered = (
            sorted(set(self.before), reverse=True),
            sorted(set(self.coordinating), reverse=True),
            sorted(set(self.after)),
        )
        if ordered != (list(self.before), list(self.coordinating), list(self.after)):
            raise ValueError("days stand in the order in which they come, each once")

    @property
    def window(self) -> timedelta:
        """How far from today due days are looked at one by one."""
        steps = (2 * step for step in (self.head, self.leaders) if step is not None)
        return REST + timedelta(max((30, *self.before, *self.coordinating, *self.after, *steps)))

    @classmethod
    def from_json(cls, kept: Mapping[str, Any] | None) -> "Ladder":
        """What `to_json` wrote; None is the usual one. Raises `ValueError` or `TypeError`."""
        if kept is None:
            return USUAL
        days = {"before", "after", "coordinating"}
        given: dict[str, Any] = {
            key: tuple(value) if key in days else value for key, value in kept.items()
        }
        return cls(**given)

    def to_json(self) -> dict[str, Any] | None:
        """A form that JSON can hold; None for the usual one."""
        if self == USUAL:
            return None
        return {
            "before": list(self.before),
            "after": list(self.after),
            "mondays": self.mondays,
            "coordinating": list(self.coordinating),
            "head": self.head,
            "leaders": self.leaders,
        }


USUAL = Ladder()
"""The default ladder (domain: Reminders)."""


@dataclass(frozen=True, slots=True)
class RungDay:
    """For due days from `due_from` to `due_to`: the rung that now stands, and the day it came."""

    due_from: date
    due_to: date
    name: str
    day: date


def standing_rungs(
    audience: Audience, today: date, days: WorkingDays, ladder: Ladder = USUAL
) -> tuple[RungDay, ...]:
    """The rung that stands today for each due day: the last whose day has come.

    Earlier ones that were never sent (an outage, a machine asleep) are covered by it, so that a
    person gets one message with the state as it is and not one for each rung missed. Due days for
    which no rung has come yet are left out.
    """
    found = list(_day_by_day(audience, today, days, ladder))
    weekly = {Audience.LEAD: "monday", Audience.INSTRUCTED: "instructed"}.get(audience)
    if weekly and ladder.mondays:
        monday = _last_monday(today, days)
        long_ago = today - ladder.window - DAY
        found.append(RungDay(date.min, long_ago, f"{weekly}:{monday.name}", monday.day))
    return tuple(found)


def ask_days(today: date, days: WorkingDays) -> tuple[RungDay, ...]:
    """For each cut-off of a reporting period: whether the day of its question has come."""
    return _ahead("period", ASK_BEFORE, today, days)


def report_days(today: date, days: WorkingDays) -> tuple[RungDay, ...]:
    """For each day that a report is due or reviewed on: whether it is to be told of."""
    return _ahead("report", REPORT_BEFORE, today, days)


def _ahead(name: str, before: int, today: date, days: WorkingDays) -> tuple[RungDay, ...]:
    """What is told once, so many days ahead, and stands until its day is over."""
    found = []
    for ahead in range(before + REST.days):
        due = today + ahead * DAY
        day = days.at_or_before(due - timedelta(days=before))
        if day <= today:
            found.append(RungDay(due, due, name, day))
    return tuple(found)


def _day_by_day(
    audience: Audience, today: date, days: WorkingDays, ladder: Ladder
) -> Iterator[RungDay]:
    due = today - ladder.window
    while due <= today + ladder.window:
        rungs = rungs_of(audience, due, today, days, ladder)
        come = [(name, day) for name, day in rungs if day <= today]
        if come:
            name, day = come[-1]
            yield RungDay(due, due, name, day)
        due += DAY


def rungs_of(
    audience: Audience, due: date, today: date, days: WorkingDays, ladder: Ladder
) -> Iterator[tuple[str, date]]:
    """The rungs of one due day in their order, each with the working day it falls on.

    Of the Mondays only the last that has come is among them.
    """
    if audience is Audience.HEAD:
        if ladder.head is not None:
            yield "head", days.after(due, ladder.head)
    elif audience is Audience.LEADERS:
        if ladder.leaders is not None:
            yield "leaders", days.after(due, ladder.leaders)
    elif audience is Audience.COORDINATING:
        for count in ladder.coordinating:
            yield f"with:{count}", days.at_or_before(due - timedelta(days=count))
    elif audience is Audience.UNTIL:
        for count in INSTRUCTED_BEFORE:
            yield f"until:{count}", days.at_or_before(due - timedelta(days=count))
    else:
        instructed = audience is Audience.INSTRUCTED
        for count in () if instructed else ladder.before:
            yield f"before:{count}", days.at_or_before(due - timedelta(days=count))
        after, weekly = ("instructed", "instructed") if instructed else ("after", "monday")
        for count in ladder.after:
            yield f"{after}:{count}", days.at_or_after(due + timedelta(days=count))
        monday = _last_monday(today, days)
        if ladder.mondays and monday.monday > due + timedelta(days=max(ladder.after, default=0)):
            yield f"{weekly}:{monday.name}", monday.day


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
