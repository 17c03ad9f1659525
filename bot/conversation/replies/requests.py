"""What is asked of the secretariat or of us: more time, a later reminder, another agency, undo."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.replies.days import LENGTH, Day, find_days, find_length
from bot.conversation.replies.letters import vn
from bot.conversation.replies.reply import Doubt

MORE_TIME = vn(
    r"\bgia hạn|\b(?:lùi|dời|giãn|kéo dài|khất|đẩy lùi|dãn|nới)(?: \w+){0,3}? (?:hạn|thời hạn"
    r"|thời gian|tiến độ|ngày|deadline|sang|đến|tới|lại|thêm|qua|lịch)\b|\b(?:lùi|dời"
    r"|kéo dài) (?:đến|tới|sang|qua|lại|thêm)\b|\bđiều chỉnh(?: \w+){0,3}? (?:thời hạn|hạn"
    r"|thời gian|tiến độ|mốc)\b|\b(?:xin|cho|đề nghị)(?: \w+){0,3}? (?:hoãn(?! thành| tất"
    r"| thiện)|khất)\b(?! nhắc)|\bhoãn (?:đến|tới|sang|thêm)\b|\bxin (?:hoãn(?! thành| tất"
    r"| thiện)|khất|lùi|dời)\b|\b(?:xin|cho|đề nghị|cần"
    r"|mong)(?: \w+){0,4}? thêm(?: \w+){0,2}? (?:thời gian|ngày|tuần|tháng|hôm|bữa|buổi)\b"
    r"|\bthêm thời gian\b|\b(?:xin|cho)(?: (?:em|tôi|phòng|mình|đơn vị|xin|chị|anh|bên em"
    r"|phòng em|phòng tôi|chúng tôi))* (?:đến|tới|sang|đến hết|\d+ (?:ngày|tuần|tháng|hôm|bữa))\b"
)
NO_MORE_TIME = vn(
    r"\b(?:không|chưa|khỏi|chẳng|thôi)(?: (?:cần|phải|xin|đề nghị|muốn|có|nhu cầu|nữa"
    r"|cho))* (?:gia hạn|lùi|dời|thêm thời gian)\b"
)
GRANTED = vn(
    r"\b(?:đã|mới|(?<!xin )(?<!nghị )(?<!mong )(?<!muốn )được)(?: được)?(?: \w+)? gia hạn\b(?!"
    r" thêm)"
)
OBJECT = vn(r"(?: (?:thời gian|thời hạn|việc|nhiệm vụ|hoàn thành|thực hiện|triển khai|của|này))+\b")
REASON = vn(r"\b(?:vì|`do|do|bởi|bởi vì|tại|lý do|lí do|nguyên nhân)(?: là| vì| do)* ?:? ?(?=\w)")
REMIND = vn(
    r"\bnhắc\b(?! (?:`đến|`tới) (?!\d|ngày|thứ|tuần|tháng|mai|khi)|nhở chung)|\bhẹn\b.*\bnhắc\b"
    r"|\btạm dừng nhắc"
)
NOT_MINE = vn(
    r"\b(?:không|chưa|đâu)(?: có)? (?:phải|thuộc|đúng)(?: là)? (?:\w+ ){0,4}?(?:phòng|đơn vị"
    r"|cơ quan|thẩm quyền|chức năng|trách nhiệm|bên|ban|em|tôi|mình|chúng tôi|lĩnh vực|phạm vi"
    r"|bộ phận)\b|(?:\b(?:việc|nhiệm vụ|nội dung|cái|đây là) (?:này|đó|trên|ấy|việc|nhiệm vụ)"
    r"|_+) (?:là |thì )?(?:của|thuộc(?: về)?|bên) (?:trách nhiệm |thẩm quyền |chức năng "
    r"|lĩnh vực )?(?:của )?(?:bên )?(?:phòng(?= (?!em|tôi|mình|chúng|ta\b)\w)|công an|văn phòng"
    r"|ban|ubnd|trạm|trường|hội|đoàn|trung tâm|sở|đơn vị khác|cơ quan khác|mttq|mặt trận|quân sự"
    r"|tổ|đảng ủy|vhxh|văn hóa|kinh tế|tư pháp|y tế)\b(?! (?:em|tôi|mình|chúng tôi|này) (?:đã"
    r"|đang|chưa|xong|làm|hoàn|được|đạt|mới|sẽ|vướng))|\b(?:do|này|đó|_+) (?:bên )?(?:phòng"
    r"|công an|văn phòng|ban|ubnd|trạm|trường|hội|đoàn|trung tâm|sở|đơn vị khác"
    r"|cơ quan khác)(?: \w+){0,6}? (?:chủ trì|phụ trách|đảm nhận)\b|\bdo (?:bên )?(?:phòng"
    r"|công an|văn phòng|ban|ubnd|trạm|trường|hội|đoàn|trung tâm|sở)(?: \w+){0,5}? (?:làm"
    r"|thực hiện|tham mưu)\b|\b(?:giao|gửi|phân công|phân|chuyển) nhầm (?:đơn vị|cơ quan|phòng"
    r"|người|địa chỉ|chỗ|cho|bên|sang)\b|\bnhầm (?:đơn vị|cơ quan|phòng|địa chỉ)\b"
    r"|(?<!đã )\b(?:chuyển|bàn giao|giao|trả)(?: lại)?(?: (?:giúp|hộ|nhiệm vụ|việc|nội dung|này"
    r"|đó|cái|sang|qua|cho|về|lại|_+))* (?:cho|sang|về|qua) (?:bên )?(?:phòng|công an|văn phòng"
    r"|ban|ubnd|trạm|trường|hội|đoàn|trung tâm|đơn vị khác|cơ quan khác|bộ phận|cơ quan|đơn vị"
    r"|mttq|mặt trận|tổ|sở|vhxh|văn hóa|kinh tế|tư pháp|y tế|quân sự)\b(?!(?: \w+){0,6} (?:ký"
    r"|duyệt|phê duyệt|thẩm định|góp ý|xem xét|cho ý kiến))|\b(?:bên|phòng|ban|công an"
    r"|văn phòng) (?:\w+ ){0,4}?(?:làm|phụ trách|chủ trì)(?: chứ)? (?:không phải|chứ không"
    r"|chứ)\b|\bbên (?:công an|phòng|văn phòng|ban|trạm|hội|đoàn|kinh tế|tư pháp"
    r"|văn hóa)(?: \w+){0,3}? (?:làm|phụ trách|chủ trì)\b(?! (?:xong|rồi|được|chưa))"
    r"|\bkhông (?:chủ trì|phụ trách|được giao việc|được phân công|làm (?:việc|nhiệm vụ) này)\b"
)
UNDO = vn(
    r"\b(?:bấm|gửi|báo|nhập|ghi|chọn|nhắn|gõ|trả lời|ấn|báo cáo) (?:nhầm|sai|lộn)\b"
    r"|(?<!giao )(?<!phân công )(?<!chuyển )\bnhầm\b(?! (?:đơn vị|cơ quan|phòng|lẫn|địa chỉ))"
    r"|^\W*lộn\b|\bhoàn tác\b|\bundo\b|\brút lại\b|\b(?:hủy|xóa|bỏ|thu hồi"
    r"|sửa)(?: \w+){0,2}? (?:báo cáo|cập nhật|ghi nhận|thao tác|kết quả|tin|tin nhắn|lệnh"
    r"|yêu cầu|đề nghị|cái|gia hạn|trạng thái|lần)(?: \w+){0,2}? (?:vừa|trước|rồi|này|đó|nãy|mới"
    r"|gửi|gia hạn|sai)\b|^\W*(?:\w+ ){0,3}?(?:hủy|huỷ)(?: (?:báo cáo|lệnh|cập nhật|thao tác"
    r"|kết quả|bỏ|đi|nhé|ạ|giúp|em|ghi nhận|yêu cầu|gia hạn|cho|tôi|với|_+))*\W*$|\b(?:sửa"
    r"|chỉnh) lại (?:báo cáo|kết quả|số liệu vừa|tiến độ|phần trăm)\b|^/huy\b"
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
    """The extension one clause asks for; None where it asks for none or needs none."""
    asked = MORE_TIME.search(words)
    if asked is None or NO_MORE_TIME.search(words) or GRANTED.search(words):
        return None
    why = REASON.search(words, asked.end())
    reason = (why.end(), len(words)) if why else None
    stop = why.start() if why else len(words)
    days = find_days(words[:stop], today=today, marked=marked)
    day = next((d for d in days if d.start >= asked.start()), None)
    length = find_length(words[asked.start() : stop])
    end = max(asked.end(), day.end if day else 0)
    if length and not day:
        end = max(end, *(m.end() for m in LENGTH.finditer(words, asked.start(), stop)))
    span = (asked.start(), min(_past_object(words, end), stop))
    if day is None or (length and vn(r"\d+ \w+ (?:nữa|sau)").fullmatch(words[day.start : day.end])):
        return MoreTime(span, extend_by=length, reason=reason)
    until = _last_day(day)
    if until is None or until < today:
        return MoreTime(span, reason=reason, doubtful="day")
    return MoreTime(span, until, reason=reason, doubtful="day" if day.doubtful else None)


def _past_object(words: str, end: int) -> int:
    """Where the wish ends: "gia hạn thời gian hoàn thành nhiệm vụ" speaks of no completion."""
    behind = OBJECT.match(words, end)
    return behind.end() if behind else end


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
