"""The places that names of offices end with: whether a plan was issued for another one."""

import re
from difflib import SequenceMatcher

from plans.words import clean, fold

LEVEL = re.compile(r"\b(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh) (?=\w)", re.I)
ALIKE = 0.75
"""Likeness of two names from which they may be one that a scan damaged."""


def is_elsewhere(issuer: str, committee: str) -> bool:
    """Whether an issuer is of a place of the same level as a committee, and not of the same one.

    >>> is_elsewhere("Ủy ban nhân dân xã An Bình", "Ban Chỉ đạo xã Nghi Dương")
    True
    >>> is_elsewhere("Ủy ban nhân dân thành phố Hải Phòng", "Ban Chỉ đạo xã Nghi Dương")
    False
    """
    theirs, ours = _place(issuer), _place(committee)
    if theirs is None or ours is None or theirs[0] != ours[0]:
        return False
    return SequenceMatcher(None, theirs[1], ours[1], autojunk=False).ratio() < ALIKE


def _place(office: str) -> tuple[str, str] | None:
    """The level and the name of the place that an office's name ends with, without marks."""
    office = clean(office)
    found = list(LEVEL.finditer(office))
    if not found:
        return None
    name = office[found[-1].end() :]
    named = all(word[:1].isupper() or word[:1].isdigit() for word in name.split())
    return (fold(found[-1][1]), fold(name)) if named else None
