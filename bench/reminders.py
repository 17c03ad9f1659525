"""1,000 reminders due of 10,000 tasks waiting: `python -m bench.reminders [DUE] [WAITING]`.

Ours, from the tick to all claimed, sent and marked, beside one APScheduler date job a reminder in
its SQLAlchemyJobStore; a channel that takes everything at once, medians of three. `first` is the
first tick of a process, whose statements are new; `worded` makes the morning's real text as well.
`lost` is what the peer drops with its defaults (a grace of one second). Goals: 40 times as fast as
the peer on SQLite as it comes, 6 times on SQLite in WAL mode and on PostgreSQL.
"""

import asyncio
import gc
import logging
import sys
from datetime import timedelta
from statistics import median

from bench.engine import at_eight, given, tick, worded
from bench.peer_jobs import peer_engine, run_jobs
from bench.world import TODAY, World, fill, fresh_address, fresh_database

ROUNDS = 3
FIRST_RUNG = TODAY + timedelta(days=30)
"""The due day whose ladder begins today; that of the day after begins tomorrow."""


async def ours(kind: str, due: int, waiting: int) -> dict[str, float]:
    """Seconds of each way, a morning each: the first, then the others in turn."""
    spent: dict[str, list[float]] = {"first": [], "given": [], "owing": [], "worded": []}
    async with fresh_database(kind) as database:
        world = World(
            committees=10,
            agencies=due // 10,
            tasks=waiting // 10,
            due=due // 10,
            day=FIRST_RUNG,
            waves=1 + 2 * ROUNDS,
        )
        await fill(database, world)
        gc.freeze()  # as the program does at its start
        for wave in range(1 + 2 * ROUNDS):
            name = "worded" if wave % 2 else "given" if wave else "first"
            got = await tick(
                database,
                worded if name == "worded" else given,
                now=at_eight(world.morning_of(wave)),
            )
            assert got.owed == got.sent == due, got
            spent[name].append(got.seconds)
            if name == "given":
                spent["owing"].append(got.owing)
    return {name: median(seconds) for name, seconds in spent.items()}


def theirs(kind: str, due: int, waiting: int) -> tuple[float, int]:
    """Seconds of the peer told to wait for all, and how many of them it loses with its defaults."""
    seconds, ran = [], []
    for grace in [None] * ROUNDS + [1] * ROUNDS:
        with fresh_address("sqlite" if kind == "wal" else kind) as url:
            spent, count = asyncio.run(run_jobs(peer_engine(kind, url), due, waiting, grace=grace))
        if grace is None:
            assert count == due, count
            seconds.append(spent)
        else:
            ran.append(count)
    return median(seconds), due - int(median(ran))


def main() -> None:
    """Print ours on both databases, then the peer on all three with the ratio to ours."""
    due = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    waiting = int(sys.argv[2]) if len(sys.argv) > 2 else 10 * due
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)  # it tells of each job it loses
    print(f"{due:,} reminders due of {waiting:,} tasks waiting; ms, medians of {ROUNDS}")
    print("ours            tick   of it owing   worded    first")
    mine = {}
    for kind in ("sqlite", "postgresql"):
        mine[kind] = asyncio.run(ours(kind, due, waiting))
        took = {name: 1000 * seconds for name, seconds in mine[kind].items()}
        print(
            f"{kind:12} {took['given']:7,.0f} {took['owing']:13,.0f}"
            f" {took['worded']:8,.0f} {took['first']:8,.0f}",
            flush=True,
        )
    print("APScheduler     jobs   ratio   goal    lost by its defaults")
    for kind, goal in (("sqlite", 40), ("wal", 6), ("postgresql", 6)):
        seconds, lost = theirs(kind, due, waiting)
        ratio = seconds / mine["postgresql" if kind == "postgresql" else "sqlite"]["given"]
        print(f"{kind:12} {1000 * seconds:7,.0f} {ratio:7.1f} {goal:6} {lost:11,}", flush=True)


if __name__ == "__main__":
    main()
