"""Words of completion, and what around them takes the completion away."""

from bot.conversation.replies.letters import any_of, vn, words
from bot.conversation.replies.numerals import DIGIT as DIGIT_IN_WORDS

COMPLETE = any_of(
    r"\b(?:xong|hoàn thành|hoàn tất)",
    r"\b(?<!trên )(?<!hơn )(?<!vượt )100 ?(?:%|phần trăm\b)",
    r"\b(?:một )?trăm phần trăm\b",
    r"(?<=hoàn thành )100(?=\W*$)",
)
"""Nothing else says done: "đã ban hành", "đã nộp" may be a step."""

BEEN = any_of(
    r"\b`đã\b",
    r"\bđã(?= "
    + words("""
        được, xong, hoàn, làm, thực, triển, tổ, ban, xử, giải, lắp, cài, số, cập, tập, tuyên, xây,
        mua, cấp, nhập
    """)
    + r"\b| ?$)",
    r"\bvừa mới\b|\bmới vừa\b|\bvừa\b",
)
"""A bare "da" may be "dạ", so it counts only in front of a verb ("da tuan sau xong")."""

# What stands before the word.

DENIED = any_of(
    r"\b(?:chưa|không|chẳng|chả|`đâu|`khỏi|đừng)\b",
    r"\[ ?\]|\bđâu (?:có|đã|phải)\b|\bkhó(?! khăn)\b",
)
MISTYPED = vn(r"\b(?:chau|chu|cua|cho|chư|chứa|chừa)(?: (?:làm|thực hiện|triển khai|đạt))? $")
"""Slips of "chưa" ("chau xong"), which would turn the sense round."""

NEAR = vn(
    r"\b"
    + words("""
        gần, sắp, suýt, cơ bản, hầu như, hầu hết, gần như, coi như, coi là, xem như, tương đối,
        sơ bộ, bước đầu, dường như, hình như, ước, ước chừng, chuẩn bị, chắc, có lẽ, có vẻ, cb,
        khoảng, `dần, từng bước
    """)
    + r"\b(?: \w+){0,4} $"
)
JUST_PART = vn(
    r"\b(?:tạm|tạm thời|(?<!vừa )mới)"
    r"(?: chỉ| được| cơ bản| làm| thực hiện| triển khai| đã| là| đạt)* $"
)
OFFICES = words("phòng, bên, sở, công an, đơn vị, cơ quan, ký, duyệt, ubnd, tỉnh, xã, cấp")
WISHED = any_of(
    r"\b"
    + words("""
        sẽ, dự kiến, dự định, dự tính, phấn đấu, `cố, cố gắng, nỗ lực, quyết tâm, cam kết, hứa,
        đảm bảo, bảo đảm, phải, cần(?! bộ), muốn, mong, hy vọng, hi vọng, kỳ vọng, có thể,
        (?<!máy )`tính(?! năng), em định, tôi định, khẩn trương, tập trung, đẩy nhanh, tiếp tục,
        nhằm, nay mai, mai mốt, `lát, lát nữa, `đòi, `thúc, (?<!đã )kịp,
        để(?! nghị| xuất| án| tài), đang(?! ủy| viên| bộ)
    """)
    + r"\b",
    r"\b"
    + words("nếu, giá mà, hễ, miễn, khi, bao giờ, lúc nào, đến khi, tới khi, chừng nào")
    + r"\b",
    rf"\b(?:chờ|đợi) {OFFICES}\b|\b`đợi\b|\bchờ _|\bhọ (?:bảo|báo|nói|kêu)\b",
    r"\b"
    + words("tưởng, ngỡ, `nghĩ, `nói, `bảo, được báo(?! cáo), nghe, `hỏi, kiểm tra, xem, biết")
    + r"\b",
    r"(?<!thế )(?<!vậy )(?<!giờ )\blà $|^\W*toi (?=em|anh|chị|phòng|bên)",
    r"\b" + words("mục tiêu, tỷ lệ, tỉ lệ, mức độ, khả năng, nguy cơ, hạn chót") + r"\b",
    r"\b(?:được|có|như|mà) (?:thế|vậy)(?: này)? thì\b",  # "được thế thì xong rồi"
    r"\b(?:rồi|kiểu gì|thế nào|kiểu nào|sớm muộn|trước sau|đằng nào|đằng nào|gì)(?: \w+)? cũng $",
    r"\b" + words("`mãi, `mà, `trừ, `nên, lẽ ra, đáng lẽ, đáng ra") + r"\b",
)
"""A plan, a duty, a condition, a belief: the work is not behind whoever says so."""

