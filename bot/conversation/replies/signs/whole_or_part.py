"""How much of a task is said to be finished: a part, a paper of it, or the whole."""

from bot.conversation.listening.letters import any_of, vn, words
from bot.conversation.listening.numerals import DIGIT as DIGIT_IN_WORDS

# A part, or a first step.

PART = any_of(
    r"\b"
    + words("""
        dự thảo, bản thảo, `nháp, bản nháp, (?<!bộ )phần(?! trăm| công| cấp| loại| mềm), bước,
        giai đoạn, đợt, khâu, công đoạn, vòng, hạng mục, một số, vài, `mấy(?! _), phần lớn, `đa số,
        đã số(?! hóa), hầu hết, `nửa, đề cương, đầu tiên, chủ trương, tờ trình, khung, sơ bộ,
        khảo sát, lấy ý kiến, xin ý kiến, góp ý, soạn, soạn thảo,
        (?:kế hoạch|văn bản) (?:triển khai|thực hiện|hành động|tổ chức|chỉ đạo), chuẩn bị,
        thẩm định, dự toán, đấu thầu, mời thầu, chọn thầu, thầu, hồ sơ mời, thu thập, phác thảo,
        bản vẽ, thiết kế, kiểm đếm, biên bản, rà soát, cơ bản, `móng,
        riêng(?! (?:việc |nhiệm vụ |số )?_), ngoại trừ, `trừ,
        `chỉ(?! đạo| tiêu| thị| huy), chỉ (?:còn|có), lấy số liệu, đăng ký, giải phóng mặt bằng,
        hợp đồng, phía, việc nhà, buổi(?! sáng| trưa| chiều| tối)
    """)
    + r"\b",
    r"(?<!cả )(?<!thứ )(?<!tại )\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|\d+) "
    + words("hộ, nhà, thôn, xóm, tổ, khu, xã, việc, vụ, nội dung, cái, lớp, điểm, trường, máy")
    + r"\b(?! (?:này |đó |trên )*(?:đều|cũng)\b)",  # "cho ba hộ"
    r"(?<!tổng )(?<!phối )(?<!phù )(?<!kết )(?<!cuộc )(?<!phiên )\bhọp\b",  # not "tổng hợp", bare
    r"(?<!chương )(?<!quy )(?<!công )(?<!quá )(?<!tiến )\btrình\b",
    r"\b"
    + words("""
        lần, thôn, tổ, xóm, kỳ, phòng, xã, khu, ấp, bản, đội, nhóm, cụm, trường, chi bộ
    """)
    + r"(?: số)? \d",  # "thôn 5 xong rồi"
    r"\b(?:(?:kế hoạch|chỉ tiêu|mục tiêu|báo cáo|khối lượng|công việc|nội dung"
    r"|nhiệm vụ(?= của))(?: của)?"
    r"|được giao(?: trong| của)?) (?:tháng|quý|tuần|kỳ)\b",
    r"\byêu cầu(?: \w+)? (?:sửa|chỉnh sửa|bổ sung|làm lại)\b",
    r"\bchờ (?:nghiệm thu|ký|phê duyệt|thẩm định|quyết toán)\b",
    r"\bđã báo cáo (?:lãnh đạo|chủ tịch|bí thư|sếp|thường trực|anh|chị) $",
    r"\b(?:lên|bàn) $",  # "lên xong kế hoạch"
)
"""Parts of the work and its first steps: "đã xong bước 1", "dự thảo đã hoàn thành"."""

PARTLY = vn(
    r"^ ?(?:được |tạm )*"
    + words("""
        cơ bản, sơ bộ, tạm, gần, tương đối, hầu, khoảng, bước đầu, kha khá, phần nào, ít, nhiều,
        nháp, cho (?:có|xong|vui|qua), (?:ở )?cấp (?:xã|thôn|tỉnh|cơ sở),
        cho (?:cán bộ|công chức|lãnh đạo|người|hộ|dân|bà con|thôn|học sinh|trường|một|\\d),
        (?:bên|chỗ) (?:em|tôi|mình|này),
        sơ (?:sơ|bộ|qua), (?!100\\W*$)(?!\\d+[/.-]\\d+[/.-]\\d{4})(?!0\\d[/.-]\\d)\\d+(?! ?%), một,
        hai, ba, bốn, năm, nốt
    """)
    + r"\b"
)

QUARTER = vn(
    r"(?:xong|thành|tất|%)(?: (?!từ|trong|hồi|vào|hết|đúng|trước)\w+){0,2}"
    r" quý (?:[1-4]|iv|i{1,3})\b"
)
""" "xong quý III" may be a part of the year's work, where "xong từ quý III" is over."""

DOCUMENT_OF = vn(
    r"(?<!theo )(?<!trong )(?<!báo cáo )\b(?:kế hoạch|hồ sơ|văn bản|đề án|phương án|tài liệu)"
    r"(?: của| cho)? _+ (?!\w*_)"
)
""" "kế hoạch việc 12 xong rồi": a paper of the task's, and perhaps not all of it."""

DOCUMENT_FIRST = vn(
    r"^[^\w·]*(?:(?:_+|nhưng|mà|và|còn|rồi|dạ|vâng|ạ|thì|là|cái|bản|riêng|phòng|em|tôi|mình"
    r"|xin|báo cáo|với|anh|chị|đồng chí|sếp)[ :,]+)*·"
)
""" "công văn số 45 xong rồi": the document is, and perhaps not the task."""

