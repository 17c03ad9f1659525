"""What questions of a committee's tasks ask for, by the words that say so. Pure.

In order: the first whose words stand in the question is meant.
"""

import re
from enum import StrEnum


class About(StrEnum):
    """What is asked for."""

    OVERDUE = "overdue"
    BLOCKED = "blocked"
    SILENT = "silent"
    DUE = "due"
    DONE = "done"
    OPEN = "open"
    UNANSWERED = "unanswered"
    AWAITING = "awaiting"
    WAITING = "waiting"
    UNMANNED = "unmanned"
    NO_DAY = "no_day"
    UNRECEIVED = "unreceived"
    EXTENSIONS = "extensions"
    NEWS = "news"
    UNASSIGNED = "unassigned"
    REPORT_DAYS = "report_days"
    PLANS = "plans"
    REMINDED = "reminded"
    STANDING = "standing"
    COMPARED = "compared"
    FILE = "file"
    SUBJECT = "subject"
    RANKED = "ranked"
    DONE_LATE = "done_late"
    GIVEN = "given"
    PLAN_FILE = "plan_file"
    NOT_STARTED = "not_started"
    RETURNED = "returned"
    EXTENDED = "extended"
    LAST_REPORT = "last_report"
    LED = "led"
    DAYS_LEFT = "days_left"
    FARTHEST = "farthest"
    BY_AGENCY = "by_agency"
    UNKNOWN = "unknown"


