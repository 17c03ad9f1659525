"""What goes wrong with one message or chat stays its own, and is tried again."""

from datetime import timedelta

import pytest

from bot.ports import GoneError, LaterError, Outgoing
from db.enums import OutboxKind, OutboxState
from jobs.outcomes import ATTEMPTS, FIRST_RETRY, LONGEST_RETRY
from tests.jobs.office import SECOND
from tests.make import HOUR, NOW, TODAY, make_chat


async def test_one_chats_failure_holds_up_nobody(office):
    for block in ("một", "hai", "ba", "bốn"):
        await office.owe(block)
    office.platform.troubles = {
        "1001": [LaterError("slow down", timedelta(minutes=3))],
        "1002": [ValueError("our mistake")],
        "1003": [GoneError("blocked")],
    }

    assert await office.send() == 1

    assert office.platform.sent == [("1004", "bốn")]
    assert await office.states() == [
        OutboxState.QUEUED,
        OutboxState.QUEUED,
        OutboxState.DEAD,
        OutboxState.SENT,
    ]


async def test_the_wait_that_the_platform_asks_for_is_kept(office):
    await office.owe("một")
    office.platform.troubles = {"1001": [LaterError("slow down", timedelta(seconds=37))]}
    await office.send()
    row = await office.row()
    assert (row.next_at, row.error) == (NOW + timedelta(seconds=37), "slow down")

    office.clock.at += timedelta(seconds=36)
    assert await office.send() == 0
    office.clock.at += SECOND
    assert await office.send() == 1


@pytest.mark.parametrize("error", [LaterError("no contact"), ValueError("our mistake")])
async def test_the_waits_double_up_to_an_hour(office, error):
    await office.owe("một")
    office.platform.troubles = {"1001": [error] * 13}
    waits = []
    for _ in range(13):
        await office.send()
        wait = (await office.row()).next_at - office.clock.at
        waits.append(wait)
        office.clock.at += wait

    assert waits[:3] == [FIRST_RETRY, 2 * FIRST_RETRY, 4 * FIRST_RETRY]
    assert waits[-4:] == [timedelta(seconds=2560), LONGEST_RETRY, LONGEST_RETRY, LONGEST_RETRY]
    assert await office.send() == 1


@pytest.mark.parametrize(
    ("error", "but", "state"),
    [
        pytest.param(ValueError("our mistake"), {}, OutboxState.DEAD, id="our-mistakes-end-it"),
        pytest.param(LaterError("no contact"), {}, OutboxState.QUEUED, id="an-outage-does-not"),
        pytest.param(
            ValueError("our mistake"),
            {"day": TODAY, "kind": OutboxKind.REMINDER},
            OutboxState.QUEUED,
            id="nor-a-mornings-which-the-next-takes-up",
        ),
    ],
)
async def test_after_many_failures(office, error, but, state):
    await office.owe("một", attempts=ATTEMPTS - 1, **but)
    office.platform.troubles = {"1001": [error]}

    await office.send()

    row = await office.row()
    assert (row.state, row.attempts) == (state, ATTEMPTS)
    assert row.error in ("ValueError", "no contact")


async def test_a_text_that_cannot_be_made_is_tried_again(office):
    office.texts = [LookupError("gone"), Outgoing(("một",))]
    await office.owe(person_id=await office.person("7"), day=TODAY, kind=OutboxKind.REMINDER)

    assert await office.send() == 0
    office.clock.at += FIRST_RETRY
    assert await office.send() == 1


async def test_a_text_that_has_to_wait_waits(office):
    office.texts = [LaterError("not at this hour", HOUR)]
    await office.owe(person_id=await office.person("7"), day=TODAY, kind=OutboxKind.REMINDER)

    assert await office.send() == 0

    row = await office.row()
    assert (row.state, row.next_at) == (OutboxState.QUEUED, NOW + HOUR)


async def test_a_channel_that_is_off_makes_its_messages_wait(office):
    async with office.database.write() as session:
        chat = await make_chat(session, channel="zalo")
    await office.owe("một", chat_id=chat.id)

    assert await office.send() == 0

    row = await office.row()
    assert (row.state, row.next_at) == (OutboxState.QUEUED, NOW + LONGEST_RETRY)


@pytest.mark.parametrize("text", [None, Outgoing(()), Outgoing((" ", ""))])
async def test_what_has_become_pointless_is_dropped(office, text):
    office.texts = [text]
    await office.owe(person_id=await office.person("7"), day=TODAY, kind=OutboxKind.REMINDER)

    assert await office.send() == 0

    row = await office.row()
    assert (row.state, row.claimed_until, row.finished_at) == (OutboxState.DROPPED, None, NOW)
    assert office.platform.sent == []
