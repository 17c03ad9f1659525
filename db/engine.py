"""The database: one engine, sessions that read and sessions that write."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import URL, Connection, event, make_url, text
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

from db import one_trip
from db.unsettling import WatchedSession

log = logging.getLogger(__name__)

BUSY_SECONDS = 15
"""How long a writer waits for another on SQLite before it fails."""

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}
"""The program picks the driver; people write `sqlite:///...` or `postgresql://...`."""


class Database:
    """Where the data is.

    `write()` is one transaction, committed at its end; on SQLite it takes the write lock at its
    start, so what it reads cannot change under it; this process's own writers take turns, since
    SQLite would let them wait in no order. `read()` sees one moment and changes nothing.
    """

    def __init__(self, url: str) -> None:
        self.url = driver_url(url)
        self.engine = create_engine(self.url)
        self._readers = async_sessionmaker(
            self.engine.execution_options(reads_only=True), expire_on_commit=False
        )
        self._writers = async_sessionmaker(
            self.engine, expire_on_commit=False, sync_session_class=WatchedSession
        )
        self._is_sqlite = self.url.get_backend_name() == "sqlite"
        self._turn = asyncio.Lock() if self._is_sqlite else contextlib.nullcontext()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session to read with; whatever it changed is rolled back."""
        async with self._readers() as session:
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """A session whose changes are committed together, or not at all."""
        async with self._turn, self._writers.begin() as session:
            yield session

    @asynccontextmanager
    async def erase(self) -> AsyncIterator[AsyncSession]:
        """A session to write with, of whose deleted and blanked values SQLite keeps nothing.

        They are overwritten in the file, and the journal, which has every page as it was, is
        emptied. PostgreSQL leaves both to its own cleaning.
        """
        async with self.write() as session:
            if self._is_sqlite:
                await session.execute(text("PRAGMA secure_delete=ON"))
            yield session
        if self._is_sqlite:
            await self._empty_journal()

    async def _empty_journal(self) -> None:
        """Move SQLite's journal into the file and leave nothing of it; waits for who still reads
        from it, in this process or another."""
        async with one_trip.connect(str(self.url.database), timeout=BUSY_SECONDS) as connection:
            [[busy, *_]] = await connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            log.warning("SQLite's journal could not be emptied", extra={"action": "journal_kept"})

    async def close(self) -> None:
        """Give back every connection."""
        await self.engine.dispose()


def driver_url(url: str) -> URL:
    """The address with our driver in it.

    Raises `ValueError` for a database we do not know, `ArgumentError` for what is no address.
    """
    parsed = make_url(url)
    kind = parsed.get_backend_name()
    if kind not in DRIVERS:
        raise ValueError(f"unknown kind of database: {kind}")
    return parsed.set(drivername=DRIVERS[kind])


def create_engine(url: URL) -> AsyncEngine:
    """The engine, with SQLite in WAL mode, foreign keys on, and transactions that really begin.

    Its faults name the statement and not its values: a log is no place for people's words.
    """
    if url.get_backend_name() != "sqlite":
        engine = create_async_engine(url, pool_pre_ping=True, hide_parameters=True)
        # Many rows in one statement, as psycopg2 has it: each alone took a hundred times as long.
        engine.sync_engine.dialect.use_insertmanyvalues_wo_returning = True
        return engine
    settings = {"timeout": BUSY_SECONDS, "async_creator_fn": one_trip.connect}
    engine = create_async_engine(url, connect_args=settings, hide_parameters=True)

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself; _begin does
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("reads_only", False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine
