"""What a message says about the work itself: done, under way, not begun."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.replies.done import Verdict, judge
from bot.conversation.replies.letters import vn
from bot.conversation.replies.numbers import Share, find_shares
from bot.conversation.replies.reply import Doubt
from bot.conversation.replies.said import blank
from db.enums import Progress

WORK = (
    r"(?:làm|triển khai|thực hiện|tiến hành|bắt đầu|khởi động|bắt tay|động|đụng|thi công|khởi công|xử lý|giải quyết"
    r"|tổ chức|có động tĩnh|rục rịch)"
)
NOT_BEGUN = vn(
    rf"\b(?:chưa|không)(?: \w+){{0,2}}? {WORK}\b(?! (?:xong|hết|đủ|đầy đủ|kịp|tốt|được nhiều|triệt để|trọn|dứt điểm|cơ bản))"
)
ONLY_PARTLY = vn(r"\b(?:phần|bước|khâu|giai đoạn|đợt|hạng mục|nốt|một số|mấy|lại)\b")
UNDER_WAY = vn(
    r"\bđang\b(?! (?:họp|bận|đi công|đi đường|đi học|nghỉ|ốm|ở|ăn|lái|trên đường|dự|nghe|bệnh|hội nghị|tập huấn ở|công tác"
    r"|`vướng|vướng|tắc|kẹt|gặp|thiếu|khó|bị|mắc|chậm|quá hạn|là|ngủ|dở việc|uy|ủy|viên|bộ)\b)"
)
BEGUN = vn(
    r"\b(?:mới|vừa) (?:chỉ|được|đạt|làm|bắt đầu|triển khai|thực hiện|ở|dừng|xây dựng|soạn|họp|trình|có(?! gì)|đang|khởi|tiến hành|gửi|lập)\b"
    r"|\bbắt đầu\b|\bđã(?: được)? (?:làm|triển khai|thực hiện|trình|dự thảo|soạn|khảo sát|rà soát|họp|xây dựng|ban hành|tổ chức"
    r"|gửi lấy|gửi dự thảo|gửi văn bản|gửi công văn|lấy ý kiến|xin ý kiến|lập|ký|phê duyệt|mua|lắp|số hóa|cập nhật|nhập|tuyên truyền|tập huấn|đăng ký|liên hệ|tham mưu|chuẩn bị|giao|phân công|thành lập|kiện toàn|đấu thầu|nghiệm thu|bàn giao|cấp|có dự thảo|có kết quả|nộp|báo cáo|gửi|chuyển|tiến hành|phát|thông báo|triển|chỉ đạo|đôn đốc|kết thúc|công bố|đạt|hoàn thiện)\b"
    r"|\b(?:tiếp tục|vẫn) (?:đang|làm|thực hiện|triển khai|theo dõi|tiến hành|trong)\b|\btiếp tục\b|\bđúng tiến độ\b|\btheo (?:đúng )?(?:tiến độ|kế hoạch)\b"
    r"|\b(?:làm|thực hiện|triển khai|số hóa|xây dựng) được\b|\bdở dang\b|\bdở\b(?= (?:dang|chừng))|\bcòn (?:chờ|đợi|thiếu|vài|ít|một|chút|phần|khâu|lại|\d+|dở|phải)\b"
    r"|\bchỉ còn\b|\btrong quá trình\b|\bdự thảo\b|\bchờ (?:lãnh đạo|ký|phê duyệt|duyệt|ý kiến|thẩm định|xét|thông qua|chủ tịch|kết quả|trình|góp ý|họp|bí thư|xin)"
    r"|\bsuôn sẻ\b|\btrừ\b|\bkhẩn trương\b"
)
UNFINISHED = vn(
    r"^\W*(?:còn |thì |vẫn |em |dạ |còn |phòng em |bên em |tôi |_+ )*(?:_+ )?(?:thì )?chưa(?: (?:ạ|anh|chị|em|ơi|đâu|nhé|được|đồng chí|nha|rồi|á|có|à|_+))*\W*$"
    r"|\bchưa(?: \w+){0,3} (?:xong|hết|kịp|được)\b|\b(?:không|chẳng|sợ)(?: \w+){0,3} (?:kịp|nổi)\b"
    r"|\b(?:không|chẳng)(?: thể)? (?:làm|thực hiện|triển khai)(?: \w+){0,2} được\b"
    r"|\bchưa (?:gửi|nộp|trình|ký|ban hành|phê duyệt|duyệt|báo cáo|mua|lắp|nhập|cập nhật|họp|khảo sát|lập|soạn|xây dựng|đạt|đủ|đầy đủ|số hóa|chốt|thống nhất|thông qua|nghiệm thu|bàn giao|quyết toán|thanh toán|thẩm định|rà soát|tổng hợp|có kết quả|có sản phẩm|được duyệt|được ký|được phê|được thông|ra|đến|tới|tập huấn|tuyên truyền|cấp|kết nối|đăng|tham mưu|đấu|ổn|thể)\b"
    r"|\bchậm tiến độ\b|\bchậm\b"
)
PROMISED = vn(
    r"\b(?:dự kiến|phấn đấu|sẽ|cố gắng|quyết tâm|cam kết|xin hứa|đảm bảo|bảo đảm|kế hoạch là|hẹn|phải)\b"
)
ONLY_TO_REPORT = vn(
    r"\b(?:báo|báo cáo|nói|gọi|trả lời|xem|kiểm tra|liên hệ|phản hồi|trao đổi|alo|nhắn|gặp|họp)\b"
)
TO_DO = vn(
    r"\b(?:gửi|nộp|làm|triển khai|thực hiện|trình|bắt đầu|tiến hành|ban hành|ký|tổ chức|hoàn thiện|bổ sung|xử lý|giải quyết|lắp|mua)\b"
)
SENT = vn(r"\b(?:gửi|nộp|báo cáo|bổ sung|báo|đính kèm)\b")
SOON = vn(
    r"(?<!chị )\b(?:mai|mốt|chiều|tối|lát|tí|ngay|(?:tuần|tháng|quý) (?:sau|tới|này)|đầu tuần|cuối tuần|cuối tháng|hôm nay|chiều nay|thứ (?:hai|ba|tư|năm|sáu|bảy|\d))\b|\d ngày nữa"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the work stands as far as the words go."""

    state: Progress | None = None
    percent: int | None = None
    doubtful: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """What one clause contributes; a `weak` one yields to any other."""

    state: Progress | None = None
    percent: int | None = None
    doubtful: Doubt | None = None
    weak: bool = False


