"""What is owed is delivered: once, in order, in few statements."""

from datetime import date

import pytest
from sqlalchemy import select

from bot.ports import Choice, Outgoing, RollUpPicture
from db.enums import OutboxState
from db.models import Delivery
from tests.jobs.office import LONG, SECOND
from tests.make import HOUR, NOW, make_chat, make_person
from tests.statements import statements


async def test_what_is_due_for_a_person_is_sent_in_order_and_marked(office):
    person_id = await office.person("7")
    for block in ("một", "hai", "ba"):
        await office.owe(block, person_id=person_id)

    assert await office.send() == 3

    assert office.platform.sent == [("7", "một"), ("7", "hai"), ("7", "ba")]
    assert await office.deliveries() == [(1, 0, 1, "501"), (2, 0, 1, "502"), (3, 0, 1, "503")]
    row = await office.row()
    assert (row.state, row.claimed_until, row.finished_at, row.attempts, row.error) == (
        OutboxState.SENT,
        None,
        NOW,
        1,
        None,
    )


async def test_sent_once_it_is_not_sent_again(office):
    await office.owe("một")
    await office.send()

    assert await office.send() == 0

    assert office.platform.sent == [("1001", "một")]


async def test_nothing_is_sent_before_its_time(office):
    await office.owe("sau", next_at=NOW + SECOND)
    await office.owe("trước")

    assert await office.send() == 1
    office.clock.at += SECOND
    assert await office.send() == 1

    assert [text for _, text in office.platform.sent] == ["trước", "sau"]


async def test_more_than_one_batch_goes_out_in_one_run(office):
    chat_id = None
    for number in range(23):
        await office.owe(f"{number}", **({"chat_id": chat_id} if chat_id else {}))
        chat_id = (await office.row()).chat_id

    assert await office.send() == 23

    assert [text for _, text in office.platform.sent] == [f"{number}" for number in range(23)]


async def test_a_delivery_keeps_what_an_answer_to_it_may_mean(office):
    outgoing = Outgoing(
        LONG, choices=((Choice("Có", "done:7"), Choice("Không", "no:7")),), about=(7, 8)
    )
    await office.owe(*LONG, body=outgoing.to_json())

    await office.send()

    async with office.database.read() as session:
        rows = (await session.scalars(select(Delivery).order_by(Delivery.part))).all()
    assert [(row.about, row.choices) for row in rows] == [
        ([7, 8], []),
        ([7, 8], []),
        ([7, 8], ["done:7", "no:7"]),
    ]
    assert [message.choices for message in office.platform.messages] == [
        (),
        (),
        outgoing.choices,
    ]


async def test_a_picture_is_drawn_when_it_is_sent(office):
    outgoing = Outgoing(("Tổng hợp",), picture=RollUpPicture(3, date(2025, 12, 17), "vi"))
    await office.owe("", body=outgoing.to_json())

    await office.send()

    assert [message.picture for message in office.platform.messages] == [b"3 2025-12-17 vi"]


async def test_one_statement_claims_as_many_as_there_are(office):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            await office.owe("một")
        with statements(office.database) as seen:
            await office.send()
        counts.append(len([line for line in seen if "outbox.next_at <=" in line]))

    assert counts == [2, 2]


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_what_waits_is_found_by_its_index(office):
    with statements(office.database) as seen:
        await office.send()
    [claim] = [line for line in seen if "outbox.next_at <=" in line]

    async with office.database.read() as session:
        connection = await session.connection()
        plan = await connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {claim}",
            ("2025-12-17", "2025-12-17", 20, 0, "sending", "2025-12-17", 1),
        )
        steps = [row.detail for row in plan]

    assert [step for step in steps if "outbox" in step] == [
        "SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)",
        "SEARCH outbox USING INDEX ix_outbox_waiting (next_at<?)",
    ]


async def test_people_are_found_by_the_chat_heard_from_last_whatever_the_order_of_ids(office):
    async with office.database.write() as session:
        person = await make_person(session)
        await make_chat(session, person, address="9", heard_at=NOW)
        await make_chat(session, person, address="10", heard_at=NOW - HOUR)
    await office.owe("một", person_id=person.id)

    await office.send()

    assert office.platform.sent == [("9", "một")]
