"""Why somebody was told of a task, or was not: what was written down, and what holds it back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import OutboxState, Part, Role
from db.models import (
    Absence,
    Agency,
    Committee,
    Membership,
    Occurrence,
    OutboxMessage,
    Pause,
    Person,
    Rung,
    Snooze,
    Task,
    TaskAgency,
)
from db.queries.hearers import hearers, is_away
from db.queries.tasks import TaskNow
from tasks.previewing import Coming, coming_messages

PAST = 40
"""Rungs shown that have come, the newest."""


@dataclass(frozen=True, slots=True)
class Told:
    """One rung that was written: whom for, why, and what became of its message."""

    day: date
    person: str
    number: int
    name: str
    due: date
    silenced: bool
    state: OutboxState | None
    finished_at: datetime | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who would hear of it is away."""

    person: str
    until: date
    stand_in: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A task's or a person's reminders: those that came, those to come, what holds others back."""

    past: tuple[Told, ...]
    coming: tuple[Coming, ...]
    snoozed: tuple[tuple[str, date], ...] = ()
    """Who put it off, and until when."""
    away: tuple[Away, ...] = ()
    unreached: tuple[str, ...] = ()
    """Leading agencies in which nobody can be told."""
    paused_until: tuple[date | None, ...] = field(default=())
    """One entry where the committee put the task off: until when."""


async def explain_task(
    session: AsyncSession, committee: Committee, now_task: TaskNow, *, today: date, days: int
) -> Explained:
    """Everything about one task's reminders, looking so many days ahead."""
    task = now_task.task
    coming = await coming_messages(session, committee, first=today, days=days)
    pauses = await session.scalars(
        select(Pause.ends_on).where(
            Pause.committee_id == committee.id,
            Pause.task_id == task.id,
            Pause.starts_on <= today,
            (Pause.ends_on.is_(None)) | (Pause.ends_on > today),
        )
    )
    snoozes = await session.execute(
        select(Person.name, Snooze.until)
        .join(Person, Person.id == Snooze.person_id)
        .join(
            Occurrence,
            and_(
                Occurrence.committee_id == Snooze.committee_id,
                Occurrence.id == Snooze.occurrence_id,
            ),
        )
        .where(
            Snooze.committee_id == committee.id,
            Occurrence.task_id == task.id,
            Snooze.until > today,
        )
        .order_by(Snooze.until)
    )
    return Explained(
        past=await _told(session, committee, Occurrence.task_id == task.id),
        coming=tuple(one for one in coming if any(r.number == task.number for r in one.reasons)),
        snoozed=tuple((row.name, row.until) for row in snoozes),
        away=await _away(session, committee, task, today),
        unreached=await _unreached(session, committee, task, today),
        paused_until=tuple(pauses),
    )


async def explain_person(
    session: AsyncSession, committee: Committee, person: Person, *, today: date, days: int
) -> Explained:
    """Everything about one person's reminders, looking so many days ahead."""
    coming = await coming_messages(session, committee, first=today, days=days)
    snoozes = await session.execute(
        select(Task.number, Snooze.until)
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
        .where(
            Snooze.committee_id == committee.id,
            Snooze.person_id == person.id,
            Snooze.until > today,
        )
        .order_by(Snooze.until)
    )
    return Explained(
        past=await _told(session, committee, Rung.person_id == person.id),
        coming=tuple(one for one in coming if one.person_id == person.id),
        snoozed=tuple((f"#{row.number}", row.until) for row in snoozes),
        away=await _absences(session, committee, [person.id], today),
    )


async def _told(
    session: AsyncSession, committee: Committee, which: ColumnElement[bool]
) -> tuple[Told, ...]:
    query = (
        select(
            Rung.day,
            Person.name,
            Task.number,
            Rung.name,
            Rung.due,
            Rung.silenced,
            OutboxMessage.state,
            OutboxMessage.finished_at,
            OutboxMessage.error,
        )
        .join(Person, Person.id == Rung.person_id)
        .join(
            Occurrence,
            and_(Occurrence.committee_id == Rung.committee_id, Occurrence.id == Rung.occurrence_id),
        )
        .join(Task, and_(Task.committee_id == Rung.committee_id, Task.id == Occurrence.task_id))
        .outerjoin(OutboxMessage, OutboxMessage.id == Rung.outbox_id)
        .where(Rung.committee_id == committee.id, which)
        .order_by(Rung.day.desc(), Person.name.desc(), Rung.id.desc())
        .limit(PAST)
    )
    return tuple(Told(*row) for row in reversed((await session.execute(query)).all()))


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
    query = (
        select(Agency.name)
        .join(
            TaskAgency,
            and_(TaskAgency.committee_id == Agency.committee_id, TaskAgency.agency_id == Agency.id),
        )
        .where(
            TaskAgency.committee_id == committee.id,
            TaskAgency.task_id == task.id,
            TaskAgency.part == Part.LEAD,
            ~exists().where(
                heard.c.agency_id == Agency.id,
                heard.c.role.in_([Role.OFFICER, Role.HEAD]),
            ),
        )
        .order_by(Agency.name)
    )
    return tuple(await session.scalars(query))
