"""Deliver what is owed: claim, make the text, send, mark; again after a failure or a crash."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.conversation.groups.turns import lost
from bot.conversation.mornings.morning_facts import DueWords
from bot.parts import split
from bot.ports import (
    Channel,
    GoneError,
    KeptFile,
    LaterError,
    Message,
    MovedError,
    Outgoing,
    RollUpPicture,
    SentOut,
)
from db.engine import Database
from db.enums import OutboxState
from db.models import Chat, Delivery, OutboxMessage, SentFile
from db.queries.people import live_chat
from jobs.claims import BATCH, Claim, Place, claim_messages, give_back, renew
from jobs.marks import Taken, note_taken
from jobs.together import Together
from jobs.wording import Said
from tasks.groups import follow_chat
from tasks.unreached import note_unreached

log = logging.getLogger(__name__)

IN_HAND = 2 * BATCH
"""Messages claimed and not yet sent: while one batch goes out, the next is at the ready."""
LOOK_AGAIN = 0.1
"""Seconds after which somebody slow no longer keeps others' new messages waiting."""
FIRST_RETRY = timedelta(seconds=5)
LONGEST_RETRY = timedelta(hours=1)
"""Wait after a failed attempt, doubled from the first to the longest."""
ATTEMPTS = 30
"""About a day of failures of ours, then the message is given up and stays in the table. A platform
out of reach gives up nothing: Telegram may be blocked for days. Nor is a morning's message given
up here: the next morning's takes it up."""

Compose = Callable[[AsyncSession, Sequence[DueWords], datetime], Awaitable[dict[int, Said]]]
"""The texts of messages that have none yet, by id, as things stand."""
Draw = Callable[[RollUpPicture], Awaitable[bytes]]
"""A picture as PNG."""


@dataclass(slots=True)
class Sender:
    """What sending needs: the channels, and what makes texts and pictures."""

    database: Database
    channels: Mapping[str, Channel]
    compose: Compose
    draw: Draw
    clock: Clock
    locale: str = "vi"
    """The language of whoever chose none."""
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the program ends: what is on its way is finished, nothing else is begun."""
    marks: Together[Taken] = field(init=False)
    texts: Together["_Text"] = field(init=False)

    def __post_init__(self) -> None:
        self.marks = Together(self._mark, "marks")
        self.texts = Together(self._make, "texts")

    async def _mark(self, taken: list[Taken]) -> None:
        await note_taken(self.database, taken, now=self.clock.now())

    async def _make(self, texts: list["_Text"]) -> None:
        """Make the texts of messages that are sent at the same time; a fault stays with its own."""
        try:
            async with self.database.read() as session:
                due = [text.due for text in texts]
                said = await self.compose(session, due, self.clock.now())
            for text in texts:
                text.said = said[text.due.message_id]
        except Exception as error:
            if len(texts) == 1:
                texts[0].said = error
                return
            for text in texts:
                await self._make([text])


@dataclass(slots=True)
class _Text:
    """A message whose text is to be made: what it says, or what went wrong."""

    due: DueWords
    said: Outgoing | Exception | None = None


@dataclass(frozen=True, slots=True)
class _Ready:
    """A claimed message with where it goes and what is still to be sent of it."""

    place: Place
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
    return await _Sending(sender).run()


class _Sending:
    """One round of sending: the messages in hand, in a line for each chat."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._lines: dict[int | None, deque[Claim]] = {}
        self._working: set[asyncio.Task[None]] = set()
        self._in_hand = 0
        self._accepted = 0
        self._fault: Exception | None = None

    async def run(self) -> int:
        """Send until nothing is due; a fault of the database is raised once all have ended."""
        try:
            while not self._ends():
                claimed = await _claim(self._sender)
                if not claimed and not self._working:
                    break
                self._line_up(claimed)
                await self._wait(more=len(claimed) == BATCH)
        finally:
            if self._working:
                await asyncio.wait(self._working)
            await self._sender.marks.finish()
        if self._fault:
            raise self._fault
        return self._accepted

    def _ends(self) -> bool:
        return self._sender.stopping.is_set() or self._fault is not None

    async def _wait(self, *, more: bool) -> None:
        """Until there are hands for another batch; where no more was due, until all are sent."""
        while self._working and (not more or self._in_hand > IN_HAND - BATCH):
            done, _ = await asyncio.wait(
                self._working,
                timeout=LOOK_AGAIN,
                return_when=asyncio.FIRST_COMPLETED if more else asyncio.ALL_COMPLETED,
            )
            if not more and not done:
                return

    def _line_up(self, claimed: list[Claim]) -> None:
        self._in_hand += len(claimed)
        for claim in claimed:
            chat_id = claim.place.chat_id if claim.place else None
            line = self._lines.get(chat_id)
            if line is not None:
                line.append(claim)
                continue
            self._lines[chat_id] = deque([claim])
            task = asyncio.create_task(self._work_off(chat_id))
            self._working.add(task)
            task.add_done_callback(self._working.discard)

    async def _work_off(self, chat_id: int | None) -> None:
        """Messages to one chat, in order; once the program ends the rest is given back."""
        line = self._lines[chat_id]
        try:
            while line:
                claim = line.popleft()
                accepted = await self._take_turn(claim)
                self._accepted += accepted
                self._in_hand -= 1
        except Exception as error:
            self._fault = self._fault or error
        finally:
            del self._lines[chat_id]

    async def _take_turn(self, claim: Claim) -> bool:
        sender = self._sender
        if sender.stopping.is_set():
            await give_back(sender.database, claim)
            return False
        if not await renew(sender.database, claim, now=sender.clock.now()):
            return False
        return await _deliver(sender, claim)


