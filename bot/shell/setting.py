"""What every command begins with: settings, language, clock, and one way to fail."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn, TypeVar

import typer
from sqlalchemy import make_url, select
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.i18n import Translator, translator
from bot.settings import Settings, SettingsError, load_settings
from bot.texts import shell as texts
from db.engine import Database
from db.migrate import upgrade
from db.models import Committee
from db.queries.people import committee_named

Result = TypeVar("Result")


def fail(message: str) -> NoReturn:
    """One line on standard error, and exit code 2; nothing was changed."""
    typer.echo(" ".join(message.split()), err=True)
    raise typer.Exit(2)


@dataclass(frozen=True)
class Shell:
    """The settings of this command, the language it speaks and the time it lives by."""

    settings: Settings
    tr: Translator
    clock: Clock

    def today(self) -> date:
        """The day in the zone of the settings."""
        return self.clock.now().astimezone(self.settings.zone).date()


def shell(**given: object) -> Shell:
    """What a command begins with; a wrong setting ends it with one line."""
    try:
        settings = load_settings(**given)
    except SettingsError as error:
        fail(str(error))
    return Shell(settings, translator(settings.locale), Clock(settings.clock_start))


async def with_database(here: Shell, work: Callable[[Database], Awaitable[Result]]) -> Result:
    """Do something with the database, brought to its newest schema first."""
    make_folder(here)
    database = Database(here.settings.database)
    try:
        with database_faults(here):
            await upgrade(database)
            return await work(database)
    finally:
        await database.close()


def make_folder(here: Shell) -> None:
    """Make the data folder; an SQLite file elsewhere needs its folder to be there.

    A new file is closed to other accounts, even in a folder that somebody made open to them.
    """
    folder = here.settings.folder
    url = make_url(here.settings.database)
    try:
        here.settings.make_folder()
        if url.get_backend_name() == "sqlite" and url.database:
            folder = Path(url.database).parent
            folder.stat()
            # SQLite gives the files it makes beside it the same rights.
            Path(url.database).touch(mode=0o600)
    except OSError:
        fail(texts.folder_unusable(here.tr, path=str(folder)))


@contextmanager
def database_faults(here: Shell) -> Iterator[None]:
    """A database that is not there, or is none, ends the command with one line."""
    try:
        yield
    except OperationalError:
        fail(texts.database_unreachable(here.tr))
    except DatabaseError as error:
        if type(error) is not DatabaseError:  # its subclasses are our mistakes
            raise
        fail(texts.not_a_database(here.tr))


def write_file(here: Shell, path: Path, content: bytes, *, private: bool = False) -> None:
    """Write what a command made; a place that cannot be written to ends it with one line.

    What is `private` can be read by this account alone.
    """
    try:
        if private:
            path.touch(mode=0o600)
            path.chmod(0o600)
        path.write_bytes(content)
    except OSError:
        fail(texts.file_not_written(here.tr, path=str(path)))


async def find_committee(session: AsyncSession, here: Shell, name: str) -> Committee:
    """The committee of this name, or an end with the names there are."""
    committee = await committee_named(session, name.strip())
    if committee is None:
        known = (await session.scalars(select(Committee.name).order_by(Committee.name))).all()
        fail(texts.no_committee(here.tr, name=name, known=known))
    return committee


async def committee_of(
    session: AsyncSession, here: Shell, name: str
) -> tuple[Committee, str | None]:
    """The committee of this name, made where there is none; then with what says so."""
    name = name.strip()
    committee = await committee_named(session, name)
    if committee is not None:
        return committee, None
    committee = Committee(name=name, timezone=here.settings.timezone, created_at=here.clock.now())
    session.add(committee)
    await session.flush()
    return committee, texts.committee_made(here.tr, name=name)


def read_day(here: Shell, value: str | None) -> date | None:
    """An option's day; None where it was not given."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        fail(texts.bad_day(here.tr, value=value))


def read_time(here: Shell, value: str) -> datetime:
    """An option's instant, in the zone of the settings unless it carries its own."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        fail(texts.bad_time(here.tr, value=value))
    return moment if moment.tzinfo else moment.replace(tzinfo=here.settings.zone)
