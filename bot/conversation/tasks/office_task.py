"""A task in the standing office's hands: the one of a button, and everybody of it told once."""

from collections.abc import Callable, Iterable
from datetime import date

from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_pressed
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.texts.office import amending as texts
from bot.texts.office import deciding as named_texts
from bot.texts.tasks.cards import deadline
from db.enums import Part, TaskField
from db.models import Correction, Task
from db.queries.office import reached_members, tell_of
from db.queries.tasks import TaskNow
from plans.words import cut
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office

SHOWN = 160
"""Longest part of a task shown in a correction, in characters."""


async def task_of_office(talk: Talk, argument: str) -> TaskNow:
    """The task of a button, for the standing office.

    Raises `NotYourRoleError`, and `StaleButtonError` where this committee has no such task.
    """
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    return await task_pressed(talk, argument)


def named(task: Task) -> str:
    """Its number and first words."""
    return named_texts.named(task.number, task.content)


def everybody(now_task: TaskNow) -> list[int]:
    """The agencies that lead it, then those that help."""
    return [*now_task.agency_ids(Part.LEAD), *now_task.agency_ids(Part.COORDINATING)]


def corrected(
    tr: Translator, task: Task, done: list[Correction], *, due: date | None = None
) -> tuple[str, ...]:
    """What was corrected, with what stood there before; a deadline with the day it means."""
    lines = [
        texts.correction(
            tr,
            part=texts.field(tr, one.field),
            before=cut(one.before, SHOWN),
            after=deadline(tr, words=cut(one.after, SHOWN), kind=task.kind, due=due)
            if one.field is TaskField.DEADLINE
            else cut(one.after, SHOWN),
        )
        for one in done
    ]
    return (texts.corrected(tr, task=named(task)), *lines)


async def tell_all(
    talk: Talk,
    now_task: TaskNow,
    told: Callable[[Translator], tuple[str, ...]],
    also: Iterable[int] = (),
) -> Outgoing:
    """Say it to the secretary, and once to each of the people of the task's agencies."""
    agency_ids = dict.fromkeys([*everybody(now_task), *also])
    members = await reached_members(talk.session, talk.committee.id, list(agency_ids))
    about = (now_task.task.id,)
    for person in tell_of(members, agency_ids):
        if person.id != talk.person.id:
            await talk.tell(person, Outgoing(told(talk.words_for(person)), about=about))
    return Outgoing(told(talk.tr), about=about)
