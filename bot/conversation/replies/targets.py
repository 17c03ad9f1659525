"""Which tasks a message names, and which of its words belong to which of them."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.conversation.replies.harmless import unknown_words
from bot.conversation.replies.letters import any_of, vn, words
from bot.conversation.replies.names import Name, find_names
from bot.conversation.replies.said import blank
from bot.conversation.replies.work import NOT_YET

LONGEST_CLAUSE = 400
"""Characters of a clause; a longer run without any mark is read in pieces that overlap."""

OVERLAP = 60
SEPARATOR = any_of(
    r"(?<![\d,])(?:(?<!khó khăn)(?<!vướng mắc),|,(?! ?(?:khó khăn|vướng)))",
    r"(?<=\d),(?!\d)|\.+(?!\d)|[;!?()\n]+",
    r"\b(?=mà (?:chưa|vẫn chưa|không)(?: được| thấy)* (?:cập nhật|ghi nhận|ghi|đổi)\b)",
    r"(?<!\bmà )\b(?=(?:mà )?(?:sao|bot|hệ thống) (?:vẫn|cứ|lại|chưa|không|còn) )",
    r"(?<=[^\W\d_] )[-–](?= [^\W\d])",
    r"\b(?=(?:và|nhưng|mà|còn)(?: riêng| các| những| cái| thì)?(?: số)? _)",
    r"\b(?=(?:`nhưng|tuy nhiên|tuy vậy|song hiện|mặc dù)\b)",
    r"\b(?=nhưng (?!gì|ai|việc|nhiệm|đơn|cơ|phòng|nội|lệnh|chức))",  # a bare "nhung" is "những"
)
"""Where a clause ends: marks, but not those within numbers or "khó khăn, vướng mắc"."""

NOT_THAT = vn(r"\bkhông phải(?: là)? _+ ?,? (?:mà|mà là)\b|\bchứ (?:không|đâu) phải(?: là)? _+")
ONLY_NAMED = vn(
    r"(?<=_)(?: \w+){0,3}? (?:phụ thuộc|liên quan|trùng|giống)(?: (?:vào|đến|tới|với|như))* _+"
    r"(?=\W*(?:$|[,;.!?]))"
)
""" "việc 28 phụ thuộc vào việc 31" says nothing of 31."""

""" "không phải việc 7 mà là việc 9 xong" speaks of 9 alone."""

HEADING = vn(
    r"^\W*(?:kính (?:gửi|thưa)[^.:,\n_]*[.:,\n]+ ?)?"
    r"(?:(?!xong|hoàn|chưa|đang|vướng)[^\W\d_]+[ ,]+){0,9}?"
    r"(?:báo cáo|kết quả|kq|gửi|tiến độ|tình hình|cập nhật)"
    r"(?: (?!xong|hoàn|chưa|đang|vướng)[^\W\d_]+){0,5} ?:(?=\W*_)"
)
""" "Báo cáo nhanh: việc 7 xong, ..."."""

NEXT_STEP = vn(
    r"^\W*(?:rồi |thì |xong |mà )*(?:mới(?! (?:được|đạt|xong|có|\d))|sẽ|hãy"
    r"|thì(?! (?:đã|chưa|đang|vẫn|còn|xong|hoàn|được|đạt|vướng|mới|mai|để|tuần|thứ|cũng"
    r"|xin|sắp|gần|bị|gặp|\d+)\b))\b"
)
"""What makes one task wait for another: "làm xong việc 5 rồi mới làm việc 6"."""

STATING = words("""
    em, tôi, phòng, bên, mình, anh, chị, dạ, ạ, nhé, và, còn, rồi, riêng, với, cùng, cả, các, cái,
    thì, là, việc, nhiệm vụ, đang, chưa, vẫn, đã, gần, sắp, được, đạt, xong, hoàn thành, mới, vướng,
    bị, xin, số
