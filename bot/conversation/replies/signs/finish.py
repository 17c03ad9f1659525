"""A clause parted at its words of completion, for all who judge it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.conversation.dates.day import Day
from bot.conversation.dates.days import find_days
from bot.conversation.listening.said import blank
from bot.conversation.replies.signs.completion import ASIDES, COMPLETE
from bot.conversation.replies.signs.whole_or_part import ALL_COUNTED, EVERY_PART

LOOKALIKES = (ALL_COUNTED, EVERY_PART, ASIDES)
"""What looks like a part or a denial and is none: "10/10 hạng mục", "họp xong em báo cáo"."""


@dataclass(frozen=True)
class Finish:
    """The words of a clause, and where in them completion is spoken of first and last."""

    words: str
    first: tuple[int, int]
    last: tuple[int, int]
    today: date
    marked: bool

    @property
    def before(self) -> str:
        """What stands before the first word of completion."""
        return self.words[: self.first[0]]

    @property
    def between(self) -> str:
        """What stands between two of them; nothing where there is one."""
        return self.words[self.first[1] : max(self.last[0], self.first[1])]

    @property
    def after(self) -> str:
        """What stands behind the last."""
        return self.words[self.last[1] :]

    @property
    def is_figure(self) -> bool:
        """Whether it is said by a figure first: "100%"."""
        return self.words[self.first[0]].isdigit()

    @cached_property
    def days(self) -> list[Day]:
        """Every day or period that the clause names."""
        return find_days(self.words, today=self.today, marked=self.marked)

    @property
    def cleared(self) -> str:
        """What stands before, without its days."""
        return self._without_days[: self.first[0]]

    @property
    def cleared_after(self) -> str:
        """What stands behind, without its days."""
        return self._without_days[self.last[1] :]

    @cached_property
    def _without_days(self) -> str:
        return blank(self.words, [(day.start, day.end) for day in self.days])


def find_finish(words: str, *, today: date, marked: bool) -> Finish | None:
    """The clause parted at its words of completion; None where it has none."""
    for lookalike in LOOKALIKES:
        words = blank(words, [match.span() for match in lookalike.finditer(words)])
    found = [match.span() for match in COMPLETE.finditer(words)]
    return Finish(words, found[0], found[-1], today, marked) if found else None
