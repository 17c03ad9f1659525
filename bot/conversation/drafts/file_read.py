"""What came of a file that somebody sent, each within the transaction of `jobs.reading`."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from bot.conversation.drafts import reviewing
from bot.conversation.drafts.forgetting import forget_words
from bot.conversation.talk import Talk, queue_answer, translator_of
from bot.i18n import Translator
from bot.ports import Incoming, Outgoing
from bot.texts.drafts import files as texts
from db.enums import FileState
from db.models import Plan, SentFile
from db.queries.people import chat_at
from plans.apart import Reading
from plans.files.errors import SecretError
from plans.source import PlanSourceError
from plans.store import save_plan
from tasks.evidence import drop_file
from tasks.rules import may_review, may_send_files

PAGES_A_MINUTE = 8
"""Scanned pages that are read in a minute on one core, as measured."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a file that came, and their SHA-256."""

    content: bytes
    digest: str


def digest_of(fetched: Sequence[Fetched]) -> str:
    """The SHA-256 of a plan's file; of pages in pictures, that of theirs in their order."""
    if len(fetched) == 1:
        return fetched[0].digest
    return hashlib.sha256("".join(one.digest for one in fetched).encode()).hexdigest()


async def plan_read(
    session: AsyncSession,
    file_ids: Sequence[int],
    reading: Reading,
    fetched: Sequence[Fetched],
    *,
    now: datetime,
    default_locale: str,
) -> None:
    """Save a plan that was read as a draft, keep its file or its pages' pictures with it, and owe
    its sender the summary.

    The same again changes nothing, and says so. Done once, however often it is called.
    """
    files = await _all_waiting(session, file_ids)
    if not files:
        return
    file = files[0]
    talk = await _talk(session, file, now=now, default_locale=default_locale)
    if talk is None:
        await _delete(session, files)
        return
    if not may_review(talk.standing):  # not any more
        await _say(talk, Outgoing((texts.not_yours_to_send(talk.tr),)))
        await _delete(session, files)
        return
    saved = await save_plan(
        session,
        talk.committee,
        reading.plan,
        digest=digest_of(fetched),
        file_name=file.name,
        now=now,
        today=talk.today,
        text=reading.text,
    )
    if not saved.new:
        await _say(talk, Outgoing((texts.same_plan(talk.tr, name=file.name),)))
        await _delete(session, files)
        return
    for one, content in zip(files, fetched, strict=True):
        _keep(one, content)
        one.plan_id = saved.plan.id
    await _say(talk, await reviewing.summary(talk, saved.plan))


async def is_known_plan(session: AsyncSession, file_id: int, fetched: Sequence[Fetched]) -> bool:
    """Whether this very file was read before, which saves reading it again."""
    query = (
        select(Plan.id)
        .join(SentFile, SentFile.committee_id == Plan.committee_id)
        .where(SentFile.id == file_id, Plan.digest == digest_of(fetched))
    )
    return await session.scalar(query) is not None


async def plan_known(
    session: AsyncSession, file_ids: Sequence[int], *, now: datetime, default_locale: str
) -> None:
    """Say that this very file was read before, and forget it."""
    await _drop(session, file_ids, texts.same_plan, now=now, default_locale=default_locale)


async def file_refused(
    session: AsyncSession,
    file_ids: Sequence[int],
    error: PlanSourceError,
    *,
    now: datetime,
    default_locale: str,
) -> None:
    """Say in one sentence why a file is not taken, and forget it; of a marked paper also the
    name and the words that came with it."""
    if isinstance(error, SecretError):
        for file_id in file_ids:
            await forget_words(session, file_id)

    def say(tr: Translator, *, name: str) -> str:
        if len(file_ids) > 1:  # the pictures of one plan's pages
            return texts.not_read(tr, error)
        return texts.refused(tr, error, name=name)

    await _drop(session, file_ids, say, now=now, default_locale=default_locale)


