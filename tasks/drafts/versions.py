"""A newer version of a plan: what it changes, and those changes once it is accepted.

Tasks that stay keep their row, number, history, reports and occurrences; what is no longer in the
plan is closed with the reason and kept. Nothing changes before the acceptance. The caller commits.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Part, PlanState, Progress
from db.models import Amendment, Occurrence, Plan
from plans.compare import Comparison, PlanRow, compare_plans
from tasks.actor import Actor
from tasks.drafts.log import lock_draft, numbers_by_hand
from tasks.drafts.rows import DraftRow, draft_rows
from tasks.errors import NotADraftError
from tasks.occurrences import rule_of

MOST_ALIKE = 0.6
"""The part of the smaller plan's rows that make two plans versions of one: a question is asked,
nothing is decided by it."""


@dataclass(frozen=True, slots=True)
class Versions:
    """A draft beside the plan that it amends, row by row; places are those of the comparison."""

    old: Plan
    old_rows: Sequence[DraftRow]
    new_rows: Sequence[DraftRow]
    found: Comparison
    reported: Mapping[int, tuple[Progress, int | None]]
    """What was reported of the old plan's tasks, by their ids; percent where that was said."""


async def set_amended(
    session: AsyncSession, draft: Plan, old_id: int | None, *, by: Actor | None
) -> None:
    """Say which followed plan a draft is a newer version of; None: of none.

    `by` is None for the operator at the shell. Raises `NotYourRoleError`, or `NotADraftError`
    where the draft is none, or the other plan is not followed in this committee, or was amended
    by another before.
    """
    await lock_draft(session, draft, by=by)
    followed = [plan.id for plan in await _followed(session, draft)]
    if old_id is not None and old_id not in followed:
        raise NotADraftError
    await session.execute(
        delete(Amendment).where(
            Amendment.committee_id == draft.committee_id, Amendment.plan_id == draft.id
        )
    )
    if old_id is not None:
        session.add(Amendment(committee_id=draft.committee_id, plan_id=draft.id, amends_id=old_id))
    await session.flush()


async def versions_of(session: AsyncSession, draft: Plan) -> Versions | None:
    """A draft beside the plan that it was said to amend; None where it amends none."""
    old = await session.scalar(
        select(Plan)
        .join(
            Amendment,
            (Amendment.committee_id == Plan.committee_id) & (Amendment.amends_id == Plan.id),
        )
        .where(Plan.committee_id == draft.committee_id, Amendment.plan_id == draft.id)
    )
    return None if old is None else await _compare(session, draft, old)


async def amends(session: AsyncSession, draft: Plan) -> bool:
    """Whether a draft was said to be a newer version of a plan; none of its rows are compared."""
    query = select(Amendment.id).where(
        Amendment.committee_id == draft.committee_id, Amendment.plan_id == draft.id
    )
    return await session.scalar(query) is not None


async def likely_original(session: AsyncSession, draft: Plan) -> Versions | None:
    """The followed plan that a draft may be a newer version of; None where none is like it."""
    return await _likest(session, draft, await _followed(session, draft))


async def likely_twin(session: AsyncSession, draft: Plan) -> Versions | None:
    """Another draft that may be the same plan, its file saved anew; None without one."""
    query = (
        select(Plan)
        .where(
            Plan.committee_id == draft.committee_id,
            Plan.state == PlanState.DRAFT,
            Plan.id != draft.id,
        )
        .order_by(Plan.id)
    )
    return await _likest(session, draft, (await session.scalars(query)).all())


async def _likest(session: AsyncSession, draft: Plan, others: Sequence[Plan]) -> Versions | None:
    """The plan that a draft is like the most: of the same number or title, or most rows alike."""
    best: Versions | None = None
    for old in others:
        seen = await _compare(session, draft, old)
        smaller = min(len(seen.old_rows), len(seen.new_rows))
        named = draft.number is not None and draft.number == old.number
        titled = draft.title is not None and draft.title == old.title
        alike = len(seen.found.kept)
        enough = 0 < alike >= smaller * (MOST_ALIKE / 2 if named or titled else MOST_ALIKE)
        if enough and (best is None or alike > len(best.found.kept)):
            best = seen
    return best


async def is_undecided(session: AsyncSession, draft: Plan) -> bool:
    """Whether a draft is like a followed plan and nobody said that it is a newer version of it."""
    if await versions_of(session, draft) is not None:
        return False
    return await likely_original(session, draft) is not None


