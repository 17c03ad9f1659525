"""What came in is handled: once, in order, and a failure of ours stays with the chat it met."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select

import jobs.inbox
import jobs.outbox
from bot.conversation.talk import queue_answer
from bot.i18n import translator
from bot.ports import Outgoing
from bot.texts import common
from db.engine import Database
from db.enums import OutboxState
from db.models import Chat, InboxUpdate, OutboxMessage
from db.queries.people import chat_at
from jobs.delivery import Sender
from jobs.inbox import ATTEMPTS, FIRST_RETRY, handle_inbox, store_updates
from jobs.outbox import Hands
from tests.fakes import StillClock
from tests.jobs.platform import Platform
from tests.make import NOW, make_chat
from tests.statements import statements

BOT = "telegram:7000001"


async def never(*_given):
    raise AssertionError("an answer has its words")


@dataclass
class Desk:
    """Handles updates by answering with what was said; `troubles` meet those with that text."""

    database: Database
    clock: StillClock
    troubles: dict[str, int] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)

    async def store(self, *texts, bot=BOT, first=1):
        """Keep "chat text" after "chat text" under ids that count up."""
        updates: list[tuple[str, dict[str, object]]] = []
        for number, said in enumerate(texts, first):
            chat, _, text = said.partition(" ")
            updates.append((str(number), {"chat": chat, "text": text}))
        await store_updates(self.database, "telegram", bot, updates, now=self.clock.now())

    async def answer(self, session, incoming, now):
        chat = await chat_at(session, incoming.channel, incoming.chat)
        if chat is None:
            chat = await make_chat(session, address=incoming.chat)
        queue_answer(session, chat, Outgoing((f"rõ: {incoming.text}",)), None, now=now)
        await session.flush()
        if self.troubles.get(incoming.text):
            self.troubles[incoming.text] -= 1
            raise LookupError("our mistake")
        self.heard.append(f"{incoming.chat} {incoming.text}")

    async def handle(self):
        return await handle_inbox(self.database, {"telegram": Platform()}, self.answer, self.clock)

    def hands(self):
        """A platform, and who sends answers to it."""
        platform = Platform()
        channels = {"telegram": platform}
        return platform, Hands(Sender(self.database, channels, never, never, self.clock))

    async def answers(self):
        async with self.database.read() as session:
            rows = await session.execute(
                select(Chat.address, OutboxMessage.body)
                .join(Chat, Chat.id == OutboxMessage.chat_id)
                .order_by(OutboxMessage.id)
            )
            return [f"{address} {body['blocks'][0]}" for address, body in rows]

    async def rows(self):
        async with self.database.read() as session:
            rows = await session.scalars(select(InboxUpdate).order_by(InboxUpdate.id))
            return [(row.attempts, row.next_at, row.handled_at, row.error) for row in rows]


@pytest.fixture
def desk(database):
    return Desk(database, StillClock())


HANDLED = (0, None, NOW, None)
SORRY = common.failure(translator("vi"))


async def test_a_burst_posted_in_any_order_is_handled_in_the_order_it_was_sent(desk):
    said = {"9": "80%", "10": "xong", "11": "hủy"}
    posted: list[tuple[str, dict[str, object]]] = [
        (number, {"chat": "7", "text": said[number]}) for number in ("11", "9", "10")
    ]

    await store_updates(desk.database, "telegram", BOT, posted, now=desk.clock.now())
    await desk.handle()

    assert desk.heard == ["7 80%", "7 xong", "7 hủy"]


async def test_updates_are_handled_in_the_order_they_came_and_answered(desk):
    await desk.store("7 một", "8 hai", "7 ba")

    assert await desk.handle() == 3

    assert desk.heard == ["7 một", "8 hai", "7 ba"]
    assert await desk.answers() == ["7 rõ: một", "8 rõ: hai", "7 rõ: ba"]
    assert await desk.rows() == [HANDLED] * 3


async def test_a_second_run_changes_nothing(desk):
    await desk.store("7 một")
    await desk.handle()

    assert await desk.handle() == 0

    assert desk.heard == ["7 một"]
    assert await desk.answers() == ["7 rõ: một"]


async def test_an_update_that_comes_again_is_kept_once_as_it_first_came(desk):
    await desk.store("7 một", "7 hai")
    await desk.store("7 hai, lần nữa", "7 ba", first=2)

    await desk.handle()

    assert desk.heard == ["7 một", "7 hai", "7 ba"]


async def test_an_update_that_comes_again_after_it_was_handled_is_not_handled_again(desk):
    await desk.store("7 một")
    await desk.handle()
    await desk.store("7 một")

    assert await desk.handle() == 0
    assert desk.heard == ["7 một"]


async def test_another_bots_update_of_the_same_id_is_another_one(desk):
    await desk.store("7 một")
    await desk.store("7 hai", bot="telegram:7000002")

    await desk.handle()

    assert desk.heard == ["7 một", "7 hai"]


async def test_what_says_nothing_to_us_is_handled_without_a_word(desk):
    await store_updates(desk.database, "telegram", BOT, [("1", {"poll": "?"})], now=NOW)

    assert await desk.handle() == 1

    assert await desk.rows() == [HANDLED]
    assert await desk.answers() == []


async def test_a_channel_that_is_off_keeps_its_updates(desk):
    await store_updates(desk.database, "zalo", "zalo", [("1", {"chat": "7"})], now=NOW)
    await desk.store("7 một")

    assert await desk.handle() == 1
    assert await desk.rows() == [(0, None, None, None), HANDLED]


async def test_a_failure_leaves_nothing_behind_but_the_update_and_a_word_of_it(desk):
    await desk.store("7 một")
    desk.troubles = {"một": 1}

    await desk.handle()

    assert await desk.answers() == [f"7 {SORRY}"]
    assert await desk.rows() == [(1, NOW + FIRST_RETRY, None, "LookupError")]


async def test_it_is_handled_when_its_time_has_come_and_answered_once(desk):
    await desk.store("7 một")
    desk.troubles = {"một": 2}
    await desk.handle()

    for wait in (FIRST_RETRY - timedelta(seconds=1), timedelta(seconds=1), 2 * FIRST_RETRY):
        desk.clock.at += wait
        await desk.handle()

    assert desk.heard == ["7 một"]
    assert await desk.answers() == [f"7 {SORRY}", "7 rõ: một"]
    [(attempts, _, handled_at, _)] = await desk.rows()
    assert (attempts, handled_at) == (2, NOW + 3 * FIRST_RETRY)


async def test_after_many_failures_it_is_given_up_and_stays_with_its_fault(desk):
    await desk.store("7 một")
    desk.troubles = {"một": 99}
    waits = []
    for _ in range(ATTEMPTS):
        await desk.handle()
        [(_, next_at, _, _)] = await desk.rows()
        waits.append(next_at - desk.clock.at)
        desk.clock.at = next_at

    assert waits == [FIRST_RETRY * 2**number for number in range(ATTEMPTS)]
    [(attempts, _, handled_at, error)] = await desk.rows()
    assert (attempts, error) == (ATTEMPTS, "LookupError")
    assert handled_at == desk.clock.at - waits[-1]
    assert await desk.handle() == 0
    assert await desk.answers() == [f"7 {SORRY}"]


async def test_a_failure_holds_up_what_came_later_from_the_same_chat_and_nobody_else(desk):
    await desk.store("7 một", "8 hai", "7 ba", "9 bốn")
    desk.troubles = {"một": 2}  # with the others, then alone

    await desk.handle()
    assert desk.heard == ["8 hai", "9 bốn"]

    desk.clock.at += FIRST_RETRY
    await desk.handle()
    assert desk.heard == ["8 hai", "9 bốn", "7 một", "7 ba"]


async def test_what_fails_only_beside_others_is_handled_alone_and_nothing_done_twice(desk):
    await desk.store("7 một", "8 hai", "7 ba")
    desk.troubles = {"ba": 1}

    assert await desk.handle() == 3

    assert await desk.answers() == ["7 rõ: một", "8 rõ: hai", "7 rõ: ba"]
    assert await desk.rows() == [HANDLED] * 3


async def test_answers_written_as_claimed_are_sent_once_they_are_committed(desk):
    await desk.store("7 một", "8 hai", "7 ba")
    desk.troubles = {"ba": 1}
    platform, hands = desk.hands()

    with statements(desk.database) as sent:
        await handle_inbox(
            desk.database, {"telegram": platform}, desk.answer, desk.clock, hands=hands
        )
        await hands.finish(5)

    assert sorted(platform.sent) == [("7", "rõ: ba"), ("7", "rõ: một"), ("8", "rõ: hai")]
    assert [text for chat, text in platform.sent if chat == "7"] == ["rõ: một", "rõ: ba"]
    assert not [statement for statement in sent if "outbox.attempts" in statement]
    async with desk.database.read() as session:
        messages = await session.execute(select(OutboxMessage.state, OutboxMessage.attempts))
        assert messages.all() == [(OutboxState.SENT, 1)] * 3


async def test_once_hands_are_full_a_chats_later_answer_does_not_overtake_its_earlier_one(
    desk, monkeypatch
):
    monkeypatch.setattr(jobs.outbox, "IN_HAND", 1)
    platform, hands = desk.hands()

    async def handle(*texts, first):
        await desk.store(*texts, first=first)
        await handle_inbox(
            desk.database, {"telegram": platform}, desk.answer, desk.clock, hands=hands
        )

    go_on = asyncio.Event()
    platform.on_send = lambda _address: go_on.wait()
    await handle("7 một", first=1)
    await handle("8 hai", first=2)
    go_on.set()
    await hands.finish(5)
    await handle("8 ba", first=3)
    await hands.finish(5)
    assert platform.sent == [("7", "rõ: một")]

    await hands.send()
    assert platform.sent[1:] == [("8", "rõ: hai"), ("8", "rõ: ba")]


async def test_a_chat_goes_on_once_its_update_is_given_up(desk):
    await desk.store("7 một", "7 hai")
    desk.troubles = {"một": 99}
    for _ in range(ATTEMPTS):
        await desk.handle()
        desk.clock.at += timedelta(hours=1)

    await desk.handle()

    assert desk.heard == ["7 hai"]


async def test_two_programs_handle_each_update_once(desk):
    said = [f"{number % 5} {number}" for number in range(20)]
    await desk.store(*said)

    handled = await asyncio.gather(desk.handle(), desk.handle())

    assert sum(handled) == 20
    assert sorted(desk.heard) == sorted(said)


@pytest.mark.parametrize("kind", ["postgresql"])
async def test_a_chat_stays_in_order_while_two_programs_share_the_work(desk, monkeypatch):
    monkeypatch.setattr(jobs.inbox, "TOGETHER", 1)
    await desk.store("7 một", "7 hai", "8 ba")
    other = Desk(desk.database, desk.clock)
    answer = desk.answer

    async def meanwhile(session, incoming, now):
        if not desk.heard:
            await other.handle()
        await answer(session, incoming, now)

    desk.answer = meanwhile

    await desk.handle()

    assert other.heard == ["8 ba"]
    assert desk.heard == ["7 một", "7 hai"]
