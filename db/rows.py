"""Many rows as one bound value, read as a table: one statement for one row and for a thousand.

A row a value each makes another statement of every number of rows, and its thousands of values
cost the drivers more than the database takes to use them.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    BindParameter,
    ColumnClause,
    Select,
    bindparam,
    column,
    func,
    select,
)
from sqlalchemy.dialects.postgresql import JSONB

_JSON = JSON().with_variant(JSONB(), "postgresql")


def given_rows(name: str) -> BindParameter[Any]:
    """A value to execute a statement with: a list of dicts, of what JSON can say."""
    return bindparam(name, type_=_JSON)


def as_table(
    given: BindParameter[Any], columns: Sequence[ColumnClause[Any]], dialect: str
) -> Select[*tuple[Any, ...]]:
    """The given rows in "sqlite" or "postgresql", each column by its name in them."""
    if dialect == "postgresql":
        table = func.jsonb_to_recordset(given).table_valued(*columns, name="given")
        return select(table.render_derived(with_types=True))
    each = func.json_each(given).table_valued("value", name="given")
    return select(
        *(
            func.json_extract(each.c.value, f"$.{part.name}", type_=part.type).label(part.name)
            for part in columns
        )
    )


def given_ids(name: str, dialect: str) -> Select[*tuple[Any, ...]]:
    """Ids, given as a list of numbers."""
    given = given_rows(name)
    if dialect == "postgresql":
        found = func.jsonb_array_elements_text(given).column_valued("given")
        return select(found.cast(BigInteger))
    each = func.json_each(given).table_valued(column("value", BigInteger), name="given")
    return select(each.c.value)
