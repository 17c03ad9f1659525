"""The carryings-out of a task: the first, and the next as their periods begin."""

from datetime import date

import pytest
from sqlalchemy import select

from db.enums import DeadlineKind, Progress, Recurs
from db.models import Committee, Occurrence
from db.queries.tasks import tasks_now
from tasks.occurrences import first_occurrence, open_occurrences, redate
from tests.make import make_committee, make_plan, make_task
from tests.statements import statements

BEGINS = date(2025, 9, 19)


def day(text):
    return date.fromisoformat(text)


async def begin(session, recurs=None, recurs_due=None, due=None, **but):
    """A task with its first occurrence, counted from 19 September 2025."""
    kind = but.pop("kind", DeadlineKind.RECURRING if recurs else DeadlineKind.BY)
    task = await make_task(session, recurs=recurs, recurs_due=recurs_due, kind=kind, **but)
    row = first_occurrence(task, due and day(due), begins=BEGINS)
    session.add(row)
    await session.flush()
    return row


async def rows(session):
    """Period, the day it opens and the due day of every occurrence, in order."""
    found = await session.scalars(
        select(Occurrence).order_by(Occurrence.task_id, Occurrence.sequence)
    )
    return [
        (
            row.sequence,
            row.period,
            row.opens_on.isoformat(),
            row.due and row.due.isoformat(),
            row.next_opens_on and row.next_opens_on.isoformat(),
        )
        for row in found
    ]


@pytest.mark.parametrize(
    ("recurs", "recurs_due", "due", "first"),
    [
        pytest.param(
            None, None, "2025-12-31", (1, None, "2025-09-19", "2025-12-31", None), id="once"
        ),
        pytest.param(None, None, None, (1, None, "2025-09-19", None, None), id="no-day"),
        pytest.param(
            Recurs.YEARLY,
            "12-31",
            "2025-12-31",
            (1, "2025", "2025-09-19", "2025-12-31", "2026-01-01"),
            id="yearly-begun-before-the-plan",
        ),
        pytest.param(
            Recurs.YEARLY,
            "06-30",
            "2026-06-30",
            (1, "2026", "2026-01-01", "2026-06-30", "2027-01-01"),
            id="yearly-next-year",
        ),
        pytest.param(
            Recurs.QUARTERLY,
            None,
            "2025-12-31",
            (1, "2025-Q4", "2025-10-01", "2025-12-31", "2026-01-01"),
            id="quarterly",
        ),
        pytest.param(
            Recurs.MONTHLY,
            "25",
            "2025-12-25",
            (1, "2025-12", "2025-12-01", "2025-12-25", "2026-01-01"),
            id="monthly",
        ),
        pytest.param(
            Recurs.ONGOING,
            None,
            "2025-12-31",
            (1, None, "2025-09-19", "2025-12-31", "2026-01-01"),
            id="by-a-day-and-ongoing",
        ),
        pytest.param(
            Recurs.ONGOING, None, None, (1, None, "2025-09-19", None, None), id="ongoing-alone"
        ),
        pytest.param(
            Recurs.YEARLY, None, None, (1, None, "2025-09-19", None, None), id="yearly-without-day"
        ),
    ],
)
async def test_the_first(database, recurs, recurs_due, due, first):
    async with database.write() as session:
        await begin(session, recurs, recurs_due, due)

        assert await rows(session) == [first]


async def open_until(session, *todays):
    everywhere = (await session.scalars(select(Committee.id))).all()
    return [await open_occurrences(session, everywhere, today=day(today)) for today in todays]


async def test_the_next_opens_on_the_first_day_of_its_period_and_once(database):
    async with database.write() as session:
        await begin(session, Recurs.YEARLY, "12-31", "2025-12-31")

        opened = await open_until(session, "2025-12-31", "2026-01-01", "2026-01-01", "2026-12-31")

        assert opened == [0, 1, 0, 0]
        assert await rows(session) == [
            (1, "2025", "2025-09-19", "2025-12-31", None),
            (2, "2026", "2026-01-01", "2026-12-31", "2027-01-01"),
        ]


