"""An annex as a scan gives it, its words restored so that they tell whose cell they are in, and
without what was read from borders and stains."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from plans.annexes import Annex
from plans.mixed.costs import is_scrap
from plans.restore import Restored, restore_text
from plans.source import Line

SCRAPS = r"[_‘’'—=~«»}{\[\]\\/]*"
BORDER = re.compile(
    rf"{SCRAPS}(?: {SCRAPS})?\|{SCRAPS}|__+|(?<= )[_‘’—=~](?= |$)|(?<=[\w,;])[\]}}](?= |$)"
)
"""A border with the scraps of it that were read beside it: "__|", "_|", "‘ |", "khai]"."""
STAIN = re.compile(r"(?<= )[^\w\s|+%&“”\"()…≥≤<>=*•–-]+(?= |$)|(?<= )[.,;:'\"-]{2,}(?= |$)")
"""Marks that stand alone and are none of a sentence's."""
NUMBER = re.compile(r"(?:\| ?)?(?P<no>[\dIVXLivxl|]{1,4}(?:\.\d{1,2}){0,2}[.)]?) (?:\| )?")
"""What a row's or a group's line begins with, of which restoring would make words."""
RUINED_NUMBER = re.compile(r"(?P<no>[^\s|]{1,3}) ?[|\[{] ?|(?P<scrap>\S|[^A-ZĐ\s]\S) ")
"""What may be left of a row's number: a few signs before a border, or a sign or two."""

QUARTER = re.compile(
    r"(?<=\b[QO]u[yýỳỷỹ] )(?P<no>[^\s/]{1,4})(?=/20\d\d|/? ?n[aăă]m|$)", re.IGNORECASE
)
"""A quarter's number, its strokes read as other letters: "Quy 11/2026", "Quy HI/2026"."""
STROKES = {**dict.fromkeys("I1l|!iTt[]j'", 1), **dict.fromkeys("HNnhUu", 2)}
PLAIN_QUARTER = re.compile(r"II|[I1l|]{3}|[I1l|]V")
"""What was seen well enough: "I" may be left of any, and "11" of "III"."""
FEWEST_BORDERS = 2
"""So many lines have a border ("|") in a text that was printed, which a program may put there."""

Came = Mapping[int, Sequence[tuple[str, str]]]
"""By the number of each line: its words as restored, and what each came as; "" for the second of
two that ran together."""


@dataclass(frozen=True)
class RestoredAnnex:
    """The annex, its lines' words by their numbers, whether it shows that a page was read and
    not a text, and the numbers of the lines where a quarter's number was guessed."""

    annex: Annex
    words: Mapping[int, Restored]
    read: bool
    guessed: frozenset[int] = frozenset()

    @cached_property
    def came(self) -> Came:
        """How the words of each line came; told once somebody asks."""
        return {number: tuple(_pairs(restored)) for number, restored in self.words.items()}


@dataclass(frozen=True)
class BareAnnex:
    """The annex without borders and stains; of each line what it begins with that is counted, and
    the rest."""

    annex: Annex
    lines: Sequence[tuple[str, str]]
    damaged: bool
    read: bool

    def restore(self, first: int | None = None) -> RestoredAnnex:
        """With its words restored where a scan damaged them; those of its `first` lines, or all."""
        lines: list[Line] = []
        words: dict[int, Restored] = {}
        guessed: set[int] = set()
        for at, (line, (count, rest)) in enumerate(zip(self.annex.lines, self.lines, strict=True)):
            text = rest
            if first is None or at < first:
                said, unsure = mend_quarters(rest) if self.read else (rest, False)
                if unsure:
                    guessed.add(line.number)
                words[line.number] = restored = restore_text(said, damaged=self.damaged)
                text = restored.text
            lines.append(replace(line, text=f"{count}{text}".strip() or "|"))
        annex = replace(self.annex, lines=tuple(lines))
        return RestoredAnnex(annex, words, self.read, frozenset(guessed))


def bare_annex(annex: Annex, *, damaged: bool) -> BareAnnex:
    """The annex without borders and stains; `damaged` where its words are to be restored too."""
    borders = sum("|" in line.text for line in annex.lines)
    read = damaged or borders > FEWEST_BORDERS
    return BareAnnex(annex, [_part_count(line.text, read) for line in annex.lines], damaged, read)


def mend_quarters(text: str) -> tuple[str, bool]:
    """The text, the numbers of quarters roman again, and whether one of them was guessed."""
    quarters = QUARTER.finditer(text)
    guessed = any(PLAIN_QUARTER.fullmatch(found["no"]) is None for found in quarters)
    return QUARTER.sub(_in_roman, text), guessed


def _part_count(text: str, read: bool) -> tuple[str, str]:
    """A line's number with a space, or nothing, and the rest; without borders where it was read."""
    bare = " ".join(BORDER.sub(" | ", text).split()) if read else text
    bare = " ".join(STAIN.sub("", bare).split()) if read else bare
    counted = NUMBER.match(bare) or (_ruined_number(bare) if read else None)
    if counted is None:
        return "", bare
    return f"{counted[counted.lastgroup or 0]} ", bare[counted.end() :].removeprefix("| ")


def _ruined_number(bare: str) -> re.Match[str] | None:
    found = RUINED_NUMBER.match(bare)
    return None if found is None or (found["scrap"] and not is_scrap(found["scrap"])) else found


def _in_roman(read: re.Match[str]) -> str:
    no = read["no"]
    if "v" in no.lower():
        return "IV"
    strokes = [STROKES.get(letter, 0) for letter in no]
    return "I" * min(sum(strokes), 3) if all(strokes) else no


def as_it_came(words: Sequence[tuple[str, str]], pieces: Sequence[tuple[str, bool]]) -> str:
    """What the words of some pieces of a line came as; the pieces are all of the line's in order,
    each with whether it is wanted."""
    rest = iter(words)
    found: list[str] = []
    for text, wanted in pieces:
        for word in text.split():
            raw = next((raw for new, raw in rest if new == word), word)
            if wanted and raw:
                found.append(raw)
    return " ".join(found)


def _pairs(restored: Restored) -> Iterator[tuple[str, str]]:
    """Each word of the restored text with what it came as."""
    words = list(re.finditer(r"\S+", restored.text))
    starts = [_place_before(restored, word.start()) for word in words]
    ends = [*starts[1:], len(restored.raw)]
    for at, word in enumerate(words):
        begun = at and starts[at] == starts[at - 1]  # the second of two that ran together
        end = next((end for end in ends[at:] if end > starts[at]), len(restored.raw))
        yield word[0], "" if begun else restored.raw[starts[at] : end].strip()


def _place_before(restored: Restored, place: int) -> int:
    """Where in the text as it came the word begins that stands at a place of the restored one."""
    shift = 0
    for word in restored.words:
        if word.start >= place:
            break
        if word.end > place:
            return word.start + shift
        shift += len(word.raw) - len(word.text)
    return place + shift
