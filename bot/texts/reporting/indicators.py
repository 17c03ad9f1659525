"""Indicators (chỉ tiêu): the headings of their lists, and what is said back to a reading."""

from datetime import date

from bot.i18n import Translator
from bot.texts.reporting.indicator_card import reading_words
from reports.indicator_words import code
from reports.indicators import ReadingFacts

SHORT = 40
"""Longest name of one within a sentence or on a button."""

HISTORY = 5
"""Readings shown on a card."""

SAID = 80
"""Longest words of a reading shown there, in characters."""


def my_indicators(tr: Translator, *, agencies: str, count: int, read: int, year: int) -> str:
    """The heading of one's list."""
    line = tr.ngettext(
        "{agencies}: {count} indicator, {read} with a reading in {year}",
        "{agencies}: {count} indicators, {read} with a reading in {year}",
        count,
    )
    return line.format(agencies=agencies, count=count, read=read, year=year)


def fitting(tr: Translator, *, count: int) -> str:
    """Over the indicators whose names hold the words of a question."""
    return tr.ngettext("{count} indicator fits:", "{count} indicators fit:", count).format(
        count=count
    )


def all_indicators(tr: Translator, *, count: int, read: int, year: int) -> str:
    """The heading of the committee's list."""
    line = tr.ngettext(
        "{count} indicator, {read} with a reading in {year}",
        "{count} indicators, {read} with a reading in {year}",
        count,
    )
    return line.format(count=count, read=read, year=year)


def lacking_indicators(tr: Translator, *, count: int, year: int) -> str:
    """The heading of the list of those without a reading."""
    line = tr.ngettext(
        "{count} indicator without a reading in {year}",
        "{count} indicators without a reading in {year}",
        count,
    )
    return line.format(count=count, year=year)


def leads_none(tr: Translator, *, agency: str) -> str:
    """An agency asked about leads no indicator."""
    return tr.gettext("{agency} leads no indicator. All of them: /chitieu.").format(agency=agency)


def below_target(tr: Translator, *, count: int, lacking: int, year: int) -> str:
    """The heading of those reported below their target; how many say nothing yet stands beside."""
    line = tr.ngettext(
        "{count} indicator below its target of {year}; {lacking} without a reading",
        "{count} indicators below their target of {year}; {lacking} without a reading",
        count,
    )
    return line.format(count=count, year=year, lacking=lacking)


def reached_target(tr: Translator, *, count: int, of: int, year: int) -> str:
    """The heading of those that have reached their target, of so many that have one."""
    line = tr.ngettext(
        "{count} indicator has reached its target of {year}, of {of} with a target",
        "{count} indicators have reached their target of {year}, of {of} with a target",
        count,
    )
    return line.format(count=count, of=of, year=year)


def without_target(tr: Translator, *, count: int, year: int) -> str:
    """The heading of those that the plan sets no target for this year; their next one is shown."""
    line = tr.ngettext(
        "{count} indicator has no target for {year}",
        "{count} indicators have no target for {year}",
        count,
    )
    return line.format(count=count, year=year)


def agency_line(tr: Translator, *, agency: str, count: int, read: int) -> str:
    """One agency's indicators, as a line of the committee's list."""
    line = tr.ngettext(
        "{agency}: {count} indicator, {read} with a reading",
        "{agency}: {count} indicators, {read} with a reading",
        count,
    )
    return line.format(agency=agency, count=count, read=read)


def nobodys(tr: Translator) -> str:
    """Where an agency's name would stand: indicators that none leads."""
    return tr.gettext("No lead agency")


def no_indicators(tr: Translator) -> str:
    """The committee's plans have none, or none for this person's agencies."""
    return tr.gettext("There are no indicators here. Type /viec for the tasks.")


def choose_agency(tr: Translator) -> str:
    """Under the committee's list."""
    return tr.gettext("Press an agency for its indicators, or write “CT5” for one of them.")


def how_to_report(tr: Translator) -> str:
    """Under a list of indicators to report."""
    return tr.gettext("Press an indicator to report it, or write: “CT5 at 62%”.")


def ask_reading(tr: Translator, *, number: int, unit: str | None, words: bool) -> str:
    """What is typed next is the reading."""
    if words:
        line = tr.gettext("What does {indicator} stand at? For example “Top 30”.")
    elif unit and not unit.startswith("%"):
        line = tr.gettext("What does {indicator} stand at ({unit})? A number, for example “450”.")
    else:
        line = tr.gettext("What does {indicator} stand at? A number, for example “62%”.")
    return line.format(indicator=code(number), unit=unit)


