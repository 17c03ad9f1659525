"""What the commonest message costs the database: a report of a task by its number."""

from sqlalchemy import select

from bot.conversation.router import answer
from bot.ports import Incoming
from db.models import Chat, StatusUpdate
from tests.jobs.morning import add_task, join
from tests.make import NOW, make_agency, make_committee, make_plan
from tests.statements import statements

MOST = 10
"""Sender, absences, task, its occurrences, the last message; what is written; BEGIN on SQLite."""


async def test_a_report_by_number_takes_few_statements(database):
    async with database.write() as session:
        committee = await make_committee(session)
        agency = await make_agency(session, committee)
        plan = await make_plan(session, committee)
        for _ in range(3):
            await add_task(session, agency, plan=plan)
        officer = await join(session, "Cán bộ", agency)
        chat = (await session.scalars(select(Chat).where(Chat.person_id == officer.id))).one()
        here = (chat.channel, chat.address)

    counts = []
    for text in ("#1 được 50%", "việc 2 được 80%", "#3 đang làm"):
        with statements(database) as sent:
            async with database.write() as session:
                await answer(session, Incoming(*here, text=text), now=NOW, default_locale="vi")
        counts.append(len(sent))

    assert max(counts) <= MOST, sent
    async with database.read() as session:
        assert len((await session.scalars(select(StatusUpdate))).all()) == 3
