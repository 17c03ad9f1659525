"""Reads of messages: what a chat was last told, and what an answer answers."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.models import Delivery


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


async def last_delivery(session: AsyncSession, chat_id: int) -> Delivery | None:
    """The newest message of ours in this chat."""
    query = (
        select(Delivery)
        .where(Delivery.chat_id == chat_id)
        .options(joinedload(Delivery.outbox))
        .order_by(Delivery.id.desc())
        .limit(1)
    )
    return (await session.scalars(query)).one_or_none()
