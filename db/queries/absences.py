"""Reads of absences: who is away on a day, and for whom somebody stands in."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from db.models import Absence, Membership, Person
from db.queries.hearers import is_away


async def stood_in_for(
    session: AsyncSession, committee_id: int, person_ids: Collection[int], day: date
) -> Sequence[Absence]:
    """The absences in which these people stand in on this day, each with who is away."""
    given = {"committee": committee_id, "people": list(person_ids), "day": day}
    return (await session.scalars(_STOOD_IN_FOR, given)).all()


_STOOD_IN_FOR = (
    select(Absence)
    .where(
        Absence.committee_id == bindparam("committee", type_=Absence.committee_id.type),
        Absence.stand_in_id.in_(bindparam("people", expanding=True)),
        is_away(bindparam("day", type_=Absence.starts_on.type)),
    )
    .options(
        joinedload(Absence.person).selectinload(Person.memberships).joinedload(Membership.agency)
    )
    .order_by(Absence.id)
)
"""Every message asks this of its sender, so it is built once."""


async def absences_from(
    session: AsyncSession, committee_id: int, day: date, person_id: int | None = None
) -> Sequence[Absence]:
    """Absences that are not over on a day, by their first day; of one person where named."""
    query = (
        select(Absence)
        .where(
            Absence.committee_id == committee_id,
            Absence.withdrawn_at.is_(None),
            Absence.ends_on >= day,
        )
        .options(
            selectinload(Absence.person).selectinload(Person.memberships),
            selectinload(Absence.stand_in),
        )
        .order_by(Absence.starts_on, Absence.id)
    )
    if person_id is not None:
        query = query.where(Absence.person_id == person_id)
    return (await session.scalars(query)).all()
