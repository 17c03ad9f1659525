"""The helping agencies and the product of a mixed table's rows, told apart once the task is known.

Line by line the two columns stand side by side, and their words are too alike to be parted where
they are first met. By now the tasks are known, and which line is whose (`lines`); what the
lines of a row have beside its task is told apart by the names that the plan repeats
(`cells`).
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plans.agencies.spotting import spot_agencies
from plans.annexes import Row
from plans.columns import Column
from plans.mixed.cells import shows_lead, shows_names, tell_apart
from plans.mixed.lines import Beside, Words, part_lines
from plans.mixed.names import KnownNames
from plans.mixed.products import mend_products
from plans.settled_doubts import shows_deadline

MOST_TRIED = 4
"""So many lines at a row's end at most are tried as the next one's."""
WORST = 0.2
"""What each word of a row's lines may cost for what they say to be sure."""


def share_helpers(rows: Sequence[Row], words: Mapping[str, Sequence[Words]]) -> list[Row]:
    """The rows with who helps and the product anew, by the words of their lines, as far as these
    tell; `words` by the rows' numbers."""
    lines = part_lines(rows, words)
    beside = (word for parts in lines.values() for line in parts for word, _ in line.words)
    known = KnownNames(rows, beside)
    for row, after in itertools.pairwise(rows):
        _move_ends(row, after, lines, known)
    shared = [_share(row, tuple(lines[row.no]), known) if lines[row.no] else row for row in rows]
    return mend_products(shared, lines)


def _move_ends(row: Row, after: Row, lines: dict[str, list[Beside]], known: KnownNames) -> None:
    """Give the next row what of this one's last lines is likelier its; its task begins lower where
    another cell is longer."""
    ours, theirs = lines[row.no], lines[after.no]
    last = max((at for at, line in enumerate(ours) if line.own), default=-1) + 1
    tail = [at for at in range(last, len(ours)) if ours[at].words]
    if not tail or not theirs or len(tail) > MOST_TRIED:
        return
    ways = []
    for cut in (*tail, len(ours)):
        mine, moved = ours[:cut], [*ours[cut:], *theirs]
        cost = tell_apart(row, tuple(mine), known)[0] + tell_apart(after, tuple(moved), known)[0]
        ways.append((cost, -cut, mine, moved))
    _, _, lines[row.no], lines[after.no] = min(ways, key=lambda way: way[:2])


def _share(row: Row, lines: tuple[Beside, ...], known: KnownNames) -> Row:
    cost, names, said = tell_apart(row, lines, known)
    words = [found for line in lines for found in line.words]
    doubts = list(_unsettled(row, lines, known))
    told = known.begun.isdisjoint(names) and shows_names(names, row, lines, known)
    if cost > WORST * len(words) or not told:
        doubts.append("helpers_unsure")
    if not names:  # the cell as first read, and of the product what was laid to it
        said = tuple(word for word, column in words if column is Column.PRODUCT)
    product = " ".join(said) or row.product
    leads = {known.whole(name) for name in spot_agencies(row.lead or "").names}
    helpers = "; ".join(dict.fromkeys(name for name in names if known.whole(name) not in leads))
    return replace(
        row, product=product, coordinating=helpers or row.coordinating, doubts=tuple(doubts)
    )


def _unsettled(row: Row, lines: tuple[Beside, ...], known: KnownNames) -> Iterator[str]:
    """The row's doubts, without those of what its own lines show as the prose says it."""
    closing = [word for line in lines for word in line.closing]
    for doubt in row.doubts:
        if doubt == "lead_from_prose" and shows_lead(row, lines, known):
            continue
        if doubt == "deadline_from_prose" and shows_deadline(row.deadline or "", closing):
            continue
        yield doubt
