"""Whether a clause asks something."""

from bot.conversation.listening.letters import any_of, vn, words
from bot.conversation.listening.said import blank

POLITE = (
    r"(?: "
    + words("""
        vậy, thế, nhỉ, em, anh, chị, ạ, hả, ta, đồng chí, các đồng chí, nhé, rồi, ha, hén, đây, bạn,
        ơi, à, bot, _+
    """)
    + ")*"
)
"""What may still follow the word that makes a question: "xong chưa vậy em"."""

VERB = words("""
    xong, hoàn thành, hoàn tất, làm, triển khai, thực hiện, gửi, nộp, ban hành, trình, ký, duyệt,
    bắt đầu, báo cáo, đến đâu, tới đâu, được, có, đạt, đủ, xử lý, giải quyết, phê duyệt, gia hạn,
    hết hạn, đến hạn, tới hạn, quá hạn, trễ hạn, tổ chức, mua, lắp, ghi nhận,
    nhận được, cập nhật, xem, thấy, ok, ổn, xác nhận, công nhận
""")
WITHIN = r"(?:(?! thì )[^,;.!?\n])*"
WHEN = words(
    "bao giờ, bao h, khi nào, lúc nào, chừng nào, hôm nào, bữa nào, (?:bữa|hôm|khi|chừng) mô"
)
ASKING = any_of(
    rf"\b{VERB}\b{WITHIN}\bchưa{POLITE}\W*$",  # "đã làm xong chưa"
    rf"\b(?:có|còn|đã|được|phải|đúng)\b{WITHIN}\bkhông{POLITE}\W*$",  # "có việc gì không"
    rf"\b(?:`à|(?<!\d )hả|`hở|`ư|nhỉ|chăng){POLITE}\W*$",  # "12,5 ha" measures a field
    rf"\b(?:kịp|nổi|xong|hoàn thành) không{POLITE}\W*$",
    r"\b(?:xong|thành|làm)(?: rồi)? hay (?:là )?(?:đang|vẫn|đã)\b",
    r"^[\W_]*hay (?:là )?(?:xin|lùi|gia hạn|khất|dời|hoãn)\b",
    r"\b(?:là chi|(?:việc|nhiệm vụ) chi(?= (?:vậy|thế|hả)))(?: (?:vậy|thế|hả|ạ|ta))*\W*$",
    rf"\b{WHEN}\b|_ *răng (?:rồi|vậy|thế)\b|\bphải chăng\b|\b(?:việc|nhiệm vụ|cái) mô\b"
    r"|\b(?:là|của|do|thuộc)\b.* hay (?:là |của |do |thuộc )",
    r"\b"
    + words("""
        bao nhiêu, bao lâu, thế nào, như nào, ra sao, sao rồi, đến đâu(?! tháng| năm| tuần| quý),
        tới đâu, ở đâu, đâu rồi, gì, ai, nào, `mấy(?! _), mấy (?=việc|ngày|nhiệm|người|hôm|cái),
        ngày nào, vì sao, tại sao, sao
    """)
    + r"\b",
)
WHICH = vn(
    r"^[\W_]*(?:(?:có|còn|hiện|xem|cho|tôi|em|biết|hỏi|thế|vậy|những|các)[ ,]+)*"
    r"(?:(?:việc|nhiệm vụ|vụ|phòng|phòng ban|cơ quan|đơn vị|bên|ban|ngành|người|nơi|chỗ|cán bộ) nào"
    r"|ai)\b(?! (?:cũng|đó|đấy|dám|bảo|nói|ngờ|dè)\b)(?!.* thì\b)"
)
""" "việc nào chưa giao cho ai", "ai chưa báo gì": asks, though it denies too."""
DENYING = vn(r"\b(?:không|chưa|chẳng|hết)\b[^?]*\b(?:gì|ai|nào)\b(?! (?:không|thế|vậy))")
""" "chưa làm được việc gì"."""
TELLING = any_of(
    rf"\b{WHEN}\b.*\b(?:thì|em|tôi|sẽ|mình) ?(?:sẽ |xin )?(?:báo|gửi|nộp|trình|làm)",
    rf"\b(?:không|chưa|chẳng)(?: (?:rõ|biết|chắc|dám))+ |\b{WHEN}(?: \w+)? (?:rảnh|tiện)\b",
    r"\b(?:gì|nào|ai) cũng\b(?! \w+ với\b)"
    r"|(?:\bai|(?<=[^\W_] )(?<!là )(?<!hạn )(?<!hạn ngày )(?:gì|nào)) (?:đó|đấy)\b"
    r"(?! (?:vậy|thế|nhỉ))",
    r"\bcó gì (?:thì )?(?:anh|chị|đồng chí) (?:xem|báo|góp ý|nhắn|gọi|chỉ|bảo|cho)\b",
    r"\bthế nào được\b|\bgì mà\b|\bchưa bao giờ\b|\bchưa(?: đi| có)? (?:tới|đến) đâu\b",
    r"\b(?:thêm|khất|lùi|hoãn|dời)(?: \w+)? mấy (?:hôm|ngày|bữa)\b"
    r"|\b(?:kiểu|thế) (?:gì|nào)(?: \w+)? cũng\b",
    r"\bcó (?:nơi|chỗ|thôn|xã|bên)\b.*\bcó (?:nơi|chỗ|thôn|xã|bên)\b|\bđời nào\b|\b(?:nào"
    r"|ai) dám\b|\bnào hay\b",
    r"\b(?:từ|hồi) (?:đời|thuở|hồi|kiếp) nào\b|\b(?:ai|nào) (?:ngờ|dè)\b",
    r"(?:^|_)\W*ước (?:gì|chi)\b",
    rf"\b{WHEN}\b.*\b(?:xong|hoàn thành|hoàn tất) (?:thì|mới|sẽ|hãy)\b",
    r"\b(?:mới|chỉ|xong|được)(?: \w+){0,3} mấy\b(?! (?:việc|nhiệm vụ)\W*$)"
    r"|\b(?:mới|chỉ) [^?]*(?:\d|nửa|sơ|chút|tí|ít)\b[^?]*\bh?à\W*$"
    r"|\b(?:hoài|lắm|thôi|rồi mà) à[ .!]*$",
    r"\bmấy (?:hôm|ngày|bữa) (?:nay|rồi|qua)\b[^?]*$",
    r"\b(?:để|`chờ) (?:em|tôi|mình|cháu)(?: \w+)? (?:hỏi|xem|kiểm tra|rà)\b",
    r"\b(?:làm gì|lấy đâu|đào đâu|kiếm đâu|lấy gì) (?:có|ra|mà)\b|(?:^|_)\W*ai (?:bảo|nói|dám)\b",
    r"\b(?:hóa ra|té ra|thực ra|thật ra)\b|\b(?:xong|thành) khi nào (?:có|được|mà)\b",
    r": ?(?:chưa|không)\W*$|\bchứ (?:đã |có )?(?:xong|hoàn thành|làm) (?:gì|đâu)\b[^?]*$"
    # "em tưởng xong rồi mà chưa", "xong rồi mà mình thì vẫn chưa"
    r"|\b(?:vẫn|(?:mà|nhưng)(?: mình| em| tôi| tụi em| bọn em)?(?: thì)?) chưa\W*$",
    r"\bcòn (?:\d+|một|hai|ba|bốn|năm|mấy) (?:việc|nhiệm vụ|cái)(?: thì)? chưa\W*$",
    r"\b(?:ai|nào)\b(?! thì\b).*\bthì\b|\bở đâu mà\b",
    r"^\W*tưởng\b[^?]*$|\bmấy (?:ổng|ông|bà|anh|chị|đứa|cha|bác|chú|sếp)\b[^?]*$",
    r"\b(?:làm gì|(?:đi|khoan|từ từ) nào) đã\b|^\W*nào đã\b|\bgì đâu\b|\bthế quái nào\b",
    rf"\b{WHEN}\b.* thì (?:mới|hoàn thành|xong)\b",
    # "xã A xong rồi xã mình chưa"
    r"\b(?:xong|thành) rồi (?:mà |còn |nhưng )?(?:bên|phòng|xã|chỗ|việc|cái|phía|phần|vụ) \w+"
    r"(?: thì| vẫn)? chưa\W*$",
    # "phần hộ tịch xong phần đất đai chưa"
    r"\b(?P<share>phần|đợt|thôn|bên|phòng|xã|lớp|bước|mục tiêu|năm|cái)\b[^?]*\b(?:xong|thành)\b"
    r"[^?]*\b(?P=share)\b(?: \w+){1,3} chưa\W*$",
    r"\b(?:tới|đến) đâu\b.*\b(?:tới|đến) (?:đó|đấy)\b|\bkiểu gì(?: mà)? (?:được|nổi|kịp|xong)\b",
    r"\b(?:cái|việc|phần|vụ) nào\b.*\b(?:cái|việc|phần|vụ)(?: \w+)? (?:đó|đấy|ấy)\b",
    r"\bmấy (?:việc|nhiệm vụ|cái|vụ) (?:kia|này|đó|khác|còn lại|trên|đầu)\b[^?]*$",
    r"\blàm sao (?:em |tôi |mình )?(?:mà )?(?:xong|hoàn|kịp|làm)|\bsao (?:(?:xong|làm"
    r"|hoàn thành) )?(?:được|mà|nổi|kịp)\b"
    r"|\bsao làm\W*$|\bnào đâu\b",
)
"""Words of questions in what is told: "khi nào xong em báo", "xong sao được"."""