NOUN = vn(
    r"\b(?:tiến độ|thời gian|thời hạn|hạn|ngày|chỉ tiêu|kế hoạch|điều kiện)"
    r"(?: đề ra| đặt ra| giao)? $"
)
""" "thời gian hoàn thành" names a time."""

ORDERED = vn(
    r"\b"
    + words("""
        đề nghị, yêu cầu, nhờ, hãy, đốc thúc, (?<!sẽ )(?<!đang )đôn đốc,
        nhắc, (?<!bàn )giao(?! ban| xong| hàng),
        phân công(?! xong),
        (?<!ban )chỉ đạo(?=\\W*$), (?<!tôi )(?<!em )nhớ, lưu ý, vui lòng, (?<!đang )khẩn trương,
        `chúc, thư mời, giấy mời, mong (?:các|anh|chị|đồng chí)
    """)
    + r"\b(?! (?:\w+ xác nhận|(?:\w+ )?ghi nhận))"
)
CONTRASTED = vn(r"\b(?:kế hoạch|văn bản|hồ sơ|báo cáo) thì(?: đã)? $|^\W*(?:dạ|ừ|vâng|ờ)? ?thì $")
""" "kế hoạch thì xong" leaves the rest open."""

STILL = vn(r"\bcòn\b")
DOCUMENT_OF = vn(
    r"(?<!theo )(?<!trong )(?<!báo cáo )\b(?:kế hoạch|hồ sơ|văn bản|đề án|phương án|tài liệu)"
    r"(?: của| cho)? _+ (?!\w*_)"
)
""" "kế hoạch việc 12 xong rồi": a paper of the task's, and perhaps not all of it."""

LISTED = vn(
    r"\b(?:danh sách|thống kê|liệt kê|những|số(?: lượng)?)(?: \w+){0,2} (?:việc|nhiệm vụ|đơn vị"
    r"|cơ quan|phòng|chỉ tiêu)(?: được giao)?(?: đã)? $"
    r"|^\W*các (?:việc|nhiệm vụ) đã $"
)
""" "những việc đã hoàn thành" names some, and may ask for them."""

DOCUMENT_FIRST = vn(r"^[^\w·]*(?:(?:_+|dạ|vâng|ạ|thì|là|cái|bản|riêng|phòng|em|tôi|mình)[ :,]+)*·")
""" "công văn số 45 xong rồi": the document is, and perhaps not the task."""

PAPERS = vn(
    r"\b(?:hồ sơ|giấy tờ)\b"
    rf"|\b(?:việc|nhiệm vụ)(?: số)? (?:{DIGIT_IN_WORDS}) (?:{DIGIT_IN_WORDS})\b"
)
"""What is made of harmless words ("ho so": "hộ", "sở"; "việc hai ba": 23, or 2 and 3)."""

QUARTER = vn(
    r"(?:xong|thành|tất|%)(?: (?!từ|trong|hồi|vào|hết|đúng|trước)\w+){0,2}"
    r" quý (?:[1-4]|iv|i{1,3})\b"
)
""" "xong quý III" may be a part of the year's work, where "xong từ quý III" is over."""

SOMEBODY_ELSE = any_of(
    r"\b(?:xã|phường|phòng|huyện|tỉnh|nhà|đơn vị|cơ quan|ban|ngành|bên|chỗ|nơi|thôn) "
    r"(?:bên|bạn|khác|kia|người ta|họ)\b(?! em| tôi| mình| này)",
    r"\b(?:các|những|mấy) (?:thôn|xóm|tổ|trường|đơn vị)(?: \w+){0,3} báo\b",
    r"\bdo (?!em|tôi|mình|phòng (?:em|tôi|mình)|bên (?:em|tôi|mình))(?:\w+ ){1,5}(?<!đã )"
    r"(?:hoàn thành|làm xong)\b"
    r"(?! rồi)",
)
"""Who else has finished, or when else: "xã bên xong rồi"."""

