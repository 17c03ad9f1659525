"""Which agency leads a task and which help with it, changed in words by the standing office."""

import re
from collections.abc import Sequence

from bot.conversation.listening.mentions import flatten
from bot.conversation.names.agencies import known_agencies
from bot.conversation.office.correcting import amend
from bot.conversation.office.leading_several import ask_all_of, ask_several
from bot.conversation.office.numbers import NUMBERS, read_numbers
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import find_numbered, task_numbered
from bot.conversation.tasks.office_task import (
    named,
    task_of_office,
)
from bot.ports import Choice, Outgoing
from bot.texts.office import amending as texts
from db.enums import Part
from db.models import Agency
from db.queries.office import agencies_by_id
from db.queries.tasks import TaskNow
from plans.words import clean
from tasks.amending import Amendment
from tasks.rules import may_run_office

HELPERS = re.compile(
    r"(?:viec|nhiem vu|so|cho|nho|moi|giao|vao|"
    r"khoi|ra|cua|ben|them|bo sung|bo|rut|phoi hop|ho tro|co quan|don vi|lam|va|"
    r"_+|het|di|nua|nhe|cac|cung|#?\d{1,5}|[,:\s])++"
)
""" "Việc 18 phối hợp thêm Công an xã", "bỏ Công an xã khỏi việc 18"; lines for names."""


HELPING = re.compile(r"phoi hop|ho tro|\bthem _+ vao\b")
GIVE = r"(?:giao|chuyen|phan cong)(?: lai)?(?: (?:giup|ho)(?: (?:toi|em|minh))?)?"
TO_LEAD = r"(?: lam| thuc hien| chu tri| phu trach)?"


NOBODYS = (
    r"(?:van |con |hien )*(?:chua|khong)(?: thay)?(?: co)? (?:ai|dau moi|co quan nao)"
    r"(?: [a-z]+){0,2}?|giao (?:nham|sai|lon)(?: roi)?"
)
""" "Việc 12, 14 chưa ai làm, giao Phòng Kinh tế"."""
GIVEN_TO = re.compile(
    rf"{GIVE} (?P<a>{NUMBERS})(?: lai| ve| tra)*"
    r"(?: (?:tu|cua) .+?)?"
    rf" (?:cho|sang|ve|qua) (?P<b>.+?){TO_LEAD}"
    rf"|{GIVE} (?:cho )?(?P<d>.+?){TO_LEAD}"
    rf" (?=viec|nhiem vu)(?P<c>{NUMBERS})"
    rf"|(?P<e>{NUMBERS})(?:[,:]? (?:{NOBODYS}))?[,:]? (?:nay |thi |can |de nghi |cung |deu )*"
    rf"(?:(?:giao|chuyen)(?: lai| han| luon| ve| qua| cho| sang)*|cho|de|do) (?P<f>.+?){TO_LEAD}"
    r"(?: (?:cung|lam|di|nhe))*"
)
""" "Giao việc 11 cho Phòng Kinh tế", "việc 17 và 29 giao Phòng Kinh tế": of the standing office."""
NAMES = re.compile(r"_+(?:(?:[ ,&]|\bva\b|\bcung\b)+_+)*")
""" "Phòng Kinh tế và Công an xã", lines for names."""
ALL_OF_ONE = re.compile(
    r"(?:(?:cac|tat ca|toan bo|het|moi|nhung) )*(?:viec|nhiem vu)(?: cua| do)? _+"
    r"(?: (?:thi|nay|chu tri|phu trach|dang lam))*"
    r" (?:ban giao|chuyen|giao)(?: (?:het|toan bo|tat ca|lai))* (?:cho|sang|ve|qua) _+"
    r"|(?:ban giao|chuyen|giao) (?:(?:cac|tat ca|toan bo|het|moi) )+(?:viec|nhiem vu)(?: cua)? _+"
    r" (?:cho|sang|ve|qua) _+"
)
""" "Các việc của Phòng Tài chính chuyển hết sang Phòng Kinh tế"; lines for names."""


async def on_words(talk: Talk) -> Outgoing | None:
    """Another agency to lead a task, or one more or less to help with it."""
    if not may_run_office(talk.standing):
        return None
    text = clean(talk.incoming.text)
    return (
        await _given_to(talk, text)
        or await _all_given_to(talk, text)
        or await _helpers_changed(talk, text)
    )


