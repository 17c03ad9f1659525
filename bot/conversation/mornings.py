"""A morning's message to one person, made when it is sent from the state as it then is.

Source: `domain`, Reminders: one message with all that concerns a person, most urgent first.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.conversation.instructing import followed
from bot.conversation.notes import note_lines
from bot.conversation.tasks import PAGE, by_urgency, due_lines, task_buttons
from bot.i18n import Translator, translator
from bot.ports import Choice, Outgoing
from bot.texts import common
from bot.texts import reminders as texts
from bot.texts import tasks as task_texts
from db.enums import Part, Role
from db.models import Committee, Occurrence, OutboxMessage, Person, Plan, Rung, Task
from db.queries.absences import stood_in_for
from db.queries.heard import heard_since, is_instructed
from db.queries.office import named_officers
from db.queries.standing import PERIOD
from db.queries.tasks import TaskNow, tasks_now
from reports.render import sample_notice


@dataclass
class Section:
    """Tasks told of for one reason, under one heading (None: under their due days)."""

    heading: str | None
    tasks: list[TaskNow] = field(default_factory=list)
    asks: bool = False
    """Whether anything is new on them."""


async def morning(
    session: AsyncSession, message: OutboxMessage, *, default_locale: str, today: date
) -> Outgoing | None:
    """The message of this morning for this person; None where nothing is left to say."""
    person = await session.get_one(
        Person, message.person_id, options=[selectinload(Person.memberships)]
    )
    committee = await session.get_one(Committee, message.committee_id)
    away = await stood_in_for(session, committee.id, person.id, today)
    members = [person, *(absence.person for absence in away)]
    officer_of = _agencies(members, committee.id, Role.OFFICER)
    head_of = _agencies(members, committee.id, Role.HEAD)
    names = await _rungs(session, message)
    mine = await tasks_now(session, committee.id, today=today, agency_ids=officer_of | head_of)
    named = await named_officers(session, committee.id)
    colleagues = {key for key, officer in named.items() if officer not in {p.id for p in members}}

    def is_theirs(task: TaskNow) -> bool:
        """Whether it is not a colleague's by their head's word."""
        leads = set(task.agency_ids(Part.LEAD))
        left_to_them = {i for i in leads & officer_of if (task.task.id, i) not in colleagues}
        return bool(left_to_them or leads & head_of)

    overdue = [task for task in mine if task.is_overdue(today) and is_theirs(task)]
    known = {task.task.id: task for task in mine}
    others = await tasks_now(
        session, committee.id, today=today, task_ids=[i for i in names if i not in known]
    )
    known.update({task.task.id: task for task in others})
    told = {
        task_id: known[task_id]
        for task_id in names
        if task_id in known and known[task_id].open and not known[task_id].paused
    }
    tr = translator(person.locale or default_locale)
    notes = await note_lines(session, message, tr, today=today)
    if not told and not notes:
        return None
    notes += await followed(session, tr, committee, officer_of | head_of)
    notes += [
        texts.standing_in(tr, who=absence.person.name, until=absence.ends_on) for absence in away
    ]
    morning_of = _Morning(tr, today, person, committee, officer_of, head_of, message.id)
    return morning_of.message(told, names, overdue, notes)


async def _rungs(session: AsyncSession, message: OutboxMessage) -> dict[int, set[str]]:
    """The rungs that this message covers: names without their counts, by task id.

    What was done or given more time since they were written is left out, and a question about a
    period once it is answered or over.
    """
    asked = and_(
        Rung.name == PERIOD,
        Rung.due == Plan.period_cut_off,
        ~heard_since(Occurrence.committee_id, Occurrence.task_id, Plan.period_first),
    )
    query = (
        select(Occurrence.task_id, Rung.name)
        .join(
            Occurrence,
            (Occurrence.committee_id == Rung.committee_id) & (Occurrence.id == Rung.occurrence_id),
        )
        .join(Task, (Task.committee_id == Rung.committee_id) & (Task.id == Occurrence.task_id))
        .join(Plan, (Plan.committee_id == Rung.committee_id) & (Plan.id == Task.plan_id))
        .where(
            Rung.outbox_id == message.id,
            Occurrence.done_on.is_(None),
            Occurrence.closed_on.is_(None),
            or_(
                Rung.name == "snoozed",
                Rung.due == Occurrence.due,
                asked,
                and_(Rung.name.startswith("instructed:"), is_instructed()),
            ),
        )
    )
    names: dict[int, set[str]] = {}
    for task_id, name in await session.execute(query):
        names.setdefault(task_id, set()).add(name.partition(":")[0])
    return names


def _agencies(people: Iterable[Person], committee_id: int, role: Role) -> set[int]:
    return {
        held.agency_id
        for person in people
        for held in person.memberships
        if held.committee_id == committee_id and held.role is role and held.agency_id
    }


class _Morning:
    """Sorts a person's tasks into sections and words them."""

    def __init__(
        self,
        tr: Translator,
        today: date,
        person: Person,
        committee: Committee,
        officer_of: set[int],
        head_of: set[int],
        message_id: int,
    ) -> None:
        self.tr = tr
        self.today = today
        self.person = person
        self.committee = committee
        self.officer_of = officer_of
        self.head_of = head_of
        self.message_id = message_id

    def message(
        self,
        told: dict[int, TaskNow],
        names: dict[int, set[str]],
        overdue: list[TaskNow],
        notes: list[str],
    ) -> Outgoing:
        """One message: ten tasks named at most, and how many more there are."""
        sections = self._sections(told, names, overdue)
        count = sum(len(section.tasks) for section in sections)
        blocks = [texts.note_heading(self.tr, day=self.today)]
        if count:
            blocks = [texts.heading(self.tr, day=self.today, count=count)]
        if len({held.committee_id for held in self.person.memberships}) > 1:
            blocks.append(texts.of_committee(self.tr, committee=self.committee.name))
        shown: list[TaskNow] = []
        for section in sections:
            some = section.tasks[: PAGE - len(shown)]
            if not some:
                continue
            if section.heading is None:
                blocks += due_lines(self.tr, self.today, some, section.tasks)
            else:
                blocks.append(section.heading)
                blocks += [self._since(task) for task in some]
            shown += some
        if count > len(shown):
            blocks.append(common.more_tasks(self.tr, count - len(shown)))
        rows = task_buttons(shown)
        blocks += notes
        if asked := [task for section in sections if section.asks for task in section.tasks]:
            label = texts.button_nothing_new(self.tr, count=len(asked))
            rows.append((Choice(label, f"nothing:{self.message_id}"),))
        reports = [task for task in shown if self._reports_for(task)]
        if reports:
            rows.append((Choice(common.see_all(self.tr), "mine:0"),))
            blocks.append(texts.how_to_answer(self.tr, number=reports[0].task.number))
        if self.committee.sample:
            blocks.append(sample_notice(self.tr))
        about = tuple(task.task.id for section in sections for task in section.tasks)
        return Outgoing(tuple(blocks), tuple(rows), about=about)

    def _sections(
        self, told: dict[int, TaskNow], names: dict[int, set[str]], overdue: list[TaskNow]
    ) -> list[Section]:
        """Each task once: one's own first, then a head's, the leaders', the helpers' tasks."""
        own = Section(None)
        helping: list[TaskNow] = []
        heads: dict[str, list[TaskNow]] = {}
        leaders: dict[str, list[TaskNow]] = {}
        headless: dict[str, list[TaskNow]] = {}
        unheard: dict[str, list[TaskNow]] = {}
        asked: dict[date, list[TaskNow]] = {}
        placed: set[int] = set()
        for task in sorted([*overdue, *told.values()], key=by_urgency):
            if task.task.id in placed:
                continue
            placed.add(task.task.id)
            because = names.get(task.task.id, set())
            leads = set(task.agency_ids(Part.LEAD))
            cut_off = task.task.plan.period_cut_off
            if because == {PERIOD} and cut_off and leads & (self.officer_of | self.head_of):
                asked.setdefault(cut_off, []).append(task)
            elif leads & self.officer_of:
                own.tasks.append(task)
            elif leads & self.head_of:
                if task.is_overdue(self.today):
                    heads.setdefault(self._agency(task, self.head_of), []).append(task)
                else:
                    own.tasks.append(task)
            elif because == {"with"}:
                helping.append(task)
            elif "leaders" in because:
                leaders.setdefault(self._agency(task), []).append(task)
            elif because == {"head"}:
                headless.setdefault(self._agency(task), []).append(task)
            else:
                unheard.setdefault(self._agency(task), []).append(task)
        sections = [own]
        for found, heading in (
            (heads, texts.agency_overdue),
            (leaders, texts.leaders_overdue),
            (headless, texts.headless_overdue),
            (unheard, texts.unreached),
        ):
            sections += [
                Section(heading(self.tr, agency=agency, count=len(tasks)), tasks)
                for agency, tasks in found.items()
            ]
        sections += [
            Section(
                texts.asked_this_period(self.tr, cut_off=cut_off, count=len(tasks)),
                tasks,
                asks=True,
            )
            for cut_off, tasks in asked.items()
        ]
        if helping:
            sections.append(Section(texts.helping(self.tr, count=len(helping)), helping))
        return [section for section in sections if section.tasks]

    def _agency(self, task: TaskNow, among: Iterable[int] | None = None) -> str:
        """Whose task it is, in a heading; for a head, the agency that they head."""
        links = [link.agency for link in task.task.agencies if link.part is Part.LEAD]
        named = [a for a in links if not a.collective and (among is None or a.id in among)]
        return ", ".join(a.name for a in named) or texts.unassigned(self.tr)

    def _reports_for(self, task: TaskNow) -> bool:
        return bool(set(task.agency_ids(Part.LEAD)) & (self.officer_of | self.head_of))

    def _since(self, task: TaskNow) -> str:
        line = task_texts.task_line(task.task.number, task.task.content)
        due = task.occurrence.due
        return texts.task_since(self.tr, line=line, due=due) if due else line
