"""The headings of the lists that questions are answered by, and of those with nothing in them."""

from datetime import date

from bot.i18n import Translator

AGENCIES = 12
"""The committee's agencies listed where one was asked for that it has not."""


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


def none_as_far(tr: Translator, *, whose: str) -> str:
    """No open task is as far as was asked for."""
    # Translators: {whose} ends with how far: "The whole committee, 81 to 100 %".
    return tr.gettext("{whose}: no open task is that far.").format(whose=whose)


def not_started(tr: Translator, *, whose: str, count: int) -> str:
    """Over the tasks that nobody has begun."""
    return tr.ngettext(
        "{whose}: {count} task not started", "{whose}: {count} tasks not started", count
    ).format(whose=whose, count=count)


def none_not_started(tr: Translator, *, whose: str) -> str:
    """Everything open is under way."""
    return tr.gettext("{whose}: every open task has been started.").format(whose=whose)


def returned(tr: Translator, *, whose: str, count: int) -> str:
    """Over the completions that were returned and are open since."""
    return tr.ngettext(
        "{whose}: {count} task returned and not done again",
        "{whose}: {count} tasks returned and not done again",
        count,
    ).format(whose=whose, count=count)


def none_returned(tr: Translator, *, whose: str) -> str:
    """No returned completion is open."""
    return tr.gettext("{whose}: no returned task is open.").format(whose=whose)


def extended(tr: Translator, *, whose: str, count: int) -> str:
    """Over the tasks that were given more time."""
    return tr.ngettext(
        "{whose}: {count} task with an extended deadline",
        "{whose}: {count} tasks with an extended deadline",
        count,
    ).format(whose=whose, count=count)


def none_extended(tr: Translator, *, whose: str) -> str:
    """No task was given more time."""
    return tr.gettext("{whose}: no task has an extended deadline.").format(whose=whose)


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


def led(tr: Translator, *, whose: str, subject: str | None, count: int) -> str:
    """Over the agencies that lead the tasks asked for; `subject` is what these speak of."""
    if subject is None:
        return tr.ngettext(
            "{whose}: {count} task, by its lead agency",
            "{whose}: {count} tasks, by lead agency",
            count,
        ).format(whose=whose, count=count)
    return tr.ngettext(
        "{whose}: {count} task speaks of “{subject}”, by its lead agency",
        "{whose}: {count} tasks speak of “{subject}”, by lead agency",
        count,
    ).format(whose=whose, count=count, subject=subject)


def none_led(tr: Translator, *, whose: str, subject: str) -> str:
    """No task that speaks of the subject, so that nobody leads it."""
    return tr.gettext(
        "{whose}: no task speaks of “{subject}”. Try fewer words of its content."
    ).format(whose=whose, subject=subject)


def unled(tr: Translator) -> str:
    """Stands where an agency would, over tasks that nobody leads."""
    return tr.gettext("Not assigned")


def days_left(tr: Translator, *, whose: str, days: int, end: date, count: int, late: int) -> str:
    """How long it is until a day, with the open tasks due by then; `late` of them are overdue."""
    left = tr.ngettext("{days} day left until {end}", "{days} days left until {end}", days)
    tasks = tr.ngettext("{count} open task due by then", "{count} open tasks due by then", count)
    heading = f"🟡 {whose}: {left.format(days=days, end=tr.day(end))}, {tasks.format(count=count)}"
    if late:
        over = tr.ngettext("{count} of them overdue", "{count} of them overdue", late)
        heading = f"{heading}, {over.format(count=late)}"
    return heading


def none_ahead(tr: Translator, *, whose: str) -> str:
    """Nothing open has a due day ahead."""
    return tr.gettext("{whose}: no open task has a due day ahead.").format(whose=whose)


def farthest(tr: Translator, *, whose: str, count: int) -> str:
    """Over the open tasks that are due last."""
    return tr.ngettext(
        "{whose}: {count} open task, the one due last",
        "{whose}: {count} open tasks, those due last in front",
        count,
    ).format(whose=whose, count=count)


def next_due(tr: Translator, *, count: int, day: date) -> str:
    """After "nothing is due in these days": what is due next."""
    return tr.ngettext(
        "🟡 Next due on {day}: {count} task", "🟡 Next due on {day}: {count} tasks", count
    ).format(day=tr.day(day), count=count)


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
