"""The deadlines that an order names, in a plan's words or counted from today. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.dates.calendar_days import LONG_AHEAD
from bot.conversation.dates.day import make_day
from bot.conversation.dates.days import find_days
from bot.conversation.dates.lengths import LENGTH_WORDS, find_length, find_working_days
from bot.conversation.listening.letters import is_marked, vn
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import blank, listen
from bot.conversation.office.order_wording import EDGES, official
from bot.conversation.replies.harmless import unknown_words
from db.enums import DeadlineKind
from plans.deadlines.filler import WEEKDAY
from plans.deadlines.read import Deadline, read_deadline
from plans.words import clean
from tasks.lunar import lunar_day
from tasks.working_days import WorkingDays

DATED = (DeadlineKind.BY, DeadlineKind.RECURRING, DeadlineKind.ONGOING)
SAYS_DONE = r"(?:phai )?(?:xong|hoan thanh|hoan tat|nop(?= truoc| cham nhat| trong))"
NAMES_TIME = r"(?:thoi han|han|thoi gian)(?: (?:hoan thanh|thuc hien|la|cuoi))*"
SOMETIME = (
    r"truoc|trong|cham nhat|den (?:het|ngay)|het|hang|thuong xuyen|dinh ky|quy|thang|cuoi|"
    r"ngay|thu|chu nhat|sang|chieu|tuan|mai|moi|(?:thuong|trung|ha) tuan|\d{1,2}/\d"
)
OF_EACH = (
    r"(?:ngay \d{1,2}|thang \d{1,2}|quy (?:[1-4]|iv|i{1,3})|(?:ngay )?\d{1,2}/\d{1,2})"
    r"(?:(?: va|,) (?:ngay |thang |quy )?[\div/]{1,5}){0,3}"
    rf"|(?:(?:sang|chieu) )?{WEEKDAY}"
)
""" "Ngày 28 hằng tháng", "thứ sáu hằng tuần": the day or month of each period before its name."""
LATEST = re.compile(
    rf"(?<![a-z0-9])(?:(?P<lead>{SAYS_DONE}|{NAMES_TIME})(?: ?: ?| (?=\d|{SOMETIME}))"
    rf"|(?=(?:truoc|trong|cham nhat|den het|hang|thuong xuyen|dinh ky)\b)"
    rf"|(?=(?:vao )?(?:{OF_EACH}) (?:hang|moi|cua thang|thang (?:dau|cuoi))\b))"
)
"""Where a deadline may begin: after a word that says so, or at one that only deadlines begin
with."""
NEAR = re.compile(
    r"(?:truoc|cham nhat|trong|den het)(?: (?:la|het|vao|den))*"
    r"(?: (?:\d{1,2} ?(?:h|g|gio)(?: ?\d\d)?|sang|trua|chieu|toi))*"
    r" (?:(?:ngay )?\d{1,2}/\d{1,2}(?:/\d{4})?|thu (?:hai|ba|tu|nam|sau|bay|[2-7])"
    r"|chu nhat|thang \d\d?|quy (?:[1-4]|iv|i{1,3})"
    r"|(?:cuoi|dau|giua) (?:tuan|thang|quy|nam)"
    r"|ngay mai|mai)(?: (?:tuan|thang|quy|nam))?(?: (?:nay|sau|toi))?"
)
""" "Trước thứ sáu", "trước 16h ngày mai": a day and nothing else; over flattened text."""
WITHIN = vn(
    rf"(?:(?:trong|trong vòng) )?{LENGTH_WORDS}"
    r"(?: (?:tới|nữa)| (?:kể |tính )?từ (?:hôm nay|nay|bây giờ|giờ))?"
)
""" "Trong 5 ngày", "1 tuần": a deadline said as a length of time."""
WITHIN_WORKED = vn(
    r"(?:(?:trong|trong vòng) )?\w+ ngày làm (?:việc|_)"
    r"(?: (?:tới|nữa)| (?:kể |tính )?từ (?:hôm nay|nay|bây giờ|giờ))?"
)
""" "Trong 10 ngày làm việc", by the law's holidays."""
THIS = vn(r"trong (?:tuần|tháng|quý|năm)")
"""The one that today is in."""
BESIDE = vn(
    r"\b(?:vào|trước|trong|lúc|ngày|là|đến|tới|hết|chậm nhất|muộn nhất|sáng|trưa|chiều|tối|nhé|ạ"
    r"|\d{1,2} ?(?:h|g|giờ)(?: ?\d\d)?)\b"
)
"""What may stand beside a day without saying more."""
AFTER_TET = re.compile(r"\b(?:sau|qua|ra) tet\b")
"""No one day, unlike "trước Tết"."""
WRITTEN_DAY = re.compile(
    r"\b(?:(?:han|thoi gian)\b\D*|(?:truoc|cham nhat|ngay|het|den)(?: (?:la|het|vao|den|ngay))* )"
    r"(\d{1,2})(?:[/.-]| thang )(\d{1,2})"
    r"(?:(?:[/.-]| nam )(\d{4}))?(?![\d/])"
)
""" "Thời hạn: 31/11", "trước ngày 31/11"; over flattened text."""
MEETING = vn(r"\b(?:họp|hội nghị|lễ|kỳ|phiên)\b[^,.;:]*$")
""" "Chuẩn bị hội nghị ngày 25/12": the day of what is prepared for."""
LAST_DAY = re.compile(
    r"(?<![\d/.,-])(29|30|31)/(\d{1,2})(?:/(\d{4}))?(?=[ .!]*(?:nhe|nha|a|nhe a)?[ .!]*$)"
)
""" "Nộp số liệu 31/11 nhé": a day at the end, whatever stands before it."""
WANTED = vn(r"\b(?:báo cáo|xong|hoàn thành|nộp|gửi|trình)\b")
FIRST = re.compile(r"(?:(?:ngay|trong|truoc|cham nhat|\d{1,2} ?(?:h|g|gio)(?: ?\d\d)?) )*")
""" "Trước 10h mai báo cáo": what may stand before the day that an instruction begins with."""
DECEMBER = 12
STOPS = re.compile(
    r"[,;](?=\s|$)|\.(?=\s|$)|$|(?<= )(?=phoi hop|chu tri|san pham"
    r"|(?<!hop )giao (?!vien|thong|dich|duc|luu|trinh|khoa))"
)


