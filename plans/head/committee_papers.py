"""Whose a paper is that a committee numbers as its own: "03/KH-BCĐ", "02/KH-HĐBT"."""

import itertools
import re

from plans.words import clean, fold

OWN_NUMBER = re.compile(r"[-/](?:BCĐ|HĐ(?!ND)|TCT|TGV|TCĐ|BQL|BCH)\w*$")
"""The signs of a committee, council or working group at the end of a number."""
HEADS = r"(?:Ban Chỉ đạo|Ban Chỉ huy|Ban Quản lý|Hội đồng|Tổ công tác|Tổ giúp việc)"
LEVELS = r"(?:xã|phường|đặc khu|tỉnh|thành phố|huyện)"
SPELLED = re.compile(
    rf"{HEADS} (?!{LEVELS}\b|cấp\b|nhân dân\b)[^.;:()“”\"]{{3,110}}? (?P<level>{LEVELS})\b"
)
"""The committee's name up to the level of its place: "Ban Chỉ đạo Đề án 06 phường"."""
MOTTO = ("CỘNG", "ĐẢNG")
"""What stands beside the committee's name on the same line: the State's name, or the Party's."""


def committee_issuer(number: str | None, head: str, body: str, place: str) -> str | None:
    """The committee that issues a paper of its own number; None for every other paper.

    The name is the one that the text spells out and the letterhead agrees with most, else the
    letterhead's. `place` is that of the office the committee belongs to: "phường Hạc Thành".
    """
    printed = _printed(clean(head))
    if number is None or not printed or not OWN_NUMBER.search(number):
        return None
    known = set(fold(printed).split())
    level = place.split(" ")[0]

    def likeness(name: str) -> float:
        words = set(fold(name).split())
        return len(words & known) / len(words | known)

    kind = printed.split(" ")[0]
    spelled = [
        found[0].removesuffix(f" {found['level']}")
        for found in SPELLED.finditer(clean(body))
        if found[0].upper().startswith(kind) and found["level"] == level
    ]
    name = max(spelled, key=likeness, default=_sentence_case(printed))
    return f"{name} {place}".strip()


def _printed(head: str) -> str:
    """The committee as the letterhead has it, in capitals and perhaps abbreviated; "" for none."""
    begun = re.search(HEADS.upper(), head)
    words = head[begun.start() :].split() if begun else []
    return " ".join(itertools.takewhile(lambda word: word.isupper() and word not in MOTTO, words))


def _sentence_case(printed: str) -> str:
    """ "BAN CHỈ ĐẠO ĐỀ ÁN 06" as it is written in a sentence."""
    head = next(name for name in HEADS.strip("(?:)").split("|") if printed.startswith(name.upper()))
    rest = printed[len(head) :].strip(" ,-").split()
    return " ".join([head, *(word if _is_short(word) else word.lower() for word in rest)])


def _is_short(word: str) -> bool:
    """Whether a word in capitals is an abbreviation: "CTMTQG", "ATTP"."""
    return re.search(r"[AEIOUYÀ-Ỹ]", word[1:]) is None and len(word) > 2
