"""What the words of a period leave unsaid, said: "tháng 10, 11", "đầu tháng", "25-27/12". Pure."""

import re
from datetime import date

from plans.deadlines.recurrence import last_of_month

DASH = re.compile(r"(\d/\d{1,2}(?:/\d{4})?|\b\d{1,2}) ?[-–] ?(?=\d{1,2}/\d)")
"""What parts two days: "20/12-27/12", "25-27/12"."""
THIRD = re.compile(
    r"\b(?P<part>đầu|dau|giữa|giua|cuối|cuoi) (?=th[áa]ng\b)"
    r"(?P<bare>th[áa]ng(?! (?:\d|n[àa]y|nay|sau|t[ớo]i|tr[ưu][ớo]c)))?",
    re.IGNORECASE,
)
THIRDS = {"d": "thượng", "g": "trung", "c": "hạ"}
""" "Đầu tháng" is its first ten days, "giữa" the second, "cuối" the rest."""
HALF_MONTH = re.compile(
    r"\bn[ửu]a (?P<part>đ[ầa]u|dau|cu[ốo]i) th[áa]ng(?: (?P<month>1[0-2]|[1-9])\b(?!/))?",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"\b(th[áa]ng|qu[ýy]|n[ăa]m) "
    r"((?:\d{1,2}|20\d\d|iv|i{1,3})\b(?:(?:, ?| v[àa] )(?:\d{1,2}|20\d\d|iv|i{1,3})\b)+)"
    r"(?!/\d\b)",
    re.IGNORECASE,
)
""" "Tháng 10, 11": each is a month."""
BEGINNING = re.compile(r"(?<=\bt[ừu] )(?:đầu|dau) (?=n[ăa]m 20\d\d|qu[ýy] (?:\d|i))", re.I)
""" "Từ đầu năm 2025" begins where the year does."""
SINCE = re.compile(
    r"\bsince (?:the )?((?:begin\w+ of )?\w+(?: 20\d\d)?)\b(?! 20\d\d)", re.IGNORECASE
)
""" "Since January" ends today."""
NUMERAL = re.compile(r"\b(?:\d{1,2}|20\d\d|iv|i{1,3})\b", re.IGNORECASE)
TO_NOW = re.compile(r"\bt[ớo]i(?= (?:nay|gi[ờo]|b[âa]y gi[ờo]|h[ôo]m nay)\b)", re.IGNORECASE)
""" "Từ tháng 6 tới nay" names no "tháng 6 tới"."""
YEARS = re.compile(
    r"(?:\bgiai đo[ạa]n |\bgiai doan |\bn[ăa]m |(?<![\d/]))\b(20\d\d) ?[-–] ?(20\d\d)\b", re.I
)
WITHIN = re.compile(
    r"\b(trong (?:th[áa]ng|tu[ầa]n|qu[ýy]|n[ăa]m))"
    r"(?=\s*(?:$|[?.!,]|(?:c[óo]|l[àa]|th[ìi]|b[ịi])\b))",
    re.IGNORECASE,
)
""" "Việc đến hạn trong tháng" means this one."""


def spell_out(text: str, today: date) -> str:
    """The text with what its periods leave unsaid: "trong tháng" is "trong tháng này".

    >>> spell_out("từ 25-27/12", date(2025, 12, 17))
    'từ 25 đến 27/12'
    """
    text = SINCE.sub(r"từ \1 đến nay", text)
    text = YEARS.sub(r"từ năm \1 đến năm \2", TO_NOW.sub("đến", text))
    text = DASH.sub(r"\1 đến ", WITHIN.sub(r"\1 này", text))
    text = LISTED.sub(lambda found: NUMERAL.sub(rf"{found[1]} \g<0>", found[2]), text)
    text = BEGINNING.sub("", text)
    text = HALF_MONTH.sub(lambda found: _half_of(found, today), text)
    return THIRD.sub(_third_of, text)


def _half_of(found: re.Match[str], today: date) -> str:
    month = int(found["month"] or today.month)
    days = (16, last_of_month(today.year, month).day) if found["part"][0] in "cC" else (1, 15)
    return f"từ {days[0]} đến {days[1]}/{month}"


def _third_of(found: re.Match[str]) -> str:
    part = THIRDS["d" if found["part"][0] in "đĐdD" else found["part"][0].lower()]
    return f"{part} tuần tháng này" if found["bare"] else f"{part} tuần "
