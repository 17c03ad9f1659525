"""How likely one syllable follows others in the plans of Vietnamese offices."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

BREAK = "."
"""Stands for every mark that ends a phrase, and for the ends of a text."""
NUMBER = "0"
"""Stands for every number; a document's number counts as one."""
WORD_PAIR = 1.0
"""What a word of the dictionary counts, beside pairs seen in running text."""
PLACE_PAIR = 0.2
"""What the name of a commune or province counts."""
COMMON_SHARE = 0.4
"""The share of everyday Vietnamese, against our own domain's text, in a syllable's frequency."""
CHANCE = 0.7
"""How much of a syllable's count in our text is put down to chance."""
FLOOR = 1e-7
"""The probability of a syllable never seen anywhere."""


_Counts = tuple[Mapping[str, float], float, float]
"""How often each syllable followed, how often any did, and how many different ones did."""


class Language:
    """Log probabilities of a syllable after the two before it, smoothed down to its frequency."""

    def __init__(
        self,
        texts: Iterable[Sequence[str]],
        common: Mapping[str, float],
        words: Iterable[Sequence[str]],
        places: Iterable[Sequence[str]] = (),
    ) -> None:
        single: Counter[str] = Counter()
        pairs: dict[str, Counter[str]] = defaultdict(Counter)
        triples: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for text in texts:
            single.update(text)
            for first, second in pairwise(text):
                pairs[first][second] += 1
            for first, second, third in zip(text, text[1:], text[2:], strict=False):
                triples[first, second][third] += 1
        self._pairs: dict[str, dict[str, float]] = {first: dict(n) for first, n in pairs.items()}
        for names, worth in ((words, WORD_PAIR), (places, PLACE_PAIR)):
            for name in names:
                for first, second in pairwise(name):
                    after = self._pairs.setdefault(first, {})
                    after[second] = after.get(second, 0.0) + worth
        self._triples: dict[tuple[str, str], _Counts] = {
            pair: (dict(n), n.total(), len(n)) for pair, n in triples.items()
        }
        self._totals = {
            first: (sum(after.values()), float(len(after))) for first, after in self._pairs.items()
        }
        seen, everyday = single.total(), sum(common.values())
        self._single = {
            syllable: max(
                (1 - COMMON_SHARE) * max(single[syllable] - CHANCE, 0.0) / seen
                + COMMON_SHARE * common.get(syllable, 0.0) / everyday,
                FLOOR,
            )
            for syllable in {*single, *common}
        }
        self._after: dict[tuple[str, str], _After] = {}

    def frequency(self, syllable: str) -> float:
        """The log probability of the syllable anywhere."""
        return math.log(self._single.get(syllable, FLOOR))

    def after(self, before: str, last: str) -> Mapping[str, float]:
        """The log probability of every syllable after `before` and `last`, worked out as asked."""
        key = (before, last)
        found = self._after.get(key)
        if found is None:
            triples = self._triples.get(key, ({}, 0.0, 0.0))
            pairs = (self._pairs.get(last, {}), *self._totals.get(last, (0.0, 0.0)))
            found = self._after[key] = _After(triples, pairs, self._single)
        return found


class _After(dict[str, float]):
    """Log probabilities of what follows two syllables, each worked out when first asked for.

    Seen counts are mixed with those of the shorter context as Witten and Bell do: the more
    different syllables have followed, the more is left to the shorter one.
    """

    def __init__(self, triples: _Counts, pairs: _Counts, single: Mapping[str, float]) -> None:
        super().__init__()
        self._triples = triples
        self._pairs = pairs
        self._single = single

    def __missing__(self, syllable: str) -> float:
        chance = self._single.get(syllable, FLOOR)
        for counts, total, kinds in (self._pairs, self._triples):
            if total:
                chance = (counts.get(syllable, 0.0) + kinds * chance) / (total + kinds)
        found = self[syllable] = math.log(chance)
        return found
