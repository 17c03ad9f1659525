"""For whom something waits that no message covers yet, and which message covers it."""

from sqlalchemy import exists, or_, select

from db.models import MorningNote, Rung
from db.queries.hearers import HEARERS
from db.queries.standing import Rows


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
