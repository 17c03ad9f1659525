"""Ruined spellings of agencies taken for the names that the same plan spells soundly elsewhere.

A plan names few agencies and each of them often. Where a scan has run words together or broken
letters ("Cdccoquan, donvi", "Phong Vinhéa - Xahoi") the letters alone still tell which it is.
"""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from plans.agencies.spotting import Spotted, skip_cost, spot_agencies, spot_growing
from plans.words import fold

SOUND = 0.4
"""What recognising a name may cost for it to count as spelt soundly."""
ALIKE = 0.74
"""The share of letters that a spelling and a name must have in common, in their order."""
FEWEST_LETTERS, FEWEST_LEFT = 6, 4
COST = 4.0
"""What a spelling costs that has nothing in common with the name; less the more it has."""


def sound_names(cells: Iterable[str]) -> tuple[str, ...]:
    """The agencies that the cells name soundly, the commonest first."""
    counts: Counter[str] = Counter()
    for cell in cells:
        found = spot_agencies(cell)
        if found.names and not found.skipped and found.cost <= SOUND * len(found.names):
            counts.update(found.names)
    return tuple(name for name, _ in counts.most_common())


@lru_cache(maxsize=20_000)
def snap_agencies(text: str, known: tuple[str, ...]) -> tuple[tuple[str, ...], float] | None:
    """The known names that the ruined text means, and what taking it for them costs; None where
    it is like none of them.

    >>> snap_agencies("Cdccoquan, donvi", ("Phòng Kinh tế", "Các cơ quan, đơn vị"))[0]
    ('Các cơ quan, đơn vị',)
    """
    whole = _nearest(_letters(text), known)
    if whole is not None:
        return (whole[0],), whole[1]
    for mark in (";", ","):
        parts = [part for part in text.split(mark) if _letters(part)]
        found = [_nearest(_letters(part), known) for part in parts]
        near = [one for one in found if one is not None]
        if len(parts) > 1 and len(near) == len(parts):
            return tuple(dict.fromkeys(name for name, _ in near)), sum(cost for _, cost in near)
    return None


@lru_cache(maxsize=5_000)
def names_among(text: str) -> tuple[str, ...]:
    """The agencies in the longest run of a text's words that says nothing else; empty without."""
    words = text.split()
    longest = 1
    names: tuple[str, ...] = ()
    for start in range(len(words)):
        for length, found in enumerate(spot_growing(words[start:]), 1):
            if length > longest and _says_nothing_else(found):
                longest, names = length, found.names
    return names


def _says_nothing_else(found: Spotted) -> bool:
    """Whether names were found, soundly spelt, and scraps at most beside them."""
    scraps = [skip_cost(word) for word in found.skipped]
    own = found.cost - sum(scraps)
    return bool(found.names) and own <= SOUND * len(found.names) and max(scraps, default=0) < 1


def name_at_end(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The one known name that the last words are nearly, from a capital on, where what stands
    before them ran in from another cell ("va tang dan theo N SO L& chinh")."""
    words = text.split()
    for at in range(1, len(words) - 1):
        found = _nearest(_letters(" ".join(words[at:])), known) if words[at][:1].isupper() else None
        if found is not None:
            return (found[0],)
    return ()


def ending(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The one known name that ends as the text reads ("X3 hoi"), its beginning lost; else none."""
    seen = _letters(text)
    if len(seen) < FEWEST_LEFT:
        return ()
    ends = {name: _letters(name)[-len(seen) :] for name in known if len(name) > len(seen) + 3}
    near = [n for n, end in ends.items() if SequenceMatcher(None, seen, end).ratio() >= ALIKE]
    return (near[0],) if len(near) == 1 else ()


def _nearest(seen: str, known: tuple[str, ...]) -> tuple[str, float] | None:
    if len(seen) < FEWEST_LETTERS:
        return None
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(seen)
    best: tuple[float, str] = (ALIKE, "")
    for name in known:
        matcher.set_seq1(_letters(name))
        if matcher.real_quick_ratio() >= best[0] and matcher.quick_ratio() >= best[0]:
            best = max(best, (matcher.ratio(), name))
    return (best[1], (1 - best[0]) * COST) if best[1] else None


@lru_cache(maxsize=20_000)
def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", fold(text).translate(str.maketrans("04135", "oaiss")))
