"""A committee's tasks from the database to plain facts, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.enums import Part, PlanState
from db.models import (
    Agency,
    Blocker,
    Committee,
    Confirmation,
    DeadlineChange,
    Extension,
    Occurrence,
    Pause,
    Plan,
    ReportingRegime,
    StatusUpdate,
    Task,
    TaskAgency,
)
from reports.facts import (
    AmendmentFacts,
    BlockerFacts,
    CommitteeFacts,
    ConfirmationFacts,
    ExtensionFacts,
    OccurrenceFacts,
    PauseFacts,
    TaskFacts,
    UpdateFacts,
)
from reports.figures import RollUp, roll_up
from reports.periods import Regime, cut_off_regime

Fact = TypeVar("Fact")
Query = Select[*tuple[Any, ...]]
Found = Row[*tuple[Any, ...]]


async def load_roll_up(session: AsyncSession, committee_id: int, *, as_of: date) -> RollUp:
    """The roll-up of a committee as of a day; `LookupError` where there is no such committee."""
    committee = await committee_facts(session, committee_id)
    return roll_up(await task_facts(session, committee_id), committee=committee, as_of=as_of)


async def committee_facts(session: AsyncSession, committee_id: int) -> CommitteeFacts:
    """What reports need of the committee itself; `LookupError` where there is none."""
    query = select(Committee.name, Committee.confirms, Committee.sample).where(
        Committee.id == committee_id
    )
    row = (await session.execute(query)).one_or_none()
    if row is None:
        raise LookupError(f"no committee {committee_id}")
    return CommitteeFacts(row.name, row.confirms, row.sample)


async def task_facts(session: AsyncSession, committee_id: int) -> list[TaskFacts]:
    """Every task of the committee's accepted plans with all that happened to it, by number."""
    regimes = await _grouped(session, _regimes(committee_id), _regime)
    leads = await _grouped(session, _leads(committee_id), lambda row: str(row.name))
    pauses = await _grouped(session, _pauses(committee_id), _pause)
    occurrences = await _occurrences_by_task(session, committee_id)
    query = _of_accepted(
        select(
            Task.id,
            Task.plan_id,
            Task.number,
            Task.content,
            Task.deadline_text,
            Task.kind,
            Task.removed_on,
        )
        .select_from(Task)
        .order_by(Task.number),
        committee_id,
    )
    return [
        TaskFacts(
            number=row.number,
            content=row.content,
            leads=leads[row.id],
            deadline_text=row.deadline_text,
            kind=row.kind,
            occurrences=occurrences[row.id],
            pauses=pauses[row.id],
            regimes=regimes[row.plan_id],
            removed_on=row.removed_on,
        )
        for row in await session.execute(query)
    ]


async def _occurrences_by_task(
    session: AsyncSession, committee_id: int
) -> dict[int, tuple[OccurrenceFacts, ...]]:
    confirmations = await _grouped(session, _confirmations(committee_id), _confirmation)
    updates = await _grouped(
        session, _updates(committee_id), lambda row: _update(row, confirmations[row.id])
    )
    blockers = await _grouped(session, _blockers(committee_id), _blocker)
    extensions = await _grouped(session, _extensions(committee_id), _extension)
    amendments = await _grouped(
        session,
        _amendments(committee_id),
        lambda row: AmendmentFacts(row.changed_on, row.due_before),
    )
    return await _grouped(
        session,
        _occurrences(committee_id),
        lambda row: OccurrenceFacts(
            sequence=row.sequence,
            opens_on=row.opens_on,
            first_due=row.first_due,
            period=row.period,
            updates=updates[row.id],
            blockers=blockers[row.id],
            extensions=extensions[row.id],
            closed_on=row.closed_on,
            amendments=amendments[row.id],
        ),
    )


async def _grouped(
    session: AsyncSession, query: Query, fact: Callable[[Found], Fact]
) -> dict[int, tuple[Fact, ...]]:
    """One statement's rows as facts, by their column `owner`; no entry reads as an empty one."""
    found: dict[int, list[Fact]] = defaultdict(list)
    for row in await session.execute(query):
        found[row.owner].append(fact(row))
    return defaultdict(tuple, {owner: tuple(facts) for owner, facts in found.items()})


def _of_accepted(query: Query, committee_id: int) -> Query:
    """Keep what belongs to tasks of this committee's accepted plans."""
    return query.join(
        Plan, (Plan.committee_id == Task.committee_id) & (Plan.id == Task.plan_id)
    ).where(Task.committee_id == committee_id, Plan.state == PlanState.ACCEPTED)


def _of_tasks(query: Query, rows: type[TaskAgency | Pause | Occurrence]) -> Query:
    return query.join(Task, (Task.committee_id == rows.committee_id) & (Task.id == rows.task_id))


def _of_occurrences(
    query: Query, rows: type[StatusUpdate | Blocker | Extension | Confirmation | DeadlineChange]
) -> Query:
    joined = query.join(
        Occurrence,
        (Occurrence.committee_id == rows.committee_id) & (Occurrence.id == rows.occurrence_id),
    )
    return _of_tasks(joined, Occurrence)


def _regimes(committee_id: int) -> Query:
    return (
        select(
            ReportingRegime.plan_id.label("owner"),
            ReportingRegime.every,
            ReportingRegime.due_day,
            ReportingRegime.due_month,
            ReportingRegime.before,
            ReportingRegime.cut_off_day,
        )
        .where(ReportingRegime.committee_id == committee_id)
        .order_by(ReportingRegime.id)
    )


