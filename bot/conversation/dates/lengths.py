"""Lengths of time as people say them: "5 ngày", "nửa tháng", "hai quý"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.listening.letters import vn
from bot.conversation.listening.numerals import DIGIT, TENS, read_numeral
from plans.deadlines.recurrence import months_later

DAYS = {"tuần": 7}
MONTHS = {"tháng": 1, "quý": 3, "năm": 12}
NUMBER = rf"(\d{{1,3}}|(?:{TENS}|mười)(?: (?:{DIGIT}))?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|nửa)"
UNIT = "ngày|hôm|bữa|tuần|tháng|năm|quý"
LENGTH = vn(
    rf"(?<!quý )(?<!tháng )(?<![/.])\b{NUMBER} ({UNIT})\b"
    r"(?! \d| làm (?:việc|_)| (?:đầu|cuối) năm|(?<=tuần) rưỡi|(?<=ngày) rưỡi)"
    r"(?P<half> rưỡi\b)?(?: (?P<later>nữa|sau|tới(?! (?:[\d_]|ngày\b|hết\b|cuối\b))))?"
)
"""Working days are none (`find_working_days`): which days are worked is not known here."""
WORKED = vn(rf"{NUMBER} ngày làm (?:việc|_)")
ROUGH = vn(rf"\b(?:{NUMBER} ?(?:-|–|đến|tới|hoặc|hay) ?|(?:hơn|gần|ngót|trên) )$")
""" "10-15 ngày", "hơn một tháng": what stands before a length that names no day."""
ROUGH_WORD = vn(r"\b(?:một|hai|ba|bốn|năm|`sáu|bảy|tám|dăm|vài|đôi) $")
""" "Hai ba tuần"; not the Monday of "thứ hai 3 ngày"."""
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
    """How much more time is named: "thêm 5 ngày", "1 tuần nữa", "nửa tháng".

    None for a rough length ("10-15 ngày"), which names no day.
    """
    match = LENGTH.search(words)
    return length_of(match) if match and not is_rough(match) else None


def is_rough(match: re.Match[str]) -> bool:
    """Whether one match of `LENGTH` is the longer of two, or more or less than it says."""
    near = max(match.start() - 20, 0)
    patterns = (ROUGH,) if match[1].isdigit() else (ROUGH, ROUGH_WORD)
    return any(pattern.search(match.string, near, match.start()) for pattern in patterns)


def find_working_days(words: str) -> int | None:
    """How many working days are named: "thêm 10 ngày làm việc"."""
    match = WORKED.search(words)
    return read_numeral(match[1]) if match and not vn("nửa").fullmatch(match[1]) else None


def length_of(match: re.Match[str]) -> Length:
    """What one match of `LENGTH` says; "nửa tháng" is 15 days, "một năm rưỡi" 18 months."""
    half = vn("nửa").fullmatch(match[1]) is not None
    count = 0 if half else read_numeral(match[1])
    months = next((n for name, n in MONTHS.items() if vn(name).fullmatch(match[2])), 0)
    if months:
        halved = months if half or match["half"] else 0
        if halved % 2:
            return Length(days=30 * halved // 2, months=count * months)
        return Length(months=count * months + halved // 2)
    days = next((n for name, n in DAYS.items() if vn(name).fullmatch(match[2])), 1)
    return Length(days=count * days or days // 2)
