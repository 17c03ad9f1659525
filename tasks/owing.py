"""Write down what a morning owes: rungs, notes, and one message a person that covers them.

What is owed is decided by set queries over indexed due days. The rungs stand under their unique
key, and the message that covers them in the outbox under its own (committee, person, local day,
kind), all in the caller's transaction; the text is made when it is sent. Source: `domain`,
Reminders.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Date, and_, exists, literal, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import OutboxKind, OutboxState
from db.models import MorningNote, MovedDay, OutboxMessage, Rung
from db.queries.hearers import note_hearers
from db.queries.messages import waits
from db.queries.owed import (
    NOTE_COLUMNS,
    PERIOD,
    RUNG_COLUMNS,
    STANDING,
    Owed,
    ladder_table,
    waiting_people,
)
from db.scratch import refill
from db.upsert import insert_new
from tasks.calendar import (
    Audience,
    Ladder,
    RungDay,
    WorkingDays,
    ask_days,
    report_days,
    standing_rungs,
)
from tasks.occurrences import open_occurrences
from tasks.periods import turn_periods

MESSAGE_COLUMNS = [
    "committee_id",
    "person_id",
    "kind",
    "day",
    "state",
    "queued_at",
    "next_at",
    "attempts",
]


@dataclass(frozen=True, slots=True)
class Morning:
    """A local moment in committees that share a zone and a ladder.

    `hour` is the full hour it is; None looks at the whole day, whatever hours people chose.
    """

    committee_ids: Sequence[int]
    ladder: Ladder
    now: datetime
    today: date
    hour: int | None = None


async def working_days(session: AsyncSession) -> WorkingDays:
    """The calendar with the days that decisions moved."""
    return WorkingDays({row.day: row.working for row in await session.scalars(select(MovedDay))})


async def begin_periods(session: AsyncSession, committee_ids: Sequence[int], today: date) -> None:
    """Open the occurrences, and turn to the reporting periods, that have begun."""
    await open_occurrences(session, committee_ids, today=today)
    await turn_periods(session, committee_ids, today)


async def owe_morning(session: AsyncSession, morning: Morning, days: WorkingDays) -> int:
    """Owe everybody their message of the day; return how many became owed. Safe to run again."""
    await _take_up(session, morning)
    await note_hearers(session, morning.committee_ids, morning.today)
    owed = Owed(morning.committee_ids, morning.today, morning.hour)
    dialect = session.get_bind().dialect.name
    await refill(session, STANDING, owed.standing(ladder_table(_rungs(morning, days), dialect)))
    for rows in (
        owed.snoozed(),
        *owed.to_leads(),
        *owed.to_coordinating(),
        *owed.to_heads(),
        *owed.to_leaders(),
    ):
        await session.execute(insert_new(session, Rung, RUNG_COLUMNS, rows))
    ahead = _as_json("report", report_days(morning.today, days))
    for rows in owed.notes(ladder_table(ahead, dialect)):
        await session.execute(insert_new(session, MorningNote, NOTE_COLUMNS, rows))
    return await _cover(session, morning)


def _rungs(morning: Morning, days: WorkingDays) -> list[dict[str, str]]:
    """Everybody's ladder of this morning, and the questions about reporting periods."""
    rungs = _as_json(PERIOD, ask_days(morning.today, days))
    for audience in Audience:
        stand = standing_rungs(audience, morning.today, days, morning.ladder)
        rungs += _as_json(audience.value, stand)
    return rungs


def _as_json(audience: str, rungs: Sequence[RungDay]) -> list[dict[str, str]]:
    return [
        {
            "audience": audience,
            "due_from": rung.due_from.isoformat(),
            "due_to": rung.due_to.isoformat(),
            "name": rung.name,
            "day": rung.day.isoformat(),
        }
        for rung in rungs
    ]


async def _cover(session: AsyncSession, morning: Morning) -> int:
    """One message of the day for each person for whom something waits, and what it covers."""
    waiting = waiting_people(morning.hour).subquery()
    messages = select(
        waiting.c.committee_id,
        waiting.c.person_id,
        literal(OutboxKind.REMINDER.value),
        literal(morning.today, Date),
        literal(OutboxState.QUEUED.value),
        literal(morning.now, OutboxMessage.queued_at.type),
        literal(morning.now, OutboxMessage.next_at.type),
        literal(0),
    ).where(true())  # without a WHERE, SQLite reads the ON of ON CONFLICT as a join's
    result = await session.execute(
        insert_new(session, OutboxMessage, MESSAGE_COLUMNS, messages),
        execution_options={"preserve_rowcount": True},  # psycopg forgets it with its cursor
    )
    for table in (Rung, MorningNote):
        message_id = (
            select(OutboxMessage.id)
            .where(
                OutboxMessage.committee_id == table.committee_id,
                OutboxMessage.person_id == table.person_id,
                OutboxMessage.day == morning.today,
                OutboxMessage.kind == OutboxKind.REMINDER,
            )
            .scalar_subquery()
        )
        uncovered = [table.outbox_id.is_(None), table.committee_id.in_(morning.committee_ids)]
        if table is Rung:
            uncovered.append(Rung.silenced.is_(False))
        await session.execute(
            update(table)
            .where(*uncovered)
            .values(outbox_id=message_id)
            .execution_options(synchronize_session=False)
        )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def _take_up(session: AsyncSession, morning: Morning) -> None:
    """What an earlier morning's message could not say, for an outage, waits for today's."""
    late = and_(
        waits(morning.now),
        OutboxMessage.committee_id.in_(morning.committee_ids),
        OutboxMessage.kind == OutboxKind.REMINDER,
        OutboxMessage.day < morning.today,
    )
    for table in (Rung, MorningNote):
        await session.execute(
            update(table)
            .where(table.outbox_id.in_(select(OutboxMessage.id).where(late).with_for_update()))
            .values(outbox_id=None)
            .execution_options(synchronize_session=False)
        )
    await session.execute(
        update(OutboxMessage)
        .where(
            late,
            ~exists().where(Rung.outbox_id == OutboxMessage.id),
            ~exists().where(MorningNote.outbox_id == OutboxMessage.id),
        )
        .values(
            state=OutboxState.DROPPED,
            claimed_until=None,
            finished_at=morning.now,
            error="the next morning's message takes it up",
        )
        .execution_options(synchronize_session=False)
    )
