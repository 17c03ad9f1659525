"""Sections of a report: a heading whose words are said of every task listed under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.conversation.listening.letters import vn, words
from bot.conversation.replies.targets.names import LIST, Name, read_numbers
from bot.conversation.replies.targets.number_words import TASK

WORK = words("thực hiện, triển khai, làm, tiến hành, xử lý, giải quyết, trình, trình ký")
STATE = (
    r"(?:(?:đã|được|cơ bản) )*(?:hoàn thành|hoàn tất|xong)"
    rf"|(?:`đã|đang|chưa|mới|vẫn đang|vẫn chưa)(?: được)? (?:hoàn thành|xong|{WORK})(?: xong)?"
    r"|(?:đang|chưa)(?= ?:)"
    r"|(?:(?:đang|bị|còn|gặp) )?(?:vướng|khó khăn)(?:,? vướng mắc| mắc)?(?=[ :(])"
    r"|(?:(?:xin|đề nghị) )?gia hạn(?=[ :(])|(?:đang |bị )?quá hạn(?=[ :(])"
)
LISTS = words("gồm, bao gồm, gồm có, gồm các, là, như sau, sau, sau đây, đó là, cụ thể, có")
NUMBERING = r"(?:(?:[ivx]{1,4}|\d{1,2}|[a-z]|đ) ?[.)/]+ ?)"
COUNT = rf"\d{{1,3}}(?: {TASK})?"
COUNTED = vn(rf"\d{{1,3}}(?= {TASK})")
PERIOD = r"trong (?:kỳ|tuần|tháng|quý|năm)(?: \d[\d/]*| này| qua| vừa qua| [ivx]+)*"
HEADING = vn(
    rf"(?:(?:^|(?<=[.;\n|])|(?<= [-–+•*])|(?<=[\d)] ))[^\w(]{{0,9}}(?P<numbering>{NUMBERING})?"
    r"|(?<=[:,(])[^\w(]{0,9})"
    r"(?P<words>(?:(?:phòng|đơn vị|em|tôi|xã) )?(?:(?P<counted>\d{1,3}) (?=[^\W\d]))?"
    rf"(?P<noun>(?:(?:các|những|danh sách|nhóm|mục|hai|ba|bốn) )*{TASK}(?: được giao| sau)? )?"
    rf"(?P<state>{STATE})"
    rf"(?: đúng (?:hạn|tiến độ|thời hạn)| dứt điểm)*(?P<period> {PERIOD})?)"
    rf"(?P<count> {COUNT}| ?\({COUNT}\)(?= ?:)"
    rf"| ?: ?{COUNT}(?= ?\((?:các |số |# ?)*\d{{1,3}} ?[,;)]))?"
    rf"(?: {LISTS})*"
    rf" ?(?P<mark>[:(]\s*|\n\s*|(?(noun)[-–]\s*(?=(?:số |#)?\d|{TASK}(?: số)? ?#?\d)|(?!)))"
)
""" "Các nhiệm vụ đã hoàn thành gồm:", "đang thực hiện 2 (", "II. CHƯA TRIỂN KHAI" on its line."""

TASK_WORD = rf"(?:(?:các |những )?{TASK}(?: số)? ?[:#]? ?|số |#)"
ITEM = vn(
    rf"[^\w(]{{0,9}}(?:và |cùng )?(?:{NUMBERING}(?={TASK_WORD}))?"
    rf"(?P<name>(?P<task>{TASK_WORD})?(?P<list>{LIST}))"
)
OWN = vn(
    r"(?: ?[:-]? ?(?:(?:đạt|được|khoảng|mới) )*\d{1,3} ?%)?(?: ?\([^()\n]*\))*"
    r"(?=\W*$|[ ,;.)]*\n|[,;)] ?|\.(?!\d)| và | (?:[-–+•*|] )?(?=[^:\n\d,;.]{2,40}:))"
)
""" "(45%)", "(KH 45)": all that an item on its heading's own line may say."""

LETTER = re.compile(r"\w")
PERCENT = re.compile(r"[1-9][05]\b")
""" "Đã hoàn thành: 80" may be percents."""

BULLET = re.compile(r"[^\w\s]")
TOTALS = vn(r"\btổng(?! hợp| kết)(?: số| cộng)?\b|\bsố(?: lượng)? (?:việc|nhiệm vụ)\b")
""" "Tổng số 5 nhiệm vụ; đã hoàn thành: 3": how many, and not which."""


