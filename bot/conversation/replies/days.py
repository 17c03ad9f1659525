"""Days and stretches of time that a message names, worked out from today."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.replies.letters import Pattern, vn
from bot.conversation.replies.said import blank

COUNTS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}
COUNTS |= {"chín": 9, "mười": 10, "nửa": 0}
UNITS = {"tuần": 7, "tháng": 30, "năm": 365, "quý": 90}
"""Days in what one asks to be given more of; "nửa tháng" is 15."""

FRIDAY = 4
"""The week of an office ends on Friday, so "cuối tuần" is a day on which somebody is there."""

LONG_AHEAD = timedelta(days=300)
"""A day and month that come so late were more likely meant as the last ones than the next."""


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


NUMBER = r"(\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)"
LENGTH = vn(
    rf"(?<!quý )(?<!tháng )\b{NUMBER} (ngày|hôm|bữa|tuần|tháng|năm|quý)\b(?! \d)(?: (nữa|sau))?"
)
DATE = vn(
    r"(?<![\d/.,-])(?:ngày |mùng |mồng |hôm )*(\d{1,2})(?:([/.-])| tháng )(\d{1,2})(?:(?:[/.-]"
    r"| năm |, năm )(\d{4}|\d{2}))?(?![\d/%]|[.,-]\d| ?%| (?:tỷ|triệu|km|ha)\b)"
)
LUNAR = vn(
    r"\b(?:(?:ngày |mùng |mồng )?\d{1,2}(?:[/.-]\d{1,2})? (?:`tết|tháng giêng|tháng chạp|âm|al)"
    r"|rằm|mai mốt|nay mai|(?:vài|mấy|ít) (?:hôm|ngày|bữa)(?: nữa)?|`tết|tết (?=nguyên|âm|nhắc)"
    r"|(?<=sau )tết|(?<=qua )tết|(?<=trước )tết|(?<=ra )tết)\b"
    r"(?: (?:nguyên đán|âm lịch|dương lịch|lịch|tháng \w+))*"
)
NAMED_DAY = vn(r"\b(ngày|mùng|mồng) (\d{1,2})(?![\d/%]|[.,-]\d| tháng \d)( tháng (?:sau|tới))?\b")
MONTH = vn(
    r"\b(đầu |giữa |cuối |hết )?(?:tháng (\d{1,2})(?:(?:[/.-]| năm | )(\d{4}|sau|tới))?"
    r"|(?<![\d/.,])(\d{1,2})/(\d{4}))(?![\d/])"
)
QUARTER = vn(
    r"\b(đầu |giữa |cuối |hết )?quý (iv|iii|ii|i|[1-4])(?:(?:[/.-]| năm | )(\d{4}|sau"
    r"|tới))?(?!\w|/)"
)
YEAR = vn(r"\b(đầu |giữa |cuối |hết )?năm (20\d\d)\b")
PERIOD = vn(
    r"\b(đầu |giữa |cuối |hết )?(tuần|tháng|quý|năm)\b(?! ngoái| trước)(?: (này|nay|sau|tới))?\b"
    r"|\b(sang) (tuần|tháng|quý|năm)\b(?: (?:sau|tới))?"
)
WEEKDAY = vn(
    r"\b(?:thứ (hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn)\b"
    r"(?: (tuần) (này|nay|sau|tới|trước)| tới| này)?"
)
NAMES = "".join(f"(?<!{title} )" for title in ("chị", "cô", "bà", "thị", "chí", "xã", "thôn"))
SOON = vn(
    rf"{NAMES}\b(?:(ngày mai|(?:sáng |trưa |chiều |tối )?mai)|(ngày kia|ngày mốt|`mốt)"
    r"|(hôm nay|sáng nay|trưa nay|chiều nay|tối nay|chiều(?! qua| hôm)|`tối(?! qua| hôm)|lát"
    r"|lát nữa|tí nữa|chút nữa))\b"
)
BEFORE = vn(r"\btrước (?:hạn )?(?:ngày )?$")
AFTER = vn(r"\bsau $")
UNTIL_WORD = vn(r"\b(?:đến|tới|sang|trước|vào) $")
WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
WEEKS = ((vn("sau|tới"), 1), (vn("trước"), -1))
QUARTERS = ("i", "ii", "iii", "iv")


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


def find_length(words: str) -> timedelta | None:
    """How much more time is named: "thêm 5 ngày", "1 tuần nữa", "nửa tháng"."""
    match = LENGTH.search(words)
    return timedelta(days=_days_in(match)) if match else None


def _days_in(match: re.Match[str]) -> int:
    unit = next((days for name, days in UNITS.items() if vn(name).fullmatch(match[2])), 1)
    count = _count(match[1])
    return count * unit if count else unit // 2


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(count for name, count in COUNTS.items() if vn(name).fullmatch(word))


def _day(
    match: re.Match[str], first: date | None, last: date | None, doubtful: bool = False
) -> Day:
    before = _stands_before(BEFORE, match)
    return Day(match.start(), match.end(), first, last, before, doubtful or last is None)


def _stands_before(pattern: Pattern, match: re.Match[str]) -> bool:
    near = max(match.start() - 20, 0)
    return pattern.search(match.string, near, match.start()) is not None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_date(match: re.Match[str], today: date) -> Day | None:
    """ "30/12" is the next 30 December; "3-5" and "12.5" are days only after "ngày" or "đến"."""
    day, month, year = int(match[1]), int(match[3]), match[4]
    named = match[0][0].isalpha() or _stands_before(UNTIL_WORD, match)
    if match[2] in (".", "-") and year is None and not named:
        return None
    if year is not None:
        full = int(year) if len(year) == 4 else 2000 + int(year)
        exact = _make(full, month, day)
        return _day(match, exact, exact)
    years = (_make(today.year + ahead, month, day) for ahead in (0, 1))
    coming = next((found for found in years if found and found >= today), None)
    return _day(match, coming, coming, bool(coming and coming - today > LONG_AHEAD))


def _read_named_day(match: re.Match[str], today: date) -> Day:
    """ "ngày 25" is the next 25th; the 31st of a month that has none is asked about."""
    number = int(match[2])
    following = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    month = following if match[3] or number < today.day else today
    found = _make(month.year, month.month, number)
    return _day(match, found, found)


def _part(match: re.Match[str], part: str | None, first: date, last: date) -> Day:
    """ "cuối", "hết": its last day; "giữa": the middle; "đầu": known where it begins, no more."""
    part = (part or "").strip()
    if vn("cuối|hết").fullmatch(part):
        return _day(match, last, last)
    if vn("giữa").fullmatch(part):
        middle = first + (last - first) // 2
        return _day(match, middle, middle)
    if vn("đầu").fullmatch(part):
        return _day(match, first, None)
    return _day(match, first, last)


def _month(year: int, month: int, months: int = 1) -> tuple[date, date]:
    last = month + months - 1
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


def _year(named: str | None, today: date) -> int | None:
    """ "2026", or the year after this one ("quý 2 năm sau")."""
    if named is None:
        return None
    return int(named) if named.isdigit() else today.year + 1


def _read_month(match: re.Match[str], today: date) -> Day | None:
    month, year = int(match[2] or match[4]), match[3] or match[5]
    if not 1 <= month <= 12:
        return _day(match, None, None)
    number = _year(year, today) or today.year + (month < today.month)
    return _part(match, match[1], *_month(number, month)) if 2000 <= number <= 2100 else None


def _read_quarter(match: re.Match[str], today: date) -> Day:
    name = match[2]
    quarter = QUARTERS.index(name) if name in QUARTERS else int(name) - 1
    year = _year(match[3], today) or today.year + (quarter * 3 + 3 < today.month)
    return _part(match, match[1], *_month(min(max(year, 2000), 2100), quarter * 3 + 1, 3))


def _read_year(match: re.Match[str], today: date) -> Day:
    return _part(match, match[1], *_month(int(match[2]), 1, 12))


def _read_period(match: re.Match[str], today: date) -> Day | None:
    """ "cuối tháng", "tuần sau", "sang năm"; a bare "tháng" names no time."""
    if not (match[1] or match[3] or match[4]):
        return None
    unit = match[2] or match[5]
    later = int(
        bool(match[4]) or (bool(match[3]) and vn("sau|tới").fullmatch(match[3]) is not None)
    )
    if vn("tuần").fullmatch(unit):
        monday = today + timedelta(days=7 * later - today.weekday())
        friday = monday + timedelta(days=FRIDAY)
        return _part(match, match[1], monday, max(friday, today) if not later else friday)
    if vn("tháng").fullmatch(unit):
        months = today.year * 12 + today.month - 1 + later
        return _part(match, match[1], *_month(months // 12, months % 12 + 1))
    if vn("quý").fullmatch(unit):
        quarters = today.year * 4 + (today.month - 1) // 3 + later
        return _part(match, match[1], *_month(quarters // 4, quarters % 4 * 3 + 1, 3))
    return _part(match, match[1], *_month(today.year + later, 1, 12))


def _read_weekday(match: re.Match[str], today: date) -> Day:
    """ "thứ hai" is the next Monday after today; "thứ sáu tuần sau" that of next week."""
    name = match[1]
    if name is None:
        number = 6
    elif name.isdigit():
        number = int(name) - 2
    else:
        names = (*WEEKDAYS, "bẩy")
        number = min(next(i for i, day in enumerate(names) if vn(day).fullmatch(name)), 5)
    if match[2]:
        weeks = next((n for way, n in WEEKS if way.fullmatch(match[3])), 0)
        found = today + timedelta(days=number - today.weekday() + 7 * weeks)
    else:
        found = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return _day(match, found, found)


def _read_soon(match: re.Match[str], today: date) -> Day:
    ahead = 1 if match[1] else 2 if match[2] else 0
    found = today + timedelta(days=ahead)
    return _day(match, found, found)


def _read_length(match: re.Match[str], today: date) -> Day | None:
    """ "3 ngày nữa", "sau 2 ngày": counted from today; "3 ngày" alone is a length, not a day."""
    if not (match[3] or _stands_before(AFTER, match)):
        return None
    try:
        found = today + timedelta(days=_days_in(match))
    except OverflowError:
        return _day(match, None, None)
    return _day(match, found, found)


def _read_lunar(match: re.Match[str], today: date) -> Day:
    """ "rằm", "sau tết", "vài hôm nữa": known to people, but no day that can be worked out here."""
    return _day(match, None, None)


RULES = (
    (LUNAR, _read_lunar),
    (DATE, _read_date),
    (NAMED_DAY, _read_named_day),
    (WEEKDAY, _read_weekday),
    (LENGTH, _read_length),
    (QUARTER, _read_quarter),
    (MONTH, _read_month),
    (YEAR, _read_year),
    (PERIOD, _read_period),
    (SOON, _read_soon),
)
"""The more exact first: what one has read is closed to the next."""
