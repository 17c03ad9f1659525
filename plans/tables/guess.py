"""The columns of a table that prints no header, or lost it: a photo of a page, a scan's faint line.

What stands in them tells: numbers, agencies, times, and the longest words, which are the work.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plans.agencies.heads import begins_agency
from plans.agencies.keys import is_collective
from plans.columns import Column
from plans.files.document import Document, Table, TableRow
from plans.tables.head_words import is_of_header_words
from plans.tables.headers import HEADER_ROWS, read_header
from plans.tables.heads import HeadColumn, Heads, Subject
from plans.tables.rows import ROW_NUMBER
from plans.tables.times import is_time
from plans.words import clean

FEWEST_COLUMNS, FEWEST_ROWS = 4, 2
MOST = 0.6
"""The share of a column's filled cells that say the same of it."""
LONGEST_NAME = 30
"""In letters: of a column's name."""


def guess_heads(table: Table) -> Heads | None:
    """The columns that the cells themselves show; None unless work, its lead and its time are
    among them."""
    shapes = Counter(_edges(row) for row in table.rows)
    edges, count = shapes.most_common(1)[0]
    if len(edges) < FEWEST_COLUMNS or count < FEWEST_ROWS:
        return None
    rows = [row for row in table.rows if _edges(row) == edges and not is_of_header_words(row)]
    cells = [[clean(row.cells[at].text) for row in rows] for at in range(len(edges))]
    kinds = _kinds([[text for text in column if text] for column in cells])
    if not {Column.CONTENT, Column.LEAD, Column.DEADLINE} <= set(kinds):
        return None
    columns = tuple(HeadColumn(kind, *edge) for kind, edge in zip(kinds, edges, strict=True))
    return Heads(Subject.TASKS, columns)


def complete_heads(heads: Heads, rows: Sequence[TableRow]) -> Heads:
    """The header with the column of times, or of who leads, that its words do not name ("Bao giờ
    xong", "Ai làm") and the cells under it do."""
    if heads.subject is not Subject.TASKS or heads.times:
        return heads
    columns = list(heads.columns)
    for wanted, told in ((Column.DEADLINE, is_time), (Column.LEAD, begins_agency)):
        if heads.holds(wanted):
            continue
        for at, (column, left, right) in enumerate(columns):
            texts = [
                clean(cell.text)
                for row in rows
                for cell in row.cells
                if (cell.left, cell.right) == (left, right) and cell.text and not cell.continued
            ]
            if column is None and len(texts) >= FEWEST_ROWS and _mostly(map(told, texts)):
                columns[at] = HeadColumn(wanted, left, right)
                break
    return replace(heads, columns=tuple(columns))


def names_columns(row: TableRow) -> bool:
    """Whether a table's first row is its header in unusual words ("Diễn giải", "Ai", "Khi nào"):
    short ones, none of which is an agency, a time or a number."""
    said = [clean(cell.text) for cell in row.cells if cell.text]
    return len(said) >= FEWEST_COLUMNS and not any(
        len(text) > LONGEST_NAME
        or any(letter.isdigit() for letter in text)
        or begins_agency(text)
        or is_time(text)
        for text in said
    )


def shows_tasks(document: Document) -> bool:
    """Whether any table of the document shows the columns of tasks without a header."""
    return any(
        isinstance(block, Table) and not _sets_targets(block) and guess_heads(block)
        for block in document.blocks
    )


def _sets_targets(table: Table) -> bool:
    heads, _ = read_header(table.rows[:HEADER_ROWS])
    return heads is not None and heads.subject is Subject.INDICATORS


def _edges(row: TableRow) -> tuple[tuple[int, int], ...]:
    return tuple((cell.left, cell.right) for cell in row.cells)


def _kinds(columns: Sequence[Sequence[str]]) -> list[Column | None]:
    found: list[Column | None] = [None] * len(columns)
    for at, texts in enumerate(columns):
        if not texts:
            continue
        if Column.NO not in found and _mostly(ROW_NUMBER.fullmatch(text) for text in texts):
            found[at] = Column.NO
        elif Column.START not in found and _mostly(map(is_time, texts)):
            if Column.DEADLINE in found:  # the days to begin and to end on
                found[found.index(Column.DEADLINE)] = Column.START
            found[at] = Column.DEADLINE
        elif _mostly(begins_agency(text) or is_collective(text) for text in texts):
            lead = Column.LEAD not in found
            found[at] = Column.LEAD if lead else Column.COORDINATING
    sizes = {
        at: sum(map(len, texts)) for at, texts in enumerate(columns) if texts and not found[at]
    }
    if sizes:
        content = max(sizes, key=lambda at: sizes[at])
        found[content] = Column.CONTENT
        behind = [at for at in sizes if at > content]
        if behind:
            found[behind[0]] = Column.PRODUCT
    return found


def _mostly(found: Iterable[object]) -> bool:
    told = [bool(one) for one in found]
    return sum(told) >= MOST * len(told)
