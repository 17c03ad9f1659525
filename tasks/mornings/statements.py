"""The statements of a morning, in their order; built once for each kind of database.

Nothing but bound values differs from one morning to the next (`db.queries.given`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Dialect, Executable, Table, func, insert, make_url, select

from db.models import MorningNote, Rung
from db.queries.covering import cover, point, told_people, waiting_people, write_told
from db.queries.hearers import HEARERS, listeners
from db.queries.late import take_up
from db.queries.notes import NOTE_COLUMNS, notes, passed
from db.queries.standing import AHEAD, LADDER, STANDING, Rows, ladder_table, standing
from db.queries.there import There, what_is_there
from db.queries.told import TOLD, snoozed, told
from db.scratch import counted, emptied
from db.upsert import insert_new

_WAYS = ("seqscan", "hashjoin", "mergejoin", "memoize", "material")
_BY_INDEX = select(*(func.set_config(f"enable_{way}", "off", True) for way in _WAYS))
"""Until the transaction ends: from what is due to what it concerns, by indexes. How many due days
lie in a rung's range PostgreSQL cannot tell, and would read the tables in full for a few rows."""


@dataclass(frozen=True, slots=True)
class Step:
    """One statement, and for what it is there: without any of that, it has nothing to do."""

    statement: Executable
    needs: frozenset[str] = field(default_factory=frozenset)
    """Of `There`, or audiences of which something stands; none: it is always executed."""


@dataclass(frozen=True, slots=True)
class OwingStatements:
    """What a morning executes: each part whole, before the next."""

    listen: Sequence[Step]
    """Fill `HEARERS`."""
    there: Any
    """What there is to look at."""
    take_up: Sequence[Step]
    """What an earlier morning's message could not say, for an outage, waits for today's."""
    find: Sequence[Step]
    """Fill `STANDING`."""
    audiences: Any
    """For whom something stands."""
    tell: Sequence[Step]
    """Fill `TOLD`, and write the notes."""
    cover: Sequence[Step]
    """One message of the day for each person for whom something waits; their rows are the number
    of messages that became owed."""
    point: Sequence[Step]
    """Write the rungs, and point what waited at the message that covers it."""


@cache
def owing_statements(dialect: str) -> OwingStatements:
    """The statements for "sqlite" or "postgresql"."""
    of = make_url(f"{dialect}://").get_dialect()()
    waits = {There.WAITING, There.LATE, There.REPORTS, There.PASSED}
    return OwingStatements(
        listen=[
            *_steps([_BY_INDEX] if dialect == "postgresql" else []),
            *_steps([*emptied(HEARERS, of), _fill(HEARERS, listeners()), counted(HEARERS)]),
        ],
        there=what_is_there(),
        take_up=_steps(take_up(), There.LATE),
        find=_find(dialect, of),
        audiences=select(STANDING.c.audience).distinct(),
        tell=_tell(dialect, of),
        cover=[
            *_steps([cover(told_people(), dialect)]),
            *_steps([cover(waiting_people(), dialect)], *waits),
        ],
        point=[
            *_steps([write_told(dialect)]),
            *_steps([point(Rung, Rung.silenced.is_(False)), point(MorningNote)], *waits),
        ],
    )


def _find(dialect: str, of: Dialect) -> list[Step]:
    stands = standing(ladder_table(LADDER, dialect))
    return [
        *_steps([*emptied(STANDING, of), _fill(STANDING, stands.by_ladder)]),
        *_steps([_fill(STANDING, stands.by_period)], There.PERIOD),
        *_steps([_fill(STANDING, stands.by_instruction)], There.INSTRUCTED),
        *_steps([_fill(STANDING, stands.opening)], There.OPENING),
        *_steps([counted(STANDING)]),
    ]


def _tell(dialect: str, of: Dialect) -> list[Step]:
    ahead = ladder_table(AHEAD, dialect)
    return [
        *_steps(emptied(TOLD, of)),
        *_steps([_fill(TOLD, snoozed())], There.SNOOZED),
        *(Step(_fill(TOLD, rows), frozenset(audiences)) for audiences, rows in told()),
        *_steps(
            [insert_new(dialect, MorningNote, NOTE_COLUMNS, rows) for rows in notes(ahead)],
            There.REPORTS,
        ),
        *_steps([insert_new(dialect, MorningNote, NOTE_COLUMNS, passed())], There.PASSED),
    ]


def _steps(statements: Sequence[Executable], *needs: str) -> list[Step]:
    return [Step(statement, frozenset(needs)) for statement in statements]


def _fill(table: Table, rows: Rows) -> Executable:
    return insert(table).from_select([column.name for column in table.columns], rows)
