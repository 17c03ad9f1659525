"""What a plan's deadline cell means, by the rules of the labels.

A new form of deadline is a new rule in `RULES`: a function from the words (as
`words.normalise` leaves them) to a `Deadline`, or None where the form is not its own.
What it asks for of the words is in `TIMED`: without any of that no such rule is tried.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from db.enums import DeadlineKind, Recurs
from plans.deadlines import moments
from plans.deadlines.deadline import CONDITIONAL, ONGOING, UNREADABLE, UNSPECIFIED, Deadline
from plans.deadlines.recurrence import last_of_month, next_due, period_of
from plans.deadlines.recurring import (
    EACH,
    read_each_month_by,
    read_each_period,
    read_each_year_by,
    read_end_of_each_period,
    read_following_years,
)
from plans.deadlines.words import mend_syllables, normalise, strip_filler

__all__ = ["UNREADABLE", "UNSPECIFIED", "Deadline", "next_due", "period_of", "read_deadline"]

SECOND_SAYING = (
    rf"thuong xuyen|{EACH} (?:nam|quy|thang)|(?:cac|nhung) nam |theo |khi |giai doan \d|"
    r"tu (?:nam |thang |quy |\d{4})|den (?:het )?nam |trong (?:nam|quy|giai doan) "
)
"""How the second saying of a cell begins where no mark parts it from the first."""
ISSUE = (
    r"(?:(?:ke hoach|van ban)(?: nay)? )?(?:duoc |co )?(?:ky ban hanh|ban hanh|ky|hieu luc)"
    r"(?: (?:ke hoach|van ban)(?: nay)?)?"
)
""" "Ngày (Kế hoạch này được) ban hành": the plan's own day."""

TIMED = re.compile(r"\d{4}|\d[/.-]\d|ngay|thang|quy|nam|thuong xuyen|lien tuc|thuong ky")
"""What every rule asks for but the two of `WAITING`: a time needs a figure or a name of its own."""
WAITING = re.compile(r"khi|theo|tuy|can cu|phu hop|dot xuat|phat sinh|neu|cho|sau")
"""What `read_condition` asks for of words without a time, and so does a compound of two of them."""

Rule = Callable[[str, date], Deadline | None]


def read_deadline(text: str, *, issued_on: date) -> Deadline:
    """What a plan's deadline cell means; `unreadable` if it has no one sensible reading.

    >>> read_deadline("Trước ngày 20/12/2025", issued_on=date(2025, 9, 19)).due
    datetime.date(2025, 12, 19)

    Never raises. `due` of a recurring deadline is the first on or after `issued_on`; a day or
    month printed without its year is taken as this plan's year only where it still lies ahead.
    """
    words = normalise(text)
    for attempt in dict.fromkeys((words, mend_syllables(words))):
        readings = (rule(attempt, issued_on) for rule in rules_for(attempt))
        found = next((reading for reading in readings if reading is not None), None)
        if found is not None:
            return found
    return UNREADABLE


def rules_for(words: str) -> tuple[Rule, ...]:
    """The rules that such words may be of: readers of tables try thousands that are of none."""
    if not words or TIMED.search(words):
        return RULES
    return (read_compound, read_condition) if WAITING.search(words) else ()


def read_nothing(words: str, issued_on: date) -> Deadline | None:
    """An empty cell or a lone dash: "-"."""
    return UNSPECIFIED if not words else None


def read_ongoing(words: str, issued_on: date) -> Deadline | None:
    """Without end: "Thường xuyên", "Duy trì thường xuyên, liên tục", "Từ năm 2026"."""
    words = re.sub(r"^sau do ", "", strip_filler(words))
    steady = r"(?:thuong xuyen|lien tuc|thuong ky)"
    times = (
        rf"{steady}(?:(?:,| va)? (?:{steady}|lau dai|dinh ky|{EACH} (?:ngay|tuan)))*"
        r"(?:,? trong (?:(?:ca |suot )?nam|(?:ca |suot )nhiem ky)| sau do)?"
    )
    if re.fullmatch(times, strip_filler(words)):
        return ONGOING
    since = re.fullmatch(
        rf"(?:{times},? )?(?:ke )?tu (?P<point>.+?)(?: tro di| {times})?|(?P<on>.+) tro di", words
    )
    span = since and moments.read_span(since["point"] or since["on"])
    return replace(ONGOING, start=span.first) if span else None


