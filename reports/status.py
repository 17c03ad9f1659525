"""How one task stands as of a day: its class, its due day and its flags. Pure.

Only what was known on that day counts, so a day that is past keeps its figures; what was undone
as a slip never counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.enums import Progress
from reports.facts import BlockerFacts, OccurrenceFacts, TaskFacts, UpdateFacts
from reports.periods import reporting_period

SOON = timedelta(days=7)
"""How near its due day an open task is due soon (domain: Status)."""


class Status(StrEnum):
    """The classes of which each task is in exactly one."""

    NOT_STARTED_IN_TIME = "not_started_in_time"
    IN_PROGRESS_IN_TIME = "in_progress_in_time"
    DONE_ON_TIME = "done_on_time"
    NOT_STARTED_OVERDUE = "not_started_overdue"
    IN_PROGRESS_OVERDUE = "in_progress_overdue"
    DONE_LATE = "done_late"
    NOT_STARTED_NO_DEADLINE = "not_started_no_deadline"
    IN_PROGRESS_NO_DEADLINE = "in_progress_no_deadline"
    DONE_NO_DEADLINE = "done_no_deadline"
    PAUSED = "paused"


DONE = frozenset({Status.DONE_ON_TIME, Status.DONE_LATE, Status.DONE_NO_DEADLINE})
OVERDUE = frozenset({Status.NOT_STARTED_OVERDUE, Status.IN_PROGRESS_OVERDUE})
IN_TIME = frozenset({Status.NOT_STARTED_IN_TIME, Status.IN_PROGRESS_IN_TIME})
NO_DEADLINE = frozenset({Status.NOT_STARTED_NO_DEADLINE, Status.IN_PROGRESS_NO_DEADLINE})
OPEN = OVERDUE | IN_TIME | NO_DEADLINE


class Flag(StrEnum):
    """What lies over the classes; a task may carry several, a paused one carries none."""

    DUE_SOON = "due_soon"
    BLOCKED = "blocked"
    AWAITING_CONFIRMATION = "awaiting_confirmation"
    SILENT = "silent"
    EXTENDED = "extended"
    UNASSIGNED = "unassigned"


@dataclass(frozen=True, slots=True)
class TaskStatus:
    """A task as of a day, by its current occurrence."""

    task: TaskFacts
    status: Status
    due: date | None
    done_on: date | None
    percent: int | None
    flags: frozenset[Flag]
    periods: tuple[str, ...]
    """The periods that are open, the current one first; empty where the task does not recur."""
    blockers: tuple[BlockerFacts, ...]
    """The difficulties that are not cleared, in every open period."""


@dataclass(frozen=True, slots=True)
class _Reported:
    """What was last reported of an occurrence."""

    progress: Progress
    percent: int | None = None
    done_on: date | None = None
    accepted: bool = False


def task_status(task: TaskFacts, *, as_of: date, confirms: bool) -> TaskStatus:
    """How a task stands as of a day; `confirms` says whether completions wait for acceptance.

    An occurrence that a secretary closed without its being done, with none beside it, stands as
    paused: nothing is owed, and it counts neither as done nor as overdue.
    """
    opened = [o for o in _in_order(task) if o.opens_on <= as_of]
    unfinished = [o for o in opened if not _is_finished(o, as_of)]
    kept = [o for o in opened if o.closed_on is None or o.closed_on > as_of]
    current = next(iter(unfinished or (kept or opened)[-1:] or _in_order(task)[:1]), None)
    reported = _last_reported(current, as_of)
    due = due_day(current, as_of) if current else None
    status = _classify(reported, due, as_of)
    closed = current is not None and status in OPEN and _is_finished(current, as_of)
    if closed or _is_paused(task, as_of):
        return TaskStatus(
            task, Status.PAUSED, due, reported.done_on, reported.percent, frozenset(), (), ()
        )
    looked_at = unfinished or [o for o in (current,) if o]
    blockers = tuple(b for o in looked_at for b in o.blockers if _is_in_the_way(b, as_of))
    marks = {
        Flag.DUE_SOON: status in OPEN and due is not None and as_of <= due <= as_of + SOON,
        Flag.BLOCKED: bool(blockers),
        Flag.AWAITING_CONFIRMATION: confirms and status in DONE and not reported.accepted,
        Flag.SILENT: status in OPEN and _is_silent(task, as_of),
        Flag.EXTENDED: current is not None and due != planned_due(current, as_of),
        Flag.UNASSIGNED: not task.leads,
    }
    return TaskStatus(
        task,
        status,
        due,
        reported.done_on,
        reported.percent,
        frozenset(flag for flag, carried in marks.items() if carried),
        tuple(o.period for o in unfinished if o.period),
        blockers,
    )


def due_day(occurrence: OccurrenceFacts, as_of: date) -> date | None:
    """The last day in time as it was known on a day: the plan's, or a later one granted."""
    planned, granted = planned_due(occurrence, as_of), _granted_due(occurrence, as_of)
    if granted is None or (occurrence.amendments and planned is None):
        return planned
    return max(planned, granted) if occurrence.amendments and planned else granted


