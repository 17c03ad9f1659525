"""Agencies are merged with all that hangs on them, and parted as they were, on both databases."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import Base
from db.enums import Part, Role
from db.models import (
    Agency,
    AgencyAlias,
    AgencyMember,
    Committee,
    Invitation,
    Membership,
    TaskAgency,
)
from plans.agencies.store import add_agencies
from plans.parsed import ParsedAgency
from tasks.actor import Actor
from tasks.errors import CannotMergeError, LaterMergeError, NotYourRoleError
from tasks.merging import merge_agencies, undo_merge
from tasks.rules import Standing
from tests.make import (
    HOUR,
    NOW,
    TODAY,
    make_agency,
    make_committee,
    make_indicator,
    make_membership,
    make_person,
    make_plan,
    make_task,
)

SECRETARY = Standing(frozenset({(Role.SECRETARY, None)}))


@pytest.fixture
async def session(database):
    async with database.write() as session:
        yield session


async def everything(session: AsyncSession) -> dict[str, list[object]]:
    """All rows of all tables but the record of merges."""
    return {
        table.name: list((await session.execute(select(table).order_by(*table.primary_key))).all())
        for table in Base.metadata.sorted_tables
        if table.name != "agency_merges"
    }


async def busy(session: AsyncSession, committee: Committee) -> tuple[Agency, Agency]:
    """Two agencies that share a task and a person, and each have more of their own."""
    one = await make_agency(session, committee, name="Phong Vinhoa - Xahoi")
    into = await make_agency(session, committee, name="Phòng Văn hóa - Xã hội")
    collective = await make_agency(session, committee, name="Các phòng", collective=True)
    plan = await make_plan(session, committee)
    await make_task(session, plan, lead=[one, into], coordinating=one)
    await make_task(session, plan, lead=one, coordinating=into)
    await make_task(session, plan, lead=into)
    await make_indicator(session, plan, lead=[one, into])
    both = await make_person(session)
    for agency in (one, into):
        await make_membership(session, both, agency)
    await make_membership(session, await make_person(session), one, role=Role.HEAD)
    for agency in (one, into):
        session.add(
            AgencyMember(
                committee_id=committee.id, collective_id=collective.id, agency_id=agency.id
            )
        )
    session.add(
        AgencyAlias(committee_id=committee.id, agency_id=one.id, name="VHXH", key="vhxh cu")
    )
    session.add(
        Invitation(
            committee_id=committee.id,
            code_hash="0" * 64,
            role=Role.OFFICER,
            agency_id=one.id,
            created_at=NOW,
            expires_at=NOW + HOUR,
        )
    )
    await session.flush()
    return one, into


async def secretary(session):
    return Actor(await make_person(session), SECRETARY, NOW, TODAY)


async def test_a_merge_moves_all_and_taking_it_back_restores_every_row(session):
    committee, by = await make_committee(session), await secretary(session)
    one, into = await busy(session, committee)
    before = await everything(session)

    merge = await merge_agencies(session, one, into, by=by)

    links = await session.execute(
        select(TaskAgency.task_id, TaskAgency.part, TaskAgency.agency_id).order_by(
            TaskAgency.task_id, TaskAgency.part
        )
    )
    assert [tuple(link) for link in links] == [
        (1, Part.COORDINATING, into.id),
        (1, Part.LEAD, into.id),
        (2, Part.COORDINATING, into.id),
        (2, Part.LEAD, into.id),
        (3, Part.LEAD, into.id),
    ]
    held = await session.execute(select(Membership.role, Membership.agency_id))
    assert sorted(tuple(row) for row in held) == [(Role.HEAD, into.id), (Role.OFFICER, into.id)]
    assert await session.scalar(select(Invitation.agency_id)) == into.id
    assert (await session.scalars(select(AgencyMember.agency_id))).all() == [into.id]

    await undo_merge(session, merge, by=by)

    assert await everything(session) == before


async def test_a_merged_spelling_is_recognised_at_the_next_import(session):
    committee, by = await make_committee(session), await secretary(session)
    one, into = await busy(session, committee)
    spelling, key = one.name, one.key
    await merge_agencies(session, one, into, by=by)

    met = ParsedAgency(spelling, key, False, (spelling,))
    found = await add_agencies(session, committee.id, [met])

    assert found[key].id == into.id


async def test_of_several_merges_the_last_is_taken_back_first(session):
    committee, by = await make_committee(session), await secretary(session)
    one, into = await busy(session, committee)
    third = await make_agency(session, committee, name="Công an xã")
    fourth = await make_agency(session, committee, name="Phòng Kinh tế")
    before = await everything(session)
    merges = [
        await merge_agencies(session, a, b, by=by)
        for a, b in ((one, into), (third, into), (into, fourth))
    ]

    for merge in merges[:2]:
        with pytest.raises(LaterMergeError):
            await undo_merge(session, merge, by=by)
    for merge in reversed(merges):
        await undo_merge(session, merge, by=by)

    assert await everything(session) == before


async def test_what_cannot_be_one_is_refused_and_nothing_changes(session):
    committee, by = await make_committee(session), await secretary(session)
    other = await make_committee(session)
    one, into = await busy(session, committee)
    collective = await session.scalar(select(Agency).where(Agency.collective.is_(True)))
    stranger = await make_agency(session, other, name="Phòng Kinh tế")
    before = await everything(session)

    for pair in ((one, one), (one, stranger), (collective, into), (one, collective)):
        with pytest.raises(CannotMergeError):
            await merge_agencies(session, *pair, by=by)
    officer = Standing(frozenset({(Role.OFFICER, one.id), (Role.MEMBER, None)}))
    with pytest.raises(NotYourRoleError):
        await merge_agencies(session, one, into, by=Actor(by.person, officer, NOW, TODAY))

    assert await everything(session) == before
