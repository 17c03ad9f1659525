"""Where a table of tasks is over though its rows go on: a sheet of a workbook, or a scanned page,
holds the paper's closing part in rows of the same table."""

import re
from collections.abc import Sequence

from plans.files.document import TableRow
from plans.words import clean, fold

RECEIVED = re.compile(r"noi nhan\b ?:?")
SIGNED = re.compile(r"(?:TM|T/M|KT|TL|TUQ|Q)\. ?[A-ZĐÀ-Ỹ]{2}|T/M [A-ZĐÀ-Ỹ]{2}")
""" "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH": who signs, and for whom."""
CARRIED_OUT = re.compile(r"(?:[ivx]{1,4}|[a-h]|\d)[.)-]? (?:to chuc thuc hien|che do bao cao)\b")
"""The heading behind a plan's last table, unless rows with cells of their own stand under it."""


def closes(rows: Sequence[TableRow]) -> bool:
    """Whether the first of these rows, the next one beside it, is no more of the table's."""
    said = [clean(cell.text) for cell in rows[0].cells if cell.text and not cell.continued]
    if any(SIGNED.match(text) for text in said) or (said and RECEIVED.match(fold(said[0]))):
        return True
    below = [cell for row in rows[1:] for cell in row.cells if cell.text and not cell.continued]
    return is_closing_heading(" ".join(said)) and len(said) <= 2 and len(below) <= 1


def is_closing_heading(text: str) -> bool:
    return CARRIED_OUT.match(fold(text)) is not None
