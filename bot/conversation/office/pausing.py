"""Tasks put off by the standing office, with the reason and the day, and taken up again."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.conversation.dates.days import find_days
from bot.conversation.dates.periods import read_span
from bot.conversation.listening.letters import vn
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.office.numbers import NUMBER, NUMBERS, read_numbers
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import tasks_spoken_of
from bot.conversation.tasks.found import task_numbered
from bot.conversation.tasks.office_task import SHOWN, named, task_of_office, tell_all
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts import unclear
from bot.texts.office import amending as texts
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.pausing import pause_task, resume_task
from tasks.rules import may_instruct, may_run_office

PAUSE = (
    r"(?:tam (?:dung|hoan|ngung)|(?:hoan|ngung|dinh chi)(?= (?:viec|nhiem vu|#))"
    r"|dung(?= (?:viec|nhiem vu) #?\d{1,5} (?:lai|cho|den|toi|vi|do)\b))"
)
NOT_TOLD = r"(?:khong|dung|ngung|thoi|bo)(?: can)? nhac(?: nho)?(?= (?:viec|nhiem vu|#))"
""" "Không nhắc việc 52 nữa": what the standing office does not want followed."""
RESUME = (
    rf"(?:tiep tuc(?: thuc hien| trien khai| lam)?|(?:chay|trien khai|thuc hien|khoi dong) lai|"
    rf"(?:lam|thuc hien|trien khai) tiep|"
    rf"(?:thoi|bo|het|huy) {PAUSE})"
)
ALONE = r"\s*(?:$|[:.;,(\-])|\s+(?:den|toi|het|vi|do|ly do|cho|di|nhe|nha|luon|lai|a)\b"
""" What may stand behind several numbers: in "tạm hoãn 18, 20 hồ sơ thiếu" the 20 are no task."""
SPOKEN = re.compile(
    r"(?:(?:thoi(?! tam)|cho|hay|gio|toi|muon|de nghi|ok|vang)[\s,]+)*"
    rf"(?P<what>{PAUSE}|{NOT_TOLD}|{RESUME})"
    rf" ?(?P<numbers>{NUMBERS}(?={ALONE})|{NUMBER}\b)"
    r"(?: (?:di|nhe|nha|luon|lai|nua|a)\b)*[\s:,.\-]*(?P<rest>.*)",
    re.DOTALL,
)
""" "Tạm dừng #12, 14 đến 31/01/2026: chờ hướng dẫn", "tiếp tục #12"; flattened."""
OF_LAST = re.compile(
    r"(?:(?:thoi(?! tam)|cho|hay|gio|toi|muon|de nghi|ok|vang)[\s,]+)*"
    rf"(?P<what>{PAUSE}|{RESUME}) "
    r"(?:(?:ca|tat ca|het|toan bo|cac|nhung|hai|ba|bon|\d)\s)*(?:viec|nhiem vu)(?! ?#?\d)"
    r"(?: (?:nay|do|ay|tren|vua roi))*(?: (?:di|nhe|nha|luon|lai|a)\b)*[\s:,.\-]*(?P<rest>.*)",
    re.DOTALL,
)
""" "Tiếp tục cả hai việc": those of our last message."""
NUMBER_FIRST = re.compile(
    r"(?:cho )?(?:(?:viec|nhiem vu|so)\s+)+#?(?P<number>\d{1,5})[,:]? "
    r"(?:thi |can |xin |de nghi |cho |duoc )*"
    r"(?P<what>tam (?:dung|hoan|ngung)|(?:tam thoi )?(?:de|gac)(?: (?:do|day|lai|tam))+|tiep tuc"
    r"|(?:lam|thuc hien|trien khai) tiep|(?:chay|trien khai|khoi dong) lai"
    r"|(?:lam|chay|thuc hien|trien khai) (?:lai|tiep) duoc)\b(?P<rest>.*)",
    re.DOTALL,
)
""" "Việc 6 tạm hoãn đi": the same with the number in front."""
REASON = re.compile(r"(?:ly do|vi|do)\b[\s:]*")
ENDS = vn(r"\b(?:đến|tới|hết|sang|sau|qua|ra|trước)(?: ngày)? *$")
UNTIL = re.compile(
    r"[,;]?\s*(?:(?:từ|tu)(?: ngày| ngay)? \d[\d/.-]*\s+)?(?:đến|den|tới|toi|sang|qua)"
    r"(?: hết| het)?(?: ngày| ngay)? (?:\d[\d/.-]*|(?:(?:đầu|dau|giữa|giua|cuối|cuoi) )?"
    r"(?:tuần|tuan|tháng|thang|quý|quy|năm|nam) (?:[\divx/.-]+|sau\b|tới\b|toi\b)"
    r"(?: (?:năm|nam) (?:sau|tới|toi|nay|này|\d{4})\b)?)",
    re.IGNORECASE,
)
""" "Đến 31/1", "sang tháng sau": says until when, and not why."""
LONGEST = 300
"""Longest reason kept, in characters."""


async def on_words(talk: Talk) -> Outgoing | None:
    """A pause or its end, of tasks by their numbers or of those that our last message was about."""
    text = clean(talk.incoming.text)
    if first := NUMBER_FIRST.fullmatch(flatten(text)):
        rest = text[first.start("rest") :]
        what = "tiếp tục" if first["what"].endswith(("tiep", "lai", "duoc")) else first["what"]
        what = "tạm hoãn" if re.match(r"(?:tam thoi|de|gac)\b", what) else what
        text = f"{what} việc {first['number']} {rest}"
    flat = flatten(text)
    found = SPOKEN.fullmatch(flat)
    of_last = OF_LAST.fullmatch(flat) if found is None else None
    said = found or of_last
    if said is None:
        return None
    if not may_run_office(talk.standing):
        if found and may_instruct(talk.standing) and not talk.standing.agency_ids:
            raise NotYourRoleError
        return None
    rest = text[said.start("rest") :]
    pauses = re.fullmatch(RESUME, said["what"]) is None
    if found is None:
        tasks = [one for one in await tasks_spoken_of(talk) if pauses or one.paused]
        return await _all(talk, tasks, pauses, rest) if tasks else None
    tasks = [await task_numbered(talk, number) for number in read_numbers(found["numbers"])]
    return await _all(talk, tasks, pauses, rest)


async def _all(talk: Talk, tasks: Sequence[TaskNow], pauses: bool, rest: str) -> Outgoing:
    if pauses:
        return await _pause(talk, tasks, rest)
    answers = [await _resume(talk, one) for one in tasks]
    blocks = tuple(block for answer in answers for block in answer.blocks)
    return Outgoing(blocks, about=tuple(one.task.id for one in tasks))


async def on_pause(talk: Talk, argument: str) -> Outgoing:
    """ "Tạm dừng" on a card: asked why and until when."""
    return await _pause(talk, [await task_of_office(talk, argument)], "")


def _ask_pause(talk: Talk, tasks: Sequence[TaskNow], said: str) -> Outgoing:
    """Ask why and until when; what was `said` of the day already is kept for the answer."""
    ids = ",".join(str(one.task.id) for one in tasks)
    talk.remember(office={"what": "pause", "part": f"{ids}:{cut(said, SHOWN)}"})
    numbers = ", ".join(f"#{one.task.number}" for one in tasks)
    about = tuple(one.task.id for one in tasks)
    return Outgoing((texts.ask_pause(talk.tr, task=numbers),), about=about)


async def pause_given(talk: Talk, part: str) -> Outgoing | None:
    """The reason and the day that were asked for; `part` is the tasks, and the day said before."""
    ids, _, said = part.partition(":")
    tasks = [await task_of_office(talk, task_id) for task_id in ids.split(",")]
    text = clean(talk.incoming.text)
    if not text or text.startswith("#"):
        return None
    return await _pause(talk, tasks, f"{text}, {said}" if said else text)


async def _pause(talk: Talk, tasks: Sequence[TaskNow], text: str) -> Outgoing:
    """Paused until the day named, with what else is said as the reason; asked where none is.

    Of several, those that are paused already stay as they are, and are named.
    """
    about = tuple(one.task.id for one in tasks)
    before = [
        texts.paused_before(talk.tr, task=f"#{one.task.number}") for one in tasks if one.paused
    ]
    meant = [one for one in tasks if not one.paused]
    if not meant:
        return Outgoing(tuple(before), about=about)
    until, clear = pause_end(text, talk.today)
    if not clear:
        return Outgoing((unclear.day_not_clear(talk.tr),), about=about)
    reason = UNTIL.sub("", text).strip(" ,;:.")
    start = REASON.match(flatten(reason))
    reason = cut(reason[start.end() :] if start else reason, LONGEST)
    if not reason:
        return _ask_pause(talk, meant, text)
    answers = [await _pause_one(talk, one, until, reason) for one in meant]
    blocks = tuple(block for answer in answers for block in answer.blocks)
    rows: tuple[tuple[Choice, ...], ...] = ()
    if len(meant) == 1:
        rows = ((Choice(texts.button_resume(talk.tr), f"resume:{meant[0].task.id}"),),)
    return Outgoing((*blocks, *before), rows, about=about)


async def _pause_one(talk: Talk, now_task: TaskNow, until: date | None, reason: str) -> Outgoing:
    """Paused, and its people told; that it was before, where another process was first."""
    task = now_task.task
    try:
        await pause_task(talk.session, now_task, talk.actor, reason=reason, until=until)
    except AlreadyDecidedError:
        return Outgoing((texts.paused_before(talk.tr, task=f"#{task.number}"),))

    def told(tr: Translator) -> tuple[str, ...]:
        return (texts.paused(tr, task=named(task), until=until, reason=reason),)

    return await tell_all(talk, now_task, told)


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
        if day.first and day.last and not day.doubtful:
            until = day.first - timedelta(days=1) if day.before else day.last
            return until, until > today
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
