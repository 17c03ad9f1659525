"""A draft thrown away."""

from bot.i18n import Translator


def button_discard(tr: Translator) -> str:
    """Under a draft's summary."""
    return tr.gettext("Throw this draft away")


def button_discard_it(tr: Translator) -> str:
    """Under the question."""
    return tr.gettext("Yes, throw it away")


def ask(tr: Translator, *, plan: str, corrections: int) -> str:
    """Before a draft is thrown away, with how much work goes with it."""
    if corrections:
        return tr.ngettext(
            "Throw away the draft “{plan}”? {count} correction made in it is lost. Nobody was "
            "reminded of it; the same file can be sent again.",
            "Throw away the draft “{plan}”? {count} corrections made in it are lost. Nobody was "
            "reminded of it; the same file can be sent again.",
            corrections,
        ).format(plan=plan, count=corrections)
    return tr.gettext(
        "Throw away the draft “{plan}”? Nobody was reminded of it; the same file can be sent again."
    ).format(plan=plan)


def discarded(tr: Translator, *, plan: str) -> str:
    """It is gone."""
    return tr.gettext(
        "✅ The draft “{plan}” was thrown away. Send the file again, or another one, to begin anew."
    ).format(plan=plan)
