"""Deadlines of every week: "Hằng tuần", "Trước 15 giờ thứ Năm hằng tuần".

The rule has the form of those in `recurring`.
"""

import re
from datetime import date

from db.enums import Recurs
from plans.deadlines.deadline import Deadline
from plans.deadlines.filler import WEEKDAY, strip_filler
from plans.deadlines.recurrence import SUNDAY
from plans.deadlines.recurring import EACH, MEETING, recurring

WEEKDAYS = ("hai 2", "ba 3", "tu 4", "nam 5", "sau 6", "bay 7", "nhat cn")
"""The last word of each day's name, Monday first."""
EACH_WEEK = re.compile(
    rf",? ?\(?(?:dinh ky )?(?:vao )?(?:cua )?(?:{EACH} tuan|trong tuan {EACH} tuan)\)?,?"
    r"(?: (?:mot|0?1) lan,?)?(?= |$)"
    r"|^(?:dinh ky )?(?:(?:(?:0?1|mot) )?tuan[ /](?:mot|0?1)? ?lan"
    r"|(?:0?1 |mot )?lan/ ?(?:0?1 )?tuan)$"
)
BY_WEEKDAY = re.compile(
    r"(?:(?P<before>truoc)|vao|cham nhat(?: la)?|den)? ?"
    r"(?P<hour>\d\d?[ ]?(?:gio|h|g|:)(?:[ ]?\d\d)?(?:[ ]phut)?,? )?"
    rf"(?:(?:cuoi )?(?:buoi )?(?:sang|chieu|trua|toi) )?(?:vao )?(?:ngay )?(?P<day>{WEEKDAY})"
)
""" "Chiều thứ Sáu", "trước 15 giờ thứ Năm": that very day; "trước thứ Sáu": the day before."""
ENDS = r"(?:vao )?(?:cuoi|ngay cuoi(?: cung)?)"
LAST_WORKED = r"ngay lam viec cuoi(?: cung)?"
FRIDAY = "5"


def read_each_week(words: str, issued_on: date) -> Deadline | None:
    """Every week, its last day or the weekday that is named."""
    rest = EACH_WEEK.sub("", words, count=1)
    if rest == words:
        return None
    rest = re.sub(rf"^(?:{MEETING} )+", "", strip_filler(rest.strip("(), ")))
    if not rest or re.fullmatch(ENDS, rest):
        return recurring(Recurs.WEEKLY, None, issued_on)
    if re.fullmatch(LAST_WORKED, rest):
        return recurring(Recurs.WEEKLY, FRIDAY, issued_on)
    named = BY_WEEKDAY.fullmatch(rest)
    if named is None:
        return None
    word = named["day"].split()[-1]
    day = next(place for place, names in enumerate(WEEKDAYS, 1) if word in names.split())
    if named["before"] and not named["hour"]:
        day = day - 1 or SUNDAY
    return recurring(Recurs.WEEKLY, str(day), issued_on)
