"""Tables whose cells stand on a text's lines with single spaces between them.

So come the tables of a PDF whose text was pulled out line by line, and those of a scan; of words
that it damaged, what they are restored to tells whose cell they are in.
The header tells the columns, the numbers where the rows are, and `plans.woven.row` what each row's
words belong to. Both ways are tried, cells side by side on a line and one cell after another, and
the likelier is taken; the pieces it finds tell how wide the columns are, and with that it is read
once more.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile
from math import inf

from plans.annexes import TOP, Above, Annex, AnnexRows, Row
from plans.cell_doubts import doubt_cells, fill_down
from plans.columns import Column
from plans.columns import find_header as find_broken_header
from plans.said_elsewhere import join_times
from plans.words import join_lines
from plans.woven.counted import count_rows
from plans.woven.damaged import Came, RestoredAnnex, as_it_came, bare_annex
from plans.woven.mended_times import mend_times
from plans.woven.order import order_columns
from plans.woven.page import GLANCE, Header, find_header
from plans.woven.row import GAP, LaidRow, RowLayout
from plans.woven.spans import Span, begin_with_numbers, lay_all, lines_said, numbered_share
from plans.woven.stretches import Stretch, part_stretches
from plans.woven.swapped import settle_swapped

FEWEST_ROWS = 2
GOOD_ROWS = 0.6
"""The share of rows with a lead or a deadline that tells the table was understood."""
WIDE_SHARE = 0.8
MOST_NUMBERED = 0.85
"""So many of a damaged table's rows have their number where it is read by these."""
RESTORED_LATER = frozenset([Column.CONTENT, Column.PARENT, Column.PRODUCT])
"""What of a damaged row is given as it came: restored alone, its words are better told."""


def read_pulled_table(annex: Annex, counted_from: date) -> AnnexRows | None:
    """The rows of a table whose header stands a cell a line, and whose cells came in blocks with
    gaps between them, some side by side; None where too few rows make sense."""
    head = find_broken_header(annex.lines)
    if head is None:
        return None
    columns = tuple(
        column for column in head.columns if column not in (Column.NO, Column.REFERENCE)
    )
    stretches = list(part_stretches(annex.lines, head.lines))
    return _read_rows(stretches, columns, counted_from, gaps=True)


def read_woven_table(
    annex: Annex,
    counted_from: date,
    *,
    scanned: bool = False,
    ruined: bool = False,
    above: Above = TOP,
) -> AnnexRows | None:
    """The rows of the table; None where the annex has no such header, or too few rows make sense.

    Of a table that a scan damaged the words are restored as far as they tell whose cell they are
    in; where many of its rows lost their numbers there is none either: `plans.mixed` counts them.
    With `ruined` its numbers and its header's names need not be what they were printed as; they go
    on from those `above`.
    """
    bare = bare_annex(annex, damaged=scanned)
    glance = _shown(bare.restore(first=GLANCE), above, ruined=ruined) if scanned else None
    if glance is not None and _lost_too_much(*glance, above):
        return None  # restoring all its words would tell no more of that
    restored = bare.restore()
    shown = _shown(restored, above, ruined=ruined and restored.read)
    if shown is None or (scanned and _lost_too_much(*shown, above)):
        return None
    head, stretches = shown
    over = [line for one in stretches if _goes_over(one, above) for line in one.lines]
    stretches = [one for one in stretches if not _goes_over(one, above)]
    columns = order_columns(head, stretches, counted_from)
    came = restored.came if scanned else None
    found = _read_rows(stretches, columns, counted_from, came=came)
    if found is None or not restored.read:
        return found
    rows = mend_times(found.rows, restored.guessed, counted_from)
    return AnnexRows(rows, (*over, *found.unread))


def count_numbered(annex: Annex) -> int:
    """How many rows have what may be left of their numbers; 0 of a text that no scan gave."""
    bare = bare_annex(annex, damaged=False)
    lines = bare.restore().annex.lines
    return len(count_rows(lines, ())) if bare.read else 0


def _shown(
    restored: RestoredAnnex, above: Above, *, ruined: bool
) -> tuple[Header, list[Stretch]] | None:
    """The header and the rows' numbers under it, as far as the lines show them."""
    lines = restored.annex.lines
    head = find_header(lines, damaged=restored.read, ruined=ruined)
    if head is None:
        return None
    counted = count_rows(lines, head.lines, above.no) if ruined else None
    return head, list(part_stretches(lines, head.lines, counted, above.groups))


