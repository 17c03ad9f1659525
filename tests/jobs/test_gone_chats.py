"""Chats that are gone or have moved, and whom it falls to then."""

from datetime import date

from sqlalchemy import select

from bot.ports import GoneError, MovedError
from db.enums import OutboxState, Role
from db.models import Chat, Committee, OutboxMessage
from jobs.reminders import plan_reminders
from tests.jobs.morning import at, join, said_in
from tests.jobs.office import SECOND
from tests.make import NOW, make_agency


async def test_a_person_is_written_to_where_they_were_heard_from_last(office):
    await office.owe("một", person_id=await office.person("7", "8"))

    await office.send()

    assert office.platform.sent == [("8", "một")]


async def test_from_a_chat_that_is_gone_it_falls_to_the_persons_other_one(office):
    await office.owe("một", person_id=await office.person("7", "8"))
    office.platform.troubles = {"8": [GoneError("blocked")]}

    assert await office.send() == 1

    assert office.platform.sent == [("7", "một")]
    assert await office.gone() == ["8"]
    assert await office.states() == [OutboxState.SENT]


async def test_with_every_chat_gone_it_is_given_up(office):
    await office.owe("một", person_id=await office.person("7", "8"))
    office.platform.troubles = {"7": [GoneError("blocked")], "8": [GoneError("unknown chat")]}

    assert await office.send() == 0

    row = await office.row()
    assert (row.state, row.error) == (OutboxState.DEAD, "blocked")
    assert await office.gone() == ["7", "8"]


async def test_the_secretariat_hears_once_of_who_cannot_be_reached_any_more(office):
    async with office.database.write() as session:
        agency = await make_agency(session)
        committee = await session.get_one(Committee, agency.committee_id)
        officer = await join(session, "Cán bộ", agency)
        await join(session, "Thư ký", committee, Role.SECRETARY)
    office.platform.troubles = {"1001": [GoneError("blocked")] * 2}
    for block in ("một", "hai"):
        await office.owe(block, person_id=officer.id, committee_id=committee.id)
        await office.send()

    assert await office.gone() == ["1001"]
    first = await plan_reminders(office.database, now=at("2025-12-18"))
    async with office.database.write() as session:
        message = (
            await session.scalars(select(OutboxMessage).where(OutboxMessage.day.is_not(None)))
        ).one()
        said = await said_in(session, message, date(2025, 12, 18))
        message.state = OutboxState.SENT
    assert first == 1
    assert said is not None
    assert said.blocks[1:] == (
        f"Không còn nhắn được cho Cán bộ ({agency.name}): cuộc trò chuyện đã bị chặn hoặc bị xóa.",
    )
    assert await plan_reminders(office.database, now=at("2025-12-19")) == 0


async def test_a_chat_that_moved_is_written_to_at_its_new_address(office):
    await office.owe("một", person_id=await office.person("7"))
    office.platform.troubles = {"7": [MovedError("upgraded", "-1009")]}

    await office.send()
    office.clock.set(NOW + 2 * SECOND)
    await office.send()

    assert office.platform.sent == [("-1009", "một")]
    assert await office.gone() == []


async def test_an_answer_is_for_its_own_chat_alone(office):
    await office.person("7", "8")
    await office.owe("một", chat_id=2)
    office.platform.troubles = {"8": [GoneError("blocked")]}

    assert await office.send() == 0

    assert await office.states() == [OutboxState.DEAD]
    assert await office.gone() == ["8"]


async def test_somebody_without_a_chat_cannot_be_told(office):
    await office.owe("một", person_id=await office.person())

    assert await office.send() == 0

    row = await office.row()
    assert (row.state, row.error) == (OutboxState.DEAD, "nowhere to send it to")


async def test_the_chat_that_refused_is_given_up_and_not_one_heard_from_meanwhile(office):
    await office.owe("một", person_id=await office.person("7", "8"))
    office.platform.troubles = {"8": [GoneError("blocked")]}

    async def write_from_7(address):
        if address == "8":
            async with office.database.write() as session:
                (await session.get_one(Chat, 1)).heard_at = NOW

    office.platform.on_send = write_from_7

    assert await office.send() == 1

    assert await office.gone() == ["8"]
    assert office.platform.sent == [("7", "một")]
