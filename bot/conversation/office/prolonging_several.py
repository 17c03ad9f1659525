"""More time for several tasks in one order: "gia hạn 6 và 19 đến 30/12".

Where each of them waits for just that day, the wishes are granted. Else the standing office is
asked once, with every task and its days; what a press gives is kept with the chat (`prolongs`).
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.office.deciding import decide_on, undecided, wish_for
from bot.conversation.office.numbers import NUMBER, read_numbers
from bot.conversation.office.prolonging import SPOKEN, day_meant, read_order
from bot.conversation.office.whose import led_by_another, without_whose
from bot.conversation.pressed import keep_for_press, kept_for_press
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import followed_tasks, task_numbered
from bot.conversation.tasks.office_task import everybody, named
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.reporting import extending as texts
from db.models import Extension
from db.queries.office import reached_members, tell_of
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks.errors import BadExtensionError, NotYourRoleError
from tasks.extensions import decide_extension, give_more_time
from tasks.rules import may_decide_extensions, may_run_office

REASON = 160
"""Longest reason told, in characters."""
SEVERAL = re.compile(
    rf"(?P<numbers>{NUMBER}(?:(?:[\s,;]|\b(?:va|voi|cung)\b)+{NUMBER})+)"
    r"(?!\w|[/%]|[.,-]\d| ?(?:ngay|hom|tuan|thang|quy|nam)\b)"
)
""" "6 và 19", and neither "6, 10 ngày" nor "6 19/12"; over flattened text."""
TOGETHER = re.compile(r"\b(?:deu|cung|ca hai|ca|tat ca|het(?= (?:den|toi|sang|them)\b)) ")
""" "6 và 19 đều lùi hết đến 15/1": says nothing of one of them."""


@dataclass(frozen=True, slots=True)
class Given:
    """A task, and the day that the order gives it."""

    now_task: TaskNow
    before: date
    until: date


async def on_words(talk: Talk) -> Outgoing | None:
    """More time for several tasks at once; None where one or none is named."""
    decides = may_decide_extensions(talk.standing) and not talk.standing.agency_ids
    if not (may_run_office(talk.standing) or decides):
        return None
    said_of, whose = await without_whose(talk, clean(talk.incoming.text))
    orders = each_order(said_of)
    if not orders or is_question(listen(talk.incoming.text).words):
        return None
    given: list[Given] = []
    refused: list[str] = []
    reason: str | None = None
    for number, text in orders.items():
        now_task, said = await task_numbered(talk, number), read_order(talk, text)
        if others := led_by_another(talk, now_task, whose):
            return others
        until = await day_meant(talk, now_task, said, text) if said else None
        if said is None or (until is None and now_task.occurrence.due is not None):
            return await _without_day(talk, orders)
        reason = said.reason
        due = now_task.occurrence.due
        if due is None or until is None or until <= due or until < talk.today:
            task = f"#{now_task.task.number}"
            refused.append(texts.bad_extension(talk.tr, task=task, due=due))
        else:
            given.append(Given(now_task, due, until))
    wishes = [(one, await wish_for(talk, one.now_task)) for one in given]
    if given and all(wish is not None and wish.asked_due == one.until for one, wish in wishes):
        granted = await decide_on(
            talk, [one.now_task.task.number for one in given], granted=True, why=None
        )
        return Outgoing((*granted.blocks, *refused), about=granted.about)
    if not may_run_office(talk.standing):
        if any(wish is not None for _, wish in wishes):
            return await undecided(talk)
        raise NotYourRoleError  # a member grants what was asked for
    return _ask(talk, given, refused, reason) if given else Outgoing(tuple(refused))


def each_order(text: str) -> dict[int, str]:
    """The same order for each of its tasks, by number; empty where it names fewer than two.

    >>> each_order("gia hạn 6 và 19 đến 30/12")
    {6: 'gia hạn việc 6 đến 30/12', 19: 'gia hạn việc 19 đến 30/12'}
    """
    found = SEVERAL.search(flatten(text))
    if found is None:
        return {}
    before, behind = (_of_each(part) for part in (text[: found.start()], text[found.end() :]))
    numbers = read_numbers(found["numbers"])
    orders = {one: f"{before}việc {one}{behind}" for one in numbers}
    spoken = all(SPOKEN.fullmatch(flatten(order)) for order in orders.values())
    return orders if spoken and len(orders) > 1 else {}


def _of_each(text: str) -> str:
    """Words without those that say no more than that they are of each task."""
    while together := TOGETHER.search(flatten(text)):
        text = text[: together.start()] + text[together.end() :]
    return text


async def _without_day(talk: Talk, numbers: Collection[int]) -> Outgoing:
    """The wishes that wait, else that the order lacks its day."""
    waiting = await undecided(talk)
    if waiting.choices:
        return waiting
    tasks = ", ".join(f"#{number}" for number in numbers)
    bare = ", ".join(map(str, numbers))
    return Outgoing((texts.which_day_for(talk.tr, tasks=tasks, numbers=bare),))


def _ask(talk: Talk, given: Sequence[Given], refused: list[str], reason: str | None) -> Outgoing:
    """What a press will do: each task with the day that holds and the one it is given."""
    days = {str(one.now_task.task.id): one.until.isoformat() for one in given}
    kept = {"days": days, "reason": cut(reason, REASON) if reason else None}
    number = keep_for_press(talk, "prolongs", kept, counter="prolongings")
    lines = [
        texts.to_be_given(
            talk.tr,
            task=named(one.now_task.task),
            before=one.before,
            until=one.until,
        )
        for one in given
    ]
    button = Choice(texts.button_give(talk.tr, count=len(given)), f"prolong:{number}")
    blocks = (texts.ask_whether(talk.tr, count=len(given)), *lines, *refused)
    return Outgoing(blocks, ((button,),), about=tuple(one.now_task.task.id for one in given))


async def on_prolong(talk: Talk, argument: str) -> Outgoing:
    """ "Gia hạn 2 nhiệm vụ" under that. Raises `StaleButtonError` where another came since."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    kept = kept_for_press(talk, "prolongs", argument)
    talk.remember(prolongs=None)
    tasks = await followed_tasks(talk, [int(task_id) for task_id in kept["days"]])
    given: list[tuple[TaskNow, Extension]] = []
    refused: list[str] = []
    for now_task in tasks:
        until = date.fromisoformat(kept["days"][str(now_task.task.id)])
        try:
            given.append((now_task, await _give(talk, now_task, until, kept["reason"])))
        except BadExtensionError as wrong:
            task = f"#{wrong.number}"
            refused.append(texts.bad_extension(talk.tr, task=task, due=now_task.occurrence.due))
    await _tell(talk, given)
    lines = [_said(talk.tr, *one) for one in given]
    return Outgoing((*lines, *refused), about=tuple(one.task.id for one, _ in given))


