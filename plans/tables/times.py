"""Whether a cell says a time, whatever its column is called, and the month beside it."""

import re
from datetime import date

from db.enums import DeadlineKind
from plans.deadlines.read import read_deadline

ANY_DAY = date(2026, 1, 1)
TIMES = (
    DeadlineKind.BY,
    DeadlineKind.RECURRING,
    DeadlineKind.ONGOING,
    DeadlineKind.CONDITIONAL,
)
LONGEST = 90
"""In letters."""
MONTH = re.compile(r"\d{1,2}(?: ?[-–] ?\d{1,2})?(?: ?/ ?\d{4})?")
DAY = re.compile(r"(?<![\d/])(\d{1,2}) ?/ ?(\d{1,2})(?![\d/])")


def is_time(text: str) -> bool:
    return len(text) <= LONGEST and read_deadline(text, issued_on=ANY_DAY).kind in TIMES


def within_month(month: str, time: str | None) -> str | None:
    """The time of a row whose month stands in a column of its own, beside its day or alone.

    >>> within_month("12/2026", "21/12-09/01")
    '21/12/2026-09/01/2027'
    >>> within_month("9/2026", "Tuần 2")
    'Tuần 2 tháng 9/2026'
    """
    said = f"tháng {month}" if MONTH.fullmatch(month) else month
    if not month or not time:
        return time or said or None
    if re.search(r"\d{4}", time):
        return time
    days, year = list(DAY.finditer(time)), re.search(r"\d{4}", month)
    if not days:
        counted = re.search(r"\d", time) is not None
        return f"{time} {said[:1].lower()}{said[1:]}" if counted or not is_time(time) else time
    if year is None:
        return time
    begun = int(days[0][2])

    def dated(day: re.Match[str]) -> str:
        return f"{day[0]}/{int(year[0]) + (int(day[2]) < begun)}"

    return DAY.sub(dated, time)
