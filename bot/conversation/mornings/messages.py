"""A morning's messages, made when they are sent from the state as it then is.

Source: `docs/domain.md`, Reminders: one message with all that concerns a person, most urgent first.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.mornings.morning_facts import DueWords, Facts, load_facts
from bot.conversation.mornings.notes import note_lines
from bot.conversation.mornings.sections import Reader, Section, Why, sections_of
from bot.conversation.office.instructed import followed
from bot.conversation.tasks.lists import PAGE, due_lines, task_buttons
from bot.i18n import Translator, translator
from bot.ports import Choice, Outgoing
from bot.texts import common
from bot.texts import reminders as texts
from bot.texts.questions import asking
from bot.texts.tasks import cards as task_texts
from db.enums import Part, Role
from db.models import Committee, Person
from db.queries.tasks import TaskNow
from reports.words import sample_notice


async def mornings(
    session: AsyncSession,
    committee: Committee,
    messages: Sequence[DueWords],
    people: Mapping[int, Person],
    *,
    default_locale: str,
    today: date,
) -> dict[int, Outgoing | None]:
    """A committee's messages of this morning by id; None where nothing is left to say.

    `people` are their readers by id, roles loaded. What they speak of is read once for all.
    """
    facts = await load_facts(session, committee, messages, people, today=today)
    return {
        message.message_id: await _said(
            session, facts, message, people[message.person_id or 0], default_locale=default_locale
        )
        for message in messages
    }


async def _said(
    session: AsyncSession,
    facts: Facts,
    message: DueWords,
    person: Person,
    *,
    default_locale: str,
) -> Outgoing | None:
    committee, today = facts.committee, facts.today
    away = facts.away.get(person.id, [])
    members = [person, *(absence.person for absence in away)]
    officer_of = facts.agencies(members, Role.OFFICER)
    head_of = facts.agencies(members, Role.HEAD)
    colleagues = facts.colleagues(members)

    def is_theirs(task: TaskNow) -> bool:
        """Whether it is not a colleague's by their head's word."""
        leads = set(task.agency_ids(Part.LEAD))
        left_to_them = {i for i in leads & officer_of if (task.task.id, i) not in colleagues}
        return bool(left_to_them or leads & head_of)

    names = facts.rungs.get(message.message_id, {})
    told = {
        task_id: facts.tasks[task_id]
        for task_id in names
        if task_id in facts.tasks and facts.tasks[task_id].open and not facts.tasks[task_id].paused
    }
    tr = translator(person.locale or default_locale)
    notes = await note_lines(session, facts.notes.get(message.message_id, []), tr, today=today)
    if not told and not notes:
        return None
    notes += followed(tr, committee, facts.unanswered(officer_of | head_of), today=today)
    notes += [
        texts.standing_in(tr, who=absence.person.name, until=absence.ends_on) for absence in away
    ]
    overdue = [task for task in facts.overdue(officer_of | head_of) if is_theirs(task)]
    reader = Reader(tr, today, person, committee, officer_of, head_of)
    sections = sections_of(reader, told, names, overdue)
    return _message(reader, sections, notes, message.message_id)


def _message(
    reader: Reader, sections: Sequence[Section], notes: Sequence[str], message_id: int
) -> Outgoing:
    """One message: ten tasks named at most, and how many more there are."""
    tr, today = reader.tr, reader.today
    count = sum(len(section.tasks) for section in sections)
    blocks = [texts.note_heading(tr, day=today)]
    if count:
        blocks = [texts.heading(tr, day=today, count=count)]
    if len({held.committee_id for held in reader.person.memberships}) > 1:
        blocks.append(texts.of_committee(tr, committee=reader.committee.name))
    shown: list[TaskNow] = []
    for section in sections:
        some = section.tasks[: PAGE - len(shown)]
        if not some:
            continue
        if section.heading is None:
            blocks += due_lines(tr, today, some, section.tasks)
        else:
            blocks.append(section.heading)
            blocks += [_since(tr, task) for task in some]
        shown += some
    if count > len(shown):
        blocks.append(common.more_tasks(tr, count - len(shown)))
    rows = task_buttons(shown)
    blocks += notes
    if asked := _tasks(sections, Why.ASKED):
        label = texts.button_nothing_new(tr, count=len(asked))
        rows.append((Choice(label, f"nothing:{message_id}"),))
    reports = [task for task in shown if reader.reports_for(task)]
    if reports:
        rows.append((Choice(common.see_all(tr), "mine:0"),))
        blocks.append(texts.how_to_answer(tr, number=reports[0].task.number))
    else:
        blocks += _next_steps(reader, sections)
    if reader.committee.sample:
        blocks.append(sample_notice(tr))
    about = tuple(task.task.id for section in sections for task in section.tasks)
    return Outgoing(tuple(blocks), tuple(rows), about=about)


def _tasks(sections: Sequence[Section], *why: Why) -> list[TaskNow]:
    """The tasks told of for these reasons."""
    return [task for section in sections if section.why in why for task in section.tasks]


def _next_steps(reader: Reader, sections: Sequence[Section]) -> list[str]:
    """What those can do who report for none of it: the office assigns, members instruct."""
    here = [h for h in reader.person.memberships if h.committee_id == reader.committee.id]
    roles, tasks = {held.role for held in here}, _tasks(sections, *Why)
    if Role.SECRETARY in roles:
        steps = []
        unheard = _tasks(sections, Why.UNHEARD)
        unassigned = [task for task in unheard if not task.agency_ids(Part.LEAD)]
        if unassigned:
            steps.append(texts.to_assign(reader.tr, number=unassigned[0].task.number))
        if len(unheard) > len(unassigned):
            steps.append(texts.to_invite(reader.tr))
        if any(task.is_overdue(reader.today) for task in tasks):
            steps.append(asking.next_for_office(reader.tr))
        return steps[:2]
    if Role.MEMBER in roles and tasks:
        return [asking.next_for_member(reader.tr, number=tasks[0].task.number)]
    return []


def _since(tr: Translator, task: TaskNow) -> str:
    line = task_texts.task_line(task.task.number, task.task.content)
    due = task.occurrence.due
    return texts.task_since(tr, line=line, due=due) if due else line
