"""A printed page as words and ruled lines, put together into paragraphs and tables.

The letters of a PDF and the words that a scan gives come without cells; where a page has ruled
lines, these tell which words stand together. Measures are in points, down from the page's top.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plans.files.document import Cell, Paragraph, Place, Table, TableRow
from plans.files.limits import Lines
from plans.words import clean, fold

LONGEST_SYLLABLE = 7
"""In letters."""
SLACK = 2.5
"""Lines that are drawn as one part by so much at most: a border's width."""
PADDING = 5.4
"""What Word leaves free at each side of a cell: 0.19 cm."""
SMALLEST_CELL = 4.0
BLANK_LINE = 1.7
"""Lines of one paragraph stand up to 1.5 of their height apart; further ones have a blank one."""
TIGHT, SPACE = 0.12, 0.25
"""Of a line's height: words nearer than the first are one; a space is as wide as the second."""
MOST_RULES = 3_000
"""A drawing has more; a page of a table, at four lines a cell, has far fewer."""
BEGUN_YEAR = re.compile(r"(?:^|\D)\d{1,2}[/.-](?:2|20|20\d)$")
""" "31/12/20" at the end of a line, which goes on with "26": a date wider than its cell."""
REST = re.compile(r"[b-df-hj-np-tv-xz]{1,2}")
"""One or two letters without a vowel, which no word of Vietnamese is."""
PAGE_NUMBER = 12
"""In letters: "Trang 12/38", "- 3 -"."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that stand together; `spaced` where a space is printed after them. Of a picture
    `sure` is how likely they are so, of 100."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    spaced: bool = True
    sure: float = 100.0

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: one that is upright stands `at` a distance from the left, else from the top."""

    upright: bool
    at: float
    begin: float
    end: float


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


@dataclass(frozen=True, slots=True)
class Region:
    """A cell of a grid: the rows and columns it takes, the last ones included, and its frame."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells that ruled lines make, row by row; a merged one stands in each of its rows."""

    rows: tuple[tuple[Region, ...], ...]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def regions(self) -> tuple[Region, ...]:
        return tuple(dict.fromkeys(region for row in self.rows for region in row))

    def holds(self, word: Word) -> bool:
        across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.left <= across <= self.right and self.top <= down <= self.bottom


def lay_out(
    words: Sequence[Word], rules: Sequence[Rule], page: int, lines: Lines
) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables of a page from its top down; page numbers are left out."""
    grids = find_grids(rules)
    inside: dict[int, list[Word]] = {at: [] for at in range(len(grids))}
    outside: list[Word] = []
    for word in words:
        at = next((at for at, grid in enumerate(grids) if grid.holds(word)), None)
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
        elif not (at in (0, len(parts) - 1) and _is_page_number(part.text)):
            if above is None or part.top - above.top > BLANK_LINE * above.height:
                lines.next()
            yield Paragraph(part.text, Place(lines.next(), page))
            above = part


def _is_page_number(text: str) -> bool:
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


# Ruled lines into grids


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that ruled lines make, each of two cells at least, from the top down."""
    if len(rules) > MOST_RULES:
        return []
    joined = [*_join([r for r in rules if r.upright]), *_join([r for r in rules if not r.upright])]
    grids = (_make_grid(group) for group in _touching(joined))
    found = [grid for grid in grids if grid is not None]
    return sorted(found, key=lambda grid: grid.top)


def _join(rules: Sequence[Rule]) -> list[Rule]:
    """The rules of one direction, pieces of one line put together."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.begin)):
        same = next(
            (
                at
                for at in range(len(joined) - 1, -1, -1)
                if abs(joined[at].at - rule.at) <= SLACK
                and rule.begin <= joined[at].end + SLACK
                and joined[at].begin <= rule.end + SLACK
            ),
            None,
        )
        if same is None:
            joined.append(rule)
        else:
            whole = joined[same]
            joined[same] = Rule(
                rule.upright, whole.at, min(whole.begin, rule.begin), max(whole.end, rule.end)
            )
    return joined


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that hang together."""
    upright = [rule for rule in rules if rule.upright]
    level = [rule for rule in rules if not rule.upright]
    group = {id(rule): at for at, rule in enumerate(rules)}
    members = {at: [rule] for at, rule in enumerate(rules)}
    for one in upright:
        for other in level:
            crosses = (
                other.begin - SLACK <= one.at <= other.end + SLACK
                and one.begin - SLACK <= other.at <= one.end + SLACK
            )
            mine, theirs = group[id(one)], group[id(other)]
            if crosses and mine != theirs:
                for rule in members[theirs]:
                    group[id(rule)] = mine
                members[mine] += members.pop(theirs)
    return list(members.values())


