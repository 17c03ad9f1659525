"""Save a plan that was read, once."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Part
from db.models import (
    Agency,
    Committee,
    Plan,
    PlanLeftover,
    PlanSource,
    ReportingRegime,
    Task,
    TaskAgency,
    TaskGroup,
)
from plans.agencies.keys import agency_key
from plans.agencies.store import add_agencies
from plans.indicators.store import save_indicators
from plans.parsed import ParsedPlan, ParsedTask
from tasks.occurrences import first_occurrence, set_rule


@dataclass(frozen=True, slots=True)
class Saved:
    """A plan in the database, and whether it is there only now."""

    plan: Plan
    new: bool


async def save_plan(
    session: AsyncSession,
    committee: Committee,
    parsed: ParsedPlan,
    *,
    digest: str,
    file_name: str,
    now: datetime,
    today: date,
    text: str | None = None,
) -> Saved:
    """Store a plan as a draft, with its tasks numbered after those the committee has.

    `digest` is the file's SHA-256: the same file again changes nothing. `today` is only the day
    from which tasks without a due day are open where the plan counts from no day at all. `text`
    is what the plan was read from, kept to be shown beside its rows.
    """
    found = await session.scalar(
        select(Plan).where(Plan.committee_id == committee.id, Plan.digest == digest)
    )
    if found is not None:
        return Saved(found, new=False)
    plan = Plan(
        committee_id=committee.id,
        digest=digest,
        file_name=file_name,
        number=parsed.number,
        title=parsed.title,
        issuer=parsed.issuer,
        issued_on=parsed.issued_on,
        counted_from=parsed.counted_from,
        counted_from_doubtful=parsed.counted_from_doubtful,
        created_at=now,
    )
    session.add(plan)
    await session.flush()
    session.add_all(
        ReportingRegime(
            committee_id=committee.id,
            plan_id=plan.id,
            every=rule.every,
            due_day=rule.due_day,
            due_month=rule.due_month,
            before=rule.before,
            raw=rule.raw,
            to=rule.to,
            via=rule.via,
            review_day=rule.review_day,
        )
        for rule in parsed.reporting
    )
    session.add_all(_leftovers(plan, parsed))
    if text is not None:
        session.add(PlanSource(committee_id=committee.id, plan_id=plan.id, text=text))
    agencies = await add_agencies(session, committee.id, parsed.agencies)
    await _save_tasks(session, plan, parsed, agencies, begins=parsed.counted_from or today)
    await save_indicators(session, plan, parsed.indicators, agencies)
    return Saved(plan, new=True)


async def _save_tasks(
    session: AsyncSession,
    plan: Plan,
    parsed: ParsedPlan,
    agencies: dict[str, Agency],
    *,
    begins: date,
) -> None:
    highest = await session.scalar(
        select(func.max(Task.number)).where(Task.committee_id == plan.committee_id)
    )
    groups: dict[tuple[str, str], TaskGroup] = {}
    for number, row in enumerate(parsed.tasks, (highest or 0) + 1):
        place = (row.source, row.group)
        if place not in groups:
            groups[place] = TaskGroup(
                committee_id=plan.committee_id,
                plan_id=plan.id,
                position=len(groups) + 1,
                source=row.source,
                label=row.group or None,
                title=row.group_title or None,
            )
            session.add(groups[place])
            await session.flush()
        task = _task(plan, groups[place], number, row)
        session.add(task)
        await session.flush()
        session.add(first_occurrence(task, row.deadline.due, begins=begins))
        session.add_all(_links(task, row, agencies))
    await session.flush()


def _task(plan: Plan, group: TaskGroup, number: int, row: ParsedTask) -> Task:
    task = Task(
        committee_id=plan.committee_id,
        plan_id=plan.id,
        group_id=group.id,
        number=number,
        no=row.no or None,
        content=row.content,
        parent_content=row.parent_content,
        product=row.product,
        deadline_text=row.deadline_text or "",
        doubts=list(row.doubts),
        line=row.line,
        page=row.place.page if row.place else None,
        sheet=row.place.sheet if row.place else None,
        sheet_row=row.place.row if row.place else None,
        content_raw=row.content_raw,
        doubtful_words=list(row.doubtful_words) or None,
    )
    set_rule(task, row.deadline)
    return task


def _leftovers(plan: Plan, parsed: ParsedPlan) -> list[PlanLeftover]:
    return [
        PlanLeftover(
            committee_id=plan.committee_id,
            plan_id=plan.id,
            position=position,
            source=left.source,
            line=left.line,
            page=left.place.page if left.place else None,
            sheet=left.place.sheet if left.place else None,
            sheet_row=left.place.row if left.place else None,
            text=left.text,
        )
        for position, left in enumerate(parsed.leftovers, 1)
    ]


def _links(task: Task, row: ParsedTask, agencies: dict[str, Agency]) -> list[TaskAgency]:
    """Each agency once in each part, however often and in whatever spelling the row names it."""
    links: dict[tuple[Part, int], TaskAgency] = {}
    for part, names in ((Part.LEAD, row.lead), (Part.COORDINATING, row.coordinating)):
        for name in names:
            agency = agencies[agency_key(name)]
            links[part, agency.id] = TaskAgency(
                committee_id=task.committee_id, task_id=task.id, agency_id=agency.id, part=part
            )
    return list(links.values())
