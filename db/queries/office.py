"""Reads of the standing office's work: spellings of agencies, who is in them, who has a task."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import String, cast, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, joinedload, selectinload

from db.enums import AGENCY_ROLES, Part, PlanState, Role
from db.models import (
    Acknowledgement,
    Agency,
    AgencyAlias,
    Chat,
    Membership,
    Person,
    Plan,
    Task,
    TaskAgency,
    TaskOfficer,
)


async def agency_spellings(session: AsyncSession, committee_id: int) -> list[tuple[int, str]]:
    """Every spelling of the committee's agencies with the agency's id; its own name first.

    Collective names are none: nobody is behind them.
    """
    of_name = select(Agency.id, Agency.name).where(
        Agency.committee_id == committee_id,
        Agency.collective.is_(False),
        Agency.merged_at.is_(None),
    )
    of_alias = (
        select(AgencyAlias.agency_id, AgencyAlias.name)
        .join(Agency, Agency.id == AgencyAlias.agency_id)
        .where(AgencyAlias.committee_id == committee_id, Agency.collective.is_(False))
    )
    rows = await session.execute(union_all(of_name, of_alias))
    return [(row[0], row[1]) for row in rows]


async def accepted_plans(session: AsyncSession, committee_id: int) -> Sequence[Plan]:
    """The plans that the committee follows, in the order they came."""
    query = (
        select(Plan)
        .where(Plan.committee_id == committee_id, Plan.state == PlanState.ACCEPTED)
        .order_by(Plan.id)
    )
    return (await session.scalars(query)).all()


async def task_numbers(
    session: AsyncSession,
    committee_id: int,
    *,
    agency_ids: Collection[int],
    plan_ids: Collection[int] = (),
    part: Part | None = Part.LEAD,
) -> set[int]:
    """The numbers of tasks in which one of these agencies has this part, or any where None, of one
    of these plans."""
    query = select(Task.number).where(Task.committee_id == committee_id)
    if agency_ids:
        query = query.join(
            TaskAgency,
            (TaskAgency.committee_id == Task.committee_id) & (TaskAgency.task_id == Task.id),
        ).where(TaskAgency.agency_id.in_(agency_ids))
        if part is not None:
            query = query.where(TaskAgency.part == part)
    if plan_ids:
        query = query.where(Task.plan_id.in_(plan_ids))
    return set(await session.scalars(query))


async def rows_printed_alike(
    session: AsyncSession, committee_id: int, agency_ids: Collection[int], task_ids: Collection[int]
) -> list[tuple[int, str, int, str]]:
    """Tasks led by these agencies that another plan prints under the number of one of `task_ids`.

    Each as that number, its plan, its own number, its content.
    """
    meant = aliased(Task)
    query = (
        select(meant.number, func.coalesce(Plan.number, Plan.title, ""), Task.number, Task.content)
        .join(Plan, (Plan.committee_id == Task.committee_id) & (Plan.id == Task.plan_id))
        .join(
            TaskAgency,
            (TaskAgency.committee_id == Task.committee_id) & (TaskAgency.task_id == Task.id),
        )
        .join(
            meant,
            (meant.committee_id == Task.committee_id)
            & (meant.plan_id != Task.plan_id)
            & (func.rtrim(Task.no, ".)") == cast(meant.number, String)),
        )
        .where(
            Task.committee_id == committee_id,
            meant.id.in_(task_ids),
            Task.removed_on.is_(None),
            Plan.state == PlanState.ACCEPTED,
            TaskAgency.part == Part.LEAD,
            TaskAgency.agency_id.in_(agency_ids),
        )
        .order_by(Task.number)
        .distinct()
    )
    rows = await session.execute(query)
    return [(row[0], row[1], row[2], row[3]) for row in rows]


async def agencies_by_id(
    session: AsyncSession, committee_id: int, agency_ids: Collection[int] | None = None
) -> list[Agency]:
    """The committee's agencies, but for collective names, by name; `agency_ids` narrows to some."""
    query = select(Agency).where(
        Agency.committee_id == committee_id,
        Agency.collective.is_(False),
        Agency.merged_at.is_(None),
    )
    if agency_ids is not None:
        query = query.where(Agency.id.in_(agency_ids))
    return list(await session.scalars(query.order_by(Agency.name, Agency.id)))


