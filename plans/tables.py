"""Tables that kept their cells, turned into the rows of annexes.

Broken text makes a reader work out where a cell ends (`plans.broken_cells`); here the cells are
given, and only three things are left to tell: which column holds what, which rows are headings,
and which rows a page break cut in two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from db.enums import DeadlineKind
from plans.agencies import begins_agency
from plans.annexes import Row, heading_number, read_number
from plans.columns import HEADER_WORDS, NAMES, Column
from plans.deadlines import read_deadline
from plans.files.document import Cell, Document, Paragraph, Table, TableRow
from plans.files.numbering import in_form
from plans.source import Line, split_lines
from plans.words import DASHES, clean, fold, join_lines

LONGEST_HEADING = 90
"""In letters, without what stands in brackets: more than this heads no column."""
HEADER_ROWS = 3
"""A header of three rows: "Thời gian", under it "Năm 2025", under it "(5)"."""
MORE_NAMES = (
    (Column.REFERENCE, r"s?tt (?:nhiem vu|muc)\b"),
    (Column.NO, r"s ?t ?t$|t ?t$"),
    (Column.LEAD, r"(?:chu tri|chiu trach nhiem)\b"),
    (Column.COORDINATING, r"phoi hop\b"),
    (Column.LEAD, r"(?:co quan|don vi|bo phan|nguoi)(?: duoc giao)?(?: thuc hien)?$"),
    (Column.LEAD, r"phan cong"),
)
"""Names of columns that say too little in running text and enough at the head of one."""
GROUP = re.compile(
    r"(?P<no>[IVXL]+|[A-HK]|(?:Thứ|thứ) \w{2,4})(?:[.):/]| [-–]|(?= )) ?(?P<title>\S.*)", re.DOTALL
)
GROUP_NUMBER = re.compile(r"(?:[IVXL]+|[A-HK]|(?:Thứ|thứ) \w{2,4})[.):]?")
ROW_NUMBER = re.compile(rf"\d{{1,3}}(?:(?:\.| ?[-{DASHES}] ?)\d{{1,3}})*[.)]?|[a-zđ][.)]")
NUMBERED = re.compile(r"(?P<no>\d{1,3}(?:\.\d{1,3})*)[.)]\s+(?P<content>\S.*)", re.DOTALL)
DASH = re.compile(rf"[-{DASHES}+•]\s*(?=\S)")
LONGEST_NUMBER = 12
"""In letters: what is longer and stands in the column of numbers numbers nothing."""
LONGEST_SIGN = 5
"""In letters: over the first column so little means "TT", however a scan has read it."""
COLUMN_SIGN = re.compile(r"[(\[]?(?:\d{1,2}|[A-Ha-h])[)\]]?")
"""What numbers the columns themselves: "(1)", "A"."""


class Subject(StrEnum):
    """What the rows of a table are."""

    TASKS = "tasks"
    INDICATORS = "indicators"


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of a table by what they hold, each from its left edge to its right one."""

    subject: Subject
    columns: tuple[tuple[Column | None, int, int], ...]

    def holds(self, column: Column) -> bool:
        return any(held is column for held, _, _ in self.columns)


@dataclass(slots=True)
class AnnexTables:
    """One annex of a document: the rows of its tables of tasks, and all its other lines.

    `indicators` are the rows of tables of targets, which are set aside.
    """

    source: str
    title: str
    lines: list[Line] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    indicators: list[TableRow] = field(default_factory=list)

    @property
    def unread(self) -> tuple[Line, ...]:
        """The lines below the first task that are part of none; those above it are a title."""
        first = min((row.line for row in self.rows), default=0)
        return tuple(line for line in self.lines if line.number > first)


@dataclass(frozen=True, slots=True)
class DocumentTables:
    """A document's lines outside of its annexes, and its annexes."""

    body: tuple[Line, ...]
    annexes: tuple[AnnexTables, ...]


def read_tables(document: Document, counted_from: date) -> DocumentTables:
    """The annexes of a document with the rows of their tables; never raises.

    A table of tasks that stands under no heading of an annex is an annex of its own, around
    which the body goes on.
    """
    reader = _Reader(document, counted_from)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            reader.take_line(block.place.line, block.text)
        else:
            reader.take_table(block)
    return DocumentTables(tuple(reader.body), tuple(reader.annexes))


