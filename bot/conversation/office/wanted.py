"""Who owes which report now, and the one message that asks each of them for it."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.conversation.dates.days import find_days
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.office.which_wanted import EVERYTHING, Which
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_numbered
from bot.conversation.tasks.lists import PAGE, by_urgency, due_lines, task_buttons
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.texts import common, reminders
from bot.texts.office import nudging as texts
from db.enums import Part
from db.models import Person
from db.queries.office import agencies_by_id, named_officers, reached_members, tell_of
from db.queries.tasks import TaskNow, tasks_now
from plans.words import clean, cut
from reports.load import committee_facts, task_facts
from reports.status import Flag, task_status
from tasks.nudging import nudge

HOUR = re.compile(r"\b\d{1,2} ?(?:h|g|gio)(?:\d{2})?\b")
""" "Trước 16h"; over flattened text."""
WORDS = 200
"""Longest words of an order passed on, in characters."""
NUMBERED = 5
"""Tasks named by their numbers in what is said back; more are counted."""

Heading = Callable[[Translator, str], str]
"""The first line of such a message, for these agencies."""


@dataclass
class Wanted:
    """What one person is to report: what is overdue or was named, and what is not reported."""

    person: Person
    named: list[TaskNow] = field(default_factory=list)
    silent: list[TaskNow] = field(default_factory=list)

    @property
    def tasks(self) -> list[TaskNow]:
        """All of it."""
        return [*self.named, *self.silent]


async def wanted_of(
    talk: Talk,
    agency_ids: Collection[int] | None,
    numbers: Sequence[int] = (),
    only: Collection[int] | None = None,
    which: Which = EVERYTHING,
) -> list[Wanted]:
    """Who is to report what, of these agencies or of all; with `numbers`, of these tasks alone.

    `only` names people who are asked by name: nobody else is, whoever has the task.
    """
    tasks = await tasks_now(
        talk.session, talk.committee.id, today=talk.today, agency_ids=agency_ids
    )
    committee = await committee_facts(talk.session, talk.committee.id)
    silent = {
        one.number
        for one in await task_facts(talk.session, talk.committee.id)
        if Flag.SILENT in task_status(one, as_of=talk.today, confirms=committee.confirms).flags
    }
    leads = {agency for task in tasks for agency in task.agency_ids(Part.LEAD)}
    if agency_ids is not None:
        leads &= set(agency_ids)
    members = await reached_members(talk.session, talk.committee.id, leads)
    if only is not None:
        members = [held for held in members if held.person_id in only]
    officers = await named_officers(talk.session, talk.committee.id)
    wanted: dict[int, Wanted] = {}
    for task in sorted(tasks, key=by_urgency):
        due = task.task.number in numbers if numbers else _is_due(task, which, talk.today)
        unheard = not numbers and which.silent and task.task.number in silent
        if not (due or unheard) or not task.open or task.paused:
            continue
        for agency_id in leads.intersection(task.agency_ids(Part.LEAD)):
            officer = None if only is not None else officers.get((task.task.id, agency_id))
            for person in tell_of(members, [agency_id]):
                if officer is None or officer == person.id:
                    one = wanted.setdefault(person.id, Wanted(person))
                    places = one.named if due else one.silent
                    if task not in places:
                        places.append(task)
    return list(wanted.values())


async def nobody_wanted(
    talk: Talk, agency_ids: Collection[int] | None, numbers: Sequence[int] = ()
) -> Outgoing:
    """Why nobody is to report: nobody of the agencies is connected, or nothing is owed.

    With `numbers` the agencies are those that lead these tasks, of the ones named where any is.
    """
    tasks = [await task_numbered(talk, number) for number in numbers]
    leads = {agency for task in tasks if task.open for agency in task.agency_ids(Part.LEAD)}
    meant = leads & set(agency_ids or leads) if numbers else set(agency_ids or ())
    members = await reached_members(talk.session, talk.committee.id, meant)
    if not meant or members:
        return Outgoing((texts.nothing_owed(talk.tr),))
    agencies = await agencies_by_id(talk.session, talk.committee.id, meant)
    said = texts.nobody_connected(talk.tr, agencies=[agency.name for agency in agencies])
    return Outgoing((said,), about=tuple(task.task.id for task in tasks))


def _is_due(task: TaskNow, which: Which, today: date) -> bool:
    """Whether a task is overdue, or due in the days meant, as far as that is wanted."""
    if which.overdue and task.is_overdue(today):
        return True
    due = task.occurrence.due
    return which.due is not None and due is not None and which.due.first <= due <= which.due.last


def heading_for(talk: Talk, words: str) -> Heading:
    """The office's request; in its own words where they name a time by which."""
    said = listen(words)
    days = find_days(said.words, today=talk.today, marked=said.marked)

    def heading(tr: Translator, agency: str) -> str:
        if days or HOUR.search(flatten(words)):
            quoted = cut(clean(talk.typed or words), WORDS)
            return texts.heading_in_words(tr, who=talk.person.name, agency=agency, words=quoted)
        return texts.heading(tr, who=talk.person.name, agency=agency)

    return heading


