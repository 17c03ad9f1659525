"""How an order is worded officially: abbreviations written out, marks put back. Pure."""

import re

from plans.restore import restore_text

ABBREVIATIONS = {
    "CSDL": "cơ sở dữ liệu",
    "CĐS": "chuyển đổi số",
    "CDS": "chuyển đổi số",
    "CNTT": "công nghệ thông tin",
    "TTHC": "thủ tục hành chính",
    "DVC": "dịch vụ công",
    "DVCTT": "dịch vụ công trực tuyến",
    "ATTT": "an toàn thông tin",
    "BC": "báo cáo",
    "XD": "xây dựng",
    "VB": "văn bản",
    "DN": "doanh nghiệp",
    "HKD": "hộ kinh doanh",
    "TL": "tài liệu",
}
"""What is typed for short in a task, and how an official text writes it."""
UNMISTAKABLE = 4
"""Letters from which on an abbreviation is known in lower case too."""
EDGES = " \t\n,;:.-–"


def official(text: str, *, marked: bool) -> str:
    """Abbreviations written out, marks put back where none were typed, a capital in front."""
    text = re.sub(r"\w+", _spell_out, text)
    return _capital(text if marked else restore_text(text, damaged=True).text)


def _spell_out(word: re.Match[str]) -> str:
    known = word[0].upper() if len(word[0]) >= UNMISTAKABLE else word[0]
    return ABBREVIATIONS.get(known, word[0])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
