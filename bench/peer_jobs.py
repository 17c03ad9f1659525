"""The peer of the engine: one APScheduler date job a reminder, in its SQLAlchemyJobStore."""

import asyncio
import pickle
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.events import EVENT_JOB_MISSED
from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.util import datetime_to_utc_timestamp
from sqlalchemy import Engine, create_engine, event, insert

AHEAD = timedelta(seconds=1)
"""From the start to the moment at which the due jobs are due."""
PATIENCE = 120.0

sent: list[int] = []
"""What the jobs of this process sent."""


async def send(number: int) -> None:
    """A job: its message is taken at once."""
    sent.append(number)


def peer_engine(kind: str, url: str) -> Engine:
    """The store's engine: "sqlite" as it comes, "wal" as we set it up, or "postgresql"."""
    if kind == "postgresql":
        return create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    engine = create_engine(url)
    if kind == "wal":

        @event.listens_for(engine, "connect")
        def _prepare(connection, _record) -> None:  # type: ignore[no-untyped-def]
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")

    return engine


async def run_jobs(
    engine: Engine, due: int, waiting: int, *, grace: int | None
) -> tuple[float, int]:
    """Seconds from the moment at which `due` jobs are due to the last one run, and how many ran."""
    store = SQLAlchemyJobStore(engine=engine)
    scheduler = AsyncIOScheduler(jobstores={"default": store}, timezone=UTC)
    missed = 0

    def miss(_event: object) -> None:
        nonlocal missed
        missed += 1

    scheduler.add_listener(miss, EVENT_JOB_MISSED)
    scheduler.start(paused=True)
    sent.clear()
    moment = datetime.now(UTC) + AHEAD
    await asyncio.to_thread(_store, scheduler, store, moment, due, waiting, grace)
    begun = asyncio.get_running_loop().time() + (moment - datetime.now(UTC)).total_seconds()
    scheduler.resume()
    await _until(lambda: len(sent) + missed >= due)
    seconds = asyncio.get_running_loop().time() - begun
    scheduler.shutdown(wait=False)
    engine.dispose()
    return seconds, len(sent)


def _store(
    scheduler: AsyncIOScheduler,
    store: SQLAlchemyJobStore,
    moment: datetime,
    due: int,
    waiting: int,
    grace: int | None,
) -> None:
    """Put the jobs into its table as `add_job` does, but all at once."""
    rows = []
    for number in range(1, waiting + 1):
        at = moment if number <= due else moment + timedelta(days=30)
        job = Job(
            scheduler,
            id=str(number),
            func=send,
            args=(number,),
            kwargs={},
            name="send",
            trigger=DateTrigger(at),
            executor="default",
            misfire_grace_time=grace,
            coalesce=True,
            max_instances=1,
            next_run_time=at,
        )
        state = pickle.dumps(job.__getstate__(), store.pickle_protocol)
        stamp = datetime_to_utc_timestamp(at)
        rows.append({"id": job.id, "next_run_time": stamp, "job_state": state})
    with store.engine.begin() as connection:
        connection.execute(insert(store.jobs_t), rows)


async def _until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not done():  # noqa: ASYNC110  (nothing tells of it)
            await asyncio.sleep(0.002)
