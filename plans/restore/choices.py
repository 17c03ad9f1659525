"""The ways in which one piece of a damaged text can be read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from operator import itemgetter

from plans.restore.abbreviations import ABBREVIATIONS, FOREIGN, SPELLINGS
from plans.restore.language import NUMBER
from plans.restore.model import load_model
from plans.restore.pieces import MARKS, ODD_MARKS, Kind, Piece
from plans.restore.spelling import settle_tone

FOUND = 40
"""Candidates looked up for a word by its letters alone."""
MOST = 14
"""Candidates tried for a word, the most promising ones."""
HOPE = 8.0
"""Candidates less promising than the best by more than this (natural log) are not tried."""
POOR = 7.0
"""A word whose best candidate costs more, or is"""
UNLIKELY = 14.0
"""less promising than this, is looked up in bolder ways too."""
AS_IT_IS = 9.0
"""The cost of leaving a word that is no syllable as it came."""
STREWN = 1.5
"""The cost of taking capitals inside a word for small letters."""
DIRT = 3.0
"""The cost of taking an odd mark at a word's end for dirt."""
DIGITS = 1.0
"""The cost of taking a number for a word."""
ALONE = {"&": (("và", 2.0),), "¢": (("có", 3.0), ("cố", 4.0))}
"""The words that a sign stands for or is left of, beside those of its shape, and their costs."""
SPELT = 4.0
"""The cost of an abbreviation in a heading, where every word is in capitals."""
_WORD_IN_DIGITS = re.compile(r"1[35689]1?")
"""What "rõ", "lộ" and "lõi" come out as."""
VOWELLESS = re.compile(r"[^AEIOUYĂÂÊÔƠƯ]{3,}")
"""No word is written so."""


@dataclass(slots=True)
class Choice:
    """One way to read a word: as these syllables, or (`kept`) as this very text.

    `tokens` is how the language model knows them; `cost` is how unlikely the misreading is, and
    `rarity` the log probability of the first of them anywhere.
    """

    syllables: tuple[str, ...]
    tokens: tuple[str, ...]
    cost: float
    rarity: float
    kept: bool = False

    @property
    def given_up(self) -> bool:
        """Whether the word stays as it came for want of anything better."""
        return self.kept and self.cost >= AS_IT_IS


def choices_of(pieces: Sequence[Piece], at: int) -> tuple[Choice, ...]:
    """The ways to read the piece, most promising first; none for what is no word."""
    piece = pieces[at]
    if piece.kind is Kind.NUMBER:
        return _of_number(piece.text)
    if piece.text in ODD_MARKS and stands_alone(pieces, at):
        return _of_word(piece.text, heading=False)  # "& từng cấp": "ở từng cấp"
    if piece.kind is not Kind.WORD:
        return ()
    if len(piece.text) == 1 and at + 1 < len(pieces) and pieces[at + 1].text.startswith(")"):
        return (_keep(piece.text),)  # "a)" counts, and is no word
    if piece.text in ABBREVIATIONS and VOWELLESS.fullmatch(piece.text):
        return (_keep(piece.text),)  # "THCS", among capitals too
    return _of_word(piece.text, among_capitals(pieces, at))


