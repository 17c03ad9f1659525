"""Whether the time of a completion is behind us: "mai xong", "xong từ hôm thứ 6"."""

import re
from datetime import timedelta

from bot.conversation.dates.day import Day
from bot.conversation.listening.letters import vn
from bot.conversation.replies.signs.completion import BEEN, OVER
from bot.conversation.replies.signs.finish import Finish

SINCE_WEEKDAY = vn(r"(?:thứ \w+|chủ nhật)(?: tuần (?:này|nay))?$")
SINCE = vn(r"\b(?:từ|hồi|hôm)(?: (?:hôm|hồi|ngày|bữa|sáng|chiều|tối))* $")
BARE_DATE = re.compile(
    r"\D*\d{1,2}(?:[/.-]| \D+ )\d{1,2}|\D+ \d{1,2}|qu[ýy] \w+|(?:ng[àa]y \D+ )?th[áa]ng \D+"
)
WITHIN = vn(r"\btrong (?:tuần|tháng|quý|năm)\b(?! \d| trước| qua| rồi)")
WITHIN_DAY = vn(r"\btrong (?:hôm|ngày|sáng|chiều|tối)\b|\b(?:chiều|tối|lát|tí|chút)\b")
CLOCK = vn(r"\b\d{1,2} ?(?:h|g|giờ)\b")
BEHIND_US = vn(
    r"\b(?:xong|thành|tất)(?: \w+){0,5} (?:(?:sáng|từ hôm) nay|(?:sáng|trưa|chiều|tối|đêm) qua)\b"
)
SHORTLY = vn(r"\bnữa$")
YEAR = vn(r"năm")
WEEKDAY_ALONE = vn(r"thứ \w+")
DAY_ALONE = vn(r"(?:ngày|hôm|mùng|mồng) \d{1,2}")
PAST = vn(r"hôm ")
WRITTEN = vn(r"\d{1,2}[/.-]\d(?!.*(?:tết|âm|al))")
LAST_YEAR = vn(r"(?<!từ )(?<!hồi )\bnăm (?:ngoái|trước)\b")
WORK_OF_LAST_YEAR = vn(r"\b(?:tiêu|kế hoạch|việc|nhiệm vụ)(?: của)? năm (?:ngoái|trước)\b")
OF = vn(r"\b(?:từ|của|kế hoạch|trong|nhiệm vụ) $")
WHOLE_YEAR = vn(r"100 ?% kế hoạch(?: của| trong)? $")
""" "Hoàn thành 100% kế hoạch năm 2025" is all of it, before the year is out."""

TERM_OF = vn(r"\b(?:mục tiêu|chỉ tiêu|kế hoạch)(?: của)? $")
BEFORE_TERM = vn(r"\b(?:trước|kịp|đúng) (?:thời )?hạn(?: (?:là|ngày|giao|quy định))* \W?$")
HALF_A_YEAR = timedelta(days=182)


def is_ahead(said: Finish) -> bool:
    """ "mai xong", "xong ngày 20/12", "tuần này xong": a time that is not behind us.

    "đã hoàn thành trước ngày 20/12" keeps within its deadline, and "tuần này xong rồi" is over.
    """
    over = any(sign.search(said.words) for sign in (BEEN, OVER, BEHIND_US))
    if not over and (WITHIN.search(said.words) or CLOCK.search(said.words)):
        return True
    return any(_lies_ahead(day, said, over=over) for day in said.days)


def may_be_over(said: Finish) -> bool:
    """ "xong hôm nay" may have been, where "hôm nay xong" and "xong trong hôm nay" are to come."""
    return not WITHIN_DAY.search(said.words) and any(
        day.start >= said.last[1]
        and (
            day.first == day.last == said.today
            or _has_been(day, said)
            or (day.first is None and WRITTEN.search(said.words, day.start, day.end))  # "31/11"
        )
        for day in said.days
    )


def _has_been(day: Day, said: Finish) -> bool:
    """ "thứ hai", read on a Wednesday: this week's is over, and next week's to come."""
    monday = said.today - timedelta(days=said.today.weekday())
    weekday = WEEKDAY_ALONE.fullmatch(said.words[day.start : day.end])
    next_week = day.first is not None and day.first >= monday + timedelta(days=7)
    return bool(weekday and next_week) or _was_this_month(day, said)


def _was_this_month(day: Day, said: Finish) -> bool:
    """ "ngày 15", read on the 17th: this month's is over, and next month's to come."""
    alone = DAY_ALONE.fullmatch(said.words[day.start : day.end])
    return bool(alone and day.first and day.first.day < said.today.day)


def _lies_ahead(day: Day, said: Finish, *, over: bool) -> bool:
    if SHORTLY.search(said.words, day.start, day.end):
        return True
    if day.first is None:
        return not over  # "xong trước tết rồi"
    whole = WHOLE_YEAR.search(said.words, 0, day.start) and day.first <= said.today
    if whole or _is_told_of_past(day, said):
        return False
    if day.first > said.today:
        return True
    return not over and (day.first == said.today or day.first != day.last)


def _is_told_of_past(day: Day, said: Finish) -> bool:
    """Whether the words around a day put it behind us, though it might come again."""
    if day.first is None:
        return False
    named = said.words[day.start : day.end]
    been = BEEN.search(said.words)
    since = SINCE.search(said.words, max(day.start - 20, 0), day.start)
    return bool(
        (since and day.first <= said.today)  # "xong từ đầu tháng"
        or (SINCE_WEEKDAY.match(named) and (been or since))  # "xong từ hôm thứ 6"
        or (been and (day.before or BEFORE_TERM.search(said.words, 0, day.start)))
        or (_was_this_month(day, said) and (been or OVER.search(said.words) or PAST.match(named)))
        # "xong ngày 5/12", read on 10/12
        or (day.first - said.today > HALF_A_YEAR and BARE_DATE.fullmatch(named))
    )


def speaks_of_last_year(said: Finish) -> bool:
    """ "năm 2024 đã hoàn thành" leaves this year's turn open; "xong từ năm 2024" does not."""
    if LAST_YEAR.search(said.before) or WORK_OF_LAST_YEAR.search(said.words):
        return True
    return any(_is_last_year(day, said) for day in said.days)


def _is_last_year(day: Day, said: Finish) -> bool:
    past = day.last is not None and day.last.year < said.today.year
    named = YEAR.match(said.words[day.start : day.end])
    told = day.end < said.first[0] and not OF.search(said.words, 0, day.start)
    term = TERM_OF.search(said.words, 0, day.start)  # "đã hoàn thành mục tiêu năm 2024"
    return bool(past and named and (told or term))
