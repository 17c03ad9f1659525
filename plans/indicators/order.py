"""Ruined names of indicators known by where they stand among the usual ones.

Communes took over the list of targets in the order in which it was handed down
(`usual.USUAL`): a name that scanning has ruined throughout is the one between its
neighbours. Such a name is a guess and is marked as one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from plans.indicators.row import IndicatorRow
from plans.indicators.usual import RUINED, USUAL, lost_share
from plans.indicators.words import STARTS
from plans.words import fold

SAME, CLEAR = 0.62, 0.72
"""The share of letters that a ruined name, and a sound one, has in common with the usual one."""
SPOILT = 0.1
"""How much of a name is lost that does not even begin as one."""
LIKE_ENOUGH = 0.4
"""What a name before the first known one, or after the last, must have in common with its own."""
MOST_BETWEEN = 6
"""So many usual names at most are thought of for the rows between two known ones."""
HANDED_DOWN = USUAL[: USUAL.index("Đẩy mạnh ứng dụng TMĐT, quy mô kinh tế số (GRDP)") + 1]
"""The part of the usual names that has an order."""


def name_by_order(rows: Sequence[IndicatorRow]) -> list[IndicatorRow]:
    """The rows of a scanned table with their ruined names put right as far as the order tells."""
    anchors = _in_order([(at, place) for at, row in enumerate(rows) for place in _anchor(row)])
    named = list(rows)
    for (a, first), (b, last) in zip(
        [(-1, -1), *anchors], [*anchors, (len(rows), len(HANDED_DOWN))], strict=True
    ):
        open_rows = [at for at in range(a + 1, b) if _is_ruined(rows[at])]
        between = range(first + 1, last)
        at_end = a < 0 or b == len(rows)
        most = len(open_rows) + 1 if at_end else MOST_BETWEEN
        if not open_rows or not len(open_rows) <= len(between) <= most:
            continue
        best = max(
            combinations(between, len(open_rows)),
            key=lambda places: sum(
                _likeness(rows[at].raw_name, HANDED_DOWN[place])
                for at, place in zip(open_rows, places, strict=True)
            ),
        )
        for at, place in zip(open_rows, best, strict=True):
            if at_end and _likeness(rows[at].raw_name, HANDED_DOWN[place]) < LIKE_ENOUGH:
                continue
            named[at] = _named(rows[at], HANDED_DOWN[place])
    for at, place in anchors:
        if _is_ruined(rows[at]):
            named[at] = _named(rows[at], HANDED_DOWN[place])
    return named


def _named(row: IndicatorRow, name: str) -> IndicatorRow:
    others = (doubt for doubt in row.doubts if not doubt.startswith("name_"))
    doubts = ("name_guessed", *others)
    return replace(row, name=name, doubts=doubts)


def _is_ruined(row: IndicatorRow) -> bool:
    if row.heading or "name_guessed" in row.doubts:
        return False
    begun = STARTS.match(fold(row.raw_name)) or STARTS.match(fold(row.name))
    return lost_share(row.name) >= (RUINED if begun else SPOILT)


def _anchor(row: IndicatorRow) -> Iterator[int]:
    """The place of the usual name that the row surely has, if any."""
    if row.name in HANDED_DOWN:
        yield HANDED_DOWN.index(row.name)
        return
    ruined = _is_ruined(row)
    said, least = (row.raw_name, SAME) if ruined else (row.name, CLEAR)
    found = (0.0, 0)
    bounds = [(_most_alike(said, usual), at) for at, usual in enumerate(HANDED_DOWN)]
    for most, at in sorted(bounds, reverse=True):
        if most < max(found[0], least):
            break  # none of the others comes as near
        found = max(found, (_likeness(said, HANDED_DOWN[at]), at))
    if found[0] >= least:
        yield found[1]


def _most_alike(said: str, usual: str) -> float:
    """What two names have in common at most, told by their letters without the order."""
    ours, theirs = _counts(said), _counts(usual)
    shared = sum(min(count, theirs.get(letter, 0)) for letter, count in ours.items())
    return 2 * shared / (len(_letters(said)) + len(_letters(usual)) or 1)


def _in_order(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of what was found in which both rows and names follow one another."""
    best: list[list[tuple[int, int]]] = []
    for at, place in found:
        before = [way for way in best if way[-1][1] < place]
        best.append([*max(before, key=len, default=[]), (at, place)])
    return max(best, key=len, default=[])


@lru_cache(maxsize=20_000)
def _likeness(said: str, usual: str) -> float:
    if _most_alike(said, usual) <= 0.3:
        return 0.0
    return SequenceMatcher(None, _letters(said), _letters(usual), autojunk=False).ratio()


@lru_cache(maxsize=5_000)
def _counts(text: str) -> Counter[str]:
    return Counter(_letters(text))


@lru_cache(maxsize=5_000)
def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))
