"""Points and stretches of time as deadlines name them, with "before" and "at the latest".

Everything here takes deadline text as `plans.deadlines.words` leaves it: folded, with the damage
of scanning mended, without filler.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plans.deadlines.filler import HOUR
from plans.deadlines.points import Span, read_span

FEWEST_YEARS, MOST_YEARS = -3, 50
"""How far before and after the plan's own year a due year still makes sense; the programmes of
Resolution 57 look ahead to 2045. Outside of it the print is damaged ("7/2005" in a plan of 2025).
"""


@dataclass(frozen=True, slots=True)
class Limit:
    """How a span binds: the start that is printed, if any, and the last day in time."""

    start: date | None
    due: date


YEARS_AHEAD = r"(?:(?:\d{1,2}|hai|ba|bon|nam|cac) nam (?=(?:nam )?\d{4}))"
""" "Trong 2 năm 2025, 2026", "các năm 2025 - 2027": how many they are says nothing more."""


def read_limit(words: str, *, year: int | None = None) -> Limit | None:
    """A point, a range or a list of neighbouring points, with "before" and "at the latest"."""
    return (
        _read_bound_point(words, year) or _read_range(words, year) or _read_neighbours(words, year)
    )


def _read_bound_point(words: str, year: int | None) -> Limit | None:
    """One span with its preposition.

    The last day is the due day ("đến hết năm 2025", "cuối tháng 12/2025"); "trước" ends on the
    day before the span begins (labels: "Trước 12/2025" is 30/11). "Trước 17 giờ ngày ..." leaves
    that very day. "Đầu", "giữa", "khoảng" and "sau" name no last day and are not read.
    """
    words = re.sub(r"^(?:tu nay )?(?:den |toi )(?=truoc )", "", words)
    words = re.sub(r"^truoc (?:khi (?:ket thuc|het)|het) ", "het ", words)
    hour = re.fullmatch(rf"truoc {HOUR} (?P<rest>.+)", words)
    if hour is not None:
        words = hour["rest"]
    before = re.fullmatch(r"truoc (?P<rest>.+)", words)
    if before is not None:
        span = read_span(before["rest"], year=year)
        return Limit(None, span.first - timedelta(days=1)) if span else None
    until = re.sub(r"^(?:tu nay )?(?:den |toi )?", "", words)
    plain = re.sub(r"^(?:het |cuoi |(?:ngay|tuan) cuoi (?:cung )?(?:cua )?)", "", until)
    spans = (read_span(one, year=year) for one in (words, until, plain))
    span = next((span for span in spans if span), None)
    return Limit(None, span.last) if span else None


def _read_range(words: str, year: int | None) -> Limit | None:
    """From one span to another: "2025 - 2030", "từ tháng 9 đến tháng 12/2025", "Quý III-IV/2025".

    Each may leave to the other what they share. "Hết nhiệm kỳ 2025-2030" is its last day alone.
    """
    ended = re.sub(r"^(?:den )?(?:het|cuoi) (?=giai doan |nhiem ky )", "", words)
    if ended != words:
        whole = _read_range(ended, year)
        return replace(whole, start=None) if whole else None
    words = re.sub(rf"(?:\btruoc )?{HOUR} (?=(?:ngay )?\d)", "", words)
    words = re.sub(rf"^(?:(?:ca )?(?:giai doan|nhiem ky) )?(?:tu |{YEARS_AHEAD})?", "", words)
    if re.fullmatch(r"\d{1,2} - \d{1,2} - \d{4}", words):
        return None  # "10 - 12 - 2025" may be a day
    for middle in re.finditer(r" ?- ?(?:het |cuoi )?| (?:den|toi)(?: het| cuoi| truoc)? ", words):
        last = _read_last(words[: middle.start()], words[middle.end() :], year)
        if last is None:
            continue
        due = last.first - timedelta(days=1) if "truoc" in middle[0] else last.last
        for first in _completed(words[: middle.start()], last, year):
            within = first.first >= last.first and first.last < last.last
            if first.first <= due and (within or first.first < last.first):
                return Limit(first.first, due)
    return None


def read_over_new_year(words: str, year: int) -> Limit | None:
    """From a time of this year, without its figure, to an earlier one of the next: "Từ 20/12 đến
    15/01", "từ tháng 9 đến tháng 5 năm sau"."""
    words = re.sub(r" nam sau$", "", words.removeprefix("tu "))
    parts = re.split(r" ?- ?(?:het |cuoi )?| (?:den|toi)(?: het| cuoi)? ", words)
    if len(parts) != 2:
        return None
    first, last = read_span(parts[0], year=year), read_span(parts[1], year=year)
    if first is None or last is None or first.unit != last.unit or first.first <= last.last:
        return None
    if re.search(r"\d{4}", words):
        return None
    ends = read_span(parts[1], year=year + 1)
    return Limit(first.first, ends.last) if ends else None


