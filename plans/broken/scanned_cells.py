"""Tables of a scan whose cells came one after another, a gap between any two.

So ruled tables come where each cell was read as a paragraph. The words are damaged, and the rows'
numbers, a figure alone in a narrow cell, mostly lost; but the cells stand in the columns' order,
and the header names these in the same way.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import dropwhile, groupby

from plans.annexes import TOP, Above, Annex, AnnexRows, Row
from plans.broken.layout import Cell, Layout
from plans.broken.pieces import Piece
from plans.broken.table import read_rows, unread_lines
from plans.cell_doubts import doubt_cells
from plans.columns import NAMES, Column, name_columns
from plans.files.damaged_headers import header_word
from plans.restore import restore_text
from plans.source import Line
from plans.words import join_lines
from plans.woven.damaged import mend_quarters
from plans.woven.mended_times import mend_times

FEWEST_NAMED, FEWEST_ROWS = 3, 2
"""So many columns named one after another are a header; and so many rows a table."""
HEADS = 0.75
"""Such a share of a header's words are those of headers."""
LONGEST_NAME = 9
"""In words, what a column is called."""
SHORTEST_TITLE = 12
"""In characters; what is shorter and in no cell is a scrap, and heads no group."""
STROKES = re.compile(r"\|?[IVXl][IVXl|]{0,4}[.)]?")
NUMBER = re.compile(r"\d{1,3}[.)]?")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
CAME = (Column.CONTENT, Column.PRODUCT)
"""What is given as it came: restored as a whole, its words are better told."""


@dataclass(frozen=True)
class Block:
    """The lines between two gaps."""

    lines: tuple[Line, ...]

    @cached_property
    def header(self) -> tuple[str, ...]:
        """Its words as headers have them; empty where it is no cell of one."""
        came = " ".join(line.text for line in self.lines)
        if len(_words_in(came)) > LONGEST_NAME:
            return ()  # restoring parts words, and joins none
        ways = [_header_words(text) for text in (came, " ".join(self.restored))]
        return max(ways, key=lambda words: (len(name_columns(" ".join(words))), len(words)))

    @cached_property
    def restored(self) -> tuple[str, ...]:
        """Its lines with their words restored."""
        text, _ = self.quarters
        return tuple(restore_text(text, damaged=True).text.split("\n"))

    @cached_property
    def quarters(self) -> tuple[str, bool]:
        """Its lines with the numbers of quarters put right, and whether one was guessed."""
        return mend_quarters("\n".join(line.text for line in self.lines))

    @property
    def begins_header(self) -> bool:
        """Whether it is the first cell of a header, and no title: "Phân công nhiệm vụ"."""
        return name_columns(" ".join(self.header))[:1] in ((Column.NO,), (Column.CONTENT,))

    @property
    def goes_on(self) -> bool:
        """Whether it begins within a sentence."""
        return self.restored[0][:1].islower()

    @property
    def counts_group(self) -> bool:
        """Whether it is a group's number and no more."""
        return len(self.lines) == 1 and STROKES.fullmatch(self.lines[0].text) is not None

    def pieces(self, *, headed: bool) -> Iterator[Piece]:
        """Its lines restored; `headed` where a group's number stands before them."""
        if self.counts_group:
            text = self.lines[0].text.replace("l", "I").replace("|", "I")
            yield Piece(text, self.lines[0], True, True)
            return
        for at, (line, said) in enumerate(zip(self.lines, self.restored, strict=True)):
            line = replace(line, gap=int(at == 0 and not headed))
            yield Piece(said, line, True, NUMBER.fullmatch(said) is not None)


def read_scanned_cells(annex: Annex, counted_from: date, above: Above = TOP) -> AnnexRows | None:
    """The rows of the table; None where the annex has no header whose cells stand so."""
    blocks = part_blocks(annex.lines)
    headers = list(find_headers(blocks))
    if not headers:
        return None
    columns = tuple(dict.fromkeys([Column.NO, *name_columns(_words(blocks, headers[0]))]))
    heading = {at for places in headers for at in places}
    over = [
        at for places in headers[1:] if (at := places.stop) < len(blocks) and blocks[at].goes_on
    ]
    heading.update(over)
    body = [block for at, block in enumerate(blocks) if at >= headers[0].stop and at not in heading]
    layout = Layout(columns, counted_from, parted=True)
    pieces = [
        piece
        for above, block in zip([None, *body], body, strict=False)
        for piece in block.pieces(headed=above is not None and above.counts_group)
    ]
    cells = _with_titles(layout.lay_out(pieces), pieces, above.groups)
    came = {line.number: line for block in body for line in block.lines}
    rows = [_as_it_came(row, own, came) for row, own in read_rows(cells, layout.columns)]
    if len(rows) < FEWEST_ROWS:
        return None
    unread = unread_lines(came.values(), cells, layout.columns)
    guessed = [line.number for block in body if block.quarters[1] for line in block.lines]
    whole = _carry_over(rows, [blocks[at] for at in over])
    told = doubt_cells(list(_count(whole, above.no)), layout.columns)
    return AnnexRows(mend_times(told, guessed, counted_from), unread)


