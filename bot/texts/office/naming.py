"""The officer of an agency to whom its head gives a task by name."""

from collections.abc import Sequence

from bot.i18n import Translator
from bot.texts.common import end_cut


def button_name(tr: Translator) -> str:
    """On a card, for the agency's head."""
    return tr.gettext("Give to an officer")


def which_officer(tr: Translator, *, task: str) -> str:
    """Before the agency's people."""
    return tr.gettext("Who of your agency has {task}?").format(task=task)


def no_such_officer(tr: Translator) -> str:
    """Before that question: the name that was typed is nobody's here."""
    return tr.gettext(
        "Nobody of your agency is known by that name. The standing office lets new people in."
    )


def in_words(tr: Translator, *, words: str) -> str:
    """Under a task given to an officer: the head's own words, to both."""
    return tr.gettext("In these words: “{words}”").format(words=words)


def button_all_officers(tr: Translator) -> str:
    """Instead of one of them."""
    return tr.gettext("All officers")


def officer_named(tr: Translator, *, task: str, name: str) -> str:
    """To the head."""
    return tr.gettext("✅ {task} is with {name}; reminders go to them alone.").format(
        task=task, name=name
    )


def officer_unnamed(tr: Translator, *, task: str) -> str:
    """To the head."""
    return tr.gettext("✅ {task} is with all officers of the agency.").format(task=task)


def you_have(tr: Translator, *, who: str, task: str) -> str:
    """To the officer named."""
    return end_cut(
        tr.gettext("{who} gave you {task}. Its reminders come to you.").format(who=who, task=task)
    )


def officer_line(tr: Translator, *, people: Sequence[str]) -> str:
    """On a card."""
    return tr.gettext("With: {people}").format(people=", ".join(people))


def button_give(tr: Translator, *, name: str, number: int) -> str:
    """Under words of a head that nobody understood and that name an officer."""
    return tr.gettext("Give #{number} to {name}").format(name=name, number=number)
