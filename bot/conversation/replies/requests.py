"""What is asked of the secretariat or of us: more time, a later reminder, another agency, undo."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.replies.days import Day, find_days, find_length
from bot.conversation.replies.letters import vn
from bot.conversation.replies.reply import Doubt

MORE_TIME = vn(
    r"\bgia hạn|\b(?:lùi|dời|giãn|kéo dài|khất|đẩy lùi|dãn|nới)(?: \w+){0,3}? (?:hạn|thời hạn|thời gian|tiến độ|ngày|deadline|sang|đến|tới|lại|thêm|qua|lịch)\b"
    r"|\b(?:lùi|dời|kéo dài) (?:đến|tới|sang|qua|lại|thêm)\b|\bđiều chỉnh(?: \w+){0,3}? (?:thời hạn|hạn|thời gian|tiến độ|mốc)\b"
    r"|\b(?:xin|cho|đề nghị)(?: \w+){0,3}? (?:hoãn|khất)\b(?! nhắc)|\bhoãn (?:đến|tới|sang|thêm)\b|\bxin (?:hoãn|khất|lùi|dời)\b"
    r"|\b(?:xin|cho|đề nghị|cần|mong)(?: \w+){0,4}? thêm(?: \w+){0,2}? (?:thời gian|ngày|tuần|tháng|hôm|bữa|buổi)\b|\bthêm thời gian\b"
    r"|\b(?:xin|cho)(?: (?:em|tôi|phòng|mình|đơn vị|xin|chị|anh|bên em|phòng em|phòng tôi|chúng tôi))* (?:đến|tới|sang|đến hết|\d+ (?:ngày|tuần|tháng|hôm|bữa))\b"
)
NO_MORE_TIME = vn(
    r"\b(?:không|chưa|khỏi|chẳng|thôi)(?: (?:cần|phải|xin|đề nghị|muốn|có|nhu cầu|nữa|cho))* (?:gia hạn|lùi|dời|thêm thời gian)\b"
)
GRANTED = vn(r"\b(?:đã|được|mới)(?: được)?(?: \w+)? gia hạn\b(?! thêm)")
REASON = vn(r"\b(?:vì|`do|do|bởi|bởi vì|tại|lý do|lí do|nguyên nhân)(?: là| vì| do)* ?:? ?(?=\w)")
REMIND = vn(
    r"\bnhắc\b(?! (?:đến|tới) (?!\d|ngày|thứ|tuần|tháng|mai|khi)|nhở chung)|\bhẹn\b.*\bnhắc\b|\btạm dừng nhắc"
)
NOT_MINE = vn(
    r"\b(?:không|chưa|đâu)(?: có)? (?:phải|thuộc|đúng)(?: là)? (?:\w+ ){0,4}?(?:phòng|đơn vị|cơ quan|thẩm quyền|chức năng|trách nhiệm|bên|ban|em|tôi|mình|chúng tôi|lĩnh vực|phạm vi|bộ phận)\b"
    r"|\b(?:việc|nhiệm vụ|nội dung|cái|_+) ?(?:này|đó|trên|ấy)? ?(?:là |thì )?(?:của|thuộc(?: về)?|bên) (?:trách nhiệm |thẩm quyền |chức năng |lĩnh vực )?(?:của )?(?:bên )?(?:phòng(?= (?!em|tôi|mình|chúng|ta\b)\w)|công an|văn phòng|ban|ubnd|trạm|trường|hội|đoàn|trung tâm|sở|đơn vị khác|cơ quan khác|mttq|mặt trận|quân sự|tổ|đảng ủy|vhxh|văn hóa|kinh tế|tư pháp|y tế)\b"
    r"(?! (?:em|tôi|mình|chúng tôi|này) (?:đã|đang|chưa|xong|làm|hoàn|được|đạt|mới|sẽ|vướng))"
    r"|\bdo (?:bên )?(?:phòng|công an|văn phòng|ban|ubnd|trạm|trường|hội|đoàn|trung tâm|sở|đơn vị khác|cơ quan khác)(?: \w+){0,6}? (?:chủ trì|phụ trách|làm|thực hiện|đảm nhận|tham mưu)\b"
    r"|\b(?:giao|gửi|phân công|phân|chuyển) nhầm (?:đơn vị|cơ quan|phòng|người|địa chỉ|chỗ|cho|bên|sang)\b|\bnhầm (?:đơn vị|cơ quan|phòng|địa chỉ)\b"
    r"|(?<!đã )\b(?:chuyển|bàn giao|giao|trả)(?: lại)?(?: (?:giúp|hộ|nhiệm vụ|việc|nội dung|này|đó|cái|sang|qua|cho|về|lại|_+))* (?:cho|sang|về|qua) (?:bên )?(?:phòng|công an|văn phòng|ban|ubnd|trạm|trường|hội|đoàn|trung tâm|đơn vị khác|cơ quan khác|bộ phận|cơ quan|đơn vị|mttq|mặt trận|tổ|sở|vhxh|văn hóa|kinh tế|tư pháp|y tế|quân sự)\b(?!(?: \w+){0,6} (?:ký|duyệt|phê duyệt|thẩm định|góp ý|xem xét|cho ý kiến))"
    r"|\b(?:bên|phòng|ban|công an|văn phòng) (?:\w+ ){0,4}?(?:làm|phụ trách|chủ trì)(?: chứ)? (?:không phải|chứ không|chứ)\b|\bbên (?:công an|phòng|văn phòng|ban|trạm|hội|đoàn|kinh tế|tư pháp|văn hóa)(?: \w+){0,3}? (?:làm|phụ trách|chủ trì)\b(?! (?:xong|rồi|được|chưa))"
    r"|\bkhông (?:chủ trì|phụ trách)\b"
)
UNDO = vn(
    r"\b(?:bấm|gửi|báo|nhập|ghi|chọn|nhắn|gõ|trả lời|ấn|báo cáo) (?:nhầm|sai|lộn)\b|(?<!giao )(?<!phân công )(?<!chuyển )\bnhầm\b(?! (?:đơn vị|cơ quan|phòng|lẫn|địa chỉ))|^\W*lộn\b|\bhoàn tác\b|\bundo\b"
    r"|\brút lại\b|\b(?:hủy|xóa|bỏ|thu hồi|sửa)(?: \w+){0,2}? (?:báo cáo|cập nhật|ghi nhận|thao tác|kết quả|tin|tin nhắn|lệnh|yêu cầu|đề nghị|cái|gia hạn|trạng thái|lần)(?: \w+){0,2}? (?:vừa|trước|rồi|này|đó|nãy|mới|gửi|gia hạn|sai)\b"
    r"|^\W*(?:\w+ ){0,3}?(?:hủy|huỷ)(?: (?:báo cáo|lệnh|cập nhật|thao tác|kết quả|bỏ|đi|nhé|ạ|giúp|em|ghi nhận|yêu cầu|gia hạn|cho|tôi|với|_+))*\W*$"
    r"|\b(?:sửa|chỉnh) lại (?:báo cáo|kết quả|số liệu vừa|tiến độ|phần trăm)\b|^/huy\b"
)
NOT_WRONG = vn(r"\b(?:không|chưa|đâu(?: có)?)(?: \w+)? nhầm\b")


@dataclass(frozen=True, slots=True)
class MoreTime:
    """A wish for more time, said at `span`: until a day, by a length, or neither named."""

    span: tuple[int, int]
    until: date | None = None
    extend_by: timedelta | None = None
    reason: tuple[int, int] | None = None
    doubtful: Doubt | None = None


def read_more_time(words: str, *, today: date, marked: bool) -> MoreTime | None:
    """The extension one clause asks for; None where it asks for none or says that none is needed."""
    asked = MORE_TIME.search(words)
    if asked is None or NO_MORE_TIME.search(words) or GRANTED.search(words):
        return None
    why = REASON.search(words, asked.end())
    reason = (why.end(), len(words)) if why else None
    stop = why.start() if why else len(words)
    span = (asked.start(), stop)
    days = find_days(words[:stop], today=today, marked=marked)
    day = next((d for d in days if d.start >= asked.start()), None)
    length = find_length(words[asked.start() : stop])
    if day is None or (length and vn(r"\d+ \w+ (?:nữa|sau)").fullmatch(words[day.start : day.end])):
        return MoreTime(span, extend_by=length, reason=reason)
    until = _last_day(day)
    if until is None or until < today:
        return MoreTime(span, reason=reason, doubtful="day")
    return MoreTime(span, until, reason=reason, doubtful="day" if day.doubtful else None)


def _last_day(day: Day) -> date | None:
    """ "đến hết quý I" is its last day, "trước ngày 15/1" the day before."""
    if day.before and day.first is not None:
        return day.first - timedelta(days=1)
    return day.last


def read_snooze(words: str, *, today: date, marked: bool) -> date | None:
    """The day on which to remind again; None where the clause names none that is still to come."""
    for day in find_days(words, today=today, marked=marked):
        if day.first is not None and day.first >= today:
            return day.first
    return None


def is_handover(words: str) -> bool:
    """Whether the clause says that the task is another agency's."""
    return NOT_MINE.search(words) is not None


def is_undo(words: str) -> bool:
    """Whether the clause takes back the last report."""
    return UNDO.search(words) is not None and not NOT_WRONG.search(words)
