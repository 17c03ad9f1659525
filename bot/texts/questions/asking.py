"""Answers to what leaders ask that are no list, and what can be asked next."""

from bot.i18n import Translator

AGENCIES = 12
"""The committee's agencies listed where one was asked for that it has not."""


def none_listed(tr: Translator) -> str:
    """What "of those" asks of tasks where no answer has listed any."""
    return tr.gettext(
        "It is not clear which tasks are meant. First ask for a list, such as “what is overdue?”, "
        "then “which of those …”."
    )


def all_figures(tr: Translator) -> str:
    """Under the sums alone: where the lists are."""
    return tr.gettext("Lists and chart: /tonghop.")


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


def next_for_office(tr: Translator) -> str:
    """The last line for the standing office, under what is late or silent."""
    return tr.gettext("To have them reminded now: /dondoc.")


def next_for_member(tr: Translator, *, number: int) -> str:
    """The last line for a member, under what is late or stuck."""
    return tr.gettext("To instruct: “instruct {number}: …”.").format(number=number)
