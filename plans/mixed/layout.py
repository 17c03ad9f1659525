"""Laying the words of one row of a mixed table into its columns, in the way that costs least.

No line says what belongs to which cell; but read one after another, the words of one column make
the names of agencies and those of another a deadline. A beam over the row's lines keeps the
cheapest ways to have laid out the words so far; the costs are those of `taking`.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from math import inf
from operator import itemgetter

from db.enums import DeadlineKind
from plans.agencies.spotting import ROOT
from plans.columns import Column
from plans.deadlines.read import read_deadline
from plans.mixed.costs import DEADLINE_DATE
from plans.mixed.page import Token
from plans.mixed.taking import BEGUN, MASK, PLACE, Found, Having, Names, Taker

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

Parts = tuple[tuple[Column, str], ...]
"""The words of one line by column, from left to right."""
State = tuple[float, int, int, int, "State | None"]
"""A way to have laid the words so far: its cost, what the row has and where its last word was laid
(as `Having` numbers them), the width of that cell's words on the line, the place of the last word's
column or `NOWHERE`, and the way without that word."""
NOWHERE = -1
"""For a place: the word is in no column."""
Move = tuple[int, Taker, float, float, bool, Found]
"""A column that may have the next word, how it takes it, what a border between the two costs,
what it all costs at least, whether the word goes on with the cell, and the ways known so far."""
MANY = PLACE + 1
"""Beside the place of the last word: it is in the task's column, and that has several words on the
line."""


class MixedLayout:
    """The columns of one table without borders, and how the words of a row are laid into them."""

    def __init__(self, columns: tuple[Column, ...], width: int, counted_from: date) -> None:
        self.columns = columns
        self.width = width
        self.counted_from = counted_from
        self._having = Having(columns)
        self._task = columns.index(Column.CONTENT)
        self._of_task: dict[tuple[str, float], Taker] = {}
        self._beside: dict[str, list[Taker]] = {}

    def lay_row(self, lines: Sequence[Sequence[Token]]) -> list[Parts]:
        """Each line's words by column, as the cheapest way has them."""
        states: list[State] = [(0.0, 0, 0, NOWHERE, None)]
        for tokens in lines:
            states = self._lay_line(tokens, states)
        ends = []
        for at, state in enumerate(states):
            lacking = self._lacking_cells(state[1])
            ends.append((state[0] + lacking, at, lacking, state))
        best: tuple[float, int, list[Parts]] = (inf, 0, [])
        for least, at, lacking, state in sorted(ends):
            if least > best[0]:
                break
            laid = self._walk_back(state, lines)
            best = min(best, (state[0] + (lacking + self._deadline_cost(laid)), at, laid))
        return best[2]

    def _lacking_cells(self, held: int) -> float:
        """What it costs that cells beside the deadline's are empty or unfinished."""
        having = self._having
        cost = 0.0
        if Column.LEAD in self.columns:
            cost += _lacking_name(having.of(held, Column.LEAD), NO_LEAD)
        if Column.COORDINATING in self.columns:
            cost += _lacking_name(having.of(held, Column.COORDINATING), NO_COORDINATING)
        if Column.PRODUCT in self.columns and not having.of(held, Column.PRODUCT):
            cost += NO_PRODUCT
        return cost

    def _deadline_cost(self, laid: Sequence[Parts]) -> float:
        words = [text for parts in laid for column, text in parts if column is Column.DEADLINE]
        if not words:
            return NO_DEADLINE
        return 0.0 if _is_readable(" ".join(words), self.counted_from) else UNREADABLE_DEADLINE

    def _walk_back(self, state: State | None, lines: Sequence[Sequence[Token]]) -> list[Parts]:
        """Each line's words by column, each run of a column's words as one text."""
        laid: list[Parts] = []
        for tokens in reversed(lines):
            parts: list[tuple[Column, str]] = []
            for token in reversed(tokens):
                if state is None:
                    break
                _, _, _, place, state = state
                if place == NOWHERE:
                    continue
                column = self.columns[place]
                if parts and parts[-1][0] is column:
                    parts[-1] = (column, f"{token.text} {parts[-1][1]}")
                else:
                    parts.append((column, token.text))
            laid.append(tuple(parts[::-1]))
        return laid[::-1]

    def _lay_line(self, tokens: Sequence[Token], states: list[State]) -> list[State]:
        """The cheapest ways to part one line's words among the columns, from left to right."""
        plain = self._plain_words(tokens)
        full = bool(tokens) and tokens[-1].at > self.width * FULL_LINE
        in_task = self._task << 1 | BEGUN
        for at, token in enumerate(tokens):
            takers = self._takers(token, full)
            one_by_one = 0 < at < plain
            if one_by_one and all(state[1] & PLACE == in_task for state in states):
                states = _go_on(states, takers[self._task], self._task)
                continue
            moves = Moves(self, token, takers, full=full, stays=one_by_one)
            states = _lay_word(states, moves, in_task) or _leave_out(states)
        best: dict[int, State] = {}
        for state in states:
            held = state[1] & ~PLACE
            if held not in best or state[0] < best[held][0]:
                best[held] = state
        return [(cost, held, 0, to, before) for held, (cost, _, _, to, before) in best.items()]

    def _plain_words(self, tokens: Sequence[Token]) -> int:
        """How many words at a line's beginning no other column can begin within."""
        for at, token in enumerate(tokens):
            if at and (token.bar or token.at > self.width * NARROWEST):
                return at
            if at and (DEADLINE_DATE.fullmatch(token.text) or token.text[:1].isupper()):
                return at
        return len(tokens)

    def early_cost(self, token: Token, to: int, full: bool) -> float:
        """What it costs that a cell begins with the word beside a long line of the task, where no
        border was read."""
        if self.columns[to] is Column.DEADLINE and DEADLINE_DATE.fullmatch(token.text):
            return NEXT_CELL_WITHOUT_BAR
        early = max(self.width - EARLY - token.at, 0) if full else 0
        return NEXT_CELL_WITHOUT_BAR + min(early * EARLY_CELL, LARGEST_EARLY)

    def _takers(self, token: Token, full: bool) -> list[Taker]:
        """How each column takes the word, worked out once for a table."""
        word = token.text
        inside = CONTENT_INSIDE if full and token.at < self.width * NARROWEST else CONTENT_WORD
        inside += min(max(token.at - self.width + 6, 0) * BEYOND_WIDTH, LARGEST_BEYOND)
        inside += DATE_INSIDE if DEADLINE_DATE.fullmatch(word) else 0.0
        task = self._of_task.get((word, inside))
        if task is None:
            task = self._of_task[word, inside] = Taker(word, Column.CONTENT, self._having, inside)
        beside = self._beside.get(word)
        if beside is None:
            beside = self._beside[word] = [
                Taker(word, column, self._having)
                for column in self.columns
                if column is not Column.CONTENT
            ]
        return [*beside[: self._task], task, *beside[self._task :]]


