"""A platform to send to: keeps what it took, and goes wrong where it is told to."""

from collections.abc import Awaitable, Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from bot.ports import GoneError, Incoming, Limits, Message


class Platform:
    """A channel that holds messages of at most 40 characters, so that long ones are easy to make.

    `troubles` has, by address, the errors that the next deliveries there meet; `on_send` runs
    while a message is on its way. What comes in is {"chat": ..., "text": ...}.
    """

    limits = Limits(text=40, caption=20)

    def __init__(self, name: str = "telegram") -> None:
        self.name = name
        self.sent: list[tuple[str, str]] = []
        self.messages: list[Message] = []
        self.troubles: dict[str, list[Exception]] = {}
        self.on_send: Callable[[str], Awaitable[None]] | None = None
        self._ids = count(501)

    def read(self, payload: Mapping[str, Any]) -> Incoming | None:
        if "chat" not in payload:
            return None
        return Incoming(self.name, payload["chat"], text=payload.get("text", ""))

    async def send(self, address: str, message: Message, *, key: str) -> str:
        if self.on_send:
            await self.on_send(address)
        if self.troubles.get(address):
            raise self.troubles[address].pop(0)
        self.sent.append((address, "\n".join(message.blocks)))
        self.messages.append(message)
        return str(next(self._ids))

    async def fetch_file(self, source: str, to: Path) -> None:
        raise GoneError("this platform hands over no files")

    async def forget_file(self, source: str) -> None:
        """Nothing is kept."""
