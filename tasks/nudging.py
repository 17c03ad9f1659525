"""People reminded at once (đôn đốc ngay): by the standing office, or by the head of their agency.

The caller commits.
"""

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Nudge, Person
from tasks.actor import Actor
from tasks.errors import NotYourRoleError
from tasks.rules import may_urge


async def nudge(
    session: AsyncSession,
    committee_id: int,
    people: Iterable[Person],
    by: Actor,
    *,
    agency_ids: Collection[int],
    named: bool,
) -> list[Person]:
    """Keep that these people of these agencies are reminded now; return those who are to be told.

    Once a day is enough for all that they owe; tasks that were `named` are asked for each time.
    Raises `NotYourRoleError`.
    """
    if not all(may_urge(by.standing, agency_id) for agency_id in agency_ids):
        raise NotYourRoleError
    if named:
        return list(people)
    before = set(
        await session.scalars(
            select(Nudge.person_id).where(Nudge.committee_id == committee_id, Nudge.day == by.today)
        )
    )
    fresh = [person for person in people if person.id not in before]
    session.add_all(
        Nudge(
            committee_id=committee_id,
            person_id=person.id,
            day=by.today,
            nudged_by=by.person.id,
            nudged_at=by.now,
        )
        for person in fresh
    )
    await session.flush()
    return fresh
