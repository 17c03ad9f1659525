"""What a leader asks of the committee's tasks: late, stuck, silent, due, done, of whom, when. Pure.

"Phòng Kinh tế đang chậm việc gì?", "tuần này có gì đến hạn", "tinh hinh ke hoach so 10".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.conversation.mentions import Directory, flatten
from bot.conversation.replies import read_reply
from bot.conversation.replies.days import find_days
from bot.conversation.replies.questions import is_question
from bot.conversation.replies.said import listen
from plans.words import clean

PLAN = re.compile(
    r"(?<![a-z0-9])(?:ke hoach|kh)(?: so)? ?:? ?(?P<number>\d{1,5})(?!\d)(?P<code>[/-][a-z0-9/-]+)?"
)
TITLED = re.compile(r"(?<![a-z0-9])ke hoach (?P<title>[a-z][a-z ]{5,}?)(?=[,.?!]|$)")
BEGINS = re.compile(
    r"^(?:dong chi |em |anh |chi |bot )?(?:(?:cho|xin|nho|de nghi|hay) )?(?:toi |anh |chi |em )?"
    r"(?:(?:xem|biet|hoi|bao cao|liet ke|thong ke|kiem tra|xin) )*"
    r"(?:tinh hinh|tien do|tong hop|danh sach|lich|han|ket qua|liet ke|thong ke|cac viec|"
    r"cac nhiem vu|nhung viec|nhung nhiem vu|viec gi|viec nao|nhiem vu nao)\b"
)
OWN = re.compile(r"\b(?:cua toi|cua em|cua minh|toi phai|em phai|phong toi|phong em)\b")
FILLER = re.compile(
    r"\b(?:dang|co|cac|nhung|viec|nhiem vu|nao|gi|the nao|ra sao|cua|bi|ve|thi|la|den|dau|roi|"
    r"hien nay|hien tai|nay|ke|hoach|trong|con|a|nhe|vay|so|xa|bao nhieu|may|ai|don vi|co quan)\b"
)


class About(StrEnum):
    """What is asked for."""

    OVERDUE = "overdue"
    BLOCKED = "blocked"
    SILENT = "silent"
    DUE = "due"
    DONE = "done"
    OPEN = "open"
    UNANSWERED = "unanswered"
    UNRECEIVED = "unreceived"
    EXTENSIONS = "extensions"
    NEWS = "news"
    UNASSIGNED = "unassigned"
    REPORT_DAYS = "report_days"
    PLANS = "plans"
    REMINDED = "reminded"
    STANDING = "standing"


WORDS = (
    (
        About.UNASSIGNED,
        r"chua (?:duoc )?(?:phan cong|giao|co (?:ai|chu tri|co quan|don vi|nguoi))|chua ai "
        r"(?:lam|nhan|chu tri|phu trach)",
    ),
    (
        About.REPORT_DAYS,
        r"lich (?:bao cao|hop|chot)|(?:bao gio|khi nao|ngay nao|hom nao) (?:phai )?"
        r"(?:hop|bao cao|chot|nop bao cao)|hop ra soat|(?:han|ky|ngay) (?:nop |chot )?bao cao",
    ),
    (About.REMINDED, r"(?:se )?nhac (?:ai|gi|viec (?:gi|nao)|nhung (?:ai|gi|viec))|lich nhac"),
    (About.PLANS, r"ke hoach nao (?:dang |duoc )?(?:theo doi|co)|(?:danh sach|cac) ke hoach\b"),
    (About.UNRECEIVED, r"chua (?:bam )?nhan(?: viec| nhiem vu)?(?! dinh)\b"),
    (
        About.EXTENSIONS,
        r"(?:xin|de nghi|yeu cau|cho|nao) (?:duoc )?gia han|gia han\b.*\b(?:nao|chua)",
    ),
    (About.NEWS, r"(?:gi|nao|tin) moi\b|moi (?:bao cao|cap nhat|co gi)|vua bao cao"),
    (About.UNANSWERED, r"(?:chi dao|y kien chi dao)\b.*\b(?:chua|nao|gi)\b|chua tra loi"),
    (
        About.SILENT,
        r"(?:chua|khong)(?: \w+)? (?:bao cao|cap nhat|bao gi)|im lang|chua bao\b|"
        r"bao cao(?: het| du| xong)? chua\b",
    ),
    (
        About.OVERDUE,
        r"qua (?:thoi )?han|\btre\b|\bmuon\b|ton dong|"
        r"(?<!som )\bcham\b(?! nhat (?:la |ngay|trong|\d))",
    ),
    (About.BLOCKED, r"vuong|kho khan|\btac\b|\bket\b(?! qua)|can tro"),
    (About.DUE, r"(?:den|toi|sap|gan|het) han|phai (?:xong|lam|hoan thanh)|can lam|lam gi"),
    (About.OPEN, r"chua (?:xong|hoan|lam|thuc hien|bat dau)|con lai|dang (?:lam|thuc hien)"),
    (About.STANDING, r"(?:tot|kem|nhanh|cao|thap|nhieu) nhat|xep hang"),
    (About.DONE, r"\bxong\b|hoan thanh|hoan tat"),
)
PATTERNS = tuple((about, re.compile(pattern)) for about, pattern in WORDS)


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan by what people can call it."""

    plan_id: int
    number: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that is asked about, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which agencies, plans and days; empty and None where the words set no bound."""

    agency_ids: tuple[int, ...] = ()
    plan_ids: tuple[int, ...] = ()
    plan_words: str | None = None
    """A plan is named that we do not know."""
    period: Period | None = None

    @property
    def bounded(self) -> bool:
        """Whether the words set any bound."""
        return self != Scope()


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question as read."""

    about: About
    scope: Scope


