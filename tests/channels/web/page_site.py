"""What the tests of the page look at: its rows."""

from typing import Any

import pytest
from sqlalchemy import func, select

from bot.i18n import translator
from db.engine import Database
from db.models import InboxUpdate, WebMessage

VI = translator("vi")

without_storage = pytest.mark.parametrize("kind", ["sqlite"])
"""For what is decided before the database is asked: once is enough."""


async def rows(database: Database, model: Any) -> list[Any]:
    async with database.read() as session:
        return list(await session.scalars(select(model).order_by(model.id)))


async def count(database: Database) -> tuple[int, int]:
    """How many lines and how many updates are stored."""
    async with database.read() as session:
        lines = await session.scalar(select(func.count()).select_from(WebMessage))
        updates = await session.scalar(select(func.count()).select_from(InboxUpdate))
        return lines or 0, updates or 0
