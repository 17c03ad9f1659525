"""Whether words of completion say that the task itself is done.

Nothing is taken for done unless everything around the word is known to leave it so: what is
near, partial, wished for, asked or denied is work in progress, and what is not known is a doubt.
"""

import re
from datetime import date, timedelta
from enum import Enum, auto

from bot.conversation.replies.days import find_days
from bot.conversation.replies.harmless import SUBJECT, unknown_words
from bot.conversation.replies.letters import vn
from bot.conversation.replies.said import blank


class Verdict(Enum):
    """What a clause with a word of completion says."""

    DONE = auto()
    NOT_DONE = auto()
    DOUBT = auto()
    ORDER = auto()


COMPLETE = vn(
    r"\b(?:xong|hoàn thành|hoàn tất|(?<!trên )(?<!hơn )(?<!vượt )100 ?(?:%|phần trăm\b)"
    r"|(?:một )?trăm phần trăm\b)"
)
"""Nothing else says done: "đã ban hành", "đã nộp" may be a step."""

DENIED = vn(
    r"\b(?:chưa|không"
    r"|chẳng|chả|`đâu|đâu (?:có|đã|phải)|`khỏi|khó(?! khăn)|đừng)\b"
)
MISTYPED = vn(r"\b(?:chau|chu|cua|cho|chư|chứa|chừa)(?: (?:làm|thực hiện|triển khai|đạt))? $")
"""Slips of "chưa" ("chau xong"), which would turn the sense round."""

