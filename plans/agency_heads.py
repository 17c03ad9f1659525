"""How the names of agencies begin: what tells them from the words of tasks and products."""

import re

ROLES = (
    r"(?:lanh dao|thu truong|(?:pho )?truong|(?:pho )?giam doc|(?:pho )?chu tich|(?:pho )?bi thu"
    r"|chi huy truong|hieu truong|(?:pho )?chanh|cong chuc|chuyen vien|can bo)"
)
"""Whoever answers for an agency before its name: "Giám đốc Sở Nội vụ", "Trưởng các thôn"."""
MINISTRIES = (
    "cong an|quoc phong|noi vu|tai chinh|tu phap|y te|xay dung|cong thuong|khoa hoc|giao duc"
    "|nong nghiep|ngoai giao|van hoa|dan toc"
)
OF_GOVERNMENT = (
    rf"phong|van phong|so(?! (?:hoa|lieu|luong|tay|sanh))|bo (?:{MINISTRIES}|phan)"
    r"|ban(?! (?:hanh|sao|do|tin|tru))|uy ban|ubnd|hdnd|hoi dong|thanh tra|thue|(?:chi )?cuc"
    r"|trung tam|tram|truong(?! hop)|nha truong|benh vien|(?:hoc )?vien(?! chuc)|toa an|kho bac"
    r"|vu(?! (?:viec|an|mua|dong|xuan|he|thu|chiem|thang|chay)\b)|tong cuc|khoa(?! hoc)|bo mon"
    r"|thong ke(?= (?:tinh|thanh|co|khu))|tu phap(?= ?[-–])"
    r"|cong chuc(?= (?:dia chinh|van hoa|tu phap|van phong|ke toan|tai chinh))"
)
OF_PARTY_AND_FRONT = (
    r"ubmttq|mttq|mat tran|dang (?:uy|bo)|chi bo|thuong truc|(?:tinh|thanh|huyen) (?:doan|uy)"
    r"|doan (?:thanh nien|tncs|xa|the)|hoi(?! (?:nghi|thao|thi|nhap|vien))|lien doan|lien minh"
    r"|hiep hoi|cong doan|doan (?:truong|phuong)|doan [-–] doi"
)
OF_ORDER = (
    r"cong an|bch|quan su|bo (?:chi huy|doi)|don bien phong|hat kiem lam"
    r"|doi (?:quan ly|canh sat|thue|xung kich|trat tu)"
)
OF_SERVICES = (
    r"(?:tong )?cong ty|tap doan|xi nghiep|hop tac xa|chi nhanh|ngan hang|quy tin dung"
    r"|bao (?:hiem|va)|dai (?:phat|truyen)|buu dien|dien luc"
    r"|viettel|vnpt|mobifone|agribank|vietinbank|bidv"
)
OF_PLACES = (
    r"to (?:cong nghe|giup viec|dan pho|de an|xung kich|cong tac|bao ve an ninh|van phong"
    r"|chuyen mon|hanh chinh|tin hoc|khoa hoc|ngu van|toan)|giao vien(?= (?:chu nhiem|bo mon))"
    r"|(?:thon|ap|khom|khu pho)(?= \w)"
)
MANY = (
    r"cac (?:so|phong|ban|co quan|don vi|nganh|to chuc|doan the|doanh nghiep|truong|nha truong"
    r"|thon|xa|phuong|cap|hoi(?! (?:nghi|thao|thi)\b)|chi bo|bo|dia phuong|tram|to|co so"
    r"|ngan hang|hop tac xa)"
    r"|(?:co quan|don vi|doanh nghiep|to chuc|toan the)(?=,| lien quan| chuyen mon|$| cac)"
)
"""Companies of agencies, which name none."""
HEADS = re.compile(
    rf"(?:{ROLES} )?(?:{OF_GOVERNMENT}|{OF_PARTY_AND_FRONT}|{OF_ORDER}|{OF_SERVICES}|{OF_PLACES}"
    rf"|{MANY})(?=[ ,.;]|$)"
)
"""How the name of an agency, or of a company of agencies, begins; folded. What is left out are the
words of products and tasks that begin alike: "Báo cáo", "Ban hành", "Hội nghị", "Số hóa"."""
