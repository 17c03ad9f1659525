"""A question that leans on the one before: "thế còn Công an xã?", "của tháng trước thì sao?".

What was asked last is kept with the chat (`followed`) for an hour, as what it asked for and the
agencies, plans and days that it set as its bounds.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.conversation.dates.elapsed import Period
from bot.conversation.dates.english_periods import periods_in_vietnamese
from bot.conversation.listening.english_agencies import agencies_in_vietnamese
from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.questions.inquiries import Inquiry, read_inquiry
from bot.conversation.questions.inquiry_words import DAYS, PATTERNS, About
from bot.conversation.questions.percents import Percents
from bot.conversation.questions.scopes import PlanName, Scope, read_scope
from bot.conversation.talk import LAPSES, Talk
from plans.words import clean

FOLLOWS = re.compile(
    r"(?:(?:vay|a|ok|u|roi)[ ,]+)*(?:the con|con|the|va|what about|how about|and) (?P<a>.+?)"
    r"(?: (?:thi|the nao|sao|ra sao))*"
    r"|(?:(?:ca|cua|them)[ ,]+)*(?P<b>.+?) (?:thi sao|thi the nao|thi|sao|nua|luon)"
)
""" "Thế còn Công an xã?", "của tháng trước thì sao?"; over flattened text."""
LISTED = re.compile(
    r"(?:(?:cho|toi|em|xem|hay|giup)[ ,]+)*(?:liet ke|ke|neu|dua|xem|doc)"
    r"(?: (?:ten|chi tiet|cu the|ra|het|di|xem|danh sach|giup|nhe|a|toi|em))+"
    r"|(?:cu the )?(?:la |do la )*(?:(?:nhung|cac) )?(?:viec|nhiem vu) (?:nao|gi)(?: vay| the| a)*"
)
""" "Liệt kê ra", "là những việc nào": the tasks of the last answer."""


OF_THE_PAST = (
    About.OVERDUE,
    About.LAST_REPORT,
    About.NEWS,
    About.DONE,
    About.DONE_LATE,
    About.GIVEN,
    About.SILENT,
    About.COMPARED,
)
"""What days to come have nothing of yet: "tuần sau thì sao" asks what comes due."""


SHORTER = re.compile(
    r"(?:(?:cho|toi|em|noi|viet|tom tat|lam|hay|xin)[ ,]+)*(?:ngan|gon|tom tat|so bo)"
    r"(?: (?:gon|lai|thoi|hon|di|nhe|a|nua|duoc khong|giup|toi))*|shorter|in short|briefly"
)
""" "Ngắn thôi": the figures of the last answer without its lists; over flattened text."""
AMONG = re.compile(
    r"[ ,]*\b(?:trong (?:so |do |cac |nhung |may )*(?:viec |nhiem vu |cai )?(?:do|ay|nay|tren|kia)"
    r"|(?:cac|nhung|may|so) (?:viec|nhiem vu|cai) (?:do|ay|nay|tren|kia|vua (?:neu|roi))"
    r"|(?:of|among) (?:those|these|them)|(?:those|these)(?: tasks)?)\b(?! (?:chinh|la))"
)
""" "Trong số đó", "những việc ấy": the tasks of the last answer; over flattened text."""
MOST = re.compile(
    r"(?:(?:the|vay|con|trong do)[ ,]+)*(?:(?:cai|viec|nhiem vu) nao )?"
    r"(?:lau|cham|tre|gap|som|xa|gan han|gan)(?: han)? nhat"
    r"(?: (?:thi|la|do|viec|cai|nhiem vu|cua|nao|gi|ai|phong|vay|the))*"
)
""" "Lâu nhất là việc nào": of the tasks of the last answer; over flattened text."""
WHY = re.compile(
    r"(?:the |vay |nhung )*(?:(?:tai|vi) sao|sao|ly do(?: la)?(?: gi| tai sao)?|"
    r"(?:co )?ly do gi(?: khong)?|nguyen nhan"
    r"(?: la)?(?: gi)?|do dau|why(?: is that| so)?)"
    r"(?: (?:lai|no|bi|tre|cham|muon|qua han|chua xong|lau|"
    r"the|vay|a|nhi|nhu|late|overdue))*"
)
""" "Tại sao?": what was reported to be in the way of the tasks of the last answer."""


def keep(talk: Talk, inquiry: Inquiry) -> None:
    """Keep a question for what may lean on it next."""
    scope = inquiry.scope
    kept = {
        "about": inquiry.about.value,
        "agencies": list(scope.agency_ids),
        "plans": list(scope.plan_ids),
        "days": _kept_days(scope.period),
        "due_within": _kept_days(scope.due_within),
        "late": scope.late,
        "obstacle": scope.obstacle,
        "percents": [scope.percents.least, scope.percents.most] if scope.percents else None,
        "helping": scope.helping,
        "together": scope.together,
        "numbers": scope.numbers,
        "subject": scope.subject,
        "at": talk.now.isoformat(),
    }
    talk.keep_today("followed", kept)


def _kept_days(period: Period | None) -> list[str] | None:
    return [period.first.isoformat(), period.last.isoformat()] if period else None


def _days_kept(kept: list[str] | None) -> Period | None:
    return Period(*map(date.fromisoformat, kept)) if kept else None


def _kept(talk: Talk) -> Inquiry | None:
    """The question before; None where there was none within the hour."""
    kept = talk.kept_today("followed")
    if not kept or talk.now - datetime.fromisoformat(kept["at"]) > LAPSES:
        return None
    period = _days_kept(kept["days"])
    agencies, plans = tuple(kept["agencies"]), tuple(kept["plans"])
    far = kept.get("percents")
    scope = Scope(
        agencies,
        plans,
        period=period,
        obstacle=kept.get("obstacle"),
        percents=Percents(*far) if far else None,
        helping=kept.get("helping", False),
        together=kept.get("together", False),
        numbers=tuple(kept["numbers"]) if kept.get("numbers") else None,
        subject=kept.get("subject"),
        late=kept.get("late", False),
        due_within=_days_kept(kept.get("due_within")),
    )
    return Inquiry(About(kept["about"]), scope)


def list_kept(talk: Talk, numbers: Sequence[int]) -> None:
    """Keep what an answer lists, all its pages, for "trong số đó" asked next; empty forgets it."""
    if numbers:
        talk.keep_today("listed_tasks", {"numbers": list(numbers), "at": talk.now.isoformat()})
    elif talk.recall("listed_tasks"):
        talk.remember(listed_tasks=None)


def keep_agency(talk: Talk, name: str) -> None:
    """Keep the one agency that an answer is of, for "phòng đó" asked next."""
    talk.keep_today("asked_agency", {"name": name})


def listed_before(talk: Talk) -> tuple[int, ...]:
    """The tasks of the last answer's list; none after an hour."""
    kept = talk.kept_today("listed_tasks")
    if not kept or talk.now - datetime.fromisoformat(kept["at"]) > LAPSES:
        return ()
    return tuple(kept["numbers"])


