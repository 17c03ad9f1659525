"""Who is owed what: people, and the rungs of the messages they got in a morning."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.conversation.mornings.messages import mornings
from bot.conversation.mornings.morning_facts import DueWords
from bot.ports import Outgoing
from db.engine import Database
from db.enums import OutboxState, Progress, Role
from db.models import (
    Agency,
    Committee,
    Extension,
    Occurrence,
    OutboxMessage,
    Person,
    Plan,
    Rung,
    StatusUpdate,
    Task,
)
from jobs.reminders import plan_reminders
from tests.make import (
    NOW,
    make_agency,
    make_chat,
    make_membership,
    make_occurrence,
    make_person,
    make_task,
)

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


async def said_in(session: AsyncSession, message: OutboxMessage, today: date) -> Outgoing | None:
    """What a morning's message says on a day; None where nothing is left of it."""
    committee = await session.get_one(Committee, message.committee_id)
    reader = await session.get_one(
        Person, message.person_id, options=[selectinload(Person.memberships)]
    )
    people = {reader.id: reader}
    due = DueWords(message.id, committee.id, today, reader.id, None)
    said = await mornings(session, committee, [due], people, default_locale="vi", today=today)
    return said[message.id]


def at(text: str, zone: ZoneInfo = HANOI) -> datetime:
    """An instant, told as the clock on a wall in Hà Nội shows it; a bare day is its 08:00."""
    local = datetime.fromisoformat(text if "T" in text else f"{text}T08:00")
    return local.replace(tzinfo=zone).astimezone(UTC)


async def join(
    session: AsyncSession,
    name: str,
    where: Agency | Committee,
    role: Role = Role.OFFICER,
    *,
    linked: bool = True,
) -> Person:
    """Somebody of that name with a role, and a chat unless not `linked`."""
    person = await session.scalar(select(Person).where(Person.name == name))
    person = person or await make_person(session, name=name)
    if isinstance(where, Agency):
        await make_membership(session, person, where, role=role)
    else:
        await make_membership(session, person, role=role, committee=where)
    if linked:
        await make_chat(session, person)
    return person


async def owe(database: Database, when: str, *, sent: bool = True) -> dict[str, list[str]]:
    """Run the job; who became owed a message by it, with each "#number rung" that it covers.

    The messages count as sent at once, unless not `sent`.
    """
    async with database.read() as session:
        before = set(await session.scalars(select(OutboxMessage.id)))
    owed = await plan_reminders(database, now=at(when))
    async with database.read() as session:
        messages = (await session.scalars(select(OutboxMessage.id))).all()
        new = [message for message in messages if message not in before]
        assert owed == len(new), (owed, len(new))
        rows = await session.execute(
            select(Person.name, OutboxMessage.id, Task.number, Rung.name)
            .select_from(OutboxMessage)
            .join(Person, Person.id == OutboxMessage.person_id)
            .join(Rung, Rung.outbox_id == OutboxMessage.id)
            .join(Occurrence, Occurrence.id == Rung.occurrence_id)
            .join(Task, Task.id == Occurrence.task_id)
            .where(OutboxMessage.id.in_(new))
            .order_by(Person.name, Task.number, Rung.name)
        )
        told: dict[str, list[str]] = {}
        covered = set()
        for name, message, number, rung in rows:
            covered.add(message)
            told.setdefault(name, []).append(f"#{number} {rung}")
    assert covered == set(new), "a message without a rung"
    if sent:
        async with database.write() as session:
            await session.execute(
                update(OutboxMessage)
                .where(OutboxMessage.id.in_(new))
                .values(state=OutboxState.SENT, finished_at=at(when))
            )
    return told


async def report(
    database: Database, number: int, by: str, on: str, *, extend_to: str | None = None
) -> None:
    """Somebody asks for more time, or reports a task done, as the conversation records it."""
    async with database.write() as session:
        occurrence = (
            await session.scalars(
                select(Occurrence)
                .join(Task, Task.id == Occurrence.task_id)
                .where(Task.number == number)
            )
        ).one()
        person = (await session.scalars(select(Person).where(Person.name == by))).one()
        day = date.fromisoformat(on)
        reported = StatusUpdate(
            committee_id=occurrence.committee_id,
            occurrence_id=occurrence.id,
            person_id=person.id,
            progress=None if extend_to else Progress.DONE,
            words="",
            reported_on=day,
            reported_at=NOW,
        )
        session.add(reported)
        await session.flush()
        if extend_to is None:
            occurrence.progress, occurrence.done_on = Progress.DONE, day
        elif occurrence.due:
            session.add(
                Extension(
                    committee_id=occurrence.committee_id,
                    occurrence_id=occurrence.id,
                    update_id=reported.id,
                    due_before=occurrence.due,
                    asked_due=date.fromisoformat(extend_to),
                    asked_by=person.id,
                    asked_on=day,
                    asked_at=NOW,
                )
            )


async def add_task(
    session: AsyncSession,
    lead: Agency | Sequence[Agency] = (),
    due: str = "2025-12-31",
    *,
    plan: Plan | None = None,
    coordinating: Agency | Sequence[Agency] = (),
) -> Occurrence:
    """A task of a followed plan, due on a day."""
    task = await make_task(session, plan, lead=lead, coordinating=coordinating)
    day = date.fromisoformat(due)
    return await make_occurrence(session, task, due=day, first_due=day)


WEDNESDAY = "2025-12-17"

day_by_day = pytest.mark.parametrize("kind", ["sqlite"])
"""Stories of many mornings; PostgreSQL runs the same statements in the others."""


async def rung_rows(database):
    async with database.read() as session:
        rows = await session.scalars(select(Rung).order_by(Rung.id))
        return [
            (row.occurrence_id, row.person_id, row.name, row.due, row.silenced, row.outbox_id)
            for row in rows
        ]


async def message_rows(database):
    async with database.read() as session:
        rows = await session.scalars(select(OutboxMessage).order_by(OutboxMessage.id))
        return [(row.person_id, row.day, row.kind, row.state, row.next_at) for row in rows]


def every_day(first, last):
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        yield day.isoformat()
        day += timedelta(days=1)


async def late_task(database):
    """A task due on 31 December with an officer, a head and a member to hear of it."""
    async with database.write() as session:
        agency = await make_agency(session)
        committee = await session.get_one(Committee, agency.committee_id)
        await add_task(session, agency)
        await join(session, "Cán bộ", agency)
        await join(session, "Thủ trưởng", agency, Role.HEAD)
        await join(session, "Thành viên", committee, Role.MEMBER)
