"""Tasks named by their numbers in an order of the office: "18", "việc 18, 20 và #21". Pure."""

import re

NUMBER = r"(?:(?:cac|nhung|may|viec|nhiem vu|so)\s+)*#?\d{1,5}"
NUMBERS = rf"{NUMBER}(?:(?:[\s,;]|\b(?:va|voi)\b)+{NUMBER})*"
""" Over flattened text."""


BARE = re.compile(
    r"(?<!thang )(?<!quy )(?<!nam )(?<!ngay )(?<!tuan )(?<!thu )(?<!con )(?<!khoang )(?<![\d/.,-])"
    rf"(?P<numbers>{NUMBERS})(?=[ .!]*$)"
)
""" "Đề nghị Công an xã đẩy nhanh 38, 53": numbers that nothing says to be tasks; flattened."""


def read_numbers(words: str) -> list[int]:
    """The numbers in words that `NUMBERS` fits, each once, in their order.

    >>> read_numbers("viec 18, 20 va #18")
    [18, 20]
    """
    return list(dict.fromkeys(int(digits) for digits in re.findall(r"\d+", words)))
