"""Whoever changes what a committee's people are to be told unsettles it, in the same transaction.

A settled committee is asked only for the rungs of days since (`tasks.mornings.settling`). What
changes otherwise than by days going by is noticed here, from the tables that are written, so that
no writer has to think of it. What only stops rungs (a report of done, a pause that begins) leaves
a committee settled, and so does a snooze: its end is known beforehand.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, event, inspect, or_, select, true, update
from sqlalchemy.orm import InstanceState, ORMExecuteState, Session
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql import visitors
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.elements import BinaryExpression, BindParameter
from sqlalchemy.sql.operators import eq

from db.base import Base, table_of
from db.models import (
    Absence,
    AgencyMember,
    Chat,
    Committee,
    Membership,
    MovedDay,
    Occurrence,
    Pause,
    Plan,
    StatusUpdate,
    Task,
    TaskAgency,
    TaskOfficer,
)

Changes = Callable[[InstanceState[Any]], bool]


def _any(state: InstanceState[Any]) -> bool:
    return True


def _of(*names: str) -> Changes:
    """New, or another value in one of these columns."""

    def changed(state: InstanceState[Any]) -> bool:
        return not state.persistent or any(_has_changed(state, name) for name in names)

    return changed


def _reopens(state: InstanceState[Any]) -> bool:
    """A new carrying-out, another due day, or one that was done or closed and is open again."""
    occurrence = state.object
    if not state.persistent or _has_changed(state, "due") or _has_changed(state, "opens_on"):
        return True
    return any(
        _has_changed(state, name) and getattr(occurrence, name) is None
        for name in ("done_on", "closed_on")
    )


def _has_changed(state: InstanceState[Any], name: str) -> bool:
    return bool(state.attrs[name].history.has_changes())


UNSETTLES: dict[type[Base], Changes] = {
    Absence: _any,
    AgencyMember: _any,
    Chat: _of("person_id", "gone_at"),
    Committee: _of("ladder", "ladder_from", "timezone"),
    Membership: _any,
    MovedDay: _any,
    Occurrence: _reopens,
    Pause: _any,
    Plan: _of("state", "reminds_from", "period_first", "period_cut_off"),
    StatusUpdate: lambda state: state.object is not None and state.object.undoes_id is not None,
    Task: _of("kind", "plan_id"),
    TaskAgency: _any,
    TaskOfficer: _any,
}
"""What a change of a row of each table must be for people to be told what they were not before."""

_STATEMENTS = {model.__table__ for model in UNSETTLES if model is not Committee}


class WatchedSession(Session):
    """A session whose changes unsettle the committees that they concern."""


@dataclass
class _Whose:
    """The committees that changes concern."""

    committees: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    everybody: bool = False

    def add(self, state: InstanceState[Any]) -> None:
        row = state.object
        if isinstance(row, Chat):
            history = state.attrs["person_id"].history
            self.people |= {person for person in history.sum() if person is not None}
        elif isinstance(row, MovedDay):
            self.everybody = True
        elif row is not None:
            self.committees.add(row.id if isinstance(row, Committee) else row.committee_id)

    def unsettle(self, session: Session) -> None:
        theirs = select(Membership.committee_id).where(Membership.person_id.in_(self.people))
        found: list[ColumnElement[bool]] = [true()] if self.everybody else []
        found += [Committee.id.in_(self.committees)] if self.committees else []
        found += [Committee.id.in_(theirs)] if self.people else []
        if not found:
            return
        # Also where it is not settled: another process may be about to say that it is.
        change = update(table_of(Committee)).where(or_(*found))
        session.connection().execute(change.values(settled_on=None, settling_since=None))
        for row in session.identity_map.values():
            if isinstance(row, Committee) and (self.everybody or row.id in self.committees):
                set_committed_value(row, "settled_on", None)
                set_committed_value(row, "settling_since", None)


@event.listens_for(WatchedSession, "after_flush")
def _after_flush(session: Session, _context: object) -> None:
    whose = _Whose()
    for row in (*session.new, *session.dirty, *session.deleted):
        changes = UNSETTLES.get(type(row))
        if changes is not None and changes(inspect(row)):
            whose.add(inspect(row))
    whose.unsettle(session)


@event.listens_for(WatchedSession, "do_orm_execute")
def _on_statement(execution: ORMExecuteState) -> None:
    """A statement over many rows: of its committee, or of all where it names none."""
    statement = execution.statement
    if isinstance(statement, UpdateBase) and statement.table in _STATEMENTS:
        named = set(_committees_named(statement))
        _Whose(named, everybody=not named).unsettle(execution.session)


def _committees_named(statement: UpdateBase) -> Iterator[int]:
    for part in visitors.iterate(statement):
        if isinstance(part, BinaryExpression) and part.operator is eq:
            column, value = part.left, part.right
            if isinstance(value, BindParameter) and getattr(column, "name", "") == "committee_id":
                yield int(value.effective_value or 0)
