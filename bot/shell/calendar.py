"""`dondoc holidays`: days whose rest or work a decision changed."""

import asyncio
from datetime import date
from typing import Annotated

import typer
from sqlalchemy import select

from bot.shell.setting import Shell, fail, read_day, shell, with_database
from bot.texts import shell as texts
from db.engine import Database
from db.models import MovedDay
from tasks.reminding import look_again

app = typer.Typer(
    help="Days of rest and of work that this year's decision moved.", invoke_without_command=True
)

Day = Annotated[str, typer.Argument(help="YYYY-MM-DD")]
Note = Annotated[str | None, typer.Option(help="Why: the decision's number, say.")]


@app.callback()
def holidays(context: typer.Context) -> None:
    """List the moved days, unless another command is named."""
    if context.invoked_subcommand is None:
        list_days()


@app.command("list")
def list_days() -> None:
    """List the days whose rest or work was changed."""
    here = shell()

    async def work(database: Database) -> list[str]:
        async with database.read() as session:
            rows = await session.scalars(select(MovedDay).order_by(MovedDay.day))
            return [_line(here, row) for row in rows]

    typer.echo("\n".join(asyncio.run(with_database(here, work))))


@app.command("rest")
def add_rest(day: Day, note: Note = None) -> None:
    """Make a day a day of rest."""
    _move(day, working=False, note=note)


@app.command("work")
def add_work(day: Day, note: Note = None) -> None:
    """Make a Saturday, or another day of rest, a working day."""
    _move(day, working=True, note=note)


@app.command("remove")
def remove(day: Day) -> None:
    """Forget a moved day: the calendar holds for it again."""
    here = shell()
    moved = _day(here, day)

    async def work(database: Database) -> None:
        async with database.write() as session:
            row = await session.get(MovedDay, moved)
            if row is not None:
                await session.delete(row)
                await look_again(session)

    asyncio.run(with_database(here, work))


def _move(value: str, *, working: bool, note: str | None) -> None:
    here = shell()
    day = _day(here, value)

    async def work(database: Database) -> str:
        async with database.write() as session:
            row = await session.merge(MovedDay(day=day, working=working, note=note))
            await look_again(session)
            return _line(here, row)

    typer.echo(asyncio.run(with_database(here, work)))


def _day(here: Shell, value: str) -> date:
    day = read_day(here, value)
    if day is None:
        fail(texts.bad_day(here.tr, value=value))
    return day


def _line(here: Shell, row: MovedDay) -> str:
    line = (texts.work_day if row.working else texts.rest_day)(here.tr, day=row.day)
    return f"{line}\t{row.note}" if row.note else line
