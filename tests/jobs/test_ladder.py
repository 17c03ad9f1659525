"""When people are told: rest days, acceptance, and the ladder of a task from its first rung on.

Unless a test says otherwise it is Wednesday 17 December 2025, a fortnight before the 31st.
"""

from datetime import date

import pytest
from sqlalchemy import select

from db.enums import Progress, Role
from db.models import AgencyMember, Committee, Occurrence, Plan
from tests.jobs.morning import (
    WEDNESDAY,
    add_task,
    day_by_day,
    every_day,
    join,
    late_task,
    owe,
    report,
    rung_rows,
)
from tests.make import make_agency, make_committee, make_plan


@day_by_day
@pytest.mark.parametrize(
    "moment",
    [
        pytest.param("2025-12-17T07:59", id="before-the-morning"),
        pytest.param("2025-12-17T18:00", id="in-the-evening"),
        pytest.param("2025-12-20T08:00", id="saturday"),
        pytest.param("2025-12-21T08:00", id="sunday"),
        pytest.param("2026-01-01T08:00", id="new-year"),
        pytest.param("2026-01-02T08:00", id="a-day-moved-by-decision"),
        pytest.param("2026-02-17T08:00", id="tet"),
    ],
)
async def test_nothing_is_owed_at_rest(database, moment):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency)
        await join(session, "Cán bộ", agency)

    assert await owe(database, moment) == {}
    assert await owe(database, "2026-02-24") == {"Cán bộ": ["#1 monday:2026-02-23"]}


async def test_a_saturday_made_a_working_day_is_a_morning_like_any(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency, due="2026-01-13")
        await join(session, "Cán bộ", agency)

    assert await owe(database, "2026-01-10") == {"Cán bộ": ["#1 before:3"]}


async def test_each_committee_has_its_own_morning(database):
    async with database.write() as session:
        for name, zone in (("Hà Nội", "Asia/Ho_Chi_Minh"), ("Lima", "America/Lima")):
            committee = await make_committee(session, timezone=zone)
            agency = await make_agency(session, committee)
            await add_task(session, agency)
            await join(session, name, agency)

    assert await owe(database, "2025-12-17T08:00") == {"Hà Nội": ["#1 before:14"]}
    assert len(await rung_rows(database)) == 1
    assert await owe(database, "2025-12-17T19:59") == {}
    assert await owe(database, "2025-12-17T20:00") == {"Lima": ["#1 before:14"]}


async def test_rungs_before_the_acceptance_are_not_owed(database):
    async with database.write() as session:
        agency = await make_agency(session)
        occurrence = await add_task(session, agency)
        plan = (await session.scalars(select(Plan))).one()
        plan.reminds_from = date(2025, 12, 18)
        await join(session, "Cán bộ", agency)
        assert occurrence.due == date(2025, 12, 31)

    mornings = [await owe(database, day) for day in (WEDNESDAY, "2025-12-18", "2025-12-24")]

    assert mornings == [{}, {}, {"Cán bộ": ["#1 before:7"]}]


@day_by_day
async def test_what_is_overdue_at_the_acceptance_is_named_once_on_the_first_morning(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency, due="2025-11-30")
        committee = await session.get_one(Committee, agency.committee_id)
        (await session.scalars(select(Plan))).one().reminds_from = date(2025, 12, 17)
        await join(session, "Cán bộ", agency)
        await join(session, "Thủ trưởng", agency, Role.HEAD)
        await join(session, "Thành viên", committee, Role.MEMBER)

    days = ("2025-12-16", "2025-12-17", "2025-12-18", "2025-12-19", "2025-12-22", "2025-12-23")
    mornings = [await owe(database, day) for day in days]

    assert mornings == [
        {},
        {"Cán bộ": ["#1 opening"]},
        {},
        {},
        {"Cán bộ": ["#1 monday:2025-12-22"]},
        {},
    ]


async def test_what_is_overdue_and_led_by_nobody_is_named_to_the_secretary_at_the_opening(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency, due="2025-11-30")
        committee = await session.get_one(Committee, agency.committee_id)
        (await session.scalars(select(Plan))).one().reminds_from = date(2025, 12, 17)
        await join(session, "Thư ký", committee, Role.SECRETARY)

    assert await owe(database, WEDNESDAY) == {"Thư ký": ["#1 opening"]}


