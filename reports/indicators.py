"""Indicators as of a day: the last reading beside the targets of the years. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from plans.indicators.targets import AT_MOST, EXACTLY, LESS, MORE

MILESTONES = (2030, 2045)
"""The years that Resolution 57 sets goals for, and plans after it."""


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """What is to be reached by `year`, the plan's own label (`plans.indicators.targets`)."""

    year: str | None
    raw: str
    op: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None

    @property
    def in_words(self) -> bool:
        """It has no figure ("Top 50 của thành phố"): only a person can say whether it is met."""
        return self.value is None and self.low is None


@dataclass(frozen=True, slots=True)
class ReadingFacts:
    """A reported value or text, and the day whose state it tells of.

    `reached` is what a person said of a target in words, None until one has.
    """

    as_of: date
    value: float | None = None
    text: str | None = None
    reached: bool | None = None


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """One indicator with its targets and what was reported of it, oldest first."""

    number: int
    name: str
    unit: str | None
    leads: tuple[str, ...]
    targets: tuple[TargetFacts, ...]
    readings: tuple[ReadingFacts, ...]

    @property
    def measure(self) -> str | None:
        """What it is counted in: its unit, else that of its targets."""
        return self.unit or next((target.unit for target in self.targets if target.unit), None)

    @property
    def is_share(self) -> bool:
        """It is counted in percent."""
        return (self.measure or "").startswith("%")

    @property
    def in_words(self) -> bool:
        """None of its targets is a figure."""
        return bool(self.targets) and all(target.in_words for target in self.targets)

    def target_of(self, year: int) -> TargetFacts | None:
        """The target that the plan sets for exactly this year."""
        return next((target for target in self.targets if year_of(target) == year), None)

    def latest(self, as_of: date) -> ReadingFacts | None:
        """The newest state reported by that day; of one day's readings the last."""
        known = [reading for reading in self.readings if reading.as_of <= as_of]
        return max(reversed(known), key=lambda reading: reading.as_of, default=None)


class Standing(StrEnum):
    """How an indicator stands against the target of a year."""

    LACKING = "lacking"
    """Nothing was reported in that year."""
    REACHED = "reached"
    NOT_REACHED = "not_reached"
    TO_JUDGE = "to_judge"
    """The target or the reading is in words: a person has to say."""
    NO_TARGET = "no_target"
    """The plan sets none for that year."""


def year_of(target: TargetFacts) -> int | None:
    """The year that a label ends with: "2026-2030" means 2030.

    >>> year_of(TargetFacts("năm 2030", "90%"))
    2030
    """
    years = re.findall(r"\b(?:19|20)\d\d\b", target.year or "")
    return int(years[-1]) if years else None


def is_reached(target: TargetFacts, reading: ReadingFacts) -> bool | None:
    """Whether a reading meets a target; None where only a person can say.

    A figure without a sign is a level to come up to, and so is the lower end of a range. A plain
    zero is met by nothing else.
    """
    if reading.reached is not None and (target.in_words or reading.value is None):
        return reading.reached
    missing = gap(target, reading)
    if missing is None:
        return None
    if target.op in (MORE, LESS):
        return missing < 0
    return missing <= 0


def gap(target: TargetFacts, reading: ReadingFacts) -> float | None:
    """How far a reading is from a target, in its unit; 0 and below: it is there already."""
    value, level = reading.value, target.low if target.value is None else target.value
    if value is None or level is None:
        return None
    downwards = target.op in (AT_MOST, LESS) or (target.op == EXACTLY and level == 0)
    return round(value - level if downwards else level - value, 6)


def standing(indicator: IndicatorFacts, as_of: date, year: int | None = None) -> Standing:
    """How it stands against the target of a year, this one unless told.

    This year's asks for a reading of this year; on the way to a later one the last reading counts.
    """
    year = year or as_of.year
    reading, target = indicator.latest(as_of), indicator.target_of(year)
    if reading is None or (year == as_of.year and reading.as_of.year != year):
        return Standing.LACKING
    if target is None:
        return Standing.NO_TARGET
    reached = is_reached(target, reading)
    if reached is None:
        return Standing.TO_JUDGE
    return Standing.REACHED if reached else Standing.NOT_REACHED


@dataclass(frozen=True, slots=True)
class IndicatorSums:
    """A committee's indicators as of a day, by number."""

    as_of: date
    rows: tuple[tuple[IndicatorFacts, Standing], ...]

    @property
    def total(self) -> int:
        """All of them; headings are none."""
        return len(self.rows)

    @property
    def with_reading(self) -> int:
        """Those with a reading this year."""
        return self.total - self.count(Standing.LACKING)

    @property
    def with_target(self) -> int:
        """Those that the plan sets a target for this year."""
        return sum(row.target_of(self.as_of.year) is not None for row, _ in self.rows)

    def towards(self, year: int) -> Counter[Standing]:
        """How those stand that have a target for a year to come."""
        return Counter(
            standing(row, self.as_of, year)
            for row, _ in self.rows
            if row.target_of(year) is not None
        )

    @property
    def lacking(self) -> tuple[IndicatorFacts, ...]:
        """Those of which nothing was reported this year."""
        return tuple(row for row, stands in self.rows if stands is Standing.LACKING)

    def count(self, stands: Standing) -> int:
        """How many stand so."""
        return Counter(stands for _, stands in self.rows)[stands]

    def to_json(self) -> dict[str, Any]:
        """The same for other programs: plain values, days in ISO form."""
        return {
            "total": self.total,
            "with_reading": self.with_reading,
            "with_target": self.with_target,
            **{stands.value: self.count(stands) for stands in Standing},
            "list": [_to_json(row, stands, self.as_of) for row, stands in self.rows],
        }


def sum_up(indicators: Sequence[IndicatorFacts], *, as_of: date) -> IndicatorSums:
    """Every indicator with how it stands as of a day."""
    return IndicatorSums(as_of, tuple((row, standing(row, as_of)) for row in indicators))


def _to_json(row: IndicatorFacts, stands: Standing, as_of: date) -> dict[str, Any]:
    reading = row.latest(as_of)
    return {
        "number": row.number,
        "name": row.name,
        "unit": row.measure,
        "lead": list(row.leads),
        "standing": stands.value,
        "reading": reading
        and {"value": reading.value, "text": reading.text, "as_of": reading.as_of.isoformat()},
        "targets": [
            {
                "year": target.year,
                "raw": target.raw,
                "op": target.op,
                "value": target.value,
                "low": target.low,
                "high": target.high,
                "reached": is_reached(target, reading) if reading else None,
                "gap": gap(target, reading) if reading else None,
            }
            for target in row.targets
        ],
    }
