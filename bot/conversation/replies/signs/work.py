"""Words about the work: under way, not begun, promised. Those of completion stand in `done`."""

from bot.conversation.listening.letters import any_of, vn, words
from bot.conversation.replies.signs.completion import OFFICES

WORK = words("""
    làm, triển khai, thực hiện, tiến hành, bắt đầu, khởi động, bắt tay, động, đụng, `rờ, `sờ,
    mó tay, rớ, thi công, khởi công, xử lý, giải quyết, tổ chức, có động tĩnh, rục rịch
""")
ENOUGH = words("""
    xong, hết, đủ, đầy đủ, kịp, tốt, được nhiều, triệt để, trọn, dứt điểm, cơ bản
""")
NOT_BEGUN = any_of(
    # but "chưa làm xong" is under way
    rf"\bchưa(?: \w+){{0,2}}? {WORK}\b(?!(?: được)? {ENOUGH}\b)",
    r"\bkhông(?: \w+)? làm gì\b|\bchưa mần (?:chi|gì)\b|\bchưa (?:có|được|ra) gì (?:cả|hết|đâu)\b",
    rf"\bchưa (?:đến|tới) (?:thời gian|thời điểm|kỳ|lúc|hạn) {WORK}\b",
    rf"\bchưa (?:có|rảnh|sắp xếp được|bố trí được) (?:thời gian|lúc|thì giờ)(?: \w+)? {WORK}\b",
)
ONLY_PARTLY = vn(r"\b(?:phần|bước|khâu|giai đoạn|đợt(?! xuất)|hạng mục|nốt|một số|mấy|lại)\b")
ELSEWHERE = words("""
    họp(?! (?:bàn|triển|thống|lấy|thông|rà)), bận, đi công, đi đường, đi học, nghỉ, ốm, ở, ăn, lái,
    trên đường, ngoài, dự, nghe, bệnh, hội nghị, tập huấn ở, công tác, ngủ, là, dở việc
""")
"""What keeps a person, not the work: "em đang họp"."""

HELD_UP = words(
    "vướng, tắc, kẹt, gặp(?! rút), thiếu, khó, bị, mắc, chậm, quá hạn, uy, ủy, viên, bộ, _+, x+"
)
"""An obstacle alone says nothing of the work ("đang vướng"); a bare "dang uy" is "đảng ủy"."""

