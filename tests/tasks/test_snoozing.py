"""Reminders of one task held until a day."""

from datetime import date

import pytest
from sqlalchemy import select

from db.models import Snooze
from tasks.errors import NotYourTaskError, OverdueError
from tests.make import DAY, DUE, TODAY
from tests.tasks.reporting_desk import DECIDER


@pytest.mark.parametrize(
    ("until", "held"),
    [
        (TODAY + 2 * DAY, TODAY + 2 * DAY),
        (DUE, DUE),
        (DUE + 9 * DAY, DUE),
        (date(2025, 12, 21), date(2025, 12, 22)),
    ],
    ids=["before", "on-it", "never-past-it", "a-sunday-is-told-on-monday"],
)
async def test_reminders_are_held_until_a_day_and_never_past_the_due_day(desk, until, held):
    assert await desk.snooze(until) == held

    row = (await desk.session.scalars(select(Snooze))).one()
    assert (row.person_id, row.until) == (desk.lan.id, held)


async def test_holding_again_moves_the_day(desk):
    await desk.snooze(TODAY + 2 * DAY)
    await desk.snooze(TODAY + DAY)

    row = (await desk.session.scalars(select(Snooze))).one()
    assert row.until == TODAY + DAY


async def test_without_a_due_day_they_are_held_as_long_as_asked(desk):
    desk.occurrence.due = desk.occurrence.first_due = None
    await desk.session.flush()

    assert await desk.snooze(date(2026, 6, 1)) == date(2026, 6, 1)


async def test_overdue_they_are_not_held_any_more(desk):
    with pytest.raises(OverdueError):
        await desk.snooze(DUE + 9 * DAY, today=DUE + DAY)

    assert await desk.count(Snooze) == 0


async def test_nobody_holds_reminders_of_anothers_task(desk):
    with pytest.raises(NotYourTaskError):
        await desk.snooze(TODAY + DAY, standing=DECIDER)

    assert await desk.count(Snooze) == 0
