"""A report taken back: what stands then, and what cannot be taken back."""

from datetime import date

import pytest
from sqlalchemy import select

from db.enums import Progress
from db.models import Extension, StatusUpdate
from tasks.changes import Report
from tasks.errors import NothingToUndoError
from tasks.undoing import valid_updates
from tests.make import DAY, HOUR, NOW, TODAY
from tests.tasks.reporting_desk import DONE, NOTHING


async def test_the_last_report_taken_back_leaves_the_one_before(desk):
    await desk.report(Report("50%", progress=Progress.IN_PROGRESS, percent=50))
    done = await desk.report(DONE, today=TODAY + DAY)

    undone = await desk.undo(done, today=TODAY + DAY)

    assert undone.occurrence.task.number == 1
    assert desk.stands() == (Progress.IN_PROGRESS, 50, None)
    assert await desk.count(StatusUpdate) == 3
    assert [row.words for row in await valid_updates(desk.session, desk.occurrence)] == ["50%"]


async def test_the_only_report_taken_back_leaves_nothing(desk):
    await desk.undo(await desk.report(DONE))

    assert desk.stands() == NOTHING


async def test_taking_back_goes_back_past_reports_that_said_nothing_of_the_state(desk):
    await desk.report(Report("50%", progress=Progress.IN_PROGRESS, percent=50))
    await desk.report(Report("vướng", obstacle="kinh phí"))

    await desk.undo(await desk.report(DONE))

    assert desk.stands() == (Progress.IN_PROGRESS, 50, None)


async def test_one_report_after_the_other_can_be_taken_back(desk):
    first = await desk.report(Report("50%", progress=Progress.IN_PROGRESS, percent=50))
    second = await desk.report(DONE)

    await desk.undo(second)
    await desk.undo(first)

    assert desk.stands() == NOTHING


async def test_a_report_is_taken_back_once(desk):
    update = await desk.report(DONE)
    await desk.undo(update)

    with pytest.raises(NothingToUndoError):
        await desk.undo(update)

    assert await desk.count(StatusUpdate) == 2


async def test_what_somebody_else_reported_is_not_taken_back(desk):
    update = await desk.report(DONE)

    with pytest.raises(NothingToUndoError):
        await desk.undo(update, by=desk.minh)

    assert desk.stands() == (Progress.DONE, None, TODAY)


async def test_a_colleagues_later_report_stands_until_they_take_it_back(desk):
    mine = await desk.report(Report("50%", progress=Progress.IN_PROGRESS, percent=50))
    theirs = await desk.report(DONE, by=desk.minh)
    with pytest.raises(NothingToUndoError):
        await desk.undo(mine)

    await desk.undo(theirs, by=desk.minh)
    await desk.undo(mine)

    assert desk.stands() == NOTHING


async def test_taking_back_cannot_be_taken_back(desk):
    await desk.undo(await desk.report(DONE))
    taking_back = await desk.session.scalar(
        select(StatusUpdate).where(StatusUpdate.undoes_id.is_not(None))
    )

    with pytest.raises(NothingToUndoError):
        await desk.undo(taking_back)


async def test_the_obstacle_and_the_wish_of_a_report_go_with_it(desk):
    update = await desk.report(
        Report("vướng, xin lùi", obstacle="kinh phí", extend_to=date(2026, 1, 15))
    )

    await desk.undo(update)

    assert await desk.obstacles() == []
    extension = (await desk.session.scalars(select(Extension))).one()
    assert (extension.granted, extension.withdrawn_at) == (None, NOW + HOUR)
