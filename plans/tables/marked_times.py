"""Columns of times in which a row's cells only mark when it is done: "x" under "2026", "Quý I"."""

import re
from collections.abc import Sequence

from plans.files.document import TableRow
from plans.words import clean

TIME = re.compile(
    r"(?:.* )?(?:(?:nam )?(?P<year>20[2-5]\d)|quy (?P<quarter>iv|i{1,3}|[1-4])"
    r"|(?:thang|t) ?(?P<month>1[0-2]|0?[1-9]))"
    r"(?:/(?P<of>20[2-5]\d))?"
)
"""What stands over such a column, folded, perhaps under "Lộ trình thực hiện"."""
MONTH_OF_YEAR = re.compile(
    r"(?:.* )?thang\b(?:.*\bnam (?P<of>20[2-5]\d))?(?: \D*)? (?P<month>1[0-2]|0?[1-9])"
)
""" "Tháng thực hiện trong năm 2026" over the bare numbers of the months."""
MARK = re.compile(r"[xX×+*✓✔•●√v]")
FEWEST = 2
"""So many columns at least: one alone heads something else ("Kinh phí năm 2026")."""

TimeColumns = tuple[tuple[str, int, int], ...]


def time_columns(named: Sequence[tuple[str, int, int]]) -> TimeColumns:
    """The columns that are times, each by what it names; none where fewer than two are."""
    found = [(_read(said), left, right) for said, left, right in named]
    told = tuple((time, left, right) for time, left, right in found if time is not None)
    return told if len(told) >= FEWEST else ()


def marked_time(row: TableRow, times: TimeColumns) -> str | None:
    """From the first to the last time that the row marks; None where it marks none, or where
    anything else stands under the times."""
    marked: list[str] = []
    for said, left, right in times:
        over = [cell for cell in row.cells if cell.left < right and left < cell.right]
        texts = [clean(cell.text) for cell in over if clean(cell.text).strip("-–")]
        if any(not MARK.fullmatch(text) for text in texts):
            return None
        marked += [said] * bool(texts)
    if not marked:
        return None
    return marked[0] if len(marked) == 1 else f"{marked[0]} - {marked[-1]}"


def _read(said: str) -> str | None:
    """The time that a head says, as a plan writes it."""
    if month := MONTH_OF_YEAR.fullmatch(said):
        return f"Tháng {month['month']}" + (f"/{month['of']}" if month["of"] else "")
    time = TIME.fullmatch(said)
    if time is None or time["year"]:
        return str(time["year"]) if time else None
    told = f"Quý {time['quarter'].upper()}" if time["quarter"] else f"Tháng {time['month']}"
    return f"{told}/{time['of']}" if time["of"] else told
