"""The lines of the chats on the page: stored in the order in which they can be read.

Streams ask for what came after the last line they showed, so within a chat no line may become
visible after a later one. Every writer therefore holds the chat's row before it takes an id.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.web_posts import Post, PostError, Reason
from bot.ports import Message
from db.engine import Database
from db.models import Chat, Committee, InboxUpdate, Membership, Person, SentFile, WebMessage

CHANNEL = "web"

QUOTE_CHARACTERS = 120
"""How much of the message that is answered stands above the answer."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who a chat on the page belongs to, as far as the page has to know."""

    chat_id: int
    known: bool
    language: str | None
    timezone: str | None
    """That of the person's (first) committee."""


async def visitor_at(session: AsyncSession, address: str) -> Visitor | None:
    """Whose chat this is; None before anything was said in it."""
    timezone = (
        select(Committee.timezone)
        .join(Membership, Membership.committee_id == Committee.id)
        .where(Membership.person_id == Chat.person_id)
        .order_by(Membership.id)
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(Chat.id, Chat.person_id, Chat.language, Person.locale, timezone)
        .outerjoin(Person, Person.id == Chat.person_id)
        .where(Chat.channel == CHANNEL, Chat.address == address)
    )
    row = (await session.execute(query)).one_or_none()
    if row is None:
        return None
    chat_id, person_id, chosen, locale, zone = row
    return Visitor(chat_id, person_id is not None, locale or chosen, zone)


async def is_known(database: Database, address: str) -> bool:
    """Whether somebody has come in with this chat."""
    async with database.read() as session:
        visitor = await visitor_at(session, address)
    return visitor is not None and visitor.known


async def last_lines(session: AsyncSession, chat_id: int, *, limit: int) -> Sequence[WebMessage]:
    """The newest lines of a chat, oldest first, without their pictures."""
    query = (
        select(WebMessage)
        .where(WebMessage.chat_id == chat_id)
        .order_by(WebMessage.id.desc())
        .limit(limit)
    )
    return (await session.scalars(query)).all()[::-1]


async def lines_after(
    session: AsyncSession, chat_id: int, after: int, *, limit: int
) -> Sequence[WebMessage]:
    """The lines of a chat that follow one, oldest first, without their pictures."""
    query = (
        select(WebMessage)
        .where(WebMessage.chat_id == chat_id, WebMessage.id > after)
        .order_by(WebMessage.id)
        .limit(limit)
    )
    return (await session.scalars(query)).all()


async def picture_of(session: AsyncSession, address: str, line_id: int) -> bytes | None:
    """The picture of a line of this very chat; None for any other line."""
    query = (
        select(WebMessage.picture)
        .join(Chat, Chat.id == WebMessage.chat_id)
        .where(WebMessage.id == line_id, Chat.channel == CHANNEL, Chat.address == address)
    )
    return await session.scalar(query)


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


async def file_of(session: AsyncSession, address: str, line_id: int) -> tuple[str, bytes] | None:
    """Name and bytes of the file that a line of ours in this very chat hands on."""
    query = (
        select(WebMessage)
        .join(Chat, Chat.id == WebMessage.chat_id)
        .where(WebMessage.id == line_id, Chat.channel == CHANNEL, Chat.address == address)
    )
    line = await session.scalar(query)
    if line is None or not line.ours or "file_id" not in line.body:
        return None
    kept = select(SentFile.content).where(SentFile.id == line.body["file_id"])
    content = await session.scalar(kept)
    return None if content is None else (line.body["file"], content)


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
    words = " ".join(" ".join(line.body["blocks"]).split())
    if len(words) <= QUOTE_CHARACTERS:
        return words
    cut, _, _ = words[: QUOTE_CHARACTERS + 1].rpartition(" ")
    return f"{cut or words[:QUOTE_CHARACTERS]} …"


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
