"""The chat page as a channel: a line of the conversation is a row, and open pages hear of it."""

import asyncio
from collections.abc import AsyncIterable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError

from bot.channels.web.files import Uploads
from bot.channels.web.lines import CHANNEL
from bot.channels.web.posts import Post
from bot.channels.web.writing import add_ours, add_post, hold_chat, line_of_post, open_chat
from bot.clock import Clock
from bot.ports import GoneError, Incoming, IncomingFile, LaterError, Limits, Message
from db.engine import Database

LINE_UNITS = 8000
"""The longest line of ours on the page; past this a reader scrolls for too long."""


class Web:
    """The page's channel: what is said is stored, and the open streams of that chat are told."""

    name = CHANNEL
    bot = CHANNEL
    limits = Limits(text=LINE_UNITS, caption=LINE_UNITS, choices=True, pictures=True)

    def __init__(
        self, database: Database, clock: Clock, wake: Callable[[], None], *, uploads: Path
    ) -> None:
        self.database = database
        self.clock = clock
        self._wake = wake
        self.uploads = Uploads(uploads)
        self._listeners: dict[str, set[asyncio.Event]] = {}
        self.closed = False

    def read(self, payload: Mapping[str, Any]) -> Incoming | None:
        """What a stored post says; None for what this channel never stored."""
        chat = payload.get("chat")
        if not isinstance(chat, str):
            return None
        return Incoming(
            channel=self.name,
            chat=chat,
            name=payload.get("name", ""),
            text=payload.get("text", ""),
            button=payload.get("button"),
            message=payload.get("message"),
            reply_to=payload.get("reply_to"),
            file=IncomingFile(**payload["file"]) if "file" in payload else None,
            language=payload.get("language"),
        )

    async def send(self, address: str, message: Message, *, key: str) -> str:
        """Put one message into a chat and tell its open pages; return the line's id.

        Sent again under the same key, it stores nothing and returns the first one's id. Raises
        `GoneError` for a chat that there is not, `LaterError` where the database is busy.
        """
        try:
            async with self.database.write() as session:
                chat = await hold_chat(session, address)
                if chat is None:
                    raise GoneError(f"no such chat on the page: {address}")
                line_id = await add_ours(session, chat, message, key=key, now=self.clock.now())
        except OperationalError as error:
            raise LaterError("the database could not take the line") from error
        self._tell(address)
        return str(line_id)

    async def receive(self, address: str, post: Post) -> str:
        """Store what somebody posted and have it handled; return the id of its line.

        Both rows, the line that the page shows and the update that waits for its answer, are
        committed before this returns. The same post again stores nothing. Raises `PostError`.
        """
        now = self.clock.now()
        async with self.database.write() as session:
            chat = await open_chat(session, address, now=now)
            line_id = await add_post(session, chat, post, bot=self.bot, now=now)
        self._wake()
        self._tell(address)
        return str(line_id)

    async def receive_file(self, address: str, post: Post, pieces: AsyncIterable[bytes]) -> str:
        """Store a file that somebody sends up, then the post it comes with, as `receive` does.

        Raises `PostError`; nothing of the file stays then, nor where the post had come before.
        """
        source, size = await self.uploads.take(pieces)
        try:
            file = IncomingFile(source, post.file_name or "", size, post.media_type)
            line_id = await self.receive(address, replace(post, file=file))
        except BaseException:
            await self.uploads.forget(source)
            raise
        if not await self._is_mentioned(address, post, source):
            await self.uploads.forget(source)
        return line_id

    async def _is_mentioned(self, address: str, post: Post, source: str) -> bool:
        async with self.database.read() as session:
            line = await line_of_post(session, address, post.id)
        return line is not None and line.body.get("source") == source

    async def fetch_file(self, source: str, to: Path) -> None:
        """Write a file that was sent up to where there is none yet; raises `GoneError`."""
        await self.uploads.fetch(source, to)

    async def forget_file(self, source: str) -> None:
        """Erase what was sent up."""
        await self.uploads.forget(source)

    @contextmanager
    def listening(self, address: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever this process wrote into a chat, and at the end of all."""
        told = asyncio.Event()
        self._listeners.setdefault(address, set()).add(told)
        try:
            yield told
        finally:
            listeners = self._listeners[address]
            listeners.discard(told)
            if not listeners:
                del self._listeners[address]

    @property
    def open_streams(self) -> int:
        """How many pages are listening now."""
        return sum(map(len, self._listeners.values()))

    def close(self) -> None:
        """End every open stream, so that the server can stop; none lives on after this."""
        self.closed = True
        for address in list(self._listeners):
            self._tell(address)

    def _tell(self, address: str) -> None:
        for told in self._listeners.get(address, ()):
            told.set()
