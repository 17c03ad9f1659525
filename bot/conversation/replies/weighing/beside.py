"""What the clauses beside one that says done may say without taking it back.

Behind the completion only what is known to leave it so may stand: what was sent, what it is
proved by, what is asked of us. "đã xong, chờ đóng dấu", "xong rồi, giờ tới bên em" go on.
"""

from bot.conversation.listening.letters import Pattern, any_of, vn, words
from bot.conversation.replies.harmless import HARMLESS, unknown_words
from bot.conversation.replies.signs.completion import LATE, SOMEBODY_ELSE
from bot.conversation.replies.signs.whole_or_part import DOING
from bot.conversation.replies.signs.work import BUT, NOT_YET

CLOSING = vn(
    r"\b"
    + words(r"""
        file, tệp, tài liệu, ảnh, hình, hình ảnh, danh sách, tổng hợp, để, bản scan, bản mềm,
        bản cứng, link, đính kèm, chụp,
        trên bàn, để trên bàn, trang thông tin điện tử, bản chụp, bản photo, photo, số hiệu, tại,
        theo, chữ ký, sản phẩm, chờ, biên bản, nghiệm thu, hồ sơ, văn bản, quyết định, qđ, công văn,
        minh chứng, gửi, nộp, trình, bổ sung, gửi sau, nộp sau, văn thư, văn phòng, thư ký,
        ban chỉ đạo, tham mưu, nhờ, mời, đề nghị, mong, kiểm tra, ktra, duyệt, xem, xem xét,
        xác nhận,
        cập nhật, theo dõi, khen thưởng, công nhận, đánh dấu, tích, đóng, khép lại, kết thúc, nghỉ,
        thôi,
        thấy, biết, ban hành, phê duyệt, thông qua, công bố, đăng, đăng tải, trang, cổng thông tin,
        bạn, trục(?! liên), drive, gmail, bưu điện,
        cổng thông tin điện tử, niêm yết, lưu, lưu hồ sơ, bàn giao, nhận, phát, thông báo, ký,
        đóng dấu, tổ chức, hội nghị, triển khai, thực hiện, làm, mai, chiều, tối, lát, lát nữa,
        tí nữa, bot, không còn gì, không có gì, không vướng, không nợ, nữa, đây, đây ạ, dưới đây,
        ở trên, ở dưới, bên dưới, sau, tin, nhắn, phần mềm, may, may quá, mừng quá, đúng, bằng, \d+,
        (?:mang|đem)(?: bản \w+| hồ sơ| kết quả| tài liệu)? (?:sang|lên|qua|đến|tới|nộp),
        thông cảm, vì báo, vì báo cáo, do báo cáo, bỏ qua, lượng thứ, kính chuyển, tổ giúp việc,
        cơ quan thường trực, thường trực, đảm bảo, bảo đảm, chất lượng, bản giấy, nhóm, qua,
        trân trọng, xin cảm ơn, vui, hì, hihi, haha, (?:bao )?gồm(?: các)?(?= ·),
        có gì(?= (?:anh|chị|đồng chí) )
    """)
    + r"\b"
)
SETTLED = Pattern(lambda: f"{CLOSING.compiled.pattern}|{HARMLESS.compiled.pattern}")