NAGGED = vn(
    r"(?:\b(?:anh|chị|em|bot|đồng chí|sếp|sao|mà|thế mà|cứ|còn|lại|không|cần|phải)\b ?)*"
    r"(?:\b(?:sao|cứ|còn|lại|hoài|không|khỏi|(?<!nội )đừng|thôi)\b(?: \w+){0,2}"
    r" (?:nhắc|hỏi|giục|(?:báo|hiện|ghi) (?:quá hạn|chậm|trễ))"
    r"|\b(?:nhắc|hỏi|giục) (?:hoài|mãi|nhiều|làm gì|chi|nữa))\b(?:(?: \w+){0,4})\W*$"
)
""" "xong rồi anh không phải nhắc nữa đâu": what is said of our reminding, not of the work."""

ASKERS = r"(?:anh|chị|đồng chí|các anh|sếp|bot|ban chỉ đạo|thư ký|văn phòng|lãnh đạo)"
EARLIER = (
    r"(?:(?:hôm|bữa) (?:trước|qua|nọ|kia|rồi|hổm)|tuần trước|sáng nay|hồi sáng|(?:lúc|hồi) nãy)"
)
THEN = rf"(?:{EARLIER}|đó|đấy|á)"
ASKED = rf"{ASKERS}(?: có| đã| mới| vừa)? (?:nhắc|hỏi|dặn)"
REMINDED = vn(
    rf"\b(?:mà )?(?:(?:{EARLIER} )(?:mà )?{ASKED}|{ASKED}(?= (?:em |tôi |mình )?{THEN}\b))"
    rf"(?: (?:em|tôi|mình|{THEN}))*\b"
)
""" "việc 9 hôm trước anh nhắc đó em làm xong rồi"."""

