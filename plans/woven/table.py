"""Tables whose cells stand on a text's lines with single spaces between them.

So come the tables of a PDF whose text was pulled out line by line, and those of a scan; of words
that it damaged, what they are restored to tells whose cell they are in.
The header tells the columns, the numbers where the rows are, and `plans.woven.row` what each row's
words belong to. Both ways are tried, cells side by side on a line and one cell after another, and
the likelier is taken; the pieces it finds tell how wide the columns are, and with that it is read
once more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import inf

from plans.annexes import Annex, AnnexRows, Row
from plans.cell_doubts import doubt_cells, fill_down
from plans.columns import Column
from plans.columns import find_header as find_broken_header
from plans.said_elsewhere import join_times
from plans.words import join_lines
from plans.woven.damaged import Came, as_it_came, restore_annex
from plans.woven.page import MARK, Stretch, find_header, part_stretches
from plans.woven.row import GAP, LaidRow, RowLayout

FEWEST_ROWS = 2
BEGIN_WITH_NUMBERS = 0.75
"""So many rows have a capital behind their numbers where these stand on their first lines."""
NUMBER_LOST = 5.0
"""What it costs that a row lost its number."""
OFF_MIDDLE = 0.3
"""A line by which a number stands off its row's middle."""
REACH = 12
"""In lines: how far above and below its number a row may go."""
GOOD_ROWS = 0.6
"""The share of rows with a lead or a deadline that tells the table was understood."""
WIDE_SHARE = 0.8
RESTORED_LATER = frozenset([Column.CONTENT, Column.PARENT, Column.PRODUCT])
"""What of a damaged row is given as it came: restored alone, its words are better told."""
SLACK = 1.0


@dataclass(frozen=True, slots=True)
class Span:
    """A row's lines within a stretch, and its number; "" for one that lost it."""

    start: int
    end: int
    no: str


def read_pulled_table(annex: Annex, counted_from: date) -> AnnexRows | None:
    """The rows of a table whose header stands a cell a line, and whose cells came in blocks with
    gaps between them, some side by side; None where too few rows make sense."""
    head = find_broken_header(annex.lines)
    if head is None:
        return None
    columns = tuple(
        column for column in head.columns if column not in (Column.NO, Column.REFERENCE)
    )
    return _read_rows(annex, columns, head.lines, counted_from, gaps=True)


def read_woven_table(annex: Annex, counted_from: date) -> AnnexRows | None:
    """The rows of the table; None where the annex has no such header, or too few rows make
    sense."""
    head = find_header(annex.lines)
    return _read_rows(annex, *head, counted_from) if head else None


def read_damaged_table(annex: Annex, counted_from: date) -> AnnexRows | None:
    """The rows of a table that a scan damaged, its words restored as far as they tell whose cell
    they are in; None also where the rows do not begin with their numbers: so little is then sure
    of a row that `plans.mixed` knows better."""
    restored = restore_annex(annex)
    head = find_header(restored.annex.lines)
    if head is None:
        return None
    return _read_rows(restored.annex, *head, counted_from, came=restored.came)


def _read_rows(
    annex: Annex,
    columns: tuple[Column, ...],
    header: frozenset[int],
    counted_from: date,
    *,
    gaps: bool = False,
    came: Came | None = None,
) -> AnnexRows | None:
    stretches = list(part_stretches(annex.lines, header, columns))
    if sum(len(stretch.marks) for stretch in stretches) < FEWEST_ROWS:
        return None
    if came is not None and not _begin_with_numbers(stretches, list(map(_texts, stretches))):
        return None
    read = _read_blocks if gaps else _read
    laid = read(stretches, columns, counted_from)
    made = [_make_row(stretch, span, row, columns, came) for stretch, span, row in laid]
    rows = doubt_cells(fill_down(made), columns)
    good = sum(bool(row.lead or row.deadline) and bool(row.content) for row in rows)
    if good < GOOD_ROWS * len(rows):
        return None
    unread = [
        line
        for (stretch, span, _), row in zip(laid, rows, strict=True)
        if not row.content
        for line in stretch.lines[span.start : span.end]
    ]
    return AnnexRows(tuple(row for row in rows if row.content), tuple(unread))


Read = list[tuple[Stretch, Span, LaidRow]]


def _read(stretches: Sequence[Stretch], columns: tuple[Column, ...], counted_from: date) -> Read:
    """Every row as laid out, side by side or in turn, and then once more with the widths that the
    first time showed."""
    texts = [_texts(stretch) for stretch in stretches]
    topped = _begin_with_numbers(stretches, texts)
    first: list[tuple[float, bool, Read]] = []
    for in_turn in (False, True):
        layout = RowLayout(columns, counted_from, in_turn=in_turn, topped=topped)
        read = list(_lay_all(stretches, texts, layout, topped=topped or in_turn))
        first.append((sum(row.cost for _, _, row in read), in_turn, read))
    _, in_turn, rough = min(first, key=lambda found: found[0])
    widths = _widths([row for _, _, row in rough], len(columns))
    layout = RowLayout(columns, counted_from, in_turn=in_turn, topped=topped, widths=widths)
    return list(_lay_all(stretches, texts, layout, topped=topped or in_turn))


