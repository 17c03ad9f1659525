"""What happened to a task, gathered from every table that tells of it, with who did it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.models import (
    Confirmation,
    Correction,
    Evidence,
    Extension,
    Instruction,
    Occurrence,
    Pause,
    Person,
    ReportInStead,
    StatusUpdate,
    Task,
)
from tasks.instead import reports_in_stead

OfOccurrence = TypeVar("OfOccurrence", StatusUpdate, Confirmation, Extension, Evidence)
OfTask = TypeVar("OfTask", Correction, Instruction, Pause)
Told = StatusUpdate | Confirmation | Extension | Correction | Evidence | Instruction | Pause


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: when, by whom, and the row that says what."""

    at: datetime
    who: str
    row: Told
    instead: ReportInStead | None = None
    """Where a report was recorded for an agency, and how it came."""
    undo: StatusUpdate | None = None
    """What took a report back."""
    corrected: bool = False
    """The same message that took it back said how it really is."""


async def task_history(session: AsyncSession, task: Task, zone: ZoneInfo) -> list[Entry]:
    """Everything that happened to a task in all its occurrences, the newest first.

    A pause is kept as a day: it stands at that day's beginning.
    """
    found: list[tuple[datetime, int, Told]] = []
    updates = await _of_occurrences(session, StatusUpdate, task)
    found += [(row.reported_at, row.person_id, row) for row in updates if row.undoes_id is None]
    for word in await _of_occurrences(session, Confirmation, task):
        found.append((word.decided_at, word.person_id, word))
    for wish in await _of_occurrences(session, Extension, task):
        if wish.decided_at is not None and wish.decided_by is not None:
            found.append((wish.decided_at, wish.decided_by, wish))
    for proof in await _of_occurrences(session, Evidence, task):
        found.append((proof.added_at, proof.person_id, proof))
    for change in await _of_task(session, Correction, task):
        found.append((change.corrected_at, change.person_id, change))
    for given in await _of_task(session, Instruction, task):
        found.append((given.given_at, given.person_id, given))
    for pause in await _of_task(session, Pause, task):
        found.append((datetime.combine(pause.starts_on, time(), zone), pause.person_id, pause))
    found.sort(key=lambda one: one[0], reverse=True)
    names = await _names(session, {person_id for _, person_id, _ in found})
    entries = [Entry(at, names[person_id], row) for at, person_id, row in found]
    return await _with_what_became(session, task, entries, updates)


async def _of_occurrences(
    session: AsyncSession, model: type[OfOccurrence], task: Task
) -> list[OfOccurrence]:
    """The rows of all occurrences of a task, the newest first."""
    query = (
        select(model)
        .join(
            Occurrence,
            (Occurrence.committee_id == model.committee_id)
            & (Occurrence.id == model.occurrence_id),
        )
        .where(Occurrence.committee_id == task.committee_id, Occurrence.task_id == task.id)
        .order_by(model.id.desc())
    )
    if model is Evidence:
        query = query.options(joinedload(Evidence.file))
    return list(await session.scalars(query))


async def _of_task(session: AsyncSession, model: type[OfTask], task: Task) -> list[OfTask]:
    query = (
        select(model)
        .where(model.committee_id == task.committee_id, model.task_id == task.id)
        .order_by(model.id.desc())
    )
    return list(await session.scalars(query))


async def _names(session: AsyncSession, ids: Iterable[int]) -> dict[int, str]:
    people = await session.scalars(select(Person).where(Person.id.in_(ids)))
    return {person.id: person.name for person in people}


async def _with_what_became(
    session: AsyncSession, task: Task, entries: list[Entry], updates: list[StatusUpdate]
) -> list[Entry]:
    """The reports with how they came, and with what took them back."""
    undone = {row.undoes_id: row for row in updates if row.undoes_id is not None}
    said_at = {(row.person_id, row.reported_at) for row in updates if row.undoes_id is None}
    in_stead = await reports_in_stead(session, task.committee_id, [row.id for row in updates])

    def complete(entry: Entry) -> Entry:
        if not isinstance(entry.row, StatusUpdate):
            return entry
        undo = undone.get(entry.row.id)
        corrected = undo is not None and (undo.person_id, undo.reported_at) in said_at
        return replace(entry, instead=in_stead.get(entry.row.id), undo=undo, corrected=corrected)

    return [complete(entry) for entry in entries]
