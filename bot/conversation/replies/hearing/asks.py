"""Questions and requests to be shown something."""

from bot.conversation.listening.letters import any_of, vn, words
from bot.conversation.replies.harmless import AGENCIES
from bot.conversation.replies.hearing.questions import POLITE, is_telling
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
TASK = words("việc, nhiệm vụ, công việc, đầu việc")
PLEASE = words("""
    dạ, em, tôi, mình, anh, chị, bot, cho, xin, nhờ, hãy, vui lòng, cần, muốn, ơi, giúp, gửi, xem,
    coi(?! như), mở, xem lại, lấy, hiện
""")
HOW = words("thế nào, như thế nào, kiểu gì, ra sao, như nào, làm sao, sao, ở đâu, bằng cách nào")
USE = words("ghi, dùng, xài, sử dụng, báo cáo, nhắn, gõ, bấm, cập nhật, báo, nhập, gia hạn")

HELP = any_of(
    rf"^\W*(?:{PLEASE} )*"
    + words("""
        trợ giúp, giúp, giúp đỡ, hỗ trợ, help, hướng dẫn, cứu, menu, start, bắt đầu lại, các lệnh,
        lệnh
    """)
    + r"(?: "
    + words("""
        em, tôi, mình, anh, chị, với, đỡ, ạ, nhé, đi, cho, sử dụng, cách, dùng, báo cáo, nhắn,
        cập nhật, bot, chatbot, thao tác, hệ thống, này, phần mềm, cái, làm, một chút, chút, me,
        báo, hoàn thành, xong, xin, gia hạn, vướng mắc, khó khăn,
        ơi, đồng chí
    """)
    + r")*\W*$",  # "hướng dẫn sử dụng"
    rf"^\W*(?:{PLEASE} )*chỉ (?:cho |giúp )?(?:em|tôi|mình) (?:với|cách)\b",
    r"\bcách (?:thức )?"
    + words("báo cáo, dùng, sử dụng, nhắn, cập nhật, gửi, làm, báo, nhập, gia hạn, xin"),
    r"(?<!thì )\b(?:làm sao|làm thế nào|như thế nào) (?:để|mà|báo cáo|nhắn|gửi|dùng)\b(?! xong"
    r"| hoàn| kịp)",
    r"\b(?:bấm|ấn|nhấn|gõ|nhắn)(?: (?:nút|phím|chữ|lệnh|vào|cái|mục|hoàn thành|xong|ở|chỗ))* "
    r"(?:nào|gì|đâu)\b",
    rf"\bmuốn {USE}\b.*\bthì (?:phải )?{HOW}\b",
    r"\bthế nào (?:thì |mới )?(?:được )?(?:gọi|coi|tính) là\b",
    r"^\W*(?:bạn|bot|đây|mày|em) là ai\b",
    rf"\b{USE}(?! (?:chung|tổng|của|toàn)\b)(?: \w+){{0,2}}? {HOW}\b",  # "báo cáo thế nào"
    rf"(?<!chưa )(?<!không )(?<!đã )(?<!phải )\b{USE}(?: \w+){{0,2}}? gì\b",  # "nhắn cho bot gì"
    r"\b(?:bot|hệ thống|cái này|chatbot)(?: này| có| thể)* (?:làm được|giúp được|dùng|có) "
    r"(?:những )?(?:gì|chức năng|để)",
    r"\b(?:không|chưa|chả|chẳng)(?: \w+)? biết "
    + words(
        "cách, dùng, sử dụng, báo(?! giờ| nhiêu| lâu), làm thế nào, nhắn, làm sao, bấm, gõ, ấn"
    ),
    r"\b(?:không|chưa) hiểu\b|\b(?:lệnh|nút)\b.*\blà gì\b|\b(?:lệnh|chức năng) (?:gì|nào)\b",
)
LATE = words("""
    quá hạn, quá thời hạn, trễ hạn, trễ, chậm, tồn đọng, muộn,
    (?<!em còn )(?<!tôi còn )(?<!chị còn )(?<!anh còn )(?<!mình còn )nợ,
    trượt hạn, chậm tiến độ, chậm muộn, chưa báo cáo, chưa nộp, chưa gửi, chưa gửi báo cáo,
    chưa nộp báo cáo
""")
OWNER = words("""
    tôi, em, mình, phòng, đơn vị, cơ quan, chúng tôi,
    (?:xã|phường|bên) (?:tôi|em|mình|ta), ban, anh, chị, cháu, tháng này, tuần này, hôm nay
""")
LISTED = words("danh sách, thống kê, liệt kê, list, tổng hợp, báo cáo, các, những")
ASKS_LATE = any_of(
    words(
        """
        \bviệc, \bnhiệm vụ, \bcơ quan, \bđơn vị, \bphòng, \bban, \bai, \bnào, \bdanh sách,
        \bthống kê, \bxem, \bliệt kê, \bcó, \bbáo cáo, \btổng hợp, \bcác, \bbao nhiêu
    """.replace("\b", r"\b")
    )
    + rf"\b.*\b{LATE}\b",
    rf"\b{LATE}\b.*\b(?:nào|ai|bao nhiêu|không)\b",
    rf"\b(?:ai|(?:{AGENCIES}) nào)\b.*\bchưa\b",  # "đơn vị nào chưa hoàn thành"
)
OWN_LATE = vn(r"\b(?:việc|nhiệm vụ)\b.*\b(?:em|tôi|mình)(?: còn| vẫn)? (?:chưa|nợ)\b")
""" "còn việc nào tôi chưa báo cáo" asks for one's own."""

