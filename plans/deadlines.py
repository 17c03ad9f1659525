"""What a plan's deadline cell means, by the rules of the labels.

A new form of deadline is a new rule in `RULES`: a function from the words (as
`deadline_words.normalise` leaves them) to a `Deadline`, or None where the form is not its own.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from db.enums import DeadlineKind, Recurs
from plans import moments
from plans.deadline_words import mend_syllables, normalise, strip_filler
from plans.recurrence import last_of_month, next_due, period_of

__all__ = ["Deadline", "next_due", "period_of", "read_deadline"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as read; `due` is the last day that still counts as on time.

    `recurs_due` is "MM-DD" for a yearly deadline, "DD" for a monthly one that names its day,
    and None where the period's last day is meant.
    """

    kind: DeadlineKind
    start: date | None = None
    due: date | None = None
    recurs: Recurs | None = None
    recurs_due: str | None = None


UNSPECIFIED = Deadline(DeadlineKind.UNSPECIFIED)
UNREADABLE = Deadline(DeadlineKind.UNREADABLE)
ONGOING = Deadline(DeadlineKind.ONGOING)
CONDITIONAL = Deadline(DeadlineKind.CONDITIONAL)

COMMON_YEAR = 2027
"""A year without 29 February, to work out the day and month of a yearly deadline."""
EACH = r"(?:dinh ky )?(?:hang|moi|tung)"
SECOND_SAYING = (
    rf"thuong xuyen|{EACH} nam|(?:cac|nhung) nam |theo |khi |"
    r"tu (?:nam|thang|quy) |den (?:het )?nam "
)
"""How the second saying of a cell begins where no mark parts it from the first."""
BY_MONTHS = {
    1: Recurs.MONTHLY,
    3: Recurs.QUARTERLY,
    6: Recurs.HALF_YEARLY,
    12: Recurs.YEARLY,
}
"""How often something comes that comes every so many months."""


def read_deadline(text: str, *, issued_on: date) -> Deadline:
    """What a plan's deadline cell means; `unreadable` if it has no one sensible reading.

    >>> read_deadline("Trước ngày 20/12/2025", issued_on=date(2025, 9, 19)).due
    datetime.date(2025, 12, 19)

    Never raises. `due` of a recurring deadline is the first on or after `issued_on`; a day or
    month printed without its year is taken as this plan's year only where it still lies ahead.
    """
    words = normalise(text)
    for attempt in dict.fromkeys((words, mend_syllables(words))):
        readings = (rule(attempt, issued_on) for rule in RULES)
        found = next((reading for reading in readings if reading is not None), None)
        if found is not None:
            return found
    return UNREADABLE


def read_nothing(words: str, issued_on: date) -> Deadline | None:
    """An empty cell or a lone dash: "-"."""
    return UNSPECIFIED if not words else None


def read_ongoing(words: str, issued_on: date) -> Deadline | None:
    """Without end: "Thường xuyên", "Duy trì thường xuyên, liên tục", "Từ năm 2026"."""
    words = re.sub(r"^sau do ", "", strip_filler(words))
    steady = r"(?:thuong xuyen|lien tuc|thuong ky)"
    times = rf"{steady}(?:(?:,| va)? {steady})*(?: trong (?:ca )?nam)?"
    if re.fullmatch(times, strip_filler(words)):
        return ONGOING
    since = re.fullmatch(
        rf"(?:{times},? )?tu (?P<point>.+?)(?: tro di| {times})?|(?P<on>.+) tro di", words
    )
    span = since and moments.read_span(since["point"] or since["on"])
    return replace(ONGOING, start=span.first) if span else None


