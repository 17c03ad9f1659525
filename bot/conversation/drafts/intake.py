"""A file that somebody sends: a plan to be read, or the proof of a report.

What is said at once is said here; fetching and reading is the work of `jobs.reading`, and what
came of it is said by `file_read`.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from bot.conversation.drafts import pages
from bot.conversation.reporting import evidence
from bot.conversation.talk import Talk
from bot.ports import FILE_BYTES, IncomingFile, Outgoing
from bot.texts.drafts import files as texts
from db.enums import FilePurpose
from db.models import SentFile
from plans.files.kinds import is_picture, is_read
from plans.source import PlanTooLargeError
from plans.words import visible
from tasks.rules import may_review, may_send_files

NAME_CHARACTERS = 200
NAMES_TASK = re.compile(r"#\s*\d")
"""Words under a file that speak of a task: it is proof, whoever sends it."""

OnWords = Callable[[Talk], Awaitable[Outgoing | None]]


async def on_file(talk: Talk, on_words: OnWords) -> Outgoing | None:
    """Take a file in: note it, so that it is fetched, and say what happens with it.

    What is written under it is answered by `on_words`, unless it is a plan's.
    """
    incoming, file = talk.incoming, talk.incoming.file
    if file is None or file.source is None:
        return _after(await _answer_words(talk, on_words), texts.send_elsewhere(talk.tr))
    name = _name(file, talk.now.astimezone(talk.zone))
    if file.size is not None and file.size > FILE_BYTES:
        return Outgoing((texts.refused(talk.tr, PlanTooLargeError(file.size), name=name),))
    is_plan = (
        talk.recall("proving") is None
        and may_review(talk.standing)
        and not NAMES_TASK.search(incoming.text)
    )
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
    if not may_send_files(talk.standing):  # fetched and erased, so that it lies nowhere
        return _after(await _answer_words(talk, on_words), texts.not_taken(talk.tr, name=name))
    if is_plan and is_picture(name):
        return await pages.on_page(talk, sent)
    if is_plan and not is_read(name):
        return None  # why not is said at once
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
    name = visible(file.name)[-NAME_CHARACTERS:]
    return name or f"{now:%Y%m%d-%H%M%S}.jpg"
