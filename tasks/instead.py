"""Reports that the standing office records for an agency (báo cáo thay). The caller commits."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Came, Role
from db.models import Occurrence, ReportInStead, StatusUpdate
from tasks.actor import Actor
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.rules import Standing, may_report, may_run_office


def standing_for(standing: Standing, agency_id: int) -> Standing:
    """What the standing office may do when it speaks for an agency: what its officers may.

    Raises `NotYourRoleError`.
    """
    if not may_run_office(standing):
        raise NotYourRoleError
    return Standing(frozenset({(Role.OFFICER, agency_id)}))


async def keep_how(
    session: AsyncSession, update: StatusUpdate, *, agency_id: int, came: Came
) -> ReportInStead:
    """Keep for whom a report was recorded, and how it came."""
    row = ReportInStead(
        committee_id=update.committee_id, update_id=update.id, agency_id=agency_id, came=came
    )
    session.add(row)
    await session.flush()
    return row


async def dispute(
    session: AsyncSession,
    committee_id: int,
    report_id: int,
    *,
    by: Actor,
) -> ReportInStead | None:
    """Keep that somebody of the agency says the report is wrong; update and task are loaded.

    None where there is no such report here. Raises `NotYourRoleError`, or `AlreadyDecidedError`
    where it was disputed before.
    """
    row = await session.scalar(
        select(ReportInStead)
        .where(ReportInStead.committee_id == committee_id, ReportInStead.id == report_id)
        .options(
            joinedload(ReportInStead.agency),
            joinedload(ReportInStead.update).joinedload(StatusUpdate.person),
            joinedload(ReportInStead.update)
            .joinedload(StatusUpdate.occurrence)
            .joinedload(Occurrence.task),
        )
    )
    if row is None:
        return None
    if not may_report(by.standing, [row.agency_id]):
        raise NotYourRoleError
    if row.disputed_at is not None:
        raise AlreadyDecidedError
    row.disputed_at, row.disputed_by = by.now, by.person.id
    await session.flush()
    return row


async def reports_in_stead(
    session: AsyncSession, committee_id: int, update_ids: Collection[int]
) -> dict[int, ReportInStead]:
    """Which of these updates were recorded for an agency, and how they came; by the update."""
    query = (
        select(ReportInStead)
        .where(ReportInStead.committee_id == committee_id, ReportInStead.update_id.in_(update_ids))
        .options(joinedload(ReportInStead.agency))
    )
    return {row.update_id: row for row in await session.scalars(query)}
