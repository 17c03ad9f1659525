"""What holds the reminders of a task, or of a person, back today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, and_, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Part, Role
from db.models import (
    Absence,
    Agency,
    AgencyMember,
    Committee,
    Extension,
    Membership,
    Occurrence,
    Pause,
    Person,
    Rung,
    Snooze,
    Task,
    TaskAgency,
)
from db.queries.hearers import hearers, is_away
from db.queries.people import live_chat, unreached_agencies
from db.queries.tasks import TaskNow
from tasks.calendar import Ladder


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who would hear of it is away."""

    person: str
    until: date
    stand_in: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """Why somebody is not told of what the ladder says, or is told in somebody's stead."""

    snoozed: tuple[tuple[str, date], ...] = ()
    """Who put it off, or which task was, and until when."""
    away: tuple[Away, ...] = ()
    unreached: tuple[str, ...] = ()
    """Leading agencies in which nobody can be told."""
    unmeant: tuple[str, ...] = ()
    """Collective names that help, of which nobody has said whom they mean."""
    paused_until: tuple[date | None, ...] = ()
    """One entry where the committee put the task off: until when."""
    asked_on: date | None = None
    """More time was asked for on this day: the next rung is left out."""
    opens_on: date | None = None
    """The occurrence has not begun."""
    follows_from: date | None = None
    """The plan is followed from this day: the rungs before it are not owed."""
    out_of_reach: bool = False
    """The person has no chat that takes messages."""


async def task_held(
    session: AsyncSession, committee: Committee, now_task: TaskNow, *, today: date
) -> Held:
    """What holds this task's reminders back."""
    task, occurrence = now_task.task, now_task.occurrence
    of_task = and_(Pause.committee_id == committee.id, Pause.task_id == task.id)
    pauses = await session.scalars(
        select(Pause.ends_on).where(
            of_task,
            Pause.starts_on <= today,
            (Pause.ends_on.is_(None)) | (Pause.ends_on > today),
        )
    )
    snoozes = _snoozes(committee, today).where(Task.id == task.id)
    return Held(
        snoozed=tuple((row.name, row.until) for row in await session.execute(snoozes)),
        away=await _away(session, committee, task, today),
        unreached=await _unreached(session, committee, task, today),
        unmeant=await _unmeant(session, committee, task),
        paused_until=tuple(pauses),
        asked_on=await session.scalar(_wish(occurrence)),
        opens_on=occurrence.opens_on if occurrence.opens_on > today else None,
        follows_from=_follows_from(committee, now_task),
    )


async def person_held(
    session: AsyncSession, committee: Committee, person: Person, *, today: date
) -> Held:
    """What holds this person's reminders back."""
    snoozes = _snoozes(committee, today).where(Snooze.person_id == person.id)
    return Held(
        snoozed=tuple((f"#{row.number}", row.until) for row in await session.execute(snoozes)),
        away=await _absences(session, committee, [person.id], today),
        out_of_reach=await live_chat(session, person.id) is None,
    )


async def committee_held(session: AsyncSession, committee: Committee, *, day: date) -> Held:
    """What holds reminders of a whole committee back on a day."""
    members = select(Membership.person_id).where(Membership.committee_id == committee.id)
    people = (await session.scalars(members.distinct())).all()
    snoozes = await session.execute(_snoozes(committee, day))
    return Held(
        snoozed=tuple((f"{row.name}, #{row.number}", row.until) for row in snoozes),
        away=await _absences(session, committee, people, day),
        unreached=tuple(agency.name for agency in await unreached_agencies(session, committee.id)),
    )


def _snoozes(committee: Committee, today: date) -> Select[str, int, date]:
    return (
        select(Person.name, Task.number, Snooze.until)
        .join(Snooze, Snooze.person_id == Person.id)
        .join(
            Occurrence,
            and_(
                Occurrence.committee_id == Snooze.committee_id,
                Occurrence.id == Snooze.occurrence_id,
            ),
        )
        .join(
            Task,
            and_(Task.committee_id == Occurrence.committee_id, Task.id == Occurrence.task_id),
        )
        .where(Snooze.committee_id == committee.id, Snooze.until > today)
        .order_by(Snooze.until, Snooze.id)
    )


def _wish(occurrence: Occurrence) -> Select[date]:
    """When more time was asked for, while that still silences a rung (`db.queries.hearing`)."""
    later = exists().where(
        Rung.committee_id == occurrence.committee_id,
        Rung.occurrence_id == occurrence.id,
        (Rung.day > Extension.asked_on) | ((Rung.day == Extension.asked_on) & Rung.silenced),
    )
    return (
        select(Extension.asked_on)
        .where(
            Extension.committee_id == occurrence.committee_id,
            Extension.occurrence_id == occurrence.id,
            Extension.granted.is_(None),
            Extension.withdrawn_at.is_(None),
            ~later,
        )
        .limit(1)
    )


def _follows_from(committee: Committee, now_task: TaskNow) -> date | None:
    """The plan's first morning, where some of the ladder lies before it."""
    first, due = now_task.task.plan.reminds_from, now_task.occurrence.due
    if first is None or due is None:
        return None
    longest = max(Ladder.from_json(committee.ladder).before, default=0)
    return first if due - timedelta(days=longest) < first else None


async def _away(
    session: AsyncSession, committee: Committee, task: Task, today: date
) -> tuple[Away, ...]:
    """Who of the task's agencies is away today."""
    concerned = (
        select(Membership.person_id)
        .join(
            TaskAgency,
            and_(
                TaskAgency.committee_id == Membership.committee_id,
                TaskAgency.agency_id == Membership.agency_id,
            ),
        )
        .where(TaskAgency.committee_id == committee.id, TaskAgency.task_id == task.id)
    )
    people = (await session.scalars(concerned.distinct())).all()
    return await _absences(session, committee, people, today)


async def _absences(
    session: AsyncSession, committee: Committee, people: Sequence[int], today: date
) -> tuple[Away, ...]:
    rows = await session.scalars(
        select(Absence)
        .where(Absence.committee_id == committee.id, Absence.person_id.in_(people), is_away(today))
        .options(joinedload(Absence.person), joinedload(Absence.stand_in))
        .order_by(Absence.id)
    )
    return tuple(
        Away(row.person.name, row.ends_on, row.stand_in.name if row.stand_in else None)
        for row in rows
    )


async def _unreached(
    session: AsyncSession, committee: Committee, task: Task, today: date
) -> tuple[str, ...]:
    heard = hearers([committee.id], today)
    query = _agencies_of(committee, task, Part.LEAD).where(
        ~exists().where(
            heard.c.agency_id == Agency.id,
            heard.c.role.in_([Role.OFFICER, Role.HEAD]),
        )
    )
    return tuple(await session.scalars(query))


async def _unmeant(session: AsyncSession, committee: Committee, task: Task) -> tuple[str, ...]:
    query = (
        _agencies_of(committee, task, Part.COORDINATING)
        .where(Agency.collective)
        .where(
            ~exists().where(
                AgencyMember.committee_id == committee.id, AgencyMember.collective_id == Agency.id
            )
        )
    )
    return tuple(await session.scalars(query))


def _agencies_of(committee: Committee, task: Task, part: Part) -> Select[str]:
    return (
        select(Agency.name)
        .join(
            TaskAgency,
            and_(TaskAgency.committee_id == Agency.committee_id, TaskAgency.agency_id == Agency.id),
        )
        .where(
            TaskAgency.committee_id == committee.id,
            TaskAgency.task_id == task.id,
            TaskAgency.part == part,
        )
        .order_by(Agency.name)
    )
