"""What platforms took, written down."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Executable, bindparam, column, insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.ports import Outgoing
from db.base import table_of
from db.engine import Database
from db.enums import OutboxState
from db.models import Delivery, OutboxMessage
from db.rows import as_table, given_ids, given_rows
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
    statements = _statements(session.get_bind().dialect.name)
    parts = [
        {
            "outbox_id": taken.message_id,
            "part": taken.part,
            "chat_id": taken.chat_id,
            "message_id": taken.sent_as,
            "about": list(taken.outgoing.about),
            "choices": _choices(taken.outgoing) if taken.last else [],
        }
        for taken in marks
    ]
    await session.execute(statements.taken, {"parts": parts, "now": now})
    for taken in marks:
        if not taken.last:
            message = await session.get_one(OutboxMessage, taken.message_id)
            message.body = taken.outgoing.to_json()
            message.claimed_until = now + CLAIM
    ended = [taken.message_id for taken in marks if taken.last]
    if ended:
        await session.execute(statements.sent, {"ids": ended, "now": now})


def _choices(outgoing: Outgoing) -> list[str]:
    return [choice.data for row in outgoing.choices for choice in row]


@dataclass(frozen=True, slots=True)
class _Statements:
    taken: Executable
    """Write the parts down."""
    sent: Executable
    """Of these messages the last part was taken."""


_PARTS = [
    column(name, getattr(Delivery, name).type)
    for name in ("outbox_id", "part", "chat_id", "message_id", "about", "choices")
]
_NOW: BindParameter[Any] = bindparam("now", type_=Delivery.sent_at.type)


@cache
def _statements(dialect: str) -> _Statements:
    parts = as_table(given_rows("parts"), _PARTS, dialect).add_columns(_NOW)
    names = [*(part.name for part in _PARTS), "sent_at"]
    return _Statements(
        taken=insert(table_of(Delivery)).from_select(names, parts),
        sent=update(table_of(OutboxMessage))
        .where(OutboxMessage.id.in_(given_ids("ids", dialect)))
        .values(state=OutboxState.SENT, claimed_until=None, error=None, finished_at=_NOW),
    )
