"""Why somebody was told of a task, or was not: what was written down, and what holds it back."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import OutboxState
from db.models import Committee, Occurrence, OutboxMessage, Person, Rung, Task
from db.queries.tasks import TaskNow
from tasks.mornings.holding import Held, person_held, task_held
from tasks.mornings.previewing import Coming, coming_messages

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
class Explained:
    """A task's or a person's reminders: those that came, those to come, what holds others back."""

    past: tuple[Told, ...]
    coming: tuple[Coming, ...]
    held: Held


async def explain_task(
    session: AsyncSession, committee: Committee, now_task: TaskNow, *, today: date, days: int
) -> Explained:
    """Everything about one task's reminders, looking so many days ahead."""
    task = now_task.task
    coming = await coming_messages(session, committee, first=today, days=days)
    return Explained(
        past=await _told(session, committee, Occurrence.task_id == task.id),
        coming=tuple(one for one in coming if any(r.number == task.number for r in one.reasons)),
        held=await task_held(session, committee, now_task, today=today),
    )


async def explain_person(
    session: AsyncSession, committee: Committee, person: Person, *, today: date, days: int
) -> Explained:
    """Everything about one person's reminders, looking so many days ahead."""
    coming = await coming_messages(session, committee, first=today, days=days)
    return Explained(
        past=await _told(session, committee, Rung.person_id == person.id),
        coming=tuple(one for one in coming if one.person_id == person.id),
        held=await person_held(session, committee, person, today=today),
    )


async def told_on(session: AsyncSession, committee: Committee, day: date) -> list[Told]:
    """What went out on a day."""
    told = await _told(session, committee, Rung.day == day)
    return [one for one in told if one.state is not None and not one.silenced]


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
