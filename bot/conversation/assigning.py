"""A task given in words: read, asked about part by part, shown in full, given on a press.

What is half done is kept with the chat (`draft`) for the day on which it was begun; every button
bears its number, so that one of an older draft does nothing.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.conversation.mentions import Directory, flatten
from bot.conversation.orders import CONTENT, Order, Time, read_order, read_time
from bot.conversation.replies import read_reply
from bot.conversation.talk import Talk, read_id
from bot.i18n import Translator, translator
from bot.ports import Choice, Outgoing
from bot.texts import assigning as texts
from bot.texts import common, office
from bot.texts import tasks as task_texts
from db.enums import DeadlineKind
from db.models import Task
from db.queries.office import (
    acknowledgements,
    agencies_by_id,
    agency_spellings,
    reached_members,
    tell_of,
)
from tasks.assigning import Assignment, assign_task, await_receipt, receive_task
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.rules import may_run_office

Draft = dict[str, Any]

OFFERED = 8
"""Agencies offered where it is not clear which is meant."""
SHORTEST = 3
"""Words of a task; fewer say nothing that could be done."""
RECEIVED = frozenset({"da nhan", "da nhan viec", "da nhan nhiem vu", "nhan roi", "da ro", "ro roi"})
"""What is typed, without marks, instead of pressing "Đã nhận"."""


async def directory(talk: Talk) -> Directory:
    """The committee's agencies by what people call them."""
    return Directory(await agency_spellings(talk.session, talk.committee.id))


async def on_assign(talk: Talk, argument: str) -> Outgoing:
    """/giaoviec: a task in words; without words, how, and what is not received by all."""
    if not may_run_office(talk.standing):
        return Outgoing((texts.for_the_office(talk.tr),))
    if not argument:
        return await not_received(talk)
    return await _begin(talk, argument)


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Giao Phòng Kinh tế ...", typed without the command."""
    text = talk.incoming.text.strip()
    flat = flatten(text)
    if not flat.startswith(("giao ", "giao:")) or not may_run_office(talk.standing):
        return None
    if not (await directory(talk)).named(text) and "chu tri" not in flat:
        return None
    return await _begin(talk, text)


async def _begin(talk: Talk, text: str) -> Outgoing:
    order = read_order(text, await directory(talk), today=talk.today)
    number = int(talk.recall("drafts") or 0) + 1
    talk.remember(drafts=number)
    draft: Draft = {"n": number, "day": talk.today.isoformat()}
    _take_in(draft, order)
    return await _go_on(talk, draft)


def _take_in(draft: Draft, order: Order) -> None:
    """The parts that an order names, over those that the draft has."""
    if order.content:
        draft["content"] = order.content
    if order.product:
        draft["product"] = order.product
    if order.leads or order.unclear_lead:
        draft["leads"] = list(order.leads)
        draft["unclear_lead"] = _doubt(order.unclear_lead)
    if order.coordinating or order.companies or order.unclear_helper:
        draft["helpers"] = list(order.coordinating)
        draft["companies"] = list(order.companies)
        draft["unclear_helper"] = _doubt(order.unclear_helper)
    if order.times:
        draft["times"] = [time.words for time in order.times]


def _doubt(unclear: Any) -> list[Any] | None:
    return [unclear.words, list(unclear.among)] if unclear else None


def _draft(talk: Talk, argument: str) -> tuple[Draft | None, str]:
    """The open draft that a button is about, and the rest of its data; None: it is another's."""
    number, _, rest = argument.partition(":")
    draft = talk.recall("draft")
    if not draft or str(draft["n"]) != number or draft["day"] != talk.today.isoformat():
        return None, rest
    return dict(draft), rest


def _lapsed(talk: Talk, argument: str) -> Outgoing:
    """To a button of a draft that is not open: of another day, given, dropped or begun anew."""
    number, draft = argument.partition(":")[0], talk.recall("draft")
    if draft and str(draft["n"]) == number:
        talk.remember(draft=None)
        return Outgoing((texts.expired(talk.tr),))
    return Outgoing((common.old_button(talk.tr),))


async def _go_on(talk: Talk, draft: Draft) -> Outgoing:
    """The next question that is open, else the card to confirm."""
    tr = talk.tr
    for asked in (_ask_lead, _ask_helper, _ask_content, _ask_deadline):
        found = await asked(talk, draft)
        if found is not None:
            part, question, choices = found
            talk.remember(draft=draft, office={"what": "assign", "part": part})
            drop = Choice(texts.button_drop(tr), f"drop:{draft['n']}")
            return Outgoing((question,), (*((choice,) for choice in choices), (drop,)))
    talk.remember(draft=draft, office=None)
    row = (
        Choice(texts.button_assign(tr), f"assign:{draft['n']}"),
        Choice(texts.button_amend(tr), f"amend:{draft['n']}"),
        Choice(texts.button_drop(tr), f"drop:{draft['n']}"),
    )
    return Outgoing((texts.card_heading(tr), *await _card(talk, draft)), (row,))


