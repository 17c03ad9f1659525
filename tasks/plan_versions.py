"""A newer version of a plan: what it changes, and those changes once it is accepted.

Tasks that stay keep their row, number, history, reports and occurrences; what is no longer in the
plan is closed with the reason and kept. Nothing changes before the acceptance. The caller commits.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from db.enums import DraftField, Part, PlanState, Progress
from db.models import (
    Amendment,
    DeadlineChange,
    DraftChange,
    Occurrence,
    Plan,
    Snooze,
    Task,
    TaskAgency,
)
from plans.compare import Comparison, PlanRow, compare_plans
from plans.deadlines import Deadline
from tasks.amended_days import amend_occurrences
from tasks.draft_log import Editor, lock_draft, numbers_by_hand
from tasks.draft_rows import DraftRow, draft_rows
from tasks.errors import NotADraftError
from tasks.indicator_versions import carry_indicators

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


@dataclass(frozen=True, slots=True)
class NewDue:
    """A task whose due day an amended plan moved."""

    task: Task
    lead_ids: tuple[int, ...]
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Amended:
    """What came of an amended plan's acceptance: whom it concerns, task by task."""

    old: Plan
    versions: Versions
    dues: tuple[NewDue, ...]
    removed: tuple[DraftRow, ...]


async def set_amended(
    session: AsyncSession, draft: Plan, old_id: int | None, *, by: Editor | None
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


async def likely_original(session: AsyncSession, draft: Plan) -> Versions | None:
    """The followed plan that a draft may be a newer version of; None where none is like it.

    Of the same number or title, or most rows alike.
    """
    best: Versions | None = None
    for old in await _followed(session, draft):
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
    return Versions(old, old_rows, new_rows, found)


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
    """The rows of a plan that are tasks, and as they are compared."""
    rows = [
        row for row in await draft_rows(session, plan) if row.counts and row.task.removed_on is None
    ]
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
        deadline=Deadline(task.kind, task.start, due, task.recurs, task.recurs_due),
        leads=row.ids(Part.LEAD),
        coordinating=row.ids(Part.COORDINATING),
        lead_names=", ".join(row.names(Part.LEAD)),
        coordinating_names=", ".join(row.names(Part.COORDINATING)),
    )


async def apply_amendment(
    session: AsyncSession, draft: Plan, *, reason: str, today: date
) -> Amended | None:
    """Change the amended plan's tasks as the accepted draft says; None where it amends none.

    `reason` is why what is no longer in the plan was closed. An amended deadline is the plan's
    own, so the first due day changes with it; the day of an extension that was granted holds
    where it is later. Days before today keep their figures (`deadline_changes`).
    """
    versions = await versions_of(session, draft)
    if versions is None:
        return None
    dues: list[NewDue] = []
    for pair in versions.found.kept:
        old, new = versions.old_rows[pair.old], versions.new_rows[pair.new]
        occurrences = await _occurrences(session, old.task)
        [fresh] = await _occurrences(session, new.task)
        leads = tuple(new.ids(Part.LEAD))
        _take_over(old.task, new.task)
        await _take_agencies(session, old, new)
        if pair.changed(DraftField.DEADLINE):
            before, after = await _move_due(
                session, draft, old.task, occurrences, fresh, today=today
            )
            if before != after:
                dues.append(NewDue(old.task, leads, before, after))
        await _drop_row(session, new, fresh, into=old.task)
    removed = tuple(versions.old_rows[place] for place in versions.found.removed)
    for row in removed:
        row.task.removed_on = today
        for occurrence in await _occurrences(session, row.task):
            _close(occurrence, reason, today)
    await session.flush()
    await carry_indicators(session, versions.old, draft)
    return Amended(versions.old, versions, tuple(dues), removed)


async def _occurrences(session: AsyncSession, task: Task) -> list[Occurrence]:
    query = (
        select(Occurrence)
        .where(Occurrence.committee_id == task.committee_id, Occurrence.task_id == task.id)
        .options(selectinload(Occurrence.extensions))
        .order_by(Occurrence.sequence)
    )
    return list(await session.scalars(query))


def _close(occurrence: Occurrence, reason: str, today: date) -> None:
    occurrence.next_opens_on = None
    if occurrence.progress is not Progress.DONE and occurrence.closed_on is None:
        occurrence.closed_on, occurrence.closed_reason = today, reason


KEPT = (
    "plan_id",
    "group_id",
    "no",
    "content",
    "parent_content",
    "product",
    "deadline_text",
    "kind",
    "start",
    "recurs",
    "recurs_due",
    "doubts",
    "line",
    "page",
    "sheet",
    "sheet_row",
    "content_raw",
    "doubtful_words",
    "review",
)
"""What a task that stays takes from its row in the newer plan: all but its id and number."""


def _take_over(old: Task, new: Task) -> None:
    for name in KEPT:
        setattr(old, name, getattr(new, name))


async def _take_agencies(session: AsyncSession, old: DraftRow, new: DraftRow) -> None:
    """Give a task that stays the agencies of its new row; those that stay keep their link."""
    stays = {(link.part, link.agency_id) for link in old.task.agencies}
    wanted = {(link.part, link.agency_id): link for link in new.task.agencies}
    for link in [one for one in old.task.agencies if (one.part, one.agency_id) not in wanted]:
        await session.delete(link)
    session.add_all(
        TaskAgency(
            committee_id=old.task.committee_id, task_id=old.task.id, agency_id=agency_id, part=part
        )
        for part, agency_id in wanted
        if (part, agency_id) not in stays
    )


async def _move_due(
    session: AsyncSession,
    draft: Plan,
    task: Task,
    occurrences: list[Occurrence],
    fresh: Occurrence,
    *,
    today: date,
) -> tuple[date | None, date | None]:
    """Move the due days of a task that stays; return the current one before and after."""
    was = {occurrence.id: (occurrence.due, occurrence.first_due) for occurrence in occurrences}
    current = amend_occurrences(task, occurrences, fresh)
    if current is not None and current.id is None:
        session.add(current)
    for occurrence in occurrences:
        due, first_due = was[occurrence.id]
        if first_due != occurrence.first_due:
            session.add(
                DeadlineChange(
                    committee_id=task.committee_id,
                    occurrence_id=occurrence.id,
                    plan_id=draft.id,
                    due_before=first_due,
                    due_after=occurrence.first_due,
                    changed_on=today,
                )
            )
        if occurrence.due is not None and due != occurrence.due:
            await session.execute(
                update(Snooze)
                .where(
                    Snooze.committee_id == task.committee_id,
                    Snooze.occurrence_id == occurrence.id,
                    Snooze.until > occurrence.due,
                )
                .values(until=occurrence.due)
            )
    if current is None:
        return None, None
    return was.get(current.id, (None, None))[0], current.due


async def _drop_row(session: AsyncSession, row: DraftRow, fresh: Occurrence, *, into: Task) -> None:
    """The newer plan's own row of a task that stays goes; what was corrected in it is kept."""
    task = row.task
    await session.execute(
        update(DraftChange)
        .where(DraftChange.committee_id == task.committee_id, DraftChange.task_id == task.id)
        .values(task_id=into.id)
    )
    for one in (*task.agencies, fresh):
        await session.delete(one)
    await session.flush()
    await session.delete(task)
    await session.flush()
