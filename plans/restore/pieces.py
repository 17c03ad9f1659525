"""A text cut into the pieces that restoring treats each in its own way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a piece is to restoring."""

    WORD = auto()  # letters, and whatever a reader of scans takes letters for
    NUMBER = auto()  # amounts, days, years
    CODE = auto()  # a document's number: "57-NQ/TW", "193/2025/QH15"
    BREAK = auto()  # a mark that ends a phrase
    FILL = auto()  # spaces, commas, hyphens: phrases run on across them


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text as it came; the pieces of a text joined are the text."""

    kind: Kind
    text: str


ODD_MARKS = "&@$§¢€£©®¥"
"""Marks that scans have where letters were ("x&" for "xã", "c¢ua" for "của")."""

_PIECES = re.compile(
    rf"""
    (?P<CODE>\d+[A-Za-z]?(?:/\d{{4}})?[-/](?=[\w/-]*[A-ZĐ][A-ZĐ])[^\W_]+(?:[-/][^\W_]+)*)
    |(?P<NUMBER>(?:[≥≤<>=~]+\ ?)?\d+(?:[.,/:]\d+)*(?:\ ?%|(?![^\W_]|[{ODD_MARKS}])))
    |(?P<WORD>R&D|(?:
        [^\W_]
        |(?<![A-ZĐ]{{2}})[{ODD_MARKS}](?=[^\W_])
        |(?<=[\w{ODD_MARKS}])(?<![A-ZĐ]{{2}})[{ODD_MARKS}]
        |(?<=[^\W\d_])['’‘](?=\w)
        |(?<=[a-zà-ỹ])(?:[’']|\?)(?=\ [a-zà-ỹ])
    )+)
    |(?P<BREAK>[.;:!?()\[\]"“”•|…]+|[-–+*](?=\s))
    |(?P<FILL>\s+|.)
    """,
    re.VERBOSE | re.DOTALL,
)


def cut_pieces(text: str) -> Iterator[Piece]:
    """The text's pieces in order."""
    for found in _PIECES.finditer(text):
        yield Piece(Kind[found.lastgroup or "FILL"], found.group())
