"""Files and documents put to the tasks they prove, and those that wait for their task."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from bot.conversation.talk import Talk
from bot.conversation.tasks.found import followed_tasks
from bot.ports import Outgoing
from bot.texts.reporting import evidence as texts
from bot.texts.reporting import said_back
from bot.texts.tasks import cards as task_texts
from db.enums import FilePurpose
from db.models import Occurrence, SentFile, StatusUpdate
from db.queries.tasks import TaskNow
from plans.words import clean
from tasks.errors import NotFollowedError, NotYourTaskError
from tasks.evidence import add_evidence, evidence_of, take_off


async def put(
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
        return Outgoing((said_back.not_followed(talk.tr, task=f"#{refusal.number}"),))
    _remember(talk, [one.task.id for one in found])
    line = _added(talk, files, [one.task.number for one in found])
    keep_album(talk, ids)
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
        return said_back.not_a_reporter(talk.tr, number=refusal.number, leads=leads)
    return said_back.not_yours(
        talk.tr, number=refusal.number, leads=leads, agencies=", ".join(refusal.agencies)
    )


async def _add(
    talk: Talk, now_task: TaskNow, what: SentFile | str, update_id: int | None = None
) -> int:
    added = await add_evidence(
        talk.session,
        now_task,
        what,
        by=talk.actor,
        names=talk.agency_names,
        update_id=update_id,
    )
    return added.id


def _added(talk: Talk, files: Sequence[SentFile], numbers: Sequence[int]) -> str:
    tasks = [f"#{number}" for number in numbers]
    more = talk.incoming.album is not None and not follows_in_album(talk)
    return texts.added(talk.tr, names=[file.name for file in files], tasks=tasks, more=more)


def follows_in_album(talk: Talk) -> bool:
    """Whether another file of the same album came before this one."""
    kept, album = talk.recall("album"), talk.incoming.album
    return album is not None and kept is not None and bool(kept["id"] == album)


def keep_album(talk: Talk, evidence_ids: Sequence[int]) -> None:
    """Remember what an album proves so far, so that all of it can be taken off at once."""
    if talk.incoming.album is None:
        return
    before = talk.recall("album")["evidence"] if follows_in_album(talk) else ()
    talk.remember(album={"id": talk.incoming.album, "evidence": [*before, *evidence_ids]})


def album_of(talk: Talk, evidence_id: int) -> list[int]:
    """The evidence that came in one album with this, itself among it."""
    together = (talk.recall("album") or {}).get("evidence", [])
    return together if evidence_id in together else [evidence_id]


def _remember(talk: Talk, task_ids: Sequence[int]) -> None:
    talk.remember(
        files=None, proving=None, proved={"tasks": list(task_ids), "at": talk.now.isoformat()}
    )


async def prove_report(talk: Talk, files: Sequence[SentFile]) -> str | None:
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
    found = {one.task.id: one for one in await followed_tasks(talk, [row.task_id for row in rows])}
    for row in rows:
        for file in files:
            await _add(talk, found[row.task_id], file, update_id=row.id)
    if not rows:
        return None
    _remember(talk, list(found))
    return _added(talk, files, [one.task.number for one in found.values()])


async def waiting_files(talk: Talk) -> list[SentFile]:
    """The files of this person that wait for their task, oldest first."""
    ids = talk.recall("files")
    return await own_files(talk, ids) if ids else []


async def own_files(talk: Talk, ids: Sequence[int]) -> list[SentFile]:
    """Those of these files that are evidence of this person's, oldest first."""
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


def after(said: Outgoing | None, line: str) -> Outgoing:
    """An answer with a line under it, or the line alone."""
    return replace(said, blocks=(*said.blocks, line)) if said else Outgoing((line,))


async def with_waiting(talk: Talk, outgoing: Outgoing | None) -> Outgoing | None:
    """An answer to a report, with the files that waited for it put to what it reported."""
    waiting = await waiting_files(talk)
    if not waiting or outgoing is None:
        return outgoing
    line = await prove_report(talk, waiting)
    return after(outgoing, line) if line else outgoing


async def note_document(
    talk: Talk, now_task: TaskNow, document: str, update_id: int | None
) -> tuple[int, str]:
    """Keep a document that a report names: its evidence's id, and the line that says so.

    Raises what `add_evidence` raises.
    """
    added = await _add(talk, now_task, document, update_id)
    task = f"#{now_task.task.number}"
    return added, texts.document_added(talk.tr, document=document, task=task)


async def replace_document(talk: Talk, now_task: TaskNow, document: str) -> Outgoing:
    """A document named in place of the one that this person named for the task last."""
    named = [
        one
        for one in await evidence_of(talk.session, now_task.occurrence)
        if one.document is not None and one.person_id == talk.person.id
    ]
    number = now_task.task.number
    try:
        added, line = await note_document(talk, now_task, clean(document), None)
    except NotYourTaskError as refusal:
        return Outgoing((refusal_words(talk, refusal),), about=(now_task.task.id,))
    except NotFollowedError:
        return Outgoing((said_back.not_followed(talk.tr, task=f"#{number}"),))
    lines = [line]
    for one in named[-1:]:
        await take_off(talk.session, talk.committee.id, one.id, by=talk.person, now=talk.now)
        lines.append(texts.taken_off(talk.tr, names=[one.document or ""], task=f"#{number}"))
    wrong = ((texts.button_wrong(talk.tr, added),),)
    return Outgoing(tuple(lines), wrong, about=(now_task.task.id,))
