"""Reminding now, at the standing office's wish."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator


def offer(tr: Translator, *, agencies: Sequence[str], people: int) -> str:
    """/dondoc without an agency: who would be reminded."""
    return tr.ngettext(
        "Overdue or not reported this period: {agencies}. {people} person would be reminded now.",
        "Overdue or not reported this period: {agencies}. {people} people would be reminded now.",
        people,
    ).format(agencies=", ".join(agencies), people=people)


def offer_overdue(tr: Translator, *, agencies: Sequence[str], people: int) -> str:
    """The same of what is overdue alone."""
    return tr.ngettext(
        "Overdue: {agencies}. {people} person would be reminded of it now.",
        "Overdue: {agencies}. {people} people would be reminded of it now.",
        people,
    ).format(agencies=", ".join(agencies), people=people)


def offer_silent(tr: Translator, *, agencies: Sequence[str], people: int) -> str:
    """The same of what is not reported alone."""
    return tr.ngettext(
        "Not reported this period: {agencies}. {people} person would be reminded of it now.",
        "Not reported this period: {agencies}. {people} people would be reminded of it now.",
        people,
    ).format(agencies=", ".join(agencies), people=people)


def offer_due(tr: Translator, *, agencies: Sequence[str], people: int, until: date) -> str:
    """The same of what is due from today on until a day."""
    return tr.ngettext(
        "Due until {until}: {agencies}. {people} person would be reminded of it now.",
        "Due until {until}: {agencies}. {people} people would be reminded of it now.",
        people,
    ).format(agencies=", ".join(agencies), people=people, until=tr.day(until))


def button_all(tr: Translator, *, people: int) -> str:
    """Under that: do it."""
    return tr.ngettext("Remind {people} person", "Remind {people} people", people).format(
        people=people
    )


def nothing_owed(tr: Translator) -> str:
    """Nobody is late or silent, or nobody can be told."""
    return tr.gettext(
        "Nobody to remind: nothing is overdue or unreported where people can be told."
    )


def nobody_connected(tr: Translator, *, agencies: Sequence[str]) -> str:
    """Nobody of the agencies that are meant has a chat with us."""
    return tr.gettext(
        "Nobody of {agencies} is connected yet, so nobody was reminded. Invite somebody with "
        "/nhansu, or call them."
    ).format(agencies=", ".join(agencies))


def nudged(tr: Translator, *, people: Sequence[str]) -> str:
    """To the secretary; {people} are named with their tasks."""
    return tr.gettext("✅ Reminded now: {people}.").format(people="; ".join(people))


def person_of(tr: Translator, *, name: str, tasks: str) -> str:
    """One of them, with the numbers of the tasks."""
    return tr.gettext("{name} of {tasks}").format(name=name, tasks=tasks)


def person_of_many(tr: Translator, *, name: str, count: int) -> str:
    """One of them, of many tasks."""
    return tr.ngettext("{name} of {count} task", "{name} of {count} tasks", count).format(
        name=name, count=count
    )


def nudged_before(tr: Translator, *, people: Sequence[str]) -> str:
    """To the secretary: once a day is enough."""
    return tr.gettext("Reminded today already: {people}.").format(people=", ".join(people))


def heading(tr: Translator, *, who: str, agency: str) -> str:
    """To the person reminded: at whose wish, for which agency."""
    return tr.gettext("The standing office ({who}) asks {agency} to report now:").format(
        who=who, agency=agency
    )


def unreported(tr: Translator, *, count: int, numbers: str) -> str:
    """Tasks without any report this period."""
    return tr.ngettext(
        "Not reported this period ({count}): {numbers}",
        "Not reported this period ({count}): {numbers}",
        count,
    ).format(count=count, numbers=numbers)


def heading_of_head(tr: Translator, *, who: str, agency: str, words: str) -> str:
    """To an officer: the head of the own agency asks, in these words."""
    return tr.gettext("{who}, head of {agency}: “{words}”").format(
        who=who, agency=agency, words=words
    )


def nudged_of(tr: Translator, *, people: Sequence[str], tasks: str) -> str:
    """To who asked for it: these people were reminded of these tasks."""
    return tr.gettext("✅ Reminded {people} of {tasks}.").format(
        people=", ".join(people), tasks=tasks
    )


def no_officers(tr: Translator) -> str:
    """A head's agency has no officer in any chat."""
    return tr.gettext(
        "No officer of your agency is connected yet. The standing office sends the invitation."
    )


def nobody_called(tr: Translator, *, people: Sequence[str]) -> str:
    """A name is nobody's among those who can be reminded."""
    if not people:
        return no_officers(tr)
    return tr.gettext("Nobody is called so here. You can remind: {people}.").format(
        people=", ".join(people)
    )


def several_called(tr: Translator, *, people: Sequence[str]) -> str:
    """A name fits several people."""
    return tr.gettext(
        "Several people are called so: {people}. Write the agency or the task's number too."
    ).format(people="; ".join(people))


def ask_demand(tr: Translator, *, task: str, due: date | None, leads: Sequence[str]) -> str:
    """ "Task 20 must be done by 26/12" of the standing office: what it is to do."""
    names = ", ".join(leads)
    if due is None:
        return tr.gettext("{task} ({leads}) has no due day. What is to be done?").format(
            task=task, leads=names
        )
    return tr.gettext("{task} ({leads}) is due on {due}. What is to be done?").format(
        task=task, leads=names, due=tr.day(due)
    )


def button_due(tr: Translator, *, day: date) -> str:
    """Under that: the deadline is set to this day."""
    return tr.gettext("Set the deadline to {day}").format(day=tr.day(day))


def ask_demands(tr: Translator, *, count: int) -> str:
    """The same of several tasks, over a line for each."""
    return tr.ngettext(
        "What is to be done with this {count} task?",
        "What is to be done with these {count} tasks?",
        count,
    ).format(count=count)


def demand_of(tr: Translator, *, task: str, due: date | None, leads: Sequence[str]) -> str:
    """One of them."""
    names = ", ".join(leads)
    if due is None:
        return tr.gettext("{task} ({leads}), no due day").format(task=task, leads=names)
    return tr.gettext("{task} ({leads}), due on {due}").format(
        task=task, leads=names, due=tr.day(due)
    )


def button_due_of(tr: Translator, *, task: str, day: date) -> str:
    """Under that: the deadline of one of them is set to this day."""
    return tr.gettext("{task}: set the deadline to {day}").format(task=task, day=tr.day(day))


def button_one(tr: Translator) -> str:
    """Under that: the lead's people are reminded."""
    return tr.gettext("Remind now")


def button_in_words(tr: Translator) -> str:
    """Under an order on a task that was not understood: its lead hears the words."""
    return tr.gettext("Send it to the lead as it is")


def heading_in_words(tr: Translator, *, who: str, agency: str, words: str) -> str:
    """To the person reminded: what the standing office says of a task of the agency's."""
    return tr.gettext("The standing office ({who}) tells {agency}: “{words}”").format(
        who=who, agency=agency, words=words
    )


def not_on_a_day(tr: Translator, *, task: str) -> str:
    """The office would have somebody reminded on a later day."""
    return tr.gettext(
        "{task}: reminders go out at once, no other day can be set. Remind them now?"
    ).format(task=task)


def one_demand(tr: Translator, *, number: int) -> str:
    """What must be done by a day, said of several tasks at once."""
    return tr.gettext(
        "Nothing was changed: write it task by task, “task {number} must be done by 26/12”. To "
        "remind now: “remind of task {number}”."
    ).format(number=number)