@dataclass(frozen=True, slots=True)
class Time:
    """A deadline in words that `read_deadline` takes, and what they mean."""

    words: str
    deadline: Deadline


def read_time(text: str, *, today: date) -> Time | None:
    """A deadline said alone: in a plan's words, else a day counted from today ("thứ sáu này")."""
    return _read_planned(text, today) or _read_day(text, today)


def is_time_alone(text: str, *, today: date) -> bool:
    """Whether the words are a deadline and nothing else: not "31/12 phải không"."""
    said = listen(_bare(text))
    days = find_days(said.words, today=today, marked=said.marked)
    left = blank(said.words, [(day.start, day.end) for day in days])
    alone = bool(days) and not unknown_words(left, known=BESIDE)
    return bool(_read_planned(text, today) or (alone and _read_day(text, today)))


def _bare(text: str) -> str:
    """A deadline's words without the one that announces it."""
    words = clean(text).strip(EDGES)
    bare = re.sub(rf"^(?:{SAYS_DONE}|{NAMES_TIME})[ :]+", "", flatten(words))
    return words[len(words) - len(bare) :].strip(EDGES)


def _read_planned(text: str, today: date) -> Time | None:
    """A deadline as plans write it; a day without its year is the next such day."""
    words = _bare(text)
    yearless = re.search(r"(?<![\d/])\d{1,2}/\d{1,2}$", words)
    tried = [f"{words}/{today.year}", f"{words}/{today.year + 1}"] if yearless else [words]
    for attempt in tried if words else ():
        found = read_deadline(attempt, issued_on=today)
        if yearless and found.due and not today <= found.due <= today + LONG_AHEAD:
            continue  # "15/12", said on the 17th, is hardly meant for next year
        if found.kind in DATED and not found.several:
            marked = is_marked(attempt) or not re.search("[a-z]", attempt.lower())
            return Time(official(attempt, marked=marked), found)
    return None


