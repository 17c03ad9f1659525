"""What will go out on the coming mornings, worked out by doing it and taking it all back.

The dry run is the real thing, `tasks.mornings.owing` day by day, within a savepoint that is rolled
back: there is no second set of rules that could say otherwise. It has a session of its own on the
same connection, so that no row the caller holds is changed by what never happened.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import NoteKind, OutboxState
from db.models import Committee, MorningNote, Occurrence, OutboxMessage, Person, Rung, Task
from tasks.calendar import EARLIEST, MORNING, Ladder
from tasks.mornings.owing import Morning, begin_periods, owe_morning, working_days
from tasks.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Reason:
    """One rung in a coming message: its task, its name and the due day it is counted from."""

    number: int
    content: str
    name: str
    due: date


@dataclass(frozen=True, slots=True)
class Coming:
    """One person's message of a coming morning."""

    day: date
    person_id: int
    person: str
    reasons: tuple[Reason, ...]
    notes: tuple[tuple[NoteKind, date], ...] = ()


async def coming_messages(
    session: AsyncSession, committee: Committee, *, first: date, days: int
) -> list[Coming]:
    """The messages of these days in their order, were nothing reported in the meantime.

    Each day's messages count as sent when the next is looked at. Changes nothing.
    """
    calendar, zone = await working_days(session), ZoneInfo(committee.timezone)
    ladder = Ladder.from_json(committee.ladder)
    ids, found = [committee.id], list[Coming]()
    await session.flush()
    dry_run = AsyncSession(await session.connection(), join_transaction_mode="create_savepoint")
    try:
        for day in (first + timedelta(days=ahead) for ahead in range(days)):
            now = datetime.combine(day, max(MORNING, time(EARLIEST)), tzinfo=zone)
            await begin_periods(dry_run, ids, day)
            if calendar.is_working(day):
                last = await dry_run.scalar(
                    select(OutboxMessage.id).order_by(OutboxMessage.id.desc()).limit(1)
                )
                morning = Morning(
                    ids, ladder, now=now, today=day, ladder_from=committee.ladder_from
                )
                await owe_morning(dry_run, morning, calendar)
                found += await _written(dry_run, committee, day, last or 0)
    finally:
        await dry_run.rollback()
        await dry_run.close()
    return found


async def _written(
    session: AsyncSession, committee: Committee, day: date, last: int
) -> list[Coming]:
    """What a day has just owed, marked as sent."""
    new = [
        OutboxMessage.committee_id == committee.id,
        OutboxMessage.day == day,
        OutboxMessage.id > last,
    ]
    messages = await session.execute(
        select(OutboxMessage.id, Person.id, Person.name)
        .join(Person, Person.id == OutboxMessage.person_id)
        .where(*new)
        .order_by(Person.name, Person.id)
    )
    people = {message_id: (person_id, name) for message_id, person_id, name in messages}
    reasons: dict[int, list[Reason]] = {}
    for message_id, number, content, name, due in await session.execute(_rungs(list(people))):
        reasons.setdefault(message_id or 0, []).append(Reason(number, content, name, due))
    notes: dict[int, list[tuple[NoteKind, date]]] = {}
    query = select(MorningNote).where(MorningNote.outbox_id.in_(list(people)))
    for note in await session.scalars(query.order_by(MorningNote.id)):
        notes.setdefault(note.outbox_id or 0, []).append((note.kind, note.due))
    await session.execute(
        update(OutboxMessage)
        .where(*new)
        .values(state=OutboxState.SENT)
        .execution_options(synchronize_session=False)
    )
    return [
        Coming(day, person_id, name, tuple(reasons.get(key, ())), tuple(notes.get(key, ())))
        for key, (person_id, name) in people.items()
    ]


def _rungs(message_ids: Sequence[int]) -> Select[int | None, int, str, str, date]:
    return (
        select(Rung.outbox_id, Task.number, Task.content, Rung.name, Rung.due)
        .join(
            Occurrence,
            (Occurrence.committee_id == Rung.committee_id) & (Occurrence.id == Rung.occurrence_id),
        )
        .join(Task, (Task.committee_id == Rung.committee_id) & (Task.id == Occurrence.task_id))
        .where(Rung.outbox_id.in_(message_ids))
        .order_by(Rung.due, Task.number, Rung.name)
    )


def moved_from(name: str, due: date, day: date, calendar: WorkingDays) -> date | None:
    """The day of rest that a rung was moved from; None where it stands on its own day."""
    kind, _, count = name.partition(":")
    if kind in ("before", "with"):
        nominal = due - timedelta(days=int(count))
    elif kind == "after":
        nominal = due + timedelta(days=int(count))
    elif kind == "monday":
        nominal = date.fromisoformat(count)
    else:
        return None
    return None if nominal == day or calendar.is_working(nominal) else nominal
