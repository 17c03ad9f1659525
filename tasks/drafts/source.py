"""What stands in the source of a plan where each of its rows was read."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Indicator, Plan, PlanSource, Task, TaskGroup
from plans.words import clean, cut, letters

MOST_LINES = 40
ANNEX = "phu luc "
"""With which the line begins that stands over a plan's next annex."""
LONGEST = 600
"""Characters of a row's source that are shown: more than nearly all rows have."""
HEADING = 20
"""Letters by which a heading is known again on its line; further on it may be damaged."""


async def source_words(session: AsyncSession, plan: Plan, tasks: Iterable[Task]) -> dict[int, str]:
    """The source of each of these rows by the task's id: its lines up to the next row's, or to the
    heading over that.

    Rows whose place is not known, and plans kept without their source, have no entry.
    """
    places = {task.id: task.line for task in tasks}
    begins = (
        select(Task.line, TaskGroup.title)
        .join(
            TaskGroup,
            (TaskGroup.committee_id == Task.committee_id) & (TaskGroup.id == Task.group_id),
        )
        .where(Task.committee_id == plan.committee_id, Task.plan_id == plan.id)
    )
    return await _words(session, plan, places, begins)


async def indicator_words(
    session: AsyncSession, plan: Plan, indicators: Iterable[Indicator]
) -> dict[int, str]:
    """The same of indicators, by their ids."""
    places = {one.id: one.line for one in indicators}
    begins = select(Indicator.line, Indicator.group_title).where(
        Indicator.committee_id == plan.committee_id, Indicator.plan_id == plan.id
    )
    return await _words(session, plan, places, begins)


async def _words(
    session: AsyncSession,
    plan: Plan,
    places: Mapping[int, int | None],
    begins: Select[int | None, str | None],
) -> dict[int, str]:
    """The lines from each of these places up to where the next row `begins`, or its heading."""
    text = await session.scalar(
        select(PlanSource.text).where(
            PlanSource.committee_id == plan.committee_id, PlanSource.plan_id == plan.id
        )
    )
    if text is None:
        return {}
    found = (await session.execute(begins)).all()
    heads = {line: head for line, head in found if line is not None}
    others = await _other_lines(session, plan)
    heads |= {line: None for line in others if line not in heads}
    starts = sorted(heads)
    lines = text.split("\n")
    return {
        key: cut(clean(" ".join(lines[line - 1 : _end(line, starts, heads, lines)])), LONGEST)
        for key, line in places.items()
        if line is not None and line <= len(lines)
    }


def _end(
    line: int, begins: list[int], heads: Mapping[int, str | None], lines: Sequence[str]
) -> int:
    """The line before the one on which the next row begins, or the heading over that row."""
    place = bisect_right(begins, line)
    ends = (*begins[place : place + 1], line + MOST_LINES + 1, len(lines) + 1)
    after = min(ends)
    head = letters(heads.get(after) or "")[:HEADING]
    changes = bool(head) and heads.get(after) != heads.get(line)
    for number in range(line + 1, after):
        words = letters(lines[number - 1])
        if words.startswith(ANNEX) or (changes and head in words):
            return number - 1
    return after - 1


async def _other_lines(session: AsyncSession, plan: Plan) -> set[int]:
    """Where rows of either kind begin: tasks and indicators."""
    tasks = select(Task.line).where(Task.committee_id == plan.committee_id, Task.plan_id == plan.id)
    indicators = select(Indicator.line).where(
        Indicator.committee_id == plan.committee_id, Indicator.plan_id == plan.id
    )
    found = (await session.scalars(tasks.union(indicators))).all()
    return {line for line in found if line is not None}
