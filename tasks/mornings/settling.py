"""Which committees are settled: all that was to be told up to a day was told to everybody.

Of a settled committee only the rungs of later days are asked for; whatever stands, told long ago,
is not looked at. It is settled by a look at which, or since which, each of its people who can be
told was looked at within their hours; it is no more once something changes (`db.unsettling`), and
with each new week. What days alone bring about, the end of an absence, a pause or a snooze, is
looked for here.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Select, and_, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import table_of
from db.enums import OutboxKind
from db.models import Absence, Committee, OutboxMessage, Pause, Plan, Snooze
from db.queries.hearers import HEARERS
from tasks.mornings.digests import monday_of


async def begin_settling(
    session: AsyncSession, committees: Sequence[Committee], *, local: datetime
) -> None:
    """See which of these are still settled now, by their clocks; the others begin anew."""
    today = local.date()
    stirred = set(await session.scalars(_stirred([one.id for one in committees], today)))
    for committee in committees:
        if _holds(committee.settled_on, today) and committee.id not in stirred:
            continue
        if committee.settled_on is not None or committee.settling_since is None:
            committee.settling_since = local
        committee.settled_on = None


async def settle(session: AsyncSession, committee_ids: Sequence[int], today: date) -> None:
    """After a look: settle the committees of whose people none is left out.

    `HEARERS` is as at the look. Left out is whose hour it is not, unless their message of the day
    was written since all that stands is looked at.
    """
    committee, heard = table_of(Committee), HEARERS.c
    told = exists().where(
        OutboxMessage.committee_id == heard.committee_id,
        OutboxMessage.person_id == heard.person_id,
        OutboxMessage.day == today,
        OutboxMessage.kind == OutboxKind.REMINDER,
        OutboxMessage.queued_at >= committee.c.settling_since,
    )
    left_out = exists().where(heard.committee_id == committee.c.id, heard.listens.is_(False), ~told)
    connection = await session.connection()  # a session would take it for a change
    await connection.execute(
        update(committee)
        .where(committee.c.id.in_(committee_ids), ~left_out)
        .values(settled_on=today)
    )


def _holds(settled_on: date | None, today: date) -> bool:
    """A day of the same week and month: what a period's first day opens is looked at in full."""
    if settled_on is None or settled_on > today or settled_on.month != today.month:
        return False
    return monday_of(settled_on) == monday_of(today)


def _stirred(committee_ids: Sequence[int], today: date) -> Select[int]:
    """Settled committees in which a day since has ended what held rungs back."""
    settled, mine = Committee.settled_on, Committee.id
    away = and_(
        Absence.withdrawn_at.is_(None),
        or_(
            and_(Absence.starts_on > settled, Absence.starts_on <= today),
            and_(Absence.ends_on >= settled, Absence.ends_on < today),
        ),
    )
    return select(Committee.id).where(
        Committee.id.in_(committee_ids),
        settled.is_not(None),
        or_(
            exists().where(Absence.committee_id == mine, away),
            exists().where(
                Pause.committee_id == mine, Pause.ends_on > settled, Pause.ends_on <= today
            ),
            exists().where(
                Snooze.committee_id == mine, Snooze.until > settled, Snooze.until <= today
            ),
            exists().where(
                Plan.committee_id == mine, Plan.counted_from > settled, Plan.counted_from <= today
            ),
        ),
    )