def _read_blocks(
    stretches: Sequence[Stretch], columns: tuple[Column, ...], counted_from: date
) -> Read:
    """Every row as laid out, each cell within the lines between two gaps."""
    texts = [
        [
            f"{GAP}{said}" if line.gap else said
            for line, said in zip(one.lines, _texts(one), strict=True)
        ]
        for one in stretches
    ]
    layout = RowLayout(columns, counted_from, in_turn=False, topped=True, gaps=True)
    return list(_lay_all(stretches, texts, layout, topped=True))


def _texts(stretch: Stretch) -> list[str]:
    """The lines without the rows' numbers."""
    said = [line.text for line in stretch.lines]
    for at, _ in stretch.marks:
        mark = MARK.match(said[at])
        said[at] = said[at][mark.end() :] if mark else ""
    return said


def _begin_with_numbers(stretches: Sequence[Stretch], texts: Sequence[Sequence[str]]) -> bool:
    marks = [(said, at) for one, said in zip(stretches, texts, strict=True) for at, _ in one.marks]
    begins = sum(said[at][:1].isupper() for said, at in marks)
    first = all(one.marks[0][0] == 0 for one in stretches if one.marks)
    return first and begins >= BEGIN_WITH_NUMBERS * len(marks)


def _lay_all(
    stretches: Sequence[Stretch],
    texts: Sequence[Sequence[str]],
    layout: RowLayout,
    *,
    topped: bool,
) -> Iterator[tuple[Stretch, Span, LaidRow]]:
    lost = _before_lost([no for stretch in stretches for _, no in stretch.marks])
    for stretch, said in zip(stretches, texts, strict=True):
        spans = _spans_from_tops(stretch) if topped else _spans_around(stretch, said, layout)
        for span in spans:
            parts = _lost_rows(span, said, layout) if span.no in lost else [span]
            for part in parts:
                yield stretch, part, layout.lay(said[part.start : part.end])


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
                total = cost + OFF_MIDDLE * max(off - SLACK, 0) + layout.lay(said[start:end]).cost
                if end not in after or total < after[end][0]:
                    after[end] = (total, [*spans, Span(start, end, no)])
        ways = after or ways
    return min(ways.values(), key=lambda way: way[0])[1]


def _lost_rows(span: Span, said: Sequence[str], layout: RowLayout) -> Iterator[Span]:
    """The rows of a span, where one that follows has lost its number."""
    whole = layout.lay(said[span.start : span.end]).cost
    best, at = inf, 0
    for middle in range(span.start + 1, span.end):
        if not said[middle][:1].isupper():
            continue
        parts = (
            layout.lay(said[span.start : middle]).cost + layout.lay(said[middle : span.end]).cost
        )
        if parts < best:
            best, at = parts, middle
    if best + NUMBER_LOST >= whole:
        yield span
        return
    yield from _lost_rows(Span(span.start, at, span.no), said, layout)
    yield from _lost_rows(Span(at, span.end, ""), said, layout)


def _widths(rows: Sequence[LaidRow], count: int) -> list[float]:
    """How wide the columns are: as wide as most rows' widest pieces, of cells of several lines."""
    widest: list[list[int]] = [[] for _ in range(count)]
    for row in rows:
        for column in range(count):
            sizes = [len(piece.text) for piece in row.pieces if piece.column == column]
            if len(sizes) > 1:
                widest[column].append(max(sizes))
    return [
        sorted(sizes)[int((len(sizes) - 1) * WIDE_SHARE)] if len(sizes) > 1 else inf
        for sizes in widest
    ]


def _make_row(
    stretch: Stretch, span: Span, laid: LaidRow, columns: tuple[Column, ...], came: Came | None
) -> Row:
    cell = {column: laid.text(at) for at, column in enumerate(columns)}
    if came is not None:
        for column in RESTORED_LATER & cell.keys():
            cell[column] = _as_it_came(stretch, span, laid, columns.index(column), came) or None
    note = cell.get(Column.NOTE)
    time = join_times(cell.get(Column.START) or "", cell.get(Column.DEADLINE) or "")
    return Row(
        line=stretch.lines[span.start].number,
        group=stretch.group,
        group_title=stretch.title,
        no=span.no,
        content=(cell.get(Column.CONTENT) or "").rstrip(" .;"),
        parent=cell.get(Column.PARENT),
        lead=cell.get(Column.LEAD),
        coordinating=cell.get(Column.COORDINATING),
        product=cell.get(Column.PRODUCT),
        deadline=time,
        doubts=() if span.no else ("number_missing",),
        left=(note,) if note else (),
    )


def _as_it_came(stretch: Stretch, span: Span, laid: LaidRow, column: int, came: Came) -> str:
    """The words of a cell as the scan gave them."""
    lines = stretch.lines[span.start : span.end]
    return join_lines(
        [
            as_it_came(
                came[line.number],
                [(one.text, one.column == column) for one in laid.pieces if one.line == at],
            )
            for at, line in enumerate(lines)
        ]
    )
