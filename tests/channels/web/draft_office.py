"""A site with a draft to go through, and a browser for everybody who might look at it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from bot.channels.web.channel import Web
from bot.channels.web.session import chat_address
from db.engine import Database
from db.enums import Role
from db.models import Membership, Task
from tests.channels.web.server import Browser, make_web, serve
from tests.make import NOW, make_agency, make_chat, make_committee, make_person
from tests.tasks.drafted import row, save_draft

ROWS = [
    row("Rà soát hồ sơ đất đai", "Phòng Kinh tế", "31/12/2025"),
    row("Xây dựng phần mềm", None, None, doubts=("lead_missing",)),
    row("Mua máy tính", "Công an xã", "2026"),
]


@dataclass
class Office:
    """A site with one draft, and a browser for everybody who might look at it."""

    site: str
    database: Database
    plan_id: int
    people: dict[str, str]

    def browser(self, who: str) -> Browser:
        """The browser of this person; a stranger has no session."""
        cookies = {"dondoc": self.people[who]} if who in self.people else {}
        return Browser(base_url=self.site, cookies=cookies)

    async def task(self, number: int) -> Task:
        async with self.database.read() as session:
            found = await session.scalars(select(Task).where(Task.number == number))
            return found.one()


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    web: Web = make_web(database)
    people: dict[str, str] = {}
    async with database.write() as session:
        ours = await make_committee(session)
        theirs = await make_committee(session)
        agency = await make_agency(session, ours, name="Phòng Văn hóa - Xã hội")
        for who, committee, role in (
            ("secretary", ours, Role.SECRETARY),
            ("colleague", ours, Role.SECRETARY),
            ("member", ours, Role.MEMBER),
            ("officer", ours, Role.OFFICER),
            ("secretary of another", theirs, Role.SECRETARY),
        ):
            person = await make_person(session, name=f"{who} (mẫu)")
            session.add(
                Membership(
                    committee_id=committee.id,
                    person_id=person.id,
                    role=role,
                    agency_id=agency.id if role is Role.OFFICER else None,
                    created_at=NOW,
                )
            )
            people[who] = (f"{len(people)}" * 43)[:43]
            await make_chat(session, person, channel="web", address=chat_address(people[who]))
        plan = await save_draft(session, ours, ROWS)
    async with serve(web) as site:
        yield Office(site, database, plan.id, people)
