"""The letters of a PDF's page, in the order they are drawn in, put together into words.

Some programs draw the letters of one font after those of another: "hợp" as "h p" and then "ợ"
into the gap. Where a letter stands decides, therefore, not when it was drawn.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import degrees
from typing import Any

from plans.files.printed import TIGHT, Word, part_lines

MOST_LETTERS = 60_000
"""On a page; a closely printed one has 6,000."""
HYPHENS = {0x2: "-", 0xFFFE: "-", 0xAD: "-"}
"""What the library gives for a hyphen at the end of a line."""
BACK = 0.5
"""In points: a letter that ends before the last one begins, within so much, was drawn later."""
BAND = 20.0
"""In points: letters of lines further apart are not looked at together."""

ANGLES_APART = 7
"""The angle of each seventh letter tells how a page stands."""

Raw = Any
"""A handle of the library, which has no types."""
Place = Callable[[float, float], tuple[float, float]]
"""A point of the page as it is seen: from its left, from its top."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter and its frame in points, from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters drawn one after another with no space between; `spaced` where one follows."""

    letters: tuple[Letter, ...]
    spaced: bool

    @property
    def word(self) -> Word:
        return Word(
            "".join(letter.text for letter in self.letters),
            min(letter.left for letter in self.letters),
            min(letter.top for letter in self.letters),
            max(letter.right for letter in self.letters),
            max(letter.bottom for letter in self.letters),
            spaced=self.spaced,
        )


def read_words(text: Raw, raw: Raw, place: Place) -> list[Word]:
    """The words of a page's text, in whatever order their letters were drawn."""
    runs = list(_runs(text, raw, place))
    whole = [part for run in runs for part in _cut_where(run, _goes_back)]
    crossed = _crossing(whole)
    parts = [part for run in whole for part in _cut_where(run, crossed)]
    words = [part.word for part in parts]
    return words if len(parts) == len(runs) else list(_joined(words))


def upright(text: Raw, raw: Raw) -> int | None:
    """By how many degrees a page must be turned right so that most of its letters stand upright,
    whatever it says of itself; None where it has none."""
    count = min(raw.FPDFText_CountChars(text), MOST_LETTERS)
    angles = (raw.FPDFText_GetCharAngle(text, at) for at in range(0, count, ANGLES_APART))
    turns = Counter(-round(degrees(angle) / 90) * 90 % 360 for angle in angles if angle >= 0)
    return turns.most_common(1)[0][0] if turns else None


def _runs(text: Raw, raw: Raw, place: Place) -> Iterator[_Run]:
    """The letters up to each blank or hyphen."""
    letters: list[Letter] = []
    count = min(raw.FPDFText_CountChars(text), MOST_LETTERS)
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        shown = HYPHENS.get(code) or chr(code)
        blank = code not in HYPHENS and (shown.isspace() or code == 0)
        if not blank:
            letters.append(_letter(text, raw, place, at, shown))
        if letters and (blank or shown == "-"):
            after = at if blank else at + 1
            yield _Run(tuple(letters), after < count and _is_space(text, raw, after))
            letters = []
    if letters:
        yield _Run(tuple(letters), spaced=False)


def _is_space(text: Raw, raw: Raw, at: int) -> bool:
    """Whether a space is printed there, not only supposed by the library."""
    code = raw.FPDFText_GetUnicode(text, at)
    return chr(code).isspace() and not raw.FPDFText_IsGenerated(text, at)


def _letter(text: Raw, raw: Raw, place: Place, at: int, shown: str) -> Letter:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, at, box)
    one, other = place(box.left, box.top), place(box.right, box.bottom)
    across, down = sorted([one[0], other[0]]), sorted([one[1], other[1]])
    return Letter(shown, across[0], down[0], across[1], down[1])


# Letters drawn out of their order


def _cut_where(run: _Run, parts_them: Callable[[Letter, Letter], bool]) -> Iterator[_Run]:
    """The run in as many parts as there are such places between two of its letters."""
    begin = 0
    for at, (letter, after) in enumerate(pairwise(run.letters), 1):
        if parts_them(letter, after):
            yield _Run(run.letters[begin:at], spaced=False)
            begin = at
    yield _Run(run.letters[begin:], run.spaced)


def _goes_back(letter: Letter, after: Letter) -> bool:
    return after.right < letter.left + BACK


def _crossing(runs: Sequence[_Run]) -> Callable[[Letter, Letter], bool]:
    """Whether another run begins in the gap between two letters."""
    begins: dict[int, list[Letter]] = {}
    for run in runs:
        begins.setdefault(_band(run.letters[0]), []).append(run.letters[0])

    def crosses(letter: Letter, after: Letter) -> bool:
        if after.left - letter.right <= TIGHT * (letter.bottom - letter.top):
            return False
        band = _band(letter)
        near = (one for at in (band - 1, band, band + 1) for one in begins.get(at, ()))
        return any(_fills(one, letter, after) for one in near)

    return crosses


def _band(letter: Letter) -> int:
    return int((letter.top + letter.bottom) / 2 / BAND)


def _fills(one: Letter, letter: Letter, after: Letter) -> bool:
    """Whether a letter stands in the gap between two others, on their line."""
    middle, level = (one.left + one.right) / 2, (one.top + one.bottom) / 2
    return letter.right <= middle <= after.left and letter.top <= level <= letter.bottom


def _joined(words: Sequence[Word]) -> Iterator[Word]:
    """The words, those parts put together that touch on their line."""
    for line in part_lines(words):
        whole = line.words[0]
        for word in line.words[1:]:
            apart = word.left - whole.right >= TIGHT * whole.height
            if whole.spaced or apart or whole.text.endswith("-"):
                yield whole
                whole = word
            else:
                whole = Word(
                    whole.text + word.text,
                    whole.left,
                    min(whole.top, word.top),
                    word.right,
                    max(whole.bottom, word.bottom),
                    spaced=word.spaced,
                )
        yield whole
