"""How much of a table's reading makes sense, to choose between two of them."""

from datetime import date

from plans.agencies.heads import begins_agency
from plans.annexes import AnnexRows, Row
from plans.deadlines.read import UNREADABLE, read_deadline
from plans.restore import restore_text

DOUBTED = frozenset(["cells_unsure", "number_missing"])


def count_sure(found: AnnexRows, counted_from: date) -> int:
    """How many rows have an agency that leads and a deadline that can be read, as far as the table
    has deadlines, and no doubt about whose words they are."""
    timed = any(row.deadline for row in found.rows)
    return sum(_is_sure(row, counted_from, timed=timed) for row in found.rows)


def _is_sure(row: Row, counted_from: date, *, timed: bool) -> bool:
    if DOUBTED & set(row.doubts) or not row.lead:
        return False
    if not begins_agency(restore_text(row.lead).text):
        return False
    until = restore_text(row.deadline or "").text
    read = read_deadline(until, issued_on=counted_from).kind is not UNREADABLE.kind
    return not timed or bool(until and read)
