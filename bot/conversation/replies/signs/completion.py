"""Words of completion, and what around them takes the completion away.

How much of the task they speak of stands in `whole_or_part`.
"""

from bot.conversation.listening.letters import any_of, vn, words
from bot.conversation.replies.harmless import AGENCIES

COMPLETE = any_of(
    r"\b(?:xong|hoàn thành|hoàn tất|(?:về|cán) đích\b(?! vu\b))",
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
        mua, cấp, nhập, tham
    """)
    + r"\b| ?$)",
    r"\bvừa mới\b|\bmới vừa\b|\bvừa\b",
)
"""A bare "da" may be "dạ", so it counts only in front of a verb ("da tuan sau xong")."""

OVER = vn(r"\brồi\b")

# What stands before the word.

DENIED = any_of(
    r"\b(?:chưa|không|chẳng|chả|`đâu|`khỏi|(?<!nội )đừng)\b",
    r"\[ ?\]|[❌✗✘✖🚫]|\bđâu (?:có|đã|phải)\b|\bkhó(?! khăn)\b|(?:^ |xong )chi mà\b",
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
        sẽ, dự kiến, dự định, dự tính, phấn đấu, `cố, cố gắng, ráng, gắng, nỗ lực,
        quyết tâm, cam kết, hứa,
        đảm bảo, bảo đảm, phải, cần(?! bộ), muốn, mong, hy vọng, hi vọng, kỳ vọng, có thể,
        (?<!máy )`tính(?! năng| đến| tới), em định, tôi định, khẩn trương, tập trung, đẩy nhanh,
        tiếp tục, hẹn, cố mà,
        nhằm, nay mai, mai mốt, `lát, lát nữa, `đòi, `thúc, (?<!đã )kịp,
        để(?! nghị| xuất| án| tài), đang(?! ủy| viên| bộ)
    """)
    + r"\b",
    r"\b"
    + words("nếu, giá mà, hễ, miễn, khi, bao giờ, lúc nào, đến khi, tới khi, chừng nào")
    + r"\b",
    rf"\b(?:chờ|đợi) {OFFICES}\b|\b`đợi\b|\bchờ _"
    r"|\b(?:họ|sếp|lãnh đạo|thủ trưởng|chủ tịch|bí thư|huyện|tỉnh|sở|trung ương|thôn(?: \w+)?)"
    r" (?:bảo|báo(?! cáo)|nói|kêu|công bố|thông báo)\b",
    r"\b"
    + words(
        "tưởng, ngỡ, `nghĩ, `nói, `bảo, được báo(?! cáo), nghe, `hỏi, kiểm tra(?! lại rồi), xem,"
        " biết"
    )
    + r"\b",
    r"(?<!thế )(?<!vậy )(?<!giờ )(?<!đúng )(?<!(?:đến|tới) nay )(?<!(?:đến|tới) hôm nay )"
    r"\blà $"
    r"|^\W*toi (?=em|anh|chị|phòng|bên)",
    r"^(?:\W|_)*theo (?:kế hoạch|lịch|tiến độ)\b(?!.*\bđã\b)",  # "theo kế hoạch hoàn thành hôm qua"
    r"(?<!đạt )(?<!được )(?<!vượt )(?<!các )\bchỉ tiêu(?: đề ra| được giao| giao| là| năm)* $",
    r"\b" + words("mục tiêu, tỷ lệ, tỉ lệ, mức độ, khả năng, nguy cơ, hạn chót") + r"\b",
    r"\b(?:được|có|như|mà) (?:thế|vậy)(?: này)? thì\b",  # "được thế thì xong rồi"
    r"\b(?:rồi|kiểu gì|thế nào|kiểu nào|sớm muộn|trước sau|đằng nào|gì)(?: \w+)? cũng $",
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
        nhắc, (?<!bàn )giao(?! ban| xong| hàng| thêm),
        phân công(?! xong),
        (?<!ban )chỉ đạo(?=\\W*$), (?<!tôi )(?<!em )nhớ, lưu ý, vui lòng,
        (?<!đang )(?<!sẽ )khẩn trương,
        `chúc, (?<!gửi )thư mời, (?<!gửi )giấy mời, mong (?:các|anh|chị|đồng chí)
    """)
    + r"\b(?! (?:ghi nhận|công nhận|tính là)"
    r"|(?: \w+){0,5} (?:chuyển|cập nhật|đổi) (?:trạng thái|tình trạng)\b"
    r"|(?! các\b| phòng\b) (?:ban chỉ đạo|(?:cơ quan )?thường trực|tổ giúp việc|văn phòng|lãnh đạo"
    r"|\w+) (?:xác nhận|ghi nhận|công nhận|tính là))"
)
CONTRASTED = vn(r"\b(?:kế hoạch|văn bản|hồ sơ|báo cáo) thì(?: đã)? $|^\W*(?:dạ|ừ|vâng|ờ)? ?thì $")
""" "kế hoạch thì xong" leaves the rest open."""

ISSUED = vn(r"\bban hành kế hoạch $")
""" "đã ban hành kế hoạch xong", where "kế hoạch hoàn thành" names a plan."""

STILL = vn(r"\bcòn\b")
SOMEBODY_ELSE = any_of(
    r"\b(?:xã|phường|phòng|huyện|tỉnh|nhà|đơn vị|cơ quan|ban|ngành|bên|chỗ|nơi|thôn) "
    r"(?:bên|bạn|khác|kia|người ta|họ)\b(?! em| tôi| mình| này)",
    r"\b(?:các|những|mấy) (?:thôn|xóm|tổ|trường|đơn vị)(?: \w+){0,3} báo\b",
    r"\bdo (?!em|tôi|mình|phòng (?:em|tôi|mình)|bên (?:em|tôi|mình))(?:\w+ ){1,5}(?<!đã )"
    r"(?:hoàn thành|làm xong)\b"
    r"(?! rồi)",
)
"""Who else has finished, or when else: "xã bên xong rồi"."""

TOLD_BY_OFFICE = vn(
    rf"\b(?:{AGENCIES})\b(?! (?:em|tôi|mình|đã|vừa|xin)\b)(?: (?!em |tôi )\w+){{0,3}}? (?:báo|bảo)"
    r"(?! (?:cáo|em|anh|chị)\b)(?: là| đã| họ| làm)* $"
)
""" "bên Kinh tế báo xong": heard of another office, or that office's own report."""

NO_REPORT = any_of(
    r"\b(?:`ăn|`uống|`ngủ|`tắm|`nhậu|`chơi|`cưới|phim)(?: \w+){0,3} xong\b(?! (?:là|thì))",
    r"\bxong (?:đời|phim|tiệc|việc cơ quan|ca(?= (?:trực|rồi em về)))\b",
    r"\b(?:(?:cảm|cám) ơn|chúc mừng|biểu dương|hoan nghênh|khen) (?:\w+ ){1,4}đã\b",
)
""" "ăn cơm xong rồi", "xong phim": another thing than the work is over."""

