"""Accepted tasks set right, paused, resumed and handed over by the standing office."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.conversation.assigning import directory
from bot.conversation.mentions import flatten
from bot.conversation.orders import CONTENT, read_order
from bot.conversation.replies.days import find_days
from bot.conversation.replies.said import listen
from bot.conversation.since import StaleButtonError, handover_since
from bot.conversation.talk import Talk, read_id
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts import amending as texts
from bot.texts import assigning as office_texts
from bot.texts import office as named_texts
from bot.texts import reporting
from db.enums import Part
from db.models import Correction, Handover, Task
from db.queries.office import agencies_by_id, reached_members, tell_of
from db.queries.tasks import TaskNow, tasks_now
from plans.words import clean, cut
from tasks.amending import (
    Amendment,
    Office,
    correct_task,
    decide_handover,
    handover_asked,
    pause_task,
    resume_task,
)
from tasks.errors import AlreadyDecidedError
from tasks.rules import may_run_office

SPOKEN = re.compile(
    r"(?P<what>tam (?:dung|hoan|ngung)|tiep tuc|thoi tam (?:dung|hoan)|sua|dieu chinh)"
    r"(?: (?:viec|nhiem vu|so))* ?#?(?P<number>\d{1,5})\b[\s:,.\-]*(?P<rest>.*)",
    re.DOTALL,
)
""" "tạm dừng #12 đến 31/01/2026: chờ hướng dẫn", "sửa #12 thời hạn: 31/12/2025"; flattened."""
MOVED = re.compile(
    r"(?:gia han|(?:doi|chuyen|lui|keo dai|sua|dieu chinh)(?: lai)?"
    r" (?P<part>(?:thoi )?han(?: hoan thanh| chot)?|(?:co quan )?chu tri))"
    r"(?: (?:cua|cho|viec|nhiem vu|so))* #?(?P<number>\d{1,5})"
    r" (?:sang|thanh|den(?: het)?(?: ngay)?|toi|la|cho|ve) (?P<rest>.+)",
    re.DOTALL,
)
""" "đổi hạn việc 30 sang 15/1/2026", "gia hạn #12 đến 31/01", "đổi chủ trì 12 sang Công an xã"."""
REASON = re.compile(r"(?:ly do|vi|do)\b[\s:]*")
UNTIL = re.compile(
    r"[,;]?\s*(?:đến|den|tới|toi)(?: hết| het)?(?: ngày| ngay)?"
    r" (?:\d[\d/.-]*|(?:tháng|thang|quý|quy|năm|nam) [\divx/.-]+)",
    re.IGNORECASE,
)
LONGEST = 300
SHOWN = 160
OFFERED = 3
"""Agencies offered under a request to hand over."""


GIVEN_TO = re.compile(
    r"(?:giao|chuyen) (?:(?:viec|nhiem vu|so) )*#?(?P<a>\d{1,5}) (?:cho|sang) (?P<b>.+)"
    r"|(?:giao|chuyen) (?:cho )?(?P<d>.+?)(?: lam| thuc hien| chu tri)? "
    r"(?:(?:viec|nhiem vu) )+#?(?P<c>\d{1,5})"
    r"|(?:(?:viec|nhiem vu|so) )*#?(?P<e>\d{1,5}) (?:giao|chuyen)(?: cho| sang)? (?P<f>.+)"
)
""" "Giao việc 11 cho Phòng Kinh tế", "việc 11 giao Phòng Kinh tế": of the standing office."""


async def on_words(talk: Talk) -> Outgoing | None:
    """A correction, a pause or its end, with the task's number."""
    text = clean(talk.incoming.text)
    if given := await _given_to(talk, text):
        return given
    moved = MOVED.fullmatch(flatten(text))
    found = moved or SPOKEN.fullmatch(flatten(text))
    if found is None or not may_run_office(talk.standing):
        return None
    number = int(found["number"])
    tasks = await tasks_now(talk.session, talk.committee.id, today=talk.today, number=number)
    if not tasks:
        return Outgoing((reporting.no_such_task(talk.tr, number=number),))
    rest = text[found.start("rest") :]
    if moved:
        part = "chủ trì" if "chu tri" in (moved["part"] or "") else "thời hạn"
        return await _correct(talk, tasks[0], f"{part}: {rest}")
    if found["what"] in ("sua", "dieu chinh"):
        return await _correct(talk, tasks[0], rest)
    if found["what"].startswith("tam"):
        return await _pause(talk, tasks[0], rest) if rest else _ask_pause(talk, tasks[0])
    return await _resume(talk, tasks[0])