def among_capitals(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word is in capitals as its neighbours are: a heading, not an abbreviation."""
    if not _is_shouted(pieces[at].text):
        return False
    around = [
        _is_shouted(piece.text)
        for piece in (*pieces[max(at - 6, 0) : at], *pieces[at + 1 : at + 7])
        if piece.kind is Kind.WORD and len(piece.text) > 1 and piece.text not in SPELLINGS
    ]
    return sum(around) * 2 > len(around)


def _is_shouted(word: str) -> bool:
    return word.isupper() or (len(word) > 2 and sum(map(str.isupper, word)) >= len(word) - 1)


def stands_alone(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the piece has a space on both sides: "&" is "và" or "ở" then, not "HĐND&UBND"."""
    around = (*pieces[max(at - 1, 0) : at], *pieces[at + 1 : at + 2])
    return all(piece.text.isspace() for piece in around)


def _keep(text: str, cost: float = 0.0) -> Choice:
    token = NUMBER if text.isdecimal() else settle_tone(text)
    return Choice((text,), (token,), cost, load_model().language.frequency(token), kept=True)


class _Readings:
    """What a word may stand for, syllables parted by spaces, each with the least that it costs.

    A plan has thousands of words and each forty readings: only those that are tried become choices.
    """

    def __init__(self) -> None:
        self._costs: dict[str, float] = {}
        self._kept: set[str] = set()
        self._frequency = load_model().language.frequency

    def add(self, found: Iterable[tuple[str, float]], extra: float = 0.0) -> None:
        costs = self._costs
        for text, cost in found:
            total = cost + extra
            if total < costs.get(text, inf):
                costs[text] = total

    def keep(self, text: str, cost: float = 0.0) -> None:
        """Leave the word as this very text, unless it is read as the same for less."""
        if cost < self._costs.get(text, inf):
            self._costs[text] = cost
            self._kept.add(text)

    def are_poor(self) -> bool:
        """Whether each is unlikely, or too rare."""
        return all(
            cost > POOR or self._promise(text, cost) > UNLIKELY
            for text, cost in self._costs.items()
        )

    def _promise(self, text: str, cost: float) -> float:
        """How far one is worth trying: its misreading, and how common its syllables are."""
        if text in self._kept:
            return cost
        if " " not in text:
            return cost - self._frequency(text)
        common = [self._frequency(syllable) for syllable in text.split()]
        return cost - sum(common) / len(common)

    def most_promising(self) -> tuple[Choice, ...]:
        ranked = sorted(
            ((self._promise(text, cost), text) for text, cost in self._costs.items()),
            key=itemgetter(0),
        )[:MOST]
        limit = min((at for at, text in ranked if text not in self._kept), default=0.0) + HOPE
        return tuple(self._choice(text) for at, text in ranked if text in self._kept or at < limit)

    def _choice(self, text: str) -> Choice:
        cost = self._costs[text]
        if text in self._kept:
            return _keep(text, cost)
        syllables = tuple(text.split())
        return Choice(syllables, syllables, cost, self._frequency(syllables[0]))


def _of_number(number: str) -> tuple[Choice, ...]:
    """A number that may be a word in digits, such as "16 trình" for "lộ trình"; else none."""
    if not _WORD_IN_DIGITS.fullmatch(number):
        return ()
    read = _Readings()
    read.add(load_model().damage.candidates(number, FOUND), DIGITS)
    return (_keep(number), *read.most_promising())


@lru_cache(maxsize=20_000)
def _of_word(word: str, heading: bool) -> tuple[Choice, ...]:
    damage = load_model().damage
    full = SPELLINGS.get(word)
    if full is not None and len(word) > 1 and not heading:
        return (_keep(full),)
    if _stays(word, heading):
        return (_keep(word),)
    found = _Readings()
    found.add(damage.candidates(word, FOUND))
    if not word.isupper() and not word[1:].islower():  # capitals strewn into it: "thAm"
        found.add(damage.candidates(word[:1] + word[1:].lower(), FOUND), STREWN)
    if word[:1] in ODD_MARKS or word[-1:] in ODD_MARKS:  # dirt beside it: "¢tng", "1é¢"
        found.add(damage.candidates(word.strip(ODD_MARKS), FOUND), DIRT)
    letters = plain_letters(word)
    if letters != word:  # accents read as marks and capitals: "ha,nh", "klenA"
        found.add(damage.candidates(letters, FOUND), DIRT)
    if found.are_poor():
        found.add(damage.near_candidates(letters, FOUND))
        found.add(
            (" ".join(syllables), cost)
            for syllables, cost in damage.joined_candidates(letters, FOUND)
        )
    if full is not None:
        found.keep(full, SPELT)
    found.add(ALONE.get(word, ()))
    found.keep(word, AS_IT_IS)
    return found.most_promising()


def plain_letters(word: str) -> str:
    """The word without the marks and the capitals that a scan strewed into it."""
    first, rest = word[:1], "".join(letter for letter in word[1:] if letter not in MARKS)
    if not word.isupper() and any(map(str.islower, rest)):
        rest = "".join(letter for letter in rest if not letter.isupper())
    return first + rest


def _stays(word: str, heading: bool) -> bool:
    """Whether the word is no Vietnamese syllable at all: foreign, Roman, or an abbreviation."""
    if word.lower() in FOREIGN and not heading:
        return True
    if word != "X" and all(letter in "IVX" for letter in word):
        return True
    shouted = len(word) > 1 and all(letter.isupper() for letter in word)
    if not shouted or heading:
        return False
    if not any(letter in "AEIOUYÉÔ" for letter in word):
        return True
    return len(word) > 3 and word.isascii() and not load_model().damage.is_bare(word)
