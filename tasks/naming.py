"""Which of an agency's officers has a task, said by its head; the caller commits."""

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    TaskOfficer,
)
from tasks.actor import Actor
from tasks.errors import NotYourRoleError
from tasks.membership import memberships
from tasks.rules import may_name_officer


async def name_officer(
    session: AsyncSession,
    committee_id: int,
    task_id: int,
    agency_id: int,
    *,
    officer_id: int | None,
    by: Actor,
) -> None:
    """Say which of the agency's officers has a task; None gives it back to all of them.

    Raises `NotYourRoleError` unless the agency's head says so, of one of its own people.
    """
    if not may_name_officer(by.standing, agency_id):
        raise NotYourRoleError
    if officer_id is not None:
        held = await memberships(session, committee_id, officer_id)
        if not any(one.agency_id == agency_id for one in held):
            raise NotYourRoleError
    await session.execute(
        delete(TaskOfficer)
        .where(
            TaskOfficer.committee_id == committee_id,
            TaskOfficer.task_id == task_id,
            TaskOfficer.agency_id == agency_id,
        )
        .execution_options(synchronize_session=False)
    )
    if officer_id is not None:
        session.add(
            TaskOfficer(
                committee_id=committee_id,
                task_id=task_id,
                agency_id=agency_id,
                person_id=officer_id,
                named_by=by.person.id,
                named_at=by.now,
            )
        )
    await session.flush()
