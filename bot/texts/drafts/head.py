"""The plan's own fields: its number, day, issuer, title and reports, shown and corrected."""

from bot.i18n import Translator
from bot.texts.drafts.changes import field
from db.enums import DraftField
from plans.words import cut

QUOTED = 120
"""Longest words said back where they were not understood, in characters."""


def button_head(tr: Translator) -> str:
    """Under a draft's summary: number, date, issuer, title."""
    return tr.gettext("Correct number, date, title")


def ask_head(tr: Translator, field: DraftField) -> str:
    """What is typed next is one of the plan's own fields."""
    return {
        DraftField.NUMBER: tr.gettext("What is the plan's number? For example 57/KH-UBND."),
        DraftField.ISSUED_ON: tr.gettext(
            "On which day was the plan issued? Deadlines that count from it move along."
        ),
        DraftField.ISSUER: tr.gettext("Who issued the plan?"),
        DraftField.TITLE: tr.gettext("What is the plan's title?"),
        DraftField.REPORTING: tr.gettext(
            "When does the plan want reports? Write each with its days, for example “Monthly: "
            "report on the 18th, cut-off on the 14th, review on the 23rd; yearly before 30 "
            "November”; “none” if it wants none."
        ),
    }[field]


def button_field(tr: Translator, value: DraftField) -> str:
    """A field on a button."""
    name = field(tr, value)
    return name[:1].upper() + name[1:]


def field_line(tr: Translator, value: DraftField, said: str | None) -> str:
    """One of the plan's own fields, as it stands."""
    nothing = tr.gettext("not read")
    return f"{button_field(tr, value)}: {said or nothing}"


def bad_day(tr: Translator, *, words: str) -> str:
    """A day of issue that is none."""
    return tr.gettext("“{words}” is no day up to today. Write it as 19/09/2025.").format(
        words=cut(words, QUOTED)
    )


def bad_reporting(tr: Translator, *, words: str) -> str:
    """Words that are no reports of a plan."""
    return tr.gettext(
        "“{words}” is not understood. Write for example “Monthly: report on the 18th, cut-off on "
        "the 14th, review on the 23rd” or “quarterly before the 20th”."
    ).format(words=cut(words, QUOTED))


def head_corrected(tr: Translator) -> str:
    """One of the plan's own fields was corrected."""
    return tr.gettext("✅ Corrected.")
