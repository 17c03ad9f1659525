"""What every test can count on: real databases, no network but this machine, nobody's settings."""

import ipaddress
import os
import shutil
import socket
import sys
import time
from collections import Counter, UserDict
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import pytest_asyncio
from sqlalchemy import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine

import db.engine
from db.engine import Database
from db.migrate import upgrade
from tests.postgres import postgres_server

PROGRAMS = {
    "chromium": "apt install chromium",
    "libreoffice": "apt install libreoffice-writer-nogui",
    "tesseract": "apt install tesseract-ocr tesseract-ocr-vie",
}
"""What a test may need beside Python (`@pytest.mark.needs`), and how to get it."""

TEST_ALL = "DONDOC_TEST_ALL"
"""Set to 1, a missing program fails the tests that need it instead of leaving them out."""

ZONE = "America/Lima"
"""The machine's time zone while we test: neither UTC nor Vietnam, so that nothing leans on it."""

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")

outside: list[str] = []
"""Addresses beyond this machine that the running test reached for."""

WITHOUT = "without "
"""How the reason begins for which a test is left out."""


def pytest_configure(config: pytest.Config) -> None:
    """Forget the caller's settings, and let nothing leave this machine."""
    config.addinivalue_line("markers", "needs(program): a program that only some tests need")
    for name in list(os.environ):
        ours = name.upper().startswith("DONDOC_") and name != TEST_ALL
        if ours or name.lower() in PROXIES:
            del os.environ[name]
    os.environ["TZ"] = ZONE
    time.tzset()
    sys.addaudithook(_refuse_outside)


# What tests may reach


