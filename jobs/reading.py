"""Fetch the files that people sent and have them read, each in a process of its own.

A file is a row from the moment its message was handled; it is claimed, fetched, read, and what
came of it is stored in one transaction. Killed anywhere before that, it is taken up again.
"""

import asyncio
import hashlib
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import or_, select, update
from sqlalchemy.orm import contains_eager

from bot.clock import Clock
from bot.conversation.drafts import file_read, pages
from bot.ports import FILE_BYTES, Channel, FileTooLargeError, GoneError, LaterError
from db.engine import Database
from db.enums import FilePurpose, FileState
from db.models import Chat, SentFile
from plans.apart import SILENCE, read_pages_apart, refuse_marked_apart
from plans.files.errors import SecretError, TooHardError
from plans.files.kinds import is_picture
from plans.files.secrecy import refuse_said_secret
from plans.source import PlanEmptyError, PlanSourceError, PlanTooLargeError
from plans.unread_tables import why_no_tasks

log = logging.getLogger(__name__)

CLAIM = SILENCE * 3
"""A claim older than this belonged to a process that died; each page of a scan renews it."""
ATTEMPTS = 3
"""Readings of one file that failed or were cut off before it is refused: it may be to blame."""
FIRST_RETRY = timedelta(seconds=15)
"""After a failure, doubled with each; the wait for a platform out of reach is not counted."""
TELLS = timedelta(minutes=1)
"""The least between two words on how far a reading has come."""
AT_ONCE = 2
"""Files in work at the same time: a long scan does not hold up a short text."""
FEWEST_PAGES = 3
"""So few scanned pages are read before a word on them would be."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What taking in files needs; `folder` is where they lie while they are read."""

    database: Database
    channels: Mapping[str, Channel]
    clock: Clock
    folder: Path
    default_locale: str
    told: Callable[[], None] = lambda: None
    """Called once something was said that should go out now."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A file that is ours to take in, or the pictures of one plan's pages: ids, sources, names, the
    words under them."""

    file_ids: tuple[int, ...]
    sources: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]
    purpose: FilePurpose
    channel: Channel
    attempts: int


async def take_in_files(desk: Desk, purpose: FilePurpose) -> int:
    """Take in every file of this purpose that waits; return how many were dealt with."""
    counts = await asyncio.gather(*(_work_through(desk, purpose) for _ in range(AT_ONCE)))
    return sum(counts)


async def release_files(desk: Desk) -> None:
    """Give back what a dead process had claimed, and erase what it left in the folder; only for
    who knows that nobody else works here."""
    async with desk.database.write() as session:
        await session.execute(
            update(SentFile).where(SentFile.claimed_until.is_not(None)).values(claimed_until=None)
        )
    await asyncio.to_thread(_empty, desk.folder)


def _empty(folder: Path) -> None:
    for left in folder.glob("*"):
        left.unlink(missing_ok=True)


async def _work_through(desk: Desk, purpose: FilePurpose) -> int:
    done = 0
    while claim := await _claim(desk, purpose):
        done += await _take_in(desk, claim)
    return done


async def _claim(desk: Desk, purpose: FilePurpose) -> _Claim | None:
    """The first file that waits for its turn, held until the claim lapses."""
    now = desk.clock.now()
    async with desk.database.write() as session:
        query = (
            select(SentFile)
            .join(SentFile.chat)
            .where(
                SentFile.state == FileState.WAITING,
                SentFile.purpose == purpose,
                Chat.channel.in_(list(desk.channels)),
                SentFile.next_at <= now,
                or_(SentFile.claimed_until.is_(None), SentFile.claimed_until <= now),
            )
            .options(contains_eager(SentFile.chat))
            .order_by(SentFile.id)
            .limit(1)
            .with_for_update(skip_locked=True, of=SentFile)
        )
        file = (await session.scalars(query)).one_or_none()
        if file is None:
            return None
        files = [file]
        if purpose is FilePurpose.PLAN and is_picture(file.name):
            files = [one for one in await pages.pages_with(session, file) if one.next_at <= now]
        for one in files:
            one.claimed_until = now + CLAIM
            one.attempts = file.attempts + (one is file)
        return _Claim(
            tuple(one.id for one in files),
            tuple(one.source for one in files),
            tuple(one.name for one in files),
            tuple(one.words for one in files),
            purpose,
            desk.channels[file.chat.channel],
            file.attempts,
        )


