"""The helping agencies and the product of a mixed table's rows, told apart once the task is known.

Line by line the two columns stand side by side, and their words are too alike to be parted where
they are first met. By now the tasks are known, and which line is whose (`mixed_lines`); what the
lines of a row have beside its task is told apart by the names that the plan repeats
(`mixed_cells`).
"""

import difflib
import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plans.agency_spotting import spot_agencies
from plans.annexes import Row
from plans.columns import Column
from plans.mixed_cells import tell_apart
from plans.mixed_lines import Beside, Words, part_lines
from plans.mixed_names import KnownNames
from plans.restore import restore_text
from plans.usual_indicators import lost_share
from plans.words import fold

MOST_TRIED = 4
"""So many lines at a row's end at most are tried as the next one's."""
ALIKE = 0.8
"""The share of letters that a ruined product and a sound one have alike."""


def share_helpers(rows: Sequence[Row], words: Mapping[str, Sequence[Words]]) -> list[Row]:
    """The rows with who helps and the product anew, by the words of their lines, as far as these
    tell; `words` by the rows' numbers."""
    lines = part_lines(rows, words)
    beside = (word for parts in lines.values() for line in parts for word, _ in line.words)
    known = KnownNames(rows, beside)
    for row, after in itertools.pairwise(rows):
        _move_ends(row, after, lines, known)
    shared = [_share(row, lines[row.no], known) if lines[row.no] else row for row in rows]
    return _mend_products(shared)


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


def _share(row: Row, lines: Sequence[Beside], known: KnownNames) -> Row:
    _, names, said = tell_apart(row, tuple(lines), known)
    if not names:  # the cell as first read, and of the product what was laid to it
        words = (found for line in lines for found in line.words)
        said = tuple(word for word, column in words if column is Column.PRODUCT)
    product = " ".join(said) or row.product
    leads = spot_agencies(row.lead or "").names
    helpers = dict.fromkeys(name for name in names if name not in leads)
    return replace(row, product=product, coordinating="; ".join(helpers) or row.coordinating)


def _mend_products(rows: Sequence[Row]) -> list[Row]:
    """The rows, a ruined product taken for the one like it that several rows have soundly."""
    products = [restore_text(row.product or "", damaged=True).text.strip(" .,;") for row in rows]
    counts = Counter(product for product in products if product and not lost_share(product))
    common = [product for product, count in counts.items() if count > 1]
    mended: list[Row] = []
    for row, product in zip(rows, products, strict=True):
        near = max(((_alike(product, one), one) for one in common), default=(0.0, ""))
        if product and product not in common and near[0] >= ALIKE:
            row = replace(row, product=near[1], doubts=(*row.doubts, "product_unsure"))
        mended.append(row)
    return mended


def _alike(one: str, other: str) -> float:
    ours, theirs = (re.sub(r"[^a-z]", "", fold(text)) for text in (one, other))
    return difflib.SequenceMatcher(None, ours, theirs, autojunk=False).ratio()