PREPARED = words("""
    trình, dự thảo, soạn, khảo sát, họp, gửi lấy, gửi dự thảo, lấy ý kiến, xin ý kiến, có dự thảo,
    đấu thầu, mời thầu
""")
LEFT = words("chờ, đợi, thiếu, vài, ít, một, chút, phần, khâu, lại, \\d+, dở, phải, mỗi")
SIGNATURE = words("""
    lãnh đạo, ký, phê duyệt, duyệt, ý kiến, thẩm định, xét, thông qua, chủ tịch, kết quả, trình,
    góp ý, họp, bí thư, nghiệm thu, bàn giao, quyết toán, đóng dấu, phát
""")
UNDER_WAY = any_of(
    rf"\bđang\b(?! {ELSEWHERE}\b)(?! {HELD_UP}\b)",
    r"\b(?:mới|vừa) "
    + words("""
        chỉ, được, đạt, làm, bắt đầu, bắt tay, triển khai, thực hiện, ở,
        dừng(?= ở| lại| tại), xây dựng, soạn, họp,
        trình, có(?! gì), đang, khởi, tiến hành, gửi, lập, \\w+(?: \\w+)? được, tổ chức, mua,
        lắp, mở, cấp, ký, chọn, nộp, khảo sát
    """)
    + r"\b",
    rf"(?<!sau mới )(?<!tới mới )\b(?:bắt đầu|bắt tay)\b|\bđã(?: được)? {PREPARED}\b"
    r"(?!.*\bban hành (?:\w+ )*·)",
    r"\bđương (?:làm|triển khai|thực hiện|trình)\b",
    r"\b(?:làm|triển khai|thực hiện|diễn ra) bình thường\b",
    r"\btiếp tục\b|\bvẫn (?:đang|làm|thực hiện|triển khai|theo dõi|tiến hành|trong)\b",
    # "18 trình ký"
    r"^[\W_]*trình (?:ký|lãnh đạo|chủ tịch|bí thư|cấp trên|thẩm định|phê duyệt)\b",
    r"\b(?:làm|thực hiện|triển khai|số hóa|xây dựng) được\b",
    r"\bđược (?:(?:khoảng|tầm|hơn|gần) )?\d+ "
    r"(?:phần|hạng mục|nội dung|thôn|hộ|hồ sơ|lớp|bước|km|ha|máy)\b",
    r"\bdở (?:dang|chừng)\b|\bnửa (?:chừng|chặng)\b|\bkha khá\b|\blàm dở\b",
    r"\bdự thảo\b",
    rf"\bcòn {LEFT}\b|\bchỉ còn\b|\bthiếu mỗi\b|\b(?:chờ|đợi) {SIGNATURE}\b",
    rf"^[\W_]*(?:(?:thì|vẫn|còn) )*(?:(?:`chờ|đợi) {OFFICES}|chờ (?:sở|tỉnh|huyện|cấp trên))\b",
    r"\bđang ở (?:bước|khâu|giai đoạn|mức|vòng|công đoạn|chỗ)\b",
    r"\b(?:chờ|đợi)(?: \w+){1,5} (?:ký|duyệt|cho ý kiến)\b|\bcơ bản (?:là |đã )?(?:ổn|ok)\b",
    r"\bkết thúc (?:phần|bước|khâu|giai đoạn|đợt)\b",
    r"\b(?:`chờ|đợi) *$",
    r"\btiến triển\b|\btạm (?:dừng|hoãn|ngưng|gác)\b(?! nhắc)",
    r"\b(?:làm|triển khai|thực hiện|chạy) tiếp\b|\bchuẩn bị (?!bài|sẵn|ăn)\w",
)
SENT_BACK = any_of(
    r"(?<!kiểm )\btrả (?:lại|về)\b|\b(?:làm|sửa|chỉnh|viết|rà) lại\b|\bchỉnh sửa\b|\bbị từ chối\b",
    r"\b(?:không|chưa)(?: được)? (?:đạt|duyệt|chấp nhận|thông qua|nghiệm thu|xác nhận)\b",
)
"""What undoes a completion that was said before: "xong rồi nhưng bị trả lại"."""
NOT_YET = vn(r"\bchưa\b(?! (?:có gì|thấy gì|gặp|phát sinh))")
KEPT_UP = any_of(
    r"\bduy trì\b|\bthường xuyên\b|\bliên tục\b|\bđịnh kỳ\b",
    r"\b(?:thực hiện|triển khai|làm) (?:tốt|đều|nghiêm túc|đầy đủ)\b",
    r"\b(?:đúng|vượt) tiến độ\b|\btheo (?:đúng )?(?:tiến độ|kế hoạch)\b",
)
"""What goes on by its nature: "duy trì tốt"."""

BUT = vn(
    r"^\W*(?:còn(?! gì| ai)|nhưng|tuy nhiên|tuy vậy|song|mà|có điều|chỉ có điều|ngặt nỗi|khổ nỗi)\b"
)
"""What opens a clause that may take a completion back."""

ALL_RIGHT = vn(
    r"\bđâu vào đấy\b|\b(?:về|cán) đích\b"
    r"|_+ *(?:(?:thì|là|cũng|thế là) )*(?:ok|ổn|ngon)\b(?! em| anh| chị)"
    r"|^\W*(?:(?:thì|cũng) )*(?:ok|ổn)(?: rồi)?\W*$"
)
""" "6 ok rồi": it may be done, and does not say so."""

STEPS = """
        làm, triển khai, thực hiện, rà soát, xây dựng, ban hành, tổ chức, lập, ký, phê duyệt, mua,
        lắp, số hóa, cập nhật, nhập, tuyên truyền, tập huấn, đăng ký, liên hệ, tham mưu, chuẩn bị,
        giao, phân công, thành lập, kiện toàn, nghiệm thu, bàn giao, cấp, in, có (?:kết quả|quyết
        định|kế hoạch|văn bản), nộp, báo cáo, gửi, chuyển(?! công tác), tiến hành, phát, thông báo,
        chỉ đạo, đôn
        đốc, kết thúc, công bố, đạt, khởi công, ký hợp đồng, chọn, chốt, hoàn chỉnh, trình, kiểm
        kê, hoàn thiện, thi công, lắp đặt, công khai, thông qua, chạy thử, kết nối, cài, mở, đưa vào
    """