""")
DISTURBS = vn(rf"^\W*(?!{STATING}\b)[^\W\d_]")
""" "hoàn thành việc 3 trước đã rồi tính việc 4": what else follows a task stays with it."""

GOVERNING = vn(
    r"\b(?:đợi|chờ|khi|nếu|để|cho|phải|cần|trước|hễ|tưởng|nói|bảo|báo|không phải|đừng|giống|như"
    r"|theo|trừ|đợi đến|mới|tới|đến lượt|do|vì|bởi|tại|nhờ|sau|của|vào|hơn|bằng|hoặc|hay)"
    r"(?: (?:là|các|những|thằng|cái|anh|chị))* *$"
)
""" "việc 8 phải đợi việc 7 xong": what governs the next task is said of it as well."""

WAITING = any_of(
    r"\b(?:`chờ|đợi|`nhưng|tuy nhiên|còn (?:chờ|phải|thiếu|vướng)|phụ thuộc)\b",
    r"\bchờ(?: (?:nghiệm thu|ký|duyệt|phê duyệt|lãnh đạo|kết quả|đóng dấu|ban hành)\b| *$)",
)
LEFT_TO_DO = vn(r"\bcòn *$")
TELLS = vn(
    r"\d|\b(?:xong|hoàn|đạt|được|đang|chưa|mới|vướng|tắc|kẹt|thiếu|khó|bị|xin|lùi|dời|làm|trình"
    r"|gửi|nộp|đã|vừa|sẽ|gần|sắp|còn|hết|nhắc|mai|không|vẫn|rồi|ok|ổn|chậm|nửa|cơ bản|dự kiến"
    r"|chuyển|của)\b"
)
""" "việc 12 chậm việc 13 xong": words that tell how a task stands."""

OTHERS = vn(
    r"^\W*(?:và |còn |riêng )?(?:các|những|mấy)? ?(?:việc|nhiệm vụ|cái) (?:còn lại|khác)\b"
    r"|^\W*(?:các|những) (?:phần )?(?:còn lại|khác)\b"
)
CONNECTORS = vn(
    r"^(?:\W|_|\b(?:và|với|cùng|còn|thì|là|các|những|của|cho|về|em|dạ|ạ|nhé|số|nhiệm vụ|việc)\b)*$"
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
    names = deque(find_names(words))
    hidden = blank(words, [(start, end) for start, end, _ in names])
    denied = [match.span() for match in NOT_THAT.finditer(hidden)]
    unspoken = [*denied, *(match.span() for match in ONLY_NAMED.finditer(hidden))]
    names = deque(name for name in names if not any(a <= name[0] < b for a, b in unspoken))
    heading = HEADING.match(hidden)
    hidden = blank(hidden, [*denied, heading.span()] if heading else denied)
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


def _add_named(parts: list[Part], clause: Clause, names: list[Name]) -> None:
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
    for index, (tail, end) in enumerate(zip(tails[:-1], ends, strict=False), 1):
        governing = GOVERNING.search(tail.words)
        if governing or _only_relates(tail.words):
            first = end + (governing.start() if governing else 0)
            tails[index] = Clause(clause.words[first : edges[index + 1]], clause.start + first)
    raw = [tail.words for tail in tails]
    waits = _goes_on(raw[0])
    for index, tail in enumerate(tails):
        if (
            index + 1 < len(tails)
            and not CONNECTORS.match(raw[index])
            and NEXT_STEP.match(raw[index + 1])
        ):
            tail.words = clause.words[ends[index] : edges[index + 2]]
        else:
            tail.words = LOOSE_ENDS.sub(lambda found: " " * len(found[0]), tail.words)
    said_before = not CONNECTORS.match(lead.words)
    said_after = not CONNECTORS.match(tails[-1].words)
    if not said_before and not said_after and parts[-1].named_last and len(names) == 1:
        parts[-1].tasks += names[0][2]
        return
    if said_before and waits and len(names) > 1:
        lead = Clause(lead.words + "_" * (ends[0] - edges[0]) + raw[0], clause.start)
        tails = [lead, *(tails[1:] if said_after else tails[:-1])]
    elif said_before and not said_after and len(names) > 1:
        tails = [lead, *tails[:-1]]
    elif len(names) == 1:
        if said_before and parts[-1].speaks and _is_said_of_both(lead, parts[-1], said_after):
            parts[-1].add(lead)
        governed = said_before or LEFT_TO_DO.search(lead.words)  # "còn việc 8 là xong"
        behind = raw[0] if governed else tails[0].words
        whole = clause.words[: edges[0]] + "_" * (ends[0] - edges[0]) + behind
        tails = [Clause(whole, clause.start)]
    named_last = said_before and not (said_after or waits)
    for index, (name, tail) in enumerate(zip(names, tails, strict=True)):
        previous = parts[-1]
        waiting = previous.tasks and not previous.speaks
        if not (waiting or (index and named_last and CONNECTORS.match(tail.words))):
            parts.append(Part(named_last=named_last))
        parts[-1].tasks += name[2]
        parts[-1].add(tail)
        if index == 0 and said_before and said_after and not waits and len(names) > 1:
            parts[-1].add(lead)


def _only_relates(words: str) -> bool:
    """Whether what stands between two tasks tells of neither: "việc 12 liên quan đến việc 13"."""
    told = CONNECTORS.match(words) or TELLS.search(words)
    return not told and bool(unknown_words(words))


def _is_said_of_both(lead: Clause, previous: Part, said_after: bool) -> bool:
    """Whether what stands before a task's number is said of what came before it as well.

    "bên em xong, bên kia chưa việc 22 đang trình", "đã hoàn thành, còn chờ nghiệm thu việc 13".
    """
    if previous.tasks or not WAITING.search(lead.words):
        return said_after and NOT_YET.search(lead.words) is not None
    return True


def _goes_on(words: str) -> bool:
    """Whether what follows a task's number is said of what came before it too.

    "làm xong việc 5 rồi mới làm việc 6", "việc 7: xong việc 5 thì làm việc 6".
    """
    return bool(NEXT_STEP.match(words) or DISTURBS.match(words))


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
