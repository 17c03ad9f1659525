"""The rows of an aligned table that prints no numbers: told by the lines on which cells begin.

Where the cells of a row begin at its top, its first line has the beginning of the work and that of
who does it or when; a time merged over several rows ("Tháng 9") is said once.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plans.agencies.heads import begins_agency
from plans.agencies.keys import is_collective
from plans.columns import Column
from plans.files.gutters import Laid
from plans.tables.head_words import column_of
from plans.words import fold

TIME_BEGINS = re.compile(
    r"(?:\d|[Tt]háng|Quý|Tuần|Năm|Trước|Từ|Đến|Chậm|Trong|Thường|Hằng|Hàng|Cả|Sau|Khi|Học kỳ)"
)
GOES_ON = re.compile(r".*(?:[,;:(–-]|\b(?:và|của|các|cho|về|theo|với|trong|tại|từ|đến))", re.DOTALL)
"""How a line ends that is not the last of its cell."""


def columns_of(heads: Sequence[Laid]) -> list[Column | None]:
    """What the columns hold by the words over them."""
    said = (" ".join(cells) for cells in zip(*(line.cells for line in heads), strict=True))
    return [column_of(fold(re.sub(r"\([^)]*\)", " ", text)).strip()) for text in said]


def part_unnumbered(body: Sequence[Laid], columns: Sequence[Column | None]) -> list[Sequence[Laid]]:
    """The lines of each row; a heading over all columns is a row of its own."""
    starts: list[int] = []
    for at, line in enumerate(body):
        above = body[at - 1] if at else None
        if line.wide or above is None or above.wide or _begins_row(line, above, columns):
            starts.append(at)
    return [body[start:end] for start, end in pairwise([*starts, len(body)])]


def times_of(
    body: Sequence[Laid], rows: Sequence[Sequence[Laid]], column: int
) -> Iterator[tuple[str, bool]]:
    """The time of each row, and whether it is the one of the row above going on: a time whose
    lines run on below the row's own belongs to the row it began in."""
    begun, time = 0, ""
    blocks: list[tuple[int, str]] = []
    for line in body:
        text = line.cells[column] if not line.wide else ""
        if text and ((TIME_BEGINS.match(text) and not _half(time)) or not blocks):
            begun, time = line.number, text
            blocks.append((begun, time))
        elif text:
            time = f"{time} {text}"
            blocks[-1] = (begun, time)
    last = -1
    for row in rows:
        own = [at for at, (number, _) in enumerate(blocks) if number <= row[0].number]
        yield (blocks[own[-1]][1], own[-1] == last) if own else ("", False)
        last = own[-1] if own else -1


def _half(time: str) -> bool:
    """Whether a time's words want a number after them: "Tháng", "Từ ngày"."""
    return bool(time) and re.search(r"\d$|[Xx]uyên$|năm$|IV|I$|V$", time) is None


def _begins_row(line: Laid, above: Laid, columns: Sequence[Column | None]) -> bool:
    cells = dict(zip(columns, line.cells, strict=True))
    work = cells.get(Column.CONTENT, "")
    before = above.cells[list(columns).index(Column.CONTENT)]
    if not work or work[0].islower() or GOES_ON.fullmatch(before):
        return False
    lead, time = cells.get(Column.LEAD, ""), cells.get(Column.DEADLINE, "")
    names = begins_agency(lead) or is_collective(lead)
    dated = TIME_BEGINS.match(time) is not None
    spaced = line.number - above.number > 1
    begun = sum(bool(cell) and not cell[0].islower() for cell in line.cells)
    return names or (dated and not lead[:1].islower()) or (spaced and begun > 1)