Question = tuple[str, str, list[Choice]]


async def _ask_lead(talk: Talk, draft: Draft) -> Question | None:
    doubt = draft.get("unclear_lead")
    if draft.get("leads") and not doubt:
        return None
    words, among = doubt or (None, [])
    choices = await _offer(talk, draft, "lead", among)
    return "lead", texts.which_lead(talk.tr, words=words), choices


async def _ask_helper(talk: Talk, draft: Draft) -> Question | None:
    doubt = draft.get("unclear_helper")
    if not doubt:
        return None
    choices = await _offer(talk, draft, "helper", doubt[1])
    choices.append(Choice(texts.button_skip(talk.tr), f"helper:{draft['n']}:0"))
    return "helper", texts.which_helper(talk.tr, words=doubt[0]), choices


async def _offer(talk: Talk, draft: Draft, verb: str, among: Sequence[int]) -> list[Choice]:
    agencies = await agencies_by_id(talk.session, talk.committee.id, among or None)
    taken = {*draft.get("leads", ()), *draft.get("helpers", ())}
    return [
        Choice(agency.name, f"{verb}:{draft['n']}:{agency.id}")
        for agency in agencies
        if agency.id not in taken
    ][:OFFERED]


async def _ask_content(talk: Talk, draft: Draft) -> Question | None:
    if len(str(draft.get("content", "")).split()) >= SHORTEST:
        return None
    return "content", texts.what_task(talk.tr), []


async def _ask_deadline(talk: Talk, draft: Draft) -> Question | None:
    times = [_time(talk, words) for words in draft.get("times", ())]
    due = times[0].deadline.due if times else None
    if len(times) == 1 and (due is None or due >= talk.today):
        return None
    if len(times) > 1:
        offered = [time.words for time in times]
        question = texts.which_deadline(talk.tr, several=True)
    else:
        offered = _usual_deadlines(talk.today)
        question = texts.which_deadline(talk.tr, several=False)
        if due is not None:
            question = texts.deadline_passed(talk.tr, day=due)
    draft["offered"] = offered
    choices = [
        Choice(words, f"deadline:{draft['n']}:{index}") for index, words in enumerate(offered)
    ]
    return "deadline", question, choices


def _usual_deadlines(today: date) -> list[str]:
    """The end of this month and of this quarter, and none at all, in the words of plans."""
    month = today.replace(day=monthrange(today.year, today.month)[1])
    last = (today.month - 1) // 3 * 3 + 3
    quarter = today.replace(month=last, day=monthrange(today.year, last)[1])
    days = dict.fromkeys(f"{day:%d/%m/%Y}" for day in (month, quarter))
    return [*days, "Thường xuyên"]


def _time(talk: Talk, words: str) -> Time:
    time = read_time(words, today=talk.today)
    if time is None:
        raise ValueError(f"a deadline that was read before: {words!r}")
    return time


async def _card(talk: Talk, draft: Draft) -> tuple[str, ...]:
    names = {a.id: a.name for a in await agencies_by_id(talk.session, talk.committee.id)}
    time = _time(talk, draft["times"][0])
    return _lines(
        talk.tr,
        content=draft["content"],
        product=draft.get("product"),
        leads=[names[i] for i in draft["leads"]],
        coordinating=[
            *(names[i] for i in draft.get("helpers", ())),
            *draft.get("companies", ()),
        ],
        words=time.words,
        kind=time.deadline.kind,
        due=time.deadline.due,
    )


def _lines(
    tr: Translator,
    *,
    content: str,
    product: str | None,
    leads: Sequence[str],
    coordinating: Sequence[str],
    words: str,
    kind: DeadlineKind,
    due: date | None,
) -> tuple[str, ...]:
    return texts.card_lines(
        tr,
        content=content,
        product=product,
        leads=leads,
        coordinating=coordinating,
        deadline_line=task_texts.deadline(tr, words=words, kind=kind, due=due),
    )


