"""A draft thrown away: after the wrong file, or a poor copy of the right one, one begins anew."""

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Amendment,
    DraftChange,
    Indicator,
    IndicatorAgency,
    IndicatorChange,
    Occurrence,
    Plan,
    PlanLeftover,
    PlanSource,
    ReportingRegime,
    SentFile,
    Target,
    Task,
    TaskAgency,
    TaskGroup,
)
from tasks.actor import Actor
from tasks.drafts.log import lock_draft

OF_TASKS = (Occurrence, TaskAgency)
OF_INDICATORS = (IndicatorChange, IndicatorAgency, Target)
OF_THE_PLAN = (
    *(DraftChange, Task, TaskGroup, Indicator, Amendment),
    *(ReportingRegime, PlanLeftover, PlanSource, SentFile),
)
"""What a draft consists of, and no more: nothing is ever reported of it, and where something else
points at a row of it the database refuses."""


async def corrections_in(session: AsyncSession, plan: Plan) -> int:
    """How many corrections of a draft would go with it."""
    here, plan_id = plan.committee_id, plan.id
    indicators = select(Indicator.id).where(
        Indicator.committee_id == here, Indicator.plan_id == plan_id
    )
    rows = select(func.count()).where(
        DraftChange.committee_id == here, DraftChange.plan_id == plan_id
    )
    measured = select(func.count()).where(
        IndicatorChange.committee_id == here, IndicatorChange.indicator_id.in_(indicators)
    )
    return (await session.scalar(rows) or 0) + (await session.scalar(measured) or 0)


async def discard_draft(session: AsyncSession, plan: Plan, *, by: Actor) -> None:
    """Remove a draft with its rows, corrections and file, so that the file can be sent again.

    Names of agencies that were learned from it stay in the directory. Raises `NotYourRoleError`,
    and `NotADraftError` where it was followed or discarded since.
    """
    await lock_draft(session, plan, by=by)
    here, plan_id = plan.committee_id, plan.id
    tasks = select(Task.id).where(Task.committee_id == here, Task.plan_id == plan_id)
    indicators = select(Indicator.id).where(
        Indicator.committee_id == here, Indicator.plan_id == plan_id
    )
    rows = [
        *((row, row.task_id.in_(tasks)) for row in OF_TASKS),
        *((row, row.indicator_id.in_(indicators)) for row in OF_INDICATORS),
        *((row, row.plan_id == plan_id) for row in OF_THE_PLAN),
    ]
    for row, belongs in rows:
        await session.execute(delete(row).where(row.committee_id == here, belongs))
    await session.execute(delete(Plan).where(Plan.committee_id == here, Plan.id == plan_id))
