"""Laying the words of one row into its columns by which words usually follow one another.

The lines of a row hold pieces of its cells side by side, or one cell after another, and nothing
marks where one piece ends. But the last word of a piece and the first of its next line are words
of one sentence, while those of two neighbours are not: of all ways to share the words out the
likeliest is kept, by a beam over the words. It needs a text whose words are sound.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from plans.cell_costs import cell_cost
from plans.columns import Column
from plans.ditto import is_ditto
from plans.mixed.costs import DEADLINE_DATE
from plans.restore.language import BREAK
from plans.words import fold, join_lines
from plans.woven.words import (
    AGENCY_HERE,
    CELL_WORST,
    DATE_HERE,
    NAMES,
    NO_AGENCY,
    NO_CAPITAL,
    NO_DEADLINE,
    TELLING,
    TIMES,
    Word,
    inside_cost,
    name_on,
    names_cost,
    read_words,
    tie,
)

BEAM, FAR = 30, 7.0
"""How many ways are kept after each word, and how much more than the best they may cost."""
END_SHARE = 0.5
LATE_CELL, LATE_LINE, OFF_CENTRE = 1.2, 0.5, 0.4
"""A line by which a cell begins below the others, where all begin on a row's first line; one by
which it begins below the first, or hangs off the row's middle."""
TOO_WIDE, TOO_NARROW, LARGEST_NARROW = 0.25, 0.12, 2.0
"""A character by which a piece is wider than its column; by which its next word still had room."""
OVER_BAR, MID_LINE, SHORT_CELL, LINE_BEGINS = 2.5, 2.0, 0.3, 0.8
"""A border within a cell; where cells stand in turn, one that begins on the last line of a longer
one, or on the only line of another, and a line that begins with a capital and begins no cell."""
NOTE = 1.5
BEGUN_ABOVE = 6.0
"""Words above several rows that begin beside a later one of them."""
ODD = -1.5
"""A word of a row gains so much where its cells are right (natural log): of 73 damaged and sound
rows that gained less, three were right."""
GAP = "\v"
"""Before a line that a gap parts from the one above, where the text shows such."""
OVER_GAP, OUT_OF_TURN, BELOW_GAP, WITHIN_LINE = 9.0, 4.0, 1.0, 2.5
"""A cell that goes on behind a gap; one that begins behind a later one's; a line by which one
begins below the gap; one that begins within a line."""
OPEN_LIST = 6.0
"""Agencies that end with the mark between two: another is of the same cell."""
LACKING = {
    Column.CONTENT: 9.0,
    Column.PARENT: 2.0,
    Column.LEAD: 5.0,
    Column.COORDINATING: 2.0,
    Column.PRODUCT: 2.5,
    Column.DEADLINE: 5.0,
}


