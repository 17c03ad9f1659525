"""A settled committee: what stands is told and not looked at again, until something changes.

A task due on 31 December 2025 has been told of on Wednesday the 17th; its rung then stands until
the 24th. What happens on Thursday morning makes it owed to whom it was not.
"""

import asyncio
from datetime import date

import pytest
from sqlalchemy import delete, select, update

from db.base import table_of
from db.enums import Part, PlanState, Role
from db.models import (
    Absence,
    Agency,
    AgencyMember,
    Chat,
    Committee,
    Membership,
    MovedDay,
    Occurrence,
    Pause,
    Person,
    Plan,
    Rung,
    Snooze,
    Task,
    TaskAgency,
    TaskOfficer,
)
from tests.jobs.morning import add_task, join, owe
from tests.make import NOW, make_agency, make_committee, make_person, make_plan

WEDNESDAY, THURSDAY, FRIDAY = "2025-12-17", "2025-12-18", "2025-12-19"


@pytest.fixture
async def office(database):
    """An agency that leads a task, with an officer and a head; a second agency, without a task."""
    async with database.write() as session:
        agency = await make_agency(session)
        committee = await session.get_one(Committee, agency.committee_id)
        other = await make_agency(session, committee)
        plan = await make_plan(session, committee)
        await add_task(session, agency, plan=plan)
        await join(session, "Cán bộ", agency)
        await join(session, "Thủ trưởng", agency, Role.HEAD)
        await join(session, "Cơ quan khác", other)
    return committee.id


async def settled_on(database):
    async with database.read() as session:
        return (await session.scalars(select(Committee.settled_on).order_by(Committee.id))).all()


async def forget_rungs(database):
    """As if nothing had been told; only who looks at what stands would find that out."""
    async with database.engine.begin() as connection:
        await connection.execute(delete(table_of(Rung)))


async def test_what_stands_is_not_looked_at_again(database, office):
    await owe(database, WEDNESDAY)
    await forget_rungs(database)

    assert await settled_on(database) == [date(2025, 12, 17)]
    assert await owe(database, THURSDAY) == {}


@pytest.mark.parametrize("monday", ["2025-12-22", "2025-12-16"], ids=["a new week", "set back"])
async def test_what_stands_is_looked_at_with_each_week_and_where_the_clock_is_set_back(
    database, office, monday
):
    await owe(database, WEDNESDAY)
    await forget_rungs(database)
    async with database.write() as session:
        await session.execute(update(Occurrence).values(due=date(2025, 12, 30)))
    async with database.engine.begin() as connection:
        settled = {"settled_on": date(2025, 12, 17), "settling_since": NOW}
        await connection.execute(update(table_of(Committee)).values(settled))

    assert await owe(database, monday) == {"Cán bộ": ["#1 before:14"]}


async def test_it_is_settled_once_everybodys_hour_has_come(database, office):
    async with database.write() as session:
        late = (await session.scalars(select(Person).where(Person.name == "Cơ quan khác"))).one()
        late.morning, late.evening = 10, 18

    seen = []
    for moment in (f"{WEDNESDAY}T08:00", f"{WEDNESDAY}T10:00", f"{THURSDAY}T08:00"):
        await owe(database, moment)
        seen += await settled_on(database)

    assert seen == [None, date(2025, 12, 17), date(2025, 12, 17)]


async def test_a_message_from_before_a_change_leaves_it_unsettled_for_that_day(database, office):
    await owe(database, WEDNESDAY)
    await happen(database, "due moved")

    told = await owe(database, f"{WEDNESDAY}T10:00")

    assert (told, await settled_on(database)) == ({}, [None])
    assert await owe(database, THURSDAY) == {"Cán bộ": ["#1 before:14"]}


# What happens


async def a_colleague_joins(session, agency):
    await join(session, "Đồng nghiệp", agency)


async def a_chat_is_back(session, agency):
    chat = (await session.scalars(select(Chat).where(Chat.gone_at.is_not(None)))).one()
    chat.gone_at = None


async def due_moved(session, agency):
    (await session.scalars(select(Occurrence))).one().due = date(2025, 12, 30)


