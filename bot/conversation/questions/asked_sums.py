"""Whether words ask for the figures of everything, and for nothing that these do not tell; pure."""

import re
from collections.abc import Iterable

from bot.conversation.listening.mentions import flatten

SUMS = re.compile(
    r"\b(?:tong hop|bc|tong quan|toan canh|buc tranh|tinh hinh|bao cao|thong ke|so lieu|tien do|"
    r"tien trinh|ket qua|bieu do|cong viec|summary|overview|figures|progress)\b"
)
BESIDE_SUMS = re.compile(
    r"\b(?:chung|nhanh|chi tiet|cu the|day du|ngan gon|gon|so bo|toan bo|toan xa|tat ca|moi|nhat|"
    r"cho|cua|ve|den|toi|em|minh|anh|chi|dong chi|sep|bot|xin|hay|giup|muon|can|xem|biet|hoi|gui|"
    r"lai|cai|ban|di|oi|co|chu|bac|chau|nhe|a|nao|vay|the|ha|nhi|the nao|ra sao|sao|ta|dau|roi|"
    r"nay|hien|hom|tai|gio|sang|chieu|toi|hop|giao ban|phong|ban|nganh|don vi|thon|"
    r"thoi diem|thuc hien|trien khai|ke hoach|nhiem vu|viec|xa|phuong|uy ban|ban chi dao|co|khong|"
    r"duoc|gi|la|dang|da|nhu|va|mot|cac|nhung|our|the|of|me|please|show|give|send|a|an|all|overall|"
    r"how|is|are|we|doing|so|far|now|today)\b"
)
""" "Cho xem tình hình chung": nothing but the figures of everything is asked for; flattened."""
WHAT_FOR = re.compile(r"\b(?:de(?! nghi| xuat| an)|phuc vu|chuan bi|truoc khi)\b.*")
""" "Báo cáo nhanh để chiều nay họp": what the figures are wanted for, which changes none."""


def asks_for_sums(flat: str, titles: Iterable[str] = ()) -> bool:
    """Whether flattened words ask for all figures, and for nothing that these do not tell.

    What the titles of the plans say is what all figures are of: "tình hình chuyển đổi số".
    """
    bare = WHAT_FOR.sub(" ", flat)
    rest = re.findall(r"[a-z0-9]+", BESIDE_SUMS.sub(" ", SUMS.sub(" ", bare)))
    titled = {word for title in titles for word in re.findall(r"[a-z0-9]+", flatten(title))}
    return titled.issuperset(rest)