def read_count_from_issue(words: str, issued_on: date) -> Deadline | None:
    """Counted from this plan: "Trong 10 ngày kể từ ngày ban hành".

    The day of issue itself is not counted (Bộ luật Dân sự 2015, điều 147). Working days are not
    read: which days are worked is not known here.
    """
    latest = re.sub(r"^(?:cham|muon) nhat(?: la)? sau ", "trong ", words)
    count = re.fullmatch(
        r"(?:trong )?(?:vong )?(?:thoi han )?(?P<n>\d{1,3}) (?P<unit>ngay|thang|nam)(?:,)? "
        rf"(?:(?:ke )?tu (?:ngay |khi )?|sau (?:ngay|khi) ){ISSUE}",
        strip_filler(latest),
    )
    if count is None:
        return None
    number = int(count["n"])
    if count["unit"] == "ngay":
        return Deadline(DeadlineKind.BY, due=issued_on + timedelta(days=number))
    months = issued_on.year * 12 + issued_on.month - 1
    months += number * (12 if count["unit"] == "nam" else 1)
    last = last_of_month(months // 12, months % 12 + 1)
    due = last.replace(day=min(issued_on.day, last.day))
    return Deadline(DeadlineKind.BY, due=due) if moments.is_sensible(due, issued_on) else None


def read_by(words: str, issued_on: date) -> Deadline | None:
    """A last day: "Trước ngày 20/12/2025", "Quý IV/2025", "2025 - 2030", "đến hết năm 2025"."""
    words = re.sub(r",?(?: va)? (?:tam nhin|dinh huong) (?:den )?(?:nam )?\d{4}$", "", words)
    words = strip_filler(words)
    words = re.sub(rf"^tu (?:ngay |khi )?{ISSUE} (?=den |toi )", "", words)
    words = re.sub(r"^(?:(?:giai doan|nhiem ky) )?\((.*)\)$", r"\1", words)
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
        r"(?:(?:(?:trong |vong )?(?:vong )?\d{1,3} ngay(?: lam viec)?|ngay|chi),? )?"
        r"(?:(?:sau (?:\d{1,3} ngay(?: lam viec)?,? )?(?:ke tu )?|truoc|ke tu|tu)? ?khi"
        r"|(?:dinh ky )?theo|tuy|can cu|phu hop|dot xuat|phat sinh|neu|cho (?:den khi )?"
        r"|ke tu ngay|tu ngay|(?:sau|trong|vong)(?: vong)? \d{1,3} (?:ngay|thang)(?: lam viec)?,? "
        r"ke tu (?:ngay |khi )?(?:nhan|duoc giao)|sau)\b"
        r"(?! (?:ngay |thang |quy |nam )?\d| (?:ban hanh|ky)$)",
        strip_filler(words),
    )
    return CONDITIONAL if condition else None


def read_several(words: str, issued_on: date) -> Deadline | None:
    """Several days for several places, rounds or steps: the earliest (labels: "Rules for dates").

    "Cấp xã: 9/2025; cấp thôn: 12/2025", "Đợt 1: 30/10/2025; đợt 2: 30/12/2025", "Năm 2025: thí
    điểm; năm 2026: nhân rộng".
    """
    parts = re.split(r"; |, (?=[^,:;]+: )|\. (?=[^.:;]+: )", words)
    found = [_read_step(part, issued_on) for part in parts]
    dated = [reading for reading in found if reading is not None and reading.due is not None]
    if len(parts) < 2 or len(dated) < len(parts):
        return None
    earliest = min(dated, key=lambda reading: reading.due or date.max)
    return replace(earliest, several=True)


def _read_step(part: str, issued_on: date) -> Deadline | None:
    """One of several: what is done and its time, or the time and what is done in it."""
    named = re.fullmatch(
        r"(?:[^:;\d]+|(?:dot|lan|giai doan|buoc|cap|phan) (?:\d|[iv]{1,3})): (.+)", part
    )
    if named is not None:
        return read_by(named[1], issued_on)
    headed = re.fullmatch(r"([^:;]+?)(?:: (?:[^\d:;]+|\d{1,3} ?%.*)| \([^\d()]+\))", part)
    return read_by(headed[1], issued_on) if headed else None


def read_compound(words: str, issued_on: date) -> Deadline | None:
    """Two sayings in one cell, both kept: "5/2025 và thực hiện thường xuyên".

    A day and what comes after it are a deadline that recurs; a condition or "thường xuyên"
    beside something more definite adds nothing to it.
    """
    marked = re.sub(rf"(?<=.) (?={SECOND_SAYING})", " ; ", words)
    waits = read_condition(words, issued_on)  # "Theo kế hoạch hằng năm" is one saying
    for text in (words,) if waits else (words, marked):
        for middle in re.finditer(
            r" ?; ?|, | va | hoac | - (?=[^:;\d]+: )| \(| \+ |\. |(?<=[a-z])/(?=[a-z])", text
        ):
            head = _read_part(text[: middle.start()], issued_on)
            tail = head and _read_part(text[middle.end() :].rstrip(")"), issued_on)
            undated = re.search(r"\d{4}", text[: middle.start()]) is None
            joined = _join(head, tail, undated=undated) if head and tail else None
            if joined is not None:
                return joined
    return None


@lru_cache(maxsize=20_000)  # tables' readers try a cell again and again, one more word at a time
def _read_part(words: str, issued_on: date) -> Deadline | None:
    words = words.strip(" ;,.")
    named = re.fullmatch(r"[^:;\d]{2,60}: (.+)", words)  # "Triển khai: hằng năm"
    for attempt in (words, named[1]) if named else (words,):
        rules = (rule for rule in rules_for(attempt) if rule is not read_nothing)
        found = next((found for rule in rules if (found := rule(attempt, issued_on))), None)
        if found is not None:
            return found
    return None


def _join(head: Deadline, tail: Deadline, *, undated: bool) -> Deadline | None:
    """Both parts in one deadline; None where they contradict each other.

    Of an `undated` head no year is printed: "20/6 và 20/12 hằng năm" is two days of every year.
    """
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
    if undated and second.recurs_due not in (None, "12-31"):
        return None
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
    read_several,
    read_compound,
    read_condition,
)
"""Tried in this order: what names a time before what only waits, compounds after what is whole."""
