"""Doubts of mended rows that are settled where two parts of a plan agree.

A lead or a deadline taken from the prose is no guess where the row's own lines show it, however
damaged; a doubtful word is none where the table and the prose both come out as it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plans.mixed.lines import GENERIC
from plans.restore import Restored, restore_text
from plans.scanned import is_near, skeleton

MONTH = re.compile(r"\b(?P<month>\d{1,2})/(?P<year>20\d\d)\b")
ONGOING = ("thuong", "xuyen")
"""What "thường xuyên" is told by."""
LIKE = 0.35
"""What a word may cost to be one of them."""
AROUND = 4
"""So many words on either side are enough to restore a word by."""
HALF = 0.5
"""So many words of a deadline without a day are shown at least."""
SEPARATORS = ("", "1", "7")
"""What a slash between figures comes out as."""


def shows_deadline(deadline: str, closing: Iterable[str]) -> bool:
    """Whether words that close a row's lines are those of the deadline: its month and year, one
    figure of the year forgiven, "thường xuyên", or most words of one that has no such day.

    >>> shows_deadline("hoan thanh trong thang 7/2025", ["712005"])
    True
    >>> shows_deadline("hoan thanh trong thang 5/2025", ["32025"])
    False
    >>> shows_deadline("thuc hién truoc thang 10 hang nam", ["thang", "10", "hang", "nim"])
    True
    """
    seen = list(closing)
    date = MONTH.search(deadline)
    if date is not None:
        return any(_is_month(word, int(date["month"]), date["year"]) for word in seen)
    said = [skeleton(word) for word in seen]
    if "xuy" in deadline:
        return any(_is_among(one, said) for one in ONGOING)
    month = re.search(r"\bth\w{1,3}ng (\d{1,2})\b", deadline)
    if month is not None and month[1] not in seen:
        return False
    words = [word for word in map(skeleton, deadline.split()) if word.isalpha()]
    telling = [word for word in words if word not in GENERIC]
    met = sum(_is_among(word, said) for word in telling)
    return bool(telling) and met >= HALF * len(telling)


def _is_among(word: str, said: Iterable[str]) -> bool:
    return any(is_near(one, word, LIKE) for one in said)


def _is_month(word: str, month: int, year: str) -> bool:
    figures = re.sub(r"[^\d/.]", "", word)
    begins = re.match(rf"0?{month}[/.]?", figures)
    if begins is None:
        return False
    rest = figures[begins.end() :]
    return any(_one_off(rest, separator + year) for separator in SEPARATORS)


def _one_off(seen: str, known: str) -> bool:
    return len(seen) == len(known) and sum(a != b for a, b in zip(seen, known, strict=True)) <= 1


def doubtful_words(content: Restored, again: str | None) -> tuple[str, ...]:
    """The words that a person should see: what is doubtful and not said the same `again`."""
    if not content.doubtful or again is None:
        return tuple(word.text for word in content.doubtful)
    found = []
    for word in content.doubtful:
        before = _words(content.text[: word.start])[-1:]
        after = _words(content.text[word.end :])[:1]
        own = _words(word.text)
        pairs = set(pairwise([*before, *own, *after]))
        if not own or all(pairs.isdisjoint(said) for said in _said_around(word.raw, again.split())):
            found.append(word.text)
    return tuple(found)


def _said_around(raw: str, again: Sequence[str]) -> Iterator[Iterable[tuple[str, str]]]:
    """The pairs of words, restored, around each place where the other text has the word."""
    seen = skeleton(raw)
    for at, word in enumerate(again):
        if seen and is_near(skeleton(word), seen, LIKE):
            around = " ".join(again[max(at - AROUND, 0) : at + AROUND + 1])
            yield pairwise(_words(restore_text(around, damaged=True).text))


def _words(text: str) -> Sequence[str]:
    return re.findall(r"\w+", text.lower())
