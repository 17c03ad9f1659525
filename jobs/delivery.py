"""One message on its way: its text made, its parts sent, each marked as soon as it was taken."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
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
from db.models import SentFile
from jobs.claims import CLAIM, Claim, Place
from jobs.marks import Taken, note_taken
from jobs.outcomes import LONGEST_RETRY, finish, follow, give_up, retry
from jobs.together import Together
from jobs.wording import Said

log = logging.getLogger(__name__)

MARK_AGAIN = 1.0
"""Seconds after which a mark is made again that the database did not take."""

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


async def deliver(sender: Sender, claim: Claim) -> bool:
    """Send what is left of one claimed message; whatever goes wrong stays its own."""
    message_id = claim.message_id
    try:
        ready = await _prepare(sender, claim)
        if ready is not None:
            return await _send(sender, message_id, ready)
    except LaterError as error:
        await retry(sender.database, message_id, str(error), error.wait, now=sender.clock.now())
    except Exception as error:
        log.exception("A message could not be sent", extra={"action": "message_failed"})
        fault, now = type(error).__name__, sender.clock.now()
        await retry(sender.database, message_id, fault, None, now=now, ours=True)
    return False


async def _send(sender: Sender, message_id: int, ready: _Ready) -> bool:
    for number in range(ready.sent, len(ready.parts)):
        key = f"{message_id}:{number}"
        try:
            sent_as = await ready.channel.send(ready.place.address, ready.parts[number], key=key)
        except MovedError as error:
            now = sender.clock.now()
            await follow(sender.database, ready.place.chat_id, error.address, now=now)
            raise LaterError("the chat has moved", timedelta(seconds=1)) from error
        except GoneError as error:
            await _give_up(sender, message_id, ready.place.chat_id, str(error))
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
        why, now = f"channel {place.channel} is off", sender.clock.now()
        await retry(sender.database, message_id, why, LONGEST_RETRY, now=now)
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
    """Note what was taken; while the database is busy or away for as long as the claim lasts.

    A part that is sent and not marked would be sent again.
    """
    taken = Taken(
        message_id=message_id,
        part=number,
        chat_id=ready.place.chat_id,
        sent_as=sent_as,
        outgoing=ready.outgoing,
        last=number == len(ready.parts) - 1,
    )
    loop = asyncio.get_running_loop()
    lapses = loop.time() + CLAIM.total_seconds()
    while True:
        try:
            await sender.marks.add(taken)
        except (OperationalError, InterfaceError):
            if loop.time() >= lapses:
                raise
            await asyncio.sleep(MARK_AGAIN)
        else:
            return


async def _finish(sender: Sender, message_id: int, state: OutboxState, why: str) -> None:
    await finish(sender.database, message_id, state, why, now=sender.clock.now())


async def _give_up(sender: Sender, message_id: int, chat_id: int, why: str) -> None:
    now, locale = sender.clock.now(), sender.locale
    await give_up(sender.database, message_id, chat_id, why, locale=locale, now=now)
