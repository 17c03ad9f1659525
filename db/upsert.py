"""INSERT that leaves alone what is there already, on both databases."""

from typing import Any

from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import Select

from db.base import Base


def insert_new(
    session: AsyncSession, table: type[Base], columns: list[str], rows: Select[*tuple[Any, ...]]
) -> Executable:
    """INSERT ... SELECT ... ON CONFLICT DO NOTHING: rows under a taken unique key are left out."""
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(table).from_select(columns, rows).on_conflict_do_nothing()
