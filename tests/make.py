"""Rows for storage tests: plain, unsurprising and valid unless told otherwise.

Each function adds one row (and the rows it cannot do without) to the session, flushes, and hands
it back with its ids set. Whatever is not named takes the value that a reader would expect; `but`
holds the columns that this test is about.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import Base
from db.enums import AGENCY_ROLES, DeadlineKind, Part, PlanState, Role
from db.models import (
    Agency,
    Chat,
    Committee,
    Indicator,
    IndicatorAgency,
    Membership,
    Occurrence,
    Person,
    Plan,
    Target,
    Task,
    TaskAgency,
    TaskGroup,
)
from plans.agencies.keys import agency_key
from plans.indicators.targets import read_target

Row = TypeVar("Row", bound=Base)

TODAY = date(2025, 12, 17)
"""A Wednesday, a fortnight before the day on which most of Vĩnh Lại's tasks are due."""

NOW = datetime(2025, 12, 17, 1, 0, tzinfo=UTC)
"""08:00 of `TODAY` in Vietnam, when the morning's messages go out."""

DUE = date(2025, 12, 31)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


async def make_committee(session: AsyncSession, **but: Any) -> Committee:
    """A committee; the second in a database gets a name of its own."""
    count = await _count(session, Committee)
    name = "Ban Chỉ đạo xã Vĩnh Lại" if count == 0 else f"Ban Chỉ đạo xã thứ {count + 1}"
    given = {"name": name, "timezone": "Asia/Ho_Chi_Minh", "created_at": NOW - 30 * DAY}
    return await _add(session, Committee(**given | but))


async def make_agency(
    session: AsyncSession, committee: Committee | None = None, **but: Any
) -> Agency:
    """An agency of this committee, or of a new one."""
    committee = committee or await make_committee(session)
    count = await _count(session, Agency, Agency.committee_id == committee.id)
    name = but.get("name") or ("Phòng Kinh tế" if count == 0 else f"Phòng thứ {count + 1}")
    given = {"committee_id": committee.id, "name": name, "key": agency_key(name)}
    return await _add(session, Agency(**given | but))


async def make_person(session: AsyncSession, **but: Any) -> Person:
    """Somebody without a role and without a chat."""
    given = {"name": "Hoa (mẫu)", "locale": None, "created_at": NOW - 20 * DAY}
    return await _add(session, Person(**given | but))


async def make_chat(session: AsyncSession, person: Person | None = None, **but: Any) -> Chat:
    """A Telegram chat of this person; without one, of somebody who sent no code yet."""
    count = await _count(session, Chat)
    given = {
        "channel": "telegram",
        "address": str(1001 + count),
        "person": person,
        "heard_at": NOW - 20 * DAY,
    }
    return await _add(session, Chat(**given | but))


async def make_membership(
    session: AsyncSession,
    person: Person | None = None,
    agency: Agency | None = None,
    *,
    role: Role = Role.OFFICER,
    committee: Committee | None = None,
    **but: Any,
) -> Membership:
    """A role in a committee: by default an officer's, in this agency or in a new one."""
    person = person or await make_person(session)
    if agency is not None:
        committee = await session.get_one(Committee, agency.committee_id)
    committee = committee or await make_committee(session)
    if agency is None and role in AGENCY_ROLES:
        agency = await make_agency(session, committee)
    given = {
        "person": person,
        "committee": committee,
        "agency": agency,
        "role": role,
        "created_at": NOW - 20 * DAY,
    }
    return await _add(session, Membership(**given | but))


async def make_plan(session: AsyncSession, committee: Committee | None = None, **but: Any) -> Plan:
    """An accepted plan of this committee, or of a new one."""
    committee = committee or await make_committee(session)
    count = await _count(session, Plan, Plan.committee_id == committee.id)
    given: dict[str, Any] = {
        "committee": committee,
        "digest": f"{count + 1:064x}",
        "file_name": f"plan-{count + 1}.txt",
        "number": f"{count + 1}/KH-UBND",
        "title": "Kế hoạch chuyển đổi số năm 2025",
        "issued_on": date(2025, 9, 19),
        "counted_from": date(2025, 9, 19),
        "state": PlanState.ACCEPTED,
        "created_at": NOW - 16 * DAY,
    }
    if but.get("state", PlanState.ACCEPTED) is PlanState.ACCEPTED:
        given |= {"accepted_at": NOW - 16 * DAY - HOUR, "reminds_from": TODAY - 16 * DAY}
    return await _add(session, Plan(**given | but))


