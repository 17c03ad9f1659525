"""Patterns written in Vietnamese that also find what was typed with fewer marks, or none."""

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial

TONES = "\u0300\u0301\u0303\u0309\u0323"
MISPLACED = {
    unicodedata.normalize("NFC", wrong): unicodedata.normalize("NFC", right)
    for tone in TONES
    for first, second in ("oa", "oe", "uy")
    for wrong, right in (
        (f"{first}{second}{tone}", f"{first}{tone}{second}"),
        (f"{first}{tone}{second}", f"{first}{second}{tone}"),
    )
}
"""Both ways to set a tone on oa, oe and uy, each to the other."""

LONE_VOWELS = re.compile("(?<!q)(?:" + "|".join(MISPLACED) + r")(?=(\w)?)")


def place_tone(word: str) -> str:
    """The word with its tone where we spell it: "huỷ" as "hủy", "hòan" as "hoàn"."""

    def placed(found: re.Match[str]) -> str:
        marked_second = unicodedata.normalize("NFD", found[0])[-1] in TONES
        return MISPLACED[found[0]] if marked_second != bool(found[1]) else found[0]

    return LONE_VOWELS.sub(placed, word)


def words(listed: str) -> str:
    """A list with commas as a pattern of alternatives: the longest that fits, and no other.

    Else words that repeat could be divided in many ways, each tried before such a pattern fails.
    """
    items = {" ".join(item.split()) for item in listed.split(",")}
    return f"(?>{'|'.join(sorted(items, key=lambda item: (-len(item), item)))})"


_patterns: list["Pattern"] = []


def compile_patterns() -> None:
    """Compile every pattern there is, so that nobody's first message waits for that."""
    for pattern in _patterns:
        _ = pattern.compiled


class Pattern:
    """A regular expression that is compiled when it is first used.

    The reader has over a hundred: compiling them costs a quarter of a second, which a start of
    the program, or a command that reads no message, need not wait for.
    """

    def __init__(self, source: Callable[[], str]) -> None:
        self._source = source
        _patterns.append(self)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self._source())

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of `re`."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As of `re`."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As of `re`."""
        return self.compiled.fullmatch(text)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """As of `re`."""
        return self.compiled.finditer(text, start, end)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As of `re`."""
        return self.compiled.sub(by, text)


def any_of(*patterns: str) -> Pattern:
    """One pattern that finds what any of these Vietnamese patterns finds (see `vn`)."""
    return vn("|".join(patterns))


@cache
def vn(pattern: str) -> Pattern:
    """A pattern whose Vietnamese letters also match without their tone, or without any mark.

    "chưa" finds "chưa" and "chua" but not "chứa", "mấy" not "máy". A word after ` must be typed
    as it stands, for where the bare form is commonly another word ("`tối" does not find "toi",
    which is "tôi").

    >>> bool(vn("chưa xong").search("chua xong")), bool(vn("mai").search("mãi"))
    (True, False)
    """
    return Pattern(partial(_loosen, pattern))


def _loosen(pattern: str) -> str:
    pieces = re.split(r"`(\w+)", pattern)
    loose = ("".join(map(_looser, piece)) for piece in pieces[0::2])
    exact = [*pieces[1::2], ""]
    return "".join(a + b for a, b in zip(loose, exact, strict=True))


@cache
def _looser(letter: str) -> str:
    if letter.isascii() or not letter.isalpha():
        return letter
    if letter == "đ":
        return "[dđ]"
    decomposed = unicodedata.normalize("NFD", letter)
    toneless = "".join(mark for mark in decomposed if mark not in TONES)
    forms = {letter, unicodedata.normalize("NFC", toneless), decomposed[0]}
    return "[" + "".join(sorted(forms)) + "]" if len(forms) > 1 else letter


COURTEOUS = re.compile(r"\b(?:dạ|ạ|vâng|nhé)\b", re.IGNORECASE)


def is_marked(text: str) -> bool:
    """Whether the writer types Vietnamese marks at all; the "ạ" of a telephone is no sign of it."""
    said = COURTEOUS.sub("", unicodedata.normalize("NFC", text))
    return "đ" in said or any(
        unicodedata.combining(letter) for letter in unicodedata.normalize("NFD", said)
    )
