"""Tasks told by the agencies that lead them: "ai phụ trách chuyển đổi số", "việc đó của ai"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.people import asked
from bot.conversation.questions.looking import Looked, numbered
from bot.conversation.questions.parts import part_buttons
from bot.conversation.questions.scopes import Scope
from bot.conversation.questions.task_list import Answer
from bot.conversation.talk import Talk
from bot.conversation.tasks.lists import PAGE, task_buttons
from bot.ports import Outgoing
from bot.texts.questions import headings, task_lines
from bot.texts.tasks.cards import task_line
from db.queries.office import agencies_by_id
from reports.render import flag_lines, more_agencies, roll_up_heading
from reports.render_rows import agency_line
from reports.status import TaskStatus

FEW = 3
"""Agencies of which more than a line each is told."""


async def leading(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """Who leads the tasks asked for, those with most in front; of one task its people by name."""
    found = looked.found
    if len(found) == 1:
        task = found[0].task
        people = await asked.of_task(talk, task.number)
        return replace(people, blocks=(task_line(task.number, task.content), *people.blocks))
    if not found:
        none = headings.none_led(talk.tr, whose=looked.whose, subject=scope.subject or "")
        return Outgoing((none,))
    heading = headings.led(talk.tr, whose=looked.whose, subject=scope.subject, count=len(found))
    shown = await numbered(talk, [one.task.number for one in found[:PAGE]])
    about = tuple(one.task.id for one in shown)
    lines = agency_lines(talk, found)
    return Outgoing((heading, *lines), tuple(task_buttons(shown)), about=about)


async def beside(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """The agencies beside each other, the worst rate first; of a few also what needs attention."""
    figures = looked.figures(scope.as_of(talk.today))
    rows = figures.agencies
    if scope.agency_ids:
        named = await agencies_by_id(talk.session, talk.committee.id, scope.agency_ids)
        rows = tuple(row for row in rows if row.agency in {agency.name for agency in named})
    blocks = [roll_up_heading(talk.tr, replace(figures, committee=looked.whose))]
    for row in rows[:PAGE]:
        blocks.append(agency_line(talk.tr, row))
        if len(rows) <= FEW:
            blocks += flag_lines(talk.tr, row.counts)
    if more := len(rows[PAGE:]):
        blocks.append(more_agencies(talk.tr, more))
    return Outgoing(tuple(blocks), tuple(part_buttons(talk, scope, replace(figures, agencies=()))))


def agency_lines(talk: Talk, found: Sequence[TaskStatus]) -> list[str]:
    """A line an agency with its tasks' numbers, those with most in front."""
    by_agency: dict[str, list[int]] = {}
    for one in found:
        for lead in one.task.leads or (headings.unled(talk.tr),):
            by_agency.setdefault(lead, []).append(one.task.number)
    most = sorted(by_agency.items(), key=lambda row: (-len(row[1]), row[0]))[:PAGE]
    return [
        task_lines.silent_line(talk.tr, agency=agency, count=len(theirs), numbers=_some(theirs))
        for agency, theirs in most
    ]


def _some(theirs: Sequence[int]) -> str:
    shown = ", ".join(f"#{number}" for number in theirs[:PAGE])
    return f"{shown}, …" if len(theirs) > PAGE else shown
