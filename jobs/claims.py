"""Messages in hand: claimed in batches before they are sent, so that no two senders share one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, ScalarSelect, Select, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.engine import Database
from db.enums import OutboxState
from db.models import Chat, Delivery, OutboxMessage
from db.queries.messages import waits

BATCH = 100
"""Messages claimed at once: few enough to be sent well before the claim lapses."""
CLAIM = timedelta(seconds=60)
"""A claim older than this belonged to a process that died; its message goes again."""


@dataclass(frozen=True, slots=True)
class Place:
    """A chat that a message goes to."""

    chat_id: int
    channel: str
    address: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A message that is ours to send until then, with what it takes to send it."""

    message_id: int
    until: datetime
    body: dict[str, Any] | None
    """Its words; None where they are made when it is sent."""
    place: Place | None
    """The chat it answers, else where its first part went, else where its person wrote last."""
    sent: int
    """Parts that the platform took before."""


async def claim_messages(database: Database, *, now: datetime, limit: int = BATCH) -> list[Claim]:
    """Take what is due, longest due first."""
    until = now + CLAIM
    async with database.write() as session:
        found = await _due(session, now, limit)
        if not found:
            return []
        await session.execute(_TAKE, {"ids": found, "until": until})
        rows = await session.execute(_IN_HAND, {"ids": found})
        return [
            Claim(
                message_id=row.id,
                until=until,
                body=row.body,
                place=Place(row.place, row.channel, row.address) if row.place else None,
                sent=row.sent,
            )
            for row in rows
        ]


async def _due(session: AsyncSession, now: datetime, limit: int) -> Sequence[int]:
    query = (
        select(OutboxMessage.id)
        .where(waits(now), OutboxMessage.next_at <= now)
        .order_by(OutboxMessage.next_at, OutboxMessage.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return (await session.scalars(query)).all()


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)

_TAKE = (
    update(OutboxMessage)
    .where(OutboxMessage.id.in_(_IDS))
    .values(
        state=OutboxState.SENDING,
        claimed_until=bindparam("until", type_=OutboxMessage.claimed_until.type),
        attempts=OutboxMessage.attempts + 1,
    )
    .execution_options(synchronize_session=False)
)


def _begun_in() -> ScalarSelect[Any]:
    """The chat that the first part of a message went to."""
    return (
        select(Delivery.chat_id)
        .where(Delivery.outbox_id == OutboxMessage.id, Delivery.part == 0)
        .scalar_subquery()
    )


def _heard_last() -> ScalarSelect[Any]:
    """The chat of a message's person that was heard from last and still takes messages."""
    live = aliased(Chat)
    return (
        select(live.id)
        .where(live.person_id == OutboxMessage.person_id, live.gone_at.is_(None))
        .order_by(live.heard_at.desc(), live.id.desc())
        .limit(1)
        .correlate(OutboxMessage)
        .scalar_subquery()
    )


def _in_hand() -> Select[Any]:
    sent = select(func.count()).where(Delivery.outbox_id == OutboxMessage.id).scalar_subquery()
    place = func.coalesce(OutboxMessage.chat_id, _begun_in(), _heard_last())
    return (
        select(
            OutboxMessage.id,
            OutboxMessage.body,
            sent.label("sent"),
            Chat.id.label("place"),
            Chat.channel,
            Chat.address,
        )
        .outerjoin(Chat, Chat.id == place)
        .where(OutboxMessage.id.in_(_IDS))
        .order_by(OutboxMessage.next_at, OutboxMessage.id)
    )


_IN_HAND = _in_hand()


async def renew(database: Database, claim: Claim, *, now: datetime) -> bool:
    """Whether a claim is still ours; one that waited long for others of its batch is renewed."""
    if now < claim.until - CLAIM / 2:
        return True
    async with database.write() as session:
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


async def give_back(database: Database, claim: Claim) -> None:
    """Leave a message that was not begun to whoever sends next."""
    async with database.write() as session:
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
