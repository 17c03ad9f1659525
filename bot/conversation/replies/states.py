"""What a message says about the work itself: done, under way, not begun."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.replies.beside import takes_back
from bot.conversation.replies.days import find_days
from bot.conversation.replies.done import Verdict, judge
from bot.conversation.replies.harmless import unknown_words
from bot.conversation.replies.letters import vn
from bot.conversation.replies.numbers import Share, find_shares
from bot.conversation.replies.reply import Doubt
from bot.conversation.replies.said import blank
from bot.conversation.replies.work import (
    ALL_RIGHT,
    KEPT_UP,
    NEARLY,
    NOT_BEGUN,
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
class Standing:
    """How the work stands as far as the words go."""

    state: Progress | None = None
    percent: int | None = None
    doubtful: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """What one clause contributes; a `weak` one yields to any other."""

    state: Progress | None = None
    percent: int | None = None
    doubtful: Doubt | None = None
    weak: bool = False


def read_standing(clauses: Sequence[str], *, today: date, marked: bool) -> Standing:
    """What all clauses about one task come to.

    One that says done and another that says otherwise ("đã xong nhưng chưa trình ký") are work in
    progress and a doubt; a promise beside "đã hoàn thành" ("mai em gửi báo cáo") takes nothing
    away.
    """
    signs = [_read_clause(words, today=today, marked=marked) for words in clauses]
    if any(sign.state is Progress.DONE for sign in signs):
        said = [sign.state is Progress.DONE for sign in signs]
        signs += [
            Sign(Progress.IN_PROGRESS, None, "done_or_not")
            for place, words in enumerate(clauses)
            if not said[place]
            and (
                takes_back(words, behind=any(said[:place]))
                or (any(said[:place]) and _is_only_to_come(words, today, marked))
            )
        ]
    states = {sign.state for sign in signs if sign.state and not sign.weak}
    doubtful = next((sign.doubtful for sign in signs if sign.doubtful and not sign.weak), None)
    percents = [sign.percent for sign in signs if sign.percent is not None]
    percent = percents[-1] if percents else None
    if Progress.DONE in states:
        if states == {Progress.DONE} and doubtful is None:
            return Standing(Progress.DONE, 100)
        return Standing(Progress.IN_PROGRESS, _below(percents), doubtful or "done_or_not")
    if Progress.IN_PROGRESS in states:
        return Standing(Progress.IN_PROGRESS, _below(percents), doubtful)
    if Progress.NOT_STARTED in states:
        return Standing(Progress.NOT_STARTED, 0, doubtful)
    if any(sign.weak for sign in signs):
        weak = next((sign.doubtful for sign in signs if sign.doubtful), None)
        return Standing(Progress.IN_PROGRESS, None, weak)
    return Standing(None, percent, doubtful)


def _below(percents: Sequence[int]) -> int | None:
    """The last figure that fits work in progress."""
    return next((percent for percent in reversed(percents) if 0 < percent < 100), None)


def _read_clause(words: str, *, today: date, marked: bool) -> Sign:
    shares = find_shares(words, today=today, marked=marked)
    partial = [share for share in shares if share.percent != 100]
    doubtful = next((share.doubtful for share in partial if share.doubtful), None)
    figures = [share.percent for share in partial if share.percent is not None]
    if figures and figures[-1] == 0:
        return Sign(Progress.NOT_STARTED, 0, doubtful)
    if figures:
        return Sign(Progress.IN_PROGRESS, figures[-1], doubtful)
    verdict = judge(words, today=today, marked=marked)
    if verdict is Verdict.NOTHING:
        return Sign()
    if doubtful == "percent":
        return Sign(doubtful=doubtful)
    if verdict is Verdict.DONE and not partial:
        return Sign(Progress.DONE, 100)
    if verdict is Verdict.DOUBT:
        return Sign(Progress.IN_PROGRESS, None, "done_or_not")
    if doubtful == "date_or_fraction" and verdict is None:
        return Sign(Progress.IN_PROGRESS if partial[0].behind else None, None, doubtful)
    if verdict or partial:
        return Sign(Progress.IN_PROGRESS, None, doubtful)
    sign = _read_work(blank(words, [(s.start, s.end) for s in shares]), shares)
    if sign == Sign() and ALL_RIGHT.search(words):
        return Sign(Progress.IN_PROGRESS, None, "done_or_not", weak=True)
    if sign == Sign() and TO_DO.search(words) and _is_to_come(words, today, marked):
        return Sign(Progress.IN_PROGRESS, weak=True)  # "ngày 1/4 em nộp báo cáo"
    return sign


def _is_only_to_come(words: str, today: date, marked: bool) -> bool:
    """A day to come and nothing else: "việc 12 xong, ngày mai"."""
    days = find_days(words, today=today, marked=marked)
    left = blank(words, [(day.start, day.end) for day in days])
    to_come = any(day.first is not None and day.first > today and not day.before for day in days)
    return to_come and not unknown_words(left, known=AT)


def _is_to_come(words: str, today: date, marked: bool) -> bool:
    days = find_days(words, today=today, marked=marked)
    return any(day.first is not None and day.first > today for day in days)


def _read_work(words: str, shares: Sequence[Share]) -> Sign:
    """A clause without words of completion and without figures."""
    if shares:
        return Sign(Progress.IN_PROGRESS, None, "done_or_not")
    if SENT_BACK.search(words):
        return Sign(Progress.IN_PROGRESS)
    if NOT_BEGUN.search(words):
        partly = ONLY_PARTLY.search(words)
        return Sign(Progress.IN_PROGRESS if partly else Progress.NOT_STARTED)
    if NEARLY.search(words):
        return Sign(Progress.IN_PROGRESS)
    if UNFINISHED.search(words) or UNDER_WAY.search(words):
        sent = SENT.search(words) and not UNFINISHED.search(words)
        return Sign(Progress.IN_PROGRESS, weak=bool(sent))
    if STEP.search(words) or KEPT_UP.search(words):
        return Sign(Progress.IN_PROGRESS, weak=True)
    planned = PROMISED.search(words) or SOON.search(words)
    if planned and (TO_DO.search(words) or _is_forecast(words)):
        return Sign(Progress.IN_PROGRESS, weak=True)
    return Sign()


def _is_forecast(words: str) -> bool:
    """ "dự kiến 20/12", "sẽ cố gắng": a plan of the work, unlike "sẽ báo cáo sau"."""
    return bool(PROMISED.search(words)) and not ONLY_TO_REPORT.search(words)
