"""The beginnings and the ends of syllables that a misread string may stand for.

A syllable is consonants and a rest ("ngh", "iệp"); each letter is misread by itself, so the two
are looked up apart. There are few of them, and what one word teaches of its end serves the next.
"""

from collections.abc import Iterable, Mapping
from operator import itemgetter

LONGEST = 3
"""The most letters that one letter is read as."""
REACH = 9.0
"""Readings this much less likely (natural log) than the best of the same string are dropped."""
LIMIT = 18.0
"""Readings that cost more than this are never worth it."""

Table = Mapping[str, Mapping[str, float]]
"""For each string as read, the letters it may have been, each with its cost."""
Readings = list[tuple[str, float]]
"""What a string may stand for, each with its cost, cheapest first."""


class Ends:
    """Looks up ends of syllables, letter by letter from the last."""

    def __init__(self, ends: Iterable[str], table: Table) -> None:
        self._table = table
        self._longer: dict[str, dict[str, str]] = {}
        for end in ends:
            for at, letter in enumerate(end):
                self._longer.setdefault(end[at + 1 :], {})[letter] = end[at:]
        self._known: dict[str, Readings] = {}

    def read(self, text: str) -> Readings:
        """The ends that the text may stand for."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._grow(text, self._table, {} if text else {"": 0.0})
        return known

    def read_first(self, text: str, table: Table) -> Readings:
        """The same where the end is a whole syllable, its first letter misread as `table` says."""
        return self._grow(text, table, {})

    def _grow(self, text: str, table: Table, found: dict[str, float]) -> Readings:
        for size in range(1, min(LONGEST, len(text)) + 1):
            row = table.get(text[:size])
            if row is not None:
                _step(found, self.read(text[size:]), row, self._longer)
        return _with_lost(found, table.get(""), self._longer)


class Beginnings:
    """Looks up beginnings of syllables, letter by letter from the first."""

    def __init__(self, beginnings: Iterable[str], first: Table, table: Table) -> None:
        self._first = first
        self._table = table
        self._start: dict[str, dict[str, str]] = {"": {}}
        self._longer: dict[str, dict[str, str]] = {}
        for beginning in beginnings:
            for at, letter in enumerate(beginning):
                side = self._longer if at else self._start
                side.setdefault(beginning[:at], {})[letter] = beginning[: at + 1]
        self._known: dict[str, Readings] = {"": [("", 0.0)]}

    def read(self, text: str) -> Readings:
        """The beginnings that the text may stand for; none at all for an empty text alone."""
        known = self._known.get(text)
        if known is not None:
            return known
        found: dict[str, float] = {}
        for size in range(1, min(LONGEST, len(text)) + 1):
            before, seen = self.read(text[:-size]), text[-size:]
            if size == len(text) and (row := self._first.get(seen)) is not None:
                _step(found, before, row, self._start)
            elif (row := self._table.get(seen)) is not None:
                _step(found, before, row, self._longer)
        known = self._known[text] = _with_lost(found, self._table.get(""), self._longer)
        return known


def _step(
    found: dict[str, float],
    shorter: Iterable[tuple[str, float]],
    row: Mapping[str, float],
    longer: Mapping[str, Mapping[str, str]],
) -> None:
    """Add what comes of the shorter readings by one more letter, the cheapest way to each."""
    for part, cost in shorter:
        ways = longer.get(part)
        if ways is None:
            continue
        for letter in row if len(row) < len(ways) else ways:
            if letter in ways and letter in row:
                total, grown = cost + row[letter], ways[letter]
                if total < found.get(grown, LIMIT):
                    found[grown] = total


def _with_lost(
    found: dict[str, float],
    row: Mapping[str, float] | None,
    longer: Mapping[str, Mapping[str, str]],
) -> Readings:
    """What was found and what it grows to by a letter that left nothing; all that is likely."""
    if not found:
        return []
    bound = min(found.values()) + REACH
    ranked = sorted((item for item in found.items() if item[1] <= bound), key=_by_cost)
    if row is not None:
        grown = dict(ranked)
        _step(grown, ranked, row, longer)
        ranked = sorted((item for item in grown.items() if item[1] <= bound), key=_by_cost)
    return ranked


_by_cost = itemgetter(1, 0)
