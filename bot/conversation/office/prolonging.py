"""More time given by the standing office unasked: "gia hạn việc 5 thêm 10 ngày", "đến 31/12".

It is kept as an extension: the task's rule and its first due day stay. What sets a deadline that
was wrong ("đổi hạn việc 5 sang 31/12") is a correction (`amending`).
"""

import re
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.conversation.dates.lengths import find_working_days
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.office.before import keep_given
from bot.conversation.office.correcting import correct
from bot.conversation.office.deciding import on_grant, undecided, wish_for
from bot.conversation.office.order_times import missing_day
from bot.conversation.office.whose import led_by_another, without_whose
from bot.conversation.pressed import StaleButtonError
from bot.conversation.replies import Reply, read_reply
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import tasks_spoken_of
from bot.conversation.tasks.found import task_numbered, task_of_button, task_pressed
from bot.conversation.tasks.office_task import named, tell_all
from bot.ports import Outgoing
from bot.texts.reporting import extending as texts
from db.models import Extension, Occurrence
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks.errors import BadExtensionError, NothingToUndoError, NotYourRoleError
from tasks.extensions import decide_extension, give_more_time, take_time_back
from tasks.mornings.owing import working_days
from tasks.rules import may_decide_extensions, may_run_office

REASON = 160
"""Longest reason told, in characters."""

ALLOWED = r"(?:(?:dong y|nhat tri|cho phep|phep|cho|de) )*+"
HAN = r"(?: (?:thoi )?han(?: hoan thanh| chot)?)?"
GIVE = rf"{ALLOWED}(?:gia han|(?:lui|keo dai)(?: lai)?{HAN})"
MOVE = rf"{ALLOWED}(?:doi|chuyen)(?: lai)?{HAN}"
AGREED = r"(?:dong y|nhat tri|duyet|chap nhan)(?:[ ,]+(?:nhung|thoi|chi|cho|phep|la|duoc))*"
""" "29 đồng ý nhưng chỉ đến 10/1"."""
COUNT = r"(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nua)"
LENGTH = (
    rf"(?:them |lai )?(?:{COUNT} ?(?:-|den|hoac|hay) ?)?{COUNT} (?:ngay|hom|tuan|thang|quy|nam)\b"
)
UNTIL = r"(?:den|toi|sang)(?: het)? \S"
FOR = r"(?: ?(?:cua|cho|viec|nhiem vu|so)\b)* ?#?"
NUMBER = r"\d{1,5}\b"
SPOKEN = re.compile(
    rf"(?:{GIVE}(?: them)?{FOR}{NUMBER},? (?:{LENGTH}|{UNTIL})"
    rf"|{MOVE}{FOR}{NUMBER},? {LENGTH}"
    rf"|cho (?:viec|nhiem vu) #?{NUMBER} them {COUNT} (?:ngay|tuan|thang)\b"
    rf"|(?:cho )?them {COUNT} (?:ngay|tuan|thang)(?: nua)? (?:cho )?(?:viec|nhiem vu) #?{NUMBER}"
    rf"|cho (?:viec|nhiem vu) #?{NUMBER} (?:den|toi)(?: het)? \S"
    rf"|(?:viec|nhiem vu) #?{NUMBER},? (?:thi )?de (?:den|toi|sang) \S"
    rf"|(?:thoi )?han (?:viec|nhiem vu|so) #?{NUMBER},? (?:thi |duoc )*(?:lui |keo |gia )*{LENGTH}"
    rf"|{GIVE}{FOR}{NUMBER}(?: (?:di|nhe|nha|a))*[ .!]*$"
    rf"|(?:{GIVE}|{MOVE}) {LENGTH}(?: nua)? (?:cho|viec|nhiem vu|#){FOR}{NUMBER}"
    rf"|{GIVE} {UNTIL}.* (?:cho|viec|nhiem vu|#){FOR}{NUMBER}"
    rf"|{ALLOWED}(?:(?:viec|nhiem vu|so) )*#?{NUMBER},? (?:thi |duoc |can )*"
    rf"(?:{GIVE} (?:{LENGTH}|{UNTIL})|{MOVE} {LENGTH}|(?:chi )?cho(?: phep)? (?:{LENGTH}|{UNTIL})"
    rf"|{AGREED} (?:{LENGTH}|{UNTIL})))"
    r".*",
    re.DOTALL,
)
""" "Gia hạn việc 5 thêm 1 tuần", "lùi 10 ngày cho việc 5", "việc 5 lùi hạn đến 31/12"; flattened.

"Đổi hạn việc 5 sang 31/12" sets it, "đổi hạn việc 5 thêm 10 ngày" gives time.
"""


