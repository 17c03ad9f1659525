"""Who is told of what on a morning: the right people, the wrong people, once.

Unless a test says otherwise it is Wednesday 17 December 2025, a fortnight before the 31st.
"""

from datetime import date

import pytest
from sqlalchemy import select

from db.enums import OutboxKind, OutboxState, PlanState, Role
from db.models import Chat, Committee, OutboxMessage
from jobs.reminders import plan_reminders
from tests.jobs.morning import WEDNESDAY, add_task, at, join, message_rows, owe, rung_rows
from tests.make import NOW, make_agency, make_chat, make_committee, make_plan


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
