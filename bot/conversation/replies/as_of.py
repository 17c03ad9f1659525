"""The day that a reading of an indicator speaks of: "đến 30/11", "tháng 10", "năm 2025"."""

from calendar import monthrange
from datetime import date

from bot.conversation.replies.letters import vn

IN_YEAR = vn(r"\(?\b(?:trong |của |cả )?năm (20\d\d)\b\)?")
UNTIL = r"(?:tính )?(?:đến|hết|tới)(?: hết)? "
TO_DAY = vn(rf"\(?\b{UNTIL}(?:ngày )?(\d{{1,2}})[/-](\d{{1,2}})(?:[/-](20\d\d))?\b\)?")
TO_MONTH = vn(rf"\(?\b(?:{UNTIL}|trong )?tháng (\d{{1,2}})(?:[/-](20\d\d))?\b\)?")


def take_day(words: str, today: date) -> tuple[str, date]:
    """The words without the day or year they speak of, and that day, today where they name none."""
    if found := TO_DAY.search(words):
        day = _day(int(found[3] or today.year), int(found[2]), int(found[1]))
        if day is not None and day > today and not found[3]:
            day = _day(today.year - 1, int(found[2]), int(found[1]))
    elif found := TO_MONTH.search(words):
        year, month = int(found[2] or today.year), int(found[1])
        day = _day(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None
    elif found := IN_YEAR.search(words):
        day = date(int(found[1]), 12, 31)
    else:
        return words, today
    if day is None:
        return words, today
    return f"{words[: found.start()]} {words[found.end() :]}", min(day, today)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