WHOSE = r"\b(?:(?:co quan|don vi|phong|ban|nganh|ben|noi|phong ban|ban nganh) nao|ai)\b"
UNIT = r"(?:co quan|don vi|phong|ban nganh)"
BEST = (
    r"(?:(?:tot|kem|nhanh|cham|cao|thap|gioi|te|yeu|muon|tre|tich cuc|ban|ban ron)(?: \w+)?"
    r"|(?:nhieu|it)(?: \w+){0,4}?) nhat"
)
BETTER = r"(?:tot|kem|nhanh|cham|cao|thap|gioi|te|yeu)"
""" "Cơ quan nào làm tốt nhất", "ai làm tốt hơn": agencies beside one another."""
OTHERS = r"(?:cac )?(?:phong|co quan|don vi|ban nganh|noi|ben) (?:khac|ban)\b"
MORE_TIME = r"(?:(?:gia|lui|doi|khat|hoan|keo dai) han|lui thoi han|them thoi gian)"
MEETS = r"(?:hop|giao ban|so ket|tong ket)"
LAST = r"\b(?:lan (?:cuoi|gan|sau cung|moi)|gan (?:day )?nhat|cuoi cung)\b"
TELLS = r"(?:bao cao|cap nhat|nop)"
""" "Lần cuối Phòng Kinh tế báo cáo khi nào"."""
WORDS = (
    (
        About.PLAN_FILE,
        r"\b(?:file|tep|ban mem|ban scan|ban goc|toan van|van ban)(?: \w+){0,3} (?:ke hoach|kh)\b|"
        r"\b(?:gui|cho|xem|tai)(?: \w+){0,3} (?:(?:ban|cuon|to) ke hoach|ke hoach goc)\b|"
        r"^\W*(?:gui|tai)(?: (?:cho|toi|em|lai|xin|giup))* ke hoach\W*$",
    ),
    (
        About.FILE,
        r"\b(?:xuat|tai(?: ve)?|gui|cho|in|lap|lam|export)\b.*\b(?:excel|exel|word|pdf|csv)\b|"
        r"\b(?:ket )?xuat(?: \w+){0,2} (?:file|tep|danh sach|bang|bao cao)\b|"
        r"\b(?:gui|cho|tai)(?: \w+){0,2} (?:file|tep) (?:tong hop|bao cao|danh sach|so lieu)\b|"
        r"^\W*(?:\w+ )?in (?:ra |giup |cho |toi |cai |ban )*(?:bao cao|danh sach)\b",
    ),
    (
        About.UNKNOWN,  # which tasks have proof; of one task `of_evidence` tells
        r"\b(?:co|chua|thieu|kem|nop|gui)(?: (?:co|du|kem|nop))? (?:van ban|minh chung|tai lieu)\b"
        r"(?! chi dao)",
    ),
    (
        About.COMPARED,
        rf"\bso voi\b(?! {OTHERS})|"
        r"\bso sanh\b(?! (?:giua )?(?:cac )?(?:phong|co quan|don vi|ban nganh)\b)|"
        r"\bhon (?:tuan|thang|quy|nam) (?:truoc|ngoai)\b|\btang hay giam\b|"
        r"\bcompared? (?:to|with)\b",
    ),
    (
        About.WAITING,
        r"(?:cho|doi|can|phai)(?: \w+)? (?:toi|em|minh) "
        r"(?:xu ly|giai quyet|quyet(?: dinh)?|duyet|lam gi|lam ngay)\b|"
        r"(?:toi|em|minh) (?:can|phai) (?:xu ly|giai quyet|quyet(?: dinh)?)\b|can xu ly|"
        r"\bco (?:\w+ )?gi (?:\w+ )?(?:cho|can) (?:duyet|xu ly|giai quyet|quyet)\b|"
        r"\b(?:co )?ai (?:dang |co )?(?:xin|de nghi|yeu cau)(?: \w+)? gi\b",
    ),
    (
        About.RANKED,
        rf"{WHOSE}(?: \w+){{0,5}} {BEST}|^\W*(?:top )?\d* ?{UNIT} (?:\w+ ){{0,2}}{BEST}|"
        rf"\b{UNIT} (?:\w+ ){{0,2}}(?:dung|xep) (?:thu may|thu bao nhieu|hang may|o dau)\b|"
        rf"{WHOSE} (?:\w+ ){{0,2}}lam (?:tot|kem|gioi|te|yeu)\b|"
        rf"\bso voi {OTHERS}|"
        r"xep (?:hang|thu|loai)|so sanh (?:giua )?(?:cac|giua)|"
        rf"\b(?:ai|ben nao|noi nao) (?:\w+ ){{0,2}}{BETTER} hon\b|"
        rf"\bdanh gia (?:tung |cac |moi )+(?:phong|co quan|don vi|ban nganh)\b|"
        rf"\b(?:tung|moi) (?:phong|co quan|don vi|ban nganh|noi)\b|"
        r"\b(?:ty le|ti le|phan tram)\b.*\bcac (?:phong|co quan|don vi|ban nganh)\b",
    ),
    (
        About.BY_AGENCY,
        rf"{WHOSE} (?:\w+ ){{0,2}}(?:chua|khong) (?:\w+ )?(?:co )?(?:viec|nhiem vu) nao(?: \w+)? "
        rf"(?:xong|hoan thanh)|{WHOSE} (?:\w+ )?chua (?:\w+ )?(?:xong|hoan thanh)(?: duoc)? "
        r"(?:viec|nhiem vu) nao\b|\b(?:chia |thong ke |tong hop )+theo (?:tung )?"
        r"(?:co quan|don vi|phong)\b",
    ),
    (
        About.DAYS_LEFT,
        r"\bcon (?:lai |duoc |tong cong )*(?:bao nhieu|may|bao lau)(?: (?:thoi gian|lau))?"
        r" (?:ngay|tuan|hom|nua)\b(?!.*\bbao cao\b)|\bcon bao lau\b",
    ),
    (
        About.FARTHEST,
        r"\b(?:dai han|lau dai|han (?:xa|muon|cuoi)|xa han|xa) nhat\b|"
        r"\b(?:bao gio|khi nao|nam nao)(?: \w+){0,2} (?:xong|hoan thanh|ket thuc)(?: \w+)? "
        r"(?:het|toan bo|tat ca)\b|\b(?:bao gio|khi nao) (?:thi )?(?:xong|hoan thanh) het\b|"
        r"\bke hoach(?: \w+){0,2} (?:ket thuc|keo dai|het han|den)(?: (?:vao|den))* "
        r"(?:nam|khi|ngay|bao|het nam) ?(?:nao|gio)\b",
    ),
    (
        About.UNMANNED,
        r"(?:(?:co quan|don vi|phong|ban nganh|noi|cho) nao|ai) (?:\w+ ){0,2}?(?:chua|khong) "
        r"(?:\w+ )?(?:co )?"
        r"(?:dau moi|can bo|nguoi|ai|ket noi|tham gia|dang ky|tai khoan|vao (?:he thong|bot|nhom))|"
        r"(?:chua|khong) (?:the )?(?:nhac duoc|duoc nhac)",
    ),
    (
        About.NO_DAY,
        r"(?:khong|chua)(?: co| ghi| ro| xac dinh| an dinh)+(?: thoi)? han|khong thoi han|"
        r"\b(?:viec|nhiem vu) thuong xuyen",
    ),
    (
        About.UNASSIGNED,
        r"chua (?:duoc )?(?:phan cong|giao|co (?:ai|chu tri|co quan|don vi|nguoi))|chua ai "
        r"(?:lam|nhan|chu tri|phu trach)|\bgiao chung\b|"
        r"\bkhong (?:co )?(?:ai|don vi nao|co quan nao) "
        r"(?:nhan|chu tri|phu trach)\b",
    ),
    (
        About.LAST_REPORT,
        rf"{LAST}.*\b{TELLS}\b|(?<!han )(?<!ky )\b{TELLS}\b.*{LAST}(?! la ngay)|"
        rf"\b{TELLS} (?:tu )?(?:khi|luc|bao) nao(?: roi| vay| the)|"
        rf"\bda {TELLS}(?: \w+)? (?:tu )?(?:khi nao|luc nao|bao gio|hom nao|ngay nao)",
    ),
    (
        About.REPORT_DAYS,
        r"lich (?:bao cao|hop|chot)|(?:che do|quy dinh)(?: thong tin,?)? bao cao|"
        rf"(?:bao gio|khi nao|ngay nao|hom nao) (?:phai |den |co |toi |ky |thi |se |moi )*"
        rf"(?:{MEETS}|bao cao|chot|nop bao cao)|"
        rf"\b(?:chot|nop bao cao|{MEETS})(?: \w+){{0,3}} (?:bao gio|(?:ngay|hom|khi|luc) nao)\b|"
        r"hop ra soat|(?:han|k[yi]|ngay) (?:nop |chot )?bao cao|\bhan nop(?! (?:viec|nhiem vu)\b)",
    ),
    (
        About.AWAITING,
        r"(?:\b(?:cho|doi|can)|chua(?: duoc| ai)?)(?: toi)? "
        r"(?:xac nhan|phe duyet|duyet|nghiem thu)\b",
    ),
    (
        About.RETURNED,
        r"\b(?:bi|da|vua|moi|dang|duoc|nao|gi|nhung|cac) (?:\w+ )?tra (?:lai|ve)\b|"
        r"^\W*(?:danh sach |xem )*(?:viec |nhiem vu )?(?:bi )?tra (?:lai|ve)\b",
    ),
    (About.REMINDED, r"(?:se )?nhac (?:ai|gi|viec (?:gi|nao)|nhung (?:ai|gi|viec))|lich nhac"),
    (
        About.PLANS,
        r"ke hoach nao (?:dang |duoc )?(?:theo doi|co)|(?:danh sach|cac) ke hoach\b|"
        r"(?:may|bao nhieu) ke hoach\b|^\W*(?:(?:cho|toi|em|xin|hay) )*(?:xem|mo) ke hoach\W*$|"
        r"ke hoach(?: (?:nay|so|do))?(?: \d\S*)? (?:la )?(?:so (?:may|bao nhieu|nao)|"
        r"(?:do |cua )?(?:ai|co quan nao|don vi nao) (?:ky|ban hanh|lap)|"
        r"(?:duoc )?(?:ky|ban hanh) (?:ngay|khi|bao|luc|nam|thang))|"
        r"\bai (?:ky|ban hanh|phe duyet)(?: cai| ban)? ke hoach\b",
    ),
    (About.UNRECEIVED, r"chua (?:bam )?nhan(?: viec| nhiem vu)?(?! dinh)\b"),
    (
        About.EXTENDED,
        r"\b(?:da|duoc) (?:duoc )?(?:cho )?gia han\b(?!.*\bchua\b)(?<!xin duoc gia han)"
        r"(?<!nghi duoc gia han)",
    ),
    (
        About.EXTENSIONS,
        rf"(?:xin|de nghi|yeu cau|cho|nao) (?:duoc )?{MORE_TIME}|gia han\b.*\b(?:nao|chua)",
    ),
    (
        About.UNANSWERED,
        r"(?:chi dao|y kien chi dao)\b.*\b(?:chua|nao|gi|(?:toi|den) dau|the nao|sao roi|ra sao)\b|"
        r"chua tra loi|tra loi(?: \w+)? chua\b|\bai (?:da )?tra loi\b|"
        r"^\W*(?:(?:xem|cac|nhung|danh sach) )*(?:y kien )?chi dao(?: cua (?:toi|minh))?\W*$",
    ),
    (
        About.GIVEN,
        r"(?:viec|nhiem vu|gi|nao) (?:vua |moi )+(?:duoc |dc )?(?:giao|nhan|phan cong|bo sung)\b|"
        r"\bmoi (?:duoc |dc )?(?:giao|phan cong)(?: them)? (?:viec |nhiem vu )?(?:gi|nao)\b|"
        r"(?:viec|nhiem vu) moi(?! nhat)(?: nao| gi| khong| duoc giao)*\W*$",
    ),
    (
        About.NEWS,
        r"(?:gi|nao|tin) moi\b|moi (?:bao cao|cap nhat|co gi)|"
        r"\b(?:vua|moi) bao\b(?! (?:xong|hoan thanh))|"
        r"(?:_|\b(?:da|ai|toi|em|minh|phong)) bao(?: cao)?(?: duoc)?(?: nhung)? "
        r"(?:gi|viec (?:gi|nao)|(?:may|bao nhieu) (?:viec|nhiem vu))\b|"
        rf"{WHOSE} (?:da |vua |moi |co )*(?:gui |nop )?{TELLS}\b(?!.*\bchua\b)(?!.* nhat\b)",
    ),
    (
        About.SILENT,
        r"(?:chua|khong)(?: \w+)? (?:bao cao|cap nhat|bao gi|nop|gui)\b|chua ai bao\b|"
        r"\bim (?:lang|re|ru|hoi|thin thit)\b|chua bao\b|"
        r"\bdung (?:yen|im)\b|\bgiam chan\b|khong nhuc nhich|"
        r"\b(?:khong|chua) (?:he |co |thay )*(?:tien trien|dong tinh|chuyen bien|tin tuc)\b|"
        r"bao cao(?: het| du| xong)? chua\b|\b(?:thieu|no|sot) bao cao\b",
    ),
    (
        About.DONE_LATE,
        r"(?:xong|hoan thanh|hoan tat|nop)(?: \w+)? "
        r"(?:muon|(?:cham|tre)(?! nhat)|qua han|khong dung han|sau han)",
    ),
    (About.DUE, r"\b(?:nguy co|co the|sap|se|de bi|kha nang)(?: bi)? (?:tre|cham|qua|muon)\b"),
    (
        About.OVERDUE,
        r"qua (?:thoi )?han|\blau nhat\b|\btre\b|ton dong|"
        r"(?<!toi )(?<!em )(?<!chi )(?<!anh )(?<!minh )\bmuon\b|"
        r"(?<!som )\bcham\b(?! nhat (?:la |ngay|trong|\d))",
    ),
    (
        About.BLOCKED,
        r"vuong(?: mac)?|kho khan|\b(?:keu|gap|than) kho\b|\bkho o (?:dau|cho nao|khau nao)\b|"
        r"(?<!cong )(?<!hop )(?<!doi )(?<!thao )(?<!quy )(?<!nguyen )(?<!tuong )\btac\b"
        r"(?! (?:dong|nghiep))|"
        r"(?<!tong )(?<!so )(?<!doan )(?<!lien )(?<!hoan )(?<!cam )\bket\b"
        r"(?! (?:qua|noi|hop|thuc|luan|nap))|can tro|"
        r"\bthieu (?:kinh phi|tien|von|nguoi|nhan luc|nhan su|mat bang|thiet bi|huong dan)\b",
    ),
    (
        About.NOT_STARTED,
        r"\bchua (?:he |ai )?(?:lam gi|bat dau|trien khai|khoi dong|bat tay|(?:thuc hien|dong|dung)"
        r"(?: (?:den|toi|vao|gi))*)\b(?! xong)|\bkhong lam gi\b",
    ),
    (
        About.DUE,
        r"han (?:gan|som|sap toi) nhat|(?:den|toi|sap|gan|het) han|"
        r"\bsap toi (?:\w+ )?co\b|\bco gi sap toi\b|\bgap nhat\b|"
        r"phai (?:xong|lam|hoan thanh)|can lam|lam gi",
    ),
    (
        About.OPEN,
        r"chua (?:xong|hoan|lam)|con lai|dang (?:lam|thuc hien)|"
        r"\bno (?:lai |nhung |cac |may |bao nhieu )*(?:viec|nhiem vu)\b",
    ),
    (
        About.STANDING,
        r"(?:tot|kem|nhanh|cao|thap|nhieu) nhat|bieu do|"
        r"\btom tat\b|\bgon\b|\bvai dong\b|"
        r"\bso lieu\b|"
        r"\b(?:gi|viec|nao)\b.*\b(?:dang lo|noi com|noi bat|nghiem trong|"
        r"(?:dang|can) (?:chu y|quan tam|luu y|lo))\b|\bco van de gi\b",
    ),
    (About.DONE, r"\bxong\b|hoan thanh|hoan tat|lam duoc"),
)
PATTERNS = tuple((about, re.compile(pattern)) for about, pattern in WORDS)
WORDS_OF = dict(PATTERNS)
"""Of each but `DUE`, which two patterns tell."""
DUE_WITHIN = re.compile(
    r"(?:(?:xem|cac|nhung|danh sach|liet ke|tong hop|cho (?:toi|em|minh)) )*(?:cong )?"
    r"(?:viec|nhiem vu) (?:(?:cua )?(?:toi|em|minh|phong) )?(?:sap |se )?(?:den|toi|qua|het) "
    r"(?:thoi )?han\b(?!.*\b(?:xong|roi|da|dang|chua|lam|nop)\b).*"
)
""" "Việc đến hạn từ 1/12 đến 15/12": asked without a word that asks; beside days, flattened."""
NAMED = (
    r"(?:thang|quy|tuan|nam) (?:\d{1,2}|\d{4}|iv|i{1,3}|nay|sau|toi|truoc)"
    r"(?:(?:/| nam | )(?:\d{4}|nay|sau|ngoai))?"
)
DAYS = re.compile(
    rf"{NAMED}(?:(?:,| va|,? den|,? toi|-)? (?:{NAMED}|iv|i{{1,3}}|\d{{1,2}}))*[ ?.]*"
)
""" "Quý II và III": nothing but the days; flattened."""
OF_DAYS = re.compile(
    r"(?:(?:xem|cac|nhung|danh sach|liet ke|cho (?:toi|em|minh)) )*(?:cong )?"
    r"(?:viec|nhiem vu) (?:(?:cua )?(?:toi|em|minh|phong) )?(?:(?:trong|cua|dau|giua|cuoi) )*"
    rf"{NAMED}[ ?.]*"
)
""" "Việc tháng 1", "việc cuối quý I": nothing beside the days; flattened."""
