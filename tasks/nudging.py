"""People reminded at once at the standing office's wish (đôn đốc ngay). The caller commits."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Nudge, Person
from tasks.amending import Office


async def nudge(
    session: AsyncSession, committee_id: int, people: Iterable[Person], office: Office
) -> list[Person]:
    """Keep that these people are reminded now; return those who were not yet today.

    Raises `NotYourRoleError`.
    """
    office.check()
    nudged = set(
        await session.scalars(
            select(Nudge.person_id).where(
                Nudge.committee_id == committee_id, Nudge.day == office.today
            )
        )
    )
    fresh = [person for person in people if person.id not in nudged]
    session.add_all(
        Nudge(
            committee_id=committee_id,
            person_id=person.id,
            day=office.today,
            nudged_by=office.by.id,
            nudged_at=office.now,
        )
        for person in fresh
    )
    await session.flush()
    return fresh
