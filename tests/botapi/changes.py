"""Waiting for something to be true, without sleeping."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Changes:
    """Wakes those who wait each time something has changed."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def ring(self) -> None:
        """Something has changed."""
        self._next.set()
        self._next = asyncio.Event()

    async def until(self, found: Callable[[], T | None], seconds: float) -> T | None:
        """What `found` gives as soon as it is not None; None when the time is over."""
        try:
            async with asyncio.timeout(seconds):
                while (value := found()) is None:
                    await self._next.wait()
                return value
        except TimeoutError:
            return None
