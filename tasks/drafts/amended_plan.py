"""An amended plan's acceptance: the tasks that stay take over its rows, the rest is closed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from db.enums import DraftField, Part, Progress, Recurs
from db.models import DeadlineChange, DraftChange, Occurrence, Plan, Snooze, Task, TaskAgency
from tasks.drafts.amended_days import amend_occurrences
from tasks.drafts.indicator_versions import carry_indicators
from tasks.drafts.rows import DraftRow
from tasks.drafts.versions import versions_of


@dataclass(frozen=True, slots=True)
class NewDue:
    """A task whose due day an amended plan moved."""

    task: Task
    lead_ids: tuple[int, ...]
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class NewLead:
    """A task that an amended plan gave to other agencies, or (no agencies before) added."""

    task: Task
    lead_names: tuple[str, ...]
    gained_ids: tuple[int, ...]
    """The agencies that lead it now and did not before."""
    lost_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Amended:
    """What came of an amended plan's acceptance: whom it concerns, task by task."""

    old: Plan
    dues: tuple[NewDue, ...]
    leads: tuple[NewLead, ...]
    removed: tuple[DraftRow, ...]


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
    leads: list[NewLead] = []
    for pair in versions.found.kept:
        old, new = versions.old_rows[pair.old], versions.new_rows[pair.new]
        occurrences = await _occurrences(session, old.task)
        [fresh] = await _occurrences(session, new.task)
        before_ids, lead_ids = old.ids(Part.LEAD), new.ids(Part.LEAD)
        if before_ids != lead_ids:
            gained, lost = tuple(lead_ids - before_ids), tuple(before_ids - lead_ids)
            leads.append(NewLead(old.task, new.names(Part.LEAD), gained, lost))
        came = old.task.recurs
        _take_over(old.task, new.task)
        await _take_agencies(session, old, new)
        if pair.changed(DraftField.DEADLINE):
            before, after = await _move_due(
                session, draft, old.task, occurrences, fresh, came=came, today=today
            )
            if before != after:
                dues.append(NewDue(old.task, tuple(lead_ids), before, after))
        await _drop_row(session, new, fresh, into=old.task)
    for place in versions.found.added:
        row = versions.new_rows[place]
        leads.append(NewLead(row.task, row.names(Part.LEAD), tuple(row.ids(Part.LEAD)), ()))
    removed = tuple(versions.old_rows[place] for place in versions.found.removed)
    for row in removed:
        row.task.removed_on = today
        for occurrence in await _occurrences(session, row.task):
            _close(occurrence, reason, today)
    await session.flush()
    await carry_indicators(session, versions.old, draft)
    return Amended(versions.old, tuple(dues), tuple(leads), removed)


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
    "recurs_until",
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
    came: Recurs | None,
    today: date,
) -> tuple[date | None, date | None]:
    """Move the due days of a task that stays; return the current one before and after."""
    was = {occurrence.id: (occurrence.due, occurrence.first_due) for occurrence in occurrences}
    current = amend_occurrences(task, occurrences, fresh, came=came)
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
