"""What groups are owed: one digest a week and group, on both kinds of database."""

from datetime import date, timedelta

from sqlalchemy import select

from db.enums import OutboxKind, OutboxState
from db.models import GroupBinding, OutboxMessage
from jobs.reminders import plan_reminders
from tests.jobs.morning import at
from tests.make import NOW, make_agency, make_chat, make_committee, make_person

MONDAY = date(2025, 12, 22)


async def bound(session, committee, **but):
    chat = await make_chat(session, address=f"-{500 + but.pop('number', 0)}")
    binder = await make_person(session)
    given = {
        "committee_id": committee.id,
        "chat_id": chat.id,
        "title": "Nhóm",
        "bound_by": binder.id,
        "bound_at": NOW,
    }
    session.add(GroupBinding(**given | but))
    return chat


async def test_each_bound_group_is_owed_one_digest_a_week(database):
    async with database.write() as session:
        committee = await make_committee(session)
        later = await make_committee(session, morning=10)
        agency = await make_agency(session, committee)
        here = await bound(session, committee)
        of_agency = await bound(session, committee, number=1, agency_id=agency.id)
        await bound(session, committee, number=2, removed_at=NOW + timedelta(hours=1))
        await bound(session, committee, number=3, bound_at=at("2025-12-22T07:00"))
        there = await bound(session, later, number=4)

    owed = [
        await plan_reminders(database, now=at(when))
        for when in ("2025-12-22T07:59", "2025-12-22T08:00", "2025-12-22T08:01", "2025-12-23T08:00")
    ]
    owed.append(await plan_reminders(database, now=at("2025-12-29T09:00")))

    async with database.read() as session:
        rows = await session.scalars(select(OutboxMessage).order_by(OutboxMessage.id))
        found = {(row.chat_id, row.person_id, row.day, row.kind, row.state) for row in rows}
    kind, state = OutboxKind.REMINDER, OutboxState.QUEUED
    assert owed[:4] == [0, 2, 0, 0]
    assert {row for row in found if row[2] == MONDAY} == {
        (here.id, None, MONDAY, kind, state),
        (of_agency.id, None, MONDAY, kind, state),
    }
    assert there.id not in {row[0] for row in found}
    assert owed[4] == 3
