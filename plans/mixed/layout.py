"""Laying the words of one row of a mixed table into its columns, in the way that costs least.

No line says what belongs to which cell; but read one after another, the words of one column make
the names of agencies and those of another a deadline. A beam over the row's lines keeps the
cheapest ways to have laid out the words so far; the costs are those of `taking`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import inf
from typing import Any, NamedTuple, TypeVar

from db.enums import DeadlineKind
from plans.agency_spotting import ROOT
from plans.columns import Column
from plans.deadlines.read import read_deadline
from plans.mixed.costs import DEADLINE_DATE
from plans.mixed.page import Token
from plans.mixed.taking import MASK, Having, Names, Taken, Taker

BEAM = 40
"""How many ways are kept after each word."""
FAR = 2.0
"""A way that costs so much more than the best is given up."""
SAME_CELL_OVER_BAR, NEXT_CELL_WITHOUT_BAR = 1.0, 0.15
CONTENT_INSIDE, CONTENT_WORD, BEYOND_WIDTH, LARGEST_BEYOND = 0.15, 0.35, 0.1, 1.0
"""A word of the task well inside of its column; near its edge; a character beyond it."""
DATE_INSIDE = 0.6
"""A date that stands within the task."""
NARROWEST, FULL_LINE = 0.55, 0.75
"""The share of the tasks' column that no other cell's words are looked for in; and what a line
fills of it at least, unless it is the last of a task or stands beside one."""
TOO_WIDE = 0.12
"""What each character costs by which a narrow column's words are wider than it."""
EARLY, EARLY_CELL, LARGEST_EARLY, FEW_WORDS = 12, 0.04, 1.0, 10
"""A cell that begins so many characters before its column, and what each more costs; nothing
after so few characters of the task, which may be a stain."""
NO_LEAD, NO_COORDINATING, NO_PRODUCT, NO_DEADLINE = 3.0, 0.8, 0.6, 2.5
UNFINISHED_NAME, UNREADABLE_DEADLINE = 1.2, 2.0

K = TypeVar("K")
V = TypeVar("V", bound=tuple[Any, ...])
"""What is kept of a way: its cost first."""

Words = tuple["Words", int, str] | tuple[()]
"""The words of a line from the last to the first, each with the place of its column."""
Parts = tuple[tuple[Column, str], ...]
"""The words of one line by column, from left to right."""


@dataclass(frozen=True, slots=True)
class Trail:
    """A line as laid out, and those before it."""

    parts: Parts
    before: "Trail | None"


Ways = dict[int, tuple[float, Trail | None]]
"""The cheapest way to have each of what a row may have so far, as `Having` numbers it."""
State = tuple[float, Words, int, Trail | None]
"""Within a line: the cost, the words, their width within the last cell, and the lines before."""


class Move(NamedTuple):
    """A column that may have the next word, how it takes it, what a border between the two costs,
    what it all costs at least, whether the word goes on with the cell, and the ways known so far.
    """

    to: int
    taker: Taker
    border: float
    least: float
    same: bool
    known: dict[int, tuple[Taken, ...]]


