"""What happened to a task, a line each."""

from datetime import date

from bot.i18n import Translator
from bot.ports import Choice


def heading(tr: Translator, *, task: str, count: int) -> str:
    """Over a page; {task} is its number and first words."""
    return tr.ngettext(
        "History of {task}: {count} entry", "History of {task}: {count} entries", count
    ).format(task=task, count=count)


def page(tr: Translator, *, at: int, pages: int) -> str:
    """Under the heading, where there are several pages."""
    return tr.gettext("Page {at} of {pages}, the newest first").format(at=at, pages=pages)


def nothing(tr: Translator, *, task: str) -> str:
    """Asked for, and nothing happened yet."""
    return tr.gettext("Nothing has been reported of {task} yet.").format(task=task)


def button(tr: Translator, *, count: int, task_id: int) -> Choice:
    """A card's button."""
    return Choice(tr.gettext("History ({count})").format(count=count), f"history:{task_id}")


def taken_back(tr: Translator, *, line: str, when: str) -> str:
    """A report that was undone; {line} is the report as it was."""
    return tr.gettext("{line} (taken back {when})").format(line=line, when=when)


def corrected(tr: Translator, *, line: str, when: str) -> str:
    """A report that the same person replaced by another."""
    return tr.gettext("{line} (corrected {when})").format(line=line, when=when)


def disputed(tr: Translator, *, line: str) -> str:
    """A report recorded for an agency that says it is not right."""
    return tr.gettext("{line} (the agency says this is not right)").format(line=line)


def accepted(tr: Translator) -> str:
    """The office's word on a completion."""
    return tr.gettext("completion confirmed")


def accepted_after_all(tr: Translator, *, reason: str) -> str:
    """The office's word on a completion that it had returned by mistake, that day."""
    return tr.gettext("completion returned: “{reason}”, then confirmed").format(reason=reason)


def returned(tr: Translator, *, reason: str) -> str:
    """The office's word on a completion."""
    return tr.gettext("completion returned: “{reason}”").format(reason=reason)


def extension(tr: Translator, *, granted: bool, until: date) -> str:
    """A decision on more time."""
    if granted:
        return tr.gettext("extension to {day} granted").format(day=tr.day(until))
    return tr.gettext("extension to {day} refused").format(day=tr.day(until))


def more_time(tr: Translator, *, until: date, reason: str) -> str:
    """Time that the standing office gave unasked, with its reason if it said one."""
    if reason:
        return tr.gettext("more time given, until {day}: {reason}").format(
            day=tr.day(until), reason=reason
        )
    return tr.gettext("more time given, until {day}").format(day=tr.day(until))


def correction(tr: Translator, *, part: str, before: str, after: str) -> str:
    """A part of the task that the office set right; {part} is "deadline", "lead", ..."""
    if not before:
        return tr.gettext("corrected {part}: “{after}”").format(part=part, after=after)
    return tr.gettext("corrected {part}: “{after}” (before: “{before}”)").format(
        part=part, after=after or tr.gettext("none"), before=before
    )


def attached(tr: Translator, *, name: str, removed: bool) -> str:
    """A file or a document that proves it."""
    if removed:
        return tr.gettext("attached “{name}” (taken off since)").format(name=name)
    return tr.gettext("attached “{name}”").format(name=name)


def instruction(tr: Translator, *, words: str, answer: str | None) -> str:
    """A member's word on the task, and the answer where there is one."""
    if answer is None:
        return tr.gettext("instruction: “{words}” (not answered)").format(words=words)
    return tr.gettext("instruction: “{words}” (answered: “{answer}”)").format(
        words=words, answer=answer
    )


def paused(tr: Translator, *, until: date | None, reason: str) -> str:
    """Put off by the office, openly or until a day."""
    if until is None:
        return tr.gettext("paused: “{reason}”").format(reason=reason)
    return tr.gettext("paused until {day}: “{reason}”").format(day=tr.day(until), reason=reason)
