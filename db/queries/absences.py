"""Reads of absences: who is away on a day, and for whom somebody stands in."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from db.models import Absence, Membership, Person
from db.queries.hearers import is_away


async def stood_in_for(
    session: AsyncSession, committee_id: int, person_ids: Collection[int], day: date
) -> Sequence[Absence]:
    """The absences in which these people stand in on this day, each with who is away."""
    person = joinedload(Absence.person).selectinload(Person.memberships)
    query = (
        select(Absence)
        .where(
            Absence.committee_id == committee_id,
            Absence.stand_in_id.in_(person_ids),
            is_away(day),
        )
        .options(person.joinedload(Membership.agency))
        .order_by(Absence.id)
    )
    return (await session.scalars(query)).all()


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
        .options(selectinload(Absence.person), selectinload(Absence.stand_in))
        .order_by(Absence.starts_on, Absence.id)
    )
    if person_id is not None:
        query = query.where(Absence.person_id == person_id)
    return (await session.scalars(query)).all()
