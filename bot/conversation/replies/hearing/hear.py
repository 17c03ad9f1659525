"""What one clause says beside how the work stands: obstacles, wishes, questions, slips.

The first of `HEARERS` that the clause is for takes it in; what it leaves is about the work.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.conversation.listening.letters import vn
from bot.conversation.listening.said import Said, blank
from bot.conversation.replies.harmless import unknown_words
from bot.conversation.replies.hearing.asks import read_ask, tells_of_lateness
from bot.conversation.replies.hearing.courtesies import is_ack, is_unchanged
from bot.conversation.replies.hearing.handover import is_handover
from bot.conversation.replies.hearing.more_time import MoreTime, not_asked, read_more_time
from bot.conversation.replies.hearing.obstacles import NO_OBSTACLE, Obstacle, find_obstacle
from bot.conversation.replies.hearing.questions import (
    is_complaint,
    is_nag,
    is_question,
    without_nag,
)
from bot.conversation.replies.hearing.slips import (
    figure_instead,
    is_snooze,
    is_undo,
    is_withdrawal,
    read_snooze,
    why_withdrawn,
)
from bot.conversation.replies.reply import Ask
from bot.conversation.replies.signs.work import ALL_RIGHT, BUT
from bot.conversation.replies.targets.sharing import Clause

FIGURE = vn(r"\d ?(?:%|phần trăm)")
""" "vẫn 40% như tuần trước"."""

REQUESTED = vn(
    r"\b(?:có thể|cho)\b.*\b(?:gia hạn|lùi|khất|dời|hoãn)\b.*\bkhông\b"
    r"|\b(?:(?:xin|cho|đề nghị|mong)\b.*\b(?:gia hạn|lùi|khất|dời|thêm|hoãn|đến)"
    r"|(?:gia hạn|lùi|khất|dời|hoãn)\b.*\b(?:đến|tới|sang|thêm))\b.*\bđược (?:không|chứ)\b"
    r"|\bgia hạn _+(?: \w+){0,3} được (?:không|chứ)\b"
    r"|\b(?:gia hạn|lùi|khất|dời) được (?:đến|tới|sang|thêm)\b.*\bkhông\b"
    r"|\bxin gia hạn (?:thêm|đến|tới|sang)\b"
)
""" "xin gia hạn đến 10/2 được không ạ" asks for more time, not about a task."""

RECEIVED = vn(
    r"\b(?:nhận|thấy|cập nhật|ghi)\b|\bsao\b.*\b(?:nhắc|báo|hỏi)\b"
    r"|\b(?:cần|phải) (?:\w+ )?(?:gửi|nộp|báo cáo)\b.*\bkhông\b"
    r"|^(?!.*\b(?:chưa|xong)\b).*\b(?:gửi|nộp|báo cáo)\b.*\b(?:cho ai|đâu)\b"
)
""" "xong rồi, anh nhận được chưa?", "nộp ở đâu ạ?" ask for no more than an answer."""

UNKNOWN = "x"
"""What a question leaves: a word that nobody knows, beside a completion."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one clause says.

    `about_work` is what is left of its words, None where nothing is. `withdraws` says that what is
    taken back is a wish for more time, and no report of the work. `reminded` are the words of
    a clause that speaks of reminding and names no day; they may say more.
    """

    about_work: str | None = None
    ask: Ask | None = None
    undo: bool = False
    withdraws: bool = False
    handover: bool = False
    unchanged: bool = False
    snoozing: bool = False
    snooze: date | None = None
    reminded: str | None = None
    obstacle: Obstacle = NO_OBSTACLE
    more_time: MoreTime | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Listening:
    """A clause's words as its hearers see them; `named` where it speaks of a task by number."""

    words: str
    clause: Clause
    said: Said
    today: date
    named: bool

    @cached_property
    def question(self) -> bool:
        """Whether it asks something; a wish for more time only sounds so."""
        return is_question(self.words)

    @cached_property
    def obstacle(self) -> Obstacle:
        """What it says of obstacles."""
        return find_obstacle(self.words)

    @property
    def alone(self) -> bool:
        """Whether the message says nothing that counts beside this clause."""
        start, end = self.clause.start, self.clause.start + len(self.words)
        return not unknown_words(blank(self.said.words, [(start, end)], by=" "))

    @property
    def requests(self) -> bool:
        """Whether it asks for more time in the form of a question."""
        return self.question and REQUESTED.search(self.words) is not None

    def as_typed(self, span: tuple[int, int]) -> str:
        """What was typed there."""
        return self.said.as_typed(self.clause.start + span[0], self.clause.start + span[1])


