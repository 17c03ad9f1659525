"""More time for a task: asked until when, and sent for decision."""

from datetime import date

from bot.i18n import Translator
from bot.texts.common import end_cut
from db.enums import Role


def day_meant(tr: Translator, *, task: str, day: date) -> str:
    """A day named by the lunar calendar; the solar one stands on a button."""
    return tr.gettext(
        "Until {day} for {task}? Press to ask for that day, or write another as day/month/year."
    ).format(task=task, day=tr.day(day))


def ask_until(tr: Translator, *, task: str) -> str:
    """More time was asked for without a day that can be worked out."""
    return tr.gettext(
        "Until which day should {task} be extended? Write the day, and the reason if there is "
        "one: “until 15/01/2026, waiting for budget”."
    ).format(task=task)


def extension_asked(
    tr: Translator, *, task: str, due: date, until: date, reason: str | None
) -> str:
    """A wish for more time, said back."""
    if reason:
        sentence = tr.gettext("Extension of {task} from {due} to {until} asked for: {reason}.")
    else:
        sentence = tr.gettext("Extension of {task} from {due} to {until} asked for.")
    return end_cut(sentence.format(task=task, due=tr.day(due), until=tr.day(until), reason=reason))


def extension_sent(tr: Translator, *, role: Role) -> str:
    """Who decides it; only where somebody in this role really gets it."""
    if role is Role.SECRETARY:
        return tr.gettext("Sent to the standing office for decision.")
    return tr.gettext("Sent to the committee's members for decision.")


def given(tr: Translator, *, task: str, before: date, until: date, reason: str | None) -> str:
    """The standing office gave more time unasked; to it and to everybody of the task."""
    if reason:
        sentence = tr.gettext(
            "The standing office extends {task} from {before} to {until}. Reason: {reason}."
        )
    else:
        sentence = tr.gettext("The standing office extends {task} from {before} to {until}.")
    return end_cut(
        sentence.format(task=task, before=tr.day(before), until=tr.day(until), reason=reason)
    )


def ask_whether(tr: Translator, *, count: int) -> str:
    """Over several tasks that the standing office would give more time."""
    return tr.ngettext(
        "Extend this task?",
        "Extend these {count} tasks?",
        count,
    ).format(count=count)


def to_be_given(tr: Translator, *, task: str, before: date, until: date) -> str:
    """One of them: the day that holds, and the day it would have."""
    return tr.gettext("{task}: from {before} to {until}").format(
        task=task, before=tr.day(before), until=tr.day(until)
    )


def button_give(tr: Translator, *, count: int) -> str:
    """Under that."""
    return tr.ngettext("Extend {count} task", "Extend {count} tasks", count).format(count=count)


def which_day_for(tr: Translator, *, tasks: str, numbers: str) -> str:
    """Several tasks are to have more time, without a day that can be worked out."""
    # Translators: the quoted words are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "Nothing was changed yet: until which day should {tasks} be extended? Write “extend "
        "{numbers} until 31/12/2025”."
    ).format(tasks=tasks, numbers=numbers)


def taken_back(tr: Translator, *, task: str, due: date) -> str:
    """That time is taken back; to the same people."""
    return tr.gettext(
        "The standing office takes back the extension of {task}: it is due on {due} again."
    ).format(task=task, due=tr.day(due))


def bad_extension(tr: Translator, *, task: str, due: date | None) -> str:
    """The day asked for cannot be granted."""
    if due is None:
        return tr.gettext("{task} has no due day, so there is nothing to extend.").format(task=task)
    return tr.gettext("{task} is due on {due}; ask for a later day that has not passed.").format(
        task=task, due=tr.day(due)
    )


def waiting(tr: Translator, *, until: date, who: str, asked_on: date) -> str:
    """On a task's card: more time was asked for, and nobody has decided yet."""
    return tr.gettext(
        "More time until {until} asked for by {who} on {day}, awaiting a decision"
    ).format(until=tr.day(until), who=who, day=tr.day(asked_on))
