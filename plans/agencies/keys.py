"""Agencies in the several spellings that plans give them, and the one name each goes by."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from plans.agencies.heads import HEADS, KINDS
from plans.words import DASHES, clean, fold, letters, one_slip

WELL_KNOWN = (
    # Nghị định 150/2025/NĐ-CP: what a commune's People's Committee has
    "van phong hdnd ubnd",
    "phong kinh te",
    "phong kinh te ha tang do thi",
    "phong van hoa xa hoi",
    "trung tam phuc vu hanh chinh cong",
    # and what stands beside it in every commune
    "ubnd",
    "hdnd",
    "cong an",
    "ban chi huy quan su",
    "dang uy",
    "van phong dang uy",
    "ban xay dung dang",
    "uy ban kiem tra dang uy",
    "mat tran to quoc viet nam",
    "uy ban mat tran to quoc viet nam",
)
"""Keys of agencies that are whole names and need no proof that nothing more follows."""


MANY = f"{KINDS}|dong chi"
"""What there are many of: after "các" they name nobody."""
ABBREVIATIONS = (
    (r"VH ?[-–]? ?XH|VHXH", "Văn hóa - Xã hội"),
    (r"KH ?[&-]? ?CN|KHCN", "Khoa học và Công nghệ"),
    (r"BCH ?QS|BCH Quân sự|BCHQS", "Ban Chỉ huy Quân sự"),
    (r"UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
    (r"MTTQ(?=\b)", "Mặt trận Tổ quốc"),
    (r"(?:TT )?PVHCC|TTPVHCC", "Trung tâm Phục vụ hành chính công"),
    (r"VP(?= )", "Văn phòng"),
    (r"TT\.?(?= [A-ZĐ])", "Trung tâm"),
    (r"CNSCĐ", "Công nghệ số cộng đồng"),
)
"""The usual abbreviations and what they open to (labels: "An agency's one name")."""


@lru_cache(maxsize=20_000)
def agency_key(name: str) -> str:
    """What the spellings of one agency share; equal keys mean one agency within one plan.

    >>> agency_key("Phong Vin hoa-Xa hoi") == agency_key("Phòng VHXH")
    True

    A closing "xã", with or without the commune's name, is left out: a commune's plan writes
    both "Văn phòng HĐND&UBND" and "Văn phòng HĐND&UBND xã". "Tỉnh" stays, since the province's
    office is another one. So is "và", which plans print as a dash or a "&" as well. Collective
    names are one whether "các" and "có" are said in them or not:

    >>> agency_key("Cơ quan, đơn vị liên quan") == agency_key("Các cơ quan, đơn vị có liên quan")
    True
    """
    if is_collective(name):
        return _collective_key(name)
    key = letters(open_abbreviations(name))
    key = key.replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd")
    key = re.sub(r" va (?=\w)", " ", key)
    key = re.sub(r"\bvhtttt\b|\bvan hoa tttt\b", "van hoa tttt", key)
    key = re.sub(r" (?:xa|x4?|phuong)(?! hoi)(?: \w+){0,2}$", "", key)
    return key if key in WELL_KNOWN else _mend(key)


def _collective_key(name: str) -> str:
    key = re.sub(r"^(?:(?:toan the|tat ca|nhung|cac) )+", "", letters(name))
    return "cac " + re.sub(r"\bva (?=\w)|\bco (?=lien quan)", "", key)


@lru_cache(maxsize=20_000)
def is_collective(name: str) -> bool:
    """Whether the words mean many agencies and name none (domain: "Collective names").

    >>> is_collective("Các phòng, ban, đơn vị liên quan")
    True
    """
    words = fold(name)
    return bool(
        re.match(rf"(?:cac|nhung|toan the|tat ca) (?:{MANY})\b", words)
        or re.match(r"(?:co quan|don vi|phong|so|ban|bo|nganh|xa|tap doan), (?!chong)", words)
        or re.fullmatch(r"toan (?:truong|xa|phuong|tinh|nganh)", words)
        or re.match(r"(?:co quan|don vi|doanh nghiep|to chuc)(?: chuyen mon)?(?:,|$)", words)
        or (HEADS.match(words) and re.search(rf"lien quan$| cac (?:{MANY})\b", words))
    )


def is_well_known(name: str) -> bool:
    return agency_key(name) in WELL_KNOWN


def open_abbreviations(name: str) -> str:
    """The name with its usual abbreviations written out and its dash spaced.

    >>> open_abbreviations("Phòng VH-XH")
    'Phòng Văn hóa - Xã hội'
    """
    opened = clean(name)
    for short, full in ABBREVIATIONS:
        opened = re.sub(rf"\b(?:{short})(?!\w)", full, opened)
    opened = re.sub(r"^P\. ?(?=[A-ZĐ])", "Phòng ", opened)
    opened = re.sub(r"^UBND\b", "Ủy ban nhân dân", opened)
    return re.sub(rf"(?<=\w) ?[-{DASHES}] ?(?=\w)", " - ", opened)


def choose_names(spellings: Iterable[str]) -> dict[str, str]:
    """The one name of each agency by its key: its commonest spelling, the first of equals.

    Usual abbreviations count as what they open to (labels: "An agency's one name").
    """
    counts: dict[str, Counter[str]] = {}
    for spelling in spellings:
        name = open_abbreviations(spelling)
        counts.setdefault(agency_key(name), Counter())[name] += 1
    return {key: names.most_common(1)[0][0] for key, names in counts.items()}


def _mend(key: str) -> str:
    """A well-known key that this one misreads in a letter of a word or two, else the key itself."""
    words = key.split()
    for known in WELL_KNOWN:
        pairs = list(zip(words, known.split(), strict=False))
        damaged = [pair for pair in pairs if pair[0] != pair[1]]
        whole = len(words) == len(known.split()) and len(damaged) <= len(words) // 2
        if whole and all(one_slip(*pair) for pair in damaged):
            return known
    return key
