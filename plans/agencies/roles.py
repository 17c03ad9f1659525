"""What a cell of agencies says of each: "Chủ trì: Công an xã. Phối hợp: Phòng Kinh tế"."""

import re

from plans.words import fold

ROLE = re.compile(
    r"[-–+(]?\s?(?:(?:co quan|don vi) )?(?:(?:chu tri|phoi hop)(?: voi)?[):;,.]*|ct:|ph:)(?= |$)"
)
"""The words, folded: "Chủ trì:", "(phối hợp)"."""
WITHIN = ("chu tri", "phoi hop", "ct:", "ph:")
"""One of these is within every role; most cells have none, and need not be searched."""


def without_roles(text: str) -> str:
    """The agencies alone, a semicolon between two."""
    folded = fold(text)
    if len(folded) != len(text) or not any(words in folded for words in WITHIN):
        return text
    for role in reversed(list(ROLE.finditer(folded))):
        text = f"{text[: role.start()].rstrip(' ;,.')}; {text[role.end() :]}".strip("; ")
    return text
