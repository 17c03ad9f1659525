"""What a task given in words still lacks: its questions one by one, then its card to confirm."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from bot.conversation.listening.mentions import flatten
from bot.conversation.office.order_times import Time, read_time
from bot.conversation.office.orders import Order
from bot.conversation.talk import Talk
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts import agencies
from bot.texts.office import assigning as texts
from bot.texts.tasks import cards as task_texts
from db.enums import DeadlineKind
from db.queries.office import agencies_by_id
from tasks.agencies import capitalised

Draft = dict[str, Any]
"""An order half given, as it is kept with the chat: its number `n`, its `day`, and its parts."""

OFFERED = 8
"""Agencies offered where it is not clear which is meant."""
SHORTEST = 3
"""Words of a task; fewer say nothing that could be done."""


def take_in(draft: Draft, order: Order) -> None:
    """The parts that an order names, over those that the draft has."""
    if order.content:
        draft["content"] = order.content
    if order.product:
        draft["product"] = order.product
    if order.leads or order.unclear_lead:
        draft["leads"] = list(order.leads)
        draft["unclear_lead"] = _doubt(order.unclear_lead)
    if order.coordinating or order.collectives or order.unclear_helper:
        draft["helpers"] = list(order.coordinating)
        draft["collectives"] = list(order.collectives)
        draft["unclear_helper"] = _doubt(order.unclear_helper)
    if order.times:
        draft["times"] = [time.words for time in order.times]


AGENCIES = {"lead": "leads", "helper": "helpers"}
"""Where a draft keeps the agencies of a part; what is unclear of it stands under "unclear_..."."""


async def take_agencies(talk: Talk, draft: Draft, part: str, ids: Iterable[int]) -> Outgoing:
    """What the order lacks once these agencies lead it, or help with it; none settle a doubt."""
    kept = AGENCIES[part]
    draft[kept] = list(dict.fromkeys([*draft.get(kept, ()), *ids]))
    draft[f"unclear_{part}"] = None
    return await go_on(talk, draft)


def ask_what_to_amend(talk: Talk) -> Outgoing:
    """Ask which part of the open order is to be another."""
    talk.remember(office={"what": "assign", "part": "amend"})
    return Outgoing((texts.what_to_amend(talk.tr),))


def _doubt(unclear: Any) -> list[Any] | None:
    return [unclear.words, list(unclear.among)] if unclear else None


async def go_on(talk: Talk, draft: Draft) -> Outgoing:
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
"""The part asked for, the question, and answers to pick."""


async def _ask_lead(talk: Talk, draft: Draft) -> Question | None:
    doubt = draft.get("unclear_lead")
    if draft.get("leads") and not doubt:
        return None
    words, among = doubt or (None, [])
    if words and not among:
        among = await _that_begin(talk, words)
    if len(among) == 1 and doubt:
        draft["leads"], draft["unclear_lead"] = among, None
        return None
    choices = await _offer(talk, draft, "lead", among)
    if words and not among:
        label = agencies.button_add_lead(talk.tr, capitalised(words))
        choices.append(Choice(label, f"newlead:{draft['n']}"))
    return "lead", texts.which_lead(talk.tr, words=words), choices


async def _that_begin(talk: Talk, words: str) -> list[int]:
    """The agencies whose names begin with these words: "Văn phòng" is "Văn phòng HĐND&UBND"."""
    known = await agencies_by_id(talk.session, talk.committee.id)
    head = flatten(words)
    return [one.id for one in known if flatten(one.name).startswith(f"{head} ")]


async def _ask_helper(talk: Talk, draft: Draft) -> Question | None:
    doubt = draft.get("unclear_helper")
    if not doubt:
        return None
    choices = await _offer(talk, draft, "helper", doubt[1])
    choices.append(Choice(texts.button_skip(talk.tr), f"helper:{draft['n']}:0"))
    return "helper", texts.which_helper(talk.tr, words=doubt[0]), choices


async def _offer(talk: Talk, draft: Draft, verb: str, among: Sequence[int]) -> list[Choice]:
    found = await agencies_by_id(talk.session, talk.committee.id, among or None)
    taken = {*draft.get("leads", ()), *draft.get("helpers", ())}
    return [
        Choice(agency.name, f"{verb}:{draft['n']}:{agency.id}")
        for agency in found
        if agency.id not in taken
    ][:OFFERED]


async def _ask_content(talk: Talk, draft: Draft) -> Question | None:
    if len(str(draft.get("content", "")).split()) >= SHORTEST:
        return None
    return "content", texts.what_task(talk.tr), []


async def _ask_deadline(talk: Talk, draft: Draft) -> Question | None:
    times = [time_of(talk, words) for words in draft.get("times", ())]
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


def time_of(talk: Talk, words: str) -> Time:
    time = read_time(words, today=talk.today)
    if time is None:
        raise ValueError(f"a deadline that was read before: {words!r}")
    return time


async def _card(talk: Talk, draft: Draft) -> tuple[str, ...]:
    names = {a.id: a.name for a in await agencies_by_id(talk.session, talk.committee.id)}
    time = time_of(talk, draft["times"][0])
    return card_lines(
        talk.tr,
        content=draft["content"],
        product=draft.get("product"),
        leads=[names[i] for i in draft["leads"]],
        coordinating=[
            *(names[i] for i in draft.get("helpers", ())),
            *draft.get("collectives", ()),
        ],
        words=time.words,
        kind=time.deadline.kind,
        due=time.deadline.due,
    )


def card_lines(
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
