"""What stands behind the targets of an indicator: the agencies and the product, told apart."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise, product

from plans.agency_spotting import spot_agencies
from plans.cell_costs import MISSING, cell_cost
from plans.columns import Column
from plans.indicator_tables import IndicatorTable
from plans.indicator_words import AGENCY_STARTS, PRODUCT, UNFINISHED
from plans.pieces import part_lines
from plans.source import Line
from plans.words import fold, join_lines

LONGEST_TAIL = 8
"""In stretches of words; one longer is not shared out among several columns."""
UNLIKE = 9.0
OPEN_END = 3.0
"""What it costs that a cell ends in words that want others."""
ANY_DAY = date(2025, 1, 1)
"""Deadlines count from a day; these tables have none, so any will do."""

Shared = dict[Column, str]


def share_tail(tail: Sequence[tuple[Line, str]], table: IndicatorTable) -> Shared:
    """The words behind the targets of a row, each line with its words, by the column they fill."""
    columns = [Column.LEAD]
    columns += [Column.COORDINATING] if table.has_coordinating else []
    columns += [Column.PRODUCT] if table.has_product else []
    if not tail:
        return {}
    if table.scanned:
        return _share_scanned(tail, columns)
    pieces = [piece for line, words in tail for piece in _pieces(line, words)]
    best: tuple[float, tuple[str, ...]] = (float("inf"), ())
    for count in range(min(len(columns), len(pieces)), 0, -1):
        missing = sum(MISSING[column] for column in columns[count:])
        for cuts in combinations(range(1, len(pieces)), count - 1):
            edges = (0, *cuts, len(pieces))
            texts = tuple(join_lines(pieces[a:b]) for a, b in pairwise(edges))
            cost = missing + OPEN_END * sum(
                bool(UNFINISHED.search(fold(text))) or text.endswith(";") for text in texts
            )
            cost += sum(
                _cell_cost(column, text) for column, text in zip(columns, texts, strict=False)
            )
            if cost < best[0]:
                best = cost, texts
    shared = zip(columns, best[1], strict=False)
    return {column: text.rstrip(" .,;") for column, text in shared if text.rstrip(" .,;")}


def _share_scanned(tail: Sequence[tuple[Line, str]], columns: Sequence[Column]) -> Shared:
    """The same for a scanned table, where the lines of one cell stand among another's.

    Each stretch of words goes to the column in which it makes the likeliest names; on one line
    the columns stand in their order.
    """
    stretches = [(line, part) for line, words in tail for part in _stretches(words)]
    said = " ".join(part for _, part in stretches if PRODUCT.search(fold(part)))
    shared = {Column.PRODUCT: said} if said and Column.PRODUCT in columns else {}
    stretches = [(line, part) for line, part in stretches if not PRODUCT.search(fold(part))]
    agencies = [column for column in columns if column is not Column.PRODUCT]
    if len(stretches) > LONGEST_TAIL:
        agencies = agencies[:1]
    best: tuple[float, Shared] = (float("inf"), {})
    for places in product(range(len(agencies)), repeat=len(stretches)):
        if any(
            one is other and place > after
            for (one, _), (other, _), place, after in zip(
                stretches, stretches[1:], places, places[1:], strict=False
            )
        ):
            continue
        found: dict[Column, list[str]] = {}
        for (_, part), place in zip(stretches, places, strict=True):
            found.setdefault(agencies[place], []).append(part)
        texts = {column: join_lines(parts) for column, parts in found.items()}
        cost = sum(min(spot_agencies(text).cost, UNLIKE) for text in texts.values())
        cost += sum(MISSING[column] for column in agencies if column not in texts)
        if cost < best[0]:
            best = cost, texts
    return shared | {column: text.strip(" .,;") for column, text in best[1].items()}


def _pieces(line: Line, words: str) -> list[str]:
    """The words parted where another cell may begin."""
    parts = (part_lines([Line(line.number, part, 0)]) for part in _stretches(words))
    return [piece.text for pieces in parts for piece in pieces]


def _stretches(words: str) -> Iterator[str]:
    """The words parted at borders, and where another agency or the product begins."""
    for cell in words.split("|"):
        folded = fold(cell)
        starts = [found.start() for found in AGENCY_STARTS.finditer(folded)]
        starts += [found.start() for found in PRODUCT.finditer(folded)]
        if len(folded) != len(cell):
            starts = []
        edges = sorted({0, len(cell), *(at for at in starts if cell[at].isupper())})
        yield from (part for a, b in pairwise(edges) if (part := cell[a:b].strip()))


def _cell_cost(column: Column, text: str) -> float:
    """What it costs to call the text a cell of the column."""
    folded = fold(text)
    found, agency = PRODUCT.search(folded), AGENCY_STARTS.match(folded)
    cost = min(cell_cost(column, text, ANY_DAY), UNLIKE)
    if column is Column.PRODUCT:
        return 0.0 if found and found.start() == 0 else cost + (UNLIKE if agency else 0.0)
    if found:
        return UNLIKE
    return min(cost, 1.0) if agency else cost
