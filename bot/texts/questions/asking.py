"""Answers to what leaders ask of the committee's tasks."""

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


def as_far(tr: Translator, *, whose: str, least: int, most: int) -> str:
    """A heading's names with how far the tasks are that are asked for."""
    # Translators: {whose} is an agency, a plan or the whole committee.
    return tr.gettext("{whose}, {least} to {most} %").format(whose=whose, least=least, most=most)


def task_far(tr: Translator, *, line: str, percent: int) -> str:
    """A task in a list of those that are so far."""
    return tr.gettext("{line}, {percent} %").format(line=line, percent=percent)


def plan_named(tr: Translator, *, number: str) -> str:
    """A plan within a heading."""
    return tr.gettext("plan {number}").format(number=number)


def within(tr: Translator, *, whose: str, first: date, last: date) -> str:
    """A heading's names with the days that are asked about."""
    # Translators: {whose} is an agency, a plan or the whole committee.
    return tr.gettext("{whose}, due {first} to {last}").format(
        whose=whose, first=tr.day(first), last=tr.day(last)
    )


def done_within(tr: Translator, *, whose: str, first: date, last: date) -> str:
    """The same, of what was done in these days."""
    # Translators: {whose} is an agency, a plan or the whole committee.
    return tr.gettext("{whose}, {first} to {last}").format(
        whose=whose, first=tr.day(first), last=tr.day(last)
    )


def overdue(tr: Translator, *, whose: str, count: int, day: date, over: bool) -> str:
    """Over a list of overdue tasks; `over`: what was missed when that day had ended."""
    if over:
        return tr.ngettext(
            "🔴 {whose}: {count} task overdue once {day} was over",
            "🔴 {whose}: {count} tasks overdue once {day} was over",
            count,
        ).format(whose=whose, count=count, day=tr.day(day))
    return tr.ngettext(
        "🔴 {whose}: {count} task overdue on {day}",
        "🔴 {whose}: {count} tasks overdue on {day}",
        count,
    ).format(whose=whose, count=count, day=tr.day(day))


def none_overdue(tr: Translator, *, whose: str, day: date, over: bool) -> str:
    """No task is late; `over`: none was when that day had ended."""
    if over:
        return tr.gettext("{whose}: nothing overdue once {day} was over.").format(
            whose=whose, day=tr.day(day)
        )
    return tr.gettext("{whose}: nothing overdue on {day}.").format(whose=whose, day=tr.day(day))


def blocked(tr: Translator, *, whose: str, count: int) -> str:
    """Over a list of tasks with obstacles."""
    return tr.ngettext(
        "⚠️ {whose}: {count} task with an obstacle",
        "⚠️ {whose}: {count} tasks with obstacles",
        count,
    ).format(whose=whose, count=count)


def of_obstacle(tr: Translator, *, whose: str, what: str) -> str:
    """Whose tasks, where one kind of obstacle is asked for."""
    # Translators: stands before a colon: "The whole committee, “budget”: 2 tasks with obstacles".
    return tr.gettext("{whose}, “{what}”").format(whose=whose, what=what)


def none_blocked(tr: Translator, *, whose: str) -> str:
    """No obstacle is open."""
    return tr.gettext("{whose}: no obstacles reported.").format(whose=whose)


def silent(tr: Translator, *, whose: str, count: int) -> str:
    """Over the agencies that have not reported some task this period."""
    return tr.ngettext(
        "{whose}: {count} task not reported this period",
        "{whose}: {count} tasks not reported this period",
        count,
    ).format(whose=whose, count=count)


def none_silent(tr: Translator, *, whose: str) -> str:
    """Everything was reported."""
    return tr.gettext("{whose}: every task has been reported this period.").format(whose=whose)


def silent_within(tr: Translator, *, whose: str, count: int, first: date, last: date) -> str:
    """The same of days that were named."""
    return tr.ngettext(
        "{whose}: {count} open task not reported {first} to {last}",
        "{whose}: {count} open tasks not reported {first} to {last}",
        count,
    ).format(whose=whose, count=count, first=tr.day(first), last=tr.day(last))


def none_silent_within(tr: Translator, *, whose: str, first: date, last: date) -> str:
    """Everything open was reported in these days."""
    return tr.gettext("{whose}: every open task was reported {first} to {last}.").format(
        whose=whose, first=tr.day(first), last=tr.day(last)
    )


def silent_line(tr: Translator, *, agency: str, count: int, numbers: str) -> str:
    """One agency of that list, with the numbers of its tasks."""
    return tr.ngettext(
        "{agency}: {count} ({numbers})", "{agency}: {count} ({numbers})", count
    ).format(agency=agency, count=count, numbers=numbers)


def due(tr: Translator, *, whose: str, count: int, first: date, last: date) -> str:
    """Over a list of tasks that come due."""
    if first == last:
        return tr.ngettext(
            "🟡 {whose}: {count} task due on {day}",
            "🟡 {whose}: {count} tasks due on {day}",
            count,
        ).format(whose=whose, count=count, day=tr.day(first))
    return tr.ngettext(
        "🟡 {whose}: {count} task due {first} to {last}",
        "🟡 {whose}: {count} tasks due {first} to {last}",
        count,
    ).format(whose=whose, count=count, first=tr.day(first), last=tr.day(last))


def none_due(tr: Translator, *, whose: str, first: date, last: date) -> str:
    """Nothing comes due."""
    if first == last:
        text = tr.gettext("{whose}: nothing open is due on {day}.")
        return text.format(whose=whose, day=tr.day(first))
    return tr.gettext("{whose}: nothing open is due {first} to {last}.").format(
        whose=whose, first=tr.day(first), last=tr.day(last)
    )


