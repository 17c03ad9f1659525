"""The pace of sending, against a server that counts as strictly as it says."""

import asyncio
from datetime import timedelta

import pytest

from bot.channels.pace import Pace
from bot.ports import LaterError, Message
from tests.botapi import BotApi
from tests.channels.telegram.line import connected

HELLO = Message(("Xin chào",))


@pytest.fixture
async def api():
    async with BotApi() as api:
        yield api


async def test_more_than_a_seconds_worth_goes_out_without_a_refusal(api):
    chats = range(1, 46)
    for chat in chats:
        api.meet(chat)
    api.limit_rates(bot=30, chat=1)

    async with connected(api, pace=Pace()) as channel:
        await asyncio.gather(*(channel.send(str(chat), HELLO, key="1") for chat in chats))

    assert sorted(sent.chat_id for sent in api.sent) == list(chats)


async def test_a_chat_gets_one_a_second_and_holds_up_no_other(api):
    api.meet(7)
    api.meet(8)
    api.limit_rates(bot=30, chat=1)

    async with connected(api, pace=Pace()) as channel:
        await asyncio.gather(
            channel.send("7", HELLO, key="1"),
            channel.send("7", HELLO, key="2"),
            channel.send("8", HELLO, key="3"),
        )

    assert sorted(sent.chat_id for sent in api.sent[:2]) == [7, 8]
    assert [sent.chat_id for sent in api.sent[2:]] == [7]


async def test_a_wait_asked_of_one_is_kept_by_all(api):
    api.meet(7)
    api.meet(8)
    api.fail("sendMessage", retry_after=1)
    loop = asyncio.get_running_loop()

    async with connected(api, pace=Pace()) as channel:
        with pytest.raises(LaterError):
            await channel.send("7", HELLO, key="1")
        refused_at = loop.time()
        await channel.send("8", HELLO, key="2")

    assert loop.time() - refused_at >= 0.95
    assert [sent.chat_id for sent in api.sent] == [8]


async def test_a_long_wait_is_left_to_the_table(api):
    api.meet(7)
    api.fail("sendMessage", retry_after=300)

    async with connected(api, pace=Pace()) as channel:
        for chat in ("7", "8"):
            with pytest.raises(LaterError) as later:
                await channel.send(chat, HELLO, key="1")
            assert later.value.wait is not None
            assert later.value.wait > timedelta(seconds=290)

    assert len(api.calls_of("sendMessage")) == 1


async def test_a_chat_that_nobody_waits_for_is_forgotten():
    pace = Pace(rest=0, chat_rest=0)

    async with pace.turn("7"):
        assert list(pace._chats) == ["7"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    assert pace._chats == {}


async def test_one_who_gives_up_waiting_leaves_the_turn_to_the_next():
    pace = Pace(1, rest=0, chat_rest=0)
    async with pace.turn("7"):
        waiting = asyncio.create_task(_take(pace, "7"))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    await asyncio.wait_for(_take(pace, "7"), 5)


async def _take(pace: Pace, chat: str) -> None:
    async with pace.turn(chat):
        pass
