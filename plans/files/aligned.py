"""Tables of a text whose columns still stand under one another, spaces between them.

A PDF that was turned into text keeps its layout so: on each printed line the pieces of the cells
stand at the places of their columns. Where the columns part is told by the places that no line
has a letter at; where the rows part, by their numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from plans.annexes import heading_number
from plans.columns import HEADER_WORDS, NAMES
from plans.files.document import Cell, Place, Table, TableRow
from plans.files.gutters import (
    GROUP_NUMBER,
    HEADING,
    Columns,
    Laid,
    Printed,
    find_columns,
    lay_line,
    print_line,
)
from plans.words import fold

FEWEST_COLUMNS, FEWEST_ROWS = 3, 2
HEADER_LINES = 5
NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zđ][.)]")
PAGE_NUMBER = re.compile(r"[-–]? ?\d{1,3} ?[-–]?")
FEWEST_LINES = 6
"""A page of fewer lines of a table does not show its columns."""
TOP, HALF = 0.75, 0.5
"""Such a share of the cells beside the numbers begin as cells do, where rows begin with them; and
of those of a line where they begin."""


def find_tables(
    lines: Sequence[str], pages: frozenset[int] = frozenset()
) -> Iterator[tuple[range, Table]]:
    """Every aligned table in order, with the lines it takes (counted from 1); none in a text whose
    lines have their words one space apart. `pages` are the lines that begin a page."""
    printed = [print_line(number, text) for number, text in enumerate(lines, 1)]
    heads = list(_headers(printed))
    latest = [*(head.start for head in heads[1:]), len(printed)]
    found = False
    for head, last in zip(heads, latest, strict=False):
        end = _end(printed, head.stop, last)
        table = _read_table(printed, head, end, pages, fewest=0 if found else FEWEST_ROWS)
        if table is not None:
            found = True
            yield range(head.start + 1, end + 1), table


def _headers(printed: Sequence[Printed]) -> Iterator[range]:
    """The runs of lines that head a table: of header words alone, "TT" among them, in columns."""
    at = 0
    while at < len(printed):
        end = at
        while end < min(at + HEADER_LINES, len(printed)) and _is_header_line(printed[end]):
            end += 1
        own = printed[at:end]
        if (
            any(_sign(line) is not None for line in own)
            and max(len(line.pieces) for line in own) >= FEWEST_COLUMNS
        ):
            yield range(at, end)
        elif end == at and _names_columns(printed[at]):
            end = _header_end(printed, at)
            yield range(at, end)
        at = max(end, at + 1)


def _has_sign(line: Printed) -> bool:
    return bool(line.pieces) and _sign(line) == line.pieces[0][0]


def _sign(line: Printed) -> int | None:
    """Where "TT" stands, which heads the column of numbers, mostly the first."""
    return next((at for at, text in line.pieces if fold(text) in ("tt", "stt", "so tt")), None)


def _is_header_line(line: Printed) -> bool:
    words = re.findall(r"[a-z]+", fold(re.sub(r"\([^)]*\)", " ", line.text)))
    known = sum(word in HEADER_WORDS or word in ("chi", "tieu", "nam", "tinh") for word in words)
    return bool(words) and known * 5 >= len(words) * 4


def _names_columns(line: Printed) -> bool:
    """Whether a line that begins with "TT" names what a task has, beside columns of other names."""
    named = {found.lastgroup for found in NAMES.finditer(fold(line.text))}
    return _has_sign(line) and "content" in named and len(named & {"lead", "deadline"}) > 0


def _header_end(printed: Sequence[Printed], start: int) -> int:
    """Where a header ends whose words are not all known: at the first number or heading below."""
    for at in range(start + 1, min(start + HEADER_LINES, len(printed))):
        first = printed[at].first
        if NUMBER.fullmatch(first) or GROUP_NUMBER.fullmatch(first) or HEADING.fullmatch(first):
            return at
    return start + 1


def _end(printed: Sequence[Printed], start: int, latest: int) -> int:
    """Where the table's lines end at the latest: at the next header, annex or closing part."""
    for at in range(start, latest):
        text = " ".join(printed[at].text.split())
        closing = re.match(r"n[oơ]i nh[aậ]n|ghi ch[uú] ?:|\(?k[eè]m theo", text.lower())
        if closing or heading_number(text, 0) is not None:
            return at
    return latest


