"""The roll-up (tổng hợp): tasks to numbers and lists, as of a day. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from reports.facts import CommitteeFacts, TaskFacts
from reports.status import (
    DONE,
    IN_TIME,
    NO_DEADLINE,
    OVERDUE,
    Flag,
    Status,
    TaskStatus,
    task_status,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tasks there are of each class, how many had come due, how many carry each flag."""

    total: int
    status: dict[Status, int]
    due: int
    due_done: int
    flags: dict[Flag, int]

    @property
    def done(self) -> int:
        """Reported done, accepted or not."""
        return self._of(DONE)

    @property
    def overdue(self) -> int:
        """Overdue and not done: what is red."""
        return self._of(OVERDUE)

    @property
    def in_time(self) -> int:
        """Open, and their due day has not passed."""
        return self._of(IN_TIME)

    @property
    def no_deadline(self) -> int:
        """Open, without a due day."""
        return self._of(NO_DEADLINE)

    @property
    def paused(self) -> int:
        """Paused by the committee."""
        return self.status[Status.PAUSED]

    @property
    def overdue_rate(self) -> Fraction:
        """The overdue out of those whose due day has come; 0 where none has."""
        return Fraction(self.overdue, self.due) if self.due else Fraction(0)

    def _of(self, classes: Iterable[Status]) -> int:
        return sum(self.status[status] for status in classes)

    def to_json(self) -> dict[str, Any]:
        """The same numbers, in a form that JSON can hold."""
        return {
            "total": self.total,
            "status": {status.value: self.status[status] for status in Status},
            "due": self.due,
            "due_done": self.due_done,
            "flags": {flag.value: self.flags[flag] for flag in Flag},
        }


@dataclass(frozen=True, slots=True)
class AgencyCounts:
    """The numbers of one lead agency; None stands for the tasks that nobody leads."""

    agency: str | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class OverdueTask:
    """A task whose due day has passed without its being done."""

    task: TaskFacts
    due: date
    days_over: int
    extended: bool
    periods: tuple[str, ...]
    """Its open periods; empty where it does not recur."""


@dataclass(frozen=True, slots=True)
class BlockedTask:
    """A task with a difficulty that nobody has cleared; several are told as one."""

    task: TaskFacts
    reason: str
    since: date


@dataclass(frozen=True, slots=True)
class RollUp:
    """A committee's tasks counted as of a day.

    A task with two leads counts for both agencies and once in `counts`. The agency with the worst
    rate comes first, the tasks that nobody leads last; what is longest overdue or blocked first.
    """

    committee: str
    as_of: date
    sample: bool
    counts: Counts
    agencies: tuple[AgencyCounts, ...]
    overdue: tuple[OverdueTask, ...]
    blocked: tuple[BlockedTask, ...]

    def to_json(self) -> dict[str, Any]:
        """The roll-up for other programs: plain values, days in ISO form."""
        return {
            "committee": self.committee,
            "as_of": self.as_of.isoformat(),
            **self.counts.to_json(),
            "agencies": [{"agency": a.agency, **a.counts.to_json()} for a in self.agencies],
            "overdue": [
                {
                    "number": late.task.number,
                    "content": late.task.content,
                    "lead": list(late.task.leads),
                    "due": late.due.isoformat(),
                    "days_over": late.days_over,
                }
                for late in self.overdue
            ],
            "blocked": [
                {
                    "number": stuck.task.number,
                    "content": stuck.task.content,
                    "lead": list(stuck.task.leads),
                    "reason": stuck.reason,
                    "since": stuck.since.isoformat(),
                }
                for stuck in self.blocked
            ],
        }


def roll_up(tasks: Sequence[TaskFacts], *, committee: CommitteeFacts, as_of: date) -> RollUp:
    """Count a committee's tasks as of a day, by what was known on that day."""
    found = [
        task_status(task, as_of=as_of, confirms=committee.confirms)
        for task in tasks
        if task.removed_on is None or as_of < task.removed_on
    ]
    return RollUp(
        committee=committee.name,
        as_of=as_of,
        sample=committee.sample,
        counts=count(found, as_of=as_of),
        agencies=_by_agency(found, as_of),
        overdue=_overdue(found, as_of),
        blocked=_blocked(found),
    )


def count(found: Sequence[TaskStatus], *, as_of: date) -> Counts:
    """Count tasks by class and flag, and those whose due day has come."""
    classes = Counter(one.status for one in found)
    flags = Counter(flag for one in found for flag in one.flags)
    come_due = [one for one in found if _has_come_due(one, as_of)]
    return Counts(
        total=len(found),
        status={status: classes[status] for status in Status},
        due=len(come_due),
        due_done=sum(one.status in DONE for one in come_due),
        flags={flag: flags[flag] for flag in Flag},
    )


def _has_come_due(one: TaskStatus, as_of: date) -> bool:
    """Its due day is over, or it is today and the task is done; paused ones are left out."""
    if one.due is None or one.status is Status.PAUSED:
        return False
    return one.due < as_of or (one.due == as_of and one.status in DONE)


def _by_agency(found: Sequence[TaskStatus], as_of: date) -> tuple[AgencyCounts, ...]:
    led: dict[str | None, list[TaskStatus]] = defaultdict(list)
    for one in found:
        for lead in dict.fromkeys(one.task.leads) or (None,):
            led[lead].append(one)
    rows = [AgencyCounts(agency, count(theirs, as_of=as_of)) for agency, theirs in led.items()]
    return tuple(sorted(rows, key=_worst_first))


def _worst_first(row: AgencyCounts) -> tuple[bool, Fraction, int, str]:
    counts = row.counts
    return (row.agency is None, -counts.overdue_rate, -counts.overdue, row.agency or "")


def _overdue(found: Sequence[TaskStatus], as_of: date) -> tuple[OverdueTask, ...]:
    late = [
        OverdueTask(
            task=one.task,
            due=one.due,
            days_over=(as_of - one.due).days,
            extended=Flag.EXTENDED in one.flags,
            periods=one.periods,
        )
        for one in found
        if one.status in OVERDUE and one.due is not None
    ]
    return tuple(sorted(late, key=lambda task: (task.due, task.task.number)))


def _blocked(found: Sequence[TaskStatus]) -> tuple[BlockedTask, ...]:
    stuck = [
        BlockedTask(
            task=one.task,
            reason="; ".join(dict.fromkeys(blocker.reason for blocker in one.blockers)),
            since=min(blocker.opened_on for blocker in one.blockers),
        )
        for one in found
        if one.blockers
    ]
    return tuple(sorted(stuck, key=lambda task: (task.since, task.task.number)))
