"""A Telegram group on the stage: people talk there, the bot is added, removed, the group moves."""

import re
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.talk import queue_answer
from bot.ports import Outgoing
from db.enums import OutboxState
from db.models import Chat, GroupBinding, InboxUpdate, OutboxMessage
from db.queries.people import chat_at
from tests.botapi import BotApi, User
from tests.dialogues.stage import MOMENT, Stage, TelegramWire, newest

CODE = re.compile(r"[A-Z2-9]{5}-[A-Z2-9]{5}")
BOT = "dondoc_test_bot"


@dataclass
class Group:
    """One group and what is said in it; everybody is a user by the number of their chat."""

    stage: Stage
    address: int = -500

    @property
    def api(self) -> BotApi:
        assert isinstance(self.stage.wire, TelegramWire)
        return self.stage.wire.api

    async def add(self, by: int, title: str = "Tổ giúp việc", **but) -> str:
        """Somebody adds the bot, and five seconds pass."""
        update = self.api.groups.add(self.address, User(by), title, **but)
        return await self.after(update)

    async def remove(self, by: int) -> None:
        await self.after(self.api.groups.remove(self.address, User(by)))

    async def become(self, address: int, by: int) -> str:
        """The group becomes a supergroup."""
        update = self.api.groups.upgrade(self.address, address, User(by))
        self.address = address
        return await self.after(update)

    async def say(self, who: int, text: str, to: str | None = None, **but) -> str:
        """Somebody writes, in answer to our newest message with the words `to` where given."""
        self.stage.clock.at += MOMENT
        if to is not None:
            but["reply_to"] = int(newest(self.stage.wire.seen(self.address), to).message_id)
        update = self.api.groups.say(self.address, User(who), text, **but)
        if update is not None:
            await self.api.confirmed(update)
        await self.work()
        return self.stage.told(self.address)

    async def press(self, who: int, data: str) -> str:
        """Somebody presses under our newest message, whether the button is there or not."""
        self.stage.clock.at += MOMENT
        last = int(self.stage.wire.seen(self.address)[-1].message_id)
        update = self.api.press(self.address, last, data, stale=True, user=User(who))
        await self.api.confirmed(update)
        await self.work()
        return self.stage.told(self.address)

    def labels(self) -> list[str]:
        """The buttons under our newest message here."""
        return [label for label, _ in self.stage.wire.seen(self.address)[-1].choices]

    async def after(self, update: int) -> str:
        """What is said to an update, and within ten seconds of it."""
        await self.api.confirmed(update)
        await self.work()
        self.stage.clock.at += timedelta(seconds=10)
        await self.work()
        return self.stage.told(self.address)

    async def work(self) -> None:
        """Handle what came in and deliver what is due; nothing may have failed."""
        program = self.stage.program
        await program.handle_inbox()
        await program.send_outbox()
        async with program.database.read() as session:
            faults = await session.scalars(
                select(InboxUpdate.error).where(InboxUpdate.error.is_not(None))
            )
            assert not faults.all()

    async def ended(self, state: OutboxState) -> list[str | None]:
        """Why messages to this group ended so."""
        async with self.stage.program.database.read() as session:
            query = (
                select(OutboxMessage.error)
                .join(Chat, Chat.id == OutboxMessage.chat_id)
                .where(OutboxMessage.state == state, Chat.address == str(self.address))
            )
            return list(await session.scalars(query))

    async def kept(self) -> int:
        """How many updates were ever stored."""
        async with self.stage.program.database.read() as session:
            return await session.scalar(select(func.count()).select_from(InboxUpdate)) or 0

    async def bindings(self) -> list[tuple[str, int | None, bool]]:
        """Every binding there ever was: where, of which agency, whether it lasts."""
        async with self.stage.program.database.read() as session:
            rows = await session.scalars(select(GroupBinding).order_by(GroupBinding.id))
            return [
                (
                    (await session.get_one(Chat, row.chat_id)).address,
                    row.agency_id,
                    row.removed_at is None,
                )
                for row in rows
            ]


async def ask_code(stage: Stage, secretary: int, words: str = "[Cả Ban Chỉ đạo]") -> str:
    """A code that a secretary asks for in the private chat."""
    if words.startswith("["):
        await stage.say(secretary, "/nhom")
    said = await stage.say(secretary, words)
    found = CODE.search(said)
    assert found, said
    return found[0]


async def bind(group: Group, secretary: int, words: str = "[Cả Ban Chỉ đạo]", **but) -> str:
    """A group bound by this secretary; what was said there."""
    code = await ask_code(group.stage, secretary, words)
    if group.address not in group.api.chats.known:
        await group.add(secretary)
    return await group.say(secretary, f"/ketnoi@{BOT} {code}", **but)


async def owe(session: AsyncSession, group: Group) -> None:
    """Owe the group one more message."""
    chat = await chat_at(session, "telegram", str(group.address))
    assert chat
    now = group.stage.clock.now()
    queue_answer(session, chat, Outgoing(("Đăng một lần",)), None, now=now)
