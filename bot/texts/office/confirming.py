"""Completions confirmed or returned."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator


def awaiting(tr: Translator, *, count: int) -> str:
    """The heading of the secretary's list."""
    return tr.ngettext(
        "{count} task reported done awaits confirmation",
        "{count} tasks reported done await confirmation",
        count,
    ).format(count=count)


def nothing_awaits(tr: Translator) -> str:
    """An empty list, when asked for."""
    return tr.gettext("No completion awaits confirmation.")


def awaiting_line(tr: Translator, *, line: str, agency: str, day: date) -> str:
    """One completion: the task, who leads it, the day it was reported."""
    # Translators: {line} is a task's number and first words.
    return tr.gettext("{line} · {agency}, reported {day}").format(
        line=line, agency=agency, day=tr.day(day)
    )


def not_awaiting(tr: Translator, *, numbers: Sequence[int]) -> str:
    """Completions named in words, where none awaits."""
    # Translators: {tasks} is a list of numbers such as "#18, #20".
    return tr.gettext(
        "{tasks}: no completion awaits confirmation. /xacnhan lists those that do."
    ).format(tasks=", ".join(f"#{number}" for number in numbers))


def accepted_before(tr: Translator, *, number: int, day: date) -> str:
    """The same, where it was accepted: how to take that back."""
    # Translators: the quoted order is read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "#{number} was accepted as done on {day}. To open it again: “return {number}: …” with "
        "the reason."
    ).format(number=number, day=tr.day(day))


def returned_before(tr: Translator, *, number: int) -> str:
    """A return was a slip: how to set it right on the same day."""
    # Translators: the quoted order is read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "#{number} was returned, and its agency has heard. If that was a mistake: “accept "
        "{number}”, before anything new is reported."
    ).format(number=number)


def button_accept(tr: Translator) -> str:
    """Under one completion."""
    return tr.gettext("Confirm")


def button_return(tr: Translator) -> str:
    """Under one completion."""
    return tr.gettext("Return")


def button_accept_all(tr: Translator, *, count: int) -> str:
    """Under the list: all that it names."""
    return tr.ngettext("Confirm {count} task", "Confirm all {count} tasks", count).format(
        count=count
    )


def ask_reason(tr: Translator, *, task: str) -> str:
    """A completion is to be returned; what is typed next is the reason."""
    return tr.gettext("Why is {task} returned? Write it in a sentence.").format(task=task)


def accepted(tr: Translator, *, tasks: str) -> str:
    """To the secretary and to the reporter."""
    # Translators: {tasks} is a list of numbers such as "#18, #20".
    return tr.gettext("✅ Completion confirmed: {tasks}.").format(tasks=tasks)


def returned(tr: Translator, *, task: str, reason: str) -> str:
    """To the secretary and to the reporter."""
    return tr.gettext("Completion of {task} returned: “{reason}”. It is in progress again.").format(
        task=task, reason=reason
    )


def decided_before(tr: Translator) -> str:
    """Somebody was quicker, or it was taken back."""
    return tr.gettext("That completion was decided or taken back before. /xacnhan lists the rest.")
