"""The words of a task told from stains and from other cells' words by how they read.

A border, a stain over the next cell or a deadline's word may have been laid to the task, and a
word of which a scan left one letter may have been taken for a stain. Whether such a word belongs
between its neighbours is told by the language that restoring knows.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from plans.columns import Column
from plans.indicators.words import AGENCY_WORDS
from plans.mixed.costs import is_scrap
from plans.mixed.lines import Words, is_late
from plans.restore.repair import likelihood_of
from plans.scanned import skeleton
from plans.words import fold, join_lines

AROUND = 3
"""So many sure words on both sides tell whether one between them is theirs."""
MOST_TRIED = 4
"""Of a longer run of unsure words all are tried or none."""
WORD, SHORT_WORD, FOREIGN, SHORT, SIGN = 12.0, 8.0, 4.0, 3.0, 0.5
"""What it costs (natural log) to leave out a whole word, one of two letters, one on a line of other
cells' words, one or two letters that may be a stain, a sign: what is printed stands there for a
reason, and fewer words are always likelier."""
FEW = 4
"""A line with more words is surely a task's, whatever they are."""
TIMES = frozenset(["thuong", "xuyen", "trong", "thang", "truoc", "ngay", "hang", "nam", "quy"])
"""Words of deadlines."""
LETTER = re.compile(r"[^\W_]|[¥§¢€&@]")
MARKED = re.compile(r"[A-ZĐ\d¥§¢€&@]")


class _Placed(NamedTuple):
    """A word of a row's line; `kept` if it was laid to the task, `sure` if that is not asked;
    `elsewhere` if nothing on its line is surely the task's."""

    text: str
    line: int
    kept: bool
    sure: bool
    elsewhere: bool


def task_of(lines: Sequence[Words], deadline: str) -> str:
    """The task's words of a row, by its lines' words with their columns."""
    words = list(_of_task(lines, deadline))
    kept = [word.kept for word in words]
    for start, end in _unsure_runs(words):
        best = _likeliest(words, kept, start, end)
        kept[start:end] = best
    said: list[list[str]] = [[] for _ in lines]
    for word, stays in zip(words, kept, strict=True):
        if stays:
            said[word.line].append(word.text)
    return join_lines([" ".join(line) for line in said if line])


def _of_task(lines: Sequence[Words], deadline: str) -> Iterator[_Placed]:
    """The words that were laid to the task, and those among them or right behind them that were
    taken for stains, or for a deadline's that it does not have."""
    begun = False
    for at, line in enumerate(lines):
        columns = [column for _, column in line]
        if Column.CONTENT not in columns:
            continue
        end = len(columns) - columns[::-1].index(Column.CONTENT)
        elsewhere = _is_elsewhere(line, deadline)
        for place, (text, column) in enumerate(line[: end + 1]):
            if column is Column.CONTENT:
                first = not begun and text[:1].isupper()
                other = elsewhere or _begins_another(line, place)
                unsure = other or is_late(text, deadline) or _may_be_stain(text)
                yield _Placed(text, at, True, first or not unsure, other)
                begun = True
            elif _may_be_task(text, column, deadline):
                yield _Placed(text, at, False, False, False)


def _may_be_task(word: str, column: Column | None, deadline: str) -> bool:
    """Whether a word that was laid elsewhere may yet be the task's."""
    if column is Column.DEADLINE:
        return word.isalpha() and word.islower() and not _is_of_time(word, deadline)
    return column is None and LETTER.search(word) is not None


def _begins_another(line: Words, place: int) -> bool:
    """Whether the word begins the next cell: a capital between a stain and that cell's words."""
    word = line[place][0]
    if not place or place + 1 == len(line) or not word[:1].isupper():
        return False
    before, after = line[place - 1][1], line[place + 1][1]
    return before is None and after not in (None, Column.CONTENT)


def _is_elsewhere(line: Words, deadline: str) -> bool:
    """Whether the few words that a line has are a deadline's and agencies'."""
    words = [word for word, _ in line if not is_scrap(word)]
    rest = [word for word in words if not _is_of_time(word, deadline)]
    few = len(rest) < len(words) <= FEW
    return few and all(fold(word).strip(".,;") in AGENCY_WORDS for word in rest)


def _is_of_time(word: str, deadline: str) -> bool:
    return is_late(word, deadline) or skeleton(word) in TIMES


def _may_be_stain(word: str) -> bool:
    return len(word) <= 2 and MARKED.search(word) is not None and not word.isdigit()


def _unsure_runs(words: Sequence[_Placed]) -> Iterator[tuple[int, int]]:
    start = None
    for at, word in enumerate(words):
        if word.sure:
            if start is not None:
                yield start, at
            start = None
        elif start is None:
            start = at
    if start is not None:
        yield start, len(words)


def _likeliest(words: Sequence[_Placed], kept: Sequence[bool], start: int, end: int) -> list[bool]:
    """Which words of the run read best between the words around them."""
    before = [words[at].text for at in range(start) if kept[at]][-AROUND:]
    after = [words[at].text for at in range(end, len(words)) if kept[at]][:AROUND]
    run = words[start:end]
    best: tuple[float, list[bool]] | None = None
    for chosen in _choices(run):
        said = [word.text for word, stays in zip(run, chosen, strict=True) if stays]
        score = likelihood_of(" ".join([*before, *said, *after]))
        score += sum(_weight(word) for word, stays in zip(run, chosen, strict=True) if stays)
        if best is None or score > best[0]:
            best = score, list(chosen)
    return best[1] if best is not None else [word.kept for word in run]


def _choices(run: Sequence[_Placed]) -> Iterator[tuple[bool, ...]]:
    """Ways to keep the words of a run: as they were laid, all ways of a short one, none."""
    yield tuple(word.kept for word in run)
    if len(run) > MOST_TRIED:
        yield tuple(False for _ in run)
        return
    for count in range(len(run) + 1):
        for places in combinations(range(len(run)), count):
            yield tuple(at in places for at in range(len(run)))


def _weight(word: _Placed) -> float:
    """What it costs to leave the word out."""
    letters = len(re.findall(r"[^\W_]", word.text))
    if not letters:
        return SIGN
    if letters > 2:
        return FOREIGN if word.elsewhere else WORD
    like_word = re.match(r"[A-ZĐ]?[^\W\dA-ZĐ]|[A-Z]\d", word.text) and not word.elsewhere
    return SHORT_WORD if like_word else SHORT
