"""Who is told of what on a morning: the right people, the wrong people, once.

Unless a test says otherwise it is Wednesday 17 December 2025, a fortnight before the 31st.
"""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select

from bot.conversation.mornings.morning_facts import DueWords
from bot.ports import LaterError
from db.enums import DeadlineKind, OutboxKind, OutboxState, PlanState, Progress, Recurs, Role
from db.models import (
    AgencyMember,
    Chat,
    Committee,
    Extension,
    MovedDay,
    Occurrence,
    OutboxMessage,
    Pause,
    Person,
    Plan,
    Rung,
    Snooze,
    Task,
)
from jobs.reminders import plan_reminders
from jobs.wording import NEXT_TICK, speaking_day
from tasks.owing import working_days
from tasks.periods import turn_periods
from tests.jobs.morning import add_task, at, join, owe, report
from tests.make import NOW, make_agency, make_chat, make_committee, make_plan
from tests.statements import statements

WEDNESDAY = "2025-12-17"

day_by_day = pytest.mark.parametrize("kind", ["sqlite"])
"""Stories of many mornings; PostgreSQL runs the same statements in the others."""


async def rung_rows(database):
    async with database.read() as session:
        rows = await session.scalars(select(Rung).order_by(Rung.id))
        return [
            (row.occurrence_id, row.person_id, row.name, row.due, row.silenced, row.outbox_id)
            for row in rows
        ]


async def message_rows(database):
    async with database.read() as session:
        rows = await session.scalars(select(OutboxMessage).order_by(OutboxMessage.id))
        return [(row.person_id, row.day, row.kind, row.state, row.next_at) for row in rows]


# Who


async def test_those_hear_who_report_for_what_falls_due(database):
    async with database.write() as session:
        ours = await make_agency(session)
        committee = await session.get_one(Committee, ours.committee_id)
        theirs = await make_agency(session, committee)
        plan = await make_plan(session, committee)
        await add_task(session, ours, plan=plan)
        await add_task(session, theirs, due="2026-03-31", plan=plan)
        await join(session, "Cán bộ", ours)
        await join(session, "Đồng nghiệp", ours)
        await join(session, "Thủ trưởng", ours, Role.HEAD)
        await join(session, "Cơ quan khác", theirs)
        await join(session, "Thư ký", committee, Role.SECRETARY)
        await join(session, "Thành viên", committee, Role.MEMBER)

    told = await owe(database, WEDNESDAY)

    assert told == {"Cán bộ": ["#1 before:14"], "Đồng nghiệp": ["#1 before:14"]}


async def test_a_message_is_owed_at_once_under_its_day_and_kind(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency)
        person = await join(session, "Cán bộ", agency)

    await plan_reminders(database, now=at("2025-12-17T08:00"))

    assert await message_rows(database) == [
        (person.id, date(2025, 12, 17), OutboxKind.REMINDER, OutboxState.QUEUED, NOW)
    ]


async def test_a_second_run_changes_nothing(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency)
        await join(session, "Cán bộ", agency)
    await owe(database, WEDNESDAY)
    before = await rung_rows(database), await message_rows(database)

    again = [await owe(database, f"{WEDNESDAY}T{time}") for time in ("08:00", "08:01", "17:59")]

    assert again == [{}, {}, {}]
    assert (await rung_rows(database), await message_rows(database)) == before
    assert len(before[0]) == len(before[1]) == 1


async def test_a_person_gets_one_message_with_all_that_concerns_them(database):
    async with database.write() as session:
        ours = await make_agency(session)
        committee = await session.get_one(Committee, ours.committee_id)
        theirs = await make_agency(session, committee)
        plan = await make_plan(session, committee)
        await add_task(session, ours, plan=plan)
        await add_task(session, theirs, due="2025-12-18", plan=plan)
        await add_task(session, theirs, due="2025-12-16", plan=plan)
        await join(session, "Kiêm nhiệm", ours)
        await join(session, "Kiêm nhiệm", theirs, linked=False)
        await join(session, "Kiêm nhiệm", theirs, Role.HEAD, linked=False)

    told = await owe(database, WEDNESDAY)

    assert told == {"Kiêm nhiệm": ["#1 before:14", "#2 before:1", "#3 after:1", "#3 head"]}


