"""The chats on the page as they are read: whose they are, their lines, pictures and files."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Database
from db.models import Chat, Committee, Membership, Person, SentFile, WebMessage

CHANNEL = "web"


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
