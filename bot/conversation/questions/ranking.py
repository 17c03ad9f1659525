"""Agencies beside one another: "cơ quan nào làm tốt nhất", "tỷ lệ hoàn thành của từng phòng".

By what is done of what has come due (domain: agencies are compared by rates); by counts only
where these are asked for: "phòng nào nhiều việc nhất".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.listening.mentions import flatten
from bot.conversation.questions.following import keep_agency
from bot.conversation.questions.looking import Looked
from bot.conversation.questions.scopes import Scope
from bot.conversation.talk import Talk
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.texts.questions import ranking as texts
from reports.figures import Counts
from reports.status import Flag

WORST = re.compile(r"\b(?:kem|cham|thap|te|yeu|muon|tre|worst|slowest|lowest)\b")
SHOWN = 15
"""Agencies in one answer."""


@dataclass(frozen=True, slots=True)
class Load:
    """What agencies have much or little of: the words for it, how many, and how that is headed."""

    words: re.Pattern[str]
    count: Callable[[Counts], int]
    heading: Callable[[Translator], str]


MUCH = re.compile(r"\b(?:nhieu|it|ban(?: ron)?(?= nhat)|most|fewest|least|busiest)\b")
LITTLE = re.compile(r"\b(?:it|fewest|least)\b")
BY_RATE = re.compile(r"\b(?:xong|hoan thanh|hoan tat|lam duoc|done|finished|completed)\b")
LOADS = (
    Load(
        re.compile(r"qua han|\bcham\b|\btre\b|ton dong|overdue|late"),
        lambda counts: counts.overdue,
        texts.overdue,
    ),
    Load(
        re.compile(r"vuong|kho khan|\btac\b|obstacle|blocked"),
        lambda counts: counts.flags[Flag.BLOCKED],
        texts.blocked,
    ),
    Load(
        re.compile(r"chua bao|khong bao|im lang|not report"),
        lambda counts: counts.flags[Flag.SILENT],
        texts.silent,
    ),
    Load(re.compile(""), lambda counts: counts.total - counts.done, texts.still_open),
)
"""The last holds where no other does: "phòng nào nhiều việc nhất"."""


def asked_load(text: str) -> Load | None:
    """What the words ask much or little of; None where agencies are compared by their rates."""
    flat = flatten(text)
    if not MUCH.search(flat) or BY_RATE.search(flat):
        return None
    return next(load for load in LOADS if load.words.search(flat))


def _loaded(talk: Talk, looked: Looked, scope: Scope, load: Load) -> Outgoing:
    """How many of these tasks each agency has, the most first unless the fewest are asked for."""
    tr, as_of = talk.tr, scope.as_of(talk.today)
    sign = 1 if LITTLE.search(flatten(talk.incoming.text)) else -1
    rows = sorted(
        (sign * load.count(row.counts), row.agency)
        for row in looked.figures(as_of).agencies
        if row.agency
    )
    lines = [texts.load(agency=agency, count=abs(count)) for count, agency in rows[:SHOWN]]
    heading = texts.loads(tr, whose=looked.whose, day=as_of, what=load.heading(tr))
    if not rows:
        return Outgoing((texts.nothing_due(tr, day=as_of),))
    keep_agency(talk, rows[0][1])
    return Outgoing((heading, *lines, texts.next_one(tr, agency=rows[0][1])))


async def ranked(talk: Talk, looked: Looked, scope: Scope) -> Outgoing:
    """The agencies by how much of something they have, else by what they have done (`_rated`)."""
    load = asked_load(talk.incoming.text)
    return _loaded(talk, looked, scope, load) if load else _rated(talk, looked, scope)


def _rated(talk: Talk, looked: Looked, scope: Scope) -> Outgoing:
    """The agencies of which something has come due, the best first unless the worst is asked for;
    then those of which nothing has."""
    tr, as_of = talk.tr, scope.as_of(talk.today)
    rows = [row for row in looked.figures(as_of).agencies if row.agency is not None]
    measured = [row for row in rows if row.counts.due]
    sign = 1 if WORST.search(flatten(talk.incoming.text)) else -1
    measured.sort(key=lambda row: row.agency or "")
    measured.sort(
        key=lambda row: (
            sign * row.counts.due_done / row.counts.due,
            -sign * row.counts.overdue,
        )
    )
    waiting = [row.agency for row in rows if row.agency and not row.counts.due]
    if not measured:
        return Outgoing((texts.nothing_due(tr, day=as_of),))
    lines = [
        texts.line(
            tr,
            agency=row.agency or "",
            done=row.counts.due_done,
            due=row.counts.due,
            overdue=row.counts.overdue,
        )
        for row in measured[:SHOWN]
    ]
    if waiting:
        lines.append(texts.not_due(tr, agencies=waiting))
    heading = texts.heading(tr, whose=looked.whose, day=as_of)
    keep_agency(talk, measured[0].agency or "")
    return Outgoing((heading, *lines, texts.next_one(tr, agency=measured[0].agency or "")))
