"""Until which day a task should be extended: asked, and answered by the day offered."""

import re
from datetime import date

from bot.conversation.dates.lengths import Length, find_length, find_working_days
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.replies import Reply, read_reply
from bot.conversation.reporting.recording import record
from bot.conversation.reporting.said import Said
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts import unclear
from bot.texts.reporting import extending
from db.queries.tasks import TaskNow
from tasks.lunar import lunar_day
from tasks.mornings.owing import working_days

BEFORE_DUE = re.compile(
    r"\btruoc (?:ngay )?(?:thoi )?(?:den )?han\b|\btruoc (?:\d{1,2}|mot|hai|ba|nam) (?:ngay|tuan)\b"
)
""" "Nhắc trước hạn 3 ngày", "nhắc trước 1 tuần"; over flattened text."""


PUT_OFF = re.compile(
    r"\b(?:hoan|tam hoan|khoan|dung|chua|tam dung|thoi|lui)(?: (?:viec|gui))? nhac\b"
)
""" "Hoãn nhắc 3 ngày": counted from today; over flattened text."""


async def ask_until(
    talk: Talk, now_task: TaskNow, said: str | None = None, *, reason: str | None = None
) -> Outgoing:
    """Ask until when a task should be extended; what is typed next answers it.

    A task without a due day needs none. The `reason` that was given waits for the day. What was
    `said` of the day was not clear; a day named by the lunar calendar, or so many working days on,
    is offered as the solar one, and never taken for it in silence.
    """
    task = now_task.task
    if now_task.occurrence.due is None:
        none = extending.bad_extension(talk.tr, task=f"#{task.number}", due=None)
        return Outgoing((none,), about=(task.id,))
    talk.remember(asked={"what": "until", "task": task.id, "reason": reason})
    question = extending.ask_until(talk.tr, task=f"#{task.number}")
    if said is None:
        return Outgoing((question,), about=(task.id,))
    meant = lunar_day(said, today=talk.today)
    if (worked := find_working_days(listen(said).words)) and now_task.occurrence.due:
        meant = (await working_days(talk.session)).after(now_task.occurrence.due, worked)
    if meant is None:
        return Outgoing((unclear.day_not_clear(talk.tr), question), about=(task.id,))
    talk.keep_today("wished", {"task": task.id, "text": said})
    choice = Choice(talk.tr.day(meant), f"until:{task.id}:{meant.isoformat()}")
    note = extending.day_meant(talk.tr, task=f"#{task.number}", day=meant)
    return Outgoing((note,), ((choice,),), about=(task.id,))


def day_to_remind(text: str, *, due: date | None, today: date) -> date | None:
    """The day to be reminded again, said by a length, the due day or the lunar calendar."""
    if puts_off(text):
        length = find_length(listen(text).words)
        return length.after(today) if length else None
    ahead = BEFORE_DUE.search(flatten(text))
    if ahead is None or due is None:
        return lunar_day(text, today=today)
    length = find_length(listen(text).words) or Length(days=1)
    day = length.before(due)
    return day if day >= today else None


def puts_off(text: str) -> bool:
    """Whether words put reminders off: "hoãn nhắc 3 ngày"."""
    return PUT_OFF.search(flatten(text)) is not None


async def extend_until(talk: Talk, now_task: TaskNow, until: date) -> Outgoing:
    """The solar day that was offered for the one in words: the wish, with its words and reason."""
    wished = talk.kept_today("wished")
    talk.remember(wished=None)
    words = str(wished["text"]) if wished.get("task") == now_task.task.id else talk.tr.day(until)
    reason = read_reply(words, today=talk.today)[0].reason
    said = Said()
    await record(talk, now_task, Reply(extension=True, until=until, reason=reason), words, said)
    return said.outgoing(talk)
