"""What waits for somebody's decision; a kind of which there is nothing has no line."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator


def heading(tr: Translator) -> str:
    """Over the lines."""
    return tr.gettext("Waiting for you:")


def nothing(tr: Translator) -> str:
    """No line at all."""
    return tr.gettext("Nothing waits for your decision now.")


def completions(tr: Translator, count: int) -> list[str]:
    """Reported done, not confirmed."""
    if not count:
        return []
    line = tr.ngettext(
        "{count} completion to confirm: /xacnhan", "{count} completions to confirm: /xacnhan", count
    )
    return [line.format(count=count)]


def extensions(tr: Translator, count: int) -> list[str]:
    """More time asked for."""
    if not count:
        return []
    # Translators: the quoted question is read in Vietnamese, whatever language is chosen.
    line = tr.ngettext(
        "{count} extension to decide: “who asked for more time?”",
        "{count} extensions to decide: “who asked for more time?”",
        count,
    )
    return [line.format(count=count)]


def handovers(tr: Translator, count: int) -> list[str]:
    """Said to be another agency's task."""
    if not count:
        return []
    line = tr.ngettext(
        "{count} task said to be another agency's: press the agency under that message",
        "{count} tasks said to be another agency's: press the agency under those messages",
        count,
    )
    return [line.format(count=count)]


def requests(tr: Translator, count: int) -> list[str]:
    """Asked to come in."""
    if not count:
        return []
    line = tr.ngettext(
        "{count} person asks to come in: press the role under that message",
        "{count} people ask to come in: press the role under those messages",
        count,
    )
    return [line.format(count=count)]


def drafts(tr: Translator, count: int) -> list[str]:
    """Plans not followed yet."""
    if not count:
        return []
    line = tr.ngettext(
        "{count} draft plan to look through: /kehoach",
        "{count} draft plans to look through: /kehoach",
        count,
    )
    return [line.format(count=count)]


def instructions(tr: Translator, count: int) -> list[str]:
    """Instructions without an answer."""
    if not count:
        return []
    line = tr.ngettext(
        "{count} instruction not answered: /chidao",
        "{count} instructions not answered: /chidao",
        count,
    )
    return [line.format(count=count)]


def unmanned(tr: Translator, count: int) -> list[str]:
    """Agencies that lead tasks and have nobody."""
    if not count:
        return []
    line = tr.ngettext(
        "{count} lead agency has nobody to remind: /nhansu",
        "{count} lead agencies have nobody to remind: /nhansu",
        count,
    )
    return [line.format(count=count)]


def unmanned_heading(tr: Translator, *, count: int) -> str:
    """Over these agencies."""
    return tr.ngettext(
        "{count} agency leads tasks and has nobody to remind",
        "{count} agencies lead tasks and have nobody to remind",
        count,
    ).format(count=count)


def unmanned_line(tr: Translator, *, agency: str, count: int) -> str:
    """One of them."""
    return tr.ngettext("{agency}: {count} task", "{agency}: {count} tasks", count).format(
        agency=agency, count=count
    )


def none_unmanned(tr: Translator) -> str:
    """Everybody can be reminded."""
    return tr.gettext("Every agency that leads tasks has somebody to remind.")


def how_to_invite(tr: Translator) -> str:
    """Under the agencies."""
    # Translators: the quoted order is read in Vietnamese, whatever language is chosen.
    return tr.gettext("To invite: “invite an officer of Phòng Kinh tế”, or /nhansu.")


def nobody_reminded(tr: Translator, *, agency: str) -> str:
    """An agency asked about by name has nobody."""
    return tr.gettext(
        "{agency} has nobody to remind yet; the standing office invites its officer."
    ).format(agency=agency)


def reminded(tr: Translator, *, agency: str, people: Sequence[str]) -> str:
    """Who hears of an agency's tasks."""
    return tr.gettext("{agency}: reminders go to {people}.").format(
        agency=agency, people=", ".join(people)
    )


def reminded_when(tr: Translator, *, last: date | None, ahead: date | None, days: int) -> str:
    """When they heard last and will hear next; `days` were looked ahead."""
    before = (
        tr.gettext("Last reminder: {day}.").format(day=tr.day(last))
        if last
        else tr.gettext("No reminder went out yet.")
    )
    after = (
        tr.gettext("Next: {day}, if nothing is reported until then.").format(day=tr.day(ahead))
        if ahead
        else tr.gettext("None is due within {days} days.").format(days=days)
    )
    return f"{before} {after}"
