"""A picture of a page read by Tesseract, its ruled lines found first.

Tesseract reads a table across its columns, so each cell is cut out and all are set one below
another, like a till receipt; its words are then put back where they stood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plans.files.grids import Grid, Rule, find_grids
from plans.files.numerals import count_quarters
from plans.files.printed import Word, part_lines
from plans.files.ruled_lines import find_rules
from plans.files.second_look import doubt_times
from plans.files.sheet import flatten, straighten, threshold
from plans.files.tesseract import DOTS, quarters_to_turn, run

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[Any]
    Box = tuple[int, int, int, int]

POINTS = 72 / DOTS
LONGEST_STRIP = 20_000
"""In dots; Tesseract takes pictures of 32,767 at most."""
GAP, MARGIN = 40, 20
"""In dots: what is left free between two cells and around them."""
FEWEST_DARK = 12
"""In dots: a cell with less ink is empty, or dirty."""
FEWEST_LETTERS = 3
"""On a line of its own outside of every table."""
CLEAR, READABLE = 90.0, 80.0
"""Of 100, on the average of a page's letters. Sound scans and photos have 93 to 96; under the
first words are misread, under the second little is right: out of focus 79, shaken 70."""
FEWEST_TELLING = 40
"""Letters of a page that tell how clear it is: a page with a stamp and a name has fewer."""
LEAST_SURE = 20.0
"""Of 100: what Tesseract itself takes for less likely is dirt, if it is no letter or figure."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of the page: where it stood there, and where in the picture that is read."""

    left: int
    top: int
    right: int
    bottom: int
    begins: int


def read_picture(picture: "Picture", page: int) -> tuple[list[Word], list[Rule], float]:
    """The words and ruled lines of a page in grey, `DOTS` an inch, in points; and how clear it is,
    of 100. One that lies on its side or on its head is turned."""
    words, rules = _read_upright(picture, page)
    clear = clearness(words)
    if clear >= CLEAR:
        return words, rules, clear
    upright = _turned(picture)
    if upright is not None:
        again = _read_upright(upright, page)
        if clearness(again[0]) > clear:
            return *again, clearness(again[0])
    return words, rules, clear


def clearness(words: Sequence[Word]) -> float:
    """How sure the words of a page are, on the average of its letters; 100 where it has hardly
    any."""
    told = [(len(word.text), word.sure) for word in words if any(map(str.isalnum, word.text))]
    letters = sum(length for length, _ in told)
    if letters < FEWEST_TELLING:
        return 100.0
    return sum(length * sure for length, sure in told) / letters


def _turned(picture: "Picture") -> "Picture | None":
    """The picture as it is to be held, where it lies otherwise."""
    import numpy as np  # slow import

    height, width = picture.shape
    quarters = quarters_to_turn(b"P5 %d %d 255\n" % (width, height) + picture.tobytes())
    return np.ascontiguousarray(np.rot90(picture, -quarters)) if quarters else None


def _read_upright(picture: "Picture", page: int) -> tuple[list[Word], list[Rule]]:
    picture = straighten(flatten(picture))
    dark = picture < threshold(picture)
    rules, ruled = find_rules(dark, POINTS)
    grids = find_grids(rules)
    bare = _whiten(picture)
    bare[ruled] = 255
    ink = dark & ~ruled
    parts = list(_parts(ink, grids))

    def read(picture: "Picture", parts: "Sequence[Box]") -> list[Word]:
        return [word for strips in _batches(parts) for word in _read_strips(picture, strips, page)]

    words = list(doubt_times(read(bare, parts), parts, bare, POINTS, read))
    return list(count_quarters(_without_dirt(words, grids), ink, POINTS)), rules


def _whiten(picture: "Picture") -> "Picture":
    """The page with its paper as white as what is put between the cells: a letter that stands
    alone on a grey ground is read together with the ground's edges."""
    import numpy as np  # slow import

    paper = max(float(np.median(picture)), 1.0)
    return np.minimum(picture * (255.0 / paper), 255.0).astype(np.uint8)


# The parts that are read