def read_count_from_issue(words: str, issued_on: date) -> Deadline | None:
    """Counted from this plan: "Trong 10 ngày kể từ ngày ban hành".

    The day of issue itself is not counted (Bộ luật Dân sự 2015, điều 147). Working days are not
    read: which days are worked is not known here.
    """
    count = re.fullmatch(
        r"(?:trong )?(?:vong )?(?:thoi han )?(?P<n>\d{1,3}) (?P<unit>ngay|thang)(?:,)? (?:ke )?tu "
        r"(?:ngay )?(?:(?:ke hoach|van ban)(?: nay)? )?(?:duoc |co )?"
        r"(?:ky ban hanh|ban hanh|ky|hieu luc)(?: (?:ke hoach|van ban)(?: nay)?)?",
        strip_filler(words),
    )
    if count is None:
        return None
    if count["unit"] == "ngay":
        return Deadline(DeadlineKind.BY, due=issued_on + timedelta(days=int(count["n"])))
    months = issued_on.year * 12 + issued_on.month - 1 + int(count["n"])
    last = last_of_month(months // 12, months % 12 + 1)
    return Deadline(DeadlineKind.BY, due=last.replace(day=min(issued_on.day, last.day)))


def read_each_period(words: str, issued_on: date) -> Deadline | None:
    """Every period, its last day: "Hằng năm", "Hàng quý, năm", "Định kỳ 6 tháng", "2 lần/năm".

    Of several periods the shortest counts. A week is no period of ours and is not read.
    """
    words = re.sub(r"^(?:bao cao )", "", strip_filler(words))
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
    rest = re.sub(rf",? ?(?:cua )?(?:{EACH} nam)(?: tiep theo)?[,;]?(?= |$)", "", words, count=1)
    rest = strip_filler(rest)
    rest = rest.strip("(), ") if rest.endswith(")") else rest
    if rest == strip_filler(words) or re.search(r"\d{4}", rest):
        return None
    rest = re.sub(r"^cuoi$", "cuoi nam", rest)
    limit = moments.read_limit(rest, year=COMMON_YEAR)
    if limit is not None:
        return _recurring(Recurs.YEARLY, f"{limit.due:%m-%d}", issued_on)
    halves = [moments.read_limit(part, year=COMMON_YEAR) for part in re.split(r", | va ", rest)]
    if [f"{half.due:%m-%d}" for half in halves if half] == ["06-30", "12-31"]:
        return _recurring(Recurs.HALF_YEARLY, None, issued_on)
    return None


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


def read_by(words: str, issued_on: date) -> Deadline | None:
    """A last day: "Trước ngày 20/12/2025", "Quý IV/2025", "2025 - 2030", "đến hết năm 2025"."""
    words = re.sub(r",? (?:tam nhin|dinh huong) (?:den )?(?:nam )?\d{4}$", "", words)
    words = strip_filler(words)
    words = re.sub(r"^(?:giai doan|nhiem ky) \((.*)\)$", r"\1", words)
    limit = moments.read_limit(words)
    if limit is None:
        # "Quý IV", "trước ngày 20/12" of a plan of 2025
        ahead = moments.read_limit(words, year=issued_on.year)
        limit = ahead if ahead and ahead.due >= issued_on else None
    if limit is None or not moments.is_sensible(limit.due, issued_on):
        return None
    return Deadline(DeadlineKind.BY, limit.start, limit.due)


def read_condition(words: str, issued_on: date) -> Deadline | None:
    """Waits for something else: "Sau khi Trung ương ban hành", "Theo lộ trình", "Đột xuất"."""
    condition = re.match(
        r"(?:(?:\d{1,3} ngay|ngay|chi|trong \d{1,3} ngay(?: lam viec)?),? )?"
        r"(?:(?:sau (?:\d{1,3} ngay(?: lam viec)?,? )?(?:ke tu )?|truoc|ke tu|tu)? ?khi|theo|tuy|"
        r"can cu|phu hop|dot xuat|phat sinh|neu|cho (?:den khi )?|ke tu ngay|tu ngay"
        r"|(?:sau|trong)(?: vong)? \d{1,3} (?:ngay|thang)(?: lam viec)?,? ke tu (?:ngay )?"
        r"(?:nhan|duoc giao)|sau)\b"
        r"(?! (?:ngay |thang |quy |nam )?\d| (?:ban hanh|ky)$)",
        strip_filler(words),
    )
    return CONDITIONAL if condition else None


def read_places(words: str, issued_on: date) -> Deadline | None:
    """Several days for several places: the earliest ("Cấp xã: 9/2025; cấp thôn: 12/2025")."""
    parts = [re.fullmatch(r"([^:;\d]+): (.+)", part) for part in re.split(r"; ", words)]
    found = [read_by(part[2], issued_on) for part in parts if part]
    dated = [reading for reading in found if reading is not None and reading.due is not None]
    if len(parts) < 2 or len(dated) < len(parts):
        return None
    return min(dated, key=lambda reading: reading.due or date.max)


def read_compound(words: str, issued_on: date) -> Deadline | None:
    """Two sayings in one cell, both kept: "5/2025 và thực hiện thường xuyên".

    A day and what comes after it are a deadline that recurs; a condition or "thường xuyên"
    beside something more definite adds nothing to it.
    """
    marked = re.sub(rf"(?<=.) (?={SECOND_SAYING})", " ; ", words)
    waits = read_condition(words, issued_on)  # "Theo kế hoạch hằng năm" is one saying
    for text in (words,) if waits else (words, marked):
        for middle in re.finditer(r" ?; ?|, | va | hoac | \(| \+ |\. |(?<=[a-z])/(?=[a-z])", text):
            head = _read_part(text[: middle.start()], issued_on)
            tail = head and _read_part(text[middle.end() :].rstrip(")"), issued_on)
            joined = _join(head, tail) if head and tail else None
            if joined is not None:
                return joined
    return None


@lru_cache(
    maxsize=20_000
)  # readers of tables try a cell's words again and again, one more at a time
def _read_part(words: str, issued_on: date) -> Deadline | None:
    words = words.strip(" ;,.")
    rules = (rule for rule in RULES if rule is not read_nothing)
    return next((found for rule in rules if (found := rule(words, issued_on))), None)


def _join(head: Deadline, tail: Deadline) -> Deadline | None:
    """Both parts in one deadline; None where they contradict each other."""
    rank = (DeadlineKind.BY, DeadlineKind.RECURRING, DeadlineKind.ONGOING, DeadlineKind.CONDITIONAL)
    first, second = sorted((head, tail), key=lambda part: rank.index(part.kind))
    if first.kind is second.kind:
        return _join_alike(first, second)
    if second.kind is DeadlineKind.CONDITIONAL:
        return first
    if first.kind is DeadlineKind.RECURRING:
        return _begin_on(first, second.start)
    if head.kind is DeadlineKind.RECURRING and (tail.start or f"{tail.due:%m-%d}" == "12-31"):
        return _begin_on(head, tail.start)  # "Hằng năm, giai đoạn 2026-2030", "... đến năm 2030"
    if first.recurs is not None:
        return first if second.kind is DeadlineKind.ONGOING else None
    recurs = Recurs.ONGOING if second.kind is DeadlineKind.ONGOING else second.recurs
    return replace(first, recurs=recurs, recurs_due=second.recurs_due)


def _join_alike(first: Deadline, second: Deadline) -> Deadline | None:
    """Two parts of one kind say one thing only if they are equal, or one of them says when."""
    if first.kind is DeadlineKind.ONGOING:
        return first if first.start else second
    return first if first == second else None


def _begin_on(recurring: Deadline, start: date | None) -> Deadline:
    """The recurring deadline from its printed first day on: "Hằng năm, từ năm 2026"."""
    if start is None or recurring.recurs is None or recurring.due is None:
        return recurring
    first = next_due(recurring.recurs, recurring.recurs_due, start - timedelta(days=1))
    return replace(recurring, start=start, due=max(first, recurring.due))


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


RULES = (
    read_nothing,
    read_ongoing,
    read_count_from_issue,
    read_each_period,
    read_each_year_by,
    read_each_month_by,
    read_end_of_each_period,
    read_following_years,
    read_by,
    read_places,
    read_compound,
    read_condition,
)
"""Tried in this order: what names a time before what only waits, compounds after what is whole."""