def points_at_nothing(talk: Talk, text: str) -> bool:
    """Whether it is of tasks listed before where none were: no answer of all tasks is one to it."""
    return AMONG.search(flatten(clean(text))) is not None and not listed_before(talk)


def _of_those(talk: Talk, text: str, names: Directory, plans: Sequence[PlanName]) -> Inquiry | None:
    """What is asked of the tasks that were listed last; None where it is of no such."""
    typed, numbers = clean(text).strip(" .,?!"), listed_before(talk)
    if not numbers:
        return None
    flat = flatten(typed)
    if WHY.fullmatch(flat):
        return Inquiry(About.BLOCKED, Scope(numbers=numbers))
    found = AMONG.search(flat)
    if found is None and (flat.startswith("viec nao") or not MOST.fullmatch(flat)):
        return None
    rest = f"{typed[: found.start()]} {typed[found.end() :]}".strip(" ,") if found else typed
    asked = read_inquiry(f"{rest}?", names, plans, today=talk.today)
    if asked is None or asked.about in (About.STANDING, About.LED, About.WAITING):
        asked = Inquiry(About.LED, asked.scope if asked else Scope())
        asked = replace(asked, scope=replace(asked.scope, subject=None))
    return replace(asked, scope=replace(asked.scope, numbers=numbers))


def _leaning_words(typed: str, names: Directory) -> str | None:
    """What a question that leans on the one before names anew: "công an" of "thế còn công an?"."""
    found = FOLLOWS.fullmatch(flatten(typed))
    if found is not None:
        part = "a" if found["a"] else "b"
        words = typed[found.start(part) : found.end(part)]
        return periods_in_vietnamese(agencies_in_vietnamese(words))
    alone = DAYS.fullmatch(flatten(typed)) or re.fullmatch(r"_+", names.blank(typed))
    return typed if alone else None


def followed(talk: Talk, text: str, names: Directory, plans: Sequence[PlanName]) -> Inquiry | None:
    """The question before with other bounds, or as a list; None where the words ask anew."""
    typed = clean(text).strip(" .,?!")
    flat = flatten(typed)
    if of_those := _of_those(talk, text, names, plans):
        return of_those
    before = _kept(talk)
    if before is None:
        return None
    if SHORTER.fullmatch(flat) and before.about is About.STANDING:
        return before
    if LISTED.fullmatch(flat):
        summed = before.about in (About.STANDING, About.RANKED)
        return Inquiry(About.OPEN if summed else before.about, before.scope)
    words = _leaning_words(typed, names)
    if words is None:
        return None
    scope = read_scope(words, names, plans, today=talk.today)
    named = scope.agency_ids or scope.plan_ids or scope.period
    if not named or any(pattern.search(names.blank(words)) for _, pattern in PATTERNS):
        return None
    bounds = replace(
        before.scope,
        agency_ids=scope.agency_ids or before.scope.agency_ids,
        together=before.scope.together and not scope.agency_ids,
        plan_ids=scope.plan_ids or before.scope.plan_ids,
        numbers=None if scope.agency_ids or scope.period else before.scope.numbers,
        period=scope.period or before.scope.period,
    )
    if scope.period and (before.scope.due_within or before.about is About.NOT_STARTED):
        bounds = replace(bounds, period=None, due_within=scope.period)
    ahead = bounds.period is not None and bounds.period.first > talk.today
    return Inquiry(About.DUE if ahead and before.about in OF_THE_PAST else before.about, bounds)
