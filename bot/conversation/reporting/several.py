"""A report on several tasks named together: "các việc tháng này đều đang làm", "ba việc đầu xong".

Which tasks are meant is never guessed: those that our last message named, or the person's open
ones, are shown by name, and one press records the words for each of them. Where they are too many
to read through, their numbers are asked for.
"""

import re
from collections.abc import Sequence

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.numerals import read_digit
from bot.conversation.pressed import StaleButtonError, next_number
from bot.conversation.replies import Reply, read_reply
from bot.conversation.reporting.recording import record
from bot.conversation.reporting.said import Said
from bot.conversation.reporting.which_task import ask_which, kept_report
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import tasks_spoken_of
from bot.conversation.tasks.found import followed_tasks
from bot.conversation.tasks.lists import PAGE, my_tasks
from bot.conversation.tasks.task_filters import part_named, pick
from bot.ports import Choice, Outgoing
from bot.texts.reporting import several as texts
from bot.texts.tasks import cards as task_texts
from db.enums import Part
from db.queries.tasks import TaskNow
from plans.words import clean
from tasks.rules import may_report

FIRST_ONES = r"\b([2-9]|hai|ba|bon) (?:dau )?(?:viec|nhiem vu) dau(?: tien)?\b"
TOGETHER = re.compile(
    r"\b(?:tat ca|toan bo)(?: (?:cac|nhung))? "
    r"(?:(?:dau )?(?:viec|nhiem vu)|(?=deu|da|dang|chua|xong))"
    r"|\b(?:het|moi)(?: (?:cac|nhung|moi))? (?:viec|nhiem vu)\b(?! (?:nay|do|kia|so|ay|\d))"
    r"|\bca (?:[2-9]|hai|ba|bon)(?=[ ,]*(?:$|[.!,]|(?:deu|da|xong|dang|chua|roi|nhe|a)\b))"
    rf"|{FIRST_ONES}"
    r"|\b(?:cac|nhung|may|ca (?:\d+|hai|ba|bon|nam|may)) (?:dau )?(?:viec|nhiem vu)\b"
)

COUNTED = re.compile(rf"\bca ([2-9]|hai|ba|bon)\b|{FIRST_ONES}")
"""How many are meant, over flattened text; "cả năm" is a year."""


def speaks_of_several(text: str) -> bool:
    """Whether a message without a number is about several tasks at once."""
    return TOGETHER.search(flatten(clean(text))) is not None


def _without_count(text: str) -> str:
    """ "Cả 2 đều xong" without its count, which is no figure of the work."""
    found = COUNTED.search(flatten(text))
    return f"{text[: found.start()]}{text[found.end() :]}" if found else text


async def ask_for_all(talk: Talk, text: str) -> Outgoing:
    """The tasks that are meant, with the button that records the words for all of them.

    Where a count is told ("cả 2") and as many do not come into question, which one is asked.
    """
    meant = await _meant(talk, text)
    counted = COUNTED.search(flatten(clean(text)))
    if counted and counted[2]:
        meant = meant[: read_digit(counted[2])]  # "ba việc đầu" of the list that was shown
    if counted and len(meant) != read_digit(counted[1] or counted[2]):
        return await ask_which(talk, text, meant)  # more or fewer than were counted
    if not meant:
        return Outgoing((texts.none_meant(talk.tr),))
    if len(meant) > PAGE:
        return Outgoing((texts.too_many(talk.tr, count=len(meant)),))
    question = next_number(talk, "questions")
    ids = [one.task.id for one in meant]
    talk.keep_today("which", {"question": question, "text": text, "all": ids})
    lines = [task_texts.task_line(one.task.number, one.task.content) for one in meant]
    button = Choice(texts.button_all(talk.tr, count=len(meant)), f"forall:{question}")
    heading = texts.ask_for_all(talk.tr, count=len(meant), words=clean(text))
    return Outgoing((heading, *lines), ((button,),), about=tuple(ids))


async def _meant(talk: Talk, text: str) -> Sequence[TaskNow]:
    spoken_of = [one for one in await tasks_spoken_of(talk) if one.open and _is_theirs(talk, one)]
    among = spoken_of if len(spoken_of) > 1 else await my_tasks(talk)
    return pick(among, part_named(flatten(text)), talk.today)


def _is_theirs(talk: Talk, task: TaskNow) -> bool:
    return may_report(talk.standing, task.agency_ids(Part.LEAD))


async def on_for_all(talk: Talk, question: str) -> Outgoing:
    """ "Ghi cho cả ...": the words kept for this question, recorded for each task shown.

    Raises `StaleButtonError` where they are not kept any more.
    """
    text = kept_report(talk, question)
    ids = talk.kept_today("which").get("all")
    if text is None or not ids:
        raise StaleButtonError
    talk.remember(which=None)
    reply: Reply = read_reply(_without_count(text), today=talk.today)[0]
    said = Said()
    for now_task in await followed_tasks(talk, ids):
        await record(talk, now_task, reply, text, said)
    return said.outgoing(talk)
