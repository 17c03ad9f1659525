"""The words that accept a completion or return it, by the tasks' numbers. Pure.

All patterns are matched whole, over flattened text.
"""

import re
from typing import NamedTuple

from bot.conversation.listening.mentions import flatten
from bot.conversation.office.numbers import NUMBERS

ACCEPTING = r"(?:xac nhan|phe duyet|duyet|nghiem thu|cong nhan)"
AGREEING = r"(?:dong y|nhat tri)"
""" "Đồng ý 18" accepts a completion that waits; else it may be about more time, or an answer."""
POLITE = r"(?:(?:da|ok|toi|em|cho|dong y|nhat tri)[\s,]+)*"
ACCEPTED = re.compile(
    rf"{POLITE}(?P<verb>{ACCEPTING}|{AGREEING})(?: (?:hoan thanh|ket qua|cho|cac))*"
    rf" (?P<numbers>{NUMBERS})"
    r"(?: (?:hoan thanh|xong|da xong|di|nhe|luon|a))*[\s.!]*"
)
""" "Xác nhận 18", "duyệt 18, 20 và 21"."""
LET_PASS = re.compile(
    rf"(?:(?:duoc|roi|thoi|vay|the|thi|da|ok|toi|em)[\s,]+)*cho (?P<numbers>{NUMBERS})"
    r"(?: (?:la|da|duoc|deu))* (?:hoan thanh|xong|dat|qua)(?: (?:di|nhe|luon|a|roi))*[\s.!]*"
)
""" "Được rồi, cho 18 hoàn thành"."""
WELL = re.compile(
    rf"(?P<numbers>{NUMBERS})[,:]? (?:(?:thi|ok|dat|yeu cau|tot|on|duoc|roi|da|cho|toi)[ ,]+)*"
    rf"(?:{ACCEPTING}|{AGREEING}|chap nhan|thong qua|nhan|dat yeu cau)"
    r"(?: (?:hoan thanh|xong|di|nhe|luon|a))*[\s.!]*"
)
""" "Việc 20 đạt, nhận": of a completion that waits."""
FINE = r"(?:ok|oke|okie|okay|duoc|dat|tot|on)"
SATISFIED = re.compile(
    rf"(?=.*\b{FINE}\b)(?:(?:{FINE}|da|vang|toi thay|thay)[ ,]+)*(?:voi )?(?P<numbers>{NUMBERS})"
    rf"(?:[ ,]+(?:thi|deu|cung|ca|la|roi|day|do|a|nhe|nha|luon|het|yeu cau|{FINE}))*[\s.!]*"
)
""" "Ok việc 18 và 20 được": of completions that wait, with no word that decides."""
YES_ALONE = re.compile(
    rf"{POLITE}(?:{ACCEPTING}|{AGREEING}|chap thuan|thong qua)"
    rf"(?: (?:nhe|nha|luon|di|a|het|roi))*[\s.!]*|{FINE} (?:ca|het|tat ca)(?: (?:hai|ba|\d+))?"
)
""" "Nhất trí", "duyệt nhé", "ok cả 2": of whatever waits."""
EVERYTHING = re.compile(
    rf"{POLITE}(?:{ACCEPTING}|chap nhan|thong qua|cho qua)"
    r"(?: (?:hoan thanh|ket qua|cho|cac|viec|nhiem vu))*"
    r" (?:tat ca|het|toan bo|ca)"
    r"(?: (?:\d+|cac|nhung|viec|nhiem vu|bao cao|hoan thanh|da|dang|con lai|xong|nay|do|tren|giup"
    r"|cho|toi|em|luon|di|nhe|a))*"
    r"[\s.!]*"
)
""" "Duyệt hết", "xác nhận tất cả các việc"."""

