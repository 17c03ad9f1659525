"""Whose task an order says it is: "gia hạn thêm 10 ngày cho Công an xã việc 5"."""

import re

from bot.conversation.listening.mentions import flatten
from bot.conversation.names.agencies import known_agencies
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.office import amending as texts
from db.enums import Part
from db.queries.tasks import TaskNow

LATER = re.compile(r"\b(?:gia han|lui|keo dai|doi han|them \w+ (?:ngay|tuan|thang))\b")
WHOSE = re.compile(r"\b(?:cho|cua) _+[ ,:]+(?=(?:viec|nhiem vu|so|den|toi|them|sang)\b|#)")
""" "Cho Công an xã" before the task's number or its day; over flattened text, a line for a name."""


async def without_whose(talk: Talk, text: str) -> tuple[str, frozenset[int]]:
    """An order to put a deadline later without the agency it names, and that agency's ids."""
    if not LATER.search(flatten(text)):
        return text, frozenset()
    names = await known_agencies(talk)
    found = WHOSE.search(names.blank(text))
    if found is None:
        return text, frozenset()
    named = names.named(text[slice(*found.span())])
    return text[: found.start()] + text[found.end() :], frozenset(named)


def led_by_another(talk: Talk, now_task: TaskNow, named: frozenset[int]) -> Outgoing | None:
    """What to say where the agency that is named does not lead the task; None where it does."""
    if not named or named & set(now_task.agency_ids(Part.LEAD)):
        return None
    leads = ", ".join(now_task.agency_names(Part.LEAD))
    told = texts.led_by(talk.tr, task=f"#{now_task.task.number}", leads=leads)
    return Outgoing((told,), about=(now_task.task.id,))
