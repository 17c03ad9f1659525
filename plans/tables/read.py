"""Tables that kept their cells, turned into the rows of annexes.

Broken text makes a reader work out where a cell ends (`plans.broken.table`); here the cells are
given, and only three things are left to tell: which column holds what (`plans.tables.headers`),
which rows are headings, and which rows a page break cut in two (`plans.tables.rows`).
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from plans.agencies.heads import begins_agency
from plans.annexes import Row, heading_number
from plans.columns import Column
from plans.files.document import Document, Paragraph, Table, TableRow
from plans.said_elsewhere import FIRST_LEADS, time_in
from plans.source import Line, split_lines
from plans.tables.closing import closes
from plans.tables.guess import complete_heads, guess_heads, names_columns
from plans.tables.head_words import is_of_header_words
from plans.tables.headers import HEADER_ROWS, read_header
from plans.tables.heads import Heads, Subject, goes_on, repeats
from plans.tables.rows import GROUP, AnnexRowsReader
from plans.words import fold

NUMBERED_HEADING = re.compile(r"(?P<no>\d{1,2}(?:\.\d{1,2})?)[.)] ?(?P<title>[^\W\d].*)", re.DOTALL)
"""A numbered line that may head a table: "1. Giai đoạn chuẩn bị (xong trước ngày 15/5/2026)"."""


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
    borderless: bool = False

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
    reader.leave_line()
    return DocumentTables(tuple(reader.body), tuple(reader.annexes))


class _Reader:
    """A document read block by block: the annex, table and group that it now stands in."""

    def __init__(self, document: Document, counted_from: date) -> None:
        self.counted_from = counted_from
        self.lines = {line.number: line for line in split_lines(document.text)}
        self.body: list[Line] = []
        self.annexes: list[AnnexTables] = []
        self.heads: Heads | None = None
        self.guessed = False
        self.over: tuple[Line, re.Match[str]] | None = None
        self.sheet: str | None = None
        self.sheet_turned = False
        self.scanned = document.scanned
        self.first_leads = FIRST_LEADS.search(fold(document.text)) is not None
        self.rows = self._begin_rows()

    def take_line(self, number: int, text: str) -> None:
        """A line outside of every table: an annex's heading, or words of the annex or body."""
        self.leave_line()
        annex = heading_number(text, self._last_number())
        if annex is not None:
            self._begin_annex(annex, text)
        elif number in self.lines:
            headed = self.annexes and self.annexes[-1].title
            group = GROUP.fullmatch(text) or NUMBERED_HEADING.fullmatch(text)
            if group and (headed or self._heads_table(group["title"])):
                self.over = self.lines[number], group
            else:
                (self.annexes[-1].lines if headed else self.body).append(self.lines[number])

    def _heads_table(self, title: str) -> bool:
        """Whether a line of the body right over a table says who leads or until when."""
        named = begins_agency(_sentence_case(title))
        return named or time_in(title, self.counted_from) is not None

    def leave_line(self) -> None:
        """Put a line that might have headed a table among the others."""
        if self.over is not None:
            headed = self.annexes and self.annexes[-1].title
            (self.annexes[-1].lines if headed else self.body).append(self.over[0])
        self.over = None

    def take_table(self, table: Table) -> None:
        """The rows of a table; without a header of its own it goes on with the one before."""
        if table.place.sheet != self.sheet:
            self._turn_to(table.place.sheet)
        elif self.heads is not None and not goes_on(self.heads, table):
            self.heads = None
        self.rows.page_turned = True
        at = 0
        if self.heads is None:
            self._guess(table)
        while at < len(table.rows):
            heads, taken = read_header(table.rows[at : at + HEADER_ROWS])
            if heads is not None:
                self.guessed = False
                heads = complete_heads(heads, table.rows[at + taken :])
                again = self.heads is not None and repeats(self.heads, heads)
                self._begin_table(self.heads if self.heads and again else heads)
                if self.over is not None:
                    self.rows.enter_group(self.over[1]["no"], self.over[1]["title"])
                self.over = None
            else:
                if closes(table.rows[at : at + 2]):
                    self.heads = None
                annexes = len(self.annexes)
                self._take_row(table.rows[at], table)
                if self.guessed and len(self.annexes) > annexes and self.heads is None:
                    self._guess(table)  # its columns are those of the annex that it heads itself
            at += max(taken, 1)
        if table.borderless and self.annexes:
            self.annexes[-1].borderless = True

    def _guess(self, table: Table) -> None:
        """Take the columns that the table's cells show, where no header tells them."""
        headed = any(
            read_header(table.rows[at : at + HEADER_ROWS])[0] for at in range(len(table.rows))
        )
        heads = None if headed else guess_heads(table)
        if heads is not None:
            self._begin_table(heads)
            self.guessed = True

    def _take_row(self, row: TableRow, table: Table) -> None:
        title = (_sole_text(row) or "").split("\n")[0]
        if heading_number(title, self._last_number()) is not None:
            self.take_line(row.place.line, title)
        elif self.heads is None:
            self.take_line(row.place.line, row.text)
        elif self.heads.subject is Subject.INDICATORS:
            self.annexes[-1].indicators.append(row)
        elif self.guessed and (
            is_of_header_words(row) or (row is table.rows[0] and names_columns(row))
        ):
            return
        elif row.text and not self.rows.take(row, table, self.heads, self.annexes[-1].rows):
            self.annexes[-1].lines.append(self.lines[row.place.line])
        elif (
            self.guessed
            and (rows := self.annexes[-1].rows)
            and "lead_unsure" not in rows[-1].doubts
        ):
            rows[-1] = replace(rows[-1], doubts=(*rows[-1].doubts, "lead_unsure"))

    def _begin_annex(self, number: int, title: str) -> None:
        self.annexes.append(AnnexTables(f"annex-{number}", title))
        self.heads = None
        self.sheet_turned = False
        self.rows = self._begin_rows()

    def _begin_rows(self) -> AnnexRowsReader:
        return AnnexRowsReader(
            self.counted_from, scanned=self.scanned, first_leads=self.first_leads
        )

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
        if self.sheet and begins_agency(self.sheet) and not heads.holds(Column.LEAD):
            self.rows.enter_group("", self.sheet)  # a sheet for each agency, under its name

    def _last_number(self) -> int:
        return int(self.annexes[-1].source.removeprefix("annex-")) if self.annexes else 0


def _sentence_case(title: str) -> str:
    return title.capitalize() if title.isupper() else title


def _sole_text(row: TableRow) -> str | None:
    """The text of a row in which one cell alone has any; None for every other row."""
    texts = [cell.text for cell in row.cells if cell.text and not cell.continued]
    return texts[0] if len(texts) == 1 else None
