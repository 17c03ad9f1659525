"""Why somebody was told or not, and what will go out: the secretary's view of the reminders."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from db.enums import NoteKind, OutboxState


def rule(tr: Translator, name: str, due: date) -> str:
    """The rule behind a rung, in words."""
    kind, _, count = name.partition(":")
    if kind in ("before", "with") and count == "0":
        kind = f"{kind}:0"
    return {
        "before": tr.gettext("{count} days before the due day {due}"),
        "before:0": tr.gettext("the due day {due} itself"),
        "with": tr.gettext("helping agency, {count} days before the due day {due}"),
        "with:0": tr.gettext("helping agency, the due day {due} itself"),
        "after": tr.gettext("{count} days after the due day {due}"),
        "monday": tr.gettext("every Monday, overdue since {due}"),
        "head": tr.gettext("to the agency's head, overdue since {due}"),
        "leaders": tr.gettext("to standing office and members, overdue since {due}"),
        "opening": tr.gettext("overdue since {due}, before the plan was followed: named once"),
        "snoozed": tr.gettext("asked to be reminded again"),
        "instructed": tr.gettext("the committee's instruction of {due}, not answered"),
        "until": tr.gettext("the instruction's own day {due}, not answered"),
        "period": tr.gettext("the question of the reporting period up to {due}"),
    }.get(kind, name).format(count=count, due=tr.day(due))


def moved(tr: Translator, day: date) -> str:
    """A rung that a day of rest has moved."""
    return tr.gettext("moved from {day}, a day of rest").format(day=tr.day(day))


def outcome(tr: Translator, *, state: OutboxState | None, silenced: bool, when: str | None) -> str:
    """What became of a rung's message."""
    if silenced:
        return tr.gettext("held back: more time had just been asked for")
    if state is OutboxState.SENT:
        return tr.gettext("sent {when}").format(when=when)
    if state is OutboxState.DROPPED:
        return tr.gettext("not sent: nothing was left to say")
    if state is OutboxState.DEAD:
        return tr.gettext("not sent: the chat cannot be reached")
    return tr.gettext("waits to be sent")


def still_reminded(tr: Translator) -> str:
    """Somebody reported and is reminded nevertheless."""
    return tr.gettext(
        "A task is reminded of until it is reported done or given more time; a report of progress "
        "does not end that."
    )


def past_heading(tr: Translator) -> str:
    """Over the reminders that came."""
    return tr.gettext("Reminders until now:")


def coming_heading(tr: Translator, *, days: int) -> str:
    """Over the reminders to come."""
    return tr.gettext("In the next {days} days, if nothing is reported:").format(days=days)


def held_heading(tr: Translator) -> str:
    """Over what holds reminders back."""
    return tr.gettext("Held back now:")


def nothing(tr: Translator) -> str:
    """Stands where there is no reminder."""
    return tr.gettext("none yet")


def nothing_coming(tr: Translator) -> str:
    """Stands where none is to come."""
    return tr.gettext("none in that time")


def held_done(tr: Translator, day: date) -> str:
    """Done: nobody is reminded."""
    return tr.gettext("reported done on {day}").format(day=tr.day(day))


def held_closed(tr: Translator, day: date) -> str:
    """Closed by the secretary."""
    return tr.gettext("closed on {day}").format(day=tr.day(day))


def held_paused(tr: Translator, until: date | None) -> str:
    """Paused by the committee."""
    if until is None:
        return tr.gettext("paused by the committee, without a day")
    return tr.gettext("paused by the committee until {day}").format(day=tr.day(until))


def held_snoozed(tr: Translator, who: str, until: date) -> str:
    """Put off by one person."""
    return tr.gettext("{who} asked to be reminded again on {day}").format(
        who=who, day=tr.day(until)
    )


def held_unreached(tr: Translator, agency: str) -> str:
    """Nobody to tell."""
    return tr.gettext("{agency}: nobody connected; the standing office hears instead").format(
        agency=agency
    )


