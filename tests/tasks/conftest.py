"""What the tests of reports begin with."""

import pytest

from tests.make import make_agency, make_occurrence, make_person, make_task
from tests.tasks.reporting_desk import Desk


@pytest.fixture
async def desk(database):
    async with database.write() as session:
        agency = await make_agency(session)
        occurrence = await make_occurrence(session, await make_task(session, lead=agency))
        lan, minh = await make_person(session), await make_person(session, name="Trần Minh")
        yield Desk(session, agency.committee_id, agency, occurrence, lan, minh)
