"""The writes: what people report, take back, ask for and decide. The caller commits.

Every change takes `now` (an instant) and `today` (the committee's local day), and raises a
`RefusalError` where a rule forbids it; then nothing was changed.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from db.enums import Part, PlanState, Progress, Role
from db.models import (
    Blocker,
    Confirmation,
    Extension,
    Occurrence,
    Person,
    Plan,
    Snooze,
    StatusUpdate,
)
from db.queries.tasks import TaskNow
from tasks.acceptance import accepted_as_it_stands
from tasks.calendar import MORNING
from tasks.errors import (
    AcceptedError,
    AlreadyDecidedError,
    BadExtensionError,
    NotFollowedError,
    NothingToUndoError,
    NotYourRoleError,
    NotYourTaskError,
    OverdueError,
    PausedError,
)
from tasks.rules import Standing, may_decide_extensions, may_report


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody says of one task; None and False where nothing is said."""

    words: str
    progress: Progress | None = None
    percent: int | None = None
    obstacle: str | None = None
    cleared: bool = False
    extend_to: date | None = None
    extend_reason: str | None = None


async def accept_plan(plan: Plan, *, now: datetime, zone: ZoneInfo) -> None:
    """Begin to follow a plan. Done before, it changes nothing.

    Rungs before the first morning after this moment are not owed (domain: Reminders).
    """
    if plan.state is PlanState.ACCEPTED:
        return
    local = now.astimezone(zone)
    plan.state = PlanState.ACCEPTED
    plan.accepted_at = now
    plan.reminds_from = local.date()
    if local.time() > MORNING:
        plan.reminds_from += timedelta(days=1)


async def record_report(
    session: AsyncSession,
    now_task: TaskNow,
    report: Report,
    *,
    by: Person,
    standing: Standing,
    names: tuple[str, ...],
    now: datetime,
    today: date,
) -> StatusUpdate:
    """Append what was reported of the task's current occurrence, and what follows from it.

    A completion clears the open obstacles. `names` are the agencies this person reports for, for
    the refusal's words. Raises `NotYourTaskError`, `NotFollowedError`, `PausedError`,
    `AcceptedError` or `BadExtensionError`.
    """
    number, occurrence = now_task.task.number, now_task.occurrence
    if not may_report(standing, now_task.agency_ids(Part.LEAD)):
        raise NotYourTaskError(number, now_task.agency_names(Part.LEAD), names)
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
    update = StatusUpdate(
        committee_id=occurrence.committee_id,
        occurrence_id=occurrence.id,
        person_id=by.id,
        progress=report.progress,
        percent=report.percent,
        words=report.words,
        reported_on=today,
        reported_at=now,
    )
    session.add(update)
    await session.flush()
    if report.progress is not None:
        _stand_at(occurrence, update)
    if report.cleared or report.progress is Progress.DONE:
        for blocker in await _open_blockers(session, occurrence):
            blocker.cleared_on = today
            blocker.cleared_by_id = update.id
    if report.obstacle is not None:
        session.add(
            Blocker(
                committee_id=occurrence.committee_id,
                occurrence_id=occurrence.id,
                update_id=update.id,
                reason=report.obstacle,
                opened_on=today,
            )
        )
    if report.extend_to is not None and occurrence.due is not None:
        await _withdraw_wishes(session, occurrence, now=now)
        session.add(
            Extension(
                committee_id=occurrence.committee_id,
                occurrence_id=occurrence.id,
                update_id=update.id,
                due_before=occurrence.due,
                asked_due=report.extend_to,
                reason=report.extend_reason,
                asked_by=by.id,
                asked_on=today,
                asked_at=now,
            )
        )
    return update


async def _withdraw_wishes(session: AsyncSession, occurrence: Occurrence, *, now: datetime) -> None:
    """A new wish for more time takes the place of those that nobody has decided on."""
    query = select(Extension).where(
        Extension.committee_id == occurrence.committee_id,
        Extension.occurrence_id == occurrence.id,
        Extension.granted.is_(None),
        Extension.withdrawn_at.is_(None),
    )
    for extension in await session.scalars(query):
        extension.withdrawn_at = now


def _stand_at(occurrence: Occurrence, update: StatusUpdate | None) -> None:
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


async def _open_blockers(session: AsyncSession, occurrence: Occurrence) -> list[Blocker]:
    query = select(Blocker).where(
        Blocker.committee_id == occurrence.committee_id,
        Blocker.occurrence_id == occurrence.id,
        Blocker.cleared_on.is_(None),
    )
    return list(await session.scalars(query))


