"""A task by its place in the list that was shown: "việc thứ ba xong" under a morning's message."""

from bot.conversation.listening.letters import vn, words
from bot.conversation.listening.numerals import DIGIT, read_digit
from bot.conversation.replies import Reply
from bot.conversation.reporting.which_task import ask_which
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import answered
from bot.conversation.tasks.found import followed_tasks
from bot.ports import Outgoing

TASK = words("đầu việc, công việc, việc, nhiệm vụ, cái, mục")
PLACE = vn(
    rf"\b{TASK} thứ ({DIGIT}|nhất|\d)\b(?! (?:tuần|này|tới|sau|ngày|\d))"
    rf"|\b{TASK}(?: số)? (\d) (?:trong|ở|của) (?:danh sách|bảng)\b(?: trên| này| vừa rồi)*"
)
""" "Việc thứ ba", "việc 3 trong danh sách": the third of a list, or the task with the number 3."""


async def ask_by_place(talk: Talk, text: str, replies: tuple[Reply, ...]) -> Outgoing | None:
    """Ask which is meant, where the list that is answered has another task in the place told.

    None where it has not so many, and where the task in that place bears that very number.
    """
    told = PLACE.search(text.lower())
    if told is None or len(replies) > 1 or replies[0].ask is not None:
        return None
    number = read_digit(told[1] or told[2])
    listed = await answered(talk)
    about = listed.about if listed else ()
    if len(about) < max(number, 2):
        return None
    there = await followed_tasks(talk, [about[number - 1]])
    if not there or there[0].task.number == number:
        return None
    named = [one for one in await followed_tasks(talk, about) if one.task.number == number]
    rest = f"{text[: told.start()]}{text[told.end() :]}".strip()
    return await ask_which(talk, rest, [*there, *named])
