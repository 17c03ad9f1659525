"""Two sayings of one cell as one deadline: "5/2025 và thực hiện thường xuyên"."""

from dataclasses import replace
from datetime import date, timedelta

from db.enums import DeadlineKind, Recurs
from plans.deadlines.deadline import Deadline
from plans.deadlines.recurrence import next_due


def join(head: Deadline, tail: Deadline, *, undated: bool, ends: bool) -> Deadline | None:
    """Both parts in one deadline; None where they contradict each other.

    Of an `undated` head no year is printed: "20/6 và 20/12 hằng năm" is two days of every year.
    A tail that `ends` may be the last day of what recurs; one after "và" is a day of its own.
    """
    rank = (DeadlineKind.BY, DeadlineKind.RECURRING, DeadlineKind.ONGOING, DeadlineKind.CONDITIONAL)
    first, second = sorted((head, tail), key=lambda part: rank.index(part.kind))
    if first.kind is second.kind:
        return _join_alike(first, second)
    if second.kind is DeadlineKind.CONDITIONAL:
        return first
    if first.kind is DeadlineKind.RECURRING:
        return _within(first, second.start, None)
    if head.kind is DeadlineKind.RECURRING and head.due and tail.due and head.due != tail.due:
        if not (tail.start or ends) or tail.due < head.due:
            return None
        return _within(head, tail.start, tail.due)  # "Hằng năm, giai đoạn 2026-2030"
    if first.recurs is not None:
        return first if second.kind is DeadlineKind.ONGOING else None
    if tail.kind is DeadlineKind.BY and head.start and tail.due and head.start > tail.due:
        return None  # "Từ 31/12/2025 đến 01/10/2025"
    if second.start and first.due and second.start <= first.due:
        return replace(first, start=second.start)  # "Từ quý I/2026, hoàn thành quý IV/2026"
    if undated and (first.several or second.recurs_due not in (None, "12-31")):
        return None
    recurs = Recurs.ONGOING if second.kind is DeadlineKind.ONGOING else second.recurs
    return replace(first, recurs=recurs, recurs_due=second.recurs_due, until=second.until)


def _join_alike(first: Deadline, second: Deadline) -> Deadline | None:
    """Two parts of one kind say one thing only if they are equal, or one of them says when."""
    if first.kind is DeadlineKind.ONGOING:
        return first if first.start else second
    return first if first == second else None


def _within(recurring: Deadline, start: date | None, until: date | None) -> Deadline:
    """The recurring deadline from its printed first day to its last: "Hằng năm, từ năm 2026"."""
    recurring = replace(recurring, until=until)
    if start is None or recurring.recurs is None or recurring.due is None:
        return recurring
    first = next_due(recurring.recurs, recurring.recurs_due, start - timedelta(days=1))
    return replace(recurring, start=start, due=max(first, recurring.due))
