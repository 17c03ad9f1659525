"""What the messages of a committee's morning speak of, read at once for all their readers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import Select, and_, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Part, Role
from db.models import (
    Absence,
    Committee,
    Instruction,
    MorningNote,
    Occurrence,
    Person,
    Plan,
    Rung,
    Task,
)
from db.queries.absences import stood_in_for
from db.queries.heard import heard_since, is_instructed
from db.queries.office import named_officers
from db.queries.standing import PERIOD
from db.queries.tasks import TaskNow, overdue_task_ids, tasks_now
from tasks.instructions import instructions


@dataclass(frozen=True, slots=True)
class DueWords:
    """A message of a day that is to be worded now: to a person, or to a group's chat."""

    message_id: int
    committee_id: int
    day: date
    person_id: int | None
    chat_id: int | None


@dataclass(frozen=True, slots=True)
class Facts:
    """A committee as its morning's messages need it; by message, person, task or agency."""

    committee: Committee
    today: date
    rungs: Mapping[int, Mapping[int, set[str]]]
    """By message and task: the names of the rungs it covers that still say something."""
    notes: Mapping[int, Sequence[MorningNote]]
    tasks: Mapping[int, TaskNow]
    away: Mapping[int, Sequence[Absence]]
    """By who stands in."""
    _overdue: Mapping[int, Sequence[TaskNow]]
    _named: Mapping[tuple[int, int], int]
    _open: Sequence[Instruction]

    def agencies(self, people: Iterable[Person], role: Role) -> set[int]:
        """Those in which these people have this role."""
        return {
            held.agency_id
            for person in people
            for held in person.memberships
            if held.committee_id == self.committee.id and held.role is role and held.agency_id
        }

    def colleagues(self, members: Iterable[Person]) -> set[tuple[int, int]]:
        """Tasks, each with an agency, that a head left to somebody else."""
        ids = {person.id for person in members}
        return {key for key, officer in self._named.items() if officer not in ids}

    def overdue(self, lead_ids: Iterable[int]) -> list[TaskNow]:
        """What is overdue of what these agencies lead, each task once."""
        found = (task for agency in lead_ids for task in self._overdue.get(agency, ()))
        return list({task.task.id: task for task in found}.values())

    def unanswered(self, lead_ids: Collection[int]) -> list[Instruction]:
        """Instructions on tasks that these agencies lead, the oldest first."""
        return [
            one
            for one in self._open
            if any(
                link.part is Part.LEAD and link.agency_id in lead_ids for link in one.task.agencies
            )
        ]


async def load_facts(
    session: AsyncSession,
    committee: Committee,
    messages: Sequence[DueWords],
    people: Mapping[int, Person],
    *,
    today: date,
) -> Facts:
    """As many statements for one message as for a hundred."""
    readers = {message.person_id for message in messages if message.person_id}
    away: dict[int, list[Absence]] = {}
    for absence in await stood_in_for(session, committee.id, readers, today):
        away.setdefault(absence.stand_in_id or 0, []).append(absence)
    members = [people[reader] for reader in readers]
    members += [absence.person for found in away.values() for absence in found]
    agencies = {
        held.agency_id
        for person in members
        for held in person.memberships
        if held.committee_id == committee.id and held.agency_id
    }
    ids = [message.message_id for message in messages]
    rungs = await _rungs(session, ids)
    late = await overdue_task_ids(session, committee.id, agencies, today=today)
    task_ids = {task_id for names in rungs.values() for task_id in names} | set(late)
    found = await tasks_now(session, committee.id, today=today, task_ids=task_ids)
    overdue: dict[int, list[TaskNow]] = {}
    for task in found:
        if task.is_overdue(today):
            for agency_id in task.agency_ids(Part.LEAD):
                overdue.setdefault(agency_id, []).append(task)
    return Facts(
        committee=committee,
        today=today,
        rungs=rungs,
        notes=await _notes(session, ids),
        tasks={task.task.id: task for task in found},
        away=away,
        _overdue=overdue,
        _named=await named_officers(session, committee.id),
        _open=await instructions(session, committee.id, lead_ids=agencies, unanswered=True),
    )


async def _notes(session: AsyncSession, ids: Sequence[int]) -> dict[int, list[MorningNote]]:
    query = select(MorningNote).where(MorningNote.outbox_id.in_(ids))
    notes: dict[int, list[MorningNote]] = {}
    for note in await session.scalars(query.order_by(MorningNote.due, MorningNote.id)):
        notes.setdefault(note.outbox_id or 0, []).append(note)
    return notes


async def _rungs(session: AsyncSession, ids: Sequence[int]) -> dict[int, dict[int, set[str]]]:
    """The rungs that messages cover: names without their counts, by message and task."""
    names: dict[int, dict[int, set[str]]] = {}
    for message_id, task_id, name in await session.execute(_covered(), {"ids": list(ids)}):
        of_message = names.setdefault(message_id or 0, {})
        of_message.setdefault(task_id, set()).add(name.partition(":")[0])
    return names


@cache
def _covered() -> Select[int | None, int, str]:
    """What was done or given more time since they were written is left out, and a question about a
    period once it is answered or over.
    """
    asked = and_(
        Rung.name == PERIOD,
        Rung.due == Plan.period_cut_off,
        ~heard_since(Occurrence.committee_id, Occurrence.task_id, Plan.period_first),
    )
    return (
        select(Rung.outbox_id, Occurrence.task_id, Rung.name)
        .join(
            Occurrence,
            (Occurrence.committee_id == Rung.committee_id) & (Occurrence.id == Rung.occurrence_id),
        )
        .join(Task, (Task.committee_id == Rung.committee_id) & (Task.id == Occurrence.task_id))
        .join(Plan, (Plan.committee_id == Rung.committee_id) & (Plan.id == Task.plan_id))
        .where(
            Rung.outbox_id.in_(bindparam("ids", expanding=True)),
            Occurrence.done_on.is_(None),
            Occurrence.closed_on.is_(None),
            or_(
                Rung.name == "snoozed",
                Rung.due == Occurrence.due,
                asked,
                and_(
                    or_(Rung.name.startswith("instructed:"), Rung.name.startswith("until:")),
                    is_instructed(),
                ),
            ),
        )
    )
