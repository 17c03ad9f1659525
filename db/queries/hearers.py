"""Who can be told in a committee, and who hears in the stead of somebody who is away."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Index,
    MetaData,
    Subquery,
    Table,
    and_,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Absence, Chat, Committee, Membership, Person
from db.scratch import refill

HEARERS = Table(
    "told_hearers",
    MetaData(),
    Column("committee_id", BigInteger),
    Column("agency_id", BigInteger),
    Column("role", Membership.__table__.c.role.type),
    Column("member_id", BigInteger),
    Column("person_id", BigInteger),
    Column("opens", BigInteger),
    Column("closes", BigInteger),
    prefixes=["TEMPORARY"],
    postgresql_on_commit="DELETE ROWS",
)
"""`hearers` as rows of this connection alone, for the many queries of one morning: worked out in
each of them, they cost PostgreSQL more in planning than all its answers."""

Index("ix_told_hearers", HEARERS.c.committee_id, HEARERS.c.agency_id, HEARERS.c.role)


async def note_hearers(session: AsyncSession, committee_ids: Sequence[int], today: date) -> None:
    """Fill `HEARERS` for these committees; what it held before is gone."""
    rows = hearers(committee_ids, today)
    await refill(session, HEARERS, [select(*(rows.c[c.name] for c in HEARERS.columns))])


def hearers(committee_ids: Sequence[int], today: date) -> Subquery:
    """Every role that somebody can be told in, a row each.

    `member_id` holds the role; `person_id` is who hears: that person, or on days of absence the
    stand-in. `opens` and `closes` are the hours between which they are told. Who has no chat that
    takes messages, or is away without a stand-in, has no row.
    """
    person_id = func.coalesce(Absence.stand_in_id, Membership.person_id)
    return (
        select(
            Membership.committee_id,
            Membership.agency_id,
            Membership.role,
            Membership.person_id.label("member_id"),
            person_id.label("person_id"),
            func.coalesce(Person.morning, Committee.morning).label("opens"),
            func.coalesce(Person.evening, Committee.evening).label("closes"),
        )
        .join(Committee, Committee.id == Membership.committee_id)
        .outerjoin(
            Absence,
            and_(
                Absence.committee_id == Membership.committee_id,
                Absence.person_id == Membership.person_id,
                is_away(today),
            ),
        )
        .join(Person, Person.id == person_id)
        .where(
            Membership.committee_id.in_(committee_ids),
            or_(Absence.id.is_(None), Absence.stand_in_id.is_not(None)),
            exists().where(Chat.person_id == Person.id, Chat.gone_at.is_(None)),
        )
        .subquery("hearers")
    )


def is_away(day: date) -> ColumnElement[bool]:
    """An absence that holds on a day."""
    return and_(Absence.withdrawn_at.is_(None), Absence.starts_on <= day, Absence.ends_on >= day)
