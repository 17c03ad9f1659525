"""A header of a table that kept its cells, read: what its rows are, what each column holds."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plans.columns import Column
from plans.files.document import Document, Table, TableRow
from plans.tables.head_words import (
    COLUMN_SIGN,
    LONGEST_HEADING,
    LONGEST_SIGN,
    PERSON,
    bare,
    column_of,
    is_heading_text,
)
from plans.tables.heads import HeadColumn, Heads, Subject
from plans.tables.marked_times import TIME, time_columns

HEADER_ROWS = 3
"""A header of three rows: "Thời gian", under it "Năm 2025", under it "(5)"."""
SHARED = re.compile(r"(?:chu tri|thuc hien)\b.*phoi hop")
"""How a column is headed that names who leads and who helps: "Cơ quan chủ trì, phối hợp"."""
NAMING = 2 / 3
"""Of its cells at least so many name what a task has, where not all are of header words: beside
"CQ chủ trì" stands "Cấp có thẩm quyền ban hành"."""
MAIN_WORDS = (
    r"noi ?dung|nhiem ?vu|cong ?viec",
    r"chu ?tri|phoi ?hop|thuc ?hien$",
    r"san ?pham",
    r"thoi ?(?:han|gian)",
)
"""The words of a header, a pattern a column, by which two heads run together are told."""
TARGETS = re.compile(r"(?:noi dung )?(?:ten )?(?:cac )?(?:chi|muc) tieu")
"""How the column that names a target is headed."""
UNIT = re.compile(r"don vi(?: tinh)?$|dvt")
TELLING = {Column.LEAD, Column.COORDINATING, Column.DEADLINE, Column.MONTH}
"""One of them stands beside the work in every table of tasks."""
TIMED = {Column.START, Column.DEADLINE, Column.MONTH}
PROJECTS = re.compile(r"(?:ten |danh muc )?(?:cac )?(?:du an|cong trinh)\b")
"""How the column of a list of projects is headed, which assigns work only where it says when."""


def read_header(rows: Sequence[TableRow]) -> tuple[Heads | None, int]:
    """The columns that the first of these rows head, and how many rows the header takes.

    (None, 0) where they are no header. Of two columns that name the task, the first is the one
    above it ("Nhiệm vụ" and "Nhiệm vụ cụ thể").
    """
    if not _may_head(rows[0]):
        return None, 0
    count = 1
    while count < min(HEADER_ROWS, len(rows)) and _heads_on(rows[count]):
        count += 1
    edges = sorted({edge for row in rows[:count] for c in row.cells for edge in (c.left, c.right)})
    named = [
        (_said_over(rows[:count], left, right), left, right) for left, right in pairwise(edges)
    ]
    times = time_columns(named)
    spans = {(left, right) for _, left, right in times}
    columns = _name_columns(
        [("" if (left, right) in spans else said, left, right) for said, left, right in named]
    )
    held = {column.holds for column in columns}
    targets = any(TARGETS.match(said) for said, _, _ in named)
    if targets and (times or not _works_towards(named)):
        return Heads(Subject.INDICATORS, _name_columns(named)), count
    projects = any(PROJECTS.match(said) for said, _, _ in named) and not (held & TIMED or times)
    if Column.CONTENT in held and (held & TELLING or times) and not projects:
        shared = any(SHARED.search(said) for said, _, _ in named)
        return (
            Heads(
                Subject.TASKS,
                columns,
                shares_lead=shared and Column.COORDINATING not in held,
                times=times,
                run_together=any(_names_two(said) for said, _, _ in named),
            ),
            count,
        )
    return None, 0


def _names_two(said: str) -> bool:
    """Whether one head has the words of two columns, other than of who leads and who helps."""
    return sum(re.search(words, said) is not None for words in MAIN_WORDS) > 1


def _works_towards(named: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a table with a column of targets has the work towards them, who does it and when."""
    held = {column_of(said) for said, _, _ in named if not TARGETS.match(said)}
    counted = any(UNIT.match(said) for said, _, _ in named)
    return Column.CONTENT in held and Column.LEAD in held and not counted


