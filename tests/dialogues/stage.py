"""Where a dialogue is played: the same words on the plain channel and on Telegram's wire.

A dialogue is told as pairs of what a person says and what they are answered. Choices stand in
the last lines of an answer, a row a line: "[Hoàn thành] [Đang thực hiện]". A person who says
"[Hoàn thành]" presses that button, or, where there are none, answers with its number.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Protocol

from pydantic import SecretStr
from sqlalchemy import Executable, bindparam, literal, or_, select, union_all

from bot.app import Program
from bot.channels.pace import unhurried
from bot.settings import Settings
from db.enums import FileState, OutboxState
from db.models import InboxUpdate, OutboxMessage, SentFile
from jobs.inbox import store_updates
from jobs.reminders import plan_reminders
from tests.botapi import TOKEN, BotApi, User
from tests.fakes import PlainChannel, StillClock

PRESSED = re.compile(r"\[([^\[\]]+)\]")
CHOICES = re.compile(r"\[[^\[\]]+\](?: \[[^\[\]]+\])*")


MOMENT = timedelta(milliseconds=1)
"""Between two messages: no two reports bear the same instant, and the minute stays the same."""


@dataclass(frozen=True)
class Reply:
    """A text that answers the newest message in the chat which holds these words."""

    text: str
    to: str


@dataclass(frozen=True)
class Photo:
    """A picture, with the words under it; those of one album are sent at once."""

    caption: str = ""
    album: str = ""


@dataclass(frozen=True)
class Document:
    """A file under its name, with the words under it."""

    name: str
    content: bytes
    caption: str = ""


@dataclass(frozen=True)
class Edited:
    """A text in the place of one that the person wrote before."""

    text: str


@dataclass(frozen=True)
class Sticker:
    """Something without a word in it: a sticker, or an empty message."""


@dataclass(frozen=True)
class Forged:
    """A press of a button that nobody was shown, as a tampered client would send it."""

    data: str


Words = str | Reply | Edited | Photo | Document | Sticker | Forged


@dataclass(frozen=True)
class Seen:
    """One message in a chat as its reader sees it."""

    message_id: str
    text: str
    choices: tuple[tuple[str, str], ...]
    """Labels with their data; on the plain channel the numbers to answer with."""
    picture: bool = False
    edits: int = 0
    file: bytes | None = None


class Wire(Protocol):
    """How people write to the bot and see its answers on one channel."""

    channel: str
    pictures: bool

    async def deliver(self, chat: int, words: Words) -> None:
        """Bring what a person says into the inbox."""
        ...

    def seen(self, chat: int) -> list[Seen]:
        """Every message of the bot in this chat, oldest first."""
        ...

    def expected(self, answer: str) -> str:
        """An answer as this channel shows it."""
        ...

    def shown(self, message: Seen) -> str:
        """A message with its choices, as `expected` writes it."""
        ...


class PlainWire:
    """The inbox filled by hand; choices are numbered lines."""

    channel = "plain"
    pictures = False

    def __init__(self, program: Program) -> None:
        self.program = program
        self.plain = PlainChannel()
        program.channels["plain"] = self.plain
        self._ids = count(1)

    async def deliver(self, chat: int, words: Words) -> None:
        payload: dict[str, object] = {"chat": str(chat), "name": "Lan", "language": "vi"}
        match words:
            case str() if pressed := PRESSED.fullmatch(words):
                payload |= self._numbered(chat, pressed[1])
            case str():
                payload |= {"text": words}
            case Reply():
                answered = newest(self.seen(chat), words.to)
                payload |= {"text": words.text, "reply_to": answered.message_id}
            case Edited():
                payload |= {"text": words.text, "edited": True}
            case Photo():
                payload |= {"text": words.caption, "file": True}
            case Document():
                payload |= {"text": words.caption, "file": True}
            case Forged():
                payload |= {"button": words.data, "message": self.seen(chat)[-1].message_id}
        update = [(str(next(self._ids)), payload)]
        await store_updates(
            self.program.database, "plain", "plain", update, now=self.program.clock.now()
        )

    def _numbered(self, chat: int, label: str) -> dict[str, object]:
        """The number of a choice; it says which message it answers where that is not the last."""
        message, number = chosen(self.seen(chat), label)
        if message == self.seen(chat)[-1]:
            return {"text": number}
        return {"text": number, "reply_to": message.message_id}

    def seen(self, chat: int) -> list[Seen]:
        return [
            Seen(shown.message_id, shown.text, numbered_choices(shown.text))
            for shown in self.plain.sent
            if shown.address == str(chat)
        ]

    def expected(self, answer: str) -> str:
        lines = answer.split("\n")
        first = len(lines)
        while first and CHOICES.fullmatch(lines[first - 1]):
            first -= 1
        labels = [label for line in lines[first:] for label in PRESSED.findall(line)]
        return "\n".join([*lines[:first], *(f"{n}. {label}" for n, label in enumerate(labels, 1))])

    def shown(self, message: Seen) -> str:
        return message.text


def numbered_choices(text: str) -> tuple[tuple[str, str], ...]:
    """The choices that end a plain message: its last lines that count up from one."""
    found: list[tuple[str, str]] = []
    for line in reversed(text.split("\n")):
        match = re.fullmatch(r"(\d+)\. (.+)", line)
        if match is None:
            break
        found.insert(0, (match[2], match[1]))
        if match[1] == "1":
            break
    return tuple(found)


class TelegramWire:
    """python-telegram-bot's Application polling a Bot API server."""

    channel = "telegram"
    pictures = True

    def __init__(self, program: Program, api: BotApi) -> None:
        self.program = program
        self.api = api

    async def deliver(self, chat: int, words: Words) -> None:
        api, user = self.api, User(chat)
        match words:
            case str() if pressed := PRESSED.fullmatch(words):
                message, data = chosen(self.seen(chat), pressed[1])
                update = api.press(chat, int(message.message_id), data)
            case str():
                update = api.say(chat, words, user=user)
            case Reply():
                answered = newest(self.seen(chat), words.to)
                update = api.say(chat, words.text, reply_to=int(answered.message_id), user=user)
            case Photo():
                update = api.send_file(
                    chat,
                    b"jpeg",
                    "anh.jpg",
                    words.caption,
                    photo=True,
                    album=words.album,
                    user=user,
                )
            case Document():
                update = api.send_file(chat, words.content, words.name, words.caption, user=user)
            case Sticker():
                message_id = max(api.chats.known[chat].messages, default=0) + 1000
                body = {
                    "message_id": message_id,
                    "date": 0,
                    "chat": api.chats.known[chat].to_json(),
                    "from": user.to_json(),
                    "sticker": {"file_id": "s", "file_unique_id": "u"},
                }
                update = api.add_update("message", body)
            case Edited():
                body = api.chats.message(api.chats.known[chat], user.to_json(), text=words.text)
                update = api.add_update("edited_message", body)
            case Forged():
                last = int(self.seen(chat)[-1].message_id)
                update = api.press(chat, last, words.data, stale=True)
        await api.confirmed(update)

    def seen(self, chat: int) -> list[Seen]:
        return [
            Seen(
                str(sent.message_id),
                sent.text,
                tuple((button.text, button.data) for row in sent.buttons for button in row),
                sent.photo is not None,
                sent.edits,
                sent.document,
            )
            for sent in self.api.sent
            if sent.chat_id == chat
        ]

    def expected(self, answer: str) -> str:
        return answer

    def shown(self, message: Seen) -> str:
        sent = next(one for one in self.api.sent if str(one.message_id) == message.message_id)
        rows = [" ".join(f"[{button.text}]" for button in row) for row in sent.buttons]
        return "\n".join([sent.text, *rows])


