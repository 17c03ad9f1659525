"""What a draft amounts to: the figures that a secretary looks at before a plan counts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import DeadlineKind, Part, Review
from db.models import Agency, Occurrence, Plan, PlanLeftover
from db.queries.people import unreached_agencies
from tasks.drafts.rows import DraftRow, draft_rows


class Silence(StrEnum):
    """Why nobody can be reminded of a task yet."""

    NO_LEAD = "no_lead"
    COLLECTIVE_LEAD = "collective_lead"
    NOBODY_LINKED = "nobody_linked"
    NO_DEADLINE = "no_deadline"
    """None is printed, or it cannot be read; a task without end or on a condition has one."""


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """A draft in figures; what was said to be no task is in `set_aside` alone."""

    rows: tuple[DraftRow, ...]
    """Those that will be followed, in their order."""
    set_aside: tuple[DraftRow, ...]
    leads: tuple[tuple[str, int], ...]
    """Leading agencies with how many tasks, the busiest first; collective names left out."""
    months: tuple[tuple[date, int], ...]
    """Due days by the first day of their month."""
    kinds: Counter[DeadlineKind]
    silent: Mapping[Silence, tuple[DraftRow, ...]]
    """Why which tasks cannot be reminded of; one may stand under several reasons."""
    leftovers: tuple[str, ...]
    """Lines of the annexes that ended in no task, in their order."""

    @property
    def open(self) -> tuple[DraftRow, ...]:
        """Doubtful rows that nobody has looked at, or that are kept for later."""
        return tuple(row for row in self.rows if row.open)

    @property
    def unlooked(self) -> tuple[DraftRow, ...]:
        """Doubtful rows that nobody has looked at."""
        return tuple(row for row in self.open if row.task.review is None)

    @property
    def of_wording(self) -> tuple[DraftRow, ...]:
        """Rows that nobody has looked at, in which words alone are doubtful."""
        return tuple(row for row in self.unlooked if row.of_wording)

    @property
    def looked_at(self) -> int:
        """Doubtful rows that somebody has decided on."""
        right = sum(row.review is Review.RIGHT for row in self.rows)
        return right + sum(row.doubtful for row in self.set_aside)

    @property
    def silent_tasks(self) -> int:
        """How many tasks cannot be reminded of, for one reason or several."""
        return len({row.task.id for rows in self.silent.values() for row in rows})


async def summarise(session: AsyncSession, plan: Plan) -> DraftSummary:
    """What a draft amounts to as it stands, in a fixed number of statements."""
    everything = await draft_rows(session, plan)
    rows = tuple(row for row in everything if row.counts)
    dues = await session.execute(
        select(Occurrence.task_id, Occurrence.due)
        .where(
            Occurrence.committee_id == plan.committee_id,
            Occurrence.task_id.in_([row.task.id for row in rows]),
            Occurrence.due.is_not(None),
        )
        .order_by(Occurrence.sequence.desc())  # of each task the first one stays
    )
    due = {task_id: day for task_id, day in dues if day is not None}
    unreached = {a.id for a in await unreached_agencies(session, plan.committee_id)}
    leftovers = await session.scalars(
        select(PlanLeftover.text)
        .where(PlanLeftover.committee_id == plan.committee_id, PlanLeftover.plan_id == plan.id)
        .order_by(PlanLeftover.id)
    )
    leads = Counter(agency.name for row in rows for agency in _leads(row) if not agency.collective)
    months = Counter(day.replace(day=1) for day in due.values())
    return DraftSummary(
        rows=rows,
        set_aside=tuple(row for row in everything if not row.counts),
        leads=tuple(leads.most_common()),
        months=tuple(sorted(months.items())),
        kinds=Counter(row.task.kind for row in rows),
        silent=_silent(rows, due, unreached),
        leftovers=tuple(leftovers),
    )


def _leads(row: DraftRow) -> list[Agency]:
    return [link.agency for link in row.task.agencies if link.part is Part.LEAD]


def _silent(
    rows: Sequence[DraftRow], due: Mapping[int, date], unreached: set[int]
) -> dict[Silence, tuple[DraftRow, ...]]:
    found: dict[Silence, list[DraftRow]] = {}
    for row in rows:
        for why in _silences(row, due, unreached):
            found.setdefault(why, []).append(row)
    return {why: tuple(found[why]) for why in Silence if why in found}


def _silences(row: DraftRow, due: Mapping[int, date], unreached: set[int]) -> list[Silence]:
    found = []
    leads = _leads(row)
    named = [agency for agency in leads if not agency.collective]
    if not leads:
        found.append(Silence.NO_LEAD)
    elif not named:
        found.append(Silence.COLLECTIVE_LEAD)
    elif all(agency.id in unreached for agency in named):
        found.append(Silence.NOBODY_LINKED)
    dated = row.task.kind in (DeadlineKind.BY, DeadlineKind.RECURRING)
    none = row.task.kind in (DeadlineKind.UNSPECIFIED, DeadlineKind.UNREADABLE)
    if none or (dated and row.task.id not in due):
        found.append(Silence.NO_DEADLINE)
    return found
