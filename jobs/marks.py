"""What platforms took, written down at once, and together where much is taken at once."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.ports import Outgoing
from db.engine import Database
from db.enums import OutboxState
from db.models import Delivery, OutboxMessage
from jobs.claims import CLAIM


@dataclass(frozen=True, slots=True)
class Taken:
    """One part of a message that a platform took, under the platform's own id of it."""

    message_id: int
    part: int
    chat_id: int
    sent_as: str
    outgoing: Outgoing
    last: bool


class Marks:
    """Writes marks in one transaction for all that wait: while one commits, others gather."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._waiting: list[tuple[Taken, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def mark(self, taken: Taken) -> None:
        """Return once it is committed; raises what the database raises."""
        committed = asyncio.get_running_loop().create_future()
        self._waiting.append((taken, committed))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write(), name="marks")
        await committed

    async def finish(self) -> None:
        """Return once nothing waits to be written."""
        if self._writing:
            await asyncio.wait({self._writing})

    async def _write(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                await self._commit(batch)
        finally:
            self._writing = None

    async def _commit(self, batch: list[tuple[Taken, asyncio.Future[None]]]) -> None:
        try:
            async with self._database.write() as session:
                await _note(session, [taken for taken, _ in batch], self._clock.now())
        except Exception as error:
            for _, committed in batch:
                if not committed.done():
                    committed.set_exception(error)
            return
        for _, committed in batch:
            if not committed.done():
                committed.set_result(None)


async def _note(session: AsyncSession, marks: list[Taken], now: datetime) -> None:
    """Note the parts; text made for the moment is kept from a message's first part to its last."""
    await session.execute(
        insert(Delivery),
        [
            {
                "outbox_id": taken.message_id,
                "part": taken.part,
                "chat_id": taken.chat_id,
                "message_id": taken.sent_as,
                "about": list(taken.outgoing.about),
                "choices": _choices(taken.outgoing) if taken.last else [],
                "sent_at": now,
            }
            for taken in marks
        ],
    )
    for taken in marks:
        if not taken.last:
            message = await session.get_one(OutboxMessage, taken.message_id)
            message.body = taken.outgoing.to_json()
            message.claimed_until = now + CLAIM
    ended = [taken.message_id for taken in marks if taken.last]
    if ended:
        await session.execute(_SENT, {"ids": ended, "now": now})


def _choices(outgoing: Outgoing) -> list[str]:
    return [choice.data for row in outgoing.choices for choice in row]


_SENT = (
    update(OutboxMessage)
    .where(OutboxMessage.id.in_(bindparam("ids", expanding=True)))
    .values(
        state=OutboxState.SENT,
        claimed_until=None,
        error=None,
        finished_at=bindparam("now", type_=OutboxMessage.finished_at.type),
    )
    .execution_options(synchronize_session=False)
)
