"""A stretch of time with the narrower one within it: "Quý IV/2025 (trước ngày 10/12/2025)"."""

import re
from datetime import date

from db.enums import DeadlineKind
from plans.deadlines import moments
from plans.deadlines.deadline import Deadline
from plans.deadlines.filler import strip_filler
from plans.deadlines.points import read_span

TOGETHER = re.compile(
    r"(?P<one>[^(),;]+?)(?: \((?P<remark>[^()]+)\)"
    r"|, (?P<bound>(?:truoc|cham nhat|muon nhat|den|trong|xong|hoan thanh) .+))"
)


def read_narrowed(words: str, issued_on: date) -> Deadline | None:
    """The narrower of two times, where one lies within the other: "Năm 2026 (quý II)".

    What the narrower leaves out, the wider says: "trong tháng 10/2025, chậm nhất ngày 25".
    """
    found = TOGETHER.fullmatch(words)
    if found is None:
        return None
    one, other = strip_filler(found["one"]), strip_filler(found["remark"] or found["bound"])
    due = _within(one, other, issued_on) or _within(other, one, issued_on)
    dated = re.search(r"\d{4}", words) is not None
    if due is None or not moments.is_sensible(due, issued_on) or (due < issued_on and not dated):
        return None
    return Deadline(DeadlineKind.BY, due=due)


def _within(wide: str, narrow: str, issued_on: date) -> date | None:
    """The last day in time of the narrower words; None where they lie outside of the wider."""
    whole = read_span(wide, year=issued_on.year)
    if whole is None or whole.unit == "day":
        return None
    if whole.unit == "month":
        narrow = re.sub(r"(?<=ngay )(\d{1,2})$", rf"\1/{whole.last.month}", narrow)
    limit = moments.read_limit(narrow, year=whole.last.year)
    return limit.due if limit and whole.first <= limit.due <= whole.last else None
