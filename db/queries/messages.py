"""Reads of messages: what a chat was last told, and what an answer answers."""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import contains_eager, joinedload

from db.enums import OutboxKind, OutboxState
from db.models import Delivery, OutboxMessage

WAITING: BindParameter[OutboxState] = bindparam(
    "waiting",
    [OutboxState.QUEUED, OutboxState.SENDING],
    expanding=True,
    literal_execute=True,  # written out as in the index `ix_outbox_waiting`, which then serves
)


LOOKED_BACK = 20
"""Messages among which a numbered choice is looked for."""


def waits(now: datetime | BindParameter[Any]) -> ColumnElement[bool]:
    """An outgoing message that nobody has in hand: queued, or claimed by who has died since."""
    return and_(
        OutboxMessage.state.in_(WAITING),
        or_(OutboxMessage.claimed_until.is_(None), OutboxMessage.claimed_until <= now),
    )


async def delivery_answered(
    session: AsyncSession, chat_id: int, message_id: str
) -> Delivery | None:
    """Our message with this id in this chat, or None where it is none of ours."""
    query = (
        select(Delivery)
        .where(Delivery.chat_id == chat_id, Delivery.message_id == message_id)
        .options(joinedload(Delivery.outbox))
        .order_by(Delivery.id.desc())
        .limit(1)
    )
    return (await session.scalars(query)).one_or_none()


async def choices_shown(session: AsyncSession, chat_id: int) -> list[list[str]]:
    """The choices of our newest messages in this chat, each message's own, newest first."""
    query = (
        select(Delivery.choices)
        .where(Delivery.chat_id == chat_id)
        .order_by(Delivery.id.desc())
        .limit(LOOKED_BACK)
    )
    return [list(choices) for choices in await session.scalars(query)]


async def last_offer(session: AsyncSession, chat_id: int) -> Delivery | None:
    """What a bare number answers in this chat: our newest message but for notices without choices.

    An answer of ours stands even without choices: the question before it has been dealt with.
    """
    query = (
        select(Delivery)
        .join(Delivery.outbox)
        .where(Delivery.chat_id == chat_id)
        .options(contains_eager(Delivery.outbox))
        .order_by(Delivery.id.desc())
        .limit(LOOKED_BACK)
    )
    found = (await session.scalars(query)).all()
    return next((d for d in found if d.choices or d.outbox.kind is OutboxKind.ANSWER), None)


async def last_delivery(session: AsyncSession, chat_id: int) -> Delivery | None:
    """The newest message of ours in this chat."""
    return (await session.scalars(_LAST, {"chat": chat_id})).one_or_none()


_LAST = (
    select(Delivery)
    .where(Delivery.chat_id == bindparam("chat", type_=Delivery.chat_id.type))
    .options(joinedload(Delivery.outbox))
    .order_by(Delivery.id.desc())
    .limit(1)
)