def _regime(row: Found) -> Regime:
    printed = Regime(row.every, row.due_day, row.due_month, row.before)
    return cut_off_regime(printed, row.cut_off_day)


def _leads(committee_id: int) -> Query:
    """The lead agencies by name; a collective name is nobody's (domain: Collective names)."""
    query = (
        select(TaskAgency.task_id.label("owner"), Agency.name)
        .select_from(TaskAgency)
        .join(
            Agency,
            (Agency.committee_id == TaskAgency.committee_id) & (Agency.id == TaskAgency.agency_id),
        )
        .where(TaskAgency.part == Part.LEAD, Agency.collective.is_(False))
        .order_by(TaskAgency.id)
    )
    return _of_accepted(_of_tasks(query, TaskAgency), committee_id)


def _pauses(committee_id: int) -> Query:
    query = select(Pause.task_id.label("owner"), Pause.starts_on, Pause.ends_on).order_by(Pause.id)
    return _of_accepted(_of_tasks(query, Pause), committee_id)


def _pause(row: Found) -> PauseFacts:
    return PauseFacts(row.starts_on, row.ends_on)


def _occurrences(committee_id: int) -> Query:
    query = select(
        Occurrence.task_id.label("owner"),
        Occurrence.id,
        Occurrence.sequence,
        Occurrence.period,
        Occurrence.opens_on,
        Occurrence.first_due,
        Occurrence.closed_on,
    ).order_by(Occurrence.task_id, Occurrence.sequence)
    return _of_accepted(_of_tasks(query, Occurrence), committee_id)


def _updates(committee_id: int) -> Query:
    """What was reported, with whether it was taken back; the rows that take back say no more."""
    undo = aliased(StatusUpdate)
    query = (
        select(
            StatusUpdate.occurrence_id.label("owner"),
            StatusUpdate.id,
            StatusUpdate.progress,
            StatusUpdate.percent,
            StatusUpdate.reported_on,
            undo.id.is_not(None).label("undone"),
        )
        .select_from(StatusUpdate)
        .outerjoin(
            undo,
            (undo.committee_id == StatusUpdate.committee_id) & (undo.undoes_id == StatusUpdate.id),
        )
        .where(StatusUpdate.undoes_id.is_(None))
        .order_by(StatusUpdate.id)
    )
    return _of_accepted(_of_occurrences(query, StatusUpdate), committee_id)


def _update(row: Found, confirmations: tuple[ConfirmationFacts, ...]) -> UpdateFacts:
    return UpdateFacts(
        reported_on=row.reported_on,
        progress=row.progress,
        percent=row.percent,
        undone=bool(row.undone),
        confirmations=confirmations,
    )


def _confirmations(committee_id: int) -> Query:
    query = select(
        Confirmation.update_id.label("owner"), Confirmation.accepted, Confirmation.decided_on
    ).order_by(Confirmation.id)
    return _of_accepted(_of_occurrences(query, Confirmation), committee_id)


def _confirmation(row: Found) -> ConfirmationFacts:
    return ConfirmationFacts(row.accepted, row.decided_on)


def _blockers(committee_id: int) -> Query:
    """Difficulties; what was cleared by an update that was taken back is open again."""
    undo, undo_of_clearing = aliased(StatusUpdate), aliased(StatusUpdate)
    query = (
        select(
            Blocker.occurrence_id.label("owner"),
            Blocker.reason,
            Blocker.opened_on,
            Blocker.cleared_on,
            undo.id.is_not(None).label("void"),
            undo_of_clearing.id.is_not(None).label("still_there"),
        )
        .select_from(Blocker)
        .outerjoin(
            undo,
            (undo.committee_id == Blocker.committee_id) & (undo.undoes_id == Blocker.update_id),
        )
        .outerjoin(
            undo_of_clearing,
            (undo_of_clearing.committee_id == Blocker.committee_id)
            & (undo_of_clearing.undoes_id == Blocker.cleared_by_id),
        )
        .order_by(Blocker.id)
    )
    return _of_accepted(_of_occurrences(query, Blocker), committee_id)


def _blocker(row: Found) -> BlockerFacts:
    cleared_on = None if row.still_there else row.cleared_on
    return BlockerFacts(row.reason, row.opened_on, cleared_on, bool(row.void))


def _extensions(committee_id: int) -> Query:
    """Those that were granted; asked for or refused, nothing moves."""
    query = (
        select(
            Extension.occurrence_id.label("owner"),
            Extension.decided_on,
            Extension.asked_due.label("due"),
        )
        .where(Extension.granted.is_(True), Extension.decided_on.is_not(None))
        .order_by(Extension.decided_at, Extension.id)
    )
    return _of_accepted(_of_occurrences(query, Extension), committee_id)


def _amendments(committee_id: int) -> Query:
    query = select(
        DeadlineChange.occurrence_id.label("owner"),
        DeadlineChange.changed_on,
        DeadlineChange.due_before,
    ).order_by(DeadlineChange.id)
    return _of_accepted(_of_occurrences(query, DeadlineChange), committee_id)


def _extension(row: Found) -> ExtensionFacts:
    return ExtensionFacts(row.decided_on, row.due)
