"""Random committees for the model test: drawn, put into a database, and what happens in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Database
from db.enums import DeadlineKind, Every, PlanState, Progress, Recurs, Role
from db.models import (
    Absence,
    Agency,
    AgencyMember,
    Chat,
    Committee,
    Instruction,
    MovedDay,
    Occurrence,
    Pause,
    Person,
    Plan,
    ReportingRegime,
    Snooze,
    StatusUpdate,
    Task,
)
from tasks.calendar import Ladder
from tasks.occurrences import next_opening
from tests.jobs.morning import HANOI, join
from tests.jobs.reference import DAY, MOVED, REPORT_DAY, REVIEW_DAY, Work
from tests.make import (
    NOW,
    make_agency,
    make_chat,
    make_committee,
    make_membership,
    make_occurrence,
    make_person,
    make_plan,
    make_task,
)

DAYS = 77
"""How long a world is lived in."""

BEGINNINGS = (date(2025, 12, 8), date(2026, 10, 5), date(2027, 12, 27))
"""First mornings: before New Year and Tết; before summer time ends where there is one; before
New Year, Tết and a 29th of February."""

ZONES = tuple(map(ZoneInfo, ("Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati")))
"""The second committee's; with summer time, and a day ahead of most."""

LADDERS = (
    Ladder(),
    Ladder(before=(20, 5, 0), after=(2,), head=2, leaders=None),
    Ladder(before=(10, 1), after=(1, 4, 9), mondays=False, head=None, leaders=3),
)


@dataclass
class World:
    """Two committees and what will happen in them."""

    first: date
    """The first morning."""
    works: list[Work]
    rest: dict[date, date]
    off: set[date]
    """Days on which the program does not run."""
    back: set[date]
    """Mornings on which the clock jumps back a day, and on again."""
    ladders: tuple[Ladder, Ladder]
    zone: ZoneInfo = HANOI
    reports: bool = False
    later: tuple[int, int] = (0, 0)
    """Days after the first morning on which the plans are accepted, before the program looks."""

    @property
    def accepted(self) -> tuple[date, date]:
        first, second = (self.first + days * DAY for days in self.later)
        return first, second

    @property
    def changes(self) -> set[date]:
        """The days on which somebody does something."""
        days = {day for work in self.works for day in work.changes}
        return days | {*self.rest.values(), *self.accepted}


@st.composite
def worlds(draw) -> World:
    first = draw(st.sampled_from(BEGINNINGS))
    days = st.integers(0, DAYS - 7).map(lambda n: first + n * DAY)
    works = [draw(_works(first, days)) for _ in range(draw(st.integers(1, 3)))]
    outages = draw(st.lists(st.tuples(days, st.integers(1, 12)), max_size=2))
    rest = {day: draw(days) for day in draw(st.sets(days, max_size=3)) - set(MOVED)}
    return World(
        first,
        works,
        # On a morning, for that day at the earliest: what was a working day has been one.
        {day: min(day, declared) for day, declared in rest.items()},
        {day + n * DAY for day, length in outages for n in range(length)},
        draw(st.sets(days, max_size=2)),
        draw(st.tuples(st.sampled_from(LADDERS), st.sampled_from(LADDERS))),
        draw(st.sampled_from(ZONES)),
        draw(st.booleans()),
        draw(st.tuples(st.integers(0, 9), st.integers(0, 9))),
    )


@st.composite
def _works(draw, first: date, days) -> Work:
    def perhaps(value, times: int = 2):
        return draw(value) if draw(st.integers(1, times)) == 1 else None

    due = first + draw(st.integers(-40, 60)) * DAY
    work = Work(due, draw(st.booleans()), draw(st.booleans()))
    shape = draw(st.sampled_from(["once", "once", "monthly", "ongoing"]))
    if shape == "ongoing":
        work.due, work.reported_on = None, perhaps(days)
    elif shape == "monthly":
        work.monthly, work.due = True, (due.replace(day=1) + 31 * DAY).replace(day=1) - DAY
    if day := perhaps(days):
        work.done_on = day
        work.reopened_on = perhaps(st.integers(1, 20).map(lambda n: day + n * DAY))
    if work.due and (day := perhaps(days, 3)):
        work.granted = day, max(day, work.due) + draw(st.integers(1, 40)) * DAY
    if work.officer:
        if work.due and work.due > first and (day := perhaps(days)):
            work.snoozed_until = min(work.due, day)
        if day := perhaps(days):
            work.away = day, day + draw(st.integers(0, 15)) * DAY, draw(st.booleans())
        if day := perhaps(days, 3):
            work.silent = day, day + draw(st.integers(1, 15)) * DAY
        work.joins = perhaps(days, 3)
    if day := perhaps(days, 4):
        work.paused = day, day + draw(st.integers(1, 20)) * DAY
    if day := perhaps(days):
        work.instructed = day, perhaps(st.integers(1, 30).map(lambda n: day + n * DAY))
        work.instructed_until = perhaps(st.integers(0, 12).map(lambda n: day + n * DAY))
    work.helped = perhaps(st.sampled_from(["named", "collective"]))
    work.late, work.second = draw(st.booleans()), draw(st.booleans())
    return work


async def furnish(database: Database, world: World) -> None:
    """The committees with their people and tasks, as they are on the day before the first."""
    async with database.write() as session:
        plans = []
        for ladder, zone in zip(world.ladders, (HANOI, world.zone), strict=True):
            committee = await make_committee(session, ladder=ladder.to_json(), timezone=zone.key)
            plans.append(await make_plan(session, committee, state=PlanState.DRAFT))
            for role in (Role.SECRETARY, Role.MEMBER):
                await join(session, f"{role.value} {committee.id}", committee, role)
        if world.reports:
            days = {"due_day": REPORT_DAY, "review_day": REVIEW_DAY}
            regime = {"every": Every.MONTHLY, "raw": "mẫu"} | days
            session.add(
                ReportingRegime(committee_id=plans[0].committee_id, plan_id=plans[0].id, **regime)
            )
        for number, work in enumerate(world.works, 1):
            await _add_work(session, number, work, plans[work.second])


