"""The morning's message."""

from datetime import date

from bot.i18n import Translator


def heading(tr: Translator, *, day: date, count: int) -> str:
    """The day, and how many tasks are spoken of."""
    return tr.ngettext(
        "{day}. {count} task to look at", "{day}. {count} tasks to look at", count
    ).format(day=tr.long_day(day), count=count)


def of_committee(tr: Translator, *, committee: str) -> str:
    """Names the committee, for people who belong to several."""
    return tr.gettext("From {committee}").format(committee=committee)


def overdue_group(tr: Translator, *, words: str, due: date, days: int, count: int) -> str:
    """One due day that has passed: the plan's words, the day, how long ago, how many tasks."""
    return tr.ngettext(
        "🔴 Overdue {days} day ({count}): {words}, by {due}",
        "🔴 Overdue {days} days ({count}): {words}, by {due}",
        days,
    ).format(words=words, due=tr.day(due), days=days, count=count)


def due_group(tr: Translator, *, words: str, due: date, days: int, count: int) -> str:
    """One due day to come: the plan's words, the day, the days left, how many tasks."""
    if days == 0:
        sentence = tr.gettext("🟡 Due today, {due} ({count}): {words}")
    else:
        sentence = tr.ngettext(
            "🟡 Due {due}, {days} day left ({count}): {words}",
            "🟡 Due {due}, {days} days left ({count}): {words}",
            days,
        )
    return sentence.format(words=words, due=tr.day(due), days=days, count=count)


def helping(tr: Translator, *, count: int) -> str:
    """Over the tasks that the reader's agency only helps with."""
    return tr.ngettext(
        "Your agency helps with {count} task; its lead agency reports",
        "Your agency helps with {count} tasks; their lead agencies report",
        count,
    ).format(count=count)


def agency_overdue(tr: Translator, *, agency: str, count: int) -> str:
    """To the head: what the agency owes and has not reported done."""
    return tr.ngettext(
        "🔴 {agency} has {count} overdue task not reported done. Your direction is asked for.",
        "🔴 {agency} has {count} overdue tasks not reported done. Your direction is asked for.",
        count,
    ).format(agency=agency, count=count)


def leaders_overdue(tr: Translator, *, agency: str, count: int) -> str:
    """To the committee's people: one agency's part of the list."""
    return tr.ngettext(
        "🔴 {agency}: {count} task overdue by five working days or more",
        "🔴 {agency}: {count} tasks overdue by five working days or more",
        count,
    ).format(agency=agency, count=count)


def headless_overdue(tr: Translator, *, agency: str, count: int) -> str:
    """To the secretary: an agency is late, and has no head who can be told."""
    return tr.ngettext(
        "🔴 {agency}: {count} task overdue, and no head there to be told",
        "🔴 {agency}: {count} tasks overdue, and no head there to be told",
        count,
    ).format(agency=agency, count=count)


def unreached(tr: Translator, *, agency: str, count: int) -> str:
    """To the secretary: nobody of this agency can be told."""
    return tr.ngettext(
        "Nobody to remind yet ({count} task): {agency}",
        "Nobody to remind yet ({count} tasks): {agency}",
        count,
    ).format(agency=agency, count=count)


def unassigned(tr: Translator) -> str:
    """Stands where an agency's name would, for tasks that name none."""
    return tr.gettext("no lead agency named")


def task_since(tr: Translator, *, line: str, due: date) -> str:
    """A task in a leader's list with its due day."""
    # Translators: {line} is a task's number and first words.
    return tr.gettext("{line} · due {due}").format(line=line, due=tr.day(due))


def how_to_answer(tr: Translator, *, number: int) -> str:
    """The last line: what one can do next."""
    return tr.gettext("Press a task to report, or write: “{number} được 60%”.").format(
        number=number
    )
