"""Bring a database to the newest schema; called at every start."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from db.engine import Database

MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_LOCK = 0x446F6E44
"""PostgreSQL advisory lock: two programs that start together upgrade one after the other."""


async def upgrade(database: Database) -> None:
    """Apply the migrations that this database lacks, in one transaction; none: nothing happens."""
    async with database.engine.begin() as connection:
        if not await connection.run_sync(_is_newest):
            await connection.run_sync(_upgrade)


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
