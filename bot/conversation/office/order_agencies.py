"""Who leads and who helps, in the words of an order. Pure.

Places are those in the typed text, and in its flattened one, which is as long.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.conversation.listening.mentions import Mention
from bot.conversation.office.order_times import STOPS
from bot.conversation.office.order_wording import EDGES
from plans.agencies.heads import HEADS
from plans.agencies.keys import is_collective
from plans.words import fold

GIVE = re.compile(
    r"(?<![a-z0-9])(?<!hop )giao(?! (?:vien|thong|dich|duc|luu|trinh|khoa)\b)"
    r"(?: (?:tiep|them|viec|nhiem vu|moi|ngay))*(?: cho)?(?=[ :]|$)[ :]*"
)
""" "Giao tiếp cho Công an xã", and neither "giáo viên" nor "giao thông"; over flattened text."""
LEAD = re.compile(r"(?<![a-z0-9])(?:co quan )?chu tri(?: ?:| la\b| thuc hien\b)?")
HELP = re.compile(
    r"(?<![a-z0-9])(?:co quan )?phoi hop(?: ?:| la\b)?(?: (?:voi|cung|chat che|thuc hien)\b)*"
)
WORKS = (
    r"(?:ra soat|to chuc|xay dung|tham muu|kiem tra|huong dan|lap|lam|soan(?: thao)?|ban hanh|"
    r"tong hop|chuan bi|theo doi|giam sat|phan loai|so hoa|tuyen truyen|tap huan|van dong|"
    r"khao sat|de xuat|thanh lap|bo tri|viet)"
)
"""What new work begins with."""
CALLED = re.compile(
    rf" *\S+ \S.*?(?<! va)(?= (?:{WORKS}|trien khai|thuc hien|cap nhat|bao cao|hoan thanh|"
    r"hoan thien|tiep tuc|day manh|don doc|nhanh chong|khan truong|gui|nop) )"
)
""" "Ban Quản lý dự án" of "Ban Quản lý dự án lập báo cáo": two words at least, then the work."""
JOINED = re.compile(r"[\s,;:]*(?:va|cung|voi|cung voi)?\s*")


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words where an agency should stand: fitting several (`among`), or none that is known."""

    words: str
    among: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Agencies:
    """Agencies by id; `spans` are the stretches of words that say who leads and who helps."""

    leads: tuple[int, ...]
    coordinating: tuple[int, ...]
    collectives: tuple[str, ...]
    unclear_lead: Unclear | None
    unclear_helper: Unclear | None
    spans: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Part:
    """The agencies of one part (leading, helping), and what stands where one should."""

    mentions: list[Mention] = field(default_factory=list)
    unclear: Unclear | None = None
    collectives: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)


def read_agencies(typed: str, flat: str, mentions: Sequence[Mention]) -> Agencies:
    """Which of the agencies mentioned lead, and which help."""
    runs = _runs(flat, mentions)
    helping = _read_helping(typed, flat, runs)
    leading = _read_leading(typed, flat, runs)
    if not leading.mentions and leading.unclear is None and _begins_with(flat, runs):
        leading.mentions = runs[0]
        leading.spans.append((runs[0][0].start, runs[0][-1].end))
    leads, doubt = _ids(leading.mentions, typed)
    helpers, other_doubt = _ids(helping.mentions, typed)
    return Agencies(
        leads=leads,
        coordinating=tuple(one for one in helpers if one not in leads),
        collectives=tuple(helping.collectives),
        unclear_lead=doubt or (None if leads else leading.unclear),
        unclear_helper=other_doubt or helping.unclear,
        spans=(*helping.spans, *leading.spans),
    )


def names_unknown(flat: str) -> bool:
    """Whether an order goes to what is called as agencies are, whoever is known."""
    word = GIVE.match(flat)
    called = CALLED.match(flat, *_stretch(flat, word.end())) if word else None
    return called is not None and HEADS.match(called[0].strip()) is not None


