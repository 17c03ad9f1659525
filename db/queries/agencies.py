"""Reads of the directory of agencies: who has what, other spellings, merges."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Part, PlanState
from db.models import (
    Agency,
    AgencyAlias,
    AgencyDifference,
    AgencyMember,
    AgencyMerge,
    Indicator,
    IndicatorAgency,
    Membership,
    Plan,
    Task,
    TaskAgency,
)


@dataclass(frozen=True, slots=True)
class AgencyNow:
    """An agency of the directory and what hangs on it; drafts count as well."""

    agency: Agency
    leads: int
    """Tasks."""
    helps: int
    """Tasks."""
    indicators: int
    people: int
    spellings: tuple[str, ...]
    """Other than its name, in their order."""
    members: tuple[int, ...]
    """Of a collective name: the agencies it stands for."""

    @property
    def weight(self) -> int:
        """How much would move with it."""
        return self.leads + self.helps + self.indicators + self.people


async def _counted_plans(session: AsyncSession, committee_id: int) -> list[int]:
    """The plans whose work is counted: those that are followed, else the drafts."""
    found = await session.execute(
        select(Plan.id, Plan.state).where(Plan.committee_id == committee_id)
    )
    plans = found.all()
    followed = [row.id for row in plans if row.state is PlanState.ACCEPTED]
    return followed or [row.id for row in plans]


async def directory(session: AsyncSession, committee_id: int) -> list[AgencyNow]:
    """The committee's agencies, merged ones left out: those that lead most first, then by name.

    Work is that of the followed plans; of the drafts where none is followed yet.
    """
    plans = await _counted_plans(session, committee_id)
    agencies = await session.scalars(
        select(Agency).where(Agency.committee_id == committee_id, Agency.merged_at.is_(None))
    )
    parts = await _counted(
        session,
        select(TaskAgency.agency_id, TaskAgency.part, func.count())
        .join(
            Task, (Task.committee_id == TaskAgency.committee_id) & (Task.id == TaskAgency.task_id)
        )
        .where(TaskAgency.committee_id == committee_id)
        .where(Task.plan_id.in_(plans), Task.removed_on.is_(None))
        .group_by(TaskAgency.agency_id, TaskAgency.part),
    )
    indicators = await _counted(
        session,
        select(IndicatorAgency.agency_id, func.count())
        .join(
            Indicator,
            (Indicator.committee_id == IndicatorAgency.committee_id)
            & (Indicator.id == IndicatorAgency.indicator_id),
        )
        .where(IndicatorAgency.committee_id == committee_id, IndicatorAgency.part == Part.LEAD)
        .where(Indicator.plan_id.in_(plans))
        .group_by(IndicatorAgency.agency_id),
    )
    people = await _counted(
        session,
        select(Membership.agency_id, func.count(Membership.person_id.distinct()))
        .where(Membership.committee_id == committee_id, Membership.agency_id.is_not(None))
        .group_by(Membership.agency_id),
    )
    spellings: dict[int, list[str]] = defaultdict(list)
    for agency_id, name in await session.execute(
        select(AgencyAlias.agency_id, AgencyAlias.name)
        .where(AgencyAlias.committee_id == committee_id)
        .order_by(AgencyAlias.id)
    ):
        spellings[agency_id].append(name)
    members: dict[int, list[int]] = defaultdict(list)
    for collective_id, agency_id in await session.execute(
        select(AgencyMember.collective_id, AgencyMember.agency_id)
        .where(AgencyMember.committee_id == committee_id)
        .order_by(AgencyMember.id)
    ):
        members[collective_id].append(agency_id)
    found = [
        AgencyNow(
            agency=agency,
            leads=parts[agency.id, Part.LEAD],
            helps=parts[agency.id, Part.COORDINATING],
            indicators=indicators[(agency.id,)],
            people=people[(agency.id,)],
            spellings=tuple(name for name in spellings[agency.id] if name != agency.name),
            members=tuple(members[agency.id]),
        )
        for agency in agencies
    ]
    return sorted(found, key=lambda one: (one.agency.collective, -one.leads, one.agency.name))


async def _counted(session: AsyncSession, query: Select[*tuple[Any, ...]]) -> Counter[Any]:
    """The last column's counts by the columns before it."""
    counts: Counter[Any] = Counter()
    for row in await session.execute(query):
        counts[tuple(row[:-1])] = row[-1]
    return counts


async def told_apart(session: AsyncSession, committee_id: int) -> set[tuple[int, int]]:
    """Pairs that a secretary has said are two agencies, the lower id first."""
    rows = await session.execute(
        select(AgencyDifference.one_id, AgencyDifference.other_id).where(
            AgencyDifference.committee_id == committee_id
        )
    )
    return {(one, other) for one, other in rows}


async def merges_into(
    session: AsyncSession, committee_id: int, agency_id: int
) -> Sequence[tuple[AgencyMerge, str]]:
    """What was merged into an agency and not taken back, the newest first, with its own name."""
    rows = await session.execute(
        select(AgencyMerge, Agency.name)
        .join(Agency, Agency.id == AgencyMerge.agency_id)
        .where(
            AgencyMerge.committee_id == committee_id,
            AgencyMerge.into_id == agency_id,
            AgencyMerge.undone_at.is_(None),
        )
        .order_by(AgencyMerge.id.desc())
    )
    return [(row[0], row[1]) for row in rows]


async def members_of(
    session: AsyncSession, committee_id: int, collective_ids: Collection[int]
) -> set[int]:
    """The agencies that these collective names mean."""
    if not collective_ids:
        return set()
    rows = await session.scalars(
        select(AgencyMember.agency_id).where(
            AgencyMember.committee_id == committee_id,
            AgencyMember.collective_id.in_(collective_ids),
        )
    )
    return set(rows)
