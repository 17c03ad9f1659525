"""How each column of a mixed table takes one word, told by what the column has so far.

What a row has so far is one whole number, so that ways which stand alike are found at once: a
column's share of it counts the different things that a column was ever seen to have.
"""

from collections.abc import Callable, Hashable, KeysView, Sequence
from functools import lru_cache, partial
from math import inf
from typing import Any, NamedTuple

from plans.agencies.spotting import ROOT, Step, least_cost, skip_cost, ways_on, words_near
from plans.columns import Column
from plans.mixed.costs import (
    DEADLINE_DATE,
    begins_deadline,
    deadline_word_cost,
    is_scrap,
    product_word_cost,
)
from plans.scanned import skeleton

NARROW = {
    Column.LEAD: 18,
    Column.COORDINATING: 26,
    Column.PRODUCT: 16,
    Column.DEADLINE: 16,
}
"""In characters, how much of a line the narrow columns hold."""
NOT_A_DEADLINE = 0.8
"""Words that no deadline begins with, but that one may go on with."""
SCRAP, SCRAP_AFTER_WORDS = 0.1, 0.3
"""A scrap of another cell; one that follows the words of the cell itself."""
SECOND_LEAD, AND = 0.7, 0.1
"""One more lead than one; the "và" between two names."""
NO_DEADLINE_WORD = 1.5
"""A word that costs so much is part of no deadline."""
SECOND_DATE = 1.5

Names = tuple[Step, bool, str]
"""How far the names of a column have been read, whether any has begun, and the mark that closed
the last word, if one did."""
NO_NAMES: Names = (ROOT, False, "")
Date = tuple[bool, str]
"""Of a deadline, whether a date was met and its last word."""
NOTHING: dict[Column, Hashable] = {
    Column.LEAD: NO_NAMES,
    Column.COORDINATING: NO_NAMES,
    Column.DEADLINE: (False, ""),
    Column.PRODUCT: False,
    Column.CONTENT: None,
}
"""What each column has when a row begins; of the task itself nothing need be known."""
BITS = 18
"""Of what a row has, for each column: more than a table has different words, and so few that the
whole is a number soon compared; of a product and a task there is next to nothing to tell."""
MASK = (1 << BITS) - 1
BEGUN, PLACE_BITS = 1, 4
"""The lowest bits of what a row has tell where its last word was laid: whether the cell there is
begun on the line, and above that the place of its column."""
PLACE = (1 << PLACE_BITS) - 1


