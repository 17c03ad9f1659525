"""Whether words of completion say that the task itself is done.

Nothing is taken for done unless everything around the word is known to leave it so: what is
near, partial, wished for, asked or denied is work in progress, and what is not known is a doubt.
"""

import re
from datetime import date, timedelta
from enum import Enum, auto

from bot.conversation.replies.completion import (
    AFTERWARDS,
    ASIDES,
    ASKED_BACK,
    ASKED_OF_US,
    BEEN,
    COMPLETE,
    CONTRASTED,
    DENIED,
    JUST_PART,
    LATER,
    MISTYPED,
    NEAR,
    NO_REPORT,
    NOUN,
    ORDERED,
    RECORDED,
    REQUEST,
    SOMEBODY_ELSE,
    STILL,
    WISHED,
)
from bot.conversation.replies.day import Day
from bot.conversation.replies.days import find_days
from bot.conversation.replies.harmless import SUBJECT, unknown_words
from bot.conversation.replies.letters import vn
from bot.conversation.replies.said import blank
from bot.conversation.replies.whole_or_part import (
    ALL_COUNTED,
    DOCUMENT_FIRST,
    DOCUMENT_OF,
    EVERY_PART,
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
    NOTHING = auto()
    """Something is asked of others, or another thing than the work is over."""


SINCE_WEEKDAY = vn(r"(?:thứ \w+|chủ nhật)(?: tuần (?:này|nay))?$")
SINCE = vn(r"\b(?:từ|hồi|hôm)(?: (?:hôm|hồi|ngày|bữa|sáng|chiều|tối))* $")
BARE_DATE = re.compile(
    r"\D*\d{1,2}(?:[/.-]| \D+ )\d{1,2}|\D+ \d{1,2}|qu[ýy] \w+|(?:ng[àa]y \D+ )?th[áa]ng \D+"
)
WITHIN = vn(r"\btrong (?:tuần|tháng|quý|năm)\b(?! \d| trước| qua| rồi)")
CLOCK = vn(r"\b\d{1,2} ?(?:h|g|giờ)\b")
NEXT_TASK = vn(r"^\W*còn(?= (?:việc|nhiệm vụ|số _|_)| đã (?:\w+ ){0,2}$| $)")
TO_FINISH = vn(r"^\W*còn (?:xong|hoàn thành|hoàn tất)\b(?! rồi)")
""" "còn xong việc 24" is done as well, or what is left to do."""

ONCE = vn(r"\b(?:là|thì) $")
OVER = vn(r"\brồi\b")
JUST_NOW = vn(
    r" (?:(?:từ|hồi|lúc|vào) )*(?:hôm (?:qua|kia)|sáng nay|(?:sáng|chiều|tối|đêm) qua|lúc nãy|xong)"
)
""" "mới xong sáng nay" is over, where "mới xong" may be a part only."""

BEHIND_US = vn(
    r"\b(?:xong|thành|tất)(?: \w+){0,5} (?:(?:sáng|từ hôm) nay|(?:sáng|trưa|chiều|tối|đêm) qua)\b"
)
HANDED_OUT = vn(r"\bđã (?:giao|phân công)(?: việc| nhiệm vụ)? $")
SHORTLY = vn(r"\bnữa$")
YEAR = vn(r"năm")
LAST_YEAR = vn(r"(?<!từ )(?<!hồi )\bnăm (?:ngoái|trước)\b")
OF = vn(r"\b(?:từ|của|kế hoạch|trong|nhiệm vụ) $")
HALF_A_YEAR = timedelta(days=182)


def judge(words: str, *, today: date, marked: bool) -> Verdict | None:
    """What the clause's words of completion come to; None where it has none.

    Two of them in one clause must both say done: "hoàn thành 100%" does, "nói xong thì chưa
    xong" does not.
    """
    for whole in (ALL_COUNTED, EVERY_PART, ASIDES):
        words = blank(words, [match.span() for match in whole.finditer(words)])
    first = COMPLETE.search(words)
    if first is None:
        return None
    *_, last = COMPLETE.finditer(words)
    before, after = words[: first.start()], words[last.end() :]
    between = words[first.end() : max(last.start(), first.end())]
    if NO_REPORT.search(words):
        return Verdict.NOTHING
    if LISTED.search(before) and not OVER.search(after):
        return Verdict.DOUBT
    if SOMEBODY_ELSE.search(words):
        return Verdict.NOT_DONE
    ordered = ORDERED.search(before)
    if ordered and not BEEN.search(before, ordered.end()):
        # "được giao mà chưa ai làm xong", "đã giao việc xong"
        open_yet = DENIED.search(before, ordered.end()) or HANDED_OUT.search(before)
        return Verdict.NOT_DONE if open_yet else Verdict.NOTHING
    if _is_open(before, between, after, first[0][0].isdigit()):
        return Verdict.NOT_DONE
    if REQUEST.match(after) and not (BEEN.search(before) or RECORDED.search(before)):
        return Verdict.NOTHING
    if _is_ahead(words, today, marked):
        return Verdict.DOUBT if BEEN.search(before) else Verdict.NOT_DONE
    days = find_days(words, today=today, marked=marked)
    if any(_is_last_year(day, words, first.start(), today) for day in days):
        return Verdict.DOUBT
    if LAST_YEAR.search(words, 0, first.start()):
        return Verdict.DOUBT
    cleared = blank(words, [(day.start, day.end) for day in days])
    before, after = cleared[: first.start()], cleared[last.end() :]
    if DOCUMENT_FIRST.search(before) or DOCUMENT_OF.search(before):
        return Verdict.DOUBT
    if QUARTER.search(words) or TO_FINISH.search(words):
        return Verdict.DOUBT
    if BEEN.search(before) or OVER.search(after):
        before = TOPIC.sub(" ", before)
    if _is_known_before(NEXT_TASK.sub("", before)) and _is_known_after(before, between + after):
        return Verdict.DONE
    return Verdict.DOUBT


def _is_open(before: str, between: str, after: str, figure: bool) -> bool:
    """Denied, near, wished for, partial or only the condition of something else."""
    lead = NEXT_TASK.sub("", before)
    return bool(
        DENIED.search(before)
        or MISTYPED.search(before)
        or NEAR.search(before)
        or (JUST_PART.search(before) and not JUST_NOW.match(after))
        or WISHED.search(before)
        or STILL.search(lead)
        or CONTRASTED.search(lead)
        or (figure and after.lstrip().startswith("_"))
        or (NOUN.search(before) and not figure)
        or PART.search(before)
        or PART.search(between)
        or PART.search(after)
        or DENIED.search(between)
        or PARTLY.search(after)
        or ASKED_BACK.search(after)
        or AFTERWARDS.search(after)
        or AFTERWARDS.search(between)
        or (LATER.search(after) and not BEEN.search(before))
    )


def _is_ahead(words: str, today: date, marked: bool) -> bool:
    """ "mai xong", "xong ngày 20/12", "tuần này xong": a time that is not behind us.

    "đã hoàn thành trước ngày 20/12" keeps within its deadline, and "tuần này xong rồi" is over.
    """
    been = BEEN.search(words) is not None
    over = been or any(sign.search(words) for sign in (OVER, BEHIND_US))
    if not over and (WITHIN.search(words) or CLOCK.search(words)):
        return True
    for day in find_days(words, today=today, marked=marked):
        named = words[day.start : day.end]
        if SHORTLY.search(named):
            return True
        if day.first is None:
            if over:
                continue  # "xong trước tết rồi"
            return True
        since = SINCE.search(words, max(day.start - 20, 0), day.start)
        if since and day.first <= today:
            continue  # "xong từ đầu tháng"
        if SINCE_WEEKDAY.match(named) and (been or since):
            continue  # "xong từ hôm thứ 6"
        if been and day.before:
            continue
        if day.first - today > HALF_A_YEAR and BARE_DATE.fullmatch(named):
            continue  # "xong ngày 5/12", read on 10/12, is behind us
        if day.first > today or (not over and (day.first == today or day.first != day.last)):
            return True
    return False


def _is_last_year(day: Day, words: str, completed: int, today: date) -> bool:
    """ "năm 2024 đã hoàn thành" leaves this year's turn open; "xong từ năm 2024" does not."""
    past = day.last is not None and day.last.year < today.year
    named = YEAR.match(words[day.start : day.end])
    return bool(past and named and day.end < completed and not OF.search(words, 0, day.start))


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
        after = ASKED_OF_US.sub(" ", after)
    if plain and (WHOLE.search(after) or _are_harmless(PRODUCT.sub(" ", after))):
        return True
    return _are_harmless(after)


def _are_harmless(words: str) -> bool:
    words = PAPERS.sub(" x ", words)
    return not unknown_words(VERBS.sub(" ", COMPLETE.sub(" ", words)))
