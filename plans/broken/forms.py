"""An annex whose pages a scan's reader took in two ways: cell after cell, or line by line.

It chooses anew on each page, and the header that is printed again there tells how.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from plans.annexes import Annex, AnnexRows
from plans.broken.scanned_cells import FEWEST_NAMED, HEADS, find_headers, part_blocks
from plans.columns import Column, name_columns
from plans.files.damaged_headers import header_word

LONGEST_CELL, MOST_LONGER = 60, 0.1
"""In characters, a cell's line; only of lines across the page more than this share are longer."""

Part = tuple[bool, Annex]
"""Pages that came alike, and whether their cells came one after another."""


def part_forms(annex: Annex) -> list[Part]:
    """The annex parted where its form changes; one part where it never does."""
    starts = dict(_headers(annex))
    if len(set(starts.values())) < 2:
        return [(any(starts.values()), annex)]
    first = min(starts)
    by_cells = starts[first]
    forms: list[bool] = []
    for at in range(len(annex.lines)):
        by_cells = starts.get(at, by_cells)
        forms.append(by_cells)
    return [
        (by_cells, replace(annex, lines=tuple(annex.lines[at] for at in places)))
        for by_cells, places in groupby(range(len(forms)), lambda at: forms[at])
    ]


def _headers(annex: Annex) -> Iterator[tuple[int, bool]]:
    """The place of each header's first line, and whether the cells below stand one by one."""
    blocks = part_blocks(annex.lines)
    place = {line.number: at for at, line in enumerate(annex.lines)}
    in_cells = [
        (place[blocks[found.start].lines[0].number], place[blocks[found.stop - 1].lines[-1].number])
        for found in find_headers(blocks)
    ]
    in_lines = [at for at, line in enumerate(annex.lines) if _is_header(line.text)]
    for start, end in in_cells:
        after = min((at for at, _ in in_cells if at > start), default=len(annex.lines))
        after = min([after, *(at for at in in_lines if at > start)])
        yield start, _stand_apart([line.text for line in annex.lines[end + 1 : after]])
    for at in in_lines:
        above = [block for block in blocks if block.lines[-1].number < annex.lines[at].number][-1:]
        begun = above and above[0].header and annex.lines[at - 1] in above[0].lines
        yield (place[above[0].lines[0].number] if begun else at), False


def _stand_apart(lines: Sequence[str]) -> bool:
    """Whether the lines are as short as those of cells; several cells on one are longer."""
    return sum(len(line) > LONGEST_CELL for line in lines) <= MOST_LONGER * len(lines)


def _is_header(text: str) -> bool:
    """Whether a line names several columns and says no more."""
    words = [word for word in text.split() if word.isalnum()]
    known = list(filter(None, map(header_word, words)))
    named = {*name_columns(" ".join(known))} - {Column.NO}
    return len(named) >= FEWEST_NAMED and len(known) >= HEADS * len(words)


def join_parts(above: AnnexRows, part: AnnexRows) -> AnnexRows:
    """The rows of both; the page's end may have cut the last row above, and those below that stand
    under no heading belong to its group."""
    if not above.rows or not part.rows:
        return AnnexRows((*above.rows, *part.rows), (*above.unread, *part.unread))
    last = above.rows[-1]
    cut = replace(last, doubts=tuple(dict.fromkeys([*last.doubts, "cells_unsure"])))
    below = (
        row
        if row.group or row.group_title
        else replace(row, group=last.group, group_title=last.group_title)
        for row in part.rows
    )
    return AnnexRows((*above.rows[:-1], cut, *below), (*above.unread, *part.unread))
