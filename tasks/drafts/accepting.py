"""A plan accepted: from then on its tasks are followed. The caller commits."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import PlanState, Review
from db.models import Committee, Occurrence, Plan, Task
from tasks.calendar import MORNING
from tasks.drafts.amended_plan import Amended, apply_amendment
from tasks.errors import NotADraftError, NotYourRoleError
from tasks.occurrences import open_occurrences
from tasks.rules import Standing, may_review


async def accept_draft(
    session: AsyncSession,
    committee: Committee,
    plan_id: int,
    *,
    standing: Standing | None,
    now: datetime,
    reason: str,
) -> Amended | None:
    """Begin to follow a draft; what was said to be no task is left out and kept.

    A draft that amends another plan changes that plan's tasks; what came of it is returned, so
    that people can be told. `reason` is why tasks that it no longer has are closed. `standing` is
    None for the operator at the shell. Raises `NotYourRoleError`, or
    `NotADraftError` where there is no such draft in this committee.
    """
    if standing is not None and not may_review(standing):
        raise NotYourRoleError
    plan = await session.scalar(
        select(Plan)
        .where(Plan.committee_id == committee.id, Plan.id == plan_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if plan is None or plan.accepted_at is not None:
        raise NotADraftError
    zone = ZoneInfo(committee.timezone)
    await accept_plan(plan, now=now, zone=zone)
    await _leave_out(session, plan)
    await session.flush()
    today = now.astimezone(zone).date()
    amended = await apply_amendment(session, plan, reason=reason, today=today)
    await open_occurrences(session, [committee.id], today=today)
    committee.looks_at = None  # its people may be owed something at once
    return amended


async def _leave_out(session: AsyncSession, plan: Plan) -> None:
    """End what is no task from its first day, so that no figure and no reminder ever has it."""
    query = (
        select(Task, Occurrence)
        .join(
            Occurrence,
            (Occurrence.committee_id == Task.committee_id) & (Occurrence.task_id == Task.id),
        )
        .where(
            Task.committee_id == plan.committee_id,
            Task.plan_id == plan.id,
            Task.review == Review.NOT_A_TASK,
        )
    )
    for task, occurrence in (await session.execute(query)).all():
        task.removed_on = occurrence.closed_on = occurrence.opens_on
        occurrence.next_opens_on = None


async def accept_plan(plan: Plan, *, now: datetime, zone: ZoneInfo) -> None:
    """Begin to follow a plan. Done before, it changes nothing.

    Rungs before the first morning after this moment are not owed (domain: Reminders).
    """
    if plan.state is PlanState.ACCEPTED:
        return
    local = now.astimezone(zone)
    plan.state = PlanState.ACCEPTED
    plan.accepted_at = now
    plan.reminds_from = local.date()
    if local.time() > MORNING:
        plan.reminds_from += timedelta(days=1)
