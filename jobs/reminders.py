"""Work out who is to be told of what this morning, and write it down once.

What is owed is decided by set queries over indexed due days. The rungs stand under their unique
key, and the message that covers them in the outbox under its own (committee, person, local day,
kind), all in one transaction; the text is made when it is sent. Source: `domain`, Reminders.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Date, Select, and_, exists, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.ports import LaterError
from db.engine import Database
from db.enums import OutboxKind, OutboxState
from db.models import Committee, MovedDay, OutboxMessage, Rung
from db.queries.messages import waits
from db.queries.owed import RUNG_COLUMNS, Owed, ladder_table
from db.upsert import insert_new
from tasks.calendar import EVENING, MORNING, Audience, WorkingDays, standing_rungs
from tasks.occurrences import open_occurrences

NEXT_TICK = timedelta(minutes=1)
"""By then a tick has looked at the morning."""


async def speaking_day(
    session: AsyncSession, message: OutboxMessage, committee: Committee, *, now: datetime
) -> date:
    """The committee's day, in whose state a morning's message is worded.

    Raises `LaterError` where it is no time to send one: at night, on a rest day, or once its own
    day is over, when the next morning's message is about to take it up.
    """
    local = now.astimezone(ZoneInfo(committee.timezone))
    days = await _working_days(session)
    if not _is_time(days, local):
        raise LaterError("not at this hour", _until_morning(local))
    if message.day != local.date():
        raise LaterError("its day is over", NEXT_TICK)
    return local.date()


async def _working_days(session: AsyncSession) -> WorkingDays:
    return WorkingDays({row.day: row.working for row in await session.scalars(select(MovedDay))})


def _is_time(days: WorkingDays, local: datetime) -> bool:
    return days.is_working(local.date()) and MORNING <= local.time() < EVENING


def _until_morning(local: datetime) -> timedelta:
    morning = local.replace(hour=MORNING.hour, minute=0, second=0, microsecond=0)
    return (morning if local < morning else morning + timedelta(days=1)) - local


async def plan_reminders(database: Database, *, now: datetime) -> int:
    """Open the occurrences whose period began, and owe everybody their message of the day.

    Returns how many messages became owed. Safe to run twice and late: nothing is owed twice, and
    what an outage held back is owed now. On a rest day, before the morning and in the evening
    nothing becomes owed; it waits for the next working morning.
    """
    async with database.read() as session:
        timezones = (await session.scalars(select(Committee.timezone).distinct())).all()
        days = await _working_days(session)
    owed = 0
    for timezone in timezones:
        local = now.astimezone(ZoneInfo(timezone))
        async with database.write() as session:
            await open_occurrences(session, today=local.date(), timezone=timezone)
        if _is_time(days, local):
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
    here = select(Committee.id).where(Committee.timezone == timezone)
    await _take_up(session, here, now=now, today=today)
    for rows in queries:
        await session.execute(insert_new(session, Rung, RUNG_COLUMNS, rows))
    waiting = and_(Rung.outbox_id.is_(None), Rung.silenced.is_(False), Rung.committee_id.in_(here))
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
        .where(waiting)
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
    result = await session.execute(
        insert_new(session, OutboxMessage, columns, messages),
        execution_options={"preserve_rowcount": True},  # psycopg forgets it with its cursor
    )
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
        .where(waiting)
        .values(outbox_id=message_id)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def _take_up(session: AsyncSession, here: Select[int], *, now: datetime, today: date) -> None:
    """What an earlier morning's message could not say, for an outage, waits for today's."""
    late = and_(
        waits(now),
        OutboxMessage.committee_id.in_(here),
        OutboxMessage.kind == OutboxKind.REMINDER,
        OutboxMessage.day < today,
    )
    await session.execute(
        update(Rung)
        .where(Rung.outbox_id.in_(select(OutboxMessage.id).where(late).with_for_update()))
        .values(outbox_id=None)
        .execution_options(synchronize_session=False)
    )
    await session.execute(
        update(OutboxMessage)
        .where(late, ~exists().where(Rung.outbox_id == OutboxMessage.id))
        .values(
            state=OutboxState.DROPPED,
            claimed_until=None,
            finished_at=now,
            error="the next morning's message takes it up",
        )
        .execution_options(synchronize_session=False)
    )
