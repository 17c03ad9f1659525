"""What stands in the source of a plan where each of its rows was read."""

from bisect import bisect_right
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Plan, PlanSource, Task
from plans.words import clean, cut

MOST_LINES = 40
LONGEST = 600
"""Characters of a row's source that are shown: more than nearly all rows have."""


async def source_words(session: AsyncSession, plan: Plan, tasks: Iterable[Task]) -> dict[int, str]:
    """The source of each of these rows by the task's id: its lines up to the next row's.

    Rows whose place is not known, and plans kept without their source, have no entry.
    """
    text = await session.scalar(
        select(PlanSource.text).where(
            PlanSource.committee_id == plan.committee_id, PlanSource.plan_id == plan.id
        )
    )
    if text is None:
        return {}
    found = await session.scalars(
        select(Task.line)
        .where(
            Task.committee_id == plan.committee_id,
            Task.plan_id == plan.id,
            Task.line.is_not(None),
        )
        .distinct()
    )
    begins = sorted(line for line in found if line is not None)
    lines = text.split("\n")
    return {
        task.id: cut(clean(" ".join(lines[task.line - 1 : _end(task.line, begins)])), LONGEST)
        for task in tasks
        if task.line is not None and task.line <= len(lines)
    }


def _end(line: int, begins: list[int]) -> int:
    """The line before the one on which the next row begins."""
    place = bisect_right(begins, line)
    after = begins[place] - 1 if place < len(begins) else line + MOST_LINES
    return min(after, line + MOST_LINES)
