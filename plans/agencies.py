"""Agencies in the several spellings that plans give them, and the one name each goes by."""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from plans.agency_heads import HEADS, KINDS
from plans.words import DASHES, clean, fold, letters, one_slip, starts_capital

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


PLACES = ("tinh", "huyen", "thanh pho", "trung uong", "xa", "phuong", "khu vuc")
"""What only says of which level an office is."""

LIKE, LIKE_WORD = 0.85, 0.5
"""The least share of letters that two damaged spellings of one name, and of one word, have alike:
"phongvanhoaxahoi" and "phongvinhoaxahoi" 0.94, "phongtaichinh" and "phonghanhchinh" 0.81."""

INITIALS, GOES_ON = 0.95, 0.85
"""The likeness of a name and its initials, and of a name and one that goes on."""

FEWEST = 3
"""Words of a name that another may go on from: "Văn phòng" alone is no agency's name."""
KIND = r"(?:so|ban|nganh|phong|vu|cuc|khoa|vien|truong|hoi|doan the|don vi|co quan|bo|to)"
KINDS_SAID = re.compile(rf"(?:cac )?{KIND}(?:, {KIND})*")
KIND_NEXT = re.compile(rf"{KIND}(?:,| va {KIND}\b| nganh\b| thuoc\b| don vi\b|$)")
"""Kinds of agencies said one after another: "Các Sở, Ban, ngành", "Các Cục, Vụ thuộc Bộ"."""
PLACES_LISTED = re.compile(r"\b(?:cac|\d+) (?:xa|phuong|thon|ban|truong|so)\b[^:;]{0,20}:")
"""Behind which places or schools stand by their names alone: "UBND các xã: Tả Phìn, Bản Hồ"."""
LEVEL_SAID = re.compile(r"\b(?:xa|phuong|dac khu|tinh|thanh pho|huyen)$")
PLACE = re.compile(r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]*(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]*){0,3}(?= ?[,;.()]|$| và )")
"""A place by its name, in which every word begins with a capital, up to the next agency."""
NAME = re.compile(r"\w{2}")
"""What has no two letters together is a stain of a scan."""


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
        or re.match(r"(?:co quan|don vi|phong|so|ban|bo|nganh|xa|tap doan), ", words)
        or re.fullmatch(r"toan (?:truong|xa|phuong|tinh|nganh)", words)
        or re.match(r"(?:co quan|don vi|doanh nghiep|to chuc)(?: chuyen mon)?(?:,|$)", words)
        or (HEADS.match(words) and re.search(rf"lien quan$| cac (?:{MANY})\b", words))
    )


@lru_cache(maxsize=20_000)
def begins_agency(text: str) -> bool:
    """Whether the text begins as the name of an agency does, with a capital."""
    return starts_capital(text) and _begins_with_head(text)


def is_well_known(name: str) -> bool:
    return agency_key(name) in WELL_KNOWN


NOTE = re.compile(r" ?\((?P<said>(?!đ/c|đồng chí)[a-zà-ỹđ][^()]*)\)")
"""What a cell says in brackets of an agency's part in the work, which is not of its name: "Sở Nội
vụ (thẩm định); Sở Tài chính (kinh phí)"."""
CUT_SHORT_FORM = re.compile(r"\b(UB|HĐ)\s+ND\b")
""" "HĐND&UB / ND", in a column too narrow for it."""


def split_agencies(cell: str) -> list[str]:
    """The agencies of one cell, as they are spelt there; a collective name stays whole.

    >>> split_agencies("Phòng Kinh tế, các cơ quan, đơn vị liên quan")
    ['Phòng Kinh tế', 'các cơ quan, đơn vị liên quan']
    """
    names: list[str] = []
    cell = NOTE.sub("", CUT_SHORT_FORM.sub(r"\1ND", cell))
    for part in re.split(r"[;\n]", cell):
        names += _split_part(clean(part).strip(" .,;-+•"))
    return [name for name in names if NAME.search(name)]


