"""A committee's tasks from the database to plain facts, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Committee, Task
from reports import load_statements as statements
from reports.facts import AmendmentFacts, CommitteeFacts, OccurrenceFacts, TaskFacts
from reports.figures import RollUp, roll_up
from reports.load_statements import Found, Query

Fact = TypeVar("Fact")


async def load_roll_up(session: AsyncSession, committee_id: int, *, as_of: date) -> RollUp:
    """The roll-up of a committee as of a day; `LookupError` where there is no such committee."""
    committee = await committee_facts(session, committee_id)
    return roll_up(await task_facts(session, committee_id), committee=committee, as_of=as_of)


async def committee_facts(session: AsyncSession, committee_id: int) -> CommitteeFacts:
    """What reports need of the committee itself; `LookupError` where there is none."""
    query = select(Committee.name, Committee.confirms, Committee.sample).where(
        Committee.id == committee_id
    )
    row = (await session.execute(query)).one_or_none()
    if row is None:
        raise LookupError(f"no committee {committee_id}")
    return CommitteeFacts(row.name, row.confirms, row.sample)


async def task_facts(session: AsyncSession, committee_id: int) -> list[TaskFacts]:
    """Every task of the committee's accepted plans with all that happened to it, by number."""
    regimes = await _grouped(session, statements.regimes(committee_id), statements.regime)
    leads = await _grouped(session, statements.leads(committee_id), lambda row: str(row.name))
    pauses = await _grouped(session, statements.pauses(committee_id), statements.pause)
    occurrences = await _occurrences_by_task(session, committee_id)
    query = statements.of_accepted(
        select(
            Task.id,
            Task.plan_id,
            Task.number,
            Task.content,
            Task.deadline_text,
            Task.kind,
            Task.removed_on,
        )
        .select_from(Task)
        .order_by(Task.number),
        committee_id,
    )
    return [
        TaskFacts(
            number=row.number,
            content=row.content,
            leads=leads[row.id],
            deadline_text=row.deadline_text,
            kind=row.kind,
            occurrences=occurrences[row.id],
            pauses=pauses[row.id],
            regimes=regimes[row.plan_id],
            removed_on=row.removed_on,
        )
        for row in await session.execute(query)
    ]


async def _occurrences_by_task(
    session: AsyncSession, committee_id: int
) -> dict[int, tuple[OccurrenceFacts, ...]]:
    confirmations = await _grouped(
        session, statements.confirmations(committee_id), statements.confirmation
    )
    updates = await _grouped(
        session,
        statements.updates(committee_id),
        lambda row: statements.update(row, confirmations[row.id]),
    )
    blockers = await _grouped(session, statements.blockers(committee_id), statements.blocker)
    extensions = await _grouped(session, statements.extensions(committee_id), statements.extension)
    amendments = await _grouped(
        session,
        statements.amendments(committee_id),
        lambda row: AmendmentFacts(row.changed_on, row.due_before),
    )
    return await _grouped(
        session,
        statements.occurrences(committee_id),
        lambda row: OccurrenceFacts(
            sequence=row.sequence,
            opens_on=row.opens_on,
            first_due=row.first_due,
            period=row.period,
            updates=updates[row.id],
            blockers=blockers[row.id],
            extensions=extensions[row.id],
            closed_on=row.closed_on,
            amendments=amendments[row.id],
        ),
    )


async def _grouped(
    session: AsyncSession, query: Query, fact: Callable[[Found], Fact]
) -> dict[int, tuple[Fact, ...]]:
    """One statement's rows as facts, by their column `owner`; no entry reads as an empty one."""
    found: dict[int, list[Fact]] = defaultdict(list)
    for row in await session.execute(query):
        found[row.owner].append(fact(row))
    return defaultdict(tuple, {owner: tuple(facts) for owner, facts in found.items()})
