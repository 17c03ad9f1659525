"""Deciding on more time for a task."""

from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Role
from db.models import Extension
from tasks.actor import Actor
from tasks.errors import AlreadyDecidedError, NotYourRoleError
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
