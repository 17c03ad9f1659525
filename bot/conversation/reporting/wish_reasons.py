"""Why more time is wished for, said behind its day or in the message after it."""

import re
from dataclasses import replace

from sqlalchemy import select

from bot.conversation.listening.mentions import flatten
from bot.conversation.replies import Reply
from bot.conversation.talk import Talk
from db.models import Extension
from db.queries.tasks import TaskNow
from plans.words import clean
from tasks.undoing import valid_updates

DAY = (
    r"(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|(?:\d{1,3}|mot|hai|ba|nua) (?:ngay|tuan|thang|nam)|"
    r"(?:cuoi|het|dau|giua) (?:tuan|thang|quy|nam)(?: (?:nay|sau|toi))?|"
    r"(?:thang|quy) [\divx]+(?:[/ ]\d{4})?)(?: nua)?"
)
NO_REASON = (
    r"(?:mong|kinh|de nghi|xin|nho|cam on|nhe|a|da|vang|duoc|giup|doi (?:voi|sang)|"
    r"cho (?:em|toi|phong|chung|viec|nhiem vu|(?:so )?#?\d))\b"
)
BEHIND = re.compile(
    rf".*\b{DAY}(?:\s*[,;:]\s*|\s+(?=(?:de|doi)\b))(?!{NO_REASON})"
    r"(?P<why>[a-z]+ \S.*?)(?: (?:a|nhe|ah))*[\s.!]*",
    re.DOTALL,
)
""" "... đến 15/1, chờ số liệu", "... đến 15/1 để bổ sung hồ sơ"; over flattened text."""


async def with_wish(talk: Talk, now_task: TaskNow, reply: Reply, text: str) -> Reply:
    """The reply with a wish's reason; an obstacle alone is that of the wish which it follows.

    It follows where the wish is the person's own, of today, the last that was said of the task, and
    has neither a reason nor a decision yet. It is put again, with its reason, to who decides.
    """
    if reply.extension and reply.reason is None:
        return replace(reply, reason=_behind_day(text))
    if reply != Reply(task=reply.task, blocked=True, reason=reply.reason):
        return reply
    history = await valid_updates(talk.session, now_task.occurrence)
    last = history[-1] if history else None
    if last is None or (last.person_id, last.reported_on) != (talk.person.id, talk.today):
        return reply
    wish = await talk.session.scalar(
        select(Extension).where(
            Extension.committee_id == talk.committee.id,
            Extension.update_id == last.id,
            Extension.reason.is_(None),
            Extension.granted.is_(None),
            Extension.withdrawn_at.is_(None),
        )
    )
    return replace(reply, extension=True, until=wish.asked_due) if wish else reply


def _behind_day(text: str) -> str | None:
    """What a wish that names no reason says behind its day; None where that is nothing."""
    typed = clean(text)
    found = BEHIND.fullmatch(flatten(typed))
    return typed[slice(*found.span("why"))] if found else None
