"""The directory of agencies with how much hangs on each."""

from zoneinfo import ZoneInfo

from db.engine import Database
from db.queries.agencies import directory
from tasks.drafts.accepting import accept_plan
from tests.make import NOW, make_committee
from tests.tasks.drafted import row, save_draft


async def test_a_draft_of_the_same_tasks_does_not_count_them_twice(database: Database):
    rows = [row("Rà soát hồ sơ", "Phòng Kinh tế"), row("Lắp đặt camera", "Phòng Kinh tế")]
    async with database.write() as session:
        committee = await make_committee(session)
        plan = await save_draft(session, committee, rows)
        before = await directory(session, committee.id)
        await accept_plan(plan, now=NOW, zone=ZoneInfo(committee.timezone))
        await save_draft(session, committee, rows, digest="again")

        after = await directory(session, committee.id)

    assert [(one.agency.name, one.leads) for one in before] == [("Phòng Kinh tế", 2)]
    assert [(one.agency.name, one.leads) for one in after] == [("Phòng Kinh tế", 2)]
