"""Write down what a morning owes: rungs, notes, and one message a person that covers them.

What is owed is decided by set queries over indexed due days. The rungs stand under their unique
key, and the message that covers them in the outbox under its own (committee, person, local day,
kind), all in the caller's transaction; the text is made when it is sent. Source: `docs/domain.md`,
Reminders.
"""

import asyncio
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import MovedDay
from db.queries.given import morning_values
from db.queries.standing import PERIOD
from db.queries.there import There
from tasks.calendar import (
    Audience,
    Ladder,
    RungDay,
    ask_days,
    report_days,
    standing_rungs,
)
from tasks.mornings.periods import turn_periods
from tasks.mornings.statements import Step, owing_statements
from tasks.occurrences import open_occurrences
from tasks.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Morning:
    """A local moment in committees that share a zone and a ladder.

    `hour` is the full hour it is; None looks at the whole day, whatever hours people chose.
    `ladder_from` is the first day whose rungs are this ladder's. What was to be told up to
    `settled_on` is told (`tasks.mornings.settling`) and not looked at again.
    """

    committee_ids: Sequence[int]
    ladder: Ladder
    now: datetime
    today: date
    hour: int | None = None
    ladder_from: date | None = None
    settled_on: date | None = None


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
    # Beside the loop: the first time they are made, which takes long.
    statements = await asyncio.to_thread(owing_statements, connection.dialect.name)
    values = morning_values(
        morning.committee_ids,
        morning.today,
        morning.now,
        hour=morning.hour,
        settled_on=morning.settled_on,
    )
    values["ladder"] = _rungs(morning, days)
    values["ahead"] = _as_json("report", report_days(morning.today, days))

    async def take(steps: Sequence[Step], there: Set[str]) -> int:
        return sum(
            [
                (await connection.execute(step.statement, values)).rowcount
                for step in steps
                if not step.needs or step.needs & there
            ]
        )

    await take(statements.listen, set())
    found = (await connection.execute(statements.there, values)).mappings().one()
    there = {name for name, is_there in found.items() if is_there}
    await take(statements.take_up, there)
    if There.LISTENERS not in there:
        return 0
    await take(statements.find, there)
    stands = set(await connection.scalars(statements.audiences))
    await take(statements.tell, there | stands)
    owed = await take(statements.cover, there)
    await take(statements.point, there)
    return owed


def _rungs(morning: Morning, days: WorkingDays) -> list[dict[str, str]]:
    """Everybody's ladder of this morning, and the questions about reporting periods."""
    rungs = _as_json(PERIOD, _unsettled(morning, ask_days(morning.today, days)))
    for audience in Audience:
        stand = standing_rungs(audience, morning.today, days, morning.ladder)
        instructed = audience in (Audience.INSTRUCTED, Audience.UNTIL)
        begins = None if instructed else morning.ladder_from
        of_ladder = [rung for rung in stand if begins is None or rung.day >= begins]
        rungs += _as_json(audience.value, _unsettled(morning, of_ladder))
    return rungs


def _unsettled(morning: Morning, rungs: Sequence[RungDay]) -> list[RungDay]:
    settled = morning.settled_on
    return [rung for rung in rungs if settled is None or rung.day > settled]


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