def planned_due(occurrence: OccurrenceFacts, as_of: date) -> date | None:
    """The plan's own due day as it was known on a day, before or after the plan was amended."""
    later = [one for one in occurrence.amendments if one.changed_on > as_of]
    return later[0].due_before if later else occurrence.first_due


def _classify(reported: _Reported, due: date | None, as_of: date) -> Status:
    if due is None:
        return Status(f"{reported.progress}_no_deadline")
    if reported.done_on is not None:
        return Status.DONE_ON_TIME if reported.done_on <= due else Status.DONE_LATE
    return Status(f"{reported.progress}_{'overdue' if due < as_of else 'in_time'}")


def _in_order(task: TaskFacts) -> list[OccurrenceFacts]:
    return sorted(task.occurrences, key=lambda o: o.sequence)


def _is_finished(occurrence: OccurrenceFacts, as_of: date) -> bool:
    closed = occurrence.closed_on is not None and occurrence.closed_on <= as_of
    return closed or _last_reported(occurrence, as_of).progress is Progress.DONE


def _is_paused(task: TaskFacts, as_of: date) -> bool:
    return any(
        p.starts_on <= as_of and (p.ends_on is None or as_of < p.ends_on) for p in task.pauses
    )


def _granted_due(occurrence: OccurrenceFacts, as_of: date) -> date | None:
    granted = [e for e in occurrence.extensions if e.decided_on <= as_of]
    return sorted(granted, key=lambda e: e.decided_on)[-1].due if granted else None


def _is_in_the_way(blocker: BlockerFacts, as_of: date) -> bool:
    gone = blocker.cleared_on is not None and blocker.cleared_on <= as_of
    return blocker.opened_on <= as_of and not gone and not blocker.void


def _is_silent(task: TaskFacts, as_of: date) -> bool:
    """Nothing was reported of the task, in any of its occurrences, since its period began."""
    first = reporting_period(as_of, task.regimes).first
    reports = (u for o in task.occurrences for u in o.updates if not u.undone)
    return not any(first <= u.reported_on <= as_of for u in reports)


def _last_reported(occurrence: OccurrenceFacts | None, as_of: date) -> _Reported:
    """What was last said of an occurrence by a day.

    Reports of done that follow one another count from the first of them, so that repeating one
    does not make it late; a refusal ends such a run, for all that was reported before its day.
    """
    said = [
        u
        for u in (occurrence.updates if occurrence else ())
        if not u.undone and u.progress is not None and u.reported_on <= as_of
    ]
    run: list[UpdateFacts] = []
    for place in reversed(range(len(said))):
        if said[place].progress is not Progress.DONE or _is_refused(said, place, as_of):
            break
        run.append(said[place])
    if run:
        accepted = any(c.accepted and c.decided_on <= as_of for u in run for c in u.confirmations)
        return _Reported(Progress.DONE, 100, run[-1].reported_on, accepted)
    if not said or said[-1].progress is None:
        return _Reported(Progress.NOT_STARTED)
    if said[-1].progress is Progress.DONE:  # and refused
        return _Reported(Progress.IN_PROGRESS)
    return _Reported(said[-1].progress, said[-1].percent)


def _is_refused(said: Sequence[UpdateFacts], place: int, as_of: date) -> bool:
    """Whether this report of done, or one before it on a later day, was refused."""
    report = said[place]
    decided = [c for c in report.confirmations if c.decided_on <= as_of]
    if decided and not sorted(decided, key=lambda c: c.decided_on)[-1].accepted:
        return True
    return any(
        not c.accepted and report.reported_on < c.decided_on <= as_of
        for earlier in said[:place]
        for c in earlier.confirmations
    )
