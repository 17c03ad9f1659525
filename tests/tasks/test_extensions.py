"""More time asked for, granted and refused."""

from datetime import date

import pytest
from sqlalchemy import select

from db.models import Extension
from tasks.changes import Report
from tasks.errors import AlreadyDecidedError, BadExtensionError, NotYourRoleError
from tests.make import DAY, DUE, HOUR, NOW, TODAY
from tests.tasks.reporting_desk import ask, decide, refused


async def test_a_wish_moves_nothing_until_it_is_granted(desk):
    extension = await ask(desk)

    assert (extension.due_before, extension.asked_due, extension.reason) == (
        DUE,
        date(2026, 1, 15),
        "mưa",
    )
    assert (extension.asked_by, extension.asked_on, extension.granted) == (desk.lan.id, TODAY, None)
    assert (desk.occurrence.due, desk.occurrence.first_due) == (DUE, DUE)


async def test_granted_it_moves_the_due_day_and_keeps_the_first(desk):
    extension = await ask(desk)

    await decide(desk, extension, granted=True)

    assert (desk.occurrence.due, desk.occurrence.first_due) == (date(2026, 1, 15), DUE)
    assert (extension.decided_by, extension.decided_on, extension.decided_at) == (
        desk.minh.id,
        TODAY,
        NOW + HOUR,
    )


async def test_a_later_day_that_came_meanwhile_is_kept(desk):
    extension = await ask(desk)
    desk.occurrence.due = date(2026, 2, 1)
    await desk.session.flush()

    await decide(desk, extension, granted=True)

    assert desk.occurrence.due == date(2026, 2, 1)


async def test_refused_it_moves_nothing(desk):
    extension = await ask(desk)

    await decide(desk, extension, granted=False)

    assert (extension.granted, desk.occurrence.due) == (False, DUE)


async def test_only_secretaries_and_members_decide(desk):
    extension = await ask(desk)

    with pytest.raises(NotYourRoleError):
        await decide(desk, extension, granted=True, standing=desk.standing)

    assert (extension.granted, desk.occurrence.due) == (None, DUE)


@pytest.mark.parametrize("granted", [True, False])
async def test_a_wish_is_decided_once(desk, granted):
    extension = await ask(desk)
    await decide(desk, extension, granted=granted)

    with pytest.raises(AlreadyDecidedError):
        await decide(desk, extension, granted=not granted)

    assert extension.granted is granted


async def test_a_wish_taken_back_is_not_granted(desk):
    update = await desk.report(Report("xin lùi", extend_to=date(2026, 1, 15)))
    await desk.undo(update)
    extension = (await desk.session.scalars(select(Extension))).one()

    with pytest.raises(AlreadyDecidedError):
        await decide(desk, extension, granted=True)

    assert desk.occurrence.due == DUE


async def test_a_granted_wish_is_not_taken_back_with_its_report(desk):
    update = await desk.report(Report("xin lùi", extend_to=date(2026, 1, 15)))
    extension = (await desk.session.scalars(select(Extension))).one()
    await decide(desk, extension, granted=True)

    await desk.undo(update)

    assert (extension.granted, extension.withdrawn_at) == (True, None)
    assert desk.occurrence.due == date(2026, 1, 15)


async def test_a_newer_wish_takes_the_place_of_the_one_that_waits(desk):
    sooner, later = await ask(desk), await ask(desk, until=date(2026, 1, 31))

    with pytest.raises(AlreadyDecidedError):
        await decide(desk, sooner, granted=True)
    await decide(desk, later, granted=True)

    assert desk.occurrence.due == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("today", "until", "right"),
    [
        pytest.param(TODAY, DUE, False, id="the-due-day-itself"),
        pytest.param(TODAY, DUE - DAY, False, id="sooner"),
        pytest.param(TODAY, DUE + DAY, True, id="a-day-later"),
        pytest.param(DUE + 5 * DAY, DUE + 4 * DAY, False, id="past-already"),
        pytest.param(DUE + 5 * DAY, DUE + 5 * DAY, True, id="overdue-until-today"),
    ],
)
async def test_the_day_asked_for_has_to_be_a_later_one(desk, today, until, right):
    report = Report("xin gia hạn", extend_to=until)

    if right:
        await desk.report(report, today=today)
        assert await desk.count(Extension) == 1
    else:
        refusal = await refused(desk, BadExtensionError, report, today=today)
        assert (refusal.number, refusal.due) == (1, DUE)


async def test_a_task_without_a_due_day_has_none_to_move(desk):
    desk.occurrence.due = desk.occurrence.first_due = None
    await desk.session.flush()

    refusal = await refused(desk, BadExtensionError, Report("xin lùi", extend_to=DUE))

    assert refusal.due is None
