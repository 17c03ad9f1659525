"""Who is spoken to, before and behind what a message says: parted from it by a comma.

The rules find what is said where a clause begins and ends: "alo 20 xong", "hủy anh nhé", "ht 60
em cảm ơn". The comma takes the place of a space, so that every word keeps its place.
"""

from bot.conversation.listening.letters import vn, words

WHOM = words("""
    anh, `chị, chi(?! (?:tiết|bộ|phí|trả|cục|đoàn|hội)), `cô, `chú, `bác, `bạn, sếp, đồng chí,
    các đồng chí, các anh, các chị, anh chị, thủ trưởng
""")
OFFICES = words("lãnh đạo, ban chỉ đạo, thư ký, chủ tịch, bí thư")
HELLO = words("""
    alo, chào, xin chào, kính chào, thưa, kính thưa, kính gửi, dạ chào, dạ thưa, dạ kính thưa,
    em chào, em kính chào
""")
THANKS = r"(?:(?:em|xin|chân thành|trân trọng) )*(?:cảm|cám) ơn(?: (?:nhiều|ạ|nhé|nha))*"
REMINDING = r"(?: (?:vì )?đã (?:nhắc|nhắc nhở|thông báo|hỗ trợ|giúp|quan tâm))"
OPENING = vn(
    rf"^\W*(?:(?:{HELLO} |dạ )?(?:{WHOM}|em|cháu|bot)(?: \w+)? ơi"
    rf"|{THANKS} (?:{WHOM}|em|bot){REMINDING}(?: ạ)?"
    rf"|{HELLO}(?: (?:{WHOM}|{OFFICES})(?: ạ)?)?|(?:`dạ )?`vâng(?: ạ)?|`dạ"
    rf"|(?:cho|xin)(?: (?:tôi|em|mình|{WHOM}))? (?:biết|hỏi)(?= (?:tình hình|kết quả)))"
    r"( )(?=[\w#/(])"
)
REPORT = vn(
    rf"^\W*(?:(?:`dạ|vâng|em|tôi|cháu|bên em|phòng em|phòng tôi|xin|kính|xin phép|thưa)[ ,]+)*"
    rf"báo cáo(?: với)?(?: {WHOM}| {OFFICES})+(?: ạ)?( )"
    r"(?!(?:rồi|sau|khi|hôm|lúc|trước|biết|xem|về|kết quả|tiến độ|tình hình|là|như|theo|cho|để"
    r"|được|hay|vào|bằng|chánh|phó|trưởng|giám đốc|\w+ ơi|hằng|định kỳ|thôi|nhé|nha|ngay|sớm)\b)"
    r"(?!(?:(?<=(?<!anh )chị )|(?<=chí ))mai\b)(?=[\w#/(])"
)
""" "em báo cáo anh chị việc 5 xong" opens a report; "em báo cáo anh sau" is all there is."""

OF_OTHERS = """
    của cho với theo gửi trình hỏi nhờ gọi báo cáo do các là và như bằng ý đồng
"""
NOT_TOLD = "".join(rf"(?<!\b{word} )" for word in OF_OTHERS.split())
"""Words before somebody who is not spoken to: "đã trình anh"."""

WISHING = """
    sớm nhanh giúp hộ đi thành tất
"""
NOT_ASKED = "".join(f"(?<!{word} )" for word in WISHING.split())
""" "hoàn thành sớm nhé" asks for it, "xong rồi nhé" tells."""

CLOSING = vn(
    rf"(?<=\w)( )(?:{NOT_ASKED}nhé(?: {WHOM})?|{NOT_TOLD}{WHOM}(?: (?:ơi|ạ|nhé|nha))*|`ạ"
    rf"|{THANKS}(?: (?:{WHOM}|em|bot))?{REMINDING}?)(?=[ .!]*$)"
)
PLEASE = vn(rf"(?<=\w )(?:`nha|`nhá|`nhe|`hen)(?=(?: {WHOM})?[ .!]*$)")


def part_address(said: str) -> str:
    """The words with a comma behind whom they speak to and before the last thanks.

    "nha" and its like become "nhé".

    >>> part_address("alo 20 xong"), part_address("hoàn thành 60 anh nhé")
    ('alo,20 xong', 'hoàn thành 60,anh nhé')
    """
    said = PLEASE.sub("nhé", said)
    for pattern in (OPENING, REPORT, CLOSING):
        found = pattern.search(said)
        if found:
            said = f"{said[: found.start(1)]},{said[found.end(1) :]}"
    return said
