"""Reminding now, at the standing office's wish."""

from collections.abc import Sequence

from bot.i18n import Translator


def offer(tr: Translator, *, agencies: Sequence[str], people: int) -> str:
    """/dondoc without an agency: who would be reminded."""
    return tr.ngettext(
        "Overdue or not reported this period: {agencies}. {people} person would be reminded now.",
        "Overdue or not reported this period: {agencies}. {people} people would be reminded now.",
        people,
    ).format(agencies=", ".join(agencies), people=people)


def button_all(tr: Translator, *, people: int) -> str:
    """Under that: do it."""
    return tr.ngettext("Remind {people} person", "Remind {people} people", people).format(
        people=people
    )


def nothing_owed(tr: Translator) -> str:
    """Nobody is late or silent, or nobody can be told."""
    return tr.gettext(
        "Nobody to remind: nothing is overdue or unreported where people can be told."
    )


def nudged(tr: Translator, *, people: Sequence[str]) -> str:
    """To the secretary."""
    return tr.gettext("✅ Reminded now: {people}.").format(people=", ".join(people))


def nudged_before(tr: Translator, *, people: Sequence[str]) -> str:
    """To the secretary: once a day is enough."""
    return tr.gettext("Reminded today already: {people}.").format(people=", ".join(people))


def heading(tr: Translator, *, who: str, agency: str) -> str:
    """To the person reminded: at whose wish, for which agency."""
    return tr.gettext("The standing office ({who}) asks {agency} to report now:").format(
        who=who, agency=agency
    )


def unreported(tr: Translator, *, count: int, numbers: str) -> str:
    """Tasks without any report this period."""
    return tr.ngettext(
        "Not reported this period ({count}): {numbers}",
        "Not reported this period ({count}): {numbers}",
        count,
    ).format(count=count, numbers=numbers)
