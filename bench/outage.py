"""After a week's outage, 100,000 people with overdue tasks: `python -m bench.outage [PEOPLE]`.

Seconds until all their messages are queued and the first are claimed, and the longest pause of the
event loop meanwhile; medians of three, each in a new database. Goals: 5 s on SQLite, 10 s on
PostgreSQL, no pause over 50 ms. The peer, one APScheduler job a reminder, held the loop up for 295
and 188 s (`bench.reminders` has it at work).
"""

import asyncio
import gc
import sys
import time
from datetime import timedelta
from statistics import median

from bench.engine import at_eight
from bench.world import TODAY, World, fill, fresh_database
from db.engine import Database
from jobs.claims import BATCH, claim_messages
from jobs.reminders import plan_reminders

ROUNDS = 3
COMMITTEES = 100
BEAT = 0.002
"""Seconds between two beats of the loop's heart; what is longer than that is a pause."""


async def measure(kind: str, people: int) -> tuple[float, float]:
    """Seconds until the first are claimed, and the longest pause."""
    each = people // COMMITTEES
    world = World(COMMITTEES, each, each, due=each, day=TODAY - timedelta(days=4))
    async with fresh_database(kind) as database:
        await fill(database, world)
        gc.collect()
        gc.freeze()  # as the program does at its start
        pauses: list[float] = []
        beating = asyncio.create_task(_beat(pauses))
        seconds = await _catch_up(database, people)
        beating.cancel()
        return seconds, max(pauses)


async def _catch_up(database: Database, people: int) -> float:
    now = at_eight(TODAY)
    begun = time.perf_counter()
    owed = await plan_reminders(database, now=now, everywhere=False)
    claimed = await claim_messages(database, now=now)
    seconds = time.perf_counter() - begun
    assert owed == people, owed
    assert len(claimed) == min(BATCH, people), claimed
    return seconds


async def _beat(pauses: list[float]) -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(BEAT)
        pauses.append(time.perf_counter() - begun - BEAT)


async def main() -> None:
    """Print a line for each database."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"{people:,} people with an overdue task, a week late")
    print("database    queued and claimed   goal   longest pause   goal")
    for kind, goal in (("sqlite", 5), ("postgresql", 10)):
        rounds = [await measure(kind, people) for _ in range(ROUNDS)]
        seconds = median(spent for spent, _ in rounds)
        pause = 1000 * median(longest for _, longest in rounds)
        print(f"{kind:10} {seconds:18.1f} s {goal:4} s {pause:12.0f} ms  50 ms", flush=True)


if __name__ == "__main__":
    asyncio.run(main())
