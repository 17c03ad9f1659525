"""A whole message to its readings, one for each task it speaks of."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.conversation.replies.address import part_address
from bot.conversation.replies.beside import takes_back
from bot.conversation.replies.courtesies import begins_with_ack, is_ack
from bot.conversation.replies.days import find_days
from bot.conversation.replies.evidence import find_documents
from bot.conversation.replies.harmless import unknown_words
from bot.conversation.replies.hearing import Heard, hear, snooze_day
from bot.conversation.replies.layout import part_list
from bot.conversation.replies.letters import vn
from bot.conversation.replies.more_time import read_more_time
from bot.conversation.replies.obstacles import join_reasons
from bot.conversation.replies.reply import Doubt, Reply
from bot.conversation.replies.said import Said, blank, listen
from bot.conversation.replies.slips import part_slip, read_snooze
from bot.conversation.replies.states import Standing, read_standing
from bot.conversation.replies.targets import Clause, Part, part_by_task
from db.enums import Progress

EVERYTHING = vn(r"\b(?:tất cả|toàn bộ|khác|còn lại|hết|mấy việc|các việc)\b")
LIKEWISE = vn(
    r"^[\W_]*(?:cũng|thì cũng)? ?(?:vậy|thế|tương tự|như vậy|như thế|như trên|y vậy|y hệt)\b"
)
UNTIL = vn(r"^[\W_]*(?:thì |là )?(?:đến|tới|sang|thêm)\b")


@lru_cache(maxsize=32)  # several who may understand a message ask for the same reading
def read_reply(text: str, *, today: date) -> tuple[Reply, ...]:
    """What an official's message says, one reading for each task it speaks of; never raises.

    A message that says nothing is one reading with nothing set.

    >>> [(r.task, r.percent) for r in read_reply("việc 4 đạt 60%, việc 6 xong", today=date.min)]
    [(4, 60), (6, 100)]
    """
    said = listen(text)
    said = replace(said, words=part_slip(part_address(part_list(said.words))))
    documents = find_documents(said.words)
    hidden = blank(said.words, [(start, end) for start, end, _ in documents], by="·")
    readings: list[Reply] = []
    for part in part_by_task(hidden):
        evidence = [
            said.as_typed(start, end)
            for start, end, proves in documents
            if proves and any(_holds(clause, start) for clause in part.clauses)
        ]
        previous = readings[-1] if readings else None
        reply = _read_part(part, said, today)
        if previous is not None and part.tasks:
            reply = _follow(reply, previous, part, said, today)
        readings.append(replace(reply, evidence="; ".join(evidence) or None))
    named = [reply for reply in readings if reply.task is not None]
    unnamed = [reply for reply in readings if reply.task is None]
    if named and unnamed and unnamed[0] == Reply(undo=True):
        named[0] = replace(named[0], undo=True)
        unnamed = unnamed[1:]
    if named and unnamed and _only_adds(unnamed[0], named[0]) and not EVERYTHING.search(said.words):
        unnamed = unnamed[1:]
    told = [reply for reply in unnamed if replace(reply, ack=False, evidence=None) != Reply()]
    if named and told == [Reply(doubtful="day")]:
        told = []  # "chị nhắc đúng lúc quá, em vừa xong việc 10"
    return tuple(told + named) if named else tuple(unnamed[:1]) or (Reply(),)


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
    if replace(reply, task=None, ack=False) != Reply():
        return reply
    words = " ".join(clause.words for clause in part.clauses)
    if LIKEWISE.search(words):
        return replace(previous, task=reply.task, evidence=None)
    if previous.snooze is not None:
        days = find_days(words, today=today, marked=said.marked)
        if days and not unknown_words(blank(words, [(day.start, day.end) for day in days])):
            return replace(reply, snooze=read_snooze(words, today=today, marked=said.marked))
    if previous.extension and UNTIL.search(words):
        wish = read_more_time("gia hạn " + words, today=today, marked=said.marked)
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


def _read_part(part: Part, said: Said, today: date) -> Reply:
    """Everything that the clauses about one task say together."""
    heard = Heard()
    about_work = [
        words
        for clause in part.clauses
        if (words := hear(clause, part, heard, said, today)) is not None
    ]
    if heard.snoozing and heard.snooze is None:
        heard.snooze = next(
            (day for clause in part.clauses if (day := snooze_day(clause, said, today))), None
        )
    vague: Doubt | None = "day" if heard.snoozing and heard.snooze is None else None
    standing = read_standing(about_work, today=today, marked=said.marked)
    if heard.blocked and standing.state is Progress.DONE:
        if heard.conceded:
            heard.blocked, heard.reasons = False, []  # "tuy có khó khăn nhưng đã hoàn thành"
        else:
            standing = Standing(Progress.IN_PROGRESS, None, "done_or_not")
    disturbed = heard.undo or any(takes_back(words, behind=True) for words in heard.reminded)
    if disturbed and standing.state is Progress.DONE:
        standing = Standing(Progress.IN_PROGRESS, None, "done_or_not")
    more_time = heard.more_time
    if standing.state is Progress.DONE and (more_time is not None or heard.handover):
        standing = Standing(Progress.IN_PROGRESS)  # "gia hạn đến 25/12 là xong"
    reply = Reply(
        task=part.tasks[0] if part.tasks else None,
        state=standing.state,
        percent=standing.percent,
        blocked=heard.blocked,
        cleared=heard.cleared and not heard.blocked,
        reason=join_reasons(heard.reasons),
        extension=more_time is not None,
        until=more_time.until if more_time else None,
        extend_by=more_time.extend_by if more_time else None,
        snooze=heard.snooze,
        ask=heard.ask if standing.state is None and not heard.handover else None,
        undo=heard.undo,
        handover=heard.handover,
        unchanged=heard.unchanged,
        doubtful=standing.doubtful or heard.doubtful or (vague if standing.state is None else None),
    )
    if part.clauses and replace(reply, task=None) == Reply():
        first = part.clauses[0].words
        ack = any(is_ack(clause.words) for clause in part.clauses) or begins_with_ack(first)
        return replace(reply, ack=ack)
    return reply