LATE_ONES = any_of(
    rf"^\W*(?:(?:{PLEASE}|đề nghị|kính"
    rf"|lại|biết) )*{LISTED}(?: \w+){{0,4}} {LATE}\b(?! \d+ ngày)",  # "danh sách việc quá hạn"
    rf"^\W*(?:(?:{PLEASE}|đề nghị|cho biết) )*(?:(?:(?:các |những )?{TASK}|cơ quan|đơn vị) )?"
    rf"(?:đang |bị )*{LATE}(?: của(?: \w+){{1,3}})?{POLITE}\W*$",
)
LATE_ITSELF = vn(rf"^\W*(?:(?:dạ|em|tôi|mình|phòng|đang|bị|nhưng|mà|hơi|có) )*{LATE}\b")
""" "trễ hạn, xin lùi 3 ngày": among other clauses it tells of the task, alone it asks."""

PENDING = words("""
    được giao, phải làm, cần làm, phụ trách, hiện tại, hiện nay, đang có, còn lại, chưa làm,
    chưa xong, chưa hoàn thành, trong, đang làm, đang thực hiện, phối hợp
""")
PERIOD = words("hôm nay, tuần này, tháng này, ngày mai, tuần sau, tháng sau")
TASKS = any_of(
    rf"^\W*(?:(?:{PLEASE}|{LISTED}|biết) )*{TASK}(?: {PENDING})*(?: (?:của|cho|bên))? {OWNER}"
    r"(?: \w+){0,4}\W*$",  # "việc của tôi"
    rf"\b(?:danh sách|danh mục|liệt kê|list)(?: \w+){{0,2}}? {TASK}\b",
    rf"^\W*(?:{PLEASE} )*(?:danh sách|ds){POLITE}\W*$",
    rf"^\W*(?:{PLEASE} )*(?:xem|mở)(?: lại| các| những| tất cả| hết| toàn bộ)* {TASK}"
    rf"(?: {PENDING})*(?: của(?: \w+){{1,4}})?\W*$",
    rf"\b{TASK}(?! này| đó)(?: \w+){{0,3}}? (?:gì|nào|mô(?! hình)|bao nhiêu|mấy)\b",  # "việc nào"
    rf"\b(?:bao nhiêu|mấy) {TASK}\b|\b(?:có|còn)(?: \w+)? {TASK}\b.*\bkhông\b",
    r"\b(?:phải|cần|nên|sẽ) (?:làm|nộp|gửi|báo cáo)(?: những| cái)? (?:gì|việc)",
    rf"\b{PERIOD}(?: \w+){{0,2}}? (?:làm gì|có gì|việc gì)",
    r"\blàm gì (?:hôm|tuần|tháng|đây|tiếp|bây)",
    rf"^\W*(?:các |những )?{TASK} (?:{PENDING}|sắp|gần|đến hạn|tới hạn)(?: \w+){{0,4}}\W*$",
    r"^\W*(?:sắp đến hạn|việc)\W*$",
    r"\b(?:có|còn)(?: nợ)? gì (?:phải|cần|chưa|sắp|đến hạn|tới hạn|hết hạn)",
)
DONE_ONES = vn(
    rf"^\W*(?:{PLEASE} )*(?:(?:danh sách|ds|liệt kê|thống kê|số lượng|số)(?: giúp| hộ)?"
    rf"(?: các| những| số| số lượng)*|(?:báo cáo|xem|tổng hợp) (?:các|những|số)|`những|nhung) "
    rf"(?:{TASK}|đơn vị|cơ quan|phòng)(?: đã)? (?:xong|hoàn thành)\b"
    rf"(?: trong \w+| {PERIOD}| tháng \d+)*{POLITE}\W*$"
)
SHOW = words("""
    xem, coi(?! như| là), chi tiết, nội dung, thông tin, mở, tra cứu, xem lại, cho biết, biết, hỏi,
    kiểm tra, hiện
""")
ABOUT = words("""
    hạn nộp, hạn báo cáo, chi tiết, về, nội dung, thông tin, lại, của, thời hạn, hạn, sản phẩm,
    tiến độ, tình hình, kết quả, thực hiện
""")
FACT = words("""
    hạn nộp, hạn báo cáo, thời hạn, hạn, hạn chót, tiến độ, tình hình, nội dung, sản phẩm,
    thông tin, chi tiết
""")
ONE = any_of(
    rf"^\W*{FACT}(?: của| về)? _+\W*$|^\W*(?:thời )?hạn\W*$",  # "thời hạn nhiệm vụ 8"
    rf"\b(?:này|đó|kia|đây) là (?:{TASK}|cái) gì\b",
    rf"^\W*(?:(?:{PLEASE}|đề nghị|đồng chí|kính) )*{SHOW}"
    r"(?: (?:giúp|hộ|giùm)(?: (?:em|tôi|mình|anh|chị))?)?"
    rf"(?: {ABOUT})*"
    r"(?: (?:_+|việc này|nhiệm vụ này))(?!.*\bthì\b)",  # "anh hỏi việc 5 thì em xong rồi"
)
SUMMARY = any_of(
    rf"^\W*(?:(?:{PLEASE}|xuất|đề nghị|báo cáo|nhanh|làm|một|bản|cái|in|bảng|lập|soạn|viết"
    r"|cơ quan thường trực|thường trực|văn phòng|thư ký|tổ giúp việc|chúng tôi|cho) )*"
    + words("""
        tổng hợp, báo cáo tổng hợp, tổng kết, thống kê, tình hình, báo cáo chung, báo cáo nhanh,
        kết quả thực hiện, kết quả, báo cáo tháng, báo cáo quý, báo cáo tuần, báo cáo năm,
        tiến độ chung, tiến độ kế hoạch, tiến độ toàn, tiến độ thực hiện,
        tiến độ(?: của)? (?:xã|các|cả|toàn|kế hoạch), số liệu, báo cáo tiến độ, toàn cảnh,
        tổng quan, đánh giá chung, biểu đồ
    """)
    + r"\b",
    r"\b(?:tình hình|tiến độ|kết quả|kế hoạch|tỷ lệ|tỉ lệ)\b.*\b"
    + words("thế nào, ra sao, đến đâu, tới đâu, sao rồi, như nào, bao nhiêu")
    + r"\b",
    r"\b(?:xã|phường|tỉnh|huyện|toàn \w+|cả|chung|ban chỉ đạo)(?: \w+){0,3} "
    r"(?:đến đâu|tới đâu|thế nào|ra sao|bao nhiêu phần trăm)\b",
    r"\b(?:bao nhiêu(?! giờ| ngày)(?: \w+){0,2}|mấy)(?! quá| tính| móc| giờ| ngày)(?: \w+){0,2}"
    r" (?:đã )?(?:xong|hoàn thành)\b",
    r"\b(?:xong|hoàn thành)(?: được)? (?:bao nhiêu|mấy)\b",
    rf"^\W*(?:(?:{PLEASE}|bảng|bản) )*tiến độ\W*$",
    r"\b(?<!chưa )(?:ai(?! bảo| nói| ngờ| dè| dám| cũng)|(?:cơ quan|đơn vị|phòng"
    r"|phòng ban) nào)\b.*"
    r"\b(?:xong|hoàn thành|báo cáo)\b",
)
REPORTED = vn(r"\b(?:đang|đã|chưa|vừa|sẽ)\b")
SUMMARISED = vn(
    r"^\W*(?:dạ )?(?:em|tôi)(?: xin| kính)? gửi\b|^\W*(?:dạ )?tình hình là\b"
    r"|\b(?:đang|đã|vừa|sẽ|`chờ|phải|cần|`mới)\b"
    r"|\b`để (?!họp|báo cáo|gửi|trình)|\b(?:xong|hoàn thành|gửi|nộp)(?: \w+)? rồi\b"
)
FIGURE = vn(r"\d ?(?:%|phần trăm)|\d/\d+ [^\W\d]")
OUTCOME = vn(r"^\W*kết quả(?: \w+){0,5} ?: ?\w")
FINISHED = vn(r"\b(?:đã )?(?:xong|hoàn thành)\b")
OPEN = vn(r"\bchưa\b")
UNFINISHED = vn(r"\bchưa (?:xong|hoàn)")
ABOUT_WORK = vn(
    r"\b"
    + words("""
        xong, hoàn thành, hoàn tất, vụ, mảng, hạn, đến hạn, hết hạn, thời hạn, deadline, làm,
        triển khai,
        thực hiện, việc, nhiệm vụ, tiến độ, ngày, chủ trì, phối hợp, sản phẩm, nộp, báo cáo,
        gia hạn, gửi(?! (?:cho |lại )?(?:em|tôi|mình) ), trình, (?<!thư )ký, duyệt, kết quả,
        đến đâu, 100%, (?:bao lâu|(?:mấy|bao nhiêu) hôm) nữa
    """)
    + r"(?!\w)"
)


