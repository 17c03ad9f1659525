"""Who is told of what, one day after the other, person by person.

By the rules of `docs/domain.md`, Reminders; it knows nothing of the program's calendar or queries.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

from tasks.calendar import Ladder

DAY = timedelta(days=1)
MOVED = {date(2026, 1, 2): False, date(2026, 1, 10): True}
"""The decision on 2026's calendar, as the program begins with it."""
LOOKED_FOR = 45 * DAY
"""After so long only the Mondays go on: nobody hears of an earlier rung any more."""
ASKED_AHEAD, REPORT_AHEAD = 7 * DAY, 3 * DAY
CUT_OFF, REPORT_DAY, REVIEW_DAY = 14, 18, 23
"""The last day of a reporting period: of a plan that names none, and of one that does; the day of
its review meeting."""

Told = tuple[int, int, str, str, date]
"""Number of the work, which of its carryings-out, whom, the rung's name and the day it counts
from; of a report or its meeting number and sequence are 0 but for the work whose people hear."""


@lru_cache
def holidays(year: int) -> frozenset[date]:
    return frozenset(country_holidays("VN", years=year))


@dataclass
class Work:
    """One task with an agency of its own."""

    due: date | None
    """None: ongoing. Of what comes round each month, the last day of the first one."""
    officer: bool = True
    """Its agency has one."""
    head: bool = True
    done_on: date | None = None
    reopened_on: date | None = None
    """The report of done was a slip: on this day it is taken back."""
    reported_on: date | None = None
    """Progress; it answers the question about what is ongoing."""
    snoozed_until: date | None = None
    paused: tuple[date, date] | None = None
    away: tuple[date, date, bool] | None = None
    """First and last day on which the officer is away, and whether a deputy stands in."""
    silent: tuple[date, date] | None = None
    """First day on which the officer's chat cannot be reached, and the day on which it can."""
    joins: date | None = None
    """The officer's first day; None: there from the beginning."""
    granted: tuple[date, date] | None = None
    """On a day, more time until another."""
    instructed: tuple[date, date | None] | None = None
    """The day of a member's instruction, and that of its answer."""
    instructed_until: date | None = None
    """The day that the instruction names."""
    helped: str | None = None
    """How the plan names an agency that helps: alone ("named"), or among others ("collective")."""
    monthly: bool = False
    late: bool = False
    """The officer is told from 10:00 on, not from 08:00."""
    second: bool = False
    """It is the second committee's."""

    @property
    def changes(self) -> set[date]:
        """The days on which somebody does something about it."""
        days = {self.done_on, self.reopened_on, self.reported_on, self.joins}
        days |= (
            set(self.silent or ())
            | set(self.instructed or ())
            | {self.granted[0] if self.granted else None}
        )
        return {day for day in days if day is not None}

    def is_done(self, today: date) -> bool:
        if self.done_on is None or self.done_on > today:
            return False
        return self.reopened_on is None or self.reopened_on > today

    def is_away(self, today: date) -> bool:
        return self.away is not None and self.away[0] <= today <= self.away[1]

    def is_present(self, today: date) -> bool:
        """Whether the officer can be told."""
        if not self.officer or (self.joins is not None and today < self.joins):
            return False
        silent = self.silent is not None and self.silent[0] <= today < self.silent[1]
        return not silent and not self.is_away(today)

    def has_deputy(self, today: date) -> bool:
        """Whether somebody is told in the officer's place."""
        there = self.officer and (self.joins is None or today >= self.joins)
        return there and self.is_away(today) and bool(self.away and self.away[2])

    def carried_out(self, today: date) -> Iterator[tuple[int, date | None, bool]]:
        """Which carrying-out, its due day, and whether it is open; those that have begun."""
        due = self.due
        if self.granted is not None and self.granted[0] <= today:
            due = self.granted[1]
        yield 1, due, not self.is_done(today)
        if self.monthly and self.due is not None:
            sequence, opens = 2, self.due + DAY
            while opens <= today:
                end = (opens + 31 * DAY).replace(day=1) - DAY
                yield sequence, end, True
                sequence, opens = sequence + 1, end + DAY


