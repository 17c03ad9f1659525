"""Agencies recognised in damaged words: the ways through all usual names, step by step."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import inf

from plans.agencies.usual import PLACES, USUAL
from plans.scanned import skeleton
from plans.vocabulary import Vocabulary
from plans.words import letters

SKIPPED, SKIPPED_SMALL, NEXT_NAME, RUN_ON = 1.6, 0.5, 0.2, 0.2
"""The costs of a word that is part of no name, of a scrap of one or two letters, of a next name,
and of words that ran together."""
UNFINISHED, COMPLETED = 1.2, 0.9
"""A name that stops half-way, for each of its words; one that only one usual name goes on from."""
RUINED_END, NEARLY_WHOLE = 1.0, 3
"""A word, however ruined, that stands where a name which has so many already wants its last."""
HALF = "dac"
"""Of "đặc khu", which is printed far less often than a word like it is misread."""
BETWEEN = frozenset(["va", "cac"])


@dataclass(eq=False, slots=True)
class Step:
    """A place within the usual names: what words may follow, and the name that may end here;
    `words` are those of all the names. `half` is a place whose second word must follow: of "đặc
    khu" the first alone is another word, misread."""

    words: Vocabulary
    next: dict[str, "Step"] = field(default_factory=dict)
    name: str | None = None
    depth: int = 0
    half: bool = False


def build_steps(names: Iterable[str], known: Vocabulary | None = None) -> Step:
    """All names as one tree of folded words; after each its place may follow ("xã", "tỉnh").

    `known` has all their words where it is given, and others perhaps.
    """
    whole: list[str] = []
    for name in dict.fromkeys(names):
        whole.append(name)
        if not name.startswith(("Các ", "Sở ", "Bộ ")) and not name.endswith(PLACES):
            whole += [f"{name} {place}" for place in PLACES]
    words = {name: letters(name).split() for name in whole}
    root = Step(known or Vocabulary(word for parts in words.values() for word in parts))
    for name, parts in words.items():
        step = root
        for word in parts:
            if word not in step.next:
                step.next[word] = Step(root.words, depth=step.depth + 1)
            step = step.next[word]
            step.half = step.half or (word == HALF and name.endswith(PLACES))
        step.name = step.name or name
    return root


ROOT = build_steps(USUAL)


def ways_on(step: Step, word: str) -> tuple[tuple[float, Step], ...]:
    """Where one damaged word leads from a step, and at what cost; nowhere if it fits nothing.

    Words run together count as two ("coquan"); a word with "&" as its letters alone.
    """
    seen = skeleton(word)
    return _ways_on(step, seen) if seen else ()


@lru_cache(maxsize=100_000)
def _ways_on(step: Step, seen: str) -> tuple[tuple[float, Step], ...]:
    near = words_near(step.words, seen)
    if near.keys().isdisjoint(step.next):
        return ()
    found: list[tuple[float, Step]] = []
    for known, after in step.next.items():
        if known not in near:
            continue
        cost = near[known]
        if cost is not None:
            found.append((cost, after))
        elif rest := seen[len(known) :].lstrip("?"):
            found += [(RUN_ON + cost, last) for cost, last in ways_on(after, rest)]
    return tuple(sorted(found, key=_by_cost)[:3])


@lru_cache(maxsize=50_000)
def words_near(words: Vocabulary, seen: str) -> Mapping[str, float | None]:
    """The words that a skeleton may be taken for, with what that costs; None for one that it
    begins with, as another may have run into it."""
    return {**dict.fromkeys(words.begin(seen)), **words.alike(seen)}


def least_cost(word: str) -> float:
    """What a word of the usual names costs at least, whichever it is and wherever it stands."""
    near = words_near(ROOT.words, skeleton(word)).values()
    return min((RUN_ON if cost is None else cost for cost in near), default=inf)


def _by_cost(way: tuple[float, Step]) -> float:
    return way[0]


@dataclass(frozen=True, slots=True)
class Spotted:
    """The names found in a text, what they cost, and the words that are part of none."""

    names: tuple[str, ...]
    cost: float
    skipped: tuple[str, ...]


