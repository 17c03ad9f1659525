"""The directory of agencies: names, look-alikes and collectives, on both databases."""

import pytest
from sqlalchemy import select

from db.enums import Role
from db.models import (
    AgencyMember,
)
from db.queries.agencies import told_apart
from plans.agencies.keys import agency_key
from plans.agencies.store import add_agencies
from plans.parsed import ParsedAgency
from tasks.agencies import (
    look_alikes,
    rename_agency,
    set_member,
    tell_apart,
)
from tasks.errors import CannotMergeError, NameTakenError
from tasks.rules import Standing
from tests.make import (
    make_agency,
    make_committee,
)

SECRETARY = Standing(frozenset({(Role.SECRETARY, None)}))


@pytest.fixture
async def session(database):
    async with database.write() as session:
        yield session


async def test_a_renamed_agency_is_known_by_both_names(session):
    committee = await make_committee(session)
    agency = await make_agency(session, committee, name="Phòng Kinh tế")
    await make_agency(session, committee, name="Công an xã")

    with pytest.raises(NameTakenError):
        await rename_agency(session, agency, "Công an", standing=SECRETARY)
    await rename_agency(session, agency, " Phòng Kinh tế -  Hạ tầng ", standing=SECRETARY)

    assert agency.name == "Phòng Kinh tế - Hạ tầng"
    names = ("Phòng Kinh tế", "Phòng Kinh tế - Hạ tầng")
    found = await add_agencies(session, committee.id, [])
    assert [found[agency_key(name)].id for name in names] == [agency.id] * 2


async def test_names_that_look_alike_are_offered_until_they_are_told_apart(session):
    committee = await make_committee(session)
    names = ("Phòng Văn hóa - Xã hội", "Phong Vinhoa - Xahoi", "Công an xã", "Công an tỉnh")
    agencies = [await make_agency(session, committee, name=name) for name in names]

    pairs = look_alikes(agencies, set())
    await tell_apart(session, *pairs[0], standing=SECRETARY)

    assert [(one.name, other.name) for one, other in pairs] == [names[:2]]
    assert look_alikes(agencies, await told_apart(session, committee.id)) == []


async def test_only_agencies_belong_to_a_collective(session):
    committee = await make_committee(session)
    collective = await make_agency(session, committee, name="Các phòng", collective=True)
    other = await make_agency(session, committee, name="Các ban", collective=True)
    agency = await make_agency(session, committee, name="Phòng Kinh tế")

    for _ in range(2):
        await set_member(session, collective, agency, belongs=True, standing=SECRETARY)
    for pair in ((collective, other), (agency, collective)):
        with pytest.raises(CannotMergeError):
            await set_member(session, *pair, belongs=True, standing=SECRETARY)

    rows = await session.execute(select(AgencyMember.collective_id, AgencyMember.agency_id))
    assert [tuple(row) for row in rows] == [(collective.id, agency.id)]


async def test_a_collective_kept_under_an_older_key_is_not_made_again(session):
    committee = await make_committee(session)
    collective = await make_agency(
        session,
        committee,
        name="Các cơ quan, đơn vị liên quan",
        key="cac co quan, don vi lien quan",
        collective=True,
    )
    name = "Các cơ quan, đơn vị có liên quan"
    met = ParsedAgency(name, agency_key(name), True, (name,))

    found = await add_agencies(session, committee.id, [met])

    assert found[met.key].id == collective.id
