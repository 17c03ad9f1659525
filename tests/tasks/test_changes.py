"""The writes: what is recorded, what follows from it, what is refused, what can be taken back."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import PlanState, Progress, Role
from db.models import (
    Agency,
    Blocker,
    Committee,
    Extension,
    Occurrence,
    Pause,
    Person,
    Snooze,
    StatusUpdate,
)
from db.queries.tasks import tasks_now
from tasks.changes import (
    Report,
    accept_plan,
    decide_extension,
    record_report,
    snooze,
    undo_update,
    valid_updates,
)
from tasks.errors import (
    AlreadyDecidedError,
    BadExtensionError,
    NothingToUndoError,
    NotYourRoleError,
    NotYourTaskError,
    OverdueError,
    PausedError,
)
from tasks.rules import Standing
from tests.make import (
    DAY,
    DUE,
    HOUR,
    NOW,
    TODAY,
    make_agency,
    make_occurrence,
    make_person,
    make_plan,
    make_task,
)

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
DECIDER = Standing(frozenset({(Role.SECRETARY, None)}))
DONE = Report("xong", progress=Progress.DONE)


@dataclass
class Desk:
    """One task of one agency, and two officers of it who report."""

    session: AsyncSession
    committee_id: int
    agency: Agency
    occurrence: Occurrence
    lan: Person
    minh: Person

    @property
    def standing(self):
        return Standing(frozenset({(Role.OFFICER, self.agency.id)}))

    async def task(self, today=TODAY):
        [found] = await tasks_now(self.session, self.committee_id, today=today)
        return found

    async def report(self, report, *, by=None, now=NOW, today=TODAY, standing=None):
        return await record_report(
            self.session,
            await self.task(today),
            report,
            by=by or self.lan,
            standing=standing or self.standing,
            names=(self.agency.name,),
            now=now,
            today=today,
        )

    async def undo(self, update, *, by=None, now=NOW + HOUR, today=TODAY):
        return await undo_update(self.session, update.id, by=by or self.lan, now=now, today=today)

    async def snooze(self, until, *, today=TODAY, standing=None):
        return await snooze(
            self.session,
            await self.task(today),
            by=self.lan,
            standing=standing or self.standing,
            names=(self.agency.name,),
            until=until,
            today=today,
        )

    def stands(self):
        """What the occurrence repeats of the last report."""
        row = self.occurrence
        return (row.progress, row.percent, row.done_on)

    async def obstacles(self):
        rows = await self.session.scalars(select(Blocker).order_by(Blocker.id))
        return [(row.reason, row.opened_on, row.cleared_on) for row in rows]

    async def count(self, model):
        return await self.session.scalar(select(func.count()).select_from(model))


NOTHING = (Progress.NOT_STARTED, None, None)


@pytest.fixture
async def desk(database):
    async with database.write() as session:
        agency = await make_agency(session)
        occurrence = await make_occurrence(session, await make_task(session, lead=agency))
        lan, minh = await make_person(session), await make_person(session, name="Trần Minh")
        yield Desk(session, agency.committee_id, agency, occurrence, lan, minh)


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


# Refusals


async def refused(desk, error, report=DONE, **how):
    with pytest.raises(error) as raised:
        await desk.report(report, **how)
    assert await desk.count(StatusUpdate) == 0
    assert desk.stands() == NOTHING
    return raised.value


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


# Taking back


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


# More time


async def ask(desk, until=date(2026, 1, 15), **how):
    update = await desk.report(Report("xin gia hạn", extend_to=until, extend_reason="mưa"), **how)
    return (
        await desk.session.scalars(select(Extension).where(Extension.update_id == update.id))
    ).one()


async def decide(desk, extension, *, granted, standing=DECIDER):
    await desk.session.refresh(extension, ["occurrence"])
    await decide_extension(
        desk.session,
        extension,
        granted=granted,
        by=desk.minh,
        standing=standing,
        now=NOW + HOUR,
        today=TODAY,
    )


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


# Reminders put off


@pytest.mark.parametrize(
    ("until", "held"),
    [(TODAY + 2 * DAY, TODAY + 2 * DAY), (DUE, DUE), (DUE + 9 * DAY, DUE)],
    ids=["before", "on-it", "never-past-it"],
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


# Acceptance


@pytest.mark.parametrize(
    ("local", "first"),
    [
        pytest.param("2025-12-17T07:59", "2025-12-17", id="before-the-morning"),
        pytest.param("2025-12-17T08:00", "2025-12-17", id="with-it"),
        pytest.param("2025-12-17T08:01", "2025-12-18", id="after-it"),
        pytest.param("2025-12-17T23:30", "2025-12-18", id="at-night"),
        pytest.param("2025-12-18T00:30", "2025-12-18", id="past-midnight"),
    ],
)
async def test_a_plan_reminds_from_the_first_morning_after_its_acceptance(database, local, first):
    now = datetime.fromisoformat(local).replace(tzinfo=HANOI).astimezone(UTC)
    async with database.write() as session:
        plan = await make_plan(session, state=PlanState.DRAFT)

        await accept_plan(plan, now=now, zone=HANOI)

        await session.flush()
        assert (plan.state, plan.accepted_at) == (PlanState.ACCEPTED, now)
        assert plan.reminds_from == date.fromisoformat(first)


async def test_accepting_again_changes_nothing(database):
    async with database.write() as session:
        plan = await make_plan(session)
        before = (plan.accepted_at, plan.reminds_from)

        await accept_plan(plan, now=NOW + timedelta(days=9), zone=HANOI)

        assert (plan.accepted_at, plan.reminds_from) == before