def _goes_over(stretch: Stretch, above: Above) -> bool:
    """Whether its lines belong to the last row of the page before."""
    return bool(above.no) and not (stretch.group or stretch.marks)


def _lost_too_much(head: Header, stretches: Sequence[Stretch], above: Above) -> bool:
    """Whether a scanned table lost the column of who leads, or many of its rows' numbers."""
    stretches = [one for one in stretches if not _goes_over(one, above)]
    if Column.COORDINATING in head.columns and Column.LEAD not in (*head.columns, *head.lost):
        return True  # so much of the header was lost that little of it can be trusted
    topped = begin_with_numbers(stretches, [lines_said(stretch) for stretch in stretches])
    return not topped and numbered_share(stretches, above.no) < MOST_NUMBERED


def _read_rows(
    stretches: Sequence[Stretch],
    columns: tuple[Column, ...],
    counted_from: date,
    *,
    gaps: bool = False,
    came: Came | None = None,
) -> AnnexRows | None:
    if sum(len(stretch.marks) for stretch in stretches) < FEWEST_ROWS:
        return None
    if gaps:
        laid = _read_blocks(stretches, columns, counted_from)
    else:
        laid = _read(stretches, columns, counted_from, may_turn=came is None)
    made = [_make_row(stretch, span, row, columns, came) for stretch, span, row in laid]
    rows = doubt_cells(fill_down(_share_parents(made)), columns)
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


def _read(
    stretches: Sequence[Stretch],
    columns: tuple[Column, ...],
    counted_from: date,
    *,
    may_turn: bool,
) -> Read:
    """Every row as laid out, side by side or, where they may, in turn; and then once more with the
    widths that the first time showed."""
    said = [lines_said(stretch) for stretch in stretches]
    topped = begin_with_numbers(stretches, said)
    first: list[tuple[float, bool, Read]] = []
    for in_turn in (False, True)[: 1 + may_turn]:
        layout = RowLayout(columns, counted_from, in_turn=in_turn, topped=topped)
        read = list(lay_all(stretches, said, layout, topped=topped or in_turn))
        first.append((sum(row.cost for _, _, row in read), in_turn, read))
    _, in_turn, rough = min(first, key=lambda found: found[0])
    widths = _widths([row for _, _, row in rough], len(columns))
    layout = RowLayout(columns, counted_from, in_turn=in_turn, topped=topped, widths=widths)
    laid = list(lay_all(stretches, said, layout, topped=topped or in_turn))
    if topped or in_turn:
        return laid
    settled = settle_swapped([row for _, _, row in laid], columns)
    return [(one, span, row) for (one, span, _), row in zip(laid, settled, strict=True)]


def _read_blocks(
    stretches: Sequence[Stretch], columns: tuple[Column, ...], counted_from: date
) -> Read:
    """Every row as laid out, each cell within the lines between two gaps."""
    said = [
        [
            f"{GAP}{text}" if line.gap else text
            for line, text in zip(one.lines, lines_said(one), strict=True)
        ]
        for one in stretches
    ]
    layout = RowLayout(columns, counted_from, in_turn=False, topped=True, gaps=True)
    return list(lay_all(stretches, said, layout, topped=True))


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
    stretch: Stretch,
    span: Span,
    laid: LaidRow,
    columns: tuple[Column, ...],
    came: Came | None,
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
        sub=span.sub,
        content=(cell.get(Column.CONTENT) or "").rstrip(" .;"),
        parent=cell.get(Column.PARENT),
        lead=cell.get(Column.LEAD),
        coordinating=cell.get(Column.COORDINATING),
        product=cell.get(Column.PRODUCT),
        deadline=time,
        doubts=(
            *(() if span.no else ("number_missing",)),
            *(("lead_unsure", "helpers_unsure") if laid.open else ()),
            *(("cells_unsure",) if laid.is_odd else ()),
        ),
        left=(note,) if note else (),
    )


def _share_parents(rows: Sequence[Row]) -> list[Row]:
    """The rows, those under one number with the words that are printed once beside them all."""
    found: list[Row] = []
    above: list[str] = []
    for at, row in enumerate(rows):
        if row.sub == 1 or row.sub is None:
            under = takewhile(lambda one: (one.sub or 0) > 1, rows[at + 1 :])
            above = [one.parent for one in (row, *under) if one.parent]
        found.append(replace(row, parent=join_lines(above) or None) if row.sub else row)
    return found


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
