"""Deadlines on a day of every month, quarter or half-year: "trước ngày 20 của tháng cuối quý".

The rules have the form of those in `recurring`.
"""

import re
from datetime import date

from db.enums import Recurs
from plans.deadlines import moments
from plans.deadlines.deadline import Deadline
from plans.deadlines.filler import strip_filler
from plans.deadlines.recurrence import MONTHS, last_of_month, write_recurs_due
from plans.deadlines.recurring import BY_MONTHS, COMMON_YEAR, EACH, YEARLY, recurring

DAY = r"(?P<before>truoc )?(?:ngay )?(?P<day>0?[1-9]|[12]\d|3[01])"
SPAN = rf"(?:tu (?:ngay )?\d{{1,2}} (?:den |- ?)|\d{{1,2}} ?- ?)?{DAY}"
""" "Từ ngày 15 đến ngày 20": the last of them."""
MONTH_OF = {"dau": 1, "giua": 2, "thu nhat": 1, "thu hai": 2, "thu ba": 3}
PERIODS = {"quy": Recurs.QUARTERLY, "nua nam": Recurs.HALF_YEARLY}
REPORT_OF = re.compile(
    r"\b(?:(?:bao cao|so ket|tong ket|dinh ky|hang|ca) )*(?:6 thang(?: dau nam| cuoi nam)?|nam)"
    r"[:,]? \(?(?=truoc |ngay |cham nhat |\d{1,2}/)"
)
""" "6 tháng (trước ngày 15/6), năm (trước ngày 15/12)": of which report a day is."""


def read_each_month_by(words: str, issued_on: date) -> Deadline | None:
    """A day of every month: "ngày 25 hằng tháng", "trước ngày 20 hằng tháng" (the 19th)."""
    rest = re.sub(rf",? ?(?:cua )?{EACH} thang,?(?= |$)", "", words, count=1)
    if rest == words:
        return None
    day = re.fullmatch(SPAN, strip_filler(rest.strip("(), ")))
    return _on_day(Recurs.MONTHLY, 1, day, issued_on) if day else None


def read_each_quarter_by(words: str, issued_on: date) -> Deadline | None:
    """A day of one of its months: "ngày 15 tháng cuối quý", "trước ngày 05 tháng đầu quý sau"."""
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
    """The same day of months evenly apart: "trước 15/6 và 15/12 hằng năm", "tháng 3 và tháng 9".

    Days that are not evenly apart have no period of ours and are not read.
    """
    rest = re.sub(rf" ?\({YEARLY}\)|,? ?{YEARLY}[,;]?(?= |$)", "", words, count=1)
    spelled = REPORT_OF.sub("", rest)
    if spelled == words or re.search(r"\d{4}", rest):
        return None
    rest = strip_filler(spelled.replace(")", ""))
    ends = moments.read_month_ends(rest, year=COMMON_YEAR)
    if ends and all(last_of_month(COMMON_YEAR, month).day == day for month, day in ends):
        return _evenly([month for month, _ in ends], None, issued_on)
    rest = re.sub(r"(?<=\d) thang (?=\d)", "/", rest)
    one = rf"{DAY}/(?P<month>\d{{1,2}})"
    days = [re.fullmatch(one, part.strip()) for part in re.split(r", | va |; | & ", rest)]
    found = [day for day in days if day]
    if len(found) < len(days) or len({int(day["day"]) for day in found}) > 1:
        return None
    before = found[0]["before"] is not None  # "trước 15/6 và 15/12" says it of both
    if not before and any(day["before"] for day in found):
        return None
    return _evenly([int(d["month"]) for d in found], int(found[0]["day"]) - before, issued_on)


def _evenly(months: list[int], day: int | None, issued_on: date) -> Deadline | None:
    """That day of each of the months; None unless they are a whole year's, evenly apart."""
    apart = 12 // len(months)
    if months != list(range(months[0], 13, apart)) or months[0] > apart or len(months) < 2:
        return None
    recurs = BY_MONTHS.get(apart)
    return (
        recurring(recurs, write_recurs_due(recurs, months[0], day), issued_on) if recurs else None
    )


def _on_day(recurs: Recurs, month: int, day: re.Match[str], issued_on: date) -> Deadline | None:
    last = int(day["day"]) - (1 if day["before"] else 0)
    return recurring(recurs, write_recurs_due(recurs, month, last), issued_on)
