"""The demonstration's clock: moved on by weeks, it sends each day's messages as the days would."""

from datetime import date, timedelta

from sqlalchemy import select

from bot.app import Program
from bot.channels.web.session import chat_address
from bot.clock import Clock
from bot.demo import DemoControls
from bot.settings import Settings
from db.enums import Role
from db.models import Committee, OutboxMessage, Person, Plan, WebMessage
from tests.jobs.morning import HANOI, add_task, at
from tests.make import make_agency, make_chat, make_membership, make_person

DAYS = ["2025-12-17", "2025-12-24", "2025-12-26", "2025-12-30", "2025-12-31", "2026-01-05"]
"""Those of the ladder of 31/12/2025; 28/12 is a Sunday, and 1 to 4/1 are days of rest."""


async def test_three_weeks_at_once_are_each_days_messages_in_order_at_everybodys_hour(
    database, database_url
):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency)
        (await session.scalars(select(Plan))).one().reminds_from = date(2025, 12, 16)
        (await session.scalars(select(Committee))).one().morning = 9
        for name, hour in (("Hoa", None), ("Sơn", 14)):
            person = await make_person(session, name=name)
            person.morning, person.evening = hour, hour and 18
            await make_membership(session, person, agency, role=Role.OFFICER)
            await make_chat(session, person, channel="web", address=chat_address(name))
    program = Program(Settings(database_url=database_url), Clock(at("2025-12-16T10:00")))

    async with program.opened():
        await DemoControls(program, []).advance(timedelta(days=21))

    async with database.read() as session:
        rows = await session.execute(
            select(OutboxMessage.finished_at, Person.name)
            .join(Person, Person.id == OutboxMessage.person_id)
            .order_by(OutboxMessage.finished_at)
        )
        sent = [(f"{when.astimezone(HANOI):%Y-%m-%d %H}h", name) for when, name in rows]
        bodies = (await session.scalars(select(WebMessage.body).order_by(WebMessage.id))).all()
    assert sent == [
        (f"{day} {hour}", name) for day in DAYS for hour, name in (("09h", "Hoa"), ("14h", "Sơn"))
    ]
    assert len(bodies) == len(sent)
    for (moment, _), body in zip(sent, bodies, strict=True):
        assert f"{date.fromisoformat(moment[:10]):%d/%m/%Y}" in str(body).partition("cần lưu ý")[0]
