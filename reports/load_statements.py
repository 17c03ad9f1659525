"""The statements that read a committee's tasks, and their rows as facts."""

from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import aliased

from db.enums import Part, PlanState
from db.models import (
    Agency,
    Blocker,
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
from reports.facts import BlockerFacts, ConfirmationFacts, ExtensionFacts, PauseFacts, UpdateFacts
from reports.periods import Regime, cut_off_regime

Query = Select[*tuple[Any, ...]]
Found = Row[*tuple[Any, ...]]


def of_accepted(query: Query, committee_id: int) -> Query:
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


def regimes(committee_id: int) -> Query:
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


def regime(row: Found) -> Regime:
    printed = Regime(row.every, row.due_day, row.due_month, row.before)
    return cut_off_regime(printed, row.cut_off_day)


def leads(committee_id: int) -> Query:
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
    return of_accepted(_of_tasks(query, TaskAgency), committee_id)


def pauses(committee_id: int) -> Query:
    query = select(Pause.task_id.label("owner"), Pause.starts_on, Pause.ends_on).order_by(Pause.id)
    return of_accepted(_of_tasks(query, Pause), committee_id)


def pause(row: Found) -> PauseFacts:
    return PauseFacts(row.starts_on, row.ends_on)


def occurrences(committee_id: int) -> Query:
    query = select(
        Occurrence.task_id.label("owner"),
        Occurrence.id,
        Occurrence.sequence,
        Occurrence.period,
        Occurrence.opens_on,
        Occurrence.first_due,
        Occurrence.closed_on,
    ).order_by(Occurrence.task_id, Occurrence.sequence)
    return of_accepted(_of_tasks(query, Occurrence), committee_id)


def updates(committee_id: int) -> Query:
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
    return of_accepted(_of_occurrences(query, StatusUpdate), committee_id)


def update(row: Found, confirmations: tuple[ConfirmationFacts, ...]) -> UpdateFacts:
    return UpdateFacts(
        reported_on=row.reported_on,
        progress=row.progress,
        percent=row.percent,
        undone=bool(row.undone),
        confirmations=confirmations,
    )


def confirmations(committee_id: int) -> Query:
    query = select(
        Confirmation.update_id.label("owner"), Confirmation.accepted, Confirmation.decided_on
    ).order_by(Confirmation.id)
    return of_accepted(_of_occurrences(query, Confirmation), committee_id)


def confirmation(row: Found) -> ConfirmationFacts:
    return ConfirmationFacts(row.accepted, row.decided_on)


def blockers(committee_id: int) -> Query:
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
    return of_accepted(_of_occurrences(query, Blocker), committee_id)


def blocker(row: Found) -> BlockerFacts:
    cleared_on = None if row.still_there else row.cleared_on
    return BlockerFacts(row.reason, row.opened_on, cleared_on, bool(row.void))


def extensions(committee_id: int) -> Query:
    """Those that were granted and hold; asked for, refused or taken back, nothing moves."""
    query = (
        select(
            Extension.occurrence_id.label("owner"),
            Extension.decided_on,
            Extension.asked_due.label("due"),
        )
        .where(
            Extension.granted.is_(True),
            Extension.decided_on.is_not(None),
            Extension.withdrawn_at.is_(None),
        )
        .order_by(Extension.decided_at, Extension.id)
    )
    return of_accepted(_of_occurrences(query, Extension), committee_id)


def amendments(committee_id: int) -> Query:
    query = select(
        DeadlineChange.occurrence_id.label("owner"),
        DeadlineChange.changed_on,
        DeadlineChange.due_before,
    ).order_by(DeadlineChange.id)
    return of_accepted(_of_occurrences(query, DeadlineChange), committee_id)


def extension(row: Found) -> ExtensionFacts:
    return ExtensionFacts(row.decided_on, row.due)
