"""Photos, files and documents that prove a report: put to a task, shown, handed on.

A file that names no task waits until that is answered: by a choice, by a number, or by a report.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.conversation.context import NUMBER, OFFERED, tasks_spoken_of
from bot.conversation.replies import Reply, read_reply
from bot.conversation.since import StaleButtonError
from bot.conversation.talk import Talk, queue_answer, read_id
from bot.conversation.tasks.cards import not_a_reader, task_of_button
from bot.conversation.tasks.lists import by_urgency, my_tasks
from bot.ports import Choice, KeptFile, Outgoing
from bot.texts import evidence as texts
from bot.texts import reporting
from bot.texts import tasks as task_texts
from db.enums import FilePurpose, Part
from db.models import Occurrence, Person, SentFile, StatusUpdate
from db.queries.tasks import TaskNow, tasks_now
from tasks.errors import NotFollowedError, NothingToUndoError, NotYourTaskError
from tasks.evidence import add_evidence, evidence_of, take_off
from tasks.rules import may_prove

OnWords = Callable[[Talk], Awaitable[Outgoing | None]]

TOGETHER = timedelta(minutes=2)
"""A file without words so soon after another proves the same: an album comes file by file."""


async def on_file(talk: Talk, file: SentFile, on_words: OnWords) -> Outgoing:
    """Put a file that came to the task it proves, or ask which that is."""
    replies = read_reply(talk.incoming.text, today=talk.today)
    if any(replace(reply, task=None, ack=False, evidence=None) != Reply() for reply in replies):
        answer = await on_words(talk)
        if line := await _proving(talk, [file]):
            return _after(answer, line)
        about = answer.about if answer and len(answer.about) == 1 else ()
        found = await _tasks(talk, about)
        return await (_put(talk, [file], found, answer) if found else _ask(talk, file, answer))
    numbers = _numbers(talk.incoming.text, replies)
    if numbers:
        found = [one for number in numbers for one in await _numbered(talk, number)]
        if not found:
            none = reporting.no_such_task(talk.tr, number=numbers[0])
            return await _ask(talk, file, Outgoing((none,)))
        return await _put(talk, [file], found)
    found = await _meant(talk)
    return await (_put(talk, [file], found) if found else _ask(talk, file, None))


def _numbers(text: str, replies: Sequence[Reply]) -> list[int]:
    """The tasks that words which report nothing name by number, each once."""
    bare = NUMBER.fullmatch(text.strip())
    if bare:
        return [int(bare[1])]
    return list(dict.fromkeys(reply.task for reply in replies if reply.task is not None))


async def _numbered(talk: Talk, number: int) -> list[TaskNow]:
    return await tasks_now(talk.session, talk.committee.id, today=talk.today, number=number)


async def _meant(talk: Talk) -> list[TaskNow]:
    """The tasks that a file without words is for: asked for, spoken of, or the last file's."""
    asked = talk.recall("proving")
    if asked and not talk.incoming.reply_to:
        return await _tasks(talk, [asked])
    before = talk.recall("proved")
    if before and not talk.incoming.reply_to:
        at = datetime.fromisoformat(before["at"])
        if talk.now - at < TOGETHER:
            return await _tasks(talk, before["tasks"])
    spoken_of = await tasks_spoken_of(talk)
    if len(spoken_of) != 1:
        return []
    theirs = may_prove(talk.standing, spoken_of[0].agency_ids(Part.LEAD))
    return spoken_of if theirs or talk.incoming.reply_to else []


async def _tasks(talk: Talk, ids: Sequence[int]) -> list[TaskNow]:
    if not ids:
        return []
    return await tasks_now(talk.session, talk.committee.id, today=talk.today, task_ids=ids)


