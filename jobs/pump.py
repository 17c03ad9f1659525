"""The loops that keep the inbox and the outbox moving, woken by what happens."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)


class Pump:
    """Runs one piece of work again and again, whenever it is woken.

    Woken while it works, it works once more. A failure is logged and leaves the work for the
    next waking; the scheduler wakes it every few seconds in any case.
    """

    def __init__(self, name: str, work: Callable[[], Awaitable[int]]) -> None:
        self.name = name
        self._work = work
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """There may be something to do."""
        self._woken.set()

    def start(self) -> None:
        """Begin, with one round at once for what an earlier run left behind."""
        self._woken.set()
        self._task = asyncio.create_task(self._run(), name=self.name)

    async def stop(self) -> None:
        """End between two pieces of work, or within one."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await self._woken.wait()
            self._woken.clear()
            try:
                await self._work()
            except Exception:
                log.exception("%s failed", self.name, extra={"action": "pump_failed"})
