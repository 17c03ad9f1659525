"""Whether words ask for the figures of everything, and for nothing that these do not tell; pure."""

import re

SUMS = re.compile(
    r"\b(?:tong hop|tong quan|toan canh|buc tranh|tinh hinh|bao cao|thong ke|so lieu|tien do|"
    r"tien trinh|ket qua|bieu do|cong viec|summary|overview|figures|progress)\b"
)
BESIDE_SUMS = re.compile(
    r"\b(?:chung|nhanh|chi tiet|cu the|day du|ngan gon|gon|so bo|toan bo|toan xa|tat ca|moi|nhat|"
    r"cho|cua|ve|den|toi|em|minh|anh|chi|dong chi|sep|bot|xin|hay|giup|muon|can|xem|biet|hoi|gui|"
    r"lai|cai|ban|di|nhe|a|nao|vay|the|ha|nhi|the nao|ra sao|sao|ta|dau|roi|nay|hien|hom|tai|gio|"
    r"thoi diem|thuc hien|trien khai|ke hoach|nhiem vu|viec|xa|phuong|uy ban|ban chi dao|co|khong|"
    r"duoc|gi|la|dang|da|nhu|va|mot|cac|nhung|our|the|of|me|please|show|give|send|a|an|all|overall|"
    r"how|is|are|we|doing|so|far|now|today)\b"
)
""" "Cho xem tình hình chung": nothing but the figures of everything is asked for; flattened."""


def asks_for_sums(flat: str) -> bool:
    """Whether flattened words ask for all figures, and for nothing that these do not tell."""
    rest = BESIDE_SUMS.sub(" ", SUMS.sub(" ", flat))
    return not re.search(r"[a-z0-9]", rest)