BEEN = vn(r"`đã\b|\bda\b")
ORDERED = vn(
    r"\b(?:yêu cầu|đề nghị|(?<!được )giao|phân công|kế hoạch|mục tiêu|dự kiến|phấn đấu|tới"
    r"|(?<!như )`sau|`cần|phải|sẽ|nếu|đôn đốc|nhắc)\b"
)
""" "Tuần tới, hoàn thành: việc 5" is a plan, "đề nghị các phòng: hoàn thành việc 5" an order."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading at `start:end`, where it tells the state, and the tasks listed under it.

    It names none where it only counts them. `bare` is one number alone, which several headings
    may count; `unsure` says that its words may be no report.
    """

    start: int
    end: int
    state: tuple[int, int]
    names: tuple[Name, ...]
    bare: bool = False
    unsure: bool = False


def find_sections(said: str) -> list[Section]:
    """Every heading that lists tasks, in its order.

    >>> [section.names for section in find_sections("đã hoàn thành: 5, 6. đang thực hiện: 8")]
    [((15, 19, (5, 6)),), ((37, 38, (8,)),)]
    """
    found = [section for one in HEADING.finditer(said) if (section := _read(said, one))]
    if not all(section.bare for section in found):
        return found
    if len(found) == 1 and PERCENT.match(said, found[0].names[0][0]):
        return []
    return [replace(one, unsure=one.unsure or len(found) > 1) for one in found]


def _read(said: str, heading: re.Match[str]) -> Section | None:
    below = "\n" in heading["mark"]
    items = _items(said, heading.end(), below=below)
    if not items and heading["mark"][0] in "-–":  # said of no task, and of none that follows
        return Section(*heading.span("words"), heading.span("state"), ())
    if not items or (below and not _stands_above(said, heading)):
        return None
    if heading["period"] and not BEEN.match(heading["state"]):  # "hoàn thành trong tháng 12: 5, 6"
        return None
    bare = all(item["list"].isdigit() and not item["task"] for item in items)
    names = tuple((*item.span("name"), read_numbers(item["list"])) for item in items)
    counted = _is_counted(heading, names)
    if heading["mark"][0] == "(" and bare and not counted:
        return None
    state = heading.span("state")
    start = heading.start("numbering" if heading["numbering"] else "words")
    end = heading.end("count" if heading["count"] else "words")
    if bare and TOTALS.search(said, 0, heading.end()) and not counted:
        return Section(start, items[-1].end(), state, ())
    bare = bare and len(items) == 1
    ordered = ORDERED.search(said, 0, start) and not BEEN.match(heading["state"])
    unsure = ordered or (bare and heading["noun"] and not heading["counted"])
    return Section(start, end, state, names, bare, bool(unsure))


def _is_counted(heading: re.Match[str], names: Sequence[Name]) -> bool:
    """ "01 nhiệm vụ vướng (45)", "đang làm 2 nhiệm vụ (4, 5)": as many are listed as it counts."""
    counted = heading["counted"] if heading["noun"] else COUNTED.search(heading["count"] or "")
    number = counted[0] if isinstance(counted, re.Match) else counted
    return number is not None and int(number) == sum(len(numbers) for *_, numbers in names)


def _items(said: str, place: int, *, below: bool) -> list[re.Match[str]]:
    """The tasks listed from there on; none where the last of them is said to stand otherwise.

    "Đã hoàn thành: việc 5, việc 6 đang làm" is no list, and a line "1. Tập huấn" names no task.
    """
    items: list[re.Match[str]] = []
    while item := ITEM.match(said, place):
        own = OWN.match(said, item.end())
        parted = "\n" in said[place : item.start("name")]
        if items and parted != below:
            break
        end = (said + "\n").index("\n", item.end())
        clean = own is not None and not (below and LETTER.search(said, own.end(), end))
        if not (clean or (below and item["task"])):
            return items if below else []
        items.append(item)
        place = own.end() if own and not below else end
    return items


def _stands_above(said: str, heading: re.Match[str]) -> bool:
    """Whether a heading has its line to itself, and cannot be a report of its own."""
    line = said.rfind("\n", 0, heading.start("words")) + 1
    if LETTER.search(said, line, heading.start()):
        return False
    marked = heading["mark"][0] == ":" or heading["noun"]
    return bool(marked or BULLET.match(said, heading.end()))
