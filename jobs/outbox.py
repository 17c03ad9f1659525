"""Deliver what is owed: claim, make the text, send, mark; again after a failure or a crash."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from bot.clock import Clock
from bot.parts import split
from bot.ports import Channel, GoneError, LaterError, Message, Outgoing, RollUpPicture
from db.engine import Database
from db.enums import OutboxState
from db.models import Chat, Delivery, OutboxMessage
from db.queries.messages import waits
from db.queries.people import live_chat

log = logging.getLogger(__name__)

BATCH = 50
"""Messages claimed and sent at once: few enough to be sent well before the claim lapses."""
CLAIM = timedelta(seconds=60)
"""A claim older than this belonged to a process that died; its message goes again."""
FIRST_RETRY = timedelta(seconds=5)
LONGEST_RETRY = timedelta(hours=1)
"""Wait after a failed attempt, doubled from the first to the longest."""
ATTEMPTS = 30
"""About a day of failures of ours, then the message is given up and stays in the table. A platform
out of reach gives up nothing: Telegram may be blocked for days. Nor is a morning's message given
up here: the next morning's takes it up."""

Compose = Callable[[AsyncSession, OutboxMessage, datetime], Awaitable[Outgoing | None]]
"""The text of a message as things stand; None where it has become pointless."""
Draw = Callable[[RollUpPicture], Awaitable[bytes]]
"""A picture as PNG."""


@dataclass(frozen=True, slots=True)
class Sender:
    """What sending needs: the channels, and what makes texts and pictures."""

    database: Database
    channels: Mapping[str, Channel]
    compose: Compose
    draw: Draw
    clock: Clock
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the program ends: what is on its way is finished, nothing else is begun."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A message that is ours to send, until then."""

    message_id: int
    until: datetime
    to: tuple[int | None, int | None]
    """The chat or the person: messages to the same one go out one after the other."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A claimed message with where it goes and what is still to be sent of it."""

    address: str
    chat_id: int
    channel: Channel
    outgoing: Outgoing
    parts: list[Message]
    sent: int


async def send_outbox(sender: Sender) -> int:
    """Deliver every message that is due; return how many were accepted.

    A message is claimed before it is sent, so two senders do not share one, and every part is
    marked as soon as the platform took it. After a crash the claim lapses and the message goes on
    where it was: at least once, and twice only where the crash fell between the platform's
    acceptance and our mark. Different people's messages go out side by side, so that a slow chat
    holds up nobody.
    """
    accepted = 0
    while not sender.stopping.is_set() and (claimed := await _claim(sender)):
        lines: dict[tuple[int | None, int | None], list[_Claim]] = {}
        for claim in claimed:
            lines.setdefault(claim.to, []).append(claim)
        # All end before a fault of the database is raised: none is left half sent.
        counts = await asyncio.gather(
            *(_deliver_in_turn(sender, line) for line in lines.values()), return_exceptions=True
        )
        for count in counts:
            if isinstance(count, BaseException):
                raise count
            accepted += count
    return accepted


async def _deliver_in_turn(sender: Sender, line: list[_Claim]) -> int:
    """Messages to one recipient, in order; once the program ends the rest is given back."""
    accepted = 0
    for claim in line:
        if sender.stopping.is_set():
            await _give_back(sender, claim)
        elif await _holds(sender, claim):
            accepted += await _deliver(sender, claim.message_id)
    return accepted


async def _give_back(sender: Sender, claim: _Claim) -> None:
    async with sender.database.write() as session:
        await session.execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.id == claim.message_id,
                OutboxMessage.claimed_until == claim.until,
            )
            .values(state=OutboxState.QUEUED, claimed_until=None)
        )


async def release_claims(database: Database) -> None:
    """Give back what a dead process had claimed; only for who knows that nobody else sends."""
    async with database.write() as session:
        await session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.state == OutboxState.SENDING)
            .values(state=OutboxState.QUEUED, claimed_until=None)
        )


async def _claim(sender: Sender) -> list[_Claim]:
    now = sender.clock.now()
    until = now + CLAIM
    async with sender.database.write() as session:
        query = (
            select(OutboxMessage)
            .where(waits(now), OutboxMessage.next_at <= now)
            .order_by(OutboxMessage.next_at, OutboxMessage.id)
            .limit(BATCH)
            .with_for_update(skip_locked=True)
        )
        messages = (await session.scalars(query)).all()
        for message in messages:
            message.state = OutboxState.SENDING
            message.claimed_until = until
            message.attempts += 1
        return [
            _Claim(message.id, until, (message.chat_id, message.person_id)) for message in messages
        ]


async def _holds(sender: Sender, claim: _Claim) -> bool:
    """Whether a claim is still ours; one that waited for others of its batch is renewed."""
    now = sender.clock.now()
    if now < claim.until - CLAIM / 2:
        return True
    async with sender.database.write() as session:
        result = await session.execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.id == claim.message_id,
                OutboxMessage.state == OutboxState.SENDING,
                OutboxMessage.claimed_until == claim.until,
            )
            .values(claimed_until=now + CLAIM)
        )
    return bool(result.rowcount)  # type: ignore[attr-defined]


