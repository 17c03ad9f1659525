"""Tasks that the standing office gives in chat, and who has received them. The caller commits.

They stand in a plan of the committee's own ("Nhiệm vụ giao trực tiếp"), accepted from its first
task on, so that reminders, cards and figures treat them as they treat any other task.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Part
from db.models import (
    Acknowledgement,
    Agency,
    Committee,
    Person,
    Plan,
    Task,
    TaskAgency,
    TaskGroup,
)
from plans.agencies.keys import agency_key
from plans.agencies.store import agencies_by_key
from plans.deadlines.read import Deadline
from tasks.actor import Actor
from tasks.drafts.accepting import accept_plan
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.occurrences import first_occurrence, set_rule

DIRECT = "direct"
"""Stands for the digest and the annex of the plan that tasks given in chat stand in."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task to be given; agencies by id, `collectives` are collective names that help."""

    content: str
    product: str | None
    leads: tuple[int, ...]
    coordinating: tuple[int, ...]
    collectives: tuple[str, ...]
    deadline_text: str
    deadline: Deadline


async def assign_task(
    session: AsyncSession,
    committee: Committee,
    assignment: Assignment,
    *,
    by: Actor,
    title: str,
) -> Task:
    """Give a task, with the committee's next number; `title` is its plan's, where that is new.

    Raises `NotYourRoleError`, and `ValueError` where nobody leads it.
    """
    by.check_office()
    if not assignment.leads:
        raise ValueError("a task that nobody leads")
    group = await _group(session, committee, title=title, now=by.now, today=by.today)
    highest = await session.scalar(
        select(func.max(Task.number)).where(Task.committee_id == committee.id)
    )
    deadline = assignment.deadline
    task = Task(
        committee_id=committee.id,
        plan_id=group.plan_id,
        group_id=group.id,
        number=(highest or 0) + 1,
        content=assignment.content,
        product=assignment.product,
        deadline_text=assignment.deadline_text,
        doubts=[],
    )
    set_rule(task, deadline)
    session.add(task)
    await session.flush()
    session.add(first_occurrence(task, deadline.due, begins=by.today))
    collectives = [await _collective(session, committee, name) for name in assignment.collectives]
    links = {(Part.LEAD, agency_id) for agency_id in assignment.leads}
    links |= {(Part.COORDINATING, agency_id) for agency_id in assignment.coordinating}
    links |= {(Part.COORDINATING, agency.id) for agency in collectives}
    session.add_all(
        TaskAgency(committee_id=committee.id, task_id=task.id, agency_id=agency_id, part=part)
        for part, agency_id in sorted(links)
    )
    await session.flush()
    return task


async def _group(
    session: AsyncSession, committee: Committee, *, title: str, now: datetime, today: date
) -> TaskGroup:
    """Where tasks given in chat stand; made with the first of them."""
    group = await session.scalar(
        select(TaskGroup)
        .join(TaskGroup.plan)
        .where(Plan.committee_id == committee.id, Plan.digest == DIRECT)
    )
    if group is not None:
        return group
    plan = Plan(
        committee_id=committee.id,
        digest=DIRECT,
        file_name=DIRECT,
        title=title,
        counted_from=today,
        created_at=now,
    )
    session.add(plan)
    await session.flush()
    await accept_plan(plan, now=now, zone=ZoneInfo(committee.timezone))
    group = TaskGroup(
        committee_id=committee.id, plan_id=plan.id, position=1, source=DIRECT, title=title
    )
    session.add(group)
    await session.flush()
    return group


async def _collective(session: AsyncSession, committee: Committee, name: str) -> Agency:
    """The collective name in the committee's directory; it stands for nobody in particular."""
    key = agency_key(name)
    found = (await agencies_by_key(session, committee.id)).get(key)
    if found is None:
        found = Agency(committee_id=committee.id, name=name, key=key, collective=True)
        session.add(found)
        await session.flush()
    return found


async def await_receipt(
    session: AsyncSession, task: Task, people: Iterable[Person], *, now: datetime
) -> None:
    """Note who is told of a task, so that their receipt can be kept; told before, nothing new."""
    known = await _told(session, task.committee_id, task.id)
    session.add_all(
        Acknowledgement(
            committee_id=task.committee_id, task_id=task.id, person_id=person.id, told_at=now
        )
        for person in people
        if person.id not in known
    )
    await session.flush()


async def _told(session: AsyncSession, committee_id: int, task_id: int) -> Collection[int]:
    query = select(Acknowledgement.person_id).where(
        Acknowledgement.committee_id == committee_id, Acknowledgement.task_id == task_id
    )
    return set(await session.scalars(query))


async def receive_task(
    session: AsyncSession, committee_id: int, task_id: int, *, by: Person, now: datetime
) -> Acknowledgement:
    """Keep that somebody has received a task ("Đã nhận").

    Raises `NotYourRoleError` where they were not told of it, `AlreadyDecidedError` the second time.
    """
    row = await session.scalar(
        select(Acknowledgement).where(
            Acknowledgement.committee_id == committee_id,
            Acknowledgement.task_id == task_id,
            Acknowledgement.person_id == by.id,
        )
    )
    if row is None:
        raise NotYourRoleError
    if row.received_at is not None:
        raise AlreadyDecidedError
    row.received_at = now
    await session.flush()
    return row
