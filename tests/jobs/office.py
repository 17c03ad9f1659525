"""An outbox with people to write to, on a platform that can be told to fail."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from bot.ports import Outgoing
from db.engine import Database
from db.enums import OutboxKind
from db.models import Chat, Delivery, OutboxMessage
from jobs.delivery import Sender
from jobs.outbox import send_outbox
from tests.fakes import StillClock
from tests.jobs.platform import Platform
from tests.make import HOUR, NOW, make_chat, make_person

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
