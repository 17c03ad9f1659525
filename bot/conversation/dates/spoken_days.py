"""Days and stretches of time as people speak of them: "mai", "thứ sáu tuần sau", "5 ngày nữa"."""

import re
from datetime import date, timedelta

from bot.conversation.dates.day import Day, day_at, months_from, part_of, stands_before
from bot.conversation.dates.lengths import LENGTH_WORDS, is_rough, length_of
from bot.conversation.listening.letters import vn

FRIDAY = 4
"""The week of an office ends on Friday, so "cuối tuần" is a day on which somebody is there."""
UNKNOWN = vn(
    r"\b(?:(?:ngày |mùng |mồng )?\d{1,2}(?:(?:[/.-]| tháng )\d{1,2})? (?:tết|tháng giêng"
    r"|tháng chạp|âm|al|ta(?=[ .!]*$))"
    r"|(?:đầu |giữa |cuối |hết )?tháng (?:giêng|chạp)(?: năm (?:nay|sau|tới))?"
    r"|rằm|mai mốt|nay mai|(?:vài|mấy|ít) (?:hôm|ngày|bữa)(?: nữa)?|`tết|tết (?=nguyên|âm|nhắc)"
    r"|(?<=sau )tết|(?<=qua )tết|(?<=trước )tết|(?<=ra )tết"
    rf"|{LENGTH_WORDS} (?:sau|trước|từ|kể từ) (?:khi|lúc|`tết|rằm|đại hội|kỳ họp)"
    r"|(?:thứ \w+ )?tuần (?:\d|đầu(?: tiên)?|cuối(?: cùng)?|thứ \w+)"
    r" (?:của )?tháng(?: \d{1,2}| \w+)?)\b"
    r"(?: (?:nguyên đán|âm lịch|dương lịch|lịch|tháng \w+))*"
)
PERIOD = vn(
    r"\b(đầu |giữa |cuối |hết )?(tuần|tháng|quý|năm)\b(?! ngoái| trước)"
    r"(?: (này|nay|sau nữa|sau|tới(?! _)|(?<!\d tuần )(?<!\d tháng )tới))?\b"  # "2 tuần tới 24/12"
    r"|\b(sang) (tuần|tháng|quý|năm)\b(?: (?:sau|tới))?"
)
WEEK = "này|nay|sau nữa|sau|tới|trước"
WEEKDAY = vn(
    rf"\b(?:tuần (?P<ahead>{WEEK}) (?:vào )?)?"
    r"(?P<said>thứ (?P<name>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn)\b"
    rf"(?: tuần (?P<week>{WEEK})| tới| này|(?P<past> vừa rồi| vừa qua))?"
)
NAMES = "".join(f"(?<!{title} )" for title in ("chị", "cô", "bà", "thị", "chí", "xã", "thôn"))
SOON = vn(
    rf"\b(?:(ngày mai|(?:sáng|trưa|chiều|tối) mai|{NAMES}mai)|(ngày kia|ngày mốt|{NAMES}`mốt"
    r"|(?<=mai và )mốt|(?<=mai với )mốt)"
    rf"|((?:hôm|sáng|trưa|chiều|tối) nay|(?:chiều|`tối)(?! qua| hôm| đã| thiểu| _)|lát"
    r"|lát nữa|tí nữa|chút nữa))\b"
)
""" "chị Mai" is no day."""

AFTER = vn(r"\bsau $")
WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
WEEKS = ((vn("sau nữa"), 2), (vn("sau|tới"), 1), (vn("trước"), -1))


def read_period(match: re.Match[str], today: date) -> Day | None:
    """ "cuối tháng", "tuần sau", "sang năm"; a bare "tháng" names no time."""
    if not (match[1] or match[3] or match[4]):
        return None
    unit = match[2] or match[5]
    later = int(bool(match[4]))
    if match[3]:
        later = next((n for way, n in WEEKS if way.fullmatch(match[3])), 0)
    if vn("tuần").fullmatch(unit):
        monday = today + timedelta(days=7 * later - today.weekday())
        friday = monday + timedelta(days=FRIDAY)
        return part_of(match, match[1], monday, max(friday, today) if not later else friday)
    if vn("tháng").fullmatch(unit):
        months = today.year * 12 + today.month - 1 + later
        return part_of(match, match[1], *months_from(months // 12, months % 12 + 1))
    if vn("quý").fullmatch(unit):
        quarters = today.year * 4 + (today.month - 1) // 3 + later
        return part_of(match, match[1], *months_from(quarters // 4, quarters % 4 * 3 + 1, 3))
    return part_of(match, match[1], *months_from(today.year + later, 1, 12))


def read_weekday(match: re.Match[str], today: date) -> Day:
    """ "thứ hai" is the next Monday after today; "thứ sáu tuần sau" that of next week."""
    name, week = match["name"], match["week"] or match["ahead"]
    if name is None:
        number = 6
    elif name.isdigit():
        number = int(name) - 2
    else:
        names = (*WEEKDAYS, "bẩy")
        number = min(next(i for i, day in enumerate(names) if vn(day).fullmatch(name)), 5)
    if match["past"]:
        found = today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    elif week:
        weeks = next((n for way, n in WEEKS if way.fullmatch(week)), 0)
        found = today + timedelta(days=number - today.weekday() + 7 * weeks)
    else:
        found = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return day_at(match, found, found)


def read_soon(match: re.Match[str], today: date) -> Day:
    """ "mai", "ngày kia", and today ("chiều nay")."""
    ahead = 1 if match[1] else 2 if match[2] else 0
    found = today + timedelta(days=ahead)
    return day_at(match, found, found)


def read_length(match: re.Match[str], today: date) -> Day | None:
    """ "3 ngày nữa", "sau 2 ngày": counted from today; "3 ngày" alone is a length, not a day."""
    if not (match["later"] or stands_before(AFTER, match)):
        return None
    try:
        found = length_of(match).after(today)
    except OverflowError:
        return day_at(match, None, None)
    return day_at(match, found, found, doubtful=is_rough(match))


def read_unknown(match: re.Match[str], today: date) -> Day:
    """ "rằm", "sau tết", "vài hôm nữa", "tuần đầu tháng 1": known to people, but no day that can be
    worked out here."""
    return day_at(match, None, None)