NO_REPORT = any_of(
    r"\b(?:`ăn|`uống|`ngủ|`tắm|`nhậu|`chơi|`cưới|phim)(?: \w+){0,3} xong\b(?! (?:là|thì))",
    r"\bxong (?:đời|phim|tiệc|việc cơ quan)\b|\b(?:cảm|cám) ơn (?:\w+ ){1,4}đã\b",
)
""" "ăn cơm xong rồi", "xong phim": another thing than the work is over."""

# What stands on either side.

PART = any_of(
    r"\b"
    + words("""
        dự thảo, bản thảo, `nháp, bản nháp, phần(?! trăm| công| cấp| loại| mềm), bước, giai đoạn,
        đợt, khâu, công đoạn, vòng, hạng mục, một số, vài, `mấy(?! _), phần lớn, `đa số,
        đã số(?! hóa), hầu hết, `nửa, đề cương, đầu tiên, chủ trương, tờ trình, khung, sơ bộ,
        khảo sát, lấy ý kiến, xin ý kiến, góp ý, soạn, soạn thảo,
        (?:kế hoạch|văn bản) (?:triển khai|thực hiện|hành động|tổ chức|chỉ đạo), chuẩn bị,
        thẩm định, dự toán, đấu thầu, mời thầu, chọn thầu, thầu, hồ sơ mời, thu thập, phác thảo,
        bản vẽ, thiết kế, kiểm đếm, biên bản, rà soát, cơ bản, `móng, riêng, ngoại trừ, `trừ,
        `chỉ(?! đạo| tiêu| thị| huy), chỉ (?:còn|có), lấy số liệu, đăng ký, giải phóng mặt bằng,
        hợp đồng, buổi(?! sáng| trưa| chiều| tối)
    """)
    + r"\b",
    r"(?<!cả )(?<!thứ )(?<!tại )\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|\d+) "
    + words("hộ, nhà, thôn, xóm, tổ, khu, xã, việc, vụ, nội dung, cái, lớp, điểm, trường, máy")
    + r"\b(?! (?:này |đó |trên )*(?:đều|cũng)\b)",  # "cho ba hộ"
    r"(?<!tổng )(?<!phối )(?<!phù )(?<!kết )\bhọp\b",  # not "tổng hợp", bare
    r"(?<!chương )(?<!quy )(?<!công )(?<!quá )(?<!tiến )\btrình\b",
    r"\b"
    + words("""
        lần, thôn, tổ, xóm, kỳ, phòng, xã, khu, ấp, bản, đội, nhóm, cụm, trường, chi bộ
    """)
    + r"(?: số)? \d",  # "thôn 5 xong rồi"
    r"\b(?:(?:kế hoạch|chỉ tiêu|mục tiêu|báo cáo|khối lượng|công việc|nội dung)(?: của)?"
    r"|được giao(?: trong| của)?) (?:tháng|quý|tuần|kỳ)\b",
    r"\byêu cầu(?: \w+)? (?:sửa|chỉnh sửa|bổ sung|làm lại)\b",
    r"\bchờ (?:nghiệm thu|ký|phê duyệt|thẩm định|quyết toán)\b",
    r"\b(?:lên|bàn) $",  # "lên xong kế hoạch"
)
"""Parts of the work and its first steps: "đã xong bước 1", "dự thảo đã hoàn thành"."""

EVERY_PART = any_of(
    r"\b(?:toàn bộ|tất cả|cả|hết)(?: các| những| \d+| hai| ba| bốn)? "
    + words("""
        việc, nhiệm vụ, đầu việc, hạng mục, phần việc, phần, bước, khâu, nội dung, giai đoạn,
        thủ tục, hồ sơ, thôn, tổ, xóm
    """)
    + r"\b(?: hộ tịch| địa chính| đất đai| đảng viên| cán bộ| lưu trữ)?",
    r"\bphần việc được giao\b",
)
ALL_COUNTED = vn(
    r"(?<![\d/.,])(\d+(?:[.,]\d{3})*) ?/ ?\1 (?!tháng|năm)\w+(?: mục| tiêu| việc| vụ| sơ| khoản"
    r"| ký số| chức| viên)?"
    r"|(?<![\d/.,])(?!(?:0?\d|1[0-2]) ?/)(\d{1,3}) ?/ ?\2(?= rồi| ạ|\W*$)"
)
""" "10/10 hạng mục", "20/20"; "12/12" alone is a day."""

