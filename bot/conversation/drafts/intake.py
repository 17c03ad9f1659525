"""A file that somebody sends: a plan to be read, or the proof of a report.

What is said at once is said here; fetching and reading is the work of `jobs.reading`, which comes
back with what it found.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from bot.conversation.drafts import reviewing
from bot.conversation.forgetting import forget_words
from bot.conversation.reporting import evidence
from bot.conversation.talk import Talk, queue_answer, translator_of
from bot.i18n import Translator
from bot.ports import FILE_BYTES, Incoming, IncomingFile, Outgoing
from bot.texts import files as texts
from db.enums import FilePurpose, FileState
from db.models import Plan, SentFile
from db.queries.people import chat_at
from plans.apart import Reading
from plans.files.errors import SecretError
from plans.source import PlanSourceError, PlanTooLargeError
from plans.store import save_plan
from tasks.evidence import drop_file
from tasks.rules import may_review

NAME_CHARACTERS = 200
UNSEEN = re.compile(r"[\x00-\x1f\x7f]")
NAMES_TASK = re.compile(r"#\s*\d")
"""Words under a file that speak of a task: it is proof, whoever sends it."""

OnWords = Callable[[Talk], Awaitable[Outgoing | None]]

PAGES_A_MINUTE = 8
"""Scanned pages that are read in a minute on one core, as measured."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a file that came, and their SHA-256."""

    content: bytes
    digest: str


async def on_file(talk: Talk, on_words: OnWords) -> Outgoing | None:
    """Take a file in: note it, so that it is fetched, and say what happens with it.

    What is written under it is answered by `on_words`, unless it is a plan's.
    """
    incoming, file = talk.incoming, talk.incoming.file
    if file is None or file.source is None:
        return _after(await _answer_words(talk, on_words), texts.send_elsewhere(talk.tr))
    if file.size is not None and file.size > FILE_BYTES:
        return Outgoing((texts.not_read(talk.tr, PlanTooLargeError(file.size)),))
    is_plan = (
        talk.recall("proving") is None
        and may_review(talk.standing)
        and not NAMES_TASK.search(incoming.text)
    )
    name = _name(file, talk.now.astimezone(talk.zone))
    sent = SentFile(
        committee_id=talk.committee.id,
        person_id=talk.person.id,
        chat_id=talk.chat.id,
        purpose=FilePurpose.PLAN if is_plan else FilePurpose.EVIDENCE,
        source=file.source,
        name=name,
        media_type=file.media_type,
        words=incoming.text,
        size=file.size,
        sent_at=talk.now,
        next_at=talk.now,
    )
    talk.session.add(sent)
    await talk.session.flush()
    if is_plan:
        return Outgoing((texts.reading(talk.tr, name=name),))
    return await evidence.on_file(talk, sent, on_words)


async def _answer_words(talk: Talk, on_words: OnWords) -> Outgoing | None:
    """What the words under a file are answered with; None where there are none."""
    return await on_words(talk) if talk.incoming.text.strip() else None


def _after(said: Outgoing | None, of_file: str) -> Outgoing:
    return replace(said, blocks=(*said.blocks, of_file)) if said else Outgoing((of_file,))


def _name(file: IncomingFile, now: datetime) -> str:
    """The file's name on one line; a photo, which has none, is named for its moment."""
    name = UNSEEN.sub(" ", file.name).strip()[-NAME_CHARACTERS:]
    return name or f"{now:%Y%m%d-%H%M%S}.jpg"


# What the reading comes back with, each within the job's transaction


async def plan_read(
    session: AsyncSession,
    file_id: int,
    reading: Reading,
    fetched: Fetched,
    *,
    now: datetime,
    default_locale: str,
) -> None:
    """Save a plan that was read as a draft, keep its file with it, and owe its sender the summary.

    The same file again changes nothing, and says so. Done once, however often it is called.
    """
    file = await _waiting(session, file_id)
    talk = await _talk(session, file, now=now, default_locale=default_locale)
    if file is None:
        return
    if talk is None:
        await session.delete(file)
        return
    if not may_review(talk.standing):  # not any more
        await _say(talk, Outgoing((texts.not_yours_to_send(talk.tr),)))
        await session.delete(file)
        return
    saved = await save_plan(
        session,
        talk.committee,
        reading.plan,
        digest=fetched.digest,
        file_name=file.name,
        now=now,
        today=talk.today,
        text=reading.text,
    )
    if not saved.new:
        await _say(talk, Outgoing((texts.same_plan(talk.tr, name=file.name),)))
        await session.delete(file)
        return
    _keep(file, fetched)
    file.plan_id = saved.plan.id
    await _say(talk, await reviewing.summary(talk, saved.plan))


async def is_known_plan(session: AsyncSession, file_id: int, digest: str) -> bool:
    """Whether this very file was read before, which saves reading it again."""
    query = (
        select(Plan.id)
        .join(SentFile, SentFile.committee_id == Plan.committee_id)
        .where(SentFile.id == file_id, Plan.digest == digest)
    )
    return await session.scalar(query) is not None


async def plan_known(
    session: AsyncSession, file_id: int, *, now: datetime, default_locale: str
) -> None:
    """Say that this very file was read before, and forget it."""
    await _drop(session, file_id, texts.same_plan, now=now, default_locale=default_locale)


async def file_refused(
    session: AsyncSession,
    file_id: int,
    error: PlanSourceError,
    *,
    now: datetime,
    default_locale: str,
) -> None:
    """Say in one sentence why a file is not taken, and forget it; of a marked paper also the
    name and the words that came with it."""
    if isinstance(error, SecretError):
        await forget_words(session, file_id)

    def say(tr: Translator, *, name: str) -> str:
        return texts.not_read(tr, error)

    await _drop(session, file_id, say, now=now, default_locale=default_locale)


async def file_lost(
    session: AsyncSession, file_id: int, *, now: datetime, default_locale: str
) -> None:
    """Say that the platform does not hand a file over, and forget it."""
    await _drop(session, file_id, texts.not_fetched, now=now, default_locale=default_locale)


async def evidence_fetched(session: AsyncSession, file_id: int, fetched: Fetched) -> None:
    """Keep what proves a report; its sender was told when it came."""
    file = await _waiting(session, file_id)
    if file is not None:
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
    file_id: int,
    say: Callable[..., str],
    *,
    now: datetime,
    default_locale: str,
) -> None:
    file = await _waiting(session, file_id)
    if file is None:
        return
    await drop_file(session, file)
    talk = await _talk(session, file, now=now, default_locale=default_locale)
    if talk is not None:
        await _say(talk, Outgoing((say(talk.tr, name=file.name),)))
    await session.delete(file)


def _keep(file: SentFile, fetched: Fetched) -> None:
    file.state = FileState.KEPT
    file.claimed_until = None
    file.content = fetched.content
    file.digest = fetched.digest
    file.size = len(fetched.content)


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
