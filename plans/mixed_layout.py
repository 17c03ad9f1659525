"""Laying the words of one row of a mixed table into its columns, in the way that costs least.

No line says what belongs to which cell; but read one after another, the words of one column make
the names of agencies and those of another a deadline. A beam over the row's lines keeps the
cheapest ways to have laid out the words so far; the costs are those of `mixed_costs` and of the
usual names of `agency_spotting`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import inf
from typing import Any, TypeVar, cast

from db.enums import DeadlineKind
from plans.agency_spotting import ROOT, Step, skip_cost, ways_on
from plans.columns import Column
from plans.deadlines import read_deadline
from plans.mixed_costs import (
    DEADLINE_DATE,
    begins_deadline,
    deadline_word_cost,
    is_scrap,
    product_word_cost,
)
from plans.mixed_page import Token
from plans.scanned import skeleton

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
NARROW = {
    Column.LEAD: 18,
    Column.COORDINATING: 26,
    Column.PRODUCT: 16,
    Column.DEADLINE: 16,
}
TOO_WIDE = 0.12
"""In characters, how much of a line the narrow columns hold; what each character more costs."""
NOT_A_DEADLINE = 0.8
"""Words that no deadline begins with, but that one may go on with."""
SCRAP, SCRAP_AFTER_WORDS = 0.1, 0.3
"""A scrap of another cell; one that follows the words of the cell itself."""
EARLY, EARLY_CELL, LARGEST_EARLY, FEW_WORDS = 12, 0.04, 1.0, 10
"""A cell that begins so many characters before its column, and what each more costs; nothing
after so few characters of the task, which may be a stain."""
SECOND_LEAD = 0.7
NO_DEADLINE_WORD = 1.5
"""A word that costs so much is part of no deadline."""
NO_LEAD, NO_COORDINATING, NO_PRODUCT, NO_DEADLINE = 3.0, 0.8, 0.6, 2.5
UNFINISHED_NAME, UNREADABLE_DEADLINE, SECOND_DATE = 1.2, 2.0, 1.5

Names = tuple[Step, bool, str]
"""How far the names of a column have been read, whether any has begun, and the mark that closed
the last word, if one did."""
NO_NAMES: Names = (ROOT, False, "")
Cells = tuple[Names, Names, bool, tuple[bool, str]]
"""What the row now being read has so far: its leads, those that help, whether a product was met,
and its deadline; of a deadline, whether a date was met
and its last word. Ways that stand alike in all of this go on alike."""
NO_CELLS: Cells = (NO_NAMES, NO_NAMES, False, (False, ""))
PARTS = {Column.LEAD: 0, Column.COORDINATING: 1, Column.PRODUCT: 2, Column.DEADLINE: 3}
"""The place of each column in what a row has; of the task itself nothing need be known."""


K = TypeVar("K")
V = TypeVar("V", bound=tuple[Any, ...])
"""What is kept of a way: its cost first."""

Words = tuple[tuple[int, str], ...]
"""The words of a line so far, each with the place of its column."""
Parts = tuple[tuple[Column, str], ...]
"""The words of one line by column, from left to right."""


@dataclass(frozen=True, slots=True)
class Trail:
    """A line as laid out, and those before it."""

    parts: Parts
    before: "Trail | None"


class MixedLayout:
    """The columns of one table without borders, and how the words of a row are laid into them."""

    def __init__(self, columns: tuple[Column, ...], width: int, counted_from: date) -> None:
        self.columns = columns
        self.width = width
        self.counted_from = counted_from

    def lay_row(self, lines: Sequence[Sequence[Token]]) -> list[Parts]:
        """Each line's words by column, as the cheapest way has them."""
        ways: dict[Cells, tuple[float, Trail | None]] = {NO_CELLS: (0.0, None)}
        for tokens in lines:
            ways = self._lay_line(tokens, ways)
        ends = [
            (cost + self._lacking(cells, laid), laid)
            for cells, (cost, trail) in ways.items()
            for laid in [_walk_back(trail)]
        ]
        return min(ends, key=lambda end: end[0])[1]

    def _lacking(self, cells: Cells, laid: Sequence[Parts]) -> float:
        cost = 0.0
        if Column.LEAD in self.columns:
            cost += _lacking_name(cells[0], NO_LEAD)
        if Column.COORDINATING in self.columns:
            cost += _lacking_name(cells[1], NO_COORDINATING)
        if Column.PRODUCT in self.columns and not cells[2]:
            cost += NO_PRODUCT
        return cost + self._deadline_cost(laid)

    def _deadline_cost(self, laid: Sequence[Parts]) -> float:
        words = [text for parts in laid for column, text in parts if column is Column.DEADLINE]
        if not words:
            return NO_DEADLINE
        return 0.0 if _is_readable(" ".join(words), self.counted_from) else UNREADABLE_DEADLINE

    def _lay_line(
        self, tokens: Sequence[Token], ways: dict[Cells, tuple[float, Trail | None]]
    ) -> dict[Cells, tuple[float, Trail | None]]:
        """The cheapest ways to part one line's words among the columns, from left to right."""
        # at a column, with what the row has, in a cell begun or not: the cost, the words, their
        # width within the cell, and the lines before
        states: dict[tuple[int, Cells, bool], tuple[float, Words, int, Trail | None]]
        states = {(0, cells, False): (cost, (), 0, trail) for cells, (cost, trail) in ways.items()}
        plain = self._plain_words(tokens)
        full = bool(tokens) and tokens[-1].at > self.width * FULL_LINE
        last = len(self.columns)
        for at, token in enumerate(tokens):
            after: dict[tuple[int, Cells, bool], tuple[float, Words, int, Trail | None]] = {}
            worst = inf  # of what is still worth keeping
            takers: list[_Taker | None] = [None] * last
            for (place, held, begun), (cost, words, wide, trail) in states.items():
                before = wide if begun else 0
                for to in range(place, place + 1 if 0 < at < plain else last):
                    border = cost
                    if to != place or token.bar:
                        border += self._border_cost(token, place, to, before, full)
                    taker = takers[to]
                    if taker is None:
                        taker = takers[to] = self._taker(token, self.columns[to], full)
                    if border + taker.least > worst:
                        continue
                    same = to == place and begun
                    width = taker.width + (wide if same else 0)
                    over = (width - taker.room) * TOO_WIDE if width > taker.room else 0.0
                    part = taker.part
                    had = None if part is None else held[part]
                    for more, has, takes in taker.ways(had, same):
                        total = border + more + (over if takes else 0.0)
                        if total > worst:
                            continue
                        worst = min(worst, total + FAR)
                        holds = held if has is had else _with_part(held, part, has)
                        key = (to, holds, takes or same)
                        if key not in after or total < after[key][0]:
                            found = (*words, (to, token.text)) if takes else words
                            here = width if takes else wide if same else 0
                            after[key] = (total, found, here, trail)
            states = _cheapest(after, BEAM) if after else states
        best: dict[Cells, tuple[float, Words, Trail | None]] = {}
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

    def _border_cost(self, token: Token, place: int, to: int, wide: int, full: bool) -> float:
        """What it costs that the word stands in a column, `wide` characters in the one before."""
        if to == place:
            return SAME_CELL_OVER_BAR if token.bar and wide else 0.0
        if token.bar or not wide:
            return 0.0
        early = 0
        dated = self.columns[to] is Column.DEADLINE and DEADLINE_DATE.fullmatch(token.text)
        if full and not dated and self.columns[place] is Column.CONTENT and wide > FEW_WORDS:
            early = max(self.width - EARLY - token.at, 0)
        return NEXT_CELL_WITHOUT_BAR + min(early * EARLY_CELL, LARGEST_EARLY)

    def _taker(self, token: Token, column: Column, full: bool) -> "_Taker":
        """How the column takes the word, worked out once for all ways that come to it."""
        word = token.text
        if column is not Column.CONTENT:
            return _Taker(word, column)
        beyond = min(max(token.at - self.width + 6, 0) * BEYOND_WIDTH, LARGEST_BEYOND)
        dated = DATE_INSIDE if DEADLINE_DATE.fullmatch(word) else 0.0
        inside = CONTENT_INSIDE if full and token.at < self.width * NARROWEST else CONTENT_WORD
        return _Taker(word, column, inside + beyond + dated)


