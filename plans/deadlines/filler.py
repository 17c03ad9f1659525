"""The words before a time that say nothing more of it: "hoàn thành", "phấn đấu", "vào"."""

import re
from functools import lru_cache

WEEKDAY = r"(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)"
HOUR = r"\d\d?[ ]?(?:gio|h|g|:)(?:[ ]?\d\d)?(?:[ ]phut)?(?:[ ](?:sang|trua|chieu|toi))?,?"
""" "17 giờ 00 phút,"."""
TIME_OF_DAYS = r"\d+[ ](?:ngay|thang|tuan)\b(?![ ](?:dau|cuoi))"
"""A length of time ("10 ngày"), which keeps its "trong", unlike "6 tháng đầu năm"."""

ASKED_FOR = r"""
    (?:xay[ ]dung|ban[ ]hanh|trien[ ]khai)(?:[ ]ke[ ]hoach)?
    | (?:gui|nop|bao[ ]cao|trinh|hoan[ ]thanh|xay[ ]dung|ban[ ]hanh|trien[ ]khai|tham[ ]muu
        |to[ ]chuc|phe[ ]duyet|ky|lap|cong[ ]bo|phat[ ]dong|thanh[ ]lap|ra[ ]soat|cap[ ]nhat)
        (?:[ ](?!(?:hang|moi|tung|dinh|quy|thang|nam|tuan|sau|khi|theo|ngay|tu|ke[ ]tu|den|it|khong
            |truoc|cham|trong|vao|ngoai|lien|thuong[ ]xuyen)\b)[a-z-]+){1,14}
        (?:[ ]nam[ ]\d{4}(?=[ ](?:truoc|cham[ ]nhat)[ ]))?
    | (?:bao[ ]cao|ke[ ]hoach|tong[ ]ket)[ ]nam[ ]\d{4}(?=[ ](?:truoc|cham[ ]nhat)[ ])
"""
""" "Báo cáo UBND tỉnh trước ...", "hoàn thành xây dựng Đề án trong ...": what is to be done by
then; of words that name no time themselves."""
KEPT_UP = "(?:kien[ ]toan|ra[ ]soat|cap[ ]nhat|bo[ ]sung|sua[ ]doi|dieu[ ]chinh)"
""" "Rà soát, bổ sung hằng năm": what is done again to keep a thing as it should be."""
WEEK_DAY = WEEKDAY.replace(" ", "[ ]")
FILLER = re.compile(
    rf"""^(?:
        (?:{ASKED_FOR})(?=[ ](?:truoc|cham[ ]nhat|trong|vao)[ ])
        | trinh(?:[ ](?!(?:bao|ke|so|danh|tong|chuong|truoc|trong|sau|khi|den|tu|va|thang|quy|nam
            |tuan)\b)[a-z]+){{1,6}}(?=[ ](?:thang|quy)[ ]\S+\d{{4}}$)
        | (?:tai[ ])?ky[ ]hop(?:[ ](?!(?:thang|truoc|sau|dau|giua|cuoi)\b)[a-z]+){{0,5}}
            (?=[ ]thang[ ]\S+(?:[ ]nam[ ])?\d{{4}}$)
        | (?:thoi[ ](?:gian|han|diem)|han(?:[ ](?:cuoi|chot))?)
            (?:[ ](?:thuc[ ]hien|hoan[ ]thanh))?[ ]?:?
        | (?:phan[ ]dau[ ]|du[ ]kien[ ])?(?:hoan[ ]thanh|hoan[ ]tat|ket[ ]thuc|xong|thuc[ ]hien
            |trien[ ]khai|to[ ]chuc|ban[ ]hanh|bao[ ]cao|trinh|phe[ ]duyet|tham[ ]muu|cap[ ]nhat
            |van[ ]hanh|ap[ ]dung):?
        | {KEPT_UP}(?:(?:,|[ ]va)?[ ]{KEPT_UP}){{0,3}}(?=[ ](?:thuong[ ]xuyen|hang|nam[ ]\d{{4}}))
        | dut[ ]diem(?=[ ](?:truoc|trong)[ ]) | suot(?=[ ])
        | phan[ ]dau | du[ ]kien | tiep[ ]tuc | duy[ ]tri
        | bat[ ]dau(?:[ ](?:thuc[ ]hien|trien[ ]khai))?(?=[ ]tu[ ])
        | (?:nhiem[ ]vu|cong[ ]viec|viec)(?=[ ]thuong[ ]xuyen)
        | (?:quyet[ ]tam|co[ ]ban)(?=[ ]hoan[ ]thanh) | 100[ ]?%(?=[ ](?:trong|truoc|vao|den)[ ])
        | (?:cham|muon|tre)[ ]nhat(?:[ ]la)?
        | khong[ ](?:qua|(?:cham|muon|tre)[ ]qua|muon[ ]hon|cham[ ]hon|tre[ ]hon)
        | ngay(?=[ ](?:trong|hoan[ ]thanh)[ ]) | trong(?:[ ]vong)?(?=[ ](?!{TIME_OF_DAYS}))
        | {HOUR}(?=[ ](?:ngay[ ]\d|\d\d?/\d))
        | (?:(?:buoi[ ])?(?:sang|chieu|toi)|dung)(?=[ ](?:(?:ngay[ ])?\d\d?/\d|{WEEK_DAY}))
        | (?:can|phai|yeu[ ]cau)(?=[ ](?:hoan|xong|thuc|bao|trinh)[ ])
        | vao(?:[ ](?:thoi[ ]gian|dip))? | xong(?=[ ]) | va(?=[ ])
        | {WEEK_DAY},?(?=[ ]\(?(?:ngay[ ])?\d\d?(?:/|[ ]thang[ ]))
        | (?:it[ ]nhat|toi[ ]thieu)(?=[ ](?:\d|moi|hang)) | dip(?=[ ]\d)
        | dinh[ ]ky(?=[ ](?:truoc|vao|ngay|cham|trong|{WEEK_DAY})\b)
        | (?:so[ ]ket|tong[ ]ket|danh[ ]gia)(?:,|[ ]va)?
          (?=[ ](?:so|tong|danh|hang|dinh|vao|trong|truoc|cham)\b)
    )(?![a-z])[ ]?""",
    re.VERBOSE,
)


@lru_cache(maxsize=20_000)
def strip_filler(words: str) -> str:
    """The words without the verbs and prepositions before a time that say nothing more of it.

    >>> strip_filler("hoan thanh trong thang 7 nam 2025")
    'thang 7 nam 2025'
    """
    while True:
        shorter = FILLER.sub("", words).strip(" .,;:")
        if shorter == words or not shorter:
            return shorter
        words = shorter
