"""The lines of a table printed cell by cell, parted wherever a new cell may begin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plans.agencies.heads import begins_agency
from plans.cell_costs import NUMBER, ROMAN_NUMBER
from plans.source import Line

NARROW = 40
"""In characters: a shorter line stands in a narrow column, where a cell may end at any capital;
a longer one is the name of a task, full of capitals of its own."""
DEADLINE_BEGINS = re.compile(
    r"(?:Thường|Hằng|Hàng|Tháng|Quý|Năm|Trước|Trong|Sau khi|Theo)\b|\d{1,2}/\d{4}\b|\d{4}\b"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a part of one where a new cell may begin within it.

    `numbers` is true where a line begins with it and it is the number of a row or group alone.
    """

    text: str
    line: Line
    begins_line: bool
    numbers: bool

    @property
    def border(self) -> bool:
        """Whether a blank paragraph stands before it, as between two cells."""
        return self.begins_line and self.line.gap > 0

    @property
    def unfinished(self) -> bool:
        """Whether its last word wants another: no cell ends so."""
        words = r"\b(?:và|của|về|các|trong|theo|với)$"
        return bool(re.search(rf"[,;/–&(-]$|{words}", self.text))


def part_lines(lines: Sequence[Line]) -> list[Piece]:
    """The pieces of the lines: "Công an xã Các phòng, ban, đơn vị" may be two cells."""
    return [
        _make_piece(part, line, at == 0)
        for line in lines
        for at, part in enumerate(_parts(line.text))
    ]


def _make_piece(text: str, line: Line, begins_line: bool) -> Piece:
    numbers = NUMBER.fullmatch(text) or ROMAN_NUMBER.fullmatch(text)
    return Piece(text, line, begins_line, begins_line and bool(numbers))


def _parts(text: str) -> Iterator[str]:
    """The parts of one line: its row or group number first, then the rest at likely places."""
    numbered = re.match(rf"({NUMBER.pattern}|{ROMAN_NUMBER.pattern}) (?=\D)", text)
    begun = 0
    if numbered is not None and not text[numbered.end()].islower():
        yield numbered[1]
        begun = numbered.end()
    narrow = len(text) - begun < NARROW
    for space in re.finditer(" ", text):
        rest = text[space.end() :]
        if space.start() < begun or not (rest[0].isupper() or rest[0].isdigit()):
            continue
        if text[begun : space.start()] in ("-", "+", "•"):
            continue
        if narrow or begins_agency(rest) or DEADLINE_BEGINS.match(rest):
            yield text[begun : space.start()]
            begun = space.end()
    yield text[begun:]