async def test_a_draft_reminds_nobody(database):
    async with database.write() as session:
        agency = await make_agency(session)
        committee = await session.get_one(Committee, agency.committee_id)
        draft = await make_plan(session, committee, state=PlanState.DRAFT)
        await add_task(session, agency, plan=draft)
        await add_task(session, agency, plan=await make_plan(session, committee))
        await join(session, "Cán bộ", agency)

    assert await owe(database, WEDNESDAY) == {"Cán bộ": ["#2 before:14"]}


@pytest.mark.parametrize(
    ("officer", "head", "secretary", "told"),
    [
        pytest.param(True, True, True, "Cán bộ", id="the-officer"),
        pytest.param(False, True, True, "Thủ trưởng", id="the-head-for-want-of-an-officer"),
        pytest.param(False, False, True, "Thư ký", id="the-secretary-for-want-of-both"),
        pytest.param(False, False, False, None, id="nobody"),
    ],
)
async def test_for_want_of_an_officer_the_next_in_line_hears(
    database, officer, head, secretary, told
):
    async with database.write() as session:
        agency = await make_agency(session)
        committee = await session.get_one(Committee, agency.committee_id)
        await add_task(session, agency)
        await join(session, "Cán bộ", agency, linked=officer)
        await join(session, "Thủ trưởng", agency, Role.HEAD, linked=head)
        await join(session, "Thư ký", committee, Role.SECRETARY, linked=secretary)
        await join(session, "Thành viên", committee, Role.MEMBER)

    assert await owe(database, WEDNESDAY) == ({told: ["#1 before:14"]} if told else {})


async def test_who_has_only_chats_that_are_gone_is_owed_nothing(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency)
        officer = await join(session, "Cán bộ", agency, linked=False)
        await make_chat(session, officer, gone_at=NOW)
        await join(session, "Thủ trưởng", agency, Role.HEAD)

    assert await owe(database, WEDNESDAY) == {"Thủ trưởng": ["#1 before:14"]}


async def test_a_chat_that_is_gone_reaches_nobody_and_the_next_in_line_hears_the_same_day(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency)
        officer = await join(session, "Cán bộ", agency)
        await join(session, "Thủ trưởng", agency, Role.HEAD)
    first = await owe(database, WEDNESDAY)
    async with database.write() as session:
        chat = (await session.scalars(select(Chat).where(Chat.person_id == officer.id))).one()
        chat.gone_at = NOW

    then = await owe(database, f"{WEDNESDAY}T08:01")

    assert first == {"Cán bộ": ["#1 before:14"]}
    assert then == {"Thủ trưởng": ["#1 before:14"]}


async def test_a_collective_name_stands_for_nobody(database):
    async with database.write() as session:
        agency = await make_agency(session)
        committee = await session.get_one(Committee, agency.committee_id)
        everybody = await make_agency(
            session, committee, name="Các phòng, ban, đơn vị liên quan", collective=True
        )
        plan = await make_plan(session, committee)
        await add_task(session, agency, coordinating=everybody, plan=plan)
        await add_task(session, everybody, plan=plan)
        await add_task(session, plan=plan)
        await join(session, "Cán bộ", agency)
        await join(session, "Thư ký", committee, Role.SECRETARY)

    assert await owe(database, WEDNESDAY) == {
        "Cán bộ": ["#1 before:14"],
        "Thư ký": ["#2 before:14", "#3 before:14"],
    }


async def test_another_committees_people_never_hear(database):
    async with database.write() as session:
        ours = await make_agency(session)
        theirs = await make_agency(session, await make_committee(session))
        await add_task(session, ours)
        other = await session.get_one(Committee, theirs.committee_id)
        await join(session, "Cán bộ", ours)
        await join(session, "Người xã khác", theirs)
        await join(session, "Thư ký xã khác", other, Role.SECRETARY)

    assert await owe(database, WEDNESDAY) == {"Cán bộ": ["#1 before:14"]}


