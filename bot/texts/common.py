"""Sentences that belong to no one topic."""

from collections.abc import Sequence

from bot.i18n import Translator
from bot.ports import Choice

LISTED = 10
"""Names in one line."""


def failure(tr: Translator) -> str:
    """Our fault; true only where the message stands in the inbox and will be tried again."""
    return tr.gettext(
        "Your report could not be saved because of a fault of ours. "
        "What you sent is kept and will be handled again in a few minutes."
    )


def end_cut(sentence: str) -> str:
    """A sentence that ends with words cut short, without a full stop after the ellipsis."""
    return sentence.replace("….", "…")


def more_tasks(tr: Translator, count: int) -> str:
    """What a list leaves out."""
    return tr.ngettext("… and {count} more task", "… and {count} more tasks", count).format(
        count=count
    )


def see_all(tr: Translator) -> str:
    """A button: the whole list."""
    return tr.gettext("See all")


def old_button(tr: Translator) -> str:
    """A button whose question was answered or asked anew since."""
    return tr.gettext("That question has been dealt with. Type /viec to see the tasks as they are.")


def task_button(number: int, task_id: int) -> Choice:
    """A button that opens a task's card; the number needs no words."""
    return Choice(f"#{number}", f"task:{task_id}")


def few(named: Sequence[str]) -> str:
    """Names in a line, the first ten of them."""
    shown = ", ".join(named[:LISTED])
    return f"{shown}, …" if len(named) > LISTED else shown