async def reached_members(
    session: AsyncSession, committee_id: int, agency_ids: Collection[int]
) -> Sequence[Membership]:
    """Officers and heads of these agencies who have a chat that takes messages, persons loaded."""
    query = (
        select(Membership)
        .where(
            Membership.committee_id == committee_id,
            Membership.agency_id.in_(agency_ids),
            Membership.role.in_(AGENCY_ROLES),
            Membership.person_id.in_(
                select(Chat.person_id).where(Chat.gone_at.is_(None), Chat.person_id.is_not(None))
            ),
        )
        .options(joinedload(Membership.person))
        .order_by(Membership.id)
    )
    return (await session.scalars(query)).all()


def tell_of(members: Sequence[Membership], agency_ids: Collection[int]) -> list[Person]:
    """Who hears for these agencies: their officers, the head where there is none; each once."""
    people: dict[int, Person] = {}
    for agency_id in agency_ids:
        here = [held for held in members if held.agency_id == agency_id]
        officers = [held for held in here if held.role is Role.OFFICER]
        people |= {held.person_id: held.person for held in officers or here}
    return list(people.values())


async def named_officers(session: AsyncSession, committee_id: int) -> dict[tuple[int, int], int]:
    """The person whom an agency named for a task, by task and agency."""
    query = select(TaskOfficer.task_id, TaskOfficer.agency_id, TaskOfficer.person_id).where(
        TaskOfficer.committee_id == committee_id
    )
    return {(row[0], row[1]): row[2] for row in await session.execute(query)}


async def officers_of(session: AsyncSession, committee_id: int, task_id: int) -> Sequence[Person]:
    """Those whom the agencies of a task named for it."""
    query = (
        select(Person)
        .join(TaskOfficer, TaskOfficer.person_id == Person.id)
        .where(TaskOfficer.committee_id == committee_id, TaskOfficer.task_id == task_id)
        .order_by(TaskOfficer.id)
    )
    return (await session.scalars(query)).all()


async def given_since(
    session: AsyncSession, committee_id: int, since: datetime
) -> dict[int, datetime]:
    """The tasks, by number, that somebody was told of since then or whose plan was accepted since,
    each with the latest such instant."""
    told = (
        select(Task.number, Acknowledgement.told_at)
        .join(Acknowledgement.task)
        .where(Acknowledgement.committee_id == committee_id, Acknowledgement.told_at >= since)
    )
    planned = (
        select(Task.number, Plan.accepted_at)
        .join(Task.plan)
        .where(Task.committee_id == committee_id, Plan.accepted_at >= since)
    )
    rows = [*(await session.execute(planned)), *(await session.execute(told))]
    return dict(sorted(((row[0], row[1]) for row in rows), key=lambda row: row[1]))


async def acknowledgements(
    session: AsyncSession, committee_id: int, task_id: int | None = None
) -> Sequence[Acknowledgement]:
    """Who was told of a task given in chat, and who has received it; by task, persons loaded.

    Without a task, those of all tasks that somebody has not received yet, with their tasks.
    """
    query = (
        select(Acknowledgement)
        .join(Acknowledgement.task)
        .where(Acknowledgement.committee_id == committee_id)
        .options(
            joinedload(Acknowledgement.person),
            joinedload(Acknowledgement.task)
            .selectinload(Task.agencies)
            .joinedload(TaskAgency.agency),
            selectinload(Acknowledgement.person, Person.memberships),
        )
        .order_by(Task.number, Acknowledgement.id)
    )
    if task_id is not None:
        query = query.where(Acknowledgement.task_id == task_id)
    else:
        query = query.where(Acknowledgement.received_at.is_(None))
    return (await session.scalars(query)).all()
