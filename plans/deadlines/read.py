"""What a plan's deadline cell means, by the rules of the labels.

A new form of deadline is a new rule in `RULES`: a function from the words (as
`words.normalise` leaves them) to a `Deadline`, or None where the form is not its own.
What it asks for of the words is in `TIMED`: without any of that no such rule is tried.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from plans.deadlines.damage import mend_shapes, mend_syllables
from plans.deadlines.deadline import UNREADABLE, UNSPECIFIED, Deadline
from plans.deadlines.joining import join
from plans.deadlines.narrowed import read_narrowed
from plans.deadlines.periodic_days import (
    read_days_of_each_year,
    read_each_month_by,
    read_each_quarter_by,
)
from plans.deadlines.recurrence import next_due, period_of
from plans.deadlines.recurring import (
    EACH,
    read_each_period,
    read_each_year_by,
    read_end_of_each_period,
    read_following_years,
)
from plans.deadlines.several import read_several
from plans.deadlines.single import (
    read_by,
    read_condition,
    read_count,
    read_nothing,
    read_ongoing,
)
from plans.deadlines.weekly import read_each_week
from plans.deadlines.words import normalise
from plans.ditto import is_ditto

__all__ = ["UNREADABLE", "UNSPECIFIED", "Deadline", "next_due", "period_of", "read_deadline"]

SECOND_SAYING = (
    rf"thuong xuyen|{EACH} (?:nam|quy|thang|tuan)|(?:cac|nhung) nam |theo |khi |giai doan \d|"
    r"(?:ke )?tu (?:nam |thang |quy |\d{4})|den (?:het )?nam |trong (?:nam|quy|giai doan) "
)
"""How the second saying of a cell begins where no mark parts it from the first."""
TIMED = re.compile(r"\d{4}|\d[/.-]\d|ngay|thang|quy|nam|tuan|thuong xuyen|lien tuc|thuong ky")
"""What every rule asks for but the two of `WAITING`: a time needs a figure or a name of its own."""
WAITING = re.compile(r"khi|theo|tuy|can cu|phu hop|dot xuat|phat sinh|neu|cho|sau")
"""What `read_condition` asks for of words without a time, and so does a compound of two of them."""

OF_TIME = re.compile(r"\b(?:am lich|al|thang|quy|(?<!viet )nam|tuan|moi|lam viec|khong|dinh ky)\b")
"""What a remark speaks of that may change the time beside it."""

WITHIN = re.compile(r"\b(?:truoc|tet|ram|mua)\b")
DAY = re.compile(r"\b\d{1,2}/\d{1,2}\b")
DAY_OF_IT = re.compile(r"^(?:ngay )?(?:sau|khi|(?:ke )?tu)\b.*\((?:ngay )?\d[\d/.-]*\)$")
""" "Sau khi Luật có hiệu lực (01/01/2026)": the day of what is waited for."""
LAST_YEAR = re.compile(r"(?:cho )?(?:den|toi|het|trong|ca|nam) |\d{4}\)?$")
""" "Hằng quý, đến hết năm 2026", "hằng quý, 2026": until when something recurs."""
SPAN_THEN_EACH = re.compile(
    rf"(?:giai doan |nhiem ky |tu |trong |suot )*(?:nam )?\d{{4}}\D+\d{{4}}[^\w]+(?:; )?"
    rf"(?:(?:thuc hien|trien khai) )?{EACH} "
)
""" "Giai đoạn 2026-2030, hằng năm": years that something recurs in, said first."""

COUNTED_DAY = re.compile(
    r"(?P<time>[^()]*\d/\d{4}),? \((?:tuc |la )?(?:(?:truoc )?(?:cham nhat )?\d{1,3} "
    r"(?:ngay|thang|tuan)(?: lam viec)?,? (?:truoc|sau|ke tu)\b[^()\d]+"
    r"|(?:ngay |mung )*(?:\d|ram )[^()/]*\b(?:thang (?:chap|gieng)|am lich|tet)\b[^()/]*)\)"
)
""" "Chậm nhất ngày 30/11/2025 (105 ngày trước ngày bầu cử)", "10/02/2026 (23 tháng Chạp)": the
day, and how it was found."""
NAMED_DAY = re.compile(
    r"(?:xong |hoan thanh )*(?P<before>truoc )?(?:nhan |dip )*(?:mung|ram|ngay|le|tet|quoc khanh)\b"
    r"(?:(?![^(]*\d{4})[^()/]*"
    r"\((?:tuc )?(?:la )?(?P<day>(?:ngay )?\d{1,2}/\d{1,2}(?:/\d{4})?)(?: duong lich)?\)"
    r"|(?: (?!truoc|sau|den|tu|ke|trong|thang|cuoi)[a-z]+)* (?P<bare>\d{1,2}/\d{1,2}(?:/\d{4})?))"
)
""" "Mùng 6 Tết (22/02/2026)", "Ngày Chuyển đổi số quốc gia 10/10"."""
SEASON = re.compile(
    r"(?:hoan thanh |xong )*(?:truoc|trong|dip|nhan|ket thuc)\b (?P<when>[^\d();:]+?)(?:, | \()"
    r"(?P<bound>(?:xong |hoan thanh |la )*(?:truoc|cham nhat|muon nhat|khong qua) [^()]+\d{4})\)?"
)
""" "Trước mùa mưa bão, chậm nhất ngày 15/5/2026", "kết thúc học kỳ I (trước ngày 18/01/2026)"."""

LONGEST = 250
"""In characters; the longest time that a real plan prints has 130, what is more is no time."""
Rule = Callable[[str, date], Deadline | None]


@lru_cache(maxsize=5_000)  # a table's cell is asked about again as its row is laid and mended
def read_deadline(text: str, *, issued_on: date) -> Deadline:
    """What a plan's deadline cell means; `unreadable` if it has no one sensible reading.

    >>> read_deadline("Trước ngày 20/12/2025", issued_on=date(2025, 9, 19)).due
    datetime.date(2025, 12, 19)

    Never raises. `due` of a recurring deadline is the first on or after `issued_on`; a day or
    month printed without its year is taken as this plan's year only where it still lies ahead.
    """
    if len(text) > LONGEST:
        return UNREADABLE
    words = normalise(text)
    if not words and is_ditto(text):
        return UNREADABLE  # of which cell, a table's reader knows
    mended = mend_syllables(words)
    for attempt in dict.fromkeys((words, mended)):
        found = _read_words(attempt, issued_on)
        if found is not None:
            return found
    guessed = mend_shapes(mended)
    found = _read_words(guessed, issued_on) if guessed != mended else None
    return replace(found, guessed=True) if found else UNREADABLE


def _read_words(words: str, issued_on: date) -> Deadline | None:
    readings = (rule(words, issued_on) for rule in rules_for(words))
    return next((reading for reading in readings if reading is not None), None)


def rules_for(words: str) -> tuple[Rule, ...]:
    """The rules that such words may be of: readers of tables try thousands that are of none."""
    if not words or TIMED.search(words):
        return RULES
    return (read_compound, read_condition) if WAITING.search(words) else ()


def read_compound(words: str, issued_on: date) -> Deadline | None:
    """Two sayings in one cell, both kept: "5/2025 và thực hiện thường xuyên".

    A day and what comes after it are a deadline that recurs; a condition or "thường xuyên"
    beside something more definite adds nothing to it.
    """
    marked = re.sub(rf"(?<=.)(?<! ke) (?={SECOND_SAYING})", " ; ", words)
    waits = read_condition(words, issued_on)  # "Theo kế hoạch hằng năm" is one saying
    if waits and DAY_OF_IT.search(words):
        return waits
    ended = re.sub(r"(?<=.) (?=den (?:het )?(?:thang|quy|ngay|\d))", " ; ", words)
    for text in (words,) if waits else (words, marked, ended):
        for middle in re.finditer(
            r" ?; ?|, | va | hoac | - (?=[^:;\d]+: )| \(| \+ |\. |(?<=[a-z\d])/(?=[a-z])", text
        ):
            head = _read_part(text[: middle.start()], issued_on)
            tail = head and _read_part(text[middle.end() :].rstrip(")"), issued_on)
            if tail and SPAN_THEN_EACH.match(text):
                head, tail = tail, head
            undated = re.search(r"\d{4}", text[: middle.start()]) is None
            ends = LAST_YEAR.match(text, middle.end()) if " va " not in middle[0] else None
            joined = (
                join(head, tail, undated=undated, ends=ends is not None) if head and tail else None
            )
            if joined is not None:
                return joined
    return None


@lru_cache(maxsize=20_000)  # tables' readers try a cell again and again, one more word at a time
def _read_part(words: str, issued_on: date) -> Deadline | None:
    words = words.strip(" ;,.").removeprefix("sau do ")
    named = re.fullmatch(r"[^:;\d]{2,60}: (.+)", words)  # "Triển khai: hằng năm"
    for attempt in (words, named[1]) if named else (words,):
        rules = (rule for rule in rules_for(attempt) if rule is not read_nothing)
        found = next((found for rule in rules if (found := rule(attempt, issued_on))), None)
        if found is not None:
            return found
    return None


def read_remarked(words: str, issued_on: date) -> Deadline | None:
    """A time and a remark that says nothing of it: "30/11/2025 (qua Phòng Kinh tế)"; a day and
    how it is counted; a day with a name of its own."""
    if counted := COUNTED_DAY.fullmatch(words):
        return _read_part(counted["time"], issued_on)
    if named := NAMED_DAY.fullmatch(words):
        return _read_part((named["before"] or "") + (named["day"] or named["bare"]), issued_on)
    if season := SEASON.fullmatch(words):
        return _read_part(season["bound"], issued_on)
    remarked = re.fullmatch(r"(?P<time>[^()]+?),? \((?P<remark>[^()\d]+)\)(?P<rest>[^()]*)", words)
    if remarked is None or OF_TIME.search(remarked["remark"]):
        return None
    if WITHIN.search(remarked["remark"]) and not DAY.search(remarked["time"]):
        return None  # "Tháng 2/2026 (trước Tết)"
    return _read_part(remarked["time"] + remarked["rest"], issued_on)


RULES = (
    read_nothing,
    read_ongoing,
    read_count,
    read_each_period,
    read_each_week,
    read_each_year_by,
    read_days_of_each_year,
    read_each_month_by,
    read_each_quarter_by,
    read_end_of_each_period,
    read_following_years,
    read_by,
    read_narrowed,
    read_several,
    read_compound,
    read_condition,
    read_remarked,
)
"""Tried in this order: what names a time before what only waits, compounds after what is whole."""
