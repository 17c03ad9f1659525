"""A morning's message says how things stand when it is sent, not when it was owed."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.conversation.mornings.morning_facts import DueWords
from bot.ports import Outgoing
from db.enums import OutboxState, Progress, Role
from db.models import Committee, Occurrence, OutboxMessage, Pause, Plan
from jobs.wording import word_mornings
from tasks.calendar import Ladder
from tests.jobs.morning import add_task, at, join, owe, report, said_in
from tests.make import make_agency
from tests.statements import statements

WEDNESDAY = "2025-12-17"


async def words(database, day=WEDNESDAY):
    """What the newest message of the day says now, without its last line; None: nothing left."""
    async with database.read() as session:
        message = (
            await session.scalars(select(OutboxMessage).order_by(OutboxMessage.id.desc()))
        ).first()
        today = at(day).astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).date()
        said = await said_in(session, message, today)
        return said and [block for block in said.blocks if "#" in block]


@pytest.fixture
async def two_tasks(database):
    """Two tasks of one agency, due on 31 December, of which its officer is to hear."""
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency)
        await add_task(session, agency, plan=(await session.scalars(select(Plan))).one())
        await join(session, "Cán bộ", agency)
    assert await owe(database, WEDNESDAY) == {"Cán bộ": ["#1 before:14", "#2 before:14"]}


ONE, TWO = "#1 Thực hiện nhiệm vụ thứ 1", "#2 Thực hiện nhiệm vụ thứ 2"


async def test_it_names_what_is_open(database, two_tasks):
    assert await words(database) == [ONE, TWO]


async def test_what_was_done_since_is_not_named(database, two_tasks):
    await report(database, 1, "Cán bộ", WEDNESDAY)

    assert await words(database) == [TWO]


async def test_where_all_is_done_there_is_nothing_to_say(database, two_tasks):
    await report(database, 1, "Cán bộ", WEDNESDAY)
    await report(database, 2, "Cán bộ", WEDNESDAY)

    assert await words(database) is None


async def change(database, number, **columns):
    async with database.write() as session:
        row = (await session.scalars(select(Occurrence).where(Occurrence.id == number))).one()
        for name, value in columns.items():
            setattr(row, name, value)


async def test_what_was_given_more_time_since_is_not_named(database, two_tasks):
    await change(database, 1, due=date(2026, 3, 31))

    assert await words(database) == [TWO]


async def test_what_was_closed_since_is_not_named(database, two_tasks):
    await change(database, 1, closed_on=date(2025, 12, 17))

    assert await words(database) == [TWO]


async def test_what_was_put_off_by_the_committee_since_is_not_named(database, two_tasks):
    async with database.write() as session:
        occurrence = await session.get_one(Occurrence, 1)
        session.add(
            Pause(
                committee_id=occurrence.committee_id,
                task_id=occurrence.task_id,
                starts_on=date(2025, 12, 17),
                person_id=1,
            )
        )

    assert await words(database) == [TWO]


@pytest.mark.parametrize(
    "ended",
    [
        {"progress": Progress.DONE, "done_on": date(2025, 12, 17)},
        {"closed_on": date(2025, 12, 17)},
    ],
    ids=["done", "closed"],
)
async def test_a_period_ended_since_is_not_named_for_the_next_one(database, two_tasks, ended):
    async with database.write() as session:
        first = await session.get_one(Occurrence, 1)
        session.add(
            Occurrence(
                committee_id=first.committee_id,
                task_id=first.task_id,
                sequence=2,
                opens_on=date(2025, 12, 1),
                due=date(2026, 3, 31),
                first_due=date(2026, 3, 31),
            )
        )
    assert await words(database) == [ONE, TWO]

    await change(database, 1, **ended)

    assert await words(database) == [TWO]


async def test_what_is_overdue_is_named_in_any_message_that_goes_out(database, two_tasks):
    await change(database, 1, due=date(2025, 12, 10), first_due=date(2025, 12, 10))

    assert await words(database) == [ONE, TWO]


async def test_the_members_list_says_after_how_many_days_this_committee_tells_them(database):
    async with database.write() as session:
        agency = await make_agency(session)
        committee = await session.get_one(Committee, agency.committee_id)
        committee.ladder = Ladder(leaders=2).to_json()
        await add_task(session, agency, due="2025-12-15")
        await join(session, "Bình", committee, Role.MEMBER)
    await owe(database, WEDNESDAY)

    async with database.read() as session:
        said = await said_in(
            session,
            (await session.scalars(select(OutboxMessage))).one(),
            at(WEDNESDAY).date(),
        )
    assert said
    assert "🔴 Phòng Kinh tế: 1 nhiệm vụ quá hạn từ 2 ngày làm việc trở lên" in said.blocks


async def test_as_many_statements_for_one_task_as_for_many(database):
    counts = []
    for day, more in ((WEDNESDAY, 1), ("2025-12-24", 2), ("2025-12-26", 9)):
        async with database.write() as session:
            committee = (await session.scalars(select(Committee))).first()
            agency = await make_agency(session, committee)
            plan = (await session.scalars(select(Plan))).first()
            for _ in range(more):
                await add_task(session, agency, plan=plan)
            await join(session, "Cán bộ", agency, linked=committee is None)
            if committee is None:
                committee = await session.get_one(Committee, agency.committee_id)
                await join(session, "Cán bộ", committee, Role.SECRETARY, linked=False)
        await owe(database, day)
        with statements(database) as seen:
            named = await words(database, day)
        counts.append((len(named), len([line for line in seen if line.startswith("SELECT")])))

    assert [named for named, _ in counts] == [1, 3, 10]
    assert len({count for _, count in counts}) == 1


async def test_as_many_statements_for_one_reader_as_for_many_each_told_their_own(database):
    counts, told = [], []
    for day, names in ((WEDNESDAY, ["Một"]), ("2025-12-24", ["Hai", "Ba"])):
        async with database.write() as session:
            committee = (await session.scalars(select(Committee))).first()
            plan = (await session.scalars(select(Plan))).first()
            for name in names:
                agency = await make_agency(session, committee, name=name)
                await add_task(session, agency, plan=plan)
                await join(session, name, agency)
        await owe(database, day, sent=False)
        with statements(database) as seen:
            async with database.read() as session:
                due = await session.execute(
                    select(
                        OutboxMessage.id,
                        OutboxMessage.committee_id,
                        OutboxMessage.day,
                        OutboxMessage.person_id,
                        OutboxMessage.chat_id,
                    ).where(OutboxMessage.state == OutboxState.QUEUED)
                )
                messages = [DueWords(*row) for row in due]
                said = await word_mornings(session, messages, now=at(day), default_locale="vi")
        texts = [one for one in said.values() if isinstance(one, Outgoing)]
        told.append(sorted(line for text in texts for line in text.blocks if "#" in line))
        counts.append(len(seen))

    assert [[line.split()[0] for line in lines] for lines in told] == [["#1"], ["#1", "#2", "#3"]]
    assert counts[0] == counts[1]
