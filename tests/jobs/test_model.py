"""The set queries against a plain reference: random plans, ladders, outages, snoozes, absences,
people's hours, reports and clock jumps, in two committees at once.

The reference below goes day by day and person by person, written from the rules of `domain`,
Reminders, and knows nothing of the program's calendar or queries.
"""

import asyncio
import shutil
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import pytest
from holidays import country_holidays
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from db.engine import Database
from db.enums import OutboxState, Progress, Role
from db.models import (
    Absence,
    MovedDay,
    Occurrence,
    OutboxMessage,
    Pause,
    Person,
    Plan,
    Rung,
    Snooze,
)
from jobs.reminders import plan_reminders
from tasks.calendar import Ladder
from tests.jobs.morning import add_task, at, join
from tests.make import NOW, make_agency, make_chat, make_committee, make_person, make_plan

DAY = timedelta(days=1)
FIRST = date(2025, 12, 8)
"""The first morning; the plan was accepted on the day before."""
MOVED = {date(2026, 1, 2): False, date(2026, 1, 10): True}
"""The decision on 2026's calendar, as the program begins with it."""


# The reference


@lru_cache
def holidays(year: int) -> frozenset[date]:
    return frozenset(country_holidays("VN", years=year))


@dataclass
class Work:
    """One task as the reference knows it."""

    due: date
    officer: bool = True
    """Its agency has one."""
    head: bool = True
    done_on: date | None = None
    snoozed_until: date | None = None
    paused: tuple[date, date] | None = None
    away: tuple[date, date, bool] | None = None
    """First and last day on which the officer is away, and whether a deputy stands in."""
    late: bool = False
    """The officer is told from 10:00 on, not from 08:00."""
    second: bool = False
    """It is the second committee's."""

    def is_away(self, today: date) -> bool:
        return self.away is not None and self.away[0] <= today <= self.away[1]

    def hears(self, today: date) -> bool:
        """Whether somebody is told in the officer's place."""
        return self.officer and (not self.is_away(today) or bool(self.away and self.away[2]))


@dataclass
class Reference:
    """Who is told of what, by the rules, one day after the other."""

    works: list[Work]
    rest: set[date]
    ladders: tuple[Ladder, Ladder]
    """The first committee's and the second's."""
    told: set[tuple[int, str, str]] = field(default_factory=set)

    def works_on(self, day: date) -> bool:
        if day in MOVED:
            return MOVED[day]
        if day in self.rest:
            return False
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

    def ladder(self, work: Work, today: date) -> list[tuple[date, str]]:
        """The officer's rungs of a due day that have come by today."""
        due, ladder = work.due, self.ladders[work.second]
        rungs = [(self.back(due - n * DAY), f"before:{n}") for n in ladder.before]
        rungs += [(self.on(due + n * DAY), f"after:{n}") for n in ladder.after]
        monday = due + (ladder.after[-1] + 1) * DAY
        while monday <= today:
            if monday.weekday() == 0 and ladder.mondays:
                rungs.append((self.on(monday), f"monday:{monday}"))
            monday += DAY
        return [(day, name) for day, name in rungs if day <= today]

    def morning(self, today: date) -> set[tuple[int, str, str]]:
        """What is told on a day on which the program runs."""
        if not self.works_on(today):
            return set()
        owed: set[tuple[int, str, str]] = set()
        for number, work in enumerate(self.works, 1):
            if work.done_on is not None and work.done_on <= today:
                continue
            if work.paused and work.paused[0] <= today < work.paused[1]:
                continue
            for whom, name in self._rungs(work, today):
                if (number, whom, name) not in self.told:
                    owed.add((number, whom, name))
        self.told |= owed
        return owed

    def _rungs(self, work: Work, today: date) -> list[tuple[str, str]]:
        reporter = "officer" if work.hears(today) else "head" if work.head else "secretary"
        present = work.officer and not work.is_away(today)
        until = work.snoozed_until if present else None
        asleep = until is not None and until > today
        found = []
        come = self.ladder(work, today)
        if come and come[-1][0] >= FIRST and not asleep:
            found.append((reporter, come[-1][1]))
        if work.due < FIRST and not asleep:
            found.append((reporter, "opening"))
        if until is not None and not asleep:
            found.append(("officer", "snoozed"))
        higher = "head" if work.head else "secretary"
        ladder = self.ladders[work.second]
        for days, whom, name in (
            (ladder.head, [higher], "head"),
            (ladder.leaders, ["secretary", "member"], "leaders"),
        ):
            if days is None:
                continue
            day = self.working_days_after(work.due, days)
            # A step is looked for until 45 days after the due day; no outage here is longer.
            if FIRST <= day <= today and work.due >= today - 45 * DAY:
                found += [(one, name) for one in whom]
        return found


