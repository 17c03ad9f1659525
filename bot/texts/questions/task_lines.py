"""The lines of the lists that questions are answered by."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator

AGENCIES = 12
"""The committee's agencies listed where one was asked for that it has not."""


def task_far(tr: Translator, *, line: str, percent: int) -> str:
    """A task in a list of those that are so far."""
    return tr.gettext("{line}, {percent} %").format(line=line, percent=percent)


def silent_line(tr: Translator, *, agency: str, count: int, numbers: str) -> str:
    """One agency of that list, with the numbers of its tasks."""
    return tr.ngettext(
        "{agency}: {count} ({numbers})", "{agency}: {count} ({numbers})", count
    ).format(agency=agency, count=count, numbers=numbers)


def accepted(tr: Translator, *, number: int, done_on: date | None, waits: bool) -> str:
    """Over the card of a task of which it was asked whether its completion was accepted."""
    if done_on is None:
        return tr.gettext("#{number} has not been reported done.").format(number=number)
    if waits:
        return tr.gettext(
            "#{number} was reported done on {day} and waits for the standing office."
        ).format(number=number, day=tr.day(done_on))
    return tr.gettext("#{number}, done on {day}, has been accepted.").format(
        number=number, day=tr.day(done_on)
    )


def no_reason(tr: Translator, *, number: int) -> str:
    """Over the card of a task of which it was asked why it is late."""
    return tr.gettext("No obstacle has been reported for #{number}.").format(number=number)


def no_evidence(tr: Translator, *, number: int) -> str:
    """In answer to what proves a task."""
    return tr.gettext("#{number} has no document or file yet.").format(number=number)


def task_done_late(tr: Translator, *, line: str, due: date, done_on: date) -> str:
    """A task in that list: the day it was done, and how much too late."""
    days = (done_on - due).days
    return tr.ngettext(
        "{line} · done on {done}, {days} day late",
        "{line} · done on {done}, {days} days late",
        days,
    ).format(line=line, done=tr.day(done_on), days=days)


def task_returned(
    tr: Translator, *, line: str, leads: Sequence[str], day: date, reason: str
) -> str:
    """A task in the list of those that were returned: when, and the office's reason."""
    agencies = ", ".join(leads) or tr.gettext("unassigned")
    # Translators: {line} is a task's number and first words.
    return tr.gettext("{line} · {agencies}, returned {day}: “{reason}”").format(
        line=line, agencies=agencies, day=tr.day(day), reason=reason
    )


def task_of(tr: Translator, *, line: str, leads: Sequence[str], due: date | None) -> str:
    """A task in such a list: who leads it, and its due day."""
    agencies = ", ".join(leads) or tr.gettext("unassigned")
    # Translators: {line} is a task's number and first words.
    if due is None:
        return tr.gettext("{line} · {agencies}").format(line=line, agencies=agencies)
    return tr.gettext("{line} · {agencies}, due {due}").format(
        line=line, agencies=agencies, due=tr.day(due)
    )


def task_stands(tr: Translator, *, line: str, standing: str, left: str | None) -> str:
    """A task in such a list with how far it is, and how far its due day."""
    # Translators: {line} is a task with its lead, {standing} "in progress, 60%", {left} "3 days
    # overdue".
    if left is None:
        return tr.gettext("{line} · {standing}").format(line=line, standing=standing)
    return tr.gettext("{line} · {standing}, {left}").format(line=line, standing=standing, left=left)


def task_due(tr: Translator, *, line: str, due: date | None) -> str:
    """A task in a list of one agency's: its due day alone."""
    if due is None:
        return line
    return tr.gettext("{line} · due {due}").format(line=line, due=tr.day(due))