def _read_neighbours(words: str, year: int | None) -> Limit | None:
    """Months, quarters or years named one after another: "Tháng 9, 10/2025", "2025, 2026".

    They are one stretch only if each begins where the one before ends.
    """
    parts, spans = _read_list(words, year)
    if not spans and len(parts) == 2:  # "Quý IV/2025 và năm 2026"
        spans = [span for part in parts if (span := read_span(part, year=year))]
    starts = [span.first for span in spans[1:]]
    touching = [span.last + timedelta(days=1) for span in spans[:-1]] == starts
    whole = touching and len(parts) == len(spans) > 1
    return Limit(spans[0].first, spans[-1].last) if whole else None


def read_first_of_several(words: str, *, year: int | None = None) -> date | None:
    """The last day in time of the earliest of several points that are no stretch: "15/10 và
    15/12/2025", "trước 15/10 và trước 15/11/2025"; "trước" is said of all or of none."""
    points = re.sub(r"(?:(?<=^)|(?<= va )|(?<=, ))truoc ", "", words)
    _, spans = _read_list(points, year)
    if len(spans) < 2:
        return None
    if not words.startswith("truoc "):
        return spans[0].last if points == words else None
    return spans[0].first - timedelta(days=1)


def read_month_ends(words: str, *, year: int) -> tuple[tuple[int, int], ...]:
    """Month and day on which each of the listed spans ends: "tháng 6, 12", "Quý II và quý IV"."""
    return tuple((span.last.month, span.last.day) for span in _read_list(words, year)[1])


def _read_list(words: str, year: int | None) -> tuple[list[str], list[Span]]:
    """The parts of a list of months, quarters or years, and the spans; none if one is no such.

    What one part leaves out, the last or the first says: "tháng 9, 10, 11 năm 2025".
    """
    parts = re.split(
        r" ?, ?| va | ?[+&] ?", re.sub(rf"^(?:cac (?=thang |quy )|{YEARS_AHEAD})", "", words)
    )
    last = _read_last(parts[0], parts[-1], year)
    if last is None:
        return parts, []
    spans = [last]
    for part in reversed(parts[:-1]):
        alike = (span for span in _completed(part, last, year) if span.unit == last.unit)
        before = next((span for span in alike if span.last < spans[0].first), None)
        if before is None:
            return parts, []
        spans.insert(0, before)
    return parts, spans


def _read_last(left: str, right: str, year: int | None) -> Span | None:
    """The right words' span, with the unit of the left ones: "4/2025" behind "quý 3"."""
    unit = re.match(r"(?:thang|quy|nam) (?=\w)", left)
    borrowed = read_span(unit[0] + right, year=year) if unit else None
    return borrowed or read_span(right, year=year)


def _completed(left: str, last: Span, year: int | None) -> Iterator[Span]:
    """What the left words may name once they borrow the unit or the year of the last ones."""
    unit = {"month": "thang ", "quarter": "quy ", "year": "nam "}.get(last.unit, "")
    month = f"/{last.last.month}/{last.last.year}" if last.unit == "day" else ""
    for words in (left, unit + left, left + month):
        for borrowed in (None, last.last.year):
            span = read_span(words, year=borrowed or year)
            if span is not None:
                yield span


def is_sensible(due: date, issued_on: date) -> bool:
    return FEWEST_YEARS <= due.year - issued_on.year <= MOST_YEARS
