"""The writes on a draft: what a secretary corrects before a plan counts. The caller commits.

Every write names the version of each row it saw (the id of its last correction, 0 for none) and
raises `DraftChangedError` where somebody corrected it since; then nothing was changed. All raise
`NotYourRoleError` and `NotADraftError`. Corrections are kept in `draft_changes`.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from db.enums import DeadlineKind, DraftField, Part, PlanState, Recurs, Review
from db.models import (
    Agency,
    AgencyAlias,
    DraftChange,
    Occurrence,
    Person,
    Plan,
    Task,
    TaskAgency,
)
from plans.agencies import agency_key, is_collective, open_abbreviations
from plans.deadlines import Deadline
from plans.make_rows import read_deadline_cell
from plans.words import clean
from tasks.errors import (
    BadDeadlineError,
    DraftChangedError,
    NotADraftError,
    NotYourRoleError,
    UnknownAgencyError,
)
from tasks.occurrences import first_occurrence
from tasks.rules import Standing, may_review

LEAD_DOUBTS = frozenset(
    {"lead_missing", "lead_collective", "several_leads", "agency_unknown", "lead_from_prose"}
)
DEADLINE_DOUBTS = frozenset(
    {"deadline_unreadable", "deadline_uncounted", "deadline_from_prose", "deadline_differs"}
)
"""Doubts that end when a person says who leads, or until when."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Who corrects, as what, and when; `today` is the committee's local day."""

    person: Person
    standing: Standing
    now: datetime
    today: date


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


@dataclass(frozen=True, slots=True)
class HeadEdit:
    """What becomes of the plan's own fields; None leaves one as it is, an empty text takes it
    away. The day of issue is never taken away."""

    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row of a draft with its agencies loaded, and who corrected it last."""

    task: Task
    last: DraftChange | None

    @property
    def version(self) -> int:
        """What a write on this row names as seen."""
        return self.last.id if self.last else 0

    @property
    def doubtful(self) -> bool:
        """Whether the reader asks for a look, looked at or not."""
        return bool(self.task.doubts or self.task.doubtful_words)

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


async def draft_of(session: AsyncSession, committee_id: int, plan_id: int) -> Plan:
    """A plan of this committee that is still a draft; raises `NotADraftError`."""
    plan = await session.scalar(
        select(Plan).where(Plan.committee_id == committee_id, Plan.id == plan_id)
    )
    if plan is None or plan.state is not PlanState.DRAFT:
        raise NotADraftError
    return plan


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
        for change in await _changes(session, plan, [task.id for task in tasks])
    }
    return [DraftRow(task, last.get(task.id)) for task in tasks]


async def head_version(session: AsyncSession, plan: Plan) -> int:
    """What a write on the plan's own fields names as seen."""
    found = await session.scalar(
        select(func.max(DraftChange.id)).where(
            DraftChange.committee_id == plan.committee_id,
            DraftChange.plan_id == plan.id,
            DraftChange.task_id.is_(None),
        )
    )
    return found or 0


async def edit_rows(
    session: AsyncSession, plan: Plan, seen: Mapping[int, int], edit: RowEdit, *, by: Editor
) -> list[DraftRow]:
    """Correct a row or several alike; `seen` is the version of each by the task's id.

    A row in which nothing is doubtful any more, or that was insisted on, counts as looked at.
    Raises `BadDeadlineError` or `UnknownAgencyError` unless the edit insists.
    """
    rows = await _open_rows(session, plan, seen, by=by)
    directory = await _Directory.load(session, plan.committee_id)
    chosen = {
        part: await directory.named(_each(names), insist=edit.insist)
        for part, names in ((Part.LEAD, edit.leads), (Part.COORDINATING, edit.coordinating))
        if names is not None
    }
    words = None if edit.deadline is None else clean(edit.deadline).rstrip(".;, ")
    deadline = None if words is None else _read_deadline(plan, words, insist=edit.insist)
    for row in rows:
        task, write = row.task, _Log(session, plan, row.task, by)
        if edit.content is not None and clean(edit.content):
            write(DraftField.CONTENT, task.content, clean(edit.content))
            task.content, task.doubtful_words = clean(edit.content), None
            _settle(task, frozenset({"row_from_prose"}))
        if edit.product is not None:
            write(DraftField.PRODUCT, task.product, clean(edit.product) or None)
            task.product = clean(edit.product) or None
        if words is not None and deadline is not None:
            write(DraftField.DEADLINE, task.deadline_text, words)
            task.deadline_text = words
            await _set_deadline(session, plan, task, deadline, today=by.today)
        for part, agencies in chosen.items():
            await _set_agencies(session, row, part, agencies, write)
        decided = edit.insist or not row.doubtful
        if write.wrote and decided and task.review is None:
            task.review = Review.RIGHT
    await session.flush()
    return await draft_rows(session, plan, seen)


async def review_rows(
    session: AsyncSession,
    plan: Plan,
    seen: Mapping[int, int],
    review: Review | None,
    *,
    by: Editor,
) -> list[DraftRow]:
    """Say of rows that they are right, are for later, or are no tasks; None takes that back.

    What is no task is kept, and is neither counted nor followed.
    """
    for row in await _open_rows(session, plan, seen, by=by):
        write = _Log(session, plan, row.task, by)
        write(DraftField.REVIEW, row.task.review, review)
        row.task.review = review
    await session.flush()
    return await draft_rows(session, plan, seen)