ASIDES = any_of(
    r"(?<!tổng )(?<!phối )(?<!đã )(?<!chức )\b(?:ăn|uống|họp|`nhậu|giao ban|đón con)(?: \w+)? xong"
    r"(?= (?:rồi |là |thì )*(?:em|tôi|mình|cháu|sẽ)\b)",  # "họp xong em báo cáo"
    r"\bbáo cáo(?: (?:với|anh|chị|đồng chí|sếp))* _+ là\b",
    r"\b(?:muộn|trễ|chậm|quá hạn)(?: mất)? \d+ (?:ngày|tuần|tháng|hôm)\b",
    r"\b(?:anh|chị|em|cô|chú|bác|đồng chí|sếp) \w+ ơi\b",  # "xong rồi chị Lan ơi"
    r"^\W*(?:chỉ|riêng)(?: có| mỗi)? _+(?= (?:là |đã )?(?:xong|hoàn thành)(?: rồi| ạ| nhé)*\W*$)",
    r"\b(?:được )?mấy (?:hôm|ngày|bữa|tuần) (?:rồi|nay|trước)\b",
    r"\bcách đây (?:\d+|một|hai|ba|mấy|vài) (?:ngày|hôm|tuần|tháng)\b",
    r"\bvà (?:đã )?(?:gửi|nộp)(?: bản (?:giấy|cứng|mềm|scan))?(?: (?:cho|về|lên|tại"
    r"|văn thư|văn phòng|ubnd|ban chỉ đạo|tổ giúp việc|anh|chị|đồng chí|hệ thống))+(?=\W*$)",
    r"\bđâu vào đấy\b|\b(?:việc|nhiệm vụ) (?:còn lại|khác)\b",
    r"(?:(?<=hạn )|(?<=sớm ))(?:được )?\d+ (?:ngày|tuần|tháng|hôm|bữa)\b",
    r"(?<=tập huấn xong )cho (?:\d+ )?(?:cán bộ|công chức|người|học viên|đại biểu)\b",
    r"\bsớm hơn(?: \w+){0,3} \d+ (?:ngày|tuần|tháng)\b",
)
"""Words that look like parts or denials but are none: "10/10 hạng mục", "xong đâu vào đấy"."""

# What stands behind the word.

TELL = words("báo, gửi, nộp, trình, gọi, nhắn, làm")
AFTERWARDS = vn(
    r"^ *(?:(?:_+|việc|này|nó|hết|xuôi|rồi|em|tôi|mình|anh|chị|cháu|sẽ|thì) +)*"
    + words("""
        báo(?! cáo kèm), gửi(?! kèm), nộp, trình, làm, tính, gọi, nhắn, alo, hẵng, hãy, liên hệ,
        đã tốt, đã may, thì, là, để(?! nghị), sẽ, mới(?! việc| nhiệm| người| nội| công), trước đã,
        cái đã, trước(?=\\W*$), ngay(?! (?:từ|hôm|sau|trong|lúc|khi|\\d))
    """)
    + r"\b"
)
ASKED_OF_US = vn(
    r"\b(?:anh|chị|đồng chí|bot|nhờ|mời|sếp|thủ trưởng)(?: \w+)?"
    r" (?:xem|kiểm tra|xác nhận|ghi nhận|cập nhật|đánh dấu|duyệt)"
    r"(?: (?:giúp|hộ|lại|đi|nhé|em|cho|với|ạ|tôi|anh|chị))*\W*$"
)
""" "xong rồi, anh xem đi": what is asked of whoever reads the report."""

REQUEST = vn(r"^ (?:giúp|hộ(?! tịch)|giùm|nhanh (?:đi|nhé|lên)|sớm (?:đi|nhé|nha|giúp|cho))\b")
""" "hoàn thành sớm nhé", "xong giúp anh"; "đánh dấu hoàn thành giúp em" asks us alone."""

