"""A whole message to its readings, one for each task it speaks of."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.conversation.dates.days import find_days
from bot.conversation.listening.address import part_address
from bot.conversation.listening.layout import part_list, part_signature, part_slip
from bot.conversation.listening.letters import vn
from bot.conversation.listening.said import Said, blank, listen
from bot.conversation.listening.tables import part_table
from bot.conversation.replies.harmless import unknown_words
from bot.conversation.replies.hearing.evidence import find_documents
from bot.conversation.replies.hearing.more_time import read_more_time
from bot.conversation.replies.hearing.obstacles import join_reasons
from bot.conversation.replies.hearing.slips import read_snooze
from bot.conversation.replies.reply import Reply
from bot.conversation.replies.targets.number_words import TASK
from bot.conversation.replies.targets.parting import part_by_task
from bot.conversation.replies.targets.sharing import Clause, Part
from bot.conversation.replies.weighing.part import read_part
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
LIKEWISE = vn(
    r"^[\W_]*(?:cũng|thì cũng)? ?(?:vậy|thế|tương tự|như vậy|như thế|như trên|y vậy|y hệt)\b"
)
TELLS = vn(r"\b(?:xong|hoàn|đạt|được|đang|chưa|sẽ|dự kiến|mới)\b|%")
UNTIL = vn(r"^[\W_]*(?:thì |là )?(?:từ (?:ngày )?[\d/.]+ )?(?:đến|tới|sang|thêm)\b")


@lru_cache(maxsize=32)  # several who may understand a message ask for the same reading
def read_reply(text: str, *, today: date) -> tuple[Reply, ...]:
    """What an official's message says, one reading for each task it speaks of; never raises.

    A message that says nothing is one reading with nothing set.

    >>> [(r.task, r.percent) for r in read_reply("việc 4 đạt 60%, việc 6 xong", today=date.min)]
    [(4, 60), (6, 100)]
    """
    said = listen(text)
    said = replace(said, words=_laid_out(said.words))
    documents = find_documents(said.words)
    hidden = blank(said.words, [(start, end) for start, end, _ in documents], by="·")
    readings: list[Reply] = []
    parts = part_by_task(hidden, today)
    for part in parts:
        reply = read_part(part, said, today)
        if part.tasks:
            reply = _follow(reply, readings[-1] if readings else Reply(), part, said, today)
        readings.append(replace(reply, evidence=_evidence(documents, part, said)))
    unnamed = " ".join(one.words for part in parts if not part.tasks for one in part.clauses)
    if REASON_FIRST.match(unnamed) or _only_hinders(readings):
        readings = _give_reason(readings)
    readings = _in_order(readings, hidden)
    of_all, asked = EVERYTHING.search(unnamed), PLEASE.search(unnamed)
    return _join(
        readings,
        of_all=of_all is not None,
        asked=asked is not None,
        counted=COUNTED.search(unnamed) is not None,
    )


def _laid_out(words: str) -> str:
    return part_slip(part_address(part_list(part_table(part_signature(words)))))


def _in_order(readings: list[Reply], hidden: str) -> list[Reply]:
    """The readings with the figures of "lần lượt là 90% và 65%", as many as there are tasks."""
    found = RESPECTIVELY.search(hidden)
    figures = [int(figure) for figure in SHARE.findall(found["figures"])] if found else []
    named = [reply for reply in readings if reply.task is not None]
    if len(figures) != len(named) or len(figures) < 2 or max(figures) >= 100:
        return readings
    given = dict(zip((reply.task for reply in named), figures, strict=True))
    return [
        replace(one, state=Progress.IN_PROGRESS, percent=given[one.task], doubtful=None)
        if one.task is not None
        else one
        for one in readings
    ]


def _evidence(documents: Sequence[tuple[int, int, bool]], part: Part, said: Said) -> str | None:
    """The documents that a part proves its work by, as they were typed."""
    named = [
        said.as_typed(start, end)
        for start, end, proves in documents
        if proves and any(_holds(clause, start) for clause in part.clauses)
    ]
    return "; ".join(named) or None


def _join(
    readings: Sequence[Reply], *, of_all: bool, asked: bool, counted: bool
) -> tuple[Reply, ...]:
    """The readings of named tasks, behind what is said of none (or `of_all`) if that says more.

    A summary that is not `asked` for is what the message calls itself, and tasks that are
    `counted` ("hoàn thành 5/7 nhiệm vụ") are those it names.
    """
    named = [reply for reply in readings if reply.task is not None]
    unnamed = next((reply for reply in readings if reply.task is None), Reply())
    if not named:
        return (unnamed,)
    if unnamed == Reply(undo=True):
        named[0] = replace(named[0], undo=True)
        return tuple(named)
    if unnamed.cleared and not named[0].blocked:
        named[0] = replace(named[0], cleared=True)
    told = replace(unnamed, ack=False, evidence=None, cleared=False)
    if told == Reply(ask="summary") and not asked and all(one.state for one in named):
        return tuple(named)  # "Tổng hợp tiến độ của phòng: việc 5 xong, ..."
    if told == Reply(extension=True) and all(one.extension for one in named):
        return tuple(named)  # "Đề nghị gia hạn các nhiệm vụ sau: việc 5: đến 31/1, ..."
    if told == Reply(unchanged=True) and any(one.state for one in named):
        return tuple(named)  # "Trong tháng không phát sinh gì mới. Việc 28 đạt 52%"
    if counted and told == Reply(state=told.state, percent=told.percent):
        return tuple(named)
    if unnamed.state is Progress.DONE and all(one == Reply(task=one.task) for one in named):
        return tuple(
            replace(one, state=Progress.IN_PROGRESS, doubtful="done_or_not") for one in named
        )
    adds = _only_adds(unnamed, named[0]) and not of_all
    # "chị nhắc đúng lúc quá, em vừa xong việc 10" names no day
    if adds or told in (Reply(), Reply(doubtful="day")):
        return tuple(named)
    return (unnamed, *named)


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


def _follow(reply: Reply, previous: Reply, part: Part, said: Said, today: date) -> Reply:
    """What a part leaves to be understood from the one before it.

    "xin gia hạn việc 4 đến 15/1, việc 6 đến 20/1", "việc 4 xong, việc 6 cũng vậy".
    """
    wished = reply.extension or previous.extension
    if wished and reply.state is not Progress.DONE and not (reply.until or reply.extend_by):
        reply = _with_day(reply, part, said, today)
    plain = replace(reply, task=None, ack=False)
    if plain not in (Reply(), Reply(state=Progress.IN_PROGRESS)):
        return reply
    words = " ".join(clause.words for clause in part.clauses)
    if plain == Reply() and LIKEWISE.search(words):
        return replace(previous, task=reply.task, evidence=None)
    if previous.snooze is not None:
        days = find_days(words, today=today, marked=said.marked)
        if days and not unknown_words(blank(words, [(day.start, day.end) for day in days])):
            return replace(
                reply, state=None, snooze=read_snooze(words, today=today, marked=said.marked)
            )
    return reply


def _with_day(reply: Reply, part: Part, said: Said, today: date) -> Reply:
    """The wish for more time with its day, in a clause of its own: "gia hạn: 41 (đến 31/1)"."""
    for clause in part.clauses:
        if UNTIL.search(clause.words) and not TELLS.search(clause.words):
            wish = read_more_time("gia hạn " + clause.words, today=today, marked=said.marked)
            if wish and (wish.until or wish.extend_by):
                return replace(
                    reply,
                    extension=True,
                    until=wish.until,
                    extend_by=wish.extend_by,
                    doubtful=wish.doubtful,
                )
    return reply


def _holds(clause: Clause, place: int) -> bool:
    return clause.start <= place < clause.start + len(clause.words)