def amended_ids(committee_id: int) -> Select[int]:
    """The ids of plans of which a newer version is followed."""
    return (
        select(Amendment.amends_id)
        .join(Plan, (Plan.committee_id == Amendment.committee_id) & (Plan.id == Amendment.plan_id))
        .where(Amendment.committee_id == committee_id, Plan.state == PlanState.ACCEPTED)
    )


async def _followed(session: AsyncSession, draft: Plan) -> Sequence[Plan]:
    """The committee's followed plans that no other followed plan amends, newest first."""
    query = (
        select(Plan)
        .where(
            Plan.committee_id == draft.committee_id,
            Plan.state == PlanState.ACCEPTED,
            Plan.id != draft.id,
            Plan.id.not_in(amended_ids(draft.committee_id)),
        )
        .order_by(Plan.id.desc())
    )
    return (await session.scalars(query)).all()


async def _compare(session: AsyncSession, draft: Plan, old: Plan) -> Versions:
    old_rows, olds = await _rows(session, old)
    new_rows, news = await _rows(session, draft)
    # Long plans take a second or two: others go on being answered.
    found = await asyncio.to_thread(
        compare_plans, olds, news, await _by_hand(session, draft, old_rows, new_rows)
    )
    reported = await _reported(session, old_rows)
    return Versions(old, old_rows, new_rows, found, reported)


async def _reported(
    session: AsyncSession, rows: Sequence[DraftRow]
) -> dict[int, tuple[Progress, int | None]]:
    """The state of each task that is no more untouched, of its first such occurrence."""
    tasks = [row.task for row in rows]
    found = await session.execute(
        select(Occurrence.task_id, Occurrence.progress, Occurrence.percent)
        .where(
            Occurrence.committee_id.in_({task.committee_id for task in tasks}),
            Occurrence.task_id.in_([task.id for task in tasks]),
            Occurrence.progress != Progress.NOT_STARTED,
        )
        .order_by(Occurrence.sequence.desc())
    )
    return {row.task_id: (row.progress, row.percent) for row in found}


async def _by_hand(
    session: AsyncSession, draft: Plan, olds: Sequence[DraftRow], news: Sequence[DraftRow]
) -> dict[int, int | None]:
    """What was said of rows of the draft, by places; of two that go on as one task the last."""
    before = {row.task.number: place for place, row in enumerate(olds)}
    after = {row.task.id: place for place, row in enumerate(news)}
    found: dict[int, int | None] = {}
    taken: dict[int, int] = {}
    for task_id, number in (await numbers_by_hand(session, draft)).items():
        if task_id not in after:
            continue
        if number is None:
            found[after[task_id]] = None
        elif number in before:
            found.pop(taken.get(number, -1), None)
            found[after[task_id]], taken[number] = before[number], after[task_id]
    return found


async def _rows(session: AsyncSession, plan: Plan) -> tuple[list[DraftRow], list[PlanRow]]:
    """The rows of a plan that are tasks, and as they are compared: in the order in which the
    document has them, which an amended plan's numbers do not tell any more."""
    rows = [
        row for row in await draft_rows(session, plan) if row.counts and row.task.removed_on is None
    ]
    rows.sort(key=lambda row: (row.task.line or 0, row.task.number))
    first = await session.execute(
        select(Occurrence.task_id, Occurrence.first_due)
        .where(
            Occurrence.committee_id == plan.committee_id,
            Occurrence.task_id.in_([row.task.id for row in rows]),
        )
        .order_by(Occurrence.sequence.desc())
    )
    due = {one.task_id: one.first_due for one in first}
    return rows, [_plan_row(row, due.get(row.task.id)) for row in rows]


def _plan_row(row: DraftRow, due: date | None) -> PlanRow:
    task = row.task
    return PlanRow(
        no=task.no or "",
        content=task.content,
        parent=task.parent_content or "",
        product=task.product or "",
        deadline_text=task.deadline_text,
        deadline=rule_of(task, due),
        leads=row.ids(Part.LEAD),
        coordinating=row.ids(Part.COORDINATING),
        lead_names=", ".join(row.names(Part.LEAD)),
        coordinating_names=", ".join(row.names(Part.COORDINATING)),
    )
