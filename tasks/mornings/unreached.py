"""Somebody cannot be reached any more: the secretariats are to hear of it, once."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import NoteKind, Role
from db.models import Committee, Membership, MorningNote
from db.queries.people import live_chat
from db.upsert import insert_unless_taken


async def note_unreached(session: AsyncSession, person_id: int, *, now: datetime) -> None:
    """Note it for the secretaries of this person's committees; nothing while a chat is left.

    The committees are looked at again at once, so that the next in line hears.
    """
    if await live_chat(session, person_id) is not None:
        return
    theirs = select(Membership.committee_id).where(Membership.person_id == person_id)
    committees = await session.scalars(select(Committee).where(Committee.id.in_(theirs)))
    for committee in committees.all():
        committee.looks_at = None
        day = now.astimezone(ZoneInfo(committee.timezone)).date()
        secretaries = select(Membership.person_id).where(
            Membership.committee_id == committee.id,
            Membership.role == Role.SECRETARY,
            Membership.person_id != person_id,
        )
        notes = [
            {
                "committee_id": committee.id,
                "person_id": secretary,
                "kind": NoteKind.GONE,
                "subject_id": person_id,
                "due": day,
                "day": day,
            }
            for secretary in (await session.scalars(secretaries.distinct())).all()
        ]
        if notes:
            await session.execute(insert_unless_taken(session, MorningNote), notes)
