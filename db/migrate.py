"""Bring a database to the newest schema; called at every start."""

from pathlib import Path

from sqlalchemy import Connection, text

from db.engine import Database

MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_LOCK = 0x446F6E44
"""PostgreSQL advisory lock: two programs that start together upgrade one after the other."""


async def upgrade(database: Database) -> None:
    """Apply the migrations that this database lacks, in one transaction; none: nothing happens."""
    async with database.engine.begin() as connection:
        await connection.run_sync(_upgrade)


def _upgrade(connection: Connection) -> None:
    from alembic import command  # slow import, needed here alone
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK})
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