def read_standing(clauses: Sequence[str], *, today: date, marked: bool) -> Standing:
    """What all clauses about one task come to.

    One that says done and another that says otherwise ("đã xong nhưng chưa trình ký") are work in
    progress and a doubt; a promise beside "đã hoàn thành" ("mai em gửi báo cáo") takes nothing away.
    """
    signs = [_read_clause(words, today=today, marked=marked) for words in clauses]
    states = {sign.state for sign in signs if sign.state and not sign.weak}
    doubtful = next((sign.doubtful for sign in signs if sign.doubtful), None)
    percents = [sign.percent for sign in signs if sign.percent is not None]
    percent = percents[-1] if percents else None
    if Progress.DONE in states:
        if states == {Progress.DONE} and doubtful is None:
            return Standing(Progress.DONE, 100)
        return Standing(Progress.IN_PROGRESS, _below(percents), doubtful or "done_or_not")
    if Progress.IN_PROGRESS in states:
        return Standing(Progress.IN_PROGRESS, _below(percents), doubtful)
    if Progress.NOT_STARTED in states:
        return Standing(Progress.NOT_STARTED, 0, doubtful)
    if any(sign.weak for sign in signs):
        return Standing(Progress.IN_PROGRESS, None, doubtful)
    return Standing(None, percent, doubtful)


def _below(percents: Sequence[int]) -> int | None:
    """The last figure that fits work in progress."""
    return next((percent for percent in reversed(percents) if 0 < percent < 100), None)


def _read_clause(words: str, *, today: date, marked: bool) -> Sign:
    shares = find_shares(words, today=today, marked=marked)
    partial = [share for share in shares if share.percent != 100]
    doubtful = next((share.doubtful for share in partial if share.doubtful), None)
    figures = [share.percent for share in partial if share.percent is not None]
    if figures and figures[-1] == 0:
        return Sign(Progress.NOT_STARTED, 0, doubtful)
    if figures:
        return Sign(Progress.IN_PROGRESS, figures[-1], doubtful)
    verdict = judge(words, today=today, marked=marked)
    if verdict is Verdict.ORDER:
        return Sign()
    if doubtful == "percent":
        return Sign(Progress.IN_PROGRESS if verdict else None, None, doubtful)
    if verdict is Verdict.DONE and not partial:
        return Sign(Progress.DONE, 100)
    if verdict is Verdict.DOUBT:
        return Sign(Progress.IN_PROGRESS, None, "done_or_not")
    if verdict or partial:
        return Sign(Progress.IN_PROGRESS, None, doubtful)
    return _read_work(blank(words, [(s.start, s.end) for s in shares]), shares)


def _read_work(words: str, shares: Sequence[Share]) -> Sign:
    """A clause without words of completion and without figures."""
    if shares:
        return Sign(Progress.IN_PROGRESS, None, "done_or_not")
    if NOT_BEGUN.search(words):
        partly = ONLY_PARTLY.search(words)
        return Sign(Progress.IN_PROGRESS if partly else Progress.NOT_STARTED)
    if UNFINISHED.search(words) or UNDER_WAY.search(words) or BEGUN.search(words):
        sent = SENT.search(words) and not UNFINISHED.search(words)
        return Sign(Progress.IN_PROGRESS, weak=bool(sent))
    planned = PROMISED.search(words) or SOON.search(words)
    if planned and (TO_DO.search(words) or _is_forecast(words)):
        return Sign(Progress.IN_PROGRESS, weak=True)
    return Sign()


def _is_forecast(words: str) -> bool:
    """ "dự kiến 20/12", "sẽ cố gắng": a plan of the work, unlike "sẽ báo cáo sau"."""
    return bool(PROMISED.search(words)) and not ONLY_TO_REPORT.search(words)
