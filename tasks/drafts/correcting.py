"""The writes on the rows of a draft: what a secretary corrects before a plan counts.

Raise as `tasks.drafts.log` says, `NotYourRoleError` and `NotADraftError`. The caller commits.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import DeadlineKind, DraftField, Part, Recurs, Review
from db.models import Agency, Occurrence, Plan, Task, TaskAgency
from plans.deadlines.read import Deadline
from plans.make_rows import read_deadline_cell
from plans.words import clean
from tasks.actor import Actor
from tasks.drafts.log import Log, changes_of, lock_draft, refuse_if_changed
from tasks.drafts.names import Directory, each_name
from tasks.drafts.rows import DraftRow, draft_rows
from tasks.errors import BadDeadlineError, NotADraftError
from tasks.occurrences import first_occurrence, set_rule

LEAD_DOUBTS = frozenset(
    [
        *("lead_missing", "lead_collective", "several_leads", "agency_unknown"),
        *("lead_from_prose", "lead_unsure"),
    ]
)
DEADLINE_DOUBTS = frozenset(
    {
        "deadline_unreadable",
        "deadline_uncounted",
        "deadline_several",
        "deadline_working_days",
        "deadline_year",
        "deadline_unsure",
        "deadline_from_prose",
        "deadline_differs",
        "deadline_guessed",
    }
)
"""Doubts that end when a person says who leads, or until when."""


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What becomes of a row, or of several at once; None leaves a field as it is.

    An empty `product` or list takes away what stood there. A deadline is given in words. With
    `insist`, words that give no deadline are kept as a doubt, and unknown agencies are new ones.
    """

    content: str | None = None
    product: str | None = None
    deadline: str | None = None
    leads: Sequence[str] | None = None
    coordinating: Sequence[str] | None = None
    insist: bool = False


async def edit_rows(
    session: AsyncSession, plan: Plan, seen: Mapping[int, int], edit: RowEdit, *, by: Actor
) -> list[DraftRow]:
    """Correct a row or several alike; `seen` is the version of each by the task's id.

    A doubtful row counts as looked at once nothing else in it is doubtful than what was insisted
    on.
    Raises `BadDeadlineError` or `UnknownAgencyError` unless the edit insists.
    """
    rows = await _open_rows(session, plan, seen, by=by)
    directory = await Directory.load(session, plan.committee_id)
    chosen = {
        part: await directory.named(each_name(names), insist=edit.insist)
        for part, names in ((Part.LEAD, edit.leads), (Part.COORDINATING, edit.coordinating))
        if names is not None
    }
    words = None if edit.deadline is None else clean(edit.deadline).rstrip(".;, ")
    deadline = None if words is None else _read_deadline(plan, words, insist=edit.insist)
    for row in rows:
        task, write, asked = row.task, Log(session, plan, row.task, by), row.open
        if edit.content is not None and clean(edit.content):
            write(DraftField.CONTENT, task.content, clean(edit.content))
            task.content, task.doubtful_words = clean(edit.content), None
            _settle(task, frozenset({"row_from_prose", "row_cut"}))
        if edit.product is not None:
            write(DraftField.PRODUCT, task.product, clean(edit.product) or None)
            task.product = clean(edit.product) or None
            _settle(task, {"product_unsure"})
        if words is not None and deadline is not None:
            write(DraftField.DEADLINE, task.deadline_text, words)
            task.deadline_text = words
            await set_deadline(session, plan, task, deadline, today=by.today)
        for part, agencies in chosen.items():
            await _set_agencies(session, row, part, agencies, write)
        if write.wrote and asked and not _is_left_doubtful(task, edit):
            task.review = Review.RIGHT
    await session.flush()
    return await draft_rows(session, plan, seen)


def _is_left_doubtful(task: Task, edit: RowEdit) -> bool:
    """Whether something is doubtful in a row beside what was insisted on."""
    left = set(task.doubts)
    if edit.insist and edit.deadline is not None:
        left -= DEADLINE_DOUBTS
    if edit.insist and edit.leads is not None:
        left -= LEAD_DOUBTS
    return bool(left or task.doubtful_words)


