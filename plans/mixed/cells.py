"""The words of a mixed row beside its task told apart: the lead's, the helpers', the product's.

The task, the lead and the deadline are known by now. What a line has beside them is the next words
of the helpers' names, then the product's. A beam over the words keeps the cheapest ways to tell
them apart.
"""

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from plans.agencies.spotting import Step, shortest_name, skip_cost, spot_agencies
from plans.annexes import Row
from plans.columns import Column
from plans.mixed.costs import is_scrap, product_word_cost
from plans.mixed.lines import Beside, Words, is_late
from plans.mixed.names import (
    LIKE,
    LOST,
    RUINED,
    KnownNames,
    is_garbled,
    name_ways,
    unlike,
    words_of,
)
from plans.restore.abbreviations import SPELLINGS
from plans.scanned import is_near, skeleton

BEAM, FAR = 30, 2.0
"""How many ways are kept after each word; one that costs so much more than the best is given up."""
SCRAP, OF_TASK, LATE = 0.1, 0.25, 0.2
"""A stain; a word that was laid to the task before; one of the deadline's."""
ODD_WORD, ODD_PRODUCT = 0.4, 0.3
"""A word with signs inside of it left out; and what it or a figure costs more in a product."""
BEFORE, INSIDE, BEHIND = 0.7, 0.45, 0.9
"""A word left out before the other cells begin on a line; a short one among the helpers; any that
stands behind words of the product."""
OF_A_NAME, NOT_IN_TIME, SHORT_WORD = 0.4, 0.4, 0.05
"""What a word of the plan's usual names and one of the deadline's cost more in a product; what a
scrap costs that may be a word of it."""
INTO = {**dict.fromkeys((None, *Column), 0.0), Column.CONTENT: 0.6, Column.PRODUCT: -0.15}
"""What a word costs more in a product by where it was laid before."""
BEGINS_SMALL = 0.4
"""A product that does not begin with a capital."""
UNFINISHED, COMPLETED = 1.2, 0.9
"""A name that stops half-way, for each of its words; one that only one usual name goes on from."""
NO_HELPERS, NO_PRODUCT = 1.0, 0.6
ODD, SHOWN = 0.8, 0.7
"""What a word of the lead may cost within others; the share of them that shows the lead."""
LEAST_RUN, GOES_ON, AWAY, IN_TASK, SKIPPED = 1.2, 0.8, 0.02, 0.3, 2
"""What words of the lead must gain for a line to have it; what those gain that go on with it; what
each word before them costs, and words that were laid to the task; how many may be lost."""

Place = tuple[int, Step, bool]
"""Which cell the line has come to (none yet, the helpers', the product's), where the helpers' name
stands, and whether the product has begun."""
Told = tuple[float, tuple[str, ...], tuple[str, ...]]
"""What it costs to have told the words apart so far, the helpers' names and the product's words."""
Ways = dict[Place, Told]


@lru_cache(maxsize=1_000)
def tell_apart(row: Row, lines: tuple[Beside, ...], known: KnownNames) -> Told:
    """The cheapest way to tell the words of a row's lines apart."""
    rests, met, _, wanted = _behind_lead(row, lines, known)
    ways: Ways = {(0, known.root, False): (LOST * (wanted - met) / 2, (), ())}
    for words in rests:
        for word, column in words:
            ours = column is not Column.CONTENT
            late = ours and is_late(word, row.deadline or "")
            skip = LATE if late else _skip(word, column)
            into = _product_cost(word, column, known, late=late)
            before = inf if column in (Column.PRODUCT, Column.COORDINATING) else BEFORE
            ways = _take(ways, word, (skip, into, before), known)
        begun: Ways = {}
        for (_, step, product), way in ways.items():
            place = 0, step, product
            if place not in begun or way[0] < begun[place][0]:
                begun[place] = way
        ways = begun
    return min((_end(place, way, known) for place, way in ways.items()), key=_cost)


def shows_lead(row: Row, lines: tuple[Beside, ...], known: KnownNames) -> bool:
    """Whether the row's lines have most words of its lead, in their order."""
    _, met, passed, wanted = _behind_lead(row, lines, known)
    return met > 1 and met - passed >= SHOWN * wanted


def shows_names(
    names: Iterable[str], row: Row, lines: tuple[Beside, ...], known: KnownNames
) -> bool:
    """Whether the row's lines have, beside its lead, each word of those names that no two cells of
    the plan spell soundly."""
    rare = [word for name in names if known.is_rare(name) for word in words_of(name)]
    if not rare:
        return True
    rests = _behind_lead(row, lines, known).rests
    seen = {skeleton(word) for rest in rests for word, _ in rest}
    return all(any(is_near(one, word, LIKE) for one in seen) for word in rare)


class _Beside(NamedTuple):
    """The lines of a row without its lead's words; how many of these are there up to the last that
    was met, how many of those were passed over, and how many there are."""

    rests: list[Words]
    met: int
    passed: int
    wanted: int


def _behind_lead(row: Row, lines: Sequence[Beside], known: KnownNames) -> _Beside:
    names = _lead_names(row, known)
    lead = tuple(itertools.chain.from_iterable(names))
    starts = tuple(itertools.accumulate(map(len, names[:-1])))
    met = passed = 0
    rests: list[Words] = []
    for line in lines:
        rest, reached = _without_lead(line.words, lead, met, starts)
        passed += max(reached - met - SKIPPED - (len(line.words) - len(rest)), 0)
        met = reached
        rests.append(rest)
    return _Beside(rests, met, passed, len(lead))


