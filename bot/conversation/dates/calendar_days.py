"""Days and periods named by the calendar: "30/12", "ngày 25", "hết tháng 1", "quý II/2026"."""

import re
from datetime import date, timedelta

from bot.conversation.dates.day import Day, day_at, make_day, months_from, part_of, stands_before
from bot.conversation.listening.letters import vn
from bot.conversation.listening.numerals import ABOVE_TEN, DIGIT, read_digit, read_numeral

LONG_AHEAD = timedelta(days=300)
"""A day and month that come so late were more likely meant as the last ones than the next."""
DATE = vn(
    r"(?<![\d/.,-])(?:ngày |mùng |mồng |hôm )*(\d{1,2})(?:([/.-])| tháng )(\d{1,2})(?:(?:[/.-]"
    r"| năm |, năm )(\d{4}|\d{2})| năm (nay|sau|tới))?(?![\d/%]|[.,-]\d| ?%| (?:tỷ|triệu|km|ha)\b)"
)
ISO_DATE = vn(r"(?<![\d/.,-])(?:ngày )?(20\d\d)-(\d\d)-(\d\d)(?![\d/-])")
""" "2025-12-20", as a telephone's calendar copies it."""

OF_MONTH = r" tháng (?:(?P<next{0}>sau|tới)|(?P<this{0}>này|nay))"
NUMERAL = rf"{ABOVE_TEN}|{DIGIT}"
NAMED_DAY = vn(
    r"\b(?:(?:ngày|hôm|mùng|mồng) (?P<named>\d{1,2})(?: tây)?|(?P<solar>\d{1,2}) tây)"
    rf"(?![\d/%]|[.,-]\d| tháng \d| tháng (?!sau\b)(?:{NUMERAL})\b)(?:{OF_MONTH.format(1)})?\b"
    r"|(?:(?<=đến )|(?<=tới )|(?<=sang )|(?<=vào )|(?<=trước )|^)"
    rf"(?P<bare>\d{{1,2}}|{ABOVE_TEN}){OF_MONTH.format(2)}\b"
    r"|(?<=trước )(?P<last>\d{1,2})(?= ?(?:nhé|nha|ạ|em|anh|chị)?[ .!]*$)"
)
""" "ngày 25", "15 tây tháng sau", "đến hai mươi lăm tháng này"; at the end "trước 25"."""
MONTH = vn(
    r"\b(đầu |giữa |cuối |hết )?(?:tháng (\d{1,2})"
    r"(?:(?:[/.-]| năm | )(\d{4}|sau|tới|nay|ngoái))?"
    r"|(?<![\d/.,])(\d{1,2})/(\d{4}))(?![\d/])"
)
HALF = vn(
    r"\b(?:(đầu |giữa |cuối |hết ))?(?:(\d{1,2}|sáu|ba|chín) tháng|nửa) (đầu|cuối) năm"
    r"(?: (\d{4}|nay|sau|tới|ngoái))?\b"
)
SPELLED = vn(
    r"\b(?:(?:(?:ngày|mùng|mồng) |(?<=đến )|(?<=tới )|(?<=sang )|(?<=trước ))"
    rf"(\d{{1,2}}|{NUMERAL}) |(đầu |giữa |cuối |hết )|(?<!\d ))tháng (?!sau\b)"
    rf"({NUMERAL})"
    r"(?: năm (20\d\d))?\b"
    r"(?! (?:nay|sau|ngoái|trước|\d|_|ngày|thứ|hôm|mai|tuần|đầu|giữa|cuối))"
)
""" "ngày ba mươi tháng mười hai", as voice keyboards write it."""

QUARTER = vn(
    r"\b(đầu |giữa |cuối |hết )?(?:quý |q ?)(iv|iii|ii|i|[1-4]|một|hai|ba|bốn|`tư)"
    r"(?:(?:[/.-]| năm | )(\d{4}|sau|tới|nay|ngoái))?(?!\w|/| (?:mươi|năm|quý)\b)"
)
TEN_DAYS = vn(
    r"\b(thượng|trung|hạ) tuần tháng (?:(\d{1,2})(?:(?:/| năm )(20\d\d))?"
    r"|(này|nay|sau|tới|trước))\b"
)
YEAR = vn(r"\b(đầu |giữa |cuối |hết )?năm (20\d\d)\b")
UNTIL_WORD = vn(r"\b(?:đến|tới|sang|trước|vào) $")
QUARTERS = ("i", "ii", "iii", "iv")


NEAR_MONTHS = ((vn("này|nay"), 0), (vn("sau|tới"), 1), (vn("trước"), -1))


