"""Tasks paused, corrected, handed over."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from bot.texts.common import end_cut
from db.enums import TaskField


def button_correct(tr: Translator) -> str:
    """On a card, for the standing office."""
    return tr.gettext("Correct")


def button_pause(tr: Translator) -> str:
    """On a card."""
    return tr.gettext("Pause")


def button_resume(tr: Translator) -> str:
    """On the card of a paused task."""
    return tr.gettext("Resume")


def ask_pause(tr: Translator, *, task: str) -> str:
    """After "Tạm dừng"."""
    return tr.gettext(
        "Why is {task} paused, and until when? For example: “waiting for the province's guidance, "
        "until 31/01/2026”."
    ).format(task=task)


def paused(tr: Translator, *, task: str, until: date | None, reason: str) -> str:
    """To the secretary and to the agencies."""
    if until is None:
        return end_cut(
            tr.gettext("{task} is paused until further notice: {reason}.").format(
                task=task, reason=reason
            )
        )
    return end_cut(
        tr.gettext("{task} is paused until {until}: {reason}.").format(
            task=task, until=tr.day(until), reason=reason
        )
    )


def ask_lead(tr: Translator, *, task: str, agency: str, leads: Sequence[str]) -> str:
    """A task that there is given to an agency in words: whether it is to lead it."""
    if leads:
        return tr.gettext("Shall {agency} lead {task} instead of {leads}?").format(
            agency=agency, task=task, leads=", ".join(leads)
        )
    return tr.gettext("Shall {agency} lead {task}? Nobody leads it yet.").format(
        agency=agency, task=task
    )


def ask_lead_several(tr: Translator, *, tasks: str, agency: str) -> str:
    """The same of several tasks; {tasks} are their numbers."""
    return tr.gettext("Shall {agency} lead {tasks}?").format(agency=agency, tasks=tasks)


def leads_now(tr: Translator, *, agency: str, count: int) -> str:
    """Over the tasks that were given to another agency, to all of them at once."""
    return tr.ngettext(
        "The standing office has {agency} lead {count} task:",
        "The standing office has {agency} lead {count} tasks:",
        count,
    ).format(agency=agency, count=count)


def leads_all(tr: Translator, *, agency: str) -> str:
    """Nothing is changed: it leads them all already."""
    return tr.gettext("{agency} leads these tasks already.").format(agency=agency)


def leads_nothing(tr: Translator, *, agency: str) -> str:
    """Nothing is changed: it leads nothing that could be given."""
    return tr.gettext("{agency} leads no open task.").format(agency=agency)


def too_many_to_lead(tr: Translator, *, most: int) -> str:
    """More tasks in one order than a button can name."""
    return tr.gettext("Nothing changed yet. Please name at most {most} tasks at a time.").format(
        most=most
    )


def button_lead(tr: Translator) -> str:
    """Under that question."""
    return tr.gettext("Give it")


def one_at_a_time(tr: Translator) -> str:
    """All overdue tasks were to be extended with one word."""
    # Translators: the quoted words are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "Nothing was changed: please name the tasks by number, “move the deadline of 6 and 19 to "
        "31/12”. To see them: “what is overdue?”; what officers asked for: “who asked for an "
        "extension?”."
    )


def not_dropped(tr: Translator, *, number: int) -> str:
    """A task of a plan is to be taken away."""
    return tr.gettext(
        "Nothing is changed: tasks of an issued plan are not deleted, joined or split here. To "
        "stop its reminders, write “pause {number}: reason”; to end it, send the amended plan as "
        "a file."
    ).format(number=number)


def paused_before(tr: Translator, *, task: str) -> str:
    """It is paused already."""
    return tr.gettext("{task} is paused already. “Resume” on its card takes it up again.").format(
        task=task
    )


def resumed(tr: Translator, *, task: str) -> str:
    """To the secretary and to the agencies."""
    return tr.gettext("{task} is taken up again from today.").format(task=task)


def led_by(tr: Translator, *, task: str, leads: str) -> str:
    """An order names an agency that leads the task already, or one that does not lead it."""
    return tr.gettext("{task} is led by {leads}; nothing was changed.").format(
        task=task, leads=leads
    )


def not_paused(tr: Translator, *, task: str) -> str:
    """There is nothing to resume."""
    return tr.gettext("{task} is not paused.").format(task=task)


def recurs_no_more(tr: Translator) -> str:
    """To all, under a deadline that was set to one day where the task came round again."""
    return tr.gettext("The task does not come round again any more.")


def to_keep_recurring(tr: Translator) -> str:
    """To who set it, above the button that takes it back."""
    return tr.gettext("If it still recurs, press “Put it back”.")


def ask_correction(tr: Translator, *, task: str) -> str:
    """After "Sửa" on the card of an accepted task."""
    return tr.gettext(
        "What of {task} is to be corrected? Write: “deadline: 31/12/2025”, “lead: Công an xã”, "
        "“with: …”, “product: …” or “content: …”."
    ).format(task=task)


def no_such_day(tr: Translator, *, day: str, number: int) -> str:
    """A deadline is put to a day that the calendar does not have."""
    # Translators: the quoted words are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "There is no day {day} in the calendar; nothing has changed. Write it again, for example "
        "“gia hạn {number} đến 31/12/2025”."
    ).format(day=day, number=number)


def field(tr: Translator, name: TaskField) -> str:
    """A part of a task."""
    return {
        TaskField.CONTENT: tr.gettext("content"),
        TaskField.PRODUCT: tr.gettext("product"),
        TaskField.LEAD: tr.gettext("lead"),
        TaskField.COORDINATING: tr.gettext("coordinating"),
        TaskField.DEADLINE: tr.gettext("deadline"),
    }[name]


def corrected(tr: Translator, *, task: str) -> str:
    """Over the parts that changed."""
    return tr.gettext("The standing office corrected {task}:").format(task=task)


def correction(tr: Translator, *, part: str, before: str, after: str) -> str:
    """One part: what it said, and says now."""
    if not before:
        return tr.gettext("{part}: {after}").format(part=part, after=after)
    return tr.gettext("{part}: {after} (before: {before})").format(
        part=part, after=after or tr.gettext("none"), before=before
    )


def nothing_corrected(tr: Translator, *, task: str) -> str:
    """It said so already."""
    return tr.gettext("{task} says so already; nothing has changed.").format(task=task)


def button_hand(tr: Translator, *, agency: str) -> str:
    """Under a request to hand over."""
    return tr.gettext("Hand to {agency}").format(agency=agency)


def button_keep(tr: Translator) -> str:
    """Under a request to hand over."""
    return tr.gettext("Do not hand over")


def handover_refused(tr: Translator, *, task: str) -> str:
    """To the asker and to the secretary."""
    return tr.gettext("{task} stays with its lead agency.").format(task=task)


def handover_taken_back(tr: Translator, *, who: str, task: str) -> str:
    """To the secretary: who asked to hand a task over does not any more."""
    return tr.gettext("{who} takes it back: {task} stays with its lead agency.").format(
        who=who, task=task
    )


def handover_done(tr: Translator, *, task: str, agency: str) -> str:
    """To the asker and to the secretary."""
    return tr.gettext("{task} now belongs to {agency}.").format(task=task, agency=agency)


def button_put_back(tr: Translator) -> str:
    """Under a correction: the task says again what it said before."""
    return tr.gettext("Put it back")