def hear(clause: Clause, said: Said, *, named: bool, today: date) -> Heard:
    """Take in what one clause says beside the work."""
    words = without_nag(clause.words)
    if "?" not in words and not any(letter.isalnum() for letter in words):
        return Heard()
    to = Listening(words, clause, said, today, named)
    heard = next(heard for hear in HEARERS if (heard := hear(to)) is not None)
    return replace(heard, unchanged=is_unchanged(words) and not to.question)


def snooze_day(clause: Clause, said: Said, today: date) -> date | None:
    """The day that a clause names for reminding again."""
    return read_snooze(clause.words, today=today, marked=said.marked)


def _hear_unchanged(to: Listening) -> Heard | None:
    if to.question or not is_unchanged(to.words):
        return None
    return None if FIGURE.search(to.words) or to.obstacle.blocked else Heard()


def _hear_undo(to: Listening) -> Heard | None:
    """ "nhầm rồi", "xin rút gia hạn vì đã hoàn thành"."""
    if not is_undo(to.words):
        return None
    left = why_withdrawn(to.words) or figure_instead(to.words)
    return Heard(left, undo=True, withdraws=is_withdrawal(to.words))


def _hear_handover(to: Listening) -> Heard | None:
    return Heard(handover=True) if is_handover(to.words) and not to.question else None


def _hear_courtesy(to: Listening) -> Heard | None:
    agreed = is_ack(to.words) and not (to.named and ALL_RIGHT.search(to.words))
    return Heard() if is_complaint(to.words) or agreed else None


def _hear_snooze(to: Listening) -> Heard | None:
    if to.question or not is_snooze(to.words):
        return None
    day = snooze_day(to.clause, to.said, to.today)
    nagged = day is None and is_nag(to.words)
    vague = day is None and not nagged
    return Heard(snoozing=not nagged, snooze=day, reminded=to.words if vague else None)


def _hear_question(to: Listening) -> Heard | None:
    """ "xong rồi, đúng không?" leaves the completion in doubt."""
    if to.requests:
        return None
    ask = read_ask(to.words, named=to.named, question=to.question)
    beside = ask == "overdue" and tells_of_lateness(to.words) and not to.alone
    if not to.question and (ask is None or beside):
        return None
    doubted = to.question and ask in (None, "task") and not RECEIVED.search(to.words)
    doubted = doubted or (BUT.search(to.words) is not None and not is_nag(to.words))
    return Heard(UNKNOWN if doubted or ask == "summary" else None, ask=ask)


def _hear_report(to: Listening) -> Heard:
    """Obstacles and wishes for more time; the words of both say nothing of the work."""
    obstacle = to.obstacle
    wish = read_more_time(to.words, today=to.today, marked=to.said.marked)
    declined = not_asked(to.words)
    told = declined or (wish.span if wish else None)
    why = obstacle.reason or (wish.reason if wish else None)
    by = "_" if obstacle.conceded else UNKNOWN
    left = blank(blank(to.words, obstacle.passed), obstacle.spans, by=by)
    return Heard(
        blank(left, [told] if told else []),
        obstacle=obstacle,
        more_time=wish,
        reason=to.as_typed(why) if why else None,
    )


HEARERS = (
    _hear_unchanged,  # "vẫn như tuần trước"
    _hear_undo,  # "em bấm nhầm"
    _hear_handover,  # "việc này của Phòng Kinh tế"
    _hear_courtesy,  # "dạ vâng ạ", "mà bot chưa cập nhật"
    _hear_snooze,  # "mai nhắc lại giúp em"
    _hear_question,  # "bao giờ đến hạn vậy?", "tổng hợp tiến độ"
    _hear_report,  # "vướng kinh phí, xin gia hạn đến 30/12", "đang làm"
)
"""Asked in this order."""