class _Reader:
    """A document read block by block: the annex, table and group that it now stands in."""

    def __init__(self, document: Document, counted_from: date) -> None:
        self.counted_from = counted_from
        self.lines = {line.number: line for line in split_lines(document.text)}
        self.body: list[Line] = []
        self.annexes: list[AnnexTables] = []
        self.heads: Heads | None = None
        self.sheet: str | None = None
        self.sheet_turned = False
        self.scanned = document.scanned
        self.rows = _Rows(counted_from, scanned=document.scanned)

    def take_line(self, number: int, text: str) -> None:
        """A line outside of every table: an annex's heading, or words of the annex or body."""
        annex = heading_number(text, self._last_number())
        if annex is not None:
            self._begin_annex(annex, text)
        elif number in self.lines:
            headed = self.annexes and self.annexes[-1].title
            (self.annexes[-1].lines if headed else self.body).append(self.lines[number])

    def take_table(self, table: Table) -> None:
        """The rows of a table; without a header of its own it goes on with the one before."""
        if table.place.sheet != self.sheet:
            self._turn_to(table.place.sheet)
        elif self.heads is not None and not _goes_on(self.heads, table):
            self.heads = None
        self.rows.page_turned = True
        at = 0
        while at < len(table.rows):
            heads, taken = read_header(table.rows[at : at + HEADER_ROWS])
            if heads is not None:
                self._begin_table(heads)
            else:
                self._take_row(table.rows[at], table)
            at += max(taken, 1)

    def _take_row(self, row: TableRow, table: Table) -> None:
        title = (_sole_text(row) or "").split("\n")[0]
        if heading_number(title, self._last_number()) is not None:
            self.take_line(row.place.line, title)
        elif self.heads is None:
            self.take_line(row.place.line, row.text)
        elif self.heads.subject is Subject.INDICATORS:
            self.annexes[-1].indicators.append(row)
        elif row.text and not self.rows.take(row, table, self.heads, self.annexes[-1].rows):
            self.annexes[-1].lines.append(self.lines[row.place.line])

    def _begin_annex(self, number: int, title: str) -> None:
        self.annexes.append(AnnexTables(f"annex-{number}", title))
        self.heads = None
        self.sheet_turned = False
        self.rows = _Rows(self.counted_from, scanned=self.scanned)

    def _turn_to(self, sheet: str | None) -> None:
        """A new sheet of a workbook: an annex of its own where its name says so."""
        self.sheet = sheet
        self.heads = None
        self.sheet_turned = True
        annex = heading_number(sheet or "", self._last_number())
        if annex is not None:
            self._begin_annex(annex, sheet or "")

    def _begin_table(self, heads: Heads) -> None:
        if not self.annexes or self.sheet_turned:
            self._begin_annex(self._last_number() + 1, "")
        self.rows.page_turned = True
        self.heads = heads

    def _last_number(self) -> int:
        return int(self.annexes[-1].source.removeprefix("annex-")) if self.annexes else 0


# The header


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
    columns = _name_columns(named)
    held = {column for column, _, _ in columns}
    if any(re.match(r"(?:ten )?(?:cac )?(?:chi|muc) tieu", said) for said, _, _ in named):
        return Heads(Subject.INDICATORS, columns), count
    if Column.CONTENT in held and held & {Column.LEAD, Column.DEADLINE}:
        return Heads(Subject.TASKS, columns), count
    return None, 0


def _may_head(row: TableRow) -> bool:
    """Whether the row is made of words that head columns, and of three columns at least."""
    filled = [_bare(cell.text) for cell in row.cells if cell.text]
    heading = [text for text in filled if _is_heading_text(text)]
    return len(filled) > 2 and len(heading) >= max(len(filled) - 1, 2)