async def _put(
    talk: Talk, files: Sequence[SentFile], found: Sequence[TaskNow], said: Outgoing | None = None
) -> Outgoing:
    """Put files to tasks and say so; a refusal leaves nothing of them."""
    ids = []
    try:
        for file in files:
            for now_task in found:
                ids.append(await _add(talk, now_task, file))
    except NotYourTaskError as refusal:
        words = refusal_words(talk, refusal)
        for file in files:
            await talk.session.delete(file)
        return said or Outgoing((words,), about=tuple(one.task.id for one in found))
    except NotFollowedError as refusal:
        for file in files:
            await talk.session.delete(file)
        return Outgoing((reporting.not_followed(talk.tr, task=f"#{refusal.number}"),))
    _remember(talk, [one.task.id for one in found])
    line = _added(talk, files, [one.task.number for one in found])
    names = [
        task_texts.short_task(one.task.number, one.task.content)
        for one in (found if said is None else ())
    ]
    wrong = ((texts.button_wrong(talk.tr, ids[0]),),) if len(ids) == 1 else ()
    outgoing = said or Outgoing((), about=tuple(one.task.id for one in found))
    return replace(
        outgoing, blocks=(*outgoing.blocks, line, *names), choices=(*outgoing.choices, *wrong)
    )


def refusal_words(talk: Talk, refusal: NotYourTaskError) -> str:
    """Why somebody cannot prove another agency's task."""
    leads = ", ".join(refusal.leads)
    if not refusal.agencies:
        return reporting.not_a_reporter(talk.tr, number=refusal.number, leads=leads)
    return reporting.not_yours(
        talk.tr, number=refusal.number, leads=leads, agencies=", ".join(refusal.agencies)
    )


async def _add(
    talk: Talk, now_task: TaskNow, what: SentFile | str, update_id: int | None = None
) -> int:
    added = await add_evidence(
        talk.session,
        now_task,
        what,
        by=talk.person,
        standing=talk.standing,
        names=talk.agency_names,
        now=talk.now,
        update_id=update_id,
    )
    return added.id


def _added(talk: Talk, files: Sequence[SentFile], numbers: Sequence[int]) -> str:
    tasks = [f"#{number}" for number in numbers]
    return texts.added(talk.tr, names=[file.name for file in files], tasks=tasks)


def _remember(talk: Talk, task_ids: Sequence[int]) -> None:
    talk.remember(
        files=None, proving=None, proved={"tasks": list(task_ids), "at": talk.now.isoformat()}
    )


async def _proving(talk: Talk, files: Sequence[SentFile]) -> str | None:
    """Put files to what this very message reported; None where it reported nothing."""
    rows = (
        await talk.session.execute(
            select(StatusUpdate.id, Occurrence.task_id)
            .join(StatusUpdate.occurrence)
            .where(
                StatusUpdate.committee_id == talk.committee.id,
                StatusUpdate.person_id == talk.person.id,
                StatusUpdate.reported_at == talk.now,
                StatusUpdate.undoes_id.is_(None),
            )
            .order_by(StatusUpdate.id)
        )
    ).all()
    found = {one.task.id: one for one in await _tasks(talk, [row.task_id for row in rows])}
    for row in rows:
        for file in files:
            await _add(talk, found[row.task_id], file, update_id=row.id)
    if not rows:
        return None
    _remember(talk, list(found))
    return _added(talk, files, [one.task.number for one in found.values()])


async def _ask(talk: Talk, file: SentFile, said: Outgoing | None) -> Outgoing:
    """Ask what a file proves; it waits meanwhile, and others that come with it."""
    waiting = await _waiting(talk)
    talk.remember(files=[*(one.id for one in waiting), file.id])
    if waiting and said is None:
        return Outgoing((texts.one_more(talk.tr, name=file.name),))
    question = texts.of_which(talk.tr, name=file.name)
    if said is not None:
        return _after(said, question)
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


async def _waiting(talk: Talk) -> list[SentFile]:
    """The files of this person that wait for their task, oldest first."""
    ids = talk.recall("files")
    return await _own_files(talk, ids) if ids else []


async def _own_files(talk: Talk, ids: Sequence[int]) -> list[SentFile]:
    rows = await talk.session.scalars(
        select(SentFile)
        .where(
            SentFile.committee_id == talk.committee.id,
            SentFile.person_id == talk.person.id,
            SentFile.purpose == FilePurpose.EVIDENCE,
            SentFile.id.in_(ids),
        )
        .order_by(SentFile.id)
    )
    return list(rows)


def _after(said: Outgoing | None, line: str) -> Outgoing:
    return replace(said, blocks=(*said.blocks, line)) if said else Outgoing((line,))


# Answers to "which task"