def has_task_tables(document: Document) -> bool:
    """Whether any table of the document has the header of a table of tasks."""
    return any(heads.subject is Subject.TASKS for heads in _headers(document))


def _headers(document: Document) -> Iterator[Heads]:
    for block in document.blocks:
        if isinstance(block, Table):
            for at in range(len(block.rows)):
                heads, _ = read_header(block.rows[at : at + HEADER_ROWS])
                if heads is not None:
                    yield heads


def _may_head(row: TableRow) -> bool:
    """Whether the row is made of words that head columns, and of three columns at least."""
    filled = [bare(cell.text) for cell in row.cells if cell.text]
    heading = [
        text for at, text in enumerate(filled) if is_heading_text(text) or (not at and _signs(text))
    ]
    if len(filled) > 2 and len(heading) >= max(len(filled) - 1, 2):
        return True
    named = [column_of(text) for text in filled if len(text) <= LONGEST_HEADING]
    told = {column for column in named if column is not None}
    counted = Column.CONTENT in told and bool(told & {Column.LEAD, Column.DEADLINE})
    sure = len(heading) > 2 if Column.NO in told else len(told) > 2 and len(heading) > 1
    dated = any(re.search(r"\d", text) for text in filled)
    return counted and sure and not dated and len(told) >= NAMING * len(filled)


def _signs(first: str) -> bool:
    """Whether the first of a header's cells is a short sign, as a scan leaves "TT" ("T+T")."""
    return len(first) <= LONGEST_SIGN and re.search(r"\d", first) is None


def _heads_on(row: TableRow) -> bool:
    """Whether a row goes on with the header above it."""
    own = [cell.text for cell in row.cells if cell.text and not cell.continued]
    if not own:
        return any(cell.continued for cell in row.cells)
    signs = [COLUMN_SIGN.fullmatch(text.strip()) is not None for text in own]
    short = all(len(text.strip()) <= LONGEST_SIGN for text in own)
    if all(signs) or (short and sum(signs) > len(own) / 2 and "(" in "".join(own)):
        return len(own) > 2
    merged = any(cell.continued for cell in row.cells)
    said = [bare(text) for text in own]
    return merged and all(is_heading_text(text) or TIME.fullmatch(text) for text in said)


def _said_over(rows: Sequence[TableRow], left: int, right: int) -> str:
    """What the header says over a column, from its uppermost row down."""
    over = [
        bare(cell.text)
        for row in rows
        for cell in row.cells
        if not cell.continued and cell.left < right and left < cell.right
    ]
    months = any(re.search(r"\bthang\b", text) for text in over)  # "1" to "12" below it
    return " ".join(text for text in over if text and (months or not COLUMN_SIGN.fullmatch(text)))


def _name_columns(named: Sequence[tuple[str, int, int]]) -> tuple[HeadColumn, ...]:
    """What the columns under these words hold, no two the same."""
    found = [column_of(said) for said, _, _ in named]
    persons = [bool(PERSON.match(said)) for said, _, _ in named]
    others = {column for column, person in zip(found, persons, strict=True) if not person}
    held: list[Column | None] = []
    for column, person in zip(found, persons, strict=True):
        if person and Column.LEAD in others:
            column = None
        if column is Column.CONTENT and column in held:
            held[held.index(column)] = Column.PARENT
        elif column in held:
            column = None
        held.append(column)
    if held and held[0] is None and len(named[0][0]) <= LONGEST_SIGN:
        held[0] = Column.NO
    if Column.PARENT in held and Column.CONTENT not in held:  # "Tiêu chí" with its work under it
        held[held.index(Column.PARENT)] = Column.CONTENT
    return tuple(
        HeadColumn(column, left, right)
        for column, (_, left, right) in zip(held, named, strict=True)
    )
