"""Obstacles: what stands in the way, what no longer does, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.replies.letters import vn

MEANS = (
    r"(?:kinh phí|vốn|tiền|nguồn lực|nguồn|ngân sách|hướng dẫn|văn bản|công văn|nhân lực|nhân sự"
    r"|người|cán bộ|biên chế|máy|thiết bị|trang thiết bị|mặt bằng|quy định|phần mềm|hạ tầng"
    r"|cơ chế|dữ liệu|số liệu|vật tư|chuyên môn|chỉ đạo|đất|điện|mạng|địa điểm|thông tin"
    r"|đường truyền|cơ sở vật chất|phối hợp|định mức|đơn giá|khung|căn cứ|cơ sở pháp lý|nhà thầu)"
)
TROUBLE = r"(?:vướng mắc|khó khăn|vướng|trở ngại|khúc mắc|ách tắc|tồn tại|trục trặc|bất cập)"
ABSENT = vn(
    rf"\b(?:(?:không|chưa|chẳng)(?: (?:có|còn|gặp|gặp phải|thấy|bị|phát sinh|phải|hề"
    rf"|xảy ra))*(?: (?:một|bất kỳ|bất cứ|nhiều|gì|cái))* {TROUBLE}(?:(?: ?[,;]| và| hay"
    rf"| hoặc)? {TROUBLE})*(?: (?:gì|nào|cả|hết|khác|lớn))*"
    rf"|{TROUBLE}(?: ?[,;]? {TROUBLE})* ?:? (?:không|không có|chưa có)\b(?! {MEANS}))"
)
RESOLVED = vn(
    rf"\b(?:(?<!chưa )(?:đã |vừa )?hết {TROUBLE}(?: {TROUBLE})*|không còn(?: bị"
    rf"| gặp)? {TROUBLE}(?: {TROUBLE})*|(?:đã|vừa)(?: được)? (?:tháo gỡ|giải quyết|khắc phục"
    rf"|xử lý|gỡ|tháo)(?: xong| được| hết)*(?: các| những| được)* {TROUBLE}(?: {TROUBLE})*"
    rf"|{TROUBLE}(?: {TROUBLE})*(?: \w+){{0,5}}? đã(?: được)? (?:tháo gỡ|giải quyết|khắc phục"
    rf"|xử lý|gỡ|thông)(?: xong| hết)*|đã (?:có|được cấp|được bố trí|được giao|được hướng dẫn"
    rf"|bố trí được|bố trí|được duyệt|nhận được|xin được) (?:đủ )?(?:kinh phí|vốn|tiền|hướng dẫn"
    rf"|nguồn|nhân lực|người)(?: làm)?|(?:gỡ|tháo gỡ) (?:được )?(?:rồi|xong))\b"
)
NOT_RESOLVED = vn(
    rf"\b(?:chưa|không|chẳng)(?: \w+){{0,2}} (?:tháo gỡ|giải quyết|khắc phục|gỡ)(?: \w+){{0,4}}"
    rf"|\bchưa hết {TROUBLE}|\bvẫn còn {TROUBLE}"
)
HINDERED = vn(
    rf"\b(?:{TROUBLE}|(?<!công )(?<!hợp )(?<!đối )(?<!nguyên )tắc(?! xi| trách)|bế tắc|`nghẽn"
    rf"|(?<!cam )(?<!liên )(?<!tổng )kẹt(?! quả| nối| thúc| luận| hợp| cấu| nạp| toán| nghĩa"
    rf"| hoạch)|mắc (?:ở|tại|khâu|chỗ|về|kẹt)|sự cố|(?:bị|gặp|đang|báo|phần mềm|hệ thống"
    rf"|máy) (?:lỗi|hỏng|sập|treo|quá tải)|thiếu (?:\w+ )?{MEANS}|thiếu (?:thốn|hụt)"
    rf"|hết (?:kinh phí|tiền|vốn)|(?:chưa|không)(?: (?:thể|có|được|bố trí|cấp|giao|duyệt|nhận|đủ"
    rf"|xin|tìm|thấy|ai|phân bổ|hỗ trợ|ban hành|rõ|kịp|chịu|phê duyệt|thống nhất|sở|tỉnh"
    rf"|cấp trên|đâu|ra)){{1,4}} {MEANS}|(?:sở|tỉnh|trung ương|cấp trên|huyện"
    rf"|thành phố) chưa (?:có|ban hành|cấp|giao|hướng dẫn|phân bổ|cho|duyệt|trả lời|phê duyệt)"
    rf"|(?:chờ|đợi) (?:\w+ )?(?:kinh phí|vốn|nguồn|tiền|hướng dẫn|văn bản|phân bổ|cấp (?:vốn"
    rf"|kinh phí|trên|tiền)|tỉnh (?:hướng|cấp|phân)|trung ương|sở (?:hướng|cấp))|(?:không"
    rf"|chưa)(?: \w+){{0,3}} (?:phối hợp|hợp tác|đồng thuận|đồng tình|đăng nhập được|vào được"
    rf"|truy cập được|kết nối được|giải phóng được|giải ngân được)|không (?:vào|đăng nhập"
    rf"|truy cập|kết nối|mở|liên hệ) được|chậm (?:phối hợp|phê duyệt|trả lời|cấp)|(?:đề nghị"
    rf"|mong|xin|cần|nhờ)(?: \w+){{0,3}} (?:tháo gỡ|hỗ trợ|gỡ vướng|gỡ khó)|do (?:mưa|bão"
    rf"|thời tiết|dịch|lũ|mất điện))\b"
)
WANTED = vn(r"(?:đề nghị|mong|xin|cần|nhờ)\b")
IF = vn(r"\b(?:nếu|trừ khi|tránh|lo|sợ|phòng khi|hễ)(?: \w+){0,3} $")
ENDS = vn(
    r"[;.!?\n]|,|\b(?:xin|đề nghị|nên|do đó|vì vậy|vì thế|mong|`kính|nhờ|cho em|cho phòng"
    r"|gia hạn|mới được|mới đạt|đạt|được \d|đã (?:xong|hoàn|làm)|đang (?:làm|triển|thực|xin"
    r"|trình|chờ))\b"
)
LABEL = vn(
    rf"^(?:{TROUBLE}(?: ?,? {TROUBLE})* ?(?:: ?|(?:là|do|vì|hiện nay là|lớn nhất là"
    rf"|chính là) )(?:là )?)(?=\w)"
)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Stretches of the words that speak of obstacles, and the one that names the reason."""

    blocked: bool = False
    cleared: bool = False
    reason: tuple[int, int] | None = None
    spans: tuple[tuple[int, int], ...] = ()