def _heads_on(row: TableRow) -> bool:
    """Whether a row goes on with the header above it."""
    own = [cell.text for cell in row.cells if cell.text and not cell.continued]
    if not own:
        return any(cell.continued for cell in row.cells)
    if all(COLUMN_SIGN.fullmatch(text.strip()) for text in own):
        return len(own) > 2
    merged = any(cell.continued for cell in row.cells)
    return merged and all(_is_heading_text(_bare(text)) for text in own)


def _is_heading_text(text: str) -> bool:
    words = re.findall(r"[a-z]+", text)
    known = sum(word in HEADER_WORDS for word in words)
    years = re.fullmatch(r"(?:nam |den nam )?20\d\d", text)
    return len(text) <= LONGEST_HEADING and bool(years or (words and known * 3 >= len(words) * 2))


def _bare(text: str) -> str:
    """The folded text without what stands in brackets."""
    return " ".join(re.sub(r"\([^)]*\)", " ", fold(text)).split())


def _said_over(rows: Sequence[TableRow], left: int, right: int) -> str:
    """What the header says over a column, from its uppermost row down."""
    over = [
        _bare(cell.text)
        for row in rows
        for cell in row.cells
        if not cell.continued and cell.left < right and left < cell.right
    ]
    return " ".join(text for text in over if text and not COLUMN_SIGN.fullmatch(text))


def _name_columns(
    named: Sequence[tuple[str, int, int]],
) -> tuple[tuple[Column | None, int, int], ...]:
    columns: list[tuple[Column | None, int, int]] = []
    for said, left, right in named:
        column = _column_of(said)
        taken = [held for held, _, _ in columns]
        if column is Column.CONTENT and column in taken:
            columns[taken.index(column)] = (Column.PARENT, *columns[taken.index(column)][1:])
        elif column in taken:
            column = None
        columns.append((column, left, right))
    if columns and columns[0][0] is None and len(named[0][0]) <= LONGEST_SIGN:
        columns[0] = (Column.NO, *columns[0][1:])
    return tuple(columns)


def _column_of(said: str) -> Column | None:
    """What the column under these words holds; None for nothing that a task has."""
    more = (column for column, words in MORE_NAMES if re.match(words, said))
    found = next(more, None) if not re.search(r"chu tri.*phoi hop", said) else Column.LEAD
    if found is not None:
        return found
    name = NAMES.search(said)
    return Column(name.lastgroup) if name is not None and name.lastgroup else None


def _goes_on(heads: Heads, table: Table) -> bool:
    """Whether a table may go on with the columns of the one before: it is about as wide."""
    left, right = heads.columns[0][1], heads.columns[-1][2]
    slack = (right - left) // 10
    return abs(table.left - left) <= slack and abs(table.right - right) <= slack


# The rows


@dataclass(slots=True)
class _Above:
    """What stands over the row now being read."""

    group: str = ""
    group_title: str = ""
    printed: str = ""
    parent: str | None = None
    dashes: int = 0

    @property
    def no(self) -> str:
        return _plain_number(self.printed)


