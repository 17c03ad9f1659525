"""Tasks in chat: one's own list, a task's card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select

from bot.conversation.mentions import flatten
from bot.conversation.since import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.office_card import office_choices, office_lines, said_by
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
from bot.texts import asking, common, evidence, reminders, reporting
from bot.texts import history as history_texts
from bot.texts import tasks as texts
from db.enums import Part, Progress
from db.models import Blocker
from db.queries.agencies import members_of
from db.queries.tasks import TaskNow, tasks_now
from plans.words import clean, cut
from tasks.changes import valid_updates
from tasks.evidence import evidence_of
from tasks.history import task_history
from tasks.rules import may_report, may_see

PAGE = 10
"""Tasks named in one message."""

ROW = 5
"""Task buttons side by side: a phone shows five short numbers."""

LONGEST_NUMBER = 9
"""Digits of a number that are still read."""

PART_ROW = 3
"""Buttons of parts side by side: their words are longer."""

HISTORY = 3
"""Reports shown on a card; its history has all."""

SAID = 120
"""Longest words of a report shown there, in characters; all of them are kept."""


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
        return Outgoing((nothing,), tuple(chosen))
    last_page = (len(found) - 1) // PAGE
    page = min(page, last_page)
    shown = found[page * PAGE : (page + 1) * PAGE]
    rows = [*task_buttons(shown)]
    turning = []
    if page:
        turning.append(Choice(texts.previous_page(tr), f"list:{part}:{page - 1}"))
    if page < last_page:
        turning.append(Choice(texts.next_page(tr), f"list:{part}:{page + 1}"))
    if turning:
        rows.append(tuple(turning))
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
    return asking.task_of(tr, line=line, leads=leads, due=task.occurrence.due)


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
    return [tuple(buttons[i : i + PART_ROW]) for i in range(0, len(buttons), PART_ROW)]


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
                texts.with_extension(tr, t.task.deadline_text, extended=_is_extended(t))
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


def _is_extended(task: TaskNow) -> bool:
    return task.occurrence.due != task.occurrence.first_due


def task_buttons(shown: list[TaskNow]) -> list[tuple[Choice, ...]]:
    """A button for each task, five in a row."""
    buttons = [common.task_button(t.task.number, t.task.id) for t in shown]
    return [tuple(buttons[i : i + ROW]) for i in range(0, len(buttons), ROW)]


async def task_of_button(talk: Talk, argument: str) -> TaskNow | None:
    """The task of a button; None where it is not this committee's, or not followed any more."""
    task_id = read_id(argument)
    if task_id is None:
        return None
    found = await tasks_now(talk.session, talk.committee.id, today=talk.today, task_ids=[task_id])
    return found[0] if found else None


async def on_card(talk: Talk, argument: str) -> Outgoing:
    """A task's card, for those who have to do with it; `argument` is the task's id."""
    found = await task_of_button(talk, argument)
    if found is None:
        raise StaleButtonError
    return await card(talk, found)


async def on_number(talk: Talk, number: int) -> Outgoing:
    """A task's card by the number people type."""
    found = await tasks_now(talk.session, talk.committee.id, today=talk.today, number=number)
    if not found:
        return Outgoing((reporting.no_such_task(talk.tr, number=number),))
    return await card(talk, found[0])