def read_date(match: re.Match[str], today: date) -> Day | None:
    """ "30/12" is the next 30 December; "3-5" and "12.5" are days only after "ngày" or "đến"."""
    day, month, year = int(match[1]), int(match[3]), match[4]
    if match[5]:
        year = str(today.year + (not vn("nay").fullmatch(match[5])))
    named = match[0][0].isalpha() or stands_before(UNTIL_WORD, match)
    if match[2] in (".", "-") and year is None and not named:
        return None
    if year is not None:
        full = int(year) if len(year) == 4 else 2000 + int(year)
        exact = make_day(full, month, day)
        return day_at(match, exact, exact)
    years = (make_day(today.year + ahead, month, day) for ahead in (0, 1))
    coming = next((found for found in years if found and found >= today), None)
    return day_at(match, coming, coming, bool(coming and coming - today > LONG_AHEAD))


def read_iso_date(match: re.Match[str], today: date) -> Day:
    """The year first, then month and day."""
    exact = make_day(int(match[1]), int(match[2]), int(match[3]))
    return day_at(match, exact, exact)


def read_named_day(match: re.Match[str], today: date) -> Day:
    """ "ngày 25" is the next 25th; the 31st of a month that has none is asked about, and so is
    "15 tháng này" when it is over."""
    number = read_numeral(match["named"] or match["solar"] or match["bare"] or match["last"])
    over, this = number < today.day, match["this1"] or match["this2"]
    following = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    month = following if match["next1"] or match["next2"] or (over and not this) else today
    found = make_day(month.year, month.month, number)
    return day_at(match, found, found, doubtful=bool(over and this))


def _year(named: str | None, today: date) -> int | None:
    """ "2026", or this one, the last or the next ("quý 2 năm sau")."""
    if named is None or named.isdigit():
        return int(named) if named else None
    if vn("ngoái").fullmatch(named):
        return today.year - 1
    return today.year + (not vn("nay").fullmatch(named))


def read_month(match: re.Match[str], today: date) -> Day | None:
    """ "tháng 2", read in March, is next year's; "tháng 13" is no month, and doubtful."""
    month, year = int(match[2] or match[4]), match[3] or match[5]
    if not 1 <= month <= 12:
        return day_at(match, None, None)
    number = _year(year, today) or today.year + (month < today.month)
    return part_of(match, match[1], *months_from(number, month)) if 2000 <= number <= 2100 else None


def read_ten_days(match: re.Match[str], today: date) -> Day:
    """ "trung tuần tháng 1": the 11th to the 20th."""
    month, year = int(match[2] or today.month), int(match[3] or today.year)
    if match[4]:
        later = next(n for way, n in NEAR_MONTHS if way.fullmatch(match[4]))
        year, month = divmod(today.year * 12 + today.month - 1 + later, 12)
        month += 1
    elif not match[3] and month < today.month:
        year += 1
    if not 1 <= month <= 12:
        return day_at(match, None, None)
    first, last = months_from(year, month)
    if vn("thượng").fullmatch(match[1]):
        return day_at(match, first, first.replace(day=10))
    if vn("trung").fullmatch(match[1]):
        return day_at(match, first.replace(day=11), first.replace(day=20))
    return day_at(match, first.replace(day=21), last)


def read_half(match: re.Match[str], today: date) -> Day | None:
    """ "6 tháng đầu năm 2026", "nửa cuối năm": so many months from one end of the year."""
    named, year = match[2], match[4]
    months = read_numeral(named) if named else 6
    if not 1 <= months <= 11:
        return None
    number = _year(year, today)
    begins = vn("đầu").fullmatch(match[3]) is not None
    if number is None:
        number = today.year + (begins and today.month > months)
    return part_of(match, match[1], *months_from(number, 1 if begins else 13 - months, months))


def read_spelled(match: re.Match[str], today: date) -> Day | None:
    """ "ngày ba mươi tháng mười hai", "cuối tháng ba": as if in figures."""
    month = read_numeral(match[3])
    if not 1 <= month <= 12:
        return None
    year = int(match[4]) if match[4] else today.year + (month < today.month)
    if match[1] is None:
        return part_of(match, match[2], *months_from(year, month))
    day = read_numeral(match[1])
    exact = make_day(year, month, day)
    if exact is not None and exact < today and not match[4]:
        exact = make_day(year + 1, month, day)
    return day_at(match, exact, exact)


def read_quarter(match: re.Match[str], today: date) -> Day:
    """ "quý I", read in the summer, is next year's."""
    name = match[2]
    quarter = QUARTERS.index(name) if name in QUARTERS else read_digit(name) - 1
    year = _year(match[3], today) or today.year + (quarter * 3 + 3 < today.month)
    return part_of(match, match[1], *months_from(min(max(year, 2000), 2100), quarter * 3 + 1, 3))


def read_year(match: re.Match[str], today: date) -> Day:
    """ "năm 2026", "cuối năm 2026"."""
    return part_of(match, match[1], *months_from(int(match[2]), 1, 12))
