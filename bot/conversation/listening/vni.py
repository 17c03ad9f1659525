"""Words typed by VNI's keys where the keyboard was not on: "d9a4 xong", "viec65 18"."""

import re

from bot.conversation.listening.telex import decode

TONE = dict(zip("12345", "sfrxj", strict=True))
SHAPED = {"6": "aeo", "7": "ou", "8": "a", "9": "d"}
"""What a digit is behind, and doubles or hooks: "a6" is "â", "o7" is "ơ"."""

TYPED = re.compile(r"(?<![\w#/.-])[a-z]+[1-9][a-z1-9]*(?![\w/-])", re.IGNORECASE)
WITHIN = re.compile(r"[a-z]*[aeiouy][1-8]+[a-z]|d9[a-z]|chua7$", re.IGNORECASE)
""" "la2m", "d9ang": with a digit within a syllable somebody types by VNI's keys, all along."""

NUMBERED = re.compile(
    r"(?:viec|so|vu|cai|muc|thon|xa|to|xom|khu|ap|doi|nhom|lop|dot|buoc|quy|nam|thang|tuan|thu)[1-5]"
    r"(?!\w| +\d++(?! *%))",
    re.IGNORECASE,
)
""" "viec5 xong" names the fifth task, whoever types it, and "nhie65m vu5 9" the ninth."""


def find_vni(typed: str) -> dict[int, tuple[int, str]]:
    """Where such words begin: where each ends, and its keys on a Telex keyboard.

    >>> find_vni("d9a4 xong viec65 18"), find_vni("nv3 xong")
    ({0: (4, 'ddax'), 10: (16, 'vieecj')}, {})
    """
    found = {
        match.start(): (match.end(), keys)
        for match in TYPED.finditer(typed)
        if not NUMBERED.match(typed, match.start())
        and decode(keys := _telex_keys(match[0].lower())) is not None
    }
    return found if any(WITHIN.match(typed[start : found[start][0]]) for start in found) else {}


def _telex_keys(word: str) -> str:
    keys, tone = "", ""
    for key in word:
        if key in TONE:
            tone = TONE[key]
        elif key in SHAPED:
            at = max(map(keys.rfind, SHAPED[key]))
            shape = "w" if key in "78" else keys[at : at + 1]
            keys = keys[: at + 1] + shape + keys[at + 1 :]
        else:
            keys += key
    return keys + tone
