"""Days and stretches of time that a message names, worked out from today."""

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


def find_days(words: str, *, today: date, marked: bool) -> list[Day]:
    """Every day or period the words name, in their order, none inside another."""
    found: list[Day] = []
    for pattern, read in RULES:
        mine: list[Day] = []
        for match in pattern.finditer(words):
            if pattern is WEEKDAY and marked and match[0].startswith("thu"):
                continue  # "thu 5 triệu" is money received
            day = read(match, today)
            if day is not None:
                mine.append(day)
        words = blank(words, [(day.start, day.end) for day in mine])
        found += mine
    return sorted(found, key=lambda day: day.start)
