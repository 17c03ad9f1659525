"""Whether a completion was accepted: then its officers report no other state of it.

The standing office alone takes an acceptance back, with a reason; the acceptance stays kept.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Progress
from db.models import Confirmation, Occurrence, StatusUpdate
from db.queries.tasks import TaskNow
from tasks.actor import Actor
from tasks.errors import AlreadyDecidedError


@dataclass(frozen=True, slots=True)
class Accepted:
    """When a completion was accepted, and what reported it."""

    on: date
    update: StatusUpdate


async def accepted_as_it_stands(session: AsyncSession, occurrence: Occurrence) -> Accepted | None:
    """The acceptance of what the occurrence stands at; None where it stands otherwise."""
    if occurrence.progress is not Progress.DONE:
        return None
    update = await session.scalar(
        select(StatusUpdate)
        .where(
            StatusUpdate.committee_id == occurrence.committee_id,
            StatusUpdate.occurrence_id == occurrence.id,
            StatusUpdate.progress.is_not(None),
            ~StatusUpdate.undone_by.has(),
        )
        .options(joinedload(StatusUpdate.person))
        .order_by(StatusUpdate.id.desc())
        .limit(1)
    )
    if update is None:
        return None
    day = await session.scalar(
        select(Confirmation.decided_on).where(
            Confirmation.committee_id == occurrence.committee_id,
            Confirmation.update_id == update.id,
            Confirmation.accepted,
        )
    )
    return Accepted(day, update) if day is not None else None


async def take_back_acceptance(
    session: AsyncSession, now_task: TaskNow, reason: str, by: Actor
) -> tuple[StatusUpdate, StatusUpdate]:
    """An accepted completion is work in progress again, from today, with the reason.

    Returns what the office says of it now, and the report that was accepted. Raises
    `NotYourRoleError`, or `AlreadyDecidedError` where nothing accepted stands.
    """
    by.check_office()
    occurrence = now_task.occurrence
    accepted = await accepted_as_it_stands(session, occurrence)
    if accepted is None:
        raise AlreadyDecidedError
    update = StatusUpdate(
        committee_id=occurrence.committee_id,
        occurrence_id=occurrence.id,
        person_id=by.person.id,
        progress=Progress.IN_PROGRESS,
        words=reason,
        reported_on=by.today,
        reported_at=by.now,
    )
    session.add(update)
    occurrence.progress, occurrence.percent, occurrence.done_on = Progress.IN_PROGRESS, None, None
    await session.flush()
    return update, accepted.update
