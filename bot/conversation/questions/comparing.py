"""How things stand beside how they stood: "tuần này so với tuần trước"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.conversation.dates.elapsed import Period
from bot.conversation.dates.periods import read_period
from bot.conversation.listening.mentions import flatten
from bot.conversation.questions.looking import Looked, numbered
from bot.conversation.questions.news import reported_numbers
from bot.conversation.questions.scopes import Scope
from bot.conversation.talk import Talk
from bot.conversation.tasks.lists import PAGE, task_buttons
from bot.ports import Outgoing
from bot.texts.questions import comparing as texts
from plans.deadlines.recurrence import last_of_month
from reports.status import DONE, OVERDUE, Status, task_status

SPANS = (
    (re.compile(r"hom qua|yesterday"), 1),
    (re.compile(r"cung ky|nam (?:truoc|ngoai)|last year"), 12),
    (re.compile(r"\bquy\b|quarter"), 3),
    (re.compile(r"\bthang\b|month"), 1),
)
"""How far back the words go: days in the first, months in the others; else a week."""
WEEK = timedelta(days=7)
PARTS = re.compile(r"\b(?:so )?(?:với|voi|và|va|hay|and|with|to)\b", re.IGNORECASE)
NUMBERED = re.compile(r"(?:thang|quy|nam|quarter|q) ?(?:\d+|i{1,3}|iv)\b")
""" "Quý 3": a period by its number; over flattened text."""


def compared_with(text: str, today: date) -> date:
    """The day that today is compared with: a week ago, or as long ago as the words say.

    >>> compared_with("tháng này so với tháng trước", date(2025, 12, 31))
    datetime.date(2025, 11, 30)
    """
    flat = flatten(text)
    yesterday, *months = SPANS
    if yesterday[0].search(flat):
        return today - timedelta(days=yesterday[1])
    back = next((count for pattern, count in months if pattern.search(flat)), None)
    if back is None:
        return today - WEEK
    year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
    _, last = monthrange(year, month + 1)
    return date(year, month + 1, min(today.day, last))


def named_periods(text: str, today: date) -> tuple[Period, Period] | None:
    """The earlier and the later of two periods that are named by their numbers and have begun.

    >>> named_periods("so sánh tháng 10 và tháng 11", date(2025, 12, 31))[1].last
    datetime.date(2025, 11, 30)
    """
    parts = [part for part in PARTS.split(text) if NUMBERED.search(flatten(part))]
    periods = [period for part in parts if (period := read_period(part, today=today))]
    periods = [_last_year(one) if one.first > today else one for one in periods]
    if len(periods) != 2 or any(period.first > today for period in periods):
        return None
    earlier, later = sorted(periods, key=lambda period: period.first)
    return earlier, Period(later.first, min(later.last, today))


def _last_year(period: Period) -> Period:
    """ "Quý 2", said in December, is nearest in the year to come; what is compared has begun."""
    first, last = period.first, period.last
    return Period(first.replace(year=first.year - 1), last_of_month(last.year - 1, last.month))


async def compared(talk: Talk, looked: Looked, _: Scope) -> Outgoing:
    """What is done, overdue, stuck and reported, and what became so since."""
    tr, text = talk.tr, talk.incoming.text
    named = named_periods(text, talk.today)
    if named:
        earlier, lately = named
        before, today = earlier.last, lately.last
    else:
        today, before = talk.today, compared_with(text, talk.today)
        span = today - before
        lately = Period(before + timedelta(days=1), today)
        earlier = Period(before - span + timedelta(days=1), before)
    now, then = looked.figures(today), looked.figures(before)
    confirms = looked.committee.confirms

    def stood(day: date) -> dict[int, Status]:
        found = (task_status(one, as_of=day, confirms=confirms) for one in looked.facts)
        return {one.task.number: one.status for one in found}

    old, new = stood(before), stood(today)
    finished = [one for one, status in new.items() if status in DONE and old[one] not in DONE]
    late = [one for one, status in new.items() if status in OVERDUE and old[one] not in OVERDUE]
    reported_now = len(reported_numbers(looked.facts, lately))
    reported_then = len(reported_numbers(looked.facts, earlier))
    lines = [
        texts.heading(tr, whose=looked.whose, now=today, then=before),
        texts.done(tr, now=now.counts.done, then=then.counts.done),
        texts.overdue(tr, now=now.counts.overdue, then=then.counts.overdue),
        texts.blocked(tr, now=len(now.blocked), then=len(then.blocked)),
        texts.reported_within(
            tr,
            now=reported_now,
            then=reported_then,
            days=(lately.first, lately.last),
            before=(earlier.first, earlier.last),
        )
        if named
        else texts.reported(tr, now=reported_now, then=reported_then, days=(today - before).days),
    ]
    if finished:
        lines.append(texts.newly_done(tr, numbers=finished))
    if late:
        lines.append(texts.newly_overdue(tr, numbers=late))
    shown = await numbered(talk, [*late, *finished][:PAGE])
    about = tuple(task.task.id for task in shown)
    return Outgoing(tuple(lines), tuple(task_buttons(shown)), about=about)
