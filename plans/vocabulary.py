"""The known words that a damaged word may be, found without comparing it to every one of them.

Words that part by few letters leave the same when few letters are taken out of each. So every known
word is filed under all that is left of it then; what is left of a damaged word tells which of them
are worth comparing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from plans.scanned import CROSSED, LONG, NO_LIKENESS, unlikeness

MOST_MARKS = 2
"""A word with more marks for half seen letters may be a known one that is further from it."""


class Vocabulary:
    """Some known words, folded, in their order."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(words))
        self._known = frozenset(self.words)
        self._places: tuple[dict[str, list[int]], ...] = ({}, {})  # of the short, of the long
        for at, word in enumerate(self.words):
            long = len(word) >= LONG
            for rest in {*_rests(word, 1 + long)}:
                self._places[long].setdefault(rest, []).append(at)
        self._longest = max(map(len, self.words), default=0) + 2

    def alike(self, seen: str) -> Mapping[str, float]:
        """Those that a skeleton may be taken for, in their order, and what each costs."""
        return _alike(self, seen)

    def nearest(self, seen: str) -> tuple[str, float]:
        """The first of those that cost least to take a skeleton for, and that cost."""
        found = self.alike(seen).items()
        return min(found, key=_by_cost, default=(self.words[0], NO_LIKENESS))

    def begin(self, seen: str) -> Iterator[str]:
        """Those that a skeleton begins with, two letters or more behind them."""
        return (seen[:end] for end in range(1, len(seen) - 1) if seen[:end] in self._known)

    def worth_comparing(self, seen: str) -> Iterator[str]:
        """Those that may be like a skeleton at all, in their order."""
        if seen.count("?") > MOST_MARKS:
            return iter(self.words)
        ways = [seen]
        while CROSSED.match(ways[-1]):
            ways.append(CROSSED.sub("d", ways[-1]))
        near = {
            place
            for way in ways
            if len(way) <= self._longest
            for places, rests in zip(self._places, _both_rests(way), strict=True)
            for rest in rests
            for place in places.get(rest, ())
        }
        return (self.words[place] for place in sorted(near))


def _rests(word: str, most: int) -> Iterator[str]:
    """The word, and what is left of it where up to so many letters are taken out."""
    yield word
    for count in range(1, most + 1):
        if count <= len(word):
            yield from map("".join, combinations(word, len(word) - count))


@lru_cache(maxsize=5_000)  # a word is looked for in one vocabulary after another
def _both_rests(word: str) -> tuple[Sequence[str], Sequence[str]]:
    """What is left of a word to find the short ones by, and to find the long ones by."""
    return tuple(_rests(word, 1)), tuple(_rests(word, 2))


@lru_cache(maxsize=50_000)
def _alike(known: Vocabulary, seen: str) -> Mapping[str, float]:
    costs = ((word, unlikeness(seen, word)) for word in known.worth_comparing(seen))
    return {word: cost for word, cost in costs if cost < NO_LIKENESS}


def _by_cost(found: tuple[str, float]) -> float:
    return found[1]