async def test_who_is_in_two_committees_gets_a_message_from_each(database):
    async with database.write() as session:
        for _ in range(2):
            agency = await make_agency(session, await make_committee(session))
            await add_task(session, agency)
            person = await join(session, "Hai nơi", agency)

    assert await owe(database, WEDNESDAY) == {"Hai nơi": ["#1 before:14", "#1 before:14"]}
    async with database.read() as session:
        rows = await session.execute(select(OutboxMessage.committee_id, OutboxMessage.person_id))
    assert sorted(map(tuple, rows)) == [(1, person.id), (2, person.id)]


# When


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


def every_day(first, last):
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        yield day.isoformat()
        day += timedelta(days=1)


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
        company = await make_agency(session, committee, name="Các phòng", collective=True)
        await add_task(session, lead, coordinating=company)
        for name, agency in (("Cán bộ", lead), ("Phối hợp", helper), ("Không liên quan", other)):
            await join(session, name, agency)
        session.add_all(
            AgencyMember(committee_id=committee.id, collective_id=company.id, agency_id=agency.id)
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


async def late_task(database):
    """A task due on 31 December with an officer, a head and a member to hear of it."""
    async with database.write() as session:
        agency = await make_agency(session)
        committee = await session.get_one(Committee, agency.committee_id)
        await add_task(session, agency)
        await join(session, "Cán bộ", agency)
        await join(session, "Thủ trưởng", agency, Role.HEAD)
        await join(session, "Thành viên", committee, Role.MEMBER)


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


# What holds a rung back


@pytest.mark.parametrize(
    ("ends_on", "told"),
    [
        pytest.param(None, {}, id="openly"),
        pytest.param("2025-12-18", {}, id="until-tomorrow"),
        pytest.param("2025-12-17", {"Cán bộ": ["#1 before:14"]}, id="until-today"),
    ],
)
async def test_a_paused_task_reminds_nobody(database, ends_on, told):
    async with database.write() as session:
        agency = await make_agency(session)
        occurrence = await add_task(session, agency)
        person = await join(session, "Cán bộ", agency)
        session.add(
            Pause(
                committee_id=occurrence.committee_id,
                task_id=occurrence.task_id,
                starts_on=date(2025, 12, 1),
                ends_on=ends_on and date.fromisoformat(ends_on),
                person_id=person.id,
            )
        )

    assert await owe(database, WEDNESDAY) == told


async def put_off(database, until):
    """ "Cán bộ" wants to hear of the only task again on a day; a colleague does not."""
    async with database.write() as session:
        agency = await make_agency(session)
        occurrence = await add_task(session, agency)
        person = await join(session, "Cán bộ", agency)
        await join(session, "Đồng nghiệp", agency)
        session.add(
            Snooze(
                committee_id=occurrence.committee_id,
                occurrence_id=occurrence.id,
                person_id=person.id,
                until=date.fromisoformat(until),
            )
        )


@day_by_day
async def test_who_put_a_task_off_hears_again_on_the_day_and_colleagues_hear_before(database):
    await put_off(database, "2025-12-25")

    heard = {
        day: told
        for day in every_day("2025-12-16", "2025-12-27")
        if (told := await owe(database, day))
    }

    assert heard == {
        "2025-12-16": {"Đồng nghiệp": ["#1 before:30"]},
        "2025-12-17": {"Đồng nghiệp": ["#1 before:14"]},
        "2025-12-24": {"Đồng nghiệp": ["#1 before:7"]},
        "2025-12-25": {"Cán bộ": ["#1 before:7", "#1 snoozed"]},
        "2025-12-26": {"Cán bộ": ["#1 before:3"], "Đồng nghiệp": ["#1 before:3"]},
    }


@day_by_day
async def test_nothing_is_put_off_past_a_due_day_that_was_moved_forward(database):
    await put_off(database, "2025-12-29")
    async with database.write() as session:
        (await session.scalars(select(Occurrence))).one().due = date(2025, 12, 24)

    told = [
        (await owe(database, day)).get("Cán bộ") for day in every_day("2025-12-23", "2025-12-26")
    ]

    assert told == [None, None, ["#1 after:1"], None]


@day_by_day
async def test_a_day_chosen_at_rest_means_the_next_morning(database):
    await put_off(database, "2025-12-20")

    told = [
        (await owe(database, day)).get("Cán bộ") for day in every_day("2025-12-19", "2025-12-22")
    ]

    assert told == [None, None, None, ["#1 before:14", "#1 snoozed"]]


@day_by_day
async def test_a_wish_for_time_silences_the_next_morning_and_no_later_one(database):
    await late_task(database)
    assert await owe(database, "2025-12-17") == {"Cán bộ": ["#1 before:14"]}
    await report(database, 1, "Cán bộ", "2025-12-17", extend_to="2026-01-15")

    mornings = {
        day: told
        for day in every_day("2025-12-18", "2025-12-31")
        if (told := await owe(database, day))
    }

    assert mornings == {
        "2025-12-26": {"Cán bộ": ["#1 before:3"]},
        "2025-12-30": {"Cán bộ": ["#1 before:1"]},
        "2025-12-31": {"Cán bộ": ["#1 before:0"]},
    }
    assert [row[2] for row in await rung_rows(database) if row[4]] == ["before:7"]


async def test_asked_for_before_the_morning_it_silences_that_one_alone(database):
    await late_task(database)
    await report(database, 1, "Cán bộ", "2025-12-24", extend_to="2026-01-15")

    told = [await owe(database, day) for day in ("2025-12-24", "2025-12-26")]

    assert told == [{}, {"Cán bộ": ["#1 before:3"]}]


async def test_a_wish_silences_every_rung_of_its_morning(database):
    await late_task(database)
    async with database.write() as session:
        (await session.scalars(select(Plan))).one().reminds_from = date(2026, 1, 1)
    await report(database, 1, "Cán bộ", "2026-01-04", extend_to="2026-01-15")

    told = await owe(database, "2026-01-05")

    assert told == {"Thủ trưởng": ["#1 head"]}
    assert [row[2] for row in await rung_rows(database) if row[4]] == [
        "opening",
        "monday:2026-01-05",
    ]


async def test_a_wish_silences_no_step_to_who_stands_higher(database):
    await late_task(database)
    await report(database, 1, "Cán bộ", "2026-01-04", extend_to="2026-01-15")

    told = [await owe(database, day) for day in ("2026-01-05", "2026-01-09")]

    assert told == [{"Thủ trưởng": ["#1 head"]}, {"Thành viên": ["#1 leaders"]}]


@pytest.mark.parametrize("how", ["refused", "withdrawn"])
async def test_a_wish_that_is_settled_silences_nothing(database, how):
    await late_task(database)
    await report(database, 1, "Cán bộ", "2025-12-16", extend_to="2026-01-15")
    async with database.write() as session:
        extension = (await session.scalars(select(Extension))).one()
        if how == "refused":
            extension.granted, extension.decided_at = False, NOW
        else:
            extension.withdrawn_at = NOW

    assert await owe(database, WEDNESDAY) == {"Cán bộ": ["#1 before:14"]}


# Outages and changes


async def test_what_falls_to_somebody_after_their_message_of_the_day_waits_for_the_next(database):
    await late_task(database)
    await owe(database, "2025-12-31")
    async with database.write() as session:
        (await session.scalars(select(Occurrence))).one().due = date(2026, 1, 14)

    told = [await owe(database, day) for day in ("2025-12-31T10:00", "2026-01-05")]

    assert told == [{}, {"Cán bộ": ["#1 before:14"]}]


async def test_nobody_hears_of_a_period_before_it_begins(database):
    async with database.write() as session:
        agency = await make_agency(session)
        occurrence = await add_task(session, agency, due="2026-01-15")
        occurrence.opens_on = date(2026, 1, 1)
        await join(session, "Cán bộ", agency)

    told = [await owe(database, day) for day in ("2025-12-17", "2025-12-31", "2026-01-05")]

    assert told == [{}, {}, {"Cán bộ": ["#1 before:14"]}]


@day_by_day
async def test_an_outage_of_a_week_leaves_one_message(database):
    await late_task(database)
    await owe(database, "2025-12-17")

    heard = {
        day: told
        for day in every_day("2025-12-26", "2025-12-29")
        if (told := await owe(database, day))
    }

    assert heard == {"2025-12-26": {"Cán bộ": ["#1 before:3"]}}


async def test_an_outage_over_the_due_day_leaves_one_message_each(database):
    await late_task(database)
    await owe(database, "2025-12-24")

    told = [await owe(database, day) for day in ("2026-01-14", "2026-01-15", "2026-01-16")]

    assert told == [
        {
            "Cán bộ": ["#1 monday:2026-01-12"],
            "Thành viên": ["#1 leaders"],
            "Thủ trưởng": ["#1 head"],
        },
        {},
        {},
    ]


async def test_a_message_that_could_not_go_out_is_taken_up_by_the_next_mornings(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency)
        committee = await session.get_one(Committee, agency.committee_id)
        await add_task(
            session, agency, due="2026-01-01", plan=(await session.scalars(select(Plan))).one()
        )
        await join(session, "Cán bộ", agency)
        assert committee.timezone == "Asia/Ho_Chi_Minh"
    first = await owe(database, "2025-12-17", sent=False)
    assert first == {"Cán bộ": ["#1 before:14", "#2 before:30"]}

    told = [await owe(database, f"2025-12-18T08:0{minute}", sent=False) for minute in (0, 1)]

    assert told == [{"Cán bộ": ["#1 before:14", "#2 before:14", "#2 before:30"]}, {}]
    assert [(day, state) for _, day, _, state, _ in await message_rows(database)] == [
        (date(2025, 12, 17), OutboxState.DROPPED),
        (date(2025, 12, 18), OutboxState.QUEUED),
    ]


@pytest.mark.parametrize(
    ("state", "claimed_until", "taken_up"),
    [
        pytest.param(OutboxState.SENDING, "2025-12-18T07:59", True, id="its-sender-died"),
        pytest.param(OutboxState.SENDING, "2025-12-18T08:01", False, id="in-hand"),
        pytest.param(OutboxState.SENT, None, False, id="sent"),
        pytest.param(OutboxState.DROPPED, None, False, id="pointless"),
        pytest.param(OutboxState.DEAD, None, False, id="given-up"),
    ],
)
async def test_only_what_nobody_has_in_hand_is_taken_up(database, state, claimed_until, taken_up):
    await late_task(database)
    await owe(database, "2025-12-17")
    async with database.write() as session:
        message = (await session.scalars(select(OutboxMessage))).one()
        message.state = state
        message.claimed_until = claimed_until and at(claimed_until)

    told = await owe(database, "2025-12-18")

    assert told == ({"Cán bộ": ["#1 before:14"]} if taken_up else {})


@day_by_day
@pytest.mark.parametrize(
    ("moment", "wait"),
    [
        pytest.param("2025-12-17T08:00", None, id="its-own-morning"),
        pytest.param("2025-12-17T17:59", None, id="its-own-afternoon"),
        pytest.param("2025-12-17T07:00", timedelta(hours=1), id="too-early"),
        pytest.param("2025-12-17T18:00", timedelta(hours=14), id="in-the-evening"),
        pytest.param("2025-12-18T01:30", timedelta(hours=6, minutes=30), id="at-night"),
        pytest.param("2025-12-18T08:00", NEXT_TICK, id="the-next-mornings-takes-it-up"),
        pytest.param("2025-12-20T09:00", timedelta(hours=23), id="on-a-saturday"),
    ],
)
async def test_a_mornings_message_is_worded_on_its_own_day_alone(database, moment, wait):
    await late_task(database)
    await owe(database, "2025-12-17")

    async with database.read() as session:
        message = (await session.scalars(select(OutboxMessage))).one()
        committee = await session.get_one(Committee, message.committee_id)
        reader = await session.get_one(Person, message.person_id)
        due = DueWords(message.id, committee.id, message.day, reader.id, None)
        days = await working_days(session)
        if wait is None:
            day = speaking_day(due, reader, committee, days, now=at(moment))
            assert day == date(2025, 12, 17)
        else:
            with pytest.raises(LaterError) as raised:
                speaking_day(due, reader, committee, days, now=at(moment))
            assert raised.value.wait == wait


async def test_a_new_holiday_sets_off_no_second_message(database):
    await late_task(database)
    assert await owe(database, "2025-12-30") == {"Cán bộ": ["#1 before:1"]}
    async with database.write() as session:
        session.add(MovedDay(day=date(2025, 12, 31), working=False))

    told = [await owe(database, day) for day in ("2025-12-30", "2025-12-31", "2026-01-05")]

    assert told == [{}, {}, {"Cán bộ": ["#1 monday:2026-01-05"], "Thủ trưởng": ["#1 head"]}]


async def test_a_day_declared_at_rest_too_late_leaves_its_rung_to_the_next(database):
    await late_task(database)
    await owe(database, "2025-12-16")
    async with database.write() as session:
        session.add(MovedDay(day=date(2025, 12, 17), working=False))

    told = [await owe(database, day) for day in ("2025-12-17", "2025-12-18")]

    assert told == [{}, {"Cán bộ": ["#1 before:14"]}]


async def test_the_next_period_is_opened_and_reminded_of(database):
    async with database.write() as session:
        agency = await make_agency(session)
        occurrence = await add_task(session, agency)
        task = await session.get_one(Task, occurrence.task_id)
        task.kind, task.recurs, task.recurs_due = DeadlineKind.RECURRING, Recurs.QUARTERLY, None
        occurrence.next_opens_on = date(2026, 1, 1)
        occurrence.progress, occurrence.done_on = Progress.DONE, date(2025, 12, 20)
        await join(session, "Cán bộ", agency)

    heard = {
        day: told
        for day in ("2025-12-31", "2026-01-01", "2026-02-27", "2026-03-02")
        if (told := await owe(database, day))
    }

    assert heard == {"2026-02-27": {"Cán bộ": ["#1 before:30"]}}
    async with database.read() as session:
        rows = await session.scalars(select(Occurrence.period).order_by(Occurrence.id))
        assert rows.all() == [None, "2026-Q1"]


async def test_the_next_period_is_opened_on_a_rest_day_too(database):
    async with database.write() as session:
        agency = await make_agency(session)
        occurrence = await add_task(session, agency)
        task = await session.get_one(Task, occurrence.task_id)
        task.recurs, task.recurs_due = Recurs.YEARLY, "12-31"
        occurrence.next_opens_on = date(2026, 1, 1)

    await owe(database, "2026-01-01T00:00")

    async with database.read() as session:
        opened = (await session.scalars(select(Occurrence.opens_on).order_by(Occurrence.id))).all()
    assert opened[1:] == [date(2026, 1, 1)]


async def test_as_many_statements_for_one_row_as_for_many(database):
    counts = []
    for more in (1, 2, 20):
        async with database.write() as session:
            agency = await make_agency(session, (await session.scalars(select(Committee))).first())
            for number in range(more):
                await add_task(session, agency, plan=(await session.scalars(select(Plan))).first())
                await join(session, f"Cán bộ {more}.{number}", agency)
            await session.execute(delete(Rung))
            await session.execute(delete(OutboxMessage))
            await turn_periods(session, [agency.committee_id], date(2025, 12, 17))
            (await session.get_one(Committee, agency.committee_id)).looks_at = None
        with statements(database) as seen:
            owed = await plan_reminders(database, now=at(WEDNESDAY))
        counts.append((owed, len([line for line in seen if "BEGIN" not in line])))

    assert [owed for owed, _ in counts] == [1, 3, 23]
    assert len({count for _, count in counts}) == 1
