"""A slip of the standing office or a member: "khoan, nhầm" right after a decision or instruction.

Neither is undone by a word, since others have heard it; what sets it right is said.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.office import confirming, instructing
from db.models import Confirmation, Instruction, Occurrence, StatusUpdate


async def slip_of_office(talk: Talk) -> Outgoing | None:
    """What sets the person's last decision of today right; None where they reported since."""
    mine = (
        Confirmation.committee_id == talk.committee.id,
        Confirmation.person_id == talk.person.id,
    )
    decided = await talk.session.scalar(
        select(Confirmation)
        .where(*mine, Confirmation.decided_on == talk.today)
        .order_by(Confirmation.decided_at.desc(), Confirmation.id.desc())
        .limit(1)
    )
    instructed = await talk.session.scalar(
        select(Instruction)
        .where(
            Instruction.committee_id == talk.committee.id,
            Instruction.person_id == talk.person.id,
            Instruction.given_on == talk.today,
        )
        .order_by(Instruction.id.desc())
        .limit(1)
    )
    at = max(
        (
            one
            for one in (decided and decided.decided_at, instructed and instructed.given_at)
            if one
        ),
        default=None,
    )
    if at is None or await _reported_since(talk, at):
        return None
    if instructed is not None and instructed.given_at == at:
        return Outgoing((instructing.not_withdrawn(talk.tr),), about=(instructed.task_id,))
    return await _of_decision(talk, decided) if decided else None


async def _of_decision(talk: Talk, decided: Confirmation) -> Outgoing | None:
    occurrence = await talk.session.scalar(
        select(Occurrence)
        .where(Occurrence.committee_id == talk.committee.id, Occurrence.id == decided.occurrence_id)
        .options(joinedload(Occurrence.task))
    )
    if occurrence is None:
        return None
    task = occurrence.task
    if decided.accepted:
        text = confirming.accepted_before(talk.tr, number=task.number, day=decided.decided_on)
    else:
        text = confirming.returned_before(talk.tr, number=task.number)
    return Outgoing((text,), about=(task.id,))


async def _reported_since(talk: Talk, at: datetime) -> bool:
    query = select(StatusUpdate.id).where(
        StatusUpdate.committee_id == talk.committee.id,
        StatusUpdate.person_id == talk.person.id,
        StatusUpdate.reported_at > at,
    )
    return await talk.session.scalar(query.limit(1)) is not None
