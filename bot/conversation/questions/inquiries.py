"""What a leader asks of the committee's tasks: late, stuck, silent, due, done, of whom, when. Pure.

"Phòng Kinh tế đang chậm việc gì?", "tuần này có gì đến hạn", "tinh hinh ke hoach so 10".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.listening.said import listen
from bot.conversation.questions.inquiry_words import (
    DUE_WITHIN,
    ENGLISH_PATTERNS,
    IN_ENGLISH,
    OF_DAYS,
    PATTERNS,
    About,
)
from bot.conversation.questions.scopes import PLAN, PlanName, Scope, read_scope
from bot.conversation.replies import Reply, read_reply
from bot.conversation.replies.hearing.questions import is_question
from plans.words import clean

BEGINS = re.compile(
    r"^(?:dong chi |em |anh |chi |bot )?(?:(?:cho|xin|nho|de nghi|hay) )?(?:toi |anh |chi |em )?"
    r"(?:(?:muon|xem|biet|hoi|bao cao|liet ke|thong ke|kiem tra|xin) )*"
    r"(?:tinh hinh|tien do|tong hop|tom tat|(?<=xem )bao cao (?:cua|chung|tong)|danh sach|lich|han|"
    r"ket qua|liet ke|thong ke|\d+ (?:viec|nhiem vu)(?= (?:gan|sap|qua|tre|cham|moi|lau))|"
    r"(?:viec|nhiem vu)(?= (?:tu|duoi|tren|hon) \d+ ?(?:%|phan tram))|"
    r"cac viec|viec cua|nhiem vu cua|cac nhiem vu|nhung viec|"
    r"nhung nhiem vu|viec gi|viec nao|nhiem vu nao|(?<=xem )ke hoach$)\b"
)
OWN = re.compile(r"\b(?:cua toi|cua em|cua minh|toi phai|em phai|phong toi|phong em)\b")
OF_AGENCY = re.compile(
    r"\b(?:phong|don vi|co quan|ben|ban) (?:cua )?(?:toi|em|minh|ta|chung toi|chung em|nha)\b"
)
""" "Phòng tôi được bao nhiêu phần trăm", over flattened text."""
FILLER = re.compile(
    r"\b(?:dang|co|cac|nhung|viec|nhiem vu|nao|gi|the nao|ra sao|cua|bi|ve|thi|la|den|dau|roi|"
    r"hien nay|hien tai|nay|ke|hoach|trong|con|a|nhe|vay|so|xa|bao nhieu|may|ai|don vi|co quan)\b"
)


COUNTED = re.compile(r"\bbao nhieu\b|\bmay (?:viec|nhiem vu)\b|\bty le\b|\bphan tram\b")
""" "Phòng Kinh tế xong mấy việc": figures are asked for, no list."""
RATE = re.compile(
    r"(?:(?:cho|toi|em|xin|xem|biet|hoi|gui|bao cao) )*(?:ty le|ti le|phan tram|so lieu)\b(?!.*\d)"
)
""" "Tỷ lệ hoàn thành của phòng em": a figure that is asked for, where none is given; flattened."""
LISTED = re.compile(r"\b(?:viec|nhiem vu|danh sach)\b")
SUMMED = re.compile(
    r"\b(?:tom tat|tinh hinh|tien do|ket qua|the nao|ra sao|den dau|toi dau|tong hop)\b"
)
SUMS = re.compile(
    r"^(?:tinh hinh|tien do|ket qua|ke hoach|xa|phuong|cong viec|tat ca|moi viec|viec nay|"
    r"nhiem vu nay|toi|em|anh|chi)\b"
)
""" "Tình hình đến đâu rồi": of everything, or of what was spoken of last; no subject."""
COMPARES = re.compile(r"(?:tuan|thang|quy|nam|hom nay|so sanh|so voi|tinh hinh|ket qua)\b")
""" "Tuần này so với tuần trước" asks without a word that does."""


AS_FAR = (None, About.DONE, About.OPEN, About.STANDING)
""" "Việc nào làm được trên 80%": what is open and so far."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question as read."""

    about: About
    scope: Scope


