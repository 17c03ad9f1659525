"""Which rungs stand for whom: the set queries behind a morning's reminders.

Source: `domain`, Reminders. Every query here gives rows for `RUNG_COLUMNS`.
"""

from datetime import date
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Select,
    String,
    and_,
    column,
    exists,
    false,
    literal,
    or_,
    select,
    values,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from db.enums import OutboxKind, Part, PlanState, Role
from db.models import (
    Chat,
    Committee,
    Extension,
    Membership,
    Occurrence,
    OutboxMessage,
    Pause,
    Plan,
    Rung,
    Snooze,
    Task,
    TaskAgency,
)

RUNG_COLUMNS = ["committee_id", "occurrence_id", "person_id", "name", "due", "day", "silenced"]

Rows = Select[*tuple[Any, ...]]

Person = InstrumentedAttribute[int]
"""The column that says whom a row is for."""


def ladder_table(rungs: list[tuple[date, date, str, date]]) -> CTE:
    """Rungs as a table in the statement: due days from, to, the rung's name, the day it came."""
    table = values(
        column("due_from", Date),
        column("due_to", Date),
        column("name", String),
        column("day", Date),
        name="ladder",
    )
    return table.data(rungs).cte("ladder")


class Owed:
    """The queries that say which rungs stand for whom, in the committees of one time zone."""

    def __init__(self, timezone: str, today: date) -> None:
        self.timezone = timezone
        self.today = today

    def to_leads(self, ladder: CTE) -> list[Rows]:
        """For those who report for a leading agency; the secretary where nobody can be told."""
        return [
            self._to_agencies(ladder.c.name, Part.LEAD, _reports()).where(_stands(ladder)),
            self._to_committee(ladder.c.name, Role.SECRETARY).where(
                _stands(ladder), ~self._somebody(Role.OFFICER, Role.HEAD)
            ),
        ]

    def to_coordinating(self, ladder: CTE) -> list[Rows]:
        """For those who report for an agency that helps."""
        rows = self._to_agencies(ladder.c.name, Part.COORDINATING, _reports())
        return [rows.where(_stands(ladder))]

    def to_heads(self, ladder: CTE) -> list[Rows]:
        """For the heads of the leading agencies; the secretary where there is none."""
        hears = and_(Membership.role == Role.HEAD, _reached(Membership.person_id))
        return [
            self._to_agencies(ladder.c.name, Part.LEAD, hears, step=True).where(_stands(ladder)),
            self._to_committee(ladder.c.name, Role.SECRETARY, step=True).where(
                _stands(ladder), ~self._somebody(Role.HEAD)
            ),
        ]

    def to_leaders(self, ladder: CTE) -> list[Rows]:
        """For the secretariat and the committee's members."""
        rows = self._to_committee(ladder.c.name, Role.SECRETARY, Role.MEMBER, step=True)
        return [rows.where(_stands(ladder))]

    def openings(self) -> list[Rows]:
        """What was overdue already on the first morning after acceptance is named once."""
        name = literal("opening")
        overdue = and_(Occurrence.due < Plan.reminds_from, Plan.reminds_from <= self.today)
        return [
            self._to_agencies(name, Part.LEAD, _reports()).where(overdue),
            self._to_committee(name, Role.SECRETARY).where(
                overdue, ~self._somebody(Role.OFFICER, Role.HEAD)
            ),
        ]

    def snoozed(self) -> Rows:
        """Who asked to be reminded again on a day is reminded on it."""
        return self._open(
            select(
                Occurrence.committee_id,
                Occurrence.id,
                Snooze.person_id,
                literal("snoozed"),
                Snooze.until,
                literal(self.today, Date),
                false(),
            ).join(
                Snooze,
                and_(
                    Snooze.committee_id == Occurrence.committee_id,
                    Snooze.occurrence_id == Occurrence.id,
                    Snooze.until <= self.today,
                    _reached(Snooze.person_id),
                ),
            ),
            Snooze.person_id,
        )

    def _to_agencies(
        self,
        name: ColumnElement[str],
        part: Part,
        hears: ColumnElement[bool],
        *,
        step: bool = False,
    ) -> Rows:
        """A rung for the people of each agency that has this part in the task.

        `step` says that it goes to somebody who stands higher: no wish for time silences it.
        """
        rows = (
            self._rung(name, Membership.person_id, step=step)
            .join(
                TaskAgency,
                and_(
                    TaskAgency.committee_id == Occurrence.committee_id,
                    TaskAgency.task_id == Occurrence.task_id,
                    TaskAgency.part == part,
                ),
            )
            .join(
                Membership,
                and_(
                    Membership.committee_id == TaskAgency.committee_id,
                    Membership.agency_id == TaskAgency.agency_id,
                ),
            )
            .where(hears)
        )
        return self._open(rows, Membership.person_id)

    def _to_committee(self, name: ColumnElement[str], *roles: Role, step: bool = False) -> Rows:
        """A rung for the committee's own people."""
        rows = (
            self._rung(name, Membership.person_id, step=step)
            .join(Membership, Membership.committee_id == Occurrence.committee_id)
            .where(Membership.role.in_(roles), _reached(Membership.person_id))
        )
        return self._open(rows, Membership.person_id)

    def _rung(self, name: ColumnElement[str], person: Person, *, step: bool) -> Rows:
        return select(
            Occurrence.committee_id,
            Occurrence.id,
            person,
            name,
            Occurrence.due,
            literal(self.today, Date),
            false() if step else _silenced(person, self.today),
        )

    def _open(self, rows: Rows, person: Person) -> Rows:
        """Only what is open and followed, for people not told of anything yet this morning."""
        told = exists().where(
            OutboxMessage.committee_id == Occurrence.committee_id,
            OutboxMessage.person_id == person,
            OutboxMessage.day == self.today,
            OutboxMessage.kind == OutboxKind.REMINDER,
        )
        held = aliased(Snooze)
        asleep = exists().where(
            held.committee_id == Occurrence.committee_id,
            held.occurrence_id == Occurrence.id,
            held.person_id == person,
            held.until > self.today,
        )
        paused = exists().where(
            Pause.committee_id == Occurrence.committee_id,
            Pause.task_id == Occurrence.task_id,
            Pause.starts_on <= self.today,
            or_(Pause.ends_on.is_(None), Pause.ends_on > self.today),
        )
        return (
            rows.join(
                Task,
                and_(Task.committee_id == Occurrence.committee_id, Task.id == Occurrence.task_id),
            )
            .join(Plan, and_(Plan.committee_id == Task.committee_id, Plan.id == Task.plan_id))
            .join(Committee, Committee.id == Occurrence.committee_id)
            .where(
                Occurrence.done_on.is_(None),
                Occurrence.closed_on.is_(None),
                Occurrence.opens_on <= self.today,
                Plan.state == PlanState.ACCEPTED,
                Committee.timezone == self.timezone,
                ~told,
                ~asleep,
                ~paused,
            )
            .distinct()
        )

    def _somebody(self, *roles: Role) -> ColumnElement[bool]:
        """Whether an agency that leads the task has somebody in these roles who can be told."""
        return exists(
            select(TaskAgency.id)
            .join(
                Membership,
                and_(
                    Membership.committee_id == TaskAgency.committee_id,
                    Membership.agency_id == TaskAgency.agency_id,
                ),
            )
            .where(
                TaskAgency.committee_id == Occurrence.committee_id,
                TaskAgency.task_id == Occurrence.task_id,
                TaskAgency.part == Part.LEAD,
                Membership.role.in_(roles),
                _reached(Membership.person_id),
            )
            .correlate(Occurrence)
        )


