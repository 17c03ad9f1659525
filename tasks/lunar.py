"""Days that people name by the lunar calendar or by Tết, as days of the solar one; pure.

Only what the known holidays give is worked out: Tết itself, the first lunar month, counted from
it, and the tenth of the third (the Hùng Kings). Anything else has no candidate.
"""

import re
from datetime import date, timedelta
from functools import cache

from plans.words import fold

TET, HUNG_KINGS = "Lunar New Year", "Hung Kings' Commemoration Day"
"""What the library calls the first day of the lunar year, and 10/3 of it."""

FRIDAY = 4
LONGEST_MONTH = 30
"""Days of a long lunar month; whether a month is long is not known here."""

MOST_OF_TET, EVE = 20, "30"
"""Up to which day people count Tết; "28 Tết" is of the year before, whose last month may have 29
days or 30, and "30 Tết" its last day."""

SPOKEN = re.compile(
    r"(?P<solar>(?:(?P<eve>truoc) |sau |qua |het )?tet (?:duong lich|tay))"
    r"|(?:ngay |mung |mong )?(?P<tet>\d{1,2}) tet\b"
    r"|(?:ngay |mung |mong )?(?P<first>\d{1,2}) thang gieng"
    r"|(?P<full>ram) thang gieng"
    r"|(?P<hung>(?:ngay |mung |mong )?10 ?(?:thang |[/.-])3 (?:am|al)\b|gio to)"
    r"|(?P<when>truoc|sau|qua|ra|het|giap) tet\b"
    r"|\btet\b(?: (?:nguyen dan|am lich|am))?"
)


COUNTED = re.compile(
    r"\b(?:ngay|hom|tuan|thang) (?:truoc|sau|ke tu) tet\b|\btet (?:duoc )?\d+ (?:ngay|tuan|thang)\b"
)
""" "5 ngày sau Tết", "sau Tết 1 tuần": counted from what day is not known."""


def lunar_day(text: str, *, today: date) -> date | None:
    """The next day that a text names by Tết or the lunar calendar; None where none is known.

    "Trước Tết" is the last day before it, "sau Tết" the first that is worked after its holidays.

    >>> lunar_day("xin gia hạn đến rằm tháng Giêng", today=date(2025, 12, 17))
    datetime.date(2026, 3, 3)
    """
    found = SPOKEN.search(fold(text).replace("đ", "d"))
    if found is None or COUNTED.search(fold(text)):
        return None
    for year in (today.year, today.year + 1):
        day = _in_year(found, year)
        if day is not None and day > today:
            return day
    return None


def _in_year(found: re.Match[str], year: int) -> date | None:
    if found["solar"]:
        return date(year, 1, 1) - timedelta(days=1 if found["eve"] else 0)
    days = _holidays(year)
    if found["hung"]:
        return days.get(HUNG_KINGS)
    first = days.get(TET)
    if first is None:
        return None
    if found["full"]:
        return first + timedelta(days=14)
    if found["tet"] == EVE:
        return first - timedelta(days=1)
    if number := found["tet"] or found["first"]:
        if found["tet"] and int(number) > MOST_OF_TET:
            return None
        return first + timedelta(days=int(number) - 1) if 1 <= int(number) < LONGEST_MONTH else None
    if found["when"] in ("truoc", "giap"):
        return first - timedelta(days=1)
    if found["when"] in ("sau", "qua", "ra", "het"):
        day = first
        while day in _rest_days(year) or (found["when"] != "het" and day.weekday() > FRIDAY):
            day += timedelta(days=1)
        return day if found["when"] != "het" else day - timedelta(days=1)
    return first


@cache
def _rest_days(year: int) -> frozenset[date]:
    from holidays import country_holidays  # slow import, as below

    return frozenset(country_holidays("VN", years=year))


@cache
def _holidays(year: int) -> dict[str, date]:
    """The first day of each holiday of a year, by the library's English name."""
    from holidays import country_holidays  # slow import, for who names such a day

    found: dict[str, date] = {}
    for day, names in sorted(country_holidays("VN", years=year, language="en_US").items()):
        for name in names.split("; "):
            found.setdefault(name, day)
    return found
