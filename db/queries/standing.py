"""What stands this morning: which rung of each open due day, of whomever it will be told.

Source: `docs/domain.md`, Reminders.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    BindParameter,
    Column,
    ColumnElement,
    Date,
    MetaData,
    Select,
    String,
    Table,
    and_,
    case,
    column,
    exists,
    literal,
    or_,
    select,
)

from db.enums import DeadlineKind, PlanState, Recurs
from db.models import Instruction, Occurrence, Pause, Plan, Task
from db.queries.given import COMMITTEES, SETTLED, TODAY
from db.queries.heard import heard_since
from db.rows import as_table, given_rows

PERIOD = "period"
"""The rung that asks about a reporting period; its `due` is the period's cut-off."""

LEAD, COORDINATING, HEAD, LEADERS = "lead", "coordinating", "head", "leaders"
OPENING, INSTRUCTED, UNTIL = "opening", "instructed", "until"
"""For whom something stands, beside `PERIOD`; `tasks.calendar.Audience` has most of them."""

STANDING = Table(
    "told_standing",
    MetaData(),
    Column("audience", String),
    Column("committee_id", BigInteger),
    Column("occurrence_id", BigInteger),
    Column("task_id", BigInteger),
    Column("name", String),
    Column("due", Date),
    Column("reminds_from", Date),
    prefixes=["TEMPORARY"],
    postgresql_on_commit="DELETE ROWS",
)
"""What stands this morning, rows of this connection alone: found once by the due days' index, so
that whom it concerns is asked about nothing else."""

Rows = Select[*tuple[Any, ...]]


_LADDER = (
    column("audience", String),
    column("due_from", Date),
    column("due_to", Date),
    column("name", String),
    column("day", Date),
)


LADDER, AHEAD = given_rows("ladder"), given_rows("ahead")


def ladder_table(given: BindParameter[Any], dialect: str) -> CTE:
    """Rungs as a table in the statement: for whom, due days from, to, the name, the day it came.

    They are one value, so that the statement is the same every morning and compiled once.
    """
    rows = as_table(given, _LADDER, dialect)
    return rows.cte("ladder").prefix_with("MATERIALIZED")


@dataclass(frozen=True, slots=True)
class Standing:
    """What fills `STANDING`, each query for a reason of its own."""

    by_ladder: Rows
    """What the ladder says of open due days; of a week's, only what falls within that week."""
    by_period: Rows
    """What has no due day, and nothing was reported of in the plan's reporting period."""
    by_instruction: Rows
    """A member's instruction waits for an answer; days from its giving, and before its own day."""
    opening: Rows
    """What was overdue already on the first morning after acceptance is named once."""


def standing(ladder: CTE) -> Standing:
    """What stands of open occurrences, for each reason there is."""
    asked, until = Plan.period_cut_off, ladder.c.audience == UNTIL
    told_of = case((until, Instruction.due_on), else_=Instruction.given_on)
    silent = ~heard_since(Occurrence.committee_id, Occurrence.task_id, Plan.period_first)
    instructed = and_(
        Instruction.committee_id == Occurrence.committee_id,
        Instruction.task_id == Occurrence.task_id,
        Instruction.answer.is_(None),
    )
    fallen = _fallen(ladder)
    by_ladder = _stands(fallen.c.audience, fallen.c.name, fallen.c.due, of=fallen.c)
    by_period = _stands(literal(PERIOD), ladder.c.name, asked)
    by_instruction = _stands(ladder.c.audience, ladder.c.name, told_of)
    opening = _stands(literal(OPENING), literal(OPENING), Occurrence.due)
    return Standing(
        by_ladder=by_ladder.where(
            fallen.c.day >= Plan.reminds_from,
            or_(Task.recurs.is_distinct_from(Recurs.WEEKLY), fallen.c.day >= fallen.c.opens_on),
        ),
        by_period=by_period.where(
            ladder.c.audience == PERIOD,
            Occurrence.due.is_(None),
            Task.kind != DeadlineKind.UNREADABLE,
            asked.between(ladder.c.due_from, ladder.c.due_to),
            ladder.c.day >= Plan.reminds_from,
            ladder.c.day >= Plan.period_first,
            silent,
        ),
        by_instruction=by_instruction.join(Instruction, instructed)
        .where(
            ladder.c.audience.in_([INSTRUCTED, UNTIL]),
            told_of.between(ladder.c.due_from, ladder.c.due_to),
            or_(~until, ladder.c.day > Instruction.given_on),
        )
        .distinct(),
        opening=opening.where(
            Occurrence.due < Plan.reminds_from,
            Plan.reminds_from > SETTLED,
            Plan.reminds_from <= TODAY,
        ),
    )


def _fallen(ladder: CTE) -> CTE:
    """Open due days in the ladder's ranges, and nothing else of them: first and by their index."""
    rows = select(
        Occurrence.committee_id,
        Occurrence.id,
        Occurrence.task_id,
        Occurrence.opens_on,
        Occurrence.done_on,
        Occurrence.closed_on,
        Occurrence.due,
        ladder.c.audience,
        ladder.c.name,
        ladder.c.day,
    ).where(
        Occurrence.committee_id.in_(COMMITTEES),
        Occurrence.done_on.is_(None),
        Occurrence.closed_on.is_(None),
        Occurrence.due.between(ladder.c.due_from, ladder.c.due_to),
        ladder.c.audience.not_in([INSTRUCTED, UNTIL, PERIOD]),
    )
    return rows.cte("fallen").prefix_with("MATERIALIZED")


def _stands(
    audience: ColumnElement[str], name: ColumnElement[str], due: Any, *, of: Any = Occurrence
) -> Rows:
    rows = select(audience, of.committee_id, of.id, of.task_id, name, due, Plan.reminds_from)
    return followed(rows, of=of)


def followed(rows: Rows, *, of: Any = Occurrence) -> Rows:
    """Only occurrences that are open, not paused, and of an accepted plan."""
    paused = exists().where(
        Pause.committee_id == of.committee_id,
        Pause.task_id == of.task_id,
        Pause.starts_on <= TODAY,
        or_(Pause.ends_on.is_(None), Pause.ends_on > TODAY),
    )
    return (
        rows.join(
            Task,
            and_(Task.committee_id == of.committee_id, Task.id == of.task_id),
        )
        .join(Plan, and_(Plan.committee_id == Task.committee_id, Plan.id == Task.plan_id))
        .where(
            of.committee_id.in_(COMMITTEES),
            of.done_on.is_(None),
            of.closed_on.is_(None),
            of.opens_on <= TODAY,
            Plan.state == PlanState.ACCEPTED,
            ~paused,
        )
    )
