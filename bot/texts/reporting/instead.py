"""Reports that the standing office records for an agency."""

from bot.i18n import Translator
from db.enums import Came


def came(tr: Translator, way: Came) -> str:
    """How a report came, as a choice and in brackets."""
    return {
        Came.PHONE: tr.gettext("by phone"),
        Came.MEETING: tr.gettext("in a meeting"),
        Came.DOCUMENT: tr.gettext("by document"),
        Came.OTHER: tr.gettext("in another way"),
    }[way]


def button_instead(tr: Translator) -> str:
    """On a card, for the standing office."""
    return tr.gettext("Report for the agency")


def ask_report(tr: Translator, *, task: str) -> str:
    """After the button."""
    # Translators: reports are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "What does the agency report of {task}, and how did it come? For example: “60%, reported "
        "by phone”."
    ).format(task=task)


def ask_came(tr: Translator, *, task: str, agency: str) -> str:
    """The words do not say how it came."""
    return tr.gettext("How did the report of {agency} on {task} come?").format(
        agency=agency, task=task
    )


def ask_agency(tr: Translator, *, task: str) -> str:
    """Several agencies lead the task."""
    return tr.gettext("For which agency is the report on {task} recorded?").format(task=task)


def not_a_lead(tr: Translator, *, task: str, agency: str, leads: str) -> str:
    """The words name an agency that does not lead the task."""
    return tr.gettext(
        "{task} is led by {leads}, not by {agency}. Nothing is recorded yet: for which agency is "
        "this report? If the task's number is wrong, write it again."
    ).format(task=task, leads=leads, agency=agency)


def kept(tr: Translator, *, agency: str, way: str) -> str:
    """After the report said back: for whom, and how it came."""
    # Translators: {way} is "by phone", "in a meeting", ...
    return tr.gettext("Recorded for {agency}, {way}; its officers have been told.").format(
        agency=agency, way=way
    )


def told(tr: Translator, *, who: str, agency: str, way: str, task: str, words: str) -> str:
    """To the agency's officers."""
    return tr.gettext(
        "The standing office ({who}) recorded a report for {agency}, {way}: {task}: “{words}”."
    ).format(who=who, agency=agency, way=way, task=task, words=words)


def button_wrong(tr: Translator) -> str:
    """Under that message."""
    return tr.gettext("Not right")


def wrong_sent(tr: Translator, *, task: str) -> str:
    """To the officer."""
    return tr.gettext(
        "The standing office has been told that this is not right. You can report {task} yourself."
    ).format(task=task)


def wrong(tr: Translator, *, who: str, agency: str, task: str, words: str) -> str:
    """To the secretary who recorded it."""
    return tr.gettext(
        "{agency} ({who}) says that what was recorded for it is not right: {task}: “{words}”."
    ).format(who=who, agency=agency, task=task, words=words)


def wrong_before(tr: Translator) -> str:
    """Somebody of the agency pressed before."""
    return tr.gettext("The standing office has been told of this before.")


def history_who(tr: Translator, *, who: str, agency: str, way: str) -> str:
    """Who said it, in a card's history."""
    return tr.gettext("{who} for {agency}, {way}").format(who=who, agency=agency, way=way)
