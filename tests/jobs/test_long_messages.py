"""Messages in several parts: each part once, in the chat where it began."""

from bot.ports import GoneError, LaterError, Outgoing
from db.enums import OutboxKind, OutboxState
from db.models import Chat
from tests.jobs.office import LONG, SECOND
from tests.make import NOW, TODAY


async def test_a_long_message_goes_on_after_a_failure_where_it_was(office):
    await office.owe(*LONG)

    async def fail_once(_address):
        if len(office.platform.sent) == 1 and not (await office.row()).error:
            raise LaterError("slow down", SECOND)

    office.platform.on_send = fail_once
    assert await office.send() == 0
    assert office.platform.sent == [("1001", LONG[0])]

    office.clock.at += SECOND
    assert await office.send() == 1

    assert office.platform.sent == [("1001", block) for block in LONG]
    assert [part for _, part, _, _ in await office.deliveries()] == [0, 1, 2]


async def test_a_text_of_the_moment_is_kept_from_its_first_part_to_its_last(office):
    office.texts = [Outgoing(LONG), Outgoing(("Đã xong hết",))]
    await office.owe(person_id=await office.person("7"), day=TODAY, kind=OutboxKind.REMINDER)

    async def fail_once(_address):
        if len(office.platform.sent) == 1 and not (await office.row()).error:
            raise LaterError("slow down", SECOND)

    office.platform.on_send = fail_once
    await office.send()
    office.clock.at += SECOND
    await office.send()

    assert office.platform.sent == [("7", block) for block in LONG]
    assert await office.states() == [OutboxState.SENT]


async def test_a_long_message_stays_in_the_chat_where_it_began(office):
    await office.owe(*LONG, person_id=await office.person("7", "8"))

    async def write_from_7(_address):
        async with office.database.write() as session:
            (await session.get_one(Chat, 1)).heard_at = NOW
        if len(office.platform.sent) == 1 and not (await office.row()).error:
            raise LaterError("slow down", SECOND)

    office.platform.on_send = write_from_7
    await office.send()
    office.clock.at += SECOND
    await office.send()

    assert office.platform.sent == [("8", block) for block in LONG]


async def test_a_long_message_whose_chat_goes_in_its_midst_goes_whole_to_the_other(office):
    await office.owe(*LONG, person_id=await office.person("7", "8"))

    async def block_after_one(address):
        if address == "8" and office.platform.sent:
            raise GoneError("blocked")

    office.platform.on_send = block_after_one

    assert await office.send() == 1

    assert office.platform.sent == [("8", LONG[0]), *(("7", block) for block in LONG)]
    assert [(part, chat) for _, part, chat, _ in await office.deliveries()] == [
        (0, 1),
        (1, 1),
        (2, 1),
    ]
