"""Owe each bound group its digest: once a week, on its first working day, from the morning on.

What an outage held back is owed on the next working day of the same week; the caller commits.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import Date, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import OutboxKind, OutboxState
from db.models import Committee, GroupBinding, OutboxMessage
from db.upsert import insert_new
from tasks.working_days import WorkingDays

COLUMNS = [
    "committee_id",
    "chat_id",
    "kind",
    "day",
    "state",
    "queued_at",
    "next_at",
    "attempts",
]


def digest_day(today: date, days: WorkingDays) -> date | None:
    """The day of this week's digest; None where it is yet to come, or the whole week rests."""
    first = days.at_or_after(monday_of(today))
    return first if first <= today else None


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


async def owe_digests(
    session: AsyncSession, committee_ids: Sequence[int], days: WorkingDays, *, local: datetime
) -> int:
    """Owe the digest of this week where it is not owed yet; return how many became owed.

    `local` is now, by the clocks of these committees. A group that was bound on the day itself or
    later has its first one the week after: it has just been told what it is connected to.
    """
    day = digest_day(local.date(), days)
    if day is None:
        return 0
    begins = datetime.combine(day, time(), tzinfo=local.tzinfo)
    rows = (
        select(
            GroupBinding.committee_id,
            GroupBinding.chat_id,
            literal(OutboxKind.REMINDER.value),
            literal(day, Date),
            literal(OutboxState.QUEUED.value),
            literal(local, OutboxMessage.queued_at.type),
            literal(local, OutboxMessage.next_at.type),
            literal(0),
        )
        .join(Committee, Committee.id == GroupBinding.committee_id)
        .where(
            GroupBinding.committee_id.in_(committee_ids),
            GroupBinding.removed_at.is_(None),
            GroupBinding.bound_at < begins,
            Committee.morning <= local.hour,
            Committee.evening > local.hour,
        )
    )
    dialect = session.get_bind().dialect.name
    owed = await session.execute(
        insert_new(dialect, OutboxMessage, COLUMNS, rows),
        execution_options={"preserve_rowcount": True},  # psycopg forgets it with its cursor
    )
    return int(owed.rowcount)  # type: ignore[attr-defined]  # a CursorResult, typed wider
