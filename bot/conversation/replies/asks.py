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
POLITE = r"(?: (?:vậy|thế|nhỉ|em|anh|chị|ạ|hả|ta|đồng chí|các đồng chí|nhé|rồi|ha|hén|đây|bạn|ơi|à|bot|_+))*"
VERB = r"(?:xong|hoàn thành|hoàn tất|làm|triển khai|thực hiện|gửi|nộp|ban hành|trình|ký|bắt đầu|báo cáo|duyệt|đến đâu|được|có|đạt|xử lý|giải quyết|phê duyệt|gia hạn|hết hạn|đến hạn|tổ chức|mua|lắp|tới đâu|tới hạn)"
YES_OR_NO = vn(
    rf"\b{VERB}\b(?:(?! thì )[^,;.!?\n])*\bchưa{POLITE}\W*$|\b(?:có|còn|đã|được|phải|đúng)\b(?:(?! thì )[^,;.!?\n])*\bkhông{POLITE}\W*$|\b(?:à|hả|hở|ư|nhỉ|chăng){POLITE}\W*$"
)
WH = vn(
    r"\b(?:bao giờ|khi nào|lúc nào|bao nhiêu|bao lâu|thế nào|như nào|ra sao|sao rồi|đến đâu|tới đâu|ở đâu|đâu rồi|là gì|gì|ai|nào|mấy|hôm nào|ngày nào|vì sao|tại sao|làm sao|sao)\b"
)
NOT_ASKED = vn(
    r"\b(?:bao giờ|khi nào|lúc nào|chừng nào|hôm nào)\b.*\b(?:thì|em|tôi|sẽ|mình) ?(?:sẽ |xin )?(?:báo|gửi|nộp|trình|làm)|\b(?:không|chưa|chẳng)(?: (?:rõ|biết|có|vướng|khó khăn|phát sinh|thay đổi|làm|thực hiện|triển khai|được|thấy|vướng mắc|còn|gặp|hề|phải))+ "
    r"|\b(?:việc|cái) (?:gì|nào) cũng\b|\bxong đâu\b|\bsao (?:được|mà|nổi|kịp)\b|\bhết (?:vướng|khó)|\bthì chưa\b"
)
HELP = vn(
    r"^\W*(?:(?:dạ|em|tôi|cho|xin|nhờ|hãy|bot|vui lòng|cần|anh|chị|ơi) )*(?:trợ giúp|giúp|giúp đỡ|giúp (?:em|tôi|mình|đỡ|với)|help|hướng dẫn|hướng dẫn sử dụng|cứu|menu|start|bắt đầu lại)"
    r"(?: (?:em|tôi|với|ạ|nhé|sử dụng|cách|dùng|báo cáo|nhắn|cập nhật|bot|chatbot|đi|mình|cho|anh|chị|thao tác|hệ thống|này|phần mềm|cái|làm|một chút|chút))*\W*$"
    r"|\bcách (?:báo cáo|dùng|sử dụng|nhắn|cập nhật|gửi|làm|báo|nhập|xin gia hạn|gia hạn)\b|\b(?:làm sao|làm thế nào|như thế nào) (?:để|mà|mới) |\b(?:dùng|sử dụng|báo cáo|nhắn|gõ|bấm|cập nhật|báo|nhập)(?: \w+){0,2}? (?:thế nào|như thế nào|kiểu gì|ra sao|như nào|làm sao|sao|gì|ở đâu)\b"
    r"|\b(?:bot|hệ thống|cái này|chatbot)(?: này)? (?:làm được|giúp được|dùng|có) (?:những )?(?:gì|chức năng|để)|\b(?:không|chưa)(?: \w+)? biết (?:cách|dùng|sử dụng|báo|làm thế nào|nhắn|làm sao)"
)
LATE = r"(?:quá hạn|trễ hạn|trễ|chậm|tồn đọng|nợ|muộn|trượt hạn|chậm tiến độ|chậm muộn|chưa báo cáo|chưa gửi báo cáo|chưa nộp báo cáo)"
OVERDUE = vn(
    rf"\b(?:việc|nhiệm vụ|cơ quan|đơn vị|phòng|ban|ai|những ai|nào|danh sách|thống kê|xem|liệt kê|có|báo cáo|tổng hợp|các|bao nhiêu|phòng ban)\b.*\b{LATE}\b|\b{LATE}\b.*\b(?:nào|ai|bao nhiêu|không)\b|^\W*(?:việc |các việc |nhiệm vụ )?(?:quá hạn|trễ hạn){POLITE}\W*$"
)
MINE = vn(
    r"^\W*(?:(?:xem|cho|xin|gửi|mở|em|tôi|anh|chị|dạ|liệt kê|các|những|hiện|danh sách) )*(?:việc|nhiệm vụ|công việc|đầu việc)(?: (?:được giao|phải làm|cần làm|phụ trách|hiện tại|hiện nay|đang có|còn lại|chưa làm|chưa xong|chưa hoàn thành|trong))*(?: (?:của|cho|bên))? (?:tôi|em|mình|phòng|đơn vị|cơ quan|chúng tôi|tháng này|tuần này|hôm nay|ban|anh|chị|cháu)(?: \w+){0,4}\W*$"
    r"|\b(?:danh sách|danh mục|liệt kê|list)(?: \w+){0,2}? (?:việc|nhiệm vụ|công việc|đầu việc)\b|^\W*(?:(?:cho|em|tôi|xin) )*(?:xem|mở)(?: lại)?(?: các| những)? (?:việc|nhiệm vụ|công việc)(?: được giao| của \w+)?\W*$"
    r"|\b(?:việc|nhiệm vụ|công việc)(?! này| đó)(?: \w+){0,3}? (?:gì|nào|bao nhiêu|mấy)\b|\b(?:những|mấy|bao nhiêu|các|có|còn)(?: \w+){0,1} (?:việc|nhiệm vụ|công việc)\b.*(?:nào|gì|không|bao nhiêu|mấy|\?)|\b(?:bao nhiêu|mấy) (?:việc|nhiệm vụ|công việc)\b"
    r"|\b(?:phải|cần|nên|sẽ) làm(?: những)? (?:gì|việc)|\blàm gì (?:hôm|tuần|tháng|đây|tiếp|bây)|\b(?:hạn|đến hạn)\b.*\bnhững việc\b|^\W*(?:sắp đến hạn|việc sắp đến hạn|việc)\W*$|\b(?:có|còn) gì (?:phải|cần|chưa|sắp)"
)
ONE = vn(
    r"^\W*(?:(?:cho|em|tôi|xin|dạ|anh|chị|mình|bot) )*(?:xem|chi tiết|nội dung|thông tin|mở|tra cứu|xem lại|hỏi|kiểm tra|hiện)(?: (?:chi tiết|về|nội dung|thông tin|lại|của|thời hạn|hạn|sản phẩm|tiến độ))*(?: (?:_+|việc này|nhiệm vụ này))"
)
SUMMARY = vn(
    r"^\W*(?:(?:cho|em|tôi|xin|gửi|dạ|xem|anh|chị|lấy|xuất|đề nghị|báo cáo|làm|một|bản|mình|in|bảng|lập|cần|nhờ|giúp|bot|hãy|xem lại) )*(?:tổng hợp|báo cáo tổng hợp|thống kê|tình hình|tình hình chung|báo cáo chung|báo cáo (?:tháng|quý|tuần|năm)|kết quả thực hiện|tiến độ (?:chung|kế hoạch|toàn|thực hiện|của (?:xã|cả|các|toàn|kế hoạch))|số liệu|bảng tổng hợp|báo cáo tiến độ|toàn cảnh|kết quả)\b"
    r"|\b(?:tình hình|tiến độ|kết quả|kế hoạch)\b.*\b(?:thế nào|ra sao|đến đâu|tới đâu|sao rồi|như nào|bao nhiêu)\b|\b(?:bao nhiêu|mấy)(?: \w+){0,2} (?:đã )?(?:xong|hoàn thành)\b|\b(?:xong|hoàn thành)(?: được)? (?:bao nhiêu|mấy)\b|^\W*tiến độ\W*$|\b(?:ai|cơ quan nào|đơn vị nào|phòng nào|phòng ban nào)\b.*\b(?:xong|hoàn thành|báo cáo)\b|\btổng hợp\b.*\b(?:cho|giúp|giùm) (?:tôi|em|anh|mình)\b"
)
REPORTED = vn(r"\b(?:đang|đã|chưa|vừa|sẽ)\b")
SUMMARISED = vn(r"\b(?:đang|đã|vừa|sẽ|`chờ|phải|cần|`mới|`để)\b")
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
    if asked and OVERDUE.search(words):
        return "overdue"
    if question and SUMMARY.search(words) and FINISHED.search(words):
        return "summary" if not vn(r"\bchưa (?:xong|hoàn)").search(words) else "tasks"
    if (question or not FINISHED.search(words) or vn(r"\bchưa\b").search(words)) and MINE.search(
        words
    ):
        return "tasks"
    if (question or not SUMMARISED.search(words)) and SUMMARY.search(words):
        return "summary"
    return "task" if question and _is_about_work(words) else None


ABOUT_WORK = vn(
    r"\b(?:xong|hoàn thành|hoàn tất|hạn|đến hạn|hết hạn|thời hạn|làm|triển khai|thực hiện|việc|nhiệm vụ|tiến độ|ngày|chủ trì|phối hợp|sản phẩm|nộp|báo cáo|gia hạn|gửi|trình|ký|duyệt|kết quả|đến đâu|100%)\b"
)


def _is_about_work(words: str) -> bool:
    return ABOUT_WORK.search(words) is not None
