"""Which lines of a mixed table are whose, and what they have beside the task, once it is known.

The first reading of a row parts its lines by likelihood; with the task's words at hand (the prose
may have told them) each line shows for sure how far the task goes on it, and whether it is of
another row, where a page's end put it out of its place.
"""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from plans.agencies.spotting import spot_agencies
from plans.annexes import Row
from plans.columns import Column
from plans.mixed.costs import DEADLINE_DATE, is_scrap
from plans.restore.model import load_model
from plans.scanned import is_near, skeleton

Words = tuple[tuple[str, Column | None], ...]
"""The words of one line, each with the column it was laid into; None for a stain."""
SKIPPED, MISSED = 3, 2
"""So many words of the task may be lost on a line, and so many be ruined one after another."""
SURE, BESIDE, FOREIGN = 2, 3, 5
"""So many words of the task make a line its own; and make one its own that stands far below them,
or one that has none of its own row's the next or the last one's; or any other row's."""
PAIRS_TRIED, LOOKED_AT, AHEAD = 4, 2, 40
"""Words at a line's beginning that are looked up in pairs; that are looked up alone, so many words
of the task ahead."""
FEW, FEW_MARKED = 3, 3
"""Behind so many words other cells may begin; so few that were laid to the task may be wrongly."""
DATE_LIKE = re.compile(r"\W*\w?\d[\d/.,‘’'|]+\W*")
"""A date of which figures are left: "35005", "n005"."""
GENERIC = frozenset(["hoan", "thanh", "thuc", "hien", "trong", "theo"])
"""Words around a deadline that products have as well ("Kế hoạch thực hiện")."""
LATE = 0.35
"""What a word may cost to be one of the deadline's."""


class Seen(NamedTuple):
    """A word's bare letters, and whether it begins with a capital."""

    letters: str
    capital: bool


class Match(NamedTuple):
    """How many words of a task a line begins with, where they end in it, and from where to where
    they stand in the task."""

    matched: int
    end: int
    start: int
    reached: int


@dataclass(frozen=True, slots=True)
class Beside:
    """What a line has beside the task and the deadline, what of a deadline closes it, and whether
    its task's words show that it is the row's."""

    words: Words
    closing: tuple[str, ...]
    own: bool


def part_lines(
    rows: Sequence[Row], lines: Mapping[str, Sequence[Words]]
) -> dict[str, list[Beside]]:
    """The lines of each row by its number, in the order of the page; `lines` as first read."""
    tasks = {row.no: _task_words(row.content) for row in rows}
    places = _places(tasks)
    deadlines = {row.no: _deadline_words(row.deadline or "") for row in rows}
    found: dict[str, list[Beside]] = {row.no: [] for row in rows}
    for no in lines:
        whose = no
        for line, (other, match) in zip(
            lines[no], _matches(no, lines[no], tasks, places), strict=True
        ):
            whose = whose if match is None else other
            if whose in found:
                rest = line if match is None else line[match.end :]
                open_, closing = _part_deadline(rest, deadlines[whose])
                own = match is not None
                words = _unmarked(_without_stains(open_), own=own)
                found[whose].append(Beside(words, closing, own))
    return found


def _matches(
    no: str,
    lines: Sequence[Words],
    tasks: Mapping[str, Sequence[Seen]],
    places: Mapping[tuple[str, str], Sequence[tuple[str, int]]],
) -> list[tuple[str, Match | None]]:
    """For each line of a row the row whose task it begins with, and what of it; None for none.

    What is of the row before stands above all that is its own, what is of the next below it.
    """
    found: list[tuple[str, Match | None]] = []
    pointer, whose = 0, no
    for line in lines:
        seen = _line_words(line)
        match = _best_match(seen, tasks.get(no, ()), pointer)
        other = None
        if match.matched < FOREIGN:
            other = _foreign(line, seen, (no, whose), tasks, places)
        if other is not None and other[1].matched >= match.matched + BESIDE:
            found.append(other)
            whose = other[0]
        elif match.matched >= (SURE if match.start >= pointer - SKIPPED else BESIDE) or (
            match.matched == len(line) and match.start == pointer
        ):
            found.append((no, match))
            pointer, whose = match.reached, no
        else:
            found.append((no, None))
    own = [
        at
        for at, (other, match) in enumerate(found)
        if other == no and match is not None and match.matched > SURE
    ]
    first, last = (own[0], own[-1]) if own else (0, len(found))
    for at, (row, _) in enumerate(found):
        if (row == str(int(no) - 1) and at > first) or (row == str(int(no) + 1) and at < last):
            found[at] = (no, None)
    return found


