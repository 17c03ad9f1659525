"""What holds a reminder back: a pause, a day chosen by hand, a wish for more time.

Unless a test says otherwise it is Wednesday 17 December 2025, a fortnight before the 31st.
"""

from datetime import date

import pytest
from sqlalchemy import select

from db.models import Extension, Occurrence, Pause, Plan, Snooze
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
from tests.make import NOW, make_agency


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
