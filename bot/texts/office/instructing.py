"""Instructions on tasks: given, heard, answered, listed."""

from datetime import date

from bot.i18n import Translator


def ask_words(tr: Translator, *, task: str) -> str:
    """After the button on a card."""
    return tr.gettext("What is your instruction on {task}? Write it in a message.").format(
        task=task
    )


def ask_whether(tr: Translator, *, task: str, words: str) -> str:
    """A demand that names no task, right behind one that was shown."""
    return tr.gettext("Pass this on as your instruction on {task}: “{words}”?").format(
        task=task, words=words
    )


def button_pass_on(tr: Translator) -> str:
    """Under that question."""
    return tr.gettext("Pass it on")


def given(tr: Translator, *, task: str, told: str, words: str) -> str:
    """To the member: what was kept, and who has been told."""
    if not told:
        return tr.gettext(
            "✅ Instruction on {task} kept: “{words}”. Nobody of its lead could be told; the "
            "standing office sees it."
        ).format(task=task, words=words)
    return tr.gettext(
        "✅ Instruction on {task} sent to {told}: “{words}”. You hear when it is answered."
    ).format(task=task, told=told, words=words)


def heard(tr: Translator, *, who: str, task: str, words: str) -> str:
    """To the lead's people, and to the standing office."""
    return tr.gettext("{who} instructs on {task}: “{words}”.").format(
        who=who, task=task, words=words
    )


def with_day(tr: Translator, *, said: str, day: date) -> str:
    """Behind an instruction whose words name a day ("xong trước thứ sáu"): the last in time."""
    # Translators: {said} is a whole sentence about the instruction.
    return tr.gettext("{said} The day that its words mean: {day} at the latest.").format(
        said=said, day=tr.day(day)
    )


def passed(tr: Translator, *, task: str, words: str, day: date) -> str:
    """To who gave it, in the morning behind the day that its words name."""
    # Translators: the quoted order is read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "Your instruction on {task}, “{words}”, has passed its day {day} without an answer "
        "(/chidao)."
    ).format(task=task, words=words, day=tr.day(day))


def no_such_day(tr: Translator, *, day: str, task: str) -> str:
    """An instruction names a day that is in no calendar; nothing was sent."""
    return tr.gettext(
        "There is no day {day}; nothing was sent yet. Write the instruction on {task} again, with "
        "the right day."
    ).format(day=day, task=task)


def with_day_over(tr: Translator, *, said: str, day: date) -> str:
    """The same, once that day is over and nobody has answered."""
    # Translators: {said} is a whole sentence about the instruction.
    return tr.gettext("{said} Its day {day} is over.").format(said=said, day=tr.day(day))


def button_answer(tr: Translator) -> str:
    """Under an instruction."""
    return tr.gettext("Answer")


def button_answer_of(tr: Translator, *, number: int) -> str:
    """The same of one task, where several are instructed on."""
    return tr.gettext("Answer #{number}").format(number=number)


def button_instruct(tr: Translator) -> str:
    """On a card, for members."""
    return tr.gettext("Instruct")


def ask_answer(tr: Translator, *, task: str, words: str) -> str:
    """After "Trả lời"."""
    return tr.gettext("Your answer to the instruction on {task}, “{words}”:").format(
        task=task, words=words
    )


def answered(tr: Translator, *, who: str) -> str:
    """To who answered: the member has been told."""
    return tr.gettext("✅ Answer kept and sent to {who}.").format(who=who)


def answer_heard(tr: Translator, *, who: str, agency: str, task: str, answer: str) -> str:
    """To the member."""
    return tr.gettext("{agency} ({who}) answers your instruction on {task}: “{answer}”.").format(
        agency=agency, who=who, task=task, answer=answer
    )


def not_withdrawn(tr: Translator) -> str:
    """An instruction is to be taken back."""
    # Translators: the quoted order is read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "An instruction that was sent is not taken back. Give a new one that says what holds: "
        "“instruct 6: …”; /chidao lists what is not answered."
    )


def open_heading(tr: Translator, *, count: int) -> str:
    """Over instructions that nobody has answered."""
    return tr.ngettext(
        "{count} instruction not answered yet", "{count} instructions not answered yet", count
    ).format(count=count)


def to_answer(tr: Translator, *, count: int) -> str:
    """The same in a morning's message, with how to answer."""
    return tr.ngettext(
        "{count} instruction waits for your answer (/chidao):",
        "{count} instructions wait for your answer (/chidao):",
        count,
    ).format(count=count)


def of_which_task(tr: Translator) -> str:
    """An instruction to an agency, without a task; its open tasks follow."""
    return tr.gettext("Nothing was sent yet: an instruction is on one task. Which one?")


def none_open(tr: Translator) -> str:
    """An empty list, when asked for."""
    return tr.gettext("Every instruction has been answered.")


def open_line(tr: Translator, *, task: str, leads: str, who: str, when: str, words: str) -> str:
    """One open instruction; its task may have no lead yet."""
    leads = leads or tr.gettext("unassigned")
    return tr.gettext("{task} · {leads}: “{words}” ({who}, {when}).").format(
        task=task, leads=leads, who=who, when=when, words=words
    )


def card_open(tr: Translator, *, who: str, when: str, words: str) -> str:
    """On a card, while it is open."""
    return tr.gettext("Instruction, {who} {when}: “{words}”, not answered").format(
        who=who, when=when, words=words
    )


def card_answered(tr: Translator, *, who: str, when: str, words: str, answer: str) -> str:
    """On a card, once it was answered."""
    return tr.gettext("Instruction, {who} {when}: “{words}”, answered: “{answer}”").format(
        who=who, when=when, words=words, answer=answer
    )
