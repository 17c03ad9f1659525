"""What a leader asks of the committee's tasks: late, stuck, silent, due, done, of whom, when. Pure.

"Phòng Kinh tế đang chậm việc gì?", "tuần này có gì đến hạn", "tinh hinh ke hoach so 10".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.conversation.dates.elapsed import Period
from bot.conversation.dates.english_periods import periods_in_vietnamese
from bot.conversation.listening.english_agencies import agencies_in_vietnamese
from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.questions.asked_form import COUNTED, COUNTS_OTHERS, Words, asks
from bot.conversation.questions.english_inquiry_words import ENGLISH_PATTERNS, IN_ENGLISH
from bot.conversation.questions.inquiry_words import PATTERNS, WORDS_OF, About
from bot.conversation.questions.scopes import PlanName, Scope, led_subject, read_scope
from bot.conversation.replies import Reply, read_reply
from plans.words import clean
from reports.status import SOON

OWN = re.compile(r"\b(?:cua toi|cua em|cua minh|toi phai|em phai|phong toi|phong em)\b")
OF_AGENCY = re.compile(
    r"\b(?:phong|don vi|co quan|ben|ban) (?:cua )?(?:toi|em|minh|ta|chung toi|chung em|nha)\b"
)
""" "Phòng tôi được bao nhiêu phần trăm", over flattened text."""
OF_THE_AGENCY = re.compile(
    r"\b(?:bao cao|tinh hinh|tien do|ket qua|so lieu)(?: \w+){0,2} cua (?:phong|don vi|co quan)$"
)
""" "Tôi muốn xem báo cáo của phòng": of an agency's people their own; over flattened text."""
TASK_IN_ENGLISH = re.compile(r"(?:\b(?:task|number)s?(?: number| no\.?)? |#)#?\d{1,5}\b")
""" "How many days are left for task 21": of one task; flattened."""
BOTH = re.compile(r"\b(?:da (?:xong|hoan thanh|lam)|(?:xong|hoan thanh|lam) (?:duoc|roi|may))\b")
""" "Mấy việc phải xong, đã xong được mấy": how what comes due stands."""
BESIDE = (About.BLOCKED, About.SILENT, About.NOT_STARTED)
"""What can be asked of tasks that are late, or due in some days."""
NEAR = re.compile(r"\b(?:sap|gan) (?:den |toi |het )?han\b")
OF_TASKS_DUE = re.compile(
    r"\b(?:viec|nhiem vu)(?: (?:nao|gi|cua|toi|em|minh|phong|trong|co han))* (?:thang|quy|nam) "
    r"(?!nay|truoc|roi|qua)"
)
""" "Việc nào của tôi tháng 12 chưa báo": due then, not unreported then."""
LISTED = re.compile(r"\b(?:viec|nhiem vu|danh sach)\b")
SUMMED = re.compile(
    r"\b(?:tom tat|tinh hinh|tien do|ket qua|the nao|ra sao|den dau|toi dau|tong hop|xem bao cao|"
    r"so lieu|(?:toi|gui) bao cao)\b"
)
SUMS = re.compile(
    r"^(?:tinh hinh|tien do|ket qua|ke hoach|xa|phuong|cong viec|tat ca|moi viec|viec nay|"
    r"nhiem vu nay|toi|em|anh|chi)\b"
)
""" "Tình hình đến đâu rồi": of everything, or of what was spoken of last; no subject."""
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
    if is_english(flat) and (about := _first(ENGLISH_PATTERNS, flat)) is not None:
        if TASK_IN_ENGLISH.search(flat):
            return None
        named = periods_in_vietnamese(agencies_in_vietnamese(text))
        scope = read_scope(named, directory, plans, today=today)
        return Inquiry(_settled(about, scope), _bounds(about, scope))
    replies = read_reply(text, today=today)
    if _are_of_a_task(replies):
        return None
    bare = directory.blank(clean(text))
    about = _first(PATTERNS, bare)
    if OWN.search(flat) and not own and about is not About.UNANSWERED:
        return None
    scope = _bounds(about, read_scope(text, directory, plans, today=today))
    bounds_nothing = not replace(scope, subject=None).bounded
    if about is None and bounds_nothing and (subject := led_subject(clean(text))):
        about, scope = About.LED, replace(scope, subject=subject)
    if not asks(Words(text, flat, bare, about, scope, replies[0].ask, reports=own)):
        return None
    if about is None and not _names_enough(flat, scope, own=own):
        return None
    return _bounded_twice(Inquiry(_about(about, bare, scope, today), scope), bare, today)


