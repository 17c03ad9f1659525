"""A row of an indicator table that has pieces of several cells on each line."""

import re
from collections.abc import Sequence

from plans.indicators.agency_starts import agency_at
from plans.indicators.gathered import Gathered, take_unit
from plans.indicators.lines import Parts, is_agency_text
from plans.indicators.words import RANKED
from plans.words import fold

GARBLED = re.compile(r"(?:^|[ |])\|? ?(?P<cell>[ogYZ;&]{0,2}\d\S{0,4})[ |]*$")
"""What is left of the first target where scanning has garbled it: "5o," before "990 | 394"."""


def gather_linewise(
    parts: Sequence[Parts], at: Sequence[int], gathered: Gathered, wanted: int
) -> None:
    """Gather a row's lines, of which those `at` these places hold its targets.

    `wanted` is how many targets a row of the table has.
    """
    raws: list[str] = []
    for number, part in enumerate(parts):
        if number in at:
            before = part.before
            targets = list(part.targets)
            if len(targets) == wanted - 1 and (lost := GARBLED.search(before)):
                targets.insert(0, lost["cell"])
                before = before[: lost.start()]
            raws += targets
            gathered.add_name(take_unit(before, gathered))
            gathered.add_tail(part, part.after)
            continue
        words = part.before if not part.targets else f"{part.before} {part.after}"
        ranked = RANKED.search(fold(words)) if wanted == 1 and not at else None
        agency = agency_at(words, inside=bool(gathered.tail))
        if agency == 0 and number == 0 and not _stands_above(parts):
            agency = None
        if words in ("%", "o"):
            gathered.unit.append(words)
        elif ranked:
            gathered.add_name(words[: ranked.start()])
            gathered.unit.append(words[ranked.start() : ranked.end()])
            raws.append(words[ranked.end() : agency].strip(" |[.“~"))
            if agency is not None:
                gathered.add_tail(part, words[agency:])
        elif agency is not None:
            gathered.add_name(words[:agency])
            gathered.add_tail(part, words[agency:])
        elif gathered.tail_open and is_agency_text(words):
            gathered.add_tail(part, words)
        else:
            gathered.add_name(words)
    if wanted == 1 and len(raws) > 1:
        raws = [_likeliest(raws)]
    gathered.targets = [raw for raw in raws if raw]


def _stands_above(parts: Sequence[Parts]) -> bool:
    """Whether the first line is the beginning of an agency that the row's numbered line ends."""
    first = parts[0]
    return len(parts) > 1 and first.only_agency and first.unfinished and bool(parts[1].numbers)


def _likeliest(raws: list[str]) -> str:
    """The target among figures side by side: one with a sign or range, else the last."""
    if len(raws) == 2 and raws[0] == "2" and raws[1].isdigit():  # a scanned "≥ 80"
        return " ".join(raws)
    signed = [raw for raw in raws if re.search(r"[<>=≥≤%]|\d ?- ?\d", raw)]
    return signed[0] if signed else raws[-1]
