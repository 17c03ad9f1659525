"""What a morning has to look at: questions that cost little, before those that cost more."""

from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_, select

from db.enums import PlanState
from db.models import Instruction, MorningNote, Plan, ReportingRegime, Rung, Snooze
from db.queries.given import COMMITTEES, SETTLED, TODAY
from db.queries.hearers import HEARERS
from db.queries.late import late_messages
from db.queries.notes import has_passed


class There(StrEnum):
    """What there may be in a morning's committees."""

    LISTENERS = "listeners"
    """Somebody whose hour it is, and who has no message of the day yet."""
    LATE = "late"
    WAITING = "waiting"
    """Something that no message covers yet."""
    SNOOZED = "snoozed"
    INSTRUCTED = "instructed"
    PASSED = "passed"
    """An instruction whose day is over and that nobody has answered."""
    OPENING = "opening"
    """A plan whose first morning has come since it was last looked."""
    PERIOD = "period"
    REPORTS = "reports"
    """A report or its meeting that is not over."""


def what_is_there() -> Select[*tuple[Any, ...]]:
    """One row: whether there is each `There`, by its name. `HEARERS` is filled."""
    found: dict[There, ColumnElement[bool]] = {
        There.LISTENERS: exists().where(HEARERS.c.listens),
        There.LATE: late_messages().exists(),
        There.WAITING: or_(
            exists().where(
                Rung.committee_id.in_(COMMITTEES),
                Rung.outbox_id.is_(None),
                Rung.silenced.is_(False),
            ),
            exists().where(
                MorningNote.committee_id.in_(COMMITTEES), MorningNote.outbox_id.is_(None)
            ),
        ),
        There.SNOOZED: exists().where(Snooze.committee_id.in_(COMMITTEES), Snooze.until <= TODAY),
        There.INSTRUCTED: exists().where(
            Instruction.committee_id.in_(COMMITTEES), Instruction.answer.is_(None)
        ),
        There.PASSED: exists().where(has_passed()),
        There.OPENING: exists().where(
            Plan.committee_id.in_(COMMITTEES),
            Plan.state == PlanState.ACCEPTED,
            Plan.reminds_from > SETTLED,
            Plan.reminds_from <= TODAY,
        ),
        There.PERIOD: exists().where(
            Plan.committee_id.in_(COMMITTEES),
            Plan.state == PlanState.ACCEPTED,
            Plan.period_cut_off >= TODAY,
        ),
        There.REPORTS: exists().where(
            ReportingRegime.committee_id.in_(COMMITTEES),
            or_(ReportingRegime.due_on >= TODAY, ReportingRegime.review_on >= TODAY),
        ),
    }
    return select(*(question.label(name.value) for name, question in found.items()))
