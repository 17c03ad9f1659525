"""Indicators in words: their names, amounts, targets, and their part of the roll-up. Pure."""

from collections.abc import Mapping

from plans.words import clean, cut
from reports.indicators import MILESTONES, IndicatorSums, Standing, TargetFacts
from reports.words import Words

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": ""}

NAMED = 10
"""Indicators without a reading that the roll-up names."""


def code(number: int) -> str:
    """What people type for an indicator, in every language: "CT5"."""
    return f"CT{number}"


def named(number: int, name: str, length: int) -> str:
    """An indicator by its code and its first words."""
    return f"{code(number)} {cut(clean(name), length)}"


def amount(tr: Words, value: float, unit: str | None) -> str:
    """A value with what it is counted in: "62,5%", "450 hồ sơ"."""
    figure = tr.number(value)
    if not unit:
        return figure
    return f"{figure}{unit}" if unit.startswith("%") else f"{figure} {unit}"


def target_words(tr: Words, target: TargetFacts, unit: str | None) -> str:
    """A target as a figure with its sign, a range, or the plan's own words."""
    unit = target.unit or unit
    if target.value is not None:
        return f"{SIGNS.get(target.op or '', '')} {amount(tr, target.value, unit)}".strip()
    if target.low is not None and target.high is not None:
        return f"{tr.number(target.low)}-{amount(tr, target.high, unit)}"
    return clean(target.raw)


def render_indicators(tr: Words, sums: IndicatorSums, *, listed: bool = True) -> tuple[str, ...]:
    """The indicators' part of a roll-up: how many have a reading, reach their target, lack one,
    and how far those with a reading are on their way to 2030 and 2045; where `listed`, which lack
    a reading.

    Nothing where the plans have no indicators.
    """
    if not sums.total:
        return ()
    year, blocks = str(sums.as_of.year), []
    line = tr.ngettext(
        "{total} indicator, {read} with a reading in {year}.",
        "{total} indicators, {read} with a reading in {year}.",
        sums.total,
    )
    read = line.format(total=tr.number(sums.total), read=tr.number(sums.with_reading), year=year)
    if sums.with_target:
        line = tr.gettext(
            "Of {targets} with a target for {year}: {reached} reached, {missed} not reached, "
            "{judge} for a person to judge."
        )
        now = line.format(
            targets=tr.number(sums.with_target),
            year=year,
            reached=tr.number(sums.count(Standing.REACHED)),
            missed=tr.number(sums.count(Standing.NOT_REACHED)),
            judge=tr.number(sums.count(Standing.TO_JUDGE)),
        )
        read = f"{read} {now}"
    blocks.append(read)
    for milestone in MILESTONES:
        stands = sums.towards(milestone)
        if milestone > sums.as_of.year and set(stands) - {Standing.LACKING}:
            blocks.append(render_way(tr, milestone, stands))
    if listed and sums.lacking:
        shown = ", ".join(code(row.number) for row in sums.lacking[:NAMED])
        more = len(sums.lacking) - NAMED
        if more > 0:
            # Translators: {shown} are codes of indicators, {count} how many more there are.
            line = tr.ngettext(
                "Without a reading in {year}: {shown} and {count} more. Type /chitieu.",
                "Without a reading in {year}: {shown} and {count} more. Type /chitieu.",
                more,
            )
            blocks.append(line.format(year=year, shown=shown, count=tr.number(more)))
        else:
            line = tr.gettext("Without a reading in {year}: {shown}. Type /chitieu.")
            blocks.append(line.format(year=year, shown=shown))
    return tuple(blocks)


def render_way(tr: Words, year: int, stands: Mapping[Standing, int]) -> str:
    """How far the indicators with a target for a year to come are on their way to it."""
    line = tr.gettext(
        "On the way to {year}, of {targets} with a target: {reached} reached, {missed} not yet, "
        "{judge} for a person to judge, {lacking} without a reading."
    )
    return line.format(
        year=str(year),
        targets=tr.number(sum(stands.values())),
        reached=tr.number(stands.get(Standing.REACHED, 0)),
        missed=tr.number(stands.get(Standing.NOT_REACHED, 0)),
        judge=tr.number(stands.get(Standing.TO_JUDGE, 0)),
        lacking=tr.number(stands.get(Standing.LACKING, 0)),
    )