def notes_beside(cell: str | None) -> list[str]:
    """What the cell says in brackets beside its agencies.

    >>> notes_beside("Sở Nội vụ (thẩm định); Sở Tài chính")
    ['Sở Nội vụ (thẩm định)']
    """
    parts = re.split(r"[;\n]", cell or "")
    return [clean(part).strip(" .,-") for part in parts if NOTE.search(part)]


def lists_places(text: str) -> bool:
    """Whether places follow behind "các xã:" by their names alone, as part of whose they are."""
    head, _, rest = text.partition(": ")
    return bool(PLACES_LISTED.search(f"{fold(head)}:") and PLACE.match(rest))


def _split_part(part: str) -> list[str]:
    for middle in re.finditer(r" ?, ?| và | & |/ ?| [-+•] | (?=[A-ZĐ])", part):
        left, right = part[: middle.start()], part[middle.end() :]
        if _parts_here(left, middle.group(), right):
            return [left, *_split_part(right)]
    return [part]


def _parts_here(left: str, mark: str, right: str) -> bool:
    """Whether the mark stands between two agencies and not inside the name of one."""
    if not _begins_with_head(right) or fold(left).endswith(("hdnd", "hoi dong nhan dan")):
        return False
    if fold(left) == "dang uy" and re.match(
        r"(?:ubnd|uy ban nhan|hdnd|cong an|quan su|bo|so)\b", fold(right)
    ):
        return False  # "Đảng ủy UBND tỉnh" is one
    if KINDS_SAID.fullmatch(fold(left)) and KIND_NEXT.match(fold(right)):
        return False
    if PLACES_LISTED.search(fold(left)) and PLACE.match(right):
        return False
    if not mark.strip():
        if LEVEL_SAID.search(fold(left)) and PLACE.match(right):
            return False  # "UBND xã Bản Liền", "Công an phường Hội An" are one
        return is_well_known(left) or fold(left).endswith("lien quan")
    if is_collective(left):
        return starts_capital(right)
    return starts_capital(right) or fold(right).startswith("cac ")


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


def similar_names(one: str, other: str) -> float:
    """How likely two names are one agency's, from `LIKE` to 1; 0 where they are not alike.

    Alike are damaged spellings ("Phong Vinhoa - Xahoi"), initials ("Sở GD&ĐT") and names of which
    one goes on ("Văn phòng HĐND", "Văn phòng HĐND&UBND"); an office of another level is not.

    >>> similar_names("Sở GD&ĐT", "Sở Giáo dục và Đào tạo")
    0.95
    >>> similar_names("Công an", "Công an tỉnh")
    0.0
    """
    short, long = sorted((_words_of_key(one), _words_of_key(other)), key=len)
    if not short or short == long:
        return float(bool(short))
    if long[: len(short)] == short:
        goes_on = len(short) >= FEWEST and " ".join(long[len(short) :]) not in PLACES
        return GOES_ON if goes_on else 0.0
    initials = "".join(word[0] for word in long[1:])
    if short[0] == long[0] and len(initials) > 1 and "".join(short[1:]) == initials:
        return INITIALS
    if len(short) == len(long) and any(
        _ratio(a, b) < LIKE_WORD for a, b in zip(short, long, strict=True)
    ):
        return 0.0
    likeness = _ratio("".join(short), "".join(long))
    return round(likeness, 2) if likeness >= LIKE else 0.0


@lru_cache(maxsize=1_000)
def _words_of_key(name: str) -> list[str]:
    return agency_key(name).split()


def _ratio(one: str, other: str) -> float:
    found = SequenceMatcher(None, one, other, autojunk=False)
    return found.ratio() if found.quick_ratio() >= LIKE_WORD else 0.0


def _begins_with_head(text: str) -> bool:
    return HEADS.match(fold(text)) is not None


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
