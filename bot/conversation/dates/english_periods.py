"""The days that a question in English spans, put in Vietnamese: "by the end of the year". Pure.

For questions alone: in a report "in" and "by" stand beside other words, and mean other things.
"""

import re

from bot.conversation.listening.english_days import MONTH, MONTHS, with_figures

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
UNITS = {"year": "năm", "quarter": "quý", "month": "tháng", "week": "tuần"}
WHICH = {"": "này", "the": "này", "this": "này", "the current": "này", "next": "sau"}
OF_YEAR = r"(?:,? (?:of )?(?P<year>20\d\d))?\b"
QUARTER = re.compile(
    rf"\b(?:(?:in|during|for) )?(?:q ?(?P<number>[1-4])"
    rf"|(?:the )?(?P<nth>{'|'.join(ORDINALS)}) quarter){OF_YEAR}",
    re.IGNORECASE,
)
IN_MONTH = re.compile(rf"\b(?:in|during|for) {MONTH}{OF_YEAR}(?! \d)", re.IGNORECASE)
IN_YEAR = re.compile(r"\b(?:in|during|for) (?P<year>20\d\d)\b", re.IGNORECASE)
BY_END = re.compile(
    r"\b(?:by|before|until|till|up to) (?:the )?"
    r"(?:end of (?P<which>the current|the|this|next|) ?(?P<unit>year|quarter|month|week)"
    r"|(?P<of>year|quarter|month|week)(?:'?s)?[ -]end)\b",
    re.IGNORECASE,
)
WITHIN = re.compile(
    r"\b(?:(?:with)?in|over|during) (?:the )?(?:next |coming )?(?P<count>\d{1,3}|two|three|four) "
    r"(?P<unit>days|weeks|months)\b",
    re.IGNORECASE,
)
COUNTS = {"two": "2", "three": "3", "four": "4"}
LENGTHS = {"days": "ngày", "weeks": "tuần", "months": "tháng"}
DAY = r"\d{1,2}/\d{1,2}(?:/20\d\d)?"
OF_DAYS = (
    (rf"\b(?:by|until|till) (?={DAY})", "từ nay đến "),
    (rf"\bbefore (?={DAY})", "trước "),
    (rf"\bsince (yesterday|{DAY})", r"từ \1 đến nay"),
    (rf"\b(?:from|between) (\d{{1,2}}|{DAY}) (?:to|and|until) ({DAY})", r"từ \1 đến \2"),
    (r"\b(?:in|over|during|for) the (?:last|past) (\d{1,3}) days\b", r"\1 ngày qua"),
    (r"\byesterday\b", "hôm qua"),
)
DAYS = tuple((re.compile(said, re.IGNORECASE), meant) for said, meant in OF_DAYS)


def periods_in_vietnamese(text: str) -> str:
    """A question in English with its days as Vietnamese has them.

    >>> periods_in_vietnamese("what is due by the end of the year")
    'what is due từ nay đến cuối năm này'
    >>> periods_in_vietnamese("tasks due in June 2026")
    'tasks due tháng 6 năm 2026'
    """
    text = QUARTER.sub(_quarter, BY_END.sub(_by_end, text))
    text = IN_MONTH.sub(lambda found: _of_year(f"tháng {_month(found)}", found["year"]), text)
    text = IN_YEAR.sub(r"năm \g<year>", with_figures(text))
    text = WITHIN.sub(_within, text)
    for pattern, meant in DAYS:
        text = pattern.sub(meant, text)
    return text


def _by_end(found: re.Match[str]) -> str:
    unit = UNITS[(found["unit"] or found["of"]).lower()]
    which = WHICH[(found["which"] or "").lower()]
    return f"từ nay đến cuối {unit} {which}"


def _quarter(found: re.Match[str]) -> str:
    number = found["number"] or ORDINALS[found["nth"].lower()]
    return _of_year(f"quý {number}", found["year"])


def _month(found: re.Match[str]) -> int:
    return MONTHS.index(found["month"][:3].lower()) + 1


def _within(found: re.Match[str]) -> str:
    count = COUNTS.get(found["count"].lower(), found["count"])
    return f"trong {count} {LENGTHS[found['unit'].lower()]} tới"


def _of_year(period: str, year: str | None) -> str:
    return f"{period} năm {year}" if year else period
