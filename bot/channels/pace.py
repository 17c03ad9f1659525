"""How fast a platform may be written to: so many a second in all, one at a time in a chat.

A slot is returned one second after the answer to what was sent in it, not after the request:
however the network delays them, a platform that counts any second at its own end never sees more
than `LIMIT` in one. Source: Telegram's FAQ, "My bot is hitting limits": about 30 messages a second
in all, one a second in a chat, 20 a minute in a group.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from bot.ports import LaterError

LIMIT = 30
"""Messages a second to all chats together."""
SECOND = 1.0
"""How long a slot rests after its answer, in seconds."""
CHAT_REST = 1.0
"""How long a chat rests after an answer, in seconds."""
GROUP_REST = 3.0
"""The same for a group: 20 a minute."""
PATIENCE = 20.0
"""Seconds for which a shut door is waited at: less than half the time for which a claim holds."""


@dataclass
class _Chat:
    """One chat's turn, and how many hold it or wait for it."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0


class Pace:
    """Hands out the right to send, so that a platform's limits hold without a refusal.

    A wait that the platform asks for (429) shuts it for everybody: nobody hammers a shut door.
    """

    def __init__(
        self,
        limit: int = LIMIT,
        *,
        rest: float = SECOND,
        chat_rest: float = CHAT_REST,
        group_rest: float = GROUP_REST,
    ) -> None:
        self._slots = asyncio.Semaphore(limit)
        self._rest = rest
        self._chat_rest = chat_rest
        self._group_rest = group_rest
        self._chats: dict[str, _Chat] = {}
        self._opens_at = 0.0

    @asynccontextmanager
    async def turn(self, address: str, *, group: bool = False) -> AsyncIterator[None]:
        """Wait for this chat's turn and for a slot; both rest after what was done within.

        Raises `LaterError` where it is shut for long.
        """
        rest = self._group_rest if group else self._chat_rest
        loop = asyncio.get_running_loop()
        chat = self._chats.setdefault(address, _Chat())
        chat.users += 1
        try:
            await chat.lock.acquire()
        except BaseException:
            self._leave(address, chat)
            raise
        try:
            await self._slots.acquire()
        except BaseException:
            self._free(address, chat)
            raise
        try:
            # It may be shut for longer while this one waits, hence the loop.
            while (wait := self._opens_at - loop.time()) > 0:
                if wait > PATIENCE:
                    raise LaterError("the platform is shut", timedelta(seconds=wait))
                await asyncio.sleep(wait)
            yield
        finally:
            loop.call_later(self._rest, self._slots.release)
            loop.call_later(rest, self._free, address, chat)

    def shut(self, seconds: float) -> None:
        """Let nothing through for so long; the longest wait asked for holds."""
        now = asyncio.get_running_loop().time()
        self._opens_at = max(self._opens_at, now + seconds)

    def _free(self, address: str, chat: _Chat) -> None:
        chat.lock.release()
        self._leave(address, chat)

    def _leave(self, address: str, chat: _Chat) -> None:
        """A chat that nobody sends to or waits for is forgotten."""
        chat.users -= 1
        if chat.users == 0:
            self._chats.pop(address, None)


def unhurried() -> Pace:
    """No pace at all, for servers that set no limits: one of one's own, or a test's."""
    return Pace(10_000, rest=0, chat_rest=0, group_rest=0)
