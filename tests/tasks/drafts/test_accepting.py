"""From when on an accepted plan reminds."""

from datetime import UTC, date, datetime, timedelta

import pytest

from db.enums import PlanState
from tasks.drafts.accepting import accept_plan
from tests.make import NOW, make_plan
from tests.tasks.reporting_desk import HANOI


@pytest.mark.parametrize(
    ("local", "first"),
    [
        pytest.param("2025-12-17T07:59", "2025-12-17", id="before-the-morning"),
        pytest.param("2025-12-17T08:00", "2025-12-17", id="with-it"),
        pytest.param("2025-12-17T08:01", "2025-12-18", id="after-it"),
        pytest.param("2025-12-17T23:30", "2025-12-18", id="at-night"),
        pytest.param("2025-12-18T00:30", "2025-12-18", id="past-midnight"),
    ],
)
async def test_a_plan_reminds_from_the_first_morning_after_its_acceptance(database, local, first):
    now = datetime.fromisoformat(local).replace(tzinfo=HANOI).astimezone(UTC)
    async with database.write() as session:
        plan = await make_plan(session, state=PlanState.DRAFT)

        await accept_plan(plan, now=now, zone=HANOI)

        await session.flush()
        assert (plan.state, plan.accepted_at) == (PlanState.ACCEPTED, now)
        assert plan.reminds_from == date.fromisoformat(first)


async def test_accepting_again_changes_nothing(database):
    async with database.write() as session:
        plan = await make_plan(session)
        before = (plan.accepted_at, plan.reminds_from)

        await accept_plan(plan, now=NOW + timedelta(days=9), zone=HANOI)

        assert (plan.accepted_at, plan.reminds_from) == before
