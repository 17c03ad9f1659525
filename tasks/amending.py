"""Tasks put off and taken up again, set right, handed over by the standing office.

The caller commits. What a task said before is kept with every correction.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Part, TaskField
from db.models import Agency, Correction, Handover, Pause, Person, Task, TaskAgency
from db.queries.tasks import TaskNow
from plans.deadlines import Deadline
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.occurrences import redate
from tasks.rules import Standing, may_report, may_run_office


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is set right; None leaves a part as it is. Agencies by id."""

    content: str | None = None
    product: str | None = None
    leads: tuple[int, ...] | None = None
    coordinating: tuple[int, ...] | None = None
    deadline_text: str | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """Who changes something, as what, and when."""

    by: Person
    standing: Standing
    now: datetime
    today: date

    def check(self) -> None:
        """Raise `NotYourRoleError` unless it is the standing office."""
        if not may_run_office(self.standing):
            raise NotYourRoleError


async def pause_task(
    session: AsyncSession, now_task: TaskNow, office: Office, *, reason: str, until: date | None
) -> Pause:
    """Put a task off from today, until a later day or openly; it is reminded of no more.

    Raises `NotYourRoleError`, or `AlreadyDecidedError` where it is put off already.
    """
    office.check()
    if now_task.paused:
        raise AlreadyDecidedError
    pause = Pause(
        committee_id=now_task.task.committee_id,
        task_id=now_task.task.id,
        starts_on=office.today,
        ends_on=until,
        reason=reason,
        person_id=office.by.id,
    )
    session.add(pause)
    await session.flush()
    return pause


async def resume_task(session: AsyncSession, now_task: TaskNow, office: Office) -> None:
    """Take a task up again from today; a pause of today alone was none.

    Raises `NotYourRoleError`, or `AlreadyDecidedError` where it is not put off.
    """
    office.check()
    rows = await session.scalars(
        select(Pause).where(
            Pause.committee_id == now_task.task.committee_id,
            Pause.task_id == now_task.task.id,
            Pause.starts_on <= office.today,
            (Pause.ends_on.is_(None)) | (Pause.ends_on > office.today),
        )
    )
    found = rows.all()
    if not found:
        raise AlreadyDecidedError
    for pause in found:
        if pause.starts_on == office.today:
            await session.delete(pause)
        else:
            pause.ends_on = office.today
    await session.flush()


async def correct_task(
    session: AsyncSession, now_task: TaskNow, amendment: Amendment, office: Office
) -> list[Correction]:
    """Set parts of a task right; return what changed, each with what it said before.

    Raises `NotYourRoleError`.
    """
    office.check()
    task, done = now_task.task, []
    named = {
        TaskField.CONTENT: (task.content, amendment.content),
        TaskField.PRODUCT: (task.product or "", amendment.product),
        TaskField.DEADLINE: (task.deadline_text, amendment.deadline_text),
    }
    for field, (before, after) in named.items():
        if after is not None and after != before:
            done.append(_correction(task, field, before, after, office))
    task.content = amendment.content or task.content
    task.product = amendment.product or task.product
    if amendment.deadline is not None and amendment.deadline_text is not None:
        deadline = amendment.deadline
        task.deadline_text, task.kind = amendment.deadline_text, deadline.kind
        task.start, task.recurs = deadline.start, deadline.recurs
        task.recurs_due = deadline.recurs_due
        redate(task, now_task.occurrence, deadline.due)
    for field, part, ids in (
        (TaskField.LEAD, Part.LEAD, amendment.leads),
        (TaskField.COORDINATING, Part.COORDINATING, amendment.coordinating),
    ):
        given = {link.agency_id for link in task.agencies if link.part is part}
        if ids is not None and set(ids) != given:
            before = ", ".join(now_task.agency_names(part))
            after = await _replace(session, task, part, ids)
            done.append(_correction(task, field, before, after, office))
    session.add_all(done)
    await session.flush()
    await session.refresh(task, ["agencies"])
    return done


def _correction(
    task: Task, field: TaskField, before: str, after: str, office: Office
) -> Correction:
    return Correction(
        committee_id=task.committee_id,
        task_id=task.id,
        field=field,
        before=before,
        after=after,
        person_id=office.by.id,
        corrected_on=office.today,
        corrected_at=office.now,
    )


async def _replace(
    session: AsyncSession, task: Task, part: Part, agency_ids: Collection[int]
) -> str:
    """Give a part to these agencies alone; return their names."""
    agencies = (
        await session.scalars(
            select(Agency)
            .where(
                Agency.committee_id == task.committee_id,
                Agency.id.in_(agency_ids),
                Agency.merged_at.is_(None),
            )
            .order_by(Agency.id)
        )
    ).all()
    kept = await session.scalars(
        select(TaskAgency).where(
            TaskAgency.committee_id == task.committee_id,
            TaskAgency.task_id == task.id,
            TaskAgency.part == part,
        )
    )
    for link in kept.all():
        await session.delete(link)
    await session.flush()
    session.add_all(
        TaskAgency(committee_id=task.committee_id, task_id=task.id, agency_id=one.id, part=part)
        for one in agencies
    )
    await session.flush()
    return ", ".join(agency.name for agency in agencies)


async def ask_handover(
    session: AsyncSession, now_task: TaskNow, words: str, *, by: Person, now: datetime
) -> Handover:
    """Keep an officer's word that a task belongs to another agency, for the office to decide."""
    row = Handover(
        committee_id=now_task.task.committee_id,
        task_id=now_task.task.id,
        asked_by=by.id,
        words=words,
        asked_at=now,
    )
    session.add(row)
    await session.flush()
    return row


async def handover_asked(
    session: AsyncSession, committee_id: int, handover_id: int
) -> Handover | None:
    """A request for a hand-over, with who asked; None where there is none in this committee."""
    query = (
        select(Handover)
        .where(Handover.committee_id == committee_id, Handover.id == handover_id)
        .options(joinedload(Handover.asker).selectinload(Person.memberships))
        .with_for_update(of=Handover)
    )
    return (await session.scalars(query)).one_or_none()


async def decide_handover(
    session: AsyncSession,
    handover: Handover,
    now_task: TaskNow,
    office: Office,
    *,
    agency_id: int | None,
) -> list[Correction]:
    """Give the task to another agency in place of the asker's, or leave it (None).

    Raises `NotYourRoleError`, or `AlreadyDecidedError`.
    """
    office.check()
    if handover.decided_at is not None:
        raise AlreadyDecidedError
    handover.agency_id = agency_id
    handover.decided_by = office.by.id
    handover.decided_at = office.now
    await session.flush()
    if agency_id is None:
        return []
    theirs = Standing(
        frozenset(
            (held.role, held.agency_id)
            for held in handover.asker.memberships
            if held.committee_id == handover.committee_id
        )
    )
    leads = [one for one in now_task.agency_ids(Part.LEAD) if not may_report(theirs, [one])]
    helpers = tuple(i for i in now_task.agency_ids(Part.COORDINATING) if i != agency_id)
    changed = tuple(dict.fromkeys([*leads, agency_id]))
    amendment = Amendment(leads=changed, coordinating=helpers)
    return await correct_task(session, now_task, amendment, office)