class _Rows:
    """The rows of one annex as they come, over all its tables."""

    def __init__(self, counted_from: date, *, scanned: bool) -> None:
        self.counted_from = counted_from
        self.scanned = scanned
        self.above = _Above()
        self.page_turned = False
        self.after_heading = False
        self.number_cut = False

    def take(self, row: TableRow, table: Table, heads: Heads, rows: list[Row]) -> bool:
        """Add what the row says to the rows; false where it says nothing that a task has."""
        turned, self.page_turned = self.page_turned, False
        if self._take_heading(row, table, turned=turned):
            return True
        cells = _by_column(row, heads)
        before = self.above
        self.above = replace(before)
        found = self._read(cells, row.place.line, prints_no=heads.holds(Column.NO), turned=turned)
        if found is None:
            return False
        if rows and not self.after_heading and self._goes_on(found, cells, turned=turned):
            rows[-1] = _join(rows[-1], found, cells)
            _lengthen(rows, before, self.above)
            return True
        if found.sub == 1 and rows and _is_parent(rows[-1], found):
            self.above.parent = rows.pop().content
            found = replace(found, parent=self.above.parent)
        self.after_heading = False
        rows.append(found)
        return True

    def _take_heading(self, row: TableRow, table: Table, *, turned: bool) -> bool:
        """Read a row as the heading of a group, or as the rest of one that a page cut in two."""
        filled = [cell for cell in row.cells if cell.text and not cell.continued]
        first = clean(filled[0].text)
        number, title = "", first
        across = filled[-1].right - filled[-1].left > (table.right - table.left) * 0.6
        if len(filled) == 2 and (
            GROUP_NUMBER.fullmatch(first.replace(" ", ""))
            or (across and len(first) <= LONGEST_NUMBER)
        ):
            number, title = first.replace(" ", ""), filled[1].text
        elif len(filled) == 1:
            numbered = GROUP.fullmatch(first)
            wide = filled[0].right - filled[0].left > (table.right - table.left) * 0.6
            wide = wide or (filled[0].left == table.left and len(first) > LONGEST_NUMBER)
            if numbered is not None and (wide or first[len(numbered["no"])] in ".)"):
                number, title = numbered["no"], numbered["title"]
            elif not wide or NUMBERED.match(first):
                return False
            elif turned and self.after_heading:
                self.above.group_title = join_lines([self.above.group_title, first])
                return True
        else:
            return False
        number = re.sub(r"[.):\s]+$", "", number)
        if self.scanned and not number.startswith(("Thứ", "thứ")):
            number = _next_group(self.above.group, number)
        self.above = _Above(number, join_lines(title.split("\n")))
        self.after_heading = True
        return True

    def _read(
        self, cells: dict[Column, Cell], line: int, *, prints_no: bool, turned: bool
    ) -> Row | None:
        above = self.above
        content = _text(cells, Column.CONTENT)
        number = cells.get(Column.NO)
        printed = clean(number.text) if number is not None and not number.continued else ""
        if len(printed) > LONGEST_NUMBER:
            printed = ""
        if not prints_no and (numbered := NUMBERED.match(content)):
            printed, content = numbered["no"], numbered["content"]
        if self.scanned and printed and not ROW_NUMBER.fullmatch(printed):
            printed = _next_number(above.no)
        parent = cells.get(Column.PARENT)
        over = parent.text.split("\n") if parent is not None and not parent.continued else []
        self.number_cut = bool(printed) and turned and _is_rest(printed, above.printed, content)
        if self.number_cut:
            above.printed += printed
        elif printed:
            above.printed, above.dashes, above.parent = printed, 0, None
        if any(over):
            kept = [above.parent] if turned and above.parent else []
            above.parent = join_lines([*kept, *over])
        dash = DASH.match(content)
        sub = None
        if dash is not None and not printed:
            above.dashes += 1
            sub, content = above.dashes, content[dash.end() :]
        rest = (Column.LEAD, Column.COORDINATING, Column.PRODUCT, Column.DEADLINE)
        if not content and not any(_text(cells, column) for column in rest):
            return None
        return Row(
            line=line,
            group=above.group,
            group_title=above.group_title,
            no=above.no,
            content=join_lines(content.split("\n")),
            sub=sub,
            parent=above.parent,
            lead=_agencies(_text(cells, Column.LEAD)),
            coordinating=_agencies(_text(cells, Column.COORDINATING)),
            product=join_lines(_text(cells, Column.PRODUCT).split("\n")) or None,
            deadline=join_lines(_text(cells, Column.DEADLINE).split("\n")) or None,
        )

    def _goes_on(self, row: Row, cells: dict[Column, Cell], *, turned: bool) -> bool:
        """Whether the row is the rest of the one before it, cut off by the end of a page.

        Such a rest has no number; its words go on, and it does not name anew who answers for it
        or until when. A name merged over several rows makes one task of them.
        """
        own = {column for column, cell in cells.items() if cell.text and not cell.continued}
        if row.sub is not None or (Column.NO in own and not self.number_cut):
            return False
        if Column.CONTENT not in own:
            return turned or (Column.CONTENT in cells and cells[Column.CONTENT].continued)
        if row.content[:1].islower():
            return turned or not own & {Column.LEAD, Column.DEADLINE}
        if not turned or Column.REFERENCE in own:
            return False
        return not (self._is_whole_deadline(row) or begins_agency(row.lead or ""))

    def _is_whole_deadline(self, row: Row) -> bool:
        read = read_deadline(row.deadline or "", issued_on=self.counted_from)
        return read.kind not in (DeadlineKind.UNREADABLE, DeadlineKind.UNSPECIFIED)


