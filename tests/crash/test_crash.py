"""Killed with SIGKILL at any point and started again, the program loses nothing.

Every report is recorded exactly once and every message arrives; one is repeated only where the
kill fell between the platform's acceptance and our mark, and then once.
"""

import asyncio
import multiprocessing
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.ports import Outgoing
from db.engine import Database
from db.enums import OutboxKind, OutboxState, Progress
from db.models import InboxUpdate, OutboxMessage, Person, StatusUpdate, WebMessage
from tests.botapi import TOKEN, BotApi
from tests.crash.driver import run_program
from tests.jobs.morning import add_task, at, join
from tests.make import NOW, make_agency, make_chat

CHAT = 1001
"""The officer's chat."""

SECONDS = 60
"""How long a process may take to come to its point; reached only where a test fails."""

MORNING = "2025-12-17T08:00"
AGAIN = {"sqlite": "2025-12-17T08:00:30", "postgresql": "2025-12-17T08:02"}
"""The program's clock at its first start and at its second: on PostgreSQL a claim lapses after a
minute, since another program might hold it; on SQLite the only program gives it back at once."""

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["bot.app", "alembic.command", "aiosqlite", "psycopg"])
"""Imported once: every start is a fork of a process that has these."""

STEPS = [5, 14, 27]
"""Of the 59 that `driver.arm_step` counts here; each of those was gone through once."""

LONG = [f"Phần {number}: " + "việc " * 700 for number in (1, 2, 3)]