LISTED = vn(
    r"\b(?:danh sách|thống kê|liệt kê|`những|nhung|số(?: lượng)?)(?: \w+){0,2} (?:việc|nhiệm vụ"
    r"|đơn vị|cơ quan|phòng|chỉ tiêu)(?: được giao)?(?: đã)? $"
    r"|^\W*(?:báo cáo )?các (?:việc|nhiệm vụ) đã $"
)
""" "những việc đã hoàn thành" names some, and may ask for them."""

PAPERS = vn(
    r"\b(?:hồ sơ|giấy tờ)\b"
    rf"|\b(?:việc|nhiệm vụ)(?: số)? (?:{DIGIT_IN_WORDS}) (?:{DIGIT_IN_WORDS})\b"
)
"""What is made of harmless words ("ho so": "hộ", "sở"; "việc hai ba": 23, or 2 and 3)."""

# The whole.

EVERY_PART = any_of(
    r"\b(?:toàn bộ|tất cả|cả|hết)(?: các| những| \d+| hai| ba| bốn)? "
    + words("""
        việc, nhiệm vụ, đầu việc, hạng mục, bước, khâu, nội dung, giai đoạn,
        thủ tục, hồ sơ, thôn, tổ, xóm
    """)
    + r"\b(?: hộ tịch| địa chính| đất đai| đảng viên| cán bộ| lưu trữ)?"
    r"|\b(?:toàn bộ|tất cả|cả|hết)(?: các| những| \d+| hai| ba| bốn)? phần(?: việc)?\b"
    r"(?! (?:của |bên |phía )*(?:em|tôi|mình|phòng|bên)\b)",  # "xong hết phần của em"
    r"\bphần việc (?:này|được giao|được phân công)\b",
)

ALL_COUNTED = vn(
    r"(?<![\d/.,])(\d+(?:[.,]\d{3})*) ?/ ?\1 (?!tháng|năm|xong|hoàn)\w+(?: mục| tiêu| việc| vụ| sơ"
    r"| khoản| ký số| chức| viên)?"
    r"|(?<![\d/.,])(?!(?:0?\d|1[0-2]) ?/)(\d{1,3}) ?/ ?\2(?= rồi| ạ|\W*$)"
)
""" "10/10 hạng mục", "20/20"; "12/12" alone is a day."""

PRODUCTS = words("""
        camera, dữ liệu, cơ sở dữ liệu, lớp, lớp tập huấn, hội nghị, hệ thống, thiết bị, phần mềm,
        chữ ký số, quyết định, nghị quyết, quy chế, quy trình, đề án, phương án, chương trình,
        sản phẩm, công tác, cán bộ, máy tính, tài khoản
    """)

PRODUCT = vn(rf"\b{PRODUCTS}\b")
"""A whole product, where nothing limits it: "đã lắp xong camera", unlike "camera ở thôn 3"."""

CARRYING = """
    thực hiện, triển khai, ban hành, tổ chức, xử lý, giải quyết, lắp đặt, lắp, cài đặt,
    số hóa, cập nhật, tập huấn, tuyên truyền, xây dựng, mua sắm, mua, cấp, cấp phát, kết nối,
    đào tạo, nâng cấp, sửa chữa, phát động, nhập, vận hành, tích hợp, niêm yết, công khai,
    kiện toàn, thành lập, bồi dưỡng, diễn tập, chi trả, phổ biến, trang bị, ra quân
"""
DOING = words(
    f"làm, ký ban hành, nghiệm thu, bàn giao, công bố, báo cáo, báo(?! lại| bổ sung| cáo), hết,"
    f" đạt, tham mưu, {CARRYING}"
)

TITLE_VERBS = words(f"{CARRYING}, rà soát, tham mưu, nghiên cứu")
"""What the names of tasks begin with."""

VERBS = vn(rf"\b{DOING}\b")
"""Verbs that carry a whole task: "đã số hóa xong"; unlike "đã khảo sát xong"."""

WHOLE = vn(
    r"^ ?(?:(?:được|hết|toàn bộ|tất cả|các|những|cả|mọi|và|xong|tốt|xuất sắc|luôn|cho|đầy đủ|việc"
    r"|công việc|công tác) )*" + words(f"nhiệm vụ, {CARRYING}") + r"\b"
)
"""What opens the name of a whole task: "đã hoàn thành việc lắp đặt camera"."""

LIMITED = vn(
    r"\bcho (?:\d+|một|hai|ba|mấy|vài) (?:phòng|thôn|xã|tổ|xóm|khu|trường|điểm"
    r"|đơn vị)\b"
    r"|\b(?:thử|thí điểm|làm mẫu|làm sau|giờ (?:mới|tới|em))\b|\btiếp\W*$"
    r"|\bđang\b(?! (?:công tác|làm việc|hoạt động|quản))"
)
""" "đã hoàn thành trang bị máy tính cho 2 phòng": for these, and for whom not?"""

TOPIC = vn(
    rf"\b(?:cái|vụ|mảng|chuyện|việc|nhiệm vụ)(?: về)?(?: {DOING})*(?: {PRODUCTS})+\b"
    rf"|^\W*(?:(?:_+|dạ|em|anh|chị|các|mấy|toàn bộ|tất cả)[ ,:]+)*{PRODUCTS}(?= (?:đã )?{DOING} )"
    rf"|\b{words(CARRYING)}(?: (?:các|đủ|hết|toàn bộ|tất cả|{PRODUCTS}))+ (?=(?:đã )?$)"
)
"""A task called by its product: "cái vụ chữ ký số làm xong rồi", "camera lắp xong hết rồi", "lắp
camera xong rồi"."""
