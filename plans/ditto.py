"""Cells that say no more than that the one above them counts here too: "nt", "-nt-", "Như trên"."""

import re

from plans.words import fold

WHOLE = re.compile(r"[-–—(\s]*(?:n\W?t|nhu tren|(?:\W?\"){1,2}|[“”]|'{2}|,,)[-–—).;\s]*")
WORDS = re.compile(r"(?<!\S)-?(?:nt|n/t|nhu tren)-?(?!\S)")
"""The words of such a cell within a folded line; a mark alone could be anything there."""


def is_ditto(text: str) -> bool:
    """Whether a cell means the one above it.

    >>> is_ditto("-nt-"), is_ditto("Như trên"), is_ditto("-")
    (True, True, False)
    """
    return WHOLE.fullmatch(fold(text)) is not None
