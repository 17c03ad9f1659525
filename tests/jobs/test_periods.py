"""What has no due day is asked about once a reporting period; the plan's reports are told of.

Without a regime a period ends on the 14th; its question comes a week before, on a working day.
"""

from datetime import date

import pytest
from sqlalchemy import select

from db.enums import DeadlineKind, Every, OutboxState, Progress, Role
from db.models import (
    Committee,
    MorningNote,
    Occurrence,
    OutboxMessage,
    Person,
    Plan,
    ReportingRegime,
    StatusUpdate,
)
from jobs.reminders import plan_reminders
from tests.jobs.morning import at, join, owe, said_in
from tests.make import NOW, make_agency, make_occurrence, make_task

ONGOING = DeadlineKind.ONGOING


async def add_ongoing(session, agency, kind=ONGOING, plan=None, **but):
    task = await make_task(session, plan, lead=agency, kind=kind, deadline_text="Thường xuyên")
    return await make_occurrence(session, task, due=None, first_due=None, **but)


async def mornings(database, *days):
    return {day: told for day in days if (told := await owe(database, day))}


async def reported(session, occurrence, on, undone=False):
    person = (await session.scalars(select(Person))).first()
    given = {
        "committee_id": occurrence.committee_id,
        "occurrence_id": occurrence.id,
        "person_id": person.id,
        "words": "chưa có gì mới",
        "reported_on": date.fromisoformat(on),
        "reported_at": NOW,
    }
    session.add(update := StatusUpdate(**given))
    await session.flush()
    if undone:
        session.add(StatusUpdate(**given, undoes_id=update.id))


@pytest.fixture
async def office(database):
    """An agency with an officer, its head, and the secretary."""
    async with database.write() as session:
        agency = await make_agency(session)
        await join(session, "Cán bộ", agency)
        await join(session, "Thủ trưởng", agency, Role.HEAD)
        committee = await session.get_one(Committee, agency.committee_id)
        await join(session, "Thư ký", committee, Role.SECRETARY)
        return agency


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (DeadlineKind.ONGOING, True),
        (DeadlineKind.CONDITIONAL, True),
        (DeadlineKind.UNSPECIFIED, True),
        (DeadlineKind.UNREADABLE, False),
    ],
)
async def test_what_has_no_due_day_is_asked_about_once_a_period(database, office, kind, told):
    async with database.write() as session:
        await add_ongoing(session, office, kind)

    # 14/12/2025 and 7/12 are Sundays; 14/1/2026 and 7/1 are Wednesdays.
    heard = await mornings(
        database, "2025-12-04", "2025-12-05", "2025-12-08", "2025-12-15", "2026-01-06", "2026-01-07"
    )

    asked = {"Cán bộ": ["#1 period"]}
    assert heard == ({"2025-12-05": asked, "2026-01-07": asked} if told else {})


@pytest.mark.parametrize(
    ("on", "undone", "told"),
    [
        pytest.param("2025-12-01", False, False, id="in-the-period"),
        pytest.param("2025-11-14", False, True, id="in-the-period-before"),
        pytest.param("2025-12-01", True, True, id="taken-back"),
    ],
)
async def test_what_was_reported_in_the_period_is_not_asked_about(
    database, office, on, undone, told
):
    async with database.write() as session:
        await reported(session, await add_ongoing(session, office), on, undone)

    assert await owe(database, "2025-12-05") == ({"Cán bộ": ["#1 period"]} if told else {})


async def test_the_part_of_a_task_that_goes_on_after_its_day_is_asked_about(database, office):
    async with database.write() as session:
        task = await make_task(session, lead=office)
        await make_occurrence(
            session, task, due=date(2025, 5, 31), progress=Progress.DONE, done_on=date(2025, 5, 30)
        )
        await make_occurrence(session, task, due=None, opens_on=date(2025, 6, 1))

    assert await owe(database, "2025-12-05") == {"Cán bộ": ["#1 period"]}


