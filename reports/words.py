"""A language, as reports need it, and the words that they share."""

from datetime import date
from typing import Protocol

CONTENT_LENGTH = 70
"""Letters of a task's content that are enough to know it by."""


REASON_LENGTH = 200
"""Letters of what people wrote about an obstacle that fit a line of a list."""


class Words(Protocol):
    """One language: its sentences, and how it writes days and numbers."""

    def gettext(self, message: str, /) -> str:
        """The sentence in this language."""
        ...

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """The sentence in this language, for this many."""
        ...

    def day(self, day: date, /) -> str:
        """20/12/2025."""
        ...

    def number(self, value: float, /) -> str:
        """1.250."""
        ...


def sample_notice(tr: Words) -> str:
    """That people and progress are made up; it stands on all that a sample shows."""
    return tr.gettext("Sample data, not the real situation.")


def unassigned(tr: Words) -> str:
    """The name of the tasks that no agency leads, where an agency's name would stand."""
    return tr.gettext("Unassigned")


def shorten(text: str, length: int = CONTENT_LENGTH) -> str:
    """The first words of a text on one line, cut between words and marked so.

    >>> shorten("Tham mưu phát động phong trào thi đua", 20)
    'Tham mưu phát động …'
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[: length - 1]
    return f"{head[: head.rfind(' ')] if ' ' in head else head[:-1]} …"