async def review_rows(
    session: AsyncSession,
    plan: Plan,
    seen: Mapping[int, int],
    review: Review | None,
    *,
    by: Actor,
) -> list[DraftRow]:
    """Say of rows that they are right, are for later, or are no tasks; None takes that back.

    What is no task is kept, and is neither counted nor followed. Of a row in which nothing is
    doubtful there is nothing to say but that it is no task.
    """
    for row in await _open_rows(session, plan, seen, by=by):
        if review in (Review.RIGHT, Review.LATER) and not row.doubtful:
            continue
        write = Log(session, plan, row.task, by)
        write(DraftField.REVIEW, row.task.review, review)
        row.task.review = review
    await session.flush()
    return await draft_rows(session, plan, seen)


async def _open_rows(
    session: AsyncSession, plan: Plan, seen: Mapping[int, int], *, by: Actor
) -> list[DraftRow]:
    """The rows to write on, locked, if nobody corrected them since they were seen."""
    await lock_draft(session, plan, by=by)
    rows = await draft_rows(session, plan, seen)
    if not seen or len(rows) != len(seen):
        raise NotADraftError
    changes = await changes_of(session, plan, list(seen))
    numbers = {row.task.id: row.task.number for row in rows}
    refuse_if_changed(changes, lambda change: seen[change.task_id or 0], numbers)
    return rows


def _read_deadline(plan: Plan, words: str, *, insist: bool) -> Deadline:
    found = read_deadline_cell(words or None, plan.counted_from, plan.title)
    if insist:
        return found
    if found.kind is DeadlineKind.UNREADABLE:
        raise BadDeadlineError(words)
    if found.due and plan.counted_from and found.due < plan.counted_from:
        raise BadDeadlineError(words, found.due, plan.counted_from)
    return found


async def set_deadline(
    session: AsyncSession, plan: Plan, task: Task, deadline: Deadline, *, today: date
) -> None:
    """Give a row of a draft its deadline; its one occurrence begins anew."""
    set_rule(task, deadline)
    found = set()
    if deadline.kind is DeadlineKind.UNREADABLE:
        found = {"deadline_unreadable"}
    elif deadline.due is None and deadline.recurs not in (None, Recurs.ONGOING):
        found = {"deadline_uncounted"}
    _settle(task, DEADLINE_DOUBTS, found)
    await session.execute(
        delete(Occurrence).where(
            Occurrence.committee_id == task.committee_id, Occurrence.task_id == task.id
        )
    )
    session.add(first_occurrence(task, deadline.due, begins=plan.counted_from or today))


async def _set_agencies(
    session: AsyncSession, row: DraftRow, part: Part, agencies: Sequence[Agency], write: Log
) -> None:
    task = row.task
    chosen = {agency.id: agency for agency in agencies}
    field = DraftField.LEAD if part is Part.LEAD else DraftField.COORDINATING
    after = "; ".join(agency.name for agency in chosen.values())
    write(field, "; ".join(row.names(part)) or None, after or None)
    for link in [link for link in task.agencies if link.part is part]:
        task.agencies.remove(link)
        await session.delete(link)
    await session.flush()
    task.agencies += [
        TaskAgency(committee_id=task.committee_id, agency=agency, part=part)
        for agency in chosen.values()
    ]
    if part is Part.LEAD:
        found = set() if chosen else {"lead_missing"}
        if any(agency.collective for agency in chosen.values()):
            found = {"lead_collective"}
        _settle(task, LEAD_DOUBTS, found)
    else:
        _settle(task, {"helpers_unsure"})


def _settle(task: Task, ended: Collection[str], found: Collection[str] = ()) -> None:
    """End doubts that a person has decided; what they left doubtful stays so."""
    task.doubts = [*(doubt for doubt in task.doubts if doubt not in ended), *sorted(found)]
