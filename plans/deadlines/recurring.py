"""Deadlines that come again: every year, quarter or month, by the period's end or a part of it.

Each rule takes the words as `words.normalise` leaves them, and the plan's day of issue;
None where the form is not its own. `read.RULES` is the order they are tried in. Those that name
a day of a month, a quarter or a half-year are in `periodic_days`.
"""

import re
from datetime import date, timedelta

from db.enums import DeadlineKind, Recurs
from plans.deadlines import moments
from plans.deadlines.deadline import Deadline
from plans.deadlines.filler import strip_filler
from plans.deadlines.recurrence import last_of_month, next_due

COMMON_YEAR = 2027
"""A year without 29 February, to work out the day and month of a yearly deadline."""
EACH = r"(?:dinh ky )?(?:hang|moi|tung)"
BY_MONTHS = {
    0: Recurs.WEEKLY,
    1: Recurs.MONTHLY,
    3: Recurs.QUARTERLY,
    6: Recurs.HALF_YEARLY,
    12: Recurs.YEARLY,
}
"""How often something comes that comes every so many months; a week is none."""
YEARLY = rf"(?:cua )?{EACH} nam(?: tiep theo)?"
""" "Hằng năm", "mỗi năm tiếp theo"."""
MEETING = r"(?:bao cao|so ket|tong ket|giao ban|hop|kiem tra|danh gia)"
TIMES_A_PERIOD = re.compile(
    r"(?:(?P<times>\d{1,2})|mot) lan(?:/| moi | mot | trong )(?:1 |mot )?(?P<of>quy|nam|thang)"
    r"|(?:moi|0?1|mot) (?P<of_each>quy|nam|thang) (?P<times_each>\d{1,2}) lan"
)
""" "2 lần/năm", "mỗi năm 2 lần"."""
EVERY_SO_OFTEN = re.compile(r"^(?:(?:0?1|mot) )?lan(?:/| moi | trong )(?P<of>\d{1,2} thang)$")
""" "01 lần/6 tháng"."""
REPORTING = r"bao cao(?: ket qua| tien do)?(?: thuc hien)?"


def read_each_period(words: str, issued_on: date) -> Deadline | None:
    """Every period, its last day: "Hằng năm", "Hàng quý, năm", "Định kỳ 6 tháng", "2 lần/năm".

    Of several periods the shortest counts; "9 tháng" beside others is the third report of a year.
    """
    words = re.sub(rf"(?:^|(?<=, )){MEETING} ", "", strip_filler(words))
    words = re.sub(rf" {REPORTING}$", "", words)
    unit = r"(?:(?:\d{1,2}|mot) )?(?:thang|quy|nam)|tuan|nua nam|ca nam"
    per = TIMES_A_PERIOD.fullmatch(words)
    if per is not None:
        of, times = per["of"] or per["of_each"], per["times"] or per["times_each"] or 1
        length, left = divmod({"thang": 1, "quy": 3, "nam": 12}[of], int(times) or 99)
        return None if left else _every(length, issued_on)
    words = EVERY_SO_OFTEN.sub(r"\g<of>/lan", words)
    once = re.sub(r"(?: (?:it nhat|toi thieu))?(?: ?(?:mot|0?1) lan|/(?:0?1 ?)?lan)$", "", words)
    listed = re.fullmatch(
        rf"(?P<each>(?:theo )?dinh ky (?:theo )?|theo )?(?P<hang>{EACH} )?(?P<units>(?:{unit})"
        rf"(?:(?:, ?| va |/| hoac )(?:{EACH} |dinh ky )?(?:{unit}))*)"
        rf"(?: {EACH} nam)?(?: tiep theo)?",
        once,
    )
    if listed is None:
        return None
    lengths = [_months_of(found) for found in re.findall(unit, listed["units"])]
    lengths = [length for length in lengths if length != 9 or len(lengths) == 1]
    if not (listed["each"] or listed["hang"] or once != words or len(lengths) > 1):
        return None
    if any(length not in BY_MONTHS for length in lengths) and len(lengths) > 1:
        return None
    return _every(min(lengths), issued_on)


