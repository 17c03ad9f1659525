"""Accepted tasks set right by the standing office: another day, lead, helper, product, wording."""

import re
from dataclasses import replace

from bot.conversation.mentions import flatten
from bot.conversation.office.assigning import directory
from bot.conversation.office.before import keep_before, state_of
from bot.conversation.office.deciding import undecided, wish_for
from bot.conversation.office.order_times import missing_day
from bot.conversation.office.orders import CONTENT, read_order
from bot.conversation.office.whose import led_by_another, without_whose
from bot.conversation.since import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.cards import is_extended
from bot.conversation.tasks.found import find_numbered, task_numbered
from bot.conversation.tasks.office_task import (
    corrected,
    everybody,
    named,
    task_of_office,
    tell_all,
)
from bot.ports import Choice, Outgoing
from bot.texts import amending as texts
from db.enums import Part, TaskField
from db.queries.office import agencies_by_id
from db.queries.tasks import TaskNow
from plans.words import clean
from tasks.amending import Amendment, correct_task
from tasks.rules import may_run_office

SPOKEN = re.compile(
    r"(?:sua|dieu chinh)(?: (?:viec|nhiem vu|so))* ?#?(?P<number>\d{1,5})\b[\s:,.\-]*(?P<rest>.*)",
    re.DOTALL,
)
""" "Sửa #12 thời hạn: 31/12/2025"; flattened."""
MOVED = re.compile(
    r"(?:gia han|(?:doi|chuyen|lui|keo dai|sua|dieu chinh)(?: lai)?"
    r" (?P<part>(?:thoi )?han(?: hoan thanh| chot)?|(?:co quan )?chu tri|san pham|"
    r"noi dung|ten))"
    r"(?: (?:cua|cho|viec|nhiem vu|so))* #?(?P<number>\d{1,5})"
    r" (?:sang|thanh|den(?: het)?(?: ngay)?|toi|la|cho|ve) (?P<rest>.+)"
    r"|(?:dong y |nhat tri |cho |phep |de )*(?:(?:viec|nhiem vu|so) )*#?(?P<late>\d{1,5})"
    r" (?:duoc )?(?:lui|gia han|keo dai)(?: thoi han| han)? (?:den|sang|toi)(?: het)?(?: ngay)?"
    r" (?P<until>.+)",
    re.DOTALL,
)
""" "đổi hạn việc 30 sang 15/1/2026", "gia hạn #12 đến 31/01", "đổi chủ trì 12 sang Công an xã"."""
NUMBER_FIRST = re.compile(
    r"(?:(?:viec|nhiem vu|so) )*#?(?P<number>\d{1,5})[,:]? (?:thi |can |xin |nay |de nghi )*"
    r"(?P<how>(?:doi|chuyen|lui|keo dai|sua|dieu chinh)(?: lai)?"
    r" (?:(?:thoi )?han(?: hoan thanh| chot)?|(?:co quan )?chu tri|san pham|noi dung))"
    r"(?P<rest> (?:sang|thanh|den|toi|la|cho|ve) .+)",
    re.DOTALL,
)
""" "Việc 6 đổi hạn thành 31/12/2025": the same with the number in front."""
ALL_EXTENDED = re.compile(
    r"(?:cho )?(?:gia han|lui han|keo dai)(?: them)? (?:cho )?"
    r"(?:(?:tat ca|toan bo|het|cac|ca \d+|nhung)\b"
    r"|(?:(?:viec|nhiem vu|so) )*#?\d{1,5}(?:[ ,]+(?:(?:va|viec|so) )*#?\d{1,5})+ "
    r"(?:them|den|sang|toi)\b).*"
)
""" "Gia hạn cho tất cả việc quá hạn", "gia hạn 5, 6 đến 31/12": each is decided on its own."""
PARTS = {
    "chu tri": "chủ trì",
    "san pham": "sản phẩm",
    "noi dung": "nội dung",
    "ten": "nội dung",
    "han": "thời hạn",
}
"""The part that is changed, by the word for it, as a correction names it."""
HELPERS = re.compile(
    r"(?:viec|nhiem vu|so|cho|vao|khoi|ra|cua|them|bo sung|bo|rut|phoi hop|co quan|don vi|lam|va|"
    r"_+|#?\d{1,5}|[,:\s])+"
)
""" "Việc 18 phối hợp thêm Công an xã", "bỏ Công an xã khỏi việc 18"; lines for names."""
DROPPED = re.compile(
    r"(?:xoa|huy|bo|ket thuc|dung han|khong thuc hien)(?: bo)?(?: (?:viec|nhiem vu|so))+ ?#?"
    r"(?P<number>\d{1,5})\b(?!.*\bkhoi\b).*",
    re.DOTALL,
)
""" "Xóa việc 71": a plan's task is not taken away in chat."""
TO_LEAD = r"(?: lam| thuc hien| chu tri| phu trach)?"
GIVEN_TO = re.compile(
    r"(?:giao|chuyen)(?: lai)? (?:(?:viec|nhiem vu|so) )*#?(?P<a>\d{1,5})(?: lai| ve| tra)*"
    rf" (?:cho|sang|ve|qua) (?P<b>.+?){TO_LEAD}"
    rf"|(?:giao|chuyen)(?: lai)? (?:cho )?(?P<d>.+?){TO_LEAD} "
    r"(?:(?:viec|nhiem vu) )+#?(?P<c>\d{1,5})"
    r"|(?:(?:viec|nhiem vu|so) )*#?(?P<e>\d{1,5})[,:]? (?:nay |thi |can |de nghi )*"
    rf"(?:giao|chuyen)(?: lai| ve| qua| cho| sang)* (?P<f>.+?){TO_LEAD}"
)
""" "Giao việc 11 cho Phòng Kinh tế", "việc 11 giao Phòng Kinh tế": of the standing office."""


