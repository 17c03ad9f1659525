"""Who can be told in a committee, and who hears in the stead of somebody who is away."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Index,
    MetaData,
    Select,
    Subquery,
    Table,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.orm import aliased

from db.enums import AGENCY_ROLES, OutboxKind, Role
from db.models import Absence, Chat, Committee, Membership, OutboxMessage, Person
from db.queries.given import CLOSED_AFTER, COMMITTEES, OPENED_BY, TODAY

HEARERS = Table(
    "told_hearers",
    MetaData(),
    Column("committee_id", BigInteger),
    Column("agency_id", BigInteger),
    Column("role", Membership.__table__.c.role.type),
    Column("member_id", BigInteger),
    Column("person_id", BigInteger),
    Column("listens", Boolean(create_constraint=False)),
    prefixes=["TEMPORARY"],
    postgresql_on_commit="DELETE ROWS",
)
"""`hearers` as rows of this connection alone, for the many queries of one morning: worked out in
each of them, they cost PostgreSQL more in planning than all its answers. `listens`: it lies within
the hours in which they are told, and their message of the day is not written yet."""

Index("ix_told_hearers", HEARERS.c.committee_id, HEARERS.c.agency_id, HEARERS.c.role)


def hearers(of: Any, day: Any) -> Subquery:
    """Every role that somebody can be told in, a row each.

    `member_id` holds the role; `person_id` is who hears: that person, or on days of absence the
    stand-in. `opens` and `closes` are the hours between which they are told. Who has no chat that
    takes messages, or is away without a stand-in, has no row; nor has an agency's, whose stand-in
    is away as well, since the rest of the agency or the standing office hears then.
    """
    theirs = aliased(Absence)
    nobody = exists().where(
        Membership.role.in_(AGENCY_ROLES),
        theirs.committee_id == Absence.committee_id,
        theirs.person_id == Absence.stand_in_id,
        theirs.withdrawn_at.is_(None),
        theirs.starts_on <= day,
        theirs.ends_on >= day,
    )
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
                is_away(day),
            ),
        )
        .join(Person, Person.id == person_id)
        .where(
            Membership.committee_id.in_(of),
            or_(Absence.id.is_(None), and_(Absence.stand_in_id.is_not(None), ~nobody)),
            exists().where(Chat.person_id == Person.id, Chat.gone_at.is_(None)),
        )
        .subquery("can_be_told")
    )


def listeners() -> Select[*tuple[Any, ...]]:
    """Rows for `HEARERS`."""
    people = hearers(COMMITTEES, TODAY)
    told = exists().where(
        OutboxMessage.committee_id == people.c.committee_id,
        OutboxMessage.person_id == people.c.person_id,
        OutboxMessage.day == TODAY,
        OutboxMessage.kind == OutboxKind.REMINDER,
    )
    listens = and_(people.c.opens <= OPENED_BY, people.c.closes > CLOSED_AFTER, ~told)
    return select(
        people.c.committee_id,
        people.c.agency_id,
        people.c.role,
        people.c.member_id,
        people.c.person_id,
        case((listens, true()), else_=false()),
    )


def has_officer(heard: Any) -> ColumnElement[bool]:
    """Whether an officer of a hearer's agency can be told."""
    other = HEARERS.alias()
    return exists(
        select(literal(1))
        .select_from(other)
        .where(
            other.c.committee_id == heard.c.committee_id,
            other.c.agency_id == heard.c.agency_id,
            other.c.role == Role.OFFICER,
        )
        .correlate(heard)
    )


def is_away(day: Any) -> ColumnElement[bool]:
    """An absence that holds on a day."""
    return and_(Absence.withdrawn_at.is_(None), Absence.starts_on <= day, Absence.ends_on >= day)
