"""Printed lines laid into the columns of a table, told by the gutters between them.

A text that keeps its layout has its cells' pieces at the places of their columns, most with two
spaces or more between them. Where a cell fills its column one space is all that is left; the
gutter is then told by the other lines, none of which has a letter there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from plans.restore.language import BREAK
from plans.woven.words import read_words, tie

PIECE = re.compile(r"\S+(?: \S+)*")
"""A piece of a cell: its words have one space between them, more part it from the next."""
HEADING = re.compile(r"(?P<number>[IVXL]+|[A-H]|\d{1,2})(?:[.)]\s*|\s+)(?P<title>\S.*)")
NUMBERED_TITLE = re.compile(r"\d{1,2}[.)] [A-ZĐÀ-Ỹ]")
GROUP_NUMBER = re.compile(r"[IVXL]+[.)]?|[A-H][.)]?")
DAY = re.compile(r" \d{1,2}/(?:\d{1,2}/)?\d{4}$")
"""What a full cell has run into, where a line ends so: the day in the next one."""
HANGS = re.compile(
    r" -$|[a-zà-ỹđ,;] (?:Phòng|Sở|Ban|Trung tâm|Văn phòng|Công an|Trạm|Chi cục|UBND|Đảng ủy|Hội)$"
)
"""What no cell ends with behind other words: "... trước mùa mưa Phòng | Quản lý công trình"."""
HANGING = 3.0
"""What it costs that one does."""
CROSSES = 0.06
"""The share of a page's lines that may cross a gap between two columns: a heading, a slip."""
FEWEST_APART, APART, PUSHED = 2, 0.5, 0.25
"""Of the lines that have a word behind a narrow gutter so many, and such a share, have more than
one space before it, which the words of one cell never do; in such a share of a page's lines at
most a full cell has moved the next one off its place."""
REACH = range(-8, 6)
"""So far from its place a cell may begin behind another that is full, in letters."""
A_LETTER_OFF, IN_PLACE, CAPITAL, FIGURE, UNIT = 0.25, 1.5, 1.5, 1.0, 1.5
"""What it costs that a cell begins off its place; what its place, a capital and a figure are worth;
what it costs that it begins with what the number before it may count."""
SLACK, ONE_CELL = 2, 3.0
"""So many letters a head may begin off those under it, and a cell reach into the next column where
its words belong together: where to part them costs more than this."""
OFF_MIDDLE, OFF_CENTRE = 5, 12
"""So many letters the middle of a head may stand off that of the columns it is over, and that of a
heading in capitals off the table's."""
NOT_OWN = 10.0
"""What it costs that what stands right under a head is another's."""
OVER = 6
"""So many letters of a full cell stand over the next column, where another piece begins in it."""
NARROWEST = 4
"""A column's width in letters."""

