"""Being away, and who stands in: the write and its refusals. The caller commits."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Absence, Chat, Committee, Membership, Person
from tasks.actor import Actor
from tasks.errors import RefusalError

LONGEST = timedelta(days=366)
"""Somebody away for longer has left."""


class WhyNot(StrEnum):
    """What is wrong with an absence."""

    DAYS = "days"
    """They end before they begin, are over, or last longer than a year."""
    STRANGER = "stranger"
    """The stand-in is nobody of this committee."""
    SILENT = "silent"
    """The stand-in has no chat that can be written to."""
    AWAY = "away"
    """The stand-in is away on one of these days."""


class BadAbsenceError(RefusalError):
    """An absence that cannot be."""

    def __init__(self, why: WhyNot) -> None:
        super().__init__(why)
        self.why = why


async def be_away(
    session: AsyncSession,
    committee: Committee,
    person: Person,
    *,
    starts_on: date,
    ends_on: date,
    stand_in: Person | None,
    by: Actor,
) -> Absence:
    """Keep that somebody is away; what they said before of any of these days is replaced.

    An earlier absence that these days carry on ends the day before them; any other is withdrawn.

    Of somebody else the standing office alone may say so. Raises `BadAbsenceError`, or
    `NotYourRoleError`. The stand-in is a person of the same committee whom we can reach.
    """
    if by.person.id != person.id:
        by.check_office()
    if not (starts_on <= ends_on <= starts_on + LONGEST and ends_on >= by.today):
        raise BadAbsenceError(WhyNot.DAYS)
    if stand_in is not None:
        await _check_stand_in(session, committee, person, stand_in, starts_on, ends_on)
    for before in await _between(session, committee, [person.id], starts_on, ends_on):
        if before.starts_on < starts_on <= before.ends_on < ends_on:
            before.ends_on = starts_on - timedelta(days=1)
        else:
            before.withdrawn_at = by.now
    absence = Absence(
        committee_id=committee.id,
        person_id=person.id,
        person=person,
        stand_in_id=stand_in.id if stand_in else None,
        stand_in=stand_in,
        starts_on=starts_on,
        ends_on=ends_on,
        told_at=by.now,
    )
    session.add(absence)
    committee.looks_at = None
    await session.flush()
    return absence


async def come_back(session: AsyncSession, absence: Absence, *, now: datetime) -> None:
    """Take an absence back, or end it before its last day."""
    absence.withdrawn_at = now
    committee = await session.get_one(Committee, absence.committee_id)
    committee.looks_at = None
    await session.flush()


async def _check_stand_in(
    session: AsyncSession,
    committee: Committee,
    person: Person,
    stand_in: Person,
    starts_on: date,
    ends_on: date,
) -> None:
    belongs = exists().where(
        Membership.committee_id == committee.id, Membership.person_id == stand_in.id
    )
    if stand_in.id == person.id or not await session.scalar(select(belongs)):
        raise BadAbsenceError(WhyNot.STRANGER)
    reached = exists().where(Chat.person_id == stand_in.id, Chat.gone_at.is_(None))
    if not await session.scalar(select(reached)):
        raise BadAbsenceError(WhyNot.SILENT)
    if await _between(session, committee, [stand_in.id], starts_on, ends_on):
        raise BadAbsenceError(WhyNot.AWAY)


async def _between(
    session: AsyncSession,
    committee: Committee,
    people: Collection[int],
    starts_on: date,
    ends_on: date,
) -> list[Absence]:
    """Absences of these people on any of these days."""
    query = select(Absence).where(
        Absence.committee_id == committee.id,
        Absence.person_id.in_(people),
        Absence.withdrawn_at.is_(None),
        Absence.starts_on <= ends_on,
        Absence.ends_on >= starts_on,
    )
    return list(await session.scalars(query))
