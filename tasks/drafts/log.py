"""Who may write on a draft, one at a time, and what was written: `draft_changes`.

Every write names the version of what it saw (the id of the last correction, 0 for none) and raises
`DraftChangedError` where somebody corrected it since; then nothing was changed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import DraftField, PlanState
from db.models import DraftChange, Plan, Task
from tasks.actor import Actor
from tasks.errors import DraftChangedError, NotADraftError, NotYourRoleError
from tasks.rules import may_review


async def draft_of(session: AsyncSession, committee_id: int, plan_id: int) -> Plan:
    """A plan of this committee that is still a draft; raises `NotADraftError`."""
    plan = await session.scalar(
        select(Plan).where(Plan.committee_id == committee_id, Plan.id == plan_id)
    )
    if plan is None or plan.state is not PlanState.DRAFT:
        raise NotADraftError
    return plan


async def lock_draft(session: AsyncSession, plan: Plan, *, by: Actor | None) -> None:
    """Let one at a time write on a draft, and nobody on what is none any more.

    `by` is None for the operator at the shell.
    """
    if by is not None and not may_review(by.standing):
        raise NotYourRoleError
    state = await session.scalar(
        select(Plan.state)
        .where(Plan.committee_id == plan.committee_id, Plan.id == plan.id)
        .with_for_update()
    )
    if state is not PlanState.DRAFT:
        raise NotADraftError


async def changes_of(
    session: AsyncSession, plan: Plan, task_ids: Sequence[int] | None
) -> Sequence[DraftChange]:
    """The corrections of these rows, or (None) of the plan's own fields, oldest first."""
    query = (
        select(DraftChange)
        .where(DraftChange.committee_id == plan.committee_id, DraftChange.plan_id == plan.id)
        .options(joinedload(DraftChange.person))
        .order_by(DraftChange.id)
    )
    if task_ids is None:
        query = query.where(DraftChange.task_id.is_(None))
    else:
        query = query.where(DraftChange.task_id.in_(task_ids))
    return (await session.scalars(query)).all()


async def numbers_by_hand(session: AsyncSession, draft: Plan) -> dict[int, int | None]:
    """The followed number that a person said rows go on under, by the row's id, in the order in
    which it was said; None: a new task."""
    said = await session.execute(
        select(DraftChange.task_id, DraftChange.after)
        .where(
            DraftChange.committee_id == draft.committee_id,
            DraftChange.plan_id == draft.id,
            DraftChange.field == DraftField.NUMBER,
            DraftChange.task_id.is_not(None),
        )
        .order_by(DraftChange.id)
    )
    found: dict[int, int | None] = {}
    for task_id, after in said:
        if task_id is not None:
            found.pop(task_id, None)
            found[task_id] = int(after.removeprefix("#")) if after else None
    return found


def refuse_if_changed(
    changes: Sequence[DraftChange],
    seen: Callable[[DraftChange], int],
    numbers: Mapping[int, int] | None = None,
) -> None:
    """Raises `DraftChangedError` where something was corrected since a version was seen."""
    unseen = [change for change in changes if change.id > seen(change)]
    if unseen:
        raise DraftChangedError(unseen, numbers)


@dataclass
class Log:
    """Keeps what one person corrects of one row, or (None) of the plan's own fields."""

    session: AsyncSession
    plan: Plan
    task: Task | None
    by: Actor
    wrote: bool = False

    def __call__(self, field: DraftField, before: str | None, after: str | None) -> None:
        if before == after:
            return
        self.wrote = True
        self.session.add(
            DraftChange(
                committee_id=self.plan.committee_id,
                plan_id=self.plan.id,
                task_id=self.task.id if self.task else None,
                field=field,
                before=before,
                after=after,
                person_id=self.by.person.id,
                changed_at=self.by.now,
            )
        )
