"""The office under a People's Committee or a ministry that a letterhead names as the issuer."""

import re
from itertools import takewhile

from plans.words import DASHES

OF_COMMITTEES = re.compile(r"(?:UBND|HĐND|ĐU|TU|TW|BCĐ\S*|BTV)$")
"""How the number of a committee's paper ends; every other is an office's own."""
OFFICE = re.compile(
    r"\b(?:SỞ|PHÒNG|TRƯỜNG|BỆNH VIỆN|TRUNG TÂM|TỔNG CỤC|CHI CỤC|CỤC|VIỆN|HỌC VIỆN|TRẠM|(?<!XÃ )HỘI"
    r"|LIÊN ĐOÀN|TỈNH ĐOÀN|BAN QUẢN LÝ|BỘ|CÔNG AN|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN|NGÂN HÀNG|CHI BỘ"
    r"|BẢO HIỂM|KHO BẠC|CÔNG ĐOÀN|ĐẢNG ĐOÀN) "
)
OWN = re.compile(r"\b(?:TRƯỜNG|BỆNH VIỆN|TRUNG TÂM Y TẾ|TRẠM Y TẾ|HỌC VIỆN|CÔNG TY) ")
"""What bears a name of its own, which a body that says "nhà trường" need not repeat."""
BESIDE = re.compile(r"\b(?:CỘNG (?:HÒA|HOÀ)|ĐỘC LẬP|ĐẢNG CỘNG SẢN|SỐ\b)")
"""What is printed beside the issuer, or under it."""
INITIALS = re.compile(r"[^AEIOUYÀ-Ỹ]{2,}|GD&ĐT")
FEWEST_WORDS = 2
REST = r"(?-i:(?: [A-ZÀ-Ỹ][a-zà-ỹ]+)*)"


def find_office(number: str | None, head: str, body: str) -> str | None:
    """The office that the head prints in capitals, as the body spells it; None where the number is
    a committee's, or the body does not name it, unless it bears a name of its own. Of two the
    lower one, under the one it belongs to.

    >>> find_office("7/KH-SNV", "UBND TỈNH AN SỞ NỘI VỤ Số: 7", "Sở Nội vụ ban hành Kế hoạch")
    'Sở Nội vụ'
    """
    if number is None or OF_COMMITTEES.search(number):
        return None
    last, end = None, 0
    for found in OFFICE.finditer(head):
        words = list(takewhile(_is_of_name, head[found.start() :].split()))
        name = _as_spelt(words, body) if found.start() >= end else None
        if name is not None:
            last, end = name, found.start() + len(name)
    return last or _as_printed(head)


def _as_printed(head: str) -> str | None:
    """A school or the like by its name in capitals, as names are written; None for other offices.

    >>> _as_printed("PHÒNG GDĐT TRƯỜNG THCS LÊ LỢI CỘNG HÒA XÃ HỘI")
    'Trường THCS Lê Lợi'
    """
    found = OWN.search(head)
    if found is None:
        return None
    words = list(takewhile(_is_of_name, BESIDE.split(head[found.start() :])[0].split()))
    kind = found[0].split()
    own = (word if INITIALS.fullmatch(word) else word.capitalize() for word in words[len(kind) :])
    return " ".join([found[0].strip().capitalize(), *own]) if len(words) > len(kind) else None


def _is_of_name(word: str) -> bool:
    return word.isupper() or word in f"-&{DASHES}"


def _as_spelt(words: list[str], body: str) -> str | None:
    """The most of these words that the body says together, with the rest of a name that the motto
    beside it cuts."""
    for end in range(len(words), FEWEST_WORDS - 1, -1):
        name = " ".join(words[:end]).strip(",;-")
        for said in re.finditer(rf"{re.escape(name)}\b{REST}", body, re.IGNORECASE):
            if not said[0].isupper() and said[0][0].isupper():
                return said[0]
    return None
