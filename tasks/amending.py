"""Tasks set right by the standing office; what a task said before is kept with every correction.

The caller commits.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Part, TaskField
from db.models import Agency, Correction, Task, TaskAgency
from db.queries.tasks import TaskNow
from plans.deadlines.read import Deadline
from tasks.actor import Actor
from tasks.occurrences import redate, set_rule


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is set right; None leaves a part as it is. Agencies by id."""

    content: str | None = None
    product: str | None = None
    leads: tuple[int, ...] | None = None
    coordinating: tuple[int, ...] | None = None
    deadline_text: str | None = None
    deadline: Deadline | None = None


async def correct_task(
    session: AsyncSession, now_task: TaskNow, amendment: Amendment, by: Actor
) -> list[Correction]:
    """Set parts of a task right; return what changed, each with what it said before.

    Raises `NotYourRoleError`.
    """
    by.check_office()
    task, done = now_task.task, []
    named = {
        TaskField.CONTENT: (task.content, amendment.content),
        TaskField.PRODUCT: (task.product or "", amendment.product),
        TaskField.DEADLINE: (task.deadline_text, amendment.deadline_text),
    }
    for field, (before, after) in named.items():
        if after is not None and after != before:
            done.append(_correction(task, field, before, after, by))
    task.content = amendment.content or task.content
    task.product = amendment.product or task.product
    if amendment.deadline is not None and amendment.deadline_text is not None:
        deadline = amendment.deadline
        task.deadline_text = amendment.deadline_text
        set_rule(task, deadline)
        await redate(session, task, now_task.occurrence, deadline.due, today=by.today)
    for field, part, ids in (
        (TaskField.LEAD, Part.LEAD, amendment.leads),
        (TaskField.COORDINATING, Part.COORDINATING, amendment.coordinating),
    ):
        given = {link.agency_id for link in task.agencies if link.part is part}
        if ids is not None and set(ids) != given:
            before = ", ".join(now_task.agency_names(part))
            after = await _replace(session, task, part, ids)
            done.append(_correction(task, field, before, after, by))
    session.add_all(done)
    await session.flush()
    await session.refresh(task, ["agencies"])
    return done


def _correction(task: Task, field: TaskField, before: str, after: str, by: Actor) -> Correction:
    return Correction(
        committee_id=task.committee_id,
        task_id=task.id,
        field=field,
        before=before,
        after=after,
        person_id=by.person.id,
        corrected_on=by.today,
        corrected_at=by.now,
    )


async def _replace(
    session: AsyncSession, task: Task, part: Part, agency_ids: Collection[int]
) -> str:
    """Give a part to these agencies alone; return their names."""
    agencies = (
        await session.scalars(
            select(Agency)
            .where(
                Agency.committee_id == task.committee_id,
                Agency.id.in_(agency_ids),
                Agency.merged_at.is_(None),
            )
            .order_by(Agency.id)
        )
    ).all()
    kept = await session.scalars(
        select(TaskAgency).where(
            TaskAgency.committee_id == task.committee_id,
            TaskAgency.task_id == task.id,
            TaskAgency.part == part,
        )
    )
    for link in kept.all():
        await session.delete(link)
    await session.flush()
    session.add_all(
        TaskAgency(committee_id=task.committee_id, task_id=task.id, agency_id=one.id, part=part)
        for one in agencies
    )
    await session.flush()
    return ", ".join(agency.name for agency in agencies)
