"""SQLite's thread is asked once a statement, and tells what SQLAlchemy wants to know of it."""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError

from db.base import table_of
from db.engine import Database
from db.models import MovedDay, Person
from db.one_trip import OneTripConnection
from tests.make import DAY, NOW

FAR = date(2030, 3, 4)
"""After every day that a new database has."""


@pytest_asyncio.fixture
async def here(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """A database of ours on SQLite."""
    file = tmp_path / "dondoc.sqlite3"
    shutil.copyfile(sqlite_template, file)
    database = Database(f"sqlite:///{file}")
    yield database
    await database.close()


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What connections asked of their threads."""
    asked: list[object] = []
    go = OneTripConnection._execute

    async def noted(self: OneTripConnection, do, *args, **settings):
        asked.append(do)
        return await go(self, do, *args, **settings)

    monkeypatch.setattr(OneTripConnection, "_execute", noted)
    return asked


async def test_a_statement_with_rows_takes_one_trip_and_a_transaction_two_more(here, trips):
    async with here.write() as session:
        session.add(Person(name="Cán bộ (mẫu)", created_at=NOW))
        await session.flush()
        before = len(trips)
        await session.execute(select(Person))
        assert len(trips) == before + 1
        trips.clear()
    assert len(trips) == 1  # COMMIT: giving the connection back has nothing to take back
    trips.clear()

    async with here.read() as session:
        assert (await session.scalars(select(Person.name))).all() == ["Cán bộ (mẫu)"]

    assert len(trips) == 3  # BEGIN, SELECT, ROLLBACK


async def test_a_statement_tells_its_rows_its_count_and_its_id(here):
    async with here.write() as session:
        rows = [{"day": FAR + n * DAY, "working": False} for n in (1, 2, 3)]
        assert (await session.execute(insert(table_of(MovedDay)), rows)).rowcount == 3
        changed = await session.execute(
            update(MovedDay).where(MovedDay.day > FAR + DAY).values(working=True)
        )
        assert changed.rowcount == 2
        taken = await session.scalars(
            update(MovedDay).values(note="bù").where(MovedDay.working).returning(MovedDay.day)
        )
        assert {FAR + 2 * DAY, FAR + 3 * DAY} <= set(taken)
        person = Person(name="Cán bộ (mẫu)", created_at=NOW)
        session.add(person)
        await session.flush()
        assert person.id == 1


async def test_a_refused_statement_takes_back_the_whole_transaction(here):
    async def write() -> None:
        async with here.write() as session:
            await session.execute(insert(MovedDay), [{"day": FAR, "working": False}])
            await session.execute(text("INSERT INTO moved_days (day) VALUES (NULL)"))

    with pytest.raises(IntegrityError) as refused:
        await write()

    assert isinstance(refused.value.orig, sqlite3.IntegrityError)
    async with here.read() as session:
        assert await session.get(MovedDay, FAR) is None
