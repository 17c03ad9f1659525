"""What one clause says about the work: a figure, words of completion, or others.

The first of `READERS` that finds something is believed, and of `WORK` the first that holds.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from bot.conversation.dates.day import Day
from bot.conversation.dates.days import find_days
from bot.conversation.listening.letters import vn
from bot.conversation.listening.said import blank
from bot.conversation.replies.harmless import unknown_words
from bot.conversation.replies.reply import Doubt
from bot.conversation.replies.signs.done import Verdict, judge
from bot.conversation.replies.signs.numbers import Share, find_shares
from bot.conversation.replies.signs.work import (
    ALL_RIGHT,
    KEPT_UP,
    LATE,
    NEARLY,
    NOT_BEGUN,
    NOT_YET_ALONE,
    ONLY_PARTLY,
    ONLY_TO_REPORT,
    PROMISED,
    SENT,
    SENT_BACK,
    SOON,
    STEP,
    TO_DO,
    UNDER_WAY,
    UNFINISHED,
)
from db.enums import Progress

AT = vn(r"\b(?:vào|trước|trong|lúc|khoảng|hôm|ngày|là|nhé|ạ)\b")


@dataclass(frozen=True, slots=True)
class Sign:
    """What one clause contributes; a `weak` one yields to any other."""

    state: Progress | None = None
    percent: int | None = None
    doubtful: Doubt | None = None
    weak: bool = False


NO_SIGN = Sign()
DONE = Sign(Progress.DONE, 100)
DONE_OR_NOT = Sign(Progress.IN_PROGRESS, None, "done_or_not")
NOT_STARTED = Sign(Progress.NOT_STARTED, 0)
GOES_ON = Sign(Progress.IN_PROGRESS)
LEANS_TO_DONE = Sign(Progress.IN_PROGRESS, None, "done_or_not", weak=True)
MAY_GO_ON = Sign(Progress.IN_PROGRESS, weak=True)


@dataclass(frozen=True)
class Clause:
    """The words of one clause, and what is found in them once it is asked for."""

    words: str
    today: date
    marked: bool

    @cached_property
    def shares(self) -> list[Share]:
        """Its figures of progress."""
        return find_shares(self.words, today=self.today, marked=self.marked)

    @property
    def partial(self) -> list[Share]:
        """Its figures but for 100 %, which is a word of completion."""
        return [share for share in self.shares if share.percent != 100]

    @property
    def doubtful(self) -> Doubt | None:
        """What is to be asked about its figures."""
        return next((share.doubtful for share in self.partial if share.doubtful), None)

    @cached_property
    def verdict(self) -> Verdict | None:
        """What its words of completion come to."""
        return judge(self.words, today=self.today, marked=self.marked)

    @cached_property
    def days(self) -> list[Day]:
        """The days that it names."""
        return find_days(self.words, today=self.today, marked=self.marked)

    @property
    def to_come(self) -> list[Day]:
        """Those of them that lie ahead."""
        return [day for day in self.days if day.first is not None and day.first > self.today]


def read_sign(clause: Clause) -> Sign:
    """What the clause says of the work; `NO_SIGN` where it says nothing."""
    return next((sign for read in READERS if (sign := read(clause)) is not None), NO_SIGN)


def names_only_a_day(clause: Clause) -> bool:
    """A day to come and nothing else: "việc 12 xong, ngày mai"."""
    left = blank(clause.words, [(day.start, day.end) for day in clause.days])
    to_come = any(not day.before for day in clause.to_come)
    return to_come and not unknown_words(left, known=AT)


def _read_figure(clause: Clause) -> Sign | None:
    """ "đạt 60%": the last figure, whatever stands beside it."""
    figures = [share.percent for share in clause.partial if share.percent is not None]
    if not figures:
        return None
    state = Progress.IN_PROGRESS if figures[-1] else Progress.NOT_STARTED
    return Sign(state, figures[-1], clause.doubtful)


def _read_completion(clause: Clause) -> Sign | None:
    """ "xong rồi", "gần xong"; beside a figure that counts for nothing it is not done."""
    verdict = clause.verdict
    if verdict is Verdict.NOTHING:
        return NO_SIGN
    if verdict is None or clause.doubtful == "percent":
        return None
    if verdict is Verdict.DOUBT:
        return DONE_OR_NOT
    if verdict is Verdict.LEANING:
        return LEANS_TO_DONE
    if verdict is Verdict.DONE and not clause.partial:
        return DONE
    return Sign(Progress.IN_PROGRESS, None, clause.doubtful)


def _read_doubtful_figure(clause: Clause) -> Sign | None:
    """ "120%", "1/4" that may be a day, "chưa đạt 80%", "100% cán bộ"."""
    if clause.doubtful == "percent":
        return Sign(doubtful="percent")
    if clause.partial:
        asked = clause.doubtful == "date_or_fraction" and not clause.partial[0].behind
        return Sign(None if asked else Progress.IN_PROGRESS, None, clause.doubtful)
    return LEANS_TO_DONE if clause.shares else None


def _read_work(clause: Clause) -> Sign | None:
    """ "đang làm", "chưa triển khai", "mai em nộp"."""
    return next((told.sign for told in WORK if told.holds(clause)), None)


READERS = (_read_figure, _read_completion, _read_doubtful_figure, _read_work)


class Told(NamedTuple):
    """What words of work, without completion or figure, come to, with an example."""

    sign: Sign
    holds: Callable[[Clause], bool]
    example: str


def _not_begun(clause: Clause) -> bool:
    return NOT_BEGUN.search(clause.words) is not None


def _partly_begun(clause: Clause) -> bool:
    return _not_begun(clause) and ONLY_PARTLY.search(clause.words) is not None


def _goes_on(clause: Clause) -> bool:
    if UNDER_WAY.search(clause.words):
        return not SENT.search(clause.words)
    return False


def _steps_taken(clause: Clause) -> bool:
    return any(sign.search(clause.words) for sign in (UNDER_WAY, STEP, KEPT_UP))


def _promised(clause: Clause) -> bool:
    """ "dự kiến 20/12", "sẽ cố gắng": a plan of the work, unlike "sẽ báo cáo sau"."""
    words = clause.words
    if PROMISED.search(words) and not ONLY_TO_REPORT.search(words):
        return True
    return bool(TO_DO.search(words) and (PROMISED.search(words) or SOON.search(words)))


WORK = (
    Told(GOES_ON, lambda clause: bool(SENT_BACK.search(clause.words)), "bị trả lại"),
    Told(GOES_ON, _partly_begun, "phần còn lại chưa làm"),
    Told(NOT_STARTED, _not_begun, "chưa triển khai"),
    Told(GOES_ON, lambda clause: bool(NEARLY.search(clause.words)), "sắp rồi ạ"),
    Told(MAY_GO_ON, lambda clause: bool(NOT_YET_ALONE.search(clause.words)), "chưa ạ"),
    Told(GOES_ON, lambda clause: bool(UNFINISHED.search(clause.words)), "chưa nộp"),
    Told(GOES_ON, _goes_on, "đang làm"),
    Told(MAY_GO_ON, lambda clause: bool(LATE.search(clause.words)), "bị chậm 5 ngày"),
    Told(MAY_GO_ON, _steps_taken, "đã ban hành kế hoạch"),
    Told(MAY_GO_ON, _promised, "dự kiến 20/12"),
    Told(MAY_GO_ON, lambda clause: "_" in clause.words and names_only_a_day(clause), "__ mai"),
    Told(
        LEANS_TO_DONE,
        lambda clause: bool(ALL_RIGHT.search(clause.words)),
        "__ ok rồi",
    ),
    Told(
        MAY_GO_ON,
        lambda clause: bool(TO_DO.search(clause.words) and clause.to_come),
        "ngày 1/4 em nộp báo cáo",
    ),
)
"""Asked in this order."""
