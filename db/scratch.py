"""Tables of one connection alone, filled anew for each use: what several queries ask of."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Executable, Select, Table, delete, insert, text
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable


def filling(
    table: Table, queries: Sequence[Select[*tuple[Any, ...]]], dialect: Dialect
) -> list[Executable]:
    """The statements that fill a temporary table with what these queries give, and nothing else."""
    names = [column.name for column in table.columns]
    made: list[CreateTable | CreateIndex] = [
        CreateTable(table, if_not_exists=True),
        *(CreateIndex(index, if_not_exists=True) for index in table.indexes),
    ]
    statements: list[Executable] = [
        *(text(str(ddl.compile(dialect=dialect))) for ddl in made),
        delete(table),
        *(insert(table).from_select(names, query) for query in queries),
    ]
    if dialect.name == "postgresql":
        statements.append(text(f"ANALYZE {table.name}"))  # nothing else looks at such a table
    return statements
