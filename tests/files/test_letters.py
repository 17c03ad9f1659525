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
