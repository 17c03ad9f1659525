"""What is typed right after a question of a conversation, handed to who asked it."""

import re
from collections.abc import Awaitable, Callable

from sqlalchemy import select

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.office import (
    assigning,
    correcting,
    correction_words,
    decision_words,
    instructed,
    instructing,
    leading,
    pausing,
    prolonging,
)
from bot.conversation.people import absence
from bot.conversation.replies import read_reply
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.reporting import instead
from bot.conversation.talk import Talk, read_id
from bot.ports import Outgoing
from db.models import Task
from plans.words import clean

Answered = Callable[[Talk, str], Awaitable[Outgoing | None]]

ASKED: dict[str, Answered] = {
    "assign": assigning.answered,
    "instead": instead.report_given,
    "correct": correcting.correction_given,
    "pause": pausing.pause_given,
    "prolong": prolonging.day_given,
    "instruct": instructing.words_given,
    "answer": instructed.answer_given,
    "stand_in": absence.stand_in_named,
}
"""Who asks what: the second argument is the part of it that was asked for."""

ORDERS = (
    correction_words.SPOKEN,
    pausing.SPOKEN,
    correction_words.MOVED,
    correction_words.NUMBER_FIRST,
    leading.GIVEN_TO,
    prolonging.SPOKEN,
    decision_words.ACCEPTED,
    *decision_words.RETURNS,
    decision_words.EVERYTHING,
    instructing.GIVEN,
    re.compile(r"bao cao thay\b.*"),
)
""" "Đổi hạn việc 30 sang ...": a task and what is to be done with it, whatever was asked before."""
OF_OTHERS = re.compile(
    r"(?:nhac|don doc|giuc|giao)\b.*\b(?:viec|nhiem vu|phong|ben|cong an|ban|trung tam|tat ca)\b"
)
""" "Nhắc lại việc 2 cho bên văn hóa": no reason for a pause; over flattened text."""
PLAIN_ANSWERS = ("assign", "correct", "pause")
"""What is never answered by asking back; words of an instruction may well ask something."""


async def question_answered(talk: Talk) -> Outgoing | None:
    """The answer's effect; None where nothing was asked, or it speaks of something else."""
    asked = talk.recall("office")
    if not asked:
        return None
    talk.remember(office=None)
    if _begins_anew(asked["what"], talk.incoming.text):
        return None
    if asked["what"] == "correct" and await _is_of_another(talk, asked["part"]):
        return None
    answered = ASKED.get(asked["what"])
    return await answered(talk, asked["part"]) if answered else None


def _begins_anew(what: str, text: str) -> bool:
    """Whether the words are an order or a question of their own instead of the answer."""
    if is_order(text) or (what in ("correct", "pause") and OF_OTHERS.match(flatten(clean(text)))):
        return True
    return what in PLAIN_ANSWERS and is_question(listen(text).words)


async def _is_of_another(talk: Talk, part: str) -> bool:
    """Whether the words name another task than the one that was asked about: "việc 7 xong"."""
    task_id, _, _ = part.partition(":")
    named = {said.task for said in read_reply(talk.incoming.text, today=talk.today)} - {None}
    if not named:
        return False
    asked = await talk.session.scalar(
        select(Task.number).where(
            Task.committee_id == talk.committee.id, Task.id == (read_id(task_id) or 0)
        )
    )
    return asked not in named


def is_order(text: str) -> bool:
    """Whether the words name a task and what the office is to do with it."""
    flat = flatten(clean(text))
    return any(order.fullmatch(flat) for order in ORDERS)
