"""The helping agencies and the product of a mixed table's rows, told apart once the task is known.

Line by line the two columns stand side by side, and their words are too alike to be parted where
they are first met. But a plan says the same few names of helpers in many rows, and the words of
the task itself are known by now: what is left of a line behind both is the product's.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from plans.agency_spotting import spot_agencies
from plans.annexes import Row
from plans.columns import Column
from plans.mixed_costs import DEADLINE_DATE, is_scrap
from plans.restore import restore_text
from plans.scanned import skeleton, unlikeness
from plans.usual_agencies import COLLECTIVE, USUAL
from plans.usual_indicators import lost_share
from plans.words import fold, letters

LOST, ODD, MISSED = 0.9, 0.75, -0.2
"""A word of a name that no line has; the most that a word may cost to be taken for one of a name's;
what one such word within a run of others gains where nothing is left of it."""
RUN_ON = 0.35
"""What two words that ran together may cost to be taken for them."""
LIKE = 0.35
"""What a word may cost to be one of the deadline's."""
ALIKE = 0.8
"""The share of letters that a ruined product and a sound one have alike."""
MOST_ODD, SHORT = 3, 3
"""Words within the task that it has otherwise; letters that alone tell a word of the lead."""
SHORTEST = 2
"""So few words on a line may be the task's though only one of them is known."""
LEAST_GAIN = 0.45
"""What each word of a name must gain on the whole for the name to be there."""
HEARD_ONCE, UNHEARD = 0.7, 0.88
"""The same for one that a single cell of the plan names soundly, or that names no agency; and for
an agency that no cell names."""
SOUND = 0.35
"""What each name of a cell may cost for the cell to be spelt soundly."""
LEAST_MET = 0.7
"""So many of a name's words at least must be met."""

Words = tuple[tuple[str, Column | None], ...]
"""The words of one line, each with the column it was laid into; None for a stain."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name met in some lines: what it gains, and the words of each line that it has."""

    gain: float
    name: str
    words: tuple[tuple[int, int, int], ...]
    """A line, and the first and the end of the words in it."""


def share_helpers(rows: Sequence[Row], words: Mapping[str, Sequence[Words]]) -> list[Row]:
    """The rows with who helps and the product anew, by the words of their lines, as far as these
    tell; `words` by the rows' numbers."""
    known = _known_names(rows)
    shared: list[Row] = []
    for row in rows:
        lines = words.get(row.no)
        shared.append(row if lines is None else _share(row, lines, known))
    return _mend_products(shared)


def _mend_products(rows: Sequence[Row]) -> list[Row]:
    """The rows, a ruined product taken for the one like it that several rows have soundly."""
    products = [restore_text(row.product or "", damaged=True).text.strip(" .,;") for row in rows]
    counts = Counter(product for product in products if product and not lost_share(product))
    common = [product for product, count in counts.items() if count > 1]
    mended: list[Row] = []
    for row, product in zip(rows, products, strict=True):
        near = max(((_alike(product, one), one) for one in common), default=(0.0, ""))
        if product and product not in common and near[0] >= ALIKE:
            row = replace(row, product=near[1], doubts=(*row.doubts, "product_unsure"))
        mended.append(row)
    return mended


def _alike(one: str, other: str) -> float:
    ours, theirs = (re.sub(r"[^a-z]", "", fold(text)) for text in (one, other))
    return difflib.SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def _known_names(rows: Iterable[Row]) -> Counter[str]:
    """The names that cells of the plan spell soundly, by how many do."""
    counts: Counter[str] = Counter()
    for row in rows:
        for cell in filter(None, (row.coordinating, row.lead)):
            found = spot_agencies(cell)
            if found.names and not found.skipped and found.cost <= SOUND * len(found.names):
                counts.update(name for name in found.names if name.count(" ") > 1 or not found.cost)
    return counts


def _share(row: Row, lines: Sequence[Words], known: Counter[str]) -> Row:
    leads = spot_agencies(row.lead or "").names
    said = tuple(word for name in leads for word in letters(name).split())
    open_words = [_without_task(line, row.content, said) for line in lines]
    helpers: list[Found] = []
    names = _may_be_among(open_words, known)
    while found := [one for name in names if (one := _find(open_words, name, known)) is not None]:
        helpers.append(max(found, key=lambda one: one.gain))
        open_words = _without(open_words, helpers[-1])
        names = [one.name for one in found]  # words that are taken make no name likelier
    helpers = [found for found in helpers if found.name not in leads]
    open_words = [_without_deadline(line, _skeletons(row.deadline or "")) for line in open_words]
    last = {line: end for found in helpers for line, _, end in found.words}
    product = [
        word
        for at, line in enumerate(open_words)
        for place, (word, column) in enumerate(line)
        if column in (Column.PRODUCT, Column.COORDINATING)
        and place >= last.get(at, 0)
        and not is_scrap(word)
        and (helpers or column is Column.PRODUCT)
    ]
    begins = next((at for at, word in enumerate(product) if word[0].isupper()), 0)
    row = replace(row, product=" ".join(product[begins:]) or row.product)
    if not helpers:
        return row
    helpers.sort(key=lambda found: found.words[0])
    said_of = dict.fromkeys(found.name for found in helpers)
    return replace(row, coordinating="; ".join(said_of))


EMPTY: tuple[str, Column | None] = ("", None)