async def _given_to(talk: Talk, text: str) -> Outgoing | None:
    """A task that there is given to one agency: its card, to be confirmed by a correction."""
    flat = flatten(text).rstrip(" .!")
    found = GIVEN_TO.fullmatch(flat)
    if found is None or not may_run_office(talk.standing):
        return None
    number = found["a"] or found["c"] or found["e"]
    name = found["b"] or found["d"] or found["f"]
    whom = (await directory(talk)).find(name)
    if len(whom) != 1 or len(whom[0].ids) != 1 or (whom[0].start, whom[0].end) != (0, len(name)):
        return None  # more is said than an agency's name: a new task, perhaps
    agency = (await agencies_by_id(talk.session, talk.committee.id, whom[0].ids))[:1]
    tasks = await tasks_now(talk.session, talk.committee.id, today=talk.today, number=int(number))
    if not agency or not tasks:
        return None
    task = tasks[0].task
    talk.remember(office={"what": "correct", "part": str(task.id)})
    words = texts.ask_lead(talk.tr, task=_name(task), agency=agency[0].name)
    return Outgoing((words,), about=(task.id,))


def _office(talk: Talk) -> Office:
    return Office(talk.person, talk.standing, talk.now, talk.today)


async def _of_button(talk: Talk, argument: str) -> TaskNow | Outgoing:
    if not may_run_office(talk.standing):
        return Outgoing((office_texts.for_the_office(talk.tr),))
    task_id = read_id(argument)
    found = await tasks_now(
        talk.session, talk.committee.id, today=talk.today, task_ids=[task_id or 0]
    )
    if not found:
        raise StaleButtonError
    return found[0]


def _name(task: Task) -> str:
    return named_texts.named(task.number, task.content)


async def on_pause(talk: Talk, argument: str) -> Outgoing:
    """ "Tạm dừng" on a card: asked why and until when."""
    found = await _of_button(talk, argument)
    return found if isinstance(found, Outgoing) else _ask_pause(talk, found)


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
    found = await _of_button(talk, task_id)
    text = clean(talk.incoming.text)
    if not text or text.startswith("#"):
        return None
    text = f"{text}, {said}" if said else text
    return found if isinstance(found, Outgoing) else await _pause(talk, found, text)


async def _pause(talk: Talk, now_task: TaskNow, text: str) -> Outgoing:
    """Paused until the day named, with what else is said as the reason."""
    said = listen(text)
    days = [day for day in find_days(said.words, today=talk.today, marked=said.marked) if day.last]
    until = days[0].last if days else None
    if until is not None and until <= talk.today:
        return Outgoing((reporting.day_not_clear(talk.tr),), about=(now_task.task.id,))
    reason = UNTIL.sub("", text).strip(" ,;:.")
    start = REASON.match(flatten(reason))
    reason = cut(reason[start.end() :] if start else reason, LONGEST)
    if not reason:
        return _ask_pause(talk, now_task, text)
    task = now_task.task
    try:
        await pause_task(talk.session, now_task, _office(talk), reason=reason, until=until)
    except AlreadyDecidedError:
        return Outgoing((texts.paused_before(talk.tr, task=f"#{task.number}"),), about=(task.id,))

    def told(tr: Translator) -> tuple[str, ...]:
        return (texts.paused(tr, task=_name(task), until=until, reason=reason),)

    return await _tell(talk, now_task, told)


async def on_resume(talk: Talk, argument: str) -> Outgoing:
    """ "Tiếp tục" on the card of a paused task."""
    found = await _of_button(talk, argument)
    return found if isinstance(found, Outgoing) else await _resume(talk, found)


async def _resume(talk: Talk, now_task: TaskNow) -> Outgoing:
    task = now_task.task
    try:
        await resume_task(talk.session, now_task, _office(talk))
    except AlreadyDecidedError:
        return Outgoing((texts.not_paused(talk.tr, task=f"#{task.number}"),), about=(task.id,))
    return await _tell(talk, now_task, lambda tr: (texts.resumed(tr, task=_name(task)),))


