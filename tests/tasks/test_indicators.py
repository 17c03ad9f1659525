"""Readings are appended and taken back, by those who may, on both databases."""

import pytest

from db.enums import PlanState, Role
from db.models import Amendment, Committee, Indicator
from db.queries.indicators import indicators_now
from tasks.actor import Actor
from tasks.drafts.indicator_versions import carry_indicators
from tasks.errors import AlreadyDecidedError, NothingToUndoError, NotYourIndicatorError
from tasks.indicators import (
    Reported,
    is_beyond_sense,
    judge_reading,
    record_reading,
    undo_reading,
)
from tasks.rules import Standing
from tests.make import NOW, TODAY, make_agency, make_indicator, make_person, make_plan
from tests.statements import statements

SECRETARY = Standing(frozenset({(Role.SECRETARY, None)}))


@pytest.fixture
async def session(database):
    async with database.write() as session:
        yield session


async def report(session, one, value, by, standing):
    reported = Reported(f"{value}", TODAY, float(value))
    actor = Actor(by, standing, NOW, TODAY)
    return await record_reading(session, one, reported, by=actor, names=())


async def test_the_lead_reports_the_secretary_in_its_stead_and_others_are_refused(session):
    agency = await make_agency(session)
    committee = await session.get_one(Committee, agency.committee_id)
    row = await make_indicator(session, await make_plan(session, committee), lead=agency)
    one = await _now(session, row)
    person = await make_person(session)
    officer = Standing(frozenset({(Role.OFFICER, agency.id)}))
    stranger = Standing(frozenset({(Role.OFFICER, agency.id + 1), (Role.MEMBER, None)}))

    own = await report(session, one, 60, person, officer)
    in_stead = await report(session, one, 61, person, SECRETARY)

    assert (own.in_stead, in_stead.in_stead) == (False, True)
    with pytest.raises(NotYourIndicatorError):
        await report(session, one, 62, person, stranger)
    assert len(await _values(session, row)) == 2


async def test_ones_own_last_reading_is_taken_back_and_both_rows_stay(session):
    row = await make_indicator(session, await make_plan(session))
    person, other = await make_person(session), await make_person(session)
    one = await _now(session, row)
    first = await report(session, one, 60, person, SECRETARY)
    second = await report(session, one, 61, person, SECRETARY)
    committee = row.committee_id

    for reading, by in ((first, person), (second, other)):
        with pytest.raises(NothingToUndoError):
            await undo_reading(session, committee, reading.id, by=by, now=NOW)
    with pytest.raises(NothingToUndoError):
        await undo_reading(session, committee + 1, second.id, by=person, now=NOW)
    await undo_reading(session, committee, second.id, by=person, now=NOW)

    assert await _values(session, row) == [60.0]
    with pytest.raises(NothingToUndoError):
        await undo_reading(session, committee, second.id, by=person, now=NOW)


async def test_a_judgement_is_of_the_newest_reading_alone(session):
    row = await make_indicator(session, await make_plan(session), targets=(("2025", "Top 50"),))
    person = await make_person(session)
    one = await _now(session, row)
    old = await report(session, one, 60, person, SECRETARY)
    new = await report(session, one, 61, person, SECRETARY)
    one = await _now(session, row)

    secretary = Actor(person, SECRETARY, NOW, TODAY)
    await judge_reading(session, one, new.id, reached=True, by=secretary)

    assert (old.reached, new.reached, new.judged_by) == (None, True, person.id)
    with pytest.raises(AlreadyDecidedError):
        await judge_reading(session, one, old.id, reached=True, by=secretary)


async def test_as_many_statements_for_one_indicator_as_for_three(database):
    counts = []
    async with database.write() as session:
        plan = await make_plan(session)
    for _ in range(3):
        async with database.write() as session:
            row = await make_indicator(session, plan, targets=(("2025", "≥ 60%"), ("2030", "80%")))
            one, person = await _now(session, row), await make_person(session)
            await report(session, one, 60, person, SECRETARY)
        async with database.read() as session:
            with statements(database) as sent:
                await indicators_now(session, plan.committee_id)
        counts.append(len(sent))

    assert counts == [counts[0]] * 3


async def test_a_newer_version_of_a_plan_keeps_numbers_and_readings(session):
    old = await make_plan(session)
    committee = await session.get_one(Committee, old.committee_id)
    names = ("Phủ sóng 5G cho người dân", "Tỷ lệ dân số có chữ ký số", "Chỉ tiêu bị bỏ")
    rows = [await make_indicator(session, old, name=name) for name in names]
    one = await _now(session, rows[1])
    await report(session, one, 55, await make_person(session), SECRETARY)
    new = await make_plan(session, committee, state=PlanState.DRAFT)
    await make_indicator(session, new, name="Tỷ lệ dân số có chữ kí số", position=1)
    await make_indicator(session, new, name="Quy mô kinh tế số", position=2)
    await make_indicator(session, new, name="Phủ sóng 5G cho người dân", position=3)
    session.add(Amendment(committee_id=committee.id, plan_id=new.id, amends_id=old.id))
    await session.flush()
    before = await _listed(session, committee)

    await carry_indicators(session, old, new)
    new.state, new.accepted_at, new.reminds_from = PlanState.ACCEPTED, NOW, TODAY
    await session.flush()

    assert before == [(1, names[0], []), (2, names[1], [55.0]), (3, names[2], [])]
    assert await _listed(session, committee) == [
        (1, names[0], []),
        (2, "Tỷ lệ dân số có chữ kí số", [55.0]),
        (5, "Quy mô kinh tế số", []),
    ]


@pytest.mark.parametrize(
    ("value", "share", "targets", "last", "asked"),
    [
        (100, True, [60], None, False),
        (101, True, [60], None, True),
        (110, True, [120], None, False),
        (450, False, [1000], 4.5, True),
        (440, False, [1000], 4.5, False),
        (4.5, False, [1000], 450, True),
        (0, False, [1000], 450, False),
        (100_000, False, [1000], None, True),
        (100_000, False, [], None, False),
    ],
)
def test_what_is_beyond_sense_is_asked_about(value, share, targets, last, asked):
    assert is_beyond_sense(value, share=share, targets=targets, last=last) is asked


async def _now(session, row):
    place, found = row.committee_id, [row.id]
    session.expire(row)
    [one] = await indicators_now(session, place, ids=found)
    return one


async def _listed(session, committee):
    for row in list(session.identity_map.values()):
        if isinstance(row, Indicator):
            session.expire(row)
    return [
        (one.number, one.indicator.name, [reading.value for reading in one.readings])
        for one in await indicators_now(session, committee.id)
    ]


async def _values(session, row):
    return [reading.value for reading in (await _now(session, row)).readings]
