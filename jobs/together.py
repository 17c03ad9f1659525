"""Writes that wait for each other: one transaction for all that came while the last one ran."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Together(Generic[Item]):
    """Gathers what is to be written, and writes all that waits at once.

    `write` commits a list of items or raises; each giver of an item learns of its own.
    """

    def __init__(self, write: Callable[[list[Item]], Awaitable[None]], name: str) -> None:
        self._write = write
        self._name = name
        self._waiting: list[tuple[Item, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def add(self, item: Item) -> None:
        """Return once it is committed; raises what the database raises."""
        committed = asyncio.get_running_loop().create_future()
        self._waiting.append((item, committed))
        if self._writing is None:
            self._writing = asyncio.create_task(self._run(), name=self._name)
        await committed

    async def _run(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                await self._write_batch(batch)
        finally:
            self._writing = None

    async def _write_batch(self, batch: list[tuple[Item, asyncio.Future[None]]]) -> None:
        try:
            await self._write([item for item, _ in batch])
        except Exception as error:
            for _, committed in batch:
                if not committed.done():
                    committed.set_exception(error)
            return
        for _, committed in batch:
            if not committed.done():
                committed.set_result(None)
