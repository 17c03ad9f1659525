"""An earlier morning's message that could not go out: today's takes up what it was to say."""

from sqlalchemy import Executable, and_, exists, select, update

from db.base import table_of
from db.enums import OutboxKind, OutboxState
from db.models import MorningNote, OutboxMessage, Rung
from db.queries.given import COMMITTEES, NOW, TODAY
from db.queries.messages import WAITING, waits
from db.queries.standing import Rows


def late_messages() -> Rows:
    """Their ids. All that waits is looked at for them, and nothing of what was ever sent."""
    waiting = (
        select(OutboxMessage.id, OutboxMessage.committee_id, OutboxMessage.day)
        .where(
            OutboxMessage.state.in_(WAITING),
            OutboxMessage.kind == OutboxKind.REMINDER,
            OutboxMessage.person_id.is_not(None),
        )
        .cte("waiting")
        .prefix_with("MATERIALIZED")
    )
    return select(waiting.c.id).where(waiting.c.committee_id.in_(COMMITTEES), waiting.c.day < TODAY)


def take_up() -> list[Executable]:
    """Let go what late messages cover, and drop those that cover nothing any more."""
    late = and_(waits(NOW), OutboxMessage.id.in_(late_messages()))
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
