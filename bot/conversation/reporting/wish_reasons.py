"""Why more time is wished for, said in the message after the wish: "vì chưa có kinh phí"."""

from dataclasses import replace

from sqlalchemy import select

from bot.conversation.replies import Reply
from bot.conversation.talk import Talk
from db.models import Extension
from db.queries.tasks import TaskNow
from tasks.undoing import valid_updates


async def with_wish(talk: Talk, now_task: TaskNow, reply: Reply) -> Reply:
    """An obstacle alone as the reason of the wish that it follows; any other reply as it is.

    It follows where the wish is the person's own, of today, the last that was said of the task, and
    has neither a reason nor a decision yet. It is put again, with its reason, to who decides.
    """
    if reply != Reply(task=reply.task, blocked=True, reason=reply.reason):
        return reply
    history = await valid_updates(talk.session, now_task.occurrence)
    last = history[-1] if history else None
    if last is None or (last.person_id, last.reported_on) != (talk.person.id, talk.today):
        return reply
    wish = await talk.session.scalar(
        select(Extension).where(
            Extension.committee_id == talk.committee.id,
            Extension.update_id == last.id,
            Extension.reason.is_(None),
            Extension.granted.is_(None),
            Extension.withdrawn_at.is_(None),
        )
    )
    return replace(reply, extension=True, until=wish.asked_due) if wish else reply