def fact(
    tr: Translator,
    *,
    number: int,
    reading: ReadingFacts,
    unit: str | None,
    today: date,
    in_stead: bool,
) -> str:
    """A reading recorded, as a statement; the day where it is not today's."""
    said = reading_words(tr, reading, unit)
    if in_stead and reading.as_of == today:
        line = tr.gettext("{indicator} at {reading}, in the agency's stead")
    elif in_stead:
        line = tr.gettext("{indicator} at {reading} as of {day}, in the agency's stead")
    elif reading.as_of == today:
        line = tr.gettext("{indicator} at {reading}")
    else:
        line = tr.gettext("{indicator} at {reading} as of {day}")
    return line.format(indicator=code(number), reading=said, day=tr.day(reading.as_of))


def beyond_sense(tr: Translator, *, number: int, reading: str, last: str | None) -> str:
    """A figure that cannot well be right is asked about."""
    if last:
        line = tr.gettext(
            "{indicator}: {reading}, and the last reading was {last}. Is that right? Nothing is "
            "recorded yet."
        )
    else:
        line = tr.gettext("{indicator}: {reading}. Is that right? Nothing is recorded yet.")
    return line.format(indicator=code(number), reading=reading, last=last)


def wrong_unit(tr: Translator, *, number: int, said: str, unit: str | None) -> str:
    """The figure bears another unit than the indicator."""
    if unit:
        line = tr.gettext("{indicator} is counted in {unit}. “{said}” is not recorded yet.")
    else:
        line = tr.gettext("{indicator} bears no unit in the plan. “{said}” is not recorded yet.")
    return line.format(indicator=code(number), said=said, unit=unit)


def not_clear(tr: Translator, *, number: int, said: str) -> str:
    """No one figure can be taken from what was said."""
    line = tr.gettext(
        "{indicator}: “{said}” is not recorded. "
        "Write the one figure that it stands at, for example “{indicator} 62%”."
    )
    return line.format(indicator=code(number), said=said)


def button_right(tr: Translator) -> str:
    """Keep the figure that was asked about."""
    return tr.gettext("Yes, record it")


def button_report(tr: Translator) -> str:
    """On a card."""
    return tr.gettext("Report a reading")


def button_reached(tr: Translator) -> str:
    """The standing office's word on a target in words."""
    return tr.gettext("Target reached")


def button_not_reached(tr: Translator) -> str:
    """The standing office's word on a target in words."""
    return tr.gettext("Not reached")


def button_lacking(tr: Translator, count: int) -> str:
    """The list of those without a reading."""
    return tr.gettext("Without a reading ({count})").format(count=count)


def button_all(tr: Translator, count: int) -> str:
    """The list of all."""
    return tr.gettext("All ({count})").format(count=count)


def judged(tr: Translator, *, number: int, reached: bool) -> str:
    """The word on a target in words, said back."""
    if reached:
        return tr.gettext("✅ Recorded: {indicator} reaches its target.").format(
            indicator=code(number)
        )
    return tr.gettext("✅ Recorded: {indicator} does not reach its target.").format(
        indicator=code(number)
    )


def undone(tr: Translator, codes: str) -> str:
    """A reading taken back."""
    return tr.gettext("Taken back: the reading of {indicator}.").format(indicator=codes)


def nothing_to_undo(tr: Translator) -> str:
    """Somebody else's, taken back before, or reported anew since."""
    return tr.gettext(
        "Nothing to take back: the reading was taken back before, or there is a newer one."
    )


def no_such_indicator(tr: Translator, number: int) -> str:
    """A number that no indicator has."""
    return tr.gettext("There is no {indicator}. Type /chitieu for the list.").format(
        indicator=code(number)
    )


def not_yours(tr: Translator, *, number: int, leads: str) -> str:
    """An indicator that others lead."""
    if not leads:
        return tr.gettext("{indicator} has no lead agency yet.").format(indicator=code(number))
    line = tr.gettext("{indicator} is led by {leads}; you cannot report it.")
    return line.format(indicator=code(number), leads=leads)


def tasks_apart(tr: Translator) -> str:
    """A message about an indicator and a task at once; nothing of it was recorded."""
    return tr.gettext("Nothing is recorded yet: write of indicators and of tasks in two messages.")
