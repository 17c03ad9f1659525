"""A report on a task, and what follows from it. The caller commits."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Part, Progress
from db.models import Blocker, Extension, Occurrence, StatusUpdate
from db.queries.tasks import TaskNow
from tasks.acceptance import accepted_as_it_stands
from tasks.actor import Actor
from tasks.errors import (
    AcceptedError,
    BadExtensionError,
    NotFollowedError,
    NotYourTaskError,
    PausedError,
)
from tasks.rules import may_report


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody says of one task; None and False where nothing is said."""

    words: str
    progress: Progress | None = None
    percent: int | None = None
    obstacle: str | None = None
    completes: frozenset[int] = frozenset()
    """Ids of obstacles told before without a cause, which this one's words take the place of."""
    cleared: bool = False
    extend_to: date | None = None
    extend_reason: str | None = None


async def record_report(
    session: AsyncSession,
    now_task: TaskNow,
    report: Report,
    *,
    by: Actor,
    names: tuple[str, ...],
) -> StatusUpdate:
    """Append what was reported of the task's current occurrence, and what follows from it.

    A completion clears the open obstacles. `names` are the agencies this person reports for, for
    the refusal's words. Raises `NotYourTaskError`, `NotFollowedError`, `PausedError`,
    `AcceptedError` or `BadExtensionError`.
    """
    occurrence = now_task.occurrence
    if not may_report(by.standing, now_task.agency_ids(Part.LEAD)):
        number, leads = now_task.task.number, now_task.agency_names(Part.LEAD)
        raise NotYourTaskError(number, leads, names)
    await _check(session, now_task, report, today=by.today)
    update = StatusUpdate(
        committee_id=occurrence.committee_id,
        occurrence_id=occurrence.id,
        person_id=by.person.id,
        progress=report.progress,
        percent=_how_far(occurrence, report),
        words=report.words,
        reported_on=by.today,
        reported_at=by.now,
    )
    session.add(update)
    await session.flush()
    if report.progress is not None:
        stand_at(occurrence, update)
    over = report.cleared or report.progress is Progress.DONE
    if over or report.completes:
        for blocker in await open_blockers(session, occurrence):
            if not over and blocker.id not in report.completes:
                continue
            blocker.cleared_on = by.today
            blocker.cleared_by_id = update.id
    if report.obstacle is not None:
        session.add(
            Blocker(
                committee_id=occurrence.committee_id,
                occurrence_id=occurrence.id,
                update_id=update.id,
                reason=report.obstacle,
                opened_on=by.today,
            )
        )
    if report.extend_to is not None:
        await _ask_for_more_time(session, occurrence, report, update)
    return update


def _how_far(occurrence: Occurrence, report: Report) -> int | None:
    """The percent that holds after a report: work that goes on is as far as it was said to be."""
    goes_on = report.progress is occurrence.progress is Progress.IN_PROGRESS
    return occurrence.percent if goes_on and report.percent is None else report.percent


async def _check(session: AsyncSession, now_task: TaskNow, report: Report, *, today: date) -> None:
    """Raise what forbids this report, whoever gives it."""
    number, occurrence = now_task.task.number, now_task.occurrence
    if now_task.removed:
        raise NotFollowedError(number)
    if now_task.paused:
        raise PausedError(number)
    undone = report.progress not in (None, Progress.DONE) or report.obstacle is not None
    if undone and (accepted := await accepted_as_it_stands(session, occurrence)):
        raise AcceptedError(number, accepted.on)
    if report.extend_to is not None and (
        occurrence.due is None or report.extend_to <= max(occurrence.due, today - timedelta(1))
    ):
        raise BadExtensionError(number, occurrence.due)


async def _ask_for_more_time(
    session: AsyncSession, occurrence: Occurrence, report: Report, update: StatusUpdate
) -> None:
    """A new wish takes the place of those that nobody has decided on."""
    query = select(Extension).where(
        Extension.committee_id == occurrence.committee_id,
        Extension.occurrence_id == occurrence.id,
        Extension.granted.is_(None),
        Extension.withdrawn_at.is_(None),
    )
    for extension in await session.scalars(query):
        extension.withdrawn_at = update.reported_at
    session.add(
        Extension(
            committee_id=occurrence.committee_id,
            occurrence_id=occurrence.id,
            update_id=update.id,
            due_before=occurrence.due,
            asked_due=report.extend_to,
            reason=report.extend_reason,
            asked_by=update.person_id,
            asked_on=update.reported_on,
            asked_at=update.reported_at,
        )
    )


def stand_at(occurrence: Occurrence, update: StatusUpdate | None) -> None:
    """Repeat on the occurrence what was last reported of it; None: nothing valid is left."""
    occurrence.progress = (update and update.progress) or Progress.NOT_STARTED
    occurrence.percent = update.percent if update else None
    done = occurrence.progress is Progress.DONE
    occurrence.done_on = update.reported_on if update and done else None


def return_to_work(occurrence: Occurrence) -> None:
    """A completion was not accepted: what was done is work in progress again."""
    occurrence.progress = Progress.IN_PROGRESS
    occurrence.percent = None
    occurrence.done_on = None


async def open_blockers(session: AsyncSession, occurrence: Occurrence) -> list[Blocker]:
    """The obstacles of an occurrence that nobody has cleared."""
    query = select(Blocker).where(
        Blocker.committee_id == occurrence.committee_id,
        Blocker.occurrence_id == occurrence.id,
        Blocker.cleared_on.is_(None),
    )
    return list(await session.scalars(query))