@dataclass
class Reference:
    """Who is told of what, day after day."""

    accepted: tuple[date, date]
    """The first mornings of the first committee's plan and the second's."""
    works: list[Work]
    rest: dict[date, date]
    """Days of rest that were declared, each with the day on which it was."""
    ladders: tuple[Ladder, Ladder]
    """The first committee's and the second's."""
    reports: bool = False
    """The first committee's plan wants a report each month, and a meeting over it."""
    told: set[Told] = field(default_factory=set)
    today: date = date.min

    def morning(self, today: date) -> set[Told]:
        """What is told on a day on which the program runs."""
        self.today = today
        if not self.works_on(today):
            return set()
        owed = {row for number, work in enumerate(self.works, 1) for row in self._of(number, work)}
        owed |= {*self._report(), *self._review()}
        owed -= self.told
        self.told |= owed
        return owed

    def works_on(self, day: date) -> bool:
        if self.rest.get(day, date.max) <= self.today:
            return False
        if day in MOVED:
            return MOVED[day]
        return day.weekday() < 5 and day not in holidays(day.year)

    def back(self, day: date) -> date:
        while not self.works_on(day):
            day -= DAY
        return day

    def on(self, day: date) -> date:
        while not self.works_on(day):
            day += DAY
        return day

    def working_days_after(self, day: date, count: int) -> date:
        while count:
            day += DAY
            count -= self.works_on(day)
        return day

    def _of(self, number: int, work: Work) -> Iterator[Told]:
        today = self.today
        if today < self.accepted[work.second]:
            return
        if work.paused and work.paused[0] <= today < work.paused[1]:
            return
        deputy = work.has_deputy(today)
        present = work.is_present(today)
        reporter = "officer" if present or deputy else "head" if work.head else "secretary"
        until = work.snoozed_until if present else None
        asleep = until is not None and until > today
        for sequence, due, is_open in work.carried_out(today):
            if not is_open:
                continue
            sleeps = asleep and sequence == 1
            if reporter != "secretary" and not sleeps:
                for rung in (self._instructed(work), self._until(work)):
                    if rung:
                        yield number, sequence, reporter, *rung
            if (named := work.instructed_until) and named < today and self._waits(work):
                yield 0, 0, "member", "passed", named
            if due is None:
                if asked := self._asked(work):
                    yield number, sequence, reporter, "period", asked
                continue
            if work.helped and (rung := self._helping(work, due)):
                yield number, sequence, "helper", *rung
            if not sleeps:
                if rung := self._rung(work, due):
                    yield number, sequence, reporter, *rung
                if due < self.accepted[work.second]:
                    yield number, sequence, reporter, "opening", due
            if until is not None and not asleep and sequence == 1:
                yield number, sequence, "officer", "snoozed", until
            for whom, name in self._steps(work, due):
                yield number, sequence, whom, name, due

    def _rung(self, work: Work, due: date) -> tuple[str, date] | None:
        """What those hear who report of it."""
        before = self.ladders[work.second].before
        rungs = [(self.back(due - n * DAY), f"before:{n}") for n in before]
        rungs += self._after(work, due, "after", "monday")
        return self._last(rungs, due, self.accepted[work.second])

    def _helping(self, work: Work, due: date) -> tuple[str, date] | None:
        """What those hear who only help."""
        counts = self.ladders[work.second].coordinating
        rungs = [(self.back(due - n * DAY), f"with:{n}") for n in counts]
        return self._last(rungs, due, self.accepted[work.second])

    def _instructed(self, work: Work) -> tuple[str, date] | None:
        """What those hear who have an instruction to answer."""
        if work.instructed is None or not self._waits(work):
            return None
        given, _ = work.instructed
        return self._last(self._after(work, given, "instructed", "instructed"), given, date.min)

    def _until(self, work: Work) -> tuple[str, date] | None:
        """The same people, before the day that it names."""
        until = work.instructed_until
        if work.instructed is None or until is None or not self._waits(work):
            return None
        given, _ = work.instructed
        rungs = [(self.back(until - n * DAY), f"until:{n}") for n in (1, 0)]
        return self._last(rungs, until, given + DAY)

    def _waits(self, work: Work) -> bool:
        """Whether an instruction was given and nobody has answered it."""
        given, answered = work.instructed or (date.max, None)
        return given <= self.today < (answered or date.max)

    def _after(self, work: Work, day: date, name: str, weekly: str) -> list[tuple[date, str]]:
        ladder = self.ladders[work.second]
        rungs = [(self.on(day + n * DAY), f"{name}:{n}") for n in ladder.after]
        monday = day + (ladder.after[-1] + 1) * DAY
        while ladder.mondays and monday <= self.today:
            if monday.weekday() == 0:
                rungs.append((self.on(monday), f"{weekly}:{monday}"))
            monday += DAY
        return rungs

    def _last(
        self, rungs: list[tuple[date, str]], day: date, first: date
    ) -> tuple[str, date] | None:
        """The last rung that has come, if it came from the first morning on."""
        come = [(on, name) for on, name in rungs if on <= self.today]
        if not come or come[-1][0] < first:
            return None
        name = come[-1][1]
        weekly = "-" in name
        return (name, day) if weekly or day >= self.today - LOOKED_FOR else None

    def _steps(self, work: Work, due: date) -> Iterator[tuple[str, str]]:
        """Who stands higher and hears of it now."""
        ladder = self.ladders[work.second]
        higher = "head" if work.head else "secretary"
        for days, whom, name in (
            (ladder.head, [higher], "head"),
            (ladder.leaders, ["secretary", "member"], "leaders"),
        ):
            if days is None or due < self.today - LOOKED_FOR:
                continue
            first = self.accepted[work.second]
            if first <= self.working_days_after(due, days) <= self.today:
                yield from ((one, name) for one in whom)

    def _asked(self, work: Work) -> date | None:
        """The end of the period of which it is asked what is new in ongoing work."""
        end = self._period_end(REPORT_DAY if self.reports and not work.second else CUT_OFF)
        begun = (end.replace(day=1) - DAY).replace(day=end.day) + DAY
        asked = self.back(end - ASKED_AHEAD)
        if not self.accepted[work.second] <= asked <= self.today:
            return None
        heard = work.reported_on is not None and begun <= work.reported_on <= self.today
        return None if heard else end

    def _report(self) -> Iterator[Told]:
        """The secretary hears of the report that is due, and those who write in it."""
        end = self._period_end(REPORT_DAY)
        if not self._is_near(end):
            return
        yield 0, 0, "secretary", "report", end
        for number, work in enumerate(self.works, 1):
            if work.second:
                continue
            if work.is_present(self.today):
                yield number, 0, "officer", "report", end
            elif work.has_deputy(self.today):
                yield number, 0, "deputy", "report", end
            elif work.head:
                yield number, 0, "head", "report", end

    def _review(self) -> Iterator[Told]:
        """Who sits in the meeting hears of it."""
        day = self._period_end(REVIEW_DAY)
        if not self._is_near(day):
            return
        yield from ((0, 0, who, "review", day) for who in ("secretary", "member"))
        for number, work in enumerate(self.works, 1):
            if work.head and not work.second:
                yield number, 0, "head", "review", day

    def _is_near(self, day: date) -> bool:
        told = self.back(day - REPORT_AHEAD)
        return self.reports and self.accepted[0] <= told <= self.today

    def _period_end(self, number: int) -> date:
        """The first day of this number in a month, from today on."""
        day = self.today
        while day.day != number:
            day += DAY
        return day