def held_no_day(tr: Translator) -> str:
    """Without a due day there is no ladder."""
    return tr.gettext("no due day: asked about once a reporting period")


def held_unreadable(tr: Translator) -> str:
    """A deadline that nobody could read has no ladder yet."""
    return tr.gettext("its deadline could not be read: it waits for the standing office")


def held_not_open(tr: Translator, day: date) -> str:
    """The next carrying-out has not begun."""
    return tr.gettext("this period begins on {day}").format(day=tr.day(day))


def held_before(tr: Translator, day: date) -> str:
    """Days of the ladder that lie before the plan was followed."""
    return tr.gettext("the plan is followed from {day}: reminders due before are left out").format(
        day=tr.day(day)
    )


def held_asked(tr: Translator, day: date) -> str:
    """More time was asked for and not decided."""
    return tr.gettext("more time was asked for on {day}: the next reminder is left out").format(
        day=tr.day(day)
    )


def held_unassigned(tr: Translator) -> str:
    """No agency leads it."""
    return tr.gettext("no lead agency named; the standing office hears instead")


def held_unmeant(tr: Translator, agency: str) -> str:
    """A collective name that helps stands for nobody."""
    return tr.gettext("{agency}: not said yet which agencies are meant; nobody is told").format(
        agency=agency
    )


def held_out_of_reach(tr: Translator) -> str:
    """Somebody without a chat that takes messages."""
    return tr.gettext("no chat connected, or all blocked")


def week_heading(tr: Translator, *, first: date, last: date, count: int) -> str:
    """Over the preview of a week, or of one day."""
    if first == last:
        return tr.ngettext(
            "{day}: {count} message will go out, if nothing is reported.",
            "{day}: {count} messages will go out, if nothing is reported.",
            count,
        ).format(day=tr.day(first), count=count)
    return tr.ngettext(
        "From {first} to {last}: {count} message will go out, if nothing is reported.",
        "From {first} to {last}: {count} messages will go out, if nothing is reported.",
        count,
    ).format(first=tr.day(first), last=tr.day(last), count=count)


def sent_on(tr: Translator, *, day: date, count: int) -> str:
    """Over those who were reminded on a day."""
    if not count:
        return tr.gettext("{day}: nobody was reminded.").format(day=tr.day(day))
    return tr.ngettext(
        "{day}: {count} person reminded", "{day}: {count} people reminded", count
    ).format(day=tr.day(day), count=count)


def week_day(tr: Translator, *, day: date, count: int) -> str:
    """Over one day of it."""
    return tr.ngettext("{day}: {count} message", "{day}: {count} messages", count).format(
        day=tr.long_day(day), count=count
    )


def week_person(*, who: str, tasks: str) -> str:
    """One person's message, with the numbers of its tasks."""
    return f"· {who}: {tasks}"


def week_groups(tr: Translator, *, day: date, groups: Sequence[str]) -> str:
    """The day of the groups' digests, with what the groups are called."""
    return tr.gettext("{day}, the digest in the groups: {groups}").format(
        day=tr.long_day(day), groups=", ".join(f"“{title}”" for title in groups)
    )


def note(tr: Translator, kind: NoteKind, due: date) -> str:
    """What a message says of no one task."""
    return {
        NoteKind.REPORT: tr.gettext("report due {due}"),
        NoteKind.REVIEW: tr.gettext("review meeting {due}"),
        NoteKind.GONE: tr.gettext("somebody out of reach"),
        NoteKind.PASSED: tr.gettext("instruction not answered by {due}"),
    }[kind].format(due=tr.short_day(due))


def button_why(tr: Translator) -> str:
    """On the secretary's card of a task."""
    return tr.gettext("Reminders of this task")


def no_person(tr: Translator, *, name: str) -> str:
    """The shell was given a name that nobody, or more than one, has."""
    return tr.gettext("Nobody, or more than one, is called “{name}” here.").format(name=name)


def task_or_person(tr: Translator) -> str:
    """The shell was given neither, or both."""
    return tr.gettext("Name a task or a person: --task 12, or --person “Lan”.")