class MixedLayout:
    """The columns of one table without borders, and how the words of a row are laid into them."""

    def __init__(self, columns: tuple[Column, ...], width: int, counted_from: date) -> None:
        self.columns = columns
        self.width = width
        self.counted_from = counted_from
        self._having = Having()
        self._takers: dict[tuple[str, Column, float], Taker] = {}

    def lay_row(self, lines: Sequence[Sequence[Token]]) -> list[Parts]:
        """Each line's words by column, as the cheapest way has them."""
        ways: Ways = {0: (0.0, None)}
        for tokens in lines:
            ways = self._lay_line(tokens, ways)
        ends = [
            (cost + self._lacking(held, laid), laid)
            for held, (cost, trail) in ways.items()
            for laid in [_walk_back(trail)]
        ]
        return min(ends, key=lambda end: end[0])[1]

    def _lacking(self, held: int, laid: Sequence[Parts]) -> float:
        having = self._having
        cost = 0.0
        if Column.LEAD in self.columns:
            cost += _lacking_name(having.of(held, Column.LEAD), NO_LEAD)
        if Column.COORDINATING in self.columns:
            cost += _lacking_name(having.of(held, Column.COORDINATING), NO_COORDINATING)
        if Column.PRODUCT in self.columns and not having.of(held, Column.PRODUCT):
            cost += NO_PRODUCT
        return cost + self._deadline_cost(laid)

    def _deadline_cost(self, laid: Sequence[Parts]) -> float:
        words = [text for parts in laid for column, text in parts if column is Column.DEADLINE]
        if not words:
            return NO_DEADLINE
        return 0.0 if _is_readable(" ".join(words), self.counted_from) else UNREADABLE_DEADLINE

    def _lay_line(self, tokens: Sequence[Token], ways: Ways) -> Ways:
        """The cheapest ways to part one line's words among the columns, from left to right."""
        # by the column, what the row has, and whether the cell there is begun
        states: dict[tuple[int, int, bool], State]
        states = {(0, held, False): (cost, (), 0, trail) for held, (cost, trail) in ways.items()}
        plain = self._plain_words(tokens)
        full = bool(tokens) and tokens[-1].at > self.width * FULL_LINE
        task = self.columns.index(Column.CONTENT)
        for at, token in enumerate(tokens):
            one_by_one, text = 0 < at < plain, token.text
            if one_by_one and all(place == task and begun for place, _, begun in states):
                states = _go_on(states, self._taker(token, Column.CONTENT, full), task, text)
                continue
            after: dict[tuple[int, int, bool], State] = {}
            worst = inf  # of what is still worth keeping
            moves: dict[tuple[int, bool, bool], list[Move]] = {}
            for (place, held, begun), (cost, words, wide, trail) in states.items():
                far = place == task and wide > FEW_WORDS
                found = moves.get((place, begun, far))
                if found is None:
                    found = moves[place, begun, far] = self._moves(
                        token, place, begun=begun, far=far, full=full, stays=one_by_one
                    )
                for to, taker, border, least, same, known in found:
                    if cost + least > worst:
                        continue
                    had = held >> taker.shift & MASK
                    taken = known.get(had)
                    if taken is None:
                        taken = taker.find_ways(had, same)
                    width = taker.width + wide if same else taker.width
                    before = cost + border
                    over = (width - taker.room) * TOO_WIDE if width > taker.room else 0.0
                    for more, adds, takes in taken:
                        total = before + more + over if takes else before + more
                        if total > worst:
                            continue
                        if total + FAR < worst:
                            worst = total + FAR
                        key = (to, held + adds, takes or same)
                        kept = after.get(key)
                        if kept is None or total < kept[0]:
                            if takes:
                                after[key] = (total, (words, to, text), width, trail)
                            else:
                                after[key] = (total, words, wide if same else 0, trail)
            states = _cheapest(after, BEAM) if after else states
        best: dict[int, tuple[float, Words, Trail | None]] = {}
        for (_, held, _), (cost, words, _, trail) in states.items():
            if held not in best or cost < best[held][0]:
                best[held] = (cost, words, trail)
        return {
            held: (cost, Trail(_join(words, self.columns), trail))
            for held, (cost, words, trail) in best.items()
        }

    def _plain_words(self, tokens: Sequence[Token]) -> int:
        """How many words at a line's beginning no other column can begin within."""
        for at, token in enumerate(tokens):
            if at and (token.bar or token.at > self.width * NARROWEST):
                return at
            if at and (DEADLINE_DATE.fullmatch(token.text) or token.text[:1].isupper()):
                return at
        return len(tokens)

    def _moves(
        self, token: Token, place: int, *, begun: bool, far: bool, full: bool, stays: bool
    ) -> list[Move]:
        """The columns that may have a word where the last one was laid to a place; `begun` if that
        has words of the line, `far` if it is the task's and has several, `stays` if no other column
        can begin within the word's part of the line."""
        found: list[Move] = []
        for to in range(place, place + 1 if stays else len(self.columns)):
            same = begun and to == place
            border = 0.0
            if begun and token.bar:
                border = SAME_CELL_OVER_BAR if same else 0.0
            elif begun and not same:
                border = self._early_cost(token, to, full) if far else NEXT_CELL_WITHOUT_BAR
            taker = self._taker(token, self.columns[to], full)
            found.append(Move(to, taker, border, border + taker.least, same, taker.known[same]))
        return found

    def _early_cost(self, token: Token, to: int, full: bool) -> float:
        """What it costs that a cell begins with the word beside a long line of the task, where no
        border was read."""
        if self.columns[to] is Column.DEADLINE and DEADLINE_DATE.fullmatch(token.text):
            return NEXT_CELL_WITHOUT_BAR
        early = max(self.width - EARLY - token.at, 0) if full else 0
        return NEXT_CELL_WITHOUT_BAR + min(early * EARLY_CELL, LARGEST_EARLY)

    def _taker(self, token: Token, column: Column, full: bool) -> Taker:
        """How the column takes the word, worked out once for a table."""
        word, inside = token.text, 0.0
        if column is Column.CONTENT:
            inside = CONTENT_INSIDE if full and token.at < self.width * NARROWEST else CONTENT_WORD
            inside += min(max(token.at - self.width + 6, 0) * BEYOND_WIDTH, LARGEST_BEYOND)
            inside += DATE_INSIDE if DEADLINE_DATE.fullmatch(word) else 0.0
        key = (word, column, inside)
        taker = self._takers.get(key)
        if taker is None:
            taker = self._takers[key] = Taker(word, column, self._having, inside)
        return taker


