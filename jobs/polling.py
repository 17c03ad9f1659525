"""One of several processes receives from a bot; another takes over when it is gone."""

import asyncio
import logging
from typing import Protocol

from db.lock import BotLock

log = logging.getLogger(__name__)

LOOK_SECONDS = 5.0
"""How often the lock is looked at: who dies is followed within this, and the server's 20 s where
the whole machine vanished."""


class Receiving(Protocol):
    """What fetches a bot's updates."""

    async def start(self) -> None:
        """Begin; returns at once."""
        ...

    async def pause(self) -> None:
        """End, and be ready to begin again."""
        ...


class Polling:
    """Receives while the bot's lock is ours, and looks for it while it is not."""

    def __init__(self, lock: BotLock, channel: Receiving) -> None:
        self._lock = lock
        self._channel = channel
        self._task: asyncio.Task[None] | None = None
        self._receives = False

    def start(self) -> None:
        """Begin in the background."""
        self._task = asyncio.create_task(self._keep(), name="polling")

    async def stop(self) -> None:
        """End, so that another process takes over at once."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._receives:
            await self._channel.pause()
        await self._lock.release()

    async def _keep(self) -> None:
        while True:
            try:
                await self._look()
            except Exception:
                log.exception("Receiving could not change hands", extra={"action": "poll_failed"})
            await asyncio.sleep(LOOK_SECONDS)

    async def _look(self) -> None:
        ours = await self._lock.take()
        if ours and not self._receives:
            await self._channel.start()
            log.info("This process receives", extra={"action": "poll_taken"})
        elif self._receives and not ours:
            await self._channel.pause()
            log.warning("Another process may receive now", extra={"action": "poll_lost"})
        self._receives = ours