def _without_task(line: Words, content: str, lead: tuple[str, ...]) -> Words:
    """The line's words, those of the task and the lead blotted out: its first ones, as far as the
    task has two of them side by side."""
    ours = [skeleton(word) for word, _ in line]
    end = 0
    for block in _blocks(ours, _skeletons(content)):
        if (block.size > 1 or len(line) <= SHORTEST) and block.a - end <= MOST_ODD:
            end = block.a + block.size
    laid = [
        one if column is Column.LEAD else "" for one, (_, column) in zip(ours, line, strict=True)
    ]
    for block in _blocks(laid, lead):
        if block.size > 1 or len(laid[block.a]) > SHORT:
            end = max(end, block.a + block.size)
    return tuple(
        EMPTY
        if at < end or column is Column.DEADLINE or DEADLINE_DATE.fullmatch(word)
        else (word, column)
        for at, (word, column) in enumerate(line)
    )


def _without_deadline(line: Words, deadline: Sequence[str]) -> Words:
    """The line without the words of the deadline that close it."""
    end = len(line)
    while end and any(_unlike(skeleton(line[end - 1][0]), word) <= LIKE for word in deadline):
        end -= 1
    return line[:end]


def _blocks(ours: Sequence[str], theirs: Sequence[str]) -> list[difflib.Match]:
    """The runs of words that both have, in their order."""
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    return [block for block in matcher.get_matching_blocks() if block.size]


@lru_cache(maxsize=500)
def _skeletons(text: str) -> list[str]:
    return [skeleton(word) for word in text.split()]


def _may_be_among(lines: Sequence[Words], known: Counter[str]) -> list[str]:
    """The names of which enough words are anywhere in the lines."""
    seen = frozenset(skeleton(word) for line in lines for word, _ in line if word)
    names = [name for name in USUAL if known[name] or name in COLLECTIVE or name.count(" ") > 2]
    return [
        name
        for name in names
        if sum(_is_met(word, seen) for word in _wanted(name)) >= LEAST_MET * len(_wanted(name))
    ]


@lru_cache(maxsize=20_000)
def _is_met(word: str, seen: frozenset[str]) -> bool:
    """Whether any of the words may be this one, alone or run together with another."""
    return any(_unlike(one, word) <= ODD or word in one for one in seen)


@lru_cache(maxsize=1_000)
def _wanted(name: str) -> tuple[str, ...]:
    return tuple(letters(name).split())


def _least_gain(name: str, known: Counter[str]) -> float:
    if known[name] > 1 and name.count(" ") > 2:
        return LEAST_GAIN
    return HEARD_ONCE if known[name] or name in COLLECTIVE else UNHEARD


def _find(lines: Sequence[Words], name: str, known: Counter[str]) -> Found | None:
    """Where the lines have the name, a run of its words on each; None where they do not."""
    wanted = _wanted(name)
    seen = tuple(tuple(skeleton(word) if word else "" for word, _ in line) for line in lines)
    gain, words = _trace(seen, wanted)
    met = sum(end - start for _, start, end in words)
    if met < LEAST_MET * len(wanted) or gain < _least_gain(name, known) * len(wanted):
        return None
    return Found(gain, name, words)


Trace = tuple[float, tuple[tuple[int, int, int], ...]]


@lru_cache(maxsize=20_000)
def _trace(seen: tuple[tuple[str, ...], ...], wanted: tuple[str, ...]) -> Trace:
    """The best way to find the words in their order, a run of them on each line."""
    best: dict[int, Trace] = {0: (0.0, ())}
    for at, line in enumerate(seen):
        after = dict(best)
        starts = [start for start, word in enumerate(line) if word and _may_begin(word, wanted)]
        for place, (gain, words) in best.items():
            for start in starts:
                for lost in (0, 1):
                    begun = gain - LOST * lost
                    for end, next_place, total in _runs(line, start, wanted, place + lost):
                        if next_place not in after or after[next_place][0] < begun + total:
                            after[next_place] = (begun + total, (*words, (at, start, end)))
        best = after
    ends = [(gain - LOST * (len(wanted) - place), words) for place, (gain, words) in best.items()]
    return max(ends, key=lambda end: end[0])


@lru_cache(maxsize=50_000)
def _may_begin(word: str, wanted: tuple[str, ...]) -> bool:
    """Whether the word may be any of those wanted, so that a run may begin at it."""
    return any(_unlike(word, one) <= ODD or word.startswith(one) for one in wanted)


@lru_cache(maxsize=50_000)
def _runs(
    line: tuple[str, ...], start: int, wanted: tuple[str, ...], place: int
) -> tuple[tuple[int, int, float], ...]:
    """The runs of wanted words that begin at a word of the line: where each ends in the line and
    in the name, and what it gains. One word within a run may be ruined."""
    found: list[tuple[int, int, float]] = []
    total, end, missed = 0.0, start, False
    while end < len(line) and place < len(wanted):
        cost = _unlike(line[end], wanted[place])
        if cost > ODD and place + 1 < len(wanted):  # "coquan", "vilien"
            both = wanted[place] + wanted[place + 1]
            if len(both) > SHORT and _unlike(line[end], both) <= RUN_ON:
                cost, total, place = RUN_ON, total + 1.0, place + 1
        if cost > ODD and (missed or end == start):
            break
        missed = missed or cost > ODD
        total += max(1.0 - cost, MISSED)
        end, place = end + 1, place + 1
        if cost <= ODD:
            found.append((end, place, total))
    return tuple(found)


@lru_cache(maxsize=50_000)
def _unlike(seen: str, wanted: str) -> float:
    return unlikeness(seen, wanted) if seen else 9.0


def _without(lines: Sequence[Words], found: Found) -> list[Words]:
    """The lines with the words of a name blotted out."""
    rest = list(lines)
    for at, start, end in found.words:
        rest[at] = tuple(
            EMPTY if start <= place < end else word for place, word in enumerate(rest[at])
        )
    return rest
