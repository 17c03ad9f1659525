"""The lines of the chats on the page, written in the order in which they can be read.

Streams ask for what came after the last line they showed, so within a chat no line may become
visible after a later one. Every writer therefore holds the chat's row before it takes an id.
"""

import hashlib
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.web.lines import CHANNEL
from bot.channels.web.posts import Post, PostError, Reason
from bot.ports import Message
from db.models import Chat, InboxUpdate, WebMessage
from plans.words import cut

QUOTE_CHARACTERS = 120
"""How much of the message that is answered stands above the answer."""


async def hold_chat(session: AsyncSession, address: str) -> Chat | None:
    """The chat at this address, whose lines nobody else writes until the transaction ends."""
    query = (
        select(Chat)
        .where(Chat.channel == CHANNEL, Chat.address == address)
        .with_for_update(key_share=True)
    )
    return await session.scalar(query)


async def open_chat(session: AsyncSession, address: str, *, now: datetime) -> Chat:
    """The chat at this address, held as by `hold_chat`; a new one where there is none."""
    chat = await hold_chat(session, address)
    if chat is not None:
        return chat
    try:
        async with session.begin_nested():
            session.add(Chat(channel=CHANNEL, address=address, heard_at=now))
    except IntegrityError:  # somebody opened it since we looked
        pass
    chat = await hold_chat(session, address)
    if chat is None:
        raise RuntimeError("a chat was removed while it was opened")
    return chat


async def add_ours(
    session: AsyncSession, chat: Chat, message: Message, *, key: str, now: datetime
) -> int:
    """Write a message of ours into a chat that is held; the id of the first with this key."""
    stored = await _line_by_key(session, key)
    if stored is not None:
        return stored.id
    body: dict[str, Any] = {
        "blocks": list(message.blocks),
        "choices": [[[c.label, c.data] for c in row] for row in message.choices],
        "heading": message.heading,
        "has_picture": message.picture is not None,
    }
    if message.file is not None:
        body |= {"file": message.file.kept.name, "file_id": message.file.kept.file_id}
    if message.replaces is not None:
        body["replaces"] = await _take_away(session, chat, message.replaces)
    line = WebMessage(
        chat_id=chat.id, key=key, ours=True, body=body, picture=message.picture, created_at=now
    )
    session.add(line)
    await session.flush()
    return line.id


async def _take_away(session: AsyncSession, chat: Chat, replaced: str) -> list[str]:
    """Take a line out of sight with the press that turned it; the ids of those taken away."""
    ids = await session.scalars(
        select(WebMessage)
        .where(WebMessage.chat_id == chat.id, WebMessage.id >= int(replaced))
        .order_by(WebMessage.id)
    )
    lines = ids.all()
    old = next((line for line in lines if line.id == int(replaced) and line.ours), None)
    if old is None:
        return []
    presses = [line for line in lines if line.body.get("pressed") == old.id]
    taken = [old, *presses[-1:]]
    for line in taken:
        line.body = {**line.body, "gone": True}
    return [str(line.id) for line in taken]


async def add_post(
    session: AsyncSession, chat: Chat, post: Post, *, bot: str, now: datetime
) -> int:
    """Write what a person posted into their chat, which is held, and into the inbox.

    A post that came before stores nothing and gives the id of its line. Raises `PostError` for
    a button or a quoted message that this chat does not have.
    """
    key = _post_key(chat.address, post.id)
    stored = await _line_by_key(session, key)
    if stored is not None:
        return stored.id
    body, said = await _read_against(session, chat, post)
    line = WebMessage(chat_id=chat.id, key=key, ours=False, body=body, created_at=now)
    update = InboxUpdate(
        channel=CHANNEL,
        bot=bot,
        update_id=key,
        payload={"chat": chat.address, **said},
        received_at=now,
    )
    session.add_all((line, update))
    await session.flush()
    return line.id


async def _read_against(
    session: AsyncSession, chat: Chat, post: Post
) -> tuple[dict[str, Any], dict[str, Any]]:
    """How a post is shown in its chat, and what the conversation gets of it."""
    if post.button is not None and post.message is not None:
        line = await _line_of(session, chat, post.message)
        label = None if line is None else _label_of(line, post.button)
        if label is None:
            raise PostError(Reason.CHOICE_GONE)
        pressed = {"blocks": [label], "client": post.id, "pressed": post.message}
        return pressed, {"button": post.button, "message": str(post.message)}
    body: dict[str, Any] = {"blocks": [post.text] if post.text else [], "client": post.id}
    said: dict[str, Any] = {"text": post.text}
    if post.file is not None:
        body |= {"file": post.file.name, "source": post.file.source}
        said["file"] = asdict(post.file)
    if post.reply_to is not None:
        line = await _line_of(session, chat, post.reply_to)
        if line is None or not line.ours:
            raise PostError(Reason.MESSAGE_GONE)
        body["quote"] = _quote(line)
        said["reply_to"] = str(post.reply_to)
    return body, said


def _label_of(line: WebMessage, data: str) -> str | None:
    """What the choice with this data says on a line of ours; None if it offers no such choice."""
    offered = (choice for row in line.body.get("choices", ()) for choice in row)
    return next((label for label, own_data in offered if line.ours and own_data == data), None)


def _quote(line: WebMessage) -> str:
    """The first words of a message, cut at a word."""
    return cut(" ".join(" ".join(line.body["blocks"]).split()), QUOTE_CHARACTERS)


async def line_of_post(session: AsyncSession, address: str, post_id: str) -> WebMessage | None:
    """The line that a post became; None for one that never came."""
    return await _line_by_key(session, _post_key(address, post_id))


def _post_key(address: str, post_id: str) -> str:
    """One key a chat and post, so that no chat can take up another's; fits the columns."""
    return "post:" + hashlib.sha256(f"{address} {post_id}".encode()).hexdigest()[:48]


async def _line_by_key(session: AsyncSession, key: str) -> WebMessage | None:
    return await session.scalar(select(WebMessage).where(WebMessage.key == key))


async def _line_of(session: AsyncSession, chat: Chat, line_id: int) -> WebMessage | None:
    query = select(WebMessage).where(WebMessage.chat_id == chat.id, WebMessage.id == line_id)
    return await session.scalar(query)