SOME = vn(
    rf"\bmấy (?:{TASK}|cái|vụ) (?:kia|này|đó|khác|còn lại|trên|đầu)\b"
    rf"|^\W*(?:các |những )?{TASK} (?:còn lại|khác) (?:thì |vẫn )?(?:đang|chưa|đã|xong|được)\b"
    rf"|^\W*(?:các |những |mấy )?{TASK}(?: mà)? (?!được)\w+ giao(?: cho| em| tôi| mình)*"
    r" (?:thì |vẫn )*(?:đang|chưa|đã|xong|được|mới)\b"
)
""" "mấy việc kia xong cả rồi" tells, and counts nothing."""


def read_command(clause: str) -> Ask | None:
    """ "/viec" and its like, where the channel has not taken them already."""
    command = COMMAND.match(clause)
    return COMMANDS.get(command[1]) if command else None


def read_ask(clause: str, *, named: bool, question: bool) -> Ask | None:
    """What one clause asks to see; `named` where it speaks of a task by its number.

    Without the form of a question, words of a report take the request away: "tổng hợp tiến độ"
    asks, "đang tổng hợp số liệu" tells.
    """
    command = read_command(clause)
    if command is not None:
        return command
    if SOME.search(clause) and not question:
        return None
    if named:
        return "task" if question or ONE.search(clause) else None
    if HELP.search(clause):
        return "help"
    if ONE.search(clause):
        return "task"
    return _read_question(clause) if question else _read_request(clause)


def tells_of_lateness(clause: str) -> bool:
    """Whether a clause that might ask what is late may be a report."""
    return LATE_ITSELF.match(clause) is not None


def _read_request(clause: str) -> Ask | None:
    if LATE_ONES.search(clause) and not REPORTED.search(clause):
        return "overdue"
    if DONE_ONES.search(clause):
        return "tasks"
    if is_telling(clause):
        return None
    if TASKS.search(clause) and (OPEN.search(clause) or not FINISHED.search(clause)):
        return "tasks"
    told = any(sign.search(clause) for sign in (SUMMARISED, FIGURE, OUTCOME))
    return "summary" if SUMMARY.search(clause) and not told else None


def _read_question(clause: str) -> Ask | None:
    if ASKS_LATE.search(clause) and not OWN_LATE.search(clause):
        return "overdue"
    if SUMMARY.search(clause) and FINISHED.search(clause):
        return "tasks" if UNFINISHED.search(clause) else "summary"
    if TASKS.search(clause):
        return "tasks"
    if SUMMARY.search(clause):
        return "summary"
    return "task" if ABOUT_WORK.search(clause) else None