async def card(talk: Talk, now_task: TaskNow) -> Outgoing:
    """Everything about one task, with the buttons of those who report for it."""
    tr, today, task, occurrence = talk.tr, talk.today, now_task.task, now_task.occurrence
    leads = now_task.agency_names(Part.LEAD)
    if refusal := await not_a_reader(talk, now_task):
        return refusal
    obstacles = await obstacles_of(talk, now_task)
    due = occurrence.due
    lines = texts.card_lines(
        tr,
        number=task.number,
        content=task.content,
        product=task.product,
        leads=leads,
        coordinating=now_task.agency_names(Part.COORDINATING),
        deadline_line=texts.deadline(
            tr, words=task.deadline_text, kind=task.kind, due=due, extended=_is_extended(now_task)
        ),
        left=texts.time_left(tr, (due - today).days) if due and now_task.open else None,
        missed=tuple(missed.period or "" for missed in now_task.missed),
        standing=texts.progress(tr, occurrence.progress, occurrence.percent),
        obstacles=obstacles,
        paused=now_task.paused,
    )
    if now_task.removed:
        lines = (*lines, reporting.not_followed(tr, task=f"#{task.number}"))
    updates = (await valid_updates(talk.session, occurrence))[-HISTORY:]
    who = await said_by(talk, updates)
    history = [
        texts.history_line(
            tr,
            when=tr.time(row.reported_at, talk.zone),
            who=who[row.id],
            said=cut(clean(row.words), SAID),
        )
        for row in updates
    ]
    reported = not now_task.paused and not now_task.removed
    reports = may_report(talk.standing, now_task.agency_ids(Part.LEAD)) and reported
    rows = report_choices(talk, now_task, stuck=bool(obstacles)) if reports else ()
    choices = _with_attaching(talk, now_task, rows) if reports else ()
    kept = await office_lines(talk, now_task)
    proof = await evidence_of(talk.session, occurrence)
    if proof:
        names = [row.file.name if row.file else row.document or "" for row in proof]
        lines = (*lines, evidence.card_line(tr, names=names))
    looks: list[Choice] = []
    files = sum(row.file is not None for row in proof)
    if files:
        looks.append(evidence.button_files(tr, count=files, task_id=task.id))
    happened = len(await task_history(talk.session, task, talk.zone))
    if happened > len(history) + len(proof):
        looks.append(history_texts.button(tr, count=happened, task_id=task.id))
    if looks:
        choices += (tuple(looks),)
    choices += office_choices(talk, now_task)
    return Outgoing((*lines, *kept, *history), choices, about=(task.id,))


async def obstacles_of(talk: Talk, now_task: TaskNow) -> tuple[str, ...]:
    """What is in the way of a task, the oldest first."""
    query = (
        select(Blocker.reason)
        .where(
            Blocker.committee_id == talk.committee.id,
            Blocker.occurrence_id == now_task.occurrence.id,
            Blocker.cleared_on.is_(None),
        )
        .order_by(Blocker.id)
    )
    return tuple((await talk.session.scalars(query)).all())


def _with_attaching(
    talk: Talk, now_task: TaskNow, rows: tuple[tuple[Choice, ...], ...]
) -> tuple[tuple[Choice, ...], ...]:
    """The buttons of a report, and beside the last of them that for evidence."""
    attach = evidence.button_attach(talk.tr, now_task.task.id)
    if now_task.open and now_task.occurrence.due is not None:
        return (*rows[:-1], (*rows[-1], attach))
    return (*rows, (attach,))


async def not_a_reader(talk: Talk, now_task: TaskNow) -> Outgoing | None:
    """The refusal for who has nothing to do with a task; None for who may see all of it."""
    everybody = [*now_task.agency_ids(Part.LEAD), *now_task.agency_ids(Part.COORDINATING)]
    if may_see(talk.standing, everybody):
        return None
    everybody += await members_of(talk.session, talk.committee.id, now_task.companies())
    if may_see(talk.standing, everybody):
        return None
    leads = ", ".join(now_task.agency_names(Part.LEAD))
    return Outgoing((reporting.not_for_you(talk.tr, number=now_task.task.number, leads=leads),))


def report_choices(talk: Talk, now_task: TaskNow, *, stuck: bool) -> tuple[tuple[Choice, ...], ...]:
    """What one can report of a task by a button; `stuck` where something is in its way."""
    tr, task_id = talk.tr, now_task.task.id
    rows: list[tuple[Choice, ...]] = [
        (
            Choice(texts.button_done(tr), f"done:{task_id}"),
            Choice(texts.button_progress(tr), f"progress:{task_id}"),
        ),
        (
            Choice(texts.button_not_started(tr), f"idle:{task_id}"),
            Choice(texts.button_blocked(tr), f"blocked:{task_id}"),
        ),
    ]
    if stuck:
        rows.append((Choice(texts.button_cleared(tr), f"cleared:{task_id}"),))
    if now_task.occurrence.progress is Progress.DONE:
        rows = [(rows[0][1], rows[1][1])]
    elif now_task.occurrence.due is not None:
        rows.append((Choice(texts.button_extend(tr), f"extend:{task_id}"),))
    return tuple(rows)


def due_this_month(task: TaskNow, today: date) -> bool:
    """Due between today and the month's end."""
    due = task.occurrence.due
    first_of_next = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return due is not None and today <= due < first_of_next
