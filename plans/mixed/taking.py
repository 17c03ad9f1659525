"""How each column of a mixed table takes one word, told by what the column has so far.

What a row has so far is one whole number, so that ways which stand alike are found at once: a
column's share of it counts the different things that a column was ever seen to have.
"""

from collections.abc import Hashable
from functools import lru_cache
from math import inf
from typing import Any, NamedTuple

from plans.agency_spotting import ROOT, Step, least_cost, skip_cost, ways_on
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


class Having:
    """The different things that the columns of a table were seen to have, each with its number.

    What a row has is the sum of its columns' numbers, each in bits of its own; 0 is nothing.
    """

    def __init__(self) -> None:
        self.shift = {column: place * BITS for place, column in enumerate(NOTHING)}
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


class Taken(NamedTuple):
    """What it costs that a column has a word, what that adds to what the row has, and whether the
    word is kept."""

    cost: float
    more: int
    kept: bool


class Taker:
    """How one column takes one word; what the column has so far alone decides on it."""

    def __init__(self, word: str, column: Column, having: Having, inside: float = 0.0) -> None:
        """`inside` is what it costs among the words of the task."""
        self.width = len(word) + 1
        self.room = NARROW.get(column, inf)
        self.shift = having.shift[column]
        self._having = having
        self._word = word
        self._column = column
        self._inside = inside
        self._scrap = is_scrap(word)
        self._kept_scrap = column is Column.CONTENT and len(skeleton(word)) > 1
        self.known: tuple[dict[int, tuple[Taken, ...]], dict[int, tuple[Taken, ...]]] = {}, {}
        """The ways found so far, by the number of what the column has: where the word stands
        alone in its cell, and after others."""
        self.least = min(SCRAP, SCRAP_AFTER_WORDS) if self._scrap else self._least()

    def find_ways(self, number: int, after_words: bool) -> tuple[Taken, ...]:
        """The ways to take the word where the column has what got this number."""
        had = self._having.seen(self._column, number)
        found = tuple(
            Taken(cost, self._having.number(self._column, has) - number << self.shift, True)
            for cost, has in self._find(had)
        )
        alone, after = self.known
        if self._scrap:
            alone[number] = (*found, Taken(SCRAP, 0, self._kept_scrap))
            after[number] = (*found, Taken(SCRAP_AFTER_WORDS, 0, self._kept_scrap))
        else:
            alone[number] = after[number] = found
        return self.known[after_words][number]

    def _least(self) -> float:
        """What it costs at least, whatever the column has so far."""
        match self._column:
            case Column.CONTENT:
                return self._inside
            case Column.PRODUCT:
                return product_word_cost(self._word)
            case Column.DEADLINE:
                cost = deadline_word_cost(self._word)
                return cost if cost < NO_DEADLINE_WORD else inf
        least = min(least_cost(self._word), skip_cost(self._word))
        return min(least, AND) if self._word in ("va", "và") else least

    def _find(self, had: Any) -> tuple[tuple[float, Any], ...]:
        """What it costs that the column takes the word, and what it then has."""
        word = self._word
        match self._column:
            case Column.CONTENT:
                return ((self._inside, had),)
            case Column.LEAD:
                return _take_name(word, had, SECOND_LEAD)
            case Column.COORDINATING:
                return _take_name(word, had, 0.0)
            case Column.PRODUCT:
                dated = 2.0 if DEADLINE_DATE.fullmatch(word) else 0.0
                return ((product_word_cost(word) + dated, True),)
        cost = _next_deadline_word(had, word)
        if cost >= NO_DEADLINE_WORD:
            return ()
        met = had[0] or DEADLINE_DATE.fullmatch(word) is not None
        return ((cost, (met, word)),)


def _take_name(word: str, names: Names, second: float) -> tuple[tuple[float, Names], ...]:
    """The ways to take a word into a column of names."""
    step, begun, closed = names
    closes = word[-1] if word.endswith((",", ";")) else ""
    found: list[tuple[float, Names]] = [
        (cost, (after, True, closes)) for cost, after in ways_on(step, word)
    ]
    if step is not ROOT and step.name is not None:
        more = (second if closed != ";" else 0.1) + (0.2 if closed else 1.2)
        found += [(cost + more, (after, True, closes)) for cost, after in ways_on(ROOT, word)]
        if word in ("va", "và"):
            found.append((AND + second, (ROOT, True, ",")))
    if begun:
        dated = 1.5 if DEADLINE_DATE.fullmatch(word) else 0.0
        found.append((skip_cost(word) + dated, names))
    return tuple(found)


@lru_cache(maxsize=20_000)
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
