"""A morning's messages, made when they are sent from the state as it then is.

Source: `docs/domain.md`, Reminders: one message with all that concerns a person, most urgent first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.mornings.morning_facts import DueWords, Facts, load_facts
from bot.conversation.mornings.notes import note_lines
from bot.conversation.office.instructed import followed
from bot.conversation.tasks.lists import PAGE, by_urgency, due_lines, task_buttons
from bot.i18n import Translator, translator
from bot.ports import Choice, Outgoing
from bot.texts import asking, common
from bot.texts import reminders as texts
from bot.texts import tasks as task_texts
from db.enums import Part, Role
from db.models import Committee, Person
from db.queries.standing import PERIOD
from db.queries.tasks import TaskNow
from reports.words import sample_notice
from tasks.calendar import USUAL, Ladder


@dataclass
class Section:
    """Tasks told of for one reason, under one heading (None: under their due days)."""

    heading: str | None
    tasks: list[TaskNow] = field(default_factory=list)
    asks: bool = False
    """Whether anything is new on them."""
    unheard: bool = False
    """Nobody of their agencies can be told."""


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
    notes += followed(tr, committee, facts.unanswered(officer_of | head_of))
    notes += [
        texts.standing_in(tr, who=absence.person.name, until=absence.ends_on) for absence in away
    ]
    overdue = [task for task in facts.overdue(officer_of | head_of) if is_theirs(task)]
    morning_of = _Morning(tr, today, person, committee, officer_of, head_of, message.message_id)
    return morning_of.message(told, names, overdue, notes)


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
        names: Mapping[int, set[str]],
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
        else:
            blocks += self._next_steps(sections)
        if self.committee.sample:
            blocks.append(sample_notice(self.tr))
        about = tuple(task.task.id for section in sections for task in section.tasks)
        return Outgoing(tuple(blocks), tuple(rows), about=about)

    def _sections(
        self, told: dict[int, TaskNow], names: Mapping[int, set[str]], overdue: list[TaskNow]
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
            (leaders, partial(texts.leaders_overdue, days=self._leaders_step())),
            (headless, texts.headless_overdue),
            (unheard, texts.unreached),
        ):
            sections += [
                Section(
                    heading(self.tr, agency=agency, count=len(tasks)),
                    tasks,
                    unheard=found is unheard,
                )
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

    def _leaders_step(self) -> int:
        """After how many working days the committee's own people hear."""
        return Ladder.from_json(self.committee.ladder).leaders or USUAL.leaders or 0

    def _next_steps(self, sections: list[Section]) -> list[str]:
        """What those can do who report for none of it: the office assigns, members instruct."""
        here = [h for h in self.person.memberships if h.committee_id == self.committee.id]
        roles, tasks = {held.role for held in here}, [t for one in sections for t in one.tasks]
        if Role.SECRETARY in roles:
            steps = []
            unheard = [task for one in sections if one.unheard for task in one.tasks]
            unassigned = [task for task in unheard if not task.agency_ids(Part.LEAD)]
            if unassigned:
                steps.append(texts.to_assign(self.tr, number=unassigned[0].task.number))
            if len(unheard) > len(unassigned):
                steps.append(texts.to_invite(self.tr))
            if any(task.is_overdue(self.today) for task in tasks):
                steps.append(asking.next_for_office(self.tr))
            return steps[:2]
        if Role.MEMBER in roles and tasks:
            return [asking.next_for_member(self.tr, number=tasks[0].task.number)]
        return []

    def _reports_for(self, task: TaskNow) -> bool:
        return bool(set(task.agency_ids(Part.LEAD)) & (self.officer_of | self.head_of))

    def _since(self, task: TaskNow) -> str:
        line = task_texts.task_line(task.task.number, task.task.content)
        due = task.occurrence.due
        return texts.task_since(self.tr, line=line, due=due) if due else line
