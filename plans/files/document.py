"""A document in the one form that every kind of file is brought into: paragraphs and tables.

Every paragraph and every row of a table is a line of the document, counted from 1. `text` has
them as such, so what a reader says of a line holds for any kind of file; `place` says where a
person finds that line: on which page, in which row of which sheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

BETWEEN_CELLS = " | "
"""What parts the cells of a row where a table is shown as text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: its line in the document and, where the file has such, the page,
    or the sheet and the number of the row in it; all counted from 1."""

    line: int
    page: int | None = None
    sheet: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text outside of every table, its spaces trimmed; never empty."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row, from its left edge to its right one.

    The edges are of any unit that is the same in the whole table (columns, points). `text` keeps
    the ends of paragraphs as \\n. A cell merged over several rows stands in each of them, with
    its text; `continued` is true in all but the first. A time of a picture is `unsure` where two
    looks at it read other figures.
    """

    text: str
    left: int
    right: int
    continued: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row from left to right; empty ones are cells without text."""

    cells: tuple[Cell, ...]
    place: Place

    @property
    def text(self) -> str:
        """The row on one line, as a person reads it."""
        shown = ["" if cell.continued else " ".join(cell.text.split()) for cell in self.cells]
        return BETWEEN_CELLS.join(shown).strip(BETWEEN_CELLS) if any(shown) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand together under one frame; one that goes on overleaf is several.

    `borderless` is one whose cells were told from a text's places: which of them are merged over
    several rows cannot be seen.
    """

    rows: tuple[TableRow, ...]
    left: int
    right: int
    borderless: bool = False

    @property
    def place(self) -> Place:
        return self.rows[0].place


@dataclass(frozen=True)
class Document:
    """What a file holds, in its order.

    `margins` are the texts of page headers and of boxes that stand beside the lines: no part of
    the plan, but a marking of secrecy may be among them. `hidden` are rows that the file has and
    does not show. `scanned` says that a machine read the text from a picture, letter by letter,
    so that any of it may be damaged; `unclear` are the pages that it could hardly read.
    """

    blocks: tuple[Paragraph | Table, ...]
    margins: tuple[str, ...] = ()
    hidden: tuple[Paragraph, ...] = ()
    scanned: bool = False
    unclear: frozenset[int] = frozenset()

    @cached_property
    def text(self) -> str:
        """All lines, each at its number; blank where the document has a blank paragraph."""
        lines = dict(self._lines())
        last = max(lines, default=0)
        return "".join(f"{lines.get(number, '')}\n" for number in range(1, last + 1))

    @cached_property
    def places(self) -> dict[int, Place]:
        """Where each line of the text stands in the file."""
        return {
            place.line: place
            for block in self.blocks
            for place in (
                [block.place] if isinstance(block, Paragraph) else [row.place for row in block.rows]
            )
        }

    @cached_property
    def unsure(self) -> dict[int, frozenset[str]]:
        """The texts of unsure cells, each on one line, by the line of the row they stand in."""
        found = {
            row.place.line: frozenset(" ".join(c.text.split()) for c in row.cells if c.unsure)
            for block in self.blocks
            if isinstance(block, Table)
            for row in block.rows
        }
        return {line: texts for line, texts in found.items() if texts}

    def _lines(self) -> Iterator[tuple[int, str]]:
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.place.line, block.text
            else:
                yield from ((row.place.line, row.text) for row in block.rows)
