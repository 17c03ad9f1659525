"""Which message covers what is told: the message of the day of each person, and what it covers."""

from typing import Any

from sqlalchemy import Executable, and_, case, exists, literal, null, or_, select, true, update

from db.base import table_of
from db.enums import OutboxKind, OutboxState
from db.models import MorningNote, OutboxMessage, Rung
from db.queries.given import COMMITTEES, NOW, TODAY
from db.queries.hearers import HEARERS
from db.queries.standing import Rows
from db.queries.told import TOLD
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


def told_people() -> Rows:
    """Whom something is told this morning: committee and person."""
    told = TOLD.c
    return select(told.committee_id, told.person_id).where(told.silenced.is_(False)).distinct()


def waiting_people() -> Rows:
    """Whom rungs or notes wait for that no message covers yet: committee and person."""
    heard = HEARERS
    rungs = exists().where(
        Rung.committee_id == heard.c.committee_id,
        Rung.person_id == heard.c.person_id,
        Rung.outbox_id.is_(None),
        Rung.silenced.is_(False),
    )
    notes = exists().where(
        MorningNote.committee_id == heard.c.committee_id,
        MorningNote.person_id == heard.c.person_id,
        MorningNote.outbox_id.is_(None),
    )
    return (
        select(heard.c.committee_id, heard.c.person_id)
        .where(heard.c.listens, or_(rungs, notes))
        .distinct()
    )


def cover(people: Rows, dialect: str) -> Executable:
    """One message of the day for each of these people who has none."""
    whose = people.subquery()
    messages = select(
        whose.c.committee_id,
        whose.c.person_id,
        literal(OutboxKind.REMINDER.value),
        TODAY,
        literal(OutboxState.QUEUED.value),
        NOW,
        NOW,
        literal(0),
    ).where(true())  # without a WHERE, SQLite reads the ON of ON CONFLICT as a join's
    insert = insert_new(dialect, OutboxMessage, MESSAGE_COLUMNS, messages)
    # psycopg forgets it with its cursor
    written: Executable = insert.execution_options(preserve_rowcount=True)
    return written


def write_told(dialect: str) -> Executable:
    """`TOLD` among the rungs, each with the message that covers it; a silenced one has none."""
    told = TOLD.c
    rows = (
        select(*told, case((told.silenced, null()), else_=OutboxMessage.id))
        .outerjoin(OutboxMessage, _of_today(told))
        .where(true())
    )
    columns = [*(column.name for column in told), "outbox_id"]
    statement: Executable = insert_new(dialect, Rung, columns, rows)
    return statement


def point(table: type[Rung] | type[MorningNote], *only: Any) -> Executable:
    """Point what waited at the message that covers it."""
    message_id = select(OutboxMessage.id).where(_of_today(table)).scalar_subquery()
    return (
        update(table_of(table))
        .where(table.outbox_id.is_(None), table.committee_id.in_(COMMITTEES), *only)
        .values(outbox_id=message_id)
    )


def _of_today(whose: Any) -> Any:
    return and_(
        OutboxMessage.committee_id == whose.committee_id,
        OutboxMessage.person_id == whose.person_id,
        OutboxMessage.day == TODAY,
        OutboxMessage.kind == OutboxKind.REMINDER,
    )
