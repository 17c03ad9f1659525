"""The words of one row of an indicator table, by cell, as they are met line by line."""

import re
from dataclasses import dataclass, field

from plans.indicators.lines import Parts
from plans.indicators.words import UNFINISHED
from plans.mixed.costs import is_scrap
from plans.restore.abbreviations import SPELLINGS
from plans.restore.model import load_model
from plans.source import Line
from plans.words import fold

UNIT = re.compile(
    r"(?:^|[ |])(?P<unit>%+ ?[^|%]*|(?:thu|thit|thir|thur) b\w+"
    r"|(?:nguoi|to chuc|doanh nghiep|chi so)[^|]*/[^|]*|/o|[o0z&])\s*$"
)
"""A unit at the end of a line's words, which scanning seldom leaves as it was."""
LEFT_OF_UNIT = frozenset(["0", "o", "O", "9", "z", "Z", "&", "%", "/o", "o/o", "0/"])
"""What scanning leaves of "%"."""
SHORTEST = 4
"""In letters: what is longer is a word, though none that can be read."""


@dataclass(slots=True)
class Gathered:
    """The words of a row as they are met, line by line; `tail` is what stands behind its targets,
    the agencies and the product."""

    name: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    unit: list[str] = field(default_factory=list)
    tail: list[tuple[Line, str]] = field(default_factory=list)

    def add_tail(self, part: Parts, words: str) -> None:
        if words.strip(" |.,:;'\"‘’"):
            self.tail.append((part.line, words.strip(" |")))

    def add_name(self, words: str) -> None:
        self.name.append(without_stains(words))

    @property
    def tail_open(self) -> bool:
        return bool(self.tail) and bool(UNFINISHED.search(fold(self.tail[-1][1])))


def take_unit(before: str, gathered: Gathered) -> str:
    """The words without the unit at their end, which is kept."""
    folded = fold(before)
    found = UNIT.search(folded) if len(folded) == len(before) else None
    if found is None:
        name, border, unit = before.rpartition("|")
        if border and name.strip() and re.search(r"[a-z]{3}", fold(unit)):
            gathered.unit.append(unit.strip())
            return name
        return before
    gathered.unit.append(before[found.start("unit") : found.end("unit")].strip())
    return before[: found.start()]


def without_stains(words: str) -> str:
    """The words without what is left of a unit, and stains of the line above, at their end.

    >>> without_stains("dir li¢u da dugc s6 hoa 0 \\ < C Nrx A")
    'dir li¢u da dugc s6 hoa'
    """
    said = words.split()
    end = len(said)
    while end and _is_stain(said[end - 1]):
        end -= 1
    if end < len(said) and not any(len(word) > 2 for word in said[:end]):
        return ""
    run = said[end:]
    unit = len(run) == 1 and run[0] in LEFT_OF_UNIT and not run[0].isdigit()
    return " ".join(said[:end]) if len(run) > 1 or unit or run == ["0"] else words


def _is_stain(word: str) -> bool:
    """Whether it is left of a unit, or no word: "A", "LR", "Nrx", but not "5G", "TT", "c¢"."""
    if word in LEFT_OF_UNIT:
        return True
    if word in SPELLINGS or re.search(r"\d", word) or word[0].islower():
        return False
    short = word.isalpha() and len(word) <= SHORTEST
    return is_scrap(word) or (short and not load_model().damage.is_bare(word.lower()))
