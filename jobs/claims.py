"""Messages in hand: claimed in batches before they are sent, so that no two senders share one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Integer,
    Row,
    ScalarSelect,
    Select,
    bindparam,
    func,
    select,
    update,
)
from sqlalchemy.orm import aliased

from bot.conversation.mornings.morning_facts import DueWords
from db.base import table_of
from db.engine import Database
from db.enums import OutboxState
from db.models import Chat, Delivery, OutboxMessage
from db.queries.messages import waits
from db.rows import given_ids

BATCH = 250
"""Messages claimed at once: few enough to be sent well before the claim lapses, at 30 a second."""
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
    words: DueWords | None
    """What its words are made for; None where they were made before."""
    place: Place | None
    """The chat it answers, else where its first part went, else where its person wrote last."""
    sent: int
    """Parts that the platform took before."""


async def claim_messages(database: Database, *, now: datetime) -> list[Claim]:
    """Take a batch of what is due, longest due first."""
    until = now + CLAIM
    async with database.write() as session:
        connection = await session.connection()  # by rows: no object is to be kept of them
        dialect = connection.dialect.name
        if dialect == "postgresql":
            await connection.execute(_UNHURRIED)
        values = {"before": now, "until": until, "limit": BATCH}
        found = (await connection.scalars(_TAKE, values)).all()
        if not found:
            return []
        rows = await connection.execute(_in_hand(dialect), {"ids": found})
        return [_claim(row, until) for row in rows]


def claim_answer(message: OutboxMessage, *, now: datetime) -> None:
    """Write an answer as claimed by who writes it, who sends it once it is committed."""
    message.state = OutboxState.SENDING
    message.claimed_until = now + CLAIM
    message.attempts = 1


def claimed_answer(message: OutboxMessage, chat: Chat, *, now: datetime) -> Claim:
    """An answer that was so written, by now with its id."""
    place = Place(chat.id, chat.channel, chat.address)
    return Claim(message.id, now + CLAIM, message.body, None, place, sent=0)


def _due_words(row: Row[Any]) -> DueWords:
    return DueWords(row.id, row.committee_id, row.day, row.person_id, row.chat_id)


def _claim(row: Row[Any], until: datetime) -> Claim:
    return Claim(
        message_id=row.id,
        until=until,
        body=row.body,
        words=_due_words(row) if row.day else None,
        place=Place(row.place, row.channel, row.address) if row.place else None,
        sent=row.sent,
    )


_UNHURRIED = select(func.set_config("synchronous_commit", "off", True))
"""Nobody waits until the disk has a claim: forgotten with a crash of the server, it was never made.
What was taken meanwhile is marked after it, and a mark that the disk has brings the claim along."""

_NOW: BindParameter[Any] = bindparam("before", type_=OutboxMessage.next_at.type)

_DUE = (
    select(OutboxMessage.id)
    .where(waits(_NOW), OutboxMessage.next_at <= _NOW)
    .order_by(OutboxMessage.next_at, OutboxMessage.id)
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(skip_locked=True)
    .cte("due")
    .prefix_with("MATERIALIZED")
)

_TAKE = (
    update(table_of(OutboxMessage))
    .where(OutboxMessage.id.in_(select(_DUE.c.id)))
    .values(
        state=OutboxState.SENDING,
        claimed_until=bindparam("until", type_=OutboxMessage.claimed_until.type),
        attempts=OutboxMessage.attempts + 1,
    )
    .returning(OutboxMessage.id)
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


@cache
def _in_hand(dialect: str) -> Select[Any]:
    """What it takes to send these messages."""
    sent = select(func.count()).where(Delivery.outbox_id == OutboxMessage.id).scalar_subquery()
    place = func.coalesce(OutboxMessage.chat_id, _begun_in(), _heard_last())
    return (
        select(
            OutboxMessage.id,
            OutboxMessage.body,
            OutboxMessage.committee_id,
            OutboxMessage.day,
            OutboxMessage.person_id,
            OutboxMessage.chat_id,
            sent.label("sent"),
            Chat.id.label("place"),
            Chat.channel,
            Chat.address,
        )
        .outerjoin(Chat, Chat.id == place)
        .where(OutboxMessage.id.in_(given_ids("ids", dialect)))
        .order_by(OutboxMessage.next_at, OutboxMessage.id)
    )


async def renew(database: Database, claim: Claim, *, now: datetime, ask: bool) -> bool:
    """Whether a claim is still ours; one that waited long for others of its batch is renewed.

    A young claim is believed without asking, unless told to `ask`.
    """
    if not ask and now < claim.until - CLAIM / 2:
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
    return bool(result.rowcount)  # type: ignore[attr-defined]  # a CursorResult, typed wider


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