async def make_task(
    session: AsyncSession,
    plan: Plan | None = None,
    *,
    lead: Agency | Sequence[Agency] = (),
    coordinating: Agency | Sequence[Agency] = (),
    **but: Any,
) -> Task:
    """A task of this plan, or of a new one, with the agencies given and no occurrence yet.

    Without a plan, its committee is that of the first agency.
    """
    leads = [lead] if isinstance(lead, Agency) else list(lead)
    coordinators = [coordinating] if isinstance(coordinating, Agency) else list(coordinating)
    if plan is None:
        named = leads + coordinators
        within = await session.get_one(Committee, named[0].committee_id) if named else None
        plan = await make_plan(session, within)
    number = 1 + await _count(session, Task, Task.committee_id == plan.committee_id)
    given = {
        "plan": plan,
        "group": but.get("group") or await _first_group(session, plan),
        "number": number,
        "no": str(number),
        "content": f"Thực hiện nhiệm vụ thứ {number}",
        "deadline_text": "31/12/2025",
        "kind": DeadlineKind.BY,
    }
    parts = [(agency, Part.LEAD) for agency in leads]
    parts += [(agency, Part.COORDINATING) for agency in coordinators]
    given["agencies"] = [
        TaskAgency(committee_id=plan.committee_id, agency=agency, part=part)
        for agency, part in parts
    ]
    return await _add(session, Task(**given | but))


async def make_occurrence(
    session: AsyncSession, task: Task | None = None, **but: Any
) -> Occurrence:
    """A carrying-out of this task, or of a new one: not begun, due on `DUE`."""
    task = task or await make_task(session)
    count = await _count(
        session,
        Occurrence,
        Occurrence.committee_id == task.committee_id,
        Occurrence.task_id == task.id,
    )
    due = but.get("due", DUE)
    given = {
        "task": task,
        "sequence": count + 1,
        "opens_on": date(2025, 9, 19),
        "due": due,
        "first_due": due,
    }
    return await _add(session, Occurrence(**given | but))


async def make_indicator(
    session: AsyncSession,
    plan: Plan,
    *,
    lead: Agency | Sequence[Agency] = (),
    targets: Sequence[tuple[str, str]] = (("2025", "≥ 60%"),),
    **but: Any,
) -> Indicator:
    """An indicator of this plan in percent, with these targets by year as a plan prints them."""
    count = await _count(session, Indicator, Indicator.committee_id == plan.committee_id)
    given = {
        "committee_id": plan.committee_id,
        "plan_id": plan.id,
        "position": count + 1,
        "number": count + 1,
        "source": "annex-1",
        "name": "Tỷ lệ hồ sơ giải quyết trực tuyến",
        "unit": "%",
    }
    row = await _add(session, Indicator(**given | but))
    for position, (year, raw) in enumerate(targets, 1):
        read = read_target(raw, unit=row.unit)
        assert read, raw
        figures = {name: getattr(read, name) for name in ("op", "value", "low", "high", "unit")}
        session.add(
            Target(
                committee_id=plan.committee_id,
                indicator_id=row.id,
                position=position,
                year=year,
                raw=raw,
                **figures,
            )
        )
    for agency in [lead] if isinstance(lead, Agency) else lead:
        session.add(
            IndicatorAgency(
                committee_id=plan.committee_id,
                indicator_id=row.id,
                agency_id=agency.id,
                part=Part.LEAD,
            )
        )
    await session.flush()
    return row


async def _first_group(session: AsyncSession, plan: Plan) -> TaskGroup:
    query = (
        select(TaskGroup)
        .where(TaskGroup.committee_id == plan.committee_id, TaskGroup.plan_id == plan.id)
        .order_by(TaskGroup.position)
        .limit(1)
    )
    group = await session.scalar(query)
    return group or await _add(
        session, TaskGroup(plan=plan, position=1, source="3", label="I", title="Nhiệm vụ chung")
    )


async def _count(session: AsyncSession, model: type[Base], *where: ColumnElement[bool]) -> int:
    return await session.scalar(select(func.count()).select_from(model).where(*where)) or 0


async def _add(session: AsyncSession, row: Row) -> Row:
    session.add(row)
    await session.flush()
    return row
