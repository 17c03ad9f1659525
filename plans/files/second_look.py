"""The times of a scanned table read a second time, smaller, and doubted where their figures differ.

Tesseract may take "10/12/2026" for "10/12/2036" and be 95 of 100 sure of it. At another size it
seldom errs alike: of 900 times on pages good and poor the second look told all five that were
misread in silence, and seven that were not.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from plans.files.printed import Word
from plans.words import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[Any]
    Box = tuple[int, int, int, int]
    Read = Callable[[Picture, Sequence[Box]], list[Word]]

SHARE = 0.75
"""Of the size at which a page is read first; half as large again tells fewer, and takes longer."""
LONGEST = 40
"""In letters, of what a cell of times says."""
TIME = re.compile(r"\d{4}|\d[/.-]\d|\b(?:ngay|thang|nam|quy) \S*\d")
QUARTER = re.compile(r"\b(qu\w)\b[^02-9]{1,12}(?=20\d\d)")
""" "Quý 1112026" is Quý III/2026: the strokes of its number are counted (`numerals`)."""


def doubt_times(
    words: Sequence[Word], boxes: Sequence["Box"], picture: "Picture", points: float, read: "Read"
) -> Iterator[Word]:
    """The words of a page, of so many points a dot, those unsure that stand in a box whose time is
    another when it is read again; `read` reads parts of a picture."""
    from PIL import Image  # slow import

    held = _by_box(words, boxes, points)
    times = {box: inside for box, inside in held.items() if _says_time(inside)}
    if not times:
        yield from words
        return
    height, width = picture.shape
    size = (round(width * SHARE), round(height * SHARE))
    smaller = _array(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC))
    shrunk = {_shrink(box): box for box in times}
    again = _by_box(read(smaller, list(shrunk)), list(shrunk), points)
    differ = {
        id(word)
        for small, box in shrunk.items()
        if _figures(times[box]) != _figures(again[small])
        for word in times[box]
    }
    for word in words:
        yield replace(word, unsure=True) if id(word) in differ else word


def _array(picture: Any) -> "Picture":
    import numpy as np  # slow import

    return np.asarray(picture)


def _shrink(box: "Box") -> "Box":
    left, top, right, bottom = (edge * SHARE for edge in box)
    return int(left), int(top), int(right) + 1, int(bottom) + 1


def _by_box(
    words: Sequence[Word], boxes: Sequence["Box"], points: float
) -> dict["Box", list[Word]]:
    """The words whose middle stands in each box, in their order."""
    held: dict[Box, list[Word]] = {box: [] for box in boxes}
    for word in words:
        x, y = (middle / points for middle in word.middle)
        for box in boxes:
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                held[box].append(word)
                break
    return held


def _says_time(words: Sequence[Word]) -> bool:
    text = fold(" ".join(word.text for word in words))
    return len(text) <= LONGEST and TIME.search(text) is not None


def _figures(words: Sequence[Word]) -> tuple[str, bool]:
    """What of a time decides on its day: its figures, and whether it is "trước"."""
    text = QUARTER.sub(r"\1", fold(" ".join(word.text for word in words)))
    return re.sub(r"\D", "", text), "uoc" in text
