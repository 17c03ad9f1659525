"""What is said back to a report, and the questions around it."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from bot.texts.common import few


def recorded(tr: Translator, *, facts: str, when: str) -> str:
    """One message's reports, said back; {facts} are whole statements parted by semicolons."""
    # Translators: {when} is a day and a time.
    return tr.gettext("✅ Recorded: {facts}. ({when})").format(facts=facts, when=when)


def fact_percent(tr: Translator, *, task: str, percent: int) -> str:
    """A figure was reported."""
    return tr.gettext("{task} at {percent}%").format(task=task, percent=percent)


def fact_in_progress(tr: Translator, *, task: str) -> str:
    """Work goes on, without a figure."""
    return tr.gettext("{task} in progress").format(task=task)


def fact_not_started(tr: Translator, *, task: str) -> str:
    """Nothing has begun."""
    return tr.gettext("{task} not started").format(task=task)


def fact_unchanged(tr: Translator, *, task: str) -> str:
    """Nothing new since the last report."""
    return tr.gettext("{task} has nothing new").format(task=task)


def fact_cleared(tr: Translator, *, task: str) -> str:
    """An obstacle is gone."""
    return tr.gettext("{task} has no obstacle any more").format(task=task)


def fact_done(tr: Translator, *, task: str, day: date, due: date | None) -> str:
    """A completion, with the day it counts for and whether that is in time."""
    if due is None:
        sentence = tr.gettext("{task} done on {day}")
    elif day <= due:
        sentence = tr.gettext("{task} done on {day}, in time")
    else:
        sentence = tr.gettext("{task} done on {day}, after its due day {due}")
    return sentence.format(task=task, day=tr.day(day), due=tr.day(due) if due else "")


def wish_undone(tr: Translator, *, numbers: Sequence[int]) -> str:
    """A wish for more time taken back; the due day is as it was."""
    tasks = ", ".join(f"#{number}" for number in numbers)
    return tr.gettext(
        "The request for more time for {tasks} is taken back; the deadline stays."
    ).format(tasks=tasks)


def no_wish_to_undo(tr: Translator) -> str:
    """No wish for more time waits for a decision."""
    return tr.gettext(
        "No extension of yours awaits a decision, so nothing was taken back. A report is taken "
        "back with “undo 18”."
    )


def awaits_confirmation(tr: Translator, *, proven: bool) -> str:
    """After a completion, where the committee confirms them; `proven`: a document came with it."""
    if proven:
        return tr.gettext("The standing office will confirm it.")
    return tr.gettext(
        "The standing office will confirm it. "
        "If there is a document, attach it or write its number."
    )


def fact_obstacle(tr: Translator, *, task: str, reason: str) -> str:
    """An obstacle, in the reporter's words."""
    return tr.gettext("⚠️ Obstacle recorded for {task}: “{reason}”.").format(
        task=task, reason=reason
    )


def office_told(tr: Translator) -> str:
    """Only where somebody of the standing office really gets the message."""
    return tr.gettext("The standing office has been told.")


def ask_percent(tr: Translator, *, task: str) -> str:
    """After "in progress" or an obstacle: how far."""
    return tr.gettext("How far is {task}, in percent?").format(task=task)


def ask_obstacle(tr: Translator, *, task: str) -> str:
    """After the button: what is in the way."""
    return tr.gettext("What is in the way of {task}? Write it in a sentence.").format(task=task)


def undo_button(tr: Translator) -> str:
    """Takes a report back."""
    return tr.gettext("Reported by mistake, undo")


def fact_undone(tr: Translator, *, task: str, standing: str) -> str:
    """A report of one task was taken back, and what counts now."""
    return tr.gettext("{task} is {standing} again").format(task=task, standing=standing)


def undone(tr: Translator, *, facts: str) -> str:
    """What one message reported was taken back; {facts} are parted by semicolons."""
    return tr.gettext("Taken back: {facts}.").format(facts=facts)


def replaced(tr: Translator) -> str:
    """Under a report that was said right: the one before it does not count any more."""
    return tr.gettext("It replaces the report before.")


def fact_standing(tr: Translator, *, task: str, standing: str) -> str:
    """One of the tasks that a message reported, as it stands."""
    return tr.gettext("{task} {standing}").format(task=task, standing=standing)


def ask_undo(tr: Translator, *, facts: str, when: str) -> str:
    """ "Hủy" said when our last message recorded nothing: is the last report meant?

    {facts} are its tasks, parted by semicolons.
    """
    return tr.gettext("Take back the last report, {facts} ({when})?").format(facts=facts, when=when)


def nothing_to_undo(tr: Translator) -> str:
    """It was taken back before, or something newer was reported."""
    return tr.gettext("Nothing to undo: it was taken back before, or a newer report came since.")