def _read_day(text: str, today: date) -> Time | None:
    """A day counted from today ("thứ sáu tuần sau", "cuối tháng"), written out."""
    said = listen(_bare(text))
    if WITHIN_WORKED.fullmatch(said.words) and (worked := find_working_days(said.words)):
        return _on(WorkingDays({}).after(today, worked))
    if WITHIN.fullmatch(said.words) and (length := find_length(said.words)):
        return _on(length.after(today))
    words = f"{said.words} này" if THIS.fullmatch(said.words) else said.words
    days = [day for day in find_days(words, today=today, marked=said.marked) if day.last]
    if len(days) != 1 or days[0].doubtful:
        unclear = days or AFTER_TET.search(flatten(text))
        lunar = None if unclear else lunar_day(text, today=today)
        return _on(lunar) if lunar else None
    day = days[0]
    due = day.first - timedelta(days=1) if day.before and day.first else day.last
    return _on(due) if due and due >= today else None


def _on(day: date) -> Time:
    return Time(f"{day:%d/%m/%Y}", Deadline(DeadlineKind.BY, due=day))


def missing_day(text: str, *, today: date) -> str | None:
    """The day written as a deadline that no calendar has: "31/11"."""
    found = WRITTEN_DAY.search(flatten(text)) or LAST_DAY.search(flatten(text))
    if found is None or int(found[2]) > DECEMBER:
        return None
    years = [int(found[3])] if found[3] else [today.year, today.year + 1]
    if any(make_day(year, int(found[2]), int(found[1])) for year in years):
        return None
    return "/".join(part for part in found.groups() if part)


def day_within(text: str, *, today: date) -> date | None:
    """The one day by which the words want something done, said as a deadline or at their end."""
    typed = clean(text)
    times, _ = find_times(typed, flatten(typed), (), today)
    if not times:
        return _day_beside(typed, today)
    due = times[0].deadline.due if len(times) == 1 and not times[0].deadline.recurs else None
    return due if due and due >= today else None


def _day_beside(typed: str, today: date) -> date | None:
    """ "Báo cáo tôi sáng thứ hai", "mai báo cáo": the only day named, said first or last."""
    said = listen(typed.rstrip(" .!"))
    days = find_days(said.words, today=today, marked=said.marked)
    if len(days) != 1 or days[0].doubtful or days[0].before:
        return None
    day, before, behind = days[0], said.words[: days[0].start], said.words[days[0].end :]
    last = not behind.strip() and day.first == day.last and not MEETING.search(before)
    first = FIRST.fullmatch(flatten(before)) and WANTED.search(behind)
    return day.last if (last or first) and day.last and day.last >= today else None


def find_times(
    typed: str, flat: str, agencies: Sequence[int], today: date
) -> tuple[tuple[Time, ...], list[tuple[int, int]]]:
    """Every deadline that the text names, and where; `agencies` are where their names begin.

    A plan's wording is taken as long as it goes, a day counted from today up to the first mark.
    """
    found: list[Time] = []
    spans: list[tuple[int, int]] = []
    for begin in LATEST.finditer(flat):
        if spans and begin.start() < spans[-1][1]:
            continue
        marks = [stop.start() for stop in STOPS.finditer(flat, begin.end())]
        ends = sorted({*marks[:3], *(a for a in agencies if begin.end() < a)})[:3]
        readings = [(_read_planned(typed[begin.end() : end], today), end) for end in reversed(ends)]
        if ends and (begin["lead"] or NEAR.fullmatch(flat[begin.end() : ends[0]].strip())):
            readings.append((_read_day(typed[begin.end() : ends[0]], today), ends[0]))
        time, end = next(((t, end) for t, end in readings if t is not None), (None, 0))
        if time is not None:
            found.append(time)
            spans.append((begin.start(), end))
    different = {(time.deadline.due, time.deadline.recurs): time for time in found}
    return tuple(different.values()), spans
