"""Tables of one connection alone, filled anew for each use: what several queries ask of."""

from sqlalchemy import Executable, Table, delete, text
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable


def emptied(table: Table, dialect: Dialect) -> list[Executable]:
    """The statements after which a temporary table is there and has no row."""
    made: list[CreateTable | CreateIndex] = [
        CreateTable(table, if_not_exists=True),
        *(CreateIndex(index, if_not_exists=True) for index in table.indexes),
    ]
    return [*(text(str(ddl.compile(dialect=dialect))) for ddl in made), delete(table)]


def counted(table: Table) -> Executable:
    """What tells the database how full a temporary table is: nothing else looks at one.

    SQLite takes an uncounted one for a million rows, and would read whole tables beforehand to
    save itself some of as many searches.
    """
    return text(f"ANALYZE {table.name}")
