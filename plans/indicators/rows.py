"""The lines of an indicator table cut into rows, in the way that costs least.

A row has one number, a name that begins with a capital, one set of targets and an agency; where
its cells are mixed with its neighbours' or damaged, no line says so by itself. As in `layout`,
the cheapest of all ways to cut the lines is taken; here lines are cut, not cells.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from plans.indicators.lines import Parts

LONGEST_ROW = 28
"""In lines. The longest indicator known takes 19, cell by cell."""
NO_NUMBER, ONE_SKIPPED, ODD_NUMBER = 2.5, 1.5, 4.0
"""A row whose number is not printed, skips one, or does not follow the one before."""
SECOND_NUMBER, SECOND_ALONE = 3.5, 5.0
"""One more line that begins with a figure; with a figure and nothing else."""
NUMBER_LATE = 4.0
"""A figure alone on a line stands before the name."""
NO_TARGET, FEWER_TARGETS, MORE_TARGETS = 3.0, 0.5, 1.5
NO_NAME, NO_AGENCY = 6.0, 1.0
CAPTION_BY = 2
"""Within how many lines a row shows itself a heading, its number standing on the first."""
LOWER_START, AGENCY_START, NO_WORDS_START = 3.0, 4.0, 5.0
AGENCY_ABOVE = 0.8
"""The same where the agency wants more words and the next line has a number: a long name stands
over the middle of its row."""
HEADING_START = 6.0
FEWEST_WORDS = 2
SECOND_NAME = 4.0
"""A line inside of a row that begins as names of indicators do."""
CAPITAL_BEHIND = 1.5
"""Words behind the agency that begin with a capital and are none."""
UNFINISHED_END = 1.0
UNREAD, UNREAD_NAME, UNREAD_TARGETS = 1.5, 4.5, 5.0
HEADING = 0.5
HEADING_LINES = 3
LIKELY, TOO_FAR = 8, 12.0
"""How many numberings are followed up at each line, and which are not, for what they cost."""

Number = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RowLines:
    """The lines of one row; its number follows from the one before where it is not `printed`."""

    number: Number
    printed: bool
    parts: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class HeadingLines:
    """The lines of a group's heading."""

    parts: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    cost: float
    before: "_Step | None"
    found: RowLines | HeadingLines | None
    number: Number
    headed: bool


def cut_rows(lines: Sequence[Parts], *, wanted: int) -> list[RowLines | HeadingLines]:
    """The rows and headings of a table in order; lines that fit nowhere are in none of them."""
    best: list[dict[tuple[Number, bool], _Step]] = [{} for _ in range(len(lines) + 1)]
    best[0][(0, 0), True] = _Step(0.0, None, None, (0, 0), headed=True)
    for start in range(len(lines)):
        steps = sorted(best[start].values(), key=lambda step: step.cost)[:LIKELY]
        steps = [step for step in steps if step.cost < steps[0].cost + TOO_FAR]
        for step in steps:
            _keep(best[start + 1], _pass_over(step, lines[start]))
        for end, cost in _headings_from(lines, start):
            found = HeadingLines(tuple(lines[start:end]))
            for step in steps:
                _keep(best[end], _Step(step.cost + cost, step, found, step.number, headed=True))
        for end, cost, numbers in _rows_from(lines, start, wanted):
            parts = tuple(lines[start:end])
            for step in steps:
                more, number, printed = _follow(step.number, numbers, headed=step.headed)
                total = step.cost + cost + more
                if _is_cheapest(best[end], number, total, headed=False):
                    row = RowLines(number, printed, parts)
                    _keep(best[end], _Step(total, step, row, number, headed=False))
    last = min(best[-1].values(), key=lambda step: step.cost)
    return _walk_back(last)


def _rows_from(
    lines: Sequence[Parts], start: int, wanted: int
) -> Iterator[tuple[int, float, tuple[Number, ...]]]:
    """Every row that may begin at this line: where it ends, what it costs, its numbers."""
    fixed = _start_cost(lines, start)
    numbers: list[Number] = []
    numbered = targets = 0
    named = lines[start].worded
    seen_agency = seen_strong = caption = False
    for end in range(start + 1, min(start + LONGEST_ROW, len(lines)) + 1):
        part = lines[end - 1]
        inside = end - 1 > start
        if part.numbers:
            numbered += 1
            numbers += part.numbers
            if numbered > 1:
                fixed += SECOND_ALONE if part.alone else SECOND_NUMBER
                fixed += SECOND_NUMBER if part.name_begins else 0.0
            elif inside and part.alone:
                fixed += NUMBER_LATE
        if inside:
            full = targets >= wanted
            fixed += _inside_cost(lines, end - 1, start, targets, full=full, strong=seen_strong)
        seen_strong = seen_strong or part.strong
        caption = caption or (part.caption and end - start <= CAPTION_BY)
        named = named or part.worded
        counted = part.targets and _is_counted(part, wanted)
        targets += len(part.targets) if counted else part.ranked
        seen_agency = seen_agency or part.names_agency
        if fixed > SECOND_ALONE + SECOND_NAME + LOWER_START:
            return
        cost = fixed + (0.0 if named else NO_NAME)
        cost += UNFINISHED_END if part.unfinished else 0.0
        if not (caption and not targets):
            cost += _targets_cost(targets, wanted) + (0.0 if seen_agency else NO_AGENCY)
        yield end, cost, tuple(numbers)


