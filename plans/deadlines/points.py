"""Points of time as deadlines name them: a day, ten days, a month, a quarter, a year.

Everything here takes deadline text as `plans.deadlines.words` leaves it: folded, with the damage
of scanning mended, without filler.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from plans.deadlines.recurrence import last_of_month

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Span:
    """A named stretch of days, both ends included; a single day is a span of one.

    `unit` is the precision that was printed: day, part of a month, month, quarter, half or year.
    """

    first: date
    last: date
    unit: str


PARTS_OF_MONTH = {
    "thuong tuan": (1, 10),
    "10 ngay dau": (1, 10),
    "15 ngay dau": (1, 15),
    "nua dau": (1, 15),
    "trung tuan": (11, 20),
    "ha tuan": (21, 31),
    "10 ngay cuoi": (-9, 31),
    "15 ngay cuoi": (-14, 31),
    "nua cuoi": (16, 31),
}
"""First and last day; one counted from the month's end is 0 there, and -1 the day before."""
OF_MONTH = "|".join(PARTS_OF_MONTH)
LONGEST_NAME = 30
"""In characters; "ngày 20 tháng 12 năm 2025" has 25."""

POINTS = tuple(
    (unit, re.compile(pattern))
    for unit, pattern in (
        # 20/12/2025, 20-12-2025, 20.12.2025; a mixture of marks is no date (see ranges)
        ("day", r"(?:ngay )?(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4}|\d\d)"),
        # 31 - 12 - 2025; "10 - 12 - 2025" may be two months
        ("day", r"(?P<d>1[3-9]|2\d|3[01]) - (?P<m>\d{1,2}) - (?P<y>\d{4})"),
        # 2025-12-20
        ("day", r"(?:ngay )?(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"),
        # ngày 20 tháng 12 năm 2025
        ("day", r"(?:ngay )?(?P<d>\d{1,2}) thang (?P<m>\d{1,2})(?: nam |[/.-])(?P<y>\d{4})"),
        # ngày 20/12 năm 2025
        ("day", r"(?:ngay )?(?P<d>\d{1,2})[/.-](?P<m>\d{1,2}) nam (?P<y>\d{4})"),
        # 9/2025, Tháng 9/2025, tháng 9 năm 2025, tháng 12/25
        ("month", r"(?:thang |th?\.? ?)?(?P<m>\d{1,2})[/.-](?P<y>\d{4})"),
        ("month", r"thang (?P<m>\d{1,2})(?: nam | | - |[/.-])(?P<y>\d{4})"),
        ("month", r"(?P<m>\d{1,2}) - (?P<y>\d{4})"),
        ("month", r"thang (?P<m>\d{1,2})/(?P<y>\d\d)"),
        # Quý IV/2025, Quý 3 năm 2025
        ("quarter", r"(?:quy ?|q\.? ?)(?P<q>i{1,3}|iv|[1-4])(?: nam |[/.-]| - | )(?P<y>\d{4})"),
        ("quarter", r"quy (?P<q>i{1,3}|iv|[1-4])/(?P<y>\d\d)"),
        ("quarter", r"(?P<q>i{1,3}|iv)(?: nam |[/.-]| )(?P<y>\d{4})"),
        # trung tuần tháng 12/2025: the 11th to the 20th
        ("of month", rf"(?P<of>{OF_MONTH}) thang (?P<m>\d{{1,2}})(?:/| nam )(?P<y>\d{{4}})"),
        # 6 tháng đầu năm 2026, 9 tháng đầu năm 2026
        ("half", r"(?P<n>\d{1,2}) thang (?P<part>dau|cuoi) (?:cua )?(?:nam )?(?P<y>\d{4})"),
        ("half", r"(?P<n>nua) (?P<part>dau|cuoi) (?:cua )?(?:nam )?(?P<y>\d{4})"),
        # 2026, năm 2026, cả năm 2026
        ("year", r"(?:ca )?(?:nam )?(?P<y>\d{4})"),
    )
)
YEARLESS = tuple(
    (unit, re.compile(pattern))
    for unit, pattern in (
        ("day", r"(?:ngay )?(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})"),
        ("day", r"(?:ngay )?(?P<d>\d{1,2}) thang (?P<m>\d{1,2})"),
        ("of month", rf"(?P<of>{OF_MONTH}) thang (?P<m>\d{{1,2}})"),
        ("month", r"thang (?P<m>\d{1,2})(?: nam nay)?"),
        ("quarter", r"quy ?(?P<q>i{1,3}|iv|[1-4])(?: nam nay)?"),
        ("half", r"(?P<n>\d{1,2}|nua) (?:thang )?(?P<part>dau|cuoi) nam"),
        ("year", r"(?:(?:het|cuoi|trong|ca) )?nam nay|(?:het|cuoi|trong|ca) nam"),
    )
)


@lru_cache(maxsize=20_000)
def read_span(words: str, *, year: int | None = None) -> Span | None:
    """The span that the words name and nothing else; None if they name none or an impossible one.

    With `year`, spans printed without one ("30/11", "Quý I") are of that year; without it
    they are not read.
    """
    if len(words) > LONGEST_NAME:
        return None
    for unit, pattern in POINTS if year is None else (*POINTS, *YEARLESS):
        found = pattern.fullmatch(words)
        if found is not None:
            span = _make_span(unit, found.groupdict(), year)
            if span is not None:
                return span
    return None


def _make_span(unit: str, parts: dict[str, str | None], year: int | None) -> Span | None:
    printed = parts.get("y")
    if printed is not None:
        year = int(printed) if len(printed) == 4 else 2000 + int(printed)
    if year is None or not 2000 <= year < 2100:
        return None
    try:
        return Span(*_ends(unit, parts, year), unit)
    except (ValueError, KeyError):  # 31/02/2026, 32/2025: no such day
        return None


def _ends(unit: str, parts: dict[str, str | None], year: int) -> tuple[date, date]:
    if unit == "day":
        day = date(year, int(parts["m"] or 0), int(parts["d"] or 0))
        return day, day
    first, last = 1, 12
    if unit == "of month":
        month_ends = last_of_month(year, int(parts["m"] or 0))
        begins, ends = PARTS_OF_MONTH[parts["of"] or ""]
        begins += month_ends.day if begins < 1 else 0
        return month_ends.replace(day=begins), month_ends.replace(day=min(ends, month_ends.day))
    if unit == "month":
        first = last = int(parts["m"] or 0)
    elif unit == "quarter":
        last = QUARTERS[parts["q"] or ""] * 3
        first = last - 2
    elif unit == "half":
        months = 6 if parts["n"] == "nua" else int(parts["n"] or 0)
        if not 1 <= months <= 11:
            raise ValueError(f"a year has no such part: {months} months")
        first, last = (1, months) if parts["part"] == "dau" else (13 - months, 12)
    return date(year, first, 1), last_of_month(year, last)
