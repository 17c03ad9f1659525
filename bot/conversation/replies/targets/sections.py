"""Sections of a report: a heading whose words are said of every task listed under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.conversation.listening.letters import vn
from bot.conversation.replies.targets.headings import HEADING, NUMBERING, PERIOD
from bot.conversation.replies.targets.names import LIST, Name, read_numbers
from bot.conversation.replies.targets.number_words import TASK

COUNTS = vn(r"(?:tổng |các )*số ")
COUNTED = re.compile(r"\d{1,3}")
TASK_WORD = rf"(?:(?:các |những )?{TASK}(?: số)? ?[:#]? ?|số |#)"
ITEM = vn(
    rf"[^\w(]{{0,9}}(?:và |cùng )?(?:{NUMBERING}(?={TASK_WORD}))?"
    rf"(?P<name>(?P<task>{TASK_WORD})?(?P<list>(?!\d+,\d+ ?%){LIST}))"
)
OWN = vn(
    r"(?: ?[:-]? ?(?:(?:đạt|được|khoảng|mới) )*\d{1,3} ?%)?(?: ?\([^()\n]*\))*"
    r"(?=\W*$|[ ,;.)]*\n|[,;)] ?|\.(?!\d)| và | (?:[-–+•*|] )?(?=[^:\n\d,;.]{2,40}:))"
)
""" "(45%)", "(KH 45)": all that an item on its heading's own line may say."""

INSIDE = vn(r" ?: ?[^,;:()\n]{1,60}(?=[,;)])")
""" "02 nhiệm vụ đang thực hiện (NV 31: 45%, NV 55: thường xuyên)"."""

LETTER = re.compile(r"\w")
PERCENT = re.compile(r"[1-9][05]\b")
""" "Đã hoàn thành: 80" may be percents."""

BULLET = re.compile(r"[^\w\s]")
TOTALS = vn(
    r"\btổng(?! hợp| kết)(?: số| cộng)?\b|\bsố(?: lượng)? (?:việc|nhiệm vụ)\b"
    r"|\bđược giao(?: là)?:? ?\d"
)
""" "Tổng số 5 nhiệm vụ; đã hoàn thành: 3": how many, and not which."""


LEFT = vn(r"(?:phải |được |vẫn )*(?:chưa|đang|mới|chuyển|chậm)\b")
""" "Hoàn thành trong tháng: 16. Chuyển sang tháng sau: 18" reports, beside what is left."""

MOVED = vn(r"(?:phải |được )?chuyển")
TERM = vn(rf"\b{PERIOD}")
TERM_BEFORE = vn(rf"\b{PERIOD} $")
""" "ok nhưng trong tháng 1/2026 hoàn thành 2 nhiệm vụ: 17, 29"."""

BEEN = vn(r"`đã\b|\bda\b")
ORDERED = vn(
    r"\b(?:yêu cầu|đề nghị|(?<!được )giao(?! ban)|phân công|kế hoạch|mục tiêu|dự kiến|phấn đấu|tới"
    r"|(?<!như )`sau|`cần|phải|sẽ|nếu|đôn đốc|nhắc)\b"
)
""" "Tuần tới, hoàn thành: việc 5" is a plan, "đề nghị các phòng: hoàn thành việc 5" an order."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading at `start:end`, where it tells the state, and the tasks listed under it.

    It names none where it only counts them. `bare` is one number alone, which several headings
    may count; `unsure` says that its words may be no report, `term` that they may set one: "hoàn
    thành trong tháng 12". `loose` has no mark before its list, and counts beside others alone.
    """

    start: int
    end: int
    state: tuple[int, int]
    names: tuple[Name, ...]
    bare: bool = False
    unsure: bool = False
    term: bool = False
    loose: bool = False


def find_sections(said: str) -> list[Section]:
    """Every heading that lists tasks, in its order.

    >>> [section.names for section in find_sections("đã hoàn thành: 5, 6. đang thực hiện: 8")]
    [((15, 19, (5, 6)),), ((37, 38, (8,)),)]
    """
    found = [section for one in HEADING.finditer(said) if (section := _read(said, one))]
    if len(found) == 1 and found[0].loose:
        return []
    left = [match[0] for one in found if (match := LEFT.match(said[slice(*one.state)]))]
    for place, one in enumerate(found):
        named = any(letter.isdigit() for letter in said[one.start : one.end])
        enough = [words for words in left if not (named and MOVED.match(words))]
        found[place] = replace(one, unsure=one.unsure or (one.term and not enough))
    if not all(section.bare for section in found):
        return found
    if len(found) == 1 and PERCENT.match(said, found[0].names[0][0]):
        return []
    return [replace(one, unsure=one.unsure or len(found) > 1) for one in found]