def read_inquiry(
    text: str,
    directory: Directory,
    plans: Sequence[PlanName],
    *,
    today: date,
    own: bool = False,
) -> Inquiry | None:
    """What is asked of the committee's tasks; None where it is no such question.

    What names a task by its number, or tells instead of asking, is none. `own` lets the words
    speak of the asker's own tasks ("việc của tôi").
    """
    flat = flatten(clean(text))
    if is_english(flat):
        about = next((about for about, pattern in ENGLISH_PATTERNS if pattern.search(flat)), None)
        if about is not None:
            scope = read_scope(text, directory, plans, today=today)
            if about is not About.BLOCKED:
                scope = replace(scope, obstacle=None)
            return Inquiry(about, scope)
    replies = read_reply(text, today=today)
    if _are_of_a_task(replies):
        return None
    scope = read_scope(text, directory, plans, today=today)
    bare = directory.blank(clean(text))
    about = next((about for about, pattern in PATTERNS if pattern.search(bare)), None)
    if OWN.search(flat) and not own and about is not About.UNANSWERED:
        return None
    if about is not About.BLOCKED:
        scope = replace(scope, obstacle=None)
    asks = is_question(listen(text).words) or BEGINS.match(flat) is not None
    asks = asks or (replies[0].ask == "summary" and COUNTED.search(flat) is not None)
    asks = asks or (scope.period is not None and _names_days(flat))
    asks = asks or "bieu do" in flat or about is About.FILE or scope.subject is not None
    asks = asks or about in (About.RANKED, About.PLAN_FILE) or asks_rate(flat)
    asks = asks or (about is About.UNANSWERED and flat.rstrip(" ?.").endswith("chua"))
    asks = asks or (about is About.COMPARED and bool(COMPARES.match(flat)))
    if not asks and not _says_no_more(bare, scope):
        return None
    if about is None and scope.subject is not None and SUMS.search(flat):
        return None
    of_own = own and OF_AGENCY.search(flat) is not None and SUMMED.search(flat) is not None
    if about is None and not scope.bounded and not COUNTED.search(flat) and not of_own:
        return None
    return Inquiry(_about(about, bare, scope, today), scope)


def may_inquire(text: str, *, today: date) -> bool:
    """Whether `read_inquiry` may find something, whatever agencies and plans there are.

    Told of most messages before those are looked up: "việc 12 được 80%" is no question.
    """
    return is_english(flatten(clean(text))) or not _are_of_a_task(read_reply(text, today=today))


def _are_of_a_task(replies: Sequence[Reply]) -> bool:
    return any(reply.task is not None or reply.undo for reply in replies)


def is_english(flat: str) -> bool:
    """Whether flattened words begin as a question in English does."""
    return IN_ENGLISH.match(flat) is not None


def asks_rate(flat: str) -> bool:
    """Whether flattened words ask how far the work is as a whole: "tỷ lệ hoàn thành"."""
    return RATE.match(flat) is not None


def _about(about: About | None, bare: str, scope: Scope, today: date) -> About:
    """What is asked for, where its words leave that to what they are bounded by."""
    counted = COUNTED.search(bare) is not None
    if scope.percents is not None and about in AS_FAR:
        return About.OPEN
    if about is About.DONE and counted and scope.period is None:
        return About.STANDING
    if about is About.COMPARED and len(scope.agency_ids) > 1:
        return About.STANDING
    if about is not None:
        return about
    if scope.subject is not None:
        return About.SUBJECT
    if scope.late_over is not None:
        return About.OVERDUE
    listed = LISTED.search(bare) and not counted and not SUMMED.search(bare)
    if scope.period is not None:
        return About.DUE if listed or scope.as_of(today) == today else About.STANDING
    return About.OPEN if listed and (scope.agency_ids or scope.plan_ids) else About.STANDING


def _names_days(flat: str) -> bool:
    """Whether days alone say which tasks are asked for."""
    return (DUE_WITHIN.fullmatch(flat) or OF_DAYS.fullmatch(flat)) is not None


def _says_no_more(bare: str, scope: Scope) -> bool:
    """Nothing stands beside a name and what is asked of it: "Phòng Kinh tế chậm"."""
    if not (scope.agency_ids or scope.plan_ids or scope.plan_words):
        return False
    rest = PLAN.sub(" ", bare)
    for _, pattern in PATTERNS:
        rest = pattern.sub(" ", rest)
    return not re.search(r"[a-z0-9]", FILLER.sub(" ", rest))
