"""An accepted task set right by the standing office: asked what, read, changed, told to all."""

import re
from dataclasses import replace

from bot.conversation.dates.days import find_days
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.office.before import keep_before, state_of
from bot.conversation.office.order_times import missing_day
from bot.conversation.office.orders import CONTENT, read_order
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import is_extended
from bot.conversation.tasks.office_task import (
    corrected,
    everybody,
    task_of_office,
    tell_all,
)
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.texts.office import amending as texts
from db.enums import Part, TaskField
from db.queries.tasks import TaskNow
from plans.words import clean
from tasks.amending import Amendment, correct_task

HAN = re.compile(r"\b(?:thoi )?han\b")
QUOTED = re.compile(r"[\"“”]([^\"“”]+)[\"“”]")
"""A new wording between quotation marks, which are none of it."""


async def on_correct(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa" on a card: asked what."""
    return _ask_correction(talk, await task_of_office(talk, argument))


def _ask_correction(talk: Talk, now_task: TaskNow, named: str = "") -> Outgoing:
    """Ask what; the part that was `named` need not be named again."""
    task = now_task.task
    talk.remember(office={"what": "correct", "part": f"{task.id}:{named}"})
    return Outgoing((texts.ask_correction(talk.tr, task=f"#{task.number}"),), about=(task.id,))


async def correction_given(talk: Talk, part: str) -> Outgoing | None:
    """What is to be corrected, as it was asked for; `part` is "task" or "task:the part named"."""
    task_id, _, named = part.partition(":")
    now_task = await task_of_office(talk, task_id)
    text = clean(talk.incoming.text)
    if not text or text.startswith("#"):
        return None
    labelled = named and ":" not in text
    return await correct(talk, now_task, f"{named}: {text}" if labelled else text)


async def correct(talk: Talk, now_task: TaskNow, text: str) -> Outgoing:
    """Corrected as "thời hạn: 31/12/2025" says; asked where it says nothing that can be changed.

    "Thời hạn:" alone asks for that.
    """
    text = QUOTED.sub(r"\1", text)
    order = read_order(text, await known_agencies(talk), today=talk.today)
    content = order.content if CONTENT.search(flatten(text)) else None
    time = order.times[0] if len(order.times) == 1 else None
    if not order.times and (day := missing_day(text, today=talk.today)):
        told = texts.no_such_day(talk.tr, day=day, number=now_task.task.number)
        return Outgoing((told,), about=(now_task.task.id,))
    days = find_days(listen(text).words, today=talk.today, marked=True)
    if not order.times and not content and days and HAN.search(flatten(text)):
        return _ask_correction(talk, now_task)  # a day that is not read is not left out either
    amendment = Amendment(
        content=content or None,
        product=order.product,
        leads=order.leads or None,
        coordinating=order.coordinating or None,
        deadline_text=time.words if time else None,
        deadline=time.deadline if time else None,
    )
    if amendment == Amendment() or order.unclear_lead or order.unclear_helper:
        alone = text.rstrip(" :") if text.endswith(":") else ""
        return _ask_correction(talk, now_task, alone)
    return await amend(talk, now_task, amendment)


async def amend(talk: Talk, now_task: TaskNow, amendment: Amendment) -> Outgoing:
    """Corrected, and told to everybody whom it concerns; a new lead helps no longer."""
    if amendment.leads and not amendment.coordinating:
        amendment = with_lead(now_task, *amendment.leads, also=amendment)
    before, said = everybody(now_task), state_of(now_task)
    extended, recurred = is_extended(now_task), now_task.task.recurs is not None
    done = await correct_task(talk.session, now_task, amendment, talk.actor)
    task = now_task.task
    if not done:
        text = texts.nothing_corrected(talk.tr, task=f"#{task.number}")
        return Outgoing((text,), about=(task.id,))
    due = now_task.occurrence.due
    once = recurred and task.recurs is None

    def said_of_it(tr: Translator) -> tuple[str, ...]:
        ends = (texts.recurs_no_more(tr),) if once else ()
        return (*corrected(tr, task, done, due=due), *ends)

    told = await tell_all(talk, now_task, said_of_it, also=before)
    if once:
        told = replace(told, blocks=(*told.blocks, texts.to_keep_recurring(talk.tr)))
    if extended and any(one.field is TaskField.DEADLINE for one in done):
        return told  # the day granted since would be lost on the way back
    return replace(told, choices=((keep_before(talk, now_task, said),),))


def with_lead(now_task: TaskNow, *leads: int, also: Amendment | None = None) -> Amendment:
    """Other agencies to lead a task; who leads helps no longer."""
    helpers = [*now_task.collectives(), *now_task.agency_ids(Part.COORDINATING)]
    left = tuple(one for one in helpers if one not in leads)
    return replace(also or Amendment(), leads=leads, coordinating=left)
