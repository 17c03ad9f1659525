"""What a question is bounded by: agencies, plans, days, how long overdue. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.dates.elapsed import Period
from bot.conversation.dates.periods import names_no_day, read_period
from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.names.no_name import NO_NAMES
from bot.conversation.questions.obstacles import asked_obstacle
from bot.conversation.questions.percents import Percents, read_percents
from bot.conversation.questions.unknown_agencies import unknown_agency
from bot.conversation.replies.targets.task_words import open_short
from plans.words import clean, letters

PLAN = re.compile(
    r"(?<![a-z0-9])(?:ke hoach|kh)(?: so)? ?:? ?(?P<number>\d{1,5})(?!\d)(?P<code>[/-][a-z0-9/-]+)?"
)
TITLED = re.compile(r"(?<![a-z0-9])(?:ke hoach|kh) (?P<title>[a-z]+(?: [a-z]+)+)")
LATE_OVER = re.compile(
    r"(?:tren|hon|qua|over|more than) (?P<count>\d{1,4}|mot|hai|ba|an?|one|two|three)"
    r" (?P<unit>ngay|tuan|thang|day|week|month)s?\b"
)
""" "Quá hạn trên 30 ngày", "hơn một tháng chưa báo", over flattened text."""
COUNTS = {"mot": 1, "hai": 2, "ba": 3, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
DAYS_OF = {"ngay": 1, "day": 1, "tuan": 7, "week": 7, "thang": 30, "month": 30}
"""Days in a unit; a month is as long as people mean by "hơn một tháng"."""

SUBJECT = re.compile(
    r"\b(?:viec|nhiem vu|noi dung)(?: (?:nao|gi))?(?: (?:co|la|noi|dang|phai lam))* ?"
    r"(?:lien quan(?: den| toi)?|noi (?:ve|den)|ve(?! (?:dich|viec))|co noi dung(?: ve)?|co chu) "
    r"(?P<what>.+)"
    r"|\btasks? (?:(?:that|which) )?(?:are |is )?(?:about|relat\w+ to|concerning|regarding"
    r"|mention\w*|involv\w+|(?:(?:has|have) )?to do with) (?:the )?(?P<in_english>.+)"
)
""" "Việc nào liên quan đến chữ ký số", over flattened text."""
FIELD = re.compile(
    r"\b(?:linh vuc|mang|chu de)(?: ve)? (?P<what>.+?)(?: (?:hien|dang|con|co|gom|thi|phai|lam))*"
    r" (?:(?:nhung|cac|may|bao nhieu) )?(?:viec|nhiem vu)(?: (?:gi|nao)\b.*)?"
)
""" "Lĩnh vực văn hóa có việc gì", over flattened text."""
LEADERS = (
    r"(?:ai|(?:phong|phong ban|co quan|don vi|ben|ban nganh|noi|nguoi|can bo|dong chi) nao)"
    r"(?: (?:la|dang|se|duoc|phai|nguoi|don vi|co quan))*"
)
LEAD = r"(?:phu trach|chiu trach nhiem|chu tri|dam nhan|dau moi|lo|lam|thuc hien|theo doi|quan ly)"
WORK = r"(?: (?:chinh|ve|viec|nhiem vu|mang|linh vuc|cong tac|phan|noi dung|vu|cai|phan viec))*"
TOPIC = r"ve|lien quan(?: den| toi)?|noi (?:ve|den)"
LED = re.compile(
    rf"(?:(?:the|vay|cho|toi|biet|hoi) )*{LEADERS} {LEAD}{WORK} (?P<what>.+)"
    rf"|(?:(?:the|vay|con|mang|viec|nhiem vu|linh vuc|vu|cai|{TOPIC}) )*(?P<topic>.+?)"
    rf" (?:thi |la |do |thuoc |cua |giao )+(?:cho )?{LEADERS}(?: {LEAD})?"
    rf"|(?:(?:the|vay|con|mang|viec|nhiem vu|linh vuc|vu|cai|{TOPIC}) )*(?P<matter>.+?)"
    rf" {LEADERS} {LEAD}"
    r"|(?:who|(?:which|what) (?:office|agency|unit|department)) (?:is |are )?(?:responsible for"
    r"|leads?|leading|handles?|handling|in charge of|does|takes care of)"
    r" (?:the )?(?P<in_english>.+)"
)
""" "Ai phụ trách chuyển đổi số", "camera giám sát là của phòng nào", over flattened text."""
WHERE = re.compile(
    r"(?:(?:cai|viec|vu|nhiem vu|mang|cong tac|noi dung|ve|the|con) ){0,4}(?P<what>[a-z].+?)"
    r" (?:(?:da|lam|dang) )*(?:toi|den) dau(?: roi)?(?: (?:a|em|anh|chi|vay|the))*\W*"
)
""" "Dữ liệu đất đai tới đâu rồi"."""
NO_SUBJECT = NO_NAMES | frozenset(letters("gì những các mấy ấy chính hết").split())
"""Words that are no subject; "Nhung" and "Chính", as people are called, read like some of them."""
HELPS = re.compile(r"(?:phoi hop|ho tro|cung lam|help(?:s|ing)?)\b(?!.*\bchu tri)")
""" "Việc nào Công an xã phối hợp", over flattened text."""
TOGETHER = re.compile(
    r"\b(?:chung(?! (?:toi|em|ta|minh|thuc|nhan|khoan)\b)|cung(?! (?:cap|ung|co)\b)|ca hai"
    r"|phoi hop (?:giua|voi)|lam voi|together|jointly|shared?"
    r"|chu tri\b.*\bphoi hop)\b"
    r"(?!.*\bso sanh)"
)
""" "Việc nào Công an làm chung với Phòng Kinh tế", beside two agencies; over flattened text."""
ENDING = re.compile(r"(?:[\s,.?!]|\b(?:khong|the|vay|a|nhe|roi|chua|toi dau|den dau)$)+$")


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan by what people can call it."""

    plan_id: int
    number: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which agencies, plans and days; empty and None where the words set no bound."""

    agency_ids: tuple[int, ...] = ()
    plan_ids: tuple[int, ...] = ()
    plan_words: str | None = None
    """A plan is named that we do not know."""
    agency_words: str | None = None
    """The same of an agency."""
    period: Period | None = None
    late_over: int | None = None
    """Days that a task must be overdue by, more than."""
    subject: str | None = None
    """Words that a task's content must hold, as they were typed."""
    obstacle: str | None = None
    """What is in the way of a task, as it was typed."""
    no_such_day: bool = False
    """A day is named that there is not."""
    percents: Percents | None = None
    """How far a task must be."""
    helping: bool = False
    """What the agencies named help with, not what they lead."""
    late: bool = False
    """What is overdue, beside what else is asked of it: "việc quá hạn nào đang vướng"."""
    due_within: Period | None = None
    """Days in which a task must be due, where what is asked of it is no matter of days."""
    numbers: tuple[int, ...] | None = None
    """The tasks that an answer listed before, which the question is of: "trong số đó"."""
    together: bool = False
    """What all the agencies named have a part in, not what one of them leads."""

    def as_of(self, today: date) -> date:
        """The day whose figures are asked for: the last of days that have passed, else today."""
        passed = self.period is not None and self.period.last < today
        return self.period.last if self.period and passed else today

    @property
    def bounded(self) -> bool:
        """Whether the words set any bound."""
        return self != Scope()


