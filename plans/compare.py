"""Two versions of a plan side by side: what was added, changed, removed and moved. Pure.

Rows are paired by the likeness of their words, so that one whose wording or number changed a
little stays the same row; of all ways to pair them the one with the most likeness is taken.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from db.enums import DeadlineKind, DraftField
from plans.assignment import best_pairs
from plans.deadlines.read import Deadline
from plans.words import letters

LEAST_CONTENT = 0.6
"""Likeness of two contents below which they are different work. Of the plans known to us, rows
with three words in ten replaced stay above it (1 of 197 does not), and distinct rows stay under
it but for three pairs of one plan, which say the same of two fields."""

WEIGHTS = {"content": 0.78, "lead": 0.07, "number": 0.05, "deadline": 0.05, "parent": 0.05}
"""What a pair's likeness is made of: the words decide, the rest tells like rows apart."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of a plan as it is compared; agencies by whatever tells them apart, and as words."""

    no: str
    content: str
    parent: str
    product: str
    deadline_text: str
    deadline: Deadline
    leads: frozenset[int]
    coordinating: frozenset[int]
    lead_names: str = ""
    coordinating_names: str = ""

    @property
    def due_rule(self) -> tuple[object, ...]:
        """What its deadline means, the same for a plan issued later: of what recurs the rule and
        not the first day."""
        found = self.deadline
        due = None if found.kind is DeadlineKind.RECURRING else found.due
        return (found.kind, found.start, due, found.recurs, found.recurs_due, found.until)


@dataclass(frozen=True, slots=True)
class RowChange:
    """One field of a row that stays: what stood there, and what stands there now."""

    field: DraftField
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A row that stays, by its places in the old plan and in the new one."""

    old: int
    new: int
    changes: tuple[RowChange, ...]
    moved: bool

    def changed(self, field: DraftField) -> bool:
        """Whether this field is another."""
        return any(change.field is field for change in self.changes)

    @property
    def renumbered(self) -> bool:
        """Nothing but its number is another."""
        return [change.field for change in self.changes] == [DraftField.NUMBER]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows by their places: `kept` in the order of the new plan, `removed` in the old one's."""

    kept: tuple[Pair, ...]
    added: tuple[int, ...]
    removed: tuple[int, ...]

    @property
    def changed(self) -> tuple[Pair, ...]:
        """Rows that stay and say something else; another number alone is no change."""
        return tuple(pair for pair in self.kept if pair.changes and not pair.renumbered)

    @property
    def renumbered(self) -> tuple[Pair, ...]:
        """Rows that stay as they are under another number, since rows before them came or went."""
        return tuple(pair for pair in self.kept if pair.renumbered and not pair.moved)

    @property
    def moved(self) -> tuple[Pair, ...]:
        """Rows that stay and stand elsewhere among the others."""
        return tuple(pair for pair in self.kept if pair.moved)


def compare_plans(
    old: Sequence[PlanRow],
    new: Sequence[PlanRow],
    by_hand: Mapping[int, int | None] | None = None,
) -> Comparison:
    """What becomes of the rows of a plan in a newer version of it.

    `by_hand` is what a person said of rows of the new plan: the place in the old one that they
    continue, None where they are new. A place continues once.
    """
    pairs = sorted(_pair(old, new, by_hand or {}), key=lambda pair: pair[1])
    steady = _longest_rise([before for before, _ in pairs])
    kept = tuple(
        Pair(before, after, tuple(_changes(old[before], new[after])), place not in steady)
        for place, (before, after) in enumerate(pairs)
    )
    stay, come = {pair.old for pair in kept}, {pair.new for pair in kept}
    return Comparison(
        kept,
        tuple(place for place in range(len(new)) if place not in come),
        tuple(place for place in range(len(old)) if place not in stay),
    )


def _pair(
    old: Sequence[PlanRow], new: Sequence[PlanRow], by_hand: Mapping[int, int | None]
) -> list[tuple[int, int]]:
    """What was said by hand, rows that are the same word for word, the best pairing of others."""
    said = {before: after for after, before in by_hand.items() if before is not None}
    pairs = list(said.items())
    pairs += [
        (before, after)
        for before, after in _same(old, new)
        if before not in said and after not in by_hand
    ]
    stay, come = {before for before, _ in pairs}, {after for _, after in pairs} | set(by_hand)
    weigh = _Likeness([*old, *new])
    scores = {
        (before, after): score
        for before in range(len(old))
        if before not in stay
        for after in range(len(new))
        if after not in come and (score := weigh(old[before], new[after]))
    }
    return [*pairs, *best_pairs(scores)]


def _same(old: Sequence[PlanRow], new: Sequence[PlanRow]) -> list[tuple[int, int]]:
    """Rows of equal words and leads, where there is one such on either side."""
    places: list[dict[tuple[object, ...], list[int]]] = []
    for rows in (old, new):
        found: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for place, row in enumerate(rows):
            found[letters(row.content), letters(row.parent), row.leads].append(place)
        places.append(found)
    return [
        (where[0], places[1][words][0])
        for words, where in places[0].items()
        if len(where) == 1 and len(places[1].get(words, ())) == 1
    ]


class _Likeness:
    """How like two rows are, from 0 to 1; 0 for different work. A word weighs as it is rare."""

    def __init__(self, rows: Sequence[PlanRow]) -> None:
        self._words = {id(row): frozenset(letters(row.content).split()) for row in rows}
        seen = Counter(word for words in self._words.values() for word in words)
        self._weight = {word: log(1 + len(rows) / count) for word, count in seen.items()}
        self._total = {key: self._sum(words) for key, words in self._words.items()}

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self._weight[word] for word in words)

    def __call__(self, old: PlanRow, new: PlanRow) -> float:
        both = self._total[id(old)] + self._total[id(new)]
        shared = self._sum(self._words[id(old)] & self._words[id(new)])
        content = 2 * shared / both if both else 0.0
        if content < LEAST_CONTENT:
            return 0.0
        alike = {
            "content": content,
            "lead": float(old.leads == new.leads),
            "number": float(bool(old.no) and old.no == new.no),
            "deadline": float(old.due_rule == new.due_rule),
            "parent": float(letters(old.parent) == letters(new.parent)),
        }
        return sum(WEIGHTS[part] * likeness for part, likeness in alike.items())


def _changes(old: PlanRow, new: PlanRow) -> Iterable[RowChange]:
    """The fields that say something else; spelling and what a scan damaged are no change."""
    for field, before, after in (
        (DraftField.NUMBER, old.no, new.no),
        (DraftField.CONTENT, old.content, new.content),
        (DraftField.PRODUCT, old.product, new.product),
    ):
        if letters(before) != letters(after):
            yield RowChange(field, before, after)
    if old.due_rule != new.due_rule:
        yield RowChange(DraftField.DEADLINE, old.deadline_text, new.deadline_text)
    if old.leads != new.leads:
        yield RowChange(DraftField.LEAD, old.lead_names, new.lead_names)
    if old.coordinating != new.coordinating:
        yield RowChange(DraftField.COORDINATING, old.coordinating_names, new.coordinating_names)


def _longest_rise(places: Sequence[int]) -> set[int]:
    """Where the longest rising sequence stands: the rows that kept their order."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for at, place in enumerate(places):
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [at]
    found: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        found.add(step)
        step = before[step]
    return found
