"""A printed page as words and ruled lines, put together into paragraphs and tables.

The letters of a PDF and the words that a scan gives come without cells; where a page has ruled
lines, these tell which words stand together (`grids`). Measures are in points, down from the page's
top.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plans.files.document import Cell, Paragraph, Place, Table, TableRow
from plans.files.grids import Grid, Region, Rule, find_grids
from plans.files.limits import Lines
from plans.words import clean, fold

LONGEST_SYLLABLE = 7
"""In letters."""
PADDING = 5.4
"""What Word leaves free at each side of a cell: 0.19 cm."""
BLANK_LINE = 1.7
"""Lines of one paragraph stand up to 1.5 of their height apart; further ones have a blank one."""
TIGHT, SPACE = 0.12, 0.25
"""Of a line's height: words nearer than the first are one; a space is as wide as the second."""
BEGUN_YEAR = re.compile(r"(?:^|\D)\d{1,2}[/.-](?:2|20|20\d)$")
""" "31/12/20" at the end of a line, which goes on with "26": a date wider than its cell."""
REST = re.compile(r"[b-df-hj-np-tv-xz]{1,2}")
"""One or two letters without a vowel, which no word of Vietnamese is."""
PAGE_NUMBER = 12
"""In letters: "Trang 12/38", "- 3 -"."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that stand together; `spaced` where a space is printed after them. Of a picture
    `sure` is how likely they are so, of 100, and they are `unsure` in a time that was read in two
    ways (`second_look`)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    spaced: bool = True
    sure: float = 100.0
    unsure: bool = False

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words side by side, from left to right."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def height(self) -> float:
        return max(word.height for word in self.words)

    @property
    def text(self) -> str:
        text = self.words[0].text
        for word, after in pairwise(self.words):
            near = not word.spaced and after.left - word.right < TIGHT * word.height
            text += after.text if near else f" {after.text}"
        return clean(text)


def lay_out(
    words: Sequence[Word], rules: Sequence[Rule], page: int, lines: Lines
) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables of a page from its top down; page numbers are left out."""
    grids = find_grids(rules)
    inside: dict[int, list[Word]] = {at: [] for at in range(len(grids))}
    outside: list[Word] = []
    for word in words:
        at = next((at for at, grid in enumerate(grids) if grid.holds(*word.middle)), None)
        (outside if at is None else inside[at]).append(word)
    parts: list[tuple[float, PrintedLine | int]]
    parts = [(line.top, line) for line in part_lines(outside)]
    parts += [(grid.top, at) for at, grid in enumerate(grids)]
    parts.sort(key=lambda part: part[0])
    above: PrintedLine | None = None
    for at, (_, part) in enumerate(parts):
        if isinstance(part, int):
            table = _table(grids[part], inside[part], page, lines)
            above = None
            if table is not None:
                yield table
        elif not (at in (0, len(parts) - 1) and is_page_number(part.text)):
            if above is None or part.top - above.top > BLANK_LINE * above.height:
                lines.next()
            yield Paragraph(part.text, Place(lines.next(), page))
            above = part


def is_page_number(text: str) -> bool:
    """Whether a page's first or last line is its number."""
    plain = text.strip("-–— ").lower().removeprefix("trang").strip()
    return len(text) <= PAGE_NUMBER and plain.replace("/", "").isdigit()


# Words into lines and paragraphs


def part_lines(words: Iterable[Word]) -> list[PrintedLine]:
    """The words in lines, from the top down."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        middle = (word.top + word.bottom) / 2
        if lines:
            first = lines[-1][0]
            if abs((first.top + first.bottom) / 2 - middle) < max(first.height, word.height) / 2:
                lines[-1].append(word)
                continue
        lines.append([word])
    return [PrintedLine(tuple(sorted(line, key=lambda word: word.left))) for line in lines]


def flow(lines: Sequence[PrintedLine], width: float) -> str:
    """The text of a cell so wide, with \\n only where its writer ended a paragraph.

    A line that had room for the next word was ended on purpose; one that had none was broken,
    with a space if it was broken at one.
    """
    if not lines:
        return ""
    inner = max(width - 2 * PADDING, *(line.right - line.left for line in lines))
    text = lines[0].text
    for line, after in pairwise(lines):
        space = SPACE * line.height
        room = inner - (line.right - line.left)
        first = after.words[0]
        if _breaks_a_date(line, after):
            text += after.text
            continue
        if room > first.right - first.left + space * 1.5:
            text += "\n"
        elif line.words[-1].spaced or not _breaks_inside(line, first, room):
            text += " "
        text += after.text
    return text


def _breaks_inside(line: PrintedLine, after: Word, room: float) -> bool:
    """Whether a line without a space at its end was broken inside of a word.

    That is after a hyphen or stroke, or anywhere in a word that is wider than its cell; where
    there was no room for a space, none need be lost, so the rest must be no word of its own.
    """
    if re.search(r"\w-$", line.text):
        return True
    if room < SPACE * line.height:
        alike = line.text[-1:].isupper() == after.text.isupper() and line.text[-1:].isalpha()
        return alike and REST.fullmatch(fold(after.text)) is not None
    wide = len(line.words) == 1 and room < line.height
    return line.text.endswith("/") or (wide and _is_part(line.text, after.text))


def _is_part(begun: str, rest: str) -> bool:
    """Whether a word without a space may go on so: "Năm", "2026" and "hoàn", "thành" are two."""
    alike = begun[-1:].isalpha() == rest[:1].isalpha()
    return alike and (len(begun) > LONGEST_SYLLABLE or not begun.isalpha())


def _breaks_a_date(line: PrintedLine, after: PrintedLine) -> bool:
    """Whether a date was broken inside of its year."""
    begun = BEGUN_YEAR.search(line.text)
    rest = re.match(r"\d+(?!\d|[/.-]\d)", after.text)
    return bool(begun and rest and len(re.split(r"[/.-]", begun[0])[-1] + rest[0]) == 4)


def _table(grid: Grid, words: Sequence[Word], page: int, lines: Lines) -> Table | None:
    """The cells of a grid with the words that stand in them; None for an empty frame."""
    texts = dict.fromkeys(grid.regions, "")
    held: dict[Region, list[Word]] = {region: [] for region in grid.regions}
    for word in words:
        region = grid.region_at(*word.middle)
        if region is not None:
            held[region].append(word)
    for region, inside in held.items():
        texts[region] = flow(part_lines(inside), region.right - region.left)
    rows: list[TableRow] = []
    for at, regions in enumerate(grid.rows):
        cells = tuple(
            Cell(
                texts[r],
                round(r.left),
                round(r.right),
                continued=at > r.rows[0],
                unsure=any(word.unsure for word in held[r]),
            )
            for r in regions
        )
        if any(cell.text and not cell.continued for cell in cells):
            rows.append(TableRow(cells, Place(lines.next_row(), page)))
    return Table(tuple(rows), round(grid.left), round(grid.right)) if rows else None