async def on_prove(talk: Talk, argument: str) -> Outgoing:
    """The task of a file that waited: "file:task"; what came with it goes along."""
    file_id, _, task_id = argument.partition(":")
    waiting = await _waiting(talk)
    files = await _own_files(talk, [read_id(file_id) or 0])
    now_task = await task_of_button(talk, task_id)
    if not files or now_task is None:
        raise StaleButtonError
    together = waiting if files[0] in waiting else files
    return await _put(talk, together, [now_task])


async def on_number_typed(talk: Talk) -> Outgoing | None:
    """A number typed while a file waits for its task; a document while one is asked for."""
    text = talk.incoming.text.strip()
    bare = NUMBER.fullmatch(text)
    waiting = await _waiting(talk) if bare else []
    if not bare or not waiting:
        return None
    found = await _numbered(talk, int(bare[1]))
    return await _put(talk, waiting, found) if found else None


async def with_waiting(talk: Talk, outgoing: Outgoing | None) -> Outgoing | None:
    """An answer to a report, with the files that waited for it put to what it reported."""
    waiting = await _waiting(talk)
    if not waiting or outgoing is None:
        return outgoing
    line = await _proving(talk, waiting)
    return _after(outgoing, line) if line else outgoing


async def note_document(talk: Talk, now_task: TaskNow, document: str, update_id: int | None) -> str:
    """Keep a document that a report names, and say so; raises what `add_evidence` raises."""
    await _add(talk, now_task, document, update_id)
    return texts.document_added(talk.tr, document=document, task=f"#{now_task.task.number}")


# Buttons


async def on_attach(talk: Talk, task_id: str) -> Outgoing:
    """ "Đính kèm": the next file without words is this task's."""
    now_task = await task_of_button(talk, task_id)
    if now_task is None:
        raise StaleButtonError
    number, leads = now_task.task.number, now_task.agency_names(Part.LEAD)
    if not may_prove(talk.standing, now_task.agency_ids(Part.LEAD)):
        refusal = NotYourTaskError(number, leads, talk.agency_names)
        return Outgoing((refusal_words(talk, refusal),))
    talk.remember(proving=now_task.task.id)
    question = texts.ask_for_file(talk.tr, task=f"#{number}")
    return Outgoing((question,), about=(now_task.task.id,))


async def on_off(talk: Talk, argument: str) -> Outgoing:
    """ "Nhầm việc": the file is asked about again."""
    try:
        row = await take_off(
            talk.session, talk.committee.id, read_id(argument) or 0, by=talk.person, now=talk.now
        )
    except NothingToUndoError:
        raise StaleButtonError from None
    name = row.file.name if row.file else row.document or ""
    off = texts.taken_off(talk.tr, name=name, task=f"#{row.occurrence.task.number}")
    talk.remember(proved=None)
    if row.file is None:
        return Outgoing((off,))
    asked = await _ask(talk, row.file, None)
    return replace(asked, blocks=(off, *asked.blocks))


async def on_files(talk: Talk, task_id: str) -> Outgoing:
    """ "Tệp": every file that proves a task, to who may see its card."""
    tr = talk.tr
    now_task = await task_of_button(talk, task_id)
    if now_task is None:
        raise StaleButtonError
    if refusal := await not_a_reader(talk, now_task):
        return refusal
    rows = [one for one in await evidence_of(talk.session, now_task.occurrence) if one.file]
    files = [row.file for row in rows if row.file]
    task, about = f"#{now_task.task.number}", (now_task.task.id,)
    if not files:
        return Outgoing((texts.no_files(tr, task=task),), about=about)
    if talk.incoming.numbered:
        names = [file.name for file in files]
        return Outgoing((texts.seen_elsewhere(tr, names=names),), about=about)
    people = {
        person.id: person.name
        for person in await talk.session.scalars(
            select(Person).where(Person.id.in_([file.person_id for file in files]))
        )
    }
    sent = [
        Outgoing(
            (
                texts.file_of(
                    tr,
                    task=task,
                    who=people[file.person_id],
                    when=tr.time(file.sent_at, talk.zone),
                ),
            ),
            about=about,
            file=KeptFile(file.id, file.name),
        )
        for file in files
    ]
    for outgoing in sent[:-1]:
        queue_answer(talk.session, talk.chat, outgoing, talk.committee, now=talk.now)
    return sent[-1]
