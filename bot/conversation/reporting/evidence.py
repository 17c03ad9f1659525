"""Photos, files and documents that prove a report: put to a task, shown, handed on.

A file that names no task waits until that is answered: by a choice, by a number, or by a report.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.conversation.pressed import StaleButtonError
from bot.conversation.replies import Reply, read_reply
from bot.conversation.reporting.proving import (
    after,
    album_of,
    follows_in_album,
    keep_album,
    note_document,
    own_files,
    prove_report,
    put,
    refusal_words,
    waiting_files,
)
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.context import NUMBER, OFFERED, answered, tasks_spoken_of
from bot.conversation.tasks.found import (
    find_numbered,
    followed_tasks,
    task_numbered,
    task_of_button,
    task_pressed,
)
from bot.conversation.tasks.lists import by_urgency, my_tasks
from bot.ports import Choice, Outgoing
from bot.texts.reporting import evidence as texts
from bot.texts.reporting import said_back
from bot.texts.tasks import cards as task_texts
from db.enums import Part
from db.models import SentFile
from db.queries.tasks import TaskNow
from tasks.errors import NothingToUndoError, NotYourTaskError
from tasks.evidence import take_off
from tasks.rules import may_prove

OnWords = Callable[[Talk], Awaitable[Outgoing | None]]

TOGETHER = timedelta(minutes=2)
"""A file without words so soon after another proves the same: an album comes file by file."""


async def on_file(talk: Talk, file: SentFile, on_words: OnWords) -> Outgoing | None:
    """Put a file that came to the task it proves, or ask which that is.

    Of an album, which comes file by file, the first is answered for all.
    """
    follows = follows_in_album(talk) and not talk.incoming.text.strip()
    answer = await _take(talk, file, on_words)
    keep_album(talk, ())
    return None if follows else answer


async def _take(talk: Talk, file: SentFile, on_words: OnWords) -> Outgoing:
    replies = read_reply(talk.incoming.text, today=talk.today)
    if any(replace(reply, task=None, ack=False, evidence=None) != Reply() for reply in replies):
        answer = await on_words(talk)
        if line := await prove_report(talk, [file]):
            return after(answer, line)
        about = answer.about if answer and len(answer.about) == 1 else ()
        found = await followed_tasks(talk, about)
        return await (put(talk, [file], found, answer) if found else _ask(talk, file, answer))
    numbers = _numbers(talk.incoming.text, replies)
    if numbers:
        found = [one for number in numbers if (one := await find_numbered(talk, number))]
        if not found:
            none = said_back.no_such_task(talk.tr, number=numbers[0])
            return await _ask(talk, file, Outgoing((none,)))
        return await put(talk, [file], found)
    found = await _meant(talk)
    return await (put(talk, [file], found) if found else _ask(talk, file, None))


def _numbers(text: str, replies: Sequence[Reply]) -> list[int]:
    """The tasks that words which report nothing name by number, each once."""
    bare = NUMBER.fullmatch(text.strip())
    if bare:
        return [int(bare[1])]
    return list(dict.fromkeys(reply.task for reply in replies if reply.task is not None))


async def _meant(talk: Talk) -> list[TaskNow]:
    """The tasks that a file without words is for: asked for, spoken of, or the last file's."""
    asked = talk.recall("proving")
    if asked and not talk.incoming.reply_to:
        return await followed_tasks(talk, [asked])
    before = talk.recall("proved")
    if before and not talk.incoming.reply_to:
        at = datetime.fromisoformat(before["at"])
        if talk.now - at < TOGETHER:
            return await followed_tasks(talk, before["tasks"])
    spoken_of = await tasks_spoken_of(talk)
    if len(spoken_of) != 1:
        return []
    theirs = may_prove(talk.standing, spoken_of[0].agency_ids(Part.LEAD))
    return spoken_of if theirs or talk.incoming.reply_to else []


async def _ask(talk: Talk, file: SentFile, said: Outgoing | None) -> Outgoing:
    """Ask what a file proves; it waits meanwhile, and others that come with it."""
    waiting = await waiting_files(talk)
    talk.remember(files=[*(one.id for one in waiting), file.id])
    if waiting and said is None:
        return Outgoing((texts.one_more(talk.tr, name=file.name),))
    question = texts.of_which(talk.tr, name=file.name)
    if said is not None:
        return after(said, question)
    return Outgoing((question,), await _offered(talk, file))


