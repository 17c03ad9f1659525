"""A task given in words: who leads, who helps, what is to be done, what comes of it, by when. Pure.

"Giao Phòng Kinh tế chủ trì, phối hợp Công an xã, xây dựng CSDL đất đai, xong trước 20/12/2025".
The parts may come in any order; what the words leave open stays open, to be asked.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.conversation.mentions import Directory, Mention, flatten
from bot.conversation.replies.days import find_days
from bot.conversation.replies.letters import is_marked
from bot.conversation.replies.said import listen
from db.enums import DeadlineKind
from plans.agencies import HEADS, is_collective
from plans.deadlines import Deadline, read_deadline
from plans.restore import restore_text
from plans.words import clean, fold

DATED = (DeadlineKind.BY, DeadlineKind.RECURRING, DeadlineKind.ONGOING)

SAYS_DONE = r"(?:phai )?(?:xong|hoan thanh|hoan tat)"
NAMES_TIME = r"(?:thoi han|han|thoi gian)(?: (?:hoan thanh|thuc hien|la|cuoi))*"
SOMETIME = (
    r"truoc|trong|cham nhat|den (?:het|ngay)|het|hang|thuong xuyen|dinh ky|quy|thang|cuoi|"
    r"ngay|thu|chu nhat|tuan|mai|\d{1,2}/\d"
)
LATEST = re.compile(
    rf"(?<![a-z0-9])(?:(?P<lead>{SAYS_DONE}|{NAMES_TIME})(?: ?: ?| (?=\d|{SOMETIME}))"
    rf"|(?=(?:truoc|trong|cham nhat|den het|hang|thuong xuyen|dinh ky)\b))"
)
"""Where a deadline may begin: after a word that says so, or at one that only deadlines begin
with."""
STOPS = re.compile(r"[,;](?=\s|$)|\.(?=\s|$)|$|(?<= )(?=giao |phoi hop|chu tri|san pham)")
PRODUCT = re.compile(
    r"(?<![a-z0-9])(?:(?:san pham(?: dau ra)?|dau ra|ket qua)(?: ?: ?| (?:la|gom) )"
    r"|(?:(?<=[,;.] )|(?<=_)|(?<=_ ))san pham (?=bao cao|ke hoach|quyet dinh|cong van|to trinh|"
    r"van ban|nghi quyet|de an|danh sach|bien ban|quy che|quy dinh|chuong trinh))\s*"
)
CONTENT = re.compile(r"(?<![a-z0-9])(?:noi dung|nhiem vu|viec)(?: nhiem vu)? ?: ?")
GIVE = re.compile(r"(?<![a-z0-9])giao(?: (?:viec|nhiem vu))?(?: cho)?(?=[ :]|$)[ :]*")
LEAD = re.compile(r"(?<![a-z0-9])(?:co quan )?chu tri(?: ?:| la\b| thuc hien\b)?")
HELP = re.compile(
    r"(?<![a-z0-9])(?:co quan )?phoi hop(?: ?:| la\b)?(?: (?:voi|cung|chat che|thuc hien)\b)*"
)
JOINED = re.compile(r"[\s,;:]*(?:va|cung|voi|cung voi)?\s*")
EDGES = " \t\n,;:.-–"
FILLER = re.compile(
    r"^(?:(?:va|thi|de|la|hay|can|phai|thuc hien nhiem vu|chiu trach nhiem)(?= )\s*)+|"
    r"(?:(?<=\s)|^)(?:va|thi|de|la)$"
)

ABBREVIATIONS = {
    "CSDL": "cơ sở dữ liệu",
    "CĐS": "chuyển đổi số",
    "CDS": "chuyển đổi số",
    "CNTT": "công nghệ thông tin",
    "TTHC": "thủ tục hành chính",
    "DVC": "dịch vụ công",
    "DVCTT": "dịch vụ công trực tuyến",
    "ATTT": "an toàn thông tin",
    "BC": "báo cáo",
    "XD": "xây dựng",
    "VB": "văn bản",
    "DN": "doanh nghiệp",
    "HKD": "hộ kinh doanh",
    "TL": "tài liệu",
}
"""What is typed for short in a task, and how an official text writes it."""

UNMISTAKABLE = 4
"""Letters from which on an abbreviation is known in lower case too."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words where an agency should stand: fitting several (`among`), or none that is known."""

    words: str
    among: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A deadline in words that `read_deadline` takes, and what they mean."""

    words: str
    deadline: Deadline


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
    times, spans = _times(typed, flat, [mention.start for mention in mentions], today)
    flat = _blank(flat, spans)
    order, taken = _agencies(typed, flat, mentions)
    flat = _blank(flat, taken)
    product, span = _product(typed, flat)
    flat = _blank(flat, [span] if span else [])
    return replace(
        order,
        content=_official(_content(typed, flat), marked=is_marked(typed)),
        product=product and _official(product, marked=is_marked(typed)),
        times=times,
    )


def read_time(text: str, *, today: date) -> Time | None:
    """A deadline said alone: in a plan's words, else a day counted from today ("thứ sáu này")."""
    return _read_planned(text, today) or _read_day(text, today)