async def answered(talk: Talk, part: str) -> Outgoing | None:
    """What was typed after one of the draft's questions; None where it is about something else."""
    draft = talk.recall("draft")
    text = talk.incoming.text.strip()
    if not draft or not text or talk.incoming.reply_to:
        return None
    if draft["day"] != talk.today.isoformat():
        talk.remember(draft=None)
        return Outgoing((texts.expired(talk.tr),))
    draft = dict(draft)
    if any(reply.task is not None or reply.ask for reply in read_reply(text, today=talk.today)):
        return None
    if part in ("lead", "helper"):
        return await _take_agencies(talk, draft, part, text)
    if part == "deadline":
        time = read_time(text, today=talk.today)
        if time is None:
            return await _go_on(talk, draft) if len(text) < 40 else None
        draft["times"] = [time.words]
    elif part == "content":
        _take_in(draft, Order(content=read_order(text, Directory(()), today=talk.today).content))
    else:
        order = read_order(text, await directory(talk), today=talk.today)
        if not CONTENT.search(flatten(text)) and not flatten(text).startswith("giao "):
            order = replace(order, content="")
        if order == Order():
            talk.remember(office={"what": "assign", "part": "amend"})
            return Outgoing((texts.what_to_amend(talk.tr),))
        _take_in(draft, order)
    return await _go_on(talk, draft)


async def _take_agencies(talk: Talk, draft: Draft, part: str, text: str) -> Outgoing | None:
    named = (await directory(talk)).find(flatten(text))
    ids = list(dict.fromkeys(one.ids[0] for one in named if len(one.ids) == 1))
    if not ids:
        return await _go_on(talk, draft) if len(text) < 40 else None
    key = "leads" if part == "lead" else "helpers"
    draft[key] = list(dict.fromkeys([*draft.get(key, ()), *ids]))
    draft[f"unclear_{part}"] = None
    return await _go_on(talk, draft)


async def on_lead(talk: Talk, argument: str) -> Outgoing:
    """An agency chosen to lead: "draft:agency"."""
    return await _chosen(talk, argument, "lead", "leads")


async def on_helper(talk: Talk, argument: str) -> Outgoing:
    """An agency chosen to help, 0 for none."""
    return await _chosen(talk, argument, "helper", "helpers")


async def _chosen(talk: Talk, argument: str, part: str, key: str) -> Outgoing:
    draft, rest = _draft(talk, argument)
    agency_id = read_id(rest)
    if draft is None:
        return _lapsed(talk, argument)
    if agency_id is None:
        return Outgoing((common.old_button(talk.tr),))
    found = await agencies_by_id(talk.session, talk.committee.id, [agency_id])
    if not found and not (part == "helper" and agency_id == 0):
        return Outgoing((common.old_button(talk.tr),))
    draft[key] = list(dict.fromkeys([*draft.get(key, ()), *(agency.id for agency in found)]))
    draft[f"unclear_{part}"] = None
    return await _go_on(talk, draft)


async def on_deadline(talk: Talk, argument: str) -> Outgoing:
    """A deadline chosen: "draft:index"."""
    draft, rest = _draft(talk, argument)
    index = read_id(rest)
    if draft is None:
        return _lapsed(talk, argument)
    if index is None or index >= len(draft.get("offered", ())):
        return Outgoing((common.old_button(talk.tr),))
    draft["times"] = [draft["offered"][index]]
    return await _go_on(talk, draft)


