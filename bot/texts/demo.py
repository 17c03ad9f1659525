"""What only the demonstration says."""

from bot.i18n import Translator


def begins(tr: Translator) -> str:
    """Before the page's address."""
    return tr.gettext(
        "Demonstration with sample people and a database of its own, made afresh each time."
    )


def sample_person(tr: Translator, *, role: str, place: str) -> str:
    """A made-up person, plainly so."""
    # Translators: {role} is "officer" or the like, {place} an agency or a committee.
    return tr.gettext("Sample {role}, {place}").format(role=role, place=place)