@dataclass(frozen=True, slots=True)
class Piece:
    column: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row as laid out: its pieces from first to last, and what that cost; `open` where it may be
    the other way round who leads and who helps."""

    cost: float
    pieces: tuple[Piece, ...]
    open: bool = False

    @property
    def is_odd(self) -> bool:
        """Whether its words tie so badly that hardly any such row was laid out rightly."""
        words = sum(piece.text.count(" ") + 1 for piece in self.pieces)
        return self.cost > ODD * words

    def text(self, column: int) -> str | None:
        return join_lines([piece.text for piece in self.pieces if piece.column == column]) or None


Cell = tuple[int, int, str, str, int, bool, str]
"""Of a column within a row: its first and last line, its last two syllables, the width of its last
piece, whether a mark closed it, and the name that an agency's last words are so far; of one that is
empty the first line is -1."""
EMPTY: Cell = (-1, -1, BREAK, BREAK, 0, True, "")
Trail = tuple["Trail", int, int, str] | None
Cells = tuple[Cell, ...]
State = tuple[float, Cells, Trail, int]
"""The cost, the cells, the words laid so far, and the column of the last of them."""


class RowLayout:
    """The columns of a table, and how a row's words are laid into them.

    With `in_turn` a cell's lines all stand before those of the next; with `gaps` the lines between
    two gaps hold whole cells, one or a few side by side; with `topped` all cells begin
    on the row's first line, else in its middle. `widths` are the columns'
    in characters, as far as they are known. With `under` a row follows another under one number,
    and has nothing of the words beside both but what goes on from above.
    """

    def __init__(
        self,
        columns: tuple[Column, ...],
        counted_from: date,
        *,
        in_turn: bool,
        topped: bool,
        gaps: bool = False,
        under: bool = False,
        widths: Sequence[float] = (),
    ) -> None:
        self.columns = columns
        self.counted_from = counted_from
        self.in_turn = in_turn
        self.topped = topped
        self.gaps = gaps
        self.skips = 1 if topped or in_turn else 2
        self.block = 0
        self.widths = widths or [inf] * len(columns)
        self.under = under
        self._known: dict[tuple[str, ...], LaidRow] = {}

    def for_rows_under(self) -> "RowLayout":
        """The same columns for the rows that follow another under one number."""
        return RowLayout(
            self.columns,
            self.counted_from,
            in_turn=self.in_turn,
            topped=self.topped,
            gaps=self.gaps,
            under=True,
            widths=self.widths,
        )

    def lay(self, lines: Sequence[str]) -> LaidRow:
        """The likeliest way to share out the words of the lines."""
        key = tuple(lines)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._lay(lines)
        return found

    def _lay(self, lines: Sequence[str]) -> LaidRow:
        states: list[State] = [(0.0, (EMPTY,) * len(self.columns), None, 0)]
        for at, line in enumerate(lines):
            if at == 0 or line.startswith(GAP):
                self.block = at
            states = self._lay_line(read_words(line.removeprefix(GAP)), at, states)
        ends = [
            (cost + self._end_cost(cells, len(lines)) + self._cells_cost(trail), trail)
            for cost, cells, trail, _ in states
        ]
        cost, trail = min(ends, key=lambda end: end[0])
        return LaidRow(cost, _pieces(trail))

    def _lay_line(self, words: Sequence[Word], line: int, states: list[State]) -> list[State]:
        if not self.in_turn:
            states = [(cost, cells, trail, 0) for cost, cells, trail, _ in states]
        for count, word in enumerate(words):
            inside = self.in_turn and count > 0
            after: dict[tuple[int, Cells], State] = {}
            limit = inf
            taken: dict[tuple[int, Cell], tuple[float, Cell]] = {}
            for cost, cells, trail, place in states:
                for to in range(place, len(cells)):
                    key = (to, cells[to])
                    if key not in taken:
                        taken[key] = self._take(to, cells[to], word, line)
                    more, cell = taken[key]
                    total = cost + more
                    if self.gaps:
                        total += self._gap_cost(cells, to)
                        total += WITHIN_LINE if count and to != place and cells[to][0] < 0 else 0.0
                    if to == place:
                        total += OVER_BAR if word.bar else 0.0
                    elif inside and cells[place][0] >= 0:
                        total += MID_LINE if cells[place][0] < line else SHORT_CELL
                    if total > limit:
                        continue
                    limit = min(limit, total + FAR)
                    laid = (*cells[:to], cell, *cells[to + 1 :])
                    known = after.get((to, laid))
                    if known is None or total < known[0]:
                        after[to, laid] = (total, laid, (trail, to, line, word.text), to)
            states = sorted(after.values(), key=lambda state: state[0])[:BEAM]
        return states

    def _take(self, to: int, cell: Cell, word: Word, line: int) -> tuple[float, Cell]:
        """What it costs that a column takes the word, and what it then is; infinite where it
        cannot."""
        first, last, before, syllable, wide, closed, name = cell
        column = self.columns[to]
        if first < 0:
            cost = self._begin_cost(column, word, line) + tie(BREAK, BREAK, word.syllables)
            if self.gaps:
                cost += BELOW_GAP * (line - self.block)
            elif not self.in_turn:
                cost += LATE_CELL * line if self.topped else LATE_LINE * min(line, 1)
            wide, first = 0, line
        elif last < line - self.skips and not (self.gaps and last >= self.block):
            return inf, cell
        else:
            cost = inside_cost(column, word, closed=closed, breaks=last < line)
            cost += tie(before, syllable, word.syllables)
            if last < line:
                cost += LINE_BEGINS if self.in_turn and word.capital and not closed else 0.0
                room = self.widths[to] * 0.8 - wide - len(word.text) - 1
                if 0 < room < inf:
                    cost += min(room * TOO_NARROW, LARGEST_NARROW)
                wide = 0
        if column in NAMES:
            more, name = name_on(name, word, closed=closed)
            cost += more
        wide += len(word.text) + (1 if wide else 0)
        over = wide - self.widths[to] * 1.12 - 1
        if over > 0:
            cost += over * TOO_WIDE
        trace = (before, syllable, *word.syllables)
        if word.closes:
            trace = (*trace, BREAK)
        return cost, (first, line, trace[-2], trace[-1], wide, word.closes, name)

    def _gap_cost(self, cells: Cells, to: int) -> float:
        """What it costs that a word goes to a column, by what the gaps part."""
        first, last = cells[to][:2]
        if first >= 0:
            return OVER_GAP if last < self.block else 0.0
        return OUT_OF_TURN if any(cell[0] >= 0 for cell in cells[to + 1 :]) else 0.0

    def _begin_cost(self, column: Column, word: Word, line: int) -> float:
        cost = 0.0 if word.capital else NO_CAPITAL
        if self.under and column is Column.PARENT:
            return 0.0 if line == 0 and not word.capital else BEGUN_ABOVE
        if column in NAMES:
            return (0.0 if word.heads else NO_AGENCY) + cost / 2
        if column in TIMES:
            plain = word.text[:1].isdigit() or word.text.startswith("(")
            return (0.0 if word.timely else NO_DEADLINE) + (0.0 if plain else cost / 2)
        cost += DATE_HERE if fold(word.text) in TELLING else 0.0
        if column is Column.NOTE:
            return NOTE + cost
        if word.text[:1].isdigit() or word.text[:1] in "“\"'-–+(≥":
            cost = 0.0 if not DEADLINE_DATE.fullmatch(word.text) else DATE_HERE
        return cost + (AGENCY_HERE if word.heads else 0.0)

    def _end_cost(self, cells: Sequence[Cell], lines: int) -> float:
        """What is lacking of a row, and what ends oddly."""
        cost = 0.0
        for column, (first, last, before, syllable, _, closed, _) in zip(
            self.columns, cells, strict=True
        ):
            if first < 0:
                above = self.under and column is Column.PARENT
                cost += 0.0 if above else LACKING.get(column, 0.0)
                continue
            if not closed:
                cost += tie(before, syllable, (BREAK,)) * END_SHARE
            if not (self.in_turn or self.topped):
                centred = OFF_CENTRE * abs(first - (lines - 1 - last))
                cost += min(LATE_LINE * first, centred) - LATE_LINE * min(first, 1)
        return cost

    def _cells_cost(self, trail: Trail) -> float:
        """What the whole cells cost, as agencies and deadlines."""
        pieces = _pieces(trail)
        cost = 0.0
        for at, column in enumerate(self.columns):
            text = join_lines([piece.text for piece in pieces if piece.column == at])
            if text and column in NAMES:
                cost += names_cost(text) + (OPEN_LIST if text.endswith((";", ",")) else 0.0)
            elif text and column in TIMES and not is_ditto(text):
                cost += min(cell_cost(Column.DEADLINE, text, self.counted_from), CELL_WORST)
        return cost


def _pieces(trail: Trail) -> tuple[Piece, ...]:
    """The pieces of each line, their words together."""
    words: dict[tuple[int, int], list[str]] = {}
    steps = []
    while trail is not None:
        trail, column, line, text = trail
        steps.append((line, column, text))
    for line, column, text in reversed(steps):
        words.setdefault((line, column), []).append(text)
    return tuple(Piece(column, line, " ".join(said)) for (line, column), said in words.items())