async def _given_to(talk: Talk, text: str) -> Outgoing | None:
    """Tasks that there are given to one agency: asked whether that one is to lead them."""
    text = text.rstrip(" .!")
    found = GIVEN_TO.fullmatch(flatten(text))
    if found is None:
        return None
    numbers = read_numbers(found["a"] or found["c"] or found["e"])
    part = next(part for part in ("b", "d", "f") if found[part])
    name = text[found.start(part) : found.end(part)]
    directed = await known_agencies(talk)
    whom = directed.find(name)
    alone = () if whom else directed.named_alone(name)
    plain = NAMES.fullmatch(directed.blank(name)) and all(len(one.ids) == 1 for one in whom)
    if not plain and len(alone) != 1:
        return None  # more is said than agencies' names: a new task, perhaps
    ids = list(dict.fromkeys(one.ids[0] for one in whom)) or list(alone)
    by_id = {one.id: one for one in await agencies_by_id(talk.session, talk.committee.id, ids)}
    agencies = [by_id[one] for one in ids if one in by_id]
    if len(numbers) > 1 and len(agencies) == 1:
        tasks = [await task_numbered(talk, number) for number in numbers]
        return ask_several(talk, tasks, agencies[0])
    now_task = await find_numbered(talk, numbers[0])
    if not agencies or now_task is None or len(numbers) > 1:
        return None
    return _ask_to_lead(talk, now_task, agencies)


def _ask_to_lead(talk: Talk, now_task: TaskNow, agencies: Sequence[Agency]) -> Outgoing:
    task, leads = now_task.task, now_task.agency_names(Part.LEAD)
    wanted = ", ".join(one.name for one in agencies)
    if now_task.agency_ids(Part.LEAD) == [one.id for one in agencies]:
        told = texts.led_by(talk.tr, task=f"#{task.number}", leads=wanted)
        return Outgoing((told,), about=(task.id,))
    words = texts.ask_lead(talk.tr, task=named(task), agency=wanted, leads=leads)
    ids = ".".join(str(one.id) for one in agencies)
    button = Choice(texts.button_lead(talk.tr), f"leadto:{task.id}:{ids}")
    return Outgoing((words,), ((button,),), about=(task.id,))


async def _all_given_to(talk: Talk, text: str) -> Outgoing | None:
    """All that one agency leads given to another."""
    names = await known_agencies(talk)
    mentions = names.find(text)
    if not ALL_OF_ONE.fullmatch(names.blank(text).rstrip(" .!")) or len(mentions) != 2:
        return None
    ids = [mention.ids[0] for mention in mentions if len(mention.ids) == 1]
    by_id = {one.id: one for one in await agencies_by_id(talk.session, talk.committee.id, ids)}
    if len(by_id) != len(mentions):
        return None
    return await ask_all_of(talk, by_id[ids[0]], by_id[ids[1]])


async def on_lead_to(talk: Talk, argument: str) -> Outgoing:
    """ "Giao" under that question: "task:agencies". Raises `StaleButtonError` for what is gone."""
    first, _, second = argument.partition(":")
    now_task = await task_of_office(talk, first)
    ids = [read_id(part) or 0 for part in second.split(".")]
    found = {one.id for one in await agencies_by_id(talk.session, talk.committee.id, ids)}
    if not found.issuperset(ids):
        raise StaleButtonError
    return await amend(talk, now_task, Amendment(leads=tuple(ids)))


async def _helpers_changed(talk: Talk, text: str) -> Outgoing | None:
    """An agency more, or one less, among those that help with a task."""
    names = await known_agencies(talk)
    mentions, flat = names.find(text), names.blank(text).rstrip(" .!")
    numbers = re.findall(r"\d{1,5}", flat)
    adds = re.search(
        r"\b(?:them|bo sung|cung|nho|moi|giao)\b|\bcho _|^_+ phoi hop", flat
    ) and HELPING.search(flat)
    leaves = re.search(r"\b(?:bo|rut)\b(?! sung)", flat) and re.search(r"khoi|phoi hop", flat)
    ids = [mention.ids[0] for mention in mentions if len(mention.ids) == 1]
    if not HELPERS.fullmatch(flat) or len(numbers) != 1 or bool(adds) == bool(leaves):
        return None
    all_leave = leaves and not mentions and "phoi hop" in flat
    if not ids and not all_leave:
        return None
    now_task = await task_numbered(talk, int(numbers[0]))
    helpers = [*now_task.collectives(), *now_task.agency_ids(Part.COORDINATING)]
    if adds:
        leads = now_task.agency_ids(Part.LEAD)
        wanted = dict.fromkeys([*helpers, *(one for one in ids if one not in leads)])
    else:
        wanted = dict.fromkeys(one for one in helpers if one not in ids and not all_leave)
    if list(wanted) == list(helpers):
        text = texts.nothing_corrected(talk.tr, task=f"#{now_task.task.number}")
        return Outgoing((text,), about=(now_task.task.id,))
    return await amend(talk, now_task, Amendment(coordinating=tuple(wanted)))
