"""Which reporting period each plan is in, kept on the plan and turned as periods end.

Source: `docs/domain.md`, Reporting periods. Kept, so that the morning's question finds by an index
the plans it concerns; whoever changes a plan's regimes turns it again, or sets its `turns_on` to
None.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from db.enums import PlanState
from db.models import Plan, ReportingRegime
from reports.periods import MONTHS, Regime, cut_off_regime, next_review, reporting_period

BATCH = 500
"""Plans turned at once."""


async def turn_periods(session: AsyncSession, committee_ids: Sequence[int], today: date) -> None:
    """Bring the plans' periods and their reports' days up to today; done before, nothing."""
    query = (
        select(Plan)
        .where(
            Plan.committee_id.in_(committee_ids),
            Plan.state == PlanState.ACCEPTED,
            or_(Plan.turns_on.is_(None), Plan.turns_on <= today, Plan.period_first > today),
        )
        .options(selectinload(Plan.regimes))
        .order_by(Plan.id)
        .limit(BATCH)
    )
    while plans := (await session.scalars(query)).all():
        for plan in plans:
            turn_period(plan, today)
        await session.flush()


def turn_period(plan: Plan, today: date) -> None:
    """Work out the plan's period and its reports' days as of today; its regimes are loaded."""
    cut_offs = [cut_off_regime(_regime(row), row.cut_off_day) for row in plan.regimes]
    period = reporting_period(today, cut_offs)
    plan.period_first, plan.period_cut_off = period.first, period.cut_off
    ends = [period.cut_off]
    for row in plan.regimes:
        row.due_on = _report_day(row, today)
        row.review_on = _review(row, today)
        ends += [day for day in (row.due_on, row.review_on) if day is not None]
    plan.turns_on = min(ends) + timedelta(days=1)


def _report_day(row: ReportingRegime, today: date) -> date | None:
    """The day by which the plan wants the next of these reports; None where it names none."""
    named = row.due_day is not None or row.due_month is not None
    if row.every not in MONTHS or not named:
        return None
    return reporting_period(today, [_regime(row)]).cut_off


def _review(row: ReportingRegime, today: date) -> date | None:
    if row.every not in MONTHS or row.review_day is None:
        return None
    return next_review(today, _regime(row), row.review_day)


def _regime(row: ReportingRegime) -> Regime:
    return Regime(row.every, row.due_day, row.due_month, row.before)