def read_scope(text: str, directory: Directory, plans: Sequence[PlanName], *, today: date) -> Scope:
    """The agencies, plans and days that the words name."""
    flat = flatten(clean(text))
    named = named_plans(clean(text), plans)
    plan_ids, plan_words = (named.ids, None if named.ids else named.words) if named else ((), None)
    over = LATE_OVER.search(flat)
    period = None if over else read_period(PLAN.sub(" ", text), today=today)
    late_over = _days_in(over["count"], over["unit"]) if over else None
    agencies = directory.named(text)
    unknown = None if agencies else unknown_agency(clean(text))
    bounded = agencies or plan_ids or plan_words or period or unknown
    subject = None if bounded else _subject(clean(text))
    lost = period is None and names_no_day(PLAN.sub(" ", text), today=today)
    obstacle = asked_obstacle(text)
    together = len(agencies) > 1 and TOGETHER.search(flat) is not None
    return Scope(
        agencies,
        plan_ids,
        plan_words,
        unknown,
        period,
        late_over,
        subject,
        obstacle,
        lost,
        percents=read_percents(flat),
        helping=bool(agencies) and not together and HELPS.search(flat) is not None,
        together=together,
    )


def _days_in(count: str, unit: str) -> int:
    return (COUNTS.get(count) or int(count)) * DAYS_OF[unit]


