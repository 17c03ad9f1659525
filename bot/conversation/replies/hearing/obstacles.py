"""Obstacles: what stands in the way, what no longer does, and in which words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.listening.letters import any_of, vn, words
from bot.conversation.listening.said import OBSTACLE

MEANS = words(r"""
    kinh phí, vốn, tiền(?! độ\b), nguồn lực, nguồn, ngân sách, hướng dẫn, văn bản, công văn,
    nhân lực, nhân sự, (?<!\d )người, ai, cán bộ, biên chế,
    máy(?! ngày| hôm| bữa| tuần), thiết bị, trang thiết bị, mặt bằng,
    quy định, phần mềm, hạ tầng, cơ chế, dữ liệu, số liệu, vật tư, chuyên môn, chỉ đạo, đất, điện,
    mạng, địa điểm, thông tin, đường truyền, cơ sở vật chất, phối hợp, định mức, đơn giá, khung,
    căn cứ, cơ sở pháp lý, nhà thầu, tài khoản, phòng họp, đơn vị (?:thi công|tư vấn|cung cấp)
""")
"""What work needs, and waits for."""

GIVEN = words("""
    thêm, bổ sung, bố trí, cấp, tăng cường, hỗ trợ, phân bổ, điều động, cử, quan tâm, ý kiến với,
    chỉ đạo, tháo gỡ, cung cấp, ban hành
""")
SUPPLIED = words("kinh phí, vốn, tiền, hướng dẫn, nguồn, nhân lực, người")
TROUBLE = words("""
    vướng mắc, khó khăn, vướng, trở ngại, khúc mắc, ách tắc, tồn tại, trục trặc, bất cập, sự cố
""")
TROUBLES = rf"{TROUBLE}(?:(?: ?[,;]| và| hay| hoặc)? {TROUBLE})*"
SOLVED = words("tháo gỡ, giải quyết, khắc phục, xử lý, gỡ, tháo, thông")
ABOVE = words("sở, tỉnh, trung ương, cấp trên, huyện, thành phố")
TOOLS = words("""
    mạng, máy, đường truyền, phần mềm, hệ thống, máy chủ, máy tính, điện, máy quét, máy in,
    máy scan, thiết bị, camera, cổng, trang, tài khoản, wifi, internet, máy móc, app, ứng dụng, cáp
""")
BROKEN = words("""
    lỗi, hỏng, sập, treo, quá tải, yếu, trục trặc, khóa, kém, `đơ, `lag, `nghẽn, xuống cấp, hư hỏng,
    chập chờn, `cháy, đứt
""")

SUPPLIERS = words("""
    nhà thầu, tư vấn, nhà cung cấp, viễn thông, thuế, kho bạc, ngân hàng, điện lực, vnpt, viettel
