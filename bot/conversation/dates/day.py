"""A day or a period as a message names it, and how its parts are worked out."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from bot.conversation.listening.letters import Pattern, vn

BEFORE = vn(r"\btrước (?:hạn )?(?:ngày )?$")


@dataclass(frozen=True, slots=True)
class Day:
    """A day or period named at `start:end`; without `last` it cannot be worked out.

    `before` says that the period itself is excluded ("trước ngày 20/12").
    """

    start: int
    end: int
    first: date | None
    last: date | None
    before: bool = False
    doubtful: bool = False


def day_at(
    match: re.Match[str], first: date | None, last: date | None, doubtful: bool = False
) -> Day:
    """What was matched as a day or period, doubtful where its last day is not known."""
    before = stands_before(BEFORE, match)
    return Day(match.start(), match.end(), first, last, before, doubtful or last is None)


def stands_before(pattern: Pattern, match: re.Match[str]) -> bool:
    """Whether the words right before the match end like this."""
    near = max(match.start() - 20, 0)
    return pattern.search(match.string, near, match.start()) is not None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def part_of(match: re.Match[str], part: str | None, first: date, last: date) -> Day:
    """ "cuối", "hết": its last day; "giữa": the middle, of a month the 15th; "đầu": known where
    it begins, no more."""
    part = (part or "").strip()
    if vn("cuối|hết").fullmatch(part):
        return day_at(match, last, last)
    if vn("giữa").fullmatch(part):
        month = first.day == 1 and (first.year, first.month) == (last.year, last.month)
        middle = first.replace(day=15) if month else first + (last - first) // 2
        return day_at(match, middle, middle)
    if vn("đầu").fullmatch(part):
        return day_at(match, first, None)
    return day_at(match, first, last)


def months_from(year: int, month: int, months: int = 1) -> tuple[date, date]:
    """The first day and the last of so many months."""
    last = month + months - 1
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])