async def _take_in(desk: Desk, claim: _Claim) -> bool:
    """Deal with one file; False where it has to wait. No copy of it is left in the folder."""
    try:
        async with _places(desk, len(claim.file_ids)) as paths:
            await _fetch_and_read(desk, claim, paths)
    except LaterError as error:
        await _put_off(desk, claim, error.wait or FIRST_RETRY, counts=False)
        return False
    except (PlanSourceError, FileTooLargeError, GoneError) as error:
        await _refuse(desk, claim, error)
    except Exception:
        log.exception("A file could not be taken in", extra={"action": "file_failed"})
        await _put_off(desk, claim, FIRST_RETRY * 2**claim.attempts, counts=True)
        return False
    await _forget(claim)
    return True


async def _forget(claim: _Claim) -> None:
    for source in claim.sources:
        await claim.channel.forget_file(source)


@asynccontextmanager
async def _places(desk: Desk, count: int) -> AsyncIterator[list[Path]]:
    """Names in the folder for so many files, which are erased at the end, whatever happens."""
    await asyncio.to_thread(desk.folder.mkdir, mode=0o700, parents=True, exist_ok=True)
    paths = [desk.folder / secrets.token_hex(16) for _ in range(count)]
    try:
        yield paths
    finally:
        for path in paths:
            path.unlink(missing_ok=True)


async def _fetch_and_read(desk: Desk, claim: _Claim, paths: Sequence[Path]) -> None:
    if claim.attempts > ATTEMPTS:
        raise TooHardError
    for words in claim.words:
        refuse_said_secret(words)  # such a paper is not even fetched
    fetched = []
    for source, path in zip(claim.sources, paths, strict=True):
        await claim.channel.fetch_file(source, path)
        fetched.append(await asyncio.to_thread(_look_at, path))
    now, locale = desk.clock.now(), desk.default_locale
    if claim.purpose is FilePurpose.EVIDENCE:
        await refuse_marked_apart(paths[0], claim.names[0])
        async with desk.database.write() as session:
            await file_read.evidence_fetched(
                session, claim.file_ids[0], fetched[0], now=now, default_locale=locale
            )
        return
    async with desk.database.read() as session:
        known = await file_read.is_known_plan(session, claim.file_ids[0], fetched)
    if known:
        async with desk.database.write() as session:
            await file_read.plan_known(session, claim.file_ids, now=now, default_locale=locale)
        return
    files = list(zip(paths, claim.names, strict=True))
    reading = await read_pages_apart(files, on_page=_Teller(desk, claim).on_page)
    if not reading.plan.tasks:
        raise why_no_tasks(reading.plan, claim.names[0])
    async with desk.database.write() as session:
        await file_read.plan_read(
            session, claim.file_ids, reading, fetched, now=desk.clock.now(), default_locale=locale
        )


def _look_at(path: Path) -> file_read.Fetched:
    content = path.read_bytes()
    if not content:
        raise PlanEmptyError
    return file_read.Fetched(content, hashlib.sha256(content).hexdigest())


class _Teller:
    """Says how far a reading has come, in few messages, and keeps the claim on it."""

    def __init__(self, desk: Desk, claim: _Claim) -> None:
        self.desk = desk
        self.claim = claim
        self.told_at: float | None = None

    async def on_page(self, page: int, pages: int) -> None:
        """A scanned page is read next."""
        now, elapsed = self.desk.clock.now(), asyncio.get_running_loop().time()
        due = self.told_at is None or elapsed - self.told_at >= TELLS.total_seconds()
        async with self.desk.database.write() as session:
            await session.execute(
                update(SentFile)
                .where(SentFile.id.in_(self.claim.file_ids), SentFile.state == FileState.WAITING)
                .values(claimed_until=now + CLAIM)
            )
            if due and pages > FEWEST_PAGES:
                self.told_at = elapsed
                await file_read.page_reached(
                    session,
                    self.claim.file_ids[0],
                    page,
                    pages,
                    now=now,
                    default_locale=self.desk.default_locale,
                )
        self.desk.told()


async def _refuse(desk: Desk, claim: _Claim, error: Exception) -> None:
    """Nothing of the file stays but the sentence that says why."""
    await _forget(claim)
    now, locale = desk.clock.now(), desk.default_locale
    secret = isinstance(error, SecretError)
    async with desk.database.erase() if secret else desk.database.write() as session:
        if isinstance(error, GoneError):
            await file_read.file_lost(session, claim.file_ids, now=now, default_locale=locale)
            return
        reason = error if isinstance(error, PlanSourceError) else PlanTooLargeError(FILE_BYTES)
        await file_read.file_refused(
            session, claim.file_ids, reason, now=now, default_locale=locale
        )


async def _put_off(desk: Desk, claim: _Claim, wait: timedelta, *, counts: bool) -> None:
    async with desk.database.write() as session:
        for file_id in claim.file_ids:
            file = await session.get(SentFile, file_id)
            if file is not None and file.state is FileState.WAITING:
                file.claimed_until = None
                file.next_at = desk.clock.now() + wait
                file.attempts = claim.attempts if counts else claim.attempts - 1
