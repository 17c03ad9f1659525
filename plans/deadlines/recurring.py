"""Deadlines that come again: every year, quarter or month, on a day or by the period's end.

Each rule takes the words as `words.normalise` leaves them, and the plan's day of issue;
None where the form is not its own. `read.RULES` is the order they are tried in.
"""

import re
from datetime import date, timedelta

from db.enums import DeadlineKind, Recurs
from plans.deadlines import moments
from plans.deadlines.deadline import Deadline
from plans.deadlines.recurrence import next_due
from plans.deadlines.words import strip_filler

COMMON_YEAR = 2027
"""A year without 29 February, to work out the day and month of a yearly deadline."""
EACH = r"(?:dinh ky )?(?:hang|moi|tung)"
BY_MONTHS = {
    1: Recurs.MONTHLY,
    3: Recurs.QUARTERLY,
    6: Recurs.HALF_YEARLY,
    12: Recurs.YEARLY,
}
"""How often something comes that comes every so many months."""
ENDS_OF_PERIODS = {
    ((6, 30), (12, 31)): Recurs.HALF_YEARLY,
    ((3, 31), (6, 30), (9, 30), (12, 31)): Recurs.QUARTERLY,
}
"""Months and quarters named one by one that together are every half or quarter of a year."""


def read_each_period(words: str, issued_on: date) -> Deadline | None:
    """Every period, its last day: "Hằng năm", "Hàng quý, năm", "Định kỳ 6 tháng", "2 lần/năm".

    Of several periods the shortest counts. A week is no period of ours and is not read.
    """
    words = re.sub(r"(?:^|(?<=, ))(?:bao cao|so ket|tong ket) ", "", strip_filler(words))
    unit = r"(?:(?:\d{1,2}|mot) )?(?:thang|quy|nam)|nua nam|ca nam"
    per = re.fullmatch(
        r"(?:(\d{1,2})|mot) lan(?:/| moi | mot | trong )(?:1 |mot )?(quy|nam|thang)", words
    )
    if per is not None:
        length, left = divmod({"thang": 1, "quy": 3, "nam": 12}[per[2]], int(per[1] or 1) or 99)
        return None if left else _recurring(BY_MONTHS.get(length), None, issued_on)
    once = re.sub(r"(?: ?(?:mot|0?1) lan|/(?:0?1 ?)?lan)$", "", words)
    listed = re.fullmatch(
        rf"(?P<each>dinh ky (?:theo )?|theo )?(?P<hang>{EACH} )?(?P<units>(?:{unit})"
        rf"(?:(?:, ?| va |/| hoac )(?:{EACH} |dinh ky )?(?:{unit}))*)"
        rf"(?: {EACH} nam)?(?: tiep theo)?",
        once,
    )
    if listed is None:
        return None
    lengths = [_months_of(found) for found in re.findall(unit, listed["units"])]
    if not (listed["each"] or listed["hang"] or once != words or len(lengths) > 1):
        return None
    if any(length not in BY_MONTHS for length in lengths):
        return None
    return _recurring(BY_MONTHS[min(lengths)], None, issued_on)


def read_each_year_by(words: str, issued_on: date) -> Deadline | None:
    """A day, month or quarter of every year: "Tháng 01 hằng năm", "Hằng năm, trước ngày 30/11"."""
    yearly = rf"(?:cua )?{EACH} nam(?: tiep theo)?"
    rest = re.sub(rf" ?\({yearly}\)|,? ?{yearly}[,;]?(?= |$)", "", words, count=1)
    rest = strip_filler(rest)
    rest = rest.strip("(), ") if rest.endswith(")") else rest
    if rest == strip_filler(words) or re.search(r"\d{4}", rest):
        return None
    rest = re.sub(r" (?:cua )?nam (?:sau|ke tiep)$", "", rest)
    rest = re.sub(r"^cuoi$", "cuoi nam", rest)
    each = ENDS_OF_PERIODS.get(moments.read_month_ends(rest, year=COMMON_YEAR))
    limit = None if each else moments.read_limit(rest, year=COMMON_YEAR)
    if limit is not None:
        return _recurring(Recurs.YEARLY, f"{limit.due:%m-%d}", issued_on)
    return _recurring(each, None, issued_on)


def read_each_month_by(words: str, issued_on: date) -> Deadline | None:
    """A day of every month: "ngày 25 hằng tháng", "trước ngày 20 hằng tháng" (the 19th)."""
    rest = re.sub(rf",? ?(?:cua )?{EACH} thang,?(?= |$)", "", words, count=1)
    if rest == words:
        return None
    rest = rest.strip("(), ")
    day = re.fullmatch(r"(?P<before>truoc )?(?:ngay )?(?P<day>\d{1,2})", strip_filler(rest))
    if day is None or not 1 <= int(day["day"]) <= 31:
        return None
    last = int(day["day"]) - (1 if day["before"] else 0)
    return _recurring(Recurs.MONTHLY, f"{last:02}" if last else None, issued_on)


def read_end_of_each_period(words: str, issued_on: date) -> Deadline | None:
    """The last day of every period: "Cuối hằng quý", "tháng cuối mỗi quý"."""
    end = re.fullmatch(
        rf"(?:den |vao )?(?:ngay |thang )?cuoi (?:cung )?(?:cua )?{EACH} (thang|quy|nam)"
        rf"|(?:vao )?(?:ngay )?cuoi (thang|quy|nam) {EACH} (?:thang|quy|nam)",
        strip_filler(words),
    )
    if end is None:
        return None
    return _recurring(BY_MONTHS[_months_of(end[1] or end[2])], None, issued_on)


def read_following_years(words: str, issued_on: date) -> Deadline | None:
    """Only ever the second half of a compound: "... và những năm tiếp theo"."""
    following = r"(?:va )?(?:cac|nhung|hang|trong cac) nam (?:tiep theo|ke tiep|sau|sau do|tiep)"
    if re.fullmatch(following, strip_filler(words)):
        return _recurring(Recurs.YEARLY, None, issued_on)
    return None


def _months_of(unit: str) -> int:
    """Months in one such unit: "6 tháng" is 6, "quý" 3, "nửa năm" 6."""
    if unit == "nua nam":
        return 6
    number = re.match(r"\d+", unit)
    length = {"thang": 1, "quy": 3, "nam": 12}[unit.split()[-1]]
    return length * (int(number[0]) if number else 1)


def _recurring(recurs: Recurs | None, recurs_due: str | None, issued_on: date) -> Deadline | None:
    if recurs is None:
        return None
    if recurs is Recurs.YEARLY and recurs_due is None:
        recurs_due = "12-31"
    due = next_due(recurs, recurs_due, issued_on - timedelta(days=1))
    return Deadline(DeadlineKind.RECURRING, None, due, recurs, recurs_due)
