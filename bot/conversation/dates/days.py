"""Days and stretches of time that a message names, worked out from today."""

from dataclasses import replace
from datetime import date

from bot.conversation.dates.calendar_days import (
    DATE,
    HALF,
    ISO_DATE,
    MONTH,
    NAMED_DAY,
    QUARTER,
    SPELLED,
    TEN_DAYS,
    YEAR,
    read_date,
    read_half,
    read_iso_date,
    read_month,
    read_named_day,
    read_quarter,
    read_spelled,
    read_ten_days,
    read_year,
)
from bot.conversation.dates.day import Day
from bot.conversation.dates.lengths import LENGTH
from bot.conversation.dates.spoken_days import (
    PERIOD,
    SOON,
    UNKNOWN,
    WEEKDAY,
    read_length,
    read_period,
    read_soon,
    read_unknown,
    read_weekday,
)
from bot.conversation.listening.letters import vn
from bot.conversation.listening.said import blank

RULES = (
    (UNKNOWN, read_unknown),
    (ISO_DATE, read_iso_date),
    (DATE, read_date),
    (NAMED_DAY, read_named_day),
    (WEEKDAY, read_weekday),
    (HALF, read_half),
    (LENGTH, read_length),
    (TEN_DAYS, read_ten_days),
    (QUARTER, read_quarter),
    (MONTH, read_month),
    (SPELLED, read_spelled),
    (YEAR, read_year),
    (PERIOD, read_period),
    (SOON, read_soon),
)
"""The more exact first: what one has read is closed to the next."""
TOGETHER = vn(r",? (?:tức |là )*")
DATED = vn(r"^(?!thứ).*\d[/.-]\d|tháng \d")


def find_days(words: str, *, today: date, marked: bool) -> list[Day]:
    """Every day or period the words name, in their order, none inside another."""
    found: list[Day] = []
    typed = words
    for pattern, read in RULES:
        mine: list[Day] = []
        for match in pattern.finditer(words):
            if pattern is WEEKDAY and marked and match["said"].startswith("thu"):
                continue  # "thu 5 triệu" is money received
            day = read(match, today)
            if day is not None:
                mine.append(day)
        words = blank(words, [(day.start, day.end) for day in mine])
        found += mine
    return _without_weekdays_of(sorted(found, key=lambda day: day.start), typed)


def _without_weekdays_of(days: list[Day], words: str) -> list[Day]:
    """The days without the weekdays that stand beside their dates: "thứ sáu 26/12"; where the two
    are not one day, the date is doubtful."""
    kept: list[Day] = []
    for day in days:
        before = kept[-1] if kept else None
        together = before and TOGETHER.fullmatch(words[before.end : day.start])
        one = _one_day(before, day, words) if before and together else None
        if one is not None:
            kept[-1] = one
        else:
            kept.append(day)
    return kept


def _one_day(before: Day, day: Day, words: str) -> Day | None:
    """The date of a weekday and a date side by side; None for two days of another kind."""
    pair = (before, day)
    weekday = next((one for one in pair if WEEKDAY.fullmatch(words[one.start : one.end])), None)
    dated = next((one for one in pair if DATED.search(words[one.start : one.end])), None)
    if not (weekday and dated and weekday.first and dated.first):
        return None
    agree = weekday.first.weekday() == dated.first.weekday()
    doubtful = dated.doubtful or not agree
    return replace(dated, start=before.start, end=day.end, before=before.before, doubtful=doubtful)