def _bare(text: str) -> str:
    """A deadline's words without the one that announces it."""
    words = clean(text).strip(EDGES)
    bare = re.sub(rf"^(?:{SAYS_DONE}|{NAMES_TIME})[ :]+", "", flatten(words))
    return words[len(words) - len(bare) :].strip(EDGES)


def _read_planned(text: str, today: date) -> Time | None:
    """A deadline as plans write it; a day without its year is the next such day."""
    words = _bare(text)
    yearless = re.search(r"(?<![\d/])\d{1,2}/\d{1,2}$", words)
    tried = [f"{words}/{today.year}", f"{words}/{today.year + 1}"] if yearless else [words]
    for attempt in tried if words else ():
        found = read_deadline(attempt, issued_on=today)
        passed = yearless and found.due is not None and found.due < today
        if found.kind in DATED and not passed:
            marked = is_marked(attempt) or not re.search("[a-z]", attempt.lower())
            return Time(_official(attempt, marked=marked), found)
    return None


def _read_day(text: str, today: date) -> Time | None:
    """A day counted from today ("thứ sáu tuần sau", "cuối tháng"), written out."""
    said = listen(_bare(text))
    days = [day for day in find_days(said.words, today=today, marked=said.marked) if day.last]
    if len(days) != 1 or days[0].doubtful:
        return None
    day = days[0]
    due = day.first - timedelta(days=1) if day.before and day.first else day.last
    return Time(f"{due:%d/%m/%Y}", Deadline(DeadlineKind.BY, due=due)) if due else None


def _times(
    typed: str, flat: str, agencies: Sequence[int], today: date
) -> tuple[tuple[Time, ...], list[tuple[int, int]]]:
    """Every deadline that the text names, and where; `agencies` are where their names begin.

    A plan's wording is taken as long as it goes, a day counted from today up to the first mark.
    """
    found: list[Time] = []
    spans: list[tuple[int, int]] = []
    for begin in LATEST.finditer(flat):
        if spans and begin.start() < spans[-1][1]:
            continue
        marks = [stop.start() for stop in STOPS.finditer(flat, begin.end())]
        ends = sorted({*marks[:3], *(a for a in agencies if begin.end() < a)})[:3]
        readings = [(_read_planned(typed[begin.end() : end], today), end) for end in reversed(ends)]
        if begin["lead"] and ends:
            readings.append((_read_day(typed[begin.end() : ends[0]], today), ends[0]))
        time, end = next(((t, end) for t, end in readings if t is not None), (None, 0))
        if time is not None:
            found.append(time)
            spans.append((begin.start(), end))
    different = {(time.deadline.due, time.deadline.recurs): time for time in found}
    return tuple(different.values()), spans


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


def _official(text: str, *, marked: bool) -> str:
    """Abbreviations written out, marks put back where none were typed, a capital in front."""
    text = re.sub(r"\w+", _spell_out, text)
    return _capital(text if marked else restore_text(text, damaged=True).text)


def _spell_out(word: re.Match[str]) -> str:
    known = word[0].upper() if len(word[0]) >= UNMISTAKABLE else word[0]
    return ABBREVIATIONS.get(known, word[0])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _blank(flat: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        flat = flat[:start] + "_" * (end - start) + flat[end:]
    return flat
