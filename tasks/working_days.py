"""Which days are worked in Vietnam: weekends and holidays rest, but for the days moved; pure.

Source: `docs/domain.md`, Reminders.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase


DAY = timedelta(days=1)


@cache
def _vietnam() -> "type[HolidayBase]":
    """Vietnam's holidays from their own module, which its package would load with 270 others.

    That took 0.4 s and 8 MB of every start.
    """
    import holidays  # slow import, for who first asks of a day

    file = Path(holidays.__file__).parent / "countries" / "vietnam.py"
    spec = spec_from_file_location("holidays_of_vietnam", file)
    if spec is None or spec.loader is None:
        raise ImportError(f"no module in {file}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    country: type[HolidayBase] = module.Vietnam
    return country


@lru_cache
def _holidays(year: int) -> "HolidayBase":
    return _vietnam()(years=year)


@lru_cache(maxsize=2000)
def _is_worked_by_law(day: date) -> bool:
    """A tick asks of the same hundred days a thousand times."""
    return _holidays(day.year).is_working_day(day)


@dataclass(frozen=True)
class WorkingDays:
    """Which days are worked in Vietnam: weekends and holidays rest, but for the `moved` days."""

    moved: Mapping[date, bool]

    def is_working(self, day: date) -> bool:
        """Whether State bodies work on this day."""
        if day in self.moved:
            return self.moved[day]
        return _is_worked_by_law(day)

    def at_or_before(self, day: date) -> date:
        """The last working day up to and including this one."""
        while not self.is_working(day):
            day -= DAY
        return day

    def at_or_after(self, day: date) -> date:
        """The first working day from this one on."""
        while not self.is_working(day):
            day += DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after this one."""
        for _ in range(count):
            day = self.at_or_after(day + DAY)
        return day
