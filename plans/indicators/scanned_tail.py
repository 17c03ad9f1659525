"""The agencies behind the targets of a scanned indicator, told apart by the names they make.

The lines of one cell stand among another's; on one line the columns stand in their order.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from math import prod

from plans.agencies.keys import is_collective
from plans.agencies.snapping import snap_agencies, sound_names
from plans.agencies.spotting import spot_agencies
from plans.cell_costs import MISSING
from plans.columns import Column
from plans.indicators.tables import IndicatorTable
from plans.source import Line
from plans.words import join_lines

MOST_WAYS = 2_000
"""More ways to cut a row's lines in two are not tried: all is the first column's then."""
UNLIKE, OPEN_END = 9.0, 3.0
"""What it costs that words name nobody; that a cell ends in a mark that wants more."""
OPEN_LIST = re.compile(r";[^\w]*$")
BROKEN = 1.0
"""What it costs that the first column breaks a name that it elsewhere has on one line."""
USUALLY_LAST = 0.3
"""What it costs that the first column has a collective name that elsewhere the last one has."""
CUT_INSIDE = 0.15
"""What it costs that a column ends where no border and no known name begins."""

Part = tuple[str, bool]
"""Words of a line, and whether a border or the beginning of a known name stands before them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a table shows of its agencies: those it names soundly, those that its first column has
    on one line, and the collective ones that stand last."""

    names: tuple[str, ...]
    whole: frozenset[str]
    last: frozenset[str]


def share_scanned(lines: Sequence[tuple[Line, str]], table: IndicatorTable) -> dict[Column, str]:
    """The words of a row's lines by the column of agencies they fill; on each line the columns are
    cut where together they make the likeliest names."""
    known = _known(table)
    parted = [list(_parts(words)) for _, words in lines]
    one = {Column.LEAD: join_lines([words for _, words in lines]).replace("|", " ")}
    ways = prod(len(parts) + 1 for parts in parted)
    if not table.has_coordinating or ways > MOST_WAYS:
        return one
    best: tuple[float, dict[Column, str]] = (float("inf"), one)
    for cuts in product(*(range(len(parts) + 1) for parts in parted)):
        cells = {
            Column.LEAD: [
                _join(parts[:cut]) for parts, cut in zip(parted, cuts, strict=True) if cut
            ],
            Column.COORDINATING: [
                _join(parts[cut:])
                for parts, cut in zip(parted, cuts, strict=True)
                if cut < len(parts)
            ],
        }
        inside = sum(
            0 < cut < len(parts) and not parts[cut][1]
            for parts, cut in zip(parted, cuts, strict=True)
        )
        cost = CUT_INSIDE * inside + _cells_cost(cells, known)
        if cost < best[0]:
            texts = {column: join_lines(said) for column, said in cells.items() if said}
            best = cost, texts
    return best[1]


def _cells_cost(cells: dict[Column, list[str]], known: Known) -> float:
    cost = 0.0
    for column, said in cells.items():
        if not said:
            cost += MISSING[column]
            continue
        text = join_lines(said)
        cost += _names_cost(text, known.names) + OPEN_END * bool(OPEN_LIST.search(said[-1]))
        if column is Column.LEAD:
            names = set(spot_agencies(text).names)
            cost += BROKEN * (len(said) > 1 and bool(names) and names <= known.whole)
            cost += USUALLY_LAST * bool(names & known.last)
    return cost


@lru_cache(maxsize=50)
def _known(table: IndicatorTable) -> Known:
    cells = [[cell.strip() for cell in line.text.split("|")] for line in table.lines]
    pairs = [row[-2:] for row in cells if len(row) > 2]
    first = Counter(name for one, _ in pairs for name in sound_names([one]))
    last = Counter(name for _, other in pairs for name in sound_names([other]))
    return Known(
        sound_names(cell for row in cells for cell in row),
        frozenset(name for name, count in first.items() if count > 1),
        frozenset(name for name in last if is_collective(name) and last[name] > 2 * first[name]),
    )


def _names_cost(text: str, known: tuple[str, ...]) -> float:
    """What it costs that a cell names agencies with these words; those of the table cost less."""
    snapped = snap_agencies(text, known)
    return min(spot_agencies(text).cost, snapped[1] if snapped else UNLIKE, UNLIKE)


def _parts(words: str) -> Iterator[Part]:
    """The words parted at borders and at capitals, where another cell may begin."""
    for cell in words.split("|"):
        starts = [found.start() for found in re.finditer(r"(?<!\S)(?=[A-ZĐ])", cell)]
        edges = sorted({0, len(cell), *starts})
        bordered = True
        for a, b in pairwise(edges):
            if part := cell[a:b].strip():
                yield part, bordered
                bordered = False


def _join(parts: Sequence[Part]) -> str:
    return " ".join(words for words, _ in parts)
