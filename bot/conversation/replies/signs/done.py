"""Whether words of completion say that the task itself is done.

Nothing is taken for done unless everything around the word is known to leave it so: what is
near, partial, wished for, asked or denied is work in progress, and what is not known is a doubt.
`REASONS` is all of it, in the order in which it is asked.
"""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from bot.conversation.listening.letters import vn
from bot.conversation.replies.harmless import SUBJECT, unknown_words
from bot.conversation.replies.signs.ahead import is_ahead, may_be_over, speaks_of_last_year
from bot.conversation.replies.signs.completion import (
    AFTERWARDS,
    ASKED_BACK,
    ASKED_OF_US,
    AT_ONCE,
    BEEN,
    COMPLETE,
    CONTRASTED,
    DENIED,
    ISSUED,
    JUST_PART,
    LATE,
    LATER,
    MISTYPED,
    NEAR,
    NO_REPORT,
    NOUN,
    NOW_DO,
    ORDERED,
    OVER,
    RECORDED,
    REQUEST,
    SOMEBODY_ELSE,
    STILL,
    TOLD_BY_OFFICE,
    WISHED,
)
from bot.conversation.replies.signs.finish import Finish, find_finish
from bot.conversation.replies.signs.whole_or_part import (
    DOCUMENT_FIRST,
    DOCUMENT_OF,
    LIMITED,
    LISTED,
    PAPERS,
    PART,
    PARTLY,
    PRODUCT,
    QUARTER,
    TOPIC,
    VERBS,
    WHOLE,
)


class Verdict(Enum):
    """What a clause with a word of completion says."""

    DONE = auto()
    NOT_DONE = auto()
    DOUBT = auto()
    LEANING = auto()
    """It would be a doubt alone; another clause that plainly says done decides."""

    NOTHING = auto()
    """Something is asked of others, or another thing than the work is over."""


NEXT_TASK = vn(r"^\W*(?:còn|riêng)(?= (?:việc|nhiệm vụ|số _|_)| đã (?:\w+ ){0,2}$| $)")
TO_FINISH = vn(r"^\W*còn (?:xong|hoàn thành|hoàn tất)\b(?! rồi)")
""" "còn xong việc 24" is done as well, or what is left to do."""

ONCE = vn(r"\b(?:là|thì) $")
JUST_NOW = vn(
    r" (?:(?:từ|hồi|lúc|vào) )*(?:hôm (?:qua|kia)|sáng nay|(?:sáng|chiều|tối|đêm) qua|lúc nãy|xong)"
)
""" "mới xong sáng nay" is over, where "mới xong" may be a part only."""

TO_CONFIRM = vn(r"\bđề nghị xác nhận $")
DAY_OF = vn(r"^\W*ngày (?:thực tế )?$")
GIVEN = vn(
    r"^\W*(?:(?:dạ|vâng|ạ|báo cáo|anh|chị|các|những|mấy) )*(?:việc|nhiệm vụ|nội dung|cái|vụ|_+)"
    r"(?: mà)?(?: \w+){1,4} giao\b"
)
""" "việc anh giao em làm xong rồi" names the task by who gave it."""

HANDED_OUT = vn(r"\bđã (?:giao|phân công)(?: việc| nhiệm vụ)? $")


def judge(words: str, *, today: date, marked: bool) -> Verdict | None:
    """What the clause's words of completion come to; None where it has none.

    Two of them in one clause must both say done: "hoàn thành 100%" does, "nói xong thì chưa
    xong" does not.
    """
    said = find_finish(words, today=today, marked=marked)
    if said is None:
        return None
    return next((reason.verdict for reason in REASONS if reason.holds(said)), Verdict.DONE)


# What stands before the word, between two of them, or behind.


def is_listed(said: Finish) -> bool:
    """Tasks that are done are counted or asked for."""
    return bool(LISTED.search(said.before)) and not OVER.search(said.after)


def is_told_and_open(said: Finish) -> bool:
    """What was ordered has not been carried out, or only handed on."""
    ordered = _order(said)
    if ordered is None:
        return False
    return bool(DENIED.search(said.before, ordered.end()) or HANDED_OUT.search(said.before))


def is_to_confirm(said: Finish) -> bool:
    """Its confirmation is asked for, of a task that is named: done, it seems."""
    return bool(TO_CONFIRM.search(said.before)) and "_" in said.words


