"""Messages that only acknowledge, and those that say nothing has changed."""

from bot.conversation.listening.letters import any_of, vn, words

HANDS = frozenset("👍👌🙏❤🆗👏🤝🫡💯✅☑✔")
WHO = words("""
    dạ, vâng, em, tôi, ok, ờ, mình, anh, chị, phòng, đơn vị, chúng tôi, bên em, phòng em, xin, ừ,
    uh, uk, ừm, um, rồi,
    chân thành, trân trọng
""")
AGREED = words("""
    ok, vâng, dạ, ừ, ừa, ờ, uh, uk, um, uhm, ừm, yes, được, được rồi, rõ, rõ rồi, noted, roger,
    copy,
    nhất trí, nhất trí cao, đồng ý, thống nhất, (?:cảm|cám) ơn(?: you)?, thank you, nhận rồi,
    biết rồi, hiểu rồi, hiểu, chuẩn, tốt, tuyệt, tuyệt vời, hay quá, tuân lệnh, chấp hành
""")
NEWS = words("""
    thông báo, thông tin, tin, tin nhắn, chỉ đạo, nhiệm vụ, nội dung, nhắc, nhắc việc, văn bản,
    công văn, ý kiến, việc, kế hoạch, tinh thần, rồi, ạ, tài liệu, đủ, đầy đủ, hồ sơ
""")
RECEIVED = (
    r"(?:xin )?(?:đã |sẽ )?(?:tiếp thu|ghi nhận|quán triệt)(?: ý kiến| chỉ đạo)?",
    r"(?:rồi )*(?:em |tôi )?(?:biết|hiểu|rõ) rồi|nghe rõ|biết",
    r"(?:đã |vừa )(?:rõ|biết|hiểu|xem|đọc|thấy|nghe)",
    r"(?:nhất trí|thống nhất|đồng ý)(?: cao)? với(?: \w+){1,6}",
    rf"(?:đã )?(?:nhận|nắm|nắm bắt|tiếp nhận)(?: được| rõ)?(?: {NEWS})*",
    r"(?:đã )?(?:biết|rõ|hiểu|xem|đọc|nhận|nắm|thấy|nghe)(?: được)? rồi",
)
CLOSING = words("""
    ạ, anh, chị, em, nhé, nha, đồng chí, các đồng chí, rồi, bạn, cô, chú, bác, sếp, cháu, tôi,
    nhiều, `lắm, thưa, luôn, bot, ơi, à, thủ trưởng, lãnh đạo, ban chỉ đạo, đã nhắc, nhắc,
    thông tin, thông báo, này, đó, của, tin, vâng, dạ, ok, rõ, (?:cảm|cám) ơn, _+
""")
ACK = vn(rf"^\W*(?:{WHO} )*(?:{AGREED}|{'|'.join(RECEIVED)})(?: {CLOSING})*\W*$")
"""The whole clause: "dạ vâng ạ", "đã nhận được thông báo", "em nắm được rồi ạ"."""

ANNOUNCED = vn(
    r"\bbáo cáo(?: [^\W\d_]+){0,12}? (?:như sau|sau đây|dưới đây)\W*$"
    r"|^\W*(?:[^\W\d_]+ ){0,6}báo cáo(?: (?!tổng hợp)[^\W\d_]+){0,8} ?:\W*$"
    r"|^\W*(?=\w+ (?!có))(?:(?:hôm nay|tuần này|tháng này|kỳ này|hiện|hiện tại) )?"
    rf"(?:{WHO} )*(?:không|chưa) có (?:gì|nội dung gì|nội dung) (?:để |cần |phải )?báo cáo"
    r"(?: \w+){0,3}\W*$"
)
""" "Phòng xin báo cáo tiến độ các nhiệm vụ như sau:", "hôm nay tôi không có gì báo cáo"."""

THANKED = vn(
    rf"^\W*(?:{WHO} )*(?:rất )?(?:cảm|cám) ơn(?: \w+){{0,4}} (?:vì|đã) "
    r"(?!.*(?:xong|hoàn thành))(?:\w++ ?){1,6}\W*$"
)
""" "cảm ơn chị đã hướng dẫn"."""

BEGINS = vn(r"^\W*(?:dạ vâng|vâng|`dạ|ok|rõ|`ừa?)\b")
CHANGE = words("mới, thay đổi, phát sinh, khác, biến động, chuyển biến, tiến triển, thêm")
BEFORE = words("""
    cũ, trước, tuần trước, tháng trước, kỳ trước, quý trước, lần trước, hôm trước, hôm qua,
    báo cáo trước, báo cáo lần trước, đã báo cáo
""")
UNCHANGED = any_of(
    rf"(?<!nếu )\b(?:không|chưa|chẳng)(?: có)?(?: gì)? {CHANGE}(?:(?: gì| mới)*+(?! được| thì)\b)",
    rf"(?<!hình )\bnhư {BEFORE}\b",
    r"\bgiữ nguyên\b",
)


def is_ack(clause: str) -> bool:
    """Whether a clause only says that the message was received or agreed to."""
    if any(letter in HANDS for letter in clause) and not any(c.isalnum() for c in clause):
        return True
    return any(said.search(clause) for said in (ACK, THANKED, ANNOUNCED))


def begins_with_ack(clause: str) -> bool:
    """ "vâng để em kiểm tra" acknowledges too, if the rest says nothing."""
    return BEGINS.search(clause) is not None


def is_unchanged(clause: str) -> bool:
    """ "kỳ này không có gì mới", "vẫn như tuần trước": a report that there is nothing to report."""
    return UNCHANGED.search(clause) is not None
