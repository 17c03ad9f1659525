"""Laying the pieces of a table into its columns, row after row, in the way that costs least.

Where the borders of a table are lost, no line says by itself where a cell ends; but of all ways
to cut the lines into cells only one gives every row a name, an agency and a deadline. It is found
as the cheapest path over the pieces (dynamic programming), the costs being those of `cell_costs`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import inf
from operator import itemgetter

from plans.broken.pieces import Piece
from plans.cell_costs import MISSING, ROMAN_NUMBER, cell_cost, is_usual_agency
from plans.columns import Column
from plans.words import join_lines

LONGEST_CELL = 90
"""In pieces. The longest name of a task known takes 12 lines, a narrow line up to six pieces."""
BORDER_INSIDE = 1.0
"""A blank paragraph or a new dash inside of a cell."""
GAP_INSIDE, NO_GAP = 4.0, 2.0
"""A gap inside of a cell, and a cell that begins without one, where gaps part the cells."""
AGENCY_INSIDE = 3.0
"""A blank paragraph and behind it an agency, inside of a cell."""
LARGEST_INSIDE = 4.0
"""Where a cell has cost more than this within, it ended long ago."""
SAME_LINE, AFTER_UNFINISHED = 1.0, 2.0
"""A cell that begins within a line, or after words that want another."""
ODD_CAPITAL = 0.3
"""A line inside of a cell that begins with a capital, though the words before asked for no more."""
ROW_NUMBER_INSIDE, NUMBER_INSIDE = 6.0, 3.0
"""A line that begins with "3.", which begins a row; with another number."""
BARE_ROW = 4.5
"""A row that has a name and nothing else; less than all it lacks, since such rows do occur."""
UNREAD = 3.0
"""A piece that is no part of any cell."""

NOTICEABLE = 1e-6
"""More than sums of the same costs can differ by, added up in another order."""

BEFORE_ROW = -1
"""The place of a heading: what follows begins a row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Some pieces laid into a column; `column` is None for the heading of a group."""

    column: Column | None
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return join_lines([piece.text for piece in self.pieces])


@dataclass(frozen=True, slots=True)
class Step:
    """The cheapest way to have laid out all pieces up to one, the last cell standing at `place`."""

    cost: float
    cell: Cell | None
    before: "Step | None"
    place: int


Behind = Mapping[int, Mapping[int, float]]
"""How much more than from a place it can cost to go on from another, by the other first."""


class Reached(dict[int, Step]):
    """The cheapest steps with which all pieces up to one are laid out, by their places."""

    def __init__(self, behind: Behind) -> None:
        self._behind = behind
        self.limits = dict.fromkeys(behind, inf)
        """What a step at each place must cost less than to be on the cheapest way at all."""

    def keep(self, step: Step) -> None:
        """Take the step for its place unless one there or elsewhere is as good."""
        if step.cost < self.limits[step.place]:
            self[step.place] = step
            for place, more in self._behind[step.place].items():
                self.limits[place] = min(self.limits[place], step.cost + more)


class Layout:
    """The columns of one table, and how its pieces are laid into them.

    A number's own words above its dash rows ("11. Ứng dụng công nghệ:", "- Xây dựng ...") are
    laid into a column of their own even where the table prints none: `Column.PARENT`. With
    `parted` a gap stands between any two cells, as a scan of a ruled table leaves them.
    """

    def __init__(
        self, columns: tuple[Column, ...], counted_from: date, *, parted: bool = False
    ) -> None:
        self.parted = parted
        self.prints_parent = Column.PARENT in columns
        if not self.prints_parent:
            content = columns.index(Column.CONTENT)
            columns = (*columns[:content], Column.PARENT, *columns[content:])
        self.columns = columns
        self.counted_from = counted_from
        self.places = range(BEFORE_ROW, len(columns))
        self.moves = {
            (last, place): self._move_cost(last, place)
            for last, place in product(self.places, repeat=2)
        }
        self.behind = {
            last: {place: self._most_behind(last, place) for place in self.places}
            for last in self.places
        }

    def lay_out(self, pieces: Sequence[Piece]) -> list[Cell]:
        """The cells of the cheapest way; pieces that fit nowhere are in none of them."""
        best = [Reached(self.behind) for _ in range(len(pieces) + 1)]
        best[0].keep(Step(0.0, None, None, BEFORE_ROW))
        for start, steps in enumerate(best[:-1]):
            for step in steps.values():
                best[start + 1].keep(Step(step.cost + UNREAD, None, step, step.place))
            moves = {place: self._cheapest_move(steps, place) for place in self.places}
            for place, end, text, inside in self._cells_from(pieces, start):
                moved, before = moves[place]
                if moved + inside >= best[end].limits[place]:
                    continue  # however well the text fits
                cost = moved + (inside + self._own_cost(place, text))
                if cost < best[end].limits[place]:
                    column = None if place == BEFORE_ROW else self.columns[place]
                    cell = Cell(column, tuple(pieces[start:end]))
                    best[end].keep(Step(cost, cell, before, place))
        last = min(best[-1].values(), key=lambda step: step.cost + self._rest_cost(step.place))
        return _walk_back(last)

    def _cheapest_move(self, steps: Mapping[int, Step], place: int) -> tuple[float, Step]:
        """The cheapest way to come to the place, and the step that it comes from."""
        moves = [(step.cost + self.moves[step.place, place], step) for step in steps.values()]
        return min(moves, key=itemgetter(0))

    def _most_behind(self, last: int, other: int) -> float:
        """How much more it can cost to go on from the one place than from the other."""
        if last == other:
            return 0.0
        ways = [(self.moves[last, to], self.moves[other, to]) for to in self.places]
        ways.append((self._rest_cost(last), self._rest_cost(other)))
        return max(mine - theirs for mine, theirs in ways if theirs < inf) + NOTICEABLE

    def _own_cost(self, place: int, text: str) -> float:
        """What it costs that the text is the cell of the place; any may head a group."""
        if place == BEFORE_ROW:
            return 0.0
        return cell_cost(self.columns[place], text, self.counted_from)

    def _cells_from(
        self, pieces: Sequence[Piece], start: int
    ) -> Iterator[tuple[int, int, str, float]]:
        """Every cell that may begin at this piece: its place, where it ends, its text, and what it
        costs that this is one stretch."""
        cost, text = self._border_cost(pieces, start), ""
        limit = cost + LARGEST_INSIDE
        heading = pieces[start].numbers and _heads(pieces, start)
        for end in range(start + 1, min(start + LONGEST_CELL, len(pieces)) + 1):
            last = pieces[end - 1]
            if end - 1 > start:
                cost += self._inside_cost(pieces[end - 2], last)
            if cost > limit:
                return
            text = f"{text} {last.text}".strip()
            if heading and end > start + 1:
                yield BEFORE_ROW, end, text, cost
            for place, column in enumerate(self.columns):
                if column is Column.PARENT and not self._may_be_parent(pieces, end):
                    continue
                yield place, end, text, cost

    def _may_be_parent(self, pieces: Sequence[Piece], end: int) -> bool:
        """Words above dash rows are followed by one; a column of its own needs no such proof."""
        return self.prints_parent or (end < len(pieces) and pieces[end].text.startswith("- "))

    def _move_cost(self, last: int, place: int) -> float:
        """What is lacking between the last filled place and this one, in this row or a new one.

        Cells that are merged over several rows (the number and the words above) are printed once:
        a row may lack both, but not the number alone.
        """
        if last < place and last != BEFORE_ROW:
            return self._lacking(self.columns[last + 1 : place])
        cost = self._rest_cost(last)
        if place == BEFORE_ROW:
            return cost
        if self.columns[place] is Column.PARENT:
            return inf
        if self.columns[place] is Column.CONTENT:
            return cost + MISSING[Column.NO]
        return cost + self._lacking(self.columns[:place])

    def _rest_cost(self, last: int) -> float:
        """What the row lacks if it ends here; nothing where none was begun."""
        if last == BEFORE_ROW:
            return 0.0
        lacking = self._lacking(self.columns[last + 1 :])
        return min(lacking, BARE_ROW) if self.columns[last] is Column.CONTENT else lacking

    def _lacking(self, columns: Sequence[Column]) -> float:
        return sum(
            MISSING[column]
            for column in columns
            if self.prints_parent or column is not Column.PARENT
        )

    def _border_cost(self, pieces: Sequence[Piece], start: int) -> float:
        """What it costs that a cell begins here."""
        piece = pieces[start]
        if start == 0 or piece.border or piece.numbers or pieces[start - 1].numbers:
            return 0.0
        if piece.text.startswith("- "):
            return 0.0
        cost = (NO_GAP if self.parted else 0.0) if piece.begins_line else SAME_LINE
        return cost + (AFTER_UNFINISHED if pieces[start - 1].unfinished else 0.0)

    def _inside_cost(self, before: Piece, piece: Piece) -> float:
        """What it costs that the two stand in one cell."""
        if piece.numbers:
            return ROW_NUMBER_INSIDE if piece.text.endswith(".") else NUMBER_INSIDE
        if piece.border and self.parted:
            return GAP_INSIDE
        if piece.border and is_usual_agency(piece.text):
            return AGENCY_INSIDE
        if piece.border or piece.text.startswith("- "):
            return BORDER_INSIDE
        odd = piece.begins_line and piece.text[:1].isupper() and not before.unfinished
        return ODD_CAPITAL if odd else 0.0


def _heads(pieces: Sequence[Piece], start: int) -> bool:
    """Whether a number may head rows: a roman one, or "1" where the next is "1.1" or "a)"."""
    number = pieces[start].text
    if ROMAN_NUMBER.fullmatch(number):
        return True
    below = (piece.text for piece in pieces[start + 1 : start + LONGEST_CELL] if piece.numbers)
    after = next(below, "")
    plain = number.rstrip(".)")
    return plain.isdigit() and (after.startswith(f"{plain}.1") or after.rstrip(".)") == "a")


def _walk_back(step: Step | None) -> list[Cell]:
    cells: list[Cell] = []
    while step is not None:
        if step.cell is not None:
            cells.append(step.cell)
        step = step.before
    return cells[::-1]
