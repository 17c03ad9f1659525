"""What was reported lately, for leaders who ask "có gì mới": of each task the last word, short."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.conversation.dates.elapsed import Period
from bot.i18n import Translator
from bot.texts.questions import news as texts
from db.enums import Progress
from reports.facts import BlockerFacts, TaskFacts, UpdateFacts

LATELY = timedelta(days=6)
"""Without a day named, "new" is this day and the six before it."""


def lately(period: Period | None, today: date) -> Period:
    """The days that are asked about: those named as far as they have come, else the last week."""
    if period is None or period.first > today:
        return Period(today - LATELY, today)
    return Period(period.first, min(period.last, today))


def reported_numbers(tasks: Sequence[TaskFacts], period: Period) -> list[int]:
    """The tasks of which anything was reported in these days."""
    return [
        task.number
        for task in tasks
        if any(_within(one.reported_on, period) for one in _updates(task))
    ]


def last_reported(tasks: Sequence[TaskFacts]) -> tuple[date, list[int]] | None:
    """The last day on which anything was reported, with the tasks' numbers; None for never."""
    days = [one.reported_on for task in tasks for one in _updates(task)]
    if not days:
        return None
    return max(days), reported_numbers(tasks, Period(max(days), max(days)))


def news_lines(
    tr: Translator, tasks: Sequence[TaskFacts], period: Period
) -> tuple[list[str], list[int]]:
    """A line for each kind of news with the tasks' numbers, and these numbers; empty for none.

    A task stands where its last report of these days puts it, and once more if it got stuck.
    """
    done, moved, stuck = [], [], []
    for task in tasks:
        reports = [one for one in _updates(task) if _within(one.reported_on, period)]
        if reports and reports[-1].progress is Progress.DONE:
            done.append(task.number)
        elif any(one.progress is not None for one in reports):
            moved.append((task.number, _percent(reports)))
        if any(_within(one.opened_on, period) for one in _blockers(task)):
            stuck.append(task.number)
    lines = [
        *([texts.done(tr, numbers=done)] if done else []),
        *([texts.moved(tr, tasks=moved)] if moved else []),
        *([texts.stuck(tr, numbers=stuck)] if stuck else []),
    ]
    return lines, list(dict.fromkeys([*done, *stuck, *(number for number, _ in moved)]))


def _updates(task: TaskFacts) -> Iterable[UpdateFacts]:
    return (one for part in task.occurrences for one in part.updates if not one.undone)


def _blockers(task: TaskFacts) -> Iterable[BlockerFacts]:
    return (
        one
        for part in task.occurrences
        for one in part.blockers
        if not one.void and one.cleared_on is None
    )


def _percent(reports: Sequence[UpdateFacts]) -> int | None:
    """How far the last reports put it; a completion that did not stay says nothing of that."""
    for one in reversed(reports):
        if one.progress is Progress.DONE or one.percent is not None:
            return None if one.progress is Progress.DONE else one.percent
    return None


def _within(day: date, period: Period) -> bool:
    return period.first <= day <= period.last
