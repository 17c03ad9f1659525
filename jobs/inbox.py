"""Handle the updates that were stored: their effect, the mark and the answer in one transaction."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.conversation.talk import queue_answer, translator_of
from bot.ports import Channel, Incoming, Outgoing
from bot.texts import common
from db.engine import Database
from db.models import Chat, InboxUpdate
from db.queries.people import chat_at
from db.upsert import insert_unless_taken

log = logging.getLogger(__name__)

Answer = Callable[[AsyncSession, Incoming, datetime], Awaitable[None]]
"""Do what an incoming message asks and owe its answer, within the session's transaction."""

ATTEMPTS = 6
"""Tries at one update before it is given up; it stays in the table with its fault."""
FIRST_RETRY = timedelta(seconds=10)
"""Doubled with each failure: 10 s to 5 min, so that a full disk or a lock has time to pass."""


async def store_updates(
    database: Database,
    channel: str,
    bot: str,
    updates: list[tuple[str, dict[str, object]]],
    *,
    now: datetime,
) -> None:
    """Keep updates under their ids before the platform is told; one kept before stays as it is.

    A burst that is posted over several connections at once may come in any order; those that are
    written together are put back into that of their numbers:
    https://core.telegram.org/bots/api#update.
    """
    async with database.write() as session:
        await session.execute(
            insert_unless_taken(session, InboxUpdate),
            [
                {
                    "channel": channel,
                    "bot": bot,
                    "update_id": update_id,
                    "payload": payload,
                    "received_at": now,
                    "attempts": 0,
                }
                for update_id, payload in sorted(updates, key=_place)
            ],
        )


def _place(update: tuple[str, dict[str, object]]) -> tuple[int, str]:
    """The order of numbers, for numbers that are kept as text."""
    return len(update[0]), update[0]


async def handle_inbox(
    database: Database,
    channels: Mapping[str, Channel],
    answer: Answer,
    clock: Clock,
    on_handled: Callable[[Incoming | None], None] = lambda _: None,
) -> int:
    """Handle every stored update in the order they came; return how many.

    `on_handled` is called after each with what it said, so that no answer waits for the last.

    A failure of ours leaves the update for a later try and says so to the person once. It holds
    up what came later from the same chat, since "xong" must not be recorded before the "80%" sent
    ahead of it, and nobody else's. Killed anywhere, the update is handled after the next start.
    """
    handled = 0
    while await _handle_next(database, channels, answer, clock, on_handled):
        handled += 1
    return handled


async def _handle_next(
    database: Database,
    channels: Mapping[str, Channel],
    answer: Answer,
    clock: Clock,
    on_handled: Callable[[Incoming | None], None],
) -> bool:
    now = clock.now()
    update_id, incoming = None, None
    try:
        async with database.write() as session:
            update = await _next_update(session, channels, now)
            if update is None:
                return False
            update_id = update.id
            incoming = _read(channels, update)
            if incoming is not None:
                await answer(session, incoming, now)
            update.handled_at = now
    except Exception as error:
        if update_id is None:
            raise
        log.exception("An update could not be handled", extra={"action": "update_failed"})
        await _put_off(database, channels, update_id, type(error).__name__, now)
    on_handled(incoming)
    return True


async def _next_update(
    session: AsyncSession, channels: Mapping[str, Channel], now: datetime
) -> InboxUpdate | None:
    """The first update whose turn it is, held for us; None where all are done or wait."""
    waiting = and_(InboxUpdate.handled_at.is_(None), InboxUpdate.channel.in_(list(channels)))
    first = select(func.min(InboxUpdate.id)).where(waiting).scalar_subquery()
    after = 0
    while True:
        ready = (
            select(InboxUpdate, first)
            .where(
                waiting,
                InboxUpdate.id > after,
                or_(InboxUpdate.next_at.is_(None), InboxUpdate.next_at <= now),
            )
            .order_by(InboxUpdate.id)
            .limit(1)
            .with_for_update(skip_locked=True, of=InboxUpdate)
        )
        found = (await session.execute(ready)).one_or_none()
        if found is None:
            return None
        update: InboxUpdate = found[0]
        incoming = _read(channels, update)
        if incoming is None or update.id == found[1]:
            return update
        # Put off after a failure, or in another program's hands just now.
        earlier = await session.scalars(
            select(InboxUpdate).where(waiting, InboxUpdate.id < update.id)
        )
        held = [other for one in earlier if (other := _read(channels, one)) is not None]
        here = (incoming.channel, incoming.chat)
        if here not in [(other.channel, other.chat) for other in held]:
            return update
        after = update.id


def _read(channels: Mapping[str, Channel], update: InboxUpdate) -> Incoming | None:
    return channels[update.channel].read(update.payload)


async def _put_off(
    database: Database,
    channels: Mapping[str, Channel],
    update_id: int,
    error: str,
    now: datetime,
) -> None:
    """Try again later, and tell the person once that what they sent is kept; never a group."""
    async with database.write() as session:
        update = await session.get_one(InboxUpdate, update_id)
        update.attempts += 1
        update.error = error
        update.next_at = now + FIRST_RETRY * 2 ** (update.attempts - 1)
        if update.attempts >= ATTEMPTS:
            update.handled_at = now
        incoming = _read(channels, update)
        if incoming is None or incoming.group is not None or update.attempts > 1:
            return
        chat = await chat_at(session, incoming.channel, incoming.chat)
        if chat is None:
            chat = Chat(channel=incoming.channel, address=incoming.chat, person=None, heard_at=now)
            session.add(chat)
            await session.flush()
        tr = translator_of(chat.person, chat, "vi")
        queue_answer(session, chat, Outgoing((common.failure(tr),)), None, now=now)