# The world

LADDERS = (
    Ladder(),
    Ladder(before=(20, 5, 0), after=(2,), head=2, leaders=None),
    Ladder(before=(10, 1), after=(1, 4, 9), mondays=False, head=None, leaders=3),
)


@st.composite
def worlds(draw):
    days = st.integers(0, 70).map(lambda n: FIRST + n * DAY)
    works = []
    for _ in range(draw(st.integers(1, 3))):
        due = FIRST + draw(st.integers(-40, 60)) * DAY
        work = Work(due, officer=draw(st.booleans()), head=draw(st.booleans()))
        if draw(st.booleans()):
            work.done_on = draw(days)
        if work.officer and due > FIRST and draw(st.booleans()):
            work.snoozed_until = min(due, draw(days))
        if draw(st.integers(0, 3)) == 0:
            begins = draw(days)
            work.paused = (begins, begins + draw(st.integers(1, 20)) * DAY)
        if work.officer and draw(st.booleans()):
            begins = draw(days)
            work.away = (begins, begins + draw(st.integers(0, 15)) * DAY, draw(st.booleans()))
        work.late, work.second = draw(st.booleans()), draw(st.booleans())
        works.append(work)
    rest = draw(st.sets(days, max_size=3)) - set(MOVED)
    outages = draw(st.lists(st.tuples(days, st.integers(1, 12)), max_size=2))
    off = {day + n * DAY for day, length in outages for n in range(length)}
    back = draw(st.lists(st.integers(1, 30), max_size=2))
    ladders = draw(st.tuples(st.sampled_from(LADDERS), st.sampled_from(LADDERS)))
    return works, rest, off, back, ladders


AWAY: tuple[Any, ...] = (
    [
        Work(FIRST + 20 * DAY, away=(FIRST + 8 * DAY, FIRST + 14 * DAY, True)),
        Work(FIRST + 5 * DAY, away=(FIRST + DAY, FIRST + 9 * DAY, False), second=True),
    ],
    set(),
    set(),
    [10],
    (LADDERS[0], LADDERS[1]),
)
"""Absences that begin and end while rungs stand: few random worlds have one."""


@pytest.fixture
def kind() -> str:
    """The same statements run on PostgreSQL in the other tests; here it is the rules."""
    return "sqlite"


