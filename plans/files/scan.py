"""A picture of a page read by Tesseract, its ruled lines found first.

Tesseract reads a table across its columns, so each cell is cut out and all are set one below
another, like a till receipt; its words are then put back where they stood.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from plans.files.errors import NoOcrError, OcrFailedError
from plans.files.printed import Grid, Rule, Word, find_grids

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[Any]

PROGRAM = "tesseract"
LANGUAGE = "vie"
INSTALL = "apt install tesseract-ocr tesseract-ocr-vie"
DOTS = 300
"""Dots an inch at which pages are read: what Tesseract was taught with."""
POINTS = 72 / DOTS
LONGEST_PAGE = 120
"""In seconds; a closely printed page takes six."""
LONGEST_STRIP = 20_000
"""In dots; Tesseract takes pictures of 32,767 at most."""
WIDTH_OF_RULE, LENGTH_ACROSS, LENGTH_DOWN = 8, 150, 90
"""In dots. No stroke of a letter is as long as the shortest rule that is looked for."""
GAP, MARGIN = 40, 20
"""In dots: what is left free between two cells and around them."""
FEWEST_DARK = 12
"""In dots: a cell with less ink is empty, or dirty."""
STEEPEST, STEP = 2.0, 0.1
"""In degrees: how askew a page may lie, and how finely that is measured."""
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


def need_ocr() -> None:
    """Raise `NoOcrError` unless Tesseract is here with its Vietnamese data."""
    if LANGUAGE not in _languages(shutil.which(PROGRAM)):
        raise NoOcrError(INSTALL)


@cache
def _languages(program: str | None) -> frozenset[str]:
    if program is None:
        return frozenset()
    told = subprocess.run(  # noqa: S603 (found on the path, no word of it from outside)
        [program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False
    )
    return frozenset(told.stdout.split())


def read_picture(picture: "Picture", page: int) -> tuple[list[Word], list[Rule]]:
    """The words and ruled lines of a page in grey, `DOTS` an inch; in points."""
    picture = _straight(picture)
    dark = picture < _threshold(picture)
    across, down = _ruled(dark)
    rules = [*_rules(across, upright=False), *_rules(down.T, upright=True)]
    grids = find_grids(rules)
    bare = picture.copy()
    ruled = _thicker(across | down)
    bare[ruled] = 255
    ink = dark & ~ruled
    words: list[Word] = []
    for strips in _batches(list(_parts(ink, grids))):
        words += _read_strips(bare, strips, page)
    return words, rules


# The picture


def _threshold(picture: "Picture") -> float:
    """What is darker than this is ink: well below the paper, whatever its grey."""
    import numpy as np  # slow import

    return float(np.percentile(picture[::8, ::8], 80)) * 0.7


def _straight(picture: "Picture") -> "Picture":
    """The page turned so that its lines lie level."""
    import numpy as np  # slow import
    from PIL import Image  # slow import

    small = picture[::4, ::4] < _threshold(picture)
    best, angle = -1.0, 0.0
    height, width = small.shape
    shifts = np.arange(width) - width / 2
    rows, columns = np.nonzero(small)
    if len(rows) == 0:
        return picture
    for tried in np.arange(-STEEPEST, STEEPEST + STEP, STEP):
        turned = rows - np.tan(np.radians(tried)) * shifts[columns]
        counts = np.bincount(np.clip(turned, 0, height - 1).astype(int), minlength=height)
        sharp = float((np.diff(counts.astype(float)) ** 2).sum())
        if sharp > best:
            best, angle = sharp, float(tried)
    if abs(angle) < STEP:
        return picture
    turned_page = Image.fromarray(picture).rotate(
        angle, resample=Image.Resampling.BICUBIC, fillcolor=255
    )
    return np.asarray(turned_page)


def _ruled(dark: "Picture") -> tuple["Picture", "Picture"]:
    """The dots of the ruled lines, those across the page and those down."""
    import numpy as np  # slow import

    turned = np.ascontiguousarray(dark.T)  # runs are followed along rows
    return _long_runs(dark, LENGTH_ACROSS), _long_runs(turned, LENGTH_DOWN).T


def _long_runs(dark: "Picture", length: int) -> "Picture":
    """The dots that lie on a dark run at least so long, along the rows; it may waver by a dot."""
    import numpy as np  # slow import

    wavy = dark.copy()
    wavy[1:] |= dark[:-1]
    wavy[:-1] |= dark[1:]
    summed = np.cumsum(np.pad(wavy, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    whole = (summed[:, length:] - summed[:, :-length]) >= length * 0.97
    marks = np.zeros((dark.shape[0], dark.shape[1] + 1), dtype=np.int32)
    marks[:, : whole.shape[1]] += whole
    marks[:, length : length + whole.shape[1]] -= whole[:, : marks.shape[1] - length]
    full = np.cumsum(marks[:, :-1], axis=1) > 0
    return np.asarray(full & wavy)


def _thicker(mask: "Picture") -> "Picture":
    """The mask with a dot more on every side, for the grey beside a line."""
    grown = mask.copy()
    for at in (1, 2):
        grown[at:] |= mask[:-at]
        grown[:-at] |= mask[at:]
        grown[:, at:] |= mask[:, :-at]
        grown[:, :-at] |= mask[:, at:]
    return grown


def _rules(mask: "Picture", *, upright: bool) -> Iterator[Rule]:
    """The runs of a mask as rules in points; the mask of upright ones lies on its side."""
    import numpy as np  # slow import

    rows = np.flatnonzero(mask.any(axis=1))
    for band in np.split(rows, np.flatnonzero(np.diff(rows) > 2) + 1) if len(rows) else ():
        if len(band) > WIDTH_OF_RULE * 4:
            continue  # a bar or a picture
        covered = np.flatnonzero(mask[band[0] : band[-1] + 1].any(axis=0))
        for run in np.split(covered, np.flatnonzero(np.diff(covered) > WIDTH_OF_RULE) + 1):
            at = float(band.mean()) * POINTS
            yield Rule(upright, at, float(run[0]) * POINTS, float(run[-1]) * POINTS)


# The parts that are read


def _parts(ink: "Picture", grids: Sequence[Grid]) -> Iterator[tuple[int, int, int, int]]:
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


def _with_ink(
    ink: "Picture", box: tuple[int, int, int, int]
) -> Iterator[tuple[int, int, int, int]]:
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


def _batches(parts: Sequence[tuple[int, int, int, int]]) -> Iterator[list[Strip]]:
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
    return list(_words(_run(data, page), strips))


def _run(picture: bytes, page: int) -> str:
    """What Tesseract prints of a picture, word by word; the picture goes through a pipe."""
    command = [PROGRAM, "stdin", "stdout", "-l", LANGUAGE, "--psm", "6", "--dpi", str(DOTS), "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 (its words are ours, the picture is its input)
            command,
            input=picture,
            capture_output=True,
            timeout=LONGEST_PAGE,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except FileNotFoundError as error:
        raise NoOcrError(INSTALL) from error
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise OcrFailedError(page) from error
    return done.stdout.decode("utf-8", "replace")


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
        )


def _is_sure(text: str, sure: float) -> bool:
    return sure >= LEAST_SURE or any(letter.isalnum() for letter in text)