DONE_STEPS = words(STEPS)
STEP = any_of(
    rf"\b(?:đã|vừa)(?: được(?: \w+){{0,6}}?)? {DONE_STEPS}\b",
    rf"\b{DONE_STEPS}\b(?! nhầm)(?:[ ,]+[^\W\d]\w*| \d+ \w+){{0,5}}?(?<!vừa) rồi\b",
)
"""Steps that may be all of the work or one of it; they take nothing away from "hoàn thành"."""

SPEAKER = words("nhưng, mà, chứ, và, còn, thì, vẫn, em, dạ, phòng, bên, tôi, riêng, _+")
CLOSING = words("ạ, anh, chị, em, ơi, đâu, nhé, được, đồng chí, nha, rồi, á, có, à, _+")
NEARLY = vn(
    rf"^\W*(?:(?:_+|em|tôi|phòng|bên|mình|chắc(?! kịp)|vẫn)\b *)*+(?:cũng )?"
    r"(?:(?:sắp|gần)(?: (?:về|cán|tới|đến) đích)?|hòm hòm"
    rf"|(?:chắc |làm |sẽ )?kịp(?: tiến độ| hạn| thời gian)?)(?: mà)?(?: {CLOSING})*+\W*$"
)
KNOWN = words("""
    rõ, hiểu, biết, đến kỳ, tới kỳ, nhận,
    thấy(?! ký| duyệt| trả| có), nghe, đến lượt, tới lượt, xem, đọc, đến hạn,
    tới hạn, có gì, có(?! \\w), bao giờ, chắc, chính xác, được giao, được phân công, đúng, phải
""")
NOT_YET_ALONE = vn(rf"^\W*(?:{SPEAKER}\W+)*chưa(?: {CLOSING})*\W*$")
""" "chưa ạ", "còn 7 thì chưa"; what follows may say more ("chưa ạ, em chưa làm")."""

UNFINISHED = any_of(
    rf"\b(?:thì|vẫn|cũng|nay|này|em|tôi|mình|khác|còn lại|kia|ta) chưa(?: {CLOSING})*\W*$",
    rf"\bchưa (?!{KNOWN}\b)\w",  # "chưa nộp"; but "chưa rõ" is not about the work
    r"\b(?:không|chẳng|`sợ)(?: \w+){0,3} (?:kịp|nổi)\b|\bkịp đâu\b|\bđâu (?:có )?kịp\b",
    r"\b(?:không|chẳng)(?: thể)? (?:làm|thực hiện|triển khai)(?: \w+){0,2} được\b",
    r"\bvỡ (?:tiến độ|kế hoạch|hạn)\b",
)
LATE = vn(r"\b(?:chậm|trễ)\b")
PROMISED = any_of(
    r"\b"
    + words("""
        dự kiến, phấn đấu, sẽ, cố gắng, quyết tâm, cam kết, xin hứa, đảm bảo, bảo đảm, kế hoạch là,
        hẹn, để (?:sang|qua|đến|tới|mai|tuần|tháng), (?<!không )phải(?! chờ| đợi| xin\\b| _)
    """)
    + r"\b",
    r"\b(?:khi nào|bao giờ|chừng nào|nếu)\b.*\bthì (?:mới |sẽ )?(?:làm|triển khai|thực hiện)\b",
)
ONLY_TO_REPORT = vn(
    r"\b"
    + words("""
        báo, báo cáo, nói, gọi, trả lời, xem, kiểm tra, liên hệ, phản hồi, trao đổi, alo, nhắn, gặp,
        họp
    """)
    + r"\b"
)
TO_DO = vn(
    r"\b"
    + words("""
        gửi, nộp, làm, triển khai, thực hiện, trình, bắt đầu, tiến hành, ban hành, ký, tổ chức,
        hoàn thiện, bổ sung, xử lý, giải quyết, lắp, mua, nghiệm thu, chốt, bàn giao, có báo cáo,
        có kết quả
    """)
    + r"\b"
)
SENT = vn(r"\b(?:gửi|nộp|báo cáo|bổ sung|báo|đính kèm)\b")
SOON = any_of(
    r"(?<!chị )\b"
    + words("""
        mai, mốt, chiều, tối, lát, tí, ngay, (?:tuần|tháng|quý) (?:sau|tới|này), đầu tuần,
        cuối tuần, cuối tháng, hôm nay, chiều nay, thứ (?:hai|ba|tư|năm|sáu|bảy|\\d)
    """)
    + r"\b",
    r"\b(?:sau|qua|ra) (?:lễ|tết)\b",
)
