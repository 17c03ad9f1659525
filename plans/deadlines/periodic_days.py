"""Deadlines on a day of every month, quarter or half-year: "trước ngày 20 của tháng cuối quý".

The rules have the form of those in `recurring`.
"""

import re
from datetime import date, timedelta

from db.enums import Recurs
from plans.deadlines import moments
from plans.deadlines.deadline import Deadline
from plans.deadlines.filler import HOUR, strip_filler
from plans.deadlines.points import read_span
from plans.deadlines.recurrence import MONTHS, last_of_month, write_recurs_due
from plans.deadlines.recurring import BY_MONTHS, COMMON_YEAR, EACH, YEARLY, recurring

DAY = (
    rf"(?:truoc {HOUR} |(?P<before>truoc ))?(?:ngay )?(?:mung |mong )?"
    r"(?P<day>0?[1-9]|[12]\d|3[01])"
)
""" "Trước 16 giờ ngày 18" leaves that very day."""
SPAN = rf"(?:tu (?:ngay )?\d{{1,2}} (?:den |- ?)|\d{{1,2}} ?- ?)?{DAY}"
""" "Từ ngày 15 đến ngày 20": the last of them."""
MONTH_OF = {"dau": 1, "giua": 2, "thu nhat": 1, "thu hai": 2, "thu ba": 3}
PERIODS = {"quy": Recurs.QUARTERLY, "nua nam": Recurs.HALF_YEARLY}
REPORT_OF = re.compile(
    r"\b(?:(?:bao cao|so ket|tong ket|dinh ky|hang|ca) )*(?:0?6 thang(?: dau nam| cuoi nam)?|nam)"
    r"[:,]? \(?(?=truoc |ngay |cham nhat |\d{1,2}/)"
)
""" "6 tháng (trước ngày 15/6), năm (trước ngày 15/12)": of which report a day is."""


OF_MONTHS = re.compile(
    r"(?P<day>\b\d{1,2}) (?:cac )?thang "
    r"(?P<months>\d{1,2}(?:(?:, (?:va )?| va )(?:thang )?\d{1,2}\b)+)(?! thang)"
)
""" "Ngày 20 các tháng 3, 6, 9 và 12"."""
ONE_OF_SEVERAL = re.compile(
    r"(?:(?:so ket|tong ket|bao cao|kiem tra|danh gia|ky|dot|lan)"
    r"(?: (?:\d|[iv]{1,3}|6 thang|nam))?:? )?"
    r"(?P<how>truoc |cham nhat |muon nhat |vao )?(?P<day>(?:ngay )?\d{1,2}[/.-]\d{1,2})"
)
""" "Sơ kết trước ngày 30/6": one of several days of a year."""


def read_each_month_by(words: str, issued_on: date) -> Deadline | None:
    """A day of every month: "ngày 25 hằng tháng", "trước ngày 20 hằng tháng" (the 19th)."""
    rest = re.sub(rf",? ?(?:cua )?{EACH} thang,?(?= |$)", "", words, count=1)
    if rest == words:
        return None
    rest = re.sub(r"^bao cao thang,? ", "", rest.strip("(), "))
    day = re.fullmatch(SPAN, strip_filler(rest))
    return _on_day(Recurs.MONTHLY, 1, day, issued_on) if day else None


def read_each_quarter_by(words: str, issued_on: date) -> Deadline | None:
    """A day of one of its months: "ngày 15 tháng cuối quý", "trước ngày 05 tháng đầu quý sau"."""
    words = re.sub(r"^bao cao (quy),? ", r"hang \1, ", words)
    rest = re.sub(rf"^{EACH} (?:quy|nua nam),? |,? {EACH} (?:quy|nua nam)$", "", words)
    found = re.fullmatch(
        rf"{SPAN},? (?:cua )?thang (?P<month>dau(?: tien)?|giua|cuoi(?: cung)?|thu (?:nhat|hai|ba))"
        rf"(?: (?:cua )?(?:{EACH} )?(?P<period>quy|nua nam)(?: (?:sau|tiep theo|ke tiep))?)?",
        strip_filler(rest.strip("(), ").replace("(", "")),
    )
    period = found and (found["period"] or re.search("quy|nua nam", words))
    if found is None or not period:
        return None
    recurs = PERIODS[period if isinstance(period, str) else period[0]]
    month = MONTH_OF.get(found["month"].removesuffix(" tien"), MONTHS[recurs])
    return _on_day(recurs, month, found, issued_on)


