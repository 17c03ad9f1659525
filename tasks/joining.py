"""Requests to come in without a code, and what the standing office decides of them.

The caller commits.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from db.enums import Role
from db.models import (
    Chat,
    Committee,
    JoinRequest,
    Person,
)
from tasks.actor import Actor
from tasks.errors import AlreadyDecidedError
from tasks.membership import give_role


async def ask_to_join(
    session: AsyncSession,
    committee: Committee,
    chat: Chat,
    *,
    name: str,
    words: str,
    now: datetime,
) -> JoinRequest:
    """Keep that somebody without a code asks to come in.

    Raises `AlreadyDecidedError` while an earlier request of this chat waits.
    """
    waiting = await session.scalar(
        select(JoinRequest.id).where(JoinRequest.chat_id == chat.id, JoinRequest.granted.is_(None))
    )
    if waiting is not None:
        raise AlreadyDecidedError
    request = JoinRequest(
        committee_id=committee.id, chat_id=chat.id, name=name, words=words, asked_at=now
    )
    session.add(request)
    await session.flush()
    return request


async def join_request(
    session: AsyncSession, committee_id: int, request_id: int
) -> JoinRequest | None:
    """A request to come in, with its chat; None where there is none in this committee."""
    query = (
        select(JoinRequest)
        .where(JoinRequest.committee_id == committee_id, JoinRequest.id == request_id)
        .options(
            joinedload(JoinRequest.chat)
            .joinedload(Chat.person)
            .options(selectinload(Person.memberships))
        )
        .with_for_update(of=JoinRequest)
    )
    return (await session.scalars(query)).one_or_none()


async def decide_join(
    session: AsyncSession,
    committee: Committee,
    request: JoinRequest,
    by: Actor,
    *,
    agency_id: int | None,
) -> Person | None:
    """Let somebody in as an officer of an agency, or refuse (None); return who came in.

    Raises `NotYourRoleError`, or `AlreadyDecidedError`.
    """
    by.check_office()
    if request.granted is not None:
        raise AlreadyDecidedError
    request.granted = agency_id is not None
    request.decided_by, request.decided_at = by.person.id, by.now
    if agency_id is None:
        await session.flush()
        return None
    person = request.chat.person
    if person is None:
        person = Person(name=request.name, created_at=by.now, memberships=[])
        session.add(person)
        request.chat.person = person
        await session.flush()
    await give_role(session, committee, person, by, role=Role.OFFICER, agency_id=agency_id)
    return person