Taken = tuple[float, Any, bool]
"""What it costs that a column has a word, what it has then, and whether the word is kept."""


class _Taker:
    """How one column takes one word; what a column has so far alone decides on it."""

    def __init__(self, word: str, column: Column, inside: float = 0.0) -> None:
        """`inside` is what it costs among the words of the task."""
        self.width = len(word) + 1
        self.room = NARROW.get(column, inf)
        self.part = PARTS.get(column)
        self._word = word
        self._column = column
        self._inside = inside
        self._scrap = is_scrap(word)
        self._kept_scrap = column is Column.CONTENT and len(skeleton(word)) > 1
        self._known: dict[Any, tuple[tuple[Taken, ...], tuple[Taken, ...]]] = {}
        self.least = min(SCRAP, SCRAP_AFTER_WORDS) if self._scrap else self._least()

    def ways(self, had: Any, after_words: bool) -> tuple[Taken, ...]:
        """The ways to take the word where the column `had` that much so far."""
        known = self._known.get(had)
        if known is None:
            found = self._find(had)
            if self._scrap:
                known = (
                    (*found, (SCRAP, had, self._kept_scrap)),
                    (*found, (SCRAP_AFTER_WORDS, had, self._kept_scrap)),
                )
            else:
                known = found, found
            self._known[had] = known
        return known[after_words]

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
            case _:
                return 0.0

    def _find(self, had: Any) -> tuple[Taken, ...]:
        word = self._word
        match self._column:
            case Column.CONTENT:
                return ((self._inside, had, True),)
            case Column.LEAD:
                return _take_name(word, had, SECOND_LEAD)
            case Column.COORDINATING:
                return _take_name(word, had, 0.0)
            case Column.PRODUCT:
                dated = 2.0 if DEADLINE_DATE.fullmatch(word) else 0.0
                return ((product_word_cost(word) + dated, True, True),)
        cost = _next_deadline_word(had, word)
        if cost >= NO_DEADLINE_WORD:
            return ()
        met = had[0] or DEADLINE_DATE.fullmatch(word) is not None
        return ((cost, (met, word), True),)


