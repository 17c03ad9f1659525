"""The loops that keep the inbox and the outbox moving, woken by what happens."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)


GRACE = 5.0
"""Seconds for what is under way when the program ends; a message half sent would go twice."""


class Pump:
    """Runs one piece of work again and again, whenever it is woken.

    Woken while it works, it works once more. A failure is logged and leaves the work for the
    next waking; the scheduler wakes it every few seconds in any case. `gather` is how many seconds
    it waits once it is woken, so that what comes in close order is done together.
    """

    def __init__(
        self,
        name: str,
        work: Callable[[], Awaitable[int]],
        *,
        grace: float = GRACE,
        gather: float = 0.0,
    ) -> None:
        self.name = name
        self._grace = grace
        self._gather = gather
        self._work = work
        self._woken = asyncio.Event()
        self._stopping = False
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """There may be something to do."""
        self._woken.set()

    def start(self) -> None:
        """Begin, with one round at once for what an earlier run left behind."""
        self._woken.set()
        self._task = asyncio.create_task(self._run(), name=self.name)

    async def stop(self) -> None:
        """End after the round that is under way; one that does not end soon is cut short."""
        if self._task is None:
            return
        self._stopping = True
        self._woken.set()
        await asyncio.wait({self._task}, timeout=self._grace)
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while not self._stopping:
            await self._woken.wait()
            if self._gather and not self._stopping:
                await asyncio.sleep(self._gather)
            self._woken.clear()
            try:
                await self._work()
            except Exception:
                log.exception("%s failed", self.name, extra={"action": "pump_failed"})