async def test_late_by_several_periods_each_is_opened_with_its_own_days(database):
    async with database.write() as session:
        await begin(session, Recurs.QUARTERLY, None, "2025-12-31")

        opened = await open_until(session, "2026-08-15", "2026-08-15")

        assert opened == [3, 0]
        assert await rows(session) == [
            (1, "2025-Q4", "2025-10-01", "2025-12-31", None),
            (2, "2026-Q1", "2026-01-01", "2026-03-31", None),
            (3, "2026-Q2", "2026-04-01", "2026-06-30", None),
            (4, "2026-Q3", "2026-07-01", "2026-09-30", "2026-10-01"),
        ]


async def test_month_ends_are_the_months_own(database):
    async with database.write() as session:
        await begin(session, Recurs.MONTHLY, "31", "2027-12-31")

        await open_until(session, "2028-03-01")

        assert [row[1:4] for row in await rows(session)] == [
            ("2027-12", "2027-12-01", "2027-12-31"),
            ("2028-01", "2028-01-01", "2028-01-31"),
            ("2028-02", "2028-02-01", "2028-02-29"),
            ("2028-03", "2028-03-01", "2028-03-31"),
        ]


async def test_what_recurs_within_a_stage_ends_with_it(database):
    async with database.write() as session:
        await begin(session, Recurs.YEARLY, "12-31", "2026-12-31", recurs_until=day("2028-12-31"))

        opened = await open_until(session, "2027-01-01", "2028-01-01", "2031-01-01")

        assert opened == [1, 1, 0]
        assert (await rows(session))[-1] == (3, "2028", "2028-01-01", "2028-12-31", None)


async def test_by_a_day_and_every_year_after_it(database):
    async with database.write() as session:
        await begin(session, Recurs.YEARLY, "10-31", "2025-10-31", kind=DeadlineKind.BY)

        await open_until(session, "2026-01-02")

        assert await rows(session) == [
            (1, "2025", "2025-09-19", "2025-10-31", None),
            (2, "2026", "2026-01-01", "2026-10-31", "2027-01-01"),
        ]


async def test_by_a_day_and_ongoing_after_it_has_one_due_day(database):
    async with database.write() as session:
        await begin(session, Recurs.ONGOING, None, "2025-12-31", kind=DeadlineKind.BY)

        opened = await open_until(session, "2025-12-31", "2026-01-01", "2029-01-01")

        assert opened == [0, 1, 0]
        assert await rows(session) == [
            (1, None, "2025-09-19", "2025-12-31", None),
            (2, None, "2026-01-01", None, None),
        ]


async def test_more_time_for_one_period_does_not_move_the_next(database):
    async with database.write() as session:
        first = await begin(session, Recurs.QUARTERLY, None, "2025-12-31")
        first.due = day("2026-04-15")

        await open_until(session, "2026-01-01")

        assert (await rows(session))[1] == (
            2,
            "2026-Q1",
            "2026-01-01",
            "2026-03-31",
            "2026-04-01",
        )


async def test_only_the_committees_that_are_asked_about_have_their_new_year(database):
    async with database.write() as session:
        hanoi = await make_committee(session)
        lima = await make_committee(session, timezone="America/Lima")
        await begin(
            session, Recurs.YEARLY, "12-31", "2025-12-31", plan=await make_plan(session, lima)
        )

        opened = [
            await open_occurrences(session, [committee.id], today=day("2026-01-01"))
            for committee in (hanoi, lima)
        ]

        assert opened == [0, 1]


async def test_as_many_statements_for_one_task_as_for_three(database):
    counts = {}
    for year, more in ((2026, 1), (2027, 2)):
        async with database.write() as session:
            for _ in range(more):
                await begin(session, Recurs.YEARLY, "12-31", f"{year - 1}-12-31")
        async with database.write() as session:
            with statements(database) as seen:
                opened = (await open_until(session, f"{year}-01-01"))[0]
        counts[opened] = len([line for line in seen if line.startswith("SELECT")])

    assert counts == {1: 3, 3: 3}


# Which occurrence is current


async def current(session, today):
    committee = (await session.scalars(select(Committee))).first()
    [found] = await tasks_now(session, committee.id, today=day(today))
    return found.occurrence.period, [missed.period for missed in found.missed], found.open


