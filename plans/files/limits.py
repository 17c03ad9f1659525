"""How much of a document is read before it is no plan any more."""

from plans.files.errors import TooManyRowsError, UnpackedTooLargeError

MOST_LINES = 30_000
"""Paragraphs, rows and lines together. The longest plan known prints 5,100 lines a column wide."""
MOST_ROWS = 5_000
"""Rows of tables with something in them: ten provinces' plans in one."""
MOST_LETTERS = 100_000
"""In one paragraph or cell: more than the whole of the longest plan known."""
MOST_PARTS = 100_000
"""Tags inside of one paragraph or row: Word parts a spell-checked line into twenty."""


def bounded(text: str) -> str:
    """The text of one paragraph or cell as it is; raises where it is longer than a plan."""
    if len(text) > MOST_LETTERS:
        raise UnpackedTooLargeError(len(text), MOST_LETTERS)
    return text


class Lines:
    """The numbers of a document's lines, given out one after another as far as they go."""

    def __init__(self) -> None:
        self.last = 0
        self.rows = 0

    def next(self) -> int:
        """The number of the next line; raises `TooManyRowsError` past the last there may be."""
        self.last += 1
        if self.last > MOST_LINES:
            raise TooManyRowsError(MOST_LINES)
        return self.last

    def next_row(self) -> int:
        """The number of the next line, which is a row with something in it."""
        self.rows += 1
        if self.rows > MOST_ROWS:
            raise TooManyRowsError(MOST_ROWS)
        return self.next()
