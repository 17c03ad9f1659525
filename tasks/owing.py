"""Write down what a morning owes: rungs, notes, and one message a person that covers them.

What is owed is decided by set queries over indexed due days. The rungs stand under their unique
key, and the message that covers them in the outbox under its own (committee, person, local day,
kind), all in the caller's transaction; the text is made when it is sent. Source: `domain`,
Reminders.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import MovedDay
from db.queries.given import morning_values
from db.queries.standing import PERIOD
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
from tasks.owing_statements import owing_statements
from tasks.periods import turn_periods


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
    await session.flush()
    connection = await session.connection()
    statements = owing_statements(connection.dialect.name)
    values = morning_values(morning.committee_ids, morning.today, morning.now, morning.hour)
    values["ladder"] = _rungs(morning, days)
    values["ahead"] = _as_json("report", report_days(morning.today, days))
    for statement in (*statements.begin, *statements.take_up, *statements.find):
        await connection.execute(statement, values)
    stands = set(await connection.scalars(statements.audiences))
    for audiences, statement in statements.write:
        if not audiences or audiences & stands:
            await connection.execute(statement, values)
    owed = await connection.execute(statements.cover, values)
    for statement in statements.point:
        await connection.execute(statement, values)
    return owed.rowcount


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
