"""What happens to us in a group: added, removed, moved to another address."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.groups.call import Call, whose
from bot.conversation.talk import queue_notice
from bot.i18n import translator
from bot.ports import Incoming, Outgoing
from bot.texts import groups as texts
from db.enums import OutboxKind, Role
from db.models import Chat, OutboxMessage
from db.queries.groups import binding_of
from db.queries.people import chat_at, people_in_role
from tasks.groups import follow_chat, lose_group

PATIENCE = timedelta(seconds=5)
"""Before a group is told how it is bound: added by a link, its code follows at once; and Telegram
may greet us in the supergroup before it says which group has become it."""
AGAIN = timedelta(days=1)
"""An unbound group that calls us is told so once within this."""


def tell_how(call: Call, *, wait: timedelta = timedelta()) -> None:
    """Say how the group is bound, once in a while, unless it is by then."""
    told = (call.chat.dialogue or {}).get("told_at")
    if told is not None and call.now - datetime.fromisoformat(told) < AGAIN:
        return
    call.chat.dialogue = {"told_at": call.now.isoformat()}
    said = Outgoing((texts.how_to_bind(call.tr),), spot=call.group.spot)
    call.session.add(
        OutboxMessage(
            chat_id=call.chat.id,
            kind=OutboxKind.ANSWER,
            body=said.to_json(),
            queued_at=call.now,
            next_at=call.now + wait,
        )
    )


async def lost(session: AsyncSession, chat: Chat, *, default_locale: str, now: datetime) -> None:
    """A chat shut us out: a bound group's binding ends, and the office hears of it, once."""
    known = await binding_of(session, chat.id)
    if known is None:
        return
    await lose_group(session, chat, now=now)
    for secretary in await people_in_role(session, known.committee_id, Role.SECRETARY):
        tr = translator(secretary.locale or default_locale)
        text = texts.lost(tr, title=known.title, whose=whose(tr, known))
        queue_notice(session, known.committee, secretary, Outgoing((text,)), now=now)


async def moved(session: AsyncSession, incoming: Incoming, address: str, *, now: datetime) -> None:
    """The group goes on under another address: so do its binding and what waits for it."""
    chat = await chat_at(session, incoming.channel, incoming.chat)
    if chat is not None:
        await follow_chat(session, chat, address, now=now)
