"""Days that name their month in English, as Vietnamese has them: "20 Dec", "January 15, 2026"."""

import re
from collections.abc import Iterator

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?:,? (?P<year>20\d\d))?\b"
DAYS = (
    re.compile(rf"\b{NTH}(?: of)? {MONTH}{YEAR}", re.IGNORECASE),
    re.compile(rf"\b{MONTH} {NTH}\b(?![/%]){YEAR}", re.IGNORECASE),
)


def find_english_days(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each such day stands in an English text, its start and end, and what it is in figures.

    In another text "may" and "sep" are Vietnamese words.

    >>> list(find_english_days("done on 20 Dec"))
    [(8, 14, '20/12')]
    """
    for pattern in DAYS:
        for found in pattern.finditer(text):
            yield found.start(), found.end(), _figures(found)


def with_figures(text: str) -> str:
    """An English text with each such day in figures.

    >>> with_figures("from 20 Dec to January 15th, 2026")
    'from 20/12 to 15/1/2026'
    """
    for pattern in DAYS:
        text = pattern.sub(_figures, text)
    return text


def _figures(found: re.Match[str]) -> str:
    month = MONTHS.index(found["month"][:3].lower()) + 1
    return f"{found['day']}/{month}" + (f"/{found['year']}" if found["year"] else "")