UNREPORTED = vn(
    r"\b(?:(?:mà|nhưng|tại|do|em|tôi|phòng|mình) )*(?:quên|chưa kịp|quên chưa)"
    r" (?:báo cáo|báo|cập nhật|nhắn)(?: (?:lên|lại|anh|chị|ạ|đồng chí|thôi|với|bot))*\W*$"
)
""" "xong từ 28/11 mà em chưa kịp báo"."""

STATED = vn(r"\b(?:xong|hoàn thành|hoàn tất|chưa|đang làm)\b")
COMPLAINT = vn(
    r"\b(?:bot|hệ thống|trên máy)(?: \w+)? (?:chưa|không|vẫn|cứ|lại)(?: \w+)? "
    r"(?:ghi nhận|cập nhật|ghi|nhận|nhắc|báo|hiện|hỏi|đổi)\b(?! được| lại)"
    r"|^\W*mà (?:chưa|vẫn chưa|không)(?: được| thấy)* (?:cập nhật|ghi nhận|ghi|đổi)\b"
    # "việc 2 đã báo cáo rồi, sao vẫn nhắc"
    r"|^[\W_]*(?:(?:em|tôi|mình|phòng|bên)[ ,]+)*đã báo cáo"
    r"(?: (?:rồi|ạ|nhé|mà|hôm (?:qua|kia|nọ|trước)|tuần trước|tháng trước))+\W*$"
)


def without_nag(clause: str) -> str:
    """The clause without what it says of reminding and reporting beside the work."""
    clause = blank(clause, [told.span() for told in REMINDED.finditer(clause)])
    late = UNREPORTED.search(clause)
    if late and not clause.rstrip().endswith("?"):
        clause = blank(clause, [late.span()])
    nag = NAGGED.search(clause)
    if nag and STATED.search(clause, 0, nag.start()):
        return blank(clause, [nag.span()])
    return clause


def is_nag(clause: str) -> bool:
    """Whether the clause is of our reminding alone: "khỏi nhắc nữa nhé"."""
    return NAGGED.search(clause) is not None


def is_complaint(clause: str) -> bool:
    """Whether the clause is about our record, not the work: "mà bot chưa cập nhật"."""
    return COMPLAINT.search(clause) is not None


def is_telling(clause: str) -> bool:
    """Whether its words of questions ask nothing: "chưa làm được việc gì"."""
    denied = DENYING.search(clause) is not None and WHICH.match(clause) is None
    return denied or TELLING.search(clause) is not None


def has_question_word(clause: str) -> bool:
    """Whether a word that may ask stands in the clause, whatever else it tells."""
    return ASKING.search(clause) is not None


def is_question(clause: str) -> bool:
    """Whether the clause asks: by its mark, by "... chưa" at its end, or by a word such as nào."""
    if clause.rstrip(" !)|\n").endswith("?"):
        return True
    return ASKING.search(clause) is not None and not is_telling(clause)