def change_does_not_count(tr: Translator) -> str:
    """A message was changed after it was sent."""
    # Translators: reports are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "You changed a message that was already read; what was recorded stands. To report "
        "otherwise, send a new message, for example “no, 18 is only 80%”."
    )


def not_yours(tr: Translator, *, number: int, leads: str, agencies: str) -> str:
    """A task that another agency leads."""
    if not leads:
        return tr.gettext(
            "#{number} is assigned to no agency yet. You can report for {agencies} only."
        ).format(number=number, agencies=agencies)
    return tr.gettext("#{number} is led by {leads}. You can report for {agencies} only.").format(
        number=number, leads=leads, agencies=agencies
    )


def not_a_reporter(tr: Translator, *, number: int, leads: str) -> str:
    """A member or secretary reports in an agency's stead; the task may have no lead yet."""
    if not leads:
        return tr.gettext("#{number} has no lead agency yet, so that nobody can report it.").format(
            number=number
        )
    return tr.gettext("#{number} is reported by its lead: {leads}.").format(
        number=number, leads=leads
    )


def not_for_you(tr: Translator, *, number: int, leads: str) -> str:
    """A card asked for by somebody with no part in the task; it may have no lead yet."""
    if not leads:
        return tr.gettext(
            "#{number} has no lead agency yet; your agency has no part in it."
        ).format(number=number)
    return tr.gettext("#{number} belongs to {leads}; your agency has no part in it.").format(
        number=number, leads=leads
    )


def no_such_task(tr: Translator, *, number: int) -> str:
    """A number that the committee does not have."""
    return tr.gettext("There is no task #{number}. /viec lists your tasks.").format(number=number)


def no_such_tasks(tr: Translator, *, numbers: Sequence[int]) -> str:
    """Several of them in one message."""
    tasks = few([f"#{number}" for number in numbers])
    return tr.gettext("There are no tasks {tasks}. /viec lists your tasks.").format(tasks=tasks)


def done_before(tr: Translator, *, task: str, day: date) -> str:
    """A completion said twice."""
    return tr.gettext("{task} was recorded as done on {day} already.").format(
        task=task, day=tr.day(day)
    )


def fact_added(tr: Translator, *, task: str, day: date) -> str:
    """Work told of a task that is reported done: kept beside that."""
    return tr.gettext("{task} has this added and stays done since {day}").format(
        task=task, day=tr.day(day)
    )


def done_no_longer(tr: Translator, *, task: str, who: str, day: date) -> str:
    """A task that somebody else had reported done is reported under way."""
    return tr.gettext(
        "{who} had reported {task} done on {day}; it no longer counts as done."
    ).format(task=task, who=who, day=tr.day(day))


def accepted(tr: Translator, *, number: int, day: date) -> str:
    """Something is reported of what the standing office has accepted as done."""
    # Translators: the quoted order is read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "#{number} was accepted as done on {day}; nothing was changed. Only the standing "
        "office opens it again: “return {number}: …”."
    ).format(number=number, day=tr.day(day))


def not_followed(tr: Translator, *, task: str) -> str:
    """A report on a task that a newer version of its plan has no longer."""
    return tr.gettext("{task} is no longer in the plan; nothing is to be reported.").format(
        task=task
    )


def closed(tr: Translator, *, day: date, reason: str | None) -> str:
    """On the card of a task that its plan has no longer."""
    if reason is None:
        return tr.gettext("Closed on {day}; nothing is to be reported.").format(day=tr.day(day))
    return tr.gettext("Closed on {day}: {reason}; nothing is to be reported.").format(
        day=tr.day(day), reason=reason
    )


def paused(tr: Translator, *, number: int) -> str:
    """The committee put it off."""
    return tr.gettext("#{number} is paused by the committee; there is nothing to report.").format(
        number=number
    )


def snoozed(tr: Translator, *, task: str, until: date) -> str:
    """Reminders of one task are held."""
    return tr.gettext("{task}: you will be reminded again on {until}.").format(
        task=task, until=tr.long_day(until)
    )


def reminded_until_done(tr: Translator, *, number: int) -> str:
    """Reminders of one task are wished away."""
    # Translators: the quoted words are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "#{number} is reminded of until it is reported done. To hear of it later, write the "
        "day: “remind me of {number} on 20/12”."
    ).format(number=number)


def not_snoozed(tr: Translator, *, number: int) -> str:
    """An overdue task is not put off."""
    return tr.gettext(
        "#{number} is overdue; its reminders cannot be put off. Report how it "
        "stands, or ask for more time."
    ).format(number=number)


def handed_over(tr: Translator, *, task: str, sent: bool) -> str:
    """It is said to be another agency's."""
    if sent:
        return tr.gettext("What you say of {task} went to the standing office to decide.").format(
            task=task
        )
    return tr.gettext(
        "{task} stays with your agency until the standing office changes it; please tell them."
    ).format(task=task)
