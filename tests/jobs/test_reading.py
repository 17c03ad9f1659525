"""Files on their way in: fetched, read, stored once, whatever happens on the way."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.ports import GoneError, LaterError
from db.engine import Database
from db.enums import FilePurpose, FileState, Role
from db.models import Membership, OutboxMessage, Plan, SentFile
from jobs.reading import ATTEMPTS, CLAIM, FIRST_RETRY, Desk, release_files, take_in_files
from tests.fakes import StillClock
from tests.files.make_docx import rows_docx
from tests.jobs.platform import Platform
from tests.make import NOW, make_chat, make_committee, make_membership, make_person

PLAN = rows_docx(3)


class Shelf(Platform):
    """A platform that has one file, and what it did with it."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched = 0
        self.forgotten: list[str] = []
        self.failures: list[Exception] = []
        self.hangs = False

    async def fetch_file(self, source: str, to: Path) -> None:
        self.fetched += 1
        await asyncio.to_thread(to.write_bytes, PLAN)
        if self.hangs:
            await asyncio.sleep(60)
        if self.failures:
            raise self.failures.pop(0)

    async def forget_file(self, source: str) -> None:
        self.forgotten.append(source)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
async def desk(database: Database, shelf: Shelf, tmp_path: Path) -> AsyncIterator[Desk]:
    """A secretary's file waits; nothing lies in the folder afterwards."""
    async with database.write() as session:
        committee = await make_committee(session)
        person = await make_person(session)
        chat = await make_chat(session, person, channel="telegram", address="7")
        await make_membership(session, person, None, role=Role.SECRETARY, committee=committee)
        session.add(
            SentFile(
                committee_id=committee.id,
                person_id=person.id,
                chat_id=chat.id,
                purpose=FilePurpose.PLAN,
                source="f",
                name="ke-hoach.docx",
                sent_at=NOW,
                next_at=NOW,
            )
        )
    folder = tmp_path / "reading"
    yield Desk(database, {"telegram": shelf}, StillClock(), folder, "vi")
    assert list(folder.iterdir()) == []


async def take_in(desk: Desk) -> int:
    return await take_in_files(desk, FilePurpose.PLAN)


async def files(desk: Desk) -> list[SentFile]:
    async with desk.database.read() as session:
        return list(await session.scalars(select(SentFile)))


async def plans(session: AsyncSession) -> int:
    return len((await session.scalars(select(Plan))).all())


async def said(desk: Desk) -> list[str]:
    async with desk.database.read() as session:
        owed = await session.scalars(select(OutboxMessage).order_by(OutboxMessage.id))
        return [message.body["blocks"][0] for message in owed if message.body]


async def test_a_reading_that_was_killed_is_taken_up_again(desk, shelf):
    shelf.hangs = True
    reading = asyncio.create_task(take_in(desk))
    while not shelf.fetched:  # noqa: ASYNC110  (nothing tells of it)
        await asyncio.sleep(0.01)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    (desk.folder / "left-by-the-dead").write_bytes(PLAN)
    shelf.hangs = False

    assert await take_in(desk) == 0  # somebody else may hold the claim
    await release_files(desk)
    assert await take_in(desk) == 1

    (file,) = await files(desk)
    async with desk.database.read() as session:
        assert await plans(session) == 1
    assert (file.state, file.claimed_until, shelf.forgotten) == (FileState.KEPT, None, ["f"])
    assert len(await said(desk)) == 1


async def test_a_claim_of_a_dead_process_lapses_by_itself(desk, shelf):
    async with desk.database.write() as session:
        file = (await session.scalars(select(SentFile))).one()
        file.claimed_until = NOW + CLAIM

    assert await take_in(desk) == 0
    desk.clock.at += CLAIM
    assert await take_in(desk) == 1


async def test_two_that_work_side_by_side_read_it_once(desk, shelf):
    assert sum(await asyncio.gather(take_in(desk), take_in(desk))) == 1

    assert shelf.fetched == 1


async def test_a_platform_out_of_reach_is_asked_again_when_it_wants_and_never_given_up(desk, shelf):
    wait = timedelta(minutes=5)
    shelf.failures = [LaterError("away", wait) for _ in range(ATTEMPTS + 2)]

    for _ in range(ATTEMPTS + 2):
        assert await take_in(desk) == 0
        assert await take_in(desk) == 0
        desk.clock.at += wait
    assert await take_in(desk) == 1

    assert shelf.fetched == ATTEMPTS + 3
    assert (await files(desk))[0].state is FileState.KEPT


async def test_a_file_that_breaks_us_each_time_is_refused_at_last(desk, shelf):
    shelf.failures = [RuntimeError("ours") for _ in range(ATTEMPTS)]

    for _ in range(ATTEMPTS):
        assert await take_in(desk) == 0
        desk.clock.at += FIRST_RETRY * 2**ATTEMPTS
    assert await take_in(desk) == 1

    assert await files(desk) == []
    (why,) = await said(desk)
    assert why.startswith("“ke-hoach.docx”: tệp đòi hỏi thời gian hoặc bộ nhớ")
    assert shelf.forgotten[-1] == "f"


async def test_a_file_that_the_platform_has_no_more_is_asked_for_again(desk, shelf):
    shelf.failures = [GoneError("wrong file_id")]

    await take_in(desk)

    assert await files(desk) == []
    assert await said(desk) == ["Không tải được “ke-hoach.docx”, chưa lưu gì. Đề nghị gửi lại."]


async def test_who_is_no_secretary_any_more_brings_no_plan(desk, shelf):
    async with desk.database.write() as session:
        held = (await session.scalars(select(Membership))).one()
        held.role = Role.MEMBER

    await take_in(desk)

    assert await files(desk) == []
    assert await said(desk) == ["Chỉ nhận kế hoạch từ Cơ quan Thường trực; chưa lưu gì."]
