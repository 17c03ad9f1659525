"""A cell of agencies parted into its agencies, and what stands beside them."""

import re

from plans.agencies.heads import begins_with_head
from plans.agencies.keys import is_collective, is_well_known
from plans.words import clean, fold, starts_capital

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
    if not begins_with_head(right) or fold(left).endswith(("hdnd", "hoi dong nhan dan")):
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
