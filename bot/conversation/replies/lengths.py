"""Lengths of time as people say them: "5 ngày", "nửa tháng", "hai quý"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.replies.letters import vn
from plans.deadlines.recurrence import months_later

COUNTS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}
COUNTS |= {"chín": 9, "mười": 10, "nửa": 0}
DAYS = {"tuần": 7}
MONTHS = {"tháng": 1, "quý": 3, "năm": 12}
NUMBER = r"(\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)"
UNIT = "ngày|hôm|bữa|tuần|tháng|năm|quý"
LENGTH = vn(rf"(?<!quý )(?<!tháng )\b{NUMBER} ({UNIT})\b(?! \d)(?: (nữa|sau|tới))?")
LENGTH_WORDS = rf"(?:{NUMBER.strip('()')}) (?:{UNIT})"
""" "5 ngày", of patterns that ask no more of it."""


@dataclass(frozen=True, slots=True)
class Length:
    """So many days and months."""

    days: int = 0
    months: int = 0

    def after(self, day: date) -> date:
        """The day that lies so much later; `OverflowError` beyond what a calendar has."""
        return months_later(day, self.months) + timedelta(days=self.days)

    def before(self, day: date) -> date:
        """The day that lies so much earlier."""
        return Length(-self.days, -self.months).after(day)


def find_length(words: str) -> Length | None:
    """How much more time is named: "thêm 5 ngày", "1 tuần nữa", "nửa tháng"."""
    match = LENGTH.search(words)
    return length_of(match) if match else None


def length_of(match: re.Match[str]) -> Length:
    """What one match of `LENGTH` says; "nửa tháng" is 15 days, "nửa năm" 6 months."""
    count = _count(match[1])
    months = next((n for name, n in MONTHS.items() if vn(name).fullmatch(match[2])), 0)
    if months and not count:
        return Length(days=30 * months // 2) if months % 2 else Length(months=months // 2)
    days = next((n for name, n in DAYS.items() if vn(name).fullmatch(match[2])), 1)
    return Length(months=count * months) if months else Length(days=count * days or days // 2)


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(count for name, count in COUNTS.items() if vn(name).fullmatch(word))