def find_obstacle(words: str) -> Obstacle:
    """What one clause says of obstacles.

    "không có khó khăn" is none, "đã hết vướng" clears one, "chưa tháo gỡ được" still has it, and
    "nếu không vướng gì" supposes one away.
    """
    still = [match.span() for match in NOT_RESOLVED.finditer(words)]
    gone = [] if still else [match.span() for match in RESOLVED.finditer(words)]
    absent = [match.span() for match in ABSENT.finditer(words)] if not still else []
    spans = gone + absent
    found: list[tuple[int, int]] = list(still)
    end = 0
    for match in HINDERED.finditer(words):
        start = match.start()
        if start < end or any(a <= start < b for a, b in spans) or _is_supposed(words, start):
            continue
        stop = ENDS.search(words, match.end())
        end = stop.start() if stop else len(words)
        found.append((start, end))
    reason = (min(found)[0], max(end for _, end in found)) if found else None
    if reason:
        label = LABEL.match(words[reason[0] : reason[1]])
        reason = (reason[0] + (label.end() if label else 0), reason[1])
    return Obstacle(bool(found), bool(gone) and not found, reason, tuple(spans + found))


def _is_supposed(words: str, start: int) -> bool:
    return IF.search(words, max(start - 40, 0), start) is not None


def join_reasons(reasons: Sequence[str]) -> str | None:
    """The reasons of several clauses as one; a call for help only where nothing else is."""
    named = [reason for reason in reasons if reason]
    own = [reason for reason in named if not WANTED.match(reason.lower())]
    return "; ".join(dict.fromkeys(own or named)) or None
