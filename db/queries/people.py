"""Reads of people: by chat, by role, and how they are reached."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Part, Role
from db.models import Agency, Chat, Committee, Invitation, Membership, Person, TaskAgency


async def chat_at(session: AsyncSession, channel: str, address: str) -> Chat | None:
    """A chat by its address, with its person, their memberships and committees loaded."""
    found = await session.scalars(_CHAT_AT, {"channel": channel, "address": address})
    return found.unique().one_or_none()


_MEMBERSHIPS = joinedload(Chat.person).joinedload(Person.memberships)
_CHAT_AT = (
    select(Chat)
    .where(Chat.channel == bindparam("channel"), Chat.address == bindparam("address"))
    .options(
        _MEMBERSHIPS.joinedload(Membership.committee), _MEMBERSHIPS.joinedload(Membership.agency)
    )
)
"""Every message asks this first, so it is built once."""


async def live_chat(session: AsyncSession, person_id: int) -> Chat | None:
    """The chat to reach a person in: the one heard from last that still takes messages."""
    query = (
        select(Chat)
        .where(Chat.person_id == person_id, Chat.gone_at.is_(None))
        .order_by(Chat.heard_at.desc(), Chat.id.desc())
        .limit(1)
    )
    return (await session.scalars(query)).one_or_none()


async def people_in_role(
    session: AsyncSession, committee_id: int, *roles: Role
) -> Sequence[Person]:
    """Those in these roles who can be reached in some chat, each once."""
    query = (
        select(Person)
        .join(Person.memberships)
        .where(
            Membership.committee_id == committee_id,
            Membership.role.in_(roles),
            Person.chats.any(Chat.gone_at.is_(None)),
        )
        .order_by(Person.id)
        .distinct()
    )
    return (await session.scalars(query)).all()


async def usable_invitations(
    session: AsyncSession, code_hash: str, *, now: datetime
) -> Sequence[Invitation]:
    """The invitation under a code's hash, unless it is used or expired."""
    query = (
        select(Invitation)
        .where(
            Invitation.code_hash == code_hash,
            Invitation.used_at.is_(None),
            Invitation.expires_at > now,
        )
        .options(joinedload(Invitation.committee), joinedload(Invitation.agency))
        .with_for_update(of=Invitation)
    )
    return (await session.scalars(query)).all()


async def committee_named(session: AsyncSession, name: str) -> Committee | None:
    """The committee of exactly this name."""
    return (await session.scalars(select(Committee).where(Committee.name == name))).one_or_none()


async def unreached_agencies(session: AsyncSession, committee_id: int) -> Sequence[Agency]:
    """Agencies that lead a task and have no officer or head in any chat, by name."""
    linked = (
        select(Membership.agency_id)
        .join(Membership.person)
        .where(
            Membership.committee_id == committee_id,
            Membership.agency_id.is_not(None),
            Person.chats.any(Chat.gone_at.is_(None)),
        )
    )
    leading = select(TaskAgency.agency_id).where(
        TaskAgency.committee_id == committee_id, TaskAgency.part == Part.LEAD
    )
    query = (
        select(Agency)
        .where(
            Agency.committee_id == committee_id,
            Agency.collective.is_(False),
            Agency.id.in_(leading),
            Agency.id.not_in(linked),
        )
        .order_by(Agency.name)
    )
    return (await session.scalars(query)).all()


async def everybody_in(session: AsyncSession, committee_id: int) -> Sequence[Membership]:
    """Who is what in a committee, people loaded, in the order in which they came."""
    query = (
        select(Membership)
        .where(Membership.committee_id == committee_id)
        .options(joinedload(Membership.person))
        .order_by(Membership.id)
    )
    return (await session.scalars(query)).all()


async def agencies_people(session: AsyncSession, committee_id: int) -> Sequence[Membership]:
    """Who is what in a committee's agencies, with person and agency, in the order they came."""
    query = (
        select(Membership)
        .where(Membership.committee_id == committee_id, Membership.agency_id.is_not(None))
        .options(joinedload(Membership.person), joinedload(Membership.agency))
        .order_by(Membership.id)
    )
    return (await session.scalars(query)).all()
