"""What is said back to a report, and the questions around it."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from bot.texts.common import end_cut
from db.enums import Role


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


def awaits_confirmation(tr: Translator) -> str:
    """After a completion, where the committee confirms them."""
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


def day_meant(tr: Translator, *, task: str, day: date) -> str:
    """A day named by the lunar calendar; the solar one stands on a button."""
    return tr.gettext(
        "Until {day} for {task}? Press to ask for that day, or write another as day/month/year."
    ).format(task=task, day=tr.day(day))


def ask_until(tr: Translator, *, task: str) -> str:
    """More time was asked for without a day that can be worked out."""
    return tr.gettext(
        "Until which day should {task} be extended? Write the day, and the reason if there is one: "
        "“đến 15/01/2026, chờ kinh phí”."
    ).format(task=task)


def extension_asked(
    tr: Translator, *, task: str, due: date, until: date, reason: str | None
) -> str:
    """A wish for more time, said back."""
    if reason:
        sentence = tr.gettext("Extension of {task} from {due} to {until} asked for: {reason}.")
    else:
        sentence = tr.gettext("Extension of {task} from {due} to {until} asked for.")
    return end_cut(sentence.format(task=task, due=tr.day(due), until=tr.day(until), reason=reason))


def extension_sent(tr: Translator, *, role: Role) -> str:
    """Who decides it; only where somebody in this role really gets it."""
    if role is Role.SECRETARY:
        return tr.gettext("Sent to the standing office for decision.")
    return tr.gettext("Sent to the committee's members for decision.")


def bad_extension(tr: Translator, *, task: str, due: date | None) -> str:
    """The day asked for cannot be granted."""
    if due is None:
        return tr.gettext("{task} has no due day, so there is nothing to extend.").format(task=task)
    return tr.gettext("{task} is due on {due}; ask for a later day that has not passed.").format(
        task=task, due=tr.day(due)
    )


def undo_button(tr: Translator) -> str:
    """Takes a report back."""
    return tr.gettext("Reported by mistake, undo")


def fact_undone(tr: Translator, *, task: str, standing: str) -> str:
    """A report of one task was taken back, and what counts now."""
    return tr.gettext("{task} is {standing} again").format(task=task, standing=standing)


def undone(tr: Translator, *, facts: str) -> str:
    """What one message reported was taken back; {facts} are parted by semicolons."""
    return tr.gettext("Taken back: {facts}.").format(facts=facts)


def nothing_to_undo(tr: Translator) -> str:
    """It was taken back before, or something newer was reported."""
    return tr.gettext("Nothing to undo: it was taken back before, or a newer report came since.")


def change_does_not_count(tr: Translator) -> str:
    """A message was changed after it was sent."""
    # Translators: reports are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "You changed a message that was already read; what was recorded stands. To report "
        "otherwise, send a new message, for example “à nhầm, 18 mới 80%”."
    )


def fitting_tasks(tr: Translator, *, count: int) -> str:
    """Over the tasks whose content holds the words of a question."""
    return tr.ngettext("{count} task fits:", "{count} tasks fit:", count).format(count=count)


def which_task(tr: Translator) -> str:
    """A report that could be about several tasks."""
    return tr.gettext("Which task is this about?")


def which_task_unknown(tr: Translator) -> str:
    """A report that names no task, with none at hand."""
    return tr.gettext("Which task is this about? Write its number in front, for example “18 xong”.")


def other_task(tr: Translator) -> str:
    """A choice beside the tasks offered."""
    return tr.gettext("Another task")


def write_number(tr: Translator) -> str:
    """After "another task"."""
    return tr.gettext("Write the task's number, for example “18”. /viec lists your tasks.")


def not_understood(tr: Translator, *, task: str | None) -> str:
    """The likely meanings follow as choices where a task is known."""
    if task:
        return tr.gettext("It is not clear what you mean about {task}. Is it:").format(task=task)
    return tr.gettext(
        "It is not clear what you mean. You can write “18 xong”, “20 được 60%”, “21 vướng kinh "
        "phí”, or type /viec."
    )


def not_sure_done(tr: Translator, *, task: str) -> str:
    """It speaks of finishing without plainly saying so."""
    return tr.gettext("Is {task} done, or still in progress?").format(task=task)


def not_understood_card(tr: Translator, *, task: str) -> str:
    """Above the card of a task that one does not report for."""
    return tr.gettext("It is not clear what you mean about {task}. Its card:").format(task=task)


def not_understood_one(tr: Translator, *, number: int) -> str:
    """One of several tasks in a message."""
    return tr.gettext(
        "It is not clear what you mean about #{number}. Write for example “{number} được 60%”."
    ).format(number=number)


def not_understood_by_office(tr: Translator) -> str:
    """To the standing office."""
    return tr.gettext(
        "It is not clear what you mean. You can write “giao Phòng Kinh tế …, xong trước 20/12”, "
        "“18 xong, báo qua điện thoại”, “#18” for its card, or type /trogiup."
    )


def not_understood_by_member(tr: Translator) -> str:
    """To a member of the committee."""
    return tr.gettext(
        "It is not clear what you mean. You can ask “Phòng Kinh tế đang chậm việc gì?”, write "
        "“chỉ đạo #18: …”, or type /tonghop."
    )


def whom_to_ask(tr: Translator, *, people: Sequence[str]) -> str:
    """After the help: people of the standing office."""
    return tr.gettext("For help, ask the standing office: {people}.").format(
        people=", ".join(people)
    )


def lapsed(tr: Translator, *, when: str) -> str:
    """What was typed may answer a question that was asked too long ago."""
    return tr.gettext(
        "The question of {when} waits for no answer any more; press its button again."
    ).format(when=when)


def question_dropped(tr: Translator) -> str:
    """A question of ours is put aside."""
    return tr.gettext("That question is put aside; what was recorded before it stays.")


def acknowledged(tr: Translator, *, reports: bool) -> str:
    """After a mere "vâng"; what to do next, for those who report."""
    if not reports:
        return tr.gettext("Noted.")
    return tr.gettext("Noted. When there is progress, write for example “18 được 60%”.")


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
    """A member or secretary reports in an agency's stead."""
    return tr.gettext("#{number} is reported by its lead: {leads}.").format(
        number=number, leads=leads
    )


