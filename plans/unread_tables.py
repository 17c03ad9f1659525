"""Tables of work that no reader took: their lines are left over, so that no task is lost unseen."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from plans.agencies.heads import begins_agency
from plans.body.tables import CLOSES
from plans.files.document import BETWEEN_CELLS, Document, Table, TableRow
from plans.files.errors import LostColumnsError, NoTasksError, UnknownColumnsError
from plans.parsed import Leftover, ParsedPlan
from plans.source import Line
from plans.tables.times import is_time
from plans.words import clean, fold

KEEP_CELLS = (".docx", ".xlsx")
TABLE_SIGN = re.compile(r"s?tt|st|so tt")
"""What heads the numbers of a table, alone on its line."""
HIDDEN = "hidden"
"""The source of what a file has and does not show."""
FEWEST_CELLS, FEWEST_ROWS = 3, 2
LONG = 25
"""In letters: the work of a row is longer, the names and posts of a list of members shorter."""
HEADER = re.compile(r"(?:so )?s?tt\b.*\b(?:noi dung|nhiem vu|cong viec|hoat dong|ten viec)\b")
"""How the header of a table of work begins, in whatever state its other words are."""
HEADED_WITHIN = 6
"""The lines that such a header may take, "TT" on the first of them."""


def find_unread_tables(document: Document, plan: ParsedPlan) -> Iterator[Leftover]:
    """The rows one after another, of a table or a part of one, that give work to agencies or say
    when, of which none is a task or a target, and which are not left over already."""
    taken = {row.line for row in plan.tasks} | {row.line for row in plan.indicators}
    taken |= {left.line for left in plan.leftovers}
    for block in document.blocks:
        rows = [row for row in block.rows if row.text] if isinstance(block, Table) else []
        for read, run in groupby(rows, lambda row: row.place.line in taken):
            unread = list(run)
            if not read and _gives_work(unread):
                yield from (Leftover("body", row.place.line, row.text, row.place) for row in unread)


def why_no_tasks(plan: ParsedPlan, name: str) -> NoTasksError:
    """Why a plan of a file so named has no task: there is none, or its table was not understood."""
    left_over = [left for left in plan.leftovers if left.source != HIDDEN]
    if PurePath(name).suffix.lower() in KEEP_CELLS:
        tables = any(BETWEEN_CELLS in left.text for left in left_over)
        return UnknownColumnsError() if tables else NoTasksError()
    begun = any(
        left.source.startswith("annex-") or TABLE_SIGN.fullmatch(fold(left.text))
        for left in left_over
    )
    return LostColumnsError() if begun else NoTasksError()


def _gives_work(rows: Sequence[TableRow]) -> bool:
    cells = [[clean(cell.text) for cell in row.cells if cell.text] for row in rows]
    full = [row for row in cells if len(row) >= FEWEST_CELLS]
    given = [
        row
        for row in full
        if max(map(len, row)) >= LONG and any(begins_agency(t) or _says_time(t) for t in row)
    ]
    return len(given) >= max(FEWEST_ROWS, len(full) / 2)


def _says_time(text: str) -> bool:
    return bool(re.search(r"\d|[Tt]hường|[Hh][àằ]ng", text)) and is_time(text)


def lines_of_unread_tables(lines: Sequence[Line], read: Collection[int]) -> tuple[Line, ...]:
    """The lines under every header of work, as far as the table may reach, where none of them is
    of a row that was `read`, by its number."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        if not _heads(lines, at):
            at += 1
            continue
        end = next(
            (to for to in range(at + 1, len(lines)) if CLOSES.match(fold(lines[to].text))),
            len(lines),
        )
        if not any(line.number in read for line in lines[at:end]):
            found += lines[at:end]
        at = end
    return tuple(found)


def _heads(lines: Sequence[Line], at: int) -> bool:
    if re.match(r"(?:s?tt|so(?: tt)?)\b", fold(lines[at].text)) is None:
        return False
    return (
        HEADER.match(fold(" ".join(line.text for line in lines[at : at + HEADED_WITHIN])))
        is not None
    )
