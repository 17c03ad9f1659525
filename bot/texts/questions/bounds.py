"""What a question is bounded by, in words: whose tasks, which plan, which days."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator

AGENCIES = 12
"""The committee's agencies listed where one was asked for that it has not."""


def whole_committee(tr: Translator) -> str:
    """Stands where an agency or plan would, when neither is named."""
    return tr.gettext("The whole committee")


def helping(tr: Translator, *, agency: str) -> str:
    """An agency within a heading, of what it helps with."""
    # Translators: {agency} is an agency's name: "Công an xã (helping)".
    return tr.gettext("{agency} (helping)").format(agency=agency)


def together(tr: Translator, *, agencies: Sequence[str]) -> str:
    """Agencies within a heading, of what they share."""
    # Translators: {agencies} is a list of agencies' names: "Công an xã, Phòng Kinh tế (together)".
    return tr.gettext("{agencies} (together)").format(agencies=", ".join(agencies))


def as_far(tr: Translator, *, whose: str, least: int, most: int) -> str:
    """A heading's names with how far the tasks are that are asked for."""
    # Translators: {whose} is an agency, a plan or the whole committee.
    return tr.gettext("{whose}, {least} to {most} %").format(whose=whose, least=least, most=most)


def plan_named(tr: Translator, *, number: str) -> str:
    """A plan within a heading."""
    return tr.gettext("plan {number}").format(number=number)


def of_those(tr: Translator, *, count: int) -> str:
    """Whose, where a question is of the tasks that the answer before listed."""
    return tr.ngettext("{count} task just listed", "{count} tasks just listed", count).format(
        count=count
    )


def overdue(tr: Translator, *, whose: str) -> str:
    """A heading's names, where only what is overdue of theirs is asked for."""
    # Translators: {whose} is an agency, a plan or the whole committee; a colon stands behind.
    return tr.gettext("{whose}, overdue").format(whose=whose)


def within(tr: Translator, *, whose: str, first: date, last: date) -> str:
    """A heading's names with the days that are asked about."""
    # Translators: {whose} is an agency, a plan or the whole committee.
    if first == last:
        return tr.gettext("{whose}, due {day}").format(whose=whose, day=tr.day(first))
    return tr.gettext("{whose}, due {first} to {last}").format(
        whose=whose, first=tr.day(first), last=tr.day(last)
    )


def done_within(tr: Translator, *, whose: str, first: date, last: date) -> str:
    """The same, of what was done in these days."""
    # Translators: {whose} is an agency, a plan or the whole committee.
    return tr.gettext("{whose}, {first} to {last}").format(
        whose=whose, first=tr.day(first), last=tr.day(last)
    )


def of_obstacle(tr: Translator, *, whose: str, what: str) -> str:
    """Whose tasks, where one kind of obstacle is asked for."""
    # Translators: stands before a colon: "The whole committee, “budget”: 2 tasks with obstacles".
    return tr.gettext("{whose}, “{what}”").format(whose=whose, what=what)


def no_such_plan(tr: Translator, *, words: str, plans: Sequence[str]) -> str:
    """A plan is named that the committee does not follow."""
    return tr.gettext("There is no “{words}” here. The plans followed: {plans}.").format(
        words=words, plans="; ".join(plans)
    )


def no_such_agency(tr: Translator, *, words: str, known: Sequence[str]) -> str:
    """An agency is named that the directory lacks."""
    shown = "; ".join(known[:AGENCIES]) + ("; …" if len(known) > AGENCIES else "")
    return tr.gettext("No agency here is called “{words}”. There are: {known}.").format(
        words=words, known=shown
    )


def late_over(tr: Translator, *, whose: str, days: int) -> str:
    """A heading's names, where only what is overdue by more than some days is asked about."""
    return tr.ngettext(
        "{whose}, by more than {days} day", "{whose}, by more than {days} days", days
    ).format(whose=whose, days=days)