OPEN = any_of(
    r"^\W*(?:à|ơ|ấy|khoan) (?:quên|mà|không|thôi|khoan|đã)\b|^\W*anh quen\W*$",  # "à quên"
    r"^\W*(?:đó|đấy|ấy) (?:chỉ |mới )?là\b",
    r"\b(?:còn(?! gì| ai| nợ)|đợi|giờ|bây giờ|tiếp|tiếp theo|tiếp tục|sắp|cần|phải|trừ|ngoài"
    r"|riêng|`tới|`mỗi|`duy|`nếu|(?<!chứng )`chỉ(?! đạo| tiêu| thị)|hình như"
    r"|nghe (?:nói|đâu|bảo)|cơ bản"
    r"|mới lạ|(?:em|tôi) đoán|đâu (?:mà|có)|yêu cầu(?: \w+)? (?:sửa|chỉnh|bổ sung))\b",
    r"\b(?:làm|xong) sau\b|\bchờ (?!anh|chị|đồng chí|ban chỉ đạo|bot|thư ký)",
    r"\b(?:mai|chiều(?! qua)|tối(?! qua)|lát|tí|sau|tuần sau|tháng sau|sẽ|em|tôi"
    r"|phòng)\b(?: \w+){0,3}? (?:tổ chức|triển khai|thực hiện|làm|nghiệm thu|ký|đóng dấu"
    r"|ban hành|công bố|phát|trình)\b(?! rồi)",
)
RESULT = vn(
    r"^\W*(?:(?:đã|trong đó|cụ thể|bao gồm|gồm|với|có|kết quả|sản phẩm|như sau|tổng số|số lượng"
    r"|được|là)[ :]*)*"
    rf"(?:(?:{DOING}|phát|thu hút|in|trồng|treo|tặng"
    rf"|hỗ trợ)(?: \w+){{0,4}} )?\d+(?:[.,/]\d+)* [^\W\d]"
)
HOLDS_BACK = vn(
    r"\b"
    + words("""
        không, chưa, (?<!chứng )chỉ, còn, thiếu, lỗi, sai, hỏng, vướng, lại, sau, sẽ, mai, nữa, trừ,
        mới, gần, sắp, `chờ, chờ (?:ký|duyệt|kết|nghiệm), đợi, phần, bước, giai đoạn, đợt, khâu,
        vòng, lần, dự thảo,
        xin, phải, cần, sửa, bổ sung, đang, bị, chuyển, đề nghị
    """)
    + r"\b"
)
""" "đã hoàn thành, tổ chức 3 lớp cho 210 học viên": what came of it, unless it is held back."""

FACT = vn(
    r"^\W*(?:kinh phí|sản phẩm|thời gian|địa điểm|thành phần|số lượng|minh chứng|hình thức|quy mô"
    r"|đơn vị|cơ quan|người|tổng)(?: \w+){0,4} ?: ?\w"
    r"|^\W*(?:(?:với|tổng|số|được|đã) )*(?:kinh phí|tiền|chi phí|giải ngân|quyết toán)"
    r"(?: [^\W\d]+){0,4} \d[\d.,]* (?:triệu|tỷ|nghìn|đồng)\b"
)
""" "Kinh phí thực hiện: 150 triệu đồng" tells of the work that is done."""

CONCEDED = vn(r"^\W*(?:mặc dù|tuy(?! nhiên| vậy)|dù(?! kiến)|dẫu|bất chấp)\b")
STILL_HARD = vn(r"\bcòn(?: (?:nhiều|một số|chút|gặp|rất))* _")
""" "mặc dù còn nhiều khó khăn", the obstacle read already."""

SUPPOSED = vn(r"^\W*(?:nếu|giả sử|giá|khi(?! đó)|hễ|miễn|chừng nào|bao giờ|đến khi|phải chi)\b")


NOTHING_LEFT = vn(
    r"^\W*(?:đã )?(?:không|chẳng)(?: còn| có| để| bị)*"
    r" (?:(?:tồn đọng|sót|bỏ sót|nợ|nợ đọng)\b(?: (?!thì|là|nhưng)\w+){0,3}"
    r"|(?:việc|nội dung|hạng mục|phần|khâu|hồ sơ|chỗ|cái|đầu việc) (?:gì|nào)(?: \w+){0,2})\W*$"
)
""" "đã xong, không còn tồn đọng gì"."""

NOTHING_TOLD = vn(
    r"^\W*(?:(?:khó khăn|vướng mắc|tồn tại|hạn chế|kiến nghị|đề xuất|đề nghị|ghi chú"
    r"|nguyên nhân|_++)[ ,;/]*+(?:và )?)++: ?(?:không|chưa)(?: có)?(?: gì| ạ)*\W*$"
)
""" "Kiến nghị: không" on a form."""


def takes_back(words: str, *, behind: bool) -> bool:
    """Whether a clause may undo the completion it stands before or `behind`."""
    if NOTHING_TOLD.match(words) or NOTHING_LEFT.match(words):
        return False
    words = LATE.sub(" ", f" {words}")
    if NOT_YET.search(words) or (BUT.search(words) and unknown_words(words)):
        return True
    if not behind:
        return SUPPOSED.search(words) is not None
    if CONCEDED.search(words):
        return OPEN.search(STILL_HARD.sub(" ", words)) is not None
    if SOMEBODY_ELSE.search(words):
        return True
    if (RESULT.match(words) or FACT.match(words)) and not HOLDS_BACK.search(words):
        return False
    return bool(OPEN.search(words) or unknown_words(words, known=SETTLED))