def _cost(way: Told) -> float:
    return way[0]


def _lead_names(row: Row, known: KnownNames) -> list[tuple[str, ...]]:
    """The words of each name of the row's lead, by its usual name where it has one."""
    names = spot_agencies(row.lead or "").names or (row.lead or "",)
    return [words_of(known.whole(name)) for name in names]


def _without_lead(
    line: Words, lead: Sequence[str], met: int, starts: Sequence[int]
) -> tuple[Words, int]:
    """The line behind the lead's next words, and how far of the lead these reach; it may go on with
    the next of several names where one is printed otherwise ("Sở GD&ĐT")."""
    best, end, last = LEAST_RUN, 0, met
    near = range(met, min(met + 1 + SKIPPED, len(lead)))
    places = [*near, *(start for start in starts if start >= near.stop)]
    for start, (word, _) in enumerate(line):
        for first in places:
            if word[:1].islower() and (first == 0 or first in starts):
                continue
            gain, behind, reached = _run(line, start, lead, first, met)
            if gain > best:
                best, end, last = gain, behind, reached
    return line[end:], last


def _run(line: Words, start: int, lead: Sequence[str], at: int, met: int) -> tuple[float, int, int]:
    """What it gains that the lead's words stand side by side from a place on, and where they end
    in the line and in the lead."""
    first, gain = at, -AWAY * start - (IN_TASK if line[start][1] is Column.CONTENT else 0.0)
    while start < len(line) and at < len(lead):
        seen = skeleton(line[start][0])
        cost, size = unlike(seen, lead[at]), 1
        if cost > ODD and at + 1 < len(lead):
            joined = unlike(seen, lead[at] + lead[at + 1])  # "Vanphong"
            cost, size = (joined, 2) if joined <= LIKE else (cost, 1)
        if cost > ODD and "?" in seen.strip("?") and is_garbled(line[start][0]):
            cost = RUINED
        if cost > ODD:
            break
        at, start, gain = at + size, start + 1, gain + size - cost
    return gain + (GOES_ON if first == met > 0 else 0.0), start, at


def _take(ways: Ways, word: str, costs: tuple[float, float, float], known: KnownNames) -> Ways:
    """The cheapest ways to go on with one more word; `costs` are those of leaving it out, of
    taking it into the product, and of leaving it out before the other cells begin."""
    after: Ways = {}
    skip, into, before = costs
    limit = inf
    whole, short = not is_scrap(word), _may_be_word(word)
    first = into + (0.0 if word[:1].isupper() else BEGINS_SMALL)
    left_out = (
        min(skip, before),
        max(skip, INSIDE * short),
        max(skip, BEHIND * (short and skip not in (LATE, ODD_WORD))),
    )
    for place, (cost, names, product) in ways.items():
        cell, step, begun = place
        total = cost + left_out[cell]
        if total <= limit and (place not in after or total < after[place][0]):
            after[place] = (total, names, product)
            limit = min(limit, total + FAR)
        total = cost + (into if begun else first)
        if total <= limit and (whole or (begun and short)):
            place = 2, step, True
            if place not in after or total < after[place][0]:
                after[place] = (total, names, (*product, word))
                limit = min(limit, total + FAR)
        if cell == 2:
            continue
        for more, then, name in name_ways(step, word, known.root):
            total = cost + more
            if name is not None:
                total += known.heard(name)
            place = 1, then, begun
            if total <= limit and (place not in after or total < after[place][0]):
                after[place] = (total, names if name is None else (*names, name), product)
                limit = min(limit, total + FAR)
    ranked = sorted(after.items(), key=_by_cost)
    return {place: way for place, way in ranked[:BEAM] if way[0] <= limit}


def _by_cost(found: tuple[Place, Told]) -> float:
    return found[1][0]


def _end(place: Place, way: Told, known: KnownNames) -> Told:
    """The way with the name that stands open, and the cost of what is lacking."""
    _, step, begun = place
    cost, names, said = way
    if step is not known.root:
        name = step.name or (shortest_name(step) if step.depth > 1 else None)
        if name is None:
            cost += UNFINISHED * step.depth
        else:
            cost += known.heard(name) + (COMPLETED if step.name is None else 0.0)
            names = (*names, name)
    cost += (0.0 if names else NO_HELPERS) + (0.0 if begun else NO_PRODUCT)
    return cost, names, said


def _skip(word: str, column: Column | None) -> float:
    """What it costs that a word is of no cell that is looked for."""
    if is_scrap(word):
        return SCRAP
    if column is Column.CONTENT:
        return OF_TASK
    return ODD_WORD if _is_odd(word) else skip_cost(word)


def _product_cost(word: str, column: Column | None, known: KnownNames, *, late: bool) -> float:
    """What it costs that a product has the word."""
    cost = SHORT_WORD if is_scrap(word) else product_word_cost(word)
    cost += ODD_PRODUCT * (_is_odd(word) or (word[:1].isdigit() and word not in SPELLINGS))
    cost += OF_A_NAME * (skeleton(word) in known.words)
    return cost + INTO[column] + NOT_IN_TIME * late


def _may_be_word(word: str) -> bool:
    """Whether two or three signs are a word however short: "d6", "4n"."""
    seen = skeleton(word)
    return seen == "y" or (len(seen) > 1 and any(map(str.isalpha, seen)))


def _is_odd(word: str) -> bool:
    """Whether signs are among its letters, so that nothing can be read from it."""
    return "?" in skeleton(word).strip("?") and is_garbled(word)
