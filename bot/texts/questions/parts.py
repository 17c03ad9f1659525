"""Buttons under figures: what stands behind each."""

from bot.i18n import Translator


def button_all(tr: Translator) -> str:
    """The roll-up, offered where a question has no answer."""
    return tr.gettext("Roll-up")


def button_indicators(tr: Translator) -> str:
    """The indicators, under the figures of everything."""
    return tr.gettext("Indicators")


def button(tr: Translator, part: str, count: int) -> str:
    """One list behind the figures, `part` by the name of its question."""
    labels = {
        "overdue": tr.gettext("Overdue ({count})"),
        "blocked": tr.gettext("Obstacles ({count})"),
        "silent": tr.gettext("Not reported ({count})"),
        "open": tr.gettext("Still open ({count})"),
        "by_agency": tr.gettext("By agency"),
    }
    return labels[part].format(count=tr.number(count))