def not_for_you(tr: Translator, *, number: int, leads: str) -> str:
    """A card asked for by somebody with no part in the task."""
    return tr.gettext("#{number} belongs to {leads}; your agency has no part in it.").format(
        number=number, leads=leads
    )


def no_such_task(tr: Translator, *, number: int) -> str:
    """A number that the committee does not have."""
    return tr.gettext("There is no task #{number}. /viec lists your tasks.").format(number=number)


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


def accepted(tr: Translator, *, number: int, day: date) -> str:
    """Something is reported of what the standing office has accepted as done."""
    # Translators: the quoted order is read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "#{number} was accepted as done on {day}; nothing was changed. Only the standing office "
        "opens it again: “trả lại {number}: …”."
    ).format(number=number, day=tr.day(day))


def not_followed(tr: Translator, *, task: str) -> str:
    """A report on a task that a newer version of its plan has no longer."""
    return tr.gettext("{task} is no longer in the plan; nothing is to be reported.").format(
        task=task
    )


def paused(tr: Translator, *, number: int) -> str:
    """The committee put it off."""
    return tr.gettext("#{number} was put off by the committee; there is nothing to report.").format(
        number=number
    )


def snoozed(tr: Translator, *, task: str, until: date) -> str:
    """Reminders of one task are held."""
    return tr.gettext("{task}: you will be reminded again on {until}.").format(
        task=task, until=tr.long_day(until)
    )


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


def wordless(tr: Translator) -> str:
    """A sticker, a voice message, a place, a contact: nothing in it can be read."""
    return tr.gettext(
        "Only words, photos and files are read here; stickers, voice messages, places and contacts "
        "are not. Write it, for example “18 được 60%”, or /trogiup."
    )


def too_long(tr: Translator) -> str:
    """A message beyond anything a report needs."""
    return tr.gettext("The message is too long to read as a report. Send it in a few sentences.")


def percent_out_of_range(tr: Translator) -> str:
    """A figure that is no progress."""
    return tr.gettext("Progress is a figure from 0 to 100 percent. How much is it?")


def day_not_clear(tr: Translator) -> str:
    """A day that does not exist, has passed, or is not said."""
    return tr.gettext("That day is not clear, or has passed. Write it as day/month/year.")
