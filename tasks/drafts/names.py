"""The agencies of the committee's directory: those that are offered, and those that are typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import PlanState
from db.models import Agency, Membership, Plan, Task, TaskAgency
from plans.agencies.keys import agency_key, is_collective, open_abbreviations
from plans.agencies.sound import is_soundly_spelt
from plans.agencies.store import agencies_by_key
from plans.words import clean
from tasks.errors import UnknownAgencyError


def each_name(names: Sequence[str]) -> list[str]:
    """The names that are none of them empty."""
    return [name for name in map(clean, names) if name]


@dataclass
class Directory:
    """The committee's agencies by the keys of all their spellings."""

    session: AsyncSession
    committee_id: int
    by_key: dict[str, Agency]

    @classmethod
    async def load(cls, session: AsyncSession, committee_id: int) -> "Directory":
        return cls(session, committee_id, await agencies_by_key(session, committee_id))

    async def named(self, names: Sequence[str], *, insist: bool) -> list[Agency]:
        """The agencies of these names; new ones where that is insisted on."""
        unknown = tuple(name for name in names if agency_key(name) not in self.by_key)
        if unknown and not insist:
            raise UnknownAgencyError(unknown)
        for name in {agency_key(name): name for name in unknown}.values():
            agency = Agency(
                committee_id=self.committee_id,
                name=open_abbreviations(name[:1].upper() + name[1:]),
                key=agency_key(name),
                collective=is_collective(name),
            )
            self.session.add(agency)
            self.by_key[agency.key] = agency
        await self.session.flush()
        return [self.by_key[agency_key(name)] for name in names]


async def offered_agencies(
    session: AsyncSession, committee_id: int, busy: Sequence[str] = (), *, collective: bool = False
) -> list[Agency]:
    """The agencies to choose from: those that the committee works with, then others of its drafts.

    The `busy` come first among either, in their order. Names that a scan ruined are left out.
    """
    here = [Agency.committee_id == committee_id, Agency.merged_at.is_(None)]
    if not collective:
        here.append(Agency.collective.is_(False))
    has_people = exists().where(
        Membership.committee_id == committee_id, Membership.agency_id == Agency.id
    )
    has_tasks = (
        exists()
        .where(TaskAgency.committee_id == committee_id, TaskAgency.agency_id == Agency.id)
        .where(Task.committee_id == committee_id, Task.id == TaskAgency.task_id)
        .where(Plan.committee_id == committee_id, Plan.id == Task.plan_id)
        .where(Plan.state == PlanState.ACCEPTED)
    )
    settled = set(await session.scalars(select(Agency.id).where(*here, or_(has_people, has_tasks))))
    places = {name: place for place, name in enumerate(busy)}
    known = await session.scalars(select(Agency).where(*here))
    return sorted(
        (one for one in known if one.id in settled or is_soundly_spelt(one.name)),
        key=lambda one: (one.id not in settled, places.get(one.name, len(places)), one.name),
    )