async def reopened(session, agency):
    occurrence = (await session.scalars(select(Occurrence))).one()
    occurrence.closed_on = occurrence.closed_reason = None


async def a_plan_is_followed(session, agency):
    plan = (await session.scalars(select(Plan))).one()
    plan.state, plan.accepted_at, plan.reminds_from = PlanState.ACCEPTED, NOW, NOW.date()


async def a_task_is_given(session, agency):
    plan = (await session.scalars(select(Plan))).one()
    await add_task(session, agency, plan=plan)


async def another_leads_too(session, agency):
    other = (await session.scalars(select(Agency).where(Agency.id != agency.id))).one()
    task = (await session.scalars(select(Task))).one()
    session.add(
        TaskAgency(
            committee_id=agency.committee_id, task_id=task.id, agency_id=other.id, part=Part.LEAD
        )
    )


async def another_is_named(session, agency):
    named = (await session.scalars(select(TaskOfficer))).one()
    colleague = await session.scalars(select(Person.id).where(Person.name == "Đồng nghiệp"))
    named.person_id = colleague.one()


async def a_day_is_declared_at_rest(session, agency):
    session.add(MovedDay(day=date(2025, 12, 18), working=False))


async def an_officer_leaves(session, agency):
    officer = await session.scalar(select(Person.id).where(Person.name == "Cán bộ"))
    await session.execute(
        delete(Membership).where(
            Membership.committee_id == agency.committee_id, Membership.person_id == officer
        )
    )


HAPPENS = {
    "a colleague joins": a_colleague_joins,
    "a chat is back": a_chat_is_back,
    "due moved": due_moved,
    "reopened": reopened,
    "a plan is followed": a_plan_is_followed,
    "a task is given": a_task_is_given,
    "another leads too": another_leads_too,
    "another is named": another_is_named,
    "a day is declared at rest": a_day_is_declared_at_rest,
    "an officer leaves": an_officer_leaves,
}


async def happen(database, what):
    async with database.write() as session:
        agency = (await session.scalars(select(Agency).order_by(Agency.id).limit(1))).one()
        await HAPPENS[what](session, agency)


async def prepare(database, what, committee_id):
    """What must have been before, for this to happen."""
    within = {"committee_id": committee_id}
    async with database.write() as session:
        agency = (await session.scalars(select(Agency).order_by(Agency.id).limit(1))).one()
        task = (await session.scalars(select(Task))).one()
        officer = (await session.scalars(select(Person).where(Person.name == "Cán bộ"))).one()
        occurrence = (await session.scalars(select(Occurrence))).one()
        if what in ("a chat is back", "another is named"):
            await join(session, "Đồng nghiệp", agency)
        if what == "a chat is back":
            colleague = select(Person.id).where(Person.name == "Đồng nghiệp").scalar_subquery()
            chat = (await session.scalars(select(Chat).where(Chat.person_id == colleague))).one()
            chat.gone_at = NOW
        if what == "another is named":
            session.add(
                TaskOfficer(
                    **within,
                    task_id=task.id,
                    agency_id=agency.id,
                    person_id=officer.id,
                    named_by=officer.id,
                    named_at=NOW,
                )
            )
        if what == "reopened":
            occurrence.closed_on, occurrence.closed_reason = date(2025, 12, 1), "Mẫu"
        if what == "a plan is followed":
            plan = (await session.scalars(select(Plan))).one()
            plan.state, plan.accepted_at, plan.reminds_from = PlanState.DRAFT, None, None
        if what == "a day is declared at rest":
            occurrence.due = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("a colleague joins", {"Đồng nghiệp": ["#1 before:14"]}),
        ("a chat is back", {"Đồng nghiệp": ["#1 before:14"]}),
        ("due moved", {"Cán bộ": ["#1 before:14"]}),
        ("reopened", {"Cán bộ": ["#1 before:14"]}),
        ("a plan is followed", {"Cán bộ": ["#1 before:14"]}),
        ("a task is given", {"Cán bộ": ["#2 before:14"]}),
        ("another leads too", {"Cơ quan khác": ["#1 before:14"]}),
        ("another is named", {"Đồng nghiệp": ["#1 before:14"]}),
        ("a day is declared at rest", {"Cán bộ": ["#1 before:14"]}),
        ("an officer leaves", {"Thủ trưởng": ["#1 before:14"]}),
    ],
)
async def test_what_changes_is_looked_at(database, office, what, told):
    await prepare(database, what, office)
    await owe(database, WEDNESDAY)
    assert await settled_on(database) == [date(2025, 12, 17)]

    await happen(database, what)

    at_rest = what == "a day is declared at rest"
    assert await owe(database, FRIDAY if at_rest else THURSDAY) == told