def test_the_same_people_hear_on_the_same_days_and_no_rung_twice(sqlite_template, tmp_path):
    @settings(
        max_examples=5,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @example(AWAY)
    @given(worlds())
    def play(world):
        file = tmp_path / "world.sqlite3"
        for old in tmp_path.glob("world.sqlite3*"):
            old.unlink()
        shutil.copyfile(sqlite_template, file)
        asyncio.run(compare(f"sqlite:///{file}", *world))

    play()


async def compare(url, works, rest, off, back, ladders) -> None:
    """Live through eleven weeks, and look at each morning's rungs."""
    database = Database(url)
    try:
        await furnish(database, works, rest, ladders)
        reference = Reference(works, rest, ladders)
        for ahead in range(77):
            today = FIRST + ahead * DAY
            await record_done(database, works, today)
            if today in off:
                continue
            expected = reference.morning(today)
            heard = await live(database, works, today)
            assert heard == expected, (today, heard ^ expected)
            if ahead in back:  # the clock jumps back a day, and on again: nothing goes twice
                assert await live(database, works, today - DAY) == set(), today
                assert await live(database, works, today) == set(), today
    finally:
        await database.close()


async def furnish(database, works, rest, ladders) -> None:
    async with database.write() as session:
        committees = [await make_committee(session, ladder=ladder.to_json()) for ladder in ladders]
        plans = []
        for committee in committees:
            plan = await make_plan(session, committee)
            plan.reminds_from = FIRST
            plans.append(plan)
            for role in (Role.SECRETARY, Role.MEMBER):
                await join(session, f"{role.value} {committee.id}", committee, role)
        for number, work in enumerate(works, 1):
            await add_work(session, number, work, committees[work.second], plans[work.second])
        session.add_all(MovedDay(day=day, working=False) for day in rest)
        assert (await session.scalars(select(Plan.id))).all()


async def add_work(session, number, work, committee, plan) -> None:
    """A work with its agency and people; `number` is its occurrence's id."""
    agency = await make_agency(session, committee)
    row = await add_task(session, agency, due=work.due.isoformat(), plan=plan)
    assert row.id == number
    if work.head:
        await join(session, f"head {number}", agency, Role.HEAD)
    if work.officer:
        person = await join(session, f"officer {number}", agency)
        if work.late:
            person.morning, person.evening = 10, 18
    within = {"committee_id": committee.id}
    if work.snoozed_until:
        session.add(
            Snooze(**within, occurrence_id=row.id, person_id=person.id, until=work.snoozed_until)
        )
    if work.away:
        starts, ends, stands_in = work.away
        deputy = None
        if stands_in:
            deputy = await make_person(session, name=f"deputy {number}")
            await make_chat(session, deputy)
        session.add(
            Absence(
                **within,
                person_id=person.id,
                stand_in_id=deputy.id if deputy else None,
                starts_on=starts,
                ends_on=ends,
                told_at=NOW,
            )
        )
    if work.paused:
        secretary = await session.scalar(select(Person.id))
        session.add(
            Pause(
                **within,
                task_id=row.task_id,
                starts_on=work.paused[0],
                ends_on=work.paused[1],
                person_id=secretary,
            )
        )


async def record_done(database, works, today) -> None:
    for number, work in enumerate(works, 1):
        if work.done_on == today:
            async with database.write() as session:
                await session.execute(
                    update(Occurrence)
                    .where(Occurrence.id == number)
                    .values(progress=Progress.DONE, done_on=today)
                )


async def live(database, works, today) -> set[tuple[int, str, str]]:
    """One day of the program, its messages sent: the rungs that it told of."""
    early = await look(database, f"{today}T08:00")
    late = await look(database, f"{today}T10:00") if any(w.late for w in works) else set()
    for number, who, _ in early | late:
        work = works[number - 1]
        told_late = work.late and who == "officer"
        assert told_late == any(row[:2] == (number, who) for row in late), (number, who, today)
    # Who stands in is told what the officer would be; nobody hears of it a second time.
    assert not {row for row in early | late if row[1] == "deputy"} & early_officers(early | late)
    return {
        (number, "officer" if who == "deputy" else who, name) for number, who, name in early | late
    }


def early_officers(rows) -> set[tuple[int, str, str]]:
    return {(number, "deputy", name) for number, who, name in rows if who == "officer"}


async def look(database, moment) -> set[tuple[int, str, str]]:
    """What becomes owed at a moment, each to one who has to do with it."""
    async with database.read() as session:
        before = await session.scalar(select(func.max(Rung.id)))
    await plan_reminders(database, now=at(moment))
    async with database.write() as session:
        new = (
            await session.execute(
                select(
                    Rung.occurrence_id, Rung.committee_id, Person.name, Rung.name, Rung.outbox_id
                )
                .join(Person, Person.id == Rung.person_id)
                .where(Rung.id > (before or 0))
            )
        ).all()
        assert all(row.outbox_id for row in new), "a rung without a message"
        await session.execute(update(OutboxMessage).values(state=OutboxState.SENT))
    told = set()
    for occurrence_id, committee_id, name, rung, _ in new:
        who, _, number = name.partition(" ")
        where = committee_id if who in ("secretary", "member") else occurrence_id
        assert int(number) == where, f"{name} was told of occurrence {occurrence_id}"
        told.add((occurrence_id, who, rung))
    return told
