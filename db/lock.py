"""One program at a time on an SQLite file; one that polls each bot on PostgreSQL."""

import asyncio
import fcntl
import hashlib
from contextlib import suppress
from pathlib import Path
from typing import IO

from sqlalchemy import URL, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import Database


class ProgramLock:
    """Held by the program that runs on an SQLite file; ends with its process, however that ends.

    On PostgreSQL it is free to all: programs share the work there.
    """

    def __init__(self, url: URL) -> None:
        is_file = url.get_backend_name() == "sqlite" and url.database
        self._path = Path(f"{url.database}.lock") if is_file else None
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Take it if it is free, or ours already; False: another program has it."""
        if self._path is None or self._file is not None:
            return True
        file = self._path.open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    @property
    def alone(self) -> bool:
        """Whether holding it means that nobody else works on this database."""
        return self._file is not None

    def release(self) -> None:
        """Give it back."""
        if self._file is not None:
            self._file.close()
            self._file = None


ANSWER_SECONDS = 5.0
"""How long the server may take to say that a lock is ours; after it we behave as if it were not."""

KEEP_ALIVE = (
    "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3"
)
"""A machine that vanishes says no goodbye: the server looks after it, and lets go in 20 s."""


class BotLock:
    """Held by the one process that polls a bot, on a connection of its own.

    PostgreSQL frees it as soon as that connection is gone, however its process ended. On SQLite
    there is but one program, and it is always ours.
    """

    def __init__(self, database: Database, bot: str) -> None:
        self._database = database
        self._free_to_all = database.url.get_backend_name() == "sqlite"
        digest = hashlib.sha256(f"dondoc polls {bot}".encode()).digest()
        self._key = int.from_bytes(digest[:8], signed=True)
        self._connection: AsyncConnection | None = None

    async def take(self) -> bool:
        """Whether it is ours: still, or from now on. False where another holds it, or nobody can
        say."""
        if self._free_to_all:
            return True
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                return await self._take()
        except (SQLAlchemyError, OSError, TimeoutError):
            await self.release()
            return False

    async def _take(self) -> bool:
        if self._connection is not None:
            await self._connection.execute(text("SELECT 1"))
            return True
        connection = await self._database.engine.connect()
        try:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            for setting in KEEP_ALIVE.split("; "):
                await connection.execute(text(setting))
            taken = await connection.scalar(
                text("SELECT pg_try_advisory_lock(:key)"), {"key": self._key}
            )
        except BaseException:
            await connection.invalidate()
            raise
        if not taken:
            await connection.close()
            return False
        self._connection = connection
        return True

    async def release(self) -> None:
        """Give it back: the connection goes, and the lock with it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(SQLAlchemyError, OSError):
                await connection.invalidate()
                await connection.close()
