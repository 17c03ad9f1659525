"""A plan that comes as pictures of its pages, one after another: they are one draft together.

Each page puts the reading off for a while, so that the next can follow; a press ends the waiting.
"""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts.drafts import files as texts
from db.enums import FilePurpose, FileState
from db.models import SentFile
from plans.files.kinds import is_picture

NEXT_PAGE = timedelta(minutes=1)
"""How long the next page is waited for: time enough to take it with a telephone."""
ALBUM = timedelta(seconds=5)
"""Pictures nearer than this were sent at once, and one word for all of them is enough."""


async def pages_with(session: AsyncSession, file: SentFile) -> Sequence[SentFile]:
    """The pictures of a plan that wait beside this one, itself too, in the order they came."""
    query = (
        select(SentFile)
        .where(
            SentFile.committee_id == file.committee_id,
            SentFile.chat_id == file.chat_id,
            SentFile.person_id == file.person_id,
            SentFile.purpose == FilePurpose.PLAN,
            SentFile.state == FileState.WAITING,
            (SentFile.id == file.id) | SentFile.claimed_until.is_(None),
        )
        .order_by(SentFile.id)
        .with_for_update(of=SentFile)
    )
    return [one for one in await session.scalars(query) if is_picture(one.name)]


async def on_page(talk: Talk, page: SentFile) -> Outgoing | None:
    """Wait for further pages of the plan; None where an album's first has said so already."""
    pages = await pages_with(talk.session, page)
    for one in pages:
        one.next_at = talk.now + NEXT_PAGE
    if len(pages) > 1 and talk.now - pages[-2].sent_at < ALBUM:
        return None
    button = Choice(texts.button_read_now(talk.tr), f"readnow:{pages[0].id}")
    return Outgoing((texts.page_taken(talk.tr, page=len(pages)),), ((button,),))


async def on_read_now(talk: Talk, argument: str) -> Outgoing:
    """ "Đọc ngay": no page follows."""
    query = select(SentFile).where(
        SentFile.committee_id == talk.committee.id,
        SentFile.chat_id == talk.chat.id,
        SentFile.person_id == talk.person.id,
        SentFile.state == FileState.WAITING,
        SentFile.claimed_until.is_(None),
    )
    waiting = (await talk.session.scalars(query.order_by(SentFile.id))).all()
    pages = await pages_with(talk.session, waiting[0]) if waiting else []
    if not pages:
        raise StaleButtonError
    for one in pages:
        one.next_at = talk.now
    return Outgoing((texts.reading_together(talk.tr, pages=len(pages)),))
