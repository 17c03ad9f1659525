"""A correction taken back: "sai rồi, trả lại như cũ", or the button under it.

What a task said before its last correction, or the time it was given, is kept with the chat
(`corrected`) for its day. The task is corrected once more, or the day before holds again, so that
both stay in its history, and its people hear of it.
"""

import re
from datetime import date
from typing import Any

from bot.conversation.listening.mentions import flatten
from bot.conversation.office.correcting import amend
from bot.conversation.office.prolonging import take_back
from bot.conversation.pressed import kept_for_press
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_pressed
from bot.ports import Outgoing
from db.enums import DeadlineKind, Recurs
from db.queries.tasks import TaskNow
from plans.deadlines.deadline import Deadline
from plans.words import clean
from tasks.amending import Amendment
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office

SPOKEN = re.compile(
    r"(?:(?:a|oi|u|sai|nham|lon|roi|thoi|xin loi|hay|cho|de|toi|em|lam on)[ ,.]+)*"
    r"(?:(?:tra|de|lay|dua|quay|giu|sua|doi)(?: lai)?|khoi phuc|hoan tac|undo)"
    r"(?: (?:lai|(?:thoi )?han|chu tri|phoi hop|san pham|noi dung|ve|that|it|that change))*"
    r"(?P<before>(?: nhu)? (?:cu|truoc|ban dau|truoc day|luc dau))?"
    r"(?: (?:nhe|a|di|cho toi|giup toi|giup|toi|em))*+"
)
""" "Sai rồi, trả lại hạn cũ", "hoàn tác"; over flattened text."""
ALONE = re.compile(r"\b(?:khoi phuc|hoan tac|undo)\b")


async def on_words(talk: Talk) -> Outgoing | None:
    """The last correction of today taken back; None where none is meant, or there is none."""
    if not may_run_office(talk.standing) or talk.incoming.reply_to:
        return None
    flat = flatten(clean(talk.incoming.text)).strip(" .!")
    found = SPOKEN.fullmatch(flat)
    if found is None or not (found["before"] or ALONE.search(flat)):
        return None
    kept = talk.kept_today("corrected")
    return await _put_back(talk, kept) if kept else None


async def on_put_back(talk: Talk, argument: str) -> Outgoing:
    """ "Trả lại như cũ" under a correction, whose number the button bears."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    kept = kept_for_press(talk, "corrected", argument)
    return await _put_back(talk, kept)


async def _put_back(talk: Talk, kept: dict[str, Any]) -> Outgoing:
    if "extension" in kept:
        return await take_back(talk, kept["extension"])
    now_task = await task_pressed(talk, str(kept["task"]))
    return await amend(talk, now_task, _as_before(now_task, kept["before"]))


def _as_before(now_task: TaskNow, before: dict[str, Any]) -> Amendment:
    """The correction that makes a task say again what it said; of its deadline only where the
    words were changed."""
    task = now_task.task
    deadline = Deadline(
        DeadlineKind(before["kind"]),
        start=_day(before["start"]),
        due=_day(before["due"]),
        recurs=Recurs(before["recurs"]) if before["recurs"] else None,
        recurs_due=before["recurs_due"],
        until=_day(before.get("until")),
    )
    moved = before["words"] != task.deadline_text
    return Amendment(
        content=before["content"],
        product=before["product"],
        leads=tuple(before["leads"]),
        coordinating=tuple(before["helpers"]),
        deadline_text=before["words"] if moved else None,
        deadline=deadline if moved else None,
    )


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None
