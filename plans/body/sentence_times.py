"""The time that a sentence of the body closes with, parted from what is to be done by then."""

import re
from collections.abc import Sequence
from datetime import date

from plans.deadlines.closing_times import part_until
from plans.mixed.costs import begins_deadline, clear_deadline, deadline_word_cost
from plans.scanned import is_near, skeleton, unlikeness

OPENINGS = (("hoan", "thanh"), ("thuc", "hien"), ("thuong", "xuyen"))
"""How the time of a sentence begins."""
CLOSING_DAY = re.compile(r"\S+ \S+ \d{1,2}/\d{1,2}/20\d\d(?=[ .;)]*$)")
"""A day that closes a sentence, with the two words that say how it is meant ("trudc ngay")."""
LONGEST_DEADLINE = 16
"""In words."""
NO_DEADLINE_WORD = 1.0
"""A word that costs so much more is part of no deadline."""


def part_time(text: str, counted_from: date, *, scanned: bool) -> tuple[str, str | None]:
    """What is to be done, and the time that the sentence closes with, if it has one."""
    if not scanned:
        content, until = part_until(text.rstrip(" .;:"), counted_from)
        return content.rstrip(" .;:"), until
    content, until = part_deadline(text, counted_from)
    if until is None:
        content, until = part_until(content, counted_from)
    if until is None and (dated := CLOSING_DAY.search(text)):
        return text[: dated.start()].rstrip(" ,;"), dated[0]  # read, or it waits for a person
    return content, until


def part_deadline(text: str, counted_from: date) -> tuple[str, str | None]:
    """What is to be done, and the time that the sentence closes with, if it has one.

    Of several times for several places the first counts (labels: the earliest).
    """
    words = text.rstrip(" .;:)").split()
    within = re.search(r"\bth\w{1,3}ng \d{1,2}/20\d\d\b", text)
    for at in range(max(len(words) - LONGEST_DEADLINE, 0), len(words)):
        if not _may_begin(words, at) or not _may_be_deadline(words[at:]):
            continue
        content = _without_opening(words[:at])
        rest = clear_deadline(" ".join(words[at:]).strip("("), counted_from)
        if rest is not None and within is not None and not re.search(r"\d", rest):
            break  # "... trong tháng 3/2025 và đối với các địa bàn khác ... những năm tiếp theo"
        if rest is not None and (quarter := _quarter_before(words, at)) is not None:
            rest = clear_deadline(" ".join(words[quarter:]), counted_from)
            return _without_opening(words[:quarter]), rest or " ".join(words[quarter:])
        if rest is not None:
            return content, rest
        if re.search(r"\d/\d", words[-1]) and len(words) - at < 6:  # "trong tháng 6/20235"
            return content, None
    if within is not None:
        sentence = text.rfind(". ", 0, within.start())
        return text[:sentence] if sentence > 0 else text.rstrip(" ;:"), within[0]
    return text.rstrip(" ;:"), None


def _quarter_before(words: Sequence[str], at: int) -> int | None:
    """Where a quarter or a month begins that a bare year ends: "quy I" before "năm 2026"."""
    if at < 2 or skeleton(words[at]) != "nam":
        return None
    seen = skeleton(words[at - 2])
    return at - 2 if is_near(seen, "quy") or is_near(seen, "thang") else None


def _without_opening(words: Sequence[str]) -> str:
    """What is to be done, without a misread "thực hiện" that belongs to its time."""
    last = [skeleton(word) for word in words[-2:]]
    runs_on = bool(words) and not words[-1].endswith((",", ";", "."))  # "thư viện..., hoàn thành"
    for opening in OPENINGS:
        near = [unlikeness(seen, known) for seen, known in zip(last, opening, strict=False)]
        if runs_on and sum(near) < 1.2 and len(words) > 2 and words[-3].endswith((",", ";")):
            words = words[:-2]
    said = " ".join(words).rstrip(" ,;(")
    return re.sub(r"[.,;(]? ?\bThời (?:gian|hạn)[^:.]{0,20}:$", "", said)


def _may_be_deadline(words: Sequence[str]) -> bool:
    """Whether the words are those of a deadline; of an event's one in three may be any other."""
    first = words[0].strip("(")
    opens = any(is_near(skeleton(first), one) for one, _ in OPENINGS)
    if not opens and not begins_deadline(first):
        return False
    odd = sum(
        deadline_word_cost(word) >= NO_DEADLINE_WORD and not re.search(r"\d/\d", word)
        for word in words
    )
    event = len(words) > 1 and any(skeleton(word) in ("sau", "theo") for word in words[:3])
    return odd <= (len(words) // 3 if event else 0)


def _may_begin(words: Sequence[str], at: int) -> bool:
    """Whether a time may begin here: after a comma, or with "hoàn thành", "năm 2025", "theo"."""
    seen = skeleton(words[at])
    after = skeleton(words[at + 1]) if at + 1 < len(words) else ""
    if (at and words[at - 1].endswith((",", ";"))) or words[at].startswith("("):
        return True
    if seen == "theo":
        return 1 < len(words) - at < 4
    return any(is_near(seen, one) and is_near(after, two) for one, two in OPENINGS) or (
        seen == "nam" and re.fullmatch(r"20\d\d", after) is not None
    )
