"""Tasks that an officer says are another agency's: asked, and decided by the standing office.

The caller commits.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import MembershipChange, Part
from db.models import Correction, Handover, MembershipRecord, Person
from db.queries.tasks import TaskNow
from tasks.actor import Actor
from tasks.amending import Amendment, correct_task
from tasks.errors import AlreadyDecidedError
from tasks.rules import Standing, may_report


async def ask_handover(
    session: AsyncSession, now_task: TaskNow, words: str, *, by: Person, now: datetime
) -> Handover:
    """Keep an officer's word that a task belongs to another agency, for the office to decide."""
    row = Handover(
        committee_id=now_task.task.committee_id,
        task_id=now_task.task.id,
        asked_by=by.id,
        words=words,
        asked_at=now,
    )
    session.add(row)
    await session.flush()
    return row


async def handover_asked(
    session: AsyncSession, committee_id: int, handover_id: int
) -> Handover | None:
    """A request for a hand-over, with who asked; None where there is none in this committee."""
    query = (
        select(Handover)
        .where(Handover.committee_id == committee_id, Handover.id == handover_id)
        .options(joinedload(Handover.asker).selectinload(Person.memberships))
        .with_for_update(of=Handover)
    )
    return (await session.scalars(query)).one_or_none()


async def decide_handover(
    session: AsyncSession,
    handover: Handover,
    now_task: TaskNow,
    by: Actor,
    *,
    agency_id: int | None,
) -> list[Correction]:
    """Give the task to another agency in place of the asker's, or leave it (None).

    Raises `NotYourRoleError`, or `AlreadyDecidedError`.
    """
    by.check_office()
    if handover.decided_at is not None:
        raise AlreadyDecidedError
    handover.agency_id = agency_id
    handover.decided_by = by.person.id
    handover.decided_at = by.now
    await session.flush()
    if agency_id is None:
        return []
    theirs = await _standing_of(session, handover)
    leads = [one for one in now_task.agency_ids(Part.LEAD) if not may_report(theirs, [one])]
    helped = (*now_task.collectives(), *now_task.agency_ids(Part.COORDINATING))
    helpers = tuple(one for one in helped if one != agency_id)
    changed = tuple(dict.fromkeys([*leads, agency_id]))
    amendment = Amendment(leads=changed, coordinating=helpers)
    return await correct_task(session, now_task, amendment, by)


async def _standing_of(session: AsyncSession, handover: Handover) -> Standing:
    """The roles of who asked, with those taken from them since: the task was theirs when asked."""
    asker = handover.asker
    taken = await session.execute(
        select(MembershipRecord.role, MembershipRecord.agency_id).where(
            MembershipRecord.committee_id == handover.committee_id,
            MembershipRecord.person_id == asker.id,
            MembershipRecord.change == MembershipChange.TAKEN,
            MembershipRecord.changed_at >= handover.asked_at,
        )
    )
    held = (
        (one.role, one.agency_id)
        for one in asker.memberships
        if one.committee_id == handover.committee_id
    )
    return Standing(frozenset([*held, *((row[0], row[1]) for row in taken)]))


async def take_back_handover(
    session: AsyncSession, committee_id: int, task_id: int, *, by: Actor
) -> Handover | None:
    """The same person says that it stays after all; None where nothing of theirs waits."""
    query = (
        select(Handover)
        .where(
            Handover.committee_id == committee_id,
            Handover.task_id == task_id,
            Handover.asked_by == by.person.id,
            Handover.decided_at.is_(None),
        )
        .with_for_update()
    )
    waiting = (await session.scalars(query)).all()
    for row in waiting:
        row.decided_by, row.decided_at = by.person.id, by.now
    await session.flush()
    return waiting[0] if waiting else None
