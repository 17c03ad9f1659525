"""The days of a plan's reports that its secretary sets: cut-off, report, review meeting.

Source: `docs/domain.md`, Reporting periods. The caller commits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from db.enums import Every, PlanState
from db.models import Committee, Plan, ReportingRegime
from reports.periods import MONTHS
from tasks.drafts.versions import amended_ids
from tasks.errors import NotYourRoleError, RefusalError
from tasks.mornings.periods import turn_period
from tasks.rules import Standing, may_review


class BadReportDayError(RefusalError):
    """No day that months have."""


@dataclass(frozen=True, slots=True)
class ReportDays:
    """Days of a month to be set; 0 takes one away, None leaves it as it is."""

    cut_off: int | None = None
    report: int | None = None
    review: int | None = None


async def followed_plans(
    session: AsyncSession, committee_id: int, *, today: date
) -> Sequence[Plan]:
    """The committee's followed plans, oldest first, their regimes with the days as of today."""
    query = (
        select(Plan)
        .where(
            Plan.committee_id == committee_id,
            Plan.state == PlanState.ACCEPTED,
            Plan.id.not_in(amended_ids(committee_id)),
        )
        .options(selectinload(Plan.regimes))
        .order_by(Plan.id)
    )
    plans = (await session.scalars(query)).all()
    for plan in plans:
        turn_period(plan, today)
    return plans


def set_report_days(
    committee: Committee,
    plan: Plan,
    days: ReportDays,
    *,
    every: Every | None,
    standing: Standing | None,
    today: date,
) -> None:
    """Set the days of a followed plan's report; without `every`, of its most frequent one.

    A report that the plan does not ask for becomes one of its regimes. What was told already
    stays told; the next morning follows the new days. `standing` is None for the operator at the
    shell. Raises `NotYourRoleError`, `BadReportDayError`.
    """
    if standing is not None and not may_review(standing):
        raise NotYourRoleError
    for day in (days.cut_off, days.report, days.review):
        if day is not None and not 0 <= day <= 31:
            raise BadReportDayError
    regime = _regime(plan, every)
    if days.report is not None:
        regime.due_day, regime.before = days.report or None, False
        regime.due_month = regime.due_month if days.report else None
    if days.cut_off is not None:
        regime.cut_off_day = days.cut_off or None
    if days.review is not None:
        regime.review_day = days.review or None
    turn_period(plan, today)
    committee.looks_at = None


def _regime(plan: Plan, every: Every | None) -> ReportingRegime:
    periodic = [row for row in plan.regimes if row.every in MONTHS]
    if every is None:
        every = min((row.every for row in periodic), key=MONTHS.__getitem__, default=Every.MONTHLY)
    for row in periodic:
        if row.every is every:
            return row
    regime = ReportingRegime(committee_id=plan.committee_id, every=every, raw="")
    plan.regimes.append(regime)
    return regime