async def _add_work(session, number: int, work: Work, plan: Plan) -> None:
    """A work with its agency and people; `number` is its task's id."""
    committee = await session.get_one(Committee, plan.committee_id)
    agency = await make_agency(session, committee)
    kind = DeadlineKind.ONGOING if work.due is None else DeadlineKind.BY
    helping = await _helping(session, number, work, committee)
    task = await make_task(session, plan, lead=agency, coordinating=helping, kind=kind)
    assert task.id == number
    if work.monthly:
        task.recurs = Recurs.MONTHLY
    following = next_opening(task, work.due) if work.monthly else None
    row = await make_occurrence(
        session, task, due=work.due, first_due=work.due, next_opens_on=following
    )
    if work.head:
        await join(session, f"head {number}", agency, Role.HEAD)
    if work.officer:
        await _add_officer(session, number, work, row)
        if work.joins is None:
            await _join(session, number, agency.id)
    if work.paused:
        starts, ends = work.paused
        pause = {"task_id": task.id, "starts_on": starts, "ends_on": ends}
        secretary = await session.scalar(select(Person.id))
        session.add(Pause(committee_id=committee.id, person_id=secretary, **pause))


async def _helping(session, number: int, work: Work, committee: Committee) -> list[Agency]:
    """What the plan names beside the lead, if anything."""
    if work.helped is None:
        return []
    agency = await make_agency(session, committee)
    await join(session, f"helper {number}", agency)
    if work.helped == "named":
        return [agency]
    collective = await make_agency(session, committee, collective=True)
    ids = {"collective_id": collective.id, "agency_id": agency.id}
    session.add(AgencyMember(committee_id=committee.id, **ids))
    return [collective]


async def _add_officer(session, number: int, work: Work, row: Occurrence) -> None:
    person = await make_person(session, name=f"officer {number}")
    if work.late:
        person.morning, person.evening = 10, 18
    within = {"committee_id": row.committee_id, "person_id": person.id}
    if work.snoozed_until:
        session.add(Snooze(**within, occurrence_id=row.id, until=work.snoozed_until))
    if work.away:
        starts, ends, stands_in = work.away
        deputy = None
        if stands_in:
            deputy = await make_person(session, name=f"deputy {number}")
            await make_chat(session, deputy)
        session.add(
            Absence(
                **within,
                stand_in_id=deputy.id if deputy else None,
                starts_on=starts,
                ends_on=ends,
                told_at=NOW,
            )
        )


async def _join(session, number: int, agency_id: int) -> None:
    person = (await session.scalars(select(Person).where(Person.name == f"officer {number}"))).one()
    await make_membership(session, person, await session.get_one(Agency, agency_id))
    await make_chat(session, person)


async def happen(database: Database, world: World, today: date) -> None:
    """What people do on a day, before the program looks at it."""
    async with database.write() as session:
        for day, declared in world.rest.items():
            if declared == today:
                session.add(MovedDay(day=day, working=False))
        for plan, accepted in zip(await _plans(session), world.accepted, strict=True):
            if accepted == today:
                plan.state, plan.accepted_at, plan.reminds_from = PlanState.ACCEPTED, NOW, today
        for number, work in enumerate(world.works, 1):
            if today in work.changes:
                await _change(session, number, work, today)


async def _plans(session: AsyncSession) -> Sequence[Plan]:
    return (await session.scalars(select(Plan).order_by(Plan.id))).all()


async def _instruct(session, row: Occurrence, today: date, work: Work) -> None:
    """A member's instruction on a work's task, or its lead's answer."""
    of_task = {"committee_id": row.committee_id, "task_id": row.task_id}
    member = select(Person.id).where(Person.name == f"member {row.committee_id}")
    member_id = await session.scalar(member)
    if work.instructed and today == work.instructed[0]:
        given = {"words": "mẫu", "given_on": today, "given_at": NOW, "person_id": member_id}
        session.add(Instruction(**of_task, **given, due_on=work.instructed_until))
        return
    one = (await session.scalars(select(Instruction).filter_by(**of_task))).one()
    one.answer, one.answered_by, one.answered_at = "mẫu", member_id, NOW


async def _change(session, number: int, work: Work, today: date) -> None:
    of_task = select(Occurrence).where(Occurrence.task_id == number, Occurrence.sequence == 1)
    row = (await session.scalars(of_task)).one()
    if work.done_on == today:
        row.progress, row.done_on = Progress.DONE, today
    if work.reopened_on == today:
        row.progress, row.done_on = Progress.IN_PROGRESS, None
    if work.instructed and today in work.instructed:
        await _instruct(session, row, today, work)
    if work.granted and work.granted[0] == today:
        row.due = work.granted[1]
    if work.reported_on == today:
        said = {"words": "mẫu", "reported_on": today, "reported_at": NOW}
        secretary = await session.scalar(select(Person.id))
        session.add(
            StatusUpdate(
                committee_id=row.committee_id, occurrence_id=row.id, person_id=secretary, **said
            )
        )
    if work.joins == today:
        task = await session.get_one(Task, number)
        await session.refresh(task, ["agencies"])
        await _join(session, number, task.agencies[0].agency_id)
    if work.silent and today in work.silent:
        whose = Chat.person.has(Person.name == f"officer {number}")
        for chat in await session.scalars(select(Chat).where(whose)):
            chat.gone_at = NOW if today == work.silent[0] else None