async def file_lost(
    session: AsyncSession, file_ids: Sequence[int], *, now: datetime, default_locale: str
) -> None:
    """Say that the platform does not hand a file over, and forget it."""
    await _drop(session, file_ids, texts.not_fetched, now=now, default_locale=default_locale)


async def evidence_fetched(
    session: AsyncSession, file_id: int, fetched: Fetched, *, now: datetime, default_locale: str
) -> None:
    """Keep what proves a report, of who may send such; its sender was told when it came."""
    file = await _waiting(session, file_id)
    talk = await _talk(session, file, now=now, default_locale=default_locale)
    if file is None:
        return
    if talk is not None:
        await talk.stand_in()
        if not may_send_files(talk.standing):
            await drop_file(session, file)
            await session.delete(file)
            return
    _keep(file, fetched)


async def page_reached(
    session: AsyncSession,
    file_id: int,
    page: int,
    pages: int,
    *,
    now: datetime,
    default_locale: str,
) -> None:
    """Say how far the reading of scanned pages has come; at first, how long it will take."""
    file = await _waiting(session, file_id)
    talk = await _talk(session, file, now=now, default_locale=default_locale)
    if file is None or talk is None:
        return
    if page == 1:
        minutes = ceil(pages / PAGES_A_MINUTE)
        said = texts.reading_pages(talk.tr, name=file.name, pages=pages, minutes=minutes)
    else:
        said = texts.page_reached(talk.tr, name=file.name, page=page, pages=pages)
    await _say(talk, Outgoing((said,)))


async def _drop(
    session: AsyncSession,
    file_ids: Sequence[int],
    say: Callable[..., str],
    *,
    now: datetime,
    default_locale: str,
) -> None:
    files = await _all_waiting(session, file_ids)
    if not files:
        return
    for file in files:
        await drop_file(session, file)
    talk = await _talk(session, files[0], now=now, default_locale=default_locale)
    if talk is not None:
        await _say(talk, Outgoing((say(talk.tr, name=files[0].name),)))
    await _delete(session, files)


async def _delete(session: AsyncSession, files: Sequence[SentFile]) -> None:
    for file in files:
        await session.delete(file)


def _keep(file: SentFile, fetched: Fetched) -> None:
    file.state = FileState.KEPT
    file.claimed_until = None
    file.content = fetched.content
    file.digest = fetched.digest
    file.size = len(fetched.content)


async def _all_waiting(session: AsyncSession, file_ids: Sequence[int]) -> list[SentFile]:
    """The files, held for this transaction; none once somebody has dealt with one of them."""
    found = [await _waiting(session, file_id) for file_id in file_ids]
    files = [file for file in found if file is not None]
    return files if len(files) == len(found) else []


async def _waiting(session: AsyncSession, file_id: int) -> SentFile | None:
    """The file, held for this transaction; None once somebody has dealt with it."""
    query = (
        select(SentFile)
        .where(SentFile.id == file_id, SentFile.state == FileState.WAITING)
        .options(joinedload(SentFile.chat), joinedload(SentFile.committee))
        .with_for_update(of=SentFile)
    )
    return (await session.scalars(query)).one_or_none()


async def _talk(
    session: AsyncSession, file: SentFile | None, *, now: datetime, default_locale: str
) -> Talk | None:
    """The conversation in which a file came; None where its chat is somebody else's by now."""
    if file is None:
        return None
    chat = await chat_at(session, file.chat.channel, file.chat.address)
    if chat is None or chat.person is None or chat.person.id != file.person_id:
        return None
    tr = translator_of(chat.person, chat, default_locale)
    incoming = Incoming(chat.channel, chat.address)
    return Talk(session, incoming, chat, chat.person, file.committee, tr, now, default_locale)


async def _say(talk: Talk, outgoing: Outgoing) -> None:
    queue_answer(talk.session, talk.chat, outgoing, talk.committee, now=talk.now)
