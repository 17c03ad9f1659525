"""Questions and requests to be shown something."""

from bot.conversation.replies.letters import vn
from bot.conversation.replies.reply import Ask

COMMANDS: dict[str, Ask] = {
    "viec": "tasks",
    "nhiemvu": "tasks",
    "tonghop": "summary",
    "quahan": "overdue",
    "trogiup": "help",
    "help": "help",
    "huongdan": "help",
}
COMMAND = vn(r"^\W*/ ?([a-z]+)")
POLITE = (
    r"(?: (?:vậy|thế|nhỉ|em|anh|chị|ạ|hả|ta|đồng chí|các đồng chí|nhé|rồi|ha|hén|đây|bạn|ơi|à"
    r"|bot|_+))*"
)
VERB = (
    r"(?:xong|hoàn thành|hoàn tất|làm|triển khai|thực hiện|gửi|nộp|ban hành|trình|ký|bắt đầu"
    r"|báo cáo|duyệt|đến đâu|được|có|đạt|xử lý|giải quyết|phê duyệt|gia hạn|hết hạn|đến hạn"
    r"|tổ chức|mua|lắp|tới đâu|tới hạn)"
)
YES_OR_NO = vn(
    rf"\b{VERB}\b(?:(?! thì )[^,;.!?\n])*\bchưa{POLITE}\W*$|\b(?:có|còn|đã|được|phải"
    rf"|đúng)\b(?:(?! thì )[^,;.!?\n])*\bkhông{POLITE}\W*$|\b(?:`à|hả|`hở|`ư|nhỉ"
    rf"|chăng){POLITE}\W*$"
)
WH = vn(
    r"\b(?:bao giờ|khi nào|lúc nào|bao nhiêu|bao lâu|thế nào|như nào|ra sao|sao rồi|đến đâu"
    r"|tới đâu|ở đâu|đâu rồi|là gì|gì|ai|nào|`mấy|mấy (?=việc|ngày|nhiệm|người|hôm|cái)|hôm nào"
    r"|ngày nào|vì sao|tại sao|làm sao|sao)\b"
)
NOT_ASKED = vn(
    r"\b(?:bao giờ|khi nào|lúc nào|chừng nào|hôm nào)\b.*\b(?:thì|em|tôi|sẽ|mình) ?(?:sẽ "
    r"|xin )?(?:báo|gửi|nộp|trình|làm)|\b(?:không|chưa|chẳng)(?: (?:rõ|biết|có|vướng|khó khăn"
    r"|phát sinh|thay đổi|làm|thực hiện|triển khai|được|thấy|vướng mắc|còn|gặp|hề|phải))+ "
    r"|\b(?:việc|cái) (?:gì|nào) cũng\b|\bthế nào được\b|\bgì mà\b|\blàm sao (?:mà )?(?:xong"
    r"|hoàn|kịp|làm)|\bchưa bao giờ\b|\bxong đâu\b|\bsao (?:được|mà|nổi|kịp)\b|\bhết (?:vướng"
    r"|khó)|\bthì chưa\b"
)
HELP = vn(
    r"^\W*(?:(?:dạ|em|tôi|cho|xin|nhờ|hãy|bot|vui lòng|cần|anh|chị|ơi) )*(?:trợ giúp|giúp"
    r"|giúp đỡ|giúp (?:em|tôi|mình|đỡ|với)|help|hướng dẫn|hướng dẫn sử dụng|cứu|menu|start"
    r"|bắt đầu lại)(?: (?:em|tôi|với|ạ|nhé|sử dụng|cách|dùng|báo cáo|nhắn|cập nhật|bot|chatbot"
    r"|đi|mình|cho|anh|chị|thao tác|hệ thống|này|phần mềm|cái|làm|một chút|chút))*\W*$"
    r"|\bcách (?:báo cáo|dùng|sử dụng|nhắn|cập nhật|gửi|làm|báo|nhập|xin gia hạn|gia hạn)\b"
    r"|\b(?:làm sao|làm thế nào|như thế nào) (?:để|mà|mới) |\b(?:dùng|sử dụng|báo cáo|nhắn|gõ"
    r"|bấm|cập nhật|báo|nhập)(?: \w+){0,2}? (?:thế nào|như thế nào|kiểu gì|ra sao|như nào"
    r"|làm sao|sao|gì|ở đâu)\b|\b(?:bot|hệ thống|cái này|chatbot)(?: này)? (?:làm được|giúp được"
    r"|dùng|có) (?:những )?(?:gì|chức năng|để)|\b(?:không|chưa)(?: \w+)? biết (?:cách|dùng"
    r"|sử dụng|báo|làm thế nào|nhắn|làm sao)"
)
LATE = (
    r"(?:quá hạn|trễ hạn|trễ|chậm|tồn đọng|nợ|muộn|trượt hạn|chậm tiến độ|chậm muộn|chưa báo cáo"
    r"|chưa gửi báo cáo|chưa nộp báo cáo)"
)
OVERDUE = vn(
    rf"\b(?:việc|nhiệm vụ|cơ quan|đơn vị|phòng|ban|ai|những ai|nào|danh sách|thống kê|xem"
    rf"|liệt kê|có|báo cáo|tổng hợp|các|bao nhiêu|phòng ban)\b.*\b{LATE}\b|\b{LATE}\b.*\b(?:nào"
    rf"|ai|bao nhiêu|không)\b|^\W*(?:việc |các việc |nhiệm vụ )?(?:quá hạn|trễ hạn){POLITE}\W*$"
)
LATE_ONES = vn(
    rf"^\W*(?:(?:cho|em|tôi|xem|xin|gửi|anh|chị) )*(?:danh sách|thống kê|liệt kê|tổng hợp"
    rf"|báo cáo|các|những)(?: \w+){{0,4}} {LATE}\b|^\W*(?:xem )?(?:việc |nhiệm vụ |cơ quan "
    rf"|đơn vị )?(?:đang |bị )*{LATE}{POLITE}\W*$"
)
MINE = vn(
    r"^\W*(?:(?:xem|cho|xin|gửi|mở|em|tôi|anh|chị|dạ|liệt kê|các|những|hiện|danh sách) )*(?:việc"
    r"|nhiệm vụ|công việc|đầu việc)(?: (?:được giao|phải làm|cần làm|phụ trách|hiện tại|hiện nay"
    r"|đang có|còn lại|chưa làm|chưa xong|chưa hoàn thành|trong))*(?: (?:của|cho|bên))? (?:tôi"
    r"|em|mình|phòng|đơn vị|cơ quan|chúng tôi|tháng này|tuần này|hôm nay|ban|anh|chị"
    r"|cháu)(?: \w+){0,4}\W*$|\b(?:danh sách|danh mục|liệt kê|list)(?: \w+){0,2}? (?:việc"
    r"|nhiệm vụ|công việc|đầu việc)\b|^\W*(?:(?:cho|em|tôi|xin) )*(?:xem|mở)(?: lại)?(?: các"
    r"| những)? (?:việc|nhiệm vụ|công việc)(?: được giao| của \w+)?\W*$|\b(?:việc|nhiệm vụ"
    r"|công việc)(?! này| đó)(?: \w+){0,3}? (?:gì|nào|bao nhiêu|mấy)\b|\b(?:những|mấy|bao nhiêu"
    r"|các|có|còn)(?: \w+){0,1} (?:việc|nhiệm vụ|công việc)\b.*(?:nào|gì|không|bao nhiêu|mấy|\?)"
    r"|\b(?:bao nhiêu|mấy) (?:việc|nhiệm vụ|công việc)\b|\b(?:phải|cần|nên"
    r"|sẽ) làm(?: những)? (?:gì|việc)|\b(?:hôm nay|tuần này|tháng này|ngày mai|tuần sau"
    r"|tháng sau)(?: \w+){0,2}? (?:làm gì|có gì|việc gì)|\blàm gì (?:hôm|tuần|tháng|đây|tiếp"
    r"|bây)|\b(?:hạn|đến hạn)\b.*\bnhững việc\b|^\W*(?:các |những )?(?:việc|nhiệm vụ"
    r"|công việc) (?:sắp|gần|còn lại|đang làm|đang thực hiện|đang có|chưa xong|chưa làm"
    r"|được giao|phải làm|đến hạn|tới hạn)(?: \w+){0,3}\W*$|^\W*(?:sắp đến hạn|việc sắp đến hạn"
    r"|việc)\W*$|\b(?:có|còn) gì (?:phải|cần|chưa|sắp)"
)
ONE = vn(
    r"^\W*(?:thời hạn|hạn|hạn chót|tiến độ|tình hình|nội dung|sản phẩm|thông tin"
    r"|chi tiết)(?: của| về)? _+\W*$|^\W*(?:(?:cho|em|tôi|xin|dạ|anh|chị|mình|bot) )*(?:xem"
    r"|chi tiết|nội dung|thông tin|mở|tra cứu|xem lại|cho biết|hỏi|kiểm tra|hiện)(?: (?:chi tiết"
    r"|về|nội dung|thông tin|lại|của|thời hạn|hạn|sản phẩm|tiến độ))*(?: (?:_+|việc này"
    r"|nhiệm vụ này))"
)
SUMMARY = vn(
    r"^\W*(?:(?:cho|em|tôi|xin|gửi|dạ|xem|anh|chị|lấy|xuất|đề nghị|báo cáo|làm|một|bản|mình|in"
    r"|bảng|lập|cần|nhờ|giúp|bot|hãy|xem lại) )*(?:tổng hợp|báo cáo tổng hợp|thống kê|tình hình"
    r"|tình hình chung|báo cáo chung|báo cáo (?:tháng|quý|tuần|năm)|kết quả thực hiện"
    r"|tiến độ (?:chung|kế hoạch|toàn|thực hiện|của (?:xã|cả|các|toàn|kế hoạch))|số liệu"
    r"|bảng tổng hợp|báo cáo tiến độ|toàn cảnh|kết quả)\b|\b(?:tình hình|tiến độ|kết quả"
    r"|kế hoạch)\b.*\b(?:thế nào|ra sao|đến đâu|tới đâu|sao rồi|như nào|bao nhiêu)\b"
    r"|\b(?:bao nhiêu|mấy)(?: \w+){0,2} (?:đã )?(?:xong|hoàn thành)\b|\b(?:xong"
    r"|hoàn thành)(?: được)? (?:bao nhiêu|mấy)\b|^\W*tiến độ\W*$|\b(?:ai|cơ quan nào|đơn vị nào"
    r"|phòng nào|phòng ban nào)\b.*\b(?:xong|hoàn thành|báo cáo)\b|\btổng hợp\b.*\b(?:cho|giúp"
    r"|giùm) (?:tôi|em|anh|mình)\b"
)
REPORTED = vn(r"\b(?:đang|đã|chưa|vừa|sẽ)\b")
SUMMARISED = vn(r"\b(?:đang|đã|vừa|sẽ|`chờ|phải|cần|`mới|`để)\b")
FIGURE = vn(r"\d ?(?:%|phần trăm)|\d/\d+ [^\W\d]")
OUTCOME = vn(r"^\W*kết quả ?:")
FINISHED = vn(r"\b(?:đã )?(?:xong|hoàn thành)\b")


