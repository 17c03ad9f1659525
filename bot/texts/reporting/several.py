"""A report on several tasks named together."""

from bot.i18n import Translator


def ask_for_all(tr: Translator, *, count: int, words: str) -> str:
    """Over the tasks that are meant."""
    return tr.ngettext(
        "Record “{words}” for this {count} task?",
        "Record “{words}” for these {count} tasks?",
        count,
    ).format(count=count, words=words)


def button_all(tr: Translator, *, count: int) -> str:
    """Under them."""
    return tr.ngettext("Record it for {count} task", "Record it for all {count}", count).format(
        count=count
    )


def none_meant(tr: Translator) -> str:
    """No open task is of the kind that was spoken of."""
    # Translators: reports are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "Nothing is recorded: none of your open tasks is of this kind. Please write a task's "
        "number, for example “18 done”, or type /viec."
    )


def too_many(tr: Translator, *, count: int) -> str:
    """More tasks than can be read through."""
    # Translators: reports are read in Vietnamese, whatever language is chosen.
    return tr.ngettext(
        "Nothing is recorded yet: you have {count} open task. Please write its number, for "
        "example “18, 20 in progress”, or type /viec.",
        "Nothing is recorded yet: you have {count} open tasks. Please write their numbers, for "
        "example “18, 20 in progress”, or type /viec.",
        count,
    ).format(count=count)
