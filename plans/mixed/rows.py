"""Where the rows of a mixed table begin and end, told by their numbers and how tasks begin.

A row's number stands in its middle, one in each row, one after another; its task begins with a
verb, and has one deadline. Of all ways to cut the lines into rows the one that costs least is
taken (dynamic programming over the lines).
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import NamedTuple

from plans.agencies.spotting import ROOT, ways_on
from plans.mixed.costs import (
    DEADLINE_DATE,
    deadline_word_cost,
    is_scrap,
    may_be_number,
    number_cost,
    printed_number,
    start_cost,
)
from plans.mixed.page import Page, tokens_of
from plans.scanned import skeleton

LONGEST_ROW = 26
"""In lines; the longest row known has 17."""
NO_NUMBER, OTHER_NUMBER, NUMBER_SKIPPED = 1.5, 2.5, 2.0
OFF_CENTRE = 0.25
"""A line by which the number stands off the row's middle, beyond the first."""
NOT_A_START, GARBLED_START, BESIDE_ABOVE = 3.5, 1.2, 0.3
"""A first line that begins no task; a line above it that has other cells' words only."""
STARTS_INSIDE, STARTS_AFTER_END = 0.3, 1.2
NO_DATE, SECOND_DATE = 0.5, 1.5
SHORT_LINE = 0.7
"""A line that fills less of the tasks' column ends the task."""
KEPT = 5
"""How many readings of the numbers are kept at each line."""


class RowSpan(NamedTuple):
    """The lines of one row by their places, its number, and whether that was printed plainly."""

    start: int
    end: int
    no: int
    seen: bool


@dataclass(frozen=True, slots=True)
class LineSigns:
    """What one line says of where rows begin and end."""

    count: str | None
    """The first word, where it can be a row's number."""
    number: int | None
    """The number that it plainly is."""
    start: float
    """What it costs that a task begins here; infinite for a line beside the tasks."""
    beside: bool
    ends: bool
    deadlines: int


class Cut(NamedTuple):
    """What it costs to have read the lines so far, their last row, and the reading before it."""

    cost: float
    span: RowSpan | None
    before: "Cut | None"


Cuts = list[tuple[int, Cut]]
"""The readings that are kept at a line, each with its last row's number, the cheapest first."""


def cut_rows(page: Page) -> list[RowSpan]:
    """The rows of the page, in order."""
    signs = [_read_signs(line.text, page.width) for line in page.lines]
    ending: list[list[tuple[int, float]]] = [[] for _ in range(len(signs) + 1)]
    for start in range(len(signs)):
        if start not in page.inside:
            for end, shape in _shapes(signs, start, _last_end(start, page)):
                ending[end].append((start, shape))
    kept: list[Cuts] = [[(0, Cut(0.0, None, None))]]
    for end in range(1, len(signs) + 1):
        if end - 1 in page.inside:
            found = _pass_heading(kept[-1], last=end not in page.inside)
        else:
            found = _end_row(end, ending[end], kept, signs, page.breaks)
        kept.append(sorted(found.items(), key=_by_cost)[:KEPT])
    spans: list[RowSpan] = []
    last: Cut | None = kept[-1][0][1]
    while last is not None:
        if last.span is not None and (not spans or spans[-1] is not last.span):
            spans.append(last.span)
        last = last.before
    return spans[::-1]


def _pass_heading(cuts: Cuts, *, last: bool) -> dict[int, Cut]:
    """The readings past a line of a heading; below its last the numbers may begin anew."""
    found = dict(cuts)
    if last:
        cost, span, before = min((cut for _, cut in cuts), key=lambda cut: cut.cost)
        if 0 not in found or cost + 1.0 < found[0].cost:
            found[0] = Cut(cost + 1.0, span, before)
    return found


def _end_row(
    end: int,
    shapes: Iterable[tuple[int, float]],
    kept: Sequence[Cuts],
    signs: Sequence[LineSigns],
    breaks: frozenset[int],
) -> dict[int, Cut]:
    """The readings in which a row ends before a line, each by its number; `shapes` are the places
    where it may begin and what that costs. Of what cannot be among those that are kept some are
    left out."""
    found: dict[int, Cut] = {}
    limit = inf  # what costs more is not kept
    for least, start, shape in sorted(
        (kept[start][0][1].cost + shape, start, shape) for start, shape in shapes
    ):
        if least > limit:
            break
        others = OTHER_NUMBER * _count_others(signs[start:end])
        if least + others > limit:
            continue
        counts = _read_counts(signs, (start, end), breaks)
        for no, cut in kept[start]:
            if cut.cost + shape + others > limit:
                break
            for cost, number, seen in _number_costs(counts, no):
                total = cut.cost + shape + cost
                if total <= limit and (number not in found or total < found[number].cost):
                    found[number] = Cut(total, RowSpan(start, end, number, seen), cut)
        if len(found) >= KEPT:
            limit = sorted([cut.cost for cut in found.values()])[KEPT - 1]
    return found


