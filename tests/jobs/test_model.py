"""The set queries against a plain reference (`tests.jobs.reference`): random plans, ladders, zones,
outages, snoozes, absences, people's hours, reports and their meetings, instructions, agencies that
help, plans accepted on any day, days of rest declared late and clock jumps, in two committees at
once.
"""

import asyncio
import shutil
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from sqlalchemy import func, select, update

from db.engine import Database
from db.enums import NoteKind, OutboxState
from db.models import MorningNote, Occurrence, OutboxMessage, Person, Rung
from jobs.reminders import plan_reminders
from tests.jobs.morning import HANOI, at
from tests.jobs.reference import DAY, Reference, Told, Work
from tests.jobs.worlds import BEGINNINGS, DAYS, LADDERS, ZONES, World, furnish, happen, worlds

NOTES = {NoteKind.REPORT: "report", NoteKind.REVIEW: "review", NoteKind.PASSED: "passed"}
FIRST = BEGINNINGS[0]

AWAY = World(
    FIRST,
    [
        Work(FIRST + 20 * DAY, away=(FIRST + 8 * DAY, FIRST + 14 * DAY, True)),
        Work(
            FIRST + 5 * DAY,
            away=(FIRST + DAY, FIRST + 9 * DAY, False),
            helped="collective",
            second=True,
        ),
    ],
    rest={},
    off=set(),
    back={FIRST + 10 * DAY},
    ladders=LADDERS[:2],
    later=(2, 3),
)
"""Absences that begin and end while rungs stand: few random worlds have one. The plans are
accepted in the middle of a week."""

LEAP = World(
    BEGINNINGS[2],
    [
        Work(date(2027, 12, 31), monthly=True, late=True),
        Work(
            None,
            reported_on=date(2028, 1, 10),
            instructed=(date(2028, 1, 20), None),
            instructed_until=date(2028, 1, 31),
        ),
        Work(None, instructed=(date(2028, 1, 10), date(2028, 1, 12))),
        Work(date(2028, 2, 29), joins=date(2028, 2, 24), helped="named", second=True),
    ],
    rest={date(2028, 2, 18): date(2028, 2, 17)},
    off={date(2028, 2, 1) + n * DAY for n in range(6)},
    back=set(),
    ladders=LADDERS[1:],
    zone=ZONES[1],
    reports=True,
)
"""What comes round each month, over Tết to a 29th of February, a report and a meeting each month,
an instruction that nobody answers and one that is answered."""


@pytest.fixture
def kind() -> str:
    """The same statements run on PostgreSQL in the other tests; here it is the rules."""
    return "sqlite"


def test_the_same_people_hear_on_the_same_days_and_no_rung_twice(sqlite_template, tmp_path):
    @settings(
        max_examples=4,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @example(AWAY)
    @example(LEAP)
    @given(worlds())
    def play(world: World) -> None:
        file = tmp_path / "world.sqlite3"
        for old in tmp_path.glob("world.sqlite3*"):
            old.unlink()
        shutil.copyfile(sqlite_template, file)
        asyncio.run(compare(f"sqlite:///{file}", world))

    play()


async def compare(url: str, world: World) -> None:
    """Live through eleven weeks, and look at what each morning tells of."""
    database = Database(url)
    try:
        await furnish(database, world)
        reference = Reference(
            world.accepted, world.works, world.rest, world.ladders, reports=world.reports
        )
        for today in (world.first + ahead * DAY for ahead in range(DAYS)):
            await happen(database, world, today)
            if today in world.off:
                continue
            expected = reference.morning(today)
            heard = await live(database, world, today)
            assert heard == expected, (today, heard ^ expected)
            yesterday = today - DAY
            if today in world.back and not {today, yesterday} & (world.changes | world.off):
                assert await live(database, world, yesterday) == set(), today
                assert await live(database, world, today) == set(), today
    finally:
        await database.close()


async def live(database: Database, world: World, today: date) -> set[Told]:
    """One day of the program, its messages sent: what it told of."""
    hours = (8, 10) if any(work.late for work in world.works) else (8,)
    moments = {at(f"{today}T{hour:02}:00", zone) for hour in hours for zone in (HANOI, world.zone)}
    found: set[Told] = set()
    for moment in sorted(moments):
        told = await look(database, moment)
        for number, _, who, *_ in told:
            if who == "officer" and world.works[number - 1].late:
                zone = world.zone if world.works[number - 1].second else HANOI
                assert moment.astimezone(zone).hour >= 10, (number, moment)
        found |= told
    rungs = {row for row in found if row[3] not in NOTES.values()}
    # Who stands in is told what the officer would be; nobody hears of it a second time.
    for_officers = {(*row[:2], "deputy", *row[3:]) for row in rungs if row[2] == "officer"}
    assert not rungs & for_officers
    as_officers = {(*row[:2], row[2].replace("deputy", "officer"), *row[3:]) for row in rungs}
    return as_officers | (found - rungs)


async def look(database: Database, moment: datetime) -> set[Told]:
    """What becomes owed at a moment, each to one who has to do with it."""
    async with database.read() as session:
        rungs = await session.scalar(select(func.max(Rung.id))) or 0
        notes = await session.scalar(select(func.max(MorningNote.id))) or 0
    await plan_reminders(database, now=moment)
    async with database.write() as session:
        new = await session.execute(
            select(
                Occurrence.task_id,
                Occurrence.sequence,
                Rung.committee_id,
                Person.name,
                Rung.name,
                Rung.due,
                Rung.outbox_id,
            )
            .join(Person, Person.id == Rung.person_id)
            .join(Occurrence, Occurrence.id == Rung.occurrence_id)
            .where(Rung.id > rungs)
        )
        told = set()
        for number, sequence, committee_id, name, rung, due, message in new:
            assert message is not None, "a rung without a message"
            who, whose = _who(name)
            where = committee_id if who in ("secretary", "member") else number
            assert whose == where, f"{name} was told of task {number}"
            told.add((number, sequence, who, rung, due))
        query = select(Person.name, MorningNote.kind, MorningNote.due).join(
            Person, Person.id == MorningNote.person_id
        )
        query = query.where(MorningNote.id > notes, MorningNote.kind.in_(NOTES))
        for name, kind, due in await session.execute(query):
            who, whose = _who(name)
            told.add((0 if who in ("secretary", "member") else whose, 0, who, NOTES[kind], due))
        await session.execute(update(OutboxMessage).values(state=OutboxState.SENT))
    return told


def _who(name: str) -> tuple[str, int]:
    who, _, number = name.partition(" ")
    return who, int(number)
