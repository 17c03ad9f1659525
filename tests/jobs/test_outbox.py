"""What is owed is delivered: once, in order, and whatever goes wrong with one stays its own."""

import asyncio
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.ports import Choice, GoneError, LaterError, MovedError, Outgoing, RollUpPicture
from db.engine import Database
from db.enums import OutboxKind, OutboxState, Role
from db.models import Chat, Committee, Delivery, OutboxMessage
from jobs.claims import CLAIM, release_claims
from jobs.delivery import Sender
from jobs.outbox import Hands, send_outbox
from jobs.outcomes import ATTEMPTS, FIRST_RETRY, LONGEST_RETRY
from jobs.reminders import plan_reminders
from tests.fakes import StillClock
from tests.jobs.morning import at, join, said_in
from tests.jobs.platform import Platform
from tests.make import HOUR, NOW, TODAY, make_agency, make_chat, make_person
from tests.statements import statements

SECOND = timedelta(seconds=1)

LONG = ("Tiêu đề của một tin nhắn dài", "Việc thứ nhất trong danh sách", "Việc thứ hai sau đó")
"""Three blocks that need a message each on a platform that takes 40 characters."""


@dataclass
class Office:
    """A sender with one platform; `texts` has what a message without a body says now."""

    database: Database
    platform: Platform
    clock: StillClock
    texts: list[Outgoing | Exception | None]

    async def compose(self, _session, messages, _now):
        texts = self.texts[: len(messages)]
        faults = [text for text in texts if isinstance(text, Exception)]
        if not faults or len(messages) == 1:
            del self.texts[: len(messages)]
        if faults:
            raise faults[0]
        return dict(zip((message.message_id for message in messages), texts, strict=True))

    async def draw(self, picture):
        return f"{picture.committee_id} {picture.as_of} {picture.locale}".encode()

    def sender(self, platform=None):
        channels = {self.platform.name: platform or self.platform}
        return Sender(self.database, channels, self.compose, self.draw, self.clock)

    async def send(self):
        return await send_outbox(self.sender())

    async def owe(self, *blocks, **but):
        """A message to a new chat unless it says to whom; returns its id."""
        async with self.database.write() as session:
            if not {"chat_id", "person_id"} & set(but):
                but["chat_id"] = (await make_chat(session)).id
            given = {
                "kind": OutboxKind.ANSWER,
                "body": Outgoing(blocks).to_json() if blocks else None,
                "queued_at": NOW,
                "next_at": NOW,
            }
            message = OutboxMessage(**given | but)
            session.add(message)
            await session.flush()
            return message.id

    async def person(self, *chats, **but):
        """Somebody with these chats, heard from in this order; returns their id."""
        async with self.database.write() as session:
            person = await make_person(session)
            for number, address in enumerate(chats):
                heard_at = NOW - HOUR + number * SECOND
                await make_chat(session, person, address=address, heard_at=heard_at, **but)
            return person.id

    async def row(self, message_id=1):
        async with self.database.read() as session:
            return await session.get_one(OutboxMessage, message_id)

    async def states(self):
        async with self.database.read() as session:
            rows = await session.scalars(select(OutboxMessage.state).order_by(OutboxMessage.id))
            return list(rows)

    async def deliveries(self):
        async with self.database.read() as session:
            rows = await session.scalars(select(Delivery).order_by(Delivery.id))
            return [(d.outbox_id, d.part, d.chat_id, d.message_id) for d in rows]

    async def gone(self):
        async with self.database.read() as session:
            rows = await session.scalars(
                select(Chat.address).where(Chat.gone_at.is_not(None)).order_by(Chat.id)
            )
            return list(rows)


@pytest.fixture
def office(database):
    return Office(database, Platform(), StillClock(), [])


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


# Claims


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


# Failures


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


# Chats that are gone


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


# Long messages


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


# What it asks of the database


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
