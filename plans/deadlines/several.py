"""Several days in one cell, of several places, rounds or steps."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from db.enums import DeadlineKind
from plans.deadlines import moments
from plans.deadlines.deadline import Deadline
from plans.deadlines.filler import strip_filler
from plans.deadlines.single import read_by

ROUND = r"(?:dot|lan|vong|giai doan|buoc|cap|phan) (?:\d|[iv]{1,3})"
STEPS = tuple(
    re.compile(form)
    for form in (
        rf"(?:[^:;\d]+|{ROUND}): (?P<time>.+)",
        r"[a-z ]{2,40}? (?P<time>(?:truoc|cham nhat|(?:hoan thanh|xong) trong) .+)",
        rf"(?:hoan thanh |bao cao )?(?:{ROUND}|\d{{1,3}} ?%)"
        r"(?: (?:trong|vao))? (?P<time>(?:truoc|cham nhat|thang|quy|nam|ngay) .+)",
        r"(?:trong |den )?(?P<time>nam \d{4}|(?:thang|quy) [^:;,]*\d{4}):? [a-z ]+\d{1,3} ?%",
        rf"(?P<time>[^:;]+?)(?:: (?:[^\d:;]+|\d{{1,3}} ?%.*)| \((?:[^\d()]+|{ROUND})\))",
        r"(?P<time>[^:;]+\d{4})(?: [a-z]+){1,4}",
        r"(?:bao cao|trinh|so ket|tong ket|ban hanh|du thao|xay dung|hoan thanh)"
        r"(?: [a-z]+| 6 thang| nam){0,3} (?P<time>(?:(?:truoc|cham nhat|trong) [^:;]+)?\d{4})",
        r"(?P<time>\d{4})",
        r"(?P<time>[^:;]*\d[/.-]\d[^:;]*|[^:;]*\b(?:quy|thang) [^:;]*\d{4})",
    )
)
"""One of several: what is done and its time, the time and what is done in it, the time alone."""


def read_several(words: str, issued_on: date) -> Deadline | None:
    """Several days for several places, rounds or steps: the earliest (labels: "Rules for dates").

    "Cấp xã: 9/2025; cấp thôn: 12/2025", "Đợt 1: 30/10/2025; đợt 2: 30/12/2025", "Năm 2025: thí
    điểm; năm 2026: nhân rộng".
    """
    for mark in (r"; |, (?=[^,:;]+: )|\. (?=[^.:;]+: )| - (?=[^:;\d]+: )", "[;,] ", r"(?<=\)) va "):
        parts = re.split(mark, words)
        dated = _all_dated(parts, issued_on) if len(parts) > 1 else None
        if dated:
            earliest = min(dated, key=lambda reading: reading.due or date.max)
            return replace(earliest, several=True)
    listed = strip_filler(words)
    due = moments.read_first_of_several(listed)
    if due is None:  # "Quý II và quý IV" of a plan of 2026
        ahead = moments.read_first_of_several(listed, year=issued_on.year)
        due = ahead if ahead and ahead >= issued_on else None
    if due is None or not moments.is_sensible(due, issued_on):
        return None
    return Deadline(DeadlineKind.BY, due=due, several=True)


def _all_dated(parts: Sequence[str], issued_on: date) -> list[Deadline] | None:
    """What the parts say, if each of them names a day: most words tried as a deadline do not."""
    dated: list[Deadline] = []
    for part in parts:
        reading = _read_step(part, issued_on)
        if reading is None or reading.due is None:
            return None
        dated.append(reading)
    return dated


def _read_step(part: str, issued_on: date) -> Deadline | None:
    for form in STEPS:
        step = form.fullmatch(part)
        reading = read_by(step["time"], issued_on) if step else None
        if reading is not None:
            return reading
    return None