async def on_words(talk: Talk) -> Outgoing | None:
    """A correction with the task's number."""
    text = clean(talk.incoming.text)
    if not may_run_office(talk.standing):
        return None
    if given := await _given_to(talk, text) or await _helpers_changed(talk, text):
        return given
    text, whose = await without_whose(talk, text)
    if ALL_EXTENDED.fullmatch(flatten(text)):
        return Outgoing((texts.one_at_a_time(talk.tr),))
    if first := NUMBER_FIRST.fullmatch(flatten(text)):
        how, rest = text[slice(*first.span("how"))], text[slice(*first.span("rest"))]
        text = f"{how} việc {first['number']}{rest}"
    if dropped := DROPPED.fullmatch(flatten(text)):
        return Outgoing((texts.not_dropped(talk.tr, number=int(dropped["number"])),))
    moved = MOVED.fullmatch(flatten(text))
    found = moved or SPOKEN.fullmatch(flatten(text))
    if found is None:
        return None
    number = int(found["number"] or found["late"]) if moved else int(found["number"])
    now_task = await task_numbered(talk, number)
    if others := led_by_another(talk, now_task, whose):
        return others
    grants = moved and (moved["until"] or not moved["part"])
    if grants and await wish_for(talk, now_task) is not None:
        return await undecided(talk)
    rest = text[found.start("until" if moved and moved["until"] else "rest") :]
    if moved:
        part = next(said for key, said in PARTS.items() if key in (moved["part"] or "han"))
        return await correct(talk, now_task, f"{part}: {rest}")
    return await correct(talk, now_task, rest)


async def _given_to(talk: Talk, text: str) -> Outgoing | None:
    """A task that there is given to one agency: asked whether that one is to lead it."""
    text = text.rstrip(" .!")
    found = GIVEN_TO.fullmatch(flatten(text))
    if found is None:
        return None
    number = found["a"] or found["c"] or found["e"]
    part = next(part for part in ("b", "d", "f") if found[part])
    name = text[found.start(part) : found.end(part)]
    whom = (await directory(talk)).find(name)
    if len(whom) != 1 or len(whom[0].ids) != 1 or (whom[0].start, whom[0].end) != (0, len(name)):
        return None  # more is said than an agency's name: a new task, perhaps
    agency = (await agencies_by_id(talk.session, talk.committee.id, whom[0].ids))[:1]
    now_task = await find_numbered(talk, int(number))
    if not agency or now_task is None:
        return None
    task, leads = now_task.task, now_task.agency_names(Part.LEAD)
    if now_task.agency_ids(Part.LEAD) == [agency[0].id]:
        told = texts.led_by(talk.tr, task=f"#{task.number}", leads=agency[0].name)
        return Outgoing((told,), about=(task.id,))
    words = texts.ask_lead(talk.tr, task=named(task), agency=agency[0].name, leads=leads)
    button = Choice(texts.button_lead(talk.tr), f"leadto:{task.id}:{agency[0].id}")
    return Outgoing((words,), ((button,),), about=(task.id,))