""")
US = words("em, tôi, mình, chúng, ta, đã")

ABSENT = any_of(
    r"\b(?:không|chưa|chẳng)(?: (?:có|còn|gặp|thấy|bị|phát sinh|phải|hề|để|xảy ra))*+"
    rf"(?: (?:một|bất kỳ|bất cứ|nhiều|gì|cái))* {TROUBLES}(?: (?:gì|nào|cả|hết|khác|lớn))*",
    r"\b(?:không|chưa|chẳng)(?: có| bị| còn)* (?:kẹt|tắc) (?:gì|chi)\b(?: hết| cả)?",
    # "có vướng gì đâu", "đâu có vướng mắc gì"
    rf"\b{TROUBLES} (?:gì|chi) đâu\b"
    rf"|\b(?:đâu|làm gì)(?: (?:có|bị|gặp|còn))+ {TROUBLES}(?: (?:gì|nào|cả|hết|đâu))*",
    # "Vướng mắc: không"
    rf"\b{TROUBLES}(?: ?:)? ?(?:không|không có|chưa có)\b"
    r"(?= (?:gì|nào|tiến độ|đề xuất|đạt|đang)\b|\W*$)",
)
RESOLVED = any_of(
    rf"\b{TROUBLES}(?: \w+)? (?:đã|thì|nay|cũng) (?:hết|xong)\b|\bnhờ(?: \w+){{1,8}}? (?:nên|mà) ",
    rf"\b(?<!chưa )(?:đã |vừa )?hết (?:{TROUBLES}|kẹt|tắc)\b",
    rf"\b(?<!chưa )(?<!không ){SOLVED} (?:xong|được|hết)(?: các| những)* {TROUBLES} rồi\b",
    rf"\bkhông còn(?: bị| gặp)? {TROUBLES}\b",
    rf"\b(?:đã|vừa)(?: được)? {SOLVED}(?: xong| được| hết| các| những)* {TROUBLES}",
    r"\b(?:đã|vừa)(?: được)? (?:tháo gỡ|khắc phục|gỡ|tháo|thông)(?: xong| được| hết)*\W*$",
    rf"\b{TROUBLES}(?: \w+){{0,5}}? đã(?: được(?: \w+){{0,3}}?)? {SOLVED}(?: xong| hết)*\b",
    r"\bđã (?:có|được cấp|được bố trí|được giao|được hướng dẫn|bố trí được|bố trí|được duyệt"
    rf"|nhận được|xin được) (?:đủ )?{SUPPLIED}(?: làm)?\b",
    rf"\b{SUPPLIED} (?:đã|vừa) (?:được |có )?(?:cấp|bố trí|phân bổ|phê duyệt|duyệt|về|đủ)\b",
    rf"\b{ABOVE} (?:đã |vừa |mới )?(?:cho|cấp|chuyển) {SUPPLIED}(?: về)? rồi\b",
    r"\b(?:gỡ|tháo gỡ) (?:được )?(?:rồi|xong)\b",
    # "trước vướng kinh phí nay đã được cấp"
    rf"\b(?:trước|hồi|lúc)(?: (?:đây|đó|trước|đầu|bị|có|còn))* {TROUBLES}(?: \w+){{0,4}}?"
    r" (?:nay|giờ)(?: thì)? (?:đã|được)(?! (?:bị|vướng|thiếu|hết))",
    # "vướng đó xử lý xong rồi"
    rf"\b{TROUBLES}(?: (?:đó|này|kia|ấy))?"
    r"(?: (?!(?:chưa|sắp|đang|gần|mới|không|khi|do|vì)\b)\w+){0,3}? "
    rf"(?:{SOLVED}(?: được)?(?: xong| hết| ổn)*|xong|ổn)(?: hết| cả)? rồi"
    r"(?=(?: (?:ạ|nhé|nha|em|anh|chị|thôi))*\W*$)",
)
ALL_GONE = vn(
    rf"\b(?:không còn|(?<!chưa )hết)(?: bị| gặp)? {TROUBLES}(?: (?:gì|nào|nữa|rồi|ạ))*\W*$"
)
NOT_RESOLVED = any_of(
    r"\b(?:chưa|không|chẳng)(?: \w+){0,2} (?:tháo gỡ|giải quyết|khắc phục|gỡ)\b(?: \w+){0,4}",
)
LACKING = (
    r"(?:chưa|không)(?: "
    + words("""
        thể, có, được, bố trí, cấp, giao, duyệt, nhận, đủ, xin, tìm, thấy, ai, phân bổ, hỗ trợ,
        ban hành, rõ, kịp, chịu, phê duyệt, thống nhất, sở, tỉnh, cấp trên, đâu, ra, về
    """)
    + r"){1,4}"
)
HINDERED = any_of(
    rf"\b{TROUBLE}\b|{OBSTACLE}",
    r"(?<!công )(?<!hợp )(?<!đối )(?<!thao )(?<!tương )(?<!sáng )(?<!canh )(?<!cộng )"  # tác, bare
    r"(?<!nguyên )(?<!quy )(?<!phép )\btắc\b(?! xi| trách| động| phẩm| giả| nghiệp)",
    r"(?<!cam )(?<!liên )(?<!tổng )\bkẹt\b"  # not "kết quả", bare
    r"(?! quả| nối| thúc| luận| hợp| cấu| nạp| toán| nghĩa| hoạch)",
    rf"\bgặp khó\b|\blúng túng\b|\blỗi (?:{TOOLS}|kỹ thuật)\b",
    r"\b(?:`bão (?:số \d+ )?(?:làm|đổ|phá)|thiên tai|`ngập)\b",
    r"\bmắc (?:ở|tại|khâu|chỗ|về|kẹt)\b|\bbị (?:`ách|vướng)\b",
    r"\bkhó (?:quá|lắm|thật|vì|do|ở|triển khai|thực hiện|làm)\b",
    rf"\b(?:bị|gặp|đang|báo) {BROKEN}\b",
    rf"\b{TOOLS}(?:(?: bị| đang| quá| thì)* (?:{BROKEN}|hư|chậm)| (?:\w+ ){{1,3}}chưa có"
    r"| (?:chưa|không)(?: \w+){1,4} được|(?: \w+){1,3} (?:(?<!trả )lỗi|hỏng|sập|treo|`hư"
    r"|trục trặc))\b",
    r"\bmất (?:mạng|điện)\b|\b(?:`mưa|`bão|`lũ)\b.*\b(?:không|chưa)\b",
    r"(?<!còn )\bthiếu (?!sót|chữ ký|mỗi|\d)\w+",  # "thiếu người", not "còn thiếu chữ ký"
    r"\b(?:hết|bí|cạn|hụt) (?:kinh phí|tiền|vốn)\b",
    # "chưa bố trí được kinh phí", "làm gì có tiền"
    rf"\b(?:{LACKING}|còn thiếu(?! số liệu| dữ liệu| văn bản)(?: \w+)?"
    rf"|(?:làm gì|lấy đâu|đào đâu|kiếm đâu)(?: có| ra)*) {MEANS}\b",
    rf"\b{MEANS}(?: thì| vẫn| còn| đang| quá| rất| của| cho| _+)* (?:{LACKING}|thiếu)\b",
    rf"\b{ABOVE} chưa "
    + words("có, ban hành, cấp, giao, hướng dẫn, phân bổ, cho, duyệt, trả lời, phê duyệt, mở"),
    rf"\b(?:chờ|đợi)(?: \w+){{1,4}} (?:cấp|chuyển|rót|bố trí|phân bổ) (?:\w+ )?{SUPPLIED}\b",
    rf"\b(?:chờ|đợi) (?:bên )?{ABOVE} (?:cho|cấp|bố trí|hỗ trợ|trang bị) {MEANS}\b",
    r"\b(?:chờ|đợi) (?:\w+ ){0,2}?"
    + words("""
        kinh phí, vốn, nguồn, tiền(?! độ), hướng dẫn, văn bản, phân bổ,
        cấp (?:vốn|kinh phí|trên|tiền),
        tỉnh (?:hướng|cấp|phân), trung ương, sở (?:hướng|cấp)
    """)
    + r"\b",
    rf"\b(?:chờ|đợi)(?! (?:xin )?(?:ý kiến|góp ý|trả lời|phản hồi|thẩm định|kết quả|phê duyệt))"
    rf"(?: \w+){{1,3}} của {ABOVE}\b|\bcó {SUPPLIED} đâu\b",
    rf"\b{SUPPLIED} (?!độ\b)(?:\w+ ){{0,2}}(?:chậm|muộn)\b",
    r"\b(?:không|chưa)(?: \w+){0,3} "
    + words("""
        phối hợp, hợp tác, đồng thuận, thống nhất được, đồng tình(?! gì), đăng nhập được, vào được,
        truy cập được, kết nối được, mở được, liên hệ được, giải phóng được, giải ngân được
    """)
    + r"\b",
    r"\b(?:dân|hộ|bà con)(?: \w+){0,2} (?:không|chưa) (?:đồng ý|chịu|ủng hộ)\b|\bphản đối\b",
    rf"\b(?:đề nghị|mong|xin|nhờ) {ABOVE} (?:\w+ ){{0,2}}hướng dẫn\b"
    rf"|\bcần hướng dẫn(?: \w+)? của {ABOVE}\b",
    r"\bchậm (?:phối hợp|phê duyệt|trả lời|cấp)\b",
    # "bên thuế chưa cung cấp số liệu"
    rf"\b(?:{SUPPLIERS}|(?:bên|sở|phòng|công ty|đơn vị|công an|trạm|trường)(?! {US}\b) \w+)"
    rf"(?: (?!{US}\b)\w+){{0,3}} (?:chưa|chậm|không)(?: chịu)? (?:cung cấp|bàn giao|trả lời"
    rf"|phản hồi"
    r"|chuyển (?:số liệu|hồ sơ|kết quả|tiền)|giao (?:máy|thiết bị|hàng|sản phẩm))\b",
    r"\b(?:đề nghị|mong|xin|cần|nhờ)(?: \w+){0,3} (?:tháo gỡ|hỗ trợ|gỡ vướng|gỡ khó)\b",
    rf"\b(?:đề nghị|kiến nghị|mong|xin|cần|nhờ"
    rf")(?: \w+){{0,5}} {GIVEN} (?:\w+ ){{0,6}}?{MEANS}\b",
    r"\bkhông (?:có |còn )?ai (?:làm|phụ trách|thay|lo|hỗ trợ|giúp|hướng dẫn)\b|\bhết mực\b"
    r"|\bhỏng (?:máy|thiết bị)\b",
    r"\b(?:nhân lực|nhân sự|lực lượng|biên chế|cán bộ)(?: thì| còn| quá| rất)* (?:mỏng|hạn chế)\b",
    r"\bbó tay\b|\bgiá(?: \w+){0,2} tăng\b|\b(?:trượt|đội|tăng) giá\b",
    r"\bcán bộ(?: \w+){0,3} (?:chuyển công tác|nghỉ (?:việc|ốm|thai sản|hưu))\b",
    r"\bnhà thầu (?:bỏ|chậm|không|chưa|rút)\b",
    r"\bthiếu \d+ ?%? (?:biên chế|người|cán bộ|máy|kinh phí|vốn|ngân sách|nhân lực)\b",
    r"\b(?:quên|mất|sai) (?:mật khẩu|tài khoản)\b",
    r"(?<!không )(?<!đơn )\b(?:do|vì|tại|bởi)(?: trời)? (?:mưa(?! sắm)|bão(?! cáo)|lũ"
    r"|thời tiết|dịch(?! vụ)|mất điện)\b",
)
WANTED = vn(r"(?:đề nghị|mong|xin|cần|nhờ)\b")
CONCEDED = vn(r"\b(?:tuy|dù|dẫu|mặc dù|gặp nhiều|khắc phục|vượt|vượt qua|bất chấp)(?: \w+){0,4} $")
MANY = vn(r"^ (?:thì (?:có|nhiều|rất)|lắm|nhiều|vô cùng)\b")
IF = vn(
    r"\b(?:nếu|trừ khi|tránh|lo|sợ(?! _)|phòng khi|hễ)(?: \w+){0,3} $"
    r"|\bnếu\b(?=.{1,40}$).*\b(?:vẫn|mà) $"
    r"|\b(?:trước đây|trước kia|lúc đầu|ban đầu|thời gian trước)\b(?: \w+){0,3} $"
)
"""An obstacle that is only supposed, or was there before."""
ENDS = any_of(
    r"[;.!?\n,]",
    r"\b"
    + words(r"""
        xin, đề nghị, nên, do đó, vì vậy, vì thế, mong, `kính, nhờ, cho em, cho phòng, gia hạn,
        mới được, mới đạt, đạt(?= \d| khoảng| tầm| hơn| gần), được \d,
        đã (?:xong|hoàn|làm), đang (?:làm|triển|thực|xin|trình|chờ)
    """)
    + r"\b",
    # "thiếu tiền chưa làm được"
    r"(?<!phần)(?<!việc)(?<!dung) chưa (?:làm|triển khai|thực hiện|bắt đầu|tiến hành|xong"
    r"|hoàn thành)(?: được| gì)*(?: ạ| nhé)?\W*$",
)
"""Where the words of an obstacle stop."""

LABEL = vn(
    rf"^{OBSTACLE}[_ :,-]*|^(?:(?:đang|bị|gặp) ){{0,2}}{TROUBLES} ?"
    r"(?:: *|(?:là|do|vì|hiện nay là|lớn nhất là|chính là) )(?:là )?(?:_+[ ,:]*)?(?=\w)"
)
"""A heading is no reason: "Khó khăn: chưa có hướng dẫn"."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Stretches of the words that speak of obstacles, and the one that names the reason.

    `spans` stand in the way, `passed` speak of what does not, or no longer; `all_gone` is said of
    whatever did ("nay không còn vướng").

    `conceded` says that it is granted only ("tuy có khó khăn nhưng"): beside "đã hoàn thành" it
    is none.
    """

    blocked: bool = False
    conceded: bool = False
    cleared: bool = False
    all_gone: bool = False
    reason: tuple[int, int] | None = None
    spans: tuple[tuple[int, int], ...] = ()
    passed: tuple[tuple[int, int], ...] = ()


NO_OBSTACLE = Obstacle()


def find_obstacle(clause: str) -> Obstacle:
    """What one clause says of obstacles.

    "không có khó khăn" is none, "đã hết vướng" clears one, "chưa tháo gỡ được" still has it, and
    "nếu không vướng gì" supposes one away.
    """
    still = [match.span() for match in NOT_RESOLVED.finditer(clause)]
    gone = [] if still else [match.span() for match in RESOLVED.finditer(clause)]
    absent = [match.span() for match in ABSENT.finditer(clause)] if not still else []
    spans = gone + absent
    found: list[tuple[int, int]] = list(still)
    met: list[re.Match[str]] = []
    end = 0
    for match in HINDERED.finditer(clause):
        start = match.start()
        if start < end or any(a <= start < b for a, b in spans) or _is_supposed(clause, start):
            continue
        stop = ENDS.search(clause, match.end())
        end = stop.start() if stop else len(clause)
        found.append((start, end))
        met.append(match)
    reason = (min(found)[0], max(end for _, end in found)) if found else None
    if reason:
        label = LABEL.match(clause[reason[0] : reason[1]])
        reason = (reason[0] + (label.end() if label else 0), reason[1])
    conceded = bool(found) and all(_is_conceded(clause, match) for match in met)
    cleared = bool(gone) and not found
    all_gone = cleared and ALL_GONE.search(clause) is not None
    return Obstacle(bool(found), conceded, cleared, all_gone, reason, tuple(found), tuple(spans))


def _is_conceded(clause: str, match: re.Match[str]) -> bool:
    before = CONCEDED.search(clause, max(match.start() - 40, 0), match.start())
    return bool(before or MANY.match(clause[match.end() :]))


def _is_supposed(clause: str, start: int) -> bool:
    return IF.search(clause, max(start - 40, 0), start) is not None


def join_reasons(reasons: Sequence[str]) -> str | None:
    """The reasons of several clauses as one; a call for help only where nothing else is."""
    named = [reason for reason in reasons if reason]
    own = [reason for reason in named if not WANTED.match(reason.lower())]
    return "; ".join(dict.fromkeys(own or named)) or None
