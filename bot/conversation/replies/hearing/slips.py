"""Messages that take back the last report, and those that put off a reminder."""

from datetime import date, timedelta

from bot.conversation.dates.days import find_days
from bot.conversation.dates.lengths import LENGTH
from bot.conversation.listening.letters import any_of, vn, words
from bot.conversation.listening.said import blank

SENT = words("bấm, nhấn, gửi, báo, nhập, ghi, chọn, nhắn, gõ, trả lời, ấn, báo cáo, cập nhật")
RECORD = words("""
    báo cáo, cập nhật, ghi nhận, thao tác, kết quả, tin, tin nhắn, lệnh, yêu cầu, đề nghị, cái,
    gia hạn, trạng thái, lần
""")
LATEST = words("vừa, trước, rồi, này, đó, nãy, mới, gửi, gia hạn, sai")
PLEASE = words("""
    báo cáo, lệnh, cập nhật, thao tác, kết quả, bỏ, đi, nhé, ạ, giúp, em, ghi nhận, yêu cầu,
    gia hạn, cho, tôi, với, anh, chị, _+, lần nữa, tiếp, nữa
""")
WITHDRAWN = r"\b(?:hủy|rút|rút lại) (?:việc |đề nghị |yêu cầu )?(?:xin )?gia hạn\b"
WHY_WITHDRAWN = vn(rf"{WITHDRAWN}(?: _+| việc này| nữa)*[ ,]+(?:vì|do|bởi|tại)\b")
TAKEN_BACK = any_of(
    rf"\b{SENT} (?:nhầm|sai|lộn)\b(?! (?:cho|sang) (?:phòng|bên|đơn vị|cơ quan))",  # "em bấm nhầm"
    r"(?<!giao )(?<!phân công )(?<!chuyển )\bnhầm\b"
    r"(?! (?:(?:cho |sang )?(?:đơn vị|cơ quan|phòng|bên)|lẫn|địa chỉ|hoàn|kịp|đạt))",
    r"^\W*(?:lộn|sai rồi)\b|^\W*sai(?: ạ| em| anh| chị)*\W*$",
    r"\bbáo cáo (?:vừa rồi|lúc nãy|trước|này)(?: \w+){0,4} (?:sai|nhầm|chưa đúng|không đúng)\b",
    r"\b(?:không|đừng) tính báo cáo (?:vừa rồi|lúc nãy|trước)\b",
    r"\blỡ (?:tay|bấm)\b|\bhoàn tác\b|\bundo\b|\brút lại\b",
    rf"\b(?:hủy|xóa|bỏ|bỏ qua|thu hồi|rút|lấy lại|sửa|`gỡ)(?: \w+){{0,2}}? {RECORD}"
    rf"(?: \w+){{0,2}}? {LATEST}\b",
    rf"\b(?:hủy|xóa|rút|thu hồi)(?: \w+)? {RECORD}(?: của| về)? _+",
    r"^\W*(?:xin )?(?:thu hồi|rút) báo cáo\W*$",
    rf"^\W*(?:\w+ ){{0,3}}?hủy(?: {PLEASE})*\W*$",
    rf"^\W*(?:xóa|bỏ|thôi bỏ)(?: {PLEASE})*\W*$",
    r"\b(?:sửa|chỉnh) lại (?:giúp|hộ|giùm|báo cáo|kết quả|số liệu vừa|tiến độ|phần trăm)\b",
    r"\b(?:ghi|ghi nhận|báo|báo cáo)(?: \w+){0,4} (?:là )?(?:sai|nhầm|lộn)\b",
    WITHDRAWN,
    r"\b(?:hủy|rút|xóa|`bỏ)(?: lại| cái)? (?:đánh dấu |báo |báo cáo |ghi )?(?:xong|hoàn thành)\b",
)
FIGURE_INSTEAD = vn(
    rf"^\W*(?:(?!{SENT} )\w+[ ,]+){{0,2}}nhầm(?: rồi| là| ạ| _+)*"
    r"[ :]+(?P<said>(?:được |đạt |mới |chỉ )*\d{1,3} ?(?:%|phần trăm))(?!\w)"
)
""" "Nhầm 75%": the figure that holds; "em báo nhầm 75%" names the one that does not."""
NOT_WRONG = vn(
    r"\b(?:không|chưa|đâu(?: có)?)(?: \w+)? nhầm\b|\bai(?: \w+){0,2} (?:nhầm|sai|lộn)\b"
    r"|\b(?:làm sao|làm thế nào|cách nào|sao để)\b"
)
""" "Làm sao xóa việc nhập nhầm" asks how."""
REMINDER = any_of(
    r"(?<!đã )(?<!vừa )(?<!được )(?<!bị )\bnhắc\b"
    r"(?! (?:`đến|`tới) (?!\d|ngày|thứ|tuần|tháng|mai|khi|hết|cuối"
    r"|đầu|giữa|sau|qua|lúc)|nhở chung)",
)
AFTER = vn(r"\bsau (?:ngày )?$")
HELD_BACK = vn(r"\b(?:đừng|khoan|chưa|không|khỏi|hoãn|tạm)\b")
NOT_THEN = r"(?:đừng|khoan|khỏi|không)(?: cần| phải)? nhắc"
NOT_ON = vn(rf"\b{NOT_THEN}(?: lại| em| tôi| mình| vào)* $")
ON_IT = vn(r" (?:hãy|mới|hẵng|rồi|thì)? ?nhắc\b")
OFF_IT = vn(rf" (?:thì |anh |chị )*{NOT_THEN}\b")
""" "mai đừng nhắc", "không nhắc hôm nay": not on that day; "đừng nhắc mai hãy nhắc": on it."""


def is_undo(clause: str) -> bool:
    """Whether the clause takes back the last report: "em bấm nhầm", "hủy báo cáo vừa rồi"."""
    return TAKEN_BACK.search(clause) is not None and not NOT_WRONG.search(clause)


def figure_instead(clause: str) -> str | None:
    """The words of the figure that replaces what was reported: "nhầm 75%"."""
    found = FIGURE_INSTEAD.search(clause)
    return found["said"] if found else None


def is_withdrawal(clause: str) -> bool:
    """Whether a wish for more time is taken back, and so no report of the work."""
    return vn(WITHDRAWN).search(clause) is not None


def why_withdrawn(clause: str) -> str | None:
    """What stands behind "xin rút gia hạn vì": how the work stands now."""
    found = WHY_WITHDRAWN.search(clause)
    return blank(clause, [(0, found.end())]) if found else None


def is_snooze(clause: str) -> bool:
    """Whether the clause speaks of our reminding again: "mai nhắc lại giúp em"."""
    return REMINDER.search(clause) is not None


def read_snooze(clause: str, *, today: date, marked: bool) -> date | None:
    """The day on which to remind again; None where the clause names none that is still to come.

    "nhắc trước ngày 15/12" is the 14th, but "đừng nhắc trước 20/12" the 20th.
    """
    for day in find_days(clause, today=today, marked=marked):
        if day.first is None or (day.doubtful and day.last is not None):
            continue
        off = NOT_ON.search(clause, 0, day.start) and not ON_IT.match(clause, day.end)
        if OFF_IT.match(clause, day.end) or (off and not day.before):
            continue
        earlier = day.before and not HELD_BACK.search(clause)
        later = AFTER.search(clause, 0, day.start) and not LENGTH.match(clause, day.start)
        on = day.first + timedelta(days=bool(later) - bool(earlier))
        if on >= today:
            return on
    return None