@dataclass
class Machine:
    """Where the program is started, killed and started again."""

    database: Database
    kind: str
    environment: dict[str, str]
    api: BotApi

    async def run_until_killed(self, point: str | int) -> None:
        """Start the program, and see it die at this point or step."""
        async with self._started(point, MORNING) as process:
            await asyncio.to_thread(process.join, SECONDS)
            assert process.exitcode == -signal.SIGKILL, f"never came to where {point}"

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The program started again as ever, from where it was killed."""
        async with self._started(None, AGAIN[self.kind]) as process:
            yield
            assert process.is_alive()

    @asynccontextmanager
    async def _started(self, point: str | int | None, clock: str):
        environment = self.environment | {"DONDOC_CLOCK": clock}
        process = PROCESSES.Process(target=run_program, args=(environment, point), daemon=True)
        process.start()
        try:
            yield process
        finally:
            process.kill()
            await asyncio.to_thread(process.join, SECONDS)

    async def settled(self) -> None:
        """Wait until all that was owed has gone out: what is asked now is answered after it.

        What goes out over another channel meanwhile may be marked a moment later.
        """
        asked = self.api.say(CHAT, "/ngonngu")
        while "ngôn ngữ" not in (await self.api.next(CHAT, SECONDS)).text:
            pass
        await self.api.confirmed(asked, SECONDS)
        async with asyncio.timeout(SECONDS):
            while await self.unfinished():  # noqa: ASYNC110  another process sends
                await asyncio.sleep(0.01)

    def told(self) -> list[str]:
        """What the officer was sent, without the answer that `settled` asked for."""
        texts = [sent.text for sent in self.api.sent if sent.chat_id == CHAT]
        return [text for text in texts if "ngôn ngữ" not in text]

    async def reports(self) -> list[Progress | None]:
        """Every status update there is."""
        async with self.database.read() as session:
            return list(await session.scalars(select(StatusUpdate.progress)))

    async def unfinished(self) -> list[object]:
        """Updates not handled and messages not sent, but for the last, which is just being so."""
        async with self.database.read() as session:
            last = await session.scalar(select(func.max(OutboxMessage.id)))
            updates = await session.scalars(
                select(InboxUpdate.payload).where(InboxUpdate.handled_at.is_(None))
            )
            messages = await session.scalars(
                select(OutboxMessage.state).where(
                    OutboxMessage.state != OutboxState.SENT, OutboxMessage.id != last
                )
            )
            return [*updates, *messages]


@pytest.fixture
async def machine(
    database: Database, kind: str, database_url: str, tmp_path: Path
) -> AsyncIterator[Machine]:
    async with BotApi() as api:
        api.meet(CHAT)
        environment = {
            "DONDOC_DATABASE_URL": database_url,
            "DONDOC_DATA_DIR": str(tmp_path),
            "DONDOC_TELEGRAM_TOKEN": TOKEN,
            "DONDOC_TELEGRAM_API_URL": api.url,
        }
        yield Machine(database, kind, environment, api)


@pytest.fixture
async def officer(database: Database) -> int:
    """Leads one task, due at the end of June, of which nobody is reminded yet; their id."""
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency, due="2026-06-30")
        return (await join(session, "Cán bộ", agency)).id


async def owe(database: Database, person_id: int, *blocks: str) -> None:
    """Owe somebody a notice."""
    async with database.write() as session:
        session.add(
            OutboxMessage(
                committee_id=1,
                person_id=person_id,
                kind=OutboxKind.NOTICE,
                body=Outgoing(blocks).to_json(),
                queued_at=at("2025-12-17T07:00"),
                next_at=at("2025-12-17T07:00"),
            )
        )


@pytest.mark.parametrize(
    ("point", "recorded", "told"),
    [
        pytest.param("an update is stored, not handled", 0, 0, id="stored"),
        pytest.param("it is handled, not committed", 0, 0, id="handled"),
        pytest.param("it is committed, the answer not sent", 1, 0, id="committed"),
        pytest.param("it is sent, not marked", 1, 1, id="sent"),
    ],
)
async def test_a_report_is_recorded_once_and_answered(machine, officer, point, recorded, told):
    said = machine.api.say(CHAT, "#1 xong")
    await machine.run_until_killed(point)
    assert (await machine.reports(), len(machine.told())) == ([Progress.DONE] * recorded, told)

    async with machine.running():
        await machine.settled()
        await machine.api.confirmed(said, SECONDS)

    assert await machine.reports() == [Progress.DONE]
    answers = machine.told()
    assert len(answers) == told + 1
    assert len(set(answers)) == 1
    assert "#1" in answers[0]
    assert await machine.unfinished() == []


@pytest.mark.parametrize(
    ("point", "parts"),
    [
        pytest.param("a part is marked, the next not sent", [1, 2, 3], id="marked"),
        pytest.param("it is sent, not marked", [1, 1, 2, 3], id="sent"),
    ],
)
async def test_a_long_message_goes_on_where_it_was(machine, officer, point, parts):
    await owe(machine.database, officer, *LONG)
    await machine.run_until_killed(point)
    assert [text[:6] for text in machine.told()] == ["Phần 1"]

    async with machine.running():
        await machine.settled()

    assert [text[:6] for text in machine.told()] == [f"Phần {number}" for number in parts]
    assert await machine.unfinished() == []


async def test_on_the_page_a_message_stands_once_wherever_the_kill_falls(machine, officer):
    async with machine.database.write() as session:
        person = await session.get_one(Person, officer)
        await make_chat(session, person, channel="web", address="page", heard_at=NOW)
    await owe(machine.database, officer, "Tin nhắn")
    await machine.run_until_killed("it is on the page, not marked")

    async with machine.running():
        await machine.settled()

    async with machine.database.read() as session:
        lines = (await session.scalars(select(WebMessage.body))).all()
    assert [line["blocks"] for line in lines] == [["Tin nhắn"]]
    assert (machine.told(), await machine.unfinished()) == ([], [])


@pytest.mark.parametrize(
    ("point", "times"),
    [
        pytest.param("reminders are owed, not committed", 1, id="owed"),
        pytest.param("a message is claimed, not sent", 1, id="claimed"),
        pytest.param("it is sent, not marked", 2, id="sent"),
    ],
)
async def test_a_mornings_message_arrives(machine, database, point, times):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency)
        await join(session, "Cán bộ", agency)
    await machine.run_until_killed(point)
    assert len(machine.told()) == times - 1

    async with machine.running():
        await machine.api.next(CHAT, SECONDS)
        await machine.settled()

    messages = machine.told()
    assert len(messages) == times
    assert all("#1 Thực hiện nhiệm vụ thứ 1" in message for message in messages)
    assert await machine.unfinished() == []


@pytest.mark.parametrize("step", STEPS)
async def test_killed_at_any_step_all_is_recorded_once_and_told(machine, database, step):
    async with database.write() as session:
        agency = await make_agency(session)
        await add_task(session, agency)
        officer = await join(session, "Cán bộ", agency)
    await owe(database, officer.id, *LONG)
    said = machine.api.say(CHAT, "#1 được 60%")
    await machine.run_until_killed(step)

    expected = {"Phần 1", "Phần 2", "Phần 3", "Thứ Tư", "✅ Ghi "}

    def begun() -> set[str]:
        return {text[:6] for text in machine.told()}

    async with machine.running():
        await machine.api.changes.until(lambda: begun() >= expected or None, SECONDS)
        await machine.settled()
        await machine.api.confirmed(said, SECONDS)

    assert await machine.reports() == [Progress.IN_PROGRESS]
    told = machine.told()
    # What the platform took right before the kill may come again: one message, and once.
    assert len(told) - len(set(told)) in (0, 1)
    assert begun() == expected
    assert len(set(told)) == len(expected)
    assert await machine.unfinished() == []
