"""What platforms took, written down."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, update
from sqlalchemy.ext.asyncio import AsyncSession

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


async def note_taken(database: Database, marks: list[Taken], *, now: datetime) -> None:
    """Note the parts; text made for the moment is kept from a message's first part to its last."""
    async with database.write() as session:
        await _note(session, marks, now)


async def _note(session: AsyncSession, marks: list[Taken], now: datetime) -> None:
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