def newest(messages: list[Seen], words: str) -> Seen:
    """The newest message that holds these words."""
    return next(message for message in reversed(messages) if words in message.text)


def chosen(messages: list[Seen], label: str) -> tuple[Seen, str]:
    """The newest message with a choice of this label, and the choice's data."""
    for message in reversed(messages):
        for text, data in message.choices:
            if text == label:
                return message, data
    raise AssertionError(f"nothing offers {label!r}")


LEFT: Executable = union_all(
    select(literal("an update"), InboxUpdate.id, InboxUpdate.error).where(
        or_(InboxUpdate.handled_at.is_(None), InboxUpdate.error.is_not(None))
    ),
    select(literal("a message"), OutboxMessage.id, OutboxMessage.error).where(
        OutboxMessage.state != OutboxState.SENT
    ),
    select(literal("a file"), SentFile.id, SentFile.name).where(
        SentFile.state == FileState.WAITING, SentFile.next_at <= bindparam("now")
    ),
)
"""What is not handled, sent or read, with its error; looked for after everything that is said."""


class Stage:
    """One dialogue in the making: who said what, and what everybody was told."""

    def __init__(self, program: Program, wire: Wire, clock: StillClock) -> None:
        self.program = program
        self.wire = wire
        self.clock = clock
        self._read: dict[int, dict[str, int]] = {}
        self._chats: set[int] = set()

    def enter(self, *chats: int) -> None:
        """Let people open their chats, so that they can be written to."""
        self._chats |= set(chats)
        if isinstance(self.wire, TelegramWire):
            for chat in chats:
                self.wire.api.meet(chat)

    async def say(self, chat: int, words: Words) -> str:
        """Say something a moment later, and return the whole of what the bot says to that."""
        self.clock.at += MOMENT
        await self.wire.deliver(chat, words)
        await self.work()
        return self.told(chat)

    async def work(self) -> None:
        """Handle what came in and deliver what is owed; nothing is left, and nothing failed."""
        await self.program.handle_inbox()
        await self.program.take_in_all()
        await self.program.send_outbox()
        async with self.program.database.read() as session:
            left = (await session.execute(LEFT, {"now": self.program.clock.now()})).all()
        assert not left

    async def remind(self) -> None:
        """Owe and deliver what this morning asks for."""
        await plan_reminders(self.program.database, now=self.clock.now())
        await self.work()

    def told(self, chat: int) -> str:
        """What the bot has said or changed in a chat since this was last asked, as one text."""
        self._chats.add(chat)
        seen, read = self.wire.seen(chat), self._read.get(chat, {})
        new = [message for message in seen if read.get(message.message_id) != message.edits]
        self._read[chat] = {message.message_id: message.edits for message in seen}
        return "\n".join(self.wire.shown(message) for message in new)

    def pictures(self, chat: int) -> int:
        """How many pictures were sent to a chat."""
        return sum(message.picture for message in self.wire.seen(chat))

    async def hold(self, chat: int, *pairs: tuple[Words, str]) -> None:
        """Hold a conversation: each thing said gets exactly this answer."""
        for words, answer in pairs:
            assert await self.say(chat, words) == self.wire.expected(answer), words

    async def finds(self, chat: int, words: Words, change: str, present: str) -> None:
        """Press what is old: the answer says first what changed, then how it stands now."""
        answer = await self.say(chat, words)
        assert answer.startswith(f"{change}\n{present}"), answer

    def messages(self, chat: int) -> int:
        """How many messages of the bot stand in a chat."""
        return len(self.wire.seen(chat))

    def files(self, chat: int) -> list[bytes]:
        """Every file that the bot sent to a chat."""
        return [message.file for message in self.wire.seen(chat) if message.file is not None]

    def hears(self, chat: int, text: str) -> None:
        """Somebody was told exactly this, unasked."""
        assert self.told(chat) == self.wire.expected(text)

    def unheard(self) -> dict[int, str]:
        """What was said to anybody that the dialogue does not tell of."""
        chats = self._chats | set(self._read)
        return {chat: said for chat in chats if (said := self.told(chat))}


@asynccontextmanager
async def open_stage(channel: str, database_url: str) -> AsyncIterator[Stage]:
    """A program on this database with this one channel; ends without a word left untold."""
    clock = StillClock()
    settings: dict[str, object] = {"database_url": database_url}
    if channel == "plain":
        program = Program(Settings.model_validate(settings), clock)
        async with program.opened():
            stage = Stage(program, PlainWire(program), clock)
            yield stage
        return
    async with BotApi() as api:
        settings |= {"telegram_token": SecretStr(TOKEN), "telegram_api_url": api.url}
        program = Program(Settings.model_validate(settings), clock)
        async with program.opened():
            assert program.telegram
            program.telegram.pace = unhurried()  # this server sets no limits
            await program.telegram.start()
            yield Stage(program, TelegramWire(program, api), clock)