Columns = Sequence[tuple[int, int]]
"""The columns of a page from left edge to right edge, in letters."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line: its number in the text, and its pieces with the places they begin at."""

    number: int
    text: str
    pieces: tuple[tuple[int, str], ...]

    @property
    def first(self) -> str:
        return self.pieces[0][1] if self.pieces else ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A line in its columns: what stands in each; `wide` where it runs over them as a heading."""

    number: int
    text: str
    cells: tuple[str, ...]
    wide: bool


def print_line(number: int, text: str) -> Printed:
    text = text.replace("\t", "    ").rstrip()
    return Printed(number, text, tuple((one.start(), one[0]) for one in PIECE.finditer(text)))


def find_columns(lines: Sequence[Printed], heads: Sequence[Printed]) -> Columns:
    """The columns that the lines show, those of the header `heads` first among them.

    What stands under two words of the header's widest line at once is of no column and tells
    nothing; nor does a head over several ("Mục tiêu" over three years).
    """
    used = [line for line in lines if len(line.pieces) > 1 and not _heads_group(line)]
    width = max((len(line.text) for line in used), default=0)
    widest = max(heads, key=lambda line: len(line.pieces), default=None)
    places = [place for place, _ in widest.pieces] if widest else []
    over_several = _heads_over_several(heads)
    counts = [0] * (width + 1)
    for line in used:
        for start, piece in line.pieces:
            over = range(start, start + len(piece))
            told = (line.number, start) not in over_several
            if told and sum(place in over for place in places) < 2:
                for at in over:
                    counts[at] += 1
    most = int(len(used) * CROSSES)
    filled = [count > most for count in counts]
    lefts = [at for at in range(1, width + 1) if filled[at] and not filled[at - 1]]
    first = lefts[0] if lefts and not filled[0] else 0
    edges = [0, *(left for left in lefts if left > first), width + 1]
    for at in _narrow_gutters(used, range(first + NARROWEST, width)):
        far = all(abs(at - edge) >= NARROWEST for edge in edges)
        parted = sorted([*edges, at])
        if far and (not heads or any(_heads_both(head, parted, at) for head in heads)):
            edges = parted
    return list(pairwise(edges))


def lay_heads(heads: Sequence[Printed], columns: Columns) -> Iterator[Laid]:
    """The lines of a header, a head over several columns said over each of them."""
    spans = _heads_over_several(heads)
    for line in heads:
        own = tuple(piece for piece in line.pieces if (line.number, piece[0]) not in spans)
        cells = list(
            lay_line(replace(line, pieces=own), columns).cells if own else [""] * len(columns)
        )
        for start, text in line.pieces:
            for first, last in spans.get((line.number, start), ()):
                at = next(at for at, (_, right) in enumerate(columns) if first + last < 2 * right)
                cells[at] = f"{text} {cells[at]}".strip()
        yield Laid(line.number, line.text, tuple(cells), False)


def _heads_over_several(heads: Sequence[Printed]) -> dict[tuple[int, int], Columns]:
    """The line and place of each head that stands over two or more others, and where these are."""
    return {
        (line.number, start): under
        for line, below in pairwise(heads)
        if line.pieces and below.pieces
        for (start, text), under in zip(line.pieces, _parted_under(line, below), strict=True)
        if len(under) > 1 and _stands_over(start, start + len(text), under)
    }


def _stands_over(start: int, end: int, under: Sequence[tuple[int, int]]) -> bool:
    """Whether a head begins with those under it, or stands over their middle."""
    first, last = under[0][0], under[-1][1]
    return abs(start - first) <= SLACK or abs(start + end - first - last) / 2 <= OFF_MIDDLE


def _parted_under(line: Printed, below: Printed) -> list[Columns]:
    """Where what stands under each head of a line begins and ends, parted so that each head stands
    as near the middle of its own as can be."""
    spans = [(start, start + len(text)) for start, text in below.pieces]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for start, text in line.pieces:
        until = start + len(text)
        under = [left < until and start < right for left, right in spans]
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (cost, ends) in best.items():
            for end in range(first, len(spans) + 1):
                left_out = NOT_OWN * (sum(under) - sum(under[first:end]))
                own = spans[first][0] + spans[end - 1][1] if end > first else start + until
                off = abs(own - start - until) / 2 + left_out
                found[end] = min(found.get(end, (inf, ())), (cost + off, (*ends, end)))
        best = found
    _, ends = best[len(spans)]
    return [spans[first:end] for first, end in pairwise((0, *ends))]


def lay_line(line: Printed, columns: Columns) -> Laid:
    """The line with each piece in the column that it stands most over, parted at gutters."""
    said: list[list[str]] = [[] for _ in columns]
    following = [*(start for start, _ in line.pieces[1:]), len(line.text)]
    for (start, piece), after in zip(line.pieces, following, strict=True):
        for column, part in _part_piece(line.text, start, piece, columns, after):
            said[column].append(part)
    cells = tuple(" ".join(words) for words in said)
    return Laid(line.number, line.text, cells, _is_wide(line, columns))


def _heads_group(line: Printed) -> bool:
    return len(line.pieces) == 2 and GROUP_NUMBER.fullmatch(line.first) is not None


def _narrow_gutters(lines: Sequence[Printed], places: range) -> list[int]:
    """Where words begin that begin cells, the surest first."""
    found: list[tuple[int, int]] = []
    for at in places:
        begun = [
            line.text
            for line in lines
            if line.text[at : at + 1].strip() and line.text[at - 1] == " "
        ]
        apart = sum(text[at - 2] == " " for text in begun)
        pushed = sum(line.text[at - 1 : at].strip() != "" for line in lines)
        if apart >= max(FEWEST_APART, APART * len(begun)) and pushed <= PUSHED * len(lines):
            found.append((apart, at))
    return [at for _, at in sorted(found, reverse=True)]


def _heads_both(head: Printed, edges: Sequence[int], at: int) -> bool:
    """Whether the header has words on both sides of the gutter, up to the next ones."""
    place = edges.index(at)
    before, after = edges[place - 1], edges[place + 1] if place + 1 < len(edges) else None
    return bool(head.text[before:at].strip() and head.text[at:after].strip())


def _part_piece(
    text: str, start: int, piece: str, columns: Columns, following: int
) -> Iterator[tuple[int, str]]:
    """The piece in parts, each with the column that it belongs to.

    A full cell moves the next one off its place; which words follow one another tells where the
    two part. A column that the `following` piece begins in has little of this one.
    """
    end = start + len(piece)
    inside = [
        at
        for at, (left, right) in enumerate(columns)
        if _first_word_ends(start, piece) <= left < end
        and not (end - left <= OVER and end < following < right)
    ]
    column: int | None = None
    for after in inside:
        left = columns[after][0]
        places = (left + off for off in REACH if start + 1 < left + off < end)
        blanks = [at for at in places if text[at - 1] == " "]
        if blanks:
            cost, cut = min((_cut_cost(text, start, at, left), at) for at in blanks)
            if cost > ONE_CELL and end - left <= SLACK:
                continue
            before = _column_under(columns[:after], start, cut) if column is None else column
            yield before, text[start:cut].strip()
            start, column = cut, after
    yield _column_under(columns, start, end) if column is None else column, text[start:end].strip()


def _first_word_ends(start: int, piece: str) -> int:
    """Where a piece may first be parted: a gutter within its first word parts nothing, it is a
    centred cell that is a little wide."""
    return start + len(piece.split(" ", 1)[0])


def _column_under(columns: Columns, start: int, end: int) -> int:
    over = [min(end, right) - max(start, left) for left, right in columns]
    return over.index(max(over))


def _cut_cost(text: str, start: int, at: int, left: int) -> float:
    """What it costs that a cell ends before this place and the next begins here."""
    before = [syllable for word in read_words(text[start:at]) for syllable in word.syllables]
    rest = text[at:].split("  ")[0]
    if rest == "%" and not text[:at].rstrip()[-1:].isdigit():  # a unit's cell, which has no words
        return A_LETTER_OFF * abs(at - left)
    after = read_words(rest)
    if not before or not after:
        return inf
    first, last = [BREAK, *before][-2:]
    follows = tie(first, last, after[0].syllables[:1])
    begins = CAPITAL if text[at].isupper() else FIGURE if text[at].isdigit() else 0.0
    worth = begins + (IN_PLACE if at == left else 0.0)
    hangs = HANGING if HANGS.search(text[start:at].rstrip()) else 0.0
    counts = UNIT if text[at].islower() and text[:at].rstrip()[-1:].isdigit() else 0.0
    return A_LETTER_OFF * abs(at - left) - follows - worth + counts + hangs


def _is_wide(line: Printed, columns: Columns) -> bool:
    """Whether a line runs over columns as a heading does: one piece, from the left, in capitals or
    numbered, or reaching into the next column where that has no gutter for it."""
    start, text = line.pieces[-1]
    if _heads_group(line):
        return True
    if len(line.pieces) > 2 or (len(line.pieces) == 2 and not HEADING.fullmatch(line.text.strip())):
        return False
    if len(line.pieces) == 1 and re.match(r"(?:[IVXL]+|[A-H])[.)]? ", text):
        return True
    middle = (columns[0][0] + columns[-1][1]) / 2
    centred = abs(start + len(text) / 2 - middle) <= OFF_CENTRE
    titled = (text.isupper() and " " in text) or NUMBERED_TITLE.match(text)
    if len(line.pieces) == 1 and titled and centred:
        return True
    first = _first_word_ends(start, text)
    crossed = [left for left, _ in columns if first <= left < start + len(text) - 1]
    if not crossed or start >= columns[1][1]:
        return False
    blank = all(line.text[left - 1] == " " for left in crossed) or DAY.search(text) is not None
    return len(crossed) > 1 or text.isupper() or not (blank or text[0].islower())