def _with_part(cells: Cells, part: int | None, has: Any) -> Cells:
    if part is None:
        return cells
    changed: Any = (*cells[:part], has, *cells[part + 1 :])
    return cast(Cells, changed)


def _cheapest(found: dict[K, V], most: int) -> dict[K, V]:
    """The cheapest of what was found, none that costs much more than the best."""
    limit = min(state[0] for state in found.values()) + FAR
    near = [state for state in found.items() if state[1][0] <= limit]
    return dict(sorted(near, key=lambda state: state[1][0])[:most])


def _lacking_name(names: Names, missing: float) -> float:
    step, begun, _ = names
    if not begun or (step.depth == 1 and step.name is None):
        return missing
    return UNFINISHED_NAME if step.name is None and step is not ROOT else 0.0


@lru_cache(maxsize=50_000)
def _take_name(word: str, names: Names, second: float) -> tuple[tuple[float, Names, bool], ...]:
    """The ways to take a word into a column of names."""
    step, begun, closed = names
    closes = word[-1] if word.endswith((",", ";")) else ""
    found: list[tuple[float, Names, bool]] = [
        (cost, (after, True, closes), True) for cost, after in ways_on(step, word)
    ]
    if step is not ROOT and step.name is not None:
        more = (second if closed != ";" else 0.1) + (0.2 if closed else 1.2)
        found += [(cost + more, (after, True, closes), True) for cost, after in ways_on(ROOT, word)]
        if word in ("va", "và"):
            found.append((0.1 + second, (ROOT, True, ","), True))
    if begun:
        dated = 1.5 if DEADLINE_DATE.fullmatch(word) else 0.0
        found.append((skip_cost(word) + dated, names, True))
    return tuple(found)


@lru_cache(maxsize=20_000)
def _next_deadline_word(before: tuple[bool, str], word: str) -> float:
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


def _join(
    words: Sequence[tuple[int, str]], columns: Sequence[Column]
) -> tuple[tuple[Column, str], ...]:
    parts: list[tuple[Column, str]] = []
    for place, word in words:
        column = columns[place]
        if parts and parts[-1][0] is column:
            parts[-1] = (column, f"{parts[-1][1]} {word}")
        else:
            parts.append((column, word))
    return tuple(parts)
