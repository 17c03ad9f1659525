"""Groups bound to a committee or to one agency of it, unbound, lost, and followed where they move.

The caller commits.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import OutboxState, Role
from db.models import Agency, Chat, Committee, GroupBinding, GroupCode, OutboxMessage, Person
from db.queries.groups import binding_of, last_lost, usable_group_code
from db.queries.messages import WAITING
from db.queries.people import chat_at
from plans.words import cut, visible
from tasks.actor import Actor
from tasks.errors import AlreadyDecidedError, RefusalError
from tasks.invitations import hash_code, new_code

LASTS = timedelta(days=1)
"""How long a group's code can be used: it is asked for with the group at hand."""

GUESSES = 10
"""Codes that may be wrong in one group within `GUESS_SPAN`; one is good for its maker alone."""
GUESS_SPAN = timedelta(hours=1)

MOVING = timedelta(hours=1)
"""Telegram may call a group that becomes a supergroup deleted before it says where it went: what
was lost no longer ago is taken up again there."""

TITLE = 60
"""Longest title kept, in characters: enough to know the group by, on a button too."""


class WrongCodeError(RefusalError):
    """A code that is unknown, used, expired or somebody else's: which of them is not said."""


class TooManyGuessesError(RefusalError):
    """`first` says that this guess was the one too many, and nothing was said of it yet."""

    def __init__(self, *, first: bool) -> None:
        super().__init__(first)
        self.first = first


async def make_group_code(
    session: AsyncSession, committee: Committee, agency: Agency | None, by: Actor
) -> tuple[str, datetime]:
    """A one-time code for a group of the committee, or of one agency; with when it expires.

    Raises `NotYourRoleError`.
    """
    by.check_office()
    code, expires_at = new_code(), by.now + LASTS
    session.add(
        GroupCode(
            committee_id=committee.id,
            agency_id=agency.id if agency else None,
            code_hash=hash_code(code),
            made_by=by.person.id,
            made_at=by.now,
            expires_at=expires_at,
        )
    )
    await session.flush()
    return code, expires_at


async def bind_group(
    session: AsyncSession,
    chat: Chat,
    code: str,
    *,
    by: Person | None,
    title: str,
    topic: str | None,
    now: datetime,
) -> GroupBinding:
    """Bind a group by a code of its sender; the same committee's binding before it ends.

    Raises `WrongCodeError`, `TooManyGuessesError`, or `AlreadyDecidedError` where the group is
    bound to another committee, whose office has to let it go first.
    """
    _check_guesses(chat, now)
    found = None
    if by is not None:
        found = await usable_group_code(session, hash_code(code), made_by=by.id, now=now)
    if by is None or found is None or not _is_office(by, found.committee_id):
        chat.wrong_codes += 1
        raise WrongCodeError
    before = await binding_of(session, chat.id)
    if before is not None:
        if before.committee_id != found.committee_id:
            raise AlreadyDecidedError
        await _end(session, before, by, now)
    await _drop(session, OutboxMessage.chat_id == chat.id, "the group is bound now", now)
    binding = GroupBinding(
        committee_id=found.committee_id,
        agency_id=found.agency_id,
        chat_id=chat.id,
        title=cut(visible(title), TITLE),
        topic=topic,
        bound_by=by.id,
        bound_at=now,
    )
    session.add(binding)
    found.used_at, chat.wrong_codes = now, 0
    await session.flush()
    await session.refresh(binding, ["committee", "agency", "binder"])
    return binding


def keep_title(binding: GroupBinding, title: str) -> None:
    """What a bound group is called now."""
    if title:
        binding.title = cut(visible(title), TITLE)


def _check_guesses(chat: Chat, now: datetime) -> None:
    if chat.wrong_since is None or now - chat.wrong_since > GUESS_SPAN:
        chat.wrong_codes, chat.wrong_since = 0, now
    if chat.wrong_codes >= GUESSES:
        chat.wrong_codes += 1
        raise TooManyGuessesError(first=chat.wrong_codes == GUESSES + 1)


def _is_office(person: Person, committee_id: int) -> bool:
    return any(
        (held.committee_id, held.role) == (committee_id, Role.SECRETARY)
        for held in person.memberships
    )


async def unbind_group(session: AsyncSession, binding: GroupBinding, by: Actor) -> None:
    """Let a group go; nothing more is posted there. Raises `NotYourRoleError`."""
    by.check_office()
    await _end(session, binding, by.person, by.now)


async def lose_group(session: AsyncSession, chat: Chat, *, now: datetime) -> GroupBinding | None:
    """A group shut us out or is gone: its binding ends. None where it had none, or lost it before.

    What waited to be posted there is dropped.
    """
    chat.gone_at = now
    await _drop(session, OutboxMessage.chat_id == chat.id, "the group is gone", now)
    binding = await binding_of(session, chat.id)
    if binding is not None:
        await _end(session, binding, None, now)
    return binding


async def _end(
    session: AsyncSession, binding: GroupBinding, by: Person | None, now: datetime
) -> None:
    binding.removed_at, binding.removed_by = now, by.id if by else None
    await session.flush()
    await _drop(session, OutboxMessage.chat_id == binding.chat_id, "the group is unbound", now)


async def follow_chat(session: AsyncSession, chat: Chat, address: str, *, now: datetime) -> Chat:
    """A chat goes on under a new address, with its binding and what waits for it; safe to repeat.

    Where the new address is known already (we were greeted there first), what we said to a group
    that seemed new is dropped.
    """
    lost = await last_lost(session, chat.id, since=now - MOVING)
    binding = await binding_of(session, chat.id)
    there = await chat_at(session, chat.channel, address)
    if there is None:
        chat.address, chat.gone_at, there = address, None, chat
    elif there.id != chat.id:
        strange = OutboxMessage.committee_id.is_(None)
        await _drop(session, (OutboxMessage.chat_id == there.id) & strange, "known by now", now)
        await session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.chat_id == chat.id, OutboxMessage.state.in_(WAITING))
            .values(chat_id=there.id)
            .execution_options(synchronize_session=False)
        )
        chat.gone_at = now
    moving = binding or lost
    if moving is not None and (
        there.id == moving.chat_id or await binding_of(session, there.id) is None
    ):
        moving.chat_id, moving.removed_at = there.id, None
    await session.flush()
    return there


async def _drop(session: AsyncSession, which: ColumnElement[bool], why: str, now: datetime) -> None:
    """End the messages that still wait, with the reason beside them."""
    await session.execute(
        update(OutboxMessage)
        .where(which, OutboxMessage.state.in_(WAITING))
        .values(state=OutboxState.DROPPED, claimed_until=None, finished_at=now, error=why)
        .execution_options(synchronize_session=False)
    )
