"""The carryings-out of a task: the first when its plan is read, the next as their periods begin.

Source: `docs/domain.md`, Occurrences.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Progress, Recurs
from db.models import Occurrence, Task
from plans.deadlines.deadline import Deadline
from plans.deadlines.recurrence import next_due, period_of


def set_rule(task: Task, deadline: Deadline) -> None:
    """Give a task what its deadline says; the due days are its occurrences'."""
    task.kind, task.start = deadline.kind, deadline.start
    task.recurs, task.recurs_due = deadline.recurs, deadline.recurs_due
    task.recurs_until = deadline.until


def rule_of(task: Task, due: date | None) -> Deadline:
    """The deadline that a task was given, with its first due day."""
    return Deadline(
        task.kind, task.start, due, task.recurs, task.recurs_due, until=task.recurs_until
    )


def first_occurrence(task: Task, due: date | None, *, begins: date) -> Occurrence:
    """The first carrying-out of a task; `begins` is the day its plan counts from."""
    opens_on, period = _period(task, due)
    return _occurrence(task, 1, opens_on=max(begins, opens_on or begins), period=period, due=due)


def _period(task: Task, due: date | None) -> tuple[date | None, str | None]:
    """The first day and the label of the period that ends on this day; none of what comes once."""
    if due is None or task.recurs in (None, Recurs.ONGOING):
        return None, None
    return period_of(task.recurs, task.recurs_due, due)


def _occurrence(
    task: Task, sequence: int, *, opens_on: date, period: str | None, due: date | None
) -> Occurrence:
    return Occurrence(
        committee_id=task.committee_id,
        task=task,
        sequence=sequence,
        period=period,
        opens_on=opens_on,
        due=due,
        first_due=due,
        next_opens_on=next_opening(task, due),
    )


async def redate(
    session: AsyncSession, task: Task, occurrence: Occurrence, due: date | None, *, today: date
) -> None:
    """Give a carrying-out another due day, since its task's deadline was set right.

    Those that had begun after it follow it by the new rule, and are closed where it has no more.
    """
    occurrence.due = occurrence.first_due = due
    occurrence.period = _period(task, due)[1]
    occurrence.next_opens_on = None
    later = await session.scalars(
        select(Occurrence)
        .where(
            Occurrence.committee_id == task.committee_id,
            Occurrence.task_id == task.id,
            Occurrence.sequence > occurrence.sequence,
        )
        .order_by(Occurrence.sequence)
    )
    last, opens_on = occurrence, next_opening(task, due)
    for one in later:
        one.next_opens_on = None
        if one.progress is Progress.DONE or one.closed_on is not None:
            last = one  # the number of the next comes after it
        elif opens_on is None:
            one.closed_on = today
        else:
            one.opens_on, one.due = opens_on, _following(task, due)
            one.first_due, one.period = one.due, _period(task, one.due)[1]
            last, due = one, one.due
            opens_on = next_opening(task, due)
    last.next_opens_on = opens_on


def _following(task: Task, due: date | None) -> date | None:
    """The due day after this one; None of what goes on without."""
    if due is None or task.recurs in (None, Recurs.ONGOING):
        return None
    return next_due(task.recurs, task.recurs_due, due)


def next_opening(task: Task, due: date | None) -> date | None:
    """When the occurrence after the one due on this day is to be opened; None: none follows."""
    if due is None or task.recurs is None:
        return None
    if task.recurs is Recurs.ONGOING:
        return due + timedelta(days=1)
    following = next_due(task.recurs, task.recurs_due, due)
    if task.recurs_until is not None and following > task.recurs_until:
        return None
    return period_of(task.recurs, task.recurs_due, following)[0]


async def open_occurrences(
    session: AsyncSession, committee_ids: Sequence[int], *, today: date
) -> int:
    """Open every next occurrence of these committees whose period has begun; return how many.

    Safe to run twice and late: several missed periods are opened one after the other.
    """
    opened = 0
    while True:
        query = (
            select(Occurrence)
            .where(
                Occurrence.next_opens_on <= today, Occurrence.committee_id.in_(list(committee_ids))
            )
            .options(joinedload(Occurrence.task))
            .order_by(Occurrence.committee_id, Occurrence.next_opens_on, Occurrence.id)
            .limit(500)
            .with_for_update(of=Occurrence, skip_locked=True)
        )
        ended = (await session.scalars(query)).all()
        if not ended:
            return opened
        for last in ended:
            session.add(_next_after(last))
            last.next_opens_on = None
            opened += 1
        await session.flush()


def _next_after(last: Occurrence) -> Occurrence:
    task, due, opens_on = last.task, last.first_due, last.next_opens_on
    if due is None or opens_on is None or task.recurs is None:
        raise ValueError(f"occurrence {last.id} is followed by none")
    due = _following(task, due)
    period = _period(task, due)[1]
    return _occurrence(task, last.sequence + 1, opens_on=opens_on, period=period, due=due)
