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
FEWEST_WORDS = 2
REST = r"(?-i:(?: [A-ZÀ-Ỹ][a-zà-ỹ]+)*)"


def find_office(number: str | None, head: str, body: str) -> str | None:
    """The office that the head prints in capitals, as the body spells it; None where the number is
    a committee's, or the body does not name it. Of two the lower one, under the one it belongs to.

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
    return last


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
