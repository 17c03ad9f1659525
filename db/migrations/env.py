"""Alembic's entry: runs on the connection it is handed, or on DONDOC_DATABASE_URL from a shell."""

import asyncio
import os

from alembic import context
from sqlalchemy import Connection

from db import models  # noqa: F401  fills the metadata
from db.base import Base
from db.engine import Database


def migrate(connection: Connection) -> None:
    """Run what Alembic was asked for on this connection."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_server_default=True,
    )
    context.run_migrations()


async def migrate_from_shell() -> None:
    """Connect by the environment's address; for developers writing a revision."""
    database = Database(os.environ["DONDOC_DATABASE_URL"])
    async with database.engine.begin() as connection:
        await connection.run_sync(migrate)
    await database.close()


handed = context.config.attributes.get("connection")
if handed is not None:
    migrate(handed)
else:
    asyncio.run(migrate_from_shell())
