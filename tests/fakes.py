"""What stands in for the outside world: the weakest platform there could be, and a still clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.ports import GoneError, Incoming, IncomingFile, LaterError, Limits, Message
from tests.make import NOW


class StillClock(Clock):
    """A clock that stands where a test has put it."""

    def __init__(self, at: datetime = NOW) -> None:
        super().__init__()
        self.at = at

    def now(self) -> datetime:
        return self.at

    def set(self, to: datetime) -> None:
        self.at = to


@dataclass(frozen=True)
class Shown:
    """One message as its reader on the plain channel sees it."""

    address: str
    message_id: str
    text: str


class PlainChannel:
    """The weakest platform's limits: text alone, 2,000 characters, no buttons, pictures, edits.

    `sent` keeps what was delivered; `fail_next` makes the next deliveries go wrong. A payload has
    "chat", "text" and, where they are, "name", "language", "reply_to", "file"; "button" with
    "message" is what a forged request would carry, for there is nothing to press.
    """

    name = "plain"
    limits = Limits(text=2000, choices=False, pictures=False, files=False)

    def __init__(self) -> None:
        self.sent: list[Shown] = []
        self.failures: list[GoneError | LaterError] = []
        self._ids = count(1)
        self._by_key: dict[str, str] = {}

    def fail_next(self, *failures: GoneError | LaterError) -> None:
        """Let the next deliveries fail, one with each of these."""
        self.failures += failures

    def read(self, payload: Mapping[str, Any]) -> Incoming:
        return Incoming(
            channel=self.name,
            chat=payload["chat"],
            name=payload.get("name", ""),
            text=payload.get("text", ""),
            button=payload.get("button"),
            message=payload.get("message"),
            reply_to=payload.get("reply_to"),
            numbered=True,
            file=IncomingFile(None) if payload.get("file") else None,
            language=payload.get("language"),
            edited=payload.get("edited", False),
        )

    async def fetch_file(self, source: str, to: Path) -> None:
        raise GoneError("this channel hands over no files")

    async def forget_file(self, source: str) -> None:
        """Nothing is kept."""

    async def send(self, address: str, message: Message, *, key: str) -> str:
        if self.failures:
            raise self.failures.pop(0)
        text = "\n".join(message.blocks)
        assert 0 < len(text) <= self.limits.text, f"{len(text)} characters"
        assert not message.choices, "this channel has no buttons"
        assert message.picture is None, "this channel has no pictures"
        if key not in self._by_key:
            self._by_key[key] = str(next(self._ids))
            self.sent.append(Shown(address, self._by_key[key], text))
        return self._by_key[key]
