"""Results in words that begin above the line of their row's number.

A cell that has more lines than the name beside it stands over the middle of its row, so that a
scan prints its first line above the number: between two rows, or as the last of the row before.
"""

from collections.abc import Sequence
from dataclasses import replace

from plans.indicators.gathered import Gathered
from plans.indicators.lines import Parts
from plans.indicators.row import IndicatorRow
from plans.indicators.rows import HeadingLines, RowLines
from plans.indicators.usual import lost_share
from plans.indicators.worded_results import part_by_name

NAME_SOUND, NAME_LONG = 0.1, 4
"""How much of a name may be lost, and how many words it has at least, to know another by it."""


def give_back_results(
    found: Sequence[RowLines | HeadingLines], lines: Sequence[Parts]
) -> list[RowLines | HeadingLines]:
    """The rows, each with the lines above it where its result begins: it has none of its own, or
    one that does not begin with a capital."""
    given = list(found)
    places = {part.line.number: at for at, part in enumerate(lines)}
    for at, piece in enumerate(given):
        if not isinstance(piece, RowLines) or not piece.parts[0].numbers:
            continue
        before = given[at - 1] if at else None
        first = places[piece.parts[0].line.number]
        if isinstance(before, RowLines) and (moved := _second_result(before, piece)):
            given[at - 1] = replace(before, parts=before.parts[: -len(moved)])
            given[at] = replace(piece, parts=(*moved, *piece.parts))
        elif first and _wants_beginning(piece.parts) and _may_begin(lines[first - 1]):
            above = lines[first - 1]
            if before is not None and before.parts[-1] is above:
                if len(before.parts) == 1:
                    continue
                given[at - 1] = replace(before, parts=before.parts[:-1])
            given[at] = replace(piece, parts=(above, *piece.parts))
    return given


def _second_result(before: RowLines, row: RowLines) -> tuple[Parts, ...]:
    """The last lines of the row before that begin with another result, the row having none."""
    if any(part.targets for part in row.parts):
        return ()
    own = [at for at, part in enumerate(before.parts) if part.sure]
    second = next((at for at in own[1:] if not before.parts[at].before), None)
    return before.parts[second:] if second is not None and own[0] == 0 else ()


def _may_begin(above: Parts) -> bool:
    return not (above.numbers or above.targets or above.strong or above.names_agency)


def _wants_beginning(parts: Sequence[Parts]) -> bool:
    if any(part.sure for part in parts):
        return False
    parted = part_by_name(parts, Gathered())
    return parted is not None and parted.result[:1].islower()


def begins_above(row: RowLines) -> bool:
    """Whether the row's result begins on lines above that of its number and name."""
    numbered = next((at for at, part in enumerate(row.parts) if part.numbers), 0)
    above, name = row.parts[:numbered], row.parts[numbered]
    return any(part.sure for part in above) and name.worded and not name.targets


def names_to_know(rows: Sequence[IndicatorRow]) -> tuple[str, ...]:
    """The names of a table by which one that stands there twice is known the other time."""
    return tuple(
        dict.fromkeys(
            row.name
            for row in rows
            if len(row.name.split()) > NAME_LONG and lost_share(row.name) < NAME_SOUND
        )
    )