def is_asked_where(text: str) -> bool:
    """Whether the words ask how far something is, which may be no task's subject at all."""
    return WHERE.fullmatch(flatten(clean(text))) is not None


def _subject(typed: str) -> str | None:
    """What the tasks asked for speak of; None where the words name nothing like it."""
    flat = flatten(typed)
    found = SUBJECT.search(flat) or FIELD.search(flat) or WHERE.fullmatch(flat)
    if found is None:
        return None
    part = "in_english" if found.re is SUBJECT and found["in_english"] else "what"
    return _named_by(typed[slice(*found.span(part))])


def _named_by(what: str) -> str | None:
    """The words without what ends a question; None where they alone name nothing."""
    end = ENDING.search(flatten(what))
    what = (what[: end.start()] if end else what).strip(" ,.?!")
    return what if set(letters(what).split()) - NO_SUBJECT else None


def led_subject(typed: str) -> str | None:
    """What the words ask the leader of; None where they ask of nobody, or of nothing by name."""
    found = LED.fullmatch(flatten(typed).rstrip(" ?.!"))
    if found is None:
        return None
    part = next(part for part in ("what", "topic", "matter", "in_english") if found[part])
    return _named_by(typed[slice(*found.span(part))])


def speaks_of(content: str, subject: str) -> bool:
    """Whether a task's content holds every word of a subject, with or without marks, and whether
    either is written in full or by its first letters ("CĐS")."""
    words = set(letters(open_short(content)).split())
    return all(word in words for word in letters(open_short(subject)).split())


def holds(content: str, subject: str) -> bool:
    """Whether it holds them side by side: "công chứng" is not of "công chức" and "chứng thư"."""
    words, named = (letters(open_short(text)).split() for text in (content, subject))
    return f" {' '.join(named)} " in f" {' '.join(words)} "


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """A plan named in a text, where it stands there; without ids where we know none like it."""

    ids: tuple[int, ...]
    start: int
    end: int
    words: str
    """As they were typed."""


def named_plans(typed: str, plans: Sequence[PlanName]) -> NamedPlan | None:
    """The plan that a text names by its number or by the first words of its title, if it does."""
    flat = flatten(typed)
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
        return NamedPlan(tuple(fitting), *named.span(), typed[slice(*named.span())])
    titled = TITLED.search(flat)
    if titled is None:
        return None
    words, start = titled["title"].split(), titled.start()
    for count in range(len(words), 1, -1):
        title = " ".join(words[:count])
        fitting = [p.plan_id for p in plans if p.title and title in flatten(p.title)]
        if fitting:
            end = titled.start("title") + len(title)
            return NamedPlan(tuple(fitting), start, end, typed[start:end])
    return None


def _fits(number: str, digits: str, code: str | None) -> bool:
    own = re.match(r"0*(\d+)", number)
    return own is not None and own[1] == digits and (code is None or code in number)
