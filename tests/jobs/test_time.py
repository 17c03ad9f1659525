"""Clocks and calendars: a machine asleep, a clock set back, year end, 29 February, Tết.

Mondays here: 15/12/2025, 5/1, 16/2 and 23/2/2026, 28/2/2028. Rest: 1/1 and, moved, 2/1/2026; Tết is
16 to 20/2/2026.
"""

from datetime import timedelta

from sqlalchemy import select

from db.enums import Role
from db.models import Committee, OutboxMessage, Plan
from jobs.reminders import plan_reminders
from tests.jobs.morning import add_task, at, join, owe
from tests.make import make_agency


async def follow(database, due: str, reminds_from: str) -> None:
    """A task due on a day, with its agency's officer and head, followed from a day on."""
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency, due)
        (await session.scalars(select(Plan))).one().reminds_from = at(reminds_from).date()
        await join(session, "Cán bộ", agency)
        await join(session, "Thủ trưởng", agency, Role.HEAD)


async def told(database, begin: str, days: int) -> dict[str, dict[str, list[str]]]:
    """Each day's messages, for so many days in a row."""
    found = {}
    for ahead in range(days):
        day = (at(begin) + timedelta(days=ahead)).date().isoformat()
        if heard := await owe(database, day):
            found[day] = heard
    return found


async def test_what_falls_into_tet_is_told_on_the_last_working_day_before(database):
    await follow(database, "2026-02-18", "2026-02-10")

    assert await told(database, "2026-02-10", 14) == {
        "2026-02-11": {"Cán bộ": ["#1 before:7"]},
        "2026-02-13": {"Cán bộ": ["#1 before:0"]},
        "2026-02-23": {"Cán bộ": ["#1 monday:2026-02-23"], "Thủ trưởng": ["#1 head"]},
    }


async def test_the_turn_of_the_year_is_no_gap(database):
    await follow(database, "2025-12-31", "2025-12-30")

    assert await told(database, "2025-12-30", 14) == {
        "2025-12-30": {"Cán bộ": ["#1 before:1"]},
        "2025-12-31": {"Cán bộ": ["#1 before:0"]},
        "2026-01-05": {"Cán bộ": ["#1 monday:2026-01-05"], "Thủ trưởng": ["#1 head"]},
        "2026-01-12": {"Cán bộ": ["#1 monday:2026-01-12"]},
    }


async def test_the_29th_of_february_is_a_day_like_any(database):
    await follow(database, "2028-02-29", "2028-02-28")

    assert await told(database, "2028-02-28", 5) == {
        "2028-02-28": {"Cán bộ": ["#1 before:1"]},
        "2028-02-29": {"Cán bộ": ["#1 before:0"]},
        "2028-03-01": {"Cán bộ": ["#1 after:1"], "Thủ trưởng": ["#1 head"]},
        "2028-03-03": {"Cán bộ": ["#1 after:3"]},
    }


async def test_a_machine_asleep_over_the_weekend_tells_on_monday_once(database):
    await follow(database, "2025-12-14", "2025-12-10")
    assert await owe(database, "2025-12-11") == {"Cán bộ": ["#1 before:3"]}
    await look(database, "2025-12-11T17:30")

    # Asleep from Thursday evening on: Friday's rungs of the Sunday are told by the Monday's.
    assert await look(database, "2025-12-15T07:10") == 0
    assert await look(database, "2025-12-15T08:00") == 2
    assert await look(database, "2025-12-15T08:30") == 0


async def test_a_clock_that_ran_ahead_and_is_set_back_silences_nobody_and_tells_nothing_twice(
    database,
):
    await follow(database, "2025-12-31", "2025-12-15")
    assert await look(database, "2025-12-17T08:00") == 1
    assert await look(database, "2025-12-24T08:00") == 1  # a week ahead of the truth

    assert await look(database, "2025-12-17T08:01") == 0
    assert await look(database, "2025-12-24T08:01") == 0
    assert await look(database, "2025-12-30T08:00") == 1


async def look(database, moment: str) -> int:
    """What the running program owes at a moment: only committees whose turn it is are looked at."""
    owed = await plan_reminders(database, now=at(moment), everywhere=False)
    async with database.read() as session:
        looks_at = (await session.scalars(select(Committee.looks_at))).one()
        assert at(moment) < looks_at <= at(moment) + timedelta(minutes=30)
        days = (await session.scalars(select(OutboxMessage.day))).all()
    assert owed <= len(days)
    return owed
