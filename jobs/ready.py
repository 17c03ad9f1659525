"""Which stored updates are to be handled now, and that they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Row,
    and_,
    bindparam,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.ports import Channel, Incoming
from db.base import table_of
from db.models import InboxUpdate


@dataclass(frozen=True, slots=True)
class Ready:
    """An update whose turn it is, and what it says; None where it is nothing to us."""

    update_id: int
    incoming: Incoming | None


async def ready_updates(
    session: AsyncSession, channels: Mapping[str, Channel], *, now: datetime, most: int
) -> list[Ready]:
    """The first updates whose turn it is, held for us; none where all are done or wait.

    What came from a chat waits for what came before it from there: put off after a failure, or in
    another program's hands just now.
    """
    given = {"channels": list(channels), "now": now, "most": most}
    after = 0
    while True:
        found = (await session.execute(_READY, given | {"after": after})).all()
        if not found:
            return []
        after = found[-1].id
        others = await session.execute(
            _EARLIER, given | {"last": after, "found": [row.id for row in found]}
        )
        ready = _in_turn(channels, found, others.all())
        if ready:
            return ready


def _in_turn(
    channels: Mapping[str, Channel], found: Sequence[Row[Any]], others: Sequence[Row[Any]]
) -> list[Ready]:
    ours = {row.id for row in found}
    held: set[tuple[str, str]] = set()
    ready: list[Ready] = []
    for row in sorted([*found, *others], key=lambda row: row.id):
        incoming = channels[row.channel].read(row.payload)
        here = (incoming.channel, incoming.chat) if incoming else None
        if row.id in ours and here not in held:
            ready.append(Ready(row.id, incoming))
        elif here:
            held.add(here)
    return ready


async def mark_handled(session: AsyncSession, updates: Sequence[Ready], *, now: datetime) -> None:
    """Note, with what they did, that these were handled."""
    if updates:
        await session.execute(_HANDLED, {"ids": [one.update_id for one in updates], "now": now})


_INBOX = table_of(InboxUpdate)
"""By its rows: no object is to be kept of them."""

_NOW: BindParameter[Any] = bindparam("now", type_=_INBOX.c.handled_at.type)
_ROW: tuple[ColumnElement[Any], ...] = (_INBOX.c.id, _INBOX.c.channel, _INBOX.c.payload)
_WAITING = and_(
    _INBOX.c.handled_at.is_(None),
    _INBOX.c.channel.in_(bindparam("channels", expanding=True)),
)

_READY = (
    select(*_ROW)
    .where(
        _WAITING,
        _INBOX.c.id > bindparam("after", type_=Integer),
        or_(_INBOX.c.next_at.is_(None), _INBOX.c.next_at <= _NOW),
    )
    .order_by(_INBOX.c.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)

_EARLIER = select(*_ROW).where(
    _WAITING,
    _INBOX.c.id < bindparam("last", type_=Integer),
    _INBOX.c.id.not_in(bindparam("found", expanding=True)),
)

_HANDLED = (
    update(_INBOX).where(_INBOX.c.id.in_(bindparam("ids", expanding=True))).values(handled_at=_NOW)
)
