"""Headings of a report's sections: "Các nhiệm vụ đã hoàn thành gồm:", "01 nhiệm vụ vướng (".

How they are made, piece by piece; `sections` finds what they list.
"""

from bot.conversation.listening.letters import vn, words
from bot.conversation.replies.harmless import AGENCIES
from bot.conversation.replies.targets.number_words import OFFICES, TASK

WORK = words("thực hiện, triển khai, làm, tiến hành, xử lý, giải quyết, trình, trình ký")
STATE = (
    r"(?:(?:đã|được|cơ bản) )*(?:hoàn thành|hoàn tất|xong)"
    rf"|(?:`đã|đang|chưa|mới|vẫn đang|vẫn chưa)(?: được)? (?:hoàn thành|xong|{WORK})(?: xong)?"
    r"|(?:đang|chưa)(?= ?:)"
    r"|(?:(?:đang|bị|còn|gặp) )?(?:vướng|khó khăn)(?:,? vướng mắc| mắc)?(?=[ :(])"
    r"|(?:(?:xin|đề nghị) )?gia hạn(?=[ :(])|(?:đang |bị )?quá hạn(?=[ :(])"
    r"|(?:sắp|gần) (?:xong|hoàn thành)|chậm(?: tiến độ)?(?=[ :(])"
    r"|(?:chưa đến hạn|đúng tiến độ|(?:phải |được )?chuyển (?:tiếp )?sang"
    r" (?:kỳ|tuần|tháng|quý|năm) (?:sau|tới|\d[\d/]*))(?=[ :(\n])"
)
LISTS = words("gồm, bao gồm, gồm có, gồm các, là, như sau, sau, sau đây, đó là, cụ thể, có")
NUMBERING = r"(?:(?:[ivx]{1,4}|\d{1,2}|[a-z]|đ) ?[.)/]+ ?)"
COUNT = rf"\d{{1,3}}(?: ?/ ?\d{{1,3}})?(?: {TASK}(?: được giao)?)?"
ASKED = r"(?:kính |xin )?(?:đề nghị|trình|mong)(?: \w+){0,4} (?:xác|công|ghi) nhận(?= ?:)"
""" "đã hoàn thành, đề nghị Ban Chỉ đạo xác nhận: nhiệm vụ 17"."""
PERIOD = r"trong (?:kỳ|tuần|tháng|quý|năm)(?: \d[\d/]*| này| qua| vừa qua| [ivx]+)*"
LEADS = (
    rf"(?:(?:{AGENCIES})(?: [^\W\d]+){{0,5}}? (?:(?:xin|kính) )?báo cáo"
    rf"|{OFFICES}|phòng|đơn vị|em|tôi|xã|còn|và|(?:xin )?báo cáo|đến nay|hiện|hiện nay|hiện còn"
    rf"|{PERIOD})"
)
PLURAL = (
    rf"(?:{TASK} )?(?:số )?\d{{1,3}}(?: \(\d{{1,3}} ?%\))?(?: ?,| và| cùng) (?:{TASK} )?(?:số )?\d"
)
""" "xong 18, 20; đang làm 21 (80%), 30": no mark parts a list from its heading."""

BEGINS = r"(?:^|(?<=[.;\n|])|(?<= [-–+•*])|(?<=[\d)] )(?<!/20\d\d )|(?<= thì ))"
NOUN = (
    r"(?:(?:các|những|danh sách|nhóm|mục|hai|ba|bốn|tổng|số) )*"
    rf"{TASK}(?: được giao| sau)?"
)
LATENESS = r"(?: (?:đúng|trước|quá) (?:hạn|tiến độ|thời hạn)|, (?:đã )?quá hạn| dứt điểm)"
HEADING = vn(
    rf"(?:{BEGINS}[^\w(%]{{0,9}}(?P<numbering>{NUMBERING})?|(?<=[:,(])[^\w(]{{0,9}})"
    rf"(?P<words>(?:{LEADS} )*(?:(?P<counted>\d{{1,3}}) (?=[^\W\d]))?"
    rf"(?P<noun>{NOUN} )?(?P<state>{STATE}){LATENESS}*(?: {PERIOD})?)"
    rf"(?P<asked>, {ASKED})?"
    rf"(?P<count> {COUNT}(?! ?\(\d{{1,3}} ?%)| ?\({COUNT}\)(?= ?[:\n])"
    rf"| ?: ?{COUNT}(?= ?\((?:các |số |# ?|nhiệm vụ )*\d{{1,3}} ?[,;)]|,? {LISTS}\b)"
    rf"| ?: ?\d{{1,3}} {TASK}(?= ?[.;:]? ?\n))?"
    rf"(?:,? (?P<lists>{LISTS}))*(?: {COUNT}(?= ?:))?"
    rf"(?P<mark> ?[:(]\s*|(?(lists)(?= {PLURAL})|(?!))| (?={PLURAL})| ?[.;]? ?\n\s*"
    rf"|(?(noun) ?[-–]\s*(?=(?:số |#)?\d|{TASK}(?: số)? ?#?\d)|(?!)))"
)
""" "Các nhiệm vụ đã hoàn thành gồm:", "đang thực hiện 2 (", "II. CHƯA TRIỂN KHAI" on its line."""
