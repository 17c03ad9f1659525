"""Who leads and who helps, where no line of a row has both and so shows which stands first.

A cell of one line stands in the middle of its row, beside no line of a neighbour that has two. What
tells then is how wide the columns are: a cell goes on below where its next word had no room, and
none is wider than its column.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plans.agencies.keys import is_collective
from plans.agencies.parting import split_agencies
from plans.columns import Column
from plans.woven.row import LaidRow

TELLING = 4
"""In characters: so much better one way must fit than the other to be believed."""
ROOM = 1
"""In characters, how much wider than others a cell's line may be: letters are not equally wide."""

Cell = tuple[str, ...]
"""A cell's lines."""


def settle_swapped(rows: Sequence[LaidRow], columns: Sequence[Column]) -> list[LaidRow]:
    """The rows, who leads and who helps exchanged where they fit better so; those of which it
    stays open are marked."""
    if not {Column.LEAD, Column.COORDINATING} <= set(columns):
        return list(rows)
    pair = columns.index(Column.LEAD), columns.index(Column.COORDINATING)
    told = [row for row in rows if _is_told(row, pair)]
    room = [_room([_cell(row, column) for row in told]) for column in pair]
    leading = {name for row in told for name in _names(_cell(row, pair[0]))}
    helping = {name for row in told for name in _names(_cell(row, pair[1]))}
    found: list[LaidRow] = []
    for row in rows:
        lead, helpers = (_cell(row, column) for column in pair)
        if not (lead and helpers) or row in told:
            found.append(row)
            continue
        better = _misfit(lead, room[0]) + _misfit(helpers, room[1])
        better -= _misfit(helpers, room[0]) + _misfit(lead, room[1])
        usual = _leads(helpers, leading, helping) - _leads(lead, leading, helping)
        swaps = better >= TELLING or (abs(better) < TELLING and usual > 0)
        settled = _exchange(row, pair) if swaps else row
        found.append(replace(settled, open=abs(better) < TELLING))
    return found


def _is_told(row: LaidRow, pair: tuple[int, int]) -> bool:
    lead, helpers = ({one.line for one in row.pieces if one.column == at} for at in pair)
    return bool(lead & helpers)


def _cell(row: LaidRow, column: int) -> Cell:
    return tuple(piece.text for piece in row.pieces if piece.column == column)


def _names(cell: Cell) -> list[str]:
    return split_agencies(" ".join(cell))


def _room(cells: Sequence[Cell]) -> tuple[int, int]:
    """How wide a column is at least and at most, in characters, as most of its cells say."""
    widest = sorted(max(map(len, cell)) for cell in cells if cell)
    wanted = sorted(size for cell in cells for size in _wanted(cell))
    return (
        widest[int((len(widest) - 1) * 0.9)] if widest else 0,
        wanted[int((len(wanted) - 1) * 0.2)] if wanted else 1000,
    )


def _wanted(cell: Cell) -> list[int]:
    """How wide each line that another follows would be with the next one's first word."""
    return [len(line) + 1 + len(after.split()[0]) for line, after in pairwise(cell) if after]


def _misfit(cell: Cell, room: tuple[int, int]) -> int:
    """By how many characters the cell's lines are too wide for a column, or end too early."""
    least, most = room
    wide = sum(max(len(line) - max(most - 1, least) - ROOM, 0) for line in cell)
    return wide + sum(max(least - size - ROOM, 0) for size in _wanted(cell))


def _leads(cell: Cell, leading: set[str], helping: set[str]) -> int:
    """How far the names are those that lead elsewhere in the table; collective ones never do."""
    names = _names(cell)
    if any(map(is_collective, names)):
        return -2
    return sum((name in leading) - (name in helping and name not in leading) for name in names[:1])


def _exchange(row: LaidRow, pair: tuple[int, int]) -> LaidRow:
    other = {pair[0]: pair[1], pair[1]: pair[0]}
    pieces = (replace(one, column=other.get(one.column, one.column)) for one in row.pieces)
    return replace(row, pieces=tuple(pieces))