IN_PART = re.compile(
    r"(?:(?:toi|da|ok|chi|thoi)[ ,]+)*"
    r"(?:dong y|nhat tri|duyet|cho(?: phep)?|cho gia han|gia han|lui)"
    r"(?: gia han| lui| han| cho| _+)*"
    rf" (?P<until>(?:den|toi)(?: het)? .*?|(?:them )?{COUNT} (?:ngay|tuan|thang))"
    r"(?: (?:thoi|nhe|a|di))*[ .!]*",
    re.DOTALL,
)
""" "Đồng ý đến 31/1 thôi": an answer to the wish that was told last; over flattened text."""
UNTIL_SAID = re.compile(r"\b(?:den|toi|ngay|tuan|thang)\b")
BARE_NUMBER = re.compile(
    rf"(?:{GIVE}|{MOVE}) (?=\d{{1,5}}\b(?! (?:ngay|hom|tuan|thang|quy|nam)\b))"
)
""" "Lùi hạn 18 thêm 10 ngày"; over flattened text."""
DAY = re.compile(r"\b(?:den|toi|sang)\b(?: het\b)?")


async def _of_wish_told(talk: Talk, text: str) -> str | None:
    """The same order with the number of the one task spoken of, where a wish of its waits."""
    if UNTIL_SAID.search(flatten(text)) is None:
        return None
    names = await known_agencies(talk)
    found = IN_PART.fullmatch(names.blank(text))
    spoken_of = await tasks_spoken_of(talk) if found else []
    named = frozenset(names.named(text))
    if found and spoken_of and led_by_another(talk, spoken_of[0], named):
        return None
    if found is None or len(spoken_of) != 1 or await wish_for(talk, spoken_of[0]) is None:
        return None
    until = text[slice(*found.span("until"))]
    more = "" if re.match(r"(?:den|toi|them)\b", flatten(until)) else "thêm "
    return f"gia hạn {spoken_of[0].task.number} {more}{until}"


async def on_words(talk: Talk) -> Outgoing | None:
    """More time given; where a wish waits, to the day that is named: else it is shown."""
    decides = may_decide_extensions(talk.standing) and not talk.standing.agency_ids
    if not (may_run_office(talk.standing) or decides):
        return None
    text, whose = await without_whose(talk, clean(talk.incoming.text))
    text = await _of_wish_told(talk, text) or text
    if SPOKEN.fullmatch(flatten(text)) is None:
        return None
    said = read_order(talk, text)
    if said is None or said.task is None:
        return None
    now_task = await task_numbered(talk, said.task)
    if others := led_by_another(talk, now_task, whose):
        return others
    wish, gives = await wish_for(talk, now_task), may_run_office(talk.standing)
    if wish is not None and (said.until is None or not gives):
        return await undecided(talk)
    if not gives:
        raise NotYourRoleError  # a member grants what was asked for
    if find_working_days(listen(text).words) and now_task.occurrence.due:
        until = await day_meant(talk, now_task, said, text)
        return await _give(talk, now_task, replace(said, until=until, extend_by=None))
    if wish is not None and said.until == wish.asked_due:
        return await on_grant(talk, str(wish.id))
    if said.until is None and said.extend_by is None:
        found = DAY.search(flatten(text))
        if found and missing_day(text[found.start() :], today=talk.today):
            return await correct(talk, now_task, f"thời hạn: {text[found.end() :]}")
        return _ask_until(talk, now_task)
    given = await _give(talk, now_task, said)
    if wish is not None and given.choices:
        await decide_extension(talk.session, wish, granted=False, by=talk.actor)
    return given


def read_order(talk: Talk, text: str) -> Reply | None:
    """What an order of one task says, read as an officer's wish is; None where it says more."""
    said = read_reply(_plainly(text), today=talk.today)
    return said[0] if len(said) == 1 else None


