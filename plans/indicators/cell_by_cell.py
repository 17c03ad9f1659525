"""A row of an indicator table whose cells are printed one after the other."""

import re
from collections.abc import Sequence

from plans.indicators.gathered import Gathered, take_unit
from plans.indicators.lines import Parts
from plans.indicators.words import UNFINISHED
from plans.words import clean, fold

TARGET_WORDS = frozenset(
    ["phan", "dau", "dat", "it", "nhat", "tren", "toi", "thieu", "duoi", "khong", "qua", "den"]
)
"""Words that stand in a target cell on lines of their own, before its figure."""


def gather_cellwise(
    parts: Sequence[Parts], at: Sequence[int], gathered: Gathered, wanted: int
) -> None:
    """Gather a row's lines, of which those `at` these places hold its targets.

    `wanted` is how many targets a row of the table has.
    """
    last = at[-1]
    _gather_targets(parts[: last + 1], at, gathered, wanted)
    goes_on = False
    for part in parts[last + 1 :]:
        goes_on = part.before[:1].islower() and (goes_on or _goes_on(gathered))
        if goes_on:
            gathered.name.append(part.before)
        else:
            _add_behind(part, part.before, gathered, wanted)
    if wanted == 1:
        gathered.targets = [" ".join(gathered.targets)]


def _gather_targets(
    parts: Sequence[Parts], at: Sequence[int], gathered: Gathered, wanted: int
) -> None:
    """Gather the lines down to the last target: name and unit, and words of target cells that
    stand above their figure."""
    targets, waiting = gathered.targets, list[str]()
    for number, part in enumerate(parts):
        words = set(re.findall(r"[a-z]+", fold(part.before)))
        if number in at:
            targets += [clean(" ".join([*waiting, part.targets[0]])), *part.targets[1:]]
            waiting = []
            if unit := take_unit(part.before, gathered):
                gathered.name.append(unit)
            if number != at[-1] and part.after and wanted == 1:
                targets[-1] = f"{targets[-1]} {part.after}"
            elif part.after:
                _add_behind(part, part.after, gathered, wanted)
        elif words and words <= TARGET_WORDS and wanted > 1 and (waiting or words - {"nhat"}):
            waiting.append(part.before)
        elif targets and wanted == 1:
            targets[-1] = f"{targets[-1]} {part.before}"
        elif part.before.startswith("%") or gathered.unit:
            gathered.unit.append(part.before)
        else:
            gathered.name.append(part.before)


def _goes_on(gathered: Gathered) -> bool:
    """Whether what stands behind the agency is a name's that wanted more: a page cut it."""
    wants = bool(gathered.name) and UNFINISHED.search(fold(gathered.name[-1]))
    return bool(wants) and bool(gathered.tail) and not gathered.tail_open


def _add_behind(part: Parts, words: str, gathered: Gathered, wanted: int) -> None:
    """Words behind a target are an agency's, or in a table with one result may be still of it."""
    if wanted == 1 and not gathered.tail and words[:1].islower():
        gathered.targets[-1] = f"{gathered.targets[-1]} {words}"
    else:
        gathered.add_tail(part, words)
