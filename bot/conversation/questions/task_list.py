"""A question's answer in tasks: a line each under their heading, a screen a page with buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.conversation.paging import turning
from bot.conversation.questions.looking import numbered
from bot.conversation.questions.scopes import Scope
from bot.conversation.talk import Talk
from bot.conversation.tasks.lists import task_buttons
from bot.ports import Outgoing
from bot.texts import common, reminders
from bot.texts.questions import asking as texts
from bot.texts.questions import task_lines
from bot.texts.tasks.cards import task_line
from reports.status import TaskStatus
from tasks.rules import may_instruct, may_run_office

PAGE = 6
"""Tasks in one message: with whose they are and when they are due, three lines of a phone each."""
FAR = timedelta(days=36_500)
"""What has no due day stands behind all that has."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of an answer is shown, and what its buttons to turn bear; "" for none."""

    at: int = 0
    turns: str = ""


@dataclass(frozen=True, slots=True)
class TaskList:
    """What stands over the tasks, a line for each of them, and their numbers in the same order."""

    heading: str
    lines: Sequence[str]
    numbers: Sequence[int]
    urges: bool = False
    """They wait for agencies, whom the standing office can remind."""
    hint: str | None = None
    """What the standing office can do with them instead."""


Answer = TaskList | Outgoing
"""Tasks; or what is said where there are none, or where none is meant."""


class Heading(Protocol):
    """What is said over some tasks; with their translator and whose they are given before."""

    def __call__(self, *, count: int) -> str: ...


def answer_with(
    talk: Talk,
    found: Sequence[TaskStatus],
    scope: Scope,
    heading: Heading,
    none: str,
    *,
    urges: bool = False,
) -> Answer:
    """These tasks under the heading of so many; without any, the words for none."""
    if not found:
        return Outgoing((none,))
    return TaskList(heading(count=len(found)), lines_of(talk, found, scope), numbers(found), urges)


def by_due(talk: Talk, found: Sequence[TaskStatus]) -> list[TaskStatus]:
    """What is due first in front."""
    return sorted(found, key=lambda one: (one.due or talk.today + FAR, one.task.number))


def numbers(found: Sequence[TaskStatus]) -> list[int]:
    return [one.task.number for one in found]


def lines_of(
    talk: Talk, found: Sequence[TaskStatus], scope: Scope, *, dated: bool = True
) -> list[str]:
    """A line for each task; what the heading names, an agency or day, is left out.

    `dated` says that the lines have due days of their own.
    """
    lines = []
    for one in found:
        line, due = task_line(one.task.number, one.task.content), one.due if dated else None
        if len(scope.agency_ids) == 1:
            lines.append(task_lines.task_due(talk.tr, line=line, due=due))
        else:
            lines.append(task_lines.task_of(talk.tr, line=line, leads=one.task.leads, due=due))
    return lines


async def show_list(talk: Talk, found: TaskList, page: Page) -> Outgoing:
    """A page of tasks with a button each, and the one thing that the asker can do next."""
    at = min(page.at, (len(found.lines) - 1) // PAGE)
    begin, end = at * PAGE, (at + 1) * PAGE
    blocks = [found.heading, *found.lines[begin:end]]
    if len(found.lines) > end:
        blocks.append(common.more_tasks(talk.tr, len(found.lines) - end))
    blocks += _next_steps(talk, found, first=found.numbers[begin])
    shown = await numbered(talk, found.numbers[begin:end])
    rows = [*task_buttons(shown)]
    if page.turns:
        rows += turning(talk.tr, page.turns, at, at + (len(found.lines) > end))
    about = tuple(task.task.id for task in shown)
    return Outgoing(tuple(blocks), tuple(rows), about=about)


def _next_steps(talk: Talk, found: TaskList, *, first: int) -> list[str]:
    """What the asker can do next, with the number of the first task that is shown."""
    if may_run_office(talk.standing):
        steps = [texts.next_for_office(talk.tr)] if found.urges else []
        return [*steps, found.hint] if found.hint else steps
    if talk.incoming.group is not None:
        return []
    if may_instruct(talk.standing):
        return [texts.next_for_member(talk.tr, number=first)]
    return [reminders.how_to_answer(talk.tr, number=first)]