def _places(tasks: Mapping[str, Sequence[Seen]]) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """Where each pair of words stands in the tasks."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for no, words in tasks.items():
        for at, (one, two) in enumerate(itertools.pairwise(words)):
            found.setdefault((one.letters, two.letters), []).append((no, at))
    return found


def _best_match(seen: Sequence[Seen], task: Sequence[Seen], pointer: int) -> Match:
    """What of the task the line begins with, most likely where the line before has ended."""
    starts = {
        (at, place)
        for at, word in enumerate(seen[:LOOKED_AT])
        for place in range(max(pointer - SKIPPED, 0), min(pointer + AHEAD, len(task)))
        if _same(word.letters, task[place].letters)
    }
    pairs = list(itertools.pairwise(word.letters for word in seen[: PAIRS_TRIED + 1]))
    for place, (one, two) in enumerate(itertools.pairwise(task)):
        if (one.letters, two.letters) in pairs:
            starts.add((pairs.index((one.letters, two.letters)), place))
    matches = (_follow(seen, task, start) for start in {(0, pointer), *starts})
    return max(matches, key=lambda one: (one.matched, -abs(one.start - pointer)))


def _foreign(
    line: Words,
    seen: Sequence[Seen],
    nos: tuple[str, str],
    tasks: Mapping[str, Sequence[Seen]],
    places: Mapping[tuple[str, str], Sequence[tuple[str, int]]],
) -> tuple[str, Match] | None:
    """The other row whose task the line begins with, and what of it; `nos` are the row it stands in
    and the one that the line before is of."""
    no, last = nos
    starts = {
        (other, (at, place))
        for at, (one, two) in enumerate(itertools.pairwise(seen[: PAIRS_TRIED + 1]))
        for other, place in places.get((one.letters, two.letters), ())
        if other != no
    }
    beside = (str(int(no) - 1), str(int(no) + 1), last)
    found = [
        (match.matched, other, match)
        for other, start in starts
        for match in [_follow(seen, tasks[other], start)]
        if match.matched >= (BESIDE if other in beside else FOREIGN)
    ]
    if not found or _names_agencies(" ".join(word for word, _ in line)):
        return None
    return max(found)[1:]


def _names_agencies(text: str) -> bool:
    """Whether the line says little more than who helps, which tasks say in the same words."""
    found = spot_agencies(text)
    return bool(found.names) and len(found.skipped) * 2 < len(text.split())


def _follow(seen: Sequence[Seen], task: Sequence[Seen], start: tuple[int, int]) -> Match:
    """What the line has of the task from a place in both on.

    A word that stands not quite where it is expected counts if the next one follows it too.
    """
    begin, at = start
    matched = missed = 0
    end, reached = 0, at
    for place in range(begin, len(seen)):
        letters = seen[place].letters
        for step in range(at, min(at + SKIPPED + missed, len(task))):
            expected = step == at and not missed
            if _same(letters, task[step].letters) and _fits(seen, place, task, step, expected):
                matched, missed, at = matched + 1, 0, step + 1
                end, reached = place + 1, at
                break
        else:
            missed += bool(letters.strip("?"))
            if missed > MISSED:
                break
    return Match(matched, end, start[1] - begin, reached)


def _fits(
    seen: Sequence[Seen], place: int, task: Sequence[Seen], step: int, expected: bool
) -> bool:
    """Whether a word like one of the task's is it, by its capital and the next ones."""
    if seen[place].capital and not task[step].capital and place >= FEW:
        return False
    if expected:
        return True
    after, wanted = seen[place + 1 : place + 2], task[step + 1 : step + 2]
    return bool(after and wanted) and _same(after[0].letters, wanted[0].letters)


def _line_words(line: Words) -> tuple[Seen, ...]:
    return tuple(Seen(skeleton(word), word[:1].isupper()) for word, _ in line)


@lru_cache(maxsize=1_000)
def _task_words(text: str) -> tuple[Seen, ...]:
    words = (Seen(skeleton(word), word[:1].isupper()) for word in text.split())
    return tuple(word for word in words if word.letters)


def _same(seen: str, known: str) -> bool:
    return seen == known or (len(known) > 1 and is_near(seen, known))


@lru_cache(maxsize=1_000)
def _deadline_words(deadline: str) -> tuple[str, ...]:
    words = dict.fromkeys(skeleton(word) for word in re.split(r"[ /]+", deadline))
    return tuple(word for word in words if word.isalpha() and word not in GENERIC)


def _part_deadline(line: Words, deadline: Iterable[str]) -> tuple[Words, tuple[str, ...]]:
    """The line without the words of the deadline that close it and stains among them; and those."""
    end = at = len(line)
    while at and (is_scrap(line[at - 1][0]) or _closes(line[at - 1][0], deadline)):
        at -= 1
        end = at if _closes(line[at][0], deadline) else end
    return line[:end], tuple(word for word, _ in line[end:])


def _closes(word: str, deadline: Iterable[str]) -> bool:
    seen = skeleton(word)
    if DEADLINE_DATE.fullmatch(word) or DATE_LIKE.fullmatch(word):
        return True
    return any(_is_late(seen, one) for one in deadline) if seen else False


def _without_stains(line: Words) -> Words:
    """The line without its stains where it has little else."""
    words = tuple(found for found in line if not is_scrap(found[0]))
    return line if len(words) * 2 >= len(line) else words


def _unmarked(line: Words, *, own: bool) -> Words:
    """The line's words without the mark that they were laid to the task, where only few are from
    a capital on: what they are is to be told anew."""
    marked = [
        at
        for at, (word, column) in enumerate(line)
        if column is Column.CONTENT and not is_scrap(word)
    ]
    few = marked[-FEW_MARKED:]
    begins = next((at for at in few if line[at][0][:1].isupper()), len(line))
    begins = 0 if len(marked) <= FEW_MARKED and not own else begins
    return tuple(
        (word, None if at >= begins and column is Column.CONTENT else column)
        for at, (word, column) in enumerate(line)
    )


@lru_cache(maxsize=5_000)
def is_late(word: str, deadline: str) -> bool:
    """Whether the word is one of the deadline's that products seldom have."""
    seen = skeleton(word)
    return bool(seen) and any(_is_late(seen, one) for one in _deadline_words(deadline))


@lru_cache(maxsize=20_000)
def _is_late(seen: str, known: str) -> bool:
    """Whether what was seen may be the word, and is no other syllable ("hành" for "hằng")."""
    if seen == known:
        return True
    return is_near(seen, known, LATE) and not load_model().damage.is_bare(seen)