def _last_end(start: int, page: Page) -> int:
    """Where a row that begins at the line ends at the latest: before a heading."""
    latest = min(start + LONGEST_ROW, len(page.lines))
    return next((at for at in range(start, latest) if at in page.inside), latest)


@lru_cache(maxsize=5_000)
def _read_signs(text: str, width: int) -> LineSigns:
    tokens = tokens_of(text)
    words = [token.text for token in tokens]
    dash = bool(words) and words[0] in ("-", "–", "+", "•")
    if words and (printed_number(words[0]) is not None or is_scrap(words[0])):
        words = words[1:]
    garbled = bool(words) and is_scrap(words[0]) and len(words[0]) > 4
    words = [word for word in words if not is_scrap(word)]
    content = text.split("|")[0] if text.find("|") > 12 else text
    deadlines = sum(bool(DEADLINE_DATE.fullmatch(word)) for word in words[-4:])
    count = tokens[0].text if tokens and may_be_number(tokens[0].text) else None
    return LineSigns(
        count,
        printed_number(count) if count is not None else None,
        GARBLED_START if garbled else _start_cost(words, dash),
        _is_beside(words),
        len(content) < width * SHORT_LINE or content.rstrip().endswith((".", ";")),
        deadlines,
    )


def _start_cost(words: Sequence[str], dash: bool) -> float:
    return start_cost(words[0]) if words and not dash else NOT_A_START


def _is_beside(words: Sequence[str]) -> bool:
    """Whether a line has words of other columns only: "Trong", "8/2025 quan", "Công an xã;"."""
    if len(words) > 6:
        return False
    if not words or DEADLINE_DATE.fullmatch(words[0]):
        return True
    if deadline_word_cost(words[0]) < 0.4 and len(words) == 1:
        return True
    if len(words) == 1:
        return skeleton(words[0]) in ("quan", "xyen", "phuong", "nghe")
    return any(
        last.depth > 1
        for first, second in itertools.pairwise(words)
        for _, step in ways_on(ROOT, first)
        for _, last in ways_on(step, second)
    )


def _shapes(signs: Sequence[LineSigns], start: int, last: int) -> Iterator[tuple[int, float]]:
    """The places up to the last where a row may end, and what it costs that one task stands on the
    lines up to there, whatever its number."""
    begun = ended = False
    cost, deadlines = 0.0, 0
    for end, line in enumerate(signs[start:last], start + 1):
        deadlines += line.deadlines
        if not begun and not line.beside:
            begun = True
            cost = line.start + BESIDE_ABOVE * (end - 1 - start)
        elif begun and not line.beside and line.start == 0.0:
            cost += STARTS_AFTER_END if ended else STARTS_INSIDE
        if not line.beside:
            ended = line.ends
        dates = NO_DATE if not deadlines else SECOND_DATE * max(deadlines - 1, 0)
        yield end, cost + dates if begun else NOT_A_START * 2


class Counts(NamedTuple):
    """The words of some lines among which a row's number may stand.

    Each is a word with what it costs that it is off the middle; `plain` are those that are plainly
    numbers.
    """

    words: Sequence[tuple[str, float]]
    plain: Sequence[tuple[int, float]]


def _read_counts(
    signs: Sequence[LineSigns], span: tuple[int, int], breaks: frozenset[int]
) -> Counts:
    """Those of the lines from the span's start to before its end."""
    start, end = span
    inside = [place for place in breaks if start < place < end]
    middles = [(start + end - 1) / 2]  # or that of a part, where the row runs over two pages
    if inside:
        edges = [start, *sorted(inside), end]
        middles += [(first + last - 1) / 2 for first, last in itertools.pairwise(edges)]
    words: list[tuple[str, float]] = []
    plain: list[tuple[int, float]] = []
    for at, line in enumerate(signs[start:end], start):
        if line.count is not None:
            off = OFF_CENTRE * max(min([abs(at - middle) for middle in middles]) - 1, 0)
            words.append((line.count, off))
            if line.number is not None:
                plain.append((line.number, off))
    return Counts(words, plain)


def _count_others(signs: Iterable[LineSigns]) -> int:
    """How many plain numbers stand on the lines beside the one that is the row's, whichever."""
    numbers = [line.number for line in signs if line.number is not None]
    return len(numbers) - max(map(numbers.count, numbers), default=0)


def _number_costs(counts: Counts, before: int) -> Iterator[tuple[float, int, bool]]:
    """The readings of the row's number: the next after the one before, or a printed later one."""
    expected = before + 1
    best = NO_NUMBER
    for word, off in counts.words:
        if off < best and (cost := number_cost(word, expected)) is not None:
            best = min(best, cost + off)
    plain = [number for number, _ in counts.plain]
    yield best + OTHER_NUMBER * (len(plain) - plain.count(expected)), expected, best < NO_NUMBER
    for number, off in counts.plain:
        if expected < number <= expected + 3:
            others = len(plain) - plain.count(number)
            yield NUMBER_SKIPPED + off + OTHER_NUMBER * others, number, True


def _by_cost(cut: tuple[int, Cut]) -> float:
    return cut[1].cost