async def _offered(talk: Talk, file: SentFile) -> tuple[tuple[Choice, ...], ...]:
    spoken_of = [
        one
        for one in await tasks_spoken_of(talk)
        if may_prove(talk.standing, one.agency_ids(Part.LEAD))
    ]
    several = spoken_of if len(spoken_of) > 1 else await my_tasks(talk)
    offered = sorted(several, key=by_urgency)[:OFFERED]
    return tuple(
        (
            Choice(
                task_texts.short_task(one.task.number, one.task.content),
                f"prove:{file.id}:{one.task.id}",
            ),
        )
        for one in offered
    )


async def on_prove(talk: Talk, argument: str) -> Outgoing:
    """The task of a file that waited: "file:task"; what came with it goes along."""
    file_id, _, task_id = argument.partition(":")
    waiting = await waiting_files(talk)
    files = await own_files(talk, [read_id(file_id) or 0])
    now_task = await task_of_button(talk, task_id)
    if not files or now_task is None:
        raise StaleButtonError
    together = waiting if files[0] in waiting else files
    return await put(talk, together, [now_task])


async def on_number_typed(talk: Talk) -> Outgoing | None:
    """A number typed while a file waits for its task; a document while one is asked for."""
    text = talk.incoming.text.strip()
    bare = NUMBER.fullmatch(text)
    waiting = await waiting_files(talk) if bare else []
    if not bare or not waiting:
        return None
    found = await find_numbered(talk, int(bare[1]))
    return await put(talk, waiting, [found]) if found else None


async def on_attach(talk: Talk, task_id: str) -> Outgoing:
    """ "Đính kèm": the next file without words is this task's."""
    now_task = await task_pressed(talk, task_id)
    number, leads = now_task.task.number, now_task.agency_names(Part.LEAD)
    if not may_prove(talk.standing, now_task.agency_ids(Part.LEAD)):
        refusal = NotYourTaskError(number, leads, talk.agency_names)
        return Outgoing((refusal_words(talk, refusal),))
    talk.remember(proving=now_task.task.id)
    question = texts.ask_for_file(talk.tr, task=f"#{number}")
    return Outgoing((question,), about=(now_task.task.id,))


async def on_off(talk: Talk, argument: str) -> Outgoing:
    """ "Nhầm việc": the file is asked about again, with all of its album."""
    wrong = read_id(argument) or 0
    try:
        rows = [
            await take_off(talk.session, talk.committee.id, one, by=talk.person, now=talk.now)
            for one in album_of(talk, wrong)
        ]
    except NothingToUndoError:
        raise StaleButtonError from None
    names = [row.file.name if row.file else row.document or "" for row in rows]
    off = texts.taken_off(talk.tr, names=names, task=f"#{rows[0].occurrence.task.number}")
    talk.remember(proved=None, album=None)
    asked = [await _ask(talk, row.file, None) for row in rows if row.file]
    if asked:
        return replace(asked[0], blocks=(off, *asked[0].blocks))
    return Outgoing((off, texts.name_task(talk.tr, document=names[0])))


async def move_to(talk: Talk, number: int) -> Outgoing | None:
    """What was put to a task last, put to this one instead; None where our last message did not."""
    before = await answered(talk)
    data = next((one for one in before.choices if one.startswith("off:")), "") if before else ""
    ids = album_of(talk, read_id(data.partition(":")[2]) or 0) if data else []
    if not ids:
        return None
    right = await task_numbered(talk, number)
    if not may_prove(talk.standing, right.agency_ids(Part.LEAD)):
        refusal = NotYourTaskError(number, right.agency_names(Part.LEAD), talk.agency_names)
        return Outgoing((refusal_words(talk, refusal),))
    try:
        rows = [
            await take_off(talk.session, talk.committee.id, one, by=talk.person, now=talk.now)
            for one in ids
        ]
    except NothingToUndoError:
        return None
    if files := [row.file for row in rows if row.file]:
        return await put(talk, files, [right])
    added, line = await note_document(talk, right, rows[0].document or "", None)
    wrong = ((texts.button_wrong(talk.tr, added),),)
    return Outgoing((line,), wrong, about=(right.task.id,))