class Having:
    """The different things that the columns of a table were seen to have, each with its number.

    What a row has is the sum of its columns' numbers, each in bits of its own above those for the
    place of the last word; 0 is nothing.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self.shift = {column: PLACE_BITS + place * BITS for place, column in enumerate(NOTHING)}
        self.place = {column: place << 1 for place, column in enumerate(columns)}
        self._seen: dict[Column, list[Any]] = {column: [had] for column, had in NOTHING.items()}
        self._number: dict[Column, dict[Any, int]] = {
            column: {had: 0} for column, had in NOTHING.items()
        }

    def number(self, column: Column, had: Any) -> int:
        """The number of what a column has."""
        numbers = self._number[column]
        found = numbers.get(had)
        if found is None:
            found = numbers[had] = len(numbers)
            self._seen[column].append(had)
        return found

    def seen(self, column: Column, number: int) -> Any:
        """What a column has that got this number."""
        return self._seen[column][number]

    def of(self, held: int, column: Column) -> Any:
        """What the column has of all that a row has."""
        return self.seen(column, held >> self.shift[column] & MASK)


Taken = tuple[float, int, bool]
"""What it costs that a column has a word, what that adds to what the row has, the place of the last
word with it, and whether the word is kept."""


class Found(dict[int, tuple[Taken, ...]]):
    """The ways to take a word by the number of what the column has, each found once."""

    def __init__(self, find: Callable[[int], tuple[Taken, ...]]) -> None:
        self._find = find

    def __missing__(self, number: int) -> tuple[Taken, ...]:
        found = self[number] = self._find(number)
        return found


class Taker:
    """How one column takes one word; what the column has so far alone decides on it."""

    def __init__(self, word: str, column: Column, having: Having, inside: float = 0.0) -> None:
        """`inside` is what it costs among the words of the task."""
        self.width = len(word) + 1
        self.room = NARROW.get(column, inf)
        self.shift = having.shift[column]
        self._having = having
        self._column = column
        self._place = having.place[column]
        self._scrap = is_scrap(word)
        least, self._find = _finder(word, column, inside)
        self._kept = column is Column.CONTENT and self._scrap and len(skeleton(word)) > 1
        self.alone = Found(partial(self._find_ways, 0))
        """The ways where the word stands alone in its cell; and where it stands after others."""
        self.after = Found(partial(self._find_ways, BEGUN)) if self._scrap else self.alone
        self.least = min(SCRAP, SCRAP_AFTER_WORDS) if self._scrap else least
        """What it costs at least, whatever the column has so far."""

    def _find_ways(self, begun: int, number: int) -> tuple[Taken, ...]:
        """The ways to take the word where the column has what got this number; `begun` if other
        words of the line stand before it in the cell."""
        having, column = self._having, self._column
        had = having.seen(column, number)
        place = self._place + BEGUN
        found = [
            (
                cost,
                place
                if has is had
                else (having.number(column, has) - number << self.shift) + place,
                True,
            )
            for cost, has in self._find(had)
        ]
        if self._scrap:
            cost = SCRAP_AFTER_WORDS if begun else SCRAP
            at = self._place + (BEGUN if self._kept else begun)
            found.append((cost, at, self._kept))
        return tuple(found)


Find = Callable[[Any], Sequence[tuple[float, Any]]]
"""What it costs that a column takes a word, and what it then has, by what it has so far."""


def _finder(word: str, column: Column, inside: float) -> tuple[float, Find]:
    """What it costs at least that a column takes the word, and how it takes it."""
    match column:
        case Column.CONTENT:
            return inside, lambda had: ((inside, had),)
        case Column.PRODUCT:
            cost = product_word_cost(word)
            taken = ((cost + (2.0 if DEADLINE_DATE.fullmatch(word) else 0.0), True),)
            return cost, lambda _: taken
        case Column.DEADLINE:
            cost = deadline_word_cost(word)
            least = cost if cost < NO_DEADLINE_WORD else inf
            return least, partial(_take_deadline_word, word)
    named = _read_name_word(word)
    second = SECOND_LEAD if column is Column.LEAD else 0.0
    return named.least, partial(_take_name, named, second)


def _take_deadline_word(word: str, had: Date) -> tuple[tuple[float, Date], ...]:
    cost = _next_deadline_word(had, word)
    if cost >= NO_DEADLINE_WORD:
        return ()
    met = had[0] or DEADLINE_DATE.fullmatch(word) is not None
    return ((cost, (met, word)),)


class NameWord(NamedTuple):
    """What a word may be in a column of names."""

    text: str
    near: KeysView[str]
    """The words of names that it may be, or begins with."""
    begins: tuple[tuple[float, Step], ...]
    """The names that it may begin."""
    joins: bool
    closes: str
    """The mark that it ends with."""
    skip: float
    least: float


@lru_cache(maxsize=20_000)
def _read_name_word(word: str) -> NameWord:
    joins = word in ("va", "và")
    dated = 1.5 if DEADLINE_DATE.fullmatch(word) else 0.0
    least = min(least_cost(word), skip_cost(word))
    return NameWord(
        word,
        words_near(ROOT.words, skeleton(word)).keys(),
        ways_on(ROOT, word),
        joins,
        word[-1] if word.endswith((",", ";")) else "",
        skip_cost(word) + dated,
        min(least, AND) if joins else least,
    )


def _take_name(word: NameWord, second: float, names: Names) -> list[tuple[float, Names]]:
    """The ways to take a word into a column of names; `second` is what one more name costs."""
    step, begun, closed = names
    found: list[tuple[float, Names]] = []
    if not word.near.isdisjoint(step.next):
        ways = ways_on(step, word.text)
        found += [(cost, (after, True, word.closes)) for cost, after in ways]
    if step is not ROOT and step.name is not None:
        more = (second if closed != ";" else 0.1) + (0.2 if closed else 1.2)
        found += [(cost + more, (after, True, word.closes)) for cost, after in word.begins]
        if word.joins:
            found.append((AND + second, (ROOT, True, ",")))
    if begun:
        found.append((word.skip, names))
    return found


def _next_deadline_word(before: Date, word: str) -> float:
    """What it costs that a deadline goes on with the word; two deadlines are one too many."""
    cost = deadline_word_cost(word)
    dated, last = before
    if not last and not begins_deadline(word):
        cost += NOT_A_DEADLINE
    if dated and DEADLINE_DATE.fullmatch(word):
        cost += SECOND_DATE
    if last and word[:1].isupper() and begins_deadline(word) and not DEADLINE_DATE.fullmatch(word):
        cost += 0.0 if skeleton(word).startswith("xu") else SECOND_DATE
    return cost
