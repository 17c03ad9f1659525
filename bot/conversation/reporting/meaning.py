"""What a reply says, as far as it decides what is done with it."""

from bot.conversation.listening.letters import any_of, vn
from bot.conversation.listening.said import listen
from bot.conversation.replies import Reply
from db.enums import Progress

LATER = any_of(
    r"\b(?:mai|mốt|chiều|tối|tuần (?:sau|tới)|lát|tí)(?: nữa)?(?: về)?(?: (?:em|tôi|mình|anh|chị))?"
    r"(?: (?:sẽ|xin))? (?:báo cáo|báo|trả lời|cập nhật)\b",
    r"\b(?:báo cáo|báo|trả lời|cập nhật) sau\b",
    r"\b(?:khi nào|bao giờ|lúc nào|có gì)(?: (?:có|xong|được|gì|mới|kết quả|thì|là))* "
    r"(?:em|tôi|mình|anh|chị) (?:sẽ )?(?:báo|cập nhật|nhắn)\b",
    r"\bđể (?:em|tôi|mình|anh|chị) (?:xem|kiểm tra|hỏi|rà)\b",
)

NO_CAUSE = vn(
    r"^\W*(?:(?:đang|bị|còn|vẫn|có|gặp|hơi|rất|nhiều|báo|là|thì|em|tôi|mình|phòng|bên) )*"
    r"(?:vướng(?: mắc)?|khó(?: khăn)?|tắc|kẹt|trở ngại)"
    r"(?: (?:quá|lắm|rồi|ạ|nhé|nhiều|chút|tí|anh|chị|em|đấy))*\W*$"
)
""" "20 vướng" does not say what is in the way."""

DEED = vn(r"\bđã (?:được )?(?!đang|được|bắt đầu|triển khai|xong|hoàn)\w")
STILL = vn(r"\b(?:đang|chưa|còn|mới|dự thảo|sẽ|chờ|đợi|một phần|bước đầu)\b")


def names_no_cause(reason: str | None) -> bool:
    """Whether an obstacle is told without a word of what it is."""
    return reason is not None and NO_CAUSE.search(listen(reason).words) is not None


def says_progress(reply: Reply) -> bool:
    """Whether it tells how a task stands."""
    return reply.state is not None or reply.percent is not None or reply.blocked or reply.cleared


def says_something(reply: Reply) -> bool:
    """Whether anything can be recorded or asked of it."""
    return (
        says_progress(reply)
        or reply.extension
        or reply.snooze is not None
        or reply.handover
        or reply.unchanged
        or reply.evidence is not None
        or reply.doubtful is not None
    )


def promises_word(text: str) -> bool:
    """Whether no more is said than that one will tell later: "mai báo cáo sau nhé"."""
    return LATER.search(listen(text).words) is not None


def tells_a_deed(reply: Reply, text: str) -> bool:
    """Whether something was done that may be all of the task: "đã thành lập", "đã gửi rồi"."""
    under_way = reply.state is Progress.IN_PROGRESS and reply.percent is None
    said = listen(text).words
    return under_way and not reply.blocked and bool(DEED.search(said) and not STILL.search(said))


def says_other_than_a_day(reply: Reply) -> bool:
    """Whether what follows "until which day" plainly answers something else."""
    return (
        reply.state is not None
        or reply.percent is not None
        or reply.snooze is not None
        or reply.handover
        or reply.unchanged
        or reply.ack
    )


def is_open_wish(reply: Reply) -> bool:
    """More time is asked for, and no day that it could be until."""
    return reply.extension and reply.until is None and reply.extend_by is None
