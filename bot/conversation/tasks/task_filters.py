"""The parts of one's list of tasks: overdue, this week, this month, later, done; pure."""

from collections.abc import Sequence
from datetime import date, timedelta

from db.queries.tasks import TaskNow

ALL = "all"
DONE = "done"
HELPING = "helping"
"""What others lead and one's agencies help with; no part of one's own tasks."""
PARTS = ("overdue", "week", "month", "later", DONE)
"""In the order they are offered; every task is in exactly one."""


NAMED = {"phoi hop": HELPING, "qua han": "overdue", "tuan nay": "week", "thang nay": "month"}
"""Parts by the words that ask for them, flattened."""


def part_named(flat: str) -> str:
    """The part that flattened words name; the whole where they name none."""
    return next((part for words, part in NAMED.items() if words in flat), ALL)


def part_of(task: TaskNow, today: date) -> str:
    """Where a task belongs: an open one by its due day, without one to what comes later.

    A week ends on Sunday; "month" is what is left of the month after this week.
    """
    if not task.open:
        return DONE
    due = task.occurrence.due
    if due is None:
        return "later"
    if due < today:
        return "overdue"
    if due <= today + timedelta(days=6 - today.weekday()):
        return "week"
    return "month" if (due.year, due.month) == (today.year, today.month) else "later"


def pick(tasks: Sequence[TaskNow], part: str, today: date) -> list[TaskNow]:
    """The tasks of one part; for `ALL` every open one."""
    if part == ALL:
        return [task for task in tasks if task.open]
    return [task for task in tasks if part_of(task, today) == part]


def parts_in(tasks: Sequence[TaskNow], today: date) -> dict[str, int]:
    """How many tasks each part has, those without any left out."""
    found = [part_of(task, today) for task in tasks]
    return {part: found.count(part) for part in PARTS if part in found}
