"""Taking a report back, and which reports of a task count."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from db.models import Blocker, Confirmation, Extension, Occurrence, Person, StatusUpdate
from tasks.changes import return_to_work, stand_at
from tasks.errors import NothingToUndoError


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
    stand_at(update.occurrence, told[-1] if told else None)
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
