"""A message that its writer changed after it was sent.

What was done with the first words stands. Changed words that name a task and say how it stands
are a new report of it, as "à nhầm, #18 mới 80%" would be; of any other change we only say that it
does not count, since nobody can tell what of it was meant to be done again.
"""

from bot.conversation.answering import is_order
from bot.conversation.replies import read_reply
from bot.conversation.reporting.typed import on_text
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.reporting import said_back
from db.queries.messages import last_delivery


async def on_edited(talk: Talk) -> Outgoing | None:
    """The new report, or that the change does not count; said once where it is changed again."""
    replies = read_reply(talk.incoming.text, today=talk.today)
    if not is_order(talk.incoming.text) and all(
        reply.task is not None
        and reply.doubtful is None
        and (reply.state is not None or reply.percent is not None or reply.blocked)
        for reply in replies
    ):
        return await on_text(talk)
    answer = Outgoing((said_back.change_does_not_count(talk.tr),))
    last = await last_delivery(talk.session, talk.chat.id)
    said = (last.outbox.body or {}).get("blocks", ()) if last else ()
    return None if answer.blocks[0] in said else answer
