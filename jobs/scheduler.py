"""APScheduler wakes the program; what is due is decided by queries on the database."""

from collections.abc import Awaitable, Callable
from datetime import UTC, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

TICK = timedelta(seconds=30)
"""How often the day's reminders are looked for: people are not told later than this."""
WAKE = timedelta(seconds=5)
"""How often what waits for a retry is looked at."""


def build_scheduler(
    tick: Callable[[], Awaitable[object]], wake: Callable[[], Awaitable[None]]
) -> AsyncIOScheduler:
    """The scheduler with every job there is; started by its caller within the running loop.

    Stable ids, coalescing, and a grace as long as the interval: a wake-up that comes late is
    still a wake-up, and several missed ones are one.
    """
    scheduler = AsyncIOScheduler(timezone=UTC)
    for name, job, every in (("tick", tick, TICK), ("wake", wake, WAKE)):
        scheduler.add_job(
            job,
            "interval",
            seconds=every.total_seconds(),
            id=name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=int(every.total_seconds()),
        )
    return scheduler
