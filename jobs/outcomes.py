"""What becomes of a message that no platform took: put back, ended, or its chat given up."""

import logging
from datetime import datetime, timedelta

from sqlalchemy import delete

from bot.conversation.groups.turns import lost
from db.engine import Database
from db.enums import OutboxState
from db.models import Chat, Delivery, OutboxMessage
from db.queries.people import live_chat
from tasks.groups import follow_chat
from tasks.mornings.unreached import note_unreached

log = logging.getLogger(__name__)

FIRST_RETRY = timedelta(seconds=5)
LONGEST_RETRY = timedelta(hours=1)
"""Wait after a failed attempt, doubled from the first to the longest."""
ATTEMPTS = 30
"""About a day of failures of ours, then the message is given up and stays in the table. A platform
out of reach gives up nothing: Telegram may be blocked for days. Nor is a morning's message given
up here: the next morning's takes it up."""


def _end(message: OutboxMessage, state: OutboxState, error: str | None, now: datetime) -> None:
    message.state = state
    message.claimed_until = None
    message.finished_at = now
    message.error = error


async def finish(
    database: Database, message_id: int, state: OutboxState, why: str, *, now: datetime
) -> None:
    """End a message of which nothing is left to send."""
    log.info("Message %s ended %s: %s", message_id, state, why, extra={"action": "message_ended"})
    async with database.write() as session:
        message = await session.get_one(OutboxMessage, message_id)
        _end(message, state, why, now)


async def retry(
    database: Database,
    message_id: int,
    why: str,
    wait: timedelta | None,
    *,
    now: datetime,
    ours: bool = False,
) -> None:
    """Put it back for later: after the wait asked for, else longer with each attempt.

    `ours` says that the fault is not the platform's: too many of those end the message.
    """
    async with database.write() as session:
        message = await session.get_one(OutboxMessage, message_id)
        if ours and message.day is None and message.attempts >= ATTEMPTS:
            _end(message, OutboxState.DEAD, why, now)
            return
        doubled = FIRST_RETRY * 2 ** min(message.attempts - 1, 10)
        message.state = OutboxState.QUEUED
        message.claimed_until = None
        message.next_at = now + (wait or min(doubled, LONGEST_RETRY))
        message.error = why


async def follow(database: Database, chat_id: int, address: str, *, now: datetime) -> None:
    """A chat goes on under a new address."""
    async with database.write() as session:
        chat = await session.get_one(Chat, chat_id)
        await follow_chat(session, chat, address, now=now)
    log.info("A chat has a new address", extra={"action": "chat_moved"})


async def give_up(
    database: Database, message_id: int, chat_id: int, why: str, *, locale: str, now: datetime
) -> None:
    """A chat is gone for good: what was for its person goes whole to another chat of theirs.

    Where there is none, the secretariats hear of it, once, in their next morning's message; that a
    group is gone, at once.
    """
    async with database.write() as session:
        chat = await session.get_one(Chat, chat_id)
        chat.gone_at = now
        await session.flush()
        await lost(session, chat, default_locale=locale, now=now)
        if chat.person_id is not None:
            await note_unreached(session, chat.person_id, now=now)
        message = await session.get_one(OutboxMessage, message_id)
        is_answer, person_id = message.chat_id is not None, message.person_id
        if is_answer or person_id is None or await live_chat(session, person_id) is None:
            _end(message, OutboxState.DEAD, why, now)
        else:
            await session.execute(delete(Delivery).where(Delivery.outbox_id == message_id))
            message.state = OutboxState.QUEUED
            message.claimed_until = None
    log.info("A chat is gone", extra={"action": "chat_gone"})
