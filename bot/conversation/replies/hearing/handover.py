"""Messages that say a task belongs to another agency."""

from bot.conversation.listening.letters import any_of, vn, words

OTHERS = words(r"""
    phòng(?= (?!em|tôi|mình|chúng|chủ|phụ|đảm|ta\b)\w), công an, văn phòng, ban, ubnd, trạm,
    trường, hội, đoàn, trung tâm, sở, đơn vị khác, cơ quan khác, phòng khác, người khác, mttq,
    mặt trận, quân sự, tổ,
    đảng ủy, ubmttq, vhxh, văn hóa, kinh tế, tư pháp, y tế, nông nghiệp, địa chính, tài chính,
    nội vụ,
    bộ phận
""")
"""Agencies but one's own: "phòng em" is not another."""

OURS = words("""
    phòng, đơn vị, cơ quan, thẩm quyền, chức năng, trách nhiệm, bên, ban, em, tôi, mình, chúng tôi,
    lĩnh vực, phạm vi, bộ phận
""")
THIS = r"(?:\b(?:việc|nhiệm vụ|nội dung|cái|chỗ|phần|đây là) (?:này|đó|trên|ấy|việc|nhiệm vụ)|_+)"
IN_CHARGE = words("chủ trì, phụ trách, đảm nhận")
OWNED = r"(?:trách nhiệm |thẩm quyền |chức năng |lĩnh vực )?(?:của )?(?:bên )?"
HANDED = words(
    "em, tôi, phòng em, giúp, hộ, nhiệm vụ, việc, nội dung, này, đó, cái, sang, qua, cho, về, lại,"
    " _+"
)
FOR_A_STEP = r"(?!(?: \w+){0,6} (?:ký|duyệt|phê duyệt|thẩm định|góp ý|xem xét|cho ý kiến))"
"""What is passed on to be signed or checked is not handed over."""

REPORTS = r"(?!(?: \w+){0,6} (?:đã|đang|hiện|chưa|xong|hoàn|được|đạt|mới|sẽ|vướng|gặp|xin)\b)"
"""A report of the task follows: "nhiệm vụ 17 của phòng Kinh tế đạt 60%"."""