def _bounded_twice(inquiry: Inquiry, bare: str, today: date) -> Inquiry:
    """The question with both that it asks of: "việc quá hạn nào đang vướng", "việc tháng 12 nào
    chưa bắt đầu", "sắp đến hạn mà chưa làm gì"."""
    about, scope = inquiry.about, inquiry.scope
    if about is About.SILENT and scope.late_over is not None:
        since = Period(today - timedelta(days=scope.late_over), today)
        return Inquiry(about, replace(scope, period=since, late_over=None))
    if about is About.OVERDUE and scope.period is not None and scope.period.first > today:
        return Inquiry(About.DUE, scope)  # nothing is late yet of days to come
    if about is About.OVERDUE and scope.period is None:
        about = next((one for one in BESIDE if WORDS_OF[one].search(bare)), about)
        return Inquiry(about, replace(scope, late=about is not About.OVERDUE))
    if about not in BESIDE:
        return inquiry
    if WORDS_OF[About.OVERDUE].search(bare):
        scope = replace(scope, late=True)
    elif NEAR.search(bare) and scope.period is None:
        scope = replace(scope, due_within=Period(today, today + SOON))
    days = scope.period
    of_tasks = about is About.NOT_STARTED or OF_TASKS_DUE.search(bare) is not None
    if days is not None and days.first < days.last and of_tasks:
        scope = replace(scope, period=None, due_within=days)
    return Inquiry(about, scope)


def _first(patterns: Sequence[tuple[About, re.Pattern[str]]], flat: str) -> About | None:
    return next((about for about, pattern in patterns if pattern.search(flat)), None)


def _bounds(about: About | None, scope: Scope) -> Scope:
    """What bounds a question; a kind of obstacle bounds only what is stuck."""
    return scope if about is About.BLOCKED else replace(scope, obstacle=None)


def _names_enough(flat: str, scope: Scope, *, own: bool) -> bool:
    """Whether words that say nothing of how the work stands say which tasks are asked for."""
    if scope.subject is not None:
        return SUMS.search(flat) is None
    of_own = own and speaks_of_agency(flat) and SUMMED.search(flat) is not None
    counted = COUNTED.search(flat) is not None and not COUNTS_OTHERS.search(flat)
    return scope.bounded or counted or of_own


def may_inquire(text: str, *, today: date) -> bool:
    """Whether `read_inquiry` may find something, whatever agencies and plans there are.

    Told of most messages before those are looked up: "việc 12 được 80%" is no question.
    """
    return is_english(flatten(clean(text))) or not _are_of_a_task(read_reply(text, today=today))


def _are_of_a_task(replies: Sequence[Reply]) -> bool:
    return any(reply.task is not None or reply.undo for reply in replies)


def speaks_of_agency(flat: str) -> bool:
    """Whether flattened words speak of the asker's own agency as a whole."""
    return OF_AGENCY.search(flat) is not None or OF_THE_AGENCY.search(flat) is not None


def is_english(flat: str) -> bool:
    """Whether flattened words begin as a question in English does."""
    return IN_ENGLISH.match(flat) is not None


def _settled(about: About | None, scope: Scope) -> About:
    """What words ask for, as far as their bounds change that: how far tasks are, or two agencies
    to be compared."""
    if scope.percents is not None and about in AS_FAR:
        return About.OPEN
    if about is About.COMPARED and len(scope.agency_ids) > 1:
        return About.BY_AGENCY
    if about is About.SUBJECT and scope.subject is None:
        return About.OPEN
    return about or About.STANDING


def _about(about: About | None, bare: str, scope: Scope, today: date) -> About:
    """What is asked for, where its words leave that to what they are bounded by."""
    counted = COUNTED.search(bare) is not None
    about = _settled(about, scope) if about or scope.percents else None
    if about is About.DONE and counted and scope.period is None:
        return About.STANDING
    if about is About.DUE and counted and scope.period is not None and BOTH.search(bare):
        return About.STANDING
    if about is not None:
        return about
    if scope.subject is not None:
        return About.SUBJECT
    if scope.late_over is not None:
        return About.OVERDUE
    listed = LISTED.search(bare) and not counted and not SUMMED.search(bare)
    if scope.period is not None:
        if scope.period.first < today <= scope.period.last and SUMMED.search(bare):
            return About.STANDING  # "tổng hợp từ đầu năm đến nay", "kết quả tháng này"
        return About.DUE if listed or scope.as_of(today) == today else About.STANDING
    return About.OPEN if listed and (scope.agency_ids or scope.plan_ids) else About.STANDING
