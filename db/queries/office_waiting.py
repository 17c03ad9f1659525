"""How many things of a committee wait for somebody's decision, of each kind."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Part, PlanState
from db.models import (
    Agency,
    Extension,
    Handover,
    Instruction,
    JoinRequest,
    Membership,
    Occurrence,
    Plan,
    Task,
    TaskAgency,
)
from db.queries.confirmations import awaiting_confirmation


@dataclass(frozen=True, slots=True)
class Waiting:
    """Counts of what waits for the standing office or for the members."""

    completions: int
    extensions: int
    handovers: int
    requests: int
    drafts: int
    instructions: int


async def waiting(session: AsyncSession, committee_id: int) -> Waiting:
    """What waits for a decision now."""
    counted = (
        select(func.count(Extension.id)).where(
            Extension.committee_id == committee_id,
            Extension.granted.is_(None),
            Extension.withdrawn_at.is_(None),
        ),
        select(func.count(Handover.id)).where(
            Handover.committee_id == committee_id, Handover.decided_at.is_(None)
        ),
        select(func.count(JoinRequest.id)).where(
            JoinRequest.committee_id == committee_id, JoinRequest.decided_at.is_(None)
        ),
        select(func.count(Plan.id)).where(
            Plan.committee_id == committee_id, Plan.state == PlanState.DRAFT
        ),
        select(func.count(Instruction.id)).where(
            Instruction.committee_id == committee_id, Instruction.answer.is_(None)
        ),
    )
    query = select(*(one.scalar_subquery() for one in counted))
    row = (await session.execute(query)).one()
    completions = await awaiting_confirmation(session, committee_id)
    return Waiting(len(completions), *row)


async def unmanned_agencies(session: AsyncSession, committee_id: int) -> list[tuple[str, int]]:
    """Agencies that lead followed tasks and have nobody yet, by name, with how many they lead."""
    query = (
        select(Agency.name, func.count(Task.id.distinct()))
        .join(
            TaskAgency,
            (TaskAgency.committee_id == Agency.committee_id) & (TaskAgency.agency_id == Agency.id),
        )
        .join(
            Task, (Task.committee_id == TaskAgency.committee_id) & (Task.id == TaskAgency.task_id)
        )
        .join(Plan, (Plan.committee_id == Task.committee_id) & (Plan.id == Task.plan_id))
        .where(
            Agency.committee_id == committee_id,
            Agency.collective.is_(False),
            Agency.merged_at.is_(None),
            TaskAgency.part == Part.LEAD,
            Task.removed_on.is_(None),
            Plan.state == PlanState.ACCEPTED,
            Agency.id.not_in(
                select(Membership.agency_id).where(
                    Membership.committee_id == committee_id, Membership.agency_id.is_not(None)
                )
            ),
        )
        .group_by(Agency.name)
        .order_by(Agency.name)
    )
    return [(row[0], row[1]) for row in await session.execute(query)]


async def last_decided(
    session: AsyncSession, committee_id: int, occurrence_id: int
) -> Extension | None:
    """The wish for more time that was decided last, its task and who asked loaded."""
    query = (
        select(Extension)
        .where(
            Extension.committee_id == committee_id,
            Extension.occurrence_id == occurrence_id,
            Extension.granted.is_not(None),
        )
        .options(
            joinedload(Extension.occurrence).joinedload(Occurrence.task),
            joinedload(Extension.asker),
        )
        .order_by(Extension.id.desc())
        .limit(1)
    )
    return (await session.scalars(query)).one_or_none()


async def open_wish(
    session: AsyncSession, committee_id: int, occurrence_id: int
) -> Extension | None:
    """The wish for more time that waits for a decision, with who asked; None where none does."""
    query = (
        select(Extension)
        .where(
            Extension.committee_id == committee_id,
            Extension.occurrence_id == occurrence_id,
            Extension.granted.is_(None),
            Extension.withdrawn_at.is_(None),
        )
        .options(joinedload(Extension.asker))
        .order_by(Extension.id)
        .limit(1)
    )
    return (await session.scalars(query)).one_or_none()