def read_each_year_by(words: str, issued_on: date) -> Deadline | None:
    """A day, month or quarter of every year: "Tháng 01 hằng năm", "Hằng năm, trước ngày 30/11"."""
    rest = re.sub(rf" ?\({YEARLY}\)|,? ?{YEARLY}[,;]?(?= |$)| cac nam$", "", words, count=1)
    rest = strip_filler(rest)
    rest = strip_filler(rest.strip("(), ")) if rest.endswith(")") else rest.removeprefix("- ")
    if rest == strip_filler(words) or re.search(r"\d{4}", rest):
        return None
    rest = re.sub(r" (?:cua )?nam (?:sau|ke tiep)$", "", rest)
    rest = re.sub(r"^cuoi$", "cuoi nam", rest)
    if len(moments.read_month_ends(rest, year=COMMON_YEAR)) > 1:
        return None  # several a year: `periodic_days.read_days_of_each_year`
    limit = moments.read_limit(rest, year=COMMON_YEAR)
    limit = limit or moments.read_over_new_year(rest, COMMON_YEAR)
    return recurring(Recurs.YEARLY, f"{limit.due:%m-%d}", issued_on) if limit else None


def read_end_of_each_period(words: str, issued_on: date) -> Deadline | None:
    """The last day of every period: "Cuối hằng quý", "tháng cuối mỗi quý"."""
    end = re.fullmatch(
        rf"(?:den |vao )?(?:ngay |thang )?cuoi (?:cung )?(?:cua )?{EACH} (thang|quy|nam)"
        rf"|(?:vao )?(?:ngay )?cuoi (thang|quy|nam) {EACH} (?:thang|quy|nam)"
        r"|thang cuoi (?:cung )?(?:cua )?(quy)",
        strip_filler(words),
    )
    if end is None:
        return None
    return recurring(BY_MONTHS[_months_of(end[1] or end[2] or end[3])], None, issued_on)


def read_following_years(words: str, issued_on: date) -> Deadline | None:
    """Only ever the second half of a compound: "... và những năm tiếp theo"."""
    following = r"(?:va )?(?:cac|nhung|hang|trong cac) nam (?:tiep theo|ke tiep|sau|sau do|tiep)"
    if re.fullmatch(following, strip_filler(words)):
        return recurring(Recurs.YEARLY, None, issued_on)
    return None


def _every(months: int, issued_on: date) -> Deadline | None:
    """Every so many months of the year, each time by their last day; two or four have no period
    of their own and are the days of a year: "2 tháng/lần", "3 lần/năm"."""
    if months in BY_MONTHS or not months or 12 % months:
        return recurring(BY_MONTHS.get(months), None, issued_on)
    ends = (last_of_month(COMMON_YEAR, month) for month in range(months, 13, months))
    return recurring(Recurs.YEARLY, ",".join(f"{day:%m-%d}" for day in ends), issued_on)


def _months_of(unit: str) -> int:
    """Months in one such unit: "6 tháng" is 6, "quý" 3, "nửa năm" 6."""
    if unit == "nua nam":
        return 6
    number = re.match(r"\d+", unit)
    length = {"tuan": 0, "thang": 1, "quy": 3, "nam": 12}[unit.split()[-1]]
    return length * (int(number[0]) if number else 1)


def recurring(recurs: Recurs | None, recurs_due: str | None, issued_on: date) -> Deadline | None:
    """The deadline whose first due day is that on or after the day of issue."""
    if recurs is None:
        return None
    if recurs is Recurs.YEARLY and recurs_due is None:
        recurs_due = "12-31"
    due = next_due(recurs, recurs_due, issued_on - timedelta(days=1))
    return Deadline(DeadlineKind.RECURRING, None, due, recurs, recurs_due)