async def day_meant(talk: Talk, now_task: TaskNow, said: Reply, text: str) -> date | None:
    """The day that an order gives a task, reckoned from the one that holds; None for none."""
    due, worked = now_task.occurrence.due, find_working_days(listen(text).words)
    if worked and due:
        return (await working_days(talk.session)).after(due, worked)
    if due is not None and said.extend_by is not None:
        return said.extend_by.after(due)
    return said.until


def _plainly(text: str) -> str:
    """The order as reports are read: without what allows it, and with the word before a number."""
    allowed = re.match(ALLOWED, flatten(text))
    text = text[allowed.end() if allowed else 0 :]
    if bare := BARE_NUMBER.match(flatten(text)):
        text = f"{text[: bare.end()]}việc {text[bare.end() :]}"
    if agreed := re.search(rf" {AGREED}(?= (?:{LENGTH}|{UNTIL}))", flatten(text)):
        text = text[: agreed.start()] + text[agreed.end() :]
    if re.match(r"#?\d", text):
        text = f"việc {text}"
    return text if re.match(f"{GIVE}|{MOVE}", flatten(text)) else f"gia hạn {text}"


def _ask_until(talk: Talk, now_task: TaskNow) -> Outgoing:
    """Ask for the one day that the order lacks: "thêm 10-15 ngày", "đến 25"."""
    task = now_task.task
    talk.remember(office={"what": "prolong", "part": str(task.id)})
    question = texts.ask_until(talk.tr, task=f"#{task.number}")
    return Outgoing((question,), about=(task.id,))


async def day_given(talk: Talk, task_id: str) -> Outgoing | None:
    """The day, or the length of time, that was asked for."""
    now_task = await task_of_button(talk, task_id)
    text = clean(talk.incoming.text)
    if now_task is None or not may_run_office(talk.standing):
        return None
    how = "" if re.match(r"(?:den|toi|sang|them)\b", flatten(text)) else "đến "
    how = "thêm " if re.match(rf"{COUNT} (?:ngay|tuan|thang)\b", flatten(text)) else how
    said = read_reply(f"gia hạn việc {now_task.task.number} {how}{text}", today=talk.today)
    if len(said) != 1 or (said[0].until is None and said[0].extend_by is None):
        return None
    return await _give(talk, now_task, said[0])


async def _give(talk: Talk, now_task: TaskNow, said: Reply) -> Outgoing:
    task, before = now_task.task, now_task.occurrence.due
    until = said.until
    if before is not None and said.extend_by is not None:
        until = said.extend_by.after(before)
    try:
        extension = await give_more_time(
            talk.session, now_task, until or date.min, reason=said.reason, by=talk.actor
        )
    except BadExtensionError as refusal:
        refused = texts.bad_extension(talk.tr, task=f"#{refusal.number}", due=before)
        return Outgoing((refused,), about=(task.id,))
    reason = cut(said.reason, REASON) if said.reason else None
    told = await tell_all(
        talk,
        now_task,
        lambda tr: (
            texts.given(
                tr,
                task=named(task),
                before=extension.due_before,
                until=extension.asked_due,
                reason=reason,
            ),
        ),
    )
    return Outgoing(told.blocks, ((keep_given(talk, extension),),), about=told.about)


async def take_back(talk: Talk, extension_id: int) -> Outgoing:
    """Time that was given is taken back. Raises `StaleButtonError` where it holds no longer."""
    extension = await talk.session.scalar(
        select(Extension)
        .where(Extension.committee_id == talk.committee.id, Extension.id == extension_id)
        .options(joinedload(Extension.occurrence).joinedload(Occurrence.task))
    )
    if extension is None:
        raise StaleButtonError
    now_task = await task_pressed(talk, str(extension.occurrence.task_id))
    try:
        await take_time_back(talk.session, extension, by=talk.actor)
    except NothingToUndoError as refusal:
        raise StaleButtonError from refusal
    task, due = now_task.task, extension.due_before
    return await tell_all(
        talk, now_task, lambda tr: (texts.taken_back(tr, task=named(task), due=due),)
    )
