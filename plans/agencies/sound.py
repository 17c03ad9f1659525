"""Whether the name of an agency is spelt as offices spell them, or was left ruined by a scan."""

import re

from plans.agencies.keys import is_well_known
from plans.restore.spelling import is_syllable

MARKS = re.compile(r"[\w ,\-–&./()]+")
"""What names are written with; a scan's stains are not among it."""


def is_soundly_spelt(name: str) -> bool:
    """Whether the name is a known one, or all its words are Vietnamese or abbreviations.

    >>> is_soundly_spelt("Cổng thông tin điện tử tỉnh"), is_soundly_spelt("Cong ngh¢ va cac")
    (True, False)
    """
    if name.isascii() and not name.isupper():
        return False  # it has lost its diacritics
    words = [word for word in re.findall(r"[^\W\d_]+", name) if not word.isupper()]
    known = is_well_known(name) or all(is_syllable(word.lower()) for word in words)
    return known and MARKS.fullmatch(name) is not None
