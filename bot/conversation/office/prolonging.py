"""Deadlines put later by a length, by the standing office: "lùi hạn việc 5 thêm 10 ngày"."""

import re

from bot.conversation.mentions import flatten
from bot.conversation.office.correcting import correct
from bot.conversation.office.deciding import undecided, wish_for
from bot.conversation.office.whose import led_by_another, without_whose
from bot.conversation.replies.lengths import find_length
from bot.conversation.replies.said import listen
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_numbered
from bot.ports import Outgoing
from bot.texts import extending
from plans.words import clean
from tasks.rules import may_run_office

LATER = (
    r"(?:(?:dong y|nhat tri|cho phep|cho|de) )*"
    r"(?:gia han|(?:lui|keo dai|doi|chuyen)(?: lai)?(?: (?:thoi )?han(?: hoan thanh)?)?)"
)
COUNT = r"(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nua)"
LENGTH = rf"(?:them |lai )?{COUNT} (?:ngay|hom|tuan|thang|quy|nam)"
TASK = r"(?: ?(?:cua|cho|viec|nhiem vu|so)\b)* ?#?"
SPOKEN = re.compile(
    rf"(?:{LATER}{TASK}(?P<a>\d{{1,5}}),? (?P<a_by>{LENGTH})"
    rf"|cho (?:viec|nhiem vu) #?(?P<d>\d{{1,5}}) (?P<d_by>them {COUNT} (?:ngay|tuan|thang))"
    rf"|{LATER} (?P<b_by>{LENGTH})(?: nua)? (?:cho|viec|nhiem vu|#){TASK}(?P<b>\d{{1,5}})"
    rf"|(?:(?:viec|nhiem vu|so) )*#?(?P<c>\d{{1,5}}),? (?:thi |duoc |can )*{LATER}"
    rf" (?P<c_by>{LENGTH}))"
    r"(?: nua| so voi han cu| (?:di|nhe|nha|a))*[ .!]*(?:[ ,:;\-]*(?:vi|do|ly do)\b.*)?",
    re.DOTALL,
)
""" "Gia hạn việc 5 thêm 1 tuần", "lùi 10 ngày cho việc 5", "việc 5 lùi hạn 10 ngày"; flattened."""


async def on_words(talk: Talk) -> Outgoing | None:
    """The deadline that holds moved by so much; where a wish for more time waits, that is shown."""
    if not may_run_office(talk.standing):
        return None
    text, named = await without_whose(talk, clean(talk.incoming.text))
    found = SPOKEN.fullmatch(flatten(text))
    if found is None:
        return None
    form = next(form for form in "abcd" if found[form])
    number = int(found[form])
    length = find_length(listen(text[slice(*found.span(f"{form}_by"))]).words)
    if length is None:
        return None
    now_task = await task_numbered(talk, number)
    if others := led_by_another(talk, now_task, named):
        return others
    if await wish_for(talk, now_task) is not None:
        return await undecided(talk)
    due = now_task.occurrence.due
    until = length.after(due) if due else None
    if until is None or until < talk.today:
        told = extending.bad_extension(talk.tr, task=f"#{number}", due=due)
        return Outgoing((told,), about=(now_task.task.id,))
    return await correct(talk, now_task, f"thời hạn: {until:%d/%m/%Y}")
