"""The directory of agencies: their names, which are alike, whom a collective means.

Merges are in `tasks.merging`. The caller commits.
"""

from collections.abc import Collection
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Role
from db.models import (
    Agency,
    AgencyAlias,
    AgencyDifference,
    AgencyMember,
)
from plans.agencies.alike import similar_names
from plans.agencies.keys import agency_key
from plans.agencies.store import agencies_by_key
from plans.words import clean, cut
from tasks.errors import AgencyInUseError, CannotMergeError, NameTakenError, NotYourRoleError
from tasks.rules import Standing

LONGEST_NAME = 300
"""In characters."""


class Why(StrEnum):
    """Why two agencies cannot be merged."""

    SAME = "same"
    COLLECTIVE = "collective"
    """A collective name is not one of them: its members are said instead."""
    PEOPLE = "people"
    """People report for it, and nobody reports for a collective."""


def check_secretary(standing: Standing) -> None:
    """The directory is the secretariat's. Raises `NotYourRoleError`."""
    if not standing.has(Role.SECRETARY):
        raise NotYourRoleError


def capitalised(name: str) -> str:
    """A name as the directory has it: "trạm y tế" is written "Trạm y tế"."""
    return name[:1].upper() + name[1:]


async def add_agency(
    session: AsyncSession, committee_id: int, name: str, *, standing: Standing
) -> Agency:
    """A new agency of the directory, beside those that plans bring.

    Raises `NotYourRoleError`, or `NameTakenError` where an agency goes by that name.
    """
    check_secretary(standing)
    name = capitalised(cut(clean(name), LONGEST_NAME))
    key = agency_key(name)
    other = (await agencies_by_key(session, committee_id)).get(key)
    if not key or other is not None:
        raise NameTakenError(other.name if other else name)
    agency = Agency(committee_id=committee_id, name=name, key=key)
    session.add(agency)
    await session.flush()
    return agency


async def remove_agency(session: AsyncSession, agency: Agency, *, standing: Standing) -> None:
    """Take an agency out of the directory again, where nothing belongs to it yet.

    Raises `NotYourRoleError`, or `AgencyInUseError` where any row names it.
    """
    check_secretary(standing)
    theirs = (agency.committee_id, agency.id)
    try:
        async with session.begin_nested():
            for model, column in (
                (AgencyAlias, AgencyAlias.agency_id),
                (AgencyDifference, AgencyDifference.one_id),
                (AgencyDifference, AgencyDifference.other_id),
                (Agency, Agency.id),
            ):
                gone = delete(model).where(model.committee_id == theirs[0], column == theirs[1])
                await session.execute(gone)
    except IntegrityError as refusal:
        raise AgencyInUseError from refusal


async def rename_agency(
    session: AsyncSession, agency: Agency, name: str, *, standing: Standing
) -> str:
    """Give an agency another name; its spellings so far are known as before. Returns the name.

    Raises `NotYourRoleError`, or `NameTakenError` where another agency goes by that name.
    """
    name, key = await _free_name(session, agency, name, standing=standing)
    await name_as(session, agency, agency.name, agency_key(agency.name))
    await name_as(session, agency, name, key)
    agency.name = name
    await session.flush()
    return name


async def _free_name(
    session: AsyncSession, agency: Agency, name: str, *, standing: Standing
) -> tuple[str, str]:
    """The name as it is kept, and its key, if no other agency goes by it."""
    check_secretary(standing)
    name = cut(clean(name), LONGEST_NAME)
    key = agency_key(name)
    other = (await agencies_by_key(session, agency.committee_id)).get(key)
    if not key or (other is not None and other.id != agency.id):
        raise NameTakenError(other.name if other else name)
    return name, key


async def add_alias(
    session: AsyncSession, agency: Agency, name: str, *, standing: Standing
) -> AgencyAlias | None:
    """Take a name for this agency's, in plans to come as well; None where it is known already.

    Raises `NotYourRoleError`, or `NameTakenError` where another agency goes by that name.
    """
    name, key = await _free_name(session, agency, name, standing=standing)
    alias_id = await name_as(session, agency, name, key)
    return None if alias_id is None else await session.get_one(AgencyAlias, alias_id)


async def drop_alias(session: AsyncSession, alias: AgencyAlias, *, standing: Standing) -> None:
    """Take a name for this agency's no longer. Raises `NotYourRoleError`."""
    check_secretary(standing)
    await session.delete(alias)
    await session.flush()


async def tell_apart(
    session: AsyncSession, one: Agency, other: Agency, *, standing: Standing
) -> None:
    """Keep that two agencies of similar names are two; said twice it changes nothing."""
    check_secretary(standing)
    low, high = sorted((one.id, other.id))
    known = await session.scalar(
        select(AgencyDifference.id).where(
            AgencyDifference.committee_id == one.committee_id,
            AgencyDifference.one_id == low,
            AgencyDifference.other_id == high,
        )
    )
    if known is None and low != high:
        session.add(AgencyDifference(committee_id=one.committee_id, one_id=low, other_id=high))
        await session.flush()


async def set_member(
    session: AsyncSession,
    collective: Agency,
    member: Agency,
    *,
    belongs: bool,
    standing: Standing,
) -> None:
    """Say whether a collective name means an agency; those it means hear as ones that help.

    Raises `NotYourRoleError`, or `CannotMergeError` where that is no collective and one of it.
    """
    check_secretary(standing)
    if not collective.collective or member.collective or member.merged_at is not None:
        raise CannotMergeError(Why.COLLECTIVE)
    where = (
        AgencyMember.committee_id == collective.committee_id,
        AgencyMember.collective_id == collective.id,
        AgencyMember.agency_id == member.id,
    )
    known = await session.scalar(select(AgencyMember.id).where(*where))
    if belongs and known is None:
        session.add(
            AgencyMember(
                committee_id=collective.committee_id,
                collective_id=collective.id,
                agency_id=member.id,
            )
        )
    elif not belongs and known is not None:
        await session.execute(delete(AgencyMember).where(*where))
    await session.flush()


def look_alikes(
    agencies: Collection[Agency], apart: Collection[tuple[int, int]]
) -> list[tuple[Agency, Agency]]:
    """Pairs that may be one agency and were not told apart: collectives last, the closest first."""
    known = [agency for agency in agencies if agency.merged_at is None]
    found = []
    for at, one in enumerate(known):
        for other in known[at + 1 :]:
            if one.collective != other.collective:
                continue
            if (min(one.id, other.id), max(one.id, other.id)) in apart:
                continue
            likeness = similar_names(one.name, other.name)
            if likeness:
                found.append((likeness, one, other))
    found.sort(key=lambda pair: (pair[1].collective, -pair[0], pair[1].id, pair[2].id))
    return [(one, other) for _, one, other in found]


async def name_as(session: AsyncSession, agency: Agency, name: str, key: str) -> int | None:
    """Keep a spelling as one of this agency's; the new alias's id, None where it is known."""
    known = await session.scalar(
        select(AgencyAlias.id).where(
            AgencyAlias.committee_id == agency.committee_id, AgencyAlias.key == key
        )
    )
    if known is not None or key == agency.key:
        return None
    alias = AgencyAlias(committee_id=agency.committee_id, agency_id=agency.id, name=name, key=key)
    session.add(alias)
    await session.flush()
    return alias.id