def _read_table(
    printed: Sequence[Printed], head: range, end: int, pages: frozenset[int], *, fewest: int
) -> Table | None:
    """The table under a header; None where fewer rows are numbered, or the columns do not show."""
    body = [
        line
        for line in printed[head.stop : end]
        if line.pieces and not (len(line.pieces) == 1 and PAGE_NUMBER.fullmatch(line.first))
    ]
    heads = printed[head.start : head.stop]
    laid = list(_lay_pages(heads, body, pages))
    width = len(laid[0].cells)
    if width < FEWEST_COLUMNS:
        return None
    numbers = next((at for line in laid[: len(heads)] for at in _signed(line)), 0)
    laid = [_numbers_first(line, numbers) for line in laid]
    under = laid[len(heads) :]
    if sum(map(_is_numbered, under)) < fewest:
        return None
    rows = [_row(lines, numbers) for lines in (laid[: len(heads)], *_part_rows(under))]
    return Table(tuple(_merged_down(rows, numbers)), 0, width, borderless=True)


def _signed(line: Laid) -> Iterator[int]:
    """The column that "TT" heads."""
    yield from (at for at, cell in enumerate(line.cells) if fold(cell) in ("tt", "stt", "so tt"))


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
    head = max(heads, key=lambda line: len(line.pieces))
    columns = first = find_columns([*heads, *pages[0]], head)
    for page, lines in enumerate(pages):
        if page:
            own: Columns = find_columns(lines, None) if len(lines) >= FEWEST_LINES else ()
            columns = own if len(own) == len(first) else columns
        for line in [*(heads if page == 0 else ()), *lines]:
            yield lay_line(line, columns)


def _part_rows(body: Sequence[Laid]) -> Iterator[Sequence[Laid]]:
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
    marks = [at for at, line in enumerate(lines) if _is_numbered(line)]
    starts = [0] if marks else []
    if marks and _begin_with_numbers(lines, marks):
        tops = [_top(lines, mark, above) for above, mark in pairwise([-1, *marks])]
        starts = [*([0] if tops[0] else []), *tops]
    else:
        for mark, after in pairwise(marks):
            starts.append(_boundary(lines, starts[-1], mark, after))
    for start, end in pairwise([*(starts or [0]), len(lines)]):
        yield from _part_dashes(lines[start:end])


def _part_dashes(row: Sequence[Laid]) -> Iterator[Sequence[Laid]]:
    """A row in its parts where dashes list them below its number, each with cells of its own."""
    widest = _widest(row)
    dashes = [at for at, line in enumerate(row) if _is_dash_row(line, widest)]
    for start, end in pairwise([*dict.fromkeys([0, *dashes]), len(row)]):
        yield row[start:end]


def _is_dash_row(line: Laid, widest: int) -> bool:
    others = [cell for at, cell in enumerate(line.cells) if cell and at not in (0, widest)]
    begun = re.match(r"[-–+] ?(?!chu tri|phoi hop|ct:|ph:)\S", fold(line.cells[widest]))
    return begun is not None and not line.cells[0] and bool(others)


def _widest(lines: Sequence[Laid]) -> int:
    """The column, beside that of the numbers, that says most: the work."""
    columns = range(1, len(lines[0].cells))
    return max(columns, key=lambda column: sum(len(line.cells[column]) for line in lines))


def _is_numbered(line: Laid) -> bool:
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
    first = marks[0] == 0 or _begun(lines[0]) < HALF or _goes_on_above(lines[: marks[0]])
    return first and sum(_begun(lines[at]) for at in marks) >= TOP * len(marks)


def _goes_on_above(lines: Sequence[Laid]) -> bool:
    """Whether the lines above the first number, in their widest cell, go on from another page."""
    return lines[0].cells[_widest(lines)][:1].islower()


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


def _boundary(lines: Sequence[Laid], start: int, mark: int, after: int) -> int:
    """Where the next row begins: a row's number stands in its middle, so that it goes on below as
    far as it began above; of the lines near there, the one whose widest cell begins."""
    middle = 2 * mark - start + 1
    places = range(mark + 1, after + 1)
    number = lines[mark].number + (lines[mark].number - lines[start].number) + 1
    widest = _widest(lines)

    def cost(at: int) -> float:
        blank = lines[at].number - lines[at - 1].number > 1
        odd = 0.0 if lines[at].cells[widest][:1].isupper() else 2.5
        return (
            abs(at - middle) + odd - (1.5 if blank else 0.0) + abs(lines[at].number - number) * 0.1
        )

    return min(places, key=cost)


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
