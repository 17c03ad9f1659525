"""What a deadline is, once it is read."""

from dataclasses import dataclass, field
from datetime import date

from db.enums import DeadlineKind, Recurs


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as read; `due` is the last day that still counts as on time.

    `recurs_due` is "MM-DD" for a yearly deadline ("MM-DD,MM-DD" on several days), "DD" for a
    monthly and the weekday's number for a weekly one that names its day, and None where the
    period's last day is meant (`recurrence.write_recurs_due` has the rest).
    """

    kind: DeadlineKind
    start: date | None = None
    due: date | None = None
    recurs: Recurs | None = None
    recurs_due: str | None = None
    until: date | None = None
    """The last day of what recurs, where one is printed: "Hằng năm, giai đoạn 2026-2030"."""
    several: bool = field(default=False, compare=False)
    """The words name more days than `due`, which is the earliest of them."""
    worked: bool = field(default=False, compare=False)
    """`due` was counted in working days by the law's holidays, which decisions may have moved."""
    year_unsaid: bool = field(default=False, compare=False)
    """No year is printed, and `due` lies in that of the plan's title (`coming_year`)."""
    guessed: bool = field(default=False, compare=False)
    """Of a word of it a scan left the outline alone (`damage.mend_shapes`)."""


UNSPECIFIED = Deadline(DeadlineKind.UNSPECIFIED)
UNREADABLE = Deadline(DeadlineKind.UNREADABLE)
ONGOING = Deadline(DeadlineKind.ONGOING)
CONDITIONAL = Deadline(DeadlineKind.CONDITIONAL)
