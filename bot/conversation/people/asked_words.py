"""How people are asked for: who leads a task, an agency's people, somebody's card. Pure.

All are for flattened text without the marks at its end, matched whole but for `WHO`.
"""

import re

LEADS = (
    r"(?:phu trach|lam|chiu trach nhiem|dau moi|chu tri|phoi hop|theo doi|duoc giao|nhan|thuc hien)"
)
OF_TASK = re.compile(
    rf"(?:cho (?:toi |em )?(?:hoi|biet) )?(?:ai|(?:nguoi|can bo|don vi|co quan|phong) nao)"
    rf" (?:la |dang |se |phai )*(?:{LEADS} ?)+(?:viec|nhiem vu|so|cai)* ?#?(?P<number>\d{{1,5}})"
    rf"|(?:viec|nhiem vu|so|#)+ ?#?(?P<first>\d{{1,5}}) (?:la )?(?:do )?"
    rf"(?:ai|nguoi nao|phong nao|don vi nao) ?(?:dang |se )?(?:{LEADS} ?)*"
)
""" "Ai phụ trách việc 12", "việc 12 do ai làm"."""
PEOPLE = r"(?:danh ba|nhan su|lanh dao|thu truong|truong phong|dau moi|can bo|nguoi phu trach|sep)"
WHO = re.compile(
    rf"(?:ai (?:dang )?(?:la|lam) )?(?:{PEOPLE}|ai)"
    r"|.{0,60}\b(?:co|gom) (?:may|bao nhieu|nhung)(?: (?:nguoi|can bo|ai|dau moi))+\b"
    r"|.{3,60}\b(?:co|gom) (?:nhung )?ai$"
    rf"|.{{3,60}} ai (?:(?:dang|la|lam) )*(?:{PEOPLE}|phu trach)$"
)
"""How a question of an agency's people begins; what begins otherwise needs no agencies' names."""
OF_AGENCY = re.compile(
    r"(?:(?:(?:(?:ben|o) )?_+|(?:phong|co quan|don vi|ben) (?:minh|toi|em|ta)) (?:thi )?"
    r"ai (?:(?:dang|la|lam) )*|ai (?:dang )?(?:la|lam) )?"
    rf"(?:{PEOPLE}|phu trach|ai)"
    r"(?: (?:cua|o|la|phu trach|dau moi|phong|don vi|co quan|ben|_+|toi|em|minh|ta|ai))*"
    r"|(?:_+|phong|don vi|co quan)(?: (?:toi|em|minh|ta|nay))? (?:dang )?(?:co|gom)"
    r"(?: (?:may|bao nhieu|nhung)(?: (?:nguoi|can bo|ai|dau moi))+| ai)"
)
""" "Ai là đầu mối của Công an xã", "phòng tôi có những ai"; lines for agencies' names."""
TITLED = r"(?:anh|chi|dong chi|ong|ba|co|chu)"
ABOUT = (
    r"(?:so dien thoai|so(?= cua\b)|sdt|dien thoai|so lien he|lien he|lien lac|thong tin|dia chi)"
)
REACHED = re.compile(
    rf"(?:(?:xin|cho|toi|em|hoi) )*{ABOUT}(?: (?:cua|voi|so|ve))* (?P<who>.+?)"
    r"(?: (?:la )?(?:gi|bao nhieu|so may))?"
)
""" "Số điện thoại anh Kiên"."""
WHO_IS = re.compile(
    r"(?P<who>.+?) (?:la ai|o phong nao|lam gi|lam o dau|thuoc phong nao|co quan nao)"
)
""" "Anh Kiên là ai"."""
TAKEN_OUT = re.compile(
    r"(?:xoa|khoa|go|cho nghi|thu hoi|bo|ket thuc|cham dut)"
    r"(?: (?:tai khoan|quyen|vai tro|viec tham gia|nguoi|cua|thu truong|can bo|dau moi|"
    r"lanh dao|thanh vien))* (?P<who>.+)"
)
""" "Xóa tài khoản anh Kiên"."""
INVITED = re.compile(
    r"(?:gui|cap|tao|cho)(?: (?:lai|giup|toi|xin))* (?:ma|loi moi|giay moi)(?: (?:moi|lai|cho))*"
    rf" (?P<who>{TITLED} .+)"
)
""" "Cấp lại mã cho anh Kiên"."""
LET_GO = re.compile(
    r"cho (?P<who>.+?) (?:nghi|thoi)(?: (?:viec|luon|roi|lam))*"
    r"(?:,? (?:khong|thoi) tham gia(?: nua)?)?"
)
""" "Cho anh Kiên nghỉ luôn"."""
GIVEN_ROLE = re.compile(rf"(?:cho )?(?P<who>{TITLED} .+?) (?:lam (?:ca|them)|kiem(?: nhiem)?)\b.*")
""" "Cho anh Kiên kiêm nhiệm thủ trưởng"."""
MOVED = re.compile(
    rf"(?:luan chuyen|chuyen|dieu|dua|cho) (?P<who>{TITLED} .+?)"
    r" (?:sang|ve|qua|len|khoi|ra khoi|lam (?:thu truong|truong phong|dau moi|can bo|lanh dao))\b.*"
)
""" "Chuyển anh Kiên sang Phòng Kinh tế"."""
WORK_MOVED = re.compile(
    r"(?:chuyen|ban giao|giao)(?: (?:het|toan bo|tat ca|cac|nhung))* (?:viec|nhiem vu) cua"
    rf" (?P<who>{TITLED} .+?) (?:sang|cho|ve|qua) .*"
)
""" "Chuyển hết việc của anh Kiên cho chị Hoa"."""
REPLACED = re.compile(
    rf"{TITLED} [a-z]+(?: [a-z]+)*? (?:se |da |vao |len )*thay"
    rf"(?: the| cho)* (?P<who>{TITLED} .+?)(?: (?:phu trach|lam|o|tu)\b.*)?"
)
""" "Chị Hoa thay anh Kiên phụ trách"."""
LEFT = re.compile(
    r"(?P<who>.+?) (?:da )?(?:ban giao|chuyen (?:sang|ve|cong tac)|nghi huu|nghi viec|thoi viec|"
    r"(?:ngung|khong|thoi|dung)(?: con)? (?:tham gia|"
    r"(?:lam|la) (?:can bo |nguoi )?(?:dau moi|thu truong|phu trach)))\b.*"
)
""" "Anh Kiên đã nghỉ hưu"."""
MANAGED = (TAKEN_OUT, INVITED, LET_GO, GIVEN_ROLE, MOVED, WORK_MOVED, REPLACED, LEFT)
"""What only the standing office means: the person's card has what can be done."""
OF_PERSON = (REACHED, WHO_IS, *MANAGED)
"""In turn: the first that matches says what is meant by `who`."""
SELF = re.compile(
    r"(?:(?:cho|xin|hoi|the|vay)[ ,]+)*(?:toi|em|minh|tui)(?: (?:dang|duoc))* (?:la ai|la gi"
    r"|co (?:nhung |cac )?(?:quyen|vai tro)(?: han)?(?: gi| nao)?|co vai tro gi|lam gi duoc"
    r"|thuoc (?:phong|don vi|co quan) nao|o (?:phong|don vi) nao)"
    r"(?: (?:trong|o|tren) .*)?(?: (?:vay|the|a|nhi))*"
    r"|(?:xem )?(?:vai tro|quyen)(?: han)? cua (?:toi|em|minh)(?: la gi)?|who am i\b.*"
)
""" "Tôi là ai": one's own places."""
