"""What is recorded of a report, what follows from it, and what is refused."""

from dataclasses import replace

import pytest

from db.enums import Progress, Role
from db.models import Committee, Pause
from tasks.changes import Report
from tasks.errors import NotYourTaskError, PausedError
from tasks.rules import Standing
from tasks.undoing import valid_updates
from tests.make import DAY, NOW, TODAY, make_agency
from tests.tasks.reporting_desk import DECIDER, DONE, NOTHING, refused


async def test_a_report_is_kept_in_its_words_with_its_day_and_its_instant(desk):
    update = await desk.report(Report("#1 được 80%", progress=Progress.IN_PROGRESS, percent=80))

    await desk.session.refresh(update)
    assert (update.words, update.progress, update.percent) == (
        "#1 được 80%",
        Progress.IN_PROGRESS,
        80,
    )
    assert (update.person_id, update.reported_on, update.reported_at) == (desk.lan.id, TODAY, NOW)
    assert desk.stands() == (Progress.IN_PROGRESS, 80, None)


async def test_later_reports_are_appended_and_the_last_one_stands(desk):
    await desk.report(Report("50%", progress=Progress.IN_PROGRESS, percent=50))
    await desk.report(DONE, today=TODAY + DAY)

    kept = await valid_updates(desk.session, desk.occurrence)
    assert [update.words for update in kept] == ["50%", "xong"]
    assert desk.stands() == (Progress.DONE, None, TODAY + DAY)


async def test_a_report_that_says_nothing_of_the_state_leaves_it(desk):
    await desk.report(Report("50%", progress=Progress.IN_PROGRESS, percent=50))
    await desk.report(Report("vướng kinh phí", obstacle="kinh phí"))

    assert desk.stands() == (Progress.IN_PROGRESS, 50, None)
    assert await desk.obstacles() == [("kinh phí", TODAY, None)]


async def test_work_that_goes_on_is_as_far_as_it_was_said_to_be(desk):
    await desk.report(Report("50%", progress=Progress.IN_PROGRESS, percent=50))
    await desk.report(Report("đang chờ số liệu", progress=Progress.IN_PROGRESS))

    assert desk.stands() == (Progress.IN_PROGRESS, 50, None)


@pytest.mark.parametrize(
    "report", [DONE, Report("đã gỡ", cleared=True)], ids=["done", "said-to-be-gone"]
)
async def test_obstacles_are_cleared_and_come_back_when_that_is_taken_back(desk, report):
    await desk.report(Report("vướng", obstacle="kinh phí"))
    await desk.report(Report("lại vướng", obstacle="nhân sự"), today=TODAY + DAY)
    clearing = await desk.report(report, today=TODAY + 2 * DAY)
    assert await desk.obstacles() == [
        ("kinh phí", TODAY, TODAY + 2 * DAY),
        ("nhân sự", TODAY + DAY, TODAY + 2 * DAY),
    ]

    await desk.undo(clearing, today=TODAY + 3 * DAY)

    assert await desk.obstacles() == [
        ("kinh phí", TODAY, None),
        ("nhân sự", TODAY + DAY, None),
    ]
    assert desk.stands() == NOTHING


async def test_progress_alone_clears_no_obstacle(desk):
    await desk.report(Report("vướng", obstacle="kinh phí"))
    await desk.report(Report("60%", progress=Progress.IN_PROGRESS, percent=60))

    assert await desk.obstacles() == [("kinh phí", TODAY, None)]


async def test_an_obstacle_reported_with_a_completion_stays_open(desk):
    await desk.report(Report("vướng", obstacle="kinh phí"))
    await desk.report(replace(DONE, obstacle="chờ ký"))

    assert await desk.obstacles() == [("kinh phí", TODAY, TODAY), ("chờ ký", TODAY, None)]


async def test_another_agencys_task_is_refused_with_who_leads_it(desk):
    committee = await desk.session.get_one(Committee, desk.committee_id)
    other = await make_agency(desk.session, committee, name="Phòng Tư pháp")
    standing = Standing(frozenset({(Role.HEAD, other.id)}))

    refusal = await refused(desk, NotYourTaskError, standing=standing)

    assert (refusal.number, refusal.leads) == (1, ("Phòng Kinh tế",))


async def test_secretaries_do_not_report_in_an_agencys_place(desk):
    await refused(desk, NotYourTaskError, standing=DECIDER)


async def test_a_collective_lead_is_nobody_who_could_report(desk):
    desk.agency.collective = True

    refusal = await refused(desk, NotYourTaskError)

    assert refusal.leads == ("Phòng Kinh tế",)


@pytest.mark.parametrize(
    ("ends_on", "paused"),
    [(None, True), (TODAY + DAY, True), (TODAY, False)],
    ids=["openly", "until-tomorrow", "until-today"],
)
async def test_nothing_is_reported_of_a_paused_task(desk, ends_on, paused):
    desk.session.add(
        Pause(
            committee_id=desk.committee_id,
            task_id=desk.occurrence.task_id,
            starts_on=TODAY - DAY,
            ends_on=ends_on,
            person_id=desk.minh.id,
        )
    )
    await desk.session.flush()

    if paused:
        await refused(desk, PausedError)
    else:
        await desk.report(DONE)
        assert desk.stands() == (Progress.DONE, None, TODAY)