NEAR = vn(
    r"\b(?:gần|sắp|suýt|cơ bản|hầu như|hầu hết|gần như|coi như|coi là|xem như|tương đối|sơ bộ"
    r"|bước đầu|dường như|hình như|ước|ước chừng|chuẩn bị|chắc|có lẽ|cb|khoảng|`dần"
    r"|từng bước)\b(?: \w+){0,4} $"
)
JUST_PART = vn(
    r"\b(?:tạm|tạm thời|(?<!vừa )mới)(?: chỉ| được| cơ bản| làm| thực hiện| triển khai| đã| là"
    r"| đạt)* $"
)
WISHED = vn(
    r"\b(?:chờ (?=phòng|bên|sở|công an|đơn vị|cơ quan|ký|duyệt|ubnd|tỉnh|xã)|sẽ|dự kiến|dự định"
    r"|dự tính|phấn đấu|`cố|cố gắng|nỗ lực|quyết tâm|cam kết|hứa|đảm bảo|bảo đảm|phải|cần(?! bộ)"
    r"|muốn|mong|hy vọng|hi vọng|kỳ vọng|có thể|`tính|em định|tôi định|nếu|giá mà|hễ|miễn|khi"
    r"|bao giờ|lúc nào|đến khi|tới khi|chừng nào|`đợi|đợi (?=phòng|bên|đơn|cơ quan|ký|duyệt|sở"
    r"|công an|tỉnh|xã|cấp)|để(?! nghị| xuất| án| tài)|nhằm|đang(?! ủy| viên| bộ)|tưởng|ngỡ"
    r"|`nghĩ|(?<!hội )(?<!đề )nghĩ (?=là|xong|rằng|đã)|`nói|`bảo|nghe|`đòi|`thúc|`hỏi|kiểm tra"
    r"|xem|biết|khẩn trương|tập trung|đẩy nhanh|tiếp tục|yêu cầu chờ|chờ (?:ký|duyệt|phê|ý kiến)"
    r"|mục tiêu|tỷ lệ|tỉ lệ|mức độ|khả năng|nguy cơ|kịp|`mãi|`mà|hạn chót|`trừ|`nên|lẽ ra"
    r"|đáng lẽ|đáng ra)\b"
)
NOUN = vn(r"\b(?:tiến độ|thời gian|thời hạn|hạn|ngày|chỉ tiêu|kế hoạch|điều kiện) $")
ORDERED = vn(
    r"\b(?:đề nghị|yêu cầu|nhờ|hãy|đôn đốc|nhắc|giao|nhớ|lưu ý|vui lòng"
    r"|khẩn trương)\b(?! \w+ (?:xác nhận|ghi nhận))"
)
STILL = vn(r"\bcòn\b")
PART = vn(
    r"\b(?:dự thảo|bản thảo|`nháp|bản nháp|phần(?! trăm| công| cấp| loại)|bước|giai đoạn|đợt"
    r"|khâu|công đoạn|vòng|hạng mục|một số|vài|`mấy|phần lớn|`đa số|hầu hết|`nửa|đề cương"
    r"|tờ trình|khung|sơ bộ|khảo sát|lấy ý kiến|xin ý kiến|góp ý|soạn|soạn thảo|chuẩn bị"
    r"|thẩm định|dự toán|thủ tục đấu thầu|đấu thầu|mời thầu|chọn thầu|thầu|hồ sơ mời"
    r"|(?<!tổng )(?<!phối )(?<!phù )(?<!kết )họp"
    r"|(?<!chương )(?<!quy )(?<!công )(?<!quá )(?<!tiến )trình|thu thập|phác thảo|bản vẽ"
    r"|thiết kế|kiểm đếm|biên bản|rà soát|(?:lần|thôn|tổ|xóm|kỳ|phòng|xã|khu|ấp|bản|đội|nhóm|cụm"
    r"|trường|chi bộ)(?: số)? \d|cơ bản|`móng|riêng|ngoại trừ|`trừ|`chỉ(?! đạo| tiêu| thị)"
    r"|chỉ còn|lấy số liệu|đăng ký|giải phóng mặt bằng|hợp đồng)\b"
)
EVERY_PART = vn(
    r"\b(?:toàn bộ|tất cả|cả|hết)(?: các| những| \d+)? (?:hạng mục|phần việc|phần|bước|khâu"
    r"|nội dung|giai đoạn|thủ tục|hồ sơ|thôn|tổ|xóm)\b|\bphần việc được giao\b"
)
ALL_COUNTED = vn(
    r"(?<![\d/.,])(\d+(?:[.,]\d{3})*) ?/ ?\1 (?!tháng|năm)\w+(?: mục| tiêu| việc| vụ| sơ| khoản)?"
)
ASIDES = vn(
    r"\bđâu vào đấy\b|\b(?:việc|nhiệm vụ) (?:còn lại|khác)\b|(?:(?<=hạn )"
    r"|(?<=sớm ))(?:được )?\d+ (?:ngày|tuần|tháng)\b"
)
AFTERWARDS = vn(
    r"^ ?(?:việc |này |nó |hết |xuôi |rồi |em |tôi |mình |anh |chị |cháu |sẽ "
    r"|thì )*(?:báo(?! cáo kèm)|gửi(?! kèm)|nộp|trình|làm|tính|gọi|nhắn|alo|hẵng|hãy|liên hệ|thì"
    r"|là|để(?! nghị)|sẽ|mới(?! việc| nhiệm| người| nội| công)|trước đã|cái đã)\b"
)
LATER = vn(
    r"^(?: \w+){0,6}? (?:là|thì|sẽ|(?:em|tôi|mình|cháu) (?:sẽ |mới |thì )?(?:báo|gửi|nộp|trình"
    r"|gọi|nhắn|làm))\b"
)
PARTLY = vn(
    r"^ ?(?:được |tạm )*(?:cơ bản|sơ bộ|tạm|gần|tương đối|hầu|khoảng|bước đầu|kha khá|phần nào"
    r"|ít|nhiều|sơ (?:sơ|bộ|qua)|\d+(?! ?%)|một|hai|ba|bốn|năm|nốt)\b"
)
ASKED_BACK = vn(
    r"\b(?:chau|chu|cua)\W*$|\b(?:chưa|không|đâu|sao|gì|nào|`nổi|`hụt|`dở|`mới)\b(?! (?:hạn"
    r"|thời hạn|ngày|tiến độ|kỳ|đó|đây|rồi))"
)
BEEN = vn(
    r"\b(?:`đã|đã(?= (?:được|xong|hoàn|làm|thực|triển|tổ|ban|xử|giải|lắp|cài|số|cập|tập|tuyên"
    r"|xây|mua|cấp|nhập)| ?$)|vừa mới|vừa)\b"
)
"""A bare "da" may be "dạ", so it counts only in front of a verb ("da tuan sau xong")."""

WHOLE = vn(
    r"^ ?(?:(?:được|hết|toàn bộ|tất cả|các|những|cả|mọi|và|xong|tốt|xuất sắc|luôn|cho"
    r"|đầy đủ) )*(?:nhiệm vụ|công việc|việc|công tác|kế hoạch|báo cáo|tập huấn|tuyên truyền"
    r"|số hóa|lắp đặt|lắp|cài đặt|xây dựng|ban hành|triển khai|thực hiện|cập nhật|tổ chức"
    r"|mua sắm|mua|đào tạo|bồi dưỡng|nâng cấp|kết nối|cấp|hội nghị|đề án|phương án|quy chế"
    r"|quy trình|cơ sở dữ liệu|chỉ tiêu|mục tiêu|chương trình|nội dung|dữ liệu|sản phẩm|yêu cầu"
    r"|chỉ đạo|khối lượng|quyết định|nghị quyết|hệ thống|phát động)\b"
)
VERBS = vn(
    r"\b(?:làm|thực hiện|triển khai|ban hành|tổ chức|xử lý|giải quyết|lắp đặt|lắp|cài đặt|cài"
    r"|số hóa|cập nhật|tập huấn|tuyên truyền|xây dựng|mua sắm|mua|cấp|nghiệm thu|bàn giao"
    r"|công bố|kết nối|đào tạo|nâng cấp|sửa chữa|sửa|phát động|nhập|vận hành|tích hợp|niêm yết"
    r"|công khai|báo cáo|báo|kiện toàn|thành lập|bồi dưỡng|hết|đạt)\b"
)
SINCE_WEEKDAY = vn(r"(?:thứ \w+|chủ nhật)(?: tuần (?:này|nay))?$")
YEAR = re.compile(r"\d{4}|nay|sau|tới")
ONCE = vn(r"\b(?:là|thì) $")
OVER = vn(r"\brồi\b")
HALF_A_YEAR = timedelta(days=182)


