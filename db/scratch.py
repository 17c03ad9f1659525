"""Tables of one connection alone, filled anew for each use: what several queries ask of."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Table, delete, insert, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.schema import CreateIndex, CreateTable


async def refill(
    session: AsyncSession, table: Table, queries: Sequence[Select[*tuple[Any, ...]]]
) -> None:
    """Fill a temporary table with what these queries give; what it held before is gone."""
    await session.execute(CreateTable(table, if_not_exists=True))
    for index in table.indexes:
        await session.execute(CreateIndex(index, if_not_exists=True))
    await session.execute(delete(table))
    names = [column.name for column in table.columns]
    for query in queries:
        await session.execute(insert(table).from_select(names, query))
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(text(f"ANALYZE {table.name}"))  # nothing else looks at such a table
