"""A group's digest, made when it is posted: the week's figures, what is late, stuck and due.

A committee's group gets what its members would be told, an agency's group its own tasks alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.groups.call import words_of
from bot.conversation.mornings.morning_facts import DueWords
from bot.conversation.paging import in_rows
from bot.conversation.tasks.lists import ROW
from bot.i18n import Translator
from bot.ports import Outgoing, Spot
from bot.texts import common
from bot.texts import groups as texts
from bot.texts.questions import task_lines
from bot.texts.tasks.cards import task_line
from db.models import GroupBinding
from db.queries.groups import binding_of
from db.queries.office import task_numbers
from db.queries.tasks import ids_by_number
from reports.facts import CommitteeFacts, TaskFacts
from reports.figures import roll_up
from reports.load import committee_facts, task_facts
from reports.render import render_roll_up
from reports.status import OPEN, TaskStatus, task_status

LISTED = 3
"""Tasks named of what is late and of what is stuck: with the rest, what a phone shows."""
AGENCIES = 5
"""Agencies named, those furthest behind."""
DUE = 5
"""Tasks named of what comes due this week."""


async def digest(
    session: AsyncSession,
    message: DueWords,
    *,
    default_locale: str,
    today: date,
    bot_name: str | None,
) -> Outgoing | None:
    """This week's digest for the group that a message is owed to.

    None where the group is bound no more, its week is over, or there is nothing to report.
    """
    binding = await binding_of(session, message.chat_id or 0)
    if binding is None or binding.committee_id != message.committee_id:
        return None
    if message.day.isocalendar()[:2] != today.isocalendar()[:2]:
        return None
    tr = words_of(binding, default_locale)
    committee, facts = await _facts(session, binding, today)
    figures = roll_up(facts, committee=committee, as_of=today)
    found = [task_status(task, as_of=today, confirms=committee.confirms) for task in facts]
    due = _due_by_sunday(found, today)
    if not (figures.overdue or figures.blocked or due):
        return None
    if binding.agency is not None:
        figures = replace(figures, committee=binding.agency.name, agencies=())
    blocks = (
        *render_roll_up(tr, figures, listed=LISTED, agencies=AGENCIES),
        *_due_lines(tr, due),
        texts.ask_more(tr, bot=bot_name),
    )
    named = [late.task.number for late in figures.overdue[:LISTED]]
    named += [stuck.task.number for stuck in figures.blocked[:LISTED]]
    named += [one.task.number for one in due[:DUE]]
    ids = await ids_by_number(session, binding.committee_id, named)
    shown = {number: ids[number] for number in dict.fromkeys(named) if number in ids}
    buttons = [common.task_button(number, task_id) for number, task_id in shown.items()]
    rows = tuple(in_rows(buttons, ROW))
    return Outgoing(blocks, rows, about=tuple(shown.values()), spot=Spot(topic=binding.topic))


async def _facts(
    session: AsyncSession, binding: GroupBinding, today: date
) -> tuple[CommitteeFacts, list[TaskFacts]]:
    """What the group may see of its committee: all tasks that are followed, or one agency's."""
    committee = await committee_facts(session, binding.committee_id)
    facts = await task_facts(session, binding.committee_id)
    facts = [task for task in facts if task.removed_on is None or today < task.removed_on]
    if binding.agency_id is not None:
        own = await task_numbers(session, binding.committee_id, agency_ids=[binding.agency_id])
        facts = [task for task in facts if task.number in own]
    return committee, facts


def _due_by_sunday(found: Sequence[TaskStatus], today: date) -> list[TaskStatus]:
    sunday = today + timedelta(days=6 - today.weekday())
    due = [
        one
        for one in found
        if one.status in OPEN and one.due is not None and today <= one.due <= sunday
    ]
    return sorted(due, key=lambda one: (one.due or sunday, one.task.number))


def _due_lines(tr: Translator, due: Sequence[TaskStatus]) -> list[str]:
    if not due:
        return []
    lines = [texts.due_this_week(tr, count=len(due))]
    for one in due[:DUE]:
        line = task_line(one.task.number, one.task.content)
        lines.append(task_lines.task_of(tr, line=line, leads=one.task.leads, due=one.due))
    if len(due) > DUE:
        lines.append(common.more_tasks(tr, len(due) - DUE))
    return lines
