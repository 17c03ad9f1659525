"""A text file as a document: each of its lines a paragraph, but for tables in aligned columns."""

from collections.abc import Iterator, Sequence

from plans.files.aligned import find_tables
from plans.files.damaged_headers import mend_headers
from plans.files.document import Document, Paragraph, Place, Table
from plans.files.errors import TooManyRowsError
from plans.files.limits import MOST_LINES, bounded
from plans.scanned import is_scanned
from plans.source import decode_source, page_starts


def read_text(data: bytes) -> Document:
    """The document in these bytes; raises a `PlanSourceError`."""
    text = decode_source(data)
    lines = mend_headers(text.split("\n")) if is_scanned(text) else text.split("\n")
    if len(lines) > MOST_LINES:
        raise TooManyRowsError(MOST_LINES)
    return Document(tuple(text_blocks([bounded(line) for line in lines], page_starts(data))))


def text_blocks(lines: Sequence[str], pages: frozenset[int]) -> Iterator[Paragraph | Table]:
    """The lines as paragraphs, but for the tables that stand in columns; `pages` begin one."""
    tables = list(find_tables(lines, pages))
    inside = {number for taken, _ in tables for number in taken}
    starts = {taken.start: table for taken, table in tables}
    for number, line in enumerate(lines, 1):
        if number in starts:
            yield starts[number]
        elif number not in inside and (text := " ".join(line.split())):
            yield Paragraph(text, Place(number))