async def on_lead_to(talk: Talk, argument: str) -> Outgoing:
    """ "Giao" under that question: "task:agency". Raises `StaleButtonError` for what is gone."""
    first, _, second = argument.partition(":")
    now_task = await task_of_office(talk, first)
    agencies = await agencies_by_id(talk.session, talk.committee.id, [read_id(second) or 0])
    if not agencies:
        raise StaleButtonError
    return await amend(talk, now_task, Amendment(leads=(agencies[0].id,)))


async def _helpers_changed(talk: Talk, text: str) -> Outgoing | None:
    """An agency more, or one less, among those that help with a task."""
    names = await directory(talk)
    mentions, flat = names.find(text), names.blank(text).rstrip(" .!")
    numbers = re.findall(r"\d{1,5}", flat)
    adds = re.search(r"\bthem\b|\bbo sung\b", flat) and "phoi hop" in flat
    leaves = re.search(r"\b(?:bo|rut)\b(?! sung)", flat) and re.search(r"khoi|phoi hop", flat)
    ids = [mention.ids[0] for mention in mentions if len(mention.ids) == 1]
    if not HELPERS.fullmatch(flat) or len(numbers) != 1 or not ids or bool(adds) == bool(leaves):
        return None
    now_task = await task_numbered(talk, int(numbers[0]))
    helpers = [*now_task.companies(), *now_task.agency_ids(Part.COORDINATING)]
    if adds:
        leads = now_task.agency_ids(Part.LEAD)
        wanted = dict.fromkeys([*helpers, *(one for one in ids if one not in leads)])
    else:
        wanted = dict.fromkeys(one for one in helpers if one not in ids)
    if list(wanted) == list(helpers):
        text = texts.nothing_corrected(talk.tr, task=f"#{now_task.task.number}")
        return Outgoing((text,), about=(now_task.task.id,))
    return await amend(talk, now_task, Amendment(coordinating=tuple(wanted)))


async def on_correct(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa" on a card: asked what."""
    return _ask_correction(talk, await task_of_office(talk, argument))


def _ask_correction(talk: Talk, now_task: TaskNow) -> Outgoing:
    task = now_task.task
    talk.remember(office={"what": "correct", "part": str(task.id)})
    return Outgoing((texts.ask_correction(talk.tr, task=f"#{task.number}"),), about=(task.id,))


async def correction_given(talk: Talk, task_id: str) -> Outgoing | None:
    """What is to be corrected, as it was asked for."""
    now_task = await task_of_office(talk, task_id)
    text = clean(talk.incoming.text)
    if not text or text.startswith("#"):
        return None
    return await correct(talk, now_task, text)


async def correct(talk: Talk, now_task: TaskNow, text: str) -> Outgoing:
    """Corrected as "thời hạn: 31/12/2025" says; asked where it says nothing that can be changed."""
    order = read_order(text, await directory(talk), today=talk.today)
    content = order.content if CONTENT.search(flatten(text)) else None
    time = order.times[0] if len(order.times) == 1 else None
    if not order.times and (day := missing_day(text, today=talk.today)):
        told = texts.no_such_day(talk.tr, day=day, number=now_task.task.number)
        return Outgoing((told,), about=(now_task.task.id,))
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
    return await amend(talk, now_task, amendment)


async def amend(talk: Talk, now_task: TaskNow, amendment: Amendment) -> Outgoing:
    """Corrected, and told to everybody whom it concerns; a new lead helps no longer."""
    if amendment.leads and not amendment.coordinating:
        helpers = [*now_task.companies(), *now_task.agency_ids(Part.COORDINATING)]
        left = tuple(one for one in helpers if one not in amendment.leads)
        amendment = replace(amendment, coordinating=left)
    before, said = everybody(now_task), state_of(now_task)
    extended = is_extended(now_task)
    done = await correct_task(talk.session, now_task, amendment, talk.actor)
    task = now_task.task
    if not done:
        text = texts.nothing_corrected(talk.tr, task=f"#{task.number}")
        return Outgoing((text,), about=(task.id,))
    told = await tell_all(talk, now_task, lambda tr: corrected(tr, task, done), also=before)
    if extended and any(one.field is TaskField.DEADLINE for one in done):
        return told  # the day granted since would be lost on the way back
    return replace(told, choices=((keep_before(talk, now_task, said),),))
