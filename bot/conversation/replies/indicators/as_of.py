"""The day that a reading of an indicator speaks of: "đến 30/11", "quý III", "6 tháng đầu năm"."""

from datetime import date

from bot.conversation.dates.days import find_days
from bot.conversation.dates.elapsed import OVER, Period, period_over
from bot.conversation.dates.periods import years_of
from bot.conversation.listening.letters import is_marked, vn
from bot.conversation.listening.mentions import flatten

UNTIL = vn(r"\(?\b(?:(?:tính )?(?:đến|hết|tới)(?: hết)?|trong|của|cả)(?: ngày)? *$")
UNIT = vn(
    r"(?:cuối |hết )?(?:(?:tháng|quý|năm|nửa)\b|(?:\d{1,2}|sáu|ba|chín) tháng (?:đầu|cuối)\b"
    r"|(?:ngày )?\d{1,2}[/-]\d{1,2}[/-]20\d\d|ngày \d{1,2}(?:[/-]| tháng )\d)"
)
""" "8/10" may be a share and "thứ 5" a rank; these are times, whatever stands before them."""
DATE = vn(r"(?:ngày )?\d")
NUMBER = vn(r"(?:ngày |mùng |mồng )?\d{1,2}")
""" "Ngày 15" leaves its month open."""


def take_day(words: str, today: date) -> tuple[str, date | None]:
    """The words without the day or time they speak of, and that day, today where they name none.

    None for a day that there is not ("đến 31/11"). A time without its year is the last that has
    begun: "tháng 12", said in January, is over.
    """
    found: list[tuple[Period, int, int]] = []
    marked = is_marked(words)
    for day in find_days(words, today=today, marked=marked):
        until = UNTIL.search(words, 0, day.start)
        named = words[day.start : day.end]
        if NUMBER.fullmatch(named) or not (until or UNIT.match(named)):
            continue
        years = years_of(words, day, today=today, marked=marked)
        if not years and DATE.match(named):
            return words, None
        if years:
            begun = [one for one in years if one.first <= today] or years
            period = max(begun, key=lambda one: one.last)
            found.append((period, until.start() if until else day.start, day.end))
    if not found and (over := OVER.search(flatten(words))):
        found.append((period_over(over, today), over.start(), over.end()))
    if not found:
        return words, today
    period, start, end = min(found, key=lambda one: one[0].last - one[0].first)
    end += words[end : end + 1] == ")"
    return f"{words[:start]} {words[end:]}", min(period.last, today)
