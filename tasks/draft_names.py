"""The names that a secretary types to the agencies of the committee's directory."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Agency, AgencyAlias
from plans.agencies import agency_key, is_collective, open_abbreviations
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
        agencies = await session.scalars(select(Agency).where(Agency.committee_id == committee_id))
        by_id = {agency.id: agency for agency in agencies}
        by_key = {agency.key: agency for agency in by_id.values()}
        for alias in await session.scalars(
            select(AgencyAlias).where(AgencyAlias.committee_id == committee_id)
        ):
            by_key.setdefault(alias.key, by_id[alias.agency_id])
        return cls(session, committee_id, by_key)

    async def named(self, names: Sequence[str], *, insist: bool) -> list[Agency]:
        """The agencies of these names; new ones where that is insisted on."""
        unknown = tuple(name for name in names if agency_key(name) not in self.by_key)
        if unknown and not insist:
            raise UnknownAgencyError(unknown)
        for name in {agency_key(name): name for name in unknown}.values():
            agency = Agency(
                committee_id=self.committee_id,
                name=open_abbreviations(name),
                key=agency_key(name),
                collective=is_collective(name),
            )
            self.session.add(agency)
            self.by_key[agency.key] = agency
        await self.session.flush()
        return [self.by_key[agency_key(name)] for name in names]
