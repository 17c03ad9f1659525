"""Results in words that a table gives twice: the sound one tells what the ruined one was."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from plans.indicators.row import IndicatorRow
from plans.indicators.targets import Target
from plans.restore.repair import likelihood_of

ALIKE = 0.85
"""The share of letters that two results have in common to be the same."""


def settle_results(rows: Sequence[IndicatorRow]) -> list[IndicatorRow]:
    """The rows of a scanned table, a result in words taken for the one nearly like it that reads
    better; figures within them must be the same."""
    worded = {
        target.raw
        for row in rows
        for _, target in row.targets
        if target.value is None and target.low is None and " " in target.raw
    }
    return [
        replace(row, targets=tuple((year, _settle(target, worded)) for year, target in row.targets))
        for row in rows
    ]


def _settle(target: Target, worded: set[str]) -> Target:
    if target.raw not in worded:
        return target
    alike = [other for other in sorted(worded) if _are_alike(target.raw, other)]
    return replace(target, raw=max(alike, key=likelihood_of))


def _are_alike(one: str, other: str) -> bool:
    figures = [[word for word in text.split() if word.isdigit()] for text in (one, other)]
    return figures[0] == figures[1] and SequenceMatcher(None, one, other).ratio() >= ALIKE