async def ask_them(
    talk: Talk,
    wanted: Sequence[Wanted],
    heading: Heading,
    *,
    agency_ids: Collection[int] | None = None,
    named: bool,
) -> Outgoing:
    """Each of them asked in one message; those who were today already are named apart.

    Without `agency_ids`, of all the agencies whose tasks are wanted. Raises `NotYourRoleError`.
    """
    people = [one.person for one in wanted]
    if agency_ids is None:
        tasks = [task for one in wanted for task in one.tasks]
        agency_ids = {agency for task in tasks for agency in task.agency_ids(Part.LEAD)}
    fresh = await nudge(
        talk.session,
        talk.committee.id,
        people,
        talk.actor,
        agency_ids=agency_ids,
        named=named,
    )
    ids = {person.id for person in fresh}
    for one in wanted:
        if one.person.id in ids:
            await talk.tell(one.person, await _message(talk, one, heading))
    blocks = []
    if fresh:
        asked = [one for one in wanted if one.person.id in ids]
        blocks.append(texts.nudged(talk.tr, people=[_of_what(talk.tr, one) for one in asked]))
    before = [person.name for person in people if person.id not in ids]
    if before:
        blocks.append(texts.nudged_before(talk.tr, people=before))
    return Outgoing(tuple(blocks))


def _of_what(tr: Translator, wanted: Wanted) -> str:
    """Who was asked of what: by numbers, or of how many tasks."""
    if len(wanted.tasks) > NUMBERED:
        return texts.person_of_many(tr, name=wanted.person.name, count=len(wanted.tasks))
    numbers = ", ".join(f"#{task.task.number}" for task in wanted.tasks)
    return texts.person_of(tr, name=wanted.person.name, tasks=numbers)


async def _message(talk: Talk, wanted: Wanted, heading: Heading) -> Outgoing:
    """What is overdue or named under its due days, then the numbers of what was not reported."""
    tr, tasks = talk.words_for(wanted.person), wanted.tasks
    leads = {agency for task in tasks for agency in task.agency_ids(Part.LEAD)}
    members = await reached_members(talk.session, talk.committee.id, leads)
    theirs = {held.agency_id for held in members if held.person_id == wanted.person.id}
    agencies = await agencies_by_id(
        talk.session, talk.committee.id, [i for i in theirs if i is not None]
    )
    shown = wanted.named[:PAGE]
    blocks = [heading(tr, ", ".join(agency.name for agency in agencies))]
    blocks += due_lines(tr, talk.today, shown, wanted.named)
    if len(wanted.named) > PAGE:
        blocks.append(common.more_tasks(tr, len(wanted.named) - PAGE))
    if wanted.silent:
        numbers = ", ".join(f"#{task.task.number}" for task in wanted.silent[:PAGE])
        if len(wanted.silent) > PAGE:
            numbers = f"{numbers}, …"
        blocks.append(texts.unreported(tr, count=len(wanted.silent), numbers=numbers))
    blocks.append(reminders.how_to_answer(tr, number=tasks[0].task.number))
    buttons = task_buttons(tasks[:PAGE])
    return Outgoing(tuple(blocks), tuple(buttons), about=tuple(t.task.id for t in tasks))
