"""The set queries against a plain reference: random plans, outages, snoozes, reports, clock jumps.

The reference below goes day by day and person by person, written from the rules of `domain`,
Reminders, and knows nothing of the program's calendar or queries.
"""

import asyncio
import shutil
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import pytest
from holidays import country_holidays
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from db.engine import Database
from db.enums import OutboxState, Progress, Role
from db.models import (
    Committee,
    MovedDay,
    Occurrence,
    OutboxMessage,
    Pause,
    Person,
    Plan,
    Rung,
    Snooze,
    Task,
)
from jobs.reminders import plan_reminders
from tests.jobs.morning import add_task, at, join
from tests.make import make_agency, make_committee, make_plan

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


@dataclass
class Reference:
    """Who is told of what, by the rules, one day after the other."""

    works: list[Work]
    rest: set[date]
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

    def ladder(self, due: date, today: date) -> list[tuple[date, str]]:
        """The officer's rungs of a due day that have come by today."""
        rungs = [(self.back(due - n * DAY), f"before:{n}") for n in (30, 14, 7, 3, 1, 0)]
        rungs += [(self.on(due + n * DAY), f"after:{n}") for n in (1, 3)]
        monday = due + 4 * DAY
        while monday <= today:
            if monday.weekday() == 0:
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
        reporter = "officer" if work.officer else "head" if work.head else "secretary"
        until = work.snoozed_until if work.officer else None
        asleep = until is not None and until > today
        found = []
        come = self.ladder(work.due, today)
        if come and come[-1][0] >= FIRST and not asleep:
            found.append((reporter, come[-1][1]))
        if work.due < FIRST and not asleep:
            found.append((reporter, "opening"))
        if until is not None and not asleep:
            found.append(("officer", "snoozed"))
        higher = "head" if work.head else "secretary"
        for days, whom, name in (
            (1, [higher], "head"),
            (5, ["secretary", "member"], "leaders"),
        ):
            day = self.working_days_after(work.due, days)
            # A step is looked for until 45 days after the due day; no outage here is longer.
            if FIRST <= day <= today and work.due >= today - 45 * DAY:
                found += [(one, name) for one in whom]
        return found


# The world


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
        works.append(work)
    rest = draw(st.sets(days, max_size=3)) - set(MOVED)
    outages = draw(st.lists(st.tuples(days, st.integers(1, 12)), max_size=2))
    off = {day + n * DAY for day, length in outages for n in range(length)}
    back = draw(st.lists(st.integers(1, 30), max_size=2))
    return works, rest, off, back


@pytest.fixture
def kind() -> str:
    """The same statements run on PostgreSQL in the other tests; here it is the rules."""
    return "sqlite"


def test_the_same_people_hear_on_the_same_days_and_no_rung_twice(sqlite_template, tmp_path):
    @settings(
        max_examples=3,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(worlds())
    def play(world):
        file = tmp_path / "world.sqlite3"
        for old in tmp_path.glob("world.sqlite3*"):
            old.unlink()
        shutil.copyfile(sqlite_template, file)
        asyncio.run(compare(f"sqlite:///{file}", *world))

    play()


async def compare(url, works, rest, off, back) -> None:
    """Live through eleven weeks, and look at each morning's rungs."""
    database = Database(url)
    try:
        await furnish(database, works, rest)
        reference = Reference(works, rest)
        for ahead in range(77):
            today = FIRST + ahead * DAY
            await record_done(database, works, today)
            if today in off:
                continue
            expected = reference.morning(today)
            heard = await live(database, today)
            assert heard == expected, (today, heard ^ expected)
            if ahead in back:  # the clock jumps back a day, and on again: nothing goes twice
                assert await live(database, today - DAY) == set(), today
                assert await live(database, today) == set(), today
    finally:
        await database.close()


async def furnish(database, works, rest) -> None:
    async with database.write() as session:
        committee = await make_committee(session)
        plan = await make_plan(session, committee)
        plan.reminds_from = FIRST
        await join(session, "secretary", committee, Role.SECRETARY)
        await join(session, "member", committee, Role.MEMBER)
        for number, work in enumerate(works, 1):
            agency = await make_agency(session, committee)
            row = await add_task(session, agency, due=work.due.isoformat(), plan=plan)
            if work.head:
                await join(session, f"head {number}", agency, Role.HEAD)
            if work.officer:
                person = await join(session, f"officer {number}", agency)
            if work.snoozed_until:
                session.add(
                    Snooze(
                        committee_id=committee.id,
                        occurrence_id=row.id,
                        person_id=person.id,
                        until=work.snoozed_until,
                    )
                )
            if work.paused:
                secretary = await session.scalar(select(Person.id))
                session.add(
                    Pause(
                        committee_id=committee.id,
                        task_id=row.task_id,
                        starts_on=work.paused[0],
                        ends_on=work.paused[1],
                        person_id=secretary,
                    )
                )
        session.add_all(MovedDay(day=day, working=False) for day in rest)
        assert (await session.scalars(select(Plan.id))).all()
        assert (await session.scalars(select(Committee.ladder))).all() == [None]


async def record_done(database, works, today) -> None:
    for number, work in enumerate(works, 1):
        if work.done_on == today:
            async with database.write() as session:
                await session.execute(
                    update(Occurrence)
                    .where(Occurrence.id == number)
                    .values(progress=Progress.DONE, done_on=today)
                )


async def live(database, today) -> set[tuple[int, str, str]]:
    """One morning of the program, its messages sent: the rungs that it told of."""
    async with database.read() as session:
        before = set(await session.scalars(select(Rung.id)))
    await plan_reminders(database, now=at(today.isoformat()))
    async with database.write() as session:
        rows = await session.execute(
            select(Rung.id, Task.number, Person.name, Rung.name, Rung.outbox_id)
            .join(Occurrence, Occurrence.id == Rung.occurrence_id)
            .join(Task, Task.id == Occurrence.task_id)
            .join(Person, Person.id == Rung.person_id)
        )
        new = [row for row in rows if row[0] not in before]
        assert all(row.outbox_id for row in new), "a rung without a message"
        await session.execute(update(OutboxMessage).values(state=OutboxState.SENT))
    return {(row[1], row[2].split(" ")[0], row[3]) for row in new}
