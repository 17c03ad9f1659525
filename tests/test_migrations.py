"""The migrations make the tables that the models describe, from nothing and back, on both."""

import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, inspect, select, text

from db import models
from db.base import Base
from db.engine import Database
from db.migrate import MIGRATIONS, newest, upgrade


@pytest.fixture
async def empty(empty_database_url: str) -> AsyncIterator[Database]:
    """A database without any table: once on SQLite, once on PostgreSQL."""
    opened = Database(empty_database_url)
    yield opened
    await opened.close()


async def test_upgrade_from_empty_makes_the_tables_of_the_models(empty):
    before = await _run(empty, _tables)

    await upgrade(empty)

    assert before == set()
    assert await _run(empty, _tables) == {*Base.metadata.tables, "alembic_version"}


async def test_models_and_schema_agree(database):
    assert await _run(database, _differences) == []


async def test_models_and_schema_agree_on_checks_and_partial_indexes_too(database, empty):
    async with empty.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)

    assert await _run(database, _schema) == await _run(empty, _schema)


async def test_a_missing_column_would_be_seen(database):
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("ALTER TABLE people DROP COLUMN locale")

    [(kind, _, table, column)] = await _run(database, _differences)

    assert (kind, table, column.name) == ("add_column", "people", "locale")


async def test_a_second_upgrade_changes_nothing(database):
    before = await _run(database, _schema)

    await upgrade(database)

    assert await _run(database, _schema) == before


async def test_downgrade_to_nothing_and_up_again_gives_the_same_schema(database):
    before = await _run(database, _schema)

    await _run(database, lambda connection: command.downgrade(_config(connection), "base"))
    between = await _run(database, _tables)
    await upgrade(database)

    assert between == {"alembic_version"}
    assert await _run(database, _schema) == before


def test_there_is_one_head_and_its_files_name_says_so():
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [newest()]


async def test_a_start_on_the_newest_schema_does_without_alembic(database, monkeypatch):
    monkeypatch.setitem(sys.modules, "alembic", None)

    await upgrade(database)


async def test_a_database_of_an_older_program_is_brought_up_to_date(database):
    await _run(database, lambda connection: command.downgrade(_config(connection), "-1"))
    older = await _run(database, _schema)

    await upgrade(database)

    assert await _run(database, _schema) != older


async def test_an_older_programs_people_and_plans_are_kept(empty):
    """Tables that others point at are rebuilt on SQLite, with their rows and references."""
    made = {"created_at": datetime(2025, 12, 1, tzinfo=UTC)}

    def fill(connection: Connection) -> None:
        command.upgrade(_config(connection), "0001")
        old = MetaData()
        old.reflect(connection, only=["committees", "people", "memberships"])
        committee = {"id": 1, "name": "Xã (mẫu)", "timezone": "Asia/Ho_Chi_Minh", "sample": False}
        connection.execute(old.tables["committees"].insert(), committee | {"confirms": True} | made)
        connection.execute(old.tables["people"].insert(), {"id": 1, "name": "Lan (mẫu)"} | made)
        held = {"committee_id": 1, "person_id": 1, "role": "secretary"}
        connection.execute(old.tables["memberships"].insert(), held | made)

    await _run(empty, fill)

    await upgrade(empty)

    async with empty.read() as session:
        [held] = (await session.scalars(select(models.Membership))).all()
        assert (held.committee_id, held.person_id) == (1, 1)
        assert (await session.get_one(models.Committee, 1)).morning == 8
    if empty.engine.dialect.name == "sqlite":
        async with empty.read() as session:
            assert await session.scalar(text("PRAGMA foreign_keys")) == 1


def test_every_table_is_known_to_the_models_package():
    defined = {
        mapper.class_.__name__
        for mapper in Base.registry.mappers
        if Path(str(mapper.class_.__module__).replace(".", "/")).parent.name == "models"
    }

    assert defined == set(models.__all__)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": True}
    )
    return list(compare_metadata(context, Base.metadata))


def _schema(connection: Connection) -> dict[str, object]:
    """Tables, columns, keys, checks and indexes, in a form that can be compared."""
    seen = inspect(connection)
    parts = (
        seen.get_columns,
        seen.get_foreign_keys,
        seen.get_unique_constraints,
        seen.get_check_constraints,
        seen.get_indexes,
    )
    return {
        table: [
            seen.get_pk_constraint(table),
            *(sorted(map(_plain, part(table))) for part in parts),
        ]
        for table in seen.get_table_names()
        if table != "alembic_version"
    }


def _plain(described: object) -> str:
    if isinstance(described, dict):
        pairs = sorted((key, _plain(value)) for key, value in described.items())
        return str([pair for pair in pairs if pair[0] != "comment"])
    return str(described)


async def _run(database: Database, what):
    """The answer of a function that wants a plain connection, in a transaction of its own."""
    async with database.engine.begin() as connection:
        return await connection.run_sync(what)
