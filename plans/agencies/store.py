"""A committee's directory of agencies by every name it knows, and what a plan adds to it."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Agency, AgencyAlias
from plans.agencies.keys import agency_key
from plans.parsed import ParsedAgency


async def agencies_by_key(session: AsyncSession, committee_id: int) -> dict[str, Agency]:
    """The committee's agencies by the keys of their names and of their other spellings."""
    rows = await session.scalars(select(Agency).where(Agency.committee_id == committee_id))
    by_id = {agency.id: agency for agency in rows}
    by_key = {agency.key: agency for agency in by_id.values()}
    aliases = await session.scalars(
        select(AgencyAlias).where(AgencyAlias.committee_id == committee_id)
    )
    for alias in aliases:
        by_key.setdefault(alias.key, by_id[alias.agency_id])
    for agency in by_id.values():  # its key may be of the time before names were read as now
        if agency.merged_at is None:
            by_key.setdefault(agency_key(agency.name), agency)
    return by_key


async def add_agencies(
    session: AsyncSession, committee_id: int, met: Iterable[ParsedAgency]
) -> dict[str, Agency]:
    """The committee's agencies by key, with those of a plan added and their spellings kept."""
    by_key = await agencies_by_key(session, committee_id)
    for parsed in met:
        agency = by_key.get(parsed.key)
        if agency is None:
            agency = Agency(
                committee_id=committee_id,
                name=parsed.name,
                key=parsed.key,
                collective=parsed.collective,
            )
            session.add(agency)
            await session.flush()
            by_key[parsed.key] = agency
        for spelling in parsed.spellings:
            key = agency_key(spelling)
            if key not in by_key:
                session.add(
                    AgencyAlias(
                        committee_id=committee_id, agency_id=agency.id, name=spelling, key=key
                    )
                )
                by_key[key] = agency
    return by_key