async def _deliver(sender: Sender, message_id: int) -> bool:
    """Send what is left of one claimed message; whatever goes wrong stays its own."""
    try:
        ready = await _prepare(sender, message_id)
        if ready is not None:
            return await _send(sender, message_id, ready)
    except LaterError as error:
        await _retry(sender, message_id, str(error), error.wait)
    except Exception as error:
        log.exception("A message could not be sent", extra={"action": "message_failed"})
        await _retry(sender, message_id, type(error).__name__, None, ours=True)
    return False


async def _send(sender: Sender, message_id: int, ready: _Ready) -> bool:
    for number in range(ready.sent, len(ready.parts)):
        key = f"{message_id}:{number}"
        try:
            sent_as = await ready.channel.send(ready.address, ready.parts[number], key=key)
        except GoneError as error:
            await _give_up_chat(sender, message_id, ready.chat_id, str(error))
            return False
        await _mark_part(sender, message_id, ready, number, sent_as)
    return True


async def _prepare(sender: Sender, message_id: int) -> _Ready | None:
    async with sender.database.read() as session:
        message = await session.get_one(
            OutboxMessage,
            message_id,
            options=[joinedload(OutboxMessage.chat), selectinload(OutboxMessage.deliveries)],
        )
        chat = await _chat_for(session, message)
        outgoing = await sender.compose(session, message, sender.clock.now()) if chat else None
    if chat is None:
        await _finish(sender, message_id, OutboxState.DEAD, "nowhere to send it to")
        return None
    if outgoing is None:
        await _finish(sender, message_id, OutboxState.DROPPED, "nothing left to say")
        return None
    channel = sender.channels.get(chat.channel)
    if channel is None:
        await _retry(sender, message_id, f"channel {chat.channel} is off", LONGEST_RETRY)
        return None
    picture = await sender.draw(outgoing.picture) if outgoing.picture else None
    parts = split(outgoing, channel.limits, picture)
    sent = len(message.deliveries)
    if not parts[sent:]:
        await _finish(sender, message_id, OutboxState.DROPPED, "no words in it")
        return None
    return _Ready(
        address=chat.address,
        chat_id=chat.id,
        channel=channel,
        outgoing=outgoing,
        parts=parts,
        sent=sent,
    )


async def _chat_for(session: AsyncSession, message: OutboxMessage) -> Chat | None:
    """The chat it answers, else where its first part went, else where its person wrote last."""
    if message.chat is not None:
        return message.chat
    if message.deliveries:
        return await session.get(Chat, message.deliveries[0].chat_id)
    return await live_chat(session, message.person_id) if message.person_id else None


async def _mark_part(
    sender: Sender, message_id: int, ready: _Ready, number: int, sent_as: str
) -> None:
    """Note what was taken. Text made for the moment is kept from its first part to its last."""
    last = number == len(ready.parts) - 1
    choices = [choice.data for row in ready.outgoing.choices for choice in row]
    now = sender.clock.now()
    async with sender.database.write() as session:
        session.add(
            Delivery(
                outbox_id=message_id,
                part=number,
                chat_id=ready.chat_id,
                message_id=sent_as,
                about=list(ready.outgoing.about),
                choices=choices if last else [],
                sent_at=now,
            )
        )
        message = await session.get_one(OutboxMessage, message_id)
        if last:
            _end(message, OutboxState.SENT, None, now)
        else:
            message.body = ready.outgoing.to_json()
            message.claimed_until = now + CLAIM


def _end(message: OutboxMessage, state: OutboxState, error: str | None, now: datetime) -> None:
    message.state = state
    message.claimed_until = None
    message.finished_at = now
    message.error = error


async def _finish(sender: Sender, message_id: int, state: OutboxState, why: str) -> None:
    log.info("Message %s ended %s: %s", message_id, state, why, extra={"action": "message_ended"})
    async with sender.database.write() as session:
        message = await session.get_one(OutboxMessage, message_id)
        _end(message, state, why, sender.clock.now())


async def _retry(
    sender: Sender, message_id: int, why: str, wait: timedelta | None, *, ours: bool = False
) -> None:
    """Put it back for later: after the wait asked for, else longer with each attempt.

    `ours` says that the fault is not the platform's: too many of those end the message.
    """
    now = sender.clock.now()
    async with sender.database.write() as session:
        message = await session.get_one(OutboxMessage, message_id)
        if ours and message.day is None and message.attempts >= ATTEMPTS:
            _end(message, OutboxState.DEAD, why, now)
            return
        doubled = FIRST_RETRY * 2 ** min(message.attempts - 1, 10)
        message.state = OutboxState.QUEUED
        message.claimed_until = None
        message.next_at = now + (wait or min(doubled, LONGEST_RETRY))
        message.error = why


async def _give_up_chat(sender: Sender, message_id: int, chat_id: int, why: str) -> None:
    """A chat is gone for good: what was for its person goes whole to another chat of theirs."""
    now = sender.clock.now()
    async with sender.database.write() as session:
        (await session.get_one(Chat, chat_id)).gone_at = now
        await session.flush()
        message = await session.get_one(
            OutboxMessage, message_id, options=[selectinload(OutboxMessage.deliveries)]
        )
        is_answer, person_id = message.chat_id is not None, message.person_id
        if is_answer or person_id is None or await live_chat(session, person_id) is None:
            _end(message, OutboxState.DEAD, why, now)
        else:
            for delivery in message.deliveries:
                await session.delete(delivery)
            message.state = OutboxState.QUEUED
            message.claimed_until = None
    log.info("A chat is gone", extra={"action": "chat_gone"})
