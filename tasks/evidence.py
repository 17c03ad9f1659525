"""What proves a report: files and documents, put to a task and taken off. The caller commits."""

from datetime import datetime

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, joinedload

from db.enums import Part
from db.models import Evidence, Occurrence, Person, SentFile, StatusUpdate
from db.queries.tasks import TaskNow
from tasks.actor import Actor
from tasks.errors import NotFollowedError, NothingToUndoError, NotYourTaskError
from tasks.rules import may_prove

DOCUMENT = 300
"""Longest document kept, in characters."""


async def add_evidence(
    session: AsyncSession,
    now_task: TaskNow,
    what: SentFile | str,
    *,
    by: Actor,
    names: tuple[str, ...],
    update_id: int | None,
) -> Evidence:
    """Put a file, or a document named in words, to a task's current occurrence.

    The same file or document again gives what stands there already. Raises `NotYourTaskError` or
    `NotFollowedError`.
    """
    occurrence, number = now_task.occurrence, now_task.task.number
    if not may_prove(by.standing, now_task.agency_ids(Part.LEAD)):
        raise NotYourTaskError(number, now_task.agency_names(Part.LEAD), names)
    if now_task.removed:
        raise NotFollowedError(number)
    file_id = what.id if isinstance(what, SentFile) else None
    document = what[:DOCUMENT] if isinstance(what, str) else None
    same = Evidence.file_id == file_id if document is None else Evidence.document == document
    held = await session.scalar(
        select(Evidence)
        .where(
            Evidence.committee_id == occurrence.committee_id,
            Evidence.occurrence_id == occurrence.id,
            same,
        )
        .order_by(Evidence.id)
        .limit(1)
    )
    if held is not None:
        held.removed_at, held.update_id = None, update_id
        return held
    added = Evidence(
        committee_id=occurrence.committee_id,
        occurrence_id=occurrence.id,
        file_id=file_id,
        document=document,
        update_id=update_id,
        person_id=by.person.id,
        added_at=by.now,
    )
    session.add(added)
    await session.flush()
    return added


async def take_off(
    session: AsyncSession, committee_id: int, evidence_id: int, *, by: Person, now: datetime
) -> Evidence:
    """Take evidence off a task; its file stays and can be put to another.

    Raises `NothingToUndoError` where there is none, it is off already, or somebody else's.
    """
    row = await session.scalar(
        select(Evidence)
        .where(Evidence.committee_id == committee_id, Evidence.id == evidence_id)
        .options(
            joinedload(Evidence.file), joinedload(Evidence.occurrence).joinedload(Occurrence.task)
        )
    )
    if row is None or row.person_id != by.id or row.removed_at is not None:
        raise NothingToUndoError
    row.removed_at = now
    return row


async def evidence_of(session: AsyncSession, occurrence: Occurrence) -> list[Evidence]:
    """What proves an occurrence, oldest first, with files; not what came with a report undone."""
    undone = aliased(StatusUpdate)
    taken_back = exists().where(
        undone.committee_id == Evidence.committee_id, undone.undoes_id == Evidence.update_id
    )
    rows = await session.scalars(
        select(Evidence)
        .where(
            Evidence.committee_id == occurrence.committee_id,
            Evidence.occurrence_id == occurrence.id,
            Evidence.removed_at.is_(None),
            or_(Evidence.update_id.is_(None), ~taken_back),
        )
        .options(joinedload(Evidence.file))
        .order_by(Evidence.id)
    )
    return list(rows)


async def drop_file(session: AsyncSession, file: SentFile) -> None:
    """A file could not be taken in after all: nothing is proved by it."""
    await session.execute(
        delete(Evidence).where(
            Evidence.committee_id == file.committee_id, Evidence.file_id == file.id
        )
    )
