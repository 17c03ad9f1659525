"""Several processes on one PostgreSQL: one receives, all send, and one killed at random is no loss.

A message goes twice only where the killed process had it in hand; reports are recorded once.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from db.engine import Database
from db.enums import OutboxState
from db.models import InboxUpdate, OutboxMessage, StatusUpdate
from tests.botapi import TOKEN, BotApi
from tests.crash.driver import run_hurried
from tests.crash.test_crash import MORNING, PROCESSES, SECONDS
from tests.jobs.morning import add_task, join
from tests.make import make_agency, make_committee, make_plan

OFFICERS = 24
TAKEN_OVER = 30.0
"""Seconds within which another process receives."""


@pytest.fixture
def kind() -> str:
    """SQLite has one program a file; this is about many."""
    return "postgresql"


@pytest.fixture
async def officers(database: Database) -> list[int]:
    """Two dozen agencies with an officer and a task each, due in a fortnight; their chats."""
    async with database.write() as session:
        committee = await make_committee(session)
        plan = await make_plan(session, committee)
        for number in range(OFFICERS):
            agency = await make_agency(session, committee)
            await add_task(session, agency, plan=plan)
            await join(session, f"Cán bộ {number + 1}", agency)
    return [1001 + number for number in range(OFFICERS)]


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


async def until(condition, seconds: float) -> float:
    """Wait for something to come true; how long it took."""
    begun = time.monotonic()
    while not await condition():
        assert time.monotonic() - begun < seconds, "it never came"
        await asyncio.sleep(0.1)
    return time.monotonic() - begun


@pytest.mark.parametrize(("processes", "seed"), [(2, 1), (4, 3)])
async def test_one_killed_at_random_loses_nothing(
    database, database_url, officers, api, tmp_path: Path, processes, seed
):
    chance = random.Random(seed)  # noqa: S311  which process dies, and when
    for chat in officers:
        api.meet(chat)
    environment = {
        "DONDOC_DATABASE_URL": database_url,
        "DONDOC_DATA_DIR": str(tmp_path),
        "DONDOC_TELEGRAM_TOKEN": TOKEN,
        "DONDOC_TELEGRAM_API_URL": api.url,
        "DONDOC_CLOCK": MORNING,
    }
    running = [
        PROCESSES.Process(target=run_hurried, args=(environment,), daemon=True)
        for _ in range(processes)
    ]
    try:
        for process in running:
            process.start()
        await api.called("getUpdates", seconds=SECONDS)
        for number, chat in enumerate(officers[: OFFICERS // 2], 1):
            api.say(chat, f"#{number} được 50%")
        await asyncio.sleep(chance.uniform(0.0, 1.5))
        running.pop(chance.randrange(processes)).kill()
        in_hand = await _in_hand(database)
        last = [
            api.say(chat, f"#{number} được 60%")
            for number, chat in enumerate(officers, 1)
            if number > OFFICERS // 2
        ]
        begun = time.monotonic()
        await api.confirmed(last[-1], TAKEN_OVER)
        taken_over = time.monotonic() - begun

        async def settled() -> bool:
            return await _settled(database)

        await until(settled, SECONDS)
    finally:
        for process in running:
            process.kill()
            await asyncio.to_thread(process.join, SECONDS)

    assert taken_over < TAKEN_OVER
    async with database.read() as session:
        reports = (await session.scalars(select(StatusUpdate.words))).all()
        ended = select(OutboxMessage.state, OutboxMessage.kind, OutboxMessage.error)
        states = [tuple(row) for row in await session.execute(ended)]
    told = Counter((sent.chat_id, sent.text) for sent in api.sent)
    assert Counter(reports) == Counter(
        f"#{n} được {50 if n <= OFFICERS // 2 else 60}%" for n in range(1, OFFICERS + 1)
    )
    assert {state for state in states if state[0] is not OutboxState.SENT} == set()
    mornings = [chat for chat, text in told if "nhiệm vụ cần lưu ý" in text]
    assert sorted(mornings) == officers
    assert len(told) == len(states)
    assert sum(told.values()) - len(told) <= in_hand


async def _in_hand(database: Database) -> int:
    async with database.read() as session:
        query = select(OutboxMessage.id).where(OutboxMessage.state == OutboxState.SENDING)
        return len((await session.scalars(query)).all())


async def _settled(database: Database) -> bool:
    """Every update handled, every morning's message owed, and nothing waits."""
    async with database.read() as session:
        states = (await session.scalars(select(OutboxMessage.state))).all()
        unhandled = await session.scalars(
            select(InboxUpdate.id).where(InboxUpdate.handled_at.is_(None))
        )
        waiting = [s for s in states if s in (OutboxState.QUEUED, OutboxState.SENDING)]
        return len(states) >= 2 * OFFICERS and not waiting and not unhandled.all()
