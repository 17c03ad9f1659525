"""What stands in the source of a plan where each of its rows was read."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Indicator, Plan, PlanSource, Task
from plans.words import clean, cut

MOST_LINES = 40
LONGEST = 600
"""Characters of a row's source that are shown: more than nearly all rows have."""


async def source_words(session: AsyncSession, plan: Plan, tasks: Iterable[Task]) -> dict[int, str]:
    """The source of each of these rows by the task's id: its lines up to the next row's.

    Rows whose place is not known, and plans kept without their source, have no entry.
    """
    places = {task.id: task.line for task in tasks}
    begins = select(Task.line).where(
        Task.committee_id == plan.committee_id, Task.plan_id == plan.id
    )
    return await _words(session, plan, places, begins)


async def indicator_words(
    session: AsyncSession, plan: Plan, indicators: Iterable[Indicator]
) -> dict[int, str]:
    """The same of indicators, by their ids."""
    places = {one.id: one.line for one in indicators}
    begins = select(Indicator.line).where(
        Indicator.committee_id == plan.committee_id, Indicator.plan_id == plan.id
    )
    return await _words(session, plan, places, begins)


async def _words(
    session: AsyncSession,
    plan: Plan,
    places: Mapping[int, int | None],
    begins: Select[int | None],
) -> dict[int, str]:
    """The lines from each of these places up to where the next row `begins`."""
    text = await session.scalar(
        select(PlanSource.text).where(
            PlanSource.committee_id == plan.committee_id, PlanSource.plan_id == plan.id
        )
    )
    if text is None:
        return {}
    found = (await session.scalars(begins.distinct())).all()
    starts = sorted(line for line in found if line is not None)
    lines = text.split("\n")
    return {
        key: cut(clean(" ".join(lines[line - 1 : _end(line, starts)])), LONGEST)
        for key, line in places.items()
        if line is not None and line <= len(lines)
    }


def _end(line: int, begins: list[int]) -> int:
    """The line before the one on which the next row begins."""
    place = bisect_right(begins, line)
    after = begins[place] - 1 if place < len(begins) else line + MOST_LINES
    return min(after, line + MOST_LINES)
