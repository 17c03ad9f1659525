"""The rows' numbers of a table that a scan damaged, told by their order.

A number of one figure in a narrow cell is often read as a sign or two (":", "y", "oe") or as
another figure. One number stands in each row and they count on, so that of all ways to take the
lines' first words for them the likeliest is kept (dynamic programming over the lines).
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from plans.mixed.costs import may_be_number, number_cost
from plans.source import Line

SEEN, SKIPPED, UNSEEN, MOST_SKIPPED = 3.0, 2.0, 1.5, 3
"""What a number gains that is seen as it should be; what each costs that is missing before the next
one, of so many at most; what a word costs that is a number and is not taken for one."""
WORSE = 3.5
"""What a number gains less the more it was misread, from 0 to 1."""
BEGUN_ANEW = 1.5
"""What it costs that the numbers begin anew under a heading."""
HEADING = re.compile(r"[IVX][IVXl|]{0,4}[.)]?(?: \|)? [^\W\d_](?:(?!20\d\d)[^|])*")
"""A group's line: a roman number and a title alone, with no other cell beside it."""


class Count(NamedTuple):
    """What it gains to have read the lines so far, and the last number's place and reading."""

    gain: float
    at: int
    no: int
    before: "Count | None"


def count_rows(lines: Sequence[Line], header: Collection[int], above: int = 0) -> dict[int, str]:
    """The place of each row's number among the lines, and what it is; `above` is the last number of
    the pages before."""
    kept: dict[int, Count] = {above: Count(0.0, -1, above, None)}
    for at, line in enumerate(lines):
        if at in header:
            continue
        words = line.text.split()
        if not words or not may_be_number(words[0]):
            continue
        heading = HEADING.fullmatch(line.text) is not None
        kept = _begin_anew(kept) if heading else _take(kept, at, words[0])
    found: dict[int, str] = {}
    last: Count | None = max(kept.values(), key=lambda count: count.gain)
    while last is not None:
        if last.no and last.at >= 0:
            found[last.at] = str(last.no)
        last = last.before
    return found


def _take(kept: dict[int, Count], at: int, word: str) -> dict[int, Count]:
    """The ways past a line, its first word taken for a number or not; by the last number."""
    plain = UNSEEN if word.strip(".,|").isdigit() else 0.0
    after = {no: count._replace(gain=count.gain - plain) for no, count in kept.items()}
    for last, count in kept.items():
        for no in range(last + 1, last + 2 + MOST_SKIPPED):
            cost = number_cost(word, no)
            if cost is None:
                continue
            gain = count.gain + SEEN - WORSE * cost - SKIPPED * (no - last - 1)
            if no not in after or gain > after[no].gain:
                after[no] = Count(gain, at, no, count)
    return after


def _begin_anew(kept: dict[int, Count]) -> dict[int, Count]:
    """The ways past a heading, under which the numbers may begin anew."""
    best = max(kept.values(), key=lambda count: count.gain)
    anew = best.gain - BEGUN_ANEW
    if 0 in kept and kept[0].gain >= anew:
        return kept
    return {**kept, 0: Count(anew, -1, 0, best)}
