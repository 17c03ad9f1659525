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
    r"(?:làm|triển khai|thực hiện|tiến hành|bắt đầu|khởi động|bắt tay|động|đụng|thi công"
    r"|khởi công|xử lý|giải quyết|tổ chức|có động tĩnh|rục rịch)"
)
NOT_BEGUN = vn(
    rf"\b(?:chưa|không)(?: \w+){{0,2}}? {WORK}\b(?! (?:xong|hết|đủ|đầy đủ|kịp|tốt|được nhiều"
    rf"|triệt để|trọn|dứt điểm|cơ bản)\b)"
)
ONLY_PARTLY = vn(r"\b(?:phần|bước|khâu|giai đoạn|đợt|hạng mục|nốt|một số|mấy|lại)\b")
UNDER_WAY = vn(
    r"\bđang\b(?! _)(?! (?:họp|bận|đi công|đi đường|đi học|nghỉ|ốm|ở|ăn|lái|trên đường|dự|nghe"
    r"|bệnh|hội nghị|tập huấn ở|công tác|`vướng|vướng|tắc|kẹt|gặp|thiếu|khó|bị|mắc|chậm|quá hạn"
    r"|là|ngủ|dở việc|uy|ủy|viên|bộ)\b)"
)
BEGUN = vn(
    r"\b(?:mới|vừa) (?:chỉ|được|đạt|làm|bắt đầu|triển khai|thực hiện|ở|dừng|xây dựng|soạn|họp"
    r"|trình|có(?! gì)|đang|khởi|tiến hành|gửi|lập)\b|\bbắt đầu\b|\bđã(?: được)? (?:trình"
    r"|dự thảo|soạn|khảo sát|họp|gửi lấy|gửi dự thảo|lấy ý kiến|xin ý kiến|có dự thảo"
    r"|đấu thầu)\b|\b(?:tiếp tục|vẫn) (?:đang|làm|thực hiện|triển khai|theo dõi|tiến hành"
    r"|trong)\b|\btiếp tục\b|\bđúng tiến độ\b|\btheo (?:đúng )?(?:tiến độ|kế hoạch)\b|\b(?:làm"
    r"|thực hiện|triển khai|số hóa|xây dựng) được\b|\bdở dang\b|\blàm dở\b|\bdở\b(?= (?:dang"
    r"|chừng))|\bcòn (?:chờ|đợi|thiếu|vài|ít|một|chút|phần|khâu|lại|\d+|dở|phải)\b|\bchỉ còn\b"
    r"|\btrong quá trình\b|\bdự thảo\b|\bchờ (?:lãnh đạo|ký|phê duyệt|duyệt|ý kiến|thẩm định|xét"
    r"|thông qua|chủ tịch|kết quả|trình|góp ý|họp|bí thư|xin)|\bsuôn sẻ\b|\btrừ\b|\bkhẩn trương\b"
)
STEP = vn(
    r"\bđã(?: được)? (?:làm|triển khai|thực hiện|rà soát|xây dựng|ban hành|tổ chức|lập|ký"
    r"|phê duyệt|mua|lắp|số hóa|cập nhật|nhập|tuyên truyền|tập huấn|đăng ký|liên hệ|tham mưu"
    r"|chuẩn bị|giao|phân công|thành lập|kiện toàn|nghiệm thu|bàn giao|cấp|có kết quả|nộp"
    r"|báo cáo|gửi|chuyển|tiến hành|phát|thông báo|chỉ đạo|đôn đốc|kết thúc|công bố|đạt"
    r"|hoàn thiện)\b"
)
"""Steps that may be all of the work or one of it; they take nothing away from "hoàn thành"."""

UNFINISHED = vn(
    r"^\W*(?:(?:còn|thì|vẫn|em|dạ|phòng|bên|tôi|riêng|_+)\W+)*chưa(?: (?:ạ|anh|chị|em|ơi|đâu|nhé"
    r"|được|đồng chí|nha|rồi|á|có|à|_+))*\W*$|\bchưa(?: \w+){0,3} (?:xong|hết|kịp|được)\b"
    r"|\b(?:không|chẳng|sợ)(?: \w+){0,3} (?:kịp|nổi)\b|\b(?:không|chẳng)(?: thể)? (?:làm"
    r"|thực hiện|triển khai)(?: \w+){0,2} được\b|\bchưa (?:gửi|nộp|trình|ký|ban hành|phê duyệt"
    r"|duyệt|báo cáo|mua|lắp|nhập|cập nhật|họp|khảo sát|lập|soạn|xây dựng|đạt|đủ|đầy đủ|số hóa"
    r"|chốt|thống nhất|thông qua|nghiệm thu|bàn giao|quyết toán|thanh toán|thẩm định|rà soát"
    r"|tổng hợp|có kết quả|có sản phẩm|được duyệt|được ký|được phê|được thông|ra|đến|tới"
    r"|tập huấn|tuyên truyền|cấp|kết nối|đăng|tham mưu|đấu|ổn|thể)\b|\bchậm tiến độ\b|\bchậm\b"
)
PROMISED = vn(
    r"\b(?:dự kiến|phấn đấu|sẽ|cố gắng|quyết tâm|cam kết|xin hứa|đảm bảo|bảo đảm|kế hoạch là|hẹn"
    r"|(?<!không )phải(?! chờ| đợi))\b"
)
ONLY_TO_REPORT = vn(
    r"\b(?:báo|báo cáo|nói|gọi|trả lời|xem|kiểm tra|liên hệ|phản hồi|trao đổi|alo|nhắn|gặp|họp)\b"
)
TO_DO = vn(
    r"\b(?:gửi|nộp|làm|triển khai|thực hiện|trình|bắt đầu|tiến hành|ban hành|ký|tổ chức"
    r"|hoàn thiện|bổ sung|xử lý|giải quyết|lắp|mua)\b"
)
SENT = vn(r"\b(?:gửi|nộp|báo cáo|bổ sung|báo|đính kèm)\b")
SOON = vn(
    r"(?<!chị )\b(?:mai|mốt|chiều|tối|lát|tí|ngay|(?:tuần|tháng|quý) (?:sau|tới|này)|đầu tuần"
    r"|cuối tuần|cuối tháng|hôm nay|chiều nay|thứ (?:hai|ba|tư|năm|sáu|bảy|\d))\b|\d ngày nữa"
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
    progress and a doubt; a promise beside "đã hoàn thành" ("mai em gửi báo cáo") takes nothing
    away.
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
        return Sign(doubtful=doubtful)
    if verdict is Verdict.DONE and not partial:
        return Sign(Progress.DONE, 100)
    if verdict is Verdict.DOUBT:
        return Sign(Progress.IN_PROGRESS, None, "done_or_not")
    if doubtful == "date_or_fraction" and verdict is None:
        return Sign(Progress.IN_PROGRESS if partial[0].behind else None, None, doubtful)
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
    if STEP.search(words):
        return Sign(Progress.IN_PROGRESS, weak=True)
    planned = PROMISED.search(words) or SOON.search(words)
    if planned and (TO_DO.search(words) or _is_forecast(words)):
        return Sign(Progress.IN_PROGRESS, weak=True)
    return Sign()


def _is_forecast(words: str) -> bool:
    """ "dự kiến 20/12", "sẽ cố gắng": a plan of the work, unlike "sẽ báo cáo sau"."""
    return bool(PROMISED.search(words)) and not ONLY_TO_REPORT.search(words)
