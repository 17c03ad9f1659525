"""Completions that the standing office returned and that are open since, with its reasons."""

from bot.conversation.questions.looking import Looked
from bot.conversation.questions.scopes import Scope
from bot.conversation.questions.task_list import Answer, TaskList
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.questions import headings, task_lines
from bot.texts.tasks.cards import task_line
from db.queries.confirmations import returned_completions
from reports.status import OPEN


async def returned(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What was returned and is not done again, the last returned first."""
    still = {one.task.number: one.task for one in looked.found if one.status in OPEN}
    rows = await returned_completions(talk.session, talk.committee.id)
    rows = [row for row in rows if row.number in still]
    if not rows:
        return Outgoing((headings.none_returned(talk.tr, whose=looked.whose),))
    lines = [
        task_lines.task_returned(
            talk.tr,
            line=task_line(row.number, still[row.number].content),
            leads=still[row.number].leads,
            day=row.decided_on,
            reason=row.reason or "",
        )
        for row in rows
    ]
    heading = headings.returned(talk.tr, whose=looked.whose, count=len(rows))
    return TaskList(heading, lines, [row.number for row in rows])