def _read_helping(typed: str, flat: str, runs: list[list[Mention]]) -> _Part:
    """Who helps; takes the runs that do out of `runs`."""
    part = _Part()
    for word in HELP.finditer(flat):
        run = _beside(flat, runs, word.start(), word.end())
        stretch = _stretch(flat, word.end())
        if run is not None and _is_given_to(flat, run, word.start()):
            lead, helpers = run[:1], run[1:]
            runs[runs.index(run)] = lead
            part.mentions += helpers
            part.spans.append((lead[0].end, word.end()))
        elif run is not None:
            runs.remove(run)
            part.mentions += run
            part.spans.append((min(run[0].start, word.start()), max(run[-1].end, word.end())))
        elif is_collective(_words(typed, stretch)):
            stretch = (stretch[0], _collective_end(flat, stretch))
            part.collectives.append(_words(typed, stretch))
            part.spans.append((word.start(), stretch[1]))
        elif HEADS.match(fold(_words(typed, stretch))):
            part.unclear = Unclear(_words(typed, stretch))
            part.spans.append((word.start(), stretch[1]))
    return part


def _read_leading(typed: str, flat: str, runs: list[list[Mention]]) -> _Part:
    """Who leads; takes the runs that do out of `runs`."""
    part = _Part()
    for word in [*GIVE.finditer(flat), *LEAD.finditer(flat)]:
        run = _beside(flat, runs, word.start(), word.end(), after=word.re is GIVE)
        part.spans.append(word.span())
        if run is not None:
            runs.remove(run)
            part.mentions += run
            part.spans.append((run[0].start, run[-1].end))
        elif not part.mentions and part.unclear is None:
            stretch = _stretch(flat, word.end()) if word.re is GIVE else _before(flat, word.start())
            if word.re is GIVE and (called := CALLED.match(flat, *stretch)):
                stretch = called.span()
            words = _words(typed, stretch)
            if words and (HEADS.match(fold(words)) or LEAD.match(flat, stretch[1])):
                part.unclear = Unclear(words)
                part.spans.append(stretch)
    return part


def _begins_with(flat: str, runs: list[list[Mention]]) -> bool:
    """Whether the order begins with agencies, which then lead."""
    return bool(runs) and not flat[: runs[0][0].start].strip("_ ,;")


def _words(typed: str, stretch: tuple[int, int]) -> str:
    return typed[slice(*stretch)].strip(EDGES)


def _is_given_to(flat: str, run: Sequence[Mention], end: int) -> bool:
    """ "Giao Công an xã, Phòng Kinh tế phối hợp ...": the first leads, the others help."""
    if len(run) < 2 or run[-1].end > end:
        return False
    given = any(word.end() == run[0].start for word in GIVE.finditer(flat))
    return given and re.match(r",|\s*(?:voi|cung)\b", flat[run[0].end : run[1].start]) is not None


def _runs(flat: str, mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Agencies that are listed together ("Phòng Kinh tế, Công an xã và Đoàn Thanh niên")."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and JOINED.fullmatch(flat, runs[-1][-1].end, mention.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def _beside(
    flat: str, runs: list[list[Mention]], start: int, end: int, *, after: bool = False
) -> list[Mention] | None:
    """The agencies right after a word, else (unless only `after`) right before it.

    "X chủ trì, Y phối hợp" has them before; where both stand beside it, the nearer to the word
    without a mark between is meant.
    """
    following = next((r for r in runs if r[0].start >= end), None)
    if following and not re.fullmatch(r"[\s:]*", flat[end : following[0].start]):
        following = None
    preceding = next((r for r in reversed(runs) if r[-1].end <= start), None)
    if preceding and (after or flat[preceding[-1].end : start].strip()):
        preceding = None
    if following and preceding:
        return following if flat[start:end].startswith("phoi hop") else preceding
    return following or preceding


def _stretch(flat: str, start: int) -> tuple[int, int]:
    """The words from a place up to the next mark or the next word that begins another part."""
    stop = STOPS.search(flat, start)
    return start, stop.start() if stop else len(flat)


def _before(flat: str, end: int) -> tuple[int, int]:
    """The words before a place, back to the last mark."""
    return max(flat.rfind(mark, 0, end) for mark in ",;.:_") + 1, end


def _collective_end(flat: str, stretch: tuple[int, int]) -> int:
    """ "các phòng, ban, đơn vị liên quan" goes on over its commas."""
    related = re.compile(r"[^.;]{0,60}?lien quan").match(flat, stretch[0])
    return related.end() if related else stretch[1]


def _ids(mentions: list[Mention], typed: str) -> tuple[tuple[int, ...], Unclear | None]:
    sure = [one.ids[0] for one in mentions if len(one.ids) == 1]
    doubt = next((one for one in mentions if len(one.ids) > 1), None)
    unclear = Unclear(typed[doubt.start : doubt.end], doubt.ids) if doubt else None
    return tuple(dict.fromkeys(sure)), unclear