def is_told_to_do(said: Finish) -> bool:
    """It is ordered, and nobody says that it has been carried out."""
    return _order(said) is not None


def _order(said: Finish) -> re.Match[str] | None:
    ordered = ORDERED.search(said.before)
    if ordered and BEEN.search(said.before, ordered.end()):
        return None
    return None if GIVEN.search(said.before) and OVER.search(said.after) else ordered


def is_denied(said: Finish) -> bool:
    """Denied, also by a slip of "chưa"."""
    before = DENIED.search(said.before) or MISTYPED.search(said.before)
    return bool(before or DENIED.search(said.between))


def is_near(said: Finish) -> bool:
    """Close to the end, or only just and in part."""
    just = JUST_PART.search(said.before) and not JUST_NOW.match(said.after)
    return bool(NEAR.search(said.before) or just)


def is_wished(said: Finish) -> bool:
    """A plan, a duty, a condition, a belief."""
    return WISHED.search(said.before) is not None


def is_left(said: Finish) -> bool:
    """It still remains, or stands against what else is open."""
    lead = NEXT_TASK.sub("", said.before)
    return bool(STILL.search(lead) or CONTRASTED.search(lead))


def is_named(said: Finish) -> bool:
    """The completion is spoken of, not told: its time, its rate."""
    if said.is_figure:
        return said.after.lstrip().startswith("_")
    issued = ISSUED.search(said.before) and said.words.startswith("xong", said.first[0])
    return NOUN.search(said.before) is not None and not issued


def is_dated(said: Finish) -> bool:
    """A form gives the day on which it was completed, a day that is behind us."""
    if not (DAY_OF.search(said.before) and said.after.lstrip().startswith(":")):
        return False
    past = [day.last is not None and day.last <= said.today for day in said.days]
    return bool(past) and all(past)


def is_part(said: Finish) -> bool:
    """A part of the work, or a first step."""
    around = (said.before, said.between, said.after)
    return any(PART.search(words) for words in around) or bool(PARTLY.search(said.after))


def is_asked_back(said: Finish) -> bool:
    """Behind the word it is asked, or taken back."""
    return ASKED_BACK.search(said.after) is not None


def is_before_else(said: Finish) -> bool:
    """It comes before something else that will be done."""
    if AFTERWARDS.search(said.after) or AFTERWARDS.search(said.between):
        return True
    return bool(LATER.search(said.after)) and not BEEN.search(said.before)


def is_requested(said: Finish) -> bool:
    """Somebody else is asked to finish."""
    told = BEEN.search(said.before) or RECORDED.search(said.before)
    return bool(REQUEST.match(said.after)) and not told


def is_ahead_though_been(said: Finish) -> bool:
    """The words say over and the day says ahead."""
    return is_ahead(said) and BEEN.search(said.before) is not None


def may_have_been(said: Finish) -> bool:
    """Behind the word stands today, or a day that this month has had: has it been?"""
    return may_be_over(said) and is_ahead(said)


def may_be_about_to(said: Finish) -> bool:
    """It is done at a stretch, or will be: "làm xong luôn"."""
    doing = NOW_DO.search(said.before) and not BEEN.search(said.before)
    return bool(doing and AT_ONCE.match(said.after))


def is_of_a_document(said: Finish) -> bool:
    """A paper is done, and perhaps not the task."""
    return bool(DOCUMENT_FIRST.search(said.cleared) or DOCUMENT_OF.search(said.cleared))


def may_be_left(said: Finish) -> bool:
    """A quarter's share of the work, or what remains to be finished."""
    return bool(QUARTER.search(said.words) or TO_FINISH.search(said.words))


def is_all_of_something(said: Finish) -> bool:
    """All of what is counted ("100% hộ dân"), or the work over, and late: is that the task?"""
    if LATE.match(said.after) and not BEEN.search(said.before):
        return True
    return said.first == said.last and said.is_figure and bool(unknown_words(said.cleared_after))


def is_unknown(said: Finish) -> bool:
    """A word around it may change what is said."""
    before = said.cleared
    if BEEN.search(before) or OVER.search(said.after):
        before = TOPIC.sub(" ", before)
    return not (
        _is_known_before(NEXT_TASK.sub("", before))
        and _is_known_after(before, said.between + said.cleared_after)
    )


