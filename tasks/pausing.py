"""Tasks put off by the standing office, and taken up again. The caller commits."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Pause
from db.queries.tasks import TaskNow
from tasks.actor import Actor
from tasks.errors import AlreadyDecidedError


async def pause_task(
    session: AsyncSession, now_task: TaskNow, by: Actor, *, reason: str, until: date | None
) -> Pause:
    """Put a task off from today, until a later day or openly; it is reminded of no more.

    Raises `NotYourRoleError`, or `AlreadyDecidedError` where it is put off already.
    """
    by.check_office()
    if now_task.paused:
        raise AlreadyDecidedError
    pause = Pause(
        committee_id=now_task.task.committee_id,
        task_id=now_task.task.id,
        starts_on=by.today,
        ends_on=until,
        reason=reason,
        person_id=by.person.id,
    )
    session.add(pause)
    await session.flush()
    return pause


async def resume_task(session: AsyncSession, now_task: TaskNow, by: Actor) -> None:
    """Take a task up again from today; a pause of today alone was none.

    Raises `NotYourRoleError`, or `AlreadyDecidedError` where it is not put off.
    """
    by.check_office()
    rows = await session.scalars(
        select(Pause).where(
            Pause.committee_id == now_task.task.committee_id,
            Pause.task_id == now_task.task.id,
            Pause.starts_on <= by.today,
            (Pause.ends_on.is_(None)) | (Pause.ends_on > by.today),
        )
    )
    found = rows.all()
    if not found:
        raise AlreadyDecidedError
    for pause in found:
        if pause.starts_on == by.today:
            await session.delete(pause)
        else:
            pause.ends_on = by.today
    await session.flush()