async def _give(talk: Talk, now_task: TaskNow, until: date, reason: str | None) -> Extension:
    """The day given; a wish for another is refused by it."""
    wish = await wish_for(talk, now_task)
    extension = await give_more_time(talk.session, now_task, until, reason=reason, by=talk.actor)
    if wish is not None:
        await decide_extension(talk.session, wish, granted=False, by=talk.actor)
    return extension


async def _tell(talk: Talk, given: Sequence[tuple[TaskNow, Extension]]) -> None:
    """Each of the tasks' people hears of all that concern them in one message."""
    agency_ids = sorted({agency for one, _ in given for agency in everybody(one)})
    members = await reached_members(talk.session, talk.committee.id, agency_ids)
    for person in talk.others(tell_of(members, agency_ids)):
        own = {held.agency_id for held in members if held.person_id == person.id}
        theirs = [one for one in given if own & {*everybody(one[0])}]
        lines = tuple(_said(talk.words_for(person), *one) for one in theirs)
        await talk.tell(person, Outgoing(lines, about=tuple(one.task.id for one, _ in theirs)))


def _said(tr: Translator, now_task: TaskNow, extension: Extension) -> str:
    return texts.given(
        tr,
        task=named(now_task.task),
        before=extension.due_before,
        until=extension.asked_due,
        reason=extension.reason,
    )