def done(tr: Translator, *, whose: str, count: int, awaiting: int) -> str:
    """Over a list of tasks reported done."""
    return tr.ngettext(
        "{whose}: {count} task done, {awaiting} of them awaiting confirmation",
        "{whose}: {count} tasks done, {awaiting} of them awaiting confirmation",
        count,
    ).format(whose=whose, count=count, awaiting=awaiting)


def none_done(tr: Translator, *, whose: str) -> str:
    """Nothing was reported done."""
    return tr.gettext("{whose}: nothing reported done yet.").format(whose=whose)


def done_late(tr: Translator, *, whose: str, count: int) -> str:
    """Over a list of tasks done after their due day."""
    return tr.ngettext(
        "{whose}: {count} task done late", "{whose}: {count} tasks done late", count
    ).format(whose=whose, count=count)


def none_done_late(tr: Translator, *, whose: str) -> str:
    """Nothing was done late; what is still open and late is another question."""
    return tr.gettext("{whose}: nothing was done late.").format(whose=whose)


def task_done_late(tr: Translator, *, line: str, due: date, done_on: date) -> str:
    """A task in that list: the day it was done, and how much too late."""
    days = (done_on - due).days
    return tr.ngettext(
        "{line} · done on {done}, {days} day late",
        "{line} · done on {done}, {days} days late",
        days,
    ).format(line=line, done=tr.day(done_on), days=days)


def given(tr: Translator, *, whose: str, count: int, first: date, last: date) -> str:
    """Over the tasks given in these days."""
    return tr.ngettext(
        "{whose}: {count} task given {first} to {last}",
        "{whose}: {count} tasks given {first} to {last}",
        count,
    ).format(whose=whose, count=count, first=tr.day(first), last=tr.day(last))


def none_given(tr: Translator, *, whose: str, first: date, last: date) -> str:
    """No task was given in these days."""
    return tr.gettext("{whose}: no new task given {first} to {last}.").format(
        whose=whose, first=tr.day(first), last=tr.day(last)
    )


def still_open(tr: Translator, *, whose: str, count: int) -> str:
    """Over a list of open tasks."""
    return tr.ngettext(
        "{whose}: {count} task not done", "{whose}: {count} tasks not done", count
    ).format(whose=whose, count=count)


def none_open(tr: Translator, *, whose: str) -> str:
    """Everything is done."""
    return tr.gettext("{whose}: no task is open.").format(whose=whose)


def without_day(tr: Translator, *, whose: str, count: int) -> str:
    """Over the tasks that have no due day."""
    return tr.ngettext(
        "{whose}: {count} open task without a due day",
        "{whose}: {count} open tasks without a due day",
        count,
    ).format(whose=whose, count=count)


def none_without_day(tr: Translator, *, whose: str) -> str:
    """All have one."""
    return tr.gettext("{whose}: every open task has a due day.").format(whose=whose)


def unassigned(tr: Translator, *, whose: str, count: int) -> str:
    """Over a list of tasks that no agency leads."""
    return tr.ngettext(
        "{whose}: {count} task without a lead agency",
        "{whose}: {count} tasks without a lead agency",
        count,
    ).format(whose=whose, count=count)


def none_unassigned(tr: Translator, *, whose: str) -> str:
    """Every task has one."""
    return tr.gettext("{whose}: every task has a lead agency.").format(whose=whose)


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


def found(tr: Translator, *, subject: str, count: int) -> str:
    """Over tasks whose content holds the words that were asked for."""
    return tr.ngettext(
        "{count} task speaks of “{subject}”", "{count} tasks speak of “{subject}”", count
    ).format(count=count, subject=subject)


def none_found(tr: Translator, *, subject: str) -> str:
    """No task's content holds them."""
    return tr.gettext("No task speaks of “{subject}”. Try fewer words of its content.").format(
        subject=subject
    )


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


def next_due(tr: Translator, *, count: int, day: date) -> str:
    """After "nothing is due in these days": what is due next."""
    return tr.ngettext(
        "🟡 Next due on {day}: {count} task", "🟡 Next due on {day}: {count} tasks", count
    ).format(day=tr.day(day), count=count)


def no_files(tr: Translator, *, sums_up: bool) -> str:
    """A file (Excel, Word, PDF) is asked for: there is none yet, and what there is."""
    # Translators: the quoted questions are read in Vietnamese, whatever language is chosen.
    if sums_up:
        return tr.gettext(
            "Files (Excel, Word, PDF) are not made here yet. There is /tonghop with its picture, "
            "and lists: “list the tasks of Công an xã”, “which tasks are overdue by more than 30 "
            "days?”."
        )
    return tr.gettext(
        "Files (Excel, Word, PDF) are not made here yet. /viec lists your tasks, part by part."
    )


def unnamed_officer(tr: Translator, *, whose: str, count: int) -> str:
    """Over tasks of one's agency that its head has given to no officer."""
    return tr.ngettext(
        "{whose}: {count} task given to no officer by name; all officers hear of it",
        "{whose}: {count} tasks given to no officer by name; all officers hear of them",
        count,
    ).format(whose=whose, count=count)


def all_named(tr: Translator, *, whose: str) -> str:
    """Every open task of one's agency has an officer."""
    return tr.gettext("{whose}: every open task is given to an officer by name.").format(
        whose=whose
    )


def next_for_office(tr: Translator) -> str:
    """The last line for the standing office, under what is late or silent."""
    return tr.gettext("To have them reminded now: /dondoc.")


def next_for_member(tr: Translator, *, number: int) -> str:
    """The last line for a member, under what is late or stuck."""
    return tr.gettext("To instruct: “instruct {number}: …”.").format(number=number)
