"""The demonstration: a real plan, sample people, a database of its own, a clock to move by hand.

It listens on this machine alone. Everything it does goes through the same program as `run`.
"""

import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import Program
from bot.channels.demo import DemoPerson, demo_routes
from bot.channels.web.session import chat_address, new_token
from bot.clock import Clock
from bot.i18n import translator
from bot.ports import Incoming
from bot.serving import page_hosts
from bot.settings import Settings
from bot.texts import demo as texts
from bot.texts import shell as shell_texts
from bot.texts.people import inviting
from db.enums import Part, Role
from db.models import Agency, Committee, Person, TaskAgency
from plans.read import read_plan
from plans.source import read_source
from plans.store import save_plan
from tasks.drafts.accepting import accept_plan
from tasks.invitations import invite

DEMO_HOST = "127.0.0.1"
EXAMPLE = Path(__file__).resolve().parent.parent / "plans" / "examples" / "vinh-lai.txt"
COMMITTEE = "Ban Chỉ đạo xã Vĩnh Lại"
BEGINS = datetime(2025, 12, 1, 7, 30)  # noqa: DTZ001  local to the zone of the settings
"""Half an hour before the first morning on which the plan's officers are told."""


async def run_demo(settings: Settings, port: int, say: Callable[[str], object]) -> None:
    """Run the demonstration until it is ended; its data goes with it."""
    with tempfile.TemporaryDirectory(prefix="dondoc-demo-") as folder:
        alone = settings.model_copy(
            update={
                "data_dir": Path(folder),
                "database_url": None,
                "telegram_token": None,
                "public_url": None,
                "clock": None,
            }
        )
        clock = Clock(BEGINS.replace(tzinfo=alone.zone))
        program = Program(alone, clock)
        async with program.opened():
            controls = DemoControls(program, await _furnish(program))
            await program.work_off()
            routes = demo_routes(
                program.web,
                controls,
                hosts=page_hosts(program.settings, DEMO_HOST),
                locale=alone.locale,
            )
            tr = translator(alone.locale)
            say(texts.begins(tr))
            say(shell_texts.running(tr, url=f"http://{DEMO_HOST}:{port}/"))
            await program.run(DEMO_HOST, port, routes)


class DemoControls:
    """Whom one can talk as, and the clock."""

    def __init__(self, program: Program, people: Sequence[DemoPerson]) -> None:
        self.zone = program.settings.zone
        self._program = program
        self._people = people

    async def people(self) -> Sequence[DemoPerson]:
        """Everybody there is to talk as."""
        return self._people

    def now(self) -> datetime:
        """What time it is for the program."""
        return self._program.clock.now()

    async def advance(self, by: timedelta) -> None:
        """Move the clock on, stopping at each morning on the way as the days would have."""
        clock = self._program.clock
        target = clock.now() + by
        for morning in mornings(clock.now(), target, self.zone, await self._hours()):
            clock.set(morning)
            await self._program.work_off()
        clock.set(target)
        await self._program.work_off()

    async def _hours(self) -> list[int]:
        """The full hours at which somebody is told, the committee's own among them."""
        async with self._program.database.read() as session:
            chosen = select(Person.morning).where(Person.morning.is_not(None))
            return sorted(set(await session.scalars(chosen.union(select(Committee.morning)))))


def mornings(
    start: datetime, end: datetime, zone: ZoneInfo, hours: Sequence[int]
) -> list[datetime]:
    """Every day's `hours` in the zone, after `start` and before `end`, in their order."""
    day = start.astimezone(zone).date()
    found: list[datetime] = []
    while True:
        for hour in hours:
            morning = datetime.combine(day, time(hour), tzinfo=zone)
            if morning >= end:
                return found
            if morning > start:
                found.append(morning)
        day += timedelta(days=1)


async def _furnish(program: Program) -> list[DemoPerson]:
    """Load the plan and bring the sample people in, each with a code as anybody would come in."""
    settings, now = program.settings, program.clock.now()
    text = read_source(EXAMPLE)
    async with program.database.write() as session:
        committee = Committee(
            name=COMMITTEE, timezone=settings.timezone, sample=True, created_at=now
        )
        session.add(committee)
        await session.flush()
        today = now.astimezone(settings.zone).date()
        saved = await save_plan(
            session,
            committee,
            read_plan(text),
            digest="demo",
            file_name=EXAMPLE.name,
            now=now,
            today=today,
        )
        await accept_plan(saved.plan, now=now, zone=settings.zone)
        roles = await _roles(session, committee)
    people = []
    for role, agency in roles:
        async with program.database.write() as session:
            people.append(await _bring_in(program, session, committee, role, agency))
    return people


async def _roles(session: AsyncSession, committee: Committee) -> list[tuple[Role, Agency | None]]:
    """An officer of each agency, the head of the one with most tasks, a secretary, a member."""
    count = func.count(TaskAgency.id)
    query = (
        select(Agency)
        .join(
            TaskAgency,
            (TaskAgency.committee_id == Agency.committee_id) & (TaskAgency.agency_id == Agency.id),
        )
        .where(
            Agency.committee_id == committee.id,
            Agency.collective.is_(False),
            TaskAgency.part == Part.LEAD,
        )
        .group_by(Agency.id)
        .order_by(count.desc(), Agency.name)
    )
    agencies = (await session.scalars(query)).all()
    officers: list[tuple[Role, Agency | None]] = [(Role.OFFICER, agency) for agency in agencies]
    return [
        *officers[:1],
        (Role.HEAD, agencies[0]),
        (Role.MEMBER, None),
        (Role.SECRETARY, None),
        *officers[1:],
    ]


async def _bring_in(
    program: Program,
    session: AsyncSession,
    committee: Committee,
    role: Role,
    agency: Agency | None,
) -> DemoPerson:
    tr = translator(program.settings.locale)
    now, token = program.clock.now(), new_token()
    label = inviting.role(tr, role)
    name = texts.sample_person(tr, role=label)
    code, _ = await invite(session, committee, role=role, agency=agency, name=name, now=now)
    greeting = Incoming(program.web.name, chat_address(token), name, text=f"/start {code}")
    await program.answer(session, greeting, now)
    return DemoPerson(token, name, label, agency.name if agency else None)
