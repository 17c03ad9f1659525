"""The same 1,000 reminders with 1,000,000 tasks waiting: `python -m bench.growth [DUE] [TASKS]`.

One tick, from owing to all sent and marked, in two worlds that differ in how many tasks wait, each
in a process of its own; medians of three mornings. As in real plans four of ten tasks are ongoing
and three come round each year; `overdue` adds long overdue ones to the large world, of which all
were told. Goals: 1.3 times on SQLite, 2 times on PostgreSQL, 5 MB more.
"""

import asyncio
import gc
import multiprocessing
import sys
from datetime import timedelta
from pathlib import Path
from statistics import median

from bench.engine import Spent, at_eight, given, tick
from bench.world import TODAY, World, fill, fresh_database

ROUNDS = 3
COMMITTEES = 10


def measure(kind: str, due: int, tasks: int, overdue: int) -> tuple[float, float]:
    """Seconds of a tick, and by how many MB the process grew from its first to its last."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measure, (kind, due, tasks, overdue))


def _measure(kind: str, due: int, tasks: int, overdue: int) -> tuple[float, float]:
    world = World(
        committees=COMMITTEES,
        agencies=due // COMMITTEES,
        tasks=tasks // COMMITTEES,
        due=due // COMMITTEES,
        day=TODAY + timedelta(days=30),
        waves=2 + ROUNDS,
        overdue=overdue // COMMITTEES,
        usual=True,
    )
    return asyncio.run(_mornings(kind, world))


async def _mornings(kind: str, world: World) -> tuple[float, float]:
    async with fresh_database(kind) as database:
        await fill(database, world)
        gc.freeze()  # as the program does at its start
        spent: list[Spent] = []
        before = held()
        for wave in range(2 + ROUNDS):
            spent.append(await tick(database, given, now=at_eight(world.morning_of(wave))))
        return median(one.seconds for one in spent[2:]), held() - before


def held() -> float:
    """The MB this process holds now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def main() -> None:
    """Print the small world, the large one and the overdue one of each database."""
    due = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    tasks = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    few = due * (2 + ROUNDS)
    print(f"{due:,} reminders due; ms of a tick, and MB grown since the first")
    print("database      tasks   overdue      ms   ratio   goal    MB")
    for kind, goal in (("sqlite", 1.3), ("postgresql", 2.0)):
        small = 0.0
        for count, overdue in ((few, 0), (tasks, 0), (tasks, tasks // 10)):
            seconds, grown = measure(kind, due, count, overdue)
            small = small or seconds
            print(
                f"{kind:10} {count:9,} {overdue:9,} {1000 * seconds:7,.0f}"
                f" {seconds / small:7.2f} {goal:6} {grown:+5.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
