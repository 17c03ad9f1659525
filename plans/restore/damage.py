"""Which syllables a misread word may stand for, and how likely each misreading is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from plans.restore.parts import REACH, Beginnings, Ends, Readings
from plans.restore.spelling import plain_letter, without_tone

MIXED = 2.0
"""What a lower-case letter costs where the word has a capital, and the other way round."""
KIN = 0.02
"""The share taken over from each letter that has but another tone."""
DISTANT_KIN = 0.003
"""The share taken over from each other letter with the same base."""
WHOLE = 0.5
"""The share of letters that a reader who knows Vietnamese leaves as they are, and"""
TURNED = 0.004
"""of those that it takes for another of the same base."""
LOST = 0.15
"""The share of letters that simply lose what stands above or below them, over what was seen."""
OFF = 4.0
"""What it costs to trust the bare letters alone, and"""
UNSEEN = 4.0
"""one letter of them invented, lost or replaced."""
JOINED = 4.0
"""What a lost space costs."""
LONGEST_SYLLABLE = 7
"""In letters."""
LONGEST_BEGINNING = 6
"""Letters, as read, that the consonants before the first vowel may take up."""
CONSONANTS = "bcdđghklmnpqrstvx"


class Damage:
    """Looks up candidates among known syllables by how their letters are misread."""

    def __init__(
        self,
        syllables: Iterable[str],
        read_as: Mapping[str, Mapping[str, float]],
        known: Mapping[str, Mapping[str, float]],
    ) -> None:
        """`read_as` has, for each letter, how often it was read as each string of letters.

        `known` has shares in the same form, which are added.
        """
        self._by_bare: dict[str, list[str]] = {}
        self._by_beginning: dict[str, dict[str, str]] = {}
        for syllable in sorted(syllables):
            end = syllable.lstrip(CONSONANTS)
            beginning = syllable[: len(syllable) - len(end)]
            self._by_beginning.setdefault(beginning, {})[end] = syllable
            self._by_bare.setdefault(bare_letters(syllable), []).append(syllable)
        self._near: dict[str, list[str]] = {}
        for bare in self._by_bare:
            for short in (bare, *_one_less(bare)):
                self._near.setdefault(short, []).append(bare)
        self._lower: dict[str, dict[str, float]] = {}
        self._upper: dict[str, dict[str, float]] = {}
        shares = {letter: _share(counts) for letter, counts in read_as.items()}
        for letter in shares:
            table = self._lower if letter.islower() else self._upper
            for seen, share in _reckon(letter, shares, known.get(letter, {})).items():
                cost = -math.log(share)
                if cost < 11:
                    row = table.setdefault(seen, {})
                    row[letter.lower()] = min(cost, row.get(letter.lower(), math.inf))
        self._first = _merge(self._lower, self._upper, MIXED)
        self._shout = _merge(self._upper, self._lower, MIXED)
        starts = self._by_beginning
        ends = {end for found in starts.values() for end in found}
        small, shouted = Ends(ends, self._lower), Ends(ends, self._shout)
        self._small = (Beginnings(starts, self._first, self._lower), small, self._first)
        self._capital = (Beginnings(starts, self._shout, self._lower), small, self._shout)
        self._shouted = (Beginnings(starts, self._shout, self._shout), shouted, self._shout)
        self._found = lru_cache(maxsize=5_000)(self._find)

    def candidates(self, word: str, most: int) -> Readings:
        """The syllables the word may stand for, each with its cost, cheapest first."""
        return self._found(word)[:most]

    def _find(self, word: str) -> Readings:
        capitals = sum(letter.isupper() for letter in word)
        if capitals >= 2 and capitals > sum(letter.islower() for letter in word):
            starts, ends, first = self._shouted
        else:
            starts, ends, first = self._capital if word[:1].isupper() else self._small
        found: dict[str, float] = {}
        bound = math.inf
        for at in range(min(len(word), LONGEST_BEGINNING) + 1):
            rest = ends.read(word[at:]) if at else ends.read_first(word, first)
            if not rest:
                continue
            least = rest[0][1]
            for start, spent in starts.read(word[:at]):
                if spent + least > bound:
                    break
                syllables = self._by_beginning.get(start, {})
                for end, cost in rest:
                    total = spent + cost
                    if total > bound:
                        break
                    syllable = syllables.get(end)
                    if syllable is not None and total < found.get(syllable, math.inf):
                        found[syllable] = total
                        bound = min(bound, total + REACH)
        return sorted(found.items(), key=_by_cost)

    def is_bare(self, word: str) -> bool:
        """Whether the word has, diacritics aside, the letters of a syllable."""
        return bare_letters(word) in self._by_bare

    def near_candidates(self, word: str, most: int) -> list[tuple[str, float]]:
        """Syllables but one letter away, diacritics aside, from what was read."""
        bare = bare_letters(word)
        near: dict[str, int] = {}
        for short in (bare, *_one_less(bare)):
            for skeleton in self._near.get(short, ()):
                near[skeleton] = 0 if skeleton == bare else 1
        found = [
            (syllable, OFF + UNSEEN * slips)
            for skeleton, slips in near.items()
            for syllable in self._by_bare[skeleton]
        ]
        return sorted(found, key=_by_cost)[:most]

    def joined_candidates(self, word: str, most: int) -> list[tuple[tuple[str, ...], float]]:
        """The several syllables that may have run together in the word."""
        bare = bare_letters(word)
        if len(bare) != len(word):
            return []
        cuts: list[list[tuple[int, ...]]] = [[()]]  # for each end, the ways to cut up to there
        for end in range(1, len(bare) + 1):
            ways = [
                (*way, start)
                for start in range(max(0, end - LONGEST_SYLLABLE), end - 1)
                if bare[start:end] in self._by_bare
                for way in cuts[start]
            ]
            cuts.append(sorted(ways, key=len)[:4])
        found: list[tuple[tuple[str, ...], float]] = []
        for way in cuts[-1]:
            if len(way) > 1:
                found += self._fill(word, (*way, len(word)), most)
        return sorted(found, key=lambda item: (item[1], item[0]))

    def _fill(
        self, word: str, cuts: tuple[int, ...], most: int
    ) -> list[tuple[tuple[str, ...], float]]:
        """The likeliest syllables for each part of a word cut at those places."""
        found: list[tuple[tuple[str, ...], float]] = [((), -JOINED)]
        for start, end in pairwise(cuts):
            choices = self.candidates(word[start:end], 12)
            found = [
                ((*before, syllable), spent + cost + JOINED)
                for before, spent in found
                for syllable, cost in choices
            ]
            found = sorted(found, key=lambda item: (item[1], item[0]))[: 4 * most]
        return found


_by_cost = itemgetter(1, 0)


def bare_letters(word: str) -> str:
    """The plain small letters of a word, with digits taken for the letters they look like."""
    plain = "".join(plain_letter(letter) for letter in word.lower())
    return plain.translate(_DIGITS)


_DIGITS = str.maketrans("01468@&¢€$§¥", "olaogaooesyy")


def _one_less(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _share(counts: Mapping[str, float]) -> dict[str, float]:
    total = sum(counts.values()) + 2.0
    return {seen: count / total for seen, count in counts.items()}


def _reckon(
    letter: str, shares: Mapping[str, Mapping[str, float]], known: Mapping[str, float]
) -> dict[str, float]:
    """How likely the letter is read as what: as learned, and as its nearest kin are read."""
    found = dict(shares[letter])
    bare, shape = plain_letter(letter), without_tone(letter)
    for other, counts in shares.items():
        if other == letter or plain_letter(other) != bare:
            continue
        alike = without_tone(other) == shape
        for seen, share in counts.items():
            found[seen] = found.get(seen, 0.0) + share * (KIN if alike else DISTANT_KIN)
        if not other.isascii():
            found[other] = found.get(other, 0.0) + (TURNED if alike else TURNED / 2)
    if not letter.isascii():
        found[letter] = found.get(letter, 0.0) + WHOLE
    for seen, share in (*known.items(), (bare, LOST)):
        found[seen] = found.get(seen, 0.0) + share
    total = sum(found.values())
    return {seen: share / total for seen, share in found.items()}


def _merge(
    table: Mapping[str, Mapping[str, float]], other: Mapping[str, Mapping[str, float]], extra: float
) -> dict[str, dict[str, float]]:
    merged = {seen: dict(row) for seen, row in table.items()}
    for seen, row in other.items():
        mine = merged.setdefault(seen, {})
        for letter, cost in row.items():
            mine[letter] = min(cost + extra, mine.get(letter, math.inf))
    return merged
