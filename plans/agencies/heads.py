"""How the names of agencies begin: what tells them from the words of tasks and products."""

import re
from functools import lru_cache

from plans.words import fold, starts_capital

ROLES = (
    r"(?:lanh dao|thu truong|(?:bo|cuc|vu|tong cuc) truong|(?:pho )?truong|tong giam doc"
    r"|(?:pho )?giam doc|(?:pho )?chu tich|(?:pho )?bi thu|chi huy truong|tu lenh|hieu truong"
    r"|(?:pho )?chanh|cong chuc|chuyen vien|can bo)"
)
"""Whoever answers for an agency before its name: "Giám đốc Sở Nội vụ", "Trưởng các thôn"."""
MINISTRIES = (
    "cong an|quoc phong|noi vu|tai chinh|tu phap|y te|xay dung|cong thuong|khoa hoc|giao duc"
    "|nong nghiep|ngoai giao|van hoa|dan toc|lao dong|thong tin|tai nguyen|giao thong|ke hoach"
)
"""Of today and, for plans of before 2025, of then."""
OF_GOVERNMENT = (
    rf"phong(?!,? chong)|p(?=\.)|van phong|vp|tt(?=\.? [a-z])|bo (?:{MINISTRIES}|phan)"
    r"|so(?! (?:hoa|lieu|luong|tay|sanh))"
    r"|ban(?! (?:hanh|sao|do|tin|tru))|uy ban|ubnd|hdnd|hoi dong|thanh tra|thue|(?:chi )?cuc"
    r"|trung tam|tram|truong(?! hop)|nha truong|benh vien|toa an|kho bac"
    r"|(?:hoc )?vien(?! (?:chuc|thong))"
    r"|vu(?! (?:viec|an|mua|dong|xuan|he|thu|chiem|thang|chay)\b)|tong cuc|khoa(?! hoc)|bo mon"
    r"|thong ke(?= (?:tinh|thanh|co|khu))|tu phap(?= ?[-–])"
    r"|cong chuc(?= (?:dia chinh|van hoa|tu phap|van phong|ke toan|tai chinh))"
)
OF_PARTY_AND_FRONT = (
    r"ubmttq|mttq|mat tran|(?:to )?dang (?:uy|bo|doan|o)|chi bo|thuong truc"
    r"|(?:tinh|thanh|huyen) (?:doan|uy)|xa doan"
    r"|doan (?:thanh nien|tncs|xa|the)|hoi(?! (?:nghi|thao|thi|nhap|vien))|lien doan|lien minh"
    r"|hiep hoi|cong doan|doan (?:truong|phuong)|doan [-–] doi"
)
OF_ORDER = (
    r"cong an|bch|quan su|bo (?:chi huy|doi)|don bien phong|hat kiem lam"
    r"|doi (?:quan ly|canh sat|thue|xung kich|trat tu)"
)
OF_SERVICES = (
    r"(?:tong )?cong ty|tap doan|xi nghiep|hop tac xa|chi nhanh|ngan hang|quy tin dung"
    r"|bao (?:hiem|va)|dai (?:phat|truyen|tieng)|thong tan xa|buu dien|dien luc"
    r"|viettel|vnpt|mobifone|agribank|vietinbank|bidv|vtv|vov|ttxvn|bql"
)
OF_PLACES = (
    r"to (?:cong nghe|giup viec|dan pho|de an|xung kich|cong tac|bao ve an ninh|van phong"
    r"|chuyen mon|hanh chinh|tin hoc|khoa hoc|ngu van|toan)|giao vien(?= (?:chu nhiem|bo mon))"
    r"|(?:thon|ap|khom|khu pho)(?= \w)"
)
KINDS = (
    "xa|phuong|dac khu|huyen|tinh|thanh pho|thon|to dan pho|so|phong|ban|bo|cap|don vi|co quan"
    "|truong|to chuc|nganh|doan the|hoi(?! (?:nghi|thao|thi))|dia phuong|doanh nghiep|chi bo|tram"
    "|cuc|vu(?! (?:viec|an|mua))|khoa(?! hoc)|to|vien|ngan hang|benh vien|nha truong|co so"
    "|hop tac xa"
)
"""What there are many of: after "các" they name no agency."""
MANY = (
    rf"cac (?:{KINDS})"
    r"|to chuc(?=,| lien quan| chuyen mon|$)"
    r"|(?:co quan|don vi|doanh nghiep|toan the)(?=,| lien quan| chuyen mon|$| cac)"
)
"""Collective names, which name no agency."""
HEADS = re.compile(
    rf"(?:{ROLES} )?(?:{OF_GOVERNMENT}|{OF_PARTY_AND_FRONT}|{OF_ORDER}|{OF_SERVICES}|{OF_PLACES}"
    rf"|{MANY})(?=[ ,.;]|$)"
)
"""How the name of an agency, or of a collective name, begins; folded. What is left out are the
words of products and tasks that begin alike: "Báo cáo", "Ban hành", "Hội nghị", "Số hóa"."""


@lru_cache(maxsize=20_000)
def begins_agency(text: str) -> bool:
    """Whether the text begins as the name of an agency does, with a capital."""
    return starts_capital(text) and begins_with_head(text)


def begins_with_head(text: str) -> bool:
    """Whether the text begins as the name of an agency does, with a capital or without."""
    return HEADS.match(fold(text)) is not None