def read_inquiry(
    text: str, directory: Directory, plans: Sequence[PlanName], *, today: date
) -> Inquiry | None:
    """What is asked of the committee's tasks; None where it is no such question.

    What names a task by its number, or tells instead of asking, is none.
    """
    replies = read_reply(text, today=today)
    if any(reply.task is not None or reply.undo for reply in replies):
        return None
    flat = flatten(clean(text))
    if OWN.search(flat):
        return None
    scope = read_scope(text, directory, plans, today=today)
    bare = directory.blank(clean(text))
    about = next((about for about, pattern in PATTERNS if pattern.search(bare)), None)
    asks = is_question(listen(text).words) or BEGINS.match(flat) is not None
    if not asks and not _says_no_more(bare, scope):
        return None
    if about is None and not scope.bounded:
        return None
    if about is None:
        about = About.DUE if scope.period else About.STANDING
    return Inquiry(about, scope)


def read_scope(text: str, directory: Directory, plans: Sequence[PlanName], *, today: date) -> Scope:
    """The agencies, plans and days that the words name."""
    flat = flatten(clean(text))
    plan_ids, plan_words = _plans(flat, plans)
    said = listen(PLAN.sub(" ", text))
    days = [day for day in find_days(said.words, today=today, marked=said.marked) if day.last]
    period = None
    if days and days[0].last is not None:
        period = Period(days[0].first or days[0].last, days[0].last)
    return Scope(directory.named(text), plan_ids, plan_words, period)


def _plans(flat: str, plans: Sequence[PlanName]) -> tuple[tuple[int, ...], str | None]:
    named = PLAN.search(flat)
    if named:
        digits, code = named["number"].lstrip("0") or "0", named["code"]
        fitting = [
            plan.plan_id
            for plan in plans
            if plan.number and _fits(flatten(plan.number), digits, code)
        ]
        if not fitting and code is None:
            cites = re.compile(rf"\b0*{digits}\b")  # "kế hoạch 57": the one about Resolution 57
            fitting = [p.plan_id for p in plans if p.title and cites.search(flatten(p.title))]
        return tuple(fitting), None if fitting else named[0]
    titled = TITLED.search(flat)
    if titled:
        words = titled["title"].strip()
        fitting = [p.plan_id for p in plans if p.title and _titled(flatten(p.title), words)]
        return tuple(fitting), None
    return (), None


def _fits(number: str, digits: str, code: str | None) -> bool:
    own = re.match(r"0*(\d+)", number)
    return own is not None and own[1] == digits and (code is None or code in number)


def _titled(title: str, words: str) -> bool:
    """Whether the first words after "kế hoạch" stand in a plan's title."""
    several = words.split()
    return any(" ".join(several[:count]) in title for count in range(len(several), 1, -1))


def _says_no_more(bare: str, scope: Scope) -> bool:
    """Nothing stands beside a name and what is asked of it: "Phòng Kinh tế chậm"."""
    if not (scope.agency_ids or scope.plan_ids or scope.plan_words):
        return False
    rest = PLAN.sub(" ", bare)
    for _, pattern in PATTERNS:
        rest = pattern.sub(" ", rest)
    return not re.search(r"[a-z0-9]", FILLER.sub(" ", rest))
