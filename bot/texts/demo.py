"""What only the demonstration says."""

from bot.i18n import Translator


def begins(tr: Translator) -> str:
    """Before the page's address."""
    return tr.gettext(
        "Demonstration with sample people and a database of its own, made afresh each time."
    )


def sample_person(tr: Translator, *, role: str) -> str:
    """A made-up person, plainly so."""
    # Translators: {role} is "Officer" or the like.
    return tr.gettext("{role} (sample)").format(role=role[:1].upper() + role[1:])
