"""The secretary's word on reported completions. The caller commits.

Source: `docs/domain.md`, Status: a task reported done counts as done from that day and awaits
confirmation; a refusal returns it to in progress from the day of the refusal.
"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Progress
from db.models import Confirmation, StatusUpdate
from tasks.actor import Actor
from tasks.changes import return_to_work
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
