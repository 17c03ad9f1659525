"""The readings of one message's tasks beside what it says of none: who an opening is about."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.conversation.dates.days import find_days
from bot.conversation.listening.letters import vn
from bot.conversation.replies.hearing.obstacles import join_reasons
from bot.conversation.replies.reply import Reply
from bot.conversation.replies.targets.number_words import TASK
from db.enums import Progress

EVERYTHING = vn(
    r"\b(?:(?:tất cả|toàn bộ)(?: các)?(?! \d| thôn| hộ| xã| đơn vị| hồ sơ)|khác|còn lại"
    r"|(?<!đến )(?<!tới )hết|mấy việc|các việc)\b"
)
REASON_FIRST = vn(
    r"^\W*(?:(?:kính|xin|báo cáo|anh|chị|đồng chí|ban chỉ đạo|vừa qua|hiện nay"
    r"|thời gian qua)[ ,:]+)*"
    r"(?:mặc dù|tuy(?! nhiên| vậy)|dù(?! kiến)|do(?! đó)|vì(?! vậy| thế)|bởi vì|nhờ)\b"
)
""" "Do mưa kéo dài, đề nghị gia hạn việc 22": why, before the task that it is said of."""

RESPECTIVELY = vn(r"\blần lượt\b(?P<figures>[^.;\n]*)")
SHARE = re.compile(r"(\d{1,3}) ?(?:%|phần trăm)")
COUNTED = vn(rf"\d ?/ ?\d{{1,3}} {TASK}\b")
PLEASE = vn(r"\?|\b(?:cho|xin|nhờ|giúp|hộ|gửi)\b")


def join_readings(readings: list[Reply], *, unnamed: str) -> tuple[Reply, ...]:
    """One reading for each task of the message, and one of none where that says more.

    `unnamed` are the words said of no task.
    """
    if REASON_FIRST.match(unnamed) or _only_hinders(readings):
        readings = _give_reason(readings)
    return _join(readings, unnamed)


def in_order(readings: list[Reply], words: str, *, today: date, marked: bool) -> list[Reply]:
    """The readings with the figures or days of "lần lượt là 90% và 65%", as many as the tasks."""
    found = RESPECTIVELY.search(words)
    if found is None:
        return readings
    figures = [int(figure) for figure in SHARE.findall(found["figures"])]
    named = [reply for reply in readings if reply.task is not None]
    days = find_days(found["figures"], today=today, marked=marked)
    if len(days) == len(named) > 1 and all(one.until for one in named):
        until = dict(zip((one.task for one in named), (day.last for day in days), strict=True))
        return [replace(one, until=until.get(one.task, one.until)) for one in readings]
    if len(figures) != len(named) or len(figures) < 2 or max(figures) >= 100:
        return readings
    given = dict(zip((reply.task for reply in named), figures, strict=True))
    return [
        replace(one, state=Progress.IN_PROGRESS, percent=given[one.task], doubtful=None)
        if one.task is not None
        else one
        for one in readings
    ]


def _join(readings: Sequence[Reply], words: str) -> tuple[Reply, ...]:
    """The readings of named tasks, behind what is said of none (in `words`) if that says more."""
    named = [reply for reply in readings if reply.task is not None]
    unnamed = next((reply for reply in readings if reply.task is None), Reply())
    if not named:
        return (unnamed,)
    if unnamed == Reply(undo=True):
        return (replace(named[0], undo=True), *named[1:])
    if unnamed.cleared and not named[0].blocked:
        named[0] = replace(named[0], cleared=True)
    told = replace(unnamed, ack=False, evidence=None, cleared=False)
    if _is_of_the_named(told, named, words):
        return tuple(named)
    if unnamed.state is Progress.DONE and all(one == Reply(task=one.task) for one in named):
        return tuple(
            replace(one, state=Progress.IN_PROGRESS, doubtful="done_or_not") for one in named
        )
    adds = _only_adds(unnamed, named[0]) and not EVERYTHING.search(words)
    # "chị nhắc đúng lúc quá, em vừa xong việc 10" names no day
    if adds or told in (Reply(), Reply(doubtful="day")):
        return tuple(named)
    return (unnamed, *named)


def _is_of_the_named(told: Reply, named: Sequence[Reply], words: str) -> bool:
    """Whether what is said of no task is said of those that are named as well.

    "Tổng hợp tiến độ của phòng: việc 5 xong, ..." unless that is asked for; "Đề nghị gia hạn các
    nhiệm vụ sau: việc 5: đến 31/1, ..."; "Trong tháng không phát sinh gì mới. Việc 28 đạt 52%";
    "hoàn thành 5/7 nhiệm vụ: ..."; "có 12/15 thôn xong, việc 18 đạt 80%".
    """
    if told == Reply(ask="summary"):
        return not PLEASE.search(words) and all(one.state for one in named)
    if told == Reply(extension=True):
        return all(one.extension for one in named)
    if told == Reply(unchanged=True):
        return any(one.state for one in named)
    if told != Reply(state=told.state, percent=told.percent):
        return False
    same = told.percent is not None and told.percent == named[0].percent
    return same or COUNTED.search(words) is not None


def _give_reason(readings: Sequence[Reply]) -> list[Reply]:
    """The readings with the obstacle that opens the message given to the first task it names.

    "Mặc dù khó khăn nhưng nhiệm vụ 28 đã hoàn thành" has none left.
    """
    opening, *named = readings
    if opening.task is not None or not (opening.blocked and named):
        return list(readings)
    first = named[0]
    if first.state is not Progress.DONE:
        reasons = [one.reason for one in (opening, first) if one.reason]
        first = replace(first, blocked=True, reason=join_reasons(reasons))
    return [replace(opening, blocked=False, reason=None), first, *named[1:]]


def _only_hinders(readings: Sequence[Reply]) -> bool:
    """ "Phần mềm lỗi, việc 33 đứng im": an obstacle alone, before the one task it holds up."""
    if len(readings) != 2 or readings[0].task is not None or not readings[0].blocked:
        return False
    opening, named = readings
    alone = replace(opening, blocked=False, reason=None, evidence=None) == Reply()
    elsewhere = named.state is Progress.DONE or named.ask or named.undo or named.handover
    return alone and not elsewhere


def _only_adds(unnamed: Reply, named: Reply) -> bool:
    """ "Xã đã tổ chức hội nghị, việc 18 hoàn thành", "do phải họp, xin gia hạn việc 13"."""
    said = replace(unnamed, evidence=None, doubtful=None)
    if said == Reply(state=Progress.IN_PROGRESS):
        return named.state in (Progress.DONE, Progress.IN_PROGRESS) or named.extension
    return named.state is Progress.DONE and said == Reply(state=Progress.DONE, percent=100)
