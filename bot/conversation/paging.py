"""Long lists on small screens: choices beside each other, and the buttons to the next pages."""

from collections.abc import Sequence

from bot.i18n import Translator
from bot.ports import Choice
from bot.texts.tasks.cards import next_page, previous_page

Rows = list[tuple[Choice, ...]]


def in_rows(buttons: Sequence[Choice], beside: int) -> Rows:
    """Choices, so many beside each other."""
    return [tuple(buttons[at : at + beside]) for at in range(0, len(buttons), beside)]


def turning(tr: Translator, data: str, page: int, last: int) -> Rows:
    """A row with the pages before and after this one, where there are any; pages count from 0.

    What the buttons say is `data:page`.
    """
    row = []
    if page:
        row.append(Choice(previous_page(tr), f"{data}:{page - 1}"))
    if page < last:
        row.append(Choice(next_page(tr), f"{data}:{page + 1}"))
    return [tuple(row)] if row else []
