"""The headers of tables in a text that a scan has damaged, their words put right in their places.

A header says the same few words in every plan, so a word that is nearly one of them is it; the
columns are told by these words, and by where they stand.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plans.columns import HEADER_WORDS
from plans.scanned import skeleton
from plans.vocabulary import Vocabulary
from plans.words import fold

USUAL = Vocabulary(
    re.findall(
        r"\w+",
        """noi dung nhiem vu cong viec ten co quan don vi bo phan chu tri phoi hop thuc hien tham
        muu tieu san pham ket qua dau ra thoi gian han hoan thanh tien do ghi du kien bat giai
        phap""",
    )
)
"""The words of headers that are few and unlike one another."""
FEWEST, MOST = 4, 0.8
"""So many words, and such a share of a line's, are those of headers where a header begins."""
SHORT = {("v", "nhiem"): "vu", ("v", "don"): "vi"}
"""Words too short to be known by their letters, by their first and the word before them."""
FEWEST_APART = 2
"""So many wide gaps at least part the columns of a line."""
LINES = 6
"""A header takes no more lines."""
NEAR = 0.5
"""What the likeness of a damaged word and the word it was may cost."""


def mend_headers(lines: Sequence[str]) -> list[str]:
    """The lines, those of headers in plain letters, each word beginning where it did."""
    return list(_mend(lines))


def _mend(lines: Sequence[str]) -> Iterator[str]:
    left = 0
    for line in lines:
        words = list(re.finditer(r"\S+", line))
        if left and not words:
            yield line
            continue
        begins = _may_begin(line, words)
        mended = [header_word(word[0]) for word in words] if begins or left else []
        heads = bool(mended) and sum(map(bool, mended)) >= MOST * len(words)
        sound = sum(fold(word[0]) in HEADER_WORDS for word in words)
        heads = heads and (begins or sound > 0)
        left = LINES if heads and begins else max(left - 1, 0) if heads else 0
        yield _in_place(words, mended) if heads else line


def _may_begin(line: str, words: Sequence[re.Match[str]]) -> bool:
    """Whether "TT" stands on the line with other words in columns of their own."""
    apart = len(re.findall(r"\S {2,}(?=\S)", line)) >= FEWEST_APART
    return apart and len(words) >= FEWEST and any(fold(w[0]) in ("tt", "stt") for w in words)


@lru_cache(maxsize=5_000)
def header_word(word: str) -> str | None:
    """The word of headers that this one was; None where it is none."""
    bare = re.sub(r"\W+$", "", fold(word))
    if bare in HEADER_WORDS or bare in ("tt", "stt"):
        return bare
    known, cost = USUAL.nearest(skeleton(word))
    return known if cost < NEAR else None


def _in_place(words: Sequence[re.Match[str]], mended: Sequence[str | None]) -> str:
    text, before = "", ""
    for word, known in zip(words, mended, strict=True):
        if (fold(word[0])[:1], before) in SHORT:
            known = SHORT[fold(word[0])[:1], before]
        before = known or ""
        text = text.ljust(word.start())
        mark = "," if word[0].endswith(",") else ""
        said = f"{known}{mark}" if known else word[0]
        text += said if not text or text.endswith(" ") else f" {said}"
    return text
