"""Reads of completions that await the secretary's word."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Progress
from db.models import Confirmation, Occurrence, StatusUpdate, Task, TaskAgency


async def awaiting_confirmation(
    session: AsyncSession, committee_id: int, update_ids: Collection[int] | None = None
) -> Sequence[StatusUpdate]:
    """Reports of done that nobody has decided on, by task number: the last of each occurrence.

    Person, occurrence, task and its agencies are loaded. `update_ids` narrows to these reports.
    """
    latest = (
        select(func.max(StatusUpdate.id))
        .where(
            StatusUpdate.committee_id == committee_id,
            StatusUpdate.progress == Progress.DONE,
            ~StatusUpdate.undone_by.has(),
        )
        .group_by(StatusUpdate.occurrence_id)
    )
    decided = select(Confirmation.update_id).where(Confirmation.committee_id == committee_id)
    query = (
        select(StatusUpdate)
        .join(StatusUpdate.occurrence)
        .join(Occurrence.task)
        .where(
            StatusUpdate.committee_id == committee_id,
            StatusUpdate.id.in_(latest),
            StatusUpdate.id.not_in(decided),
            Occurrence.progress == Progress.DONE,
        )
        .options(
            joinedload(StatusUpdate.person),
            joinedload(StatusUpdate.occurrence)
            .joinedload(Occurrence.task)
            .selectinload(Task.agencies)
            .joinedload(TaskAgency.agency),
        )
        .order_by(Task.number, StatusUpdate.id)
    )
    if update_ids is not None:
        query = query.where(StatusUpdate.id.in_(update_ids))
    return (await session.scalars(query)).unique().all()


@dataclass(frozen=True, slots=True)
class Returned:
    """A completion that was returned: of which task, when and why."""

    number: int
    decided_on: date
    reason: str | None


async def returned_completions(session: AsyncSession, committee_id: int) -> Sequence[Returned]:
    """The last decision of each occurrence that is open, where it was a return; newest first."""
    latest = (
        select(func.max(Confirmation.id))
        .where(Confirmation.committee_id == committee_id)
        .group_by(Confirmation.occurrence_id)
    )
    query = (
        select(Task.number, Confirmation.decided_on, Confirmation.reason)
        .select_from(Confirmation)
        .join(Occurrence, Occurrence.id == Confirmation.occurrence_id)
        .join(Occurrence.task)
        .where(
            Confirmation.committee_id == committee_id,
            Confirmation.id.in_(latest),
            Confirmation.accepted.is_(False),
            Occurrence.progress != Progress.DONE,
        )
        .order_by(Confirmation.id.desc())
    )
    return [Returned(*row) for row in await session.execute(query)]


@dataclass(frozen=True, slots=True)
class LastReport:
    """The last report of how an occurrence stands, and the secretary's word on it."""

    update_id: int
    accepted: bool | None
    """None while nobody has decided on it."""
    decided_on: date | None
    reason: str | None


async def last_reports(
    session: AsyncSession, committee_id: int, occurrence_ids: Collection[int]
) -> dict[int, LastReport]:
    """The last report of each of these occurrences that has any, by occurrence."""
    latest = (
        select(func.max(StatusUpdate.id))
        .where(
            StatusUpdate.committee_id == committee_id,
            StatusUpdate.occurrence_id.in_(occurrence_ids),
            StatusUpdate.progress.is_not(None),
            ~StatusUpdate.undone_by.has(),
        )
        .group_by(StatusUpdate.occurrence_id)
    )
    query = (
        select(
            StatusUpdate.occurrence_id,
            StatusUpdate.id,
            Confirmation.accepted,
            Confirmation.decided_on,
            Confirmation.reason,
        )
        .outerjoin(
            Confirmation,
            (Confirmation.committee_id == StatusUpdate.committee_id)
            & (Confirmation.update_id == StatusUpdate.id),
        )
        .where(StatusUpdate.committee_id == committee_id, StatusUpdate.id.in_(latest))
    )
    return {row[0]: LastReport(*row[1:]) for row in await session.execute(query)}
