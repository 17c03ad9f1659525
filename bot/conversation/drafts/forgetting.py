"""A marked paper's name and the words sent with it, taken out of everything that was stored.

The paper itself is never stored; but the update it came with was, before anybody knew what it is.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Text, cast, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.models import InboxUpdate, OutboxMessage, SentFile, WebMessage

HANDLED_WITHIN = timedelta(days=7)
"""An update lies in the inbox no longer than this before it is handled."""
ERASED = "…"


async def forget_words(session: AsyncSession, file_id: int) -> None:
    """Blank what was stored with a file: its update, its line on the page, answers that name it."""
    file = await session.get(SentFile, file_id, options=[joinedload(SentFile.chat)])
    if file is None:
        return
    updates = await session.scalars(
        select(InboxUpdate).where(
            InboxUpdate.channel == file.chat.channel,
            InboxUpdate.received_at >= file.sent_at - HANDLED_WITHIN,
            cast(InboxUpdate.payload, Text).contains(file.source, autoescape=True),
        )
    )
    for update in updates:
        update.payload = {"erased": True}
    told = [text for text in (file.name, file.words.strip()) if text]
    answers = await session.scalars(
        select(OutboxMessage).where(
            OutboxMessage.chat_id == file.chat_id, OutboxMessage.queued_at >= file.sent_at
        )
    )
    lines = await session.scalars(
        select(WebMessage).where(
            WebMessage.chat_id == file.chat_id,
            WebMessage.created_at >= file.sent_at - HANDLED_WITHIN,
        )
    )
    for said in answers:
        said.body = _without(said.body, told)
    for line in lines:
        if line.body.get("source") == file.source:
            line.body = {**line.body, "blocks": [], "file": ERASED}
        elif line.created_at >= file.sent_at:
            line.body = _without(line.body, told)


def _without(value: Any, told: Sequence[str]) -> Any:
    """The value with each of these texts blanked wherever it stands."""
    if isinstance(value, str):
        for text in told:
            value = value.replace(text, ERASED)
        return value
    if isinstance(value, list):
        return [_without(one, told) for one in value]
    if isinstance(value, dict):
        return {key: _without(one, told) for key, one in value.items()}
    return value