async def test_a_change_during_the_look_that_settles_it_unsettles_it_after(database, office):
    async with database.write() as session:
        query = select(Committee).with_for_update(key_share=True)  # as whoever looks holds it
        committee = (await session.scalars(query)).one()
        change = asyncio.create_task(happen(database, "a colleague joins"))
        await asyncio.wait({change}, timeout=0.5)
        waited = not change.done()
        committee.settled_on = date(2025, 12, 17)
    await change

    assert waited
    assert await settled_on(database) == [None]


async def test_what_stops_rungs_leaves_it_settled(database, office):
    await owe(database, WEDNESDAY)
    async with database.write() as session:
        occurrence = (await session.scalars(select(Occurrence))).one()
        occurrence.progress, occurrence.done_on = "done", date(2025, 12, 17)

    assert await settled_on(database) == [date(2025, 12, 17)]


# What days bring about


async def goes_away(session, within, occurrence, officer):
    days = {"starts_on": date(2025, 12, 18), "ends_on": date(2025, 12, 23)}
    session.add(Absence(**within, **days, person_id=officer.id, told_at=NOW))


async def comes_back(session, within, occurrence, officer):
    days = {"starts_on": date(2025, 12, 10), "ends_on": date(2025, 12, 17)}
    session.add(Absence(**within, **days, person_id=officer.id, told_at=NOW))


async def pause_ends(session, within, occurrence, officer):
    days = {"starts_on": date(2025, 12, 1), "ends_on": date(2025, 12, 18)}
    secretary = await make_person(session)
    session.add(Pause(**within, **days, task_id=occurrence.task_id, person_id=secretary.id))


async def snooze_ends(session, within, occurrence, officer):
    session.add(
        Snooze(
            **within,
            occurrence_id=occurrence.id,
            person_id=officer.id,
            until=date(2025, 12, 18),
        )
    )


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (goes_away, {"Thủ trưởng": ["#1 before:14"]}),
        (comes_back, {"Cán bộ": ["#1 before:14"]}),
        (pause_ends, {"Cán bộ": ["#1 before:14"]}),
        (snooze_ends, {"Cán bộ": ["#1 before:14", "#1 snoozed"]}),
    ],
)
async def test_what_a_day_ends_is_looked_at(database, office, what, told):
    async with database.write() as session:
        officer = (await session.scalars(select(Person).where(Person.name == "Cán bộ"))).one()
        occurrence = (await session.scalars(select(Occurrence))).one()
        await what(session, {"committee_id": office}, occurrence, officer)
    await owe(database, WEDNESDAY)
    assert await settled_on(database) == [date(2025, 12, 17)]

    assert await owe(database, THURSDAY) == told


async def test_another_committees_change_leaves_ours_settled(database, office):
    async with database.write() as session:
        other = await make_agency(session, await make_committee(session))
    await owe(database, WEDNESDAY)

    async with database.write() as session:
        await join(session, "Người khác", await session.get_one(Agency, other.id))

    assert await settled_on(database) == [date(2025, 12, 17), None]


async def test_a_helping_collective_name_that_means_somebody_is_looked_at(database, office):
    async with database.write() as session:
        plan = (await session.scalars(select(Plan))).one()
        committee = await session.get_one(Committee, office)
        everybody = await make_agency(session, committee, collective=True)
        await add_task(session, plan=plan, coordinating=everybody)
        other = (await session.scalars(select(Agency).where(Agency.id != everybody.id))).all()[1]
    await owe(database, WEDNESDAY)

    async with database.write() as session:
        member = {"collective_id": everybody.id, "agency_id": other.id}
        session.add(AgencyMember(committee_id=office, **member))

    assert await owe(database, THURSDAY) == {"Cơ quan khác": ["#2 with:14"]}
