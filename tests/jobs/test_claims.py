"""Who sends what: senders share no message, and what a dead one had in hand goes again."""

import asyncio
from datetime import timedelta

from db.enums import OutboxState
from jobs import delivery
from jobs.claims import CLAIM, release_claims
from jobs.outbox import LOOK_AGAIN, Hands, send_outbox
from tests.jobs.office import SECOND
from tests.jobs.platform import Platform
from tests.make import NOW
from tests.statements import failing


async def test_what_another_sender_has_in_hand_is_left_to_it_until_its_claim_lapses(office):
    await office.owe("một", state=OutboxState.SENDING, claimed_until=NOW + SECOND)
    assert await office.send() == 0
    assert office.platform.sent == []

    office.clock.at += SECOND

    assert await office.send() == 1
    assert office.platform.sent == [("1001", "một")]


async def test_claims_of_a_dead_process_are_given_back(office):
    await office.owe("một", state=OutboxState.SENDING, claimed_until=NOW + CLAIM)
    await office.owe("hai", state=OutboxState.SENT)

    await release_claims(office.database)

    assert await office.states() == [OutboxState.QUEUED, OutboxState.SENT]
    assert await office.send() == 1


async def test_two_senders_do_not_share_a_message(office):
    for number in range(30):
        await office.owe(f"{number}")

    accepted = await asyncio.gather(office.send(), office.send())

    assert sum(accepted) == 30
    assert sorted(int(text) for _, text in office.platform.sent) == list(range(30))


async def test_a_claim_that_waits_long_for_others_to_the_same_chat_is_renewed(office):
    person_id = await office.person("7")
    for block in ("một", "hai", "ba"):
        await office.owe(block, person_id=person_id)
    other = Platform()
    sends = []

    async def dawdle(address):
        sends.append(address)
        office.clock.at += timedelta(seconds=40)
        if len(sends) == 2:
            await send_outbox(office.sender(other))

    office.platform.on_send = dawdle

    await office.send()

    assert office.platform.sent == [("7", "một"), ("7", "hai")]
    assert other.sent == [("7", "ba")]
    assert await office.states() == [OutboxState.SENT] * 3


async def test_a_claim_that_lapses_while_its_message_is_on_its_way_sends_it_no_second_time(office):
    await office.owe("một")

    async def dawdle(_address):
        office.clock.at += CLAIM + SECOND
        await asyncio.sleep(3 * LOOK_AGAIN)

    office.platform.on_send = dawdle

    assert await office.send() == 1

    assert office.platform.sent == [("1001", "một")]
    assert await office.states() == [OutboxState.SENT]


async def test_a_mark_that_the_database_refuses_is_made_again_and_nothing_is_sent_again(
    office, monkeypatch
):
    monkeypatch.setattr(delivery, "MARK_AGAIN", 0.01)
    await office.owe("một")

    with failing(office.database, "INSERT INTO deliveries", times=2) as failed:
        assert await office.send() == 1

    assert len(failed) == 2
    assert office.platform.sent == [("1001", "một")]
    assert await office.states() == [OutboxState.SENT]
    assert await office.deliveries() == [(1, 0, 1, "501")]


async def test_a_slow_chat_holds_up_nobody(office):
    for block in ("một", "hai"):
        await office.owe(block)
    answered = asyncio.Event()

    async def slowly(address):
        if address == "1001":
            await asyncio.wait_for(answered.wait(), 5)
        else:
            answered.set()

    office.platform.on_send = slowly

    assert await office.send() == 2

    assert office.platform.sent == [("1002", "hai"), ("1001", "một")]


async def test_asked_twice_at_once_the_second_returns_when_all_of_the_first_is_sent(office):
    await office.owe("một")
    hands, begun, may_end = Hands(office.sender()), asyncio.Event(), asyncio.Event()

    async def slowly(_address):
        begun.set()
        await may_end.wait()

    office.platform.on_send = slowly
    first = asyncio.create_task(hands.send())
    await begun.wait()
    second = asyncio.create_task(hands.send())
    done, _ = await asyncio.wait([second], timeout=0.3)
    may_end.set()

    assert (done, await first, await second) == (set(), 1, 0)


async def test_told_to_stop_it_finishes_what_is_on_its_way_and_gives_back_the_rest(office):
    person_id = await office.person("7")
    for block in ("một", "hai"):
        await office.owe(block, person_id=person_id)
    sender = office.sender()

    async def stop(_address):
        sender.stopping.set()

    office.platform.on_send = stop

    assert await send_outbox(sender) == 1

    assert office.platform.sent == [("7", "một")]
    assert await office.states() == [OutboxState.SENT, OutboxState.QUEUED]
