"""Deadlines' words that a scan damaged, put right where they mean nothing as they stand."""

import re

from plans.words import mend

VOCABULARY = frozenset(
    [
        *("thang", "nam", "ngay", "quy", "truoc", "thuong", "xuyen", "hang", "hoan", "thanh"),
        *("thuc", "hien", "trong", "cuoi", "cham", "nhat", "tiep", "theo", "nhung", "dinh"),
        *("lien", "trien", "khai", "giai", "doan"),
    ]
)
"""What deadlines are written with, and what a damaged syllable is mended to."""

SHAPES = tuple(
    (re.compile(shape), word)
    for shape, word in (
        (
            r"\bn(?!h)[a-z]{0,3}m\b(?= \d{4}|[ ,;)](?:tiep|sau|va|den)| [a-z]{1,2}n nam|[,;)]|$)",
            "nam",
        ),
        (r"\bn[a-z]{1,5}y\b(?= \d)", "ngay"),
        (r"\bth[a-z]{1,4}ng(?= \d{1,2}[/ -])", "thang"),
        (r"\b(?:t[rnuvi]|m[ru])[a-z0-9]{1,4}[ce](?= (?:ngay |thang |quy |nam |\d))", "truoc"),
        (r"\b[a-z]{2,8}g xuy[a-z]{1,3}\b", "thuong xuyen"),
        (r"\b(?:h[a-z]{1,4}g|b[a-z]ng)(?= (?:nam|thang|quy)\b)", "hang"),
        (r"\bh[a-z]{1,3}g [nasi][a-z]m$", "hang nam"),
        (r"\bho[a-z]{1,2}n th[a-z]{1,3}[nh]\b", "hoan thanh"),
        (r"\bth(?!oi)[a-z]{0,3} h[a-z]{1,3}n\b", "thuc hien"),
        (r"\b(?:ch|mu)[a-z0-9]{1,4} (?:nhat|[a-z]{1,2}[bh][a-z]{1,2}t)\b", "cham nhat"),
        (r"(?<=\bcham nhat )1a\b", "la"),
        (r"\bva (?:c[a-z]{2}|nh[a-z]{2,4}g) (?=nam (?:tiep|sau))", "va cac "),
        (r"^t[a-z]{1,2} (?=nam \d{4} d[a-z]{1,2}n nam \d)", "tu "),
        (r"^[a-z]{1,3}n h[a-z]t (?=(?:thang|quy|nam|ngay) )", "den het "),
        (r"\bk[a-z]{2,5}g qu[a-z] (?=ngay )", "khong qua "),
        (r"\b[lt]i[a-z]n t[a-z]{0,2}c\b", "lien tuc"),
        (r"\bm[a-z0-9]i (?=nam$)", "moi "),
        (r"(?<=\d )g[a-z]{1,2}(?= ngay \d)", "gio"),
        (r"\bthang/?(?:[1t]?an|tint)$", "thang/lan"),
        (r"\bquy [tu]v(?=/| nam| hang)", "quy iv"),
        (r"\bquy [1l|]{2}(?=/| nam| hang)", "quy ii"),
        (r"\bquy (?:ih|hi)(?=/| nam| hang)", "quy iii"),
        (r"^nh[a-z]{1,3}m v[a-z] (?=thuong)", ""),
    )
)
"""What is left of a deadline's words where a scan turns one letter with two marks into three
others ("tritéc" for "trước"): how each begins and ends, and beside what it stands."""


def mend_syllables(words: str) -> str:
    """The words with every syllable that one misread letter parts from the vocabulary put right,
    that a gap cut in two, or that lost the gap to the next one.

    >>> mend_syllables("trudc thdng 10/2026")
    'truoc thang 10/2026'

    Sound syllables lie as near as damaged ones ("hoac", "hoan"), so this is for words that mean
    nothing as they stand.
    """
    words = re.sub(r"\bth\wng(?= \d{1,2}[/ ])", "thang", words)
    return " ".join(
        mend(word, VOCABULARY) if len(word) > 2 and word.isalpha() else word
        for word in _mend_gaps(words.split())
    )


def _mend_gaps(syllables: list[str]) -> list[str]:
    """ "Thường xuy ên" and "hằngnăm": the syllables as the vocabulary parts them."""
    parted: list[str] = []
    for one in syllables:
        cuts = (i for i in range(2, len(one)) if {one[:i], one[i:]} <= VOCABULARY)
        cut = 0 if one in VOCABULARY else next(cuts, 0)
        if parted and parted[-1] + one in VOCABULARY and parted[-1] not in VOCABULARY:
            parted[-1] += one
        else:
            parted += [one[:cut], one[cut:]] if cut else [one]
    return parted


def mend_shapes(words: str) -> str:
    """The words with all put right of which only the outline is left: a guess, to be named so.

    >>> mend_shapes("tritdc ngay 05 heing thang")
    'truoc ngay 05 hang thang'
    """
    for shape, word in SHAPES:
        words = shape.sub(word, words)
    return words
