"""The number of a quarter on the picture of a page: the strokes of I, II, III and IV counted.

Tesseract takes "II/2026" for "I/2026", "11/2026" or "IH/2026", and each of these may be a day that
nobody meant. Where it read a quarter, its numeral is counted here, and left as it was read where
the strokes tell nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from plans.files.printed import Word
from plans.words import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[Any]

BEFORE = re.compile(r"\W*qu[yi]\W*")
NUMERAL = re.compile(r"\W?[IVHUJLTilj1|!/⁄\]\[]{1,5}?(?:[/⁄]?(?P<year>20\d\d))?\W?")
"""A quarter's number as it may be read, with its year or alone."""
QUARTERS = ("I", "II", "III", "IV")
UPPER, LOWER = 0.2, 0.8
"""Of a capital's height: where its strokes are looked at, clear of their feet."""
UPRIGHT = 0.12
"""Of its height: strokes that move less to a side between the two are upright, as in I; V and the
stroke before the year move more. Of slanted letters nothing is told."""
GAP = 0.2
"""Of its height: further to the left stands another word."""


def count_quarters(words: Sequence[Word], ink: "Picture", points: float) -> Iterator[Word]:
    """The words of a page, of so many points a dot, with each quarter's numeral as it was drawn."""
    yield from words[:1]
    for before, word in pairwise(words):
        found = NUMERAL.fullmatch(word.text) if BEFORE.fullmatch(fold(before.text)) else None
        drawn = _drawn(word, before, ink, points) if found else None
        if found is None or drawn is None:
            yield word
        else:
            yield replace(word, text=f"{drawn}/{found['year']}" if found["year"] else drawn)


def _drawn(word: Word, before: Word, ink: "Picture", points: float) -> str | None:
    """The numeral whose strokes begin the word; None where they make none."""
    import numpy as np  # slow import

    top, bottom = round(word.top / points), round(word.bottom / points)
    right = round(word.right / points)
    beside = before.right <= word.left and abs(before.top - word.top) < word.height / 2
    furthest = round((before.right if beside else word.left - 2 * word.height) / points)
    line = ink[max(top, 0) : bottom, : right + 2]
    if line.size == 0:
        return None
    rows = np.flatnonzero(line[:, max(round(right - (right - word.left / points) / 3), 0) :].any(1))
    if len(rows) < 10:
        return None
    capital = line[rows[0] : rows[-1] + 1]
    height = len(capital)
    left = _begin(capital, round(word.left / points), max(furthest, 0), GAP * height)
    upper = _strokes(capital[:, left:], round(height * UPPER))
    lower = _strokes(capital[:, left:], round(height * LOWER))
    numeral = ""
    for one, other in zip(upper, lower, strict=False):
        if abs(one - other) >= UPRIGHT * height:
            numeral += "V" if one < other else ""
            break
        numeral += "I"
    else:
        numeral = "" if len(upper) != len(lower) else numeral
    return numeral if numeral in QUARTERS else None


def _begin(capital: "Picture", left: int, furthest: int, gap: float) -> int:
    """Where the word begins: at its first stroke, which may have been left out of its frame."""
    import numpy as np  # slow import

    begin = left
    columns = np.any(capital, axis=0)
    for at in range(left, furthest, -1):
        if columns[at]:
            begin = at
        elif begin - at > gap:
            break
    return max(begin - 1, 0)


def _strokes(capital: "Picture", row: int) -> list[float]:
    """Where strokes cross a row: the middle of each, from the left."""
    import numpy as np  # slow import

    band = capital[max(row - 1, 0) : row + 2]
    dark = np.flatnonzero(band.sum(axis=0) * 2 > len(band))
    runs = np.split(dark, np.flatnonzero(np.diff(dark) > 1) + 1) if len(dark) else []
    return [float(run.mean()) for run in runs]
