"""What stands behind the targets of an indicator: the agencies and the product, told apart."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from plans.broken.pieces import part_lines
from plans.cell_costs import MISSING, cell_cost
from plans.columns import Column
from plans.indicators.scanned_tail import share_scanned
from plans.indicators.tables import IndicatorTable
from plans.indicators.words import AGENCY_STARTS, PRODUCT, UNFINISHED
from plans.source import Line
from plans.words import fold, join_lines

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
        return _share_scanned(tail, table)
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


def _share_scanned(tail: Sequence[tuple[Line, str]], table: IndicatorTable) -> Shared:
    """The product told by its words; the rest is agencies (`plans.indicators.scanned_tail`)."""
    said: list[str] = []
    rest: list[tuple[Line, str]] = []
    for line, words in tail:
        parts = list(_stretches(words))
        products = [part for part in parts if PRODUCT.search(fold(part))]
        said += products if table.has_product else []
        left = " | ".join(part for part in parts if part not in products)
        rest += [(line, left)] if left else []
    shared = {Column.PRODUCT: " ".join(said)} if said else {}
    agencies = share_scanned(rest, table) if rest else {}
    return shared | {column: text.strip(" .,;") for column, text in agencies.items()}


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