def _read(said: str, heading: re.Match[str]) -> Section | None:
    below = "\n" in heading["mark"]
    bracket = heading["mark"].strip() == "("
    within = said[: _closing(said, heading.end())] if bracket else said
    items = _items(within, heading.end(), below=below, bracket=bracket)
    if not items and heading["mark"].strip() in (
        "-",
        "–",
    ):  # said of no task, and of none that follows
        return Section(*heading.span("words"), heading.span("state"), ())
    if not items or (below and not _stands_above(said, heading)):
        return None
    bare = all(item["list"].isdigit() and not item["task"] for item in items)
    names = tuple((*item.span("name"), read_numbers(item["list"])) for item in items)
    counted = _is_counted(heading, names)
    if bracket and bare and not counted:
        return None
    state = heading.span("state")
    start = heading.start("numbering" if heading["numbering"] else "words")
    end = heading.end("count" if heading["count"] else "words")
    if bare and TOTALS.search(said, 0, heading.end()) and not counted:
        counts = COUNTS.match(heading["noun"] or "")  # "số nhiệm vụ hoàn thành: 12"
        return None if counts else Section(start, items[-1].end(), state, ())
    bare = bare and len(items) == 1 and not counted
    ordered = ORDERED.search(said, 0, start) and not BEEN.match(heading["state"])
    loose = not (heading["mark"].strip() or below or counted)
    shares = "/" in (heading["count"] or "") and not counted
    unsure = ordered or shares or (bare and heading["noun"] and not heading["counted"])
    period = TERM.search(heading["words"]) or TERM_BEFORE.search(said, 0, start)
    term = period is not None and not BEEN.match(heading["state"])
    return Section(start, end, state, names, bare, bool(unsure), term, loose)


def _is_counted(heading: re.Match[str], names: Sequence[Name]) -> bool:
    """ "01 nhiệm vụ vướng (45)", "đang làm 2 nhiệm vụ (4, 5)": as many are listed as it counts."""
    told = (heading["noun"] and heading["counted"]) or heading["count"] or ""
    counted = COUNTED.search(told)
    return counted is not None and int(counted[0]) == sum(len(listed) for *_, listed in names)


def _items(said: str, place: int, *, below: bool, bracket: bool) -> list[re.Match[str]]:
    """The tasks listed from there on; none where the last of them is said to stand otherwise.

    "Đã hoàn thành: việc 5, việc 6 đang làm" is no list, and a line "1. Tập huấn" names no task.
    """
    items: list[re.Match[str]] = []
    while item := ITEM.match(said, place):
        own = OWN.match(said, item.end()) or (INSIDE.match(said, item.end()) if bracket else None)
        parted = "\n" in said[place : item.start("name")]
        if parted and items and not below:
            break
        end = (said + "\n").index("\n", item.end())
        clean = own is not None and not (below and LETTER.search(said, own.end(), end))
        if not (clean or (below and item["task"])):
            return items if below else []
        items.append(item)
        following = ITEM.match(said, own.end()) if own and below else None
        goes_on = following is not None and following["task"] is not None
        place = own.end() if own and (goes_on or not below) else end
    return items


def _closing(said: str, place: int) -> int:
    """Where the bracket that is open there is closed; the end of the text if it never is."""
    depth = 1
    for at in range(place, len(said)):
        depth += (said[at] == "(") - (said[at] == ")")
        if not depth:
            return at + 1
    return len(said)


def _stands_above(said: str, heading: re.Match[str]) -> bool:
    """Whether a heading has its line to itself, and cannot be a report of its own."""
    line = said.rfind("\n", 0, heading.start("words")) + 1
    if LETTER.search(said, line, heading.start()):
        return False
    marked = heading["mark"].strip() == ":" or heading["noun"]
    return bool(marked or BULLET.match(said, heading.end()))