class Moves(dict[int, list[Move]]):
    """The columns that may have a word, by where the last one was laid, and whether that is within
    a task that has several words there."""

    def __init__(
        self, layout: MixedLayout, token: Token, takers: Sequence[Taker], *, full: bool, stays: bool
    ) -> None:
        """`stays` if no other column can begin within the word's part of the line."""
        self._layout = layout
        self._token = token
        self._takers = takers
        self._full = full
        self._stays = stays

    def __missing__(self, at: int) -> list[Move]:
        place, begun, far = (at & PLACE) >> 1, at & BEGUN, at & MANY
        found: list[Move] = []
        for to in range(place, place + 1 if self._stays else len(self._takers)):
            taker = self._takers[to]
            if taker.least == inf:
                continue
            same = bool(begun) and to == place
            border = 0.0
            if begun and self._token.bar:
                border = SAME_CELL_OVER_BAR if same else 0.0
            elif begun and not same:
                border = (
                    self._layout.early_cost(self._token, to, self._full)
                    if far
                    else NEXT_CELL_WITHOUT_BAR
                )
            known = taker.after if same else taker.alone
            found.append((to, taker, border, border + taker.least, same, known))
        self[at] = found
        return found


def _lay_word(states: Iterable[State], moves: Moves, in_task: int) -> list[State]:
    """The cheapest ways to have laid out the words so far and one more."""
    after: dict[int, State] = {}
    worst = inf  # of what is still worth keeping
    for state in states:
        cost, row, wide, _, _ = state
        at = row & PLACE
        held = row - at
        if at == in_task and wide > FEW_WORDS:
            at |= MANY
        for to, taker, border, least, same, known in moves[at]:
            if cost + least > worst:
                continue
            width = taker.width + wide if same else taker.width
            before = cost + border
            over = (width - taker.room) * TOO_WIDE if width > taker.room else 0.0
            for more, adds, takes in known[row >> taker.shift & MASK]:
                total = before + more + over if takes else before + more
                if total > worst:
                    continue
                if total + FAR < worst:
                    worst = total + FAR
                then = held + adds
                kept = after.get(then)
                if kept is None or total < kept[0]:
                    if takes:
                        after[then] = (total, then, width, to, state)
                    else:
                        after[then] = (total, then, wide if same else 0, NOWHERE, state)
    near = sorted(after.values(), key=_by_cost)[:BEAM]
    return [found for found in near if found[0] <= worst]


def _leave_out(states: Iterable[State]) -> list[State]:
    """All ways with one more word, which no column takes."""
    return [
        (cost, row, wide, NOWHERE, state) for state in states for cost, row, wide, _, _ in [state]
    ]


def _go_on(states: Iterable[State], taker: Taker, task: int) -> list[State]:
    """All ways with one more word within the task, where none is in another cell: what it costs is
    the same for each."""
    more, _, kept = min(taker.after[0], key=_by_cost)
    to, width = (task, taker.width) if kept else (NOWHERE, 0)
    return [
        (cost + more, row, wide + width, to, state)
        for state in states
        for cost, row, wide, _, _ in [state]
    ]


_by_cost = itemgetter(0)


def _lacking_name(names: Names, missing: float) -> float:
    step, begun, _ = names
    if not begun or (step.depth == 1 and step.name is None):
        return missing
    return UNFINISHED_NAME if step.name is None and step is not ROOT else 0.0


def _is_readable(text: str, counted_from: date) -> bool:
    kind = read_deadline(text, issued_on=counted_from).kind
    return kind not in (DeadlineKind.UNREADABLE, DeadlineKind.UNSPECIFIED)
