"""An annex that a scan damaged, its lines restored so that their words tell whose cell they are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plans.annexes import Annex
from plans.restore import Restored, restore_text
from plans.source import Line

SCRAPS = r"[_‘’'—=~«»}{\[\]\\/]*"
BORDER = re.compile(rf"{SCRAPS}(?: {SCRAPS})?\|{SCRAPS}|__+|(?<= )[_‘’—=~](?= |$)")
"""A border with the scraps of it that were read beside it: "__|", "_|", "‘ |"."""
NUMBER = re.compile(r"(?:\| ?)?(?P<no>[\dIVXLivxl|]{1,4}(?:\.\d{1,2}){0,2}[.)]?) (?:\| )?")
"""What a row's or a group's line begins with, of which restoring would make words."""

Came = Mapping[int, Sequence[tuple[str, str]]]
"""By the number of each line: its words as restored, and what each came as; "" for the second of
two that ran together."""


@dataclass(frozen=True, slots=True)
class RestoredAnnex:
    annex: Annex
    came: Came


def restore_annex(annex: Annex) -> RestoredAnnex:
    """The annex with its lines restored, and how the words came."""
    lines: list[Line] = []
    came: dict[int, tuple[tuple[str, str], ...]] = {}
    for line in annex.lines:
        bare = " ".join(BORDER.sub(" | ", line.text).split())
        counted = NUMBER.match(bare)
        count, rest = (f"{counted['no']} ", bare[counted.end() :]) if counted else ("", bare)
        restored = restore_text(rest.removeprefix("| "), damaged=True)
        lines.append(replace(line, text=f"{count}{restored.text}".strip()))
        came[line.number] = tuple(_pairs(restored))
    return RestoredAnnex(replace(annex, lines=tuple(lines)), came)


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
