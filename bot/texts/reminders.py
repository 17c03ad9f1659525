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


def leaders_overdue(tr: Translator, *, agency: str, days: int, count: int) -> str:
    """To the committee's people: one agency's part of the list, overdue by so many working days."""
    return tr.ngettext(
        "🔴 {agency}: {count} task overdue by {days} working days or more",
        "🔴 {agency}: {count} tasks overdue by {days} working days or more",
        count,
    ).format(agency=agency, days=days, count=count)


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


def asked_this_period(tr: Translator, *, cut_off: date, count: int) -> str:
    """Over what has no due day and was not reported in this reporting period."""
    return tr.ngettext(
        "Reporting period up to {cut_off}: anything new on this task? ({count})",
        "Reporting period up to {cut_off}: anything new on these tasks? ({count})",
        count,
    ).format(cut_off=tr.day(cut_off), count=count)


def button_nothing_new(tr: Translator, *, count: int) -> str:
    """Answers for all tasks asked about at once."""
    return tr.ngettext("Nothing new ({count} task)", "Nothing new ({count} tasks)", count).format(
        count=count
    )


def nothing_new_recorded(tr: Translator, *, cut_off: date, tasks: str) -> str:
    """What one tap recorded."""
    return tr.gettext("nothing new for the period up to {cut_off}: {tasks}").format(
        cut_off=tr.day(cut_off), tasks=tasks
    )


def answered_before(tr: Translator) -> str:
    """The button was pressed again, or all was reported since."""
    return tr.gettext("All of these were reported for this period already; nothing has changed.")


def report_due(tr: Translator, *, plan: str, due: date, days: int) -> str:
    """A report that the plan wants soon."""
    if days == 0:
        return tr.gettext("The report under {plan} is due today, {due}.").format(
            plan=plan, due=tr.day(due)
        )
    return tr.ngettext(
        "The report under {plan} is due by {due}, {days} day left.",
        "The report under {plan} is due by {due}, {days} days left.",
        days,
    ).format(plan=plan, due=tr.long_day(due), days=days)


def review_due(tr: Translator, *, plan: str, due: date) -> str:
    """The meeting that goes through the reports is near."""
    return tr.gettext("Review meeting under {plan}: {due}.").format(plan=plan, due=tr.long_day(due))


def plan_named(tr: Translator, *, number: str | None, title: str | None) -> str:
    """A plan within a sentence."""
    if number:
        return tr.gettext("Plan No. {number}").format(number=number)
    return title or tr.gettext("the plan")


def gone(tr: Translator, *, who: str, agencies: str) -> str:
    """To the secretary, once: somebody's chats take no messages any more."""
    if agencies:
        return tr.gettext(
            "{who} ({agencies}) cannot be reached any more: the chat was blocked or deleted."
        ).format(who=who, agencies=agencies)
    return tr.gettext("{who} cannot be reached any more: the chat was blocked or deleted.").format(
        who=who
    )


def standing_in(tr: Translator, *, who: str, until: date) -> str:
    """To a stand-in: whose tasks are among these, and until when."""
    return tr.gettext("You stand in for {who}, away until {until}.").format(
        who=who, until=tr.day(until)
    )


def note_heading(tr: Translator, *, day: date) -> str:
    """The day, over a message without a task in it."""
    return tr.long_day(day)


def to_assign(tr: Translator, *, number: int) -> str:
    """The last line, where tasks have no lead: what the standing office can do."""
    return tr.gettext("To give it a lead, write: “give {number} to …”.").format(number=number)


def to_invite(tr: Translator) -> str:
    """The last line, where nobody of an agency is connected."""
    return tr.gettext("To invite people of these agencies: /nhansu.")


def how_to_answer(tr: Translator, *, number: int) -> str:
    """The last line: what one can do next."""
    return tr.gettext("Press a task to report, or write: “{number} at 60%”.").format(number=number)
