"""What the standing office and the deciders hear, and what comes of it."""

from datetime import date

from bot.i18n import Translator
from bot.texts.common import end_cut
from plans.words import clean, cut

TASK = 60
"""Longest name of a task within a sentence, in characters."""


def named(number: int, content: str) -> str:
    """A task within a sentence: its number and first words."""
    return f"#{number} {cut(clean(content).rstrip(' .;'), TASK)}"


def obstacle(tr: Translator, *, who: str, agency: str, task: str, reason: str) -> str:
    """An officer reported an obstacle."""
    return tr.gettext("⚠️ {agency} ({who}) reports an obstacle for {task}: “{reason}”.").format(
        agency=agency, who=who, task=task, reason=reason
    )


def handover(tr: Translator, *, who: str, agency: str, task: str, words: str) -> str:
    """An officer says the task belongs elsewhere."""
    return tr.gettext("{agency} ({who}) says of {task}: “{words}”.").format(
        agency=agency, who=who, task=task, words=words
    )


def extension(
    tr: Translator,
    *,
    who: str,
    agency: str,
    task: str,
    due: date,
    until: date,
    reason: str | None,
) -> str:
    """An officer asks for more time."""
    if reason:
        sentence = tr.gettext(
            "{agency} ({who}) asks to extend {task} from {due} to {until}: {reason}."
        )
    else:
        sentence = tr.gettext("{agency} ({who}) asks to extend {task} from {due} to {until}.")
    return end_cut(
        sentence.format(
            agency=agency, who=who, task=task, due=tr.day(due), until=tr.day(until), reason=reason
        )
    )


def extensions(tr: Translator, *, count: int) -> str:
    """Over the wishes for more time that wait for a decision."""
    return tr.ngettext(
        "{count} request for an extension awaits a decision",
        "{count} requests for an extension await a decision",
        count,
    ).format(count=count)


def more_extensions(tr: Translator, *, count: int) -> str:
    """Under the first of them."""
    return tr.ngettext(
        "{count} more; it is shown when these are decided.",
        "{count} more; they are shown when these are decided.",
        count,
    ).format(count=count)


def no_extensions(tr: Translator) -> str:
    """Nobody waits for a decision."""
    return tr.gettext("No request for an extension awaits a decision.")


def no_wish_for(tr: Translator, *, number: int) -> str:
    """A decision on a task for which nobody asked for more time."""
    # Translators: orders are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "No extension of #{number} waits for a decision. To set a later day yourself: “extend "
        "the deadline of {number} to 31/12”, of the standing office."
    ).format(number=number)


def button_grant(tr: Translator) -> str:
    """Under an extension asked for."""
    return tr.gettext("Grant")


def button_refuse(tr: Translator) -> str:
    """Under an extension asked for."""
    return tr.gettext("Refuse")


def extension_decided(tr: Translator, *, granted: bool, task: str, until: date, due: date) -> str:
    """The decision, to the one who decided and to the one who asked."""
    if granted:
        return tr.gettext("Extension granted: {task} is now due on {until}.").format(
            task=task, until=tr.day(until)
        )
    return tr.gettext("Extension refused: {task} stays due on {due}.").format(
        task=task, due=tr.day(due)
    )


def decision_reason(tr: Translator, *, reason: str) -> str:
    """Under a decision that was given in words, as they gave it."""
    return end_cut(tr.gettext("Reason: {reason}.").format(reason=reason))
