"""A country to measure in: committees, their people and tasks, made by the database itself."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    String,
    and_,
    case,
    cast,
    column,
    insert,
    literal,
    null,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import Base
from db.engine import Database
from db.enums import DeadlineKind, Part, PlanState, Recurs, Role
from db.migrate import upgrade
from db.models import (
    Agency,
    Chat,
    Committee,
    Membership,
    Occurrence,
    Person,
    Plan,
    Task,
    TaskAgency,
    TaskGroup,
)
from tasks.working_days import WorkingDays
from tests.postgres import postgres_server

TODAY = date(2025, 12, 15)
"""A Monday."""
NOW = datetime(2025, 12, 15, 1, 0, tzinfo=UTC)
"""08:00 of that day in Vietnam."""
SOON = TODAY + timedelta(days=7)
"""A due day of which people are told today: one of the ladder's rungs."""
FAR = TODAY + timedelta(days=400)
"""A due day that concerns nobody yet."""
LONG_AGO = TODAY - timedelta(days=100)
"""A due day over which people are told on Mondays alone."""
ZONE = "Asia/Ho_Chi_Minh"


@dataclass(frozen=True)
class World:
    """How much there is of everything; one officer an agency, each with a chat.

    Of a committee's `tasks` the first `due` have their due day on `day`, the next `due` a working
    day later, and so on for so many `waves`; `overdue` of them were due long ago. The rest are far
    away; of a `usual` world four of ten of those are ongoing, without a due day, and three come
    round each year.
    """

    committees: int
    agencies: int
    tasks: int
    due: int
    day: date = SOON
    channel: str = "bench"
    waves: int = 1
    overdue: int = 0
    usual: bool = False

    def morning_of(self, wave: int) -> date:
        """The day so many working days after today: a day for each wave."""
        return WorkingDays({}).after(TODAY, wave)

    def due_of(self, wave: int) -> date:
        """The due day of a wave, as far from its morning as `day` is from today."""
        return self.day + (self.morning_of(wave) - TODAY)


async def fill(database: Database, world: World) -> None:
    """Put a world into an empty database."""
    async with database.write() as session:
        everybody = world.committees * world.agencies
        await _committees(session, world)
        await _people(session, world, everybody)
        await _tasks(session, world, world.committees * world.tasks)
    async with database.engine.begin() as connection:
        await connection.execute(text("ANALYZE"))


async def _committees(session: AsyncSession, world: World) -> None:
    count = world.committees
    name = literal("Ban Chỉ đạo mẫu số ") + _text
    await _put(session, Committee, count, id=_i, name=name, timezone=ZONE, created_at=NOW)
    long_ago = NOW - timedelta(days=60)
    await _put(
        session,
        Plan,
        count,
        id=_i,
        committee_id=_i,
        digest=_text,
        file_name="mau.txt",
        state=PlanState.ACCEPTED,
        created_at=long_ago,
        accepted_at=long_ago,
        reminds_from=long_ago.date(),
    )
    await _put(
        session, TaskGroup, count, id=_i, committee_id=_i, plan_id=_i, position=1, source="annex-1"
    )


async def _people(session: AsyncSession, world: World, count: int) -> None:
    committee = _one_of(world.agencies)
    name = literal("Phòng mẫu số ") + _text
    await _put(session, Agency, count, id=_i, committee_id=committee, name=name, key=_text)
    await _put(session, Person, count, id=_i, name="Cán bộ (mẫu)", created_at=NOW)
    await _put(
        session,
        Membership,
        count,
        id=_i,
        committee_id=committee,
        person_id=_i,
        role=Role.OFFICER,
        agency_id=_i,
        created_at=NOW,
    )
    await _put(
        session,
        Chat,
        count,
        id=_i,
        channel=world.channel,
        address=_text,
        person_id=_i,
        heard_at=NOW,
    )


async def _tasks(session: AsyncSession, world: World, count: int) -> None:
    committee = _one_of(world.tasks)
    number = (_i - 1) % world.tasks + 1
    agency = (committee - 1) * world.agencies + (number - 1) % world.agencies + 1
    day = Occurrence.due.type
    waves = [
        (number <= (wave + 1) * world.due, literal(world.due_of(wave), day))
        for wave in range(world.waves)
    ]
    told = world.due * world.waves
    overdue = number.between(told + 1, told + world.overdue)
    ongoing = and_(number > told + world.overdue, number % 10 < (4 if world.usual else 0))
    yearly = and_(number > told + world.overdue, number % 10 >= (7 if world.usual else 10))
    due = case(
        *waves, (overdue, literal(LONG_AGO, day)), (ongoing, null()), else_=literal(FAR, day)
    )
    await _put(
        session,
        Task,
        count,
        id=_i,
        committee_id=committee,
        plan_id=committee,
        group_id=committee,
        number=number,
        content="Xây dựng kế hoạch chuyển đổi số của đơn vị (mẫu)",
        deadline_text="22/12/2025",
        kind=case(
            (ongoing, literal(DeadlineKind.ONGOING.value)), else_=literal(DeadlineKind.BY.value)
        ),
        recurs=case((yearly, literal(Recurs.YEARLY.value))),
        recurs_due=case((yearly, literal("12-31"))),
        doubts=[],
    )
    await _put(
        session,
        TaskAgency,
        count,
        id=_i,
        committee_id=committee,
        task_id=_i,
        agency_id=agency,
        part=Part.LEAD,
    )
    await _put(
        session,
        Occurrence,
        count,
        id=_i,
        committee_id=committee,
        task_id=_i,
        sequence=1,
        opens_on=TODAY - timedelta(days=60),
        due=due,
        first_due=due,
        next_opens_on=case((yearly, literal(FAR, day))),
    )


_i: ColumnElement[int] = column("i", Integer)
"""The number of a row, from 1."""
_text: ColumnElement[str] = cast(_i, String)


def _one_of(each: int) -> ColumnElement[int]:
    """The number of the group that a row falls into, with so many rows a group."""
    return (_i - 1) // each + 1


async def _put(session: AsyncSession, model: type[Base], count: int, **columns: Any) -> None:
    """Make `count` rows in one statement; plain values are the same in each."""
    first = select(literal(1).label("i")).cte("numbers", recursive=True)
    numbers = first.union_all(select(first.c.i + 1).where(first.c.i < count))
    values = [
        value if isinstance(value, ColumnElement) else literal(value, getattr(model, name).type)
        for name, value in columns.items()
    ]
    rows = select(*values).select_from(numbers)
    await session.execute(insert(model).from_select(list(columns), rows))


@asynccontextmanager
async def fresh_database(kind: str) -> AsyncIterator[Database]:
    """An empty database of ours with its tables, on "sqlite" or "postgresql", gone at the end."""
    with fresh_address(kind) as url:
        database = Database(url)
        await upgrade(database)
        try:
            yield database
        finally:
            await database.close()


@contextmanager
def fresh_address(kind: str) -> Iterator[str]:
    """The address of a new and empty database; PostgreSQL is as careful as one for real use."""
    if kind == "postgresql":
        with postgres_server(durable=True) as url:
            yield url
    else:
        with TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/bench.sqlite3"
