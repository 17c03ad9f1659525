"""A text file as a document: each of its lines a paragraph."""

from plans.files.document import Document, Paragraph, Place
from plans.files.errors import TooManyRowsError
from plans.files.limits import MOST_LINES, bounded
from plans.source import decode_source


def read_text(data: bytes) -> Document:
    """The document in these bytes; raises a `PlanSourceError`."""
    lines = decode_source(data).split("\n")
    if len(lines) > MOST_LINES:
        raise TooManyRowsError(MOST_LINES)
    numbered = ((number, " ".join(bounded(line).split())) for number, line in enumerate(lines, 1))
    return Document(tuple(Paragraph(text, Place(number)) for number, text in numbered if text))
