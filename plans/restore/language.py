"""How likely one syllable follows others in the plans of Vietnamese offices."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple, TypeVar

BREAK = "."
"""Stands for every mark that ends a phrase, and for the ends of a text."""
NUMBER = "0"
"""Stands for every number; a document's number counts as one."""
WORD_PAIR = 2.0
"""What a word of the dictionary counts, beside pairs seen in running text."""
PLACE_PAIR = 0.2
"""What the name of a commune or province counts."""
PHRASE_PAIR = 0.5
"""What a listed phrase counts: at 1, the plans measured were read worse for what lists lack."""
COMMON_SHARE = 0.4
"""The share of everyday Vietnamese, against our own domain's text, in a syllable's frequency."""
CHANCE = 0.7
"""How much of a syllable's count in our text is put down to chance."""
FLOOR = 1e-7
"""The probability of a syllable never seen anywhere."""
_LOG_FLOOR = math.log(FLOOR)


class Context(NamedTuple):
    """What may follow a context: the log probability of what was seen to, and what is lost else."""

    seen: Mapping[str, float]
    lost: float


_UNSEEN = Context({}, 0.0)


class Language:
    """Log probabilities of a syllable after the two before it, smoothed down to its frequency.

    Seen counts are mixed with those of the shorter context as Witten and Bell do: the more
    different syllables have followed, the more is left to the shorter one.
    """

    def __init__(
        self,
        texts: Iterable[Sequence[str]],
        common: Mapping[str, float],
        words: Iterable[Sequence[str]],
        places: Iterable[Sequence[str]] = (),
        phrases: Iterable[Sequence[str]] = (),
    ) -> None:
        single: Counter[str] = Counter()
        pairs: dict[str, dict[str, float]] = {}
        triples: dict[tuple[str, str], dict[str, float]] = {}
        for text in texts:
            single.update(text)
            for first, second in pairwise(text):
                _count(pairs, first, second)
            for first, second, third in zip(text, text[1:], text[2:], strict=False):
                _count(triples, (first, second), third)
        for names, worth in (
            (words, WORD_PAIR),
            (places, PLACE_PAIR),
            (phrases, PHRASE_PAIR),
        ):
            for name in names:
                for first, second in pairwise(name):
                    _count(pairs, first, second, worth)
        seen, everyday = single.total(), sum(common.values())
        self._single = {
            syllable: math.log(
                max(
                    (1 - COMMON_SHARE) * max(single[syllable] - CHANCE, 0.0) / seen
                    + COMMON_SHARE * common.get(syllable, 0.0) / everyday,
                    FLOOR,
                )
            )
            for syllable in {*single, *common}
        }
        self._after_one = {last: _mix(after, self.frequency) for last, after in pairs.items()}
        self._after_two: dict[tuple[str, str], Context] = {}
        self._after_two |= {
            key: _mix(after, partial(self.after, "", key[1])) for key, after in triples.items()
        }

    def frequency(self, syllable: str) -> float:
        """The log probability of the syllable anywhere."""
        return self._single.get(syllable, _LOG_FLOOR)

    def after_one(self, last: str) -> Context:
        """What may follow the one: what was not seen to is as likely as anywhere, less some."""
        return self._after_one.get(last, _UNSEEN)

    def after_two(self, before: str, last: str) -> Context:
        """What may follow the two: what was not seen to is as likely as after `last`, less some."""
        return self._after_two.get((before, last), _UNSEEN)

    def after(self, before: str, last: str, syllable: str) -> float:
        """The log probability of the syllable after two others."""
        seen, lost = self._after_two.get((before, last), _UNSEEN)
        found = seen.get(syllable)
        if found is not None:
            return found
        seen, less = self._after_one.get(last, _UNSEEN)
        found = seen.get(syllable)
        return lost + (less + self.frequency(syllable) if found is None else found)


_Key = TypeVar("_Key")


def _count(
    table: dict[_Key, dict[str, float]], key: _Key, syllable: str, times: float = 1.0
) -> None:
    after = table.setdefault(key, {})
    after[syllable] = after.get(syllable, 0.0) + times


def _mix(after: Mapping[str, float], shorter: Callable[[str], float]) -> Context:
    """The counts after a context mixed with the log probabilities after the shorter one."""
    total, kinds = sum(after.values()), len(after)
    return Context(
        {
            syllable: math.log((count + kinds * math.exp(shorter(syllable))) / (total + kinds))
            for syllable, count in after.items()
        },
        math.log(kinds / (total + kinds)),
    )