class Reason(NamedTuple):
    """Why a completion is not simply done, with a message that only this reason decides."""

    verdict: Verdict
    holds: Callable[[Finish], bool]
    example: str


REASONS = (
    Reason(Verdict.NOTHING, lambda said: bool(NO_REPORT.search(said.words)), "ăn cơm xong rồi"),
    Reason(Verdict.DOUBT, is_listed, "những việc đã hoàn thành"),
    Reason(
        Verdict.DOUBT,
        lambda said: bool(TOLD_BY_OFFICE.search(said.before)),
        "công an xã báo xong",
    ),
    Reason(
        Verdict.NOT_DONE,
        lambda said: bool(SOMEBODY_ELSE.search(said.words)),
        "xã bên xong rồi",
    ),
    Reason(Verdict.NOT_DONE, is_told_and_open, "được giao mà chưa ai làm xong"),
    Reason(Verdict.DOUBT, is_to_confirm, "đề nghị xác nhận hoàn thành __"),
    Reason(Verdict.NOTHING, is_told_to_do, "đề nghị các phòng hoàn thành"),
    Reason(Verdict.NOT_DONE, is_denied, "chưa xong"),
    Reason(Verdict.NOT_DONE, is_near, "gần xong"),
    Reason(Verdict.NOT_DONE, is_wished, "phấn đấu hoàn thành"),
    Reason(Verdict.NOT_DONE, is_left, "còn phòng em thì xong"),
    Reason(Verdict.LEANING, is_dated, "ngày hoàn thành: 05/12/2025"),
    Reason(Verdict.NOT_DONE, is_named, "thời gian hoàn thành"),
    Reason(Verdict.NOT_DONE, is_part, "đã hoàn thành dự thảo"),
    Reason(Verdict.NOT_DONE, is_asked_back, "xong sao được"),
    Reason(Verdict.NOT_DONE, is_before_else, "xong em báo"),
    Reason(Verdict.NOTHING, is_requested, "hoàn thành sớm nhé"),
    Reason(Verdict.DOUBT, is_ahead_though_been, "đã xong ngày 20/12"),
    Reason(Verdict.DOUBT, may_have_been, "xong hôm nay"),
    Reason(Verdict.NOT_DONE, is_ahead, "mai xong"),
    Reason(Verdict.DOUBT, speaks_of_last_year, "năm 2024 đã hoàn thành"),
    Reason(Verdict.DOUBT, may_be_about_to, "làm xong luôn"),
    Reason(Verdict.DOUBT, is_of_a_document, "· xong rồi"),
    Reason(Verdict.DOUBT, may_be_left, "xong quý III"),
    Reason(Verdict.LEANING, is_all_of_something, "100% hộ dân ký cam kết"),
    Reason(Verdict.DOUBT, is_unknown, "cột điện dựng xong rồi"),
)
"""Asked in this order: the first that holds decides, and what none holds of is done."""


def _is_known_before(before: str) -> bool:
    """Every word is harmless, or "đã" follows the name of who did it ("Trạm Y tế đã xong")."""
    before = JUST_PART.sub(" ", before)  # "mới xong sáng nay"
    *_, been = (None, *BEEN.finditer(before))
    near = before[been.end() :] if been else before
    if not _are_harmless(near):
        return False
    far = before[: been.start()] if been else ""
    return _are_harmless(far) or bool(
        SUBJECT.search(PAPERS.sub(" x ", far)) and not ONCE.search(far)
    )


def _is_known_after(before: str, after: str) -> bool:
    """Every word is harmless, or the first opens the task's own name ("đã hoàn thành việc ...").

    Without "đã" or "rồi" such a name may be only the plan's words: "Hoàn thành việc số hóa".
    """
    plain = BEEN.search(before) or OVER.search(after)
    if plain:
        after = LATE.sub(" ", ASKED_OF_US.sub(" ", after))
    whole = WHOLE.search(after) and not LIMITED.search(after)
    if plain and (whole or _are_harmless(PRODUCT.sub(" ", after))):
        return True
    return _are_harmless(after)


def _are_harmless(words: str) -> bool:
    words = PAPERS.sub(" x ", words)
    return not unknown_words(VERBS.sub(" ", COMPLETE.sub(" ", words)))
