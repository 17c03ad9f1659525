"""The due days of a task whose deadline an amended plan changed; pure but for the rows it sets."""

from collections.abc import Sequence
from datetime import date, timedelta

from db.enums import Progress, Recurs
from db.models import Occurrence, Task
from plans.deadlines.recurrence import next_due, period_of
from tasks.occurrences import first_occurrence, next_opening


def amend_occurrences(
    task: Task, occurrences: Sequence[Occurrence], fresh: Occurrence, *, came: Recurs | None
) -> Occurrence | None:
    """Move what is open to the new deadline; return the occurrence that is current afterwards.

    What comes as often as it `came` is due in the same periods as before; what comes more often or
    more seldom begins with the newer plan's first day, and each that is open follows the other.

    `task` has the new deadline already; `fresh` is the one that the newer plan would have begun
    with; the occurrences, in their order, have their extensions loaded. What was done or closed
    stays as it was. A task that is done and now recurs gets its next occurrence (not yet in the
    session); one that is done and does not recur stays done: None.
    """
    waiting = [one for one in occurrences if not _is_finished(one)]
    recurs = None if task.recurs is Recurs.ONGOING else task.recurs
    if not waiting:
        return _begin_again(task, occurrences[-1], fresh)
    last = waiting[-1]
    if recurs is not None and came not in (None, Recurs.ONGOING, recurs) and fresh.first_due:
        _follow_one_another(task, recurs, waiting, fresh.first_due)
    else:
        for one in waiting:
            if recurs is not None and fresh.due is not None and one.first_due is not None:
                _set_due(one, _due_in_period(recurs, task.recurs_due, one.first_due))
                one.period = period_of(recurs, task.recurs_due, one.first_due)[1]
            elif one is last:
                _set_due(one, fresh.first_due)
                one.period = fresh.period
    if last is occurrences[-1]:
        last.next_opens_on = next_opening(task, last.first_due)
    return waiting[0]


def _follow_one_another(
    task: Task, recurs: Recurs, waiting: Sequence[Occurrence], due: date
) -> None:
    """The first that is open is due on this day, the others on the days after it."""
    for place, one in enumerate(waiting):
        due = next_due(recurs, task.recurs_due, due) if place else due
        opens_on, one.period = period_of(recurs, task.recurs_due, due)
        one.opens_on = opens_on if place else one.opens_on
        _set_due(one, due)


def _is_finished(occurrence: Occurrence) -> bool:
    return occurrence.progress is Progress.DONE or occurrence.closed_on is not None


def _set_due(occurrence: Occurrence, due: date | None) -> None:
    """The plan's new day, unless a later one was granted."""
    granted = [one.asked_due for one in occurrence.extensions if one.granted]
    occurrence.first_due = due
    occurrence.due = None if due is None else max([due, *granted])


def _due_in_period(recurs: Recurs, recurs_due: str | None, due: date) -> date:
    """The due day under the new rule in the period that closed on the old one."""
    opens, _ = period_of(recurs, recurs_due, due)
    return next_due(recurs, recurs_due, opens - timedelta(days=1))


def _begin_again(task: Task, last: Occurrence, fresh: Occurrence) -> Occurrence | None:
    """The next occurrence of a task that is done and recurs under the amended plan."""
    if fresh.due is None or task.recurs in (None, Recurs.ONGOING):
        last.next_opens_on = None
        return None
    if last.next_opens_on is not None or (last.first_due and fresh.due <= last.first_due):
        return None
    begun = first_occurrence(task, fresh.due, begins=fresh.opens_on)
    begun.sequence = last.sequence + 1
    return begun
