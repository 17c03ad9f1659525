"""Holding one's own reminders of a task until a day."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Part
from db.models import Snooze
from db.queries.tasks import TaskNow
from tasks.actor import Actor
from tasks.errors import NotYourTaskError, OverdueError
from tasks.mornings.owing import working_days
from tasks.rules import may_report


async def snooze(
    session: AsyncSession,
    now_task: TaskNow,
    *,
    by: Actor,
    names: tuple[str, ...],
    until: date,
) -> date:
    """Hold this person's reminders of one task until a day, never past the due day; return it.

    Nobody is told on a day of rest: the working day after it is meant, or the last before the
    due day. Raises `NotYourTaskError`, or `OverdueError` where the due day has passed.
    """
    if not may_report(by.standing, now_task.agency_ids(Part.LEAD)):
        raise NotYourTaskError(now_task.task.number, now_task.agency_names(Part.LEAD), names)
    occurrence = now_task.occurrence
    if now_task.is_overdue(by.today):
        raise OverdueError(now_task.task.number)
    days = await working_days(session)
    until = days.at_or_after(until)
    if occurrence.due is not None and until > occurrence.due:
        until = max(days.at_or_before(occurrence.due), by.today)
    row = await session.scalar(
        select(Snooze).where(
            Snooze.committee_id == occurrence.committee_id,
            Snooze.occurrence_id == occurrence.id,
            Snooze.person_id == by.person.id,
        )
    )
    if row is None:
        row = Snooze(
            committee_id=occurrence.committee_id,
            occurrence_id=occurrence.id,
            person_id=by.person.id,
        )
        session.add(row)
    row.until = until
    await session.flush()
    return until