TASK = r"(?:(?:viec|nhiem vu|so) )*#?"
WHY = r"[\s:,.\-]*(?:(?:vi|ly do|do)\b[\s:]*)?(?P<reason>.*)"
RETURN = r"(?:tra lai|tra ve|mo lai)"
FAULT = (
    r"(?:chua|khong|con|van|thieu|bao cao|ket qua|ho so|san pham)\b"
    r"(?! (?:[a-z]+ ){0,2}(?:tra|mo|lam) (?:lai|ve)) [a-z][^#\d]{0,100}?"
)
""" "Việc 18 chưa đạt, trả lại": what is wrong, said first; "chưa cần trả lại" says nothing such."""
REDONE = r"(?:phai )?lam lai(?: (?:di|nhe|a|em|giup))*(?=[ ]*(?:$|[,;:.]| vi\b| do\b))"
RETURNED = re.compile(
    rf"(?:{RETURN}|(?:huy|rut|bo) xac nhan)(?: (?:hoan thanh|viec|nhiem vu|so))* ?"
    rf"#?(?P<number>\d{{1,5}})\b(?: hoan thanh)?{WHY}",
    re.DOTALL,
)
""" "Trả lại 18: thiếu văn bản"."""
NUMBER_FIRST = re.compile(
    rf"{TASK}(?P<number>\d{{1,5}})[,:]? (?:thi )?"
    rf"(?:(?:lam |moi )?(?P<fault>{FAULT})[\s:,;.]+(?:(?:(?:de nghi|yeu cau) )+"
    rf"(?:lam lai|bo sung)\b|(?:(?:de nghi|yeu cau|thi|nen) )*{RETURN}\b)|{RETURN}|{REDONE}){WHY}",
    re.DOTALL,
)
""" "Việc 18 chưa đạt, trả lại", "việc 18 làm lại đi, số liệu sai"."""
NUMBER_BETWEEN = re.compile(
    rf"tra (?:(?=.*\d lai\b)|lai cho [a-z ]{{1,40}}? ){TASK}(?P<number>\d{{1,5}})(?: lai)?\b{WHY}",
    re.DOTALL,
)
""" "Trả việc 18 lại, thiếu biên bản", "trả lại cho Công an xã việc 18"."""
HELD = re.compile(
    rf"(?:thoi )?(?:chua|khong)(?: the)? (?P<verb>{ACCEPTING}|nhan)"
    r"(?: (?:duoc|cho|hoan thanh|ket qua|viec|nhiem vu|so))* "
    rf"#?(?P<number>\d{{1,5}})\b(?: (?:duoc|dau|nhe|vi|do))*{WHY}",
    re.DOTALL,
)
""" "Chưa duyệt 18, còn thiếu biên bản"; of who asks for more time it refuses that."""
OF_WISHES_TOO = ("duyet", "phe duyet", "nhan")
"""What is not done to a wish for more time either; "không xác nhận 18" is of its completion."""
NOT_MET = re.compile(
    rf"{TASK}(?P<number>\d{{1,5}})[,:]? (?:(?:e|la|thi|van|con|moi|nhu vay|co ve|toi thay)[ ,]+)*"
    r"(?P<fault>(?:chua|khong) (?:dat|duoc|on|dung|du|tot|hop le|phu hop|dap ung|bao dam|dam bao)"
    r"(?: yeu cau)?|(?:bi )?(?:sai|thieu)(?: [a-z]+){0,4})(?: (?:dau|roi|a|nhe))*"
    r"(?=[ ]*(?:$|[,;:.]| vi\b| do\b))"
    rf"{WHY}",
    re.DOTALL,
)
""" "Việc 18 chưa đạt, thiếu biên bản": of a completion that waits."""
RETURNS = (RETURNED, NUMBER_FIRST, NUMBER_BETWEEN, HELD, NOT_MET)


class Return(NamedTuple):
    """A completion that is returned with a reason ("" for none), or `held` back."""

    number: int
    reason: str
    held: bool


def read_return(text: str) -> Return | None:
    """Which task's completion is returned, and why.

    >>> read_return("việc 18 chưa đạt, trả lại vì thiếu văn bản")
    Return(number=18, reason='chưa đạt, thiếu văn bản', held=False)
    """
    flat = flatten(text)
    found = next((m for form in RETURNS if (m := form.fullmatch(flat))), None)
    if found is None:
        return None
    parts = [part for part in ("fault", "reason") if found.groupdict().get(part)]
    said = [text[slice(*found.span(part))].strip() for part in parts]
    held = found.re is NOT_MET or (found.re is HELD and found["verb"] in OF_WISHES_TOO)
    return Return(int(found["number"]), ", ".join(filter(None, said)), held)
