"""INSERT that leaves alone what is there already, on both databases."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import Select

from db.base import Base, table_of


def insert_new(
    dialect: str, table: type[Base], columns: list[str], rows: Select[*tuple[Any, ...]]
) -> Any:
    """INSERT ... SELECT ... ON CONFLICT DO NOTHING: rows under a taken unique key are left out."""
    return _insert(dialect)(table_of(table)).from_select(columns, rows).on_conflict_do_nothing()


def insert_unless_taken(session: AsyncSession, table: type[Base]) -> Any:
    """INSERT ... ON CONFLICT DO NOTHING, executed with a list of rows: without those taken."""
    dialect = session.get_bind().dialect.name
    return _insert(dialect)(table_of(table)).on_conflict_do_nothing()


def _insert(dialect: str) -> Any:
    return sqlite.insert if dialect == "sqlite" else postgresql.insert
