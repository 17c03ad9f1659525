"""Handle the updates that were stored: their effect, the mark and the answer in one transaction."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.conversation.talk import answers_owed, queue_answer, translator_of
from bot.ports import Channel, Incoming, Outgoing
from bot.texts import common
from db.engine import Database
from db.models import Chat, InboxUpdate, OutboxMessage
from db.queries.people import chat_at
from db.upsert import insert_unless_taken
from jobs.claims import Claim, claim_answer, claimed_answer
from jobs.outbox import Hands
from jobs.ready import Ready, mark_handled, ready_updates

log = logging.getLogger(__name__)

Answer = Callable[[AsyncSession, Incoming, datetime], Awaitable[None]]
"""Do what an incoming message asks and owe its answer, within the session's transaction."""

TOGETHER = 8
"""Updates handled in one transaction: few enough that nobody waits long for its end."""

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


APART = timedelta(microseconds=1)
"""Between the instants of updates handled together: what one message reports bears one instant,
and is taken back together, so no two messages may share theirs."""


async def handle_inbox(
    database: Database,
    channels: Mapping[str, Channel],
    answer: Answer,
    clock: Clock,
    on_handled: Callable[[Incoming | None], None] = lambda _: None,
    hands: Hands | None = None,
) -> int:
    """Handle every stored update in the order they came; return how many.

    Several are handled in one transaction; `on_handled` is then called for each with what it said.
    Their answers are written as claimed by `hands`, and sent by those at once.

    A failure of ours leaves the update for a later try and says so to the person once. It holds
    up what came later from the same chat, since "xong" must not be recorded before the "80%" sent
    ahead of it, and nobody else's. Killed anywhere, the update is handled after the next start.
    """
    return await _Round(database, channels, answer, clock, on_handled, hands).run()


@dataclass(slots=True)
class _Round:
    """One going through the inbox, until nothing in it is ready."""

    database: Database
    channels: Mapping[str, Channel]
    answer: Answer
    clock: Clock
    on_handled: Callable[[Incoming | None], None]
    hands: Hands | None
    alone: int = 0
    """How many are still to be handled in transactions of their own, since one of them failed."""

    async def run(self) -> int:
        handled = 0
        while updates := await self._handle_some():
            handled += len(updates)
            for update in updates:
                self.on_handled(update.incoming)
        return handled

    async def _handle_some(self) -> list[Ready]:
        """Handle the next updates; return those that are handled or put off."""
        now = self.clock.now()
        most = 1 if self.alone else TOGETHER
        updates: list[Ready] = []
        try:
            claimed = await self._commit_some(updates, most, now)
        except Exception as error:
            if not updates:
                raise
            if len(updates) > 1:
                # Whichever is to blame, for itself or for meeting another program's: each alone.
                self.alone = len(updates)
                return await self._handle_some()
            log.exception("An update could not be handled", extra={"action": "update_failed"})
            await _put_off(self.database, updates[0], type(error).__name__, now)
        else:
            if self.hands:
                self.hands.hand_on(claimed)
        self.alone = max(0, self.alone - 1)
        return updates

    async def _commit_some(self, updates: list[Ready], most: int, now: datetime) -> list[Claim]:
        """One transaction: adds to `updates` what it takes up; returns the answers we claimed."""
        owed: list[tuple[OutboxMessage, Chat]] = []
        async with self.database.write() as session:
            updates += await ready_updates(session, self.channels, now=now, most=most)
            for before, update in zip(reversed(range(len(updates))), updates, strict=True):
                if update.incoming is not None:
                    await self.answer(session, update.incoming, now - before * APART)
                    owed += await _write_effect(session)
            ours = self.hands is not None and self.hands.has_room()
            for message, _ in owed if ours else ():
                claim_answer(message, now=now)
            session.add_all(message for message, _ in owed)
            await mark_handled(session, updates, now=now)
        return [claimed_answer(message, chat, now=now) for message, chat in owed if ours]


async def _write_effect(session: AsyncSession) -> list[tuple[OutboxMessage, Chat]]:
    """Write what an update did, so that the next one starts from the tables.

    Its answers are returned, to be written together with those of the others: one at a time they
    cost a quarter of what an update does.
    """
    owed = answers_owed(session)
    for message, _ in owed:
        if message in session.new:
            session.expunge(message)
    await session.flush()
    session.expunge_all()
    return owed


async def _put_off(database: Database, ready: Ready, error: str, now: datetime) -> None:
    """Try again later, and tell the person once that what they sent is kept; never a group."""
    async with database.write() as session:
        update = await session.get_one(InboxUpdate, ready.update_id)
        update.attempts += 1
        update.error = error
        update.next_at = now + FIRST_RETRY * 2 ** (update.attempts - 1)
        if update.attempts >= ATTEMPTS:
            update.handled_at = now
        incoming = ready.incoming
        if incoming is None or incoming.group is not None or update.attempts > 1:
            return
        chat = await chat_at(session, incoming.channel, incoming.chat)
        if chat is None:
            chat = Chat(channel=incoming.channel, address=incoming.chat, person=None, heard_at=now)
            session.add(chat)
            await session.flush()
        tr = translator_of(chat.person, chat, "vi")
        queue_answer(session, chat, Outgoing((common.failure(tr),)), None, now=now)
