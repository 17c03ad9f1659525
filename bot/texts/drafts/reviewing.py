"""The list of plans, and what becomes of a draft."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from plans.words import clean, cut

TITLE = 120
SHORT = 40
"""Longest title of a plan in a message and on a button, in characters."""


def plan_name(*, number: str | None, title: str | None, file: str) -> str:
    """A plan by what it prints of itself, else by its file."""
    printed = " · ".join(filter(None, (number, title and cut(clean(title), TITLE))))
    return printed or file


def plan_button(*, number: str | None, title: str | None, file: str) -> str:
    """A plan on a button."""
    return cut(number or title or file, SHORT)


def plans(tr: Translator) -> str:
    """The heading of the list of plans."""
    return tr.gettext("The committee's plans")


def no_plans(tr: Translator) -> str:
    """An empty list, when asked for."""
    return tr.gettext("The committee has no plan yet. Send the plan's file here to begin.")


def draft_line(tr: Translator, *, name: str, tasks: int, open: int) -> str:
    """A draft in the list, with what is to be looked at."""
    line = tr.ngettext(
        "Draft: {name} ({count}, {open} row to look at)",
        "Draft: {name} ({count}, {open} rows to look at)",
        open,
    )
    return line.format(name=name, count=_tasks(tr, tasks), open=open)


def followed_line(tr: Translator, *, name: str, tasks: int, since: date | None) -> str:
    """A followed plan in the list, with since when it counts."""
    return tr.gettext("{name} ({count}, followed since {day})").format(
        name=name, count=_tasks(tr, tasks), day=tr.day(since) if since else "?"
    )


def _tasks(tr: Translator, tasks: int) -> str:
    return tr.ngettext("{tasks} task", "{tasks} tasks", tasks).format(tasks=tasks)


def being_read(tr: Translator, *, names: Sequence[str]) -> str:
    """Under the list: files whose reading is not at its end yet."""
    return tr.gettext("Being read: {names}").format(names=", ".join(f"“{one}”" for one in names))


def button_look(tr: Translator, *, count: int) -> str:
    """Under a draft's summary: go through the doubtful rows."""
    return tr.ngettext("Look at {count} row", "Look at {count} rows", count).format(count=count)


def button_indicators(tr: Translator, *, count: int) -> str:
    """Under a draft's summary: go through the doubtful indicators."""
    return tr.ngettext("Look at {count} indicator", "Look at {count} indicators", count).format(
        count=count
    )


def button_aside(tr: Translator, *, count: int) -> str:
    """Under a draft's summary: the rows set aside."""
    return tr.gettext("Set aside ({count})").format(count=count)


def button_follow(tr: Translator) -> str:
    """Under a draft's summary."""
    return tr.gettext("Follow this plan")


def button_follow_anyway(tr: Translator) -> str:
    """Under the second question."""
    return tr.gettext("Follow it all the same")


def button_summary(tr: Translator) -> str:
    """Back to a draft's summary."""
    return tr.gettext("Back to the draft")


def row_line(*, number: int, content: str) -> str:
    """A row in a list: its number and first words."""
    return f"#{number} {cut(clean(content), TITLE)}"


def follow_anyway(tr: Translator, *, open: int) -> str:
    """Doubtful rows remain: asked once more."""
    return tr.ngettext(
        "{open} doubtful row has not been decided. Follow the plan all the same? What is doubtful "
        "counts as it stands.",
        "{open} doubtful rows have not been decided. Follow the plan all the same? What is "
        "doubtful counts as it stands.",
        open,
    ).format(open=open)


def follow_anyway_indicators(tr: Translator, *, open: int) -> str:
    """Doubtful indicators remain: asked once more."""
    return tr.ngettext(
        "{open} doubtful indicator has not been decided; what is doubtful counts as it stands.",
        "{open} doubtful indicators have not been decided; what is doubtful counts as it stands.",
        open,
    ).format(open=open)


def followed(tr: Translator, *, name: str, tasks: int) -> str:
    """A draft was accepted."""
    return tr.ngettext(
        "✅ {name} is followed from now on: {tasks} task.",
        "✅ {name} is followed from now on: {tasks} tasks.",
        tasks,
    ).format(name=name, tasks=tasks)


def not_a_draft(tr: Translator) -> str:
    """An old button: the plan was accepted since, or is none of this committee's."""
    return tr.gettext("That is no draft any more. Type /kehoach to see the plans as they are.")


def secretaries_only(tr: Translator) -> str:
    """Drafts are the standing office's."""
    return tr.gettext("Drafts of plans are for the standing office.")


def asides(tr: Translator) -> str:
    """The heading over the rows set aside."""
    return tr.gettext("Rows set aside as no tasks:")


def no_such_line(tr: Translator, *, number: int, first: int, last: int) -> str:
    """A row was named that the draft does not have."""
    return tr.gettext("The draft has no row {number}; its rows are #{first} to #{last}.").format(
        number=number, first=first, last=last
    )


def which_line(tr: Translator, *, number: int) -> str:
    """Over the rows that a draft prints under one number, and the task followed under it."""
    return tr.gettext("There are several tasks under number {number}. Which is meant?").format(
        number=number
    )
