"""Readings of indicators named by words of their names: "quy mô kinh tế số đạt 18%"."""

import re

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.replies import find_tasks, may_name_task, read_reply
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.replies.indicators.readings import SaidReading, read_readings
from bot.conversation.reporting.indicators import INDICATOR, named_by_words
from bot.conversation.talk import Talk
from bot.conversation.tasks.by_words import read_by_words
from bot.ports import Outgoing
from db.queries.indicators import indicators_now

MEASURED = re.compile(
    r"(?:(?:da|em|toi|xin|kinh|bao cao|anh|chi|dong chi|den nay|hien nay|cap nhat)[ ,:]*)*"
    r"(?:chi tieu|ty le|ti le|so luong|muc|quy mo|thu hang|xep hang|chi so|gia tri|doanh thu|"
    r"tong so|ty trong|ti trong)\b"
)
"""What indicators begin with and tasks do not; over flattened text."""
OF_TASKS = re.compile(r"\b(?:viec|nhiem vu)\b")
FIGURE = re.compile(r"\d")


async def asks_for_figure(talk: Talk, text: str) -> bool:
    """Whether a message asks how far something measured is: "kinh tế số đạt bao nhiêu rồi".

    Of tasks or of an agency ("Phòng Kinh tế xong bao nhiêu việc") it asks for other figures.
    """
    flat = flatten(text)
    if "bao nhieu" not in flat or OF_TASKS.search(flat) or not is_question(listen(text).words):
        return False
    return not (await known_agencies(talk)).find(text)


async def read_named(talk: Talk, text: str) -> tuple[SaidReading, ...] | Outgoing:
    """The reading of the one indicator that the words name, or those that fit alike, to choose.

    Empty where no figure is told, a task is named by its number, or a task of the person's fits
    the words and they begin with nothing that only indicators do.
    """
    told = read_reply(text, today=talk.today)
    if not FIGURE.search(text) or any(one.task or one.ask or one.undo for one in told):
        return ()
    measured, own = MEASURED.match(flatten(text)) is not None, talk.standing.agency_ids
    if not may_name_task(text) or not (measured or own):
        return ()
    found = await indicators_now(
        talk.session, talk.committee.id, agency_ids=None if measured else own
    )
    spoken = find_tasks(INDICATOR.sub(" ", text), {one.number: one.indicator.name for one in found})
    if not spoken.unclear and len(spoken.tasks) != 1:
        return ()
    if not measured:
        task = await read_by_words(talk, text)
        if task.tasks or task.unclear:
            return ()
    if spoken.unclear:
        return await named_by_words(talk, text) or ()
    number = spoken.tasks[0]
    rest = spoken.text.replace(f"#{number}", " ", 1)
    return read_readings(f"CT{number} {rest}", today=talk.today)