def _go_on(
    states: dict[tuple[int, int, bool], State], taker: Taker, task: int, word: str
) -> dict[tuple[int, int, bool], State]:
    """All ways with one more word within the task, where none is in another cell: what it costs is
    the same for each."""
    more, _, kept = min(taker.known[True].get(0) or taker.find_ways(0, True), key=_by_more)
    if not kept:
        return {
            at: (cost + more, words, wide, trail)
            for at, (cost, words, wide, trail) in states.items()
        }
    return {
        at: (cost + more, (words, task, word), wide + taker.width, trail)
        for at, (cost, words, wide, trail) in states.items()
    }


def _by_more(taken: Taken) -> float:
    return taken.cost


def _cheapest(found: dict[K, V], most: int) -> dict[K, V]:
    """The cheapest of what was found, none that costs much more than the best."""
    limit = min(state[0] for state in found.values()) + FAR
    near = [state for state in found.items() if state[1][0] <= limit]
    near.sort(key=_by_cost)
    return dict(near[:most])


def _by_cost(state: tuple[K, V]) -> float:
    cost: float = state[1][0]
    return cost


def _lacking_name(names: Names, missing: float) -> float:
    step, begun, _ = names
    if not begun or (step.depth == 1 and step.name is None):
        return missing
    return UNFINISHED_NAME if step.name is None and step is not ROOT else 0.0


def _walk_back(trail: Trail | None) -> list[Parts]:
    laid: list[Parts] = []
    while trail is not None:
        laid.append(trail.parts)
        trail = trail.before
    return laid[::-1]


@lru_cache(maxsize=5_000)
def _is_readable(text: str, counted_from: date) -> bool:
    kind = read_deadline(text, issued_on=counted_from).kind
    return kind not in (DeadlineKind.UNREADABLE, DeadlineKind.UNSPECIFIED)


def _join(words: Words, columns: Sequence[Column]) -> Parts:
    """The words by column, each run of a column's words as one text."""
    parts: list[tuple[Column, str]] = []
    while words:
        words, place, word = words
        column = columns[place]
        if parts and parts[-1][0] is column:
            parts[-1] = (column, f"{word} {parts[-1][1]}")
        else:
            parts.append((column, word))
    return tuple(parts[::-1])
