"""Reads of tasks: by number, by agency, with the occurrence that is current."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, bindparam, exists, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from db.enums import Part, PlanState, Progress, Review
from db.models import Occurrence, Pause, Plan, Task, TaskAgency


@dataclass(frozen=True, slots=True)
class TaskNow:
    """A followed task as it stands on a day."""

    task: Task
    occurrence: Occurrence
    """The current one: the earliest that is not done or closed, else the last."""
    missed: tuple[Occurrence, ...]
    """Further open occurrences, opened after the current one while it was not done."""
    paused: bool

    @property
    def open(self) -> bool:
        """Whether there is still something to do."""
        current = self.occurrence
        return current.progress is not Progress.DONE and current.closed_on is None

    @property
    def removed(self) -> bool:
        """Whether a newer version of its plan has it no longer."""
        return self.task.removed_on is not None

    def days_over(self, today: date) -> int:
        """Days since the due day; negative before it, 0 where there is none."""
        due = self.occurrence.due
        return (today - due).days if due else 0

    def is_overdue(self, today: date) -> bool:
        """Open, due before today, and not put off."""
        due = self.occurrence.due
        return self.open and not self.paused and due is not None and due < today

    def agency_ids(self, part: Part) -> list[int]:
        """Agencies that lead it or help with it; collective names stand for nobody."""
        return [
            link.agency_id
            for link in self.task.agencies
            if link.part is part and not link.agency.collective
        ]

    def collectives(self) -> list[int]:
        """The collective names that help with it; a secretary may have said whom they mean."""
        return [
            link.agency_id
            for link in self.task.agencies
            if link.part is Part.COORDINATING and link.agency.collective
        ]

    def agency_names(self, part: Part) -> tuple[str, ...]:
        """Their names as the plan has them, collective ones included."""
        return tuple(link.agency.name for link in self.task.agencies if link.part is part)


async def tasks_now(
    session: AsyncSession,
    committee_id: int,
    *,
    today: date,
    agency_ids: Collection[int] | None = None,
    part: Part = Part.LEAD,
    task_ids: Collection[int] | None = None,
    number: int | None = None,
) -> list[TaskNow]:
    """The committee's followed tasks by number, with agencies, group and plan loaded.

    Given `agency_ids`, those in which one of these agencies has that part; `task_ids` and `number`
    narrow further. Tasks of drafts are not followed, nor is what was found to be no task. Always
    three statements or fewer.
    """
    query = _FOLLOWED.options(_AGENCIES_OF_ONE if number is not None else _AGENCIES)
    if agency_ids is not None:
        query = query.where(
            Task.id.in_(
                select(TaskAgency.task_id).where(
                    TaskAgency.committee_id == _COMMITTEE,
                    TaskAgency.agency_id.in_(agency_ids),
                    TaskAgency.part == part,
                )
            )
        )
    if task_ids is not None:
        query = query.where(Task.id.in_(task_ids))
    if number is not None:
        query = query.where(Task.number == number)
    found = await session.execute(query, {"committee": committee_id, "today": today})
    tasks = [(row[0], bool(row[1])) for row in found.unique()]
    given = {"committee": committee_id, "ids": [task.id for task, _ in tasks]}
    occurrences: dict[int, list[Occurrence]] = {}
    for row in await session.scalars(_OCCURRENCES, given) if tasks else ():
        occurrences.setdefault(row.task_id, []).append(row)
    return [_stand(task, occurrences[task.id], paused, today) for task, paused in tasks]


_COMMITTEE: BindParameter[Any] = bindparam("committee", type_=Task.committee_id.type)
_TODAY: BindParameter[Any] = bindparam("today", type_=Pause.starts_on.type)

_PAUSED = exists(
    select(literal(1)).where(
        Pause.committee_id == Task.committee_id,
        Pause.task_id == Task.id,
        Pause.starts_on <= _TODAY,
        or_(Pause.ends_on.is_(None), Pause.ends_on > _TODAY),
    )
)

_FOLLOWED = (
    select(Task, _PAUSED)
    .join(Task.plan)
    .where(
        Task.committee_id == _COMMITTEE,
        Plan.state == PlanState.ACCEPTED,
        or_(Task.review.is_(None), Task.review != Review.NOT_A_TASK),
    )
    .options(joinedload(Task.group), contains_eager(Task.plan))
    .order_by(Task.number)
)
_AGENCIES = selectinload(Task.agencies).joinedload(TaskAgency.agency)
_AGENCIES_OF_ONE = joinedload(Task.agencies).joinedload(TaskAgency.agency)

_OCCURRENCES = (
    select(Occurrence)
    .where(
        Occurrence.committee_id == _COMMITTEE,
        Occurrence.task_id.in_(bindparam("ids", expanding=True)),
    )
    .order_by(Occurrence.task_id, Occurrence.sequence)
)


async def overdue_task_ids(
    session: AsyncSession, committee_id: int, lead_ids: Collection[int], *, today: date
) -> Sequence[int]:
    """Tasks that one of these agencies leads, with an open occurrence past its due day."""
    query = (
        select(Occurrence.task_id)
        .join(
            TaskAgency,
            (TaskAgency.committee_id == Occurrence.committee_id)
            & (TaskAgency.task_id == Occurrence.task_id),
        )
        .where(
            Occurrence.committee_id == committee_id,
            Occurrence.due < today,
            Occurrence.done_on.is_(None),
            Occurrence.closed_on.is_(None),
            TaskAgency.part == Part.LEAD,
            TaskAgency.agency_id.in_(lead_ids),
        )
    )
    return (await session.scalars(query.distinct())).all()


async def ids_by_number(
    session: AsyncSession, committee_id: int, numbers: Collection[int]
) -> dict[int, int]:
    """The ids of the committee's tasks with these numbers."""
    query = select(Task.number, Task.id).where(
        Task.committee_id == committee_id, Task.number.in_(numbers)
    )
    return {row.number: row.id for row in await session.execute(query)}


def _stand(task: Task, rows: Sequence[Occurrence], paused: bool, today: date) -> TaskNow:
    begun = [row for row in rows if row.opens_on <= today] or [rows[0]]
    waiting = [row for row in begun if row.progress is not Progress.DONE and row.closed_on is None]
    kept = [row for row in begun if row.closed_on is None or task.removed_on is not None]
    current = (waiting or (kept or begun)[-1:])[0]
    return TaskNow(task, current, tuple(waiting[1:]), paused)
