"""How things stand beside how they stood: "tuần này so với tuần trước"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.conversation.dates.elapsed import Period
from bot.conversation.listening.mentions import flatten
from bot.conversation.questions.looking import Looked, numbered
from bot.conversation.questions.news import reported_numbers
from bot.conversation.questions.scopes import Scope
from bot.conversation.talk import Talk
from bot.conversation.tasks.lists import PAGE, task_buttons
from bot.ports import Outgoing
from bot.texts.questions import comparing as texts
from reports.status import DONE, OVERDUE, task_status

SPANS = (
    (re.compile(r"hom qua|yesterday"), 1),
    (re.compile(r"cung ky|nam (?:truoc|ngoai)|last year"), 12),
    (re.compile(r"\bquy\b|quarter"), 3),
    (re.compile(r"\bthang\b|month"), 1),
)
"""How far back the words go: days in the first, months in the others; else a week."""
WEEK = timedelta(days=7)


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


async def compared(talk: Talk, looked: Looked, _: Scope) -> Outgoing:
    """What is done, overdue, stuck and reported, and what became so since."""
    tr, today = talk.tr, talk.today
    before = compared_with(talk.incoming.text, today)
    now, then = looked.figures(today), looked.figures(before)
    confirms = looked.committee.confirms
    stood = {
        one.number: task_status(one, as_of=before, confirms=confirms).status for one in looked.facts
    }
    finished = [
        one.task.number
        for one in looked.found
        if one.status in DONE and stood[one.task.number] not in DONE
    ]
    late = [
        one.task.number
        for one in looked.found
        if one.status in OVERDUE and stood[one.task.number] not in OVERDUE
    ]
    span = today - before
    lately = Period(before + timedelta(days=1), today)
    earlier = Period(before - span + timedelta(days=1), before)
    lines = [
        texts.heading(tr, whose=looked.whose, now=today, then=before),
        texts.done(tr, now=now.counts.done, then=then.counts.done),
        texts.overdue(tr, now=now.counts.overdue, then=then.counts.overdue),
        texts.blocked(tr, now=len(now.blocked), then=len(then.blocked)),
        texts.reported(
            tr,
            now=len(reported_numbers(looked.facts, lately)),
            then=len(reported_numbers(looked.facts, earlier)),
            days=span.days,
        ),
    ]
    if finished:
        lines.append(texts.newly_done(tr, numbers=finished))
    if late:
        lines.append(texts.newly_overdue(tr, numbers=late))
    shown = await numbered(talk, [*late, *finished][:PAGE])
    about = tuple(task.task.id for task in shown)
    return Outgoing(tuple(lines), tuple(task_buttons(shown)), about=about)