def _parts(ink: "Picture", grids: Sequence[Grid]) -> Iterator["Box"]:
    """What is read by itself: every cell with ink in it, and the page between the tables."""
    height, width = ink.shape
    top = 0
    for grid in grids:
        yield from _with_ink(ink, (0, top, width, round(grid.top / POINTS)))
        for region in grid.regions:
            box = (region.left, region.top, region.right, region.bottom)
            left, upper, right, lower = (round(edge / POINTS) for edge in box)
            yield from _with_ink(ink, (left + 2, upper + 2, right - 1, lower - 1))
        top = max(top, round(grid.bottom / POINTS))
    yield from _with_ink(ink, (0, top, width, height))


def _with_ink(ink: "Picture", box: "Box") -> Iterator["Box"]:
    """The box cut down to the ink in it; nothing where there is none."""
    import numpy as np  # slow import

    left, top, right, bottom = box
    part = ink[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
    if part.size == 0 or int(part.sum()) < FEWEST_DARK:
        return
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    yield (
        max(left, 0) + int(columns[0]),
        max(top, 0) + int(rows[0]),
        max(left, 0) + int(columns[-1]) + 1,
        max(top, 0) + int(rows[-1]) + 1,
    )


def _batches(parts: Sequence["Box"]) -> Iterator[list[Strip]]:
    """The parts one below another, as many as go into one picture."""
    strips: list[Strip] = []
    begins = MARGIN
    for left, top, right, bottom in parts:
        if strips and begins + bottom - top > LONGEST_STRIP:
            yield strips
            strips, begins = [], MARGIN
        strips.append(Strip(left, top, right, bottom, begins))
        begins += bottom - top + GAP
    if strips:
        yield strips


def _read_strips(picture: "Picture", strips: Sequence[Strip], page: int) -> list[Word]:
    import numpy as np  # slow import

    width = max(strip.right - strip.left for strip in strips) + 2 * MARGIN
    height = strips[-1].begins + strips[-1].bottom - strips[-1].top + MARGIN
    receipt = np.full((height, width), 255, dtype=np.uint8)
    for strip in strips:
        part = picture[strip.top : strip.bottom, strip.left : strip.right]
        ends = strip.begins + strip.bottom - strip.top
        receipt[strip.begins : ends, MARGIN : MARGIN + strip.right - strip.left] = part
    data = b"P5 %d %d 255\n" % (width, height) + receipt.tobytes()
    return list(_words(run(data, page), strips))


def _words(printed: str, strips: Sequence[Strip]) -> Iterator[Word]:
    """The words of Tesseract's table, put back where they stood on the page."""
    lines: dict[tuple[str, ...], tuple[int, int]] = {}
    for row in printed.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12:
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        if cells[0] == "4":
            lines[tuple(cells[2:5])] = (top, height)
        text = cells[11].strip()
        if cells[0] != "5" or not text or not _is_sure(text, float(cells[10])):
            continue
        over, high = lines.get(tuple(cells[2:5]), (top, height))
        middle = over + high / 2
        strip = next(
            (s for s in strips if middle < s.begins + s.bottom - s.top + GAP / 2), strips[-1]
        )
        right, down = strip.left - MARGIN, strip.top - strip.begins
        yield Word(
            text,
            (left + right) * POINTS,
            (over + down) * POINTS,
            (left + width + right) * POINTS,
            (over + high + down) * POINTS,
            sure=float(cells[10]),
        )


def _without_dirt(words: Sequence[Word], grids: Sequence[Grid]) -> list[Word]:
    """The words without lines beside the tables that hardly have a letter: specks, page numbers."""
    beside = [word for word in words if not any(grid.holds(*word.middle) for grid in grids)]
    dirt = {
        id(word)
        for line in part_lines(beside)
        if sum(letter.isalnum() for letter in line.text) < FEWEST_LETTERS
        for word in line.words
    }
    return [word for word in words if id(word) not in dirt]


def _is_sure(text: str, sure: float) -> bool:
    return sure >= LEAST_SURE or any(letter.isalnum() for letter in text)