NOT_OURS = any_of(
    rf"\b(?:(?:không|chưa|đâu)(?: có)? (?:phải|thuộc)|không đúng)(?: là)? "
    rf"(?:\w+ ){{0,4}}?(?:{OURS}|của {OTHERS})\b",
    rf"\bcó (?:phải|thuộc)(?: là)?(?: \w+){{0,4}} {OURS}(?: \w+)? đâu\b",
    r"\bchỉ (?:là )?(?:đơn vị |cơ quan )?phối hợp\b(?! với)",
    rf"\b(?:giao|chuyển|để) (?:cho )?{OTHERS}(?: \w+){{0,3}} mới đúng\b",
    r"\bgiao (?:cho )?(?:đơn vị|cơ quan|phòng|bên) khác\b",
    r"\bkhông (?:có|đúng) (?:chức năng|thẩm quyền|nhiệm vụ) (?:này|đó|ấy)\b"
    r"|\bkhông đủ (?:chức năng|thẩm quyền)\b",
    r"\bxem (?:xét )?lại (?:đơn vị|cơ quan|phòng) (?:chủ trì|được giao|thực hiện)\b",
    rf"\b(?:(?:đề nghị|xin|mong|nhờ) (?:\w+ ){{0,3}}?(?:giao|phân công)(?: lại)?(?: cho)?"
    rf"|chủ trì là(?: bên)?|thuộc (?:thẩm quyền|trách nhiệm|chức năng|lĩnh vực|về)(?: của)?"
    rf"(?: bên)?) {OTHERS}\b",
    rf"{THIS} +(?:là |thì )?(?:(?:nhiệm vụ|việc|công việc) )?(?:của|thuộc(?: về)?|bên"
    rf") {OWNED}{OTHERS}\b{REPORTS}",
    rf"^\W*của (?:bên )?{OTHERS}(?: \w+){{0,3}}? (?:mà|chứ|đấy|cơ)\b",
    rf"{THIS} {OTHERS}(?: \w+){{0,3}} làm(?: chứ| mà| ạ| đấy)*\W*$",
    rf"(?:\b(?:do|này|đó)|_+) (?:bên )?{OTHERS}(?: \w+){{0,6}}? {IN_CHARGE}\b{REPORTS}",
    rf"\b{OTHERS}(?: \w+){{0,4}}? {IN_CHARGE} (?:việc|nhiệm vụ|nội dung) (?:này|đó)\b",
    rf"\bđã (?:chuyển|bàn giao|giao)(?: {HANDED})* (?:cho|sang|về|qua) (?:bên )?{OTHERS}"
    rf"(?: \w+){{0,4}} {IN_CHARGE}\b",
    rf"\bđã (?:chuyển|bàn giao|giao)(?: {HANDED})* (?:cho|sang|về|qua) (?:bên )?"
    rf"(?:(?:đơn vị|cơ quan|phòng|người|đồng chí|bên) khác\b"
    rf"|(?:anh|chị|đồng chí) (?:\w+ ){{1,5}}{IN_CHARGE}\b)",
    rf"(?:\b(?:đề nghị|xin|nhờ) (?:\w+ ){{0,4}}|{THIS} )chuyển {OTHERS}\b{FOR_A_STEP}",
    rf"{THIS} (?:do )?(?:anh|chị|cô|đồng chí) \w+(?: \w+)? {IN_CHARGE}\b",
    rf"^\W*(?:xin |đề nghị |em )?trả lại {OTHERS}\b",
    rf"\bdo (?:bên )?{OTHERS}(?: \w+){{0,5}}? (?:làm|thực hiện|tham mưu)\b",
    r"\b(?:giao|phân công|phân|chuyển) nhầm\b"
    r"|\bgửi nhầm (?:đơn vị|cơ quan|phòng|người|địa chỉ|chỗ|cho|bên|sang)\b",
    r"\bnhầm (?:đơn vị|cơ quan|phòng|địa chỉ)\b",
    rf"(?<!đã )(?<!được )\b(?:chuyển|bàn giao|giao|trả|đưa)(?: lại)?(?: {HANDED})* "
    r"(?:(?:cho|sang|về|qua) (?:bên |(?:anh|chị|đồng chí) \w+ )?|bên )"
    rf"(?:{OTHERS}|cơ quan|đơn vị)\b{FOR_A_STEP}",
    rf"(?<!đã )(?<!được )\b(?:bàn giao|chuyển giao)(?: lại)?(?: {HANDED})* (?:cho|sang|về|qua) "
    rf"(?:anh|chị|đồng chí) \w{FOR_A_STEP}",
    rf"\bbên {OTHERS}(?: \w+){{0,3}}? (?:làm|{IN_CHARGE})\b(?! (?:xong|rồi|được|chưa))",
    r"\bkhông (?:chủ trì|phụ trách|được giao (?:việc|nhiệm vụ|nội dung)|được phân công"
    r"|làm (?:việc|nhiệm vụ) này)\b",
)

GIVEN_BACK = vn(
    r"^\W*(?:(?:nên|em|tôi|xin|đề nghị|phòng) )*+trả (?:lại|về)"
    r"(?: (?:việc|nhiệm vụ|này|_+|ban chỉ đạo|bcđ|cơ quan thường trực|văn phòng|xã|ạ))*\W*$"
)
""" "Không thuộc phòng tôi, trả lại": who gives a task back says nothing of how the work stands."""


def is_given_back(clause: str) -> bool:
    """Whether the clause only gives back a task that is another agency's."""
    return GIVEN_BACK.search(clause) is not None


def is_handover(clause: str) -> bool:
    """Whether the clause says that the task is another agency's.

    "việc này của Phòng Kinh tế", "đề nghị chuyển cho Công an xã", "không thuộc phòng em".
    """
    return NOT_OURS.search(clause) is not None
