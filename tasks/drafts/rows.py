"""The rows of a draft as they stand, each with who corrected it last."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from db.enums import Part, Review
from db.models import DraftChange, Plan, Task, TaskAgency
from tasks.drafts.log import changes_of

WORDING = frozenset({"helpers_unsure", "product_unsure", "number_missing"})
"""Doubts that leave it sure who leads a task, and until when."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row of a draft with its agencies loaded, and who corrected it last."""

    task: Task
    last: DraftChange | None

    @property
    def id(self) -> int:
        """The task's."""
        return self.task.id

    @property
    def review(self) -> Review | None:
        """What was said of it."""
        return self.task.review

    @property
    def version(self) -> int:
        """What a write on this row names as seen."""
        return self.last.id if self.last else 0

    @property
    def doubtful(self) -> bool:
        """Whether the reader asks for a look, looked at or not."""
        return bool(self.task.doubts or self.task.doubtful_words)

    @property
    def open(self) -> bool:
        """Whether it asks for a look that nobody has given it, or is kept for later."""
        return self.doubtful and self.task.review in (None, Review.LATER)

    @property
    def of_wording(self) -> bool:
        """Whether only its words are doubtful: whom to remind, and when, is sure."""
        return self.doubtful and WORDING.issuperset(self.task.doubts)

    @property
    def counts(self) -> bool:
        """Whether it will be followed."""
        return self.task.review is not Review.NOT_A_TASK

    def ids(self, part: Part) -> frozenset[int]:
        """The agencies that have this part in it."""
        return frozenset(link.agency_id for link in self.task.agencies if link.part is part)

    def names(self, part: Part) -> tuple[str, ...]:
        """Their names."""
        return tuple(link.agency.name for link in self.task.agencies if link.part is part)


async def draft_rows(
    session: AsyncSession, plan: Plan, task_ids: Collection[int] | None = None
) -> list[DraftRow]:
    """The rows of a plan in their order, or those of them that are asked for."""
    query = (
        select(Task)
        .where(Task.committee_id == plan.committee_id, Task.plan_id == plan.id)
        .options(selectinload(Task.agencies).joinedload(TaskAgency.agency), joinedload(Task.group))
        .order_by(Task.number)
        .execution_options(populate_existing=True)
    )
    if task_ids is not None:
        query = query.where(Task.id.in_(task_ids))
    tasks = (await session.scalars(query)).all()
    last = {
        change.task_id: change
        for change in await changes_of(session, plan, [task.id for task in tasks])
    }
    return [DraftRow(task, last.get(task.id)) for task in tasks]
