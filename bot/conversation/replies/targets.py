"""Which tasks a message names, and which of its words belong to which of them."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.conversation.replies.letters import vn
from bot.conversation.replies.said import blank

LONGEST_CLAUSE = 400
"""Characters of a clause; a longer run without any mark is read in pieces that overlap."""

OVERLAP = 60
TIMES = (
    r"(?:ngày|(?:tuần|tháng|năm)(?! (?:sau|tới|này|trước|nay|\d))|giờ|h|g|phút|người|lần|buổi"
    r"|hôm|bữa|triệu|tr|tỷ|đồng|việc|nhiệm vụ|công việc|đầu việc)"
)
COUNTED = (
    rf"(?:{TIMES}|hạng mục|nội dung|chỉ tiêu|hồ sơ|hộ|thôn|xóm|tổ|xã|cán bộ|máy|bộ|cái|camera"
    rf"|tài khoản|văn bản|thủ tục|điểm|trường|lớp|phòng|đơn vị|cơ quan|sản phẩm|mục|phần|bước|km"
    rf"|ha|phần trăm)"
)
NOT_TASK = rf"(?![\d%/]|[.]\d| ?%| ?/| {TIMES}\b|-\d+[/-])"
NOT_LISTED = rf"(?![\d%/]|[.]\d|(?:,\d+){{0,3}} ?%| ?/| {COUNTED}\b|-\d+(?:[/-]| ?%))"
JOIN = (
    r"(?: ?[,&+] ?(?:và )?|(?: và | với | cùng | đến | tới )(?:(?:việc|nhiệm vụ) )?"
    r"| ?- ?)(?:số )?#?"
)
LIST = rf"\d{{1,5}}{NOT_TASK}(?:{JOIN}(?!20\d\d)\d{{1,4}}{NOT_LISTED}){{0,40}}"
HEAD = (
    r"\b(?:(?:các|những|cả|hai|ba|[2-9]) )*(?:đầu việc|công việc|việc|nhiệm vụ|task|cv|mã việc"
    r"|mã nhiệm vụ)(?: sau(?: đây)?| mang)?(?: số| thứ| có số| stt)? ?[:#]? ?(?!20\d\d\b)|# ?"
)
NAMED = vn(rf"(?:{HEAD})({LIST})")
SAYS = (
    r"(?:xong|hoàn thành|hoàn tất|được|đạt|đang|chưa|vướng|khó khăn|gặp|xin|gia hạn|mới|gần|sắp"
    r"|cơ bản|làm|triển khai|thực hiện|không|bị|đã|tắc|kẹt|thiếu|nhắc|là gì|thế nào|đến đâu|vẫn"
    r"|sẽ|dự kiến|chậm|ok|khoảng|trên|hơn|\d{1,3} ?%|tiến độ|đề nghị gia|nhầm|của phòng|một nửa"
    r"|nửa)"
)
BARE = vn(
    rf"(?:^|(?<=[,;.!?\n:]))\W{{0,9}}(?:(?:còn|và|riêng|dạ|em|báo cáo|kính|thưa|anh|chị|đồng chí"
    rf"|vâng) )*((?!20\d\d)\d{{1,3}}{NOT_LISTED}(?:{JOIN}\d{{1,3}}{NOT_LISTED}){{0,40}})(?="
    rf" ?[:=.)-]? ?(?:thì |là |cũng |vẫn |đều |em |bị |mới )*{SAYS}\b| ?[:=)-]? ?\d{{1,3}} ?(?:%"
    rf"|phần trăm))"
)
FOLLOWED = vn(
    rf"\b(?:còn|và|xong|hoàn thành|rồi) (\d{{1,3}}{NOT_LISTED})(?= (?:thì |là |cũng "
    rf"|vẫn )*(?:chưa|đang|xong|vướng|được|đạt|mới))"
)
SHOWN = vn(r"^\W*(?:cho (?:em |tôi )?)?(?:xem|chi tiết|mở) (\d{1,3})\W*$")
SEPARATOR = vn(
    r"(?<![\d,])(?:(?<!khó khăn)(?<!vướng mắc),|,(?! ?(?:khó khăn|vướng)))|(?<=\d),(?!\d)"
    r"|(?<!\d)\.+|\.+(?!\d)|[;!?\n]+|\b(?=(?:nhưng|tuy nhiên|tuy vậy|song hiện|mặc dù)\b)"
)
OTHERS = vn(
    r"^\W*(?:và |còn |riêng )?(?:các|những|mấy)? ?(?:việc|nhiệm vụ|cái) (?:còn lại|khác)\b"
    r"|^\W*(?:các|những) (?:phần )?(?:còn lại|khác)\b"
)
CONNECTORS = vn(
    r"^(?:\W|_|\b(?:và|với|cùng|còn|thì|là|các|những|của|cho|về|em|dạ|số|nhiệm vụ|việc)\b)*$"
)
LOOSE_ENDS = vn(r"(?:^ ?(?:thì|là) |[ ,]+(?:và|còn|với|cùng|riêng|thì)?[ ,]*$)")


@dataclass(slots=True)
class Clause:
    """A stretch of the message's words from `start` on; ends with its mark, if it has one."""

    words: str
    start: int


