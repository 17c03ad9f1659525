"""The kinds of documents that assign work, by the heading and the number that each carries."""

import re

from plans.words import clean, fold

NAMES = (
    "Kế hoạch",
    "Kế hoạch hành động",
    "Kế hoạch công tác",
    "Chương trình",
    "Chương trình hành động",
    "Chương trình công tác",
    "Quyết định",
    "Thông báo",
    "Thông báo kết luận",
    "Kết luận",
    "Nghị quyết",
    "Chỉ thị",
    "Công điện",
    "Hướng dẫn",
    "Đề án",
    "Phương án",
)
KINDS = {fold(name): name for name in NAMES}
SIGNS = "KH|CTr|CTHĐ|CT|CĐ|QĐ|TB|KL|NQ|HD|ĐA|PA"
"""What stands for the kind in a number: "14/TB-UBND" (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""
ISSUED = "|".join(rf"{name}" for name in sorted(KINDS, key=len, reverse=True))
"""The kinds, folded, for a pattern of what an annex says of the document that it belongs to."""


def kind_of(line: str) -> str | None:
    """The kind that a line names and nothing else; None for every other line.

    >>> kind_of("CHƯƠNG TRÌNH HÀNH ĐỘNG")
    'Chương trình hành động'
    """
    return KINDS.get(re.sub(r"[^a-z]+$", "", fold(line)))


def opening_kind(line: str) -> str | None:
    """The kind in capitals that a line begins with, its title behind it on the same line.

    >>> opening_kind("KẾ HOẠCH NĂM HỌC 2026-2027")
    'Kế hoạch'
    """
    said = (name for name in NAMES if clean(line).startswith(f"{name.upper()} "))
    return max(said, key=len, default=None)
