"""Pages of a PDF whose tables have no ruled lines, laid out as a text that keeps its columns.

An Excel sheet printed without its gridlines, a table whose borders are off: the words alone show
where the columns stand, as they do in a text (`plans.files.aligned`), so they are put into one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from plans.files.document import Document, Paragraph, Place, Table
from plans.files.errors import TooManyRowsError
from plans.files.limits import MOST_LINES, bounded
from plans.files.printed import BLANK_LINE, PrintedLine, Word, is_page_number, part_lines
from plans.files.text import text_blocks

LETTER = 0.36
"""Of a line's height: a letter's width on the average, by which places become letters of a text."""
APART = 0.6
"""Of a line's height: words further apart stand in two cells; a space is 0.25, somewhat more where
lines fill their width."""


def lay_out_unruled(pages: Sequence[Sequence[Word]]) -> Document:
    """The document of these words, page by page, with the tables that its columns show."""
    texts: list[str] = []
    page_of: list[int] = []
    starts: set[int] = set()
    margin = min((word.left for words in pages for word in words), default=0.0)
    for number, words in enumerate(pages, 1):
        starts.add(len(texts) + 1)
        texts += map(bounded, _page_texts(words, margin))
        page_of += [number] * (len(texts) - len(page_of))
    if len(texts) > MOST_LINES:
        raise TooManyRowsError(MOST_LINES)
    blocks = text_blocks(texts, frozenset(starts))
    return Document(tuple(_on_pages(block, page_of) for block in blocks))


def _page_texts(words: Sequence[Word], margin: float) -> Iterator[str]:
    """The page's lines with their spaces, a blank one between paragraphs; all pages have one
    margin, so that a row that goes on overleaf keeps its columns."""
    lines = part_lines(words)
    unit = LETTER * median(word.height for word in words) if words else 1.0
    above: PrintedLine | None = None
    for at, line in enumerate(lines):
        if at in (0, len(lines) - 1) and is_page_number(line.text):
            continue
        if above is not None and line.top - above.top > BLANK_LINE * above.height:
            yield ""
        yield _spaced(line, margin, unit)
        above = line


def _spaced(line: PrintedLine, margin: float, unit: float) -> str:
    """The line with the words of a cell one space apart and each cell at its place."""
    pieces: list[list[Word]] = [[line.words[0]]]
    for word, after in pairwise(line.words):
        if after.left - word.right > APART * line.height:
            pieces.append([])
        pieces[-1].append(after)
    text = ""
    for piece in pieces:
        before = f"{text}  " if text else ""
        text = before.ljust(round((piece[0].left - margin) / unit)) + PrintedLine(tuple(piece)).text
    return text


def _on_pages(block: Paragraph | Table, page_of: Sequence[int]) -> Paragraph | Table:
    """The block with the pages that its lines stand on."""

    def on_page(place: Place) -> Place:
        return replace(place, page=page_of[place.line - 1])

    if isinstance(block, Paragraph):
        return replace(block, place=on_page(block.place))
    return replace(block, rows=tuple(replace(row, place=on_page(row.place)) for row in block.rows))
