"""Which words of a clause that names tasks belong to which of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from bot.conversation.listening.letters import any_of, vn, words
from bot.conversation.replies.harmless import unknown_words
from bot.conversation.replies.signs.work import NOT_YET
from bot.conversation.replies.targets.names import Name

NEXT_STEP = vn(
    r"^\W*(?:rồi |thì |xong |mà )*(?:mới(?! (?:được|đạt|xong|có|\d))|sẽ|hãy"
    r"|thì(?! (?:đã|chưa|đang|vẫn|còn|xong|hoàn|được|đạt|vướng|mới|mai|để|tuần|thứ|cũng"
    r"|xin|sắp|gần|bị|gặp|lùi|thiếu|kẹt|tắc|khoảng|\d+|làm (?:xong|được))\b))\b"
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
    r"\b(?:đợi|chờ|khi|nếu|để|cho|phải|cần|trước|hễ|tưởng|nói|bảo|báo|không phải|(?<!nội )đừng"
    r"|giống|như|theo|trừ|đợi đến|mới|tới|đến lượt|do|vì|bởi|(?<!hiện )tại|nhờ|sau|của|vào|hơn"
    r"|(?<!mặt )bằng|hoặc|hay)"
    r"(?: (?:là|các|những|thằng|cái|anh|chị))* *$"
)
""" "việc 8 phải đợi việc 7 xong": what governs the next task is said of it as well."""

WAITING = any_of(
    r"\b(?:`chờ|đợi|`nhưng|nhưng (?:sai|bị|chưa|phải)|tuy nhiên|phụ thuộc"
    r"|(?:còn|nhưng) (?:chờ|phải|thiếu|vướng|sửa|ký|trình))\b",
    r"\bchờ(?: (?:nghiệm thu|ký|duyệt|phê duyệt|lãnh đạo|kết quả|đóng dấu|ban hành)\b| *$)",
)
LEFT_TO_DO = vn(r"\bcòn *$")
TELLS = vn(
    r"\d|\b(?:xong|hoàn|đạt|được|đang|chưa|mới|vướng|tắc|kẹt|thiếu|khó|bị|xin|lùi|dời|làm|trình"
    r"|gửi|nộp|đã|vừa|sẽ|gần|sắp|còn|hết|nhắc|mai|không|vẫn|rồi|ok|ổn|chậm|nửa|cơ bản|dự kiến"
    r"|chuyển|của)\b"
)
""" "việc 12 chậm việc 13 xong": words that tell how a task stands."""

CONNECTORS = vn(
    r"^(?:[^\w✅☑✔❌✗✘]|_|\b(?:và|với|cùng|còn|thì|là|các|những|của|cho|về|em|dạ|ạ|nhé|số"
    r"|nhiệm vụ|việc|ý (?:em|tôi|mình)|đấy là|đó là|tức là)\b)*$"
)
LOOSE_ENDS = vn(r"(?:^ ?(?:thì|là) |[ ,]+(?:và|còn|với|cùng|riêng|thì)?[ ,]*$)")


CONTENT = vn(
    r"^[^\w%]*(?:(?:việc|công tác|về) )*"
    + words("""
        xây dựng, tổ chức, triển khai, ban hành, thực hiện, tham mưu, rà soát, tuyên truyền,
        đào tạo,
        tập huấn, ứng dụng, nâng cấp, cân đối, phối hợp, thành lập, phát động, số hóa, chuẩn hóa,
        đẩy mạnh, tăng cường, nghiên cứu, phát triển, bảo đảm, hỗ trợ, thiết lập, chuyển đổi số,
        chương trình, kế hoạch, đề án, cơ sở dữ liệu, quy chế, quy tắc, hệ thống, hạ tầng, giáo dục,
        bồi dưỡng, kiện toàn, lắp đặt, tiếp tục, hoàn thiện, duy trì, cập nhật, vận hành, tham gia,
        quản lý, cấp (?:chứng|chữ|tài)
    """)
    + r"\b(?: [^\W\d]+){2}"
)
""" "- Nhiệm vụ 17: Chương trình thúc đẩy tiêu dùng" under "Đã hoàn thành"."""

HOLDS_BACK = vn(
    r"\d ?%|\b"
    + words("""
        không(?! gian), chưa, chỉ(?! đạo| tiêu| thị| số), còn, thiếu, lỗi, sai, hỏng, vướng, lại,
        sau(?! sáp), sẽ, mai, nữa, trừ, mới(?! sáng), gần, sắp, `chờ, đợi, phần(?! mềm), bước,
        giai đoạn, đợt, khâu, dự thảo, xin, phải, cần(?! đối), sửa, bổ sung, đang, bị, đề nghị,
        tạm, dở,
        hoãn, dừng, dự kiến, tuần, tháng, kinh phí, nhưng, tuy
    """)
    + r"\b"
)


@dataclass(slots=True)
class Clause:
    """A stretch of the message's words from `start` on; ends with its mark, if it has one."""

    words: str
    start: int


@dataclass(slots=True)
class Part:
    """What the message says of some tasks; no numbers where it names none.

    `named_last` says that the words came before the numbers ("đã xong việc 4"), so that a number
    that follows alone ("..., việc 5") is one of them. `planned` says that what stands before the
    first task puts it ahead ("Kế hoạch tuần tới: ...").
    """

    tasks: list[int] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    named_last: bool = False
    speaks: bool = False
    planned: bool = False

    def add(self, clause: Clause) -> None:
        """Take in a clause; one of nothing but connecting words says nothing of the tasks."""
        self.clauses.append(clause)
        self.speaks = self.speaks or CONNECTORS.match(clause.words) is None


@dataclass(frozen=True)
class Sharing:
    """A clause with the tasks it names, one name or several."""

    clause: Clause
    names: list[Name]

    @property
    def many(self) -> bool:
        """Whether it names tasks at more than one place."""
        return len(self.names) > 1

    @cached_property
    def begins(self) -> list[int]:
        """Where each name begins in the clause, and where the clause ends."""
        starts = [start - self.clause.start for start, *_ in self.names]
        return [*starts, len(self.clause.words)]

    @cached_property
    def ends(self) -> list[int]:
        """Where each name ends in the clause."""
        return [end - self.clause.start for _, end, _ in self.names]

    def between(self, start: int, end: int) -> Clause:
        """A stretch of the clause."""
        return Clause(self.clause.words[start:end], self.clause.start + start)

    @cached_property
    def lead(self) -> Clause:
        """What stands before the first name."""
        return self.between(0, self.begins[0])

    @cached_property
    def behind(self) -> list[Clause]:
        """What stands behind each name, with what governs the name itself."""
        spans = list(zip(self.ends, self.begins[1:], strict=True))
        found = [self.between(*spans[0])]
        for (start, end), (_, last) in pairwise(spans):
            words = self.clause.words[start:end]
            governing = GOVERNING.search(words)
            if governing:
                found.append(self.between(start + governing.start(), last))
            else:
                own = start if _only_relates(words) else self.ends[len(found)]
                found.append(self.between(own, last))
        return found

    @cached_property
    def tails(self) -> list[Clause]:
        """What stands behind each name, without loose ends; with the next one where that waits."""
        tails = []
        for place, found in enumerate(self.behind):
            if self._is_waited_for(place):
                tails.append(self.between(self.ends[place], self.begins[place + 2]))
            else:
                trimmed = LOOSE_ENDS.sub(lambda loose: " " * len(loose[0]), found.words)
                tails.append(Clause(trimmed, found.start))
        return tails

    def _is_waited_for(self, place: int) -> bool:
        """ "làm xong việc 5 rồi mới làm việc 6"."""
        following = self.behind[place + 1 : place + 2]
        return (
            any(NEXT_STEP.match(one.words) for one in following)
            and CONNECTORS.match(self.behind[place].words) is None
        )

    @cached_property
    def said_before(self) -> bool:
        """Whether something is said before the first name."""
        return CONNECTORS.match(self.lead.words) is None

    @cached_property
    def said_after(self) -> bool:
        """Whether something is said behind the last."""
        return CONNECTORS.match(self.tails[-1].words) is None

    @cached_property
    def goes_on(self) -> bool:
        """Whether what follows the first name is said of what came before it too.

        "làm xong việc 5 rồi mới làm việc 6", "việc 7: xong việc 5 thì làm việc 6".
        """
        words = self.behind[0].words
        return bool(NEXT_STEP.match(words) or DISTURBS.match(words))

    @property
    def named_last(self) -> bool:
        """Whether the words come before the numbers: "đã xong việc 4"."""
        return self.said_before and not (self.said_after or self.goes_on)

    def of_each(self) -> list[Clause]:
        """The words for each name, in their order.

        "xong việc 4" has them before, "việc 4 đạt 60% việc 6 xong" behind each.
        """
        if not self.many:
            return [self._whole()]
        if not self.said_before:
            return self.tails
        if self.goes_on:
            first = self._around_first(self.behind[0].words)
            return [first, *(self.tails[1:] if self.said_after else self.tails[:-1])]
        return self.tails if self.said_after else [self.lead, *self.tails[:-1]]

    def _whole(self) -> Clause:
        governed = self.said_before or LEFT_TO_DO.search(self.lead.words)  # "còn việc 8 là xong"
        return self._around_first((self.behind if governed else self.tails)[0].words)

    def _around_first(self, behind: str) -> Clause:
        hidden = "_" * (self.ends[0] - self.begins[0])
        return Clause(self.lead.words + hidden + behind, self.clause.start)


def share(parts: list[Part], clause: Clause, names: list[Name]) -> None:
    """Give the words of a clause to the tasks it names, in parts behind the ones there are.

    A task without words of its own goes with the next one ("việc 3, việc 5 xong"), or with those
    before it ("đã xong việc 4, việc 5").
    """
    told = Sharing(clause, names)
    last = parts[-1]
    if last.named_last and not (told.many or told.said_before or told.said_after):
        last.tasks += names[0][2]
        return
    if not told.many and _is_said_of_both(told, last):
        last.add(told.lead)
    for place, (name, own) in enumerate(zip(names, told.of_each(), strict=True)):
        waiting = parts[-1].tasks and not parts[-1].speaks
        silent = place and told.named_last and CONNECTORS.match(own.words)
        if not (waiting or silent):
            parts.append(Part(named_last=told.named_last))
        parts[-1].tasks += name[2]
        parts[-1].add(own)
        if place == 0 and told.many and told.said_before and told.said_after and not told.goes_on:
            parts[-1].add(told.lead)


def share_section(
    parts: list[Part], clause: Clause, names: list[Name], headings: Mapping[int, Clause]
) -> None:
    """Give every name that a clause lists its own words, and those of its heading if it has one."""
    told = Sharing(clause, names)
    for (start, _, tasks), own in zip(names, told.tails, strict=True):
        part = Part(list(tasks))
        if start in headings:
            part.add(headings[start])
        if start not in headings or not _is_content(own.words):
            part.add(own)
        parts.append(part)


def _is_content(words: str) -> bool:
    """Whether an item under a heading only repeats what its task is called."""
    return CONTENT.match(words) is not None and not HOLDS_BACK.search(words)


def _only_relates(words: str) -> bool:
    """Whether what stands between two tasks tells of neither: "việc 12 liên quan đến việc 13"."""
    told = CONNECTORS.match(words) or TELLS.search(words)
    return not told and bool(unknown_words(words))


def _is_said_of_both(told: Sharing, previous: Part) -> bool:
    """Whether what stands before a task's number is said of what came before it as well.

    "bên em xong, bên kia chưa việc 22 đang trình", "đã hoàn thành, còn chờ nghiệm thu việc 13".
    """
    if not (told.said_before and previous.speaks):
        return False
    if WAITING.search(told.lead.words) and not previous.tasks:
        return True
    return told.said_after and NOT_YET.search(told.lead.words) is not None
