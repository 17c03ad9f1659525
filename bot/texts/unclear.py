"""What is not clear in a report, and what one can write instead."""

from collections.abc import Sequence
from itertools import cycle, islice

from bot.i18n import Translator

EXAMPLES = (18, 20, 21)
"""Tasks' numbers for examples, where a person has no task of their own."""


def fitting_tasks(tr: Translator, *, count: int) -> str:
    """Over the tasks whose content holds the words of a question."""
    return tr.ngettext("{count} task fits:", "{count} tasks fit:", count).format(count=count)


def which_task(tr: Translator) -> str:
    """A report that could be about several tasks."""
    return tr.gettext("Which task is this about?")


def which_task_unknown(tr: Translator) -> str:
    """A report that names no task, with none at hand."""
    return tr.gettext("Which task is this about? Write its number in front, for example “18 done”.")


def other_task(tr: Translator) -> str:
    """A choice beside the tasks offered."""
    return tr.gettext("Another task")


def write_number(tr: Translator) -> str:
    """After "another task"."""
    return tr.gettext("Write the task's number, for example “18”. /viec lists your tasks.")


def not_understood(tr: Translator, *, task: str) -> str:
    """The likely meanings follow as choices."""
    return tr.gettext("It is not clear what you mean about {task}. Is it:").format(task=task)


def not_understood_of_none(tr: Translator, *, numbers: Sequence[int]) -> str:
    """No task is known; the examples are of the first of these, the person's own tasks."""
    first, second, third = islice(cycle(numbers or EXAMPLES), 3)
    return tr.gettext(
        "It is not clear what you mean. You can write “{first} done”, “{second} at 60%”, “{third} "
        "blocked, no budget”, or type /viec."
    ).format(first=first, second=second, third=third)


def not_sure_done(tr: Translator, *, task: str) -> str:
    """It speaks of finishing without plainly saying so."""
    return tr.gettext("Is {task} done, or still in progress?").format(task=task)


def not_understood_card(tr: Translator, *, task: str) -> str:
    """Above the card of a task that one does not report for."""
    return tr.gettext("It is not clear what you mean about {task}. Its card:").format(task=task)


def not_understood_one(tr: Translator, *, number: int) -> str:
    """One of several tasks in a message."""
    return tr.gettext(
        "It is not clear what you mean about #{number}. Write for example “{number} at 60%”."
    ).format(number=number)


def not_sure_done_one(tr: Translator, *, number: int) -> str:
    """One of several tasks in a message of which finishing is spoken without plainly saying so."""
    return tr.gettext(
        "Is #{number} done, or still in progress? Write “{number} done” or, for example, “{number} "
        "at 90%”."
    ).format(number=number)


def left_unnamed(tr: Translator, *, number: int) -> str:
    """Beside the report of other tasks: what names none may be of the one shown before."""
    return tr.gettext(
        "What stands without a number was not recorded. If it is about #{number}, write for "
        "example “{number} done”."
    ).format(number=number)


def not_understood_by_office(tr: Translator) -> str:
    """To the standing office."""
    return tr.gettext(
        "It is not clear what you mean. You can write “assign Phòng Kinh tế to …, before "
        "20/12”, “18 done, reported by phone”, “#18” for its card, or type /trogiup."
    )


def left_undone(tr: Translator, *, words: str) -> str:
    """One of several orders in a message, beside what was done."""
    return tr.gettext("Not understood, nothing was done: “{words}”. Write it alone.").format(
        words=words
    )


def not_understood_by_member(tr: Translator) -> str:
    """To a member of the committee."""
    return tr.gettext(
        "It is not clear what you mean. You can ask “what is Phòng Kinh tế late with?”, write "
        "“instruct 18: …”, or type /tonghop."
    )


def whom_to_ask(tr: Translator, *, people: Sequence[str]) -> str:
    """After the help: people of the standing office."""
    return tr.gettext("For help, ask the standing office: {people}.").format(
        people=", ".join(people)
    )


def lapsed(tr: Translator, *, when: str) -> str:
    """What was typed may answer a question that was asked too long ago."""
    return tr.gettext(
        "The question of {when} waits for no answer any more; if it is still needed, press its "
        "button or write it from the beginning."
    ).format(when=when)


def question_dropped(tr: Translator) -> str:
    """A question of ours is put aside."""
    return tr.gettext("That question is put aside; what was recorded before it stays.")


def acknowledged(tr: Translator, *, number: int | None) -> str:
    """After a mere "vâng"; what to do next with a task of the person's own, where there is one."""
    if number is None:
        return tr.gettext("Noted.")
    return tr.gettext("Noted. When there is progress, write for example “{number} at 60%”.").format(
        number=number
    )


def no_answer(tr: Translator) -> str:
    """Over the buttons of what can be asked, where something was asked that we do not know."""
    return tr.gettext("There is no answer to this question here. Closest to it:")


def wordless(tr: Translator) -> str:
    """A sticker, a voice message, a place, a contact: nothing in it can be read."""
    return tr.gettext(
        "Only words, photos and files are read here; stickers, voice messages, places and "
        "contacts are not. Write it, for example “18 at 60%”, or /trogiup."
    )


def too_long(tr: Translator) -> str:
    """A message beyond anything a report needs."""
    return tr.gettext("The message is too long to read as a report. Send it in a few sentences.")


def percent_out_of_range(tr: Translator) -> str:
    """A figure that is no progress."""
    return tr.gettext("Progress is a figure from 0 to 100 percent; write it again.")


def day_not_clear(tr: Translator) -> str:
    """A day that does not exist, has passed, or is not said."""
    return tr.gettext("That day is not clear, or has passed. Write it as day/month/year.")
