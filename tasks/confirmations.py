"""The secretary's word on reported completions. The caller commits.

Source: `docs/domain.md`, Status: a task reported done counts as done from that day and awaits
confirmation; a refusal returns it to in progress from the day of the refusal.
"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Progress
from db.models import Confirmation, Occurrence, StatusUpdate
from tasks.actor import Actor
from tasks.changes import return_to_work, stand_at
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.rules import may_confirm


async def decide_completion(
    session: AsyncSession,
    update: StatusUpdate,
    *,
    accepted: bool,
    reason: str | None,
    by: Actor,
) -> Confirmation:
    """Accept a reported completion, or return it with a reason; its occurrence is loaded.

    Raises `NotYourRoleError`, or `AlreadyDecidedError` where it was decided or taken back before.
    """
    if not may_confirm(by.standing):
        raise NotYourRoleError
    occurrence = update.occurrence
    decided = await session.scalar(
        select(Confirmation.id).where(
            Confirmation.committee_id == update.committee_id,
            Confirmation.update_id == update.id,
        )
    )
    if decided is not None or occurrence.progress is not Progress.DONE:
        raise AlreadyDecidedError
    confirmation = Confirmation(
        committee_id=update.committee_id,
        occurrence_id=occurrence.id,
        update_id=update.id,
        accepted=accepted,
        reason=reason,
        person_id=by.person.id,
        decided_on=by.today,
        decided_at=by.now,
    )
    session.add(confirmation)
    if not accepted:
        return_to_work(occurrence)
    await session.flush()
    return confirmation


async def accept_after_all(
    session: AsyncSession, occurrence: Occurrence, by: Actor
) -> StatusUpdate | None:
    """Accept what was returned by mistake today, where nothing was reported since; None elsewhere.

    The day's own decision is changed, so that no earlier day reads otherwise; its reason stays, as
    what it was returned for first. The report is returned with who made it. Raises
    `NotYourRoleError`.
    """
    if not may_confirm(by.standing):
        raise NotYourRoleError
    last = await session.scalar(
        select(StatusUpdate)
        .where(
            StatusUpdate.committee_id == occurrence.committee_id,
            StatusUpdate.occurrence_id == occurrence.id,
            StatusUpdate.undoes_id.is_(None),
            ~StatusUpdate.undone_by.has(),
        )
        .options(joinedload(StatusUpdate.person))
        .order_by(StatusUpdate.id.desc())
        .limit(1)
    )
    returned = await session.scalar(
        select(Confirmation).where(
            Confirmation.committee_id == occurrence.committee_id,
            Confirmation.update_id == (last.id if last else 0),
            Confirmation.accepted.is_(False),
            Confirmation.decided_on == by.today,
        )
    )
    if last is None or returned is None:
        return None
    returned.accepted = True
    returned.person_id, returned.decided_at = by.person.id, by.now
    stand_at(occurrence, last)
    await session.flush()
    return last
