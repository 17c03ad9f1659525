"""Tables of a text whose columns still stand under one another, spaces between them.

A PDF that was turned into text keeps its layout so: on each printed line the pieces of the cells
stand at the places of their columns. Where the columns part is told by the places that no line
has a letter at; where the rows part, by their numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plans.annexes import heading_number
from plans.columns import Column
from plans.files.aligned_headers import (
    FEWEST_COLUMNS,
    find_headers,
    numbers_columns,
    sign_of,
)
from plans.files.aligned_rows import is_numbered, part_rows
from plans.files.document import Cell, Place, Table, TableRow
from plans.files.gutters import (
    HEADING,
    Columns,
    Laid,
    Printed,
    find_columns,
    lay_heads,
    lay_line,
    print_line,
)
from plans.files.unnumbered import columns_of, part_unnumbered, times_of
from plans.tables.closing import is_closing_heading
from plans.words import fold

FEWEST_ROWS = 2
PAGE_NUMBER = re.compile(r"[-–]? ?\d{1,3} ?[-–]?")
NUMBERS_WIDE = 4
"""In letters: so near to the place of "TT" a row's number stands."""
FEWEST_LINES = 6
"""A page of fewer lines of a table does not show its columns."""


def find_tables(
    lines: Sequence[str], pages: frozenset[int] = frozenset()
) -> Iterator[tuple[range, Table]]:
    """Every aligned table in order, with the lines it takes (counted from 1); none in a text whose
    lines have their words one space apart. `pages` are the lines that begin a page."""
    printed = [print_line(number, text) for number, text in enumerate(lines, 1)]
    heads = list(find_headers(printed))
    latest = [*(head.start for head in heads[1:]), len(printed)]
    found = False
    for head, last in zip(heads, latest, strict=False):
        end = _end(printed, head.stop, last)
        table = _read_table(printed, head, end, pages, fewest=0 if found else FEWEST_ROWS)
        if table is not None:
            found = True
            yield range(head.start + 1, end + 1), table


def _end(printed: Sequence[Printed], start: int, latest: int) -> int:
    """Where the table's lines end at the latest: at the next header, annex or closing part."""
    for at in range(start, latest):
        text = " ".join(printed[at].text.split())
        closing = re.match(r"n[oơ]i nh[aậ]n|ghi ch[uú] ?:|\(?k[eè]m theo", text.lower())
        below = next((line for line in printed[at + 1 : latest] if line.pieces), None)
        prose = below is not None and len(below.pieces) == 1
        if closing or heading_number(text, 0) is not None or (prose and is_closing_heading(text)):
            return at
    return latest


def _read_table(
    printed: Sequence[Printed], head: range, end: int, pages: frozenset[int], *, fewest: int
) -> Table | None:
    """The table under a header; None where fewer rows are numbered, or the columns do not show."""
    heads = [line for line in printed[head.start : head.stop] if not numbers_columns(line)]
    body = [
        line
        for line in printed[head.stop : end]
        if line.pieces
        and not (_is_page_number(line, heads) and not _ends_a_date(line, printed[line.number - 2]))
    ]
    laid = _heads_over_cells(list(_lay_pages(heads, body, pages)), len(heads))
    width = len(laid[0].cells)
    if width < FEWEST_COLUMNS:
        return None
    laid = [*map(_sign_alone, laid[: len(heads)]), *laid[len(heads) :]]
    numbers = next((at for line in laid[: len(heads)] for at in _signed(line)), None)
    if numbers is None:
        return _unnumbered(laid[: len(heads)], laid[len(heads) :])
    laid = [_numbers_first(line, numbers) for line in laid]
    under = laid[len(heads) :]
    if sum(map(is_numbered, under)) < fewest:
        return None
    rows = [_row(lines, numbers) for lines in (laid[: len(heads)], *part_rows(under))]
    return Table(tuple(_merged_down(rows, numbers)), 0, width, borderless=True)


def _unnumbered(heads: Sequence[Laid], body: Sequence[Laid]) -> Table | None:
    """The table whose header has no "TT"; None where fewer rows begin than a table has."""
    columns = columns_of(heads)
    if Column.CONTENT not in columns or not body:
        return None
    body = [replace(line, wide=line.wide and _is_heading(line)) for line in body]
    parts = part_unnumbered(body, columns)
    if sum(not part[0].wide for part in parts) < FEWEST_ROWS:
        return None
    rows = [_row(part, 0) for part in parts]
    if Column.DEADLINE in columns:
        at = columns.index(Column.DEADLINE)
        rows = [
            row if part[0].wide else _with_time(row, at, time, goes_on=goes_on)
            for row, part, (time, goes_on) in zip(
                rows, parts, times_of(body, parts, at), strict=True
            )
        ]
    return Table((_row(heads, 0), *rows), 0, len(columns), borderless=True)


def _is_heading(line: Laid) -> bool:
    """Whether a line over several columns begins at the first, and is not a full cell that has run
    into the next one's."""
    return bool(line.cells[0]) or line.text.isupper()


def _with_time(row: TableRow, at: int, time: str, *, goes_on: bool) -> TableRow:
    cells = list(row.cells)
    cells[at] = replace(cells[at], text=time, continued=goes_on)
    return replace(row, cells=tuple(cells))