def read_command(words: str) -> Ask | None:
    """ "/viec" and its like, where the channel has not taken them already."""
    command = COMMAND.match(words)
    return COMMANDS.get(command[1]) if command else None


def is_question(words: str) -> bool:
    """Whether the clause asks: by its mark, by "... chưa" at its end, or by a word such as nào.

    "khi nào xong em báo" promises and "không vướng gì" tells.
    """
    if words.rstrip().endswith("?"):
        return True
    if NOT_ASKED.search(words):
        return False
    return bool(YES_OR_NO.search(words) or WH.search(words))


def read_ask(words: str, *, named: bool, question: bool) -> Ask | None:
    """What one clause asks to see; `named` where it speaks of a task by its number."""
    command = read_command(words)
    if command is not None:
        return command
    if HELP.search(words) and not named:
        return "help"
    if named:
        return "task" if question or ONE.search(words) else None
    if ONE.search(words):
        return "task"
    asked = question or not REPORTED.search(words)
    if OVERDUE.search(words) if question else asked and LATE_ONES.search(words):
        return "overdue"
    if question and SUMMARY.search(words) and FINISHED.search(words):
        return "summary" if not vn(r"\bchưa (?:xong|hoàn)").search(words) else "tasks"
    if (question or not FINISHED.search(words) or vn(r"\bchưa\b").search(words)) and MINE.search(
        words
    ):
        return "tasks"
    told = any(sign.search(words) for sign in (SUMMARISED, FIGURE, OUTCOME))
    if (question or not told) and SUMMARY.search(words):
        return "summary"
    return "task" if question and _is_about_work(words) else None


ABOUT_WORK = vn(
    r"\b(?:xong|hoàn thành|hoàn tất|hạn|đến hạn|hết hạn|thời hạn|làm|triển khai|thực hiện|việc"
    r"|nhiệm vụ|tiến độ|ngày|chủ trì|phối hợp|sản phẩm|nộp|báo cáo|gia hạn|gửi|trình|ký|duyệt"
    r"|kết quả|đến đâu|100%)\b"
)


def _is_about_work(words: str) -> bool:
    return ABOUT_WORK.search(words) is not None