def _stands(ladder: CTE) -> ColumnElement[bool]:
    """A rung for this due day whose morning lies after the plan's acceptance."""
    return and_(
        Occurrence.due.between(ladder.c.due_from, ladder.c.due_to),
        ladder.c.day >= Plan.reminds_from,
    )


def _reached(person: Person) -> ColumnElement[bool]:
    """Whether a person has a chat that still takes messages."""
    return exists().where(Chat.person_id == person, Chat.gone_at.is_(None))


def _reports() -> ColumnElement[bool]:
    """An agency's officers; its head where it has no officer who can be told."""
    colleague = aliased(Membership)
    officer = exists(
        select(literal(1))
        .select_from(colleague)
        .where(
            colleague.committee_id == Membership.committee_id,
            colleague.agency_id == Membership.agency_id,
            colleague.role == Role.OFFICER,
            exists().where(Chat.person_id == colleague.person_id, Chat.gone_at.is_(None)),
        )
        .correlate(Membership)
    )
    return and_(
        _reached(Membership.person_id),
        or_(Membership.role == Role.OFFICER, and_(Membership.role == Role.HEAD, ~officer)),
    )


def _silenced(person: Person, today: date) -> ColumnElement[bool]:
    """A wish for more time silences the next morning's rungs, and no later ones.

    One asked for before that day's morning has silenced that day's.
    """
    later = aliased(Rung)
    heard_since = exists(
        select(literal(1))
        .select_from(later)
        .where(
            later.committee_id == Occurrence.committee_id,
            later.occurrence_id == Occurrence.id,
            later.person_id == person,
            later.day < today,
            or_(
                later.day > Extension.asked_on,
                and_(later.day == Extension.asked_on, later.silenced),
            ),
        )
        .correlate(Occurrence, Extension, Membership)
    )
    return exists(
        select(Extension.id)
        .where(
            Extension.committee_id == Occurrence.committee_id,
            Extension.occurrence_id == Occurrence.id,
            Extension.granted.is_(None),
            Extension.withdrawn_at.is_(None),
            ~heard_since,
        )
        .correlate(Occurrence, Membership)
    )