async def test_each_plan_asks_by_its_own_regime_and_tells_of_its_report(database, office):
    async with database.write() as session:
        occurrence = await add_ongoing(session, office)
        plan = (await session.scalars(select(Plan))).one()
        plan.reminds_from = date(2025, 11, 1)
        session.add(
            ReportingRegime(
                committee_id=occurrence.committee_id,
                plan_id=plan.id,
                every=Every.YEARLY,
                due_day=30,
                due_month=11,
                before=True,
                raw="hằng năm, trước ngày 30/11",
            )
        )

    # Before 30/11 is up to Saturday 29/11: asked on the 21st, a Friday; told of on the 26th.
    heard = await mornings(database, "2025-11-20", "2025-11-21", "2025-11-25", "2025-12-05")
    await plan_reminders(database, now=at("2025-11-26"))

    assert heard == {"2025-11-21": {"Cán bộ": ["#1 period"]}}
    async with database.read() as session:
        rows = await session.execute(
            select(Person.name, MorningNote.kind, MorningNote.due)
            .join(Person, Person.id == MorningNote.person_id)
            .where(MorningNote.day == date(2025, 11, 26))
            .order_by(Person.name)
        )
        notes = [tuple(row) for row in rows]
        message = (
            await session.scalars(select(OutboxMessage).order_by(OutboxMessage.id.desc()))
        ).first()
        said = await said_in(session, message, date(2025, 11, 26))
    assert notes == [
        ("Cán bộ", "report", date(2025, 11, 29)),
        ("Thư ký", "report", date(2025, 11, 29)),
    ]
    assert said is not None
    assert said.blocks[1] == (
        "Báo cáo theo Kế hoạch số 1/KH-UBND: hạn Thứ Bảy, 29/11/2025, còn 3 ngày."
    )


async def test_the_review_meeting_is_told_ahead_to_those_who_sit_in_it(database, office):
    async with database.write() as session:
        occurrence = await add_ongoing(session, office)
        committee = await session.get_one(Committee, occurrence.committee_id)
        await join(session, "Ủy viên", committee, Role.MEMBER)
        plan = (await session.scalars(select(Plan))).one()
        session.add(
            ReportingRegime(
                committee_id=committee.id,
                plan_id=plan.id,
                every=Every.MONTHLY,
                due_day=18,
                review_day=23,
                raw="báo cáo ngày 18, họp ngày 23 hằng tháng",
            )
        )

    # The report of 18/12 is over on the 22nd; the meeting of Tuesday 23/12 stands from the 19th.
    told = {}
    for day in ("2025-12-18", "2025-12-19", "2025-12-22", "2025-12-24"):
        await plan_reminders(database, now=at(day))
        async with database.read() as session:
            rows = await session.execute(
                select(Person.name, MorningNote.due)
                .join(Person, Person.id == MorningNote.person_id)
                .where(MorningNote.kind == "review", MorningNote.day == date.fromisoformat(day))
                .order_by(Person.name)
            )
            told[day] = [tuple(row) for row in rows]

    meeting = date(2025, 12, 23)
    assert told == {
        "2025-12-18": [],
        "2025-12-19": [("Thư ký", meeting), ("Thủ trưởng", meeting), ("Ủy viên", meeting)],
        "2025-12-22": [],
        "2025-12-24": [],
    }


async def test_an_answer_before_it_was_sent_leaves_nothing_to_ask(database, office):
    async with database.write() as session:
        occurrence = await add_ongoing(session, office)
    await owe(database, "2025-12-05")
    async with database.write() as session:
        await reported(session, occurrence, "2025-12-05")

    async with database.read() as session:
        message = (await session.scalars(select(OutboxMessage))).one()
        assert await said_in(session, message, date(2025, 12, 5)) is None


async def test_an_outage_over_the_cut_off_leaves_only_the_next_question(database, office):
    async with database.write() as session:
        await add_ongoing(session, office)
    await owe(database, "2025-12-05", sent=False)

    heard = await mornings(database, "2025-12-16", "2026-01-07")

    assert list(heard) == ["2025-12-16", "2026-01-07"]
    async with database.read() as session:
        states = (
            await session.scalars(select(OutboxMessage.state).order_by(OutboxMessage.id))
        ).all()
        late = (await session.scalars(select(OutboxMessage).order_by(OutboxMessage.id))).all()[1]
        said = await said_in(session, late, date(2025, 12, 16))
    assert states[0] is OutboxState.DROPPED
    assert said is None


async def test_a_plan_accepted_after_the_day_of_the_question_waits_for_the_next(database, office):
    async with database.write() as session:
        await add_ongoing(session, office)
        (await session.scalars(select(Plan))).one().reminds_from = date(2025, 12, 8)

    heard = await mornings(database, "2025-12-08", "2025-12-09", "2026-01-07")

    assert heard == {"2026-01-07": {"Cán bộ": ["#1 period"]}}
    async with database.read() as session:
        assert (await session.scalars(select(Occurrence.due))).all() == [None]
