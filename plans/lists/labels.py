"""The labels that a list puts to its tasks: "- Cơ quan chủ trì: ...", "b) Thời gian: ..."."""

import re

from plans.agencies.heads import begins_agency
from plans.columns import Column
from plans.scanned import says
from plans.words import fold

GROUP = re.compile(r"(?P<number>[IVX1lL]*[IVX][IVX1lL]*|[A-HĐ])[.)] (?P<title>\S.*)")
"""A roman number, whose I may be misread as 1, l or L ("I11. Nhóm nhiệm vụ về tuyên truyền"), or
a capital letter."""
LABEL = re.compile(r"(?P<dash>[-–—+*•] ?|[a-gđ]\) ?)?(?P<name>[^:]{3,40}): ?(?P<value>.*)")
"""A label with the dash or letter that lists it: "- Cơ quan chủ trì: ...", "a) Chủ trì: ..."."""
WORK = re.compile(
    r"(?:cac )?(?:noi dung|nhiem vu|cong viec|hoat dong|bien phap|giai phap)"
    r"(?:(?:,| va) (?:noi dung|nhiem vu|cong viec|hoat dong|bien phap|giai phap))*"
    r"(?: (?:thuc hien|cu the|cong viec|nhiem vu))?"
)
"""A label over the work itself, folded: "Nội dung, biện pháp"."""
WHOLE_LABEL = re.compile(
    r"(?:co quan|don vi|bo phan) \w+(?: \w+){0,3}|th\w{1,3} (?:gian|han)(?: \w+){0,2}"
    r"|ch\w{1,3} tri(?: thuc hien)?|ph\w{1,3} h\w{1,2}p(?: thuc hien)?|tien do(?: \w+ \w+)?"
    r"|san ph\w{1,2}m(?: \w+ \w+)?|(?:han )?hoan thanh|han(?: cuoi| chot)?"
)
"""What a label without its dash must be, folded, to be told from a sentence with a colon."""
NEXT_LABEL = re.compile(
    r"[;.,] (?=(?:(?:Cơ quan|cơ quan|Đơn vị|đơn vị) )?(?:[Cc]hủ trì|[Pp]hối hợp"
    r"|[Tt]hời (?:gian|hạn)|[Ss]ản phẩm|[Tt]iến độ|[Hh]oàn thành|[Hh]ạn)[^:;.]{0,20}:)"
)
"""Where a second label begins on a line: "Chủ trì: Công an xã; Thời gian: tháng 9/2025"."""
LABELS = (
    (Column.LEAD, ("chu tri", "trach nhiem", "quan thuc hien", "vi thuc hien")),
    (Column.COORDINATING, ("phoi hop",)),
    (Column.PRODUCT, ("san pham", "ket qua")),
    (Column.DEADLINE, ("thoi gian", "thoi han", "tien do")),
    (Column.NOTE, ("kinh phi", "dia diem", "ghi chu", "nguon luc", "phu trach")),
)
"""What the labels of a task say, scanning or not."""
UNTIL = re.compile(r"(?:phai |can )?hoan thanh(?: truoc| trong)?|han\b.*|xong truoc")
"""A label of the deadline that says no "thời", folded: "Hạn", "Hoàn thành"."""
FEW_WORDS = 5
"""In words: a longer beginning before a colon is a sentence."""


def label_of(text: str, *, inside: bool = False) -> tuple[Column, str] | None:
    """What a labelled line, or a label `inside` of one, speaks of, and what it says of it; a line
    that begins with a bare "hoàn thành:" goes on with the one before."""
    found = LABEL.fullmatch(text.lstrip("‘'`\"~. "))
    if found is None:
        return None
    name = fold(found["name"]).replace("/", " ")
    if found["dash"] is not None and WORK.fullmatch(name):
        return Column.CONTENT, found["value"]
    if found["dash"] is None and WHOLE_LABEL.fullmatch(name) is None:
        return None
    column = next(
        (column for column, words in LABELS if any(says(name, one) for one in words)), None
    )
    begins = inside or found["dash"] is not None or found["name"][:1].isupper()
    if column is None and begins and UNTIL.fullmatch(name):
        column = Column.DEADLINE
    return (column, found["value"]) if column else None


def is_other_label(text: str) -> bool:
    """Whether a dashed line has a label of something else: "- Hình thức: trực tuyến"; an agency
    before a colon is none.

    >>> is_other_label("- Hình thức: trực tuyến"), is_other_label("- Công an xã: bảo vệ")
    (True, False)
    """
    found = LABEL.fullmatch(text)
    if found is None or not found["dash"] or not found["value"]:
        return False
    name = str(found["name"])
    return len(name.split()) <= FEW_WORDS and not begins_agency(name)
