"""More time for a task: a wish decided, or given by the standing office unasked."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Role
from db.models import Extension
from db.queries.tasks import TaskNow
from tasks.actor import Actor
from tasks.errors import (
    AlreadyDecidedError,
    BadExtensionError,
    NothingToUndoError,
    NotYourRoleError,
)
from tasks.rules import may_decide_extensions


async def decide_extension(
    session: AsyncSession,
    extension: Extension,
    *,
    granted: bool,
    by: Actor,
) -> None:
    """Grant a later day, or refuse it; granted, it moves the due day and keeps the first one.

    Raises `NotYourRoleError`, or `AlreadyDecidedError` where it was decided or withdrawn before.
    """
    if not may_decide_extensions(by.standing):
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    if extension.granted is not None or extension.withdrawn_at is not None:
        raise AlreadyDecidedError
    extension.granted = granted
    extension.decided_by = by.person.id
    extension.decided_at = by.now
    extension.decided_on = by.today
    if granted:
        due = extension.occurrence.due or extension.asked_due
        extension.occurrence.due = max(due, extension.asked_due)  # a later day may stand already
    await session.flush()


async def withdraw_wish(session: AsyncSession, extension: Extension, *, by: Actor) -> None:
    """Take one's own wish for more time back, whatever was reported of the task since.

    Raises `NothingToUndoError` where it is somebody else's, was decided or withdrawn before.
    """
    closed = extension.granted is not None or extension.withdrawn_at is not None
    if closed or extension.asked_by != by.person.id:
        raise NothingToUndoError
    extension.withdrawn_at = by.now
    await session.flush()


async def give_more_time(
    session: AsyncSession, now_task: TaskNow, until: date, *, reason: str | None, by: Actor
) -> Extension:
    """Move a task's due day to a later one, unasked; its rule and its first due day stay.

    Raises `NotYourRoleError`, or `BadExtensionError` where there is no due day, or the day is not
    later or has passed.
    """
    by.check_office()
    occurrence = now_task.occurrence
    if occurrence.due is None or until <= occurrence.due or until < by.today:
        raise BadExtensionError(now_task.task.number, occurrence.due)
    extension = Extension(
        committee_id=occurrence.committee_id,
        occurrence=occurrence,
        due_before=occurrence.due,
        asked_due=until,
        reason=reason,
        asked_by=by.person.id,
        asked_on=by.today,
        asked_at=by.now,
        granted=True,
        decided_by=by.person.id,
        decided_on=by.today,
        decided_at=by.now,
    )
    occurrence.due = until
    session.add(extension)
    await session.flush()
    return extension


async def take_time_back(session: AsyncSession, extension: Extension, *, by: Actor) -> None:
    """Let the day before hold again; the extension stays in the history. Its occurrence is loaded.

    Raises `NotYourRoleError`, or `NothingToUndoError` where it was taken back before or the due day
    was moved since.
    """
    by.check_office()
    occurrence = extension.occurrence
    if extension.withdrawn_at is not None or occurrence.due != extension.asked_due:
        raise NothingToUndoError
    extension.withdrawn_at = by.now
    occurrence.due = extension.due_before
    await session.flush()
