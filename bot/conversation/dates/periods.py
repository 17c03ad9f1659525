"""The days that a question or an absence spans: "tháng trước", "từ 1/12 đến 15/12". Pure.

A deadline that is asked for lies ahead, and `days` reads it so; a span may as well be over.
A day or month without its year is therefore the nearest here: "tháng 11", said in December, is
last month, and "quý I" the next.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.dates.calendar_days import LONG_AHEAD
from bot.conversation.dates.day import Day, make_day
from bot.conversation.dates.days import find_days
from bot.conversation.dates.elapsed import Period, read_counted, read_over
from bot.conversation.dates.period_words import spell_out
from bot.conversation.dates.spoken_days import WEEKDAY
from bot.conversation.listening.letters import vn
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import Said, listen

BETWEEN = vn(r"\s*,? ?(?:cho )?(?:đến|tới)(?: hết)?(?: ngày)? *")
FROM_NUMBER = vn(r"(?:từ )?(?:ngày |mùng |mồng )?(\d{1,2}) (?:đến|tới)(?: ngày)? *$")
FROM_NOW = vn(r"\btừ (?:nay|bây giờ|giờ|hôm nay)(?: cho)? (?:đến|tới)(?: hết)? *$")
UNTIL = vn(r"(?<!của )(?<!phòng )(?<!việc )\b(?:đến|tới|hết) *$")
""" "Đến tháng 12"; "của tôi tháng 12", typed without marks, is not until then."""
RELATIVE = vn(r"\d{4}|\b(?:nay|này|sau|tới|nữa|sang|ngoái)\b")
"""Words that say themselves which year is meant."""
CALENDAR = vn(r"(?<!thứ )\d|\bquý [iv]")
SINCE = vn(r"\b(?:(từ)|sau)(?: ngày)? *$")
TO_NOW = vn(r" (?:đến|tới) (?:nay|giờ|bây giờ|hôm nay)\b")
AND = vn(r"\s*(?:,|và) *")
UNKNOWN = vn(r"\d|\btết\b|\brằm\b")
BARE_NUMBER = vn(r"(?:ngày |mùng |mồng )*(\d{1,2})")
OF_THIS_YEAR = vn(r"(?:tháng|nửa) (?:đầu|cuối) năm")


@dataclass(frozen=True, slots=True)
class Named:
    """A period, and where the words that name it begin and end in what was said.

    None for a span from or to a day that there is not ("từ 31/11 đến 5/12").
    """

    period: Period | None
    start: int
    end: int


def read_period(text: str, *, today: date) -> Period | None:
    """The days that the words name; None where they name none that can be worked out.

    >>> read_period("việc đến hạn từ 1/12 đến 15/12", today=date(2025, 12, 17))
    Period(first=datetime.date(2025, 12, 1), last=datetime.date(2025, 12, 15))
    """
    said = listen(spell_out(text, today))
    counted = read_counted(said.words, today)
    if counted is not None:
        return counted
    span = read_span(said, today=today)
    if span is not None:
        return span.period
    day = next((day for day in _days(said, today) if day.last), None)
    found = _nearest(said, day, today) if day else None
    if day is None or found is None:
        return read_over(flatten(text), today)
    bound = _bound(said, day, found, today)
    return bound or _joined(said, day, found, today)


def _bound(said: Said, day: Day, found: Period, today: date) -> Period | None:
    """The period that words beside a named one make of it: "trước", "đến", "từ", "sau".

    A week is its seven days, since some work is due on a Saturday or Sunday.
    """
    words = said.words[day.start : day.end]
    if day.before:
        return _until(found.first - timedelta(days=1), today)
    if UNTIL.search(said.words, 0, day.start):
        return _until(found.last, today)
    if since := SINCE.search(said.words, 0, day.start):
        begins = found.first if since[1] else found.last + timedelta(days=1)
        if begins > today and TO_NOW.match(said.words, day.end):
            begins = _last_before(said, day, begins, today)
        return Period(begins, today if begins <= today else begins.replace(month=12, day=31))
    if vn(r"(?:cuối |hết )?tuần\b").match(words):
        return Period(found.first, found.last + timedelta(days=6 - found.last.weekday()))
    return None


def _last_before(said: Said, day: Day, begins: date, today: date) -> date:
    """ "Từ thứ hai đến nay" is the Monday that was, "từ tháng 1 đến nay" the last January."""
    if WEEKDAY.match(said.words[day.start : day.end]):
        return begins - timedelta(days=7)
    earlier = years_of(said.words, day, today=today, marked=said.marked)
    return max((one.first for one in earlier if one.first <= today), default=begins)


def _joined(said: Said, day: Day, found: Period, today: date) -> Period:
    """The period with those named right behind it that follow on: "tháng 10 và tháng 11"."""
    for another in _days(said, today):
        if not AND.fullmatch(said.words[day.end : another.start]):
            continue
        years = years_of(said.words, another, today=today, marked=said.marked)
        follows = found.last + timedelta(days=1)
        more = next((one for one in years if one.first == follows), None)
        if more is not None:
            day, found = another, Period(found.first, more.last)
    return found


def names_no_day(text: str, *, today: date) -> bool:
    """Whether a day is named that there is not, or that only the lunar calendar knows."""
    said = listen(spell_out(text, today))
    span = read_span(said, today=today)
    if span is not None:
        return span.period is None
    lost = [day for day in _days(said, today) if day.first is None]
    return any(UNKNOWN.search(said.words[day.start : day.end]) for day in lost)


def _until(end: date, today: date) -> Period:
    """From today until then; of what is over, from the beginning of its year."""
    return Period(today if today <= end else end.replace(month=1, day=1), end)


def read_span(said: Said, *, today: date) -> Named | None:
    """From one day or period to another: "từ 1/12 đến 15/12", "từ nay đến cuối năm", "25-27/12"."""
    days = _days(said, today)
    for number, last in enumerate(days):
        ends = _nearest(said, last, today)
        end = ends.last if ends else None
        now = FROM_NOW.search(said.words, 0, last.start)
        if now is not None:
            period = Period(today, end) if end and end >= today else None
            return Named(period, now.start(), last.end)
        before = days[number - 1] if number else None
        if before and BETWEEN.fullmatch(said.words[before.end : last.start]):
            if not _names_its_own(said.words, before, last):
                end = _end_behind(said, before, last, today)
            first = _first(said, before, end) if end else None
            period = Period(first, end) if first and end else None
            return Named(period, before.start, last.end)
        lone = FROM_NUMBER.search(said.words, 0, last.start)
        if lone is not None and end and last.first == last.last:
            first = _day_before(int(lone[1]), end)
            return Named(Period(first, end) if first else None, lone.start(), last.end)
    return None


def _days(said: Said, today: date) -> list[Day]:
    return find_days(said.words, today=today, marked=said.marked)


def _nearest(said: Said, day: Day, today: date) -> Period | None:
    """The day's period, of the nearest year where its words leave that open; None without one."""
    if OF_THIS_YEAR.fullmatch(said.words[day.start : day.end].split(" ", 1)[-1]):
        return _of_this_year(day, today)
    return min(
        years_of(said.words, day, today=today, marked=said.marked),
        key=lambda one: max(one.first - today, today - one.last, timedelta()),
        default=None,
    )


