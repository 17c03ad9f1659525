"""Lists of tasks: one's own by parts and pages, tasks under their due days, their buttons."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.conversation.listening.mentions import flatten
from bot.conversation.paging import in_rows, turning
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.cards import is_extended, on_number
from bot.conversation.tasks.task_filters import (
    ALL,
    DONE,
    HELPING,
    PARTS,
    part_named,
    parts_in,
    pick,
)
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts import common, reminders
from bot.texts.questions import task_lines
from bot.texts.tasks import cards as texts
from db.enums import Part
from db.queries.office import accepted_plans
from db.queries.tasks import TaskNow, tasks_now

PAGE = 10
"""Tasks named in one message."""

ROW = 5
"""Task buttons side by side: a phone shows five short numbers."""

LONGEST_NUMBER = 9
"""Digits of a number that are still read."""

PART_ROW = 3
"""Buttons of parts side by side: their words are longer."""


async def my_tasks(talk: Talk) -> list[TaskNow]:
    """What this person's agencies lead, open, the most urgent first."""
    return [task for task in await _led(talk) if task.open]


async def _led(talk: Talk) -> list[TaskNow]:
    """What this person's agencies lead, the most urgent first."""
    found = await tasks_now(
        talk.session, talk.committee.id, today=talk.today, agency_ids=talk.standing.agency_ids
    )
    followed = (task for task in found if not task.removed or task.open)
    return sorted(followed, key=by_urgency)


async def _helped(talk: Talk) -> list[TaskNow]:
    """What others lead and this person's agencies help with, open, the most urgent first."""
    found = await tasks_now(
        talk.session,
        talk.committee.id,
        today=talk.today,
        agency_ids=talk.standing.agency_ids,
        part=Part.COORDINATING,
    )
    theirs = talk.standing.agency_ids
    others = (task for task in found if task.open and not theirs & {*task.agency_ids(Part.LEAD)})
    return sorted(others, key=by_urgency)


def by_urgency(task: TaskNow) -> tuple[date, int]:
    """Longest overdue first, then the next due day; without a day at the end."""
    return (task.occurrence.due or date.max, task.task.number)


async def on_mine(talk: Talk, argument: str = "") -> Outgoing:
    """The person's open tasks, ten a page, with their parts to choose from."""
    return await _list(talk, ALL, 0)


async def on_command(talk: Talk, argument: str) -> Outgoing:
    """/viec: that list; with a number its card, with a part's words ("quá hạn") that part."""
    if argument.lstrip("#").isdecimal():
        return await on_number(talk, int(argument.lstrip("#")[:LONGEST_NUMBER]))
    return await _list(talk, part_named(flatten(argument)), 0)


async def on_part(talk: Talk, part: str) -> Outgoing:
    """One part of the person's list ("việc quá hạn"); the whole where the part is empty."""
    return await _list(talk, part, 0)


async def on_turn(talk: Talk, argument: str) -> Outgoing:
    """Another part or page of the list, "part:page", in the place of the one pressed on."""
    part, _, page = argument.partition(":")
    part = part if part in (*PARTS, HELPING) else ALL
    outgoing = await _list(talk, part, read_id(page) or 0)
    return replace(outgoing, replaces=talk.incoming.message)


async def _list(talk: Talk, part: str, page: int) -> Outgoing:
    tr = talk.tr
    if not talk.standing.agency_ids:
        return Outgoing((texts.no_tasks_of_own(tr),))
    agencies = ", ".join(talk.agency_names)
    everything = await _led(talk)
    helped = await _helped(talk)
    parts = parts_in(everything, talk.today)
    found = helped if part == HELPING else pick(everything, part, talk.today)
    empty = () if found or part == ALL else (texts.none_in_part(tr, part),)
    if not found:
        part, found = ALL, pick(everything, ALL, talk.today)
    chosen = _part_choices(tr, parts, part, helped=len(helped))
    if not found:
        nothing = texts.no_open_tasks(tr, agencies=agencies)
        if not chosen and not await accepted_plans(talk.session, talk.committee.id):
            nothing = texts.no_plan_followed(tr)
        return Outgoing((nothing,), tuple(chosen))
    last_page = (len(found) - 1) // PAGE
    page = min(page, last_page)
    shown = found[page * PAGE : (page + 1) * PAGE]
    rows = [*task_buttons(shown), *turning(tr, f"list:{part}", page, last_page)]
    if part == DONE:
        lines = [texts.task_line(task.task.number, task.task.content) for task in shown]
    elif part == HELPING:
        lines = [_helped_line(tr, task) for task in shown]
    else:
        lines = due_lines(tr, talk.today, shown, found)
    blocks = [*empty, texts.list_heading(tr, part, agencies=agencies, count=len(found)), *lines]
    if page < last_page:
        blocks.append(common.more_tasks(tr, len(found) - (page + 1) * PAGE))
    about = tuple(task.task.id for task in shown)
    return Outgoing(tuple(blocks), (*rows, *chosen), about=about)


def _helped_line(tr: Translator, task: TaskNow) -> str:
    """A task that another agency leads, by its number, its lead and its due day."""
    line = texts.task_line(task.task.number, task.task.content)
    leads = task.agency_names(Part.LEAD)
    return task_lines.task_of(tr, line=line, leads=leads, due=task.occurrence.due)


def _part_choices(
    tr: Translator, parts: Mapping[str, int], now: str, *, helped: int
) -> list[tuple[Choice, ...]]:
    """The other parts that have tasks, each with its count; none beside a single open one."""
    everything = {ALL: sum(parts.values()) - parts.get(DONE, 0)}
    alone = len(parts) == 1 and DONE not in parts
    offered = {**everything, **({} if alone else parts), HELPING: helped}
    if alone and not helped:
        return []
    buttons = [
        Choice(texts.part_button(tr, part, count=count), f"list:{part}:0")
        for part, count in offered.items()
        if part != now and count
    ]
    return in_rows(buttons, PART_ROW)


def due_lines(
    tr: Translator, today: date, shown: list[TaskNow], everything: list[TaskNow]
) -> list[str]:
    """Tasks as lines under their due days, each day once in the plan's words and as a day.

    A heading counts all of its day's tasks, also those not shown.
    """
    lines: list[str] = []
    last: date | object = object()
    for task in shown:
        due = task.occurrence.due
        if due != last:
            last = due
            same = [t for t in everything if t.occurrence.due == due]
            words = texts.plan_words(
                texts.with_extension(tr, t.task.deadline_text, extended=is_extended(t))
                for t in same
            )
            lines.append(_due_heading(tr, today, due, words, len(same)))
        lines.append(texts.task_line(task.task.number, task.task.content))
    return lines


def _due_heading(tr: Translator, today: date, due: date | None, words: str, count: int) -> str:
    if due is None:
        return texts.no_due_day(tr, count=count)
    if due < today:
        days = (today - due).days
        return reminders.overdue_group(tr, words=words, due=due, days=days, count=count)
    days = (due - today).days
    return reminders.due_group(tr, words=words, due=due, days=days, count=count)


def task_buttons(shown: list[TaskNow]) -> list[tuple[Choice, ...]]:
    """A button for each task, five in a row."""
    buttons = [common.task_button(t.task.number, t.task.id) for t in shown]
    return in_rows(buttons, ROW)


def due_this_month(task: TaskNow, today: date) -> bool:
    """Due between today and the month's end."""
    due = task.occurrence.due
    first_of_next = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return due is not None and today <= due < first_of_next