def _make_grid(rules: Sequence[Rule]) -> Grid | None:
    """The cells that the rules part; None where they are no table."""
    upright = [rule for rule in rules if rule.upright]
    level = [rule for rule in rules if not rule.upright]
    if not upright or not level:
        return None
    xs = _edges([r.at for r in upright], [end for r in level for end in (r.begin, r.end)])
    ys = _edges([r.at for r in level], [end for r in upright for end in (r.begin, r.end)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2:
        return None
    owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def find(slot: tuple[int, int]) -> tuple[int, int]:
        while owner[slot] != slot:
            slot = owner[slot]
        return slot

    for row, column in list(owner):
        across, down = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
        if column + 1 < columns and not _drawn(upright, xs[column + 1], down):
            _unite(owner, find((row, column)), find((row, column + 1)))
        if row + 1 < rows and not _drawn(level, ys[row + 1], across):
            _unite(owner, find((row, column)), find((row + 1, column)))
    slots: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for slot in owner:
        slots.setdefault(find(slot), []).append(slot)
    if len(slots) < 2:
        return None
    made: dict[tuple[int, int], Region] = {}
    for first, taken in slots.items():
        down_to = max(row for row, _ in taken)
        left, right = min(column for _, column in taken), max(column for _, column in taken)
        top = min(row for row, _ in taken)
        made[first] = Region(
            (top, down_to), (left, right), xs[left], ys[top], xs[right + 1], ys[down_to + 1]
        )
    laid = tuple(
        tuple(dict.fromkeys(made[find((row, column))] for column in range(columns)))
        for row in range(rows)
    )
    return Grid(laid, xs[0], ys[0], xs[-1], ys[-1])


def _unite(
    owner: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]
) -> None:
    owner[max(one, other)] = min(one, other)


def _edges(drawn: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Where rows or columns part; where an outer border is not drawn, the others end at it."""
    edges: list[float] = []
    for at in sorted([*drawn, min(ends), max(ends)]):
        if not edges or at - edges[-1] > SMALLEST_CELL:
            edges.append(at)
    return edges


def _drawn(rules: Sequence[Rule], at: float, across: float) -> bool:
    """Whether a border is drawn there."""
    return any(
        abs(rule.at - at) <= SMALLEST_CELL and rule.begin - SLACK <= across <= rule.end + SLACK
        for rule in rules
    )


def _table(grid: Grid, words: Sequence[Word], page: int, lines: Lines) -> Table | None:
    """The cells of a grid with the words that stand in them; None for an empty frame."""
    texts = dict.fromkeys(grid.regions, "")
    held: dict[Region, list[Word]] = {region: [] for region in grid.regions}
    for word in words:
        region = _region_of(grid, word)
        if region is not None:
            held[region].append(word)
    for region, inside in held.items():
        texts[region] = flow(part_lines(inside), region.right - region.left)
    rows: list[TableRow] = []
    for at, regions in enumerate(grid.rows):
        cells = tuple(
            Cell(texts[r], round(r.left), round(r.right), continued=at > r.rows[0]) for r in regions
        )
        if any(cell.text and not cell.continued for cell in cells):
            rows.append(TableRow(cells, Place(lines.next_row(), page)))
    return Table(tuple(rows), round(grid.left), round(grid.right)) if rows else None


def _region_of(grid: Grid, word: Word) -> Region | None:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return next(
        (
            region
            for region in grid.regions
            if region.left <= across <= region.right and region.top <= down <= region.bottom
        ),
        None,
    )