def part_blocks(lines: Sequence[Line]) -> list[Block]:
    """The lines with words, parted by gaps."""
    found: list[list[Line]] = []
    gap = True
    for line in lines:
        gap = gap or line.gap > 0
        if not re.search(r"\w", line.text) and not STROKES.fullmatch(line.text):
            continue
        if gap:
            found.append([])
        found[-1].append(line)
        gap = False
    return [Block(tuple(one)) for one in found]


def find_headers(blocks: Sequence[Block]) -> Iterator[range]:
    """The places of each header: blocks one after another that name columns."""
    for heads, run in groupby(range(len(blocks)), lambda at: bool(blocks[at].header)):
        places = list(dropwhile(lambda at: not blocks[at].begins_header, run)) if heads else []
        if len(places) < FEWEST_NAMED:
            continue
        found = range(places[0], places[-1] + 1)
        named = {*name_columns(_words(blocks, found))}
        if Column.CONTENT in named and {Column.LEAD, Column.DEADLINE} & named:
            yield found


def _words(blocks: Sequence[Block], places: range) -> str:
    return " ".join(word for at in places for word in blocks[at].header)


def _header_words(text: str) -> tuple[str, ...]:
    """The words that name a column; none of a text that does not."""
    words = _words_in(text)
    if len(words) > LONGEST_NAME:
        return ()
    found = tuple(filter(None, map(header_word, words)))
    names = NAMES.match(" ".join(found)) is not None
    return found if names and len(found) >= HEADS * len(words) else ()


def _words_in(text: str) -> list[str]:
    return [word for word in text.split() if re.search(r"\w", word)]


def _with_titles(cells: Sequence[Cell], pieces: Sequence[Piece], groups: int) -> list[Cell]:
    """The cells, and between them the headings of groups that lost their numbers: what stands in
    no cell, with a gap before it and another behind."""
    place = {piece.line.number: at for at, piece in enumerate(pieces)}
    taken = {place[piece.line.number] for cell in cells for piece in cell.pieces}
    found: dict[int, Cell] = {place[cell.pieces[0].line.number]: cell for cell in cells}
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        alone = at not in taken and piece.border and (after is None or after.border)
        if alone and piece.text[:1].isupper() and len(piece.text) >= SHORTEST_TITLE:
            found[at] = Cell(None, (piece,))
    named: list[Cell] = []
    for at in sorted(found):
        cell = found[at]
        if cell.column is None:
            groups += 1
            number = replace(cell.pieces[0], text=ROMAN[min(groups, len(ROMAN)) - 1])
            cell = Cell(None, (number, *(cell.pieces[1:] if len(cell.pieces) > 1 else cell.pieces)))
        named.append(cell)
    return named


def _as_it_came(row: Row, cells: Mapping[Column, Cell], came: Mapping[int, Line]) -> Row:
    said = {
        column: join_lines([came[piece.line.number].text for piece in cells[column].pieces])
        for column in CAME
        if column in cells
    }
    return replace(row, content=said[Column.CONTENT], product=said.get(Column.PRODUCT))


def _carry_over(rows: Sequence[Row], over: Sequence[Block]) -> list[Row]:
    """The rows, the last above a page's end with the words that stand over the next page's first;
    what else of it went over is not known."""
    found = list(rows)
    for block in over:
        at = max(
            (at for at, row in enumerate(found) if row.line < block.lines[0].number), default=0
        )
        said = join_lines([found[at].content, *(line.text for line in block.lines)])
        doubts = tuple(dict.fromkeys([*found[at].doubts, "cells_unsure"]))
        found[at] = replace(found[at], content=said, doubts=doubts)
    return found


def _count(rows: Sequence[Row], last: int) -> Iterator[Row]:
    """The rows with the numbers that they lost, doubted where no number below bears them out."""
    seen = [int(row.no) if row.no.isdigit() else None for row in rows]
    for at, (row, no) in enumerate(zip(rows, seen, strict=True)):
        below = next(((to, one) for to, one in enumerate(seen) if to >= at and one), None)
        borne = below is not None and below[1] - below[0] == last + 1 - at
        last = no or last + 1
        doubts = row.doubts if no or borne else (*row.doubts, "number_missing")
        yield replace(row, no=str(last), doubts=doubts)
