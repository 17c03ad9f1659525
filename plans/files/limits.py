"""How much of a document is read before it is no plan any more."""

from plans.files.errors import TooManyRowsError

MOST_LINES = 30_000
"""Paragraphs, rows and lines together. The longest plan known prints 5,100 lines a column wide."""
MOST_ROWS = 5_000
"""Rows of tables with something in them: ten provinces' plans in one."""


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
