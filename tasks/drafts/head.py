"""A draft's own fields: number, day of issue, issuer, title, reports. The caller commits."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import DeadlineKind, DraftField
from db.models import DraftChange, Plan
from plans.make_rows import read_deadline_cell
from plans.words import clean
from tasks.actor import Actor
from tasks.drafts.correcting import set_deadline
from tasks.drafts.log import Log, changes_of, lock_draft, refuse_if_changed
from tasks.drafts.reporting import (
    draft_regimes,
    read_reporting_lines,
    reporting_lines,
    set_regimes,
)
from tasks.drafts.rows import draft_rows


@dataclass(frozen=True, slots=True)
class HeadEdit:
    """What becomes of the plan's own fields; None leaves one as it is, an empty text takes it
    away. The day of issue is never taken away. `reporting` is a line a report."""

    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    title: str | None = None
    reporting: str | None = None


async def head_version(session: AsyncSession, plan: Plan) -> int:
    """What a write on the plan's own fields names as seen."""
    found = await session.scalar(
        select(func.max(DraftChange.id)).where(
            DraftChange.committee_id == plan.committee_id,
            DraftChange.plan_id == plan.id,
            DraftChange.task_id.is_(None),
        )
    )
    return found or 0


async def edit_head(
    session: AsyncSession, plan: Plan, seen: int, edit: HeadEdit, *, by: Actor
) -> None:
    """Correct the plan's own fields; `seen` is the `head_version` that was shown.

    Another day of issue moves every deadline that counts from it. Raises `BadReportingError`.
    """
    wanted = None if edit.reporting is None else read_reporting_lines(edit.reporting)
    await lock_draft(session, plan, by=by)
    refuse_if_changed(await changes_of(session, plan, None), lambda _: seen)
    write = Log(session, plan, None, by)
    for field, text in (
        (DraftField.NUMBER, edit.number),
        (DraftField.ISSUER, edit.issuer),
        (DraftField.TITLE, edit.title),
    ):
        if text is not None:
            write(field, getattr(plan, field), clean(text) or None)
            setattr(plan, field, clean(text) or None)
    if wanted is not None:
        shown = reporting_lines(await draft_regimes(session, plan))
        write(DraftField.REPORTING, shown or None, reporting_lines(wanted) or None)
        await set_regimes(session, plan, wanted)
    if edit.issued_on is not None and (plan.issued_on, plan.counted_from_doubtful) != (
        edit.issued_on,
        False,
    ):
        before = plan.issued_on or plan.counted_from
        printed = before.isoformat() if before else None
        write(DraftField.ISSUED_ON, printed, edit.issued_on.isoformat())
        await _issue_on(session, plan, edit.issued_on, today=by.today)
    await session.flush()


async def _issue_on(session: AsyncSession, plan: Plan, day: date, *, today: date) -> None:
    """Count from another day: what the words of a deadline gave before is read anew."""
    before = plan.counted_from
    plan.issued_on = plan.counted_from = day
    plan.counted_from_doubtful = False
    for row in await draft_rows(session, plan):
        words = row.task.deadline_text or None
        old, new = (read_deadline_cell(words, counted, plan.title) for counted in (before, day))
        if new.kind is not DeadlineKind.UNREADABLE or old.kind is new.kind:
            await set_deadline(session, plan, row.task, new, today=today)
