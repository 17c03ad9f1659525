"""One process receives from a bot; when its lock is gone it stops, and another takes over."""

import asyncio

import pytest
from sqlalchemy import text

from db.lock import BotLock
from jobs import polling
from jobs.polling import Polling


class Receiver:
    """Notes when it was told to receive and to stop."""

    def __init__(self) -> None:
        self.told: list[str] = []

    async def start(self) -> None:
        self.told.append("start")

    async def pause(self) -> None:
        self.told.append("pause")


on_sqlite = pytest.mark.parametrize("kind", ["sqlite"])
on_postgresql = pytest.mark.parametrize("kind", ["postgresql"])
"""What only that database has: one program, or several that share."""


@on_sqlite
async def test_on_sqlite_it_is_always_ours(database):
    assert [await BotLock(database, "telegram:1").take() for _ in range(2)] == [True, True]


@on_postgresql
async def test_each_bot_is_held_by_one(database):
    first, second, other = (
        BotLock(database, "telegram:1"),
        BotLock(database, "telegram:1"),
        BotLock(database, "telegram:2"),
    )
    taken = [await lock.take() for lock in (first, second, other, first)]
    await first.release()
    then = [await lock.take() for lock in (second, first)]
    for lock in (first, second, other):
        await lock.release()

    assert taken == [True, False, True, True]
    assert then == [True, False]


@on_postgresql
async def test_who_loses_it_stops_and_another_takes_over(database, monkeypatch):
    monkeypatch.setattr(polling, "LOOK_SECONDS", 0.05)
    receivers = [Receiver(), Receiver()]
    pollings = [Polling(BotLock(database, "telegram:1"), receiver) for receiver in receivers]
    pollings[0].start()
    await until(lambda: receivers[0].told == ["start"])
    pollings[1].start()
    await asyncio.sleep(0.2)
    assert receivers[1].told == []

    async with database.engine.begin() as connection:
        await connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
        )
    await until(lambda: len(receivers[0].told + receivers[1].told) >= 3)
    await asyncio.sleep(0.2)

    receiving = [receiver for receiver in receivers if receiver.told[-1:] == ["start"]]
    assert len(receiving) == 1
    assert receivers[0].told[:2] == ["start", "pause"]
    for one in pollings:
        await one.stop()
    assert all(receiver.told[-1:] != ["start"] for receiver in receivers)


async def until(condition):
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110  what it waits for is noted, not awaited
            await asyncio.sleep(0.02)
