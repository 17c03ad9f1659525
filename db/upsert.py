"""INSERT that leaves alone what is there already, on both databases."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import Select

from db.base import Base


def insert_new(
    session: AsyncSession, table: type[Base], columns: list[str], rows: Select[*tuple[Any, ...]]
) -> Any:
    """INSERT ... SELECT ... ON CONFLICT DO NOTHING: rows under a taken unique key are left out."""
    return _insert(session)(table).from_select(columns, rows).on_conflict_do_nothing()


def insert_unless_taken(session: AsyncSession, table: type[Base]) -> Any:
    """INSERT ... ON CONFLICT DO NOTHING, executed with a list of rows: without those taken."""
    return _insert(session)(table).on_conflict_do_nothing()


def _insert(session: AsyncSession) -> Any:
    dialect = session.get_bind().dialect.name
    return sqlite.insert if dialect == "sqlite" else postgresql.insert
