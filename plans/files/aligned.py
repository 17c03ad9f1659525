"""Tables of a text whose columns still stand under one another, spaces between them.

A PDF that was turned into text keeps its layout so: on each printed line the pieces of the cells
stand at the places of their columns. Where the columns part is told by the places that no line
has a letter at; where the rows part, by their numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plans.annexes import heading_number
from plans.columns import HEADER_WORDS
from plans.files.document import Cell, Place, Table, TableRow
from plans.words import fold

GAP = re.compile(r"\S+(?: \S+)*")
"""A piece of a cell: its words have one space between them, more part it from the next."""
FEWEST_COLUMNS, FEWEST_ROWS = 3, 2
HEADER_LINES = 5
NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
HEADING = re.compile(r"(?P<number>[IVXL]+|[A-H]|\d{1,2})(?:[.)]\s*|\s+)(?P<title>\S.*)")
GROUP_NUMBER = re.compile(r"[IVXL]+[.)]?|[A-H][.)]")
PAGE_NUMBER = re.compile(r"[-–]? ?\d{1,3} ?[-–]?")
CROSSES = 0.06
"""The share of a page's lines that may cross a gap between two columns: a heading, a slip."""
TOP = 0.75
"""So many numbers at least stand beside a capital where rows begin with their numbers' lines."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line: its number in the text, and its pieces with the places they begin at."""

    number: int
    text: str
    pieces: tuple[tuple[int, str], ...]

    @property
    def first(self) -> str:
        return self.pieces[0][1] if self.pieces else ""


def find_tables(lines: Sequence[str]) -> Iterator[tuple[range, Table]]:
    """Every aligned table in order, with the lines it takes (counted from 1); none in a text whose
    lines have their words one space apart."""
    printed = [_print(number, text) for number, text in enumerate(lines, 1)]
    heads = list(_headers(printed))
    latest = [*(head.start for head in heads[1:]), len(printed)]
    found = False
    for head, last in zip(heads, latest, strict=False):
        end = _end(printed, head.stop, last)
        table = _read_table(printed, head, end, fewest=0 if found else FEWEST_ROWS)
        if table is not None:
            found = True
            yield range(head.start + 1, end + 1), table


def _print(number: int, text: str) -> Printed:
    text = text.replace("\t", "    ").rstrip()
    return Printed(number, text, tuple((one.start(), one[0]) for one in GAP.finditer(text)))


def _headers(printed: Sequence[Printed]) -> Iterator[range]:
    """The runs of lines that head a table: of header words alone, "TT" among them, in columns."""
    at = 0
    while at < len(printed):
        end = at
        while end < min(at + HEADER_LINES, len(printed)) and _is_header_line(printed[end]):
            end += 1
        own = printed[at:end]
        numbered = any(fold(line.first) in ("tt", "stt", "so tt") for line in own)
        if numbered and max(len(line.pieces) for line in own) >= FEWEST_COLUMNS:
            yield range(at, end)
        at = max(end, at + 1)


def _is_header_line(line: Printed) -> bool:
    words = re.findall(r"[a-z]+", fold(re.sub(r"\([^)]*\)", " ", line.text)))
    known = sum(word in HEADER_WORDS or word in ("chi", "tieu", "nam", "tinh") for word in words)
    return bool(words) and known * 5 >= len(words) * 4


def _end(printed: Sequence[Printed], start: int, latest: int) -> int:
    """Where the table's lines end at the latest: at the next header, annex or closing part."""
    for at in range(start, latest):
        text = " ".join(printed[at].text.split())
        closing = re.match(r"n[oơ]i nh[aậ]n|ghi ch[uú] ?:|\(?k[eè]m theo", text.lower())
        if closing or heading_number(text, 0) is not None:
            return at
    return latest


def _read_table(printed: Sequence[Printed], head: range, end: int, *, fewest: int) -> Table | None:
    """The table under a header; None where fewer rows are numbered, or the columns do not show."""
    body = [
        line
        for line in printed[head.stop : end]
        if line.pieces and not (len(line.pieces) == 1 and PAGE_NUMBER.fullmatch(line.first))
    ]
    heads = printed[head.start : head.stop]
    columns = _columns([*heads, *body], max(heads, key=lambda line: len(line.pieces)))
    if len(columns) < FEWEST_COLUMNS:
        return None
    if sum(_is_numbered(line, columns) for line in body) < fewest:
        return None
    rows = [_row(lines, columns) for lines in (heads, *_part_rows(body, columns))]
    return Table(tuple(rows), columns[0][0], columns[-1][1])


def _columns(lines: Sequence[Printed], head: Printed) -> list[tuple[int, int]]:
    """The columns from left edge to right edge, told by the places where no cell has letters;
    what stands under two words of the header at once is of none."""
    used = [line for line in lines if len(line.pieces) > 1]
    width = max((len(line.text) for line in used), default=0)
    counts = [0] * (width + 1)
    for line in used:
        for start, piece in line.pieces:
            over = range(start, start + len(piece))
            if sum(place in over for place, _ in head.pieces) < 2:
                for at in over:
                    counts[at] += 1
    most = max(int(len(used) * CROSSES), 0)
    filled = [count > most for count in counts]
    lefts = [at for at in range(1, width + 1) if filled[at] and not filled[at - 1]]
    first = lefts[0] if lefts and not filled[0] else 0
    return list(pairwise([0, *(left for left in lefts if left > first), width + 1]))


