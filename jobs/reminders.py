"""Work out who is to be told of what this morning, and write it down once.

What is owed is decided by set queries over indexed due days. The rungs stand under their unique
key, and the message that covers them in the outbox under its own (committee, person, local day,
kind), all in one transaction; the text is made when it is sent. Source: `domain`, Reminders.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Date, and_, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Database
from db.enums import OutboxKind, OutboxState
from db.models import Committee, MovedDay, OutboxMessage, Rung
from db.queries.owed import RUNG_COLUMNS, Owed, ladder_table
from db.upsert import insert_new
from tasks.calendar import EVENING, MORNING, Audience, WorkingDays, standing_rungs
from tasks.occurrences import open_occurrences


async def plan_reminders(database: Database, *, now: datetime) -> int:
    """Open the occurrences whose period began, and owe everybody their message of the day.

    Returns how many messages became owed. Safe to run twice and late: nothing is owed twice, and
    what an outage held back is owed now. On a rest day, before the morning and in the evening
    nothing becomes owed; it waits for the next working morning.
    """
    async with database.read() as session:
        timezones = (await session.scalars(select(Committee.timezone).distinct())).all()
        moved = {row.day: row.working for row in await session.scalars(select(MovedDay))}
    days = WorkingDays(moved)
    owed = 0
    for timezone in timezones:
        local = now.astimezone(ZoneInfo(timezone))
        async with database.write() as session:
            await open_occurrences(session, today=local.date(), timezone=timezone)
        if days.is_working(local.date()) and MORNING <= local.time() < EVENING:
            async with database.write() as session:
                owed += await _owe(session, timezone, days, now=now, today=local.date())
    return owed


async def _owe(
    session: AsyncSession, timezone: str, days: WorkingDays, *, now: datetime, today: date
) -> int:
    owed = Owed(timezone, today)
    to_audience = {
        Audience.LEAD: owed.to_leads,
        Audience.COORDINATING: owed.to_coordinating,
        Audience.HEAD: owed.to_heads,
        Audience.LEADERS: owed.to_leaders,
    }
    queries = [*owed.openings(), owed.snoozed()]
    for audience, queries_for in to_audience.items():
        rungs = standing_rungs(audience, today, days)
        ladder = ladder_table([(r.due_from, r.due_to, r.name, r.day) for r in rungs])
        queries += queries_for(ladder)
    for rows in queries:
        await session.execute(insert_new(session, Rung, RUNG_COLUMNS, rows))
    waiting = and_(Rung.outbox_id.is_(None), Rung.silenced.is_(False), Rung.day <= today)
    here = Rung.committee_id.in_(select(Committee.id).where(Committee.timezone == timezone))
    messages = (
        select(
            Rung.committee_id,
            Rung.person_id,
            literal(OutboxKind.REMINDER.value),
            literal(today, Date),
            literal(OutboxState.QUEUED.value),
            literal(now, OutboxMessage.queued_at.type),
            literal(now, OutboxMessage.next_at.type),
            literal(0),
        )
        .where(waiting, here)
        .distinct()
    )
    columns = [
        "committee_id",
        "person_id",
        "kind",
        "day",
        "state",
        "queued_at",
        "next_at",
        "attempts",
    ]
    result = await session.execute(insert_new(session, OutboxMessage, columns, messages))
    message_id = (
        select(OutboxMessage.id)
        .where(
            OutboxMessage.committee_id == Rung.committee_id,
            OutboxMessage.person_id == Rung.person_id,
            OutboxMessage.day == today,
            OutboxMessage.kind == OutboxKind.REMINDER,
        )
        .scalar_subquery()
    )
    await session.execute(
        update(Rung)
        .where(waiting, here)
        .values(outbox_id=message_id)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]
