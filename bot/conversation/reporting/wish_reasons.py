"""Why more time is wished for, said behind its day or in the message after it."""

import re
from dataclasses import replace

from sqlalchemy import select

from bot.conversation.listening.mentions import flatten
from bot.conversation.replies import Reply
from bot.conversation.talk import Talk
from db.enums import Progress
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
GIVEN = re.compile(
    r"(?:(?:da|vang|thua|kinh thua|bao cao|dong chi|anh|chi|a|la)[\s,:]+)*"
    r"(?:(?:ly|li) do|nguyen nhan|vi|boi vi|boi|do|tai|cho|doi|de|because(?: of)?|due to)\b"
    r"(?: (?:la|vi|do))*\s*:?\s*"
    r"(?P<why>[a-z].*?)(?: (?:a|nhe|ah))*[\s.!]*",
    re.DOTALL,
)
""" "Lý do: HĐND xã chưa họp", "chờ thành phố cho ý kiến": a reason alone; over flattened text."""
LED = re.compile(
    r"[,;.:]\s*(?:(?:(?:ly|li) do|nguyen nhan|vi|boi vi|boi|do|tai)\b(?! (?:do|vay|the)\b)"
    r"(?: (?:la|vi|do))*)\s*:?\s*(?P<why>[a-z][^.;\n]*[^.;\s!])"
)
""" "..., do trường bận thi", "..., lý do: HĐND xã chưa họp"; over flattened text."""
KEPT = re.compile(r"(?:cho|doi|de)\b")
""" "Chờ ...", "để ..." are words of the reason."""
BEHIND = re.compile(
    rf".*\b{DAY}(?:\s*[,;:]\s*|\s+(?=(?:de|doi)\b))(?!{NO_REASON})"
    r"(?P<why>[a-z]+ \S.*?)(?: (?:a|nhe|ah))*[\s.!]*",
    re.DOTALL,
)
""" "... đến 15/1, chờ số liệu", "... đến 15/1 để bổ sung hồ sơ"; over flattened text."""


async def with_wish(talk: Talk, now_task: TaskNow, reply: Reply, text: str) -> Reply:
    """The reply with a wish's reason; one that says no more is that of the wish which it follows.

    It follows where the wish is the person's own, of today, the last that was said of the task, and
    has neither a reason nor a decision yet. It is put again, with its reason, to who decides.
    """
    if reply.extension:
        return reply if reply.reason else replace(reply, reason=_within(text))
    stuck = reply == Reply(task=reply.task, blocked=True, reason=reply.reason)
    reason = reply.reason if stuck else _reason_alone(reply, text)
    wish = await _wish_without_reason(talk, now_task) if reason else None
    if wish is None:
        return reply
    return replace(reply, state=None, extension=True, until=wish.asked_due, reason=reason)


def _reason_alone(reply: Reply, text: str) -> str | None:
    """What a message gives as a reason, and says no more: "do chưa tuyển được giáo viên"."""
    typed = clean(text)
    found = GIVEN.fullmatch(flatten(typed))
    under_way = replace(reply, state=None) == Reply() and reply.state is not Progress.DONE
    if found is None or not under_way:
        return None
    opening = KEPT.search(flatten(typed), 0, found.start("why"))
    return typed[opening.start() if opening else found.start("why") : found.end("why")]


async def _wish_without_reason(talk: Talk, now_task: TaskNow) -> Extension | None:
    history = await valid_updates(talk.session, now_task.occurrence)
    last = history[-1] if history else None
    if last is None or (last.person_id, last.reported_on) != (talk.person.id, talk.today):
        return None
    return await talk.session.scalar(
        select(Extension).where(
            Extension.committee_id == talk.committee.id,
            Extension.update_id == last.id,
            Extension.reason.is_(None),
            Extension.granted.is_(None),
            Extension.withdrawn_at.is_(None),
        )
    )


def _within(text: str) -> str | None:
    """The reason that a wish gives beside its day or behind it; None where it gives none."""
    typed = clean(text)
    flat = flatten(typed)
    found = LED.search(flat) or BEHIND.fullmatch(flat)
    return typed[slice(*found.span("why"))] if found else None