def judge(words: str, *, today: date, marked: bool) -> Verdict | None:
    """What the clause's words of completion come to; None where it has none.

    Two of them in one clause must both say done: "hoàn thành 100%" does, "nói xong thì chưa
    xong" does not.
    """
    words = blank(words, [m.span() for m in ALL_COUNTED.finditer(words)])
    words = blank(words, [m.span() for m in EVERY_PART.finditer(words)])
    words = blank(words, [m.span() for m in ASIDES.finditer(words)])
    first = COMPLETE.search(words)
    if first is None:
        return None
    *_, last = COMPLETE.finditer(words)
    before, after = words[: first.start()], words[last.end() :]
    between = words[first.end() : max(last.start(), first.end())]
    if ORDERED.search(before) and not BEEN.search(before):
        return Verdict.ORDER
    if _is_open(before, between, after, first[0][0].isdigit()) or _is_ahead(words, today, marked):
        return Verdict.NOT_DONE
    days = [(day.start, day.end) for day in find_days(words, today=today, marked=marked)]
    cleared = blank(words, days)
    before, after = cleared[: first.start()], cleared[last.end() :]
    if _is_known_before(before, after) and _is_known_after(before, between + after):
        return Verdict.DONE
    return Verdict.DOUBT


def _is_open(before: str, between: str, after: str, figure: bool) -> bool:
    """Denied, near, wished for, partial or only the condition of something else."""
    lead = vn(r"^ ?còn(?= (?:việc|nhiệm vụ|_))").sub("   ", before)
    return bool(
        DENIED.search(before)
        or MISTYPED.search(before)
        or NEAR.search(before)
        or JUST_PART.search(before)
        or WISHED.search(before)
        or STILL.search(lead)
        or (NOUN.search(before) and not figure and not BEEN.search(before))
        or PART.search(before)
        or PART.search(between)
        or PART.search(after)
        or DENIED.search(between)
        or PARTLY.search(after)
        or ASKED_BACK.search(after)
        or AFTERWARDS.search(after)
        or (LATER.search(after) and not BEEN.search(before))
    )


def _is_ahead(words: str, today: date, marked: bool) -> bool:
    """ "mai xong", "xong ngày 20/12", "tuần này xong": a time that is not behind us.

    "đã hoàn thành trước ngày 20/12" keeps within its deadline, and "tuần này xong rồi" is over.
    """
    been = BEEN.search(words) is not None
    over = been or OVER.search(words) is not None
    for day in find_days(words, today=today, marked=marked):
        named = words[day.start : day.end]
        if day.first is None:
            return True
        if been and (day.before or SINCE_WEEKDAY.match(named)):
            continue
        if day.first - today > HALF_A_YEAR and not YEAR.search(named):
            continue  # "xong ngày 5/12", read on 10/12, is behind us
        if day.first > today or (not over and (day.first == today or day.first != day.last)):
            return True
    return False


def _is_known_before(before: str, after: str) -> bool:
    """Every word is harmless, or "đã" follows the name of who did it ("Trạm Y tế đã xong")."""
    *_, been = (None, *BEEN.finditer(before))
    near = before[been.end() :] if been else before
    if not _are_harmless(near):
        return False
    far = before[: been.start()] if been else ""
    return _are_harmless(far) or bool(SUBJECT.search(far) and not ONCE.search(far))


def _is_known_after(before: str, after: str) -> bool:
    """Every word is harmless, or the first opens the task's own name ("đã hoàn thành việc ...").

    Without "đã" or "rồi" such a name may be only the plan's words: "Hoàn thành việc số hóa".
    """
    plain = BEEN.search(before) or OVER.search(after)
    return _are_harmless(after) or bool(plain and WHOLE.search(after))


def _are_harmless(words: str) -> bool:
    return not unknown_words(VERBS.sub(" ", COMPLETE.sub(" ", words)))
