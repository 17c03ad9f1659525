"""What an outage, a new rest day and a new period leave owed.

Unless a test says otherwise it is Wednesday 17 December 2025, a fortnight before the 31st.
"""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select

from bot.conversation.mornings.morning_facts import DueWords
from bot.ports import LaterError
from db.enums import DeadlineKind, OutboxState, Progress, Recurs
from db.models import Committee, MovedDay, Occurrence, OutboxMessage, Person, Plan, Rung, Task
from jobs.reminders import plan_reminders
from jobs.wording import NEXT_TICK, speaking_day
from tasks.mornings.owing import working_days
from tasks.mornings.periods import turn_periods
from tests.jobs.morning import (
    WEDNESDAY,
    add_task,
    at,
    day_by_day,
    every_day,
    join,
    late_task,
    message_rows,
    owe,
)
from tests.make import make_agency
from tests.statements import statements


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
