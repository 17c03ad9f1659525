"""The paragraphs of a plan's body, put together from its printed lines."""

import re
from collections.abc import Iterator, Sequence

from plans.source import Line
from plans.words import join_lines

ITEM = re.compile(r"(?:[-+•*–—] ?|\d{1,2}(?:\.\d{1,2})*\.? |[a-zđ]\) ?)(?=\S)")
"""What begins an item of a list: a dash, a number, a letter."""


def read_paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Each paragraph as one text; the end of a page within a sentence ends none."""
    found: list[str] = []
    for line in lines:
        begins = ITEM.match(line.text) or (line.gap > 0 and not line.text[:1].islower())
        if begins and found:
            yield join_lines(found)
            found = []
        found.append(line.text)
    if found:
        yield join_lines(found)
