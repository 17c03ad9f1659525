"""A quarter's number is counted on the picture, whatever was read of it."""

import numpy as np
import pytest

from plans.files.numerals import count_quarters
from plans.files.printed import Word
from tests.files.make_scan import quarter

POINTS = 72 / 300


def word(text: str, left: float, right: float) -> Word:
    """A word between these dots of the picture's one line."""
    return Word(text, left * POINTS, 30 * POINTS, right * POINTS, 92 * POINTS)


def counted(printed: str, read: str, *, begins: int) -> str:
    """What is made of a quarter that was read so, its frame beginning at this dot."""
    ink = np.asarray(quarter(printed)) < 128
    end = int(np.flatnonzero(ink.any(axis=0))[-1]) + 1
    words = [word("Quý", 0, 50), word(read, begins, end)]
    return list(count_quarters(words, ink, POINTS))[1].text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("I/2026", "1/2026"),
        ("II/2026", "12026"),
        ("II/2026", "I/2026"),
        ("III/2026", "IHI/2026"),
        ("III/2026", "II/2026"),
        ("IV/2026", "IV/2026"),
        ("II", "H"),
    ],
)
def test_a_quarter_is_counted_where_tesseract_misread_it(printed, read):
    assert counted(printed, read, begins=60) == printed


def test_a_stroke_that_the_frame_left_out_is_counted_too():
    assert counted("II/2026", "I/2026", begins=88) == "II/2026"


def test_what_is_no_quarter_of_ours_stays_as_it_was_read():
    assert counted("IX/2026", "IX/2026", begins=60) == "IX/2026"
    assert counted("4/2026", "4/2026", begins=60) == "4/2026"
