"""Where the rows of a table part whose lines are laid into its columns."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plans.files.aligned_headers import NUMBER
from plans.files.gutters import HEADING, Laid
from plans.words import fold

FARTHEST, CUT, NO_WORK, WORK = 4, 2.5, 8.0, 1.5
"""What it costs that a cell stands off the middle of its row, in lines, at most so many; that it
begins in the middle of a sentence; that a row has no work; and how much more the work's cell tells
than the others."""
LEADERS, HELPERS = re.compile(r"Chủ trì ?:|CT ?:"), re.compile(r"Phối hợp ?:|PH ?:")
TOP, HALF = 0.75, 0.5
"""Such a share of the cells beside the numbers begin as cells do, where rows begin with them; and
of those of a line where they begin."""


def part_rows(body: Sequence[Laid]) -> Iterator[Sequence[Laid]]:
    """The lines of each row; a heading over all columns is a row of its own."""
    part: list[Laid] = []
    heading: list[Laid] = []
    for line in body:
        goes_on = bool(heading) and _goes_on(heading[-1], line)
        if heading and not goes_on:
            yield heading
            heading = []
        if not line.wide and not goes_on:
            part.append(line)
            continue
        yield from _part_stretch(part)
        part = []
        heading.append(line)
    if heading:
        yield heading
    yield from _part_stretch(part)


def _goes_on(above: Laid, line: Laid) -> bool:
    """Whether a line goes on with the heading above it."""
    text = line.text.strip()
    if HEADING.fullmatch(text):
        return False
    alone = not re.search(r"\S\s{2,}\S", text)
    return line.wide or (alone and text.isupper() and above.text.isupper())


def _part_stretch(lines: Sequence[Laid]) -> Iterator[Sequence[Laid]]:
    if not lines:
        return
    marks = [at for at, line in enumerate(lines) if is_numbered(line)]
    starts = [0] if marks else []
    if marks and _begin_with_numbers(lines, marks):
        tops = [_top(lines, mark, above) for above, mark in pairwise([-1, *marks])]
        starts = [*([0] if tops[0] else []), *tops]
    else:
        starts = _boundaries(lines, marks) if marks else []
    for start, end in pairwise([*(starts or [0]), len(lines)]):
        yield from _part_dashes(lines[start:end])


def _part_dashes(row: Sequence[Laid]) -> Iterator[Sequence[Laid]]:
    """A row in its parts where dashes list them below its number, each with cells of its own."""
    widest = _widest(row)
    dashes = [at for at, line in enumerate(row) if _is_dash_row(line, widest)]
    for start, end in pairwise([*dict.fromkeys([0, *dashes]), len(row)]):
        yield row[start:end]


def _is_dash_row(line: Laid, widest: int) -> bool:
    """Whether a line begins such a part: all its cells begin there, none goes on."""
    others = [cell for at, cell in enumerate(line.cells) if cell and at not in (0, widest)]
    begun = re.match(r"[-–+] ?(?!chu tri|phoi hop|ct:|ph:)\S", fold(line.cells[widest]))
    begin = bool(others) and not any(cell[0].islower() for cell in others)
    return begun is not None and not line.cells[0] and begin


def _widest(lines: Sequence[Laid]) -> int:
    """The column, beside that of the numbers, that says most: the work."""
    columns = range(1, len(lines[0].cells))
    return max(columns, key=lambda column: sum(len(line.cells[column]) for line in lines))


def is_numbered(line: Laid) -> bool:
    """Whether the line has a row's number in the first column."""
    return NUMBER.fullmatch(line.cells[0]) is not None and not line.wide


def _begun(line: Laid) -> float:
    """The share of a line's cells beside the number that begin as a cell does."""
    first = [cell[:1] for cell in line.cells[1:] if cell]
    begun = sum(not letter.islower() for letter in first)
    return begun / len(first) if first else 0.0


def _begin_with_numbers(lines: Sequence[Laid], marks: Sequence[int]) -> bool:
    """Whether each number stands on its row's first line, not on its middle one; what stands above
    the first goes on from the page before."""
    first = marks[0] == 0 or _begun(lines[0]) < HALF or _goes_on_above(lines, marks[0])
    return first and sum(_begun(lines[at]) for at in marks) >= TOP * len(marks)


def _goes_on_above(lines: Sequence[Laid], mark: int) -> bool:
    """Whether the lines above the first number go on from another page: in the widest cell, which
    has nothing on them or begins with a small letter."""
    said = [line.cells[_widest(lines)] for line in lines[:mark]]
    return said[0][:1].islower() or not any(said)


def _top(lines: Sequence[Laid], mark: int, above: int) -> int:
    """Where a row begins, for the most part with its number; one that stands lower, where no cell
    begins, has its first line behind the blank one above it."""
    if _begun(lines[mark]) >= HALF:
        return mark
    behind = (
        at for at in range(mark, above + 1, -1) if lines[at].number - lines[at - 1].number > 1
    )
    top = next(behind, mark)
    return top if _begun(lines[top]) >= HALF else mark


def _boundaries(lines: Sequence[Laid], marks: Sequence[int]) -> list[int]:
    """Where rows begin whose numbers stand in their middles, as all their cells do: each between
    two numbers, so that the cells of all rows stand as evenly about their numbers as can be."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for mark, after in pairwise([*marks, len(lines)]):
        ends = range(mark + 1, after + 1) if after < len(lines) else [len(lines)]
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for end in ends:
            found[end] = min(
                (cost + _row_cost(lines[start:end], lines[mark].number), (*starts, end))
                for start, (cost, starts) in best.items()
            )
        best = found
    (_, starts), *_ = best.values()
    return list(starts[:-1])


def _row_cost(row: Sequence[Laid], middle: int) -> float:
    """How unlike one row these lines are whose number stands on the line so numbered."""
    widest = _widest(row)
    cost = 0.0
    for column in range(1, len(row[0].cells)):
        said = [(line.number, line.cells[column]) for line in row if line.cells[column]]
        if not said:
            cost += NO_WORK if column == widest else 0.0
            continue
        own = (said[0][0] + said[-1][0]) / 2
        weight = WORK if column == widest else 1.0
        cost += weight * min(abs(own - middle), FARTHEST)
        first = said[0][1]
        cost += CUT if first[0].islower() or HELPERS.match(first) else 0.0
        cost += CUT * max(sum(LEADERS.match(text) is not None for _, text in said) - 1, 0)
    return cost
