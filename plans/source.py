"""A plan's file as text, and its text as numbered lines."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

LARGEST_FILE = 20 * 1024 * 1024
"""In bytes; the longest plan known is under 100 KB of text, so more than this is no plan."""


class PlanSourceError(Exception):
    """A file that cannot be read as a plan; the classes below say why."""


class PlanTooLargeError(PlanSourceError):
    def __init__(self, size: int) -> None:
        super().__init__(f"the file has {size} bytes, more than {LARGEST_FILE}")
        self.size = size


class PlanNotTextError(PlanSourceError):
    def __init__(self) -> None:
        super().__init__("the file is not UTF-8 text")


class PlanEmptyError(PlanSourceError):
    def __init__(self) -> None:
        super().__init__("the file has no text")


SLASHES = re.compile("/?[⁄∕]")
TOGETHER = 0.08
"""Where so many lines have none blank before them, a blank line is no mere spacing."""


FEWEST_LINES = 10
"""Fewer do not tell how a text is spaced."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, its spaces trimmed.

    `number` counts from 1 in the file. `gap` is how many more blank lines stand before it than
    the text's usual spacing has: the trace of an empty paragraph or of a cell's border.
    """

    number: int
    text: str
    gap: int


def read_source(path: Path) -> str:
    """The text of a plan's file; raises a `PlanSourceError` that says why there is none."""
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise PlanTooLargeError(size)
    return decode_source(path.read_bytes())


def decode_source(data: bytes) -> str:
    """The text of a plan's bytes: UTF-8 with or without a mark, composed, lines ended by \\n."""
    if len(data) > LARGEST_FILE:
        raise PlanTooLargeError(len(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as damage:
        raise PlanNotTextError from damage
    if "\0" in text:
        raise PlanNotTextError
    text = normalise_text(text)
    if not text.strip():
        raise PlanEmptyError
    return text


def page_starts(data: bytes) -> frozenset[int]:
    """The lines of the decoded text, counted from 1, that stand behind a form feed."""
    pages = _end_lines(data.decode("utf-8", errors="replace")).split("\f")
    ends = accumulate(page.count("\n") + 1 for page in pages[:-1])
    return frozenset(end + 1 for end in ends)


def _end_lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def normalise_text(text: str) -> str:
    """The text composed (NFC), its lines ended by \\n; a form feed ends a line too.

    The slash of fractions, which scans read in dates ("quý II/⁄2026"), is the common one.
    """
    text = SLASHES.sub("/", _end_lines(text).replace("\f", "\n"))
    return unicodedata.normalize("NFC", text)


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines that have text, each with its number and the gap before it."""
    found: list[tuple[int, str, int]] = []
    blank = 0
    for number, line in enumerate(normalise_text(text).split("\n"), start=1):
        trimmed = " ".join(line.split())
        if trimmed == "T" and found and found[-1][1] == "ST":  # a narrow column's "STT"
            found[-1] = (found[-1][0], "STT", found[-1][2])
        elif trimmed:
            found.append((number, trimmed, blank))
            blank = 0
        else:
            blank += 1
    usual = _usual_spacing([spaces for _, _, spaces in found])
    return tuple(Line(number, line, max(spaces - usual, 0)) for number, line, spaces in found)


def _usual_spacing(spaces: Sequence[int]) -> int:
    """How many blank lines part two ordinary lines: some texts print one after every line."""
    together = sum(not blank for blank in spaces[1:])
    return 0 if len(spaces) < FEWEST_LINES or together >= TOGETHER * len(spaces) else 1
