"""What is typed right after a question about a draft: its answer."""

from typing import Any

from bot.conversation.drafts import head, pairing
from bot.conversation.drafts.indicator_lines import INDICATORS
from bot.conversation.drafts.row_lines import ROWS
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from db.enums import OutboxKind
from db.queries.messages import last_delivery
from plans.words import clean
from tasks.rules import may_review

LONGEST = 2000
"""Characters of a correction that is typed."""


async def typed(talk: Talk) -> Outgoing | None:
    """What is typed right after a question about a draft; None where it is about other things."""
    text = clean(talk.incoming.text)
    asked: dict[str, Any] | None = talk.recall("correcting")
    talk.remember(correcting=None)
    if not text or len(text) > LONGEST or not may_review(talk.standing):
        return None
    last = await last_delivery(talk.session, talk.chat.id)
    if asked is None or (last is not None and last.outbox.kind is OutboxKind.REMINDER):
        return None
    if "plan" in asked:
        return await head.head_typed(talk, asked, text)
    if asked["what"] == "pair":
        return await pairing.typed(talk, asked, text)
    lines = INDICATORS if INDICATORS.key in asked else ROWS
    return await lines.typed(talk, asked, talk.incoming.text)