@pytest.mark.parametrize(
    ("done", "today", "found"),
    [
        pytest.param([], "2025-12-31", ("2025", [], True), id="the-first"),
        pytest.param([], "2026-01-01", ("2025", ["2026"], True), id="a-missed-one-stays"),
        pytest.param(["2025"], "2025-12-31", ("2025", [], False), id="done-until-the-period-ends"),
        pytest.param(["2025"], "2026-01-01", ("2026", [], True), id="then-the-next"),
        pytest.param(["2026"], "2026-01-01", ("2025", [], True), id="the-earliest-not-done"),
        pytest.param(["2025", "2026"], "2026-06-01", ("2026", [], False), id="all-done"),
    ],
)
async def test_the_current_one_is_the_earliest_that_is_not_done(database, done, today, found):
    async with database.write() as session:
        await begin(session, Recurs.YEARLY, "12-31", "2025-12-31")
        await open_until(session, "2026-01-01")
        for row in await session.scalars(select(Occurrence).where(Occurrence.period.in_(done))):
            row.progress, row.done_on = Progress.DONE, row.due
        await session.flush()

        assert await current(session, today) == found


async def test_a_closed_one_is_passed_over(database):
    async with database.write() as session:
        first = await begin(session, Recurs.YEARLY, "12-31", "2025-12-31")
        await open_until(session, "2026-01-01")
        first.closed_on, first.closed_reason = day("2026-01-05"), "Nhập vào nhiệm vụ khác"
        await session.flush()

        assert await current(session, "2026-01-06") == ("2026", [], True)


async def test_one_whose_period_is_to_come_is_shown_where_there_is_no_other(database):
    async with database.write() as session:
        await begin(session, Recurs.YEARLY, "06-30", "2026-06-30")

        assert await current(session, "2025-12-17") == ("2026", [], True)


# A deadline set right


@pytest.mark.parametrize(
    ("recurs", "recurs_due", "due", "expected"),
    [
        pytest.param(
            *(Recurs.WEEKLY, "5", "2026-02-13"),
            [
                (1, "2026-W07", "2025-09-19", "2026-02-13", None),
                (2, "2026-W08", "2026-02-14", "2026-02-20", None),
                (3, "2026-W09", "2026-02-21", "2026-02-27", "2026-02-28"),
            ],
            id="weekly",
        ),
        pytest.param(
            *(None, None, "2026-03-31"),
            [
                (1, None, "2025-09-19", "2026-03-31", None),
                (2, "2026", "2026-01-01", "2026-12-31", None),
            ],
            id="once",
        ),
        pytest.param(
            *(Recurs.ONGOING, None, "2026-03-31"),
            [(1, None, "2025-09-19", "2026-03-31", None), (2, None, "2026-04-01", None, None)],
            id="by-a-day-and-ongoing",
        ),
    ],
)
async def test_what_had_begun_after_it_follows_by_the_new_rule(
    database, recurs, recurs_due, due, expected
):
    async with database.write() as session:
        first = await begin(session, Recurs.YEARLY, "12-31", "2025-12-31")
        await open_until(session, "2026-01-01")
        first.task.recurs, first.task.recurs_due = recurs, recurs_due

        await redate(session, first.task, first, day(due), today=day("2026-02-09"))
        await open_until(session, "2026-02-09", "2026-02-21")

        assert await rows(session) == expected
        assert await current(session, "2026-02-21") == (expected[0][1], *_further(expected))


def _further(expected):
    """The periods beside the first that are open on 21/2/2026, and that the first is open."""
    begun = [row for row in expected[1:] if row[1] != "2026" and row[2] <= "2026-02-21"]
    return [row[1] for row in begun], True


async def test_a_closed_one_behind_a_done_one_is_not_shown(database):
    async with database.write() as session:
        first = await begin(session, Recurs.YEARLY, "12-31", "2025-12-31")
        await open_until(session, "2026-01-01")
        first.task.recurs = None
        await redate(session, first.task, first, day("2026-03-31"), today=day("2026-02-09"))
        first.progress, first.done_on = Progress.DONE, day("2026-02-10")
        await session.flush()

        assert await current(session, "2026-02-11") == (None, [], False)
