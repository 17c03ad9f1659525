"""A task given in words: who leads, who helps, what is to be done, what comes of it, by when. Pure.

"Giao Phòng Kinh tế chủ trì, phối hợp Công an xã, xây dựng CSDL đất đai, xong trước 20/12/2025".
The parts may come in any order; what the words leave open stays open, to be asked.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.conversation.mentions import Directory, Mention, flatten
from bot.conversation.office.order_times import STOPS, Time, find_times
from bot.conversation.office.order_wording import EDGES, official
from bot.conversation.replies.letters import is_marked
from plans.agencies import HEADS, is_collective
from plans.words import clean, fold

PRODUCT = re.compile(
    r"(?<![a-z0-9])(?:(?:san pham(?: dau ra)?|dau ra|ket qua)(?: ?: ?| (?:la|gom) )"
    r"|(?:(?<=[,;.] )|(?<=_)|(?<=_ ))san pham (?=bao cao|ke hoach|quyet dinh|cong van|to trinh|"
    r"van ban|nghi quyet|de an|danh sach|bien ban|quy che|quy dinh|chuong trinh))\s*"
)
CONTENT = re.compile(r"(?<![a-z0-9])(?:noi dung|nhiem vu|viec)(?: nhiem vu)? ?: ?")
GIVE = re.compile(
    r"(?<![a-z0-9])giao(?: (?:tiep|them|viec|nhiem vu|moi|ngay))*(?: cho)?(?=[ :]|$)[ :]*"
)
LEAD = re.compile(r"(?<![a-z0-9])(?:co quan )?chu tri(?: ?:| la\b| thuc hien\b)?")
HELP = re.compile(
    r"(?<![a-z0-9])(?:co quan )?phoi hop(?: ?:| la\b)?(?: (?:voi|cung|chat che|thuc hien)\b)*"
)
JOINED = re.compile(r"[\s,;:]*(?:va|cung|voi|cung voi)?\s*")
FILLER = re.compile(
    r"^(?:(?:va|thi|de|la|hay|can|phai|thuc hien nhiem vu|chiu trach nhiem)(?= )\s*)+|"
    r"(?:(?<=\s)|^)(?:va|thi|de|la)$"
)
BARE = 4
"""Words from which on a part without any mark lacks them, though the rest has them."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words where an agency should stand: fitting several (`among`), or none that is known."""

    words: str
    among: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A task as read from words; what they do not say is empty.

    `times` holds every deadline named: one is meant to be plain, two have to be asked about.
    """

    content: str = ""
    leads: tuple[int, ...] = ()
    coordinating: tuple[int, ...] = ()
    companies: tuple[str, ...] = ()
    """Helpers named together and none by name ("các đơn vị liên quan")."""
    product: str | None = None
    times: tuple[Time, ...] = ()
    unclear_lead: Unclear | None = None
    unclear_helper: Unclear | None = None


def read_order(text: str, directory: Directory, *, today: date) -> Order:
    """What a text gives to whom; never raises, and guesses nothing that it can leave open."""
    typed = clean(text)
    flat = flatten(typed)
    mentions = directory.find(typed)
    times, spans = find_times(typed, flat, [mention.start for mention in mentions], today)
    flat = _blank(flat, spans)
    order, taken = _agencies(typed, flat, mentions)
    flat = _blank(flat, taken)
    product, span = _product(typed, flat)
    flat = _blank(flat, [span] if span else [])
    return replace(
        order,
        content=_worded(_content(typed, flat), typed),
        product=product and _worded(product, typed),
        times=times,
    )


def _agencies(
    typed: str, flat: str, mentions: Sequence[Mention]
) -> tuple[Order, list[tuple[int, int]]]:
    """Who leads and who helps, and every stretch of words that says so."""
    runs = _runs(flat, mentions)
    taken: list[tuple[int, int]] = []
    helping, unclear_helper, companies = [], None, []
    for word in HELP.finditer(flat):
        run = _beside(flat, runs, word.start(), word.end())
        stretch = _stretch(flat, word.end())
        if run is not None and _is_given_to(flat, run, word.start()):
            run, lead = run[1:], run[:1]
            runs[runs.index([*lead, *run])] = lead
            helping += run
            taken.append((run[0].start, word.end()))
        elif run is not None:
            helping += run
            runs.remove(run)
            taken.append((min(run[0].start, word.start()), max(run[-1].end, word.end())))
        elif is_collective(typed[slice(*stretch)].strip(EDGES)):
            stretch = (stretch[0], _company_end(flat, stretch))
            companies.append(typed[slice(*stretch)].strip(EDGES))
            taken.append((word.start(), stretch[1]))
        elif HEADS.match(fold(typed[slice(*stretch)].strip(EDGES))):
            unclear_helper = Unclear(typed[slice(*stretch)].strip(EDGES))
            taken.append((word.start(), stretch[1]))
    leading, unclear_lead = [], None
    for word in [*GIVE.finditer(flat), *LEAD.finditer(flat)]:
        run = _beside(flat, runs, word.start(), word.end(), after=word.re is GIVE)
        taken.append(word.span())
        if run is not None:
            leading += run
            runs.remove(run)
            taken.append((run[0].start, run[-1].end))
        elif not leading and unclear_lead is None:
            stretch = _stretch(flat, word.end()) if word.re is GIVE else _before(flat, word.start())
            words = typed[slice(*stretch)].strip(EDGES)
            if words and (HEADS.match(fold(words)) or LEAD.match(flat, stretch[1])):
                unclear_lead = Unclear(words)
                taken.append(stretch)
    if not leading and unclear_lead is None and runs and not flat[: runs[0][0].start].strip("_ ,;"):
        leading = runs[0]
        taken.append((leading[0].start, leading[-1].end))
    leads, doubt = _ids(leading, typed)
    helpers, other_doubt = _ids(helping, typed)
    order = Order(
        leads=leads,
        coordinating=tuple(one for one in helpers if one not in leads),
        companies=tuple(companies),
        unclear_lead=doubt or (None if leads else unclear_lead),
        unclear_helper=other_doubt or unclear_helper,
    )
    return order, taken


def _is_given_to(flat: str, run: Sequence[Mention], end: int) -> bool:
    """ "Giao Công an xã, Phòng Kinh tế phối hợp ...": the first leads, the others help."""
    if len(run) < 2 or run[-1].end > end:
        return False
    given = any(word.end() == run[0].start for word in GIVE.finditer(flat))
    return given and "," in flat[run[0].end : run[1].start]


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


def _company_end(flat: str, stretch: tuple[int, int]) -> int:
    """ "các phòng, ban, đơn vị liên quan" goes on over its commas."""
    related = re.compile(r"[^.;]{0,60}?lien quan").match(flat, stretch[0])
    return related.end() if related else stretch[1]


def _ids(mentions: list[Mention], typed: str) -> tuple[tuple[int, ...], Unclear | None]:
    sure = [one.ids[0] for one in mentions if len(one.ids) == 1]
    doubt = next((one for one in mentions if len(one.ids) > 1), None)
    unclear = Unclear(typed[doubt.start : doubt.end], doubt.ids) if doubt else None
    return tuple(dict.fromkeys(sure)), unclear


def _product(typed: str, flat: str) -> tuple[str | None, tuple[int, int] | None]:
    word = PRODUCT.search(flat)
    if word is None:
        return None, None
    stop = re.compile(r";|\.(?=\s|$)|_|\n|$|,(?=\s*_)").search(flat, word.end())
    end = stop.start() if stop else len(flat)
    return typed[word.end() : end].strip(EDGES) or None, (word.start(), end)


def _worded(part: str, typed: str) -> str:
    """A part in official words; one of several words without a mark was typed without marks."""
    bare = not is_marked(part) and len(part.split()) >= BARE
    return official(part, marked=is_marked(typed) and not bare)


def _content(typed: str, flat: str) -> str:
    """What is left is the work itself, as an official text would write it."""
    flat = CONTENT.sub(lambda found: "_" * len(found[0]), flat)
    pieces = []
    for kept in re.finditer(r"[^_]+", flat):
        piece = typed[kept.start() : kept.end()].strip(EDGES)
        while filler := FILLER.search(flatten(piece)):
            piece = (piece[: filler.start()] + piece[filler.end() :]).strip(EDGES)
        if piece:
            pieces.append(piece)
    return ", ".join(pieces)


def _blank(flat: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        flat = flat[:start] + "_" * (end - start) + flat[end:]
    return flat
