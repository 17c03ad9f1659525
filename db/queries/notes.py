"""What is told in a morning's message and is about no one task: rows for `NOTE_COLUMNS`.

Source: `docs/domain.md`, Reporting periods.
"""

from typing import Any

from sqlalchemy import CTE, ColumnElement, and_, exists, literal, or_, select
from sqlalchemy.orm import aliased

from db.enums import NoteKind, Part, PlanState, Role
from db.models import (
    Amendment,
    Instruction,
    Occurrence,
    Plan,
    ReportingRegime,
    Task,
    TaskAgency,
)
from db.queries.given import COMMITTEES, TODAY
from db.queries.hearers import HEARERS, has_officer
from db.queries.standing import Rows, followed

NOTE_COLUMNS = ["committee_id", "person_id", "kind", "subject_id", "due", "day"]


def notes(ahead: CTE) -> list[Rows]:
    """Reports that plans want soon, and the meetings that go through them.

    Of a report the secretariat hears and those who report; of a meeting the secretariat, the
    members, and the heads of the agencies that report.
    """
    heard = HEARERS
    reporting = (
        select(TaskAgency.agency_id)
        .join(
            Task,
            and_(Task.committee_id == TaskAgency.committee_id, Task.id == TaskAgency.task_id),
        )
        .where(
            TaskAgency.committee_id == ReportingRegime.committee_id,
            Task.plan_id == ReportingRegime.plan_id,
            TaskAgency.part == Part.LEAD,
        )
        .correlate(ReportingRegime)
    )
    of_agency = heard.c.agency_id.in_(reporting)
    to_report = or_(
        heard.c.role == Role.SECRETARY,
        and_(heard.c.role == Role.OFFICER, of_agency),
        and_(heard.c.role == Role.HEAD, of_agency, ~has_officer(heard)),
    )
    to_meet = or_(
        heard.c.role.in_([Role.SECRETARY, Role.MEMBER]),
        and_(heard.c.role == Role.HEAD, of_agency),
    )
    return [
        _note(NoteKind.REPORT, ReportingRegime.due_on, ahead).where(to_report),
        _note(NoteKind.REVIEW, ReportingRegime.review_on, ahead).where(to_meet),
    ]


def _note(kind: NoteKind, day: Any, ahead: CTE) -> Rows:
    """A note of this day of a regime, to whoever of its committee can be told; none of a plan
    whose newer version is followed."""
    heard, newer = HEARERS, aliased(Plan)
    amended = (
        exists()
        .where(Amendment.committee_id == Plan.committee_id, Amendment.amends_id == Plan.id)
        .where(newer.committee_id == Amendment.committee_id, newer.id == Amendment.plan_id)
        .where(newer.state == PlanState.ACCEPTED)
    )
    return (
        select(
            heard.c.committee_id,
            heard.c.person_id,
            literal(kind.value),
            ReportingRegime.id,
            day,
            TODAY,
        )
        .select_from(ReportingRegime)
        .join(heard, heard.c.committee_id == ReportingRegime.committee_id)
        .join(
            Plan,
            and_(
                Plan.committee_id == ReportingRegime.committee_id,
                Plan.id == ReportingRegime.plan_id,
            ),
        )
        .where(
            ReportingRegime.committee_id.in_(COMMITTEES),
            day.between(ahead.c.due_from, ahead.c.due_to),
            Plan.state == PlanState.ACCEPTED,
            ~amended,
            ahead.c.day >= Plan.reminds_from,
            heard.c.listens,
        )
        .distinct()
    )


def has_passed() -> ColumnElement[bool]:
    """Whether an instruction's own day is over and nobody has answered it."""
    return and_(
        Instruction.committee_id.in_(COMMITTEES),
        Instruction.answer.is_(None),
        Instruction.due_on < TODAY,
    )


def passed() -> Rows:
    """Such instructions on what is still open, to who gave them."""
    heard = HEARERS
    rows = (
        select(
            heard.c.committee_id,
            heard.c.person_id,
            literal(NoteKind.PASSED.value),
            Instruction.id,
            Instruction.due_on,
            TODAY,
        )
        .select_from(Occurrence)
        .join(
            Instruction,
            and_(
                Instruction.committee_id == Occurrence.committee_id,
                Instruction.task_id == Occurrence.task_id,
            ),
        )
        .join(
            heard,
            and_(
                heard.c.committee_id == Instruction.committee_id,
                heard.c.member_id == Instruction.person_id,
            ),
        )
        .where(has_passed(), heard.c.listens)
    )
    return followed(rows).distinct()
