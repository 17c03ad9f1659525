"""Whether words of completion say that the task itself is done.

Nothing is taken for done unless everything around the word is known to leave it so: what is
near, partial, wished for, asked or denied is work in progress, and what is not known is a doubt.
"""

import re
from datetime import date, timedelta
from enum import Enum, auto

from bot.conversation.replies.days import find_days
from bot.conversation.replies.harmless import HARMLESS, SUBJECT
from bot.conversation.replies.letters import vn
from bot.conversation.replies.said import blank


class Verdict(Enum):
    """What a clause with a word of completion says."""

    DONE = auto()
    NOT_DONE = auto()
    DOUBT = auto()
    ORDER = auto()


COMPLETE = vn(r"\b(?:xong|hoàn thành|hoàn tất|100 ?(?:%|phần trăm\b))")
"""Nothing else says done: "đã ban hành", "đã nộp" may be a step."""

DENIED = vn(r"\b(?:chưa|không|chẳng|chả|`đâu|`khỏi|khó(?! khăn)|đừng)\b")
NEAR = vn(
    r"\b(?:gần|sắp|suýt|cơ bản|hầu như|hầu hết|gần như|coi như|coi là|xem như|tương đối|sơ bộ|bước đầu"
    r"|dường như|hình như|chuẩn bị|chắc|có lẽ|cb|khoảng|`dần|từng bước)\b(?: \w+){0,4} $"
)
JUST_PART = vn(
    r"\b(?:tạm|tạm thời|(?<!vừa )mới)(?: chỉ| được| cơ bản| làm| thực hiện| triển khai)* $"
)
WISHED = vn(
    r"\b(?:sẽ|dự kiến|dự định|dự tính|phấn đấu|`cố|cố gắng|nỗ lực|quyết tâm|cam kết|hứa|đảm bảo|bảo đảm"
    r"|phải|cần(?! bộ)|muốn|mong|hy vọng|hi vọng|kỳ vọng|có thể|`tính|em định|tôi định|nếu|giá mà|hễ|miễn"
    r"|khi|bao giờ|lúc nào|đến khi|tới khi|chừng nào|`đợi|để(?! nghị| xuất| án| tài)|nhằm|đang(?! ủy| viên| bộ)|tưởng|ngỡ|nghĩ"
    r"|`nói|`bảo|nghe|`đòi|`thúc|hỏi|kiểm tra|xem|biết|khẩn trương|tập trung|đẩy nhanh|tiếp tục|yêu cầu chờ|chờ (?:ký|duyệt|phê|ý kiến)"
    r"|mục tiêu|tỷ lệ|tỉ lệ|mức độ|khả năng|nguy cơ|kịp|`mãi|`mà|hạn chót|`trừ|`nên|lẽ ra|đáng lẽ|đáng ra)\b"
)
NOUN = vn(
    r"\b(?:tiến độ|thời gian|thời hạn|hạn|ngày|chỉ tiêu|việc|kế hoạch|kết quả|báo cáo|điều kiện) $"
)
ORDERED = vn(r"\b(?:đề nghị|yêu cầu|nhờ|hãy|đôn đốc|nhắc|giao)\b(?! \w+ (?:xác nhận|ghi nhận))")
STILL = vn(r"\bcòn\b")
PART = vn(
    r"\b(?:dự thảo|bản thảo|nháp|phần(?! trăm| công| cấp| loại)|bước|giai đoạn|đợt|khâu|công đoạn|vòng|hạng mục|một số|vài|`mấy"
    r"|phần lớn|đa số|hầu hết|`nửa|đề cương|tờ trình|khung|sơ bộ|khảo sát|lấy ý kiến|xin ý kiến|góp ý|soạn"
    r"|soạn thảo|chuẩn bị|thẩm định|dự toán|thủ tục đấu thầu|đấu thầu|mời thầu|chọn thầu|thầu|hồ sơ mời|(?<!tổng )(?<!phối )(?<!phù )(?<!kết )họp"
    r"|(?<!chương )(?<!quy )(?<!công )(?<!quá )(?<!tiến )trình|thu thập|phác thảo|bản vẽ|thiết kế|kiểm đếm|biên bản|rà soát|lần \d|thôn \d|tổ \d|xóm \d|kỳ \d"
    r"|cơ bản|`móng|riêng|ngoại trừ|`trừ|`chỉ(?! đạo| tiêu| thị)|lấy số liệu|đăng ký|giải phóng mặt bằng|hợp đồng)\b"
)
EVERY_PART = vn(
    r"\b(?:toàn bộ|tất cả|cả|hết)(?: các| những| \d+)?"
    r" (?:hạng mục|phần việc|phần|bước|khâu|nội dung|giai đoạn|thủ tục|hồ sơ|thôn|tổ|xóm)\b|\bphần việc được giao\b"
)
ALL_COUNTED = vn(
    r"(?<![\d/.,])(\d+(?:[.,]\d{3})*) ?/ ?\1 (?!tháng|năm)\w+(?: mục| tiêu| việc| vụ| sơ| khoản)?"
)
AFTERWARDS = vn(
    r"^ ?(?:việc |này |nó |hết |xuôi |rồi |em |tôi |mình |anh |chị |cháu |sẽ |thì )*"
    r"(?:báo(?! cáo kèm)|gửi(?! kèm)|nộp|trình|làm|tính|gọi|nhắn|alo|hẵng|hãy|liên hệ|thì|là|để(?! nghị)|sẽ"
    r"|mới(?! việc| nhiệm| người| nội| công)|trước đã|cái đã)\b"
)
LATER = vn(
    r"^(?: \w+){0,6}? (?:thì|sẽ|(?:em|tôi|mình|cháu) (?:sẽ |mới |thì )?(?:báo|gửi|nộp|trình|gọi|nhắn|làm))\b"
)
PARTLY = vn(
    r"^ ?(?:được |tạm )*(?:cơ bản|sơ bộ|tạm|gần|tương đối|hầu|khoảng|bước đầu|kha khá|phần nào|ít|nhiều"
    r"|\d+(?! ?%)|một|hai|ba|bốn|năm|nốt)\b"
)
ASKED_BACK = vn(
    r"\b(?:chưa|không|đâu|sao|gì|nào|`nổi|`hụt|`dở|`mới)\b(?! (?:hạn|thời hạn|ngày|tiến độ|kỳ|đó|đây|rồi))"
)
BEEN = vn(r"\b(?:đã|vừa mới|vừa)\b")
WHOLE = vn(
    r"^ ?(?:(?:được|hết|toàn bộ|tất cả|các|những|cả|mọi|và|xong|tốt|xuất sắc|luôn|cho|đầy đủ) )*"
    r"(?:nhiệm vụ|công việc|việc|công tác|kế hoạch|báo cáo|tập huấn|tuyên truyền|số hóa|lắp đặt|lắp|cài đặt"
    r"|xây dựng|ban hành|triển khai|thực hiện|cập nhật|tổ chức|mua sắm|mua|đào tạo|bồi dưỡng|nâng cấp|kết nối"
    r"|cấp|hội nghị|đề án|phương án|quy chế|quy trình|cơ sở dữ liệu|chỉ tiêu|mục tiêu|chương trình|nội dung"
    r"|sản phẩm|yêu cầu|chỉ đạo|khối lượng|quyết định|nghị quyết|hệ thống|phát động)\b"
)
VERBS = vn(
    r"\b(?:làm|thực hiện|triển khai|ban hành|tổ chức|xử lý|giải quyết|lắp đặt|lắp|cài đặt|cài|số hóa|cập nhật"
    r"|tập huấn|tuyên truyền|xây dựng|mua sắm|mua|cấp|nghiệm thu|bàn giao|công bố|kết nối|đào tạo|nâng cấp|sửa chữa"
    r"|sửa|phát động|báo|kiện toàn|thành lập|bồi dưỡng|hết|đạt)\b"
)
SINCE_WEEKDAY = vn(r"(?:thứ \w+|chủ nhật)(?: tuần (?:này|nay))?$")
YEAR = re.compile(r"\d{4}|nay|sau|tới")
HALF_A_YEAR = timedelta(days=182)
WORD = re.compile(r"\w+")


def judge(words: str, *, today: date, marked: bool) -> Verdict | None:
    """What the clause's words of completion come to; None where it has none.

    Two of them in one clause must both say done: "hoàn thành 100%" does, "nói xong thì chưa
    xong" does not.
    """
    words = blank(words, [m.span() for m in ALL_COUNTED.finditer(words)])
    words = blank(words, [m.span() for m in EVERY_PART.finditer(words)])
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
        or NEAR.search(before)
        or JUST_PART.search(before)
        or WISHED.search(before)
        or STILL.search(lead)
        or (
            NOUN.search(before)
            and not figure
            and not BEEN.search(before)
            and not vn("báo cáo|kết quả").search(before)
        )
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
    over = been or vn(r"\brồi\b").search(words) is not None
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
    return _are_harmless(far) or bool(SUBJECT.search(far))


def _is_known_after(before: str, after: str) -> bool:
    """Every word is harmless, or the first opens the task's own name ("đã hoàn thành việc ...")."""
    return _are_harmless(after) or bool(WHOLE.search(after))


def _are_harmless(words: str) -> bool:
    rest = HARMLESS.sub(" ", VERBS.sub(" ", COMPLETE.sub(" ", words)))
    return all(not word.strip("_") for word in WORD.findall(rest))
