"""Agencies beside one another: "cơ quan nào làm tốt nhất", "tỷ lệ hoàn thành của từng phòng".

By what is done of what has come due (domain: agencies are compared by rates), never by counts.
"""

import re

from bot.conversation.listening.mentions import flatten
from bot.conversation.questions.looking import Looked
from bot.conversation.questions.scopes import Scope
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.questions import ranking as texts

WORST = re.compile(r"\b(?:kem|cham|thap|te|yeu|muon|tre|worst|slowest|lowest)\b")
SHOWN = 15
"""Agencies in one answer."""


async def ranked(talk: Talk, looked: Looked, scope: Scope) -> Outgoing:
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
    return Outgoing((heading, *lines, texts.next_one(tr, agency=measured[0].agency or "")))