async def undo_update(
    session: AsyncSession, update_id: int, *, by: Person, now: datetime, today: date
) -> StatusUpdate:
    """Take back one's own last report ("Báo nhầm, hủy"); both stay in the history.

    Returns the update taken back, its occurrence and task loaded. Raises `NothingToUndoError`
    where it was taken back before, is somebody else's, something was reported since, or the
    secretary has decided on it.
    """
    update = await session.scalar(
        select(StatusUpdate)
        .where(StatusUpdate.id == update_id, StatusUpdate.person_id == by.id)
        .options(joinedload(StatusUpdate.occurrence).joinedload(Occurrence.task))
    )
    if update is None or update.undoes_id is not None:
        raise NothingToUndoError
    history = await valid_updates(session, update.occurrence)
    decided = await _decided(session, update.occurrence)
    if not history or history[-1].id != update.id or update.id in decided:
        raise NothingToUndoError
    session.add(
        StatusUpdate(
            committee_id=update.committee_id,
            occurrence_id=update.occurrence_id,
            person_id=by.id,
            words="",
            reported_on=today,
            reported_at=now,
            undoes_id=update.id,
        )
    )
    await _withdraw(session, update, now=now)
    told = [earlier for earlier in history[:-1] if earlier.progress is not None]
    _stand_at(update.occurrence, told[-1] if told else None)
    if told and decided.get(told[-1].id) is False:
        return_to_work(update.occurrence)
    await session.flush()
    return update


async def _decided(session: AsyncSession, occurrence: Occurrence) -> dict[int, bool]:
    """The secretary's word on this occurrence's completions, by the update: accepted or not."""
    query = select(Confirmation.update_id, Confirmation.accepted).where(
        Confirmation.committee_id == occurrence.committee_id,
        Confirmation.occurrence_id == occurrence.id,
    )
    return {row.update_id: row.accepted for row in await session.execute(query)}


async def _withdraw(session: AsyncSession, update: StatusUpdate, *, now: datetime) -> None:
    """Obstacles and wishes that came with an update go with it; those it cleared come back."""
    blockers = select(Blocker).where(Blocker.committee_id == update.committee_id)
    for blocker in await session.scalars(blockers.where(Blocker.update_id == update.id)):
        await session.delete(blocker)
    for blocker in await session.scalars(blockers.where(Blocker.cleared_by_id == update.id)):
        blocker.cleared_on = blocker.cleared_by_id = None
    for extension in await session.scalars(
        select(Extension).where(
            Extension.committee_id == update.committee_id,
            Extension.update_id == update.id,
            Extension.granted.is_(None),
        )
    ):
        extension.withdrawn_at = now


async def valid_updates(session: AsyncSession, occurrence: Occurrence) -> list[StatusUpdate]:
    """What was reported of an occurrence and not taken back, oldest first, with who said it."""
    rows = (
        await session.scalars(
            select(StatusUpdate)
            .where(
                StatusUpdate.committee_id == occurrence.committee_id,
                StatusUpdate.occurrence_id == occurrence.id,
            )
            .options(selectinload(StatusUpdate.person))
            .order_by(StatusUpdate.id)
        )
    ).all()
    undone = {row.undoes_id for row in rows}
    return [row for row in rows if row.undoes_id is None and row.id not in undone]


async def decide_extension(
    session: AsyncSession,
    extension: Extension,
    *,
    granted: bool,
    by: Person,
    standing: Standing,
    now: datetime,
    today: date,
) -> None:
    """Grant a later day, or refuse it; granted, it moves the due day and keeps the first one.

    Raises `NotYourRoleError`, or `AlreadyDecidedError` where it was decided or withdrawn before.
    """
    if not may_decide_extensions(standing):
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    if extension.granted is not None or extension.withdrawn_at is not None:
        raise AlreadyDecidedError
    extension.granted = granted
    extension.decided_by = by.id
    extension.decided_at = now
    extension.decided_on = today
    if granted:
        due = extension.occurrence.due or extension.asked_due
        extension.occurrence.due = max(due, extension.asked_due)  # a later day may stand already
    await session.flush()


async def snooze(
    session: AsyncSession,
    now_task: TaskNow,
    *,
    by: Person,
    standing: Standing,
    names: tuple[str, ...],
    until: date,
    today: date,
) -> date:
    """Hold this person's reminders of one task until a day, never past the due day; return it.

    Raises `NotYourTaskError`, or `OverdueError` where the due day has passed.
    """
    if not may_report(standing, now_task.agency_ids(Part.LEAD)):
        raise NotYourTaskError(now_task.task.number, now_task.agency_names(Part.LEAD), names)
    occurrence = now_task.occurrence
    if now_task.is_overdue(today):
        raise OverdueError(now_task.task.number)
    if occurrence.due is not None:
        until = min(until, occurrence.due)
    row = await session.scalar(
        select(Snooze).where(
            Snooze.committee_id == occurrence.committee_id,
            Snooze.occurrence_id == occurrence.id,
            Snooze.person_id == by.id,
        )
    )
    if row is None:
        row = Snooze(
            committee_id=occurrence.committee_id, occurrence_id=occurrence.id, person_id=by.id
        )
        session.add(row)
    row.until = until
    await session.flush()
    return until