@lru_cache(maxsize=20_000)
def spot_agencies(text: str) -> Spotted:
    """The usual agencies that the damaged text names, in its order.

    >>> spot_agencies("Phong Vin hoa-Xa hoi, Cong an x4").names
    ('Phòng Văn hóa - Xã hội', 'Công an xã')
    """
    *_, whole = spot_growing([text])
    return whole


def spot_growing(texts: Iterable[str]) -> Iterator[Spotted]:
    """The usual agencies in the first of the texts, in the first two as one, and so on."""
    best: dict[Step, tuple[float, tuple[str, ...], tuple[str, ...]]] = {ROOT: (0.0, (), ())}
    for text in texts:
        for word in part_words(text):
            best = _spot_word(best, word)
        ends = [_end(step, *state) for step, state in best.items()]
        cost, names, skipped = min(ends, key=lambda end: end[0])
        yield Spotted(tuple(dict.fromkeys(names)), cost, skipped)


def _spot_word(
    best: dict[Step, tuple[float, tuple[str, ...], tuple[str, ...]]], word: str
) -> dict[Step, tuple[float, tuple[str, ...], tuple[str, ...]]]:
    """The cheapest ways to have come to each step with one more word."""
    after: dict[Step, tuple[float, tuple[str, ...], tuple[str, ...]]] = {}
    skip, between = skip_cost(word), skeleton(word) in BETWEEN
    for step, (cost, names, skipped) in best.items():
        _keep(after, step, (cost + skip, names, (*skipped, word)))
        for more, place in ways_on(step, word) or _ruined_end(step, word):
            _keep(after, place, (cost + more, names, skipped))
        if step.name is not None:
            for more, place in ways_on(ROOT, word):
                _keep(after, place, (cost + more + NEXT_NAME, (*names, step.name), skipped))
            if between:
                _keep(after, ROOT, (cost + NEXT_NAME, (*names, step.name), skipped))
    return after


def _ruined_end(step: Step, word: str) -> tuple[tuple[float, Step], ...]:
    """ "Mat tran TO ube": the one word that the name can end in, of which nothing is left."""
    if step.half or step.name is not None or step.depth < NEARLY_WHOLE or len(step.next) != 1:
        return ()
    (after,) = step.next.values()
    if after.name is None or after.name.startswith("Các"):
        return ()
    return ((RUINED_END, after),) if word.islower() and len(skeleton(word)) > 2 else ()


@lru_cache(maxsize=20_000)
def skip_cost(word: str) -> float:
    """What it costs that the word is part of no name."""
    seen = skeleton(word)
    if seen in BETWEEN:
        return 0.3
    telling = sum(letter.isalpha() for letter in seen)
    return SKIPPED if telling > 2 else SKIPPED_SMALL


def part_words(text: str) -> Sequence[str]:
    """The words of a cell, parted also where a scan ran them together ("SoY", "xa;Phong")."""
    text = re.sub(
        r"(?<=[a-zà-ỹ])(?=[A-ZĐ][a-zà-ỹ])|(?<=[,;])(?=\w)|(?<=\w)[-–—/&]+(?=\w)", " ", text
    )
    text = re.sub(r"(?<=[a-zà-ỹ])(?=Y\b)", " ", text)
    return [word for word in text.split() if skeleton(word)]


def _end(
    step: Step, cost: float, names: tuple[str, ...], skipped: tuple[str, ...]
) -> tuple[float, tuple[str, ...], tuple[str, ...]]:
    if step is ROOT:
        return cost, names, skipped
    if step.name is not None:
        return cost, (*names, step.name), skipped
    if step.half or step.depth < 2 or (whole := shortest_name(step)) is None:
        return cost + UNFINISHED * step.depth, names, skipped
    return cost + COMPLETED, (*names, whole), skipped


@lru_cache(maxsize=5_000)
def shortest_name(step: Step) -> str | None:
    """The shortest usual name that goes on from a step; None where two are as short."""
    steps = [step]
    while steps:
        named = {found.name for found in steps if found.name is not None}
        if named:
            return named.pop() if len(named) == 1 else None
        steps = [after for found in steps for after in found.next.values()]
    return None


def _keep(
    steps: dict[Step, tuple[float, tuple[str, ...], tuple[str, ...]]],
    step: Step,
    state: tuple[float, tuple[str, ...], tuple[str, ...]],
) -> None:
    if step not in steps or state[0] < steps[step][0]:
        steps[step] = state
