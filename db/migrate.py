"""Bring a database to the newest schema; called at every start."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import Database

MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_LOCK = 0x446F6E44
"""PostgreSQL advisory lock: two programs that start together upgrade one after the other."""


class BrokenReferenceError(Exception):
    """A migration would leave rows that point at none; nothing of it was kept."""


async def upgrade(database: Database) -> None:
    """Apply the migrations that this database lacks, in one transaction; none: nothing happens.

    Raises `BrokenReferenceError` where that would leave rows that point at none.
    """
    async with database.engine.connect() as connection:
        newest_already = await connection.run_sync(_is_newest)
        await connection.rollback()
        if newest_already:
            return
        async with _tables_may_be_rebuilt(connection), connection.begin():
            await connection.run_sync(_upgrade)
            if connection.dialect.name == "sqlite":
                broken = (await connection.execute(text("PRAGMA foreign_key_check"))).all()
                if broken:
                    raise BrokenReferenceError(f"rows that point at none: {broken[:5]}")


@asynccontextmanager
async def _tables_may_be_rebuilt(connection: AsyncConnection) -> AsyncIterator[None]:
    """SQLite changes a table by a new one in its place; with foreign keys on, dropping the old
    one is refused where rows point at it, and they cannot be put off within a transaction:
    https://www.sqlite.org/lang_altertable.html#otheralter.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    await connection.run_sync(_hold_to_references, "OFF")
    try:
        yield
    finally:
        await connection.run_sync(_hold_to_references, "ON")


def _hold_to_references(connection: Connection, whether: str) -> None:
    """Beside SQLAlchemy, which would begin a transaction, where the pragma does nothing."""
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys={whether}")
    cursor.close()


def newest() -> str:
    """The newest revision: each file in `versions` begins with its own."""
    return max(file.stem.partition("_")[0] for file in (MIGRATIONS / "versions").glob("0*.py"))


def _is_newest(connection: Connection) -> bool:
    """Whether nothing is to be done, asked without Alembic."""
    if not inspect(connection).has_table("alembic_version"):
        return False
    found = connection.scalars(text("SELECT version_num FROM alembic_version")).all()
    return list(found) == [newest()]


def _upgrade(connection: Connection) -> None:
    from alembic import command  # slow import, needed only where something is to be done
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK})
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