def _is_counted(part: Parts, wanted: int) -> bool:
    return part.sure or wanted == 1 or len(part.targets) > 1 or not part.worded


def _start_cost(lines: Sequence[Parts], start: int) -> float:
    part = lines[start]
    if part.alone:
        return 0.0
    if part.heading is not None:
        return HEADING_START
    if not part.worded:
        return NO_WORDS_START
    if not part.numbers and not part.strong and part.words < FEWEST_WORDS:
        return LOWER_START
    if part.only_agency and not part.strong and not part.numbers:
        return AGENCY_ABOVE if _stands_above(lines, start) else AGENCY_START
    if part.name_begins:
        return 0.0 if part.strong or part.numbers else 0.3
    return LOWER_START * (0.25 if part.numbers else 1.0)


def _stands_above(lines: Sequence[Parts], start: int) -> bool:
    """Whether the line is the beginning of an agency that the row's numbered line ends."""
    part, after = lines[start], lines[start + 1 : start + 2]
    return part.only_agency and part.unfinished and bool(after) and bool(after[0].numbers)


def _inside_cost(
    lines: Sequence[Parts], at: int, start: int, targets: int, *, full: bool, strong: bool
) -> float:
    """What it costs that the line stands in the row and does not begin the next."""
    part, before = lines[at], lines[at - 1]
    own_name = at == start + 1 and (
        before.alone or not before.worded or _stands_above(lines, start)
    )
    if part.strong and not own_name and (part.numbers or not before.unfinished):
        if part.numbers or (strong and full):
            return 2 * SECOND_NAME
        return SECOND_NAME if strong or targets else SECOND_NAME / 2
    if part.heading is not None and not own_name:
        return SECOND_NAME
    behind = targets and part.worded and part.name_begins and not part.targets
    if behind and not part.only_agency and not before.unfinished:
        return CAPITAL_BEHIND
    return 0.0


def _targets_cost(targets: int, wanted: int) -> float:
    if not targets:
        return NO_TARGET
    if targets < wanted:
        return FEWER_TARGETS
    return MORE_TARGETS * min(targets - wanted, 4) / (1 if wanted > 1 else 2)


def _headings_from(lines: Sequence[Parts], start: int) -> Iterator[tuple[int, float]]:
    if lines[start].heading is None:
        return
    for end in range(start + 1, min(start + HEADING_LINES, len(lines)) + 1):
        part = lines[end - 1]
        if end - 1 > start and (part.targets or part.numbers or part.name_begins):
            return
        yield end, HEADING + 0.2 * (end - start - 1)


@lru_cache(maxsize=20_000)
def _follow(
    last: Number, numbers: tuple[Number, ...], *, headed: bool
) -> tuple[float, Number, bool]:
    """What the number costs behind the last, the number itself, whether it is printed.

    A group's heading before it may begin the numbers again.
    """
    major, minor = last
    expected = {(major, minor + 1), (major + 1, 0)} | ({(1, 0)} if headed else set())
    skipped = {(major, minor + 2), (major + 2, 0), (major + 1, 1)} | ({(2, 0)} if headed else set())
    guess = (major, minor + 1) if minor else (major + 1, 0)
    if headed and not numbers:
        guess = (1, 0)
    cheapest: tuple[float, Number, bool] = (NO_NUMBER, guess, False)
    for number in numbers:
        cost = 0.0 if number in expected else ONE_SKIPPED if number in skipped else inf
        if number[1] and number[0] != major and number not in expected:
            cost = min(cost, ODD_NUMBER)
        elif cost == inf:
            cost = ODD_NUMBER
        if cost < cheapest[0]:
            cheapest = (cost, number, True)
    return cheapest


def _pass_over(step: _Step, part: Parts) -> _Step:
    cost = UNREAD_NAME if part.strong or part.numbers else UNREAD
    cost = UNREAD_TARGETS if part.targets and part.sure else cost
    return _Step(step.cost + cost, step, None, step.number, step.headed)


def _keep(steps: dict[tuple[Number, bool], _Step], step: _Step) -> None:
    if _is_cheapest(steps, step.number, step.cost, headed=step.headed):
        steps[step.number, step.headed] = step


def _is_cheapest(
    steps: Mapping[tuple[Number, bool], _Step], number: Number, cost: float, *, headed: bool
) -> bool:
    """Whether a step with that number is not known yet for the same cost or less."""
    known = steps.get((number, headed))
    return known is None or cost < known.cost


def _walk_back(step: "_Step | None") -> list[RowLines | HeadingLines]:
    found: list[RowLines | HeadingLines] = []
    while step is not None:
        if step.found is not None:
            found.append(step.found)
        step = step.before
    return found[::-1]
