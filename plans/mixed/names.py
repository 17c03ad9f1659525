"""The names that the helpers' cells of a mixed table may have, and how far its words lead in them.

What a scan ran together, lost or garbled within a long name is made good by the words around it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from plans.agencies.spotting import ROOT, Step, build_steps, spot_agencies, ways_on, words_near
from plans.agencies.usual import COLLECTIVE, PLACES, USUAL
from plans.annexes import Row
from plans.restore.model import load_model
from plans.scanned import LOOKS_LIKE, is_near, skeleton, unlikeness
from plans.words import letters

LIKE, NO_WORD = 0.35, 9.0
"""What a word may cost to be one that is expected; the cost of no word at all."""
LOST, RUINED, RUINED_ALL, RUN_ON = 0.9, 0.5, 1.0, 0.2
"""A word of a name that no line has; one garbled that has letters of it, and that has none; two
that ran together."""
LONG, SHORT = 4, 4
"""In words: of a shorter name nothing may be lost. In letters: a longer word may be two."""
LENGTHS_APART, SHARED = 3, 3
"""So many letters a garbled word may have more or less; it shares one in three."""
POOR = 7.0
"""A word is garbled where no syllable comes nearer to it (natural log)."""
NEXT_NAME = 0.2
RARE_COLLECTIVE, HEARD_ONCE, UNHEARD, UNHEARD_SHORT = 0.05, 0.25, 1.0, 1.5
"""A collective name that the plan seldom names; a name that one of its cells has soundly; one
that none has, and a short one."""
BEGUN, FAR_COMMONER = 0.5, 3
"""A name that is but the beginning of one so many times as common, the rest of it lost perhaps."""
SOUND = 0.35
"""What each name of a cell may cost for the cell to be spelt soundly."""
MOST = 0.7
"""The share of a name's words that must be there for one that the plan has nowhere soundly."""


class KnownNames:
    """The names that cells of a plan spell soundly, with how many do, and the words of those that
    several do."""

    def __init__(self, rows: Iterable[Row], words: Iterable[str]) -> None:
        """`words` are those of the table; of other usual names those may be there of which it has
        most words."""
        self._counts: Counter[str] = Counter()
        for row in rows:
            for cell in filter(None, (row.coordinating, row.lead)):
                found = spot_agencies(cell)
                if found.names and not found.skipped and found.cost <= SOUND * len(found.names):
                    self._counts.update(
                        name for name in found.names if name.count(" ") > 1 or not found.cost
                    )
        self.begun = frozenset(
            name
            for name, count in self._counts.items()
            for longer, times in self._counts.items()
            if longer.startswith(f"{name} ") and times >= FAR_COMMONER * count
        )
        often = [name for name, count in self._counts.items() if count > 1]
        self.words = frozenset(word for name in often for word in words_of(name))
        seen = {skeleton(word) for word in words}
        usual = {*self._counts, *COLLECTIVE}
        others = [name for name in USUAL if name not in usual and _may_be_of(name, seen)]
        self.root = build_steps(sorted({*usual, *others}), ROOT.words)

    def whole(self, name: str) -> str:
        """The name with its place where the plan mostly says it so."""
        longer = max((f"{name} {place}" for place in PLACES), key=self._counts.__getitem__)
        return longer if self._counts[longer] > self._counts[name] else name

    def is_rare(self, name: str) -> bool:
        """Whether not two cells have it soundly."""
        return self._counts[name] < 2

    def heard(self, name: str) -> float:
        """What it costs that a cell names it."""
        if name in self.begun:
            return BEGUN
        if self._counts[name] > 1:
            return 0.0
        if name in COLLECTIVE:
            return RARE_COLLECTIVE
        if self._counts[name]:
            return HEARD_ONCE
        return UNHEARD if name.count(" ") >= LONG else UNHEARD_SHORT


def _may_be_of(name: str, met: Collection[str]) -> bool:
    """Whether most of the name's words are met."""
    wanted = words_of(name)
    return sum(word in met for word in wanted) >= MOST * len(wanted)


@lru_cache(maxsize=50_000)
def name_ways(step: Step, word: str, root: Step) -> tuple[tuple[float, Step, str | None], ...]:
    """Where a word leads within the helpers' names, at what cost, and the name that it closes."""
    found: list[tuple[float, Step, str | None]] = [
        (cost, then, None) for cost, then in ways_on(step, word)
    ]
    found += _ruined_ways(step, word)
    if step.name is not None:
        found += [(cost + NEXT_NAME, then, step.name) for cost, then in ways_on(root, word)]
        if skeleton(word) == "va":
            found.append((NEXT_NAME, root, step.name))
    return tuple(found)


def _ruined_ways(step: Step, word: str) -> Iterator[tuple[float, Step, None]]:
    """The ways on where words ran together, where one word of a long name is lost, and where this
    one is garbled."""
    seen, garbled = skeleton(word), is_garbled(word)
    near = words_near(step.words, seen).keys()
    for known, then in step.next.items():
        longest = LONG if step.depth > 1 else _longest(then)
        two = len(seen) > SHORT and (garbled or seen[0] == known[0])
        for after, last in then.next.items() if two else ():
            if is_near(seen, known + after, LIKE):
                yield (unlike(seen, known + after) + RUN_ON, last, None)
            elif garbled and longest >= LONG and step.depth > 1:
                yield (_garble_cost(seen, known + after) + RUN_ON, last, None)
        if garbled and longest >= LONG - 1:
            yield (_garble_cost(seen, known), then, None)
        if longest >= LONG and not near.isdisjoint(then.next):
            yield from ((LOST + cost, last, None) for cost, last in ways_on(then, word))


def _garble_cost(seen: str, known: str) -> float:
    """What it costs to take a garbled word for one, by the letters they share."""
    seen = seen.translate(LOOKS_LIKE)
    shared = len(set(seen) & set(known))
    near = abs(len(seen) - len(known)) <= LENGTHS_APART and shared * SHARED >= len(set(known))
    return RUINED if near else RUINED_ALL


@lru_cache(maxsize=5_000)
def _longest(step: Step) -> int:
    """How many words the longest name has that goes on from the step."""
    return max((_longest(then) for then in step.next.values()), default=step.depth)


def unlike(seen: str, known: str) -> float:
    """What it costs to take a word's bare letters for a known word."""
    return unlikeness(seen, known) if seen else NO_WORD


@lru_cache(maxsize=20_000)
def is_garbled(word: str) -> bool:
    """Whether nothing can be read from the word, so that any may have stood there."""
    bare = word.strip(".,;:()/'‘’“”\"")
    if len(bare) < 2:
        return False
    found = load_model().damage.candidates(bare, 1)
    return not found or found[0][1] > POOR


@lru_cache(maxsize=500)
def words_of(name: str) -> tuple[str, ...]:
    return tuple(letters(name).split())