async def _claim(sender: Sender) -> list[Claim]:
    return await claim_messages(sender.database, now=sender.clock.now())


async def _deliver(sender: Sender, claim: Claim) -> bool:
    """Send what is left of one claimed message; whatever goes wrong stays its own."""
    message_id = claim.message_id
    try:
        ready = await _prepare(sender, claim)
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
            sent_as = await ready.channel.send(ready.place.address, ready.parts[number], key=key)
        except MovedError as error:
            await _follow_chat(sender, ready.place.chat_id, error.address)
            raise LaterError("the chat has moved", timedelta(seconds=1)) from error
        except GoneError as error:
            await _give_up_chat(sender, message_id, ready.place.chat_id, str(error))
            return False
        await _mark_part(sender, message_id, ready, number, sent_as)
    return True


async def _prepare(sender: Sender, claim: Claim) -> _Ready | None:
    message_id, place = claim.message_id, claim.place
    if place is None:
        await _finish(sender, message_id, OutboxState.DEAD, "nowhere to send it to")
        return None
    outgoing = await _words(sender, claim)
    if outgoing is None:
        await _finish(sender, message_id, OutboxState.DROPPED, "nothing left to say")
        return None
    channel = sender.channels.get(place.channel)
    if channel is None:
        await _retry(sender, message_id, f"channel {place.channel} is off", LONGEST_RETRY)
        return None
    picture = await sender.draw(outgoing.picture) if outgoing.picture else None
    file = await _file(sender, outgoing.file) if outgoing.file else None
    parts = split(outgoing, channel.limits, picture, file)
    if outgoing.menu and parts:
        parts[0] = replace(parts[0], menu=outgoing.menu)
    if not parts[claim.sent :]:
        # All of it was taken already: by who held it before, and was slower than their claim.
        state = OutboxState.SENT if claim.sent else OutboxState.DROPPED
        await _finish(sender, message_id, state, "nothing of it is left to send")
        return None
    return _Ready(place=place, channel=channel, outgoing=outgoing, parts=parts, sent=claim.sent)


async def _file(sender: Sender, kept: KeptFile) -> SentOut:
    """The bytes of a file that we keep; one that is not here yet is waited for."""
    query = select(SentFile.content).where(SentFile.id == kept.file_id)
    async with sender.database.read() as session:
        content = await session.scalar(query)
    if content is None:
        raise LaterError("the file is not here yet")
    return SentOut(kept, content)


async def _words(sender: Sender, claim: Claim) -> Outgoing | None:
    """What a message says: written before, or made now."""
    if claim.body is not None or claim.words is None:
        return Outgoing.from_json(claim.body or {})
    text = _Text(claim.words)
    await sender.texts.add(text)
    if isinstance(text.said, Exception):
        raise text.said
    return text.said


async def _mark_part(
    sender: Sender, message_id: int, ready: _Ready, number: int, sent_as: str
) -> None:
    """Note what was taken."""
    await sender.marks.add(
        Taken(
            message_id=message_id,
            part=number,
            chat_id=ready.place.chat_id,
            sent_as=sent_as,
            outgoing=ready.outgoing,
            last=number == len(ready.parts) - 1,
        )
    )


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


async def _follow_chat(sender: Sender, chat_id: int, address: str) -> None:
    """A chat goes on under a new address."""
    async with sender.database.write() as session:
        chat = await session.get_one(Chat, chat_id)
        await follow_chat(session, chat, address, now=sender.clock.now())
    log.info("A chat has a new address", extra={"action": "chat_moved"})


async def _give_up_chat(sender: Sender, message_id: int, chat_id: int, why: str) -> None:
    """A chat is gone for good: what was for its person goes whole to another chat of theirs.

    Where there is none, the secretariats hear of it, once, in their next morning's message; that a
    group is gone, at once.
    """
    now = sender.clock.now()
    async with sender.database.write() as session:
        chat = await session.get_one(Chat, chat_id)
        chat.gone_at = now
        await session.flush()
        await lost(session, chat, default_locale=sender.locale, now=now)
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
