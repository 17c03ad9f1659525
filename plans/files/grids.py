"""The cells that a page's ruled lines make. Measures are in points, down from the page's top."""

from collections.abc import Sequence
from dataclasses import dataclass

SLACK = 2.5
"""Lines that are drawn as one part by so much at most: a border's width."""
SMALLEST_CELL = 4.0
MOST_RULES = 3_000
"""A drawing has more; a page of a table, at four lines a cell, has far fewer."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: one that is upright stands `at` a distance from the left, else from the top."""

    upright: bool
    at: float
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Region:
    """A cell of a grid: the rows and columns it takes, the last ones included, and its frame."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, across: float, down: float) -> bool:
        return self.left <= across <= self.right and self.top <= down <= self.bottom


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells that ruled lines make, row by row; a merged one stands in each of its rows."""

    rows: tuple[tuple[Region, ...], ...]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def regions(self) -> tuple[Region, ...]:
        return tuple(dict.fromkeys(region for row in self.rows for region in row))

    def holds(self, across: float, down: float) -> bool:
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def region_at(self, across: float, down: float) -> Region | None:
        """The cell in which a point lies; None outside of them all."""
        return next((region for region in self.regions if region.holds(across, down)), None)


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that ruled lines make, each of two cells at least, from the top down."""
    if len(rules) > MOST_RULES:
        return []
    joined = [*_join([r for r in rules if r.upright]), *_join([r for r in rules if not r.upright])]
    grids = (_make_grid(group) for group in _touching(joined))
    found = [grid for grid in grids if grid is not None]
    return sorted(found, key=lambda grid: grid.top)


def _join(rules: Sequence[Rule]) -> list[Rule]:
    """The rules of one direction, pieces of one line put together."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.begin)):
        same = next(
            (
                at
                for at in range(len(joined) - 1, -1, -1)
                if abs(joined[at].at - rule.at) <= SLACK
                and rule.begin <= joined[at].end + SLACK
                and joined[at].begin <= rule.end + SLACK
            ),
            None,
        )
        if same is None:
            joined.append(rule)
        else:
            whole = joined[same]
            joined[same] = Rule(
                rule.upright, whole.at, min(whole.begin, rule.begin), max(whole.end, rule.end)
            )
    return joined


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that hang together."""
    upright = [rule for rule in rules if rule.upright]
    level = [rule for rule in rules if not rule.upright]
    group = {id(rule): at for at, rule in enumerate(rules)}
    members = {at: [rule] for at, rule in enumerate(rules)}
    for one in upright:
        for other in level:
            crosses = (
                other.begin - SLACK <= one.at <= other.end + SLACK
                and one.begin - SLACK <= other.at <= one.end + SLACK
            )
            mine, theirs = group[id(one)], group[id(other)]
            if crosses and mine != theirs:
                for rule in members[theirs]:
                    group[id(rule)] = mine
                members[mine] += members.pop(theirs)
    return list(members.values())


def _make_grid(rules: Sequence[Rule]) -> Grid | None:
    """The cells that the rules part; None where they are no table."""
    upright = [rule for rule in rules if rule.upright]
    level = [rule for rule in rules if not rule.upright]
    if not upright or not level:
        return None
    xs = _edges([r.at for r in upright], [end for r in level for end in (r.begin, r.end)])
    ys = _edges([r.at for r in level], [end for r in upright for end in (r.begin, r.end)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2:
        return None
    owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def find(slot: tuple[int, int]) -> tuple[int, int]:
        while owner[slot] != slot:
            slot = owner[slot]
        return slot

    for row, column in list(owner):
        across, down = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
        if column + 1 < columns and not _drawn(upright, xs[column + 1], down):
            _unite(owner, find((row, column)), find((row, column + 1)))
        if row + 1 < rows and not _drawn(level, ys[row + 1], across):
            _unite(owner, find((row, column)), find((row + 1, column)))
    slots: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for slot in owner:
        slots.setdefault(find(slot), []).append(slot)
    if len(slots) < 2:
        return None
    made: dict[tuple[int, int], Region] = {}
    for first, taken in slots.items():
        down_to = max(row for row, _ in taken)
        left, right = min(column for _, column in taken), max(column for _, column in taken)
        top = min(row for row, _ in taken)
        made[first] = Region(
            (top, down_to), (left, right), xs[left], ys[top], xs[right + 1], ys[down_to + 1]
        )
    laid = tuple(
        tuple(dict.fromkeys(made[find((row, column))] for column in range(columns)))
        for row in range(rows)
    )
    return Grid(laid, xs[0], ys[0], xs[-1], ys[-1])


def _unite(
    owner: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]
) -> None:
    owner[max(one, other)] = min(one, other)


def _edges(drawn: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Where rows or columns part; where an outer border is not drawn, the others end at it."""
    edges: list[float] = []
    for at in sorted([*drawn, min(ends), max(ends)]):
        if not edges or at - edges[-1] > SMALLEST_CELL:
            edges.append(at)
    return edges


def _drawn(rules: Sequence[Rule], at: float, across: float) -> bool:
    """Whether a border is drawn there."""
    return any(
        abs(rule.at - at) <= SMALLEST_CELL and rule.begin - SLACK <= across <= rule.end + SLACK
        for rule in rules
    )
