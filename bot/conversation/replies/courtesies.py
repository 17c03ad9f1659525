"""Messages that only acknowledge, and those that say nothing has changed."""

from bot.conversation.replies.letters import vn

HANDS = frozenset("👍👌🙏❤🆗👏🤝🫡💯✅☑✔")
ACK = vn(
    r"^\W*(?:(?:dạ|vâng|em|tôi|ok|mình|anh|chị|phòng|đơn vị|chúng tôi|bên em|phòng em) )*(?:ok"
    r"|vâng|dạ|ừ|uh|uk|ừm|được|được rồi|rõ|rõ rồi|noted|roger|thank you|cảm ơn you|yes|nhất trí"
    r"|đồng ý|thống nhất|c(?:ả|á)m ơn|nhận rồi|biết rồi|hiểu rồi|hiểu|chuẩn|tuân lệnh|chấp hành"
    r"|(?:xin )?(?:đã |sẽ )?(?:tiếp thu|ghi nhận|quán triệt)(?: ý kiến| chỉ đạo)?|(?:đã "
    r"|vừa )(?:rõ|biết|hiểu|xem|đọc|thấy)|(?:đã )?(?:nhận|nắm|tiếp nhận)(?: được"
    r"| rõ)?(?: (?:thông báo|thông tin|tin|tin nhắn|chỉ đạo|nhiệm vụ|nội dung|nhắc|nhắc việc"
    r"|văn bản|công văn|ý kiến|việc|kế hoạch|tinh thần|rồi|ạ))*|(?:đã )?(?:biết|rõ|hiểu|xem|đọc"
    r"|nhận|nắm)(?: được)? rồi)(?: (?:ạ|anh|chị|em|nhé|nha|đồng chí|rồi|bạn|cô|chú|sếp|nhiều|bot"
    r"|ơi|các đồng chí|thủ trưởng|lãnh đạo|ban chỉ đạo|đã nhắc|nhắc|thông tin|thông báo|tôi|cháu"
    r"|lắm|luôn|này|đó|của|tin|vâng|dạ|c(?:ả|á)m ơn|ok|rõ|bác|à|_+))*\W*$"
)
BEGINS = vn(r"^\W*(?:dạ vâng|vâng|dạ|ok|rõ)\b")
UNCHANGED = vn(
    r"\b(?:không|chưa|chẳng)(?: có)?(?: gì)? (?:mới|thay đổi|phát sinh|khác|biến động"
    r"|chuyển biến|tiến triển|gì mới|thêm)(?: gì| mới)*\b(?! được)|\bnhư (?:cũ|tuần trước"
    r"|tháng trước|kỳ trước|lần trước|hôm trước|báo cáo trước|quý trước|trước|báo cáo lần trước"
    r"|đã báo cáo|hôm qua)\b|\bgiữ nguyên\b|\bkhông phát sinh\b"
)


def is_ack(words: str) -> bool:
    """Whether a clause only says that the message was received or agreed to."""
    if any(letter in HANDS for letter in words) and not any(c.isalnum() for c in words):
        return True
    return ACK.search(words) is not None


def begins_with_ack(words: str) -> bool:
    """ "vâng để em kiểm tra" acknowledges too, if the rest says nothing."""
    return BEGINS.search(words) is not None


def is_unchanged(words: str) -> bool:
    """ "kỳ này không có gì mới", "vẫn như tuần trước": a report that there is nothing to report."""
    return UNCHANGED.search(words) is not None