def _refuse_outside(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop any socket that would leave this machine; an audit hook sees every library's."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        opened, address = arguments
        if opened.family == socket.AF_UNIX or address is None:
            return
        host = address[0]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if not _is_here(host):
        outside.append(str(host))
        raise PermissionError(f"tests reach this machine alone, not {host}")


def _is_here(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name is None or name in ("", "localhost", "localhost."):
        return True
    try:
        address = ipaddress.ip_address(str(name).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


@pytest.fixture(autouse=True)
def reached_outside() -> Iterator[list[str]]:
    """Fail a test that reached beyond this machine, even where the program took it calmly."""
    outside.clear()
    yield outside
    assert not outside, f"reached for {', '.join(outside)}"


@pytest.fixture(scope="session", autouse=True)
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Work from an empty folder, away from the developer's `.env` and data."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("elsewhere")
        patch.chdir(folder)
        patch.setenv("XDG_DATA_HOME", str(folder))
        yield folder


# Programs that only some tests need


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out, or under `DONDOC_TEST_ALL` fail, a test whose program is missing."""
    for program in [name for mark in item.iter_markers("needs") for name in mark.args]:
        how = PROGRAMS[program]
        if shutil.which(program):
            continue
        if os.environ.get(TEST_ALL) == "1":
            pytest.fail(f"{program} is missing: {how}", pytrace=False)
        pytest.skip(f"{WITHOUT}{program} ({how})")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line which tests were left out and how to have them run."""
    left_out: dict[str, Counter[str]] = {}
    for report in terminalreporter.getreports("skipped"):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if reason.startswith(WITHOUT):
            left_out.setdefault(reason, Counter())[report.nodeid.partition("::")[0]] += 1
    said = [
        f"{reason}: " + ", ".join(f"{count} of {file}" for file, count in sorted(files.items()))
        for reason, files in sorted(left_out.items())
    ]
    if said:
        terminalreporter.write_line(f"Left out {'; '.join(said)}", yellow=True)


# Databases


class Compiled(UserDict[tuple[object, ...], object]):
    """Statements as they were compiled, by their dialect's name instead of the dialect itself."""

    def get(self, key: tuple[Any, ...], default: object = None) -> object:
        return self.data.get((key[0].name, *key[1:]), default)

    def __setitem__(self, key: tuple[Any, ...], statement: object) -> None:
        self.data[(key[0].name, *key[1:])] = statement


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Compile a statement once for all tests.

    Every test has an engine of its own, and to fill the cache of each took a sixth of the time.
    """
    create, statements = db.engine.create_engine, Compiled()

    def create_engine(url: URL) -> AsyncEngine:
        engine = create(url)
        engine.sync_engine.update_execution_options(compiled_cache=statements)
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db.engine, "create_engine", create_engine)
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server of this session's own: the address of its first database."""
    with postgres_server() as url:
        yield url


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy, since a copy is faster than the migrations."""
    file = tmp_path_factory.mktemp("template") / "template.sqlite3"
    await _migrate(f"sqlite:///{file}")
    return file


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def postgres_template(postgres: str) -> str:
    """The name of a migrated PostgreSQL database to copy."""
    with psycopg.connect(postgres, autocommit=True) as admin:
        admin.execute("CREATE DATABASE template_dondoc")
    await _migrate(_named(postgres, "template_dondoc"))
    with psycopg.connect(_named(postgres, "template_dondoc"), autocommit=True) as admin:
        admin.execute("CREATE SCHEMA first; CREATE TABLE first.moved_days AS TABLE moved_days")
    return "template_dondoc"


@pytest.fixture(scope="session")
def postgres_schema(postgres: str, postgres_template: str) -> object:
    """What tells its schema from that of a database whose tables a test has changed."""
    return _empty(_named(postgres, postgres_template))


@pytest.fixture(scope="session")
def emptied() -> list[str]:
    """PostgreSQL databases that a test has left behind, empty again."""
    return []


async def _migrate(url: str) -> None:
    database = Database(url)
    await upgrade(database)
    await database.close()


def _named(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """The kinds of database that we ship on; what uses it runs once on each."""
    return str(request.param)


@pytest.fixture
def empty_database_url(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a new database without any table, as `DONDOC_DATABASE_URL` has it."""
    if kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    else:
        yield from _new_postgres(request.getfixturevalue("postgres"), template="template0")


@pytest.fixture
def database_url(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a new database with our tables and no row, as `DONDOC_DATABASE_URL` has it."""
    if kind == "sqlite":
        file = tmp_path / "dondoc.sqlite3"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite:///{file}"
    else:
        template = request.getfixturevalue("postgres_template")
        schema = request.getfixturevalue("postgres_schema")
        server, emptied = (request.getfixturevalue(name) for name in ("postgres", "emptied"))
        # To copy and drop one takes half a second, to empty one a hundredth.
        url = _named(server, emptied.pop() if emptied else _create(server, template))
        yield url
        if _empty(url) == schema:
            emptied.append(str(make_url(url).database))
        else:
            _drop(server, str(make_url(url).database))


def _new_postgres(server: str, *, template: str) -> Iterator[str]:
    name = _create(server, template)
    yield _named(server, name)
    _drop(server, name)


def _create(server: str, template: str) -> str:
    name = f"test_{time.monotonic_ns()}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return name


def _drop(server: str, name: str) -> None:
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _empty(url: str) -> object:
    """Take every row out but those of the migrations; return what tells schemas apart."""
    with psycopg.connect(url) as connection:
        connection.execute(END_OTHERS)
        connection.execute(EMPTY)
        return connection.execute(SCHEMA).fetchone()


END_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

EMPTY = """
DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica; -- the foreign keys' order does not matter
    FOR name IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    LOOP
        EXECUTE format('DELETE FROM %I', name);
    END LOOP;
    PERFORM setval(oid, 1, false) FROM pg_class WHERE relkind = 'S';
    IF to_regclass('moved_days') IS NOT NULL THEN
        INSERT INTO moved_days SELECT * FROM first.moved_days;
    END IF;
END $$
"""

SCHEMA = """
SELECT count(*), sum(hashtext(
    concat_ws(' ', attrelid::regclass, attname, atttypid, atttypmod, attnotnull, attisdropped)
)::bigint)
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE relnamespace = 'public'::regnamespace
"""
"""Columns of tables and indexes, dropped ones too."""


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A new database with our tables and no row: once on SQLite, once on PostgreSQL."""
    opened = Database(database_url)
    yield opened
    await opened.close()
