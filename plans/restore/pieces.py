"""A text cut into the pieces that restoring treats each in its own way."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a piece is to restoring."""

    WORD = auto()  # letters, and whatever a reader of scans takes letters for
    NUMBER = auto()  # amounts, days, years
    CODE = auto()  # a document's number: "57-NQ/TW", "193/2025/QH15"
    BREAK = auto()  # a mark that ends a phrase
    FILL = auto()  # spaces, commas, hyphens: phrases run on across them


KINDS = Kind.__members__


class Piece(NamedTuple):
    """A stretch of the text as it came; the pieces of a text joined are the text."""

    kind: Kind
    text: str


ODD_MARKS = "&@$§¢€£©®¥"
"""Marks that scans have where letters were ("x&" for "xã", "c¢ua" for "của")."""

LONGEST_STREWN = 12
"""Letters and marks of a word with marks strewn into it."""
_AROUND = '"“”[]…'
_PIECES = re.compile(
    rf"""
    (?P<CODE>\d+[A-Za-z]?(?:/\d{{4}})?[-/](?=[\w/-]*[A-ZĐ][A-ZĐ])[^\W_]+(?:[-/][^\W_]+)*)
    |(?P<NUMBER>(?:[≥≤<>=~]+\ ?)?\d+(?:[.,/:]\d+)*(?:\ ?%|(?![^\W_]|[{ODD_MARKS}])))
    |(?P<WORD>R&D|(?:
        [^\W_]+
        |(?<![A-ZĐ]{{2}})[{ODD_MARKS}](?=[^\W_])
        |(?<=[\w{ODD_MARKS}])(?<![A-ZĐ]{{2}})[{ODD_MARKS}]
        |(?<=[^\W\d_])['’‘](?=\w)
        |(?<=[a-zà-ỹ])(?:[’']|\?)(?=\ [a-zà-ỹ])
    )++)
    |(?P<BREAK>[.;:!?()\[\]"“”•|…]+|[-–+*](?=\s))
    |(?P<FILL>\s+|.)
    """,
    re.VERBOSE | re.DOTALL,
)


MARKS = "',:;’‘(){}<>~_^*|!.?"
_STREWN = re.compile(rf"\S*[^\W\d_][{MARKS}]+[^\W\d_]\S*")
"""Letters with marks among them and no space."""
_HALF_A_WORD = re.compile(r"[bcdđfghklmnpqrstvxz]{1,3}")
"""Letters that are no word without the vowel on the other side of a mark."""
_SEVERAL = re.compile(r"[^\W\d_](?!\.\.)[',:;’‘(){}<>~_^*|!.?]{2,}[^\W\d_]")


def cut_pieces(text: str) -> Iterator[Piece]:
    """The text's pieces in order."""
    start = 0
    for found in _STREWN.finditer(text):
        word = found.group().strip(MARKS + _AROUND)
        if _is_strewn(word):
            at = found.start() + found.group().index(word)
            yield from _cut_plain(text, start, at)
            yield Piece(Kind.WORD, word)
            start = at + len(word)
    yield from _cut_plain(text, start, len(text))


def _cut_plain(text: str, start: int, end: int) -> Iterator[Piece]:
    for found in _PIECES.finditer(text, start, end):
        yield Piece(KINDS[found.lastgroup or "FILL"], found.group())


def _is_strewn(word: str) -> bool:
    """Whether the marks within the word are what a scan made of its accents: "ha,nh", "f:huc"."""
    parts = re.findall(r"[^\W\d_]+", word)
    if word[1:2] in (".", ")") and word[2:3].isupper():
        return False  # "b)Xây" counts, and is no word
    if "/" in word or "-" in word or len(word) > LONGEST_STREWN:
        return False
    if word.lower().startswith("v.v"):
        return False
    return bool(_SEVERAL.search(word)) or any(
        _HALF_A_WORD.fullmatch(part) for part in parts if not part.isupper()
    )