def _is_parent(last: Row, found: Row) -> bool:
    """Whether the row before the first dash row only says what the dash rows are parts of."""
    alone = not (last.lead or last.coordinating or last.product or last.deadline)
    return alone and last.no == found.no and last.sub is None


def _join(last: Row, rest: Row, cells: dict[Column, Cell]) -> Row:
    """The row with what its other part adds; a cell merged over both is there already."""

    def joined(column: Column, one: str | None, other: str | None) -> str | None:
        added = other if column in cells and not cells[column].continued else None
        return join_lines([part for part in (one, added) if part]) or None

    def named(column: Column, one: str | None, other: str | None) -> str | None:
        added = other if column in cells and not cells[column].continued else None
        return _agencies("\n".join(part for part in (one, added) if part))

    return replace(
        last,
        content=joined(Column.CONTENT, last.content, rest.content) or "",
        lead=named(Column.LEAD, last.lead, rest.lead),
        coordinating=named(Column.COORDINATING, last.coordinating, rest.coordinating),
        product=joined(Column.PRODUCT, last.product, rest.product),
        deadline=joined(Column.DEADLINE, last.deadline, rest.deadline),
    )


def _lengthen(rows: list[Row], before: _Above, whole: _Above) -> None:
    """Give the rows under a number or name that the page break cut the whole of it."""
    for at in range(len(rows) - 1, -1, -1):
        if (rows[at].no, rows[at].parent) != (before.no, before.parent):
            break
        rows[at] = replace(rows[at], no=whole.no, parent=whole.parent)


def _is_rest(printed: str, above: str, content: str) -> bool:
    """Whether what stands in the column of numbers, first on a page, ends the number above."""
    return (
        not re.search(r"\w", printed)
        or above.endswith(tuple(DASHES + "-"))
        or (content[:1].islower() and not above.endswith((".", ")")))
    )


def _by_column(row: TableRow, heads: Heads) -> dict[Column, Cell]:
    """The cell of each column: the one that covers most of its width."""
    found: dict[Column, Cell] = {}
    for column, left, right in heads.columns:
        over = [
            (min(cell.right, right) - max(cell.left, left), cell)
            for cell in row.cells
            if cell.left < right and left < cell.right
        ]
        if column is not None and over:
            found[column] = max(over, key=lambda pair: pair[0])[1]
    return found


def _text(cells: dict[Column, Cell], column: Column) -> str:
    return cells[column].text.strip() if column in cells else ""


def _agencies(text: str) -> str | None:
    """The agencies of a cell, on a line each where the cell has them so."""
    lines: list[str] = []
    for line in text.split("\n"):
        bare = DASH.sub("", line, count=1)
        if lines and not begins_agency(bare):
            lines[-1] = join_lines([lines[-1], line])
        else:
            lines.append(join_lines([line]))
    return "\n".join(line for line in lines if line) or None


def _next_number(above: str) -> str:
    """The number after the one above, for one that a scan made unreadable ("Ả." for "4.")."""
    last = re.search(r"\d+$", above)
    return str(int(last[0]) + 1) if last else "1"


def _next_group(above: str, printed: str) -> str:
    """The group's number where a scan left it as it was or nearly so, else the one after the
    group above: groups are counted in roman numbers, of which "II" is easily read as "H"."""
    found, last = read_number(printed), read_number(above) or 0
    if found is not None and last < found <= last + 3:
        return printed
    return in_form(last + 1, "upperRoman")


def _plain_number(printed: str) -> str:
    """The number without its closing mark: "1-3." is 1-3."""
    for dash in DASHES:
        printed = printed.replace(dash, "-")
    return printed.rstrip(".)").replace(" ", "")


def _sole_text(row: TableRow) -> str | None:
    """The text of a row in which one cell alone has any; None for every other row."""
    texts = [cell.text for cell in row.cells if cell.text and not cell.continued]
    return texts[0] if len(texts) == 1 else None


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
