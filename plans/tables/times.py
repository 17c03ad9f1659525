"""Whether a cell says a time, whatever its column is called."""

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


def is_time(text: str) -> bool:
    return len(text) <= LONGEST and read_deadline(text, issued_on=ANY_DAY).kind in TIMES
