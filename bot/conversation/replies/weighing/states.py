"""What a message says about the work itself: done, under way, not begun."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.conversation.listening.letters import vn
from bot.conversation.replies.reply import Doubt
from bot.conversation.replies.signs.sign import (
    DONE_OR_NOT,
    LEANS_TO_DONE,
    Clause,
    Sign,
    names_only_a_day,
    read_sign,
)
from bot.conversation.replies.weighing.beside import takes_back
from db.enums import Progress

PAST = vn(
    r"\W*(?:(?:báo cáo|kỳ|tuần|tháng|quý|lần|hôm|bữa|năm)(?: \w+){0,2} (?:trước|qua|ngoái|rồi)"
    r"|trước (?:đó|đây)|cùng kỳ|hôm qua)\b(?!.*\b(?:nay|giờ|hiện)\b)"
)
""" "Đạt 55%, tuần trước 45%": what was, beside what is."""


WHOLE_TASK = vn(
    r"\bhoàn thành (?:xong )?nhiệm vụ\b|\bnhiệm vụ(?: này| trên)?(?: đã| được)* hoàn thành\b"
    r"|^\W*(?:kết quả|trạng thái|tình trạng)(?: \w+){0,2} ?: ?(?:đã )?hoàn thành\b"
)
STEP_BEHIND = vn(
    r"\bđã\b(?!.*(?:%|\b(?:đang|chưa|còn|chờ|đợi|mới|sẽ|dự kiến|cơ bản|gần|sắp|tiếp tục|không)\b))"
)
""" "Đã khảo sát xong, đã trình HĐND thông qua, hoàn thành nhiệm vụ": what led to the end."""


RATE = vn(r"\W*(?:tiến độ|tỷ lệ)(?: (?:chung|hoàn thành|thực hiện))* ?: ?\d")
""" "Tiến độ: 45%" on a form, beside "Kết quả: đo đạc 5/12 thôn"."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the work stands as far as the words go."""

    state: Progress | None = None
    percent: int | None = None
    doubtful: Doubt | None = None


def read_standing(clauses: Sequence[str], *, today: date, marked: bool) -> Standing:
    """What all clauses about one task come to.

    One that says done and another that says otherwise ("đã xong nhưng chưa trình ký") are work in
    progress and a doubt; a promise beside "đã hoàn thành" ("mai em gửi báo cáo") takes nothing
    away.
    """
    told = [Clause(words, today, marked) for words in clauses]
    signs = _without_steps([read_sign(clause) for clause in told], clauses)
    signs = _by_rate(_without_past(signs, clauses), clauses)
    return _weigh([*signs, *_taking_back(told, signs)])


def _without_steps(signs: Sequence[Sign], clauses: Sequence[str]) -> list[Sign]:
    """The signs without the steps before a clause that says the whole task to be done."""
    ends = [
        place
        for place, (sign, words) in enumerate(zip(signs, clauses, strict=True))
        if sign.state is Progress.DONE and WHOLE_TASK.search(words)
    ]
    return [
        Sign()
        if ends and place < ends[-1] and sign.percent is None and STEP_BEHIND.search(words)
        else sign
        for place, (sign, words) in enumerate(zip(signs, clauses, strict=True))
    ]


def _without_past(signs: Sequence[Sign], clauses: Sequence[str]) -> list[Sign]:
    """The signs without the figures of an earlier report, where there is another figure."""
    past = [PAST.match(words) is not None for words in clauses]
    now = any(
        sign.percent is not None and not before for sign, before in zip(signs, past, strict=True)
    )
    return [
        Sign() if now and before and sign.percent is not None else sign
        for sign, before in zip(signs, past, strict=True)
    ]


def _by_rate(signs: Sequence[Sign], clauses: Sequence[str]) -> list[Sign]:
    """The signs without the shares of single things, where a form gives the rate of the whole."""
    rated = [RATE.match(words) is not None for words in clauses]
    told = any(sign.percent and one for sign, one in zip(signs, rated, strict=True))
    return [
        replace(sign, percent=None) if told and not one and sign.percent != 100 else sign
        for sign, one in zip(signs, rated, strict=True)
    ]


def _taking_back(clauses: Sequence[Clause], signs: Sequence[Sign]) -> list[Sign]:
    """A doubt for every clause that leaves open what another has said to be done."""
    done = [sign.state is Progress.DONE for sign in signs]
    if not any(done):
        return []
    doubts = []
    for place, clause in enumerate(clauses):
        behind = any(done[:place])
        if (
            not done[place]
            and signs[place] != LEANS_TO_DONE
            and (takes_back(clause.words, behind=behind) or (behind and names_only_a_day(clause)))
        ):
            doubts.append(DONE_OR_NOT)
    return doubts


def _weigh(signs: Sequence[Sign]) -> Standing:
    """The least that the strong signs say; the weak ones count where there is no other."""
    strong = [sign for sign in signs if not sign.weak]
    states = {sign.state for sign in strong if sign.state}
    doubtful = next((sign.doubtful for sign in strong if sign.doubtful), None)
    percents = [sign.percent for sign in signs if sign.percent is not None]
    if Progress.DONE in states and (len(states) > 1 or doubtful):
        return Standing(Progress.IN_PROGRESS, _below(percents), doubtful or "done_or_not")
    if Progress.DONE in states:
        return Standing(Progress.DONE, 100)
    if Progress.IN_PROGRESS in states:
        below = _below(percents)  # "đã đo đạc xong, đang nhập dữ liệu, ước 75%" leaves no doubt
        plain = below is not None and doubtful == "done_or_not"
        return Standing(Progress.IN_PROGRESS, below, None if plain else doubtful)
    if Progress.NOT_STARTED in states:
        return Standing(Progress.NOT_STARTED, 0, doubtful)
    if len(strong) < len(signs):
        weak = next((sign.doubtful for sign in signs if sign.doubtful), None)
        return Standing(Progress.IN_PROGRESS, None, weak)
    return Standing(None, percents[-1] if percents else None, doubtful)


def _below(percents: Sequence[int]) -> int | None:
    """The last figure that fits work in progress."""
    return next((percent for percent in reversed(percents) if 0 < percent < 100), None)