RECORDED = vn(r"\b(?:ghi|đánh dấu|cập nhật|xác nhận|báo)\b")
LATER = vn(
    rf"^(?: \w+){{0,6}}? (?:là|thì|sẽ|(?:em|tôi|mình|cháu) (?:sẽ |mới |thì )?{TELL}"
    r"|mới (?:làm|tính|bắt đầu))\b"
)
"""What will follow the completion: "xong rồi em báo", "xong thì gửi"."""

PARTLY = vn(
    r"^ ?(?:được |tạm )*"
    + words("""
        cơ bản, sơ bộ, tạm, gần, tương đối, hầu, khoảng, bước đầu, kha khá, phần nào, ít, nhiều,
        nháp, cho (?:có|xong|vui|qua),
        cho (?:cán bộ|công chức|lãnh đạo|người|hộ|dân|bà con|thôn|học sinh|trường|một|\\d),
        (?:bên|chỗ) (?:em|tôi|mình|này),
        sơ (?:sơ|bộ|qua), (?!100\\W*$)(?!\\d+[/.-]\\d+[/.-]\\d{4})\\d+(?! ?%), một, hai, ba, bốn,
        năm, nốt
    """)
    + r"\b"
)
ASKED_BACK = any_of(
    r"\b(?:chau|chu|cua)\W*$|\bđã(?: (?:nhé|ạ|anh|chị|em|đó|nha))*\W*$",  # "xong vụ này đã"
    r"\b(?:chưa|không|đâu(?! (?:tháng|tuần|năm|quý))|sao|gì|nào|`nổi|`hụt|`dở|`mới)\b"
    r"(?! (?:hạn|thời hạn|ngày|tiến độ|kỳ|đó|đây|rồi))",
)
WHOLE = vn(
    r"^ ?(?:(?:được|hết|toàn bộ|tất cả|các|những|cả|mọi|và|xong|tốt|xuất sắc|luôn|cho|đầy đủ|việc"
    r"|công việc|công tác) )*"
    + words("""
        nhiệm vụ, tập huấn, tuyên truyền, số hóa, lắp đặt, lắp, cài đặt, xây dựng, ban hành,
        triển khai, thực hiện, cập nhật, mua sắm, mua, đào tạo, bồi dưỡng, nâng cấp, kết nối, cấp,
        phát động, tổ chức, thành lập, kiện toàn
    """)
    + r"\b"
)
"""What opens the name of a whole task: "đã hoàn thành việc lắp đặt camera"."""

PRODUCTS = words("""
        camera, dữ liệu, cơ sở dữ liệu, lớp, lớp tập huấn, hội nghị, hệ thống, thiết bị, phần mềm,
        chữ ký số, quyết định, nghị quyết, quy chế, quy trình, đề án, phương án, chương trình,
        sản phẩm, công tác, cán bộ, máy tính, tài khoản
    """)
PRODUCT = vn(rf"\b{PRODUCTS}\b")
"""A whole product, where nothing limits it: "đã lắp xong camera", unlike "camera ở thôn 3"."""

DOING = words("""
        làm, thực hiện, triển khai, ban hành, ký ban hành, tổ chức, xử lý, giải quyết, lắp đặt, lắp,
        cài đặt, cài, số hóa, cập nhật, tập huấn, tuyên truyền, xây dựng, mua sắm, mua, cấp,
        nghiệm thu, bàn giao, công bố, kết nối, đào tạo, nâng cấp, sửa chữa, sửa, phát động, nhập,
        vận hành, tích hợp, niêm yết, công khai, báo cáo, báo, kiện toàn, thành lập, bồi dưỡng, hết,
        đạt
    """)
VERBS = vn(rf"\b{DOING}\b")
"""Verbs that carry a whole task: "đã số hóa xong"; unlike "đã khảo sát xong"."""

TOPIC = vn(rf"\b(?:cái|vụ|mảng|chuyện|việc|nhiệm vụ)(?: về)?(?: {DOING})*(?: {PRODUCTS})+\b")
"""A task called by its product: "cái vụ chữ ký số làm xong rồi"."""