def _of_this_year(day: Day, today: date) -> Period | None:
    """ "9 tháng đầu năm", said in December, is the year that goes on, not the next."""
    if day.first is None or day.last is None:
        return None
    first, last = day.first.replace(year=today.year), day.last.replace(year=today.year)
    return Period(first, last)


def years_of(words: str, day: Day, *, today: date, marked: bool) -> list[Period]:
    """What a day that `words` name may be: the coming one, and a year before that where its words
    leave the year open. Empty for a day that cannot be worked out."""
    named = words[day.start : day.end]
    readings = [day]
    if CALENDAR.search(named) and not RELATIVE.search(named):
        a_year_ago = today.replace(year=today.year - 1, day=min(today.day, 28))
        readings += find_days(named, today=a_year_ago, marked=marked)[:1]
    return [Period(one.first or one.last, one.last) for one in readings if one.last]


def _first(said: Said, day: Day, end: date) -> date | None:
    """The first day of a span that ends then; None where what is named begins behind its end."""
    words = said.words[day.start : day.end]
    lone = BARE_NUMBER.fullmatch(words)
    if lone is not None:
        return _day_before(int(lone[1]), end)
    begins = [day.first]
    if day.first and _is_bare_weekday(words):
        begins.append(end - timedelta(days=(end - day.first).days % 7))
    if day.first and CALENDAR.search(words) and not RELATIVE.search(words):
        same = make_day(end.year, day.first.month, day.first.day)
        before = make_day(end.year - 1, day.first.month, day.first.day)
        begins = [same, before if before and end - before <= LONG_AHEAD else None]
    return next((one for one in begins if one and one <= end), None)


def _names_its_own(words: str, first: Day, last: Day) -> bool:
    """Whether the end of a span is a day by its own words: "27/12", "thứ hai đến thứ sáu tuần
    này"; "từ 24/11 đến hết tuần" ends the week of its first day."""
    named = words[last.start : last.end]
    weekday = _is_bare_weekday(words[first.start : first.end])
    return bool(CALENDAR.search(named) or (weekday and RELATIVE.search(named)))


def _is_bare_weekday(words: str) -> bool:
    """ "Thứ hai", of no week that is named."""
    return WEEKDAY.fullmatch(words) is not None and not RELATIVE.search(words)


def _end_behind(said: Said, first: Day, last: Day, today: date) -> date | None:
    """The end of a span as it is said of its first day: that day's week or month."""
    begins = _nearest(said, first, today)
    if begins is None:
        return None
    named = said.words[last.start : last.end]
    found = find_days(named, today=max(begins.first, today), marked=said.marked)
    return found[0].last if found else None


def _day_before(number: int, end: date) -> date | None:
    """The last such day of a month up to the end: "từ 25 đến 27/12", "từ 28 đến 3/1"."""
    month = end if number <= end.day else end.replace(day=1) - timedelta(days=1)
    return make_day(month.year, month.month, number)
