"""A PDF's words, whose letters were not drawn in the order in which they are read."""

import pytest

from plans.files.read import read_bytes
from tests.files.make_pdf import one_page, stream

HELVETICA = b"/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>"
# Widths at 12 points: h, o, p and n 6.672; a space 3.336; c 6; t 3.336; e 6.672.


def printed(drawing: bytes) -> str:
    """What is read of a page on which this was drawn."""
    return read_bytes(one_page(stream(b"BT /F 12 Tf " + drawing + b" ET"), HELVETICA), "a.pdf").text


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(b"100 700 Td (phoi hop) Tj", id="in-order"),
        pytest.param(
            b"100 700 Td (phoi h) Tj 39.36 0 Td (p) Tj -6.67 0 Td (o) Tj", id="a-letter-last"
        ),
        pytest.param(
            b"100 700 Td [(phoi h) -556 (p)] TJ 32.69 0 Td (o) Tj", id="into-a-gap-within"
        ),
    ],
)
def test_a_letter_stands_where_it_is_seen_not_where_it_was_drawn(drawing):
    assert printed(drawing).strip() == "phoi hop"


def test_letters_set_wide_are_one_word_where_nothing_stands_between():
    assert printed(b"3 Tc 100 700 Td (KE HOACH) Tj").strip() == "KE HOACH"


@pytest.mark.parametrize(
    "turned",
    [
        pytest.param(b"0 1 -1 0 300 100", id="to-the-left"),
        pytest.param(b"-1 0 0 -1 300 300", id="on-its-head"),
        pytest.param(b"0 -1 1 0 100 300", id="to-the-right"),
    ],
)
def test_a_page_whose_letters_lie_on_their_side_is_read_upright(turned):
    text = printed(turned + b" Tm (phoi hop) Tj 0 -14 Td (thuc hien) Tj")

    assert text.split() == ["phoi", "hop", "thuc", "hien"]
