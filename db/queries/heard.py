"""Whether people have spoken: something reported since a day, an instruction not answered yet."""

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.orm import aliased

from db.models import Instruction, Occurrence, Plan, StatusUpdate


def is_instructed() -> ColumnElement[bool]:
    """Whether a member's instruction on the occurrence's task waits for an answer."""
    return exists(
        select(Instruction.id)
        .where(
            Instruction.committee_id == Occurrence.committee_id,
            Instruction.task_id == Occurrence.task_id,
            Instruction.answer.is_(None),
        )
        .correlate(Occurrence)
    )


def heard_since(committee_id: Any, task_id: Any, first: Any) -> ColumnElement[bool]:
    """Whether something valid was reported of a task, in any of its occurrences, since a day."""
    undo, other = aliased(StatusUpdate), aliased(Occurrence)
    return exists(
        select(StatusUpdate.id)
        .join(
            other,
            and_(
                other.committee_id == StatusUpdate.committee_id,
                other.id == StatusUpdate.occurrence_id,
            ),
        )
        .where(
            other.committee_id == committee_id,
            other.task_id == task_id,
            StatusUpdate.reported_on >= first,
            StatusUpdate.undoes_id.is_(None),
            ~exists().where(
                undo.committee_id == StatusUpdate.committee_id,
                undo.undoes_id == StatusUpdate.id,
            ),
        )
        .correlate(Occurrence, Plan)
    )