def read_days_of_each_year(words: str, issued_on: date) -> Deadline | None:
    """Several days of every year: "trước 15/6 và 15/12 hằng năm", "tháng 3 và tháng 9".

    Those on which periods of one length end are that period's; others are all named, unless they
    are one stretch: "tháng 5, 6 hằng năm" ends with June.
    """
    rest = re.sub(rf" ?\({YEARLY}\)|,? ?(?:{YEARLY}|{EACH} quy)[,;]?(?= |$)", "", words, count=1)
    rest = re.sub(r"^\(([^()]+)\)$", r"\1", rest.strip(", "))  # "Hằng năm (quý II, IV)"
    spelled = REPORT_OF.sub("", rest.removeprefix("cac "))
    spelled = OF_MONTHS.sub(_of_each_month, spelled)
    if spelled == words or re.search(r"\d{4}", rest):
        return None
    rest = strip_filler(re.sub(r" \(\D+?\)", "", spelled).replace(")", ""))
    ends = [
        date(COMMON_YEAR, month, day)
        for month, day in moments.read_month_ends(rest, year=COMMON_YEAR)
    ] or _named_days(rest)
    months = sorted({day.month for day in ends})
    if len(months) < len(ends) or len(months) < 2:
        return None
    stretch = moments.read_limit(rest, year=COMMON_YEAR)
    named = ends[-1:] if stretch else sorted(ends)
    evenly = _evenly(sorted(ends), issued_on)
    if re.search(rf"{EACH} quy\b", words):
        return evenly if evenly and evenly.recurs is Recurs.QUARTERLY else None
    return evenly or recurring(Recurs.YEARLY, ",".join(f"{day:%m-%d}" for day in named), issued_on)


def _of_each_month(found: re.Match[str]) -> str:
    return ", ".join(f"{found['day']}/{month}" for month in re.findall(r"\d+", found["months"]))


def _named_days(words: str) -> list[date]:
    """The last days in time of "trước 15/6 và 15/12", in a common year; none if a part is none.

    "Trước" is said of all that follow without a preposition of their own.
    """
    words = re.sub(r"(?<=\d) thang (?=\d)", "/", words)
    found: list[date] = []
    before = False
    for part in re.split(r", (?:va )?| va |; | & | hoac ", words):
        day = ONE_OF_SEVERAL.fullmatch(part.strip())
        span = read_span(day["day"], year=COMMON_YEAR) if day else None
        if day is None or span is None or span.unit != "day":
            return []
        before = day["how"] == "truoc " if day["how"] else before
        found.append((span.first - timedelta(days=before)).replace(year=COMMON_YEAR))
    return found


def _evenly(days: list[date], issued_on: date) -> Deadline | None:
    """The same day of months evenly apart; None unless they are a whole year's."""
    months, apart = [day.month for day in days], 12 // len(days)
    whole = all(day == last_of_month(day.year, day.month) for day in days)
    if months != list(range(months[0], 13, apart)) or months[0] > apart:
        return None
    recurs = BY_MONTHS.get(apart)
    if recurs is None or not (whole or len({day.day for day in days}) == 1):
        return None
    kept = write_recurs_due(recurs, months[0], None if whole else days[0].day)
    return recurring(recurs, kept, issued_on)


def _on_day(recurs: Recurs, month: int, day: re.Match[str], issued_on: date) -> Deadline | None:
    last = int(day["day"]) - (1 if day["before"] else 0)
    return recurring(recurs, write_recurs_due(recurs, month, last), issued_on)
