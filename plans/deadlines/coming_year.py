"""Times without a year in a plan of the year to come: "Quý IV" of "Kế hoạch ... năm 2026", issued
on 20/12/2025, is the fourth quarter of 2026."""

import re
from dataclasses import replace
from datetime import date

from db.enums import DeadlineKind
from plans.deadlines.deadline import Deadline
from plans.deadlines.read import read_deadline
from plans.deadlines.single import FROM_ISSUE
from plans.deadlines.words import normalise
from plans.words import fold

FIRST_MONTH = 10
"""Of the year before: from October on, plans of a year are issued ahead of it. What is issued
sooner ("dự toán năm 2026" in June) prepares for that year."""
OTHER = re.compile(r"\b(?:tet|don xuan|vu dong|nam hoc|\d{4} ?[-–] ?\d{4})\b")
"""Titles of what goes on over New Year, or of several years."""


def year_begins(title: str | None, issued_on: date) -> date | None:
    """The first day of the year that a plan's title names, if the plan is issued shortly before.

    >>> year_begins("Chuyển đổi số xã Phú Lâm năm 2026", date(2025, 12, 20))
    datetime.date(2026, 1, 1)
    """
    words, coming = fold(title or ""), issued_on.year + 1
    if issued_on.month < FIRST_MONTH or OTHER.search(words):
        return None
    return date(coming, 1, 1) if re.search(rf"\bnam {coming}\b", words) else None


def read_for_year(text: str, begins: date, *, issued_on: date) -> Deadline:
    """What a deadline of the plan of that year means; `year_unsaid` where the words could mean the
    rest of the year of issue as well.

    What recurs begins with that year; what is counted from the day of issue is counted from it.
    """
    printed = read_deadline(text, issued_on=issued_on)
    counted = FROM_ISSUE.search(normalise(text)) and printed.kind is not DeadlineKind.UNREADABLE
    if counted or (printed.due and printed.due >= begins):
        return printed
    meant = read_deadline(text, issued_on=begins)
    if meant.kind is DeadlineKind.BY and printed.due and printed != meant:
        return replace(meant, year_unsaid=True)
    return meant