def _is_wide(line: Printed, columns: Sequence[tuple[int, int]]) -> bool:
    """Whether a line runs over columns as a heading does: one piece, from the left, in capitals or
    numbered, or reaching into the next column."""
    start, text = line.pieces[-1]
    if len(line.pieces) == 2 and GROUP_NUMBER.fullmatch(line.first):
        return True
    if len(line.pieces) > 2 or (len(line.pieces) == 2 and not HEADING.fullmatch(line.text.strip())):
        return False
    inside = next((right for left, right in columns if left <= start < right), 0)
    return start + len(text) > inside + 1 or (
        len(line.pieces) == 1 and bool(re.match(r"(?:[IVXL]+|[A-H])[.)]? ", text))
    )


def _part_rows(
    body: Sequence[Printed], columns: Sequence[tuple[int, int]]
) -> Iterator[Sequence[Printed]]:
    """The lines of each row; a heading over all columns is a row of its own."""
    part: list[Printed] = []
    heading: list[Printed] = []
    for line in body:
        wide = _is_wide(line, columns)
        goes_on = bool(heading) and _goes_on(heading[-1], line, wide=wide)
        if heading and not goes_on:
            yield heading
            heading = []
        if not wide and not goes_on:
            part.append(line)
            continue
        yield from _part_stretch(part, columns)
        part = []
        heading.append(line)
    if heading:
        yield heading
    yield from _part_stretch(part, columns)


def _goes_on(above: Printed, line: Printed, *, wide: bool) -> bool:
    """Whether a line goes on with the heading above it."""
    text = line.text.strip()
    if HEADING.fullmatch(text):
        return False
    return wide or (len(line.pieces) == 1 and text.isupper() and above.text.isupper())


def _part_stretch(
    lines: Sequence[Printed], columns: Sequence[tuple[int, int]]
) -> Iterator[Sequence[Printed]]:
    if not lines:
        return
    marks = [at for at, line in enumerate(lines) if _is_numbered(line, columns)]
    starts = [0] if marks else []
    if marks and _begin_with_numbers(lines, marks, columns):
        starts = [*([0] if marks[0] else []), *marks]
    else:
        for mark, after in pairwise(marks):
            starts.append(_boundary(lines, starts[-1], mark, after, columns))
    for start, end in pairwise([*(starts or [0]), len(lines)]):
        yield lines[start:end]


def _is_numbered(line: Printed, columns: Sequence[tuple[int, int]]) -> bool:
    """Whether the line has a row's number in the first column."""
    first = line.pieces[0][0] < columns[0][1] and bool(NUMBER.fullmatch(line.first))
    return first and not _is_wide(line, columns)


def _begin_with_numbers(
    lines: Sequence[Printed], marks: Sequence[int], columns: Sequence[tuple[int, int]]
) -> bool:
    """Whether each number stands on its row's first line, not on its middle one."""
    first = [_text_in(lines[at], columns[1])[:1] for at in marks]
    begins = sum(letter.isupper() or letter in "-–“\"'" for letter in first if letter)
    return marks[0] == 0 and begins >= TOP * len(marks)


def _boundary(
    lines: Sequence[Printed],
    start: int,
    mark: int,
    after: int,
    columns: Sequence[tuple[int, int]],
) -> int:
    """Where the next row begins: a row's number stands in its middle, so that it goes on below as
    far as it began above; of the lines near there, the one that begins a sentence."""
    middle = 2 * mark - start + 1
    places = range(mark + 1, after + 1)
    number = lines[mark].number + (lines[mark].number - lines[start].number) + 1

    def cost(at: int) -> float:
        begins = _text_in(lines[at], columns[1])[:1]
        blank = lines[at].number - lines[at - 1].number > 1
        odd = 0.0 if begins.isupper() else 2.5
        return (
            abs(at - middle) + odd - (1.5 if blank else 0.0) + abs(lines[at].number - number) * 0.1
        )

    return min(places, key=cost)


def _text_in(line: Printed, column: tuple[int, int]) -> str:
    left, right = column
    return " ".join(piece for start, piece in line.pieces if left <= start < right)


def _row(lines: Sequence[Printed], columns: Sequence[tuple[int, int]]) -> TableRow:
    """The lines as a row: each piece goes to the column that it stands most over."""
    place = Place(lines[0].number)
    if _is_wide(lines[0], columns):
        text = " ".join(piece for line in lines for _, piece in line.pieces)
        left, inner, right = columns[0][0], columns[1][0], columns[-1][1]
        if (headed := HEADING.fullmatch(text)) is None:
            return TableRow((Cell(text, left, right),), place)
        cells = (Cell(headed["number"], left, inner), Cell(headed["title"], inner, right))
        return TableRow(cells, place)
    said: list[list[str]] = [[] for _ in columns]
    for line in lines:
        for start, piece in line.pieces:
            over = [min(start + len(piece), right) - max(start, left) for left, right in columns]
            said[over.index(max(over))].append(piece)
    pairs = zip(said, columns, strict=True)
    return TableRow(
        tuple(Cell(" ".join(words), left, right) for words, (left, right) in pairs), place
    )