ASIDES = any_of(
    r"(?<!tổng )(?<!phối )(?<!đã )(?<!chức )\b(?:ăn|uống|họp|`nhậu|giao ban|đón con)(?: \w+)? xong"
    r"(?= (?:rồi |là |thì )*(?:em|tôi|mình|cháu|sẽ)\b)",  # "họp xong em báo cáo"
    r"\bbáo cáo(?: (?:với|anh|chị|đồng chí|sếp))* _+ là\b",
    r"\b(?:muộn|trễ|chậm|quá hạn)(?: mất)? \d+ (?:ngày|tuần|tháng|hôm)\b",
    r"\b(?:anh|chị|em|cô|chú|bác|đồng chí|sếp) \w+ ơi\b",  # "xong rồi chị Lan ơi"
    r"^\W*ngoài(?= _+ đã (?:xong|hoàn))",  # "ngoài việc 18 đã xong, việc 19 đang làm"
    r"^\W*(?:trong(?: \w+){1,5}? )?(?:thì )?(?:chỉ|riêng)(?: có| mỗi)? _+(?: là)?"
    r"(?= (?:đã )?(?:xong|hoàn thành)(?: rồi| ạ| nhé)*\W*$)",
    r"\b(?:với )?(?:tổng )?(?:kinh phí|số tiền)(?: (?:thực hiện|là|hết))* \d[\d.,]*"
    r" (?:triệu|tỷ|nghìn|đồng)(?: đồng)?(?=\W*$)",
    r"\b(?:được )?mấy (?:hôm|ngày|bữa|tuần) (?:rồi|nay|trước)\b",
    r"\bcách đây (?:\d+|một|hai|ba|mấy|vài) (?:ngày|hôm|tuần|tháng)\b",
    r"\bvà (?:đã )?(?:gửi|nộp|bàn giao)(?: báo cáo| kết quả| văn bản| hồ sơ"
    r"| bản (?:giấy|cứng|mềm|scan))?"
    r"(?: (?:cho|về|lên|tại|các|thôn|xã|huyện|tỉnh|trên|đơn vị|sử dụng|cơ quan thường trực|văn thư"
    r"|văn phòng|ubnd|ban chỉ đạo|tổ giúp việc|anh|chị|đồng chí|hệ thống))+(?=(?: rồi| ạ)*\W*$)",
    r"\b(?:hai|ba|bốn|năm|[2-9]) (?:việc|nhiệm vụ)(?: đầu(?: tiên)?| được giao)?"
    r"(?: của (?:phòng |bên )?(?:em|tôi|mình))?"
    r"(?= (?:đã |đều )*(?:xong|hoàn thành)(?: rồi)?(?: cả| hết)\b)",  # "ba việc đầu xong cả"
    r"(?<=xuôi )đâu đó\b|\bđâu vào đấy\b|\b(?:việc|nhiệm vụ) (?:còn lại|khác)\b",
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
        cái đã, (?:bây )?giờ(?=\\W*$), giờ (?:tới|đến|mới), về(?=\\W*$), trước(?=\\W*$),
        ngay(?! (?:từ|hôm|sau|trong|lúc|khi|\\d))
    """)
    + r"\b"
)
ASKED_OF_US = vn(
    r"\b(?:anh|chị|đồng chí|bot|nhờ|mời|sếp|thủ trưởng)"
    r"(?: (?!đang|còn|sẽ|chưa)\w+)?"
    r" (?:xem|kiểm tra|xác nhận|ghi nhận|cập nhật|đánh dấu|duyệt)"
    r"(?: (?:giúp|hộ|lại|đi|nhé|em|cho|với|ạ|tôi|anh|chị))*\W*$"
)
""" "xong rồi, anh xem đi": what is asked of whoever reads the report."""

REQUEST = vn(
    r"^ (?:giúp|hộ(?! tịch| dân| nghèo| gia)|giùm|nhanh (?:đi|nhé|lên)"
    r"|sớm (?:đi|nhé|nha|giúp|cho)|cho (?:anh|chị|tôi|bác|chú|cô|sếp)(?!.*\brồi\b))\b"
)
""" "hoàn thành sớm nhé", "xong giúp anh"; "đánh dấu hoàn thành giúp em" asks us alone."""

RECORDED = vn(r"\b(?:trạng thái|ghi|đánh dấu|cập nhật|xác nhận|công nhận|báo)\b")
LATER = vn(
    rf"^(?: \w+){{0,6}}? (?:là|thì|sẽ|(?:em|tôi|mình|cháu) (?:sẽ |mới |thì )?{TELL}"
    r"|(?:mới|rồi) (?:làm|tính|bắt đầu))\b"
)
"""What will follow the completion: "xong rồi em báo", "xong thì gửi"."""

NOW_DO = vn(r"\b(?:giờ|làm) ?$|\bgiờ\b.*\blàm\b")
AT_ONCE = vn(r"^ ?luôn\b(?! rồi)")
""" "Giờ em làm xong luôn" is done, or about to be."""
LATE = vn(
    r" (?:(?:tuy|dù|mặc dù|nhưng|có|hơi|bị) )*(?:chậm|muộn|trễ)"
    r"(?: (?:một|chút|tí|hơn|so|với|kế hoạch|hạn|dự kiến|tiến độ|quy định|\d+ (?:ngày|tuần"
    r"|tháng)))*\b(?: (?:do|vì)(?: (?!chưa|còn|đang|vẫn|không|nên|chờ|đợi)\w+){1,8})?"
)
""" "nhưng muộn 2 ngày": how late it was finished."""

ASKED_BACK = any_of(
    r"[❌✗✘✖🚫]",
    r"\b(?:chau|chu|cua)\W*$|\bđã(?: (?:nhé|ạ|anh|chị|em|đó|nha))*\W*$",  # "xong vụ này đã"
    r"\b(?:chưa|không|đâu(?! (?:tháng|tuần|năm|quý))|sao|gì|`nổi|`hụt|`dở|`mới"
    r"|(?<!từ đời )(?<!từ kiếp )nào)\b"
    r"(?! (?:hạn|thời hạn|ngày|tiến độ|kỳ|đó|đây|rồi))",
)
