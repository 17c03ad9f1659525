"""Where an agency begins among the words of an indicator table's line."""

import re

from plans.indicators.lines import is_agency_text
from plans.indicators.words import AGENCY_STARTS
from plans.words import fold


def agency_at(words: str, *, inside: bool = False) -> int | None:
    """Where an agency begins in the words of a line, with a capital; None if none does.

    `inside` of a row whose agency has begun, its rest may close the line ("... va Cong nghé").
    """
    folded = fold(words)
    if len(folded) != len(words):
        return None
    for found in AGENCY_STARTS.finditer(folded):
        start = found.start()
        if words[start].isupper() and (start == 0 or words[start - 1] in " |,;"):
            return start
    if not inside:
        return None
    for space in re.finditer(r"(?:^|[ |])(?=[A-Z])", words):
        rest = words[space.end() :]
        if is_agency_text(rest):
            return space.end()
    return None


def last_agency_words(words: str) -> int | None:
    """Where the words begin that close a line and end an agency's name ("... tinh Cong nghé")."""
    starts = [found.start() for found in re.finditer(r"(?<![^ |])(?=[A-ZĐ])", words)]
    return next((at for at in reversed(starts) if is_agency_text(words[at:])), None)