@dataclass(slots=True)
class Part:
    """What the message says of some tasks; no numbers where it names none.

    `named_last` says that the words came before the numbers ("đã xong việc 4"), so that a number
    that follows alone ("..., việc 5") is one of them.
    """

    tasks: list[int] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    named_last: bool = False
    speaks: bool = False

    def add(self, clause: Clause) -> None:
        """Take in a clause; one of nothing but connecting words says nothing of the tasks."""
        self.clauses.append(clause)
        self.speaks = self.speaks or CONNECTORS.match(clause.words) is None


def part_by_task(words: str) -> list[Part]:
    """The message in parts, one for each group of tasks that is spoken of together.

    A clause belongs to the task named before it ("việc 12 được 80%, vướng kinh phí"); what comes
    before the first is a part of its own, unless nothing else is said of that task ("đã xong,
    nv 5").
    """
    names = deque(_find_names(words))
    hidden = blank(words, [(start, end) for start, end, _ in names])
    parts = [Part()]
    for clause in _split(hidden):
        end = clause.start + len(clause.words)
        inside = []
        while names and names[0][0] < end:
            inside.append(names.popleft())
        if inside:
            _add_named(parts, clause, inside)
        else:
            if OTHERS.match(clause.words) and parts[-1].tasks:
                parts.append(Part())
            parts[-1].add(clause)
    return _gather(parts)


def _find_names(words: str) -> list[tuple[int, int, tuple[int, ...]]]:
    """Where tasks are named by number: "#12", "việc 7 và 9", "nv 3-5", and "20 xong" at a head."""
    found = [(m.start(), m.end(), _numbers(m[1])) for m in NAMED.finditer(words)]
    rest = blank(words, [(start, end) for start, end, _ in found])
    for match in (*BARE.finditer(rest), *SHOWN.finditer(rest)):
        found.append((match.start(1), match.end(1), _numbers(match[1])))
    if found:
        rest = blank(words, [(start, end) for start, end, _ in found])
        found += [(m.start(1), m.end(1), _numbers(m[1])) for m in FOLLOWED.finditer(rest)]
    return sorted(found)


def _numbers(listed: str) -> tuple[int, ...]:
    """The numbers of a list; "3-5" and "3 đến 5" are three."""
    numbers: list[int] = []
    for link, digits in re.findall(r"(\D*)(\d+)", listed):
        number = int(digits)
        if numbers and RANGE.search(link) and 0 < number - numbers[-1] <= 30:
            numbers += range(numbers[-1] + 1, number + 1)
        else:
            numbers.append(number)
    return tuple(dict.fromkeys(numbers))


RANGE = vn(r"-|đến|tới")


def _split(words: str) -> Iterator[Clause]:
    start = 0
    for mark in SEPARATOR.finditer(words):
        if mark.end() > start:
            yield from _cut(words, start, mark.end())
            start = mark.end()
    if start < len(words):
        yield from _cut(words, start, len(words))


def _cut(words: str, start: int, end: int) -> Iterator[Clause]:
    while end - start > LONGEST_CLAUSE:
        yield Clause(words[start : start + LONGEST_CLAUSE], start)
        start += LONGEST_CLAUSE - OVERLAP
    yield Clause(words[start:end], start)


def _add_named(
    parts: list[Part], clause: Clause, names: list[tuple[int, int, tuple[int, ...]]]
) -> None:
    """Share a clause among the tasks it names.

    "xong việc 4" has its words before, "việc 4 đạt 60% việc 6 xong" after each; a task without
    words of its own goes with the next one ("việc 3, việc 5 xong").
    """
    edges = [*(name[0] - clause.start for name in names), len(clause.words)]
    ends = [name[1] - clause.start for name in names]
    lead = Clause(clause.words[: edges[0]], clause.start)
    tails = [
        Clause(clause.words[a:b], clause.start + a) for a, b in zip(ends, edges[1:], strict=True)
    ]
    for tail in tails:
        tail.words = LOOSE_ENDS.sub(lambda found: " " * len(found[0]), tail.words)
    said_before = not CONNECTORS.match(lead.words)
    said_after = not CONNECTORS.match(tails[-1].words)
    if not said_before and not said_after and parts[-1].named_last and len(names) == 1:
        parts[-1].tasks += names[0][2]
        return
    if said_before and not said_after and len(names) > 1:
        tails = [lead, *tails[:-1]]
    elif len(names) == 1:
        whole = clause.words[: edges[0]] + "_" * (ends[0] - edges[0]) + tails[0].words
        tails = [Clause(whole, clause.start)]
    named_last = said_before and not said_after
    for index, (name, tail) in enumerate(zip(names, tails, strict=True)):
        previous = parts[-1]
        waiting = previous.tasks and not previous.speaks
        if not (waiting or (index and named_last and CONNECTORS.match(tail.words))):
            parts.append(Part(named_last=named_last))
        parts[-1].tasks += name[2]
        parts[-1].add(tail)
        if index == 0 and said_before and said_after and len(names) > 1:
            parts[-1].add(lead)


def _gather(parts: list[Part]) -> list[Part]:
    """Merge what is said of the same task, and give a silent first task the words before it."""
    if len(parts) > 1 and not parts[1].speaks and parts[0].speaks:
        parts[1].clauses = parts[0].clauses + parts[1].clauses
        parts = parts[1:]
    gathered: dict[int | None, Part] = {}
    for part in parts:
        for task in list[int | None](dict.fromkeys(part.tasks)) or [None]:
            known = gathered.setdefault(task, Part([] if task is None else [task]))
            known.clauses += part.clauses
    return list(gathered.values())