@day_by_day
async def test_the_whole_ladder_of_a_task_that_is_never_reported(database):
    async with database.write() as session:
        lead = await make_agency(session)
        committee = await session.get_one(Committee, lead.committee_id)
        helper = await make_agency(session, committee)
        (plan := await make_plan(session, committee)).reminds_from = date(2025, 11, 1)
        await add_task(session, lead, coordinating=helper, plan=plan)
        await join(session, "Cán bộ", lead)
        await join(session, "Thủ trưởng", lead, Role.HEAD)
        await join(session, "Phối hợp", helper)
        await join(session, "Lãnh đạo phối hợp", helper, Role.HEAD)
        await join(session, "Thư ký", committee, Role.SECRETARY)
        await join(session, "Thành viên", committee, Role.MEMBER)

    days = [
        *every_day("2025-11-28", "2025-12-02"),
        *every_day("2025-12-16", "2026-01-13"),
        "2026-01-19",
    ]
    heard = {day: told for day in days if (told := await owe(database, day))}

    assert heard == {
        "2025-12-01": {"Cán bộ": ["#1 before:30"]},
        "2025-12-17": {"Cán bộ": ["#1 before:14"], "Phối hợp": ["#1 with:14"]},
        "2025-12-24": {"Cán bộ": ["#1 before:7"]},
        "2025-12-26": {"Cán bộ": ["#1 before:3"], "Phối hợp": ["#1 with:3"]},
        "2025-12-30": {"Cán bộ": ["#1 before:1"]},
        "2025-12-31": {"Cán bộ": ["#1 before:0"], "Phối hợp": ["#1 with:0"]},
        "2026-01-05": {"Cán bộ": ["#1 monday:2026-01-05"], "Thủ trưởng": ["#1 head"]},
        "2026-01-09": {"Thành viên": ["#1 leaders"], "Thư ký": ["#1 leaders"]},
        "2026-01-12": {"Cán bộ": ["#1 monday:2026-01-12"]},
        "2026-01-19": {"Cán bộ": ["#1 monday:2026-01-19"]},
    }


async def test_a_helping_agency_without_an_officer_hears_through_its_head(database):
    async with database.write() as session:
        lead = await make_agency(session)
        committee = await session.get_one(Committee, lead.committee_id)
        helper = await make_agency(session, committee)
        await add_task(session, lead, coordinating=helper)
        await join(session, "Cán bộ", lead)
        await join(session, "Lãnh đạo phối hợp", helper, Role.HEAD)

    assert await owe(database, WEDNESDAY) == {
        "Cán bộ": ["#1 before:14"],
        "Lãnh đạo phối hợp": ["#1 with:14"],
    }


async def test_a_helping_collective_name_reaches_whom_the_secretary_says_it_means(database):
    async with database.write() as session:
        lead = await make_agency(session)
        committee = await session.get_one(Committee, lead.committee_id)
        helper, other = [await make_agency(session, committee) for _ in range(2)]
        collective = await make_agency(session, committee, name="Các phòng", collective=True)
        await add_task(session, lead, coordinating=collective)
        for name, agency in (("Cán bộ", lead), ("Phối hợp", helper), ("Không liên quan", other)):
            await join(session, name, agency)
        session.add_all(
            AgencyMember(
                committee_id=committee.id, collective_id=collective.id, agency_id=agency.id
            )
            for agency in (lead, helper)
        )

    assert await owe(database, WEDNESDAY) == {
        "Cán bộ": ["#1 before:14"],
        "Phối hợp": ["#1 with:14"],
    }


async def test_without_a_head_the_secretary_hears_of_what_is_late(database):
    async with database.write() as session:
        agency = await make_agency(session)
        committee = await session.get_one(Committee, agency.committee_id)
        await add_task(session, agency)
        await join(session, "Cán bộ", agency)
        await join(session, "Thư ký", committee, Role.SECRETARY)
        await join(session, "Thành viên", committee, Role.MEMBER)

    told = await owe(database, "2026-01-05")

    assert told == {"Cán bộ": ["#1 monday:2026-01-05"], "Thư ký": ["#1 head"]}


async def test_one_report_of_done_stops_the_steps_for_all(database):
    await late_task(database)
    await owe(database, "2026-01-05")
    await report(database, 1, "Cán bộ", "2026-01-06")

    assert [await owe(database, day) for day in ("2026-01-09", "2026-01-12")] == [{}, {}]


async def test_progress_stops_no_step(database):
    await late_task(database)
    async with database.write() as session:
        occurrence = (await session.scalars(select(Occurrence))).one()
        occurrence.progress, occurrence.percent = Progress.IN_PROGRESS, 90

    assert await owe(database, "2026-01-05") == {
        "Cán bộ": ["#1 monday:2026-01-05"],
        "Thủ trưởng": ["#1 head"],
    }
    assert await owe(database, "2026-01-09") == {"Thành viên": ["#1 leaders"]}


@day_by_day
async def test_more_time_granted_begins_a_new_ladder(database):
    await late_task(database)
    await owe(database, "2026-01-05")
    async with database.write() as session:
        (await session.scalars(select(Occurrence))).one().due = date(2026, 1, 30)

    days = [
        *every_day("2026-01-06", "2026-01-09"),
        *every_day("2026-01-15", "2026-01-16"),
        *every_day("2026-01-23", "2026-02-02"),
    ]
    heard = {day: told for day in days if (told := await owe(database, day))}

    assert heard == {
        "2026-01-06": {"Cán bộ": ["#1 before:30"]},
        "2026-01-16": {"Cán bộ": ["#1 before:14"]},
        "2026-01-23": {"Cán bộ": ["#1 before:7"]},
        "2026-01-27": {"Cán bộ": ["#1 before:3"]},
        "2026-01-29": {"Cán bộ": ["#1 before:1"]},
        "2026-01-30": {"Cán bộ": ["#1 before:0"]},
        "2026-02-02": {"Cán bộ": ["#1 after:3"], "Thủ trưởng": ["#1 head"]},
    }
