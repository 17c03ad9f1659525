"""Work out who is to be told of what this morning.

Source: `docs/domain.md`, Reminders. What is owed is decided and written by `tasks.mornings.owing`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Database
from db.models import Committee
from tasks.calendar import EARLIEST, LATEST, Ladder
from tasks.mornings.digests import owe_digests
from tasks.mornings.owing import Morning, begin_periods, owe_morning, working_days
from tasks.mornings.settling import begin_settling, settle
from tasks.working_days import WorkingDays

LOOK = timedelta(minutes=30)
"""How often a committee is looked at where nothing has changed: everybody's hour begins with a
half of one, in every zone there is."""

BATCH = 200
"""Committees worked out in one transaction."""


async def plan_reminders(database: Database, *, now: datetime, everywhere: bool = True) -> int:
    """Open the occurrences whose period began, and owe everybody their message of the day.

    Returns how many messages became owed. Safe to run twice and late: nothing is owed twice, and
    what an outage held back is owed now. On a rest day and outside of people's hours nothing
    becomes owed; it waits for the next working morning. Not `everywhere`, only those committees
    are looked at whose turn it is, and several processes share them.
    """
    owed, last = 0, 0
    while True:
        async with database.read() as session:
            there = _committees(now, last, everywhere=everywhere).with_only_columns(Committee.id)
            if await session.scalar(there.limit(1)) is None:
                return owed
        async with database.write() as session:
            query = _committees(now, last, everywhere=everywhere).limit(BATCH)
            # Others may go on to point at a committee meanwhile: its key stays.
            query = query.with_for_update(skip_locked=not everywhere, key_share=True)
            committees = (await session.scalars(query)).all()
            owed += await _owe(session, committees, now=now)
            for committee in committees:
                committee.looks_at = _next_look(now)
        if len(committees) < BATCH:
            return owed
        last = committees[-1].id


def _committees(now: datetime, last: int, *, everywhere: bool) -> Select[Committee]:
    """Those to look at, after one already looked at; a look far ahead is of a clock set back."""
    query = select(Committee).where(Committee.id > last).order_by(Committee.id)
    if everywhere:
        return query
    return query.where(
        or_(
            Committee.looks_at.is_(None),
            Committee.looks_at <= now,
            Committee.looks_at > now + LOOK,
        )
    )


def _next_look(now: datetime) -> datetime:
    """The next half hour of the clock."""
    begun = now.replace(minute=now.minute // 30 * 30, second=0, microsecond=0)
    return begun + LOOK


def _alike(committee: Committee) -> tuple[str, ...]:
    ladder = repr(committee.ladder), str(committee.ladder_from)
    return committee.timezone, *ladder, str(committee.settled_on)


async def _owe(session: AsyncSession, committees: Sequence[Committee], *, now: datetime) -> int:
    """What these committees owe, those of one zone, ladder and settled day together."""
    days, owed = await working_days(session), 0
    for zone, theirs in groupby(sorted(committees, key=_zone), key=_zone):
        ones, local = list(theirs), now.astimezone(ZoneInfo(zone))
        await begin_periods(session, [committee.id for committee in ones], local.date())
        if not days.is_working(local.date()) or not EARLIEST <= local.hour <= LATEST:
            continue
        await begin_settling(session, ones, local=local)
        owed += await owe_digests(session, [one.id for one in ones], days, local=local)
        # Those settled today have been told all of today's, unless something says: look again.
        left = [one for one in ones if one.settled_on != local.date() or one.looks_at is None]
        for _, alike in groupby(sorted(left, key=_alike), key=_alike):
            owed += await _owe_alike(session, list(alike), days, local=local)
    return owed


async def _owe_alike(
    session: AsyncSession, committees: Sequence[Committee], days: WorkingDays, *, local: datetime
) -> int:
    ids, one = [committee.id for committee in committees], committees[0]
    morning = Morning(
        ids,
        Ladder.from_json(one.ladder),
        now=local,
        today=local.date(),
        hour=local.hour,
        ladder_from=one.ladder_from,
        settled_on=one.settled_on,
    )
    owed = await owe_morning(session, morning, days)
    await settle(session, ids, local.date())
    return owed


def _zone(committee: Committee) -> str:
    return committee.timezone
