"""The Monday 08:00 of the whole country: `python -m bench.country [SHARE]`, by default a tenth.

34 provinces and 3,321 communes, 1.6 million tasks, 150,000 people, each to be told of something,
planned on PostgreSQL by one process and by two that share the committees; a figure each, seconds
from the moment at which all are ready. SHARE is the part of the country; all of it (1) takes
minutes to fill, and some GB of disk.
"""

import asyncio
import multiprocessing
import sys
import time
from datetime import timedelta

from bench.engine import at_eight
from bench.world import TODAY, World, fill, fresh_address
from db.engine import Database
from db.migrate import upgrade
from jobs.reminders import plan_reminders

COMMITTEES, PEOPLE, TASKS = 34 + 3321, 45, 477
"""Of the country; the others of each committee, on average."""
READY = 30.0
"""Seconds in which every process has started and connected."""


def plan(url: str, moment: float) -> tuple[float, int]:
    """One process: seconds from the moment to the end of its tick, and the messages it owed."""
    return asyncio.run(_plan(url, moment))


async def _plan(url: str, moment: float) -> tuple[float, int]:
    database = Database(url)
    async with database.read() as session:
        await session.connection()
    assert time.time() < moment, "not ready in time"
    await asyncio.sleep(moment - time.time())
    owed = await plan_reminders(database, now=at_eight(TODAY), everywhere=False)
    seconds = time.time() - moment
    await database.close()
    return seconds, owed


async def _fill(url: str, world: World) -> None:
    database = Database(url)
    await upgrade(database)
    await fill(database, world)
    await database.close()


def main() -> None:
    """Print a line for one process and one for two, each in a new country."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 0.1
    committees = max(1, round(COMMITTEES * share))
    day = TODAY + timedelta(days=30)
    world = World(committees, PEOPLE, TASKS, due=PEOPLE, day=day, usual=True)
    people, tasks = committees * PEOPLE, committees * TASKS
    print(f"{committees:,} committees, {tasks:,} tasks, {people:,} people")
    print("processes   filled in   planned in   messages   a second")
    for processes in (1, 2):
        with fresh_address("postgresql") as url:
            begun = time.perf_counter()
            asyncio.run(_fill(url, world))
            filled = time.perf_counter() - begun
            with multiprocessing.get_context("spawn").Pool(processes) as pool:
                moment = time.time() + READY
                results = pool.starmap(plan, [(url, moment)] * processes, chunksize=1)
        seconds, owed = max(result[0] for result in results), sum(r[1] for r in results)
        assert owed == people, owed
        print(
            f"{processes:9} {filled:9.1f} s {seconds:10.1f} s {owed:10,} {owed / seconds:10,.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