def _is_page_number(line: Printed, heads: Sequence[Printed]) -> bool:
    """Whether a number alone on its line is the page's: it does not stand under "TT"."""
    signs = [place for place in map(sign_of, heads) if place is not None]
    alone = len(line.pieces) == 1 and PAGE_NUMBER.fullmatch(line.first) is not None
    return alone and not any(abs(line.pieces[0][0] - place) < NUMBERS_WIDE for place in signs)


def _ends_a_date(line: Printed, above: Printed) -> bool:
    """Whether a figure alone on its line is the rest of a year above it: "05/12/202", "6"."""
    place, figure = line.pieces[0]
    begun = next((text for start, text in above.pieces if abs(start - place) < NUMBERS_WIDE), "")
    year = re.search(r"\d/(\d{1,3})$", begun)
    return year is not None and len(year[1] + figure) == 4


def _heads_over_cells(laid: list[Laid], heads: int) -> list[Laid]:
    """The lines with each head over its cells, where the head of short cells stands in the middle
    of a broad column and they at its edge, so that a gutter seemed to part them."""
    above, below = laid[:heads], laid[heads:]
    for at in range(len(laid[0].cells) - 1, 0, -1):
        left, right = (
            (any(line.cells[one] for line in above), _has_cells(below, one)) for one in (at - 1, at)
        )
        if {left, right} == {(True, False), (False, True)}:
            laid = [_joined(line, at) for line in laid]
            above, below = laid[:heads], laid[heads:]
    return laid


def _has_cells(lines: Sequence[Laid], column: int) -> bool:
    return any(line.cells[column] for line in lines if not line.wide)


def _joined(line: Laid, at: int) -> Laid:
    """The line with a column joined to the one on its left."""
    cells = line.cells
    both = f"{cells[at - 1]} {cells[at]}".strip()
    return replace(line, cells=(*cells[: at - 1], both, *cells[at + 1 :]))


def _sign_alone(head: Laid) -> Laid:
    """The header's line with "STT" alone over the numbers: "STT NHIỆM | VỤ" is "STT | NHIỆM VỤ"."""
    sign = re.match(r"(?i:s?tt|số tt) (?=\w)", head.cells[0])
    if sign is None:
        return head
    rest = f"{head.cells[0][sign.end() :]} {head.cells[1]}".strip()
    return replace(head, cells=(sign[0].strip(), rest, *head.cells[2:]))


def _signed(line: Laid) -> Iterator[int]:
    """The column that "TT" heads."""
    yield from (
        at for at, cell in enumerate(line.cells) if fold(cell) in ("tt", "stt", "so tt", "st")
    )


def _numbers_first(line: Laid, numbers: int) -> Laid:
    """The line with the column of numbers before the others, as most tables have it."""
    cells = line.cells
    return replace(line, cells=(cells[numbers], *cells[:numbers], *cells[numbers + 1 :]))


def _merged_down(rows: Sequence[TableRow], numbers: int) -> Iterator[TableRow]:
    """The rows, what stands left of the numbers going on until it is said anew ("Tháng 3")."""
    above: dict[int, Cell] = {}
    for at, row in enumerate(rows):
        cells = list(row.cells)
        for place, cell in enumerate(cells):
            if at == 0 or cell.left >= numbers or cell.right > numbers:
                continue
            if cell.text:
                above[cell.left] = cell
            elif cell.left in above:
                cells[place] = replace(above[cell.left], continued=True)
        yield TableRow(tuple(cells), row.place)


def _lay_pages(
    heads: Sequence[Printed], body: Sequence[Printed], breaks: frozenset[int]
) -> Iterator[Laid]:
    """The lines in their columns, which stand at other places on each page."""
    pages: list[list[Printed]] = [[]]
    for line, before in zip(body, [*heads[-1:], *body], strict=False):
        if any(number in breaks for number in range(before.number + 1, line.number + 1)):
            pages.append([])
        pages[-1].append(line)
    columns = first = find_columns([*heads, *pages[0]], heads)
    for page, lines in enumerate(pages):
        if page:
            own: Columns = find_columns(lines, ()) if len(lines) >= FEWEST_LINES else ()
            columns = own if len(own) == len(first) else columns
        if page == 0:
            yield from lay_heads(heads, columns)
        for line in lines:
            yield lay_line(line, columns)


def _row(lines: Sequence[Laid], numbers: int) -> TableRow:
    """The lines as a row, its columns counted from 0; a heading is one cell, its number apart."""
    place, width = Place(lines[0].number), len(lines[0].cells)
    if lines[0].wide:
        text = " ".join(" ".join(line.text.split()) for line in lines)
        if (headed := HEADING.fullmatch(text)) is None:
            return TableRow((Cell(text, 0, width),), place)
        cells = (Cell(headed["number"], 0, 1), Cell(headed["title"], 1, width))
        return TableRow(cells, place)
    order = [*range(1, numbers + 1), 0, *range(numbers + 1, width)]
    said = (
        " ".join(line.cells[column] for line in lines if line.cells[column]) for column in order
    )
    return TableRow(tuple(Cell(text, at, at + 1) for at, text in enumerate(said)), place)
