"""A task put off by the standing office, with the reason and the day, and taken up again."""

import re
from dataclasses import replace
from datetime import date

from bot.conversation.mentions import flatten
from bot.conversation.periods import read_span
from bot.conversation.replies.days import find_days
from bot.conversation.replies.letters import vn
from bot.conversation.replies.said import listen
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_numbered
from bot.conversation.tasks.office_task import SHOWN, named, task_of_office, tell_all
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts import amending as texts
from bot.texts import unclear
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.pausing import pause_task, resume_task
from tasks.rules import may_instruct, may_run_office

SPOKEN = re.compile(
    r"(?:(?:thoi(?! tam)|cho|hay|gio|toi|muon|de nghi|ok|vang)[\s,]+)*"
    r"(?P<what>tam (?:dung|hoan|ngung)|tiep tuc(?: thuc hien| trien khai| lam)?|"
    r"(?:thoi|bo|het|huy) tam (?:dung|hoan|ngung))"
    r"(?: (?:viec|nhiem vu|so))* ?#?(?P<number>\d{1,5})\b"
    r"(?: (?:di|nhe|nha|luon|lai|a)\b)*[\s:,.\-]*(?P<rest>.*)",
    re.DOTALL,
)
""" "Tạm dừng #12 đến 31/01/2026: chờ hướng dẫn", "tiếp tục #12"; flattened."""
NUMBER_FIRST = re.compile(
    r"(?:(?:viec|nhiem vu|so)\s+)+#?(?P<number>\d{1,5})[,:]? (?:thi |can |xin |de nghi |cho )*"
    r"(?P<what>tam (?:dung|hoan|ngung)|tiep tuc|(?:lam|thuc hien|trien khai) tiep)\b(?P<rest>.*)",
    re.DOTALL,
)
""" "Việc 6 tạm hoãn đi": the same with the number in front."""
REASON = re.compile(r"(?:ly do|vi|do)\b[\s:]*")
ENDS = vn(r"\b(?:đến|tới|hết|sang|sau|qua|trước)(?: ngày)? *$")
UNTIL = re.compile(
    r"[,;]?\s*(?:(?:từ|tu)(?: ngày| ngay)? \d[\d/.-]*\s+)?(?:đến|den|tới|toi)(?: hết| het)?"
    r"(?: ngày| ngay)?"
    r" (?:\d[\d/.-]*|(?:tháng|thang|quý|quy|năm|nam) [\divx/.-]+)",
    re.IGNORECASE,
)
LONGEST = 300
"""Longest reason kept, in characters."""


async def on_words(talk: Talk) -> Outgoing | None:
    """A pause or its end, with the task's number."""
    text = clean(talk.incoming.text)
    if first := NUMBER_FIRST.fullmatch(flatten(text)):
        rest = text[first.start("rest") :]
        what = "tiếp tục" if first["what"].endswith("tiep") else first["what"]
        text = f"{what} {first['number']} {rest}"
    found = SPOKEN.fullmatch(flatten(text))
    if found is None:
        return None
    if not may_run_office(talk.standing):
        if may_instruct(talk.standing) and not talk.standing.agency_ids:
            raise NotYourRoleError
        return None
    now_task = await task_numbered(talk, int(found["number"]))
    if not found["what"].startswith("tam"):
        return await _resume(talk, now_task)
    rest = text[found.start("rest") :]
    return await _pause(talk, now_task, rest) if rest else _ask_pause(talk, now_task)


async def on_pause(talk: Talk, argument: str) -> Outgoing:
    """ "Tạm dừng" on a card: asked why and until when."""
    return _ask_pause(talk, await task_of_office(talk, argument))


def _ask_pause(talk: Talk, now_task: TaskNow, said: str = "") -> Outgoing:
    """Ask why and until when; what was `said` of the day already is kept for the answer."""
    task = now_task.task
    if now_task.paused:
        return Outgoing((texts.paused_before(talk.tr, task=f"#{task.number}"),), about=(task.id,))
    part = f"{task.id}:{cut(said, SHOWN)}" if said else str(task.id)
    talk.remember(office={"what": "pause", "part": part})
    return Outgoing((texts.ask_pause(talk.tr, task=f"#{task.number}"),), about=(task.id,))


async def pause_given(talk: Talk, part: str) -> Outgoing | None:
    """The reason and the day that were asked for; `part` is the task, and the day said before."""
    task_id, _, said = part.partition(":")
    now_task = await task_of_office(talk, task_id)
    text = clean(talk.incoming.text)
    if not text or text.startswith("#"):
        return None
    text = f"{text}, {said}" if said else text
    return await _pause(talk, now_task, text)


async def _pause(talk: Talk, now_task: TaskNow, text: str) -> Outgoing:
    """Paused until the day named, with what else is said as the reason."""
    until, clear = pause_end(text, talk.today)
    if not clear:
        return Outgoing((unclear.day_not_clear(talk.tr),), about=(now_task.task.id,))
    reason = UNTIL.sub("", text).strip(" ,;:.")
    start = REASON.match(flatten(reason))
    reason = cut(reason[start.end() :] if start else reason, LONGEST)
    if not reason:
        return _ask_pause(talk, now_task, text)
    task = now_task.task
    try:
        await pause_task(talk.session, now_task, talk.actor, reason=reason, until=until)
    except AlreadyDecidedError:
        return Outgoing((texts.paused_before(talk.tr, task=f"#{task.number}"),), about=(task.id,))

    def told(tr: Translator) -> tuple[str, ...]:
        return (texts.paused(tr, task=named(task), until=until, reason=reason),)

    answer = await tell_all(talk, now_task, told)
    return replace(answer, choices=((Choice(texts.button_resume(talk.tr), f"resume:{task.id}"),),))


def pause_end(text: str, today: date) -> tuple[date | None, bool]:
    """The day a pause lasts until, None where none is named; and whether that day is clear.

    It is not where there is no such day, or it has passed ("đến 31/11").
    """
    said = listen(text)
    span = read_span(said, today=today)
    if span is not None:
        until = span.period.last if span.period else None
        return until, until is not None and until > today
    for day in find_days(said.words, today=today, marked=said.marked):
        if day.last and not day.doubtful:
            return day.last, day.last > today
        if ENDS.search(said.words, 0, day.start):
            return None, False
    return None, True


async def on_resume(talk: Talk, argument: str) -> Outgoing:
    """ "Tiếp tục" on the card of a paused task."""
    return await _resume(talk, await task_of_office(talk, argument))


async def _resume(talk: Talk, now_task: TaskNow) -> Outgoing:
    task = now_task.task
    try:
        await resume_task(talk.session, now_task, talk.actor)
    except AlreadyDecidedError:
        return Outgoing((texts.not_paused(talk.tr, task=f"#{task.number}"),), about=(task.id,))
    return await tell_all(talk, now_task, lambda tr: (texts.resumed(tr, task=named(task)),))
