"""The pairing of two sides with the greatest sum of likeness (Hungarian method). Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

Pairs = list[tuple[int, int]]


def best_pairs(scores: Mapping[tuple[int, int], float]) -> Pairs:
    """Each left place with at most one right place; only pairs that have a score.

    Places that no chain of scores joins do not compete and are paired apart, which keeps what is
    cubic small.
    """
    found: Pairs = []
    for lefts, rights in _islands(scores):
        found += _assign(lefts, rights, scores)
    return sorted(found)


def _islands(scores: Mapping[tuple[int, int], float]) -> Iterator[tuple[list[int], list[int]]]:
    to_right: dict[int, list[int]] = defaultdict(list)
    to_left: dict[int, list[int]] = defaultdict(list)
    for left, right in scores:
        to_right[left].append(right)
        to_left[right].append(left)
    waiting = dict.fromkeys(to_right)
    while waiting:
        lefts, rights = set[int](), set[int]()
        reached = [next(iter(waiting))]
        while reached:
            left = reached.pop()
            if left in lefts:
                continue
            lefts.add(left)
            del waiting[left]
            for right in to_right[left]:
                if right not in rights:
                    rights.add(right)
                    reached += to_left[right]
        yield sorted(lefts), sorted(rights)


def _assign(lefts: list[int], rights: list[int], scores: Mapping[tuple[int, int], float]) -> Pairs:
    """Kuhn's method with potentials; a pair without a score costs nothing and is left out."""
    wide = len(lefts) <= len(rights)
    rows, columns = (lefts, rights) if wide else (rights, lefts)

    def score(row: int, column: int) -> float:
        pair = (rows[row], columns[column]) if wide else (columns[column], rows[row])
        return scores.get(pair, 0.0)

    of_row = [0.0] * (len(rows) + 1)
    of_column = [0.0] * (len(columns) + 1)
    taken = [0] * (len(columns) + 1)
    for row in range(1, len(rows) + 1):
        taken[0], column = row, 0
        least = [float("inf")] * (len(columns) + 1)
        way = [0] * (len(columns) + 1)
        done = [False] * (len(columns) + 1)
        while taken[column]:
            done[column] = True
            here, step, nearest = taken[column], float("inf"), 0
            for other in range(1, len(columns) + 1):
                if done[other]:
                    continue
                cost = -score(here - 1, other - 1) - of_row[here] - of_column[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
                if least[other] < step:
                    step, nearest = least[other], other
            for other in range(len(columns) + 1):
                if done[other]:
                    of_row[taken[other]] += step
                    of_column[other] -= step
                else:
                    least[other] -= step
            column = nearest
        while column:
            taken[column], column = taken[way[column]], way[column]
    found = [
        (rows[row - 1], columns[column - 1])
        for column, row in enumerate(taken)
        if column and row and score(row - 1, column - 1)
    ]
    return found if wide else [(right, left) for left, right in found]
