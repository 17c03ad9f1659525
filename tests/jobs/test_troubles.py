"""Whatever goes wrong between us and Telegram's server, each message arrives.

Over real HTTP, at the pace of the real channel: the server hangs up before or after it has taken a
message, answers late, breaks, is blocked by somebody, and refuses everybody for three seconds.
"""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.pace import LIMIT, Pace
from bot.clock import Clock
from bot.ports import Outgoing
from db.enums import OutboxKind, OutboxState
from db.models import OutboxMessage
from jobs import outcomes
from jobs.delivery import Sender
from jobs.outbox import send_outbox
from tests.botapi import BotApi
from tests.channels.telegram.line import connected
from tests.make import NOW, make_chat

CHATS = LIMIT + 10
"""More than are on their way at once, when the server shuts: the others wait with them."""
BLOCKED = 1005


@pytest.fixture
def kind() -> str:
    """It is about the wire, not about the database."""
    return "sqlite"


async def owe_each(database) -> list[int]:
    """A message to each of these chats, all due."""
    async with database.write() as session:
        chats = [await make_chat(session) for _ in range(CHATS)]
        for chat in chats:
            session.add(
                OutboxMessage(
                    chat_id=chat.id,
                    kind=OutboxKind.ANSWER,
                    body=Outgoing((f"Tin cho {chat.address}",)).to_json(),
                    queued_at=NOW,
                    next_at=NOW,
                )
            )
        return [int(chat.address) for chat in chats]


async def unasked(*_given: object) -> Any:
    """Neither words nor pictures are made: the messages have theirs."""
    raise AssertionError


async def states(database) -> Counter[OutboxState]:
    async with database.read() as session:
        return Counter(await session.scalars(select(OutboxMessage.state)))


async def test_each_message_arrives_and_none_twice_but_what_was_taken_unheard(
    database, monkeypatch
):
    monkeypatch.setattr(outcomes, "FIRST_RETRY", timedelta(milliseconds=50))
    async with BotApi() as api, connected(api, pace=Pace()) as channel:
        chats = await owe_each(database)
        for chat in chats:
            api.meet(chat)
        api.block(BLOCKED)
        sender = Sender(database, {channel.name: channel}, unasked, unasked, Clock())
        api.shut(3)
        loop = asyncio.get_running_loop()
        shut_at = loop.time()

        api.drop("sendMessage", times=3)
        api.drop("sendMessage", after=True, times=2)
        api.fail("sendMessage", 502, "Bad Gateway", times=2)
        api.delay("sendMessage", 0.5, times=2)
        async with asyncio.timeout(30):
            while OutboxState.QUEUED in await states(database):
                await send_outbox(sender)
                await asyncio.sleep(0.05)

    assert loop.time() - shut_at >= 3
    assert [call.code for call in api.calls_of("sendMessage")].count(429) == LIMIT
    assert await states(database) == {OutboxState.SENT: CHATS - 1, OutboxState.DEAD: 1}
    arrived = Counter(sent.chat_id for sent in api.sent)
    assert set(arrived) == set(chats) - {BLOCKED}
    twice = [times for times in arrived.values() if times > 1]
    assert twice in ([2], [2, 2])  # to who has blocked us, nothing is taken
