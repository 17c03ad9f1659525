"""SQLite in a thread of its own, with one trip to that thread a statement.

aiosqlite goes there once for each of cursor, execution, rows and closing. On a busy loop those
trips cost more than what the statements themselves do: seventy of them an incoming message.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from aiosqlite import Connection, Cursor

ROWS = 64
"""Rows a trip where rows are fetched bit by bit, which is nowhere."""


class OneTripConnection(Connection):
    """A connection whose statements come back with all their rows."""

    def cursor(self) -> "OneTripCursor":  # type: ignore[override]  # aiosqlite's goes for one
        """A cursor that is made when it first executes."""
        return OneTripCursor(self)

    async def rollback(self) -> None:
        """Take back what was begun; where nothing is, nobody is asked."""
        if self.in_transaction:
            await super().rollback()


class OneTripCursor(Cursor):
    """Executes, fetches and closes at once; what came of it is read from memory."""

    _rows: Sequence[Any] = ()

    def __init__(self, connection: OneTripConnection) -> None:
        self._conn = connection

    async def __aenter__(self) -> "OneTripCursor":
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> Cursor:
        """Execute one statement."""
        return await self._go(sqlite3.Cursor.execute, sql, parameters or ())

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> Cursor:
        """Execute one statement for each of many rows."""
        return await self._go(sqlite3.Cursor.executemany, sql, parameters)

    async def fetchall(self) -> Sequence[Any]:
        """Every row."""
        return self._rows

    async def close(self) -> None:
        """Nothing: it closed when it had executed."""

    async def _go(self, do: Any, *args: Any) -> Cursor:
        trip = self._execute(_execute, self._conn._conn, do, args)  # type: ignore[no-untyped-call]
        self._cursor, self._rows = await trip
        return self


def _execute(
    connection: sqlite3.Connection, do: Any, args: Sequence[Any]
) -> tuple[sqlite3.Cursor, Sequence[Any]]:
    cursor = connection.cursor()
    try:
        do(cursor, *args)
        return cursor, cursor.fetchall() if cursor.description else ()
    finally:
        cursor.close()


def connect(path: str, **settings: Any) -> OneTripConnection:
    """A connection with what `sqlite3.connect` takes; open once it is awaited."""
    connection = OneTripConnection(partial(sqlite3.connect, path, **settings), ROWS)
    connection._thread.daemon = True  # as SQLAlchemy has it: a forgotten one ends with the program
    return connection
