"""An indicator in a line, and on a card with its targets and readings."""

from datetime import date

from bot.i18n import Translator
from plans.words import clean
from reports.indicator_words import amount, code, named, target_words
from reports.indicators import MILESTONES, IndicatorFacts, ReadingFacts, gap, is_reached, year_of

LINE = 60
"""Longest name of an indicator in a list, in characters."""


def indicator_line(
    tr: Translator, row: IndicatorFacts, today: date, year: int | None = None
) -> str:
    """An indicator in a list: its name, the target of a year (this one, else the next), its last
    reading."""
    cells = [named(row.number, row.name, LINE)]
    target = row.target_of(year or today.year) or next(
        (one for one in row.targets if (year_of(one) or 0) >= today.year), None
    )
    if target:
        words = target_words(tr, target, row.measure)
        cells.append(f"{year_of(target)}: {words}")
    reading = row.latest(today)
    if reading is None:
        cells.append(tr.gettext("no reading"))
    else:
        line = tr.gettext("{reading} ({day})")
        said = reading_words(tr, reading, row.measure)
        cells.append(line.format(reading=said, day=tr.day(reading.as_of)))
    return " · ".join(cells)


def reading_words(tr: Translator, reading: ReadingFacts, unit: str | None) -> str:
    """A reading: its value with its unit, or its words."""
    if reading.value is not None:
        return amount(tr, reading.value, unit)
    return f"“{clean(reading.text or '')}”"


def card_lines(
    tr: Translator,
    row: IndicatorFacts,
    *,
    today: date,
    leads: tuple[str, ...],
    coordinating: tuple[str, ...],
    product: str | None,
) -> list[str]:
    """An indicator's card, a line a fact: whose it is, its targets, where it stands, the way on."""
    lines = [f"{code(row.number)} {clean(row.name)}"]
    if row.unit:
        lines.append(tr.gettext("Unit: {unit}").format(unit=clean(row.unit)))
    lead = ", ".join(leads) or tr.gettext("not assigned")
    lines.append(tr.gettext("Lead: {agencies}").format(agencies=lead))
    if coordinating:
        line = tr.gettext("Coordinating: {agencies}")
        lines.append(line.format(agencies=", ".join(coordinating)))
    if product:
        lines.append(tr.gettext("Product: {product}").format(product=clean(product)))
    if row.targets:
        targets = "; ".join(
            f"{target.year}: {words}" if target.year else words
            for target in row.targets
            if (words := target_words(tr, target, row.measure))
        )
        lines.append(tr.gettext("Targets: {targets}").format(targets=targets))
        if row.target_of(today.year) is None:
            lines.append(tr.gettext("No target is set for {year}.").format(year=today.year))
    reading = row.latest(today)
    if reading is not None:
        said = reading_words(tr, reading, row.measure)
        line = tr.gettext("Last reading: {reading} ({day})")
        lines.append(line.format(reading=said, day=tr.day(reading.as_of)))
        lines += _way(tr, row, reading, today)
    missing = _missing(tr, row, leads=leads, today=today)
    if missing:
        lines.append(tr.gettext("Missing: {what}").format(what="; ".join(missing)))
    return lines


def _way(tr: Translator, row: IndicatorFacts, reading: ReadingFacts, today: date) -> list[str]:
    """How far the last reading is from this year's target and from those of the milestones."""
    lines = []
    for year in dict.fromkeys((today.year, *MILESTONES)):
        target = row.target_of(year)
        if target is None:
            continue
        words = target_words(tr, target, row.measure)
        reached, left = is_reached(target, reading), gap(target, reading)
        if reached is None:
            line = tr.gettext("Target of {year} ({target}): for the standing office to judge")
        elif reached:
            line = tr.gettext("Target of {year} ({target}): reached")
        elif left:
            line = tr.gettext("Target of {year} ({target}): {left} to go")
        else:
            line = tr.gettext("Target of {year} ({target}): not reached")
        still = amount(tr, left, row.measure) if left else ""
        lines.append(line.format(year=year, target=words, left=still))
    return lines


def _missing(
    tr: Translator, row: IndicatorFacts, *, leads: tuple[str, ...], today: date
) -> list[str]:
    missing = []
    reading = row.latest(today)
    if reading is None or reading.as_of.year != today.year:
        missing.append(tr.gettext("a reading for {year}").format(year=today.year))
    if not row.targets:
        missing.append(tr.gettext("a target"))
    if not leads:
        missing.append(tr.gettext("a lead agency"))
    return missing


def history_line(tr: Translator, *, when: str, who: str, said: str, in_stead: bool) -> str:
    """One reading in a card's history."""
    if in_stead:
        # Translators: {who} belongs to the standing office.
        line = tr.gettext("{when} {who}, in the agency's stead: {said}")
    else:
        line = tr.gettext("{when} {who}: {said}")
    return line.format(when=when, who=who, said=said)
