"""Periods counted from today: what is over, what has run so far, the days to come. Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.dates.day import months_from
from bot.conversation.dates.lengths import LENGTH, length_of
from bot.conversation.listening.letters import vn
from bot.conversation.listening.mentions import flatten

COMING = vn(r"\b(?:trong|trong vòng) $")
LATELY = vn(r" (?:qua|vừa qua|gần đây|vừa rồi)\b")
SO_FAR = vn(
    r"\b(?:từ|kể từ) đầu (năm|quý|tháng|tuần)(?: này| nay)?"
    r"(?= (?:đến|tới) (?:nay|giờ|bây giờ|hôm nay)\b|(?! (?:sau|tới|đến|trước|\d)))"
    r"|\bđầu (năm|quý|tháng|tuần)(?: này| nay)? (?:đến|tới) (?:nay|giờ|bây giờ|hôm nay)\b"
)
""" "Từ đầu năm (đến nay)"."""
OVER = re.compile(
    r"\b(?:(?<!thu )(?P<ago>\d{1,2}|hai|ba|bon) "
    r"(?P<counted>nam|quy|thang|tuan|ngay|hom) truoc\b(?! han)"
    r"|(?<!hai )(?<!\d )(?P<unit>nam|quy|thang|tuan) "
    r"(?:truoc|ngoai|vua roi|vua qua|roi|qua|vua)\b(?! han)(?P<twice> nua\b)?"
    r"|last (?P<last>year|quarter|month|week)\b|(?:hom qua|yesterday)\b"
    r"|(?P<day_before>hom kia\b))"
)
"""A day or a unit that is over, over flattened text: the one before this, or so many ago."""
FROM = re.compile(r"\btu (?:ngay )?$")
""" "Từ hôm qua (đến nay)"."""
IN_WORDS = {"hai": 2, "ba": 3, "bon": 4}
UNITS = {"year": "nam", "quarter": "quy", "month": "thang", "week": "tuan"}
MONTHS = {"thang": 1, "quy": 3, "nam": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included."""

    first: date
    last: date


def read_counted(words: str, today: date) -> Period | None:
    """ "Trong 10 ngày tới", "7 ngày qua", "từ đầu năm"; None where none is counted."""
    begun = SO_FAR.search(words)
    if begun is not None:
        return Period(_unit_of(flatten(begun[1] or begun[2]), today, 0).first, today)
    for match in LENGTH.finditer(words):
        length = length_of(match)
        if LATELY.match(words, match.end()):
            return Period(length.before(today), today)
        if match["later"] or COMING.search(words, 0, match.start()):
            return Period(today, length.after(today))
    return None


def read_over(flat: str, today: date) -> Period | None:
    """ "Hôm qua", "tuần trước", "2 tháng trước", "last month": whole days that are over."""
    found = OVER.search(flat)
    if found is None:
        return None
    over = period_over(found, today)
    return Period(over.first, today) if FROM.search(flat, 0, found.start()) else over


def period_over(found: re.Match[str], today: date) -> Period:
    """What `OVER` found."""
    unit = UNITS.get(found["last"] or "", found["unit"] or found["counted"])
    ago = 2 if found["twice"] or found["day_before"] else 1
    if found["ago"]:
        ago = IN_WORDS.get(found["ago"]) or int(found["ago"])
    return _unit_of(unit, today, ago)


def _unit_of(unit: str | None, today: date, ago: int) -> Period:
    """The unit that today is in, or the one so many before it; without a unit a day."""
    if unit == "tuan":
        monday = today - timedelta(days=today.weekday() + 7 * ago)
        return Period(monday, monday + timedelta(days=6))
    if unit not in MONTHS:
        day = today - timedelta(days=ago)
        return Period(day, day)
    length = MONTHS[unit or ""]
    count = (today.year * 12 + today.month - 1) // length * length - ago * length
    return Period(*months_from(count // 12, count % 12 + 1, length))
