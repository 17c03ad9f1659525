"""A Telegram channel on the wire: joined to the Bot API server of the tests."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from bot.channels.pace import unhurried
from bot.channels.telegram.channel import Telegram
from tests.botapi import BotApi
from tests.botapi.changes import Changes


class Shelf:
    """A store that keeps each update once and can be told to fail."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.failures = 0
        self.tries = 0
        self.woken = 0
        self.changes = Changes()

    async def store(self, updates: list[tuple[str, dict[str, Any]]]) -> None:
        """Keep updates, or fail where that was asked for."""
        self.tries += 1
        self.changes.ring()
        if self.failures:
            self.failures -= 1
            raise OSError("disk full")
        self.kept |= dict(updates)
        self.changes.ring()

    def wake(self) -> None:
        """Count how often somebody was told to look."""
        self.woken += 1
        self.changes.ring()

    async def holds(self, update_id: int) -> dict[str, Any]:
        """Wait for an update to be kept."""
        found = await self.changes.until(lambda: self.kept.get(str(update_id)), 5)
        assert found, f"update {update_id} was not stored"
        return found


@contextlib.asynccontextmanager
async def connected(
    api: BotApi, shelf: Shelf | None = None, **settings: Any
) -> AsyncIterator[Telegram]:
    """A channel that sends, and receives where there is a shelf."""
    settings = {"token": api.token, "api_url": api.url} | settings
    if shelf:
        settings |= {"store": shelf.store, "wake": shelf.wake}
    pace = settings.pop("pace", None) or unhurried()
    channel = Telegram(**settings)
    channel.pace = pace
    await (channel.start() if shelf else channel.open())
    try:
        yield channel
    finally:
        await channel.close()
