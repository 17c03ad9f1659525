"""The statements of a morning, in their order; built once for each kind of database.

Nothing but bound values differs from one morning to the next (`db.queries.given`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Executable, and_, exists, func, literal, make_url, select, true, update

from db.base import table_of
from db.enums import OutboxKind, OutboxState
from db.models import MorningNote, OutboxMessage, Rung
from db.queries.covering import waiting_people
from db.queries.given import COMMITTEES, NOW, TODAY
from db.queries.hearers import HEARERS, listeners
from db.queries.messages import waits
from db.queries.notes import NOTE_COLUMNS, notes
from db.queries.standing import AHEAD, LADDER, STANDING, ladder_table, standing
from db.queries.told import RUNG_COLUMNS, snoozed, told
from db.scratch import filling
from db.upsert import insert_new

MESSAGE_COLUMNS = [
    "committee_id",
    "person_id",
    "kind",
    "day",
    "state",
    "queued_at",
    "next_at",
    "attempts",
]


_WAYS = ("seqscan", "hashjoin", "mergejoin", "memoize", "material")
_BY_INDEX = select(*(func.set_config(f"enable_{way}", "off", True) for way in _WAYS))
"""Until the transaction ends: from what is due to what it concerns, by indexes. How many due days
lie in a rung's range PostgreSQL cannot tell, and would read the tables in full for a few rows."""


@dataclass(frozen=True, slots=True)
class OwingStatements:
    """What a morning executes: each part whole, before the next."""

    begin: Sequence[Executable]
    """How PostgreSQL is to go about it."""
    take_up: Sequence[Executable]
    """What an earlier morning's message could not say, for an outage, waits for today's."""
    find: Sequence[Executable]
    """Fill `HEARERS` and `STANDING`."""
    audiences: Any
    """For whom something stands."""
    write: Sequence[tuple[set[str], Executable]]
    """Rungs and notes, with the audiences of which one must stand; none: always."""
    cover: Executable
    """One message of the day for each person for whom something waits."""
    point: Sequence[Executable]
    """Point what waited at the message that covers it."""


@cache
def owing_statements(dialect: str) -> OwingStatements:
    """The statements for "sqlite" or "postgresql"."""
    of = make_url(f"{dialect}://").get_dialect()()
    ladder, ahead = ladder_table(LADDER, dialect), ladder_table(AHEAD, dialect)
    return OwingStatements(
        begin=[_BY_INDEX] if dialect == "postgresql" else [],
        take_up=_take_up(),
        find=[
            *filling(HEARERS, [listeners()], of),
            *filling(STANDING, standing(ladder), of),
        ],
        audiences=select(STANDING.c.audience).distinct(),
        write=[
            (set(), insert_new(dialect, Rung, RUNG_COLUMNS, snoozed())),
            *(
                (audiences, insert_new(dialect, Rung, RUNG_COLUMNS, rows))
                for audiences, rows in told()
            ),
            *((set(), insert_new(dialect, MorningNote, NOTE_COLUMNS, r)) for r in notes(ahead)),
        ],
        cover=_cover(dialect),
        point=[_point(Rung, Rung.silenced.is_(False)), _point(MorningNote)],
    )


def _take_up() -> list[Executable]:
    late = and_(
        waits(NOW),
        OutboxMessage.committee_id.in_(COMMITTEES),
        OutboxMessage.kind == OutboxKind.REMINDER,
        OutboxMessage.person_id.is_not(None),
        OutboxMessage.day < TODAY,
    )
    drop = update(table_of(OutboxMessage)).where(
        late,
        ~exists().where(Rung.outbox_id == OutboxMessage.id),
        ~exists().where(MorningNote.outbox_id == OutboxMessage.id),
    )
    return [
        *(
            update(table_of(table))
            .where(table.outbox_id.in_(select(OutboxMessage.id).where(late).with_for_update()))
            .values(outbox_id=None)
            for table in (Rung, MorningNote)
        ),
        drop.values(
            state=OutboxState.DROPPED,
            claimed_until=None,
            finished_at=NOW,
            error="the next morning's message takes it up",
        ),
    ]


def _cover(dialect: str) -> Executable:
    waiting = waiting_people().subquery()
    messages = select(
        waiting.c.committee_id,
        waiting.c.person_id,
        literal(OutboxKind.REMINDER.value),
        TODAY,
        literal(OutboxState.QUEUED.value),
        NOW,
        NOW,
        literal(0),
    ).where(true())  # without a WHERE, SQLite reads the ON of ON CONFLICT as a join's
    insert = insert_new(dialect, OutboxMessage, MESSAGE_COLUMNS, messages)
    # psycopg forgets it with its cursor
    counted: Executable = insert.execution_options(preserve_rowcount=True)
    return counted


def _point(table: type[Rung] | type[MorningNote], *only: Any) -> Executable:
    message_id = (
        select(OutboxMessage.id)
        .where(
            OutboxMessage.committee_id == table.committee_id,
            OutboxMessage.person_id == table.person_id,
            OutboxMessage.day == TODAY,
            OutboxMessage.kind == OutboxKind.REMINDER,
        )
        .scalar_subquery()
    )
    return (
        update(table_of(table))
        .where(table.outbox_id.is_(None), table.committee_id.in_(COMMITTEES), *only)
        .values(outbox_id=message_id)
    )
