"""What the benches of the engine share: a channel that takes all at once, and one whole tick."""

import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.conversation.mornings.morning_facts import DueWords
from bot.ports import GoneError, Incoming, Limits, Message, Outgoing, RollUpPicture
from db.engine import Database
from jobs.delivery import Compose, Sender
from jobs.outbox import send_outbox
from jobs.reminders import plan_reminders
from jobs.wording import Said, word_mornings


class Taking:
    """A channel that takes everything at once."""

    name = "bench"
    limits = Limits(text=4096, choices=True, pictures=True)

    def __init__(self) -> None:
        self.taken = 0

    def read(self, payload: Mapping[str, Any]) -> Incoming | None:
        """Nobody writes here."""
        return None

    async def fetch_file(self, source: str, to: Path) -> None:
        """There is no file here."""
        raise GoneError(source)

    async def forget_file(self, source: str) -> None:
        """There is nothing to forget."""

    async def send(self, address: str, message: Message, *, key: str) -> str:
        self.taken += 1
        return str(self.taken)


class Spent(NamedTuple):
    """What one tick took: seconds to owe and to send, and the messages of each."""

    owing: float
    sending: float
    owed: int
    sent: int

    @property
    def seconds(self) -> float:
        return self.owing + self.sending


async def tick(database: Database, compose: Compose, *, now: datetime) -> Spent:
    """One tick as the running program does it, and its messages sent."""
    clock = Clock(now)
    channel = Taking()
    sender = Sender(database, {channel.name: channel}, compose, draw, clock)
    begun = time.perf_counter()
    owed = await plan_reminders(database, now=now, everywhere=False)
    between = time.perf_counter()
    sent = await send_outbox(sender)
    return Spent(between - begun, time.perf_counter() - between, owed, sent)


async def given(
    _session: AsyncSession, messages: Sequence[DueWords], _now: datetime
) -> dict[int, Said]:
    """Words that cost nothing."""
    said = Outgoing(("Hôm nay đồng chí có 1 nhiệm vụ đến hạn.",))
    return dict.fromkeys((message.message_id for message in messages), said)


async def worded(
    session: AsyncSession, messages: Sequence[DueWords], now: datetime
) -> dict[int, Said]:
    """The morning's real words, as the program makes them."""
    return await word_mornings(session, messages, now=now, default_locale="vi")


async def draw(_picture: RollUpPicture) -> bytes:
    raise AssertionError("no morning's message has a picture")


def at_eight(day: Any) -> datetime:
    """08:00 of a day in Vietnam."""
    return datetime(day.year, day.month, day.day, 1, tzinfo=UTC)