async def on_amend(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa" under the card."""
    draft, _ = _draft(talk, argument)
    if draft is None:
        return _lapsed(talk, argument)
    talk.remember(office={"what": "assign", "part": "amend"})
    return Outgoing((texts.what_to_amend(talk.tr),))


async def on_drop(talk: Talk, argument: str) -> Outgoing:
    """ "Thôi"."""
    draft, _ = _draft(talk, argument)
    return drop_draft(talk) if draft else _lapsed(talk, argument)


def drop_draft(talk: Talk) -> Outgoing:
    """The task half given is put aside."""
    talk.remember(draft=None, office=None)
    return Outgoing((texts.dropped(talk.tr),))


async def on_give(talk: Talk, argument: str) -> Outgoing:
    """ "Giao" under the card: the task is made, and the agencies' people hear of it."""
    if not may_run_office(talk.standing):
        return Outgoing((texts.for_the_office(talk.tr),))
    draft, _ = _draft(talk, argument)
    if draft is None:
        return _lapsed(talk, argument)
    if not draft.get("leads") or len(draft.get("times", ())) != 1:
        return Outgoing((common.old_button(talk.tr),))
    talk.remember(draft=None)
    time = _time(talk, draft["times"][0])
    task = await assign_task(
        talk.session,
        talk.committee,
        Assignment(
            content=draft["content"],
            product=draft.get("product"),
            leads=tuple(draft["leads"]),
            coordinating=tuple(draft.get("helpers", ())),
            companies=tuple(draft.get("companies", ())),
            deadline_text=time.words,
            deadline=time.deadline,
        ),
        by=talk.person,
        standing=talk.standing,
        title=texts.direct_plan(translator(talk.default_locale)),
        now=talk.now,
        today=talk.today,
    )
    return await _announce(talk, task, draft, time)


async def _announce(talk: Talk, task: Task, draft: Draft, time: Time) -> Outgoing:
    """Tell each of the agencies' people once, with a button for their receipt."""
    names = {a.id: a.name for a in await agencies_by_id(talk.session, talk.committee.id)}
    leads, helpers = draft["leads"], draft.get("helpers", [])
    members = await reached_members(talk.session, talk.committee.id, [*leads, *helpers])
    leading = {held.person_id: held.person for held in members if held.agency_id in leads}
    helping = {person.id: person for person in tell_of(members, helpers)}
    told = [*leading.values(), *(p for i, p in helping.items() if i not in leading)]
    await await_receipt(talk.session, task, told, now=talk.now)
    for person in told:
        words = talk.words_for(person)
        part = leads if person.id in leading else helpers
        agency = ", ".join(
            names[held.agency_id]
            for held in members
            if held.person_id == person.id and held.agency_id in part and held.agency_id in names
        )
        heading = texts.you_lead if person.id in leading else texts.you_help
        lines = _lines(
            words,
            content=task.content,
            product=task.product,
            leads=[names[i] for i in leads],
            coordinating=[*(names[i] for i in helpers), *draft.get("companies", ())],
            words=time.words,
            kind=time.deadline.kind,
            due=time.deadline.due,
        )
        button = Choice(texts.button_received(words), f"received:{task.id}")
        await talk.tell(
            person,
            Outgoing(
                (heading(words, number=task.number, agency=agency), *lines),
                ((button,),),
                about=(task.id,),
            ),
        )
    reached = {held.agency_id for held in members}
    text = texts.assigned(
        talk.tr,
        task=office.named(task.number, task.content),
        told=[person.name for person in told],
        unreached=[names[i] for i in (*leads, *helpers) if i not in reached],
    )
    return Outgoing((text,), about=(task.id,))


async def on_received(talk: Talk, argument: str) -> Outgoing:
    """ "Đã nhận" under a task given; `argument` is the task's id."""
    task_id = read_id(argument)
    task = await talk.session.get(Task, task_id) if task_id else None
    if task is None or task.committee_id != talk.committee.id:
        return Outgoing((common.old_button(talk.tr),))
    try:
        await receive_task(talk.session, talk.committee.id, task.id, by=talk.person, now=talk.now)
    except NotYourRoleError:
        return Outgoing((common.old_button(talk.tr),))
    except AlreadyDecidedError:
        return Outgoing((texts.received_before(talk.tr, number=task.number),), about=(task.id,))
    return Outgoing((texts.received(talk.tr, number=task.number),), about=(task.id,))


async def on_received_words(talk: Talk) -> Outgoing | None:
    """ "Đã nhận", typed where a task was given last."""
    words = flatten(talk.incoming.text).strip(" .!")
    if words.removeprefix("da, ").removeprefix("vang, ") not in RECEIVED:
        return None
    open_ones = [
        row
        for row in await acknowledgements(talk.session, talk.committee.id)
        if row.person_id == talk.person.id
    ]
    return await on_received(talk, str(open_ones[0].task_id)) if len(open_ones) == 1 else None


async def not_received(talk: Talk) -> Outgoing:
    """The tasks given that somebody has not received yet, and how to give another."""
    rows = await acknowledgements(talk.session, talk.committee.id)
    waiting: dict[int, list[str]] = {}
    tasks = {row.task_id: row.task for row in rows}
    for row in rows:
        waiting.setdefault(row.task_id, []).append(row.person.name)
    lines = [
        texts.not_received_by(
            talk.tr,
            line=task_texts.task_line(tasks[task_id].number, tasks[task_id].content),
            people=people,
        )
        for task_id, people in list(waiting.items())[:OFFERED]
    ]
    if lines:
        lines.insert(0, texts.not_received(talk.tr, count=len(waiting)))
    about = tuple(list(waiting)[:OFFERED])
    buttons = tuple(common.task_button(tasks[i].number, i) for i in about[:5])
    rows_of = (buttons,) if buttons else ()
    return Outgoing((*lines, texts.how_to_assign(talk.tr)), rows_of, about=about)