async def edit_head(
    session: AsyncSession, plan: Plan, seen: int, edit: HeadEdit, *, by: Editor
) -> None:
    """Correct the plan's own fields; `seen` is the `head_version` that was shown.

    Another day of issue moves every deadline that counts from it.
    """
    await lock_draft(session, plan, by=by)
    _refuse_if_changed(await _changes(session, plan, None), lambda _: seen)
    write = _Log(session, plan, None, by)
    for field, text in (
        (DraftField.NUMBER, edit.number),
        (DraftField.ISSUER, edit.issuer),
        (DraftField.TITLE, edit.title),
    ):
        if text is not None:
            write(field, getattr(plan, field), clean(text) or None)
            setattr(plan, field, clean(text) or None)
    if edit.issued_on is not None and (plan.issued_on, plan.counted_from_doubtful) != (
        edit.issued_on,
        False,
    ):
        before = plan.issued_on or plan.counted_from
        shown = before.isoformat() if before else None
        write(DraftField.ISSUED_ON, shown, edit.issued_on.isoformat())
        await _issue_on(session, plan, edit.issued_on, today=by.today)
    await session.flush()


async def _issue_on(session: AsyncSession, plan: Plan, day: date, *, today: date) -> None:
    """Count from another day: what the words of a deadline gave before is read anew."""
    before = plan.counted_from
    plan.issued_on = plan.counted_from = day
    plan.counted_from_doubtful = False
    for row in await draft_rows(session, plan):
        words = row.task.deadline_text or None
        old, new = read_deadline_cell(words, before), read_deadline_cell(words, day)
        if new.kind is not DeadlineKind.UNREADABLE or old.kind is new.kind:
            await _set_deadline(session, plan, row.task, new, today=today)


async def _open_rows(
    session: AsyncSession, plan: Plan, seen: Mapping[int, int], *, by: Editor
) -> list[DraftRow]:
    """The rows to write on, locked, if nobody corrected them since they were seen."""
    await lock_draft(session, plan, by=by)
    changes = await _changes(session, plan, list(seen))
    _refuse_if_changed(changes, lambda change: seen[change.task_id or 0])
    rows = await draft_rows(session, plan, seen)
    if not seen or len(rows) != len(seen):
        raise NotADraftError
    return rows


async def lock_draft(session: AsyncSession, plan: Plan, *, by: Editor | None) -> None:
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


async def _changes(
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


def _refuse_if_changed(changes: Sequence[DraftChange], seen: Callable[[DraftChange], int]) -> None:
    unseen = [change for change in changes if change.id > seen(change)]
    if unseen:
        raise DraftChangedError(unseen)


@dataclass
class _Log:
    """Keeps what one person corrects of one row, or (None) of the plan's own fields."""

    session: AsyncSession
    plan: Plan
    task: Task | None
    by: Editor
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


def _read_deadline(plan: Plan, words: str, *, insist: bool) -> Deadline:
    found = read_deadline_cell(words or None, plan.counted_from)
    if insist:
        return found
    if found.kind is DeadlineKind.UNREADABLE:
        raise BadDeadlineError(words)
    if found.due and plan.counted_from and found.due < plan.counted_from:
        raise BadDeadlineError(words, found.due, plan.counted_from)
    return found


async def _set_deadline(
    session: AsyncSession, plan: Plan, task: Task, deadline: Deadline, *, today: date
) -> None:
    """Give a row of a draft its deadline; its one occurrence begins anew."""
    task.kind, task.start = deadline.kind, deadline.start
    task.recurs, task.recurs_due = deadline.recurs, deadline.recurs_due
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
    session: AsyncSession, row: DraftRow, part: Part, agencies: Sequence[Agency], write: _Log
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


def _settle(task: Task, ended: Collection[str], found: Collection[str] = ()) -> None:
    """End doubts that a person has decided; what they left doubtful stays so."""
    task.doubts = [*(doubt for doubt in task.doubts if doubt not in ended), *sorted(found)]


def _each(names: Sequence[str]) -> list[str]:
    return [name for name in map(clean, names) if name]


@dataclass
class _Directory:
    """The committee's agencies by the keys of all their spellings."""

    session: AsyncSession
    committee_id: int
    by_key: dict[str, Agency]

    @classmethod
    async def load(cls, session: AsyncSession, committee_id: int) -> "_Directory":
        agencies = await session.scalars(select(Agency).where(Agency.committee_id == committee_id))
        by_id = {agency.id: agency for agency in agencies}
        by_key = {agency.key: agency for agency in by_id.values()}
        for alias in await session.scalars(
            select(AgencyAlias).where(AgencyAlias.committee_id == committee_id)
        ):
            by_key.setdefault(alias.key, by_id[alias.agency_id])
        return cls(session, committee_id, by_key)

    async def named(self, names: Sequence[str], *, insist: bool) -> list[Agency]:
        """The agencies of these names; new ones where that is insisted on."""
        unknown = tuple(name for name in names if agency_key(name) not in self.by_key)
        if unknown and not insist:
            raise UnknownAgencyError(unknown)
        for name in {agency_key(name): name for name in unknown}.values():
            agency = Agency(
                committee_id=self.committee_id,
                name=open_abbreviations(name),
                key=agency_key(name),
                collective=is_collective(name),
            )
            self.session.add(agency)
            self.by_key[agency.key] = agency
        await self.session.flush()
        return [self.by_key[agency_key(name)] for name in names]
