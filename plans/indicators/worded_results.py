"""Rows of an indicator table whose result is given in words ("Top 50 của thành phố")."""

from collections.abc import Sequence

from plans.indicators.agency_starts import agency_at, last_agency_words
from plans.indicators.gathered import Gathered
from plans.indicators.lines import Parts
from plans.indicators.results import NAMES, Parted, part_result
from plans.indicators.words import UNFINISHED
from plans.words import clean, fold


def part_by_name(
    parts: Sequence[Parts], gathered: Gathered, names: Sequence[str] = NAMES
) -> Parted | None:
    """The name and the result in words of a row, if it is one of those known to have such."""
    lines: list[str] = []
    tail: list[tuple[Parts, str]] = []
    for part in parts:
        words = " ".join([part.before, *part.targets, part.after]).strip()
        agency = agency_at(words)
        if agency is None and tail and UNFINISHED.search(fold(tail[-1][1])):
            agency = last_agency_words(words)
        lines.append(words if agency is None else words[:agency])
        if agency is not None:
            tail.append((part, words[agency:]))
    parted = part_result(lines, names)
    if parted is not None:
        for part, words in tail:
            gathered.add_tail(part, words)
    return parted


def worded_result(parts: Sequence[Parts]) -> int | None:
    """The line at which a result in words begins, in a row printed cell by cell; None without."""
    agency = next(
        (at for at, part in enumerate(parts) if at and agency_at(part.before) is not None), None
    )
    if agency is None or any(part.ranked or "|" in part.before for part in parts):
        return None
    named = next(at for at, part in enumerate(parts) if part.worded)
    for at in range(agency, named, -1):
        words = parts[at].before
        if words[:1].isupper() and agency_at(words) != 0 and not parts[at - 1].unfinished:
            return at
    return None


def gather_worded(parts: Sequence[Parts], begins: int, gathered: Gathered) -> None:
    """Gather a row's lines, of which that at `begins` begins its result in words."""
    gathered.name += [part.before for part in parts[:begins]]
    result: list[str] = []
    for part in parts[begins:]:
        agency = 0 if gathered.tail else agency_at(part.before)
        if agency is None:
            result.append(part.before)
        else:
            result.append(part.before[:agency])
            gathered.add_tail(part, part.before[agency:])
    gathered.targets = [clean(" ".join(result))]