async def on_correct(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa" on a card: asked what."""
    found = await _of_button(talk, argument)
    return found if isinstance(found, Outgoing) else _ask_correction(talk, found)


def _ask_correction(talk: Talk, now_task: TaskNow) -> Outgoing:
    task = now_task.task
    talk.remember(office={"what": "correct", "part": str(task.id)})
    return Outgoing((texts.ask_correction(talk.tr, task=f"#{task.number}"),), about=(task.id,))


async def correction_given(talk: Talk, task_id: str) -> Outgoing | None:
    """What is to be corrected, as it was asked for."""
    found = await _of_button(talk, task_id)
    text = clean(talk.incoming.text)
    if not text or text.startswith("#"):
        return None
    return found if isinstance(found, Outgoing) else await _correct(talk, found, text)


async def _correct(talk: Talk, now_task: TaskNow, text: str) -> Outgoing:
    order = read_order(text, await directory(talk), today=talk.today)
    content = order.content if CONTENT.search(flatten(text)) else None
    time = order.times[0] if len(order.times) == 1 else None
    amendment = Amendment(
        content=content or None,
        product=order.product,
        leads=order.leads or None,
        coordinating=order.coordinating or None,
        deadline_text=time.words if time else None,
        deadline=time.deadline if time else None,
    )
    if amendment == Amendment() or order.unclear_lead or order.unclear_helper:
        return _ask_correction(talk, now_task)
    if amendment.leads and not amendment.coordinating:
        helpers = now_task.agency_ids(Part.COORDINATING)
        left = tuple(one for one in helpers if one not in amendment.leads)
        amendment = replace(amendment, coordinating=left)
    before = _everybody(now_task)
    done = await correct_task(talk.session, now_task, amendment, _office(talk))
    task = now_task.task
    if not done:
        text = texts.nothing_corrected(talk.tr, task=f"#{task.number}")
        return Outgoing((text,), about=(task.id,))
    return await _tell(talk, now_task, lambda tr: _corrected(tr, task, done), also=before)


def _everybody(now_task: TaskNow) -> list[int]:
    return [*now_task.agency_ids(Part.LEAD), *now_task.agency_ids(Part.COORDINATING)]


def _corrected(tr: Translator, task: Task, done: list[Correction]) -> tuple[str, ...]:
    lines = [
        texts.correction(
            tr,
            part=texts.field(tr, one.field),
            before=cut(one.before, SHOWN),
            after=cut(one.after, SHOWN),
        )
        for one in done
    ]
    return (texts.corrected(tr, task=_name(task)), *lines)


async def _tell(
    talk: Talk,
    now_task: TaskNow,
    told: Callable[[Translator], tuple[str, ...]],
    also: Iterable[int] = (),
) -> Outgoing:
    """Say it to the secretary, and once to each of the people of the task's agencies."""
    agency_ids = dict.fromkeys([*_everybody(now_task), *also])
    members = await reached_members(talk.session, talk.committee.id, list(agency_ids))
    about = (now_task.task.id,)
    for person in tell_of(members, agency_ids):
        if person.id != talk.person.id:
            await talk.tell(person, Outgoing(told(talk.words_for(person)), about=about))
    return Outgoing(told(talk.tr), about=about)


async def handover_choices(
    talk: Talk, tr: Translator, now_task: TaskNow, handover: Handover
) -> tuple[tuple[Choice, ...], ...]:
    """The buttons under a request: the agencies that its words name, else those there are."""
    named = (await directory(talk)).named(handover.words)
    leads = now_task.agency_ids(Part.LEAD)
    agencies = await agencies_by_id(talk.session, talk.committee.id)
    others = [one for one in agencies if one.id not in leads]
    meant = [one for one in others if one.id in named] or others
    rows = [
        (Choice(texts.button_hand(tr, agency=one.name), f"hand:{handover.id}:{one.id}"),)
        for one in meant[:OFFERED]
    ]
    rows.append((Choice(texts.button_keep(tr), f"hand:{handover.id}:0"),))
    return tuple(rows)


async def on_hand(talk: Talk, argument: str) -> Outgoing:
    """A request to hand over decided: "handover:agency", 0 where it stays."""
    if not may_run_office(talk.standing):
        return Outgoing((office_texts.for_the_office(talk.tr),))
    first, _, second = argument.partition(":")
    handover_id, agency_id = read_id(first), read_id(second)
    if handover_id is None or agency_id is None:
        raise StaleButtonError
    handover = await handover_asked(talk.session, talk.committee.id, handover_id)
    found = handover and await tasks_now(
        talk.session, talk.committee.id, today=talk.today, task_ids=[handover.task_id]
    )
    agencies = await agencies_by_id(talk.session, talk.committee.id, [agency_id])
    if handover is None or not found or (agency_id and not agencies):
        raise StaleButtonError
    now_task, before = found[0], _everybody(found[0])
    try:
        done = await decide_handover(
            talk.session, handover, now_task, _office(talk), agency_id=agency_id or None
        )
    except AlreadyDecidedError as refusal:
        raise await handover_since(talk, handover) from refusal
    task = now_task.task
    if not agency_id:
        told = texts.handover_refused(talk.words_for(handover.asker), task=_name(task))
        await talk.tell(handover.asker, Outgoing((told,), about=(task.id,)))
        return Outgoing((texts.handover_refused(talk.tr, task=_name(task)),), about=(task.id,))
    await _tell(talk, now_task, lambda tr: _corrected(tr, task, done), also=before)
    text = texts.handover_done(talk.tr, task=_name(task), agency=agencies[0].name)
    return Outgoing((text,), about=(task.id,))
