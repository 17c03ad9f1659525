"""Where the rows of a woven table begin and end, told by their numbers.

A number stands on its row's first line or in its middle; a row that lost its number is found where
the words of two rows are likelier than those of one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from plans.columns import Column
from plans.woven.row import LaidRow, RowLayout
from plans.woven.stretches import MARK, Stretch

BEGIN_WITH_NUMBERS = 0.75
"""So many rows have a capital behind their numbers where these stand on their first lines."""
NUMBER_LOST = 5.0
"""What it costs that a row lost its number."""
NEXT_UNDER_NUMBER = 1.0
"""What it costs that a row follows another under one number."""
OFF_MIDDLE, FARTHEST_OFF = 0.3, 4
"""A line by which a number stands off its row's middle; it never stands farther off."""
REACH = 12
"""In lines: how far above and below its number a row may go."""
SLACK = 1.0


@dataclass(frozen=True, slots=True)
class Span:
    """A row's lines within a stretch, and its number; "" for one that lost it. `sub` counts the
    rows under one number."""

    start: int
    end: int
    no: str
    sub: int | None = None


def lines_said(stretch: Stretch) -> list[str]:
    """The lines without the rows' numbers."""
    said = [line.text for line in stretch.lines]
    for at, _ in stretch.marks:
        mark = MARK.match(said[at])
        said[at] = said[at][mark.end() :] if mark else said[at].partition(" ")[2]
    return said


def numbered_share(stretches: Sequence[Stretch], last: int) -> float:
    """How many of the rows have their number, as far as the numbers themselves tell; `last` is
    that of the page before."""
    marks = found = 0
    for no in (no for stretch in stretches for _, no in stretch.marks):
        count = _counted(no)
        marks += 1
        found += count - last if count > last else max(count, 1)
        last = count
    return marks / found if found else 0.0


def begin_with_numbers(stretches: Sequence[Stretch], texts: Sequence[Sequence[str]]) -> bool:
    """Whether the rows' numbers stand on their first lines."""
    marks = [(said, at) for one, said in zip(stretches, texts, strict=True) for at, _ in one.marks]
    begins = sum(said[at][:1].isupper() for said, at in marks)
    first = all(one.marks[0][0] == 0 for one in stretches if one.marks)
    return first and begins >= BEGIN_WITH_NUMBERS * len(marks)


def lay_all(
    stretches: Sequence[Stretch],
    texts: Sequence[Sequence[str]],
    layout: RowLayout,
    *,
    topped: bool,
) -> Iterator[tuple[Stretch, Span, LaidRow]]:
    lost = _before_lost([no for stretch in stretches for _, no in stretch.marks])
    below = layout.for_rows_under()
    for stretch, said in zip(stretches, texts, strict=True):
        spans = _spans_from_tops(stretch) if topped else _spans_around(stretch, said, layout)
        for span in spans:
            if Column.PARENT in layout.columns:
                parts = _under_number(span, said, layout, below)
            else:
                whole = span.no not in lost
                parts = [span] if whole else list(_lost_rows(span, said, layout, layout))
            for part in parts:
                used = below if (part.sub or 0) > 1 else layout
                yield stretch, part, used.lay(said[part.start : part.end])


def _before_lost(numbers: Sequence[str]) -> set[str]:
    """The numbers after which one is missing, or may be: the last."""
    last = [_counted(no) for no in numbers]
    return {
        no for at, no in enumerate(numbers) if at + 1 == len(numbers) or last[at + 1] > last[at] + 1
    } | {""}


def _counted(no: str) -> int:
    """What the number counts last: 3 for "1.3", for "c" too."""
    end = no.split(".")[-1]
    return int(end) if end.isdigit() else "abcdđefgh".find(end)


def _spans_from_tops(stretch: Stretch) -> list[Span]:
    """The rows where each begins with its number."""
    if not stretch.marks:
        return [Span(0, len(stretch.lines), "")]
    starts = [at for at, _ in stretch.marks]
    edges = [min(starts[0], 0), *starts[1:], len(stretch.lines)]
    return [
        Span(start, end, no)
        for (start, end), (_, no) in zip(pairwise(edges), stretch.marks, strict=True)
    ]


def _spans_around(stretch: Stretch, said: Sequence[str], layout: RowLayout) -> list[Span]:
    """The rows where each has its number on a middle line: of all boundaries the likeliest."""
    if not stretch.marks:
        return [Span(0, len(stretch.lines), "")]
    ways: dict[int, tuple[float, list[Span]]] = {0: (0.0, [])}
    for count, (mark, no) in enumerate(stretch.marks):
        last = count + 1 == len(stretch.marks)
        ends = (
            [len(said)]
            if last
            else range(mark + 1, min(stretch.marks[count + 1][0], mark + REACH) + 1)
        )
        after: dict[int, tuple[float, list[Span]]] = {}
        for start, (cost, spans) in ways.items():
            if mark - start > REACH:
                continue
            for end in ends:
                off = abs((mark - start) - (end - 1 - mark))
                if off > FARTHEST_OFF and not last:
                    continue
                total = cost + OFF_MIDDLE * max(off - SLACK, 0) + layout.lay(said[start:end]).cost
                if end not in after or total < after[end][0]:
                    after[end] = (total, [*spans, Span(start, end, no)])
        ways = after or ways
    return min(ways.values(), key=lambda way: way[0])[1]


def _under_number(
    span: Span, said: Sequence[str], layout: RowLayout, below: RowLayout
) -> list[Span]:
    """The rows under one number, where a column of words above them is printed."""
    parts = list(_lost_rows(span, said, layout, below, NEXT_UNDER_NUMBER))
    if len(parts) == 1:
        return parts
    return [replace(part, no=span.no, sub=at) for at, part in enumerate(parts, 1)]


def _lost_rows(
    span: Span,
    said: Sequence[str],
    layout: RowLayout,
    below: RowLayout,
    lost: float = NUMBER_LOST,
) -> Iterator[Span]:
    """The rows of a span, where one that follows has lost its number or never had one; `below`
    lays out those that follow."""
    whole = layout.lay(said[span.start : span.end]).cost
    best, at = inf, 0
    for middle in range(span.start + 1, span.end):
        if not said[middle][:1].isupper():
            continue
        parts = layout.lay(said[span.start : middle]).cost + below.lay(said[middle : span.end]).cost
        if parts < best:
            best, at = parts, middle
    if best + lost >= whole:
        yield span
        return
    yield from _lost_rows(Span(span.start, at, span.no), said, layout, below, lost)
    yield from _lost_rows(Span(at, span.end, ""), said, below, below, lost)
